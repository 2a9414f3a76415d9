"""The folder of a case, and what is said of a folder that is none."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import CaseNotFound, CaseTooNew, DatelineError
from dateline.store import Database
from dateline.store.folder import FORMAT, Folder, write_durably
from tests.store.found import add, find


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The folder of a closed case with one report."""
    path = tmp_path / "my.case"
    with Database.open(path, create=True) as database:
        add(database, 1)
    return path


def test_a_case_is_three_things_in_a_folder(case: Path) -> None:
    assert sorted(one.name for one in case.iterdir()) == ["blobs", "case.db", "case.toml"]
    made = find(1)
    sha256 = made.report.sha256
    assert (case / "blobs" / sha256[:2] / sha256).read_bytes() == made.data
    about = tomllib.loads((case / "case.toml").read_text("utf-8"))
    assert about == {"name": "my.case", "format": FORMAT}


def test_a_case_may_ask_for_another_parser(case: Path) -> None:
    with Database.open(case) as database:
        assert database.parser is None
    about = case / "case.toml"
    about.write_text(about.read_text("utf-8").replace("# parser", "parser"), "utf-8")
    with Database.open(case) as database:
        assert database.parser == "en_core_web_trf"
    about.write_text('name = "my.case"\nformat = 1\nparser = 3\n', "utf-8")
    with pytest.raises(CaseNotFound, match="its parser must be a name"):
        Database.open(case)


@pytest.mark.parametrize("name", ['say "hi"', "back\\slash", "ü 案件 😀", "del\x7f", "tab\there"])
def test_a_case_is_named_after_its_folder_whatever_its_name(tmp_path: Path, name: str) -> None:
    with Database.open(tmp_path / name, create=True) as database:
        assert database.name == name
    with Database.open(tmp_path / name) as database:
        assert database.name == name


def test_a_name_that_is_not_utf_8_makes_a_case_all_the_same(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    with Database.open(path, create=True) as database:
        assert database.name == "caf?"
        add(database, 1)
    with Database.open(path) as database:
        assert len(database.reports()) == 1


def test_a_case_can_be_moved(case: Path, tmp_path: Path) -> None:
    case.rename(tmp_path / "elsewhere")
    with Database.open(tmp_path / "elsewhere") as database:
        assert database.check() == []
        assert database.name == "my.case"


def _remove_toml(case: Path) -> None:
    (case / "case.toml").unlink()


def _remove_database(case: Path) -> None:
    (case / "case.db").unlink()


def _empty_database(case: Path) -> None:
    (case / "case.db").write_bytes(b"")


def _garbage_database(case: Path) -> None:
    (case / "case.db").write_bytes(b"This is not a database. " * 500)


def _garbage_toml(case: Path) -> None:
    (case / "case.toml").write_bytes(b"\xff\xfe name = ")


def _thin_toml(case: Path) -> None:
    (case / "case.toml").write_text("name = 'x'\nformat = true\n")


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_remove_toml, "is a folder but no case: it has no case.toml"),
        (_remove_database, "has lost its case.db; restore it from a copy"),
        (_empty_database, "is empty: there is no case in it"),
        (_garbage_database, "is no database; restore it from a copy"),
        (_garbage_toml, "case.toml is damaged"),
        (_thin_toml, "must give a name and a format"),
    ],
)
def test_a_damaged_folder_gives_one_clear_sentence(
    case: Path, damage: Callable[[Path], None], sentence: str
) -> None:
    damage(case)
    with pytest.raises(CaseNotFound, match=sentence) as caught:
        Database.open(case)
    assert "\n" not in str(caught.value)
    assert str(case) in str(caught.value)


def test_a_newer_format_is_refused(case: Path) -> None:
    (case / "case.toml").write_text(f'name = "x"\nformat = {FORMAT + 1}\n')
    with pytest.raises(CaseTooNew, match="update Dateline"):
        Database.open(case)


def test_a_path_that_is_not_there_or_a_file_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseNotFound, match="There is no case at"):
        Database.open(tmp_path / "none")
    (tmp_path / "file").write_text("x")
    for create in (False, True):
        with pytest.raises(CaseNotFound, match="is a file; a case is a folder"):
            Database.open(tmp_path / "file", create=create)
    with pytest.raises(CaseNotFound, match="No case can be made at"):
        Database.open(tmp_path / "file" / "below", create=True)


def test_no_case_is_made_in_a_folder_of_other_things(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("x")
    with pytest.raises(CaseNotFound, match=r"folder of other things \(letters.txt\)"):
        Database.open(tmp_path, create=True)
    assert [one.name for one in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("left", ["blobs", "case.db", "case.toml.part", None])
def test_a_case_that_was_left_half_made_is_made_whole(tmp_path: Path, left: str | None) -> None:
    path = tmp_path / "my.case"
    path.mkdir()
    if left == "blobs":
        (path / left).mkdir()
    elif left:
        (path / left).write_bytes(b"")
    with Database.open(path, create=True) as database:
        add(database, 1)
        assert database.check() == []


def test_a_lost_case_toml_is_written_again_when_asked_to(case: Path) -> None:
    _remove_toml(case)
    with Database.open(case, create=True) as database:
        assert len(database.reports()) == 1
    with Database.open(case) as database:
        assert database.check() == []


def test_changed_bytes_are_named_and_never_given_out(case: Path) -> None:
    made = find(1)
    sha256 = made.report.sha256
    (case / "blobs" / sha256[:2] / sha256).write_bytes(b"forged")
    with Database.open(case) as database:
        (problem,) = database.check()
        assert problem.record == made.report.id
        assert "have changed" in problem.message
        with pytest.raises(DatelineError, match="have changed"):
            database.blob(sha256)


def test_a_database_with_a_torn_page_is_reported(case: Path) -> None:
    data = bytearray((case / "case.db").read_bytes())
    for start in range(4096 * 2, len(data), 4096):
        data[start : start + 8] = b"\xff" * 8
    (case / "case.db").write_bytes(data)
    try:
        with Database.open(case) as database:
            problems = [one.message for one in database.check()]
    except DatelineError as error:
        problems = [str(error)]
    assert problems
    assert all("damaged" in one for one in problems if "case.db" in one)


@pytest.mark.parametrize("sha256", ["../../etc/passwd", "ab", "A" * 64, "a" * 63 + "/", ""])
def test_only_a_hash_names_bytes(tmp_path: Path, sha256: str) -> None:
    folder = Folder(tmp_path, "x")
    assert folder.read_blob(sha256) is None
    with pytest.raises(ValueError, match="not a SHA-256"):
        folder.write_blob(sha256, b"x")


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old and long")
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
