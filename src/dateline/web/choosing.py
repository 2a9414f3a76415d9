"""Which events a reader asks for, as the address says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, get_args

from dateline.errors import BadQuery
from dateline.records import EVENT_TYPES, Claim, Event, SourceKind, Where, edtf_bounds, fold_name
from dateline.views import TimelineRow
from dateline.views.wording import STANDINGS, standing_of
from dateline.web.paging import Key

if TYPE_CHECKING:
    from dateline.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """What events must have to be shown.

    Attributes:
        who: A name or an entity's id; "" for anybody.
        start, end: A year, a month or a day, both included; "" for no bound.
        min_origins: The least number of independent first tellers.
        has_conflicts: Whether only events that sources disagree on.
        place: Whole words of the name of a place or a venue, or a GeoNames id; "" for any.
        type: One of `EVENT_TYPES`, or "".
        source: The kind of a first teller, or "".
        certainty: How the event stands, or "".
        dated: "yes" or "no", or "" for both.
    """

    who: str = ""
    start: str = ""
    end: str = ""
    min_origins: int = 1
    has_conflicts: bool = False
    place: str = ""
    type: str = ""
    source: str = ""
    certainty: str = ""
    dated: str = ""

    @property
    def is_any(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Choice()

    @property
    def parameters(self) -> dict[str, object]:
        """The same as parameters of an address."""
        return {
            "person": self.who,
            "place": self.place,
            "type": self.type,
            "source": self.source,
            "certainty": self.certainty,
            "min_origins": self.min_origins if self.min_origins > 1 else None,
            "from": self.start,
            "to": self.end,
            "dated": self.dated,
            "conflicts": 1 if self.has_conflicts else None,
        }


def read_choice(parameters: Mapping[str, str]) -> Choice:
    """The choice that the parameters of an address make.

    `who` and `origins` are older names of `person` and `min_origins`.

    Raises:
        BadQuery: If one of them can't be read.
    """

    def said(name: str, older: str = "") -> str:
        return (parameters.get(name, "").strip() or parameters.get(older, "").strip())[:200]

    origins = said("min_origins", "origins") or "1"
    if not (origins.isascii() and origins.isdigit() and len(origins) < 6):
        raise BadQuery(f"{origins[:40]!r} is no number of origins: give a number such as 2.")
    choice = Choice(
        said("person", "who"),
        said("from")[:40],
        said("to")[:40],
        max(1, int(origins)),
        parameters.get("conflicts", "") not in ("", "0"),
        said("place"),
        _one_of("type", said("type"), EVENT_TYPES),
        _one_of("source", said("source"), get_args(SourceKind)),
        _one_of("certainty", said("certainty"), STANDINGS),
        _one_of("dated", said("dated"), ("yes", "no")),
    )
    _bound(choice.start)
    _bound(choice.end)
    return choice


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    if value and value not in known:
        raise BadQuery(f"{value[:40]!r} is no {name}: give one of {', '.join(known)}.")
    return value


def choose_rows(snapshot: Snapshot, choice: Choice) -> list[TimelineRow]:
    """The events that are asked for, by time, the undated last; none of these in a range."""
    lower, upper = window_of(choice)
    wanted = snapshot.entities_named(choice.who) if choice.who else None
    place = fold_name(choice.place)
    return [
        row
        for row in snapshot.timeline.rows
        if row.origins >= choice.min_origins
        and (row.conflicts or not choice.has_conflicts)
        and (not choice.type or row.type == choice.type)
        and (not choice.dated or (row.precision == "undated") == (choice.dated == "no"))
        and (not choice.certainty or standing_of(row.claims) == choice.certainty)
        and (wanted is None or _has(snapshot.events[row.event], wanted))
        and (not choice.place or is_at(snapshot.events[row.event].where, place))
        and (not choice.source or _has_source(snapshot.events[row.event], choice.source))
        and (not (choice.start or choice.end) or _lies_in(row, lower, upper))
    ]


def choose_claims(snapshot: Snapshot, claims: Iterable[Claim], choice: Choice) -> list[Claim]:
    """Those of some claims whose events are asked for, whoever takes part.

    Ties, which are of no event, count where neither kind, time, place nor support is asked for.
    """
    lower, upper = window_of(choice)
    place = fold_name(choice.place)
    any_tie = replace(choice, who="") == Choice()

    def is_chosen(claim: Claim) -> bool:
        event = snapshot.event_of_claim.get(claim.id)
        if event is None:
            return any_tie and claim.kind == "relation"
        if any_tie:
            return True
        row = snapshot.row_of_event[event.id]
        return (
            row.origins >= choice.min_origins
            and bool(row.conflicts or not choice.has_conflicts)
            and (not choice.type or row.type == choice.type)
            and (not choice.dated or (row.precision == "undated") == (choice.dated == "no"))
            and (not choice.certainty or standing_of(row.claims) == choice.certainty)
            and (not choice.place or is_at(event.where, place))
            and (not choice.source or _has_source(event, choice.source))
            and (not (choice.start or choice.end) or _lies_in(row, lower, upper))
        )

    return [claim for claim in claims if is_chosen(claim)]


def row_key(row: TimelineRow) -> Key:
    """The order of a timeline, as a cursor of pages has it."""
    best = row.claims[0]
    return (
        int(row.precision == "undated"), str(row.start or ""), str(row.end or "9999-99"),
        best.published or "9999", best.report, best.quote.start, best.trigger.start, row.event,
    )  # fmt: skip


def _has(event: Event, wanted: set[str]) -> bool:
    return not (wanted.isdisjoint(event.who) and wanted.isdisjoint(event.whom))


def window_of(choice: Choice) -> tuple[date | None, date | None]:
    """The days that are asked for, half-open; None where there is no bound."""
    return _bound(choice.start)[0], _bound(choice.end)[1]


def is_at(where: Where | None, place: str) -> bool:
    """Whether a place has these folded words in its name or its venue's, or this GeoNames id."""
    if where is None or not place:
        return False
    names = (where.name, where.words.exact, where.venue or "")
    is_named = any(f" {place} " in f" {fold_name(name)} " for name in names)
    return is_named or str(where.geonames) == place


def _has_source(event: Event, kind: str) -> bool:
    return any(origin.kind == kind for origin in event.origins)


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
