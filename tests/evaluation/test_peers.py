"""Other tools, each in its own environment and process; their answers are kept."""

from __future__ import annotations

import json
import venv
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluation.peers.environment import (
    VARIABLE,
    Files,
    Peer,
    PeerMissing,
    ask,
    folder_of_peers,
    set_up,
)
from evaluation.peers.heideltime_driver import _code_points
from evaluation.peers.known import PEERS
from evaluation.peers.quote_extractor_driver import Places
from evaluation.peers.setup import main

DRIVER = """
import json, pathlib, sys
with open({log!r}, "a") as log:
    log.write(sys.prefix + chr(10))
questions = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
if "fail" in questions:
    sys.exit("the tool is out of order")
pathlib.Path(sys.argv[2]).write_text(json.dumps([q.upper() for q in questions]))
"""


@pytest.fixture
def shouter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Peer:
    """A tool that is set up: an environment without packages, and a driver of its own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "peers"))
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER.format(log=str(tmp_path / "log.txt")), encoding="utf-8")
    peer = Peer("shouter", "Shouter", ("shouter==1",), str(driver), "Free.")
    home = folder_of_peers() / peer.name
    venv.create(home, with_pip=False)
    (home / "installed.json").write_text(json.dumps(peer.packages), encoding="utf-8")
    return peer


def test_a_tool_is_asked_in_its_own_environment(shouter: Peer, tmp_path: Path) -> None:
    assert ask(shouter, ["müller", "graz"]) == ["MÜLLER", "GRAZ"]
    prefix = (tmp_path / "log.txt").read_text(encoding="utf-8").strip()
    assert Path(prefix).resolve() == (folder_of_peers() / "shouter").resolve()


def test_the_same_questions_are_asked_once_and_others_anew(shouter: Peer, tmp_path: Path) -> None:
    for questions in (["graz"], ["graz"], ["linz"]):
        assert ask(shouter, questions) == [questions[0].upper()]
    assert len((tmp_path / "log.txt").read_text(encoding="utf-8").splitlines()) == 2


def test_a_driver_that_changed_asks_again(shouter: Peer, tmp_path: Path) -> None:
    ask(shouter, ["graz"])
    driver = Path(shouter.driver)
    driver.write_text(driver.read_text(encoding="utf-8").replace("upper", "title"))
    assert ask(shouter, ["graz"]) == ["Graz"]


def test_a_tool_that_fails_is_told_by_its_last_words_and_nothing_is_kept(shouter: Peer) -> None:
    with pytest.raises(PeerMissing, match="Shouter fails here: the tool is out of order"):
        ask(shouter, ["fail"])
    assert not (folder_of_peers() / "answers").exists()


def test_another_version_must_be_set_up_again(shouter: Peer) -> None:
    with pytest.raises(PeerMissing, match=r"not set up: .*evaluation\.peers\.setup shouter"):
        ask(replace(shouter, packages=("shouter==2",)), ["graz"])


def test_a_tool_whose_program_is_not_here_is_not_installed(tmp_path: Path) -> None:
    peer = Peer("mill", "Mill", ("mill==1",), "mill.py", "Free.", commands=("no-such-program",))
    with pytest.raises(PeerMissing, match="Mill can't be set up: there is no no-such-program"):
        set_up(peer, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def handed(shouter: Peer, tmp_path: Path) -> Peer:
    """A tool that answers with the words of a file of its own."""
    driver = tmp_path / "driver.py"
    driver.write_text(
        "import json, pathlib, sys\n"
        "said = pathlib.Path(sys.argv[3], 'said.txt').read_text()\n"
        "pathlib.Path(sys.argv[2]).write_text(json.dumps([said]))\n",
        encoding="utf-8",
    )
    return replace(shouter, files=Files("town", ("said.txt",), "the mill's archive"))


def test_a_tool_with_files_is_told_where_they_lie_and_asked_anew_if_they_change(
    handed: Peer,
) -> None:
    said = folder_of_peers() / "town" / "said.txt"
    said.parent.mkdir()
    for words in ("graz", "linz"):
        said.write_text(words, encoding="utf-8")
        assert ask(handed, ["?"]) == [words]


def test_a_tool_without_its_files_says_which_a_person_must_put_where(
    handed: Peer, tmp_path: Path
) -> None:
    with pytest.raises(PeerMissing, match=r"put said\.txt of the mill's archive into .*town"):
        ask(handed, ["?"])
    with pytest.raises(PeerMissing, match=r"put said\.txt"):
        set_up(handed, tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists(), "nothing is installed for nothing"


def test_every_tool_has_its_driver_and_its_packages_at_one_version() -> None:
    folder = Path(__file__).resolve().parents[2] / "evaluation" / "peers"
    for peer in PEERS:
        assert all((folder / file).is_file() for file in (peer.driver, *peer.sources))
        assert "==" in peer.packages[0]


def test_the_command_knows_no_other_tools() -> None:
    done = CliRunner().invoke(main, ["nobody"])
    assert done.exit_code == 2
    assert "heideltime" in done.output


def test_utf_16_units_become_code_points() -> None:
    assert _code_points("a🌾b", 3) == 2
    assert _code_points("abc", 3) == 3


def test_places_in_a_cleaned_text_are_found_in_the_text() -> None:
    text = "A headline\n\nHe  left. She said"
    seen = "A headline.\n .\n He left. She said"
    places = Places(text, seen)
    for words in ("A headline", "He", "left. She"):
        start = seen.index(words)
        begin, end = places.in_text(start, start + len(words)) or (0, 0)
        assert text[begin:end] == words
    start = seen.index("left.")
    assert places.in_text(start, start + 5) == (text.index("left"), text.index("left") + 5)
    assert places.in_text(10, 15) is None, "full stops and line ends that cleaning put in"


def test_a_cleaned_text_with_other_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="other characters"):
        Places("He left", "He has left")
