"""Which text of an address stands, where reports of one address have several.

The later text is the one that says that it was published or changed later; where they do not both
say so, or say the same day, the one that was added later. The same words captured again are no
other text: the first capture goes on to stand.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from dateline.events.revisions.addresses import read_address
from dateline.records import Report, fold_name

_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EVER = (0, (datetime.max.replace(tzinfo=UTC) - _FIRST) // _MICROSECOND)


class Text(NamedTuple):
    """A report as one of the texts that its address had.

    Attributes:
        address: With the outlet, where one is known.
        words: Hash of the words of its title and body.
        first, last: When it was published or changed, in microseconds: the earliest that its dates
            allow (inclusive), and the first after the latest.
        number: Counts the reports of a case in the order of adding.
    """

    report: str
    address: str
    words: str
    first: int
    last: int
    number: int = 0


class Place(NamedTuple):
    """What a report is among the texts of its address.

    Attributes:
        revision_of: The report with the text before it.
        replaced_by: The report that stands in its place; None if it stands itself.
        same_as: The first capture of its words, if it is a later one.
    """

    revision_of: str | None = None
    replaced_by: str | None = None
    same_as: str | None = None


ALONE = Place()


@dataclass(frozen=True, slots=True)
class CurrentTexts:
    """Which reports of a case stand.

    Attributes:
        places: Each report of an address with several → its place among them.
        orders: Each such address → its reports, the earliest text first.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    orders: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def stands(self, report: str) -> bool:
        """Whether a report stands in events and counts."""
        return self.places.get(report, ALONE).replaced_by is None

    def mark(self, report: Report, copies: Mapping[str, str]) -> Report:
        """The report with what is worked out of it; `copies` as `settle_copies` gives them."""
        place = self.places.get(report.id, ALONE)
        return replace(
            report,
            copy_of=copies.get(report.id),
            revision_of=place.revision_of,
            replaced_by=place.replaced_by,
        )


def find_current_texts(reports: Iterable[Report], numbers: Mapping[str, int]) -> CurrentTexts:
    """Which reports stand; the order of the reports does not matter.

    Args:
        numbers: The reports in the order of adding.
    """
    texts: dict[str, list[Text]] = defaultdict(list)
    for report in reports:
        if found := read_text(report, numbers.get(report.id, 0)):
            texts[found.address].append(found)
    places: dict[str, Place] = {}
    orders: dict[str, Sequence[str]] = {}
    for address, some in sorted(texts.items()):
        if len(some) > 1:
            ordered = order_texts(some)
            orders[address] = tuple(text.report for text in ordered)
            places.update(place_texts(ordered))
    return CurrentTexts(places, orders)


def read_text(report: Report, number: int) -> Text | None:
    """The report as a text of its address; None if it has none.

    What another outlet prints under the address is its own text: an agency's, perhaps, whose
    address many give for what they took from it.
    """
    address = read_address(report.url)
    if address is None:
        return None
    if report.outlet:
        address = f"{address} ({fold_name(report.outlet)})"
    printed = f"{report.title or ''}\n{report.text[report.body_start :]}".casefold()
    words = "".join(c if c.isalnum() else " " for c in printed).split()
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    first, last = max(map(_instants, (report.published, report.modified)))
    return Text(report.id, address, digest, first, last, number)


def _instants(stamp: str | None) -> tuple[int, int]:
    """The first instant of a date or an instant, and the first after it; any if none is given."""
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return _EVER
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    start = max(0, (found - _FIRST) // _MICROSECOND)
    return start, start + (timedelta(days=1) // _MICROSECOND if len(stamp or "") <= 10 else 1)


def order_texts(texts: Iterable[Text]) -> list[Text]:
    """The texts of one address, the earliest first.

    A text with a loose date comes after all that were added before it and may be earlier.
    """
    placed: list[tuple[int, int, str, Text]] = []
    for text in sorted(texts, key=lambda one: (one.number, one.report)):
        before = bisect_left(placed, (text.last,))
        instant = max(text.first, placed[before - 1][0]) if before else text.first
        insort(placed, (instant, text.number, text.report, text))
    return [text for *_, text in placed]


def place_texts(texts: Sequence[Text]) -> dict[str, Place]:
    """The place of each report of an address, given in order; all that is alone is `ALONE`."""
    same = [list(some) for _, some in groupby(texts, key=lambda one: one.words)]
    current = same[-1][0].report
    places: dict[str, Place] = {}
    before: str | None = None
    for first, *again in same:
        stands = None if first.report == current else current
        places[first.report] = Place(before, stands, None)
        places.update((one.report, Place(None, current, first.report)) for one in again)
        before = first.report
    return places


def settle_copies(copies: Mapping[str, str], places: Mapping[str, Place]) -> dict[str, str]:
    """Who copies whom among the reports that stand.

    A copy of a text that was replaced counts as one of the text that stands for it; what was
    replaced copies nothing, but for the same words captured again.

    Args:
        copies: As `find_copies` finds them among all texts, those that were replaced too.
    """
    settled: dict[str, str] = {}
    for report in sorted(copies):
        if places.get(report, ALONE).replaced_by is None:
            root = _follow(report, copies, places)
            if root != report:
                settled[report] = root
    for report, place in sorted(places.items()):
        if place.same_as is not None:
            settled[report] = settled.get(place.same_as, place.same_as)
    return settled


def _follow(report: str, copies: Mapping[str, str], places: Mapping[str, Place]) -> str:
    """The first of the reports that stand that a text leads to; of a ring of copies the least."""
    path = [report]
    while (root := copies.get(path[-1])) is not None:
        stands = places.get(root, ALONE).replaced_by or root
        if stands in path:
            return min(path[path.index(stands) :])
        path.append(stands)
    return path[-1]
