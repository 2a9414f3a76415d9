"""What a chain can be found by: chains that are tied by no key have no say in one another.

A chain seeks some keys and bears others. A key ties all that seek or bear it once one seeks it:
a bare "Dallo" seeks the surname and asks which of its bearers is meant, whereas two full names
that only share a surname have nothing to settle. A key that too many different names bear ties
nobody, and the rules leave it alone as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from dateline.resolve.block import Party, is_part
from dateline.resolve.names import BodyName, PersonName
from dateline.resolve.nouns import noun_keys

MOST_NAMES = 200
"""A surname, initials or an acronym that more full names bear is too common to decide by."""

_LIMITED = frozenset("siav")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one chain; what it seeks it need not bear.

    Attributes:
        names: The keys that it bears and that are counted, each with the name that bears it.
    """

    sought: frozenset[str]
    borne: frozenset[str]
    names: frozenset[tuple[str, str]] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.sought | self.borne


def surname_key(surname: str) -> str:
    return f"s:{surname}"


def variant_key(surname: str, first: str) -> str:
    return f"v:{surname} {first}"


def acronym_key(letters: str) -> str:
    return f"a:{letters}"


def initials_key(letters: str) -> str:
    return f"i:{letters}"


def is_limited(key: str) -> bool:
    """Whether a key ties nobody once more than `MOST_NAMES` names bear it."""
    return key[0] in _LIMITED


def party_keys(party: Party, state: str, beside: Iterable[str], judged: str | None) -> Keys:
    """The keys of a party.

    Args:
        state: That of a noun or an office, "" if unknown.
        beside: The names that its report gives; see `nouns.named_in`.
        judged: The key of what people judged of it, if they did.
    """
    sought: set[str] = set()
    borne: set[str] = set()
    if not party.is_noun:
        _add_names(party, sought, borne)
    for noun in noun_keys(party):
        by_name = {f"n:{noun} # {name}" for name in beside}
        if state:
            sought.add(f"n:{noun} @ {state}")
            borne |= by_name
        else:
            sought |= by_name
    if judged is not None:
        sought.add(f"j:{judged}")
    return Keys(frozenset(sought), frozenset(borne), frozenset(_counted(party)))


def _name_key(party: Party, name: str) -> str:
    return f"{'p' if party.is_person else 'b'}:{name}"


def _add_names(party: Party, sought: set[str], borne: set[str]) -> None:
    main = party.main
    if party.is_bare:
        sought |= bare_keys(party)
        return
    borne.add(_name_key(party, main.key))
    if not party.is_of_any_state:
        sought.add(_name_key(party, party.full_key))
    sought |= {_name_key(party, form.key) for form in _second_names(party)}
    borne |= {key for key, _name in _counted(party)}
    for person in party.people:
        if not person.is_bare:
            sought.add(variant_key(person.surname, person.given[0]))
    for body in party.bodies:
        if not body.is_bare and body != main and is_part(body, main):
            sought.add(f"f:{body.key}")
    if isinstance(main, BodyName):
        borne.add(f"f:{main.key}")


def bare_keys(party: Party) -> frozenset[str]:
    """What a bare name is looked up by."""
    main = party.main
    if isinstance(main, PersonName):
        return frozenset((surname_key(main.surname), surname_key(main.core)))
    return frozenset((acronym_key(main.key), initials_key(main.key)))


def _second_names(party: Party) -> Iterator[PersonName | BodyName]:
    forms: Sequence[PersonName | BodyName] = (*party.people, *party.bodies)
    for form in forms:
        if not form.is_bare and form != party.main and not is_part(form, party.main):
            yield form


def _counted(party: Party) -> Iterator[tuple[str, str]]:
    if party.is_bare or party.is_noun:
        return
    name = party.main.key
    for person in party.people:
        yield surname_key(person.surname), name
        yield surname_key(person.core), name
        if not person.is_bare:
            yield variant_key(person.surname, person.given[0]), person.key
            yield variant_key(person.surname, person.given[0][0]), person.key
    for body in party.bodies:
        if body.is_bare:
            yield acronym_key(body.key), name
        if not body.known:
            for letters in body.acronyms:
                yield initials_key(letters), name


def common_keys(parties: Iterable[Party]) -> frozenset[str]:
    """The keys that too many names of a case bear."""
    forms = {(party.people, party.bodies): party for party in parties if not party.is_noun}
    pairs = {pair for party in forms.values() for pair in _counted(party)}
    counts = Counter(key for key, _name in pairs)
    return frozenset(key for key, count in counts.items() if count > MOST_NAMES)


def components(keys: Sequence[Keys], common: Set[str]) -> list[list[int]]:
    """The numbers of the chains that keys tie together, each row sorted, by its first."""
    parent = list(range(len(keys)))

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for members in _holders(keys, common).values():
        first = find(members[0])
        for other in members[1:]:
            found = find(other)
            first, gone = min(first, found), max(first, found)
            parent[gone] = first
    rows: dict[int, list[int]] = defaultdict(list)
    for number in range(len(keys)):
        rows[find(number)].append(number)
    return [rows[first] for first in sorted(rows)]


def _holders(keys: Sequence[Keys], common: Set[str]) -> dict[str, list[int]]:
    """Each key that ties, with who seeks or bears it."""
    sought = {key for one in keys for key in one.sought} - common
    found: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(keys):
        for key in one.all & sought:
            found[key].append(number)
    return found


class KeyIndex:
    """The keys of chains, kept while chains come and change."""

    def __init__(self) -> None:
        self.common: set[str] = set()
        self._keys: dict[str, Keys] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._seekers: Counter[str] = Counter()
        self._names: dict[str, Counter[str]] = defaultdict(Counter)

    def of(self, chain: str) -> Keys:
        """The keys of a chain; none if it is not in the index."""
        return self._keys.get(chain, _NONE)

    def put(self, chain: str, keys: Keys) -> None:
        """Sets the keys of a chain, in place of those it had."""
        for old, sign in ((self.of(chain), -1), (keys, 1)):
            for key in old.all:
                (self._holders[key].add if sign > 0 else self._holders[key].discard)(chain)
            for key in old.sought:
                self._seekers[key] += sign
            for key, name in old.names:
                self._names[key][name] += sign
                if not self._names[key][name]:
                    del self._names[key][name]
                is_common = len(self._names[key]) > MOST_NAMES
                (self.common.add if is_common else self.common.discard)(key)
        self._keys[chain] = keys

    def closure(self, chains: Iterable[str], keys: Iterable[str]) -> set[str]:
        """The chains given, the holders of the keys that tie, and all that those lead to."""
        found = set(chains)
        queue = list(found)
        waiting = list(keys)
        seen: set[str] = set()
        while queue or waiting:
            if not waiting:
                waiting = list(self.of(queue.pop()).all)
            for key in waiting:
                if key not in seen and self._seekers[key] and key not in self.common:
                    more = self._holders[key] - found
                    found |= more
                    queue += more
            seen.update(waiting)
            waiting = []
        return found


_NONE = Keys(frozenset(), frozenset())
