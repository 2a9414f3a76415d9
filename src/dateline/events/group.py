"""Event claims → events: the steps in order, and the record of each event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.events.candidates import Edge, Tie, edge_of, tie_tellings
from dateline.events.cluster import Groups
from dateline.events.compare import WEIGHTS
from dateline.events.conflicts.find import find_disputes
from dateline.events.copies.find import find_copies
from dateline.events.doubtful import is_loose, is_loose_edge, without_series
from dateline.events.judged import Judged, read_judged
from dateline.events.origins.find import Origins, read_origins
from dateline.events.origins.publishers import Publishers
from dateline.events.settle import find_apart, settle_when, settle_where
from dateline.events.telling import Telling, read_tellings
from dateline.records import EVENT_TYPES, Claim, Entity, Event, Judgement, Reason, Report, event_id
from dateline.records.settled import JUDGED, say_who_judged

MOST_LEADING = 8
"""Groups that a telling fits equally well, of which it is asked whether they can be one."""


def group_events(
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    reports: Iterable[Report],
    judgements: Sequence[Judgement] = (),
    copies: Mapping[str, str] | None = None,
    publishers: Publishers | None = None,
) -> tuple[Event, ...]:
    """The occurrences that the event claims of a case tell of.

    Claims join by type, people, time, place and words; see `compare.WEIGHTS`. A denial joins
    what it denies, and a plan what came of it. The order of claims, entities and reports does
    not matter.

    Args:
        judgements: The log of what people judged, in its order: claims that are judged the same
            and not overridden are of one event, those judged different never are.
        copies: Report id → id of the report whose text it repeats; as `find_copies` finds them in
            these reports if None.
        publishers: Which publisher an outlet is of; as it comes with the program if None.

    Returns:
        Sorted by id; every event claim is in exactly one. Relation claims are left out.
    """
    entities, reports = tuple(entities), tuple(reports)
    judged = read_judged(judgements)
    tellings = read_tellings(claims, entities, reports)
    copies = find_copies(reports) if copies is None else copies
    origins = read_origins(entities, reports, copies, judged, publishers)
    return make_events(tellings, tie_tellings(tellings), origins, judged)


def make_events(
    tellings: Sequence[Telling], ties: Iterable[Tie], origins: Origins, judged: Judged
) -> tuple[Event, ...]:
    """The events of tellings, which are sorted by claim id; sorted by id."""
    groups = join_tellings(tellings, ties, judged)
    reasons: dict[int, set[Reason]] = defaultdict(set)
    for number, said in groups.judged:
        reasons[groups.find(number)].add(Reason(JUDGED, 1.0, say_who_judged(said)))
    for edge in groups.joined:
        reasons[groups.find(edge.left)].update(_reasons(tellings, edge))
    events = (
        _event([tellings[n] for n in groups.members(group)], origins, reasons[group])
        for group in groups.all_groups()
    )
    return tuple(sorted(events, key=lambda event: event.id))


def join_tellings(tellings: Sequence[Telling], ties: Iterable[Tie], judged: Judged) -> Groups:
    """The tellings in groups: what people judged, then the dated ones, the loose, the vague.

    So a loose or vague one sees what it could mean.
    """
    groups = Groups(tellings, judged.claims)
    loose: dict[int, set[int]] = defaultdict(set)
    vague: dict[int, set[int]] = defaultdict(set)
    known: dict[tuple[int, int], Edge] = {}
    firm = []
    for tie in ties:
        edge = edge_of(tie, tellings) if tie.rule != "vague" else None
        if edge is not None and (tie.rule != "dated" or not is_loose_edge(tellings, edge)):
            firm.append(edge)
            continue
        if edge is not None:
            known[tie.left, tie.right] = edge
        partners = vague if edge is None else loose
        partners[tie.left].add(tie.right)
        partners[tie.right].add(tie.left)
    groups.join(without_series(tellings, firm))
    for partners, is_one in ((loose, is_loose), (vague, lambda telling: telling.is_vague)):
        chosen = [number for number in sorted(partners) if is_one(tellings[number])]
        groups.join(
            [
                edge
                for number in chosen
                for edge in _best_edges(groups, partners[number], number, known)
            ]
        )
    return groups


def _best_edges(
    groups: Groups, partners: Iterable[int], number: int, known: Mapping[tuple[int, int], Edge]
) -> list[Edge]:
    """The one group that a loose or vague telling fits best.

    Where two groups that cannot be one fit equally well it stays alone: nobody can tell.
    """
    own = groups.find(number)
    best: dict[int, tuple[Edge, int]] = {}
    for other in sorted(partners):
        group = groups.find(other)
        ends = min(number, other), max(number, other)
        edge = known.get(ends)
        is_less = edge and group in best and edge.match.score <= best[group][0].match.score
        if group == own or is_less or not groups.fits(number, other):
            continue
        edge = edge or edge_of(Tie("vague", *ends), groups.tellings)
        if group not in best or edge.match.score > best[group][0].match.score:
            best[group] = edge, other
    top = max((edge.match.score for edge, _ in best.values()), default=0.0)
    ranked = [best[group] for group in sorted(best) if best[group][0].match.score == top]
    leading = ranked[:MOST_LEADING]
    if any(not groups.fits(a, b) for n, (_, a) in enumerate(leading) for _, b in leading[n + 1 :]):
        return []
    return [edge for edge, _ in leading]


def _reasons(tellings: Sequence[Telling], edge: Edge) -> list[Reason]:
    """The features of a join, each with its weight and the triggers that it joined."""
    left, right = (tellings[n].claim.trigger.exact for n in (edge.left, edge.right))
    words = " = ".join(sorted({left, right}))
    joined = Reason("joined", edge.match.score, words)
    return [joined, *(Reason(f, max(0.0, WEIGHTS[f]), words) for f in edge.match.features)]


_ORDER = {type_: place for place, type_ in enumerate(EVENT_TYPES)}


def _main_type(claims: Sequence[Claim]) -> str:
    """The type that most tell; they differ only where a person joined them."""
    uses = Counter(claim.type for claim in claims)
    return min(uses, key=lambda type_: (-uses[type_], _ORDER.get(type_, len(_ORDER)), type_))


def _event(tellings: Sequence[Telling], origins: Origins, reasons: set[Reason]) -> Event:
    claims = [telling.claim for telling in tellings]
    ids = tuple(sorted(claim.id for claim in claims))
    reports = {claim.report for claim in claims}
    disputes = find_disputes(tellings, origins)
    when, where = settle_when(tellings, disputes.corrected), settle_where(tellings)
    return Event(
        id=event_id(ids),
        type=_main_type(claims),
        claims=ids,
        who=tuple(sorted({one for telling in tellings for one in telling.who})),
        whom=tuple(sorted({one for telling in tellings for one in telling.whom})),
        when=when,
        where=where,
        origins=origins.find(claims),
        publishers=len({origins.publisher_of(report) for report in reports}),
        copies=len(reports & origins.copies.keys()),
        conflicts=disputes.conflicts,
        reasons=tuple(sorted(reasons, key=lambda r: (r.rule != JUDGED, -r.score, r.rule, r.words))),
        series=disputes.series,
        apart=find_apart(tellings, when, where, disputes.on_time_or_place()),
    )
