"""Which events a reader asks for, as the address says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.errors import BadQuery
from dateline.records import Entity, Event, edtf_bounds, fold_name
from dateline.views import TimelineRow
from dateline.web.paging import Key
from dateline.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """What events must have to be shown.

    Attributes:
        who: A name or an entity's id; "" for anybody.
        start, end: A year, a month or a day, both included; "" for no bound.
        min_origins: The least number of independent first tellers.
        has_conflicts: Whether only events that sources disagree on.
    """

    who: str = ""
    start: str = ""
    end: str = ""
    min_origins: int = 1
    has_conflicts: bool = False

    @property
    def is_any(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Choice()

    @property
    def parameters(self) -> dict[str, object]:
        """The same as parameters of an address."""
        return {
            "who": self.who,
            "from": self.start,
            "to": self.end,
            "origins": self.min_origins if self.min_origins > 1 else None,
            "conflicts": 1 if self.has_conflicts else None,
        }


def read_choice(parameters: Mapping[str, str]) -> Choice:
    """The choice that the parameters of an address make.

    Raises:
        BadQuery: If one of them can't be read.
    """
    origins = parameters.get("origins", "").strip() or "1"
    if not (origins.isascii() and origins.isdigit() and len(origins) < 6):
        raise BadQuery(f"{origins[:40]!r} is no number of origins: give a number such as 2.")
    choice = Choice(
        parameters.get("who", "").strip()[:200],
        parameters.get("from", "").strip()[:40],
        parameters.get("to", "").strip()[:40],
        max(1, int(origins)),
        parameters.get("conflicts", "") not in ("", "0"),
    )
    _bound(choice.start)
    _bound(choice.end)
    return choice


def choose_rows(snapshot: Snapshot, choice: Choice) -> list[TimelineRow]:
    """The events that are asked for, by time, the undated last; none of these in a range."""
    lower, upper = _bound(choice.start)[0], _bound(choice.end)[1]
    wanted = _entities_named(snapshot, choice.who) if choice.who else None
    return [
        row
        for row in snapshot.timeline.rows
        if row.origins >= choice.min_origins
        and (row.conflicts or not choice.has_conflicts)
        and (wanted is None or _has(snapshot.events[row.event], wanted))
        and (not (choice.start or choice.end) or _lies_in(row, lower, upper))
    ]


def row_key(row: TimelineRow) -> Key:
    """The order of a timeline, as a cursor of pages has it."""
    best = row.claims[0]
    return (
        int(row.precision == "undated"), str(row.start or ""), str(row.end or "9999-99"),
        best.published or "9999", best.report, best.quote.start, best.trigger.start, row.event,
    )  # fmt: skip


def is_named(entity: Entity, words: str) -> bool:
    """Whether a name of the entity holds these whole words, without case and marks."""
    wanted = fold_name(words)
    if entity.id == words.strip():
        return True
    names = (entity.name, *entity.names)
    return bool(wanted) and any(f" {wanted} " in f" {fold_name(name)} " for name in names)


def _entities_named(snapshot: Snapshot, who: str) -> set[str]:
    return {one.id for one in snapshot.entities.values() if is_named(one, who)}


def _has(event: Event, wanted: set[str]) -> bool:
    return not wanted.isdisjoint((*event.who, *event.whom))


def _bound(value: str) -> tuple[date | None, date | None]:
    if not value:
        return None, None
    try:
        return edtf_bounds(value)
    except ValueError as error:
        raise BadQuery(
            f"{value!r} is not a date that can be read: write a year, a month or a day, such as "
            "2023, 2024-06 or 2024-06-30."
        ) from error


def _lies_in(row: TimelineRow, lower: date | None, upper: date | None) -> bool:
    if row.precision == "undated":
        return False
    return (lower is None or row.end is None or row.end > lower) and (
        upper is None or row.start is None or row.start < upper
    )
