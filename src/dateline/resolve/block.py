"""Chains → parties, and the candidate pairs among them, from indexes and never from all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.records import Chain
from dateline.resolve.compare import WEIGHTS, Pair
from dateline.resolve.names import (
    BodyName,
    PersonName,
    fold,
    is_acronym,
    read_body,
    read_person,
    strip_titles,
)
from dateline.resolve.offices import SAME_OFFICE, SAME_OFFICE_SCORE, Office, read_office

if TYPE_CHECKING:
    from dateline.resolve.context import Context


@dataclass(frozen=True, slots=True)
class Party:
    """One chain with its names made comparable.

    Attributes:
        name: The printed name that stands for the chain: the first that is not bare.
        people: Forms of a person's names, distinct, fullest first; empty for a body.
        bodies: Likewise for an organisation or a state; empty for a person.
        posts: Folded titles that the chain carries.
        employers: Keys of the organisations that they are held in.
        main: The form that is not bare if there is one, else the first.
        is_noun: Whether its report calls it by a common noun alone ("police"), and never by a name.
        office: What its name says, if a body of any state may bear it; None for a noun and a state.
    """

    chain: Chain
    name: str
    people: tuple[PersonName, ...]
    bodies: tuple[BodyName, ...]
    posts: frozenset[str]
    employers: frozenset[str]
    main: PersonName | BodyName = field(init=False, compare=False, repr=False)
    is_noun: bool = field(init=False, compare=False, repr=False)
    office: Office | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # All are asked for many times of each party, so they are worked out once.
        forms: Sequence[PersonName | BodyName] = self.people or self.bodies
        main = next((form for form in forms if not form.is_bare), forms[0])
        object.__setattr__(self, "main", main)
        object.__setattr__(self, "is_noun", self._read_is_noun())
        object.__setattr__(self, "office", self._read_office())

    def _read_is_noun(self) -> bool:
        if self.is_person or self.chain.schema == "Country" or self.main.is_bare:
            return False
        kinds = {mention.kind for mention in self.chain.mentions}
        is_plain = " " not in self.name or self.name.islower()  # "Police" may open a sentence
        return "nominal" in kinds and "name" not in kinds and is_plain

    def _read_office(self) -> Office | None:
        main = self.main
        if isinstance(main, PersonName) or self.chain.schema == "Country":
            return None
        return None if self.is_noun or main.is_bare else read_office(main)

    @property
    def is_person(self) -> bool:
        return bool(self.people)

    @property
    def is_of_any_state(self) -> bool:
        """Whether its name is borne by bodies of several states, and does not say which."""
        office = self.office
        return office is not None and not office.country

    @property
    def full_key(self) -> str:
        """What its name is compared by with full names."""
        office = self.office
        if office is not None and office.country:
            return f"{office.key} of {office.country}"
        return self.main.key

    @property
    def is_bare(self) -> bool:
        """Whether the chain has no more than a surname, a single name or an acronym."""
        return self.main.is_bare


def read_parties(
    chains: Iterable[Chain], is_person: Mapping[str, bool] | None = None
) -> list[Party]:
    """The chains as parties, sorted by chain id.

    Args:
        is_person: Whether each is a person's, where more chains than these have a say in that.
    """
    ordered = sorted({chain.id: chain for chain in chains}.values(), key=lambda chain: chain.id)
    keys = {chain.id: read_body(chain.name).key for chain in ordered}
    if is_person is None:
        is_person = kinds(ordered)
    return [
        party_of(
            chain,
            (keys[r.organization] for r in chain.roles if r.organization in keys),
            is_person[chain.id],
        )
        for chain in ordered
    ]


def kinds(chains: Sequence[Chain]) -> dict[str, bool]:
    """Id of each chain → whether it is a person's, as all chains of the case see it."""
    votes = Counter(vote for chain in chains for vote in votes_of(chain))
    return {chain.id: kind(vote_of(chain), votes, is_firm(chain.name)) for chain in chains}


@lru_cache(maxsize=262_144)
def plain_name(printed: str) -> str:
    """A printed name without titles, folded: what chains vote on."""
    return fold(" ".join(strip_titles(printed.split())))


def votes_of(chain: Chain) -> set[tuple[str, bool]]:
    """The names that a chain takes for a person's (True) or for a body's.

    A full name speaks for its short form too: a person's for the last word, a body's for the
    first ("Karim Dallo" for Dallo, "Kestrel Shipping" for Kestrel).
    """
    is_person = chain.schema == "Person"
    names = {plain_name(printed) for printed in (chain.name, *chain.names)}
    short = {name.split()[-1 if is_person else 0] for name in names if " " in name}
    return {(name, is_person) for name in names | short}


def vote_of(chain: Chain) -> tuple[str, bool]:
    """The name that a chain is called by, and whether its report takes it for a person's."""
    return plain_name(chain.name), chain.schema == "Person"


@lru_cache(maxsize=65_536)
def is_firm(printed: str) -> bool:
    """Whether a name stays what a report takes it for: a list knows it, or it is an acronym."""
    return bool(read_body(printed).known) or is_acronym(printed)


