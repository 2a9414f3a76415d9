"""The scripts of the page are those that the TypeScript in `web/src` builds."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
SOURCES = sorted(WEB.glob("src/*.ts"))
ISLANDS = [one for one in SOURCES if not one.name.startswith("_")]


def read_script(name: str) -> str:
    return (files("dateline.web") / "static" / name).read_text(encoding="utf-8")


def hash_sources() -> str:
    found = hashlib.sha256()
    for path in (WEB / "package-lock.json", WEB / "build.mjs", *SOURCES):
        found.update(f"{path.relative_to(WEB).as_posix()}\n".encode() + path.read_bytes())
    return found.hexdigest()


@pytest.mark.parametrize("island", ISLANDS, ids=lambda path: path.stem)
def test_a_script_is_built_from_the_sources_as_they_are(island: Path) -> None:
    head = read_script(f"{island.stem}.js").partition("\n")[0]
    assert f"Built from web/src/{island.name}, sources {hash_sources()}" in head, "make islands"


def test_no_script_ships_without_a_source() -> None:
    shipped = {
        one.name for one in (files("dateline.web") / "static").iterdir() if one.name.endswith(".js")
    }
    assert shipped == {f"{one.stem}.js" for one in ISLANDS}


def test_no_script_makes_code_of_text_or_names_another_host() -> None:
    for island in ISLANDS:
        script = read_script(f"{island.stem}.js")
        assert not re.search(r"\beval\(|new Function|document\.write", script)
        addresses = set(re.findall(r"https?://[^\"'`\s)]+", script))
        assert all(one.startswith("http://www.w3.org/") for one in addresses), addresses


def test_no_source_puts_text_into_the_page_as_markup() -> None:
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\.html\(", source), path.name


def test_the_lock_of_the_islands_names_no_host() -> None:
    lock = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
