"""The entities of a case when reports and judgements come in: always those of a rebuild.

What has to be kept between two additions is asked of a `Ledger`, a few look-ups for all that is
new at once; see `grow_entities` for what is looked up, and in which order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from dateline.records import Chain, Claim, Entity, Judgement, entity_id
from dateline.resolve import ties
from dateline.resolve.block import is_firm, kind, vote_of, votes_of
from dateline.resolve.closure import JudgedKeys, keys_of
from dateline.resolve.entities import make_entities
from dateline.resolve.evidence import Evidence, read_evidence
from dateline.resolve.join import join_evidence
from dateline.resolve.kept import read_said, recall_evidence, said_by_reports, write_said
from dateline.resolve.ties import Keys, is_limited

Vote = tuple[str, bool]
"""A name without titles, folded, and whether it is taken for a person's."""


class Sign(NamedTuple):
    """How a chain votes, and where it is found.

    Attributes:
        alone: Id of the entity that it would be by itself.
    """

    chain: str
    report: str
    name: str
    taken: bool
    firm: bool
    alone: str


class Known(NamedTuple):
    """What is known of a chain: its report, whether it is a person's, its entity if it has one."""

    chain: str
    report: str
    is_person: bool
    entity: str | None


class KeyRow(NamedTuple):
    """A key of a chain; `name` is the one that bears it if it is counted, else empty."""

    chain: str
    key: str
    is_sought: bool
    name: str


class KeyUse(NamedTuple):
    """Whether any chain seeks a key, and how many different names are counted for it."""

    key: str
    is_sought: bool
    names: int


class Ledger(Protocol):
    """What is kept of a case so that its entities can grow.

    Rows come back as plain tuples in the order of the fields above. What is not known is left out.
    """

    def chains_of(self, reports: Collection[str]) -> Sequence[Chain]:
        """All chains of some reports."""

    def claims_of(self, reports: Collection[str]) -> Sequence[Claim]:
        """All claims of some reports."""

    def chains(self, ids: Collection[str]) -> Sequence[Chain]:
        """The chains with these ids."""

    def ties_of(self, reports: Collection[str]) -> Sequence[Claim]:
        """The relation claims of some reports."""

    def put_said(self, said: Mapping[str, str]) -> None:
        """Keeps what reports say of their chains, a text each, in place of what was kept."""

    def said(self, reports: Collection[str]) -> Collection[str]:
        """What is kept of some reports."""

    def add_signs(self, signs: Sequence[Sign]) -> None:
        """Keeps the signs of new chains; each is nothing till `set_persons` says what it is."""

    def add_votes(self, votes: Mapping[Vote, int]) -> None:
        """Adds to the count of each vote."""

    def votes(self, names: Collection[str]) -> Mapping[Vote, int]:
        """The counts of the votes on some names."""

    def called(self, names: Collection[str]) -> Collection[tuple[str, bool, bool, bool | None]]:
        """The different (name, taken, firm, is a person) of the chains of some names."""

    def set_persons(self, name: str, taken: bool, firm: bool, is_person: bool) -> Collection[str]:
        """Says what the chains of one sign are; the reports of those that were no such before."""

    def persons(self, reports: Collection[str]) -> Mapping[str, bool]:
        """Id of each chain of some reports → whether it is a person's."""

    def known(self, chains: Collection[str]) -> Sequence[tuple[str, str, bool, str | None]]:
        """What is known of some chains."""

    def reports_alone(self, entities: Collection[str]) -> Collection[str]:
        """The reports of the chains that would be these entities by themselves."""

    def keys(self, chains: Collection[str]) -> Sequence[tuple[str, str, bool, str]]:
        """The keys of some chains."""

    def put_keys(self, chains: Collection[str], rows: Sequence[KeyRow]) -> None:
        """Sets the keys of chains, in place of those that they had."""

    def uses(self, keys: Collection[str]) -> Sequence[tuple[str, bool, int]]:
        """How some keys are used."""

    def holders(self, keys: Collection[str]) -> Collection[str]:
        """The chains that seek or bear one of some keys."""

    def add_posts(self, posts: Collection[tuple[str, str]]) -> None:
        """Keeps pairs of a body's chain and the chain of a person who holds a post in it."""

    def post_holders(self, bodies: Collection[str]) -> Collection[str]:
        """The chains of the people who hold posts in some bodies."""

    def entity_of(self, chains: Collection[str]) -> Mapping[str, str]:
        """The entity of each chain."""

    def entities(self, ids: Collection[str]) -> Sequence[Entity]:
        """The entities with these ids."""

    def replace_entities(self, gone: Sequence[Entity], made: Sequence[Entity]) -> None:
        """Puts entities in the place of others."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What an addition did to the entities of a case; what stayed as it was is left out.

    Attributes:
        gone: The entities that are no more, or were made anew, sorted by id.
        made: The new ones in their place, likewise.
        looked_at: How many chains were resolved again.
    """

    gone: tuple[Entity, ...]
    made: tuple[Entity, ...]
    looked_at: int


