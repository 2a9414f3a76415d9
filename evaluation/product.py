"""The product as a user has it: files in, a records export out."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

from dateline import Case

log = logging.getLogger(__name__)


def export_records(files: Sequence[Path], records: Path) -> None:
    """Adds `files` to a fresh case and writes its records export to `records`.

    A file that Dateline can't read is logged as a warning, and counts as not found.
    """
    with (
        tempfile.TemporaryDirectory(prefix="dateline-case-") as folder,
        Case(Path(folder) / "measured.case") as case,
    ):
        for outcome in case.add(*files):
            if not outcome.is_in_case:
                log.warning("%s: %s", outcome.name, outcome.reason)
        with records.open("w", encoding="utf-8") as lines:
            lines.writelines(case.export("records"))
