"""What the surroundings of a command may set; read once, by an entry point."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dateline.errors import DatelineError


class BadSetting(DatelineError):
    """An environment variable whose value can't be used."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `NO_COLOR` and `COLUMNS` are read by the library that draws on the terminal, and
    `DATELINE_CACHE` (where the index of place names is kept) by the gazetteer.

    Attributes:
        timeout_s: How long to wait for another process that writes to the case
            (`DATELINE_TIMEOUT_S`).
        user: Whose name judgements bear (`DATELINE_USER`); the login name if it is empty.
        publishers: A table of the publishers of outlets (`DATELINE_PUBLISHERS`); if None, the
            `publishers.tsv` in the folder of a case.
    """

    timeout_s: float = 5.0
    user: str = ""
    publishers: Path | None = None

    @classmethod
    def from_env(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings that the environment gives, the default for each that it doesn't.

        Raises:
            BadSetting: If a value can't be used.
        """
        given = environment.get("DATELINE_TIMEOUT_S")
        user = environment.get("DATELINE_USER", "").strip()
        table = environment.get("DATELINE_PUBLISHERS", "").strip()
        return cls(_seconds(given or "5"), user, Path(table) if table else None)


def _seconds(given: str) -> float:
    try:
        seconds = float(given)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise BadSetting(f"DATELINE_TIMEOUT_S is {given!r}; give seconds from 0 to 3600.")
    return seconds
