"""One event as its sources tell it: a row a source, a column a question, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dateline.records import Claim, Entity, Event, Participant, Quote, SourceKind, When, Where
from dateline.views.origin_tree import OriginNode, ReportNode
from dateline.views.wording import (
    Standing,
    list_names,
    plain_line,
    say_count,
    say_date,
    say_place,
    standing_of,
)

Question = Literal["when", "where", "who", "whom", "count", "happened"]
QUESTIONS: tuple[Question, ...] = get_args(Question)

Stance = Literal["differs", "changed", "agrees", "coarser", "silent"]
"""How what a source says stands to the rest: it cannot hold with another side; it was
told otherwise later; it is what the event has; it holds, but says less; nothing."""

STANCES: dict[Stance, str] = {
    "agrees": "agrees",
    "coarser": "agrees, says less",
    "differs": "differs",
    "changed": "told otherwise later",
    "silent": "silent",
}
"""Each stance in words."""

SIGNS: dict[Stance, str] = {
    "agrees": "=", "coarser": "~", "differs": "≠", "changed": "»", "silent": "·"
}  # fmt: skip
"""Each stance as one character."""

HEADS: dict[Question, str] = {
    "when": "when", "where": "where", "who": "who", "whom": "to whom", "count": "how many",
    "happened": "happened?",
}  # fmt: skip
"""Each question as the head of a column."""

_STANDING_OUT: tuple[Stance, ...] = get_args(Stance)

_HAPPENED: dict[Standing, str] = {
    "asserted": "happened",
    "reported": "happened",
    "alleged": "may have happened",
    "planned": "is planned",
    "inferred": "is inferred",
    "denied": "did not happen",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """What some claims of a source say on one question, in words."""

    words: str
    stance: Stance
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a source says on one question; nothing if it is silent.

    Attributes:
        sayings: Each once, those that differ first.
    """

    sayings: tuple[Saying, ...] = ()

    @property
    def stance(self) -> Stance:
        """That of the saying that stands out most."""
        return self.sayings[0].stance if self.sayings else "silent"

    @property
    def shown(self) -> tuple[Saying, ...]:
        """The sayings without those that only say less than another one of the same source."""
        fuller = tuple(one for one in self.sayings if one.stance != "coarser")
        return fuller or self.sayings


