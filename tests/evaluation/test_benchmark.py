"""Finding the documents of a set: a folder that is given, or the set's archive."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from evaluation.benchmark import BenchmarkSet, DataMissing, Result, open_data, unpack

STORIES = BenchmarkSet(
    name="stories",
    measures="stories",
    run=lambda data: Result("stories", len(list(data.iterdir())), {}),
    archive="stories",
)


def pack(folder: Path, name: str, *members: str) -> None:
    with tarfile.open(folder / f"{name}.tar.xz", "w:xz") as packed:
        for member in members:
            info = tarfile.TarInfo(member)
            info.size = 5
            packed.addfile(info, io.BytesIO(b"Graz\n"))


def test_an_archive_is_unpacked_for_the_run_and_gone_after_it(tmp_path: Path) -> None:
    pack(tmp_path, "stories", "stories/a.txt", "stories/b.txt")
    with open_data(STORIES, None, tmp_path) as folder:
        assert STORIES.run(folder).documents == 2
        assert (folder / "a.txt").read_text(encoding="utf-8") == "Graz\n"
    assert not folder.exists()


def test_a_folder_that_is_given_goes_before_the_archive(tmp_path: Path) -> None:
    pack(tmp_path, "stories", "stories/a.txt")
    given = tmp_path / "mine"
    given.mkdir()
    with open_data(STORIES, given, tmp_path) as folder:
        assert folder == given


def test_without_an_archive_the_message_names_it_and_what_to_give(tmp_path: Path) -> None:
    with (
        pytest.raises(DataMissing, match=r"stories\.tar\.xz is not there; .* --data DIR"),
        open_data(STORIES, None, tmp_path),
    ):
        pytest.fail("there is nothing to measure on")


def test_an_archive_of_something_else_is_no_set(tmp_path: Path) -> None:
    pack(tmp_path, "stories", "others/a.txt")
    with pytest.raises(DataMissing, match="holds no folder stories"), unpack("stories", tmp_path):
        pytest.fail("there is nothing to measure on")


def test_an_archive_writes_nothing_outside_its_folder(tmp_path: Path) -> None:
    pack(tmp_path, "stories", "stories/a.txt", "../../escaped.txt")
    with pytest.raises(tarfile.FilterError), unpack("stories", tmp_path):
        pytest.fail("nothing of it may be used")
