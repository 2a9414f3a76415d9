"""Event claims → events: the steps in order, and the record of each event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.events.candidates import Edge, Tie, edge_of, tie_tellings
from dateline.events.cluster import Groups
from dateline.events.compare import WEIGHTS
from dateline.events.conflicts import find_conflicts
from dateline.events.copies import find_copies
from dateline.events.origins import Origins, read_origins
from dateline.events.settle import settle_when, settle_where
from dateline.events.telling import Telling, read_tellings
from dateline.records import Claim, Entity, Event, Reason, Report, event_id


def group_events(
    claims: Iterable[Claim], entities: Iterable[Entity], reports: Iterable[Report]
) -> tuple[Event, ...]:
    """The occurrences that the event claims of a case tell of.

    Claims join by type, people, time, place and words; see `compare.WEIGHTS`. A denial joins
    what it denies, and a plan what came of it. The order of the arguments does not matter.

    Returns:
        Sorted by id; every event claim is in exactly one. Relation claims are left out.
    """
    entities, reports = tuple(entities), tuple(reports)
    tellings = read_tellings(claims, entities, reports)
    origins = read_origins(entities, reports, find_copies(reports))
    return make_events(tellings, tie_tellings(tellings), origins)


def make_events(
    tellings: Sequence[Telling], ties: Iterable[Tie], origins: Origins
) -> tuple[Event, ...]:
    """The events of tellings, which are sorted by claim id; sorted by id."""
    groups = join_tellings(tellings, ties)
    reasons: dict[int, set[Reason]] = defaultdict(set)
    for edge in groups.joined:
        reasons[groups.find(edge.left)].update(_reasons(tellings, edge))
    events = (
        _event([tellings[n] for n in groups.members(group)], origins, reasons[group])
        for group in groups.all_groups()
    )
    return tuple(sorted(events, key=lambda event: event.id))


def join_tellings(tellings: Sequence[Telling], ties: Iterable[Tie]) -> Groups:
    """The tellings in groups: dated ones first, so that a vague one sees what it could mean."""
    groups = Groups(tellings)
    partners: dict[int, set[int]] = defaultdict(set)
    firm = []
    for tie in ties:
        if tie.rule == "vague":
            partners[tie.left].add(tie.right)
            partners[tie.right].add(tie.left)
        else:
            firm.append(edge_of(tie, tellings))
    groups.join(firm)
    vague = [number for number in sorted(partners) if tellings[number].is_vague]
    groups.join(
        [edge for number in vague for edge in _best_edges(groups, partners[number], number)]
    )
    return groups


def _best_edges(groups: Groups, partners: Iterable[int], number: int) -> list[Edge]:
    """The one group that a telling without a narrow time fits best.

    Where two groups that cannot be one fit equally well it stays alone: nobody can tell.
    """
    own = groups.find(number)
    best: dict[int, Edge] = {}
    for other in sorted(partners):
        group = groups.find(other)
        if group == own or not groups.fits(own, group):
            continue
        edge = edge_of(Tie("vague", min(number, other), max(number, other)), groups.tellings)
        if group not in best or edge.match.score > best[group].match.score:
            best[group] = edge
    top = max((edge.match.score for edge in best.values()), default=0.0)
    leading = sorted(group for group, edge in best.items() if edge.match.score == top)
    if any(not groups.fits(a, b) for n, a in enumerate(leading) for b in leading[n + 1 :]):
        return []
    return [best[group] for group in leading]


def _reasons(tellings: Sequence[Telling], edge: Edge) -> list[Reason]:
    """The features of a join, each with its weight and the triggers that it joined."""
    left, right = (tellings[n].claim.trigger.exact for n in (edge.left, edge.right))
    words = " = ".join(sorted({left, right}))
    joined = Reason("joined", edge.match.score, words)
    return [joined, *(Reason(f, max(0.0, WEIGHTS[f]), words) for f in edge.match.features)]


def _event(tellings: Sequence[Telling], origins: Origins, reasons: set[Reason]) -> Event:
    claims = [telling.claim for telling in tellings]
    ids = tuple(sorted(claim.id for claim in claims))
    reports = {claim.report for claim in claims}
    return Event(
        id=event_id(ids),
        type=claims[0].type,
        claims=ids,
        who=tuple(sorted({one for telling in tellings for one in telling.who})),
        whom=tuple(sorted({one for telling in tellings for one in telling.whom})),
        when=settle_when(tellings),
        where=settle_where(tellings),
        origins=origins.find(claims),
        publishers=len({origins.outlet_of(report) for report in reports}),
        copies=len(reports & origins.copies.keys()),
        conflicts=find_conflicts(tellings),
        reasons=tuple(sorted(reasons, key=lambda r: (-r.score, r.rule, r.words))),
    )
