"""The events of a case when reports come in: always those of a rebuild.

What has to be kept between two additions is asked of a `Ledger`, a few look-ups for all that is
new at once; see `grow_events` for what is looked up, and in which order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from dateline.events.candidates import Tie, rule_of, telling_keys, tie_block, twin_key
from dateline.events.group import make_events
from dateline.events.judged import Judged, lead_from, read_judged
from dateline.events.origins.find import Origins, names_of, outlets_of, spoken_for
from dateline.events.origins.publishers import Publishers
from dateline.events.origins.tellers import NOBODY_JUDGED
from dateline.events.telling import Telling, find_paragraphs, read_telling
from dateline.records import Claim, Entity, Event, Judgement, Report
from dateline.records.settled import misread_claims


class TieRow(NamedTuple):
    """Two claims that a block ties, the lesser id first."""

    key: str
    one: str
    other: str


class Ledger(Protocol):
    """What is kept of a case so that its events can grow.

    Rows come back as plain tuples in the order of the fields above. What is not known is left out.
    """

    def reports(self, ids: Collection[str]) -> Sequence[Report]:
        """The reports with these ids."""

    def claims(self, ids: Collection[str]) -> Sequence[Claim]:
        """The claims with these ids."""

    def claims_of(self, reports: Collection[str]) -> Sequence[Claim]:
        """All claims of some reports."""

    def claims_near(self, chains: Collection[str]) -> Sequence[Claim]:
        """The claims that have been placed, of the reports of some chains."""

    def entity_of(self, chains: Collection[str]) -> Mapping[str, str]:
        """The entity of each chain."""

    def entities(self, ids: Collection[str]) -> Sequence[Entity]:
        """The entities with these ids."""

    def bearers(self, names: Collection[str]) -> Sequence[tuple[str, str]]:
        """Each of some folded names with each entity that bears it."""

    def copies(self, reports: Collection[str]) -> Mapping[str, str]:
        """Each of some reports that is a copy → the report that it copies."""

    def copies_of(self, reports: Collection[str]) -> Collection[str]:
        """The reports that are copies of some reports."""

    def add_outlets(self, names: Collection[str]) -> Collection[str]:
        """Keeps folded names of outlets; those that are new."""

    def outlets(self, names: Collection[str]) -> Collection[str]:
        """Those of some folded names that are an outlet's."""

    def add_tellings(self, paragraphs: Mapping[str, int]) -> None:
        """Keeps the paragraph of each new event claim."""

    def paragraphs(self, claims: Collection[str]) -> Mapping[str, int]:
        """The paragraphs of those claims that have been placed."""

    def tellings_in(self, reports: Collection[str]) -> Collection[str]:
        """The claims of some reports that have been placed."""

    def keys_of(self, claims: Collection[str]) -> Sequence[tuple[str, str]]:
        """Some claims with each of their keys."""

    def put_keys(self, claims: Collection[str], rows: Collection[tuple[str, str]]) -> None:
        """Sets the keys of claims, in place of those that they had."""

    def members(self, keys: Collection[str]) -> Sequence[tuple[str, str]]:
        """Some keys with each of the claims that have them."""

    def ties(self, keys: Collection[str]) -> Sequence[tuple[str, str, str]]:
        """The ties of some blocks."""

    def replace_ties(self, gone: Collection[TieRow], new: Collection[TieRow]) -> None:
        """Takes ties away, and adds some."""

    def ties_of(self, claims: Collection[str]) -> Sequence[tuple[str, str, str]]:
        """The ties that some claims have."""

    def events_of(self, claims: Collection[str]) -> Collection[str]:
        """Ids of the events of some claims."""

    def drop_tellings(self, claims: Collection[str]) -> None:
        """Forgets claims that are no more, which have neither keys nor events by now."""

    def leave_events(self, claims: Collection[str]) -> None:
        """Notes that some claims are in no event any more."""

    def replace_events(self, gone: Collection[str], made: Sequence[Event]) -> None:
        """Puts events in the place of others, all of whose claims they have."""