@dataclass(frozen=True, slots=True)
class Column:
    """A question that at least one source answers.

    Attributes:
        settled: What the event has there: the tightest that its claims support together; empty
            where it has nothing, or where they conflict and none is chosen.
        is_disputed: Whether there is a conflict on it.
    """

    on: Question
    settled: str
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A source: an origin with all claims that rest on it, or one report that leads to it.

    Attributes:
        name: The first teller, or the outlet.
        kind: Of a first teller; None for a report.
        report: Id of the report; None for a first teller.
        published: Of a report, ISO date or None.
        words: Of a report, how it has what it tells: "cites Alpine Wire".
        cells: One for each column.
        under: The reports that have it from this one.
    """

    name: str
    kind: SourceKind | None
    report: str | None
    published: str | None
    words: str
    claims: tuple[str, ...]
    cells: tuple[Cell, ...]
    under: tuple[MatrixRow, ...] = ()

    @property
    def is_own_voice(self) -> bool:
        """Whether it is an outlet that speaks for itself, in one report."""
        return self.kind == "author" and self.only is not None and self.only.name == self.name

    @property
    def only(self) -> MatrixRow | None:
        """The one report of an origin that has no more; both then say the same."""
        is_only = self.kind is not None and len(self.under) == 1 and not self.under[0].under
        return self.under[0] if is_only else None


@dataclass(frozen=True, slots=True)
class EventMatrix:
    """What each source of an event says on each question.

    Attributes:
        columns: The questions that somebody answers, in the order of `QUESTIONS`.
        unanswered: Those that nobody answers.
        rows: A row for each origin, with those of its reports under it.
    """

    event: str
    columns: tuple[Column, ...]
    unanswered: tuple[Question, ...]
    rows: tuple[MatrixRow, ...]


def draw_matrix(
    event: Event,
    claims: Mapping[str, Claim],
    owners: Mapping[str, Entity],
    origins: Iterable[OriginNode],
) -> EventMatrix:
    """The matrix of one event.

    Args:
        claims: By id; at least those of the event.
        owners: As `owners_of` gives it.
        origins: As `draw_origins` gives them.
    """
    reader = _Reader(event, claims, owners)
    answered = [on for on in QUESTIONS if any(reader.sayings(event.claims, on))]
    rows = tuple(_origin_row(node, reader, answered) for node in origins)
    return EventMatrix(
        event.id,
        tuple(Column(on, reader.settled(on), on in reader.disputed) for on in answered),
        tuple(on for on in QUESTIONS if on not in answered),
        rows,
    )


def _origin_row(node: OriginNode, reader: _Reader, answered: Sequence[Question]) -> MatrixRow:
    return MatrixRow(
        node.name,
        node.kind,
        None,
        None,
        "",
        node.claims,
        reader.cells(node.claims, answered),
        tuple(_report_row(one, reader, answered) for one in node.under),
    )


def _report_row(node: ReportNode, reader: _Reader, answered: Sequence[Question]) -> MatrixRow:
    return MatrixRow(
        node.outlet,
        None,
        node.report,
        node.published,
        node.words,
        node.claims,
        reader.cells(node.claims, answered),
        tuple(_report_row(one, reader, answered) for one in node.under),
    )


class _Reader:
    """Reads what claims of one event say on each question, and how that stands to the rest."""

    def __init__(
        self, event: Event, claims: Mapping[str, Claim], owners: Mapping[str, Entity]
    ) -> None:
        self.event, self.claims, self.owners = event, claims, owners
        self.standing = standing_of(claims[id_] for id_ in event.claims)
        self.disputed = {conflict.on for conflict in event.conflicts}
        self._differ = {
            (conflict.on, claim)
            for conflict in event.conflicts
            for side in conflict.sides
            for claim in side.claims
        }
        self._changed = {
            (series.on, claim)
            for series in event.series
            for step in series.steps[:-1]  # what is told last is no longer told otherwise
            for claim in step.claims
        }

    def cells(self, ids: Iterable[str], questions: Iterable[Question]) -> tuple[Cell, ...]:
        return tuple(Cell(self.sayings(ids, on)) for on in questions)

    def sayings(self, ids: Iterable[str], on: Question) -> tuple[Saying, ...]:
        """What these claims say, the same words once, what stands out most first."""
        found: dict[tuple[str, Stance], list[str]] = {}
        for id_ in sorted(ids):
            claim = self.claims[id_]
            words = self._words(claim, on)
            if words:
                found.setdefault((words, self._stance(claim, on)), []).append(id_)
        ordered = sorted(found, key=lambda one: (_STANDING_OUT.index(one[1]), one[0]))
        return tuple(Saying(*one, tuple(found[one])) for one in ordered)

    def settled(self, on: Question) -> str:
        event = self.event
        if on in self.disputed:
            return ""
        if on == "when":
            return say_date(event.when.edtf) if event.when else ""
        if on == "where":
            return say_place(event.where)
        if on in ("who", "whom"):
            ids = event.who if on == "who" else event.whom
            return list_names(sorted({self.owners[one].name for one in ids if one in self.owners}))
        return _HAPPENED[self.standing] if on == "happened" else ""

    def _words(self, claim: Claim, on: Question) -> str:
        if on == "when":
            return say_date(claim.when.edtf) if claim.when else ""
        if on == "where":
            return say_place(claim.where)
        if on == "who":
            return self._names(claim.who, claim.unnamed_who)
        if on == "whom":
            return self._names(claim.whom, claim.unnamed_whom)
        if on == "count":
            return ", ".join(dict.fromkeys(map(say_count, claim.counts)))
        return _HAPPENED["denied" if claim.polarity == "-" else claim.certainty]

    def _names(self, named: Iterable[Participant], unnamed: Iterable[Quote]) -> str:
        names = [self._name(one) for one in named]
        return list_names(dict.fromkeys([*names, *(plain_line(one.exact) for one in unnamed)]))

    def _name(self, one: Participant) -> str:
        owner = self.owners.get(one.chain)
        return plain_line(owner.name if owner else one.words.exact)

    def _stance(self, claim: Claim, on: Question) -> Stance:
        if (on, claim.id) in self._differ:
            return "differs"
        if (on, claim.id) in self._changed:
            return "changed"
        if on in self.disputed:
            return "coarser"  # it holds with either side
        if on == "when":
            return _stance_of_time(claim.when, self.event.when)
        if on == "where":
            return _stance_of_place(claim.where, self.event.where)
        if on == "who":
            return self._stance_of_side(claim.who, self.event.who)
        if on == "whom":
            return self._stance_of_side(claim.whom, self.event.whom)
        if on == "happened":
            said = "denied" if claim.polarity == "-" else claim.certainty
            return "agrees" if _HAPPENED[said] == _HAPPENED[self.standing] else "coarser"
        return "agrees"

    def _stance_of_side(self, named: Iterable[Participant], settled: Sequence[str]) -> Stance:
        """A source that names fewer than all sources together says less."""
        own = {self.owners[one.chain].id for one in named if one.chain in self.owners}
        return "agrees" if own >= set(settled) else "coarser"


def _stance_of_time(told: When | None, settled: When | None) -> Stance:
    if told is None or settled is None:
        return "agrees"
    if _ends_before(told, settled) or _ends_before(settled, told):
        return "differs"
    starts_early = told.start is None or (settled.start is not None and told.start < settled.start)
    ends_late = told.end is None or (settled.end is not None and told.end > settled.end)
    is_same = (told.start, told.end) == (settled.start, settled.end)
    return "coarser" if (starts_early or ends_late) and not is_same else "agrees"


def _ends_before(left: When, right: When) -> bool:
    return left.end is not None and right.start is not None and left.end <= right.start


def _stance_of_place(told: Where | None, settled: Where | None) -> Stance:
    if told is None or settled is None or told.name == settled.name:
        return "agrees"
    if told.radius_km is not None and settled.radius_km is not None:
        return "coarser" if told.radius_km > settled.radius_km else "agrees"
    return "agrees"
