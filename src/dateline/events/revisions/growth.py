"""Which texts stand when reports come in: always what `find_current_texts` finds in all of them.

What has to be kept between two additions is asked of a `Ledger`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from dateline.events.revisions.current import (
    Place,
    Text,
    order_texts,
    place_texts,
    read_text,
    settle_copies,
)
from dateline.records import Report

TextRow = tuple[str, str, str, int, int, int]
PlaceRow = tuple[str | None, str | None, str | None]


class Ledger(Protocol):
    """What is kept of the texts of a case, so that it can grow.

    Rows come back as plain tuples, of the fields of `Text` and of `Place`. What is not known is
    left out.
    """

    def reports(self, ids: Collection[str]) -> Sequence[Report]:
        """The reports with these ids."""

    def numbers(self, ids: Collection[str]) -> Mapping[str, int]:
        """The numbers of some reports in the order of adding."""

    def add_texts(self, texts: Sequence[Text]) -> None:
        """Keeps the texts of new reports; each is alone till `set_places` says what it is."""

    def texts_at(self, addresses: Collection[str]) -> Sequence[tuple[TextRow, PlaceRow]]:
        """All texts of some addresses, with their places."""

    def set_places(self, places: Mapping[str, Place]) -> None:
        """Says what some reports are among the texts of their address."""

    def copies_to_settle(self) -> tuple[Mapping[str, str], Mapping[str, PlaceRow]]:
        """What `grow_settled` settles, and the places of all reports that were replaced.

        Of all copies those that were replaced, that stand for such a one, or that copy one.
        """

    def settled(self) -> Mapping[str, str | None]:
        """What was settled otherwise than the texts alone say."""

    def set_settled(self, copies: Mapping[str, str | None]) -> None:
        """Puts this in the place of all that was settled."""


def grow_current_texts(ledger: Ledger, reports: Collection[str]) -> bool:
    """Takes in new reports, each once.

    Returns:
        Whether one that was taken in before stands no more, or stands again: what was made of it
        is then to be made anew.
    """
    numbers = ledger.numbers(reports)
    read = (read_text(one, numbers.get(one.id, 0)) for one in ledger.reports(reports))
    new = [text for text in read if text is not None]
    ledger.add_texts(new)
    at: dict[str, list[tuple[Text, Place]]] = defaultdict(list)
    for text, place in ledger.texts_at({text.address for text in new}):
        at[text[1]].append((Text(*text), Place(*place)))
    before: dict[str, Place] = {}
    now: dict[str, Place] = {}
    for some in at.values():
        before.update((text.report, place) for text, place in some)
        now.update(place_texts(order_texts(text for text, _ in some)))
    ledger.set_places({one: place for one, place in now.items() if place != before[one]})
    known = now.keys() - set(reports)
    return any((now[one].replaced_by is None) != (before[one].replaced_by is None) for one in known)


def grow_settled(ledger: Ledger) -> set[str]:
    """Settles anew who copies whom among the reports that stand; those that now copy another."""
    copies, places = ledger.copies_to_settle()
    settled = settle_copies(copies, {one: Place(*place) for one, place in places.items()})
    now: dict[str, str | None] = {}
    for report in copies.keys() | settled.keys():
        if settled.get(report) != copies.get(report):
            now[report] = settled.get(report)
    before = ledger.settled()
    if before != now:
        ledger.set_settled(now)
    return {
        one
        for one in before.keys() | now.keys()
        if before.get(one, copies.get(one)) != now.get(one, copies.get(one))
    }