def grow_events(
    ledger: Ledger,
    reports: Collection[str],
    gone: Sequence[Entity] = (),
    made: Sequence[Entity] = (),
    recopied: Collection[str] = (),
    log: Sequence[Judgement] = (),
    heeded: Collection[str] = (),
    publishers: Publishers | None = None,
    added: Sequence[Claim] = (),
    lost: Collection[str] = (),
) -> int:
    """Takes new reports, each once, into the events, and what became of entities and copies.

    1. Claims are looked at again that are new, or whose people are other entities now, or whose
       origin may be another: by an outlet that is new, a bearer of a name, or a copy.
    2. The blocks that they were in or are in now are tied anew.
    3. Whatever those ties or the old ones lead to is grouped again, and so is what new judgements
       on claims and on reports speak of, and what these lead to.

    A claim that is judged to be misread stays where it was found, but has no keys, and so no ties
    and no event; once that is taken back it is looked at again.

    Args:
        gone, made: The entities that are no more, and those in their place; they are kept already.
        recopied: Reports that copy another report than before.
        log: All judgements, in their order.
        heeded: Ids of those that the events heed already.
        publishers: As `group_events` takes them; another table needs a rebuild.
        added: New claims of reports that were taken in before.
        lost: Ids of claims that are no more, though their reports are.

    Returns:
        How many claims were grouped again.
    """
    found = [*ledger.claims_of(reports), *added]
    new = [claim for claim in found if claim.kind == "event"]
    whole = ledger.reports({*reports, *(claim.report for claim in added)})
    ledger.add_tellings(find_paragraphs(new, whole))
    outlets = ledger.add_outlets({name for report in whole for name in outlets_of(report)})
    asked = {f"outlet:{name}" for name in outlets}
    asked |= {f"bearer:{name}" for name in _renamed(gone, made)}
    dirty = {claim.id for claim in new}
    dirty |= {claim for _key, claim in ledger.members(asked)}
    dirty |= _told_of_others(ledger, gone, made)
    dirty |= set(ledger.tellings_in(recopied))
    dirty |= ledger.paragraphs(_reread(log, heeded).union(lost)).keys()
    silent = misread_claims(log).union(lost)
    read: dict[str, Telling] = {}
    region = _tie_anew(ledger, dirty, silent, read) | _judged_anew(ledger, log, heeded)
    number = _regroup(ledger, region, silent, read, read_judged(log), publishers)
    ledger.drop_tellings(lost)
    return number


def _reread(log: Sequence[Judgement], heeded: Collection[str]) -> set[str]:
    """The claims of which new judgements say how they were read."""
    return {one.left for one in log if one.about == "reading" and one.id not in heeded}


def _judged_anew(ledger: Ledger, log: Sequence[Judgement], heeded: Collection[str]) -> set[str]:
    """The claims that new judgements lead to, and those of the reports that they lead to."""
    found: set[str] = set()
    new = [one for one in log if one.id not in heeded]
    if claims := {end for one in new if one.about == "event" for end in (one.left, one.right)}:
        around = lead_from((one for one in log if one.about == "event"), claims)
        found |= ledger.paragraphs(around).keys()
    if reports := {end for one in new if one.about == "origin" for end in (one.left, one.right)}:
        around = lead_from((one for one in log if one.about == "origin"), reports)
        first = {*around, *ledger.copies(around).values()}  # whose word a copy passes on
        found |= set(ledger.tellings_in({*first, *ledger.copies_of(first)}))
    return found


def _renamed(gone: Iterable[Entity], made: Iterable[Entity]) -> set[str]:
    """The names that other entities bear now, folded."""
    before, now = (
        {(name, entity.id) for entity in side for name in names_of(entity)} for side in (gone, made)
    )
    return {name for name, _ in before ^ now}


def _told_of_others(ledger: Ledger, gone: Iterable[Entity], made: Iterable[Entity]) -> set[str]:
    """The claims with a chain that is in another entity now, or in one told of otherwise."""
    before, now = (
        {
            chain: (entity.id, entity.name, spoken_for(entity))
            for entity in side
            for chain in entity.chains
        }
        for side in (gone, made)
    )
    moved = {chain for chain in now if before.get(chain) != now[chain]}
    return {
        claim.id for claim in ledger.claims_near(moved) if not moved.isdisjoint(_chains_of(claim))
    }


def _chains_of(claim: Claim) -> set[str]:
    found = {one.chain for one in (*claim.who, *claim.whom)}
    return found | {one.chain for one in claim.sources if one.chain is not None}


def _tie_anew(
    ledger: Ledger, dirty: Collection[str], silent: Collection[str], read: dict[str, Telling]
) -> set[str]:
    """Ties the blocks of claims anew; the claims, and all whose old or new ties are others.

    Args:
        silent: Claims that tell of nothing any more, and so have no keys.
        read: Takes in all claims that are read for it.
    """
    tellings = _tellings(ledger, [one for one in dirty if one not in silent], read)
    origins = _origins(ledger, [one.claim for one in tellings.values()])
    new = {
        (id_, key)
        for id_, telling in tellings.items()
        for key in (*telling_keys(telling), *_origin_keys(origins, telling.claim))
    }
    old = set(ledger.keys_of(dirty))
    changed = {id_ for id_, _ in new ^ old}  # else nothing that is compared is another
    ledger.put_keys(changed, [row for row in sorted(new) if row[0] in changed])
    blocks = {
        key
        for id_, key in new | old
        if id_ in changed and not key.startswith(("outlet:", "bearer:"))
    }
    before = {TieRow(*row) for row in ledger.ties(blocks)}
    now = _tie_blocks(ledger, blocks, read)
    ledger.replace_ties(before - now, now - before)
    return {*dirty, *(end for tie in before ^ now for end in (tie.one, tie.other))}


