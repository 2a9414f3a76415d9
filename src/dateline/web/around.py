"""One entity and those it is tied to, and the ways between two: what the network screen draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.export.network_picture import Node, Picture, Tie, lay_picture
from dateline.export.rows import ClaimCard
from dateline.records import Claim, Entity
from dateline.views.network import (
    MOST_IN_A_CLAIM,
    Network,
    NetworkEdge,
    draw_network,
    is_named,
)
from dateline.views.paths import find_path
from dateline.views.strip import StripBar, draw_strip
from dateline.web.choosing import Choice, choose_claims
from dateline.web.snapshot import Snapshot

_SHOWN, _ALL = 4, 200
"""Passages of a tie that stand in its row, round a name and on a way."""


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie in words: a row of the table, and what its line leads to.

    Attributes:
        cards: The first of its passages.
        more: How many passages it has besides.
    """

    edge: NetworkEdge
    left: Entity
    right: Entity
    cards: tuple[ClaimCard, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Around:
    """What is drawn around an entity.

    Attributes:
        picture: None if nothing is tied to it.
        left_out: Neighbours without room.
        alike: A name that several of those drawn bear → their ids, in the order in which the
            picture numbers them.
    """

    picture: Picture | None
    ties: tuple[TieRow, ...]
    left_out: int
    alike: Mapping[str, tuple[str, ...]]


def draw_around(snapshot: Snapshot, ego: Entity, choice: Choice, hops: int, most: int) -> Around:
    """An entity, its neighbours with most claims in common, and what ties these.

    Args:
        choice: Which events count; ties such as posts count where it asks for no kind or time.
        hops: 1 for neighbours, 2 for theirs too.
        most: How many others are drawn.
    """
    counted: Counter[str] = Counter()
    level = [ego.id]
    for hop in range(hops):
        found = _count(snapshot, level, choice)
        for id_ in (ego.id, *level):
            found.pop(id_, None)
        new = {id_: number for id_, number in found.items() if id_ not in counted}
        # those who are nearer come first, whatever the others have in common
        counted.update({id_: number + (hops - hop) * 1_000_000 for id_, number in new.items()})
        level = [id_ for id_, _ in _ranked(snapshot, new)[:most]]
    ranked = [id_ for id_, _ in _ranked(snapshot, counted)]
    shown = [ego, *(snapshot.entities[id_] for id_ in ranked[:most])]
    network = _network(snapshot, shown, choice)
    alike = bearers_of((one.name, one.id) for one in network.nodes)
    rows = tuple(_rows(snapshot, network, ego.id))
    return Around(_picture(network, alike), rows, max(0, len(ranked) - most), alike)


def bearers_of(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Names that several bear → their ids, in their order.

    Args:
        named: Names, each with an id.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, id_ in named:
        found[name] = (*found.get(name, ()), id_)
    return {name: ids for name, ids in found.items() if len(ids) > 1}


def strip_of(snapshot: Snapshot, ego: Entity, choice: Choice) -> tuple[StripBar, ...]:
    """When the events were that tie an entity to others, whatever time is asked for."""
    claims = snapshot.claims_of_entity.get(ego.id, ())
    events = {
        event.id: event
        for claim in choose_claims(snapshot, claims, replace(choice, start="", end=""))
        if (event := snapshot.event_of_claim.get(claim.id)) is not None
        and len(tied_by(snapshot, claim)) > 1
    }
    return draw_strip(
        one.when.start for one in events.values() if one.when and one.when.start is not None
    )


def draw_ties(snapshot: Snapshot, ego: Entity, choice: Choice) -> Network:
    """An entity with all that it is tied to, and the ties between them."""
    counted = _count(snapshot, [ego.id], choice)
    counted.pop(ego.id, None)
    shown = [ego, *(snapshot.entities[id_] for id_, _ in _ranked(snapshot, counted))]
    network = _network(snapshot, shown, choice)
    own = tuple(one for one in network.edges if ego.id in (one.left, one.right))
    return replace(network, edges=own)


def _ranked(snapshot: Snapshot, counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], snapshot.entities[one[0]].name, one))


