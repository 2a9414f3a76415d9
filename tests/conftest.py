"""What every test gets: no network, and one cache for the whole run."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

# The index of place names is built once for all runs, and for the programs that tests start.
os.environ.setdefault("DATELINE_CACHE", str(Path(__file__).parents[1] / "build" / "test-cache"))


class NetworkReached(AssertionError):
    """A test tried to reach the network."""


def _refuse(*_args: Any, **_options: Any) -> NoReturn:
    raise NetworkReached("tests reach no network")


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Blocks every socket but those of this machine's own file system."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _only_unix(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, _refuse)
        yield


def _only_unix(method: Any) -> Any:
    def guarded(self: socket.socket, *args: Any) -> Any:
        if self.family != socket.AF_UNIX:
            _refuse()
        return method(self, *args)

    return guarded


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same output on every machine: a fixed width, no colour asked for or refused."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    assert os.environ["COLUMNS"] == "100"


STORIES = {
    "keller-visit.txt": (
        "Minister Keller holds talks in Vienna\n"
        "\n"
        "VIENNA, Austria, March 4, 2024 (Alpine Wire) — Foreign Minister Anna Keller met Tomas "
        "Brandt, the leader of the Harbour Union, in Vienna on March 3, 2024, according to a "
        "ministry spokesman.\n"
        "\n"
        "Keller said the talks were frank. Brandt visited Bratislava in February 2024, where he "
        "addressed a rally.\n"
    ),
    "brandt-denies.txt": (
        "GRAZ, Austria, March 6, 2024 (Styria Post) — Tomas Brandt, leader of the Harbour Union "
        "(HU), denied that he met Anna Keller in Vienna.\n"
        "\n"
        "Police arrested Viktor Lenz in Graz on March 5, 2024, a court official said. Lenz is a "
        "member of the Harbour Union.\n"
    ),
    "port-strike.html": (
        "<!doctype html><html><head><title>Dockers march in Trieste</title>"
        '<meta property="article:published_time" content="2024-03-08T09:00:00Z">'
        '<meta property="og:site_name" content="Adriatic Courier"></head><body><article>'
        "<h1>Dockers march in Trieste</h1>"
        "<p>Hundreds of dockers protested in Trieste on March 7, 2024 against the new harbour "
        "law, the Adriatic Courier has learned from people who took part in the march.</p>"
        "<p>Union leader Marta Rossi addressed the crowd. She is to meet Anna Keller in Ljubljana "
        "on March 20, 2024, two officials said.</p>"
        "<p>The Harbour Union supported the protest, according to Rossi, who called it the "
        "largest march that the city had seen in ten years.</p></article></body></html>"
    ),
}
"""Three fictional reports: a meeting and its denial, an arrest, a march, a plan."""


def write_stories(folder: Path) -> Path:
    """Puts the three reports into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with three fictional reports."""
    return write_stories(tmp_path / "stories")


@pytest.fixture(scope="session")
def built_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case made of the three reports, to read from and never to change."""
    from dateline import Case

    folder = tmp_path_factory.mktemp("built")
    with Case(folder / "my.case") as case:
        case.add(write_stories(folder / "stories"))
    return folder / "my.case"
