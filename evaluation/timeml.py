"""Documents in TimeML: the text, its date, and the labelled words in it, by code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from dateline.read import read_bytes
from dateline.read.dateline import find_dateline
from dateline.records import Report

_DATE = re.compile(r"\d{3}")
_IN_A_DATE = ("IS_INCLUDED", "SIMULTANEOUS", "IDENTITY")
"""Relations of an event to a time; those below are of a time to an event."""
_DATE_WITH = ("INCLUDES", "SIMULTANEOUS", "IDENTITY")


@dataclass(frozen=True, slots=True)
class Timex:
    """Words of time, labelled or found.

    Attributes:
        start, end: Code points in the text, half-open.
        type: "DATE", "TIME", "DURATION" or "SET".
        value: Of TIMEX3 ("1998-02-27", "P2D", "PRESENT_REF"); None where none is given.
    """

    start: int
    end: int
    type: str
    value: str | None


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """A labelled document.

    Attributes:
        name: Of its file, without ending.
        text: The body as it stands in the file, without tags.
        published: ISO date of the document.
        times: In text order; tags without words are left out.
        events: The label of each event word to the code point that it starts at.
        dates: The label of an event word to the value of the date that a link puts it in, the
            narrowest if there are some.
    """

    name: str
    text: str
    published: str
    times: tuple[Timex, ...]
    events: dict[str, int]
    dates: dict[str, str]


def find_documents(data: Path) -> list[Path]:
    """The TimeML files in a folder and the folders in it, sorted by name."""
    return sorted(data.rglob("*.tml"), key=lambda path: path.name)


def read_timeml(path: Path) -> TimeDocument:
    """One document.

    Raises:
        ValueError: If the file has no body, or no date.
    """
    root = ElementTree.fromstring(path.read_bytes())
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError(f"{path.name}: no TEXT or no TIMEX3 in its DCT")
    parts: list[str] = []
    times: list[Timex] = []
    events: dict[str, int] = {}
    for tag, start, end in _walk(body, parts):
        if tag.tag == "TIMEX3" and end > start:
            times.append(Timex(start, end, tag.get("type", ""), tag.get("value")))
        elif tag.tag == "EVENT":
            events.setdefault(tag.get("eid", ""), start)
    times.sort(key=lambda one: (one.start, one.end))
    published = created.get("value", "")[:10]
    return TimeDocument(
        path.stem, "".join(parts), published, tuple(times), events, _linked_dates(root)
    )


def _linked_dates(root: ElementTree.Element) -> dict[str, str]:
    """The date of each event that is said to lie in one, or to be at the same time."""
    event_of = {one.get("eiid"): one.get("eventID", "") for one in root.iter("MAKEINSTANCE")}
    value_of = {
        one.get("tid"): one.get("value", "")[:10]
        for one in root.iter("TIMEX3")
        if one.get("type") in ("DATE", "TIME") and _DATE.match(one.get("value", ""))
    }
    dates: dict[str, str] = {}
    for link in root.iter("TLINK"):
        relation = link.get("relType")
        if relation in _IN_A_DATE:
            event, time = link.get("eventInstanceID"), link.get("relatedToTime")
        elif relation in _DATE_WITH:
            event, time = link.get("relatedToEventInstance"), link.get("timeID")
        else:
            continue
        label, value = event_of.get(event), value_of.get(time, "")
        if label and len(value) > len(dates.get(label, "")):
            dates[label] = value
    return dates


def _walk(
    element: ElementTree.Element, parts: list[str], at: int = 0
) -> Iterator[tuple[ElementTree.Element, int, int]]:
    """Each tag inside with its first and last code point; the text goes into `parts`."""
    parts.append(element.text or "")
    at += len(parts[-1])
    for child in element:
        start = at
        yield from _walk(child, parts, at)
        at = start + len("".join(child.itertext()))
        yield child, start, at
        parts.append(child.tail or "")
        at += len(parts[-1])


def read_as_report(text: str, published: str, name: str) -> Report:
    """The report that a user has of the text who is told its date.

    Raises:
        ValueError: If reading changes the text, so that labels would no longer fit.
    """
    report = read_bytes(text.encode("utf-8"), f"{name}.txt")
    if report.text != text:
        raise ValueError(f"{name}: reading changes the text")
    # Told by its page, the report would have had the year of its dateline from the start.
    line = report.dateline and find_dateline(text, report.dateline.words.start, published)
    return replace(
        report,
        published=published,
        published_from="meta",
        dateline=line[0] if line else report.dateline,
    )
