"""What other tools find in the documents of `times`, as TIMEX3."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dateline.records.edtf import edtf_of_days
from evaluation.peers.environment import Peer, ask
from evaluation.peers.known import DATEPARSER, HEIDELTIME, RECOGNIZERS
from evaluation.timeml import TimeDocument, Timex
from evaluation.timex import timex_of_edtf

_PLAIN = re.compile(
    r"\d{4}(?:-(?:\d\d|W\d\d|Q\d|H\d|SP|SU|FA|WI)){0,2}|(?:PAST|PRESENT|FUTURE)_REF"
)
_PART_OF_DAY = re.compile(r"T[A-Z]{2}\Z")
_RECOGNIZED = {
    "date": "DATE",
    "daterange": "DATE",
    "datetime": "TIME",
    "datetimerange": "TIME",
    "time": "TIME",
    "timerange": "TIME",
    "duration": "DURATION",
    "set": "SET",
}


def find_with(peer: Peer, documents: Sequence[TimeDocument]) -> list[list[Timex]]:
    """What a tool finds in each document, in text order.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    answers = ask(peer, [[document.text, document.published] for document in documents])
    read = _READERS[peer.name]
    return [sorted((read(row) for row in rows), key=lambda t: (t.start, t.end)) for rows in answers]


def read_heideltime(row: Sequence[Any]) -> Timex:
    """It writes TIMEX3 already."""
    start, end, kind, value = row
    return Timex(start, end, kind, value)


def read_recognizers(row: Sequence[Any]) -> Timex:
    """Their own types and timex; of a date that could be past or to come, the past one."""
    start, end, name, values = row
    kind = name.removeprefix("datetimeV2.")
    first: Mapping[str, str] = values[0] if values else {}
    return Timex(start, end, _RECOGNIZED.get(kind, "DATE"), _recognized_value(kind, first))


def _recognized_value(kind: str, values: Mapping[str, str]) -> str | None:
    timex = values.get("timex")
    if kind in ("duration", "set") or timex is None or _PLAIN.fullmatch(timex):
        return timex
    if kind == "date":
        return values.get("value", timex)
    if kind == "daterange" and "start" in values and "end" in values:
        first, after = date.fromisoformat(values["start"]), date.fromisoformat(values["end"])
        return timex_of_edtf(edtf_of_days(first, max(first, after - timedelta(days=1))))
    if kind == "datetime" and "value" in values:
        return values["value"].replace(" ", "T")[:16]
    if kind == "datetimerange" and "start" in values and _PART_OF_DAY.search(timex):
        return values["start"][:10] + timex[-3:]
    return timex


def read_dateparser(row: Sequence[Any]) -> Timex:
    """A point in time and how wide the words are; it knows dates and hours alone."""
    start, end, when, period = row
    if period == "time":
        return Timex(start, end, "TIME", when[:16])
    length = {"year": 4, "month": 7}.get(period, 10)
    return Timex(start, end, "DATE", when[:length])


_READERS: Mapping[str, Callable[[Sequence[Any]], Timex]] = {
    HEIDELTIME.name: read_heideltime,
    RECOGNIZERS.name: read_recognizers,
    DATEPARSER.name: read_dateparser,
}
