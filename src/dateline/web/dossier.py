"""What the reports say of one person or body, gathered for its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.export.rows import ClaimCard, EventRow
from dateline.records import Claim, Entity, EntityRole, Event, When, read_when
from dateline.views import TimelineRow
from dateline.views.axis import Axis, lay_axis
from dateline.views.marks import Mark, draw_mark
from dateline.views.wording import name_outlet, name_source, say_date, standing_of
from dateline.web.choosing import row_key
from dateline.web.snapshot import Snapshot

FEW = 50
"""Lines of a table; where there are more, the list of events has them all."""
_FEW_QUESTIONS = 6


@dataclass(frozen=True, slots=True)
class NameUse:
    """Who prints a name, or in whose words it stands.

    Attributes:
        claim: A claim whose words hold the name; None if none does.
    """

    user: str
    report: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name, and how often it stands in reports.

    Attributes:
        outlets: Who prints it.
        speakers: Others who are credited with a passage that has it.
    """

    name: str
    outlets: tuple[NameUse, ...]
    speakers: tuple[NameUse, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A line of a table of an entity's events.

    Attributes:
        others: Those who took part beside it.
        denied_by: Who says that it did not happen.
    """

    row: EventRow
    day: str
    others: tuple[Entity, ...]
    where: str
    origins: int
    denied_by: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class Deeds:
    """A table of events, the first of them by time.

    Attributes:
        total: How many there are in all.
    """

    lines: tuple[Meeting, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post or a lasting tie.

    Attributes:
        mark: Its time on the axis; None where no report dates it.
        when: The same in words; "" where no report dates it.
        printed: The words to look for where no claim tells of it.
    """

    label: str
    standing: str
    when: str
    mark: Mark | None
    claim: Claim | None
    by: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What the reports leave open.

    Attributes:
        filters: What narrows the list of events to these.
    """

    words: str
    rows: tuple[EventRow, ...]
    total: int
    filters: dict[str, object]


def used_names(snapshot: Snapshot, entity: Entity) -> list[UsedName]:
    """The names that reports print, the most used first, and who prints each."""
    times: dict[str, int] = defaultdict(int)
    outlets: dict[str, dict[str, NameUse]] = defaultdict(dict)
    speakers: dict[str, dict[str, NameUse]] = defaultdict(dict)
    for mention in entity.mentions:
        if mention.kind != "name":
            continue
        name, report = " ".join(mention.words.exact.split()), snapshot.reports.get(mention.report)
        times[name] += 1
        claims = snapshot.claims_of_report.get(mention.report, ())
        holding = [
            one
            for one in claims
            if one.quote.holds(mention.words) and one.id not in snapshot.misread
        ]
        first = holding[0].id if holding else None
        outlet = name_outlet(report)
        known = outlets[name].get(outlet)
        if known is None or (known.claim is None and first):
            outlets[name][outlet] = NameUse(outlet, mention.report, first)
        for claim in holding:
            for source in claim.sources[:1]:
                is_other = source.chain not in entity.chains
                if is_other and source.kind in ("person", "organization"):
                    said = name_source(source, report, snapshot.owners)
                    speakers[name].setdefault(said, NameUse(said, claim.report, claim.id))
    found = [
        UsedName(name, _by_user(outlets[name]), _by_user(speakers[name]), number)
        for name, number in times.items()
    ]
    return sorted(found, key=lambda one: (-one.times, one.name))


def _by_user(uses: dict[str, NameUse]) -> tuple[NameUse, ...]:
    return tuple(use for _, use in sorted(uses.items()))


def events_of(snapshot: Snapshot, entity: Entity) -> list[TimelineRow]:
    """The events that it takes part in, by time."""
    claims = snapshot.claims_of_entity.get(entity.id, ())
    events = {event.id: event for one in claims if (event := snapshot.event_of_claim.get(one.id))}
    return sorted((snapshot.row(one) for one in events.values()), key=row_key)


def draw_deeds(snapshot: Snapshot, entity: Entity, rows: Sequence[TimelineRow]) -> Deeds:
    """The table of these events."""
    chosen = [snapshot.events[row.event] for row in rows[:FEW]]
    lines = [
        _meeting(snapshot, entity, event, line, row)
        for event, line, row in zip(chosen, rows, snapshot.rows(chosen), strict=False)
    ]
    return Deeds(tuple(lines), len(rows))


def _meeting(
    snapshot: Snapshot, entity: Entity, event: Event, line: TimelineRow, row: EventRow
) -> Meeting:
    others = dict.fromkeys((*event.who, *event.whom))
    return Meeting(
        row,
        say_date(line.edtf) if line.edtf else "",
        tuple(snapshot.entities[one] for one in others if one != entity.id),
        line.where or "",
        line.origins,
        tuple(card for card in row.claims if card.standing == "denied"),
    )


# Posts and ties over time -------------------------------------------------------------------------


def draw_tenures(
    snapshot: Snapshot, entity: Entity, ties: Iterable[Claim]
) -> tuple[Axis | None, list[Tenure]]:
    """Its posts and lasting ties on one axis, the dated first, each once."""
    found: dict[str, tuple[Tenure, When | None]] = {}
    claims = list(ties)
    cards = snapshot.cards(claims)
    for claim in claims:
        card = cards[claim.id]
        tenure = Tenure(card.label, card.standing, card.when, None, claim, card.by)
        known = found.get(card.label)
        if known is None or (known[1] is None and claim.when is not None):
            found[card.label] = (tenure, claim.when)
    for role in entity.roles:
        claim_ = snapshot.claims.get(role.claim or "")
        if claim_ is not None and not snapshot.counts(claim_):
            claim_ = None  # the title is printed all the same
        if claim_ in claims and not (role.since or role.until):
            continue  # the tie says it
        body = snapshot.owners.get(role.organization or "")
        label = f"{role.title}, {body.name}" if body else role.title
        when = _when_held(role, claim_)
        by = name_outlet(snapshot.reports.get(claim_.report)) if claim_ else ""
        tenure = Tenure(
            label,
            standing_of([claim_]) if claim_ else "",
            _held(role),
            None,
            claim_,
            by,
            role.title,
        )
        known = found.get(label)
        if known is None or (known[1] is None and when is not None):
            found[label] = (tenure, when)
    whens = [when for _, when in found.values() if when]
    axis = lay_axis(((one.start, one.end) for one in whens), 13) if len(whens) > 1 else None
    drawn = [
        Tenure(
            one.label, one.standing, one.when or (say_date(when.edtf) if when else ""),
            draw_mark(when, axis) if when and axis else None, one.claim, one.by, one.printed,
        )
        for one, when in found.values()
    ]  # fmt: skip
    return axis, sorted(drawn, key=lambda one: (one.mark is None, one.mark.left if one.mark else 0))


def _held(role: EntityRole) -> str:
    if role.since and role.until:
        return f"{role.since} to {role.until}"
    if role.since or role.until:
        return f"since {role.since}" if role.since else f"until {role.until}"
    return "former" if role.ended else ""


def _when_held(role: EntityRole, claim: Claim | None) -> When | None:
    """The time of a post where its words are years; that of its claim otherwise."""
    if claim is None or not (role.since or role.until):
        return claim.when if claim else None
    try:
        return read_when(f"{role.since or '..'}/{role.until or '..'}", claim.trigger, "explicit")
    except ValueError:
        return claim.when


# Denials, and what is open ------------------------------------------------------------------------


def denials_of(snapshot: Snapshot, entity: Entity) -> tuple[list[ClaimCard], list[ClaimCard]]:
    """What it denies or rejects itself, and what others deny of it, the first told first."""
    chains = set(entity.chains)
    own: dict[str, Claim] = {}
    others: dict[str, Claim] = {}
    for chain in entity.chains:
        for claim in filter(snapshot.counts, snapshot.claims_of_chain.get(chain, ())):
            is_speaker = any(one.chain in chains for one in claim.sources[:1])
            takes_part = any(one.chain in chains for one in claim.who)
            if (claim.polarity == "-" and is_speaker) or (claim.type == "REJECT" and takes_part):
                own[claim.id] = claim
            elif claim.polarity == "-":
                others[claim.id] = claim
    found = []
    for claims in (own, others):
        once: dict[str, Claim] = {}
        for claim in sorted(claims.values(), key=lambda one: _told(snapshot, one)):
            once.setdefault(" ".join(claim.quote.exact.split()), claim)  # a copy adds nothing
        chosen = list(once.values())[:FEW]
        cards = snapshot.cards(chosen)
        found.append([cards[one.id] for one in chosen])
    return found[0], found[1]


def _told(snapshot: Snapshot, claim: Claim) -> tuple[str, str, int]:
    report = snapshot.reports[claim.report]
    return report.published_on or "9999", report.id, claim.quote.start


def questions_of(snapshot: Snapshot, rows: Iterable[TimelineRow]) -> list[Question]:
    """What the reports leave open of these events."""
    told = [row for row in rows if not row.is_bare_saying]
    found: tuple[tuple[str, list[TimelineRow], dict[str, object]], ...] = (
        ("Sources differ", [one for one in told if one.conflicts], {"conflicts": 1}),
        ("No report says when", [one for one in told if one.precision == "undated"],
         {"dated": "no"}),
        ("One report says so, and credits nobody",
         [one for one in told if one.origins == 1 and _is_own_voice(snapshot, one)],
         {"source": "author"}),
    )  # fmt: skip
    return [
        Question(
            words,
            tuple(snapshot.rows(snapshot.events[one.event] for one in some[:_FEW_QUESTIONS])),
            len(some),
            filters,
        )
        for words, some, filters in found
        if some
    ]


def _is_own_voice(snapshot: Snapshot, row: TimelineRow) -> bool:
    return all(origin.kind == "author" for origin in snapshot.events[row.event].origins)
