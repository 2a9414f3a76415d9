"""Who takes part in what together: nodes, edges, and where to draw them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any, Literal

from dateline.records import Claim, Entity, Event, Origin, Schema
from dateline.views.layout import lay_out
from dateline.views.wording import Standing, owners_of, standing_of

MOST_NODES = 60
"""Entities in a picture: those with the most claims."""

MOST_IN_A_CLAIM = 12
"""Participants of one claim that are tied pair by pair; a longer list of names ties these."""

Style = Literal["solid", "dashed", "dotted", "dash-dot", "sparse", "crossed"]

STYLES: dict[Standing, Style] = {
    "asserted": "solid", "reported": "dashed", "alleged": "sparse", "planned": "dash-dot",
    "inferred": "dotted", "denied": "crossed",
}  # fmt: skip
"""How an edge is drawn."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An entity; `x` and `y` from 0 to 1, y downwards; `claims` that it takes part in."""

    id: str
    name: str
    schema: Schema
    claims: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What ties two entities, the lesser id on the left.

    Attributes:
        types: Claim types, most frequent first.
        events: Ids of the events, sorted; relations are in none.
        claims: Ids, sorted.
        origins: Independent first tellers behind the claims.
        standing: The surest of the claims; "denied" only if every claim denies.
    """

    left: str
    right: str
    types: tuple[str, ...]
    events: tuple[str, ...]
    claims: tuple[str, ...]
    origins: int
    standing: Standing
    style: Style


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes with the most claims first, and the edges among them.

    Attributes:
        left_out: Tied entities that there was no room for.
        unnamed_left_out: Tied entities that no report names ("the court", "prosecutors").
    """

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    left_out: int = 0
    unnamed_left_out: int = 0

    def to_dicts(self) -> dict[str, list[dict[str, Any]]]:
        """Nodes and edges as JSON values."""
        return {
            "nodes": [_to_plain(asdict(node)) for node in self.nodes],
            "edges": [_to_plain(asdict(edge)) for edge in self.edges],
        }


def _to_plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: list(v) if isinstance(v, tuple) else v for key, v in fields.items()}


def origin_key(origin: Origin, copies: Mapping[str, str]) -> tuple[str, str]:
    """The same for origins of several events that are one teller.

    Nobody can tell whether the "officials" of two texts are one: they count for each text.

    Args:
        copies: Report id to the id of the report whose text it repeats.
    """
    if origin.kind == "unnamed":
        report = origin.reports[0]  # all of them print one text
        return origin.kind, copies.get(report, report)
    return origin.kind, origin.name


def draw_network(
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    events: Iterable[Event],
    copies: Mapping[str, str] | None = None,
) -> Network:
    """The network of a case: pairs that take part in one event claim or one relation.

    Whoever no report names is left out, and counted: two texts' "police" need not be one.

    Args:
        copies: Report id to the id of the report whose text it repeats.
    """
    people = {entity.id: entity for entity in entities}
    owners = owners_of(people.values())
    counts: Counter[str] = Counter()
    tied: Mapping[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        chains = dict.fromkeys(one.chain for one in (*claim.who, *claim.whom))
        found = list(dict.fromkeys(owners[chain].id for chain in chains if chain in owners))
        counts.update(found)
        for left, right in combinations(sorted(found[:MOST_IN_A_CLAIM]), 2):
            tied[left, right].append(claim)
    unnamed = {id_ for pair in tied for id_ in pair if not is_named(people[id_])}
    tied = {pair: told for pair, told in tied.items() if unnamed.isdisjoint(pair)}
    linked = {entity for pair in tied for entity in pair}
    ranked = sorted(linked, key=lambda id_: (-counts[id_], people[id_].name, id_))
    shown = ranked[:MOST_NODES]
    origins = _OriginCounter(events, owners, copies or {})
    edges = [
        _edge(pair, found, origins)
        for pair, found in sorted(tied.items())
        if set(pair) <= set(shown)
    ]
    ties = [(edge.left, edge.right) for edge in edges]
    places = lay_out(shown, ties)
    nodes = tuple(
        NetworkNode(id_, people[id_].name, people[id_].schema, counts[id_], *places[id_])
        for id_ in shown
    )
    return Network(nodes, tuple(edges), len(ranked) - len(shown), len(unnamed))


def is_named(entity: Entity) -> bool:
    """Whether a report names it; "police" and the like are told of, and not named."""
    return not entity.mentions or any(mention.kind == "name" for mention in entity.mentions)


def _edge(pair: tuple[str, str], claims: Sequence[Claim], origins: _OriginCounter) -> NetworkEdge:
    types = Counter(claim.type for claim in claims)
    standing = standing_of(claims)
    return NetworkEdge(
        *pair,
        types=tuple(sorted(types, key=lambda type_: (-types[type_], type_))),
        events=origins.events_of(claims),
        claims=tuple(sorted(claim.id for claim in claims)),
        origins=origins.count(claims),
        standing=standing,
        style=STYLES[standing],
    )


class _OriginCounter:
    """Origins behind some claims: the events' own, and for relations the first source."""

    def __init__(
        self, events: Iterable[Event], owners: dict[str, Entity], copies: Mapping[str, str]
    ) -> None:
        self.owners = owners
        self.copies = copies
        self.origin: dict[str, tuple[str, str]] = {}
        self.event: dict[str, str] = {}
        for event in events:
            self.event.update(dict.fromkeys(event.claims, event.id))
            for origin in event.origins:
                self.origin.update(dict.fromkeys(origin.claims, origin_key(origin, copies)))

    def events_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        return tuple(sorted({self.event[claim.id] for claim in claims if claim.id in self.event}))

    def count(self, claims: Iterable[Claim]) -> int:
        return len({self.origin.get(claim.id) or self._first_source(claim) for claim in claims})

    def _first_source(self, claim: Claim) -> tuple[str, str]:
        first = claim.sources[0]
        entity = self.owners.get(first.chain or "")
        name = entity.name if entity else first.name
        if name and first.kind not in ("author", "unnamed"):
            return first.kind, name
        return first.kind, self.copies.get(claim.report, claim.report)
