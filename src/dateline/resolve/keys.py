"""The keys that a party can be found by: parties that share none are never compared."""

from __future__ import annotations

from dateline.resolve.block import Party, is_part
from dateline.resolve.nouns import noun_keys

Key = tuple[str, str]
"""Which rules use it, and the key itself."""


def keys_of(party: Party) -> frozenset[Key]:
    """Every key under which some rule of `block`, `weak` and `nouns` may pair a party.

    They are read from its own chain alone. The rules weigh what its report says beside the name,
    never what other entities the case has.
    """
    found: set[Key] = {("noun", key) for key in noun_keys(party)}
    if party.is_noun:
        return frozenset(found)
    found.add(("name", party.full_key))
    for person in party.people:
        found |= {("name", person.key), ("surname", person.surname), ("surname", person.core)}
    for body in party.bodies:
        found.add(("name", body.key))
        if body.is_bare:
            found.add(("letters", body.key))
        elif body != party.main and is_part(body, party.main):
            found.add(("short", body.key))
        if not body.known:
            found |= {("letters", letters) for letters in body.acronyms}
    if not party.is_person:
        found.add(("short", party.main.key))
    return frozenset(found)