def _tie_blocks(ledger: Ledger, keys: Collection[str], read: dict[str, Telling]) -> set[TieRow]:
    """The ties of blocks as they are now."""
    members: dict[str, list[str]] = defaultdict(list)
    for key, claim in ledger.members(keys):
        members[key].append(claim)
    blocks = {key: sorted(some) for key, some in members.items() if len(some) > 1}
    asked = sorted({claim for some in blocks.values() for claim in some})
    tellings = [*_tellings(ledger, asked, read).values()]
    number = {claim: place for place, claim in enumerate(asked)}
    twins = {place: twin_key(telling) for place, telling in enumerate(tellings)}
    return {
        TieRow(key, asked[tie.left], asked[tie.right])
        for key, some in blocks.items()
        for tie in tie_block(rule_of(key), tellings, [number[one] for one in some], twins)
    }


def _tellings(ledger: Ledger, ids: Collection[str], read: dict[str, Telling]) -> dict[str, Telling]:
    """Claims as they are compared, sorted by id; those that are not `read` yet are read."""
    more = set(ids) - read.keys()
    claims, paragraphs = ledger.claims(more), ledger.paragraphs(more)
    owner = ledger.entity_of({one.chain for claim in claims for one in (*claim.who, *claim.whom)})
    read.update((one.id, read_telling(one, owner, paragraphs[one.id])) for one in claims)
    return {id_: read[id_] for id_ in sorted(ids)}


def _origins(
    ledger: Ledger,
    claims: Sequence[Claim],
    judged: Judged = NOBODY_JUDGED,
    publishers: Publishers | None = None,
) -> Origins:
    """All that has a say in the origins of some claims."""
    reports = {claim.report for claim in claims}
    copies = ledger.copies(reports)
    known = {one.id: one for one in ledger.reports({*reports, *copies.values()})}
    chains = {claim.sources[0].chain for claim in claims}
    owner = ledger.entity_of({chain for chain in chains if chain is not None})
    entities = {one.id: one for one in ledger.entities(set(owner.values()))}
    entity_of = {chain: entities[id_] for chain, id_ in owner.items()}
    alone = Origins(entity_of, known, copies, frozenset(), {})
    asked = [names for claim in claims if (names := alone.names_asked(claim)) is not None]
    outlets = frozenset(ledger.outlets({outlet for outlet, _ in asked}))
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, entity in ledger.bearers({name for _, name in asked}):
        bearers[name].add(entity)
    bearer = {name: min(ids) for name, ids in bearers.items() if len(ids) == 1}
    return Origins(entity_of, known, copies, outlets, bearer, judged, publishers)


def _origin_keys(origins: Origins, claim: Claim) -> tuple[str, ...]:
    asked = origins.names_asked(claim)
    return (f"outlet:{asked[0]}", f"bearer:{asked[1]}") if asked else ()


def _regroup(
    ledger: Ledger,
    claims: Collection[str],
    silent: Collection[str],
    read: dict[str, Telling],
    judged: Judged,
    publishers: Publishers | None,
) -> int:
    """Groups claims again, and all that ties and judgements lead to from them."""
    rows: set[TieRow] = set()
    found, new = set(claims), set(claims)
    while new:
        more = {TieRow(*row) for row in ledger.ties_of(new)}
        near = {end for tie in more for end in (tie.one, tie.other)}
        new = (near | ledger.paragraphs(judged.mates(new)).keys()) - found
        rows |= more
        found |= new
    gone = ledger.events_of(found)
    ledger.leave_events([one for one in found if one in silent])
    tellings = [*_tellings(ledger, [one for one in found if one not in silent], read).values()]
    number = {telling.claim.id: place for place, telling in enumerate(tellings)}
    ties = sorted({Tie(rule_of(row.key), number[row.one], number[row.other]) for row in rows})
    origins = _origins(ledger, [one.claim for one in tellings], judged, publishers)
    made = make_events(tellings, ties, origins, judged)
    ledger.replace_events(gone, made)
    return len(found)
