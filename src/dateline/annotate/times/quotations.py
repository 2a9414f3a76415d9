"""Where a report quotes: "today" in somebody's mouth is the day of the saying."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[“”\"]|``|''")
_LONGEST = 2000
"""Code points that are read on either side for the marks of a quotation."""


def quotation_around(text: str, place: int) -> tuple[int, int] | None:
    """The quotation that a place stands in, marks included; None if it stands in none.

    It ends with the paragraph if it is not closed.
    """
    near = max(0, place - _LONGEST)
    paragraph = max(text.rfind("\n\n", near, place), near)
    opened: int | None = None
    for mark in _MARKS.finditer(text, paragraph, place):
        is_closing = mark[0] in ("”", "''") or (mark[0] == '"' and opened is not None)
        opened = None if is_closing else mark.start()
    if opened is None:
        return None
    after = text.find("\n\n", place, place + _LONGEST)
    limit = after if after >= 0 else min(len(text), place + _LONGEST)
    closing = _MARKS.search(text, place, limit)
    return opened, closing.end() if closing else limit