def grow_entities(
    ledger: Ledger,
    reports: Collection[str],
    log: Sequence[Judgement] = (),
    heeded: Collection[str] = (),
    *,
    reread: Collection[str] = (),
    chains: Sequence[Chain] = (),
    misread: Collection[str] = (),
) -> Growth:
    """Takes new reports, each once, and new judgements into the entities.

    1. The votes of the new chains are counted; a chain that now is a person's and was a body's,
       or the other way round, draws its report in, and so does what new judgements speak of.
    2. The keys of all chains of the reports drawn in are worked out anew.
    3. Whatever those chains' old and new keys tied before or tie now is looked at again.
    4. People who hold a post in a body whose entity has another id now are made anew as well.

    Args:
        log: All judgements, in their order.
        heeded: Ids of those that the entities heed already.
        reread: Reports that were taken in before, and of which other claims count now.
        chains: Chains of these that are new.
        misread: Ids of the claims that count for nothing.
    """
    judged = _judged_anew(ledger, log, heeded)
    turned = _count(ledger, [*ledger.chains_of(reports), *chains])
    return _renew(ledger, {*reports, *reread, *turned, *judged}, log, misread)


def _count(ledger: Ledger, chains: Sequence[Chain]) -> set[str]:
    """Counts the votes of new chains; the reports of all chains that are another kind now."""
    ledger.add_signs([_sign(chain) for chain in chains])
    votes = Counter(vote for chain in chains for vote in votes_of(chain))
    ledger.add_votes(votes)
    ledger.add_posts(
        {(role.organization, chain.id) for chain in chains for role in chain.roles
         if role.organization is not None}
    )  # fmt: skip
    called = ledger.called({name for name, _ in votes})
    counted = ledger.votes({name for name, *_ in called})
    turned: set[str] = set()
    for name, taken, firm, before in called:
        is_person = kind((name, taken), counted, firm)
        if before is not is_person:
            turned.update(ledger.set_persons(name, taken, firm, is_person))
    return turned


def _sign(chain: Chain) -> Sign:
    return Sign(
        chain.id, chain.report, *vote_of(chain), is_firm(chain.name), entity_id((chain.id,))
    )


def _judged_anew(
    ledger: Ledger, log: Sequence[Judgement], heeded: Collection[str]
) -> Collection[str]:
    """The reports of the chains that new judgements speak of, and of what those lead to."""
    ends = {end for one in log if one.id not in heeded for end in (one.left, one.right)}
    if not ends:
        return ()
    before = [one for one in log if one.id in heeded]
    return ledger.reports_alone(JudgedKeys(before).around(ends) | JudgedKeys(log).around(ends))