def kind(vote: tuple[str, bool], votes: Mapping[tuple[str, bool], int], firm: bool) -> bool:
    """Whether a chain is a person: as its report takes it, unless more of the case differ.

    One report's slip ("Dallo" as a company) should not split a person in two.

    Args:
        vote: That of the chain; see `vote_of`.
        firm: Whether its name is; see `is_firm`.
    """
    name, taken = vote
    other = votes.get((name, not taken), 0)
    if firm or other < 2 or other <= votes.get((name, taken), 0):
        return taken
    return not taken


def party_of(chain: Chain, employers: Iterable[str], is_person: bool) -> Party:
    """A chain with its names made comparable.

    Args:
        employers: See `Party`.
    """
    printed = tuple(dict.fromkeys((chain.name, *chain.names)))
    people: tuple[PersonName, ...] = ()
    bodies: tuple[BodyName, ...] = ()
    name = printed[0]
    if is_person:
        people = tuple(dict.fromkeys(read_person(one) for one in printed))
        name = next((one for one in printed if not read_person(one).is_bare), name)
    else:
        bodies = tuple(dict.fromkeys(read_body(one) for one in printed))
        name = next((one for one in printed if not read_body(one).is_bare), name)
    return Party(
        chain,
        name,
        people,
        bodies,
        frozenset(fold(role.title.exact) for role in chain.roles),
        frozenset(employers),
    )


def same_name_pairs(parties: Sequence[Party], context: Context | None = None) -> Iterator[Pair]:
    """Pairs whose full names are the same, each party with the first of its block.

    A body that any state may have ("Foreign Ministry") is left to `nouns.noun_pairs`, unless its
    name says the state; namesakes whose ages are at odds are kept apart.
    """
    blocks: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for index, party in enumerate(parties):
        if not party.is_bare and not party.is_noun and not party.is_of_any_state:
            blocks[party.is_person, party.full_key].append(index)
    for _key, members in sorted(blocks.items()):
        for side in context.sides(members) if context else [members]:
            for other in side[1:]:
                yield _same_name(parties, side[0], other)


def _same_name(parties: Sequence[Party], first: int, other: int) -> Pair:
    left, right = parties[first], parties[other]
    rule = "another spelling"
    if left.main.key.startswith("="):
        rule = "same known name"
    if _plain(left) == _plain(right):
        rule = "same name"
    elif left.main.key != right.main.key:
        return Pair(first, other, SAME_OFFICE, SAME_OFFICE_SCORE, words_of(left, right))
    return Pair(first, other, rule, WEIGHTS[rule], words_of(left, right))


def _plain(party: Party) -> str:
    main = party.main
    return " ".join(main.words) if isinstance(main, BodyName) else fold(party.name)


def words_of(left: Party, right: Party) -> str:
    """Both names, in alphabetical order so that the order of the reports does not show."""
    return " = ".join(sorted({left.name, right.name}))


def second_name_pairs(parties: Sequence[Party]) -> Iterator[Pair]:
    """Pairs in which one report gives, beside its own name, the main name of the other.

    A second name that is only part of the first ("High Court") is no proof and is left to
    `weak.weak_pairs`.
    """
    owners: dict[tuple[bool, str], int] = {}
    named = [(index, party) for index, party in enumerate(parties) if not party.is_noun]
    for index, party in named:
        if not party.is_bare and not party.is_of_any_state:
            owners.setdefault((party.is_person, party.main.key), index)
    for index, party in named:
        forms: tuple[PersonName | BodyName, ...] = (*party.people, *party.bodies)
        for form in forms:
            owner = owners.get((party.is_person, form.key))
            if form.is_bare or form == party.main or owner is None or owner == index:
                continue
            if not is_part(form, party.main):
                rule = "a report gives both names"
                yield Pair(
                    min(owner, index), max(owner, index), rule, WEIGHTS[rule],
                    words_of(parties[owner], party),
                )  # fmt: skip


def is_part(form: PersonName | BodyName, main: PersonName | BodyName) -> bool:
    """Whether a form says less of the name than the main form does."""
    if isinstance(form, BodyName) and isinstance(main, BodyName):
        return form.key != main.key and set(form.words) <= set(main.words)
    if isinstance(form, PersonName) and isinstance(main, PersonName):
        return form.surname == main.surname
    return False


@dataclass(slots=True)
class Index:
    """Where names of groups of parties can be found: key → numbers of groups."""

    surnames: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    acronyms: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    initials: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    short_forms: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def index_groups(parties: Sequence[Party], group_of: Sequence[int]) -> Index:
    """The index that weak pairs look in; bare parties own nothing but their single names."""
    index = Index()
    for number, party in enumerate(parties):
        if party.is_bare or party.is_noun:
            continue
        group = group_of[number]
        for person in party.people:
            index.surnames[person.surname].add(group)
            index.surnames[person.core].add(group)
        for body in party.bodies:
            if body.is_bare:
                index.acronyms[body.key].add(group)
            elif body != party.main and is_part(body, party.main):
                index.short_forms[body.key].add(group)
            if not body.known:
                for letters in body.acronyms:
                    index.initials[letters].add(group)
    return index
