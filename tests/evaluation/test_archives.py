"""Corpora below one folder: as folders, or as archives that are unpacked meanwhile."""

from __future__ import annotations

import tarfile
from pathlib import Path

from evaluation.archives import open_corpora


def test_folders_and_archives_are_found_and_others_left_out(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    packed = tmp_path / "elsewhere" / "packed"
    packed.mkdir(parents=True)
    (packed / "words.txt").write_text("Graz", encoding="utf-8")
    with tarfile.open(tmp_path / "packed.tar.xz", "w:xz") as archive:
        archive.add(packed, "packed")

    with open_corpora(tmp_path, ["open", "packed", "absent"]) as folders:
        assert set(folders) == {"open", "packed"}
        assert folders["open"] == tmp_path / "open"
        unpacked = folders["packed"]
        assert (unpacked / "words.txt").read_text(encoding="utf-8") == "Graz"
    assert not unpacked.exists()