def _renew(
    ledger: Ledger, reports: Collection[str], log: Sequence[Judgement], misread: Collection[str]
) -> Growth:
    """Works out the keys of the chains of reports anew, and the entities that depend on them."""
    claims = [one for one in ledger.claims_of(reports) if one.id not in misread]
    evidence = read_evidence(
        ledger.chains_of(reports), claims, ledger.persons(reports), frozenset()
    )
    ledger.put_said({one.report: write_said(one) for one in said_by_reports(evidence)})
    new = _keys(evidence, log)
    chains = {row.chain for row in new} | set(ledger.persons(reports))
    old = ledger.keys(chains)
    touched = {row[1] for row in (*old, *new)}
    near = _closure(ledger, {row[0] for row in old}, touched)
    ledger.put_keys(chains, new)
    near = _closure(ledger, near | chains, touched)
    known = [Known(*row) for row in ledger.known(near)]
    before = {row.chain: row.entity for row in known}
    gone, made = _resolve(ledger, known, log, misread)
    now = {chain: entity.id for entity in made for chain in entity.chains}
    moved = {chain for chain in near if before.get(chain) != now[chain]}
    holders = _closure(ledger, set(ledger.post_holders(moved)) - near, ()) - near
    others = [Known(*row) for row in ledger.known(holders)]
    more_gone, more_made = _resolve(ledger, others, log, misread)
    return _told((*gone, *more_gone), (*made, *more_made), len(near | holders))


def _told(gone: Iterable[Entity], made: Iterable[Entity], looked_at: int) -> Growth:
    before = {entity.id: entity for entity in gone}
    now = {entity.id: entity for entity in made}
    same = {id_ for id_, entity in now.items() if before.get(id_) == entity}
    left, right = (
        tuple(one for id_, one in sorted(side.items()) if id_ not in same) for side in (before, now)
    )
    return Growth(left, right, looked_at)


def _keys(evidence: Evidence, log: Sequence[Judgement]) -> list[KeyRow]:
    """The keys of all chains of some reports."""
    keys = keys_of(evidence, JudgedKeys(log))
    return [
        row
        for party, one in zip(evidence.parties, keys, strict=True)
        for row in _rows(party.chain.id, one)
    ]


def _rows(chain: str, keys: Keys) -> list[KeyRow]:
    """The keys of a chain as rows: one for each that it seeks or bears, or name that bears it."""
    names: dict[str, list[str]] = defaultdict(list)
    for key, name in sorted(keys.names):
        names[key].append(name)
    borne = [
        KeyRow(chain, key, False, name)
        for key in sorted(keys.borne | names.keys())
        for name in names.get(key, [""])
    ]
    return [*(KeyRow(chain, key, True, "") for key in sorted(keys.sought)), *borne]


def _closure(ledger: Ledger, chains: Iterable[str], keys: Iterable[str]) -> set[str]:
    """The chains given, the holders of the keys that tie, and all that those lead to."""
    found, new = set(chains), set(chains)
    seen: set[str] = set()
    asked = set(keys)
    while new or asked:
        asked.update(row[1] for row in ledger.keys(new))
        asked -= seen
        seen |= asked
        tying = {
            key for key, is_sought, names in ledger.uses(asked)
            if is_sought and not _is_common(key, names)
        }  # fmt: skip
        new = set(ledger.holders(tying)) - found
        found |= new
        asked = set()
    return found


def _is_common(key: str, names: int) -> bool:
    return is_limited(key) and names > ties.MOST_NAMES


def _resolve(
    ledger: Ledger, known: Sequence[Known], log: Sequence[Judgement], misread: Collection[str]
) -> tuple[Sequence[Entity], Sequence[Entity]]:
    """Resolves closures anew; the entities that were there, and the new ones."""
    if not known:
        return (), ()
    chains = {row.chain for row in known}
    limited = {row[1] for row in ledger.keys(chains) if is_limited(row[1])}
    common = {key for key, _, names in ledger.uses(limited) if _is_common(key, names)}
    said = [read_said(one) for one in ledger.said({row.report for row in known})]
    is_person = {row.chain: row.is_person for row in known}
    evidence = recall_evidence(ledger.chains(chains), said, is_person, common)
    posts = {role.organization for party in evidence.parties for role in party.chain.roles}
    holders = {party.chain.report for party in evidence.parties if party.chain.roles}
    entity_of = {row.chain: row.entity for row in known if row.entity is not None}
    others = ledger.entity_of({body for body in posts if body is not None} - chains)
    relations = [one for one in ledger.ties_of(holders) if one.id not in misread]
    made = make_entities(join_evidence(evidence, log), relations, {**others, **entity_of})
    gone = ledger.entities(set(entity_of.values()))
    ledger.replace_entities(gone, made)
    return gone, made
