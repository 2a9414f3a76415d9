"""A user's own table of publishers, beside a case: which publisher an outlet is of."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dateline.errors import DatelineError

NAME = "publishers.tsv"
_MOST_BYTES = 5_000_000


def read_publishers_table(path: Path | None, *, is_asked: bool) -> str:
    """The text of a table; empty if there is none.

    Args:
        is_asked: Whether a user named it: then it must be there.

    Raises:
        DatelineError: If it can't be read.
    """
    if path is None or not (is_asked or path.is_file()):
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise DatelineError(f"The table of publishers {path}: {error.strerror}.") from error
    if len(data) > _MOST_BYTES:
        raise DatelineError(f"The table of publishers {path} is over {_MOST_BYTES:,} bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DatelineError(f"The table of publishers {path} is not UTF-8.") from error


def name_with_table(rules: str, table: str) -> str:
    """The name of the rules by which a case is grouped, where its user has a table."""
    return f"{rules}+{_digest(table)}" if table else rules


def is_by_table(rules: str | None, table: str) -> bool:
    """Whether a case that was grouped by rules of this name was so with this table."""
    return rules is None or rules.partition("+")[2] == (_digest(table) if table else "")


def _digest(table: str) -> str:
    return hashlib.sha256(table.encode("utf-8")).hexdigest()[:16]
