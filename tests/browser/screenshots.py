"""Pictures of every screen of the sample case: ``python -m tests.browser.screenshots FOLDER``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import sync_playwright

from dateline import Case
from dateline.sample import sample_paths
from tests.browser.screens import SampleCase, read_sample
from tests.browser.serving import serving
from tests.browser.watching import Visitor

PICTURES: Final = {
    "reports": "/",
    "reader": "/claims/{claim}",
    "timeline": "/timeline",
    "event": "/events/{event}",
    "events": "/events",
    "network": "/network?person={entity}",
    "path": "/network/path?from=Belhadi&to=Varsou",
    "map": "/map",
    "people": "/people",
    "dossier": "/people/{entity}",
    "conflicts": "/conflicts",
    "review": "/review",
    "search": "/search?q=Sfax",
    "unsaid": "/unsaid",
    "add": "/add",
    "claim": "/reports/{report}/claim",
    "decide": "/judge?about={entity}",
    "history": "/history",
}
"""The name of each picture, and the screen on it."""

SHADES: Final[dict[Literal["light", "dark"], tuple[str, ...]]] = {
    "light": tuple(PICTURES),
    "dark": ("timeline", "network", "map", "event"),
}
"""Which of them are taken in light, and which in dark."""
WINDOW: Final = {"width": 1200, "height": 780}
MOST: Final = 240_000
"""Bytes of a picture."""


def take_pictures(folder: Path, sample: SampleCase, visitor: Visitor) -> list[Path]:
    """Writes a picture of each screen; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for shade, names in SHADES.items():
        with visitor.window(color_scheme=shade, viewport=WINDOW, reduced_motion="reduce") as (
            page,
            _,
        ):
            for name in names:
                path = PICTURES[name]
                answer = page.goto(sample.address(path), wait_until="networkidle")
                if answer is None or answer.status == 404:
                    sys.exit(f"there is no screen {path}")
                made.append(folder / f"{name}-{shade}.png")
                page.screenshot(path=made[-1], animations="disabled", caret="hide", scale="css")
    return made


def main(folder: Path) -> None:
    """Builds the sample case and takes the pictures."""
    path = shutil.which("chromium")
    if path is None:
        sys.exit("there is no Chromium: `make chromium` installs Debian's")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        case = Path(made) / "sample.case"
        with Case(case) as opened:
            opened.add(*sample_paths())
        browser = playwright.chromium.launch(executable_path=path)
        with serving(case) as (home, link):
            visitor = Visitor(browser, home)
            with visitor.window(link):
                pass
            pictures = take_pictures(folder, read_sample(case), visitor)
        browser.close()
    large = [f"{one.name}: {one.stat().st_size}" for one in pictures if one.stat().st_size > MOST]
    if large:
        sys.exit("too large: " + ", ".join(large))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
