"""How long a duration is, as ISO 8601 ("two weeks" → "P2W")."""

from __future__ import annotations

import re

from dateline.annotate.times.patterns import NUMBER, UNIT
from dateline.annotate.times.words import UNITS, number_of, unit_of

_LENGTH = re.compile(
    rf"(?P<n>{NUMBER})"
    r"(?:[ -](?:consecutive|straight|full|more|long|short|whole|additional|and a half))?"
    rf"[ \n-]{{1,2}}(?P<unit>{UNIT})"
)
_UNIT = re.compile(UNIT)


def read_length(words: str) -> str | None:
    """The ISO 8601 duration of words such as "two weeks"; ``X`` for a vague count.

    Returns:
        None if the words name no unit of time.
    """
    found = _LENGTH.search(words)
    if found is None:
        bare = _UNIT.search(words)
        unit = unit_of(bare[0]) if bare else None
        return _duration("1" if bare and not bare[0].lower().endswith("s") else "X", unit)
    unit, printed = unit_of(found["unit"]), found["n"].lower()
    count = number_of(printed)
    if count is not None:
        number = str(count)
    elif printed.replace(".", "").isdecimal():
        number = printed
    elif printed.startswith("half"):
        return {"year": "P6M", "day": "PT12H", "hour": "PT30M", "decade": "P5Y"}.get(unit or "")
    else:
        number = "X"
    return _duration(number, unit)


def _duration(number: str, unit: str | None) -> str | None:
    if unit is None:
        return None
    letters = {"WE": "W", "E": "E", "C": "C"}.get(UNITS[unit], UNITS[unit])
    if letters == "Q":
        return f"P{int(number) * 3}M" if number.isdecimal() else "PXQ"
    if letters in ("E", "C") and number.isdecimal():
        return f"P{int(number) * {'E': 10, 'C': 100}[letters]}Y"
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"
