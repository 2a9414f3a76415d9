"""Events in the order of time, each with the words it rests on and according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dateline.errors import BadQuery
from dateline.records import (
    Certainty,
    Claim,
    ConflictOn,
    Entity,
    Event,
    KnownBy,
    Polarity,
    Quote,
    Report,
    Side,
    edtf_bounds,
)
from dateline.records.folding import fold_name
from dateline.views.wording import (
    STANDINGS,
    Precision,
    describe_sources,
    name_outlet,
    owners_of,
    precision_of,
    say_count,
    say_place,
    say_unnamed,
    shorten,
)


@dataclass(frozen=True, slots=True)
class TimelineClaim:
    """One claim of a row.

    Attributes:
        report: Id of its report.
        published: ISO date, or None.
        when: EDTF of the claim's own time, or None.
        source: The source chain in words.
    """

    id: str
    report: str
    outlet: str
    published: str | None
    quote: Quote
    trigger: Quote
    when: str | None
    source: str
    certainty: Certainty
    polarity: Polarity
    known_by: KnownBy
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class TimelineConflict:
    """What the claims of a row disagree on."""

    on: ConflictOn
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event.

    Attributes:
        label: The words of the best claim, on one line, long ones cut round the trigger.
        who, whom: Names, sorted.
        where: The place as printed, after its venue if it has one; None if none is given.
        radius_km: How coarse the place is.
        start, end: Days, half-open; None where open or undated.
        certainty, polarity: Of the best claim.
        source: The source chain of the best claim in words.
        claims: The best claim first: said to have happened, surest, dated, first published.
        is_bare_saying: Whether it tells only that somebody said something: to nobody, nowhere.
        unnamed: The words of its best claim for those without a name: "two gunmen → 12 people".
        counts: How many, as its claims say it, the best first: "at least 12 killed".
    """

    event: str
    type: str
    mode: str | None
    label: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    where: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    edtf: str | None
    start: date | None
    end: date | None
    precision: Precision
    certainty: Certainty
    polarity: Polarity
    source: str
    origins: int
    publishers: int
    copies: int
    conflicts: tuple[TimelineConflict, ...]
    claims: tuple[TimelineClaim, ...]
    is_bare_saying: bool = False
    unnamed: str = ""
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by earliest possible day, the undated last; those of one day as they were told.

    As told: by publication of the report, then report, then place in the text, of the best claim.

    Attributes:
        who, start, end: The filters, as given.
        undated_left_out: Undated events that a filter on time left out.
        unsaid_left_out: Left out for telling only that somebody did not say something.
    """

    rows: tuple[TimelineRow, ...]
    who: str | None = None
    start: str | None = None
    end: str | None = None
    undated_left_out: int = 0
    unsaid_left_out: int = 0

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as JSON values; days are ISO dates."""
        return [to_plain(asdict(row)) for row in self.rows]


def to_plain(value: Any) -> Any:
    """Fields of a view as JSON values: lists for tuples, ISO dates for days."""
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def draw_timeline(
    events: Iterable[Event],
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    reports: Iterable[Report],
    who: str | None = None,
    start: str | date | None = None,
    end: str | date | None = None,
) -> Timeline:
    """The timeline of a case.

    Args:
        who: Only events with somebody of this name: whole words of any name of an entity,
            without case and marks ("zaher" finds "Dr. Naji Zaher"); or an entity's id.
        start, end: Only events that may lie between these, both included: days or EDTF
            ("2023", "2024-06"). With either, undated events are left out, and counted.

    Raises:
        BadQuery: If `start` or `end` can't be read.
    """
    lower, upper = _bound(start, first=True), _bound(end, first=False)
    people = tuple(entities)
    wanted = None if who is None else {e.id for e in people if _is_named(e, who)}
    drawer = RowDrawer(claims, people, reports)
    chosen = [e for e in events if wanted is None or not wanted.isdisjoint((*e.who, *e.whom))]
    is_bounded = start is not None or end is not None
    undated = [event for event in chosen if event.when is None]
    dated = [event for event in chosen if event.when and _lies_in(event, lower, upper)]
    rows = [drawer.row(event) for event in (dated if is_bounded else [*dated, *undated])]
    shown = [row for row in rows if not (row.is_bare_saying and row.polarity == "-")]
    return Timeline(
        tuple(sorted(shown, key=_by_time)),
        who,
        None if start is None else str(start),
        None if end is None else str(end),
        len(undated) if is_bounded else 0,
        len(rows) - len(shown),
    )


