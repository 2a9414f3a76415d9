from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.cli.writing import write_file


def broken() -> Iterator[str]:
    yield "half"
    raise RuntimeError("a stage failed")


def test_a_file_is_written_as_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    write_file(tmp_path / "b.csv", ["Köln\r\n", "x\n"])
    assert (tmp_path / "b.csv").read_bytes() == b"K\xc3\xb6ln\r\nx\n"


def test_what_was_there_stays_if_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "my.jsonl"
    target.write_text("before")
    with pytest.raises(RuntimeError):
        write_file(target, broken())
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "new", ["x"])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    (tmp_path / "new").chmod(0o600)
    write_file(tmp_path / "new", ["y"])
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="The folder is not there"):
        write_file(tmp_path / "ne" / "a" / "x", ["x"])
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", ["after"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path("/dev/null"), ["x"])
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_file_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    write_file(tmp_path / "out", ['{"file": "a\udcff"}\n'])
    assert (tmp_path / "out").read_bytes() == b'{"file": "a\\udcff"}\n'
