"""Judgements in the lines of nomenklatura's resolver → judgements of ours.

A line is a JSON list: two ids, the judgement, the score, the user and the time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from dateline.errors import UnreadableInput
from dateline.records import Judgement, JudgementKind, make_judgement

KINDS: Final[dict[str, JudgementKind]] = {
    "positive": "same",
    "negative": "different",
    "unsure": "unsure",
}

_NOBODY = "unknown"
_LONGEST_LINE = 10_000
_LONGEST_ID = 512

# Its times are cut to 28 characters, which may leave half of a zone; they are in UTC.
_TIME = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?)(Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class ResolverLines:
    """What lines of a resolver hold.

    Attributes:
        judgements: In the order of the lines.
        suggestions: How many lines only suggest a pair that nobody judged.
        deleted: How many are marked as deleted.
    """

    judgements: tuple[Judgement, ...]
    suggestions: int
    deleted: int


def read_resolver_lines(lines: Iterable[str], *, time: datetime) -> ResolverLines:
    """The judgements in lines of a resolver.

    Args:
        time: Aware; stands for the time of a line that has none.

    Raises:
        UnreadableInput: If a line is not such a line; its number is told.
    """
    found: list[Judgement] = []
    suggestions = deleted = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row = _read_row(line, number)
        if len(row) > 6 and row[6]:
            deleted += 1
        elif row[2] == "no_judgement":
            suggestions += 1
        else:
            found.append(_read_judgement(row, number, time))
    return ResolverLines(tuple(found), suggestions, deleted)


def _read_row(line: str, number: int) -> list[Any]:
    try:
        row = json.loads(line) if len(line) <= _LONGEST_LINE else None
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, list) or len(row) < 6 or not all(map(_is_id, row[:2])):
        raise UnreadableInput(
            f"Line {number} is no line of a resolver: a JSON list of two ids, a judgement, a "
            "score, a user and a time."
        )
    return row


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_ID and value.isprintable()


def _read_judgement(row: list[Any], number: int, time: datetime) -> Judgement:
    one, other, judged, score, user, written = row[:6]
    if not isinstance(judged, str) or judged not in KINDS:
        raise UnreadableInput(
            f"Line {number} judges {str(judged)[:40]!r}; known are positive, negative, unsure "
            "and no_judgement."
        )
    if one == other:
        raise UnreadableInput(f"Line {number} judges {one} against itself.")
    return make_judgement(
        KINDS[judged],
        one,
        other,
        user=_read_user(user),
        time=_read_time(written) or time,
        score=float(score) if isinstance(score, int | float) else None,
    )


def _read_user(written: object) -> str:
    words = " ".join(written.split()) if isinstance(written, str) else ""
    return words[:_LONGEST_ID] or _NOBODY


def _read_time(written: object) -> datetime | None:
    found = _TIME.match(written) if isinstance(written, str) else None
    if found is None:
        return None
    try:
        time = datetime.fromisoformat(found[1] + (found[2] or ""))
        return time.astimezone(UTC) if found[2] else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
