"""How the words round a name use it: of a place where something is, or otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateline.annotate.places.gazetteer import Gazetteer
from dateline.annotate.places.readings import hint
from dateline.annotate.places.words import (
    COMMON_WORDS,
    DIRECTIONS,
    HAPPENINGS,
    HEADS_OF,
    KINDS,
    PREPOSITIONS,
    PREPOSITIONS_OF_TOWNS,
    VENUES,
    VERBS_OF_PLACE,
)
from dateline.records import Span, Token

Use = Literal["place", "town", "weak", "no"]
"""Of a place; of a place if it is less than a country; only as a name beside others; not at all."""

_CLIMB = 12
_STOPS = frozenset([",", "(", ";"])
"""After one of these no noun follows that the name could describe, whatever the parse says."""


class Uses:
    """Reads the use of names from the parse of one report."""

    def __init__(self, text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self.text, self.tokens = text, tokens
        self.is_capital = [
            token.text[:1].isupper() and not _is_short(token.text, gazetteer) for token in tokens
        ]

    def use(self, first: int, last: int, preposition: str) -> Use:
        """How a name is used that spans these tokens, half-open, if it is a place's."""
        found = self._use(first, last, preposition)
        name = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        if name.lower() in COMMON_WORDS and found == "place" and preposition not in PREPOSITIONS:
            return "weak"
        return found

    def venue(self, first: int, last: int) -> Span | None:
        """The building whose name the place opens: "Karachi Press Club"."""
        place = last
        end = min(last + 4, len(self.tokens))
        while place < end and self.is_capital[place]:
            place += 1
        if place == last or self.tokens[place - 1].text not in VENUES:
            return None
        between = self.text[self.tokens[first].start : self.tokens[place - 1].end]
        if any(mark in between for mark in ",;:()\n"):
            return None
        return Span(self.tokens[first].start, self.tokens[place - 1].end)

    def is_part_of_name(self, first: int, last: int) -> bool:
        """Whether other capitals stand beside it, as in "Jordan Smith", "Washington Post"."""
        return self.follows_name(first) or self.opens_name(last)

    def follows_name(self, first: int) -> bool:
        """Whether a capital stands right before it that is no direction and no kind of place."""
        if not first or self.tokens[first - 1].sentence != self.tokens[first].sentence:
            return False
        before = self.tokens[first - 1]
        return (
            self.is_capital[first - 1]
            and before.pos == "PROPN"
            and before.end + 1 == self.tokens[first].start
            and before.text.lower() not in DIRECTIONS
            and before.text not in KINDS
        )

    def opens_name(self, last: int) -> bool:
        """Whether a capital stands right after it that is no kind of place."""
        if last >= len(self.tokens) or self.tokens[last].sentence != self.tokens[last - 1].sentence:
            return False
        after = self.tokens[last]
        return (
            self.is_capital[last]
            and after.pos == "PROPN"
            and after.start <= self.tokens[last - 1].end + 1
            and after.text not in KINDS
        )

    def preposition(self, first: int, last: int) -> str:
        """The preposition before the name, by the parse or right before it."""
        role = self.role(first, last)
        head = self.tokens[role.head]
        if role.dep == "pobj":
            return head.text.lower()
        place = first - 1
        while place >= 0 and self.tokens[place].text.lower() in {"the", "a", *DIRECTIONS}:
            place -= 1
        before = self.tokens[place] if place >= 0 else None
        if (
            before is not None
            and before.pos == "ADP"
            and before.sentence == self.tokens[first].sentence
        ):
            return before.text.lower()
        return ""

    def role(self, first: int, last: int) -> Token:
        """The token whose dependency says how the name is used: a list's or apposition's first."""
        token = self._head_of_name(first, last)
        for _ in range(_CLIMB):
            head = self.tokens[token.head]
            if (
                token.dep in ("conj", "appos") and head.index != token.index and head.pos == "PROPN"
            ) or (token.dep == "compound" and head.text in KINDS):
                token = head
            else:
                break
        return token

    def _head_of_name(self, first: int, last: int) -> Token:
        """The token of the name that hangs on something outside it."""
        for token in reversed(self.tokens[first:last]):
            if not first <= token.head < last or token.head == token.index:
                return token
        return self.tokens[last - 1]

    def _use(self, first: int, last: int, preposition: str) -> Use:
        role = self.role(first, last)
        head = self.tokens[role.head]
        following = self.tokens[last] if last < len(self.tokens) else None
        if following is not None and following.tag == "POS":
            return "weak"
        is_apart = following is not None and following.text in _STOPS
        if role.dep in ("compound", "amod", "nmod") and head.index >= last and not is_apart:
            return "town" if head.lemma.lower() in HAPPENINGS else "weak"
        if (
            following is not None
            and following.text.startswith("-")
            and following.start == self.tokens[last - 1].end
        ):
            return "weak"
        if preposition:
            return self._use_after(preposition, role)
        if role.dep in ("dobj", "nsubjpass") and head.lemma in VERBS_OF_PLACE:
            return "place"
        if role.dep in ("npadvmod", "advmod", "ROOT", "dep"):
            return "town"
        return "weak"

    def _use_after(self, preposition: str, role: Token) -> Use:
        if preposition in PREPOSITIONS_OF_TOWNS:
            return "town"
        if preposition not in PREPOSITIONS:
            return "weak"
        if preposition == "of" and role.dep == "pobj":
            owner = self.tokens[self.tokens[role.head].head]
            is_named = owner.pos == "PROPN" and self.is_capital[owner.index]
            if owner.lemma.lower() in HEADS_OF or is_named:
                return "weak"
        return "place"


def _is_short(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is an abbreviation of a place's name, which other names stand beside."""
    found = hint(word, gazetteer)
    return bool(found) and found[0].via == "abbreviation"
