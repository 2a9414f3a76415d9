"""The tense of the verb that governs some words, as far as a date needs it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from dateline.annotate.times.words import DONE, EVENT_NOUNS, PLANS
from dateline.records import Token

Tense = Literal["past", "present", "future"]

_FUTURE_AUX = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "should", "can"}
)
_PERFECT_AUX = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_PAST_AUX = frozenset({"was", "were", "did", "had", "been", "got"})
_LONGEST_CLIMB = 25


class Tenses:
    """Answers for the tokens of one report; each question costs a short climb in the parse."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [token.start for token in tokens]
        self._auxiliaries: dict[int, list[Token]] = {}
        for token in tokens:
            if token.dep in ("aux", "auxpass"):
                self._auxiliaries.setdefault(token.head, []).append(token)

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin in the range."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def verb_over(self, start: int, end: int) -> Token | None:
        """The verb that the words in the range hang on, or None."""
        inside = self.tokens_in(start, end)
        if not inside:
            return None
        token = inside[-1]
        for _ in range(_LONGEST_CLIMB):
            if token.pos in ("VERB", "AUX") and not start <= token.start < end:
                return token
            if token.head == token.index:
                return None
            token = self.tokens[token.head]
        return None

    def tense_of(self, verb: Token) -> Tense | None:
        """The tense of a verb; an infinitive counts as future, a participle takes its head's."""
        for _ in range(_LONGEST_CLIMB):
            tense = self._own_tense(verb)
            if tense is not None or verb.head == verb.index:
                return tense
            head = self.tokens[verb.head]
            if head.pos not in ("VERB", "AUX"):
                return None
            verb = head
        return None

    def hangs_on_verb(self, start: int, end: int) -> bool:
        """Whether the words hang on a verb itself, not on a noun or an adjective beside it.

        A noun that names an event ("a bombing in March") shares the tense of its verb.
        """
        inside = self.tokens_in(start, end)
        if not inside:
            return False
        token = inside[-1]
        for _ in range(_LONGEST_CLIMB):
            if not start <= token.start < end and token.dep != "prep" and token.pos != "ADP":
                return token.pos in ("VERB", "AUX") or token.lemma.lower() in EVENT_NOUNS
            if token.head == token.index:
                return False
            token = self.tokens[token.head]
        return False

    def _own_tense(self, verb: Token) -> Tense | None:
        if verb.lemma in PLANS:
            return "future"
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(verb.index, ())}
        if auxiliaries & _PERFECT_AUX and not auxiliaries & {"will"}:
            return "past"
        if auxiliaries & _FUTURE_AUX:
            return "future"
        if verb.tag == "VBD" or auxiliaries & _PAST_AUX:
            return "past"
        if "to" in auxiliaries:
            head = self.tokens[verb.head]
            return None if head.lemma in DONE else "future"
        if verb.tag == "VBG":
            return "future" if auxiliaries & {"is", "are", "am"} else None
        if verb.tag == "VBN":
            return "present" if auxiliaries else "past"
        return "present" if verb.tag in ("VBZ", "VBP") else None

    def is_perfect_or_present(self, verb: Token) -> bool:
        """Whether what the verb tells of still goes on, as far as its form shows."""
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(verb.index, ())}
        return (
            bool(auxiliaries & {"has", "have", "'ve", "’ve"}) or self._own_tense(verb) == "present"
        )
