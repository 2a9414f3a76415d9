"""Groups of chains → entities: the name shown, the posts, and the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from dateline.records import (
    Chain,
    Claim,
    Entity,
    EntityRole,
    Judgement,
    Reason,
    Role,
    Schema,
    entity_id,
)
from dateline.records.settled import JUDGED, say_who_judged
from dateline.resolve.block import Party
from dateline.resolve.cluster import Groups
from dateline.resolve.join import join_parties
from dateline.resolve.names import BodyName, fold, read_body, read_person, strip_titles

_SCHEMAS: tuple[Schema, ...] = ("Country", "PublicBody", "Company", "Organization")
"""Most telling first: where chains of one entity differ equally often, the first is taken."""

ClaimIndex = dict[tuple[str, str], list[Claim]]


def resolve_entities(
    chains: Iterable[Chain], claims: Iterable[Claim] = (), judgements: Sequence[Judgement] = ()
) -> tuple[Entity, ...]:
    """The entities that the chains of a case make up.

    What a person judged comes first; then names, acronyms and posts decide, see
    `compare.WEIGHTS`. The order of `chains` and `claims` does not matter.

    Args:
        claims: Relation claims among them are tied to the posts that they state; the places
            of all say which country's police a report means.
        judgements: The log of what people judged, in its order. What is judged the same and not
            overridden is one entity; what is judged different never is.

    Returns:
        Sorted by id; every chain is in exactly one.
    """
    claims = tuple(claims)
    return make_entities(join_parties(chains, claims, judgements), claims)


def make_entities(
    groups: Groups, claims: Iterable[Claim], known: Mapping[str, str] = MappingProxyType({})
) -> tuple[Entity, ...]:
    """The entities that groups of parties come to, sorted by id.

    Args:
        known: Id of a chain that is in none of the groups → that of its entity: the bodies that
            people hold posts in may be elsewhere.
    """
    members: dict[int, list[Party]] = defaultdict(list)
    for number, party in enumerate(groups.parties):
        members[groups.find(number)].append(party)
    ids = dict(known)
    for group in members.values():
        group_chains = tuple(party.chain.id for party in group)
        ids.update(dict.fromkeys(group_chains, entity_id(group_chains)))
    reasons, stated = _reasons(groups), _relations_by_person(claims)
    return tuple(
        sorted(
            (_entity(group, ids, stated, reasons[number]) for number, group in members.items()),
            key=lambda entity: entity.id,
        )
    )


def _reasons(groups: Groups) -> dict[int, set[Reason]]:
    """Group → why its parties were joined, by people and by the machine."""
    reasons: dict[int, set[Reason]] = defaultdict(set)
    for number, said in groups.judged:
        reasons[groups.find(number)].add(Reason(JUDGED, 1.0, say_who_judged(said)))
    for pair in groups.joined:
        score = round(min(pair.score, 1.0), 3)
        reasons[groups.find(pair.left)].add(Reason(pair.rule, score, pair.words))
    return reasons


def _entity(
    parties: Sequence[Party], ids: dict[str, str], stated: ClaimIndex, reasons: set[Reason]
) -> Entity:
    chains = [party.chain for party in parties]
    chain_ids = tuple(sorted(chain.id for chain in chains))
    uses = _count_uses(chains)
    ranked = sorted(uses, key=lambda name: (-uses[name], -len(name), name))
    mentions = {mention for chain in chains for mention in chain.mentions}
    return Entity(
        id=entity_id(chain_ids),
        schema=_schema(parties),
        name=_shown_name(parties, uses),
        names=tuple(ranked),
        chains=chain_ids,
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.words, m.kind))),
        roles=_roles(chains, ids, stated),
        reasons=tuple(sorted(reasons, key=lambda r: (r.rule != JUDGED, -r.score, r.rule, r.words))),
    )


def _count_uses(chains: Iterable[Chain]) -> Counter[str]:
    """How often each printed name is used as one; a name without a mention counts 0."""
    uses: Counter[str] = Counter()
    for chain in chains:
        printed = chain.names or (chain.name,)
        uses.update(dict.fromkeys(printed, 0))
        uses.update(m.words.exact for m in chain.mentions if m.words.exact in printed)
    return uses


def _shown_name(parties: Sequence[Party], uses: Counter[str]) -> str:
    """The name that says most, then the most used: a full name before a surname or acronym."""
    support: Counter[str] = Counter()
    for party in parties:
        support[_without_titles(party)] += 1
    for name, count in uses.items():
        if name in support:
            support[name] += count
    person = parties[0].is_person
    return min(
        support, key=lambda name: (_is_short(name, person), -support[name], -len(name), name)
    )


def _without_titles(party: Party) -> str:
    return " ".join(strip_titles(party.name.split())) if party.is_person else party.name


def _is_short(name: str, is_person: bool) -> bool:
    """Whether a longer name would say more; "U.S." and "NATO" are acronyms though known."""
    if is_person:
        return read_person(name).is_bare
    body = read_body(name)
    return body.is_bare or (bool(body.known) and len(body.words) == 1 and len(body.words[0]) <= 5
                            and body.words[0].upper() == name.replace(".", "").upper()
                            and name.replace(".", "").isupper())  # fmt: skip


def _schema(parties: Sequence[Party]) -> Schema:
    if any(isinstance(form, BodyName) and form.known == "country"
           for party in parties for form in party.bodies):  # fmt: skip
        return "Country"
    if parties[0].is_person:
        return "Person"
    counts = Counter(p.chain.schema for p in parties if p.chain.schema != "Person")
    if not counts:
        return "Organization"
    return min(counts, key=lambda schema: (-counts[schema], _SCHEMAS.index(schema)))


def _relations_by_person(claims: Iterable[Claim]) -> ClaimIndex:
    """Relation claims by report and chain of their first end, in text order."""
    index: ClaimIndex = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.report, c.trigger, c.id)):
        if claim.kind == "relation":
            for chain in dict.fromkeys(participant.chain for participant in claim.who):
                index[claim.report, chain].append(claim)
    return index


def _roles(
    chains: Sequence[Chain], ids: dict[str, str], stated: ClaimIndex
) -> tuple[EntityRole, ...]:
    """The posts, most often given first; one that two reports give is listed once.

    A bare title is left out where another report says in which body the post is held.
    """
    counts: Counter[tuple[str, str, bool]] = Counter()
    printed: dict[tuple[str, str, bool], Counter[str]] = defaultdict(Counter)
    claims: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    began: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    over: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for chain in chains:
        for role in chain.roles:
            body = ids.get(role.organization, "") if role.organization else ""
            key = (fold(role.title.exact), body, role.ended)
            counts[key] += 1
            printed[key][role.title.exact] += 1
            found = _claim_of(role, stated.get((chain.report, chain.id), []))
            if found:
                claims[key].add(found)
            began[key].update(words.exact for words in (role.since,) if words)
            over[key].update(words.exact for words in (role.until,) if words)
    return tuple(
        EntityRole(
            min(printed[key], key=lambda title: (-printed[key][title], title)),
            key[1] or None,
            min(claims[key], default=None),
            key[2],
            _agreed(began[key]),
            _agreed(over[key]),
        )
        for key in sorted(counts, key=lambda key: (-counts[key], key))
        if key[1] or not any(k[0] == key[0] and k[1] and k[2] == key[2] for k in counts)
    )


def _agreed(words: set[str]) -> str | None:
    """The words that all reports give; None where they differ or give none."""
    return next(iter(words)) if len(words) == 1 else None


def _claim_of(role: Role, claims: Sequence[Claim]) -> str | None:
    """The id of the relation claim that states a post: by trigger, else by quote."""
    same_body = [c for c in claims if role.organization in {p.chain for p in c.whom}]
    for pool in (same_body, claims):
        for claim in pool:
            if claim.trigger.overlaps(role.title):
                return claim.id
    return next((claim.id for claim in same_body if claim.quote.overlaps(role.title)), None) or (
        next((c.id for c in claims if c.quote.overlaps(role.title)), None)
        if role.organization is None
        else None
    )