def _count(snapshot: Snapshot, ids: Iterable[str], choice: Choice) -> Counter[str]:
    """How many claims each named entity has in common with some others."""
    found: Counter[str] = Counter()
    for id_ in ids:
        for claim in choose_claims(snapshot, snapshot.claims_of_entity.get(id_, ()), choice):
            found.update(tied_by(snapshot, claim))
    return found


def tied_by(snapshot: Snapshot, claim: Claim) -> tuple[str, ...]:
    """The named entities that take part in a claim; of a long list the first."""
    known = snapshot.tied.get(claim.id)
    if known is None:
        known = snapshot.tied[claim.id] = _tied_by(snapshot, claim)
    return known


def _tied_by(snapshot: Snapshot, claim: Claim) -> tuple[str, ...]:
    chains = [one.chain for one in (*claim.who, *claim.whom)]
    owners = [snapshot.owners[chain] for chain in chains if chain in snapshot.owners]
    ids = dict.fromkeys(one.id for one in owners if is_named(one))
    return tuple(ids)[:MOST_IN_A_CLAIM]


def _network(snapshot: Snapshot, shown: Sequence[Entity], choice: Choice) -> Network:
    ids = {one.id for one in shown}
    claims = {
        claim.id: claim
        for id_ in sorted(ids)
        for claim in choose_claims(snapshot, snapshot.claims_of_entity.get(id_, ()), choice)
        if len(ids.intersection(tied_by(snapshot, claim))) > 1
    }
    events = {
        event.id: event for id_ in claims if (event := snapshot.event_of_claim.get(id_)) is not None
    }
    copies = {
        claim.report: report.copy_of
        for claim in claims.values()
        if (report := snapshot.reports[claim.report]).copy_of is not None
    }
    return draw_network(shown, claims.values(), events.values(), copies)


def _picture(network: Network, alike: Mapping[str, tuple[str, ...]]) -> Picture | None:
    numbers = {id_: f"({at}) " for ids in alike.values() for at, id_ in enumerate(ids, 1)}
    ties = Counter(end for edge in network.edges for end in (edge.left, edge.right))
    return lay_picture(
        [
            Node(
                one.id,
                numbers.get(one.id, "") + one.name,
                one.schema == "Person",
                one.x,
                one.y,
                ties[one.id],
            )
            for one in network.nodes
        ],
        [Tie(one.left, one.right, one.standing, one.origins, ()) for one in network.edges],
    )


def _rows(snapshot: Snapshot, network: Network, ego: str, most: int = _SHOWN) -> Iterable[TieRow]:
    """The ties, those of the one in the middle first, the best supported first."""
    ordered = sorted(
        network.edges,
        key=lambda one: (
            ego not in (one.left, one.right),
            -one.origins,
            -len(one.claims),
            one.left,
        ),
    )
    chosen = {edge: edge.claims[:most] for edge in ordered}
    cards = snapshot.cards(snapshot.claims[id_] for ids in chosen.values() for id_ in ids)
    for edge in ordered:
        left, right = (edge.right, edge.left) if edge.right == ego else (edge.left, edge.right)
        yield TieRow(
            edge,
            snapshot.entities[left],
            snapshot.entities[right],
            tuple(cards[id_] for id_ in chosen[edge]),
            len(edge.claims) - len(chosen[edge]),
        )


def find_way(snapshot: Snapshot, start: str, goal: str) -> tuple[TieRow, ...] | None:
    """The ties from one entity to another, in order; None if no way is short enough."""

    def neighbours(id_: str) -> Mapping[str, int]:
        found = _count(snapshot, [id_], Choice())
        del found[id_]
        return found

    path = find_path(start, goal, neighbours)
    if path is None:
        return None
    ways = []
    for one, other in pairwise(path):
        network = _network(snapshot, [snapshot.entities[id_] for id_ in (one, other)], Choice())
        ways += list(_rows(snapshot, network, one, _ALL))
    return tuple(ways)
