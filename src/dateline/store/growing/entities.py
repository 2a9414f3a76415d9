"""What the growing of entities looks up and writes; see `resolve.growth`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import (
    Boolean,
    Connection,
    Integer,
    bindparam,
    case,
    cast,
    distinct,
    func,
    select,
    update,
)

from dateline.records import Chain, Claim, Entity, fold_name
from dateline.store import queries, rows, tables
from dateline.store.growing.rows import among, delete_among, short

_SIGNS, _KEYS, _VOTES = tables.signs.c, tables.chain_keys.c, tables.votes.c


class EntityLedger:
    """The signs, votes, keys and posts of chains, and the entities, in one transaction.

    Attributes:
        written: How many entities were written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._chains: dict[str, list[Chain]] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._keys: dict[str, list[tuple[str, str, bool, str]]] = {}
        self.written = 0

    def chains_of(self, reports: Collection[str]) -> list[Chain]:
        """The chains of some reports; they never change, so each is read once."""
        more = set(reports) - self._chains.keys()
        self._chains.update((report, []) for report in more)
        for chain in queries.read_of_reports(self._connection, "chain", more):
            self._chains[chain.report].append(chain)
        return [chain for report in sorted(reports) for chain in self._chains[report]]

    def claims_of(self, reports: Collection[str]) -> list[Claim]:
        """The claims of some reports; they never change, so each is read once."""
        more = set(reports) - self._claims.keys()
        self._claims.update((report, []) for report in more)
        for claim in queries.read_of_reports(self._connection, "claim", more):
            self._claims[claim.report].append(claim)
        return [claim for report in sorted(reports) for claim in self._claims[report]]

    def chains(self, ids: Collection[str]) -> list[Chain]:
        return queries.read_with_ids(self._connection, "chain", ids)

    def ties_of(self, reports: Collection[str]) -> list[Claim]:
        columns = tables.claims.c
        query = select(columns.payload).where(columns.kind == "relation")
        found = among(self._connection, query, columns.report, reports)
        return [rows.PAYLOADS["claim"].read(payload) for (payload,) in found]

    def put_said(self, said: Mapping[str, str]) -> None:
        delete_among(self._connection, tables.said.c.report, said)
        new = ({"report": one, "payload": text} for one, text in sorted(said.items()))
        queries.insert_rows(self._connection, tables.said, new)

    def said(self, reports: Collection[str]) -> list[str]:
        query = select(tables.said.c.payload)
        return [one for (one,) in among(self._connection, query, tables.said.c.report, reports)]

    # How chains vote ----------------------------------------------------------------------------

    def add_signs(self, signs: Iterable[tuple[str, str, str, bool, bool, str]]) -> None:
        names = ("chain", "report", "name", "taken", "firm", "alone")
        found = [dict(zip(names, sign, strict=True)) for sign in signs]
        for row in found:
            row["name"] = short(str(row["name"]))
        queries.insert_rows(self._connection, tables.signs, found)

    def add_votes(self, votes: Mapping[tuple[str, bool], int]) -> None:
        counts: dict[tuple[str, bool], int] = {}
        for (name, is_person), number in votes.items():
            vote = short(name), is_person
            counts[vote] = counts.get(vote, 0) + number
        known = self.votes({name for name, _ in counts})
        more = [
            {"of": name, "kind": is_person, "more": number}
            for (name, is_person), number in sorted(counts.items())
        ]
        if changed := [row for row in more if (row["of"], row["kind"]) in known]:
            same = (_VOTES.name == bindparam("of")) & (_VOTES.is_person == bindparam("kind"))
            added = {_VOTES.number: _VOTES.number + bindparam("more")}
            self._connection.execute(update(tables.votes).where(same).values(added), changed)
        new = [
            {"name": row["of"], "is_person": row["kind"], "number": row["more"]}
            for row in more
            if (row["of"], row["kind"]) not in known
        ]
        queries.insert_rows(self._connection, tables.votes, new)

    def votes(self, names: Collection[str]) -> dict[tuple[str, bool], int]:
        query = select(_VOTES.name, _VOTES.is_person, _VOTES.number)
        found = among(self._connection, query, _VOTES.name, map(short, names))
        return {(name, is_person): number for name, is_person, number in found}

    def called(self, names: Collection[str]) -> list[tuple[str, bool, bool, bool | None]]:
        query = select(_SIGNS.name, _SIGNS.taken, _SIGNS.firm, _SIGNS.is_person).distinct()
        found = among(self._connection, query, _SIGNS.name, map(short, names))
        return [(name, taken, firm, is_person) for name, taken, firm, is_person in found]

    def set_persons(self, name: str, taken: bool, firm: bool, is_person: bool) -> set[str]:
        changed = (
            (_SIGNS.name == name)
            & (_SIGNS.taken == taken)
            & (_SIGNS.firm == firm)
            & _SIGNS.is_person.is_distinct_from(is_person)
        )
        reports = set(self._connection.scalars(select(_SIGNS.report).where(changed)))
        self._connection.execute(update(tables.signs).where(changed).values(is_person=is_person))
        return reports

    def persons(self, reports: Collection[str]) -> dict[str, bool]:
        query = select(_SIGNS.chain, _SIGNS.is_person)
        found = among(self._connection, query, _SIGNS.report, reports)
        return dict(found)

    def reports_of(self, chains: Collection[str]) -> set[str]:
        query = select(_SIGNS.report)
        return {report for (report,) in among(self._connection, query, _SIGNS.chain, chains)}

    def known(self, chains: Collection[str]) -> list[tuple[str, str, bool, str | None]]:
        query = select(_SIGNS.chain, _SIGNS.report, _SIGNS.is_person, _SIGNS.entity)
        return [tuple(row) for row in among(self._connection, query, _SIGNS.chain, chains)]

    def reports_alone(self, entities: Collection[str]) -> set[str]:
        query = select(_SIGNS.report)
        found = among(self._connection, query, _SIGNS.alone, map(short, entities))
        return {report for (report,) in found}

    # What ties chains ---------------------------------------------------------------------------

    def keys(self, chains: Collection[str]) -> list[tuple[str, str, bool, str]]:
        """The keys of some chains; those that are not set anew meanwhile are read once."""
        more = set(chains) - self._keys.keys()
        self._keys.update((chain, []) for chain in more)
        query = select(_KEYS.chain, _KEYS.key, _KEYS.is_sought, _KEYS.name)
        for chain, key, is_sought, name in among(self._connection, query, _KEYS.chain, more):
            self._keys[chain].append((chain, key, is_sought, name))
        return [row for chain in sorted(set(chains)) for row in self._keys[chain]]

    def forget_keys(self) -> None:
        """Reads keys anew from now on, since all were taken away."""
        self._keys.clear()

    def put_keys(self, chains: Collection[str], keys: Iterable[tuple[str, str, bool, str]]) -> None:
        delete_among(self._connection, _KEYS.chain, chains)
        for chain in chains:
            self._keys.pop(chain, None)
        distinct_rows = {
            (short(key), chain, is_sought, short(name)) for chain, key, is_sought, name in keys
        }
        names = ("key", "chain", "is_sought", "name")
        new = (dict(zip(names, row, strict=True)) for row in sorted(distinct_rows))
        queries.insert_rows(self._connection, tables.chain_keys, new)

    def uses(self, keys: Collection[str]) -> list[tuple[str, bool, int]]:
        named = func.count(distinct(case((_KEYS.name != "", _KEYS.name))))
        sought = cast(func.max(cast(_KEYS.is_sought, Integer)), Boolean)
        query = select(_KEYS.key, sought, named).group_by(_KEYS.key)
        found = among(self._connection, query, _KEYS.key, map(short, keys))
        return [(key, bool(is_sought), names) for key, is_sought, names in found]

    def holders(self, keys: Collection[str]) -> set[str]:
        query = select(_KEYS.chain)
        return {chain for (chain,) in among(self._connection, query, _KEYS.key, map(short, keys))}

    def add_posts(self, posts: Iterable[tuple[str, str]]) -> None:
        new = ({"body": body, "holder": holder} for body, holder in sorted(posts))
        queries.insert_rows(self._connection, tables.posts, new)

    def post_holders(self, bodies: Collection[str]) -> set[str]:
        columns = tables.posts.c
        found = among(self._connection, select(columns.holder), columns.body, bodies)
        return {holder for (holder,) in found}

    # Entities -----------------------------------------------------------------------------------

    def entity_of(self, chains: Collection[str]) -> dict[str, str]:
        query = select(_SIGNS.chain, _SIGNS.entity).where(_SIGNS.entity.is_not(None))
        return dict(among(self._connection, query, _SIGNS.chain, chains))

    def entities(self, ids: Collection[str]) -> list[Entity]:
        return queries.read_with_ids(self._connection, "entity", ids)

    def replace_entities(self, gone: Sequence[Entity], made: Sequence[Entity]) -> None:
        before = {entity.id: entity for entity in gone}
        new = [entity for entity in made if before.get(entity.id) != entity]
        ended = before.keys() - ({entity.id for entity in made} - {entity.id for entity in new})
        delete_among(self._connection, tables.entities.c.id, ended)
        delete_among(self._connection, tables.bearers.c.entity, ended)
        self.written += len(new)
        insert = queries.insert_rows
        insert(self._connection, tables.entities, map(rows.entity_row, new))
        insert(self._connection, tables.entity_names, rows.entity_name_rows(new))
        names = {(short(fold_name(name)), one.id) for one in new for name in (one.name, *one.names)}
        bearers = ({"name": name, "entity": id_} for name, id_ in sorted(names))
        insert(self._connection, tables.bearers, bearers)
        owned = {id_: frozenset(entity.chains) for id_, entity in before.items()}
        owners = [
            {"of": chain, "now": one.id}
            for one in new
            for chain in one.chains
            if chain not in owned.get(one.id, ())
        ]
        if owners:
            statement = update(tables.signs).where(_SIGNS.chain == bindparam("of"))
            moved = _SIGNS.entity.is_distinct_from(bindparam("now"))
            self._connection.execute(statement.where(moved).values(entity=bindparam("now")), owners)
