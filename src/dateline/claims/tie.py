"""A tie between two ends, as the words of one passage tell it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dateline.claims.participants import People
from dateline.records import Chain, Participant, Token, When

_PERSONAL = {"works_for", "family_of", "represents", "allied_with"}
"""Ties whose second end may be a person."""
_BETWEEN_BODIES = {"front_for", "part_of", "allied_with"}


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two ends, and the word that tells it.

    Attributes:
        is_over: Whether the words say that it had ended when the report was written.
        is_aside: Whether it is told in passing, in the report's own voice whoever is quoted.
        when: When it held, began or ended, where the words say so.
    """

    type: str
    trigger: Token
    who: tuple[Participant, ...]
    whom: tuple[Participant, ...]
    rule: str
    is_over: bool = False
    is_aside: bool = False
    when: When | None = None


def may_be_whom(type_: str, body: Chain) -> bool:
    """Whether a chain can be the second end: a state alone ties a person to nobody."""
    if body.schema == "Country":
        return type_ in ("located_in", "designated_by", "allied_with")
    return body.schema != "Person" or type_ in _PERSONAL


def may_be_who(type_: str, holder: Chain) -> bool:
    """Whether a chain can be the first end: bodies are fronts, persons are members."""
    if type_ == "allied_with":
        return True
    return (holder.schema == "Person") != (type_ in _BETWEEN_BODIES)


def named_at(people: People, token: Token) -> list[Participant]:
    """Whom the mention that a word heads names, and nobody else beside it."""
    found = []
    for chain in people.at.get(token.index, ()):
        begun = bisect_right(chain.mentions, token.start, key=lambda m: m.words.start)
        covering = (m.words for m in reversed(chain.mentions[:begun]) if token.end <= m.words.end)
        words = next(covering, people.grammar.words(token.index, token.index))
        found.append(Participant(chain.id, words))
    return found