def _bound(value: str | date | None, *, first: bool) -> date | None:
    if value is None:
        return None
    try:
        bounds = edtf_bounds(str(value).strip())
    except ValueError as error:
        raise BadQuery(
            f"{value!s} is not a date that can be read: write a year, a month or a day, such as "
            "2023, 2024-06 or 2024-06-30."
        ) from error
    return bounds[0] if first else bounds[1]


def _lies_in(event: Event, lower: date | None, upper: date | None) -> bool:
    assert event.when is not None
    starts, ends = event.when.start, event.when.end
    return (lower is None or ends is None or ends > lower) and (
        upper is None or starts is None or starts < upper
    )


def _is_named(entity: Entity, who: str) -> bool:
    wanted = fold_name(who)
    if entity.id == who.strip():
        return True
    names = (entity.name, *entity.names)
    return bool(wanted) and any(f" {wanted} " in f" {fold_name(name)} " for name in names)


def _by_time(row: TimelineRow) -> tuple[object, ...]:
    undated = row.precision == "undated"
    best = row.claims[0]
    told = best.published or "9999", best.report, best.quote.start, best.trigger.start
    return undated, row.start or date.min, row.end or date.max, *told, row.event


def _is_bare_saying(event: Event, claims: Iterable[Claim]) -> bool:
    is_said = all(claim.type == "STATE" and claim.mode == "say" for claim in claims)
    return is_said and len(event.who) < 2 and not event.whom and event.where is None


class RowDrawer:
    """Draws rows with the records of one case at hand; any event, shown in a timeline or not."""

    def __init__(
        self, claims: Iterable[Claim], entities: Iterable[Entity], reports: Iterable[Report]
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.owners = owners_of(entities)
        self.reports = {report.id: report for report in reports}

    def row(self, event: Event) -> TimelineRow:
        """The row of one event."""
        told = best_first([self.claims[id_] for id_ in event.claims], event, self.reports)
        best, where = told[0], event.where
        return TimelineRow(
            event=event.id,
            type=event.type,
            mode=next((claim.mode for claim in told if claim.mode), None),
            label=shorten(best.quote.exact, best.trigger.exact),
            who=self._names(event.who),
            whom=self._names(event.whom),
            where=say_place(where) or None,
            country=where.country if where else None,
            lat=where.lat if where else None,
            lon=where.lon if where else None,
            radius_km=where.radius_km if where else None,
            edtf=event.when.edtf if event.when else None,
            start=event.when.start if event.when else None,
            end=event.when.end if event.when else None,
            precision=precision_of(event.when),
            certainty=best.certainty,
            polarity=best.polarity,
            source=describe_sources(best, self.reports.get(best.report), self.owners),
            origins=len(event.origins),
            publishers=event.publishers,
            copies=event.copies,
            conflicts=tuple(TimelineConflict(c.on, c.sides) for c in event.conflicts),
            claims=tuple(self._claim(claim) for claim in told),
            is_bare_saying=_is_bare_saying(event, told),
            unnamed=say_unnamed(best),
            counts=tuple(dict.fromkeys(say_count(c) for claim in told for c in claim.counts)),
        )

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names sorted; an id that no entity has (a chain left over) is left out."""
        return tuple(sorted({self.owners[id_].name for id_ in ids if id_ in self.owners}))

    def _claim(self, claim: Claim) -> TimelineClaim:
        report = self.reports.get(claim.report)
        return TimelineClaim(
            claim.id,
            claim.report,
            name_outlet(report),
            report.published_on if report else None,
            claim.quote,
            claim.trigger,
            claim.when.edtf if claim.when else None,
            describe_sources(claim, report, self.owners),
            claim.certainty,
            claim.polarity,
            claim.known_by,
            claim.in_headline,
        )


def best_first(claims: Sequence[Claim], event: Event, reports: Mapping[str, Report]) -> list[Claim]:
    """The claims of an event, the one that a reader should see first at the head."""

    def rank(claim: Claim) -> tuple[object, ...]:
        report = reports.get(claim.report)
        has_time = claim.when is not None and event.when is not None
        return (
            claim.polarity == "-",
            claim.certainty == "planned",
            claim.in_headline,
            not (has_time and claim.when.edtf == event.when.edtf),  # type: ignore[union-attr]
            STANDINGS.index(claim.certainty),
            -len(claim.who) - len(claim.whom),
            claim.where is None,
            (report.published_on if report else None) or "9999",
            claim.report,
            claim.quote.start,
            claim.id,
        )

    return sorted(claims, key=rank)
