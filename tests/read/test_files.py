"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from dateline.errors import LimitHeld, UnreadableInput
from dateline.read import Input, find_inputs, load_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    (root / "b").mkdir(parents=True)
    (root / ".hidden").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt", ".secret.txt", ".hidden/e.txt"):
        (root / name).write_text(f"{name} is here.")
    return root


def names(inputs: list[Input], root: Path) -> list[str]:
    return [str(found.path.relative_to(root)) for found in inputs if found.path]


def test_a_folder_gives_its_files_sorted_without_hidden_ones(folder: Path) -> None:
    found = list(find_inputs([folder]))
    assert names(found, folder) == ["a.txt", "b/d.txt", "c.txt"]
    assert all(one.reason is None for one in found)
    assert load_bytes(found[0]) == b"a.txt is here."


def test_links_that_leave_the_folder_are_rows_with_a_reason(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("Outside.")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    reasons = {one.name.rsplit("/", 1)[-1]: one.reason for one in find_inputs([folder])}
    assert "leaves the folder" in str(reasons["out.txt"])
    assert "leaves the folder" in str(reasons["up"])
    assert reasons["inside.txt"] is None
    assert "loop" not in reasons  # its files are met in the folder itself


def test_what_cannot_be_read_is_a_row_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "b" / "gone.txt").symlink_to(folder / "nothing.txt")
    os.mkfifo(folder / "pipe")
    found = list(find_inputs([folder, folder / "missing.txt"]))
    reasons = {one.name.rsplit("/", 1)[-1]: one.reason for one in found}
    assert "no such file" in str(reasons["gone.txt"])
    assert "neither a file nor a folder" in str(reasons["pipe"])
    assert "no such file" in str(reasons["missing.txt"])
    assert [name for name, reason in reasons.items() if reason is None] == [
        "a.txt", "d.txt", "c.txt",
    ]  # fmt: skip
    with pytest.raises(UnreadableInput, match="neither a file nor a folder"):
        load_bytes(next(one for one in found if one.name.endswith("pipe")))


def test_an_empty_folder_is_a_row_too(tmp_path: Path) -> None:
    (found,) = find_inputs([tmp_path])
    assert "no files in it" in str(found.reason)


def test_a_minus_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The port is shut.")))
    (found,) = find_inputs(["-"])
    assert (found.name, found.path, found.file) == ("-", None, None)
    assert load_bytes(found) == b"The port is shut."


def test_no_more_of_a_large_file_is_read_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    (found,) = find_inputs([path])
    with pytest.raises(LimitHeld, match=r"3000\.0 MB is over the limit of 10 MB"):
        load_bytes(found)


def test_odd_names_are_shown_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1bb\u202e.txt").write_text("The port is shut.")
    (found,) = find_inputs([tmp_path])
    assert found.reason is None
    assert found.name.endswith("/a b.txt")
