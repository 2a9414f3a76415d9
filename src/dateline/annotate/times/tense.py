"""The tense of the verb that governs some words, as far as a date needs it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from dateline.annotate.times.words import ACTS, ASKS, DONE, EVENT_NOUNS, PLAN_NOUNS, PLANS, unit_of
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
        """The tense of a verb; a participle takes its head's.

        An infinitive counts as future, but for what was done ("managed to flee"), and for a purpose
        ("met to mark the day"): that may be either, so it has none.
        """
        for _ in range(_LONGEST_CLIMB):
            tense = self._own_tense(verb)
            head = self.tokens[verb.head]
            if tense is not None or verb.head == verb.index:
                return tense
            if verb.dep == "pcomp" and head.pos in ("ADP", "SCONJ"):
                head = self.tokens[head.head]  # "despite winning in March, she lost"
            if head.pos not in ("VERB", "AUX") or (self._has_to(verb) and head.lemma not in DONE):
                return None
            verb = head
        return None

    def _has_to(self, verb: Token) -> bool:
        return any(token.text.lower() == "to" for token in self._auxiliaries.get(verb.index, ()))

    def hangs_on_verb(self, start: int, end: int) -> bool:
        """Whether the words hang on a verb itself, not on a noun or an adjective beside it.

        A noun that names an event ("a bombing in March") shares the tense of its verb.
        """
        inside = self.tokens_in(start, end)
        if not inside:
            return False
        token = inside[-1]
        for _ in range(_LONGEST_CLIMB):
            is_outside = not start <= token.start < end and token.pos != "ADP"
            # "On the night of June 3": the night hangs on the verb.
            if is_outside and token.dep != "prep" and unit_of(token.text) not in ("night", "day"):
                return token.pos in ("VERB", "AUX") or token.lemma.lower() in EVENT_NOUNS
            if token.head == token.index:
                return False
            token = self.tokens[token.head]
        return False

    def is_object(self, start: int, end: int) -> bool:
        """Whether a verb has the words themselves for its object: "set Nov. 10 as the day"."""
        return any(
            token.dep in ("dobj", "attr", "oprd")
            and not start <= self.tokens[token.head].start < end
            for token in self.tokens_in(start, end)
        )

    def _own_tense(self, verb: Token) -> Tense | None:
        if verb.lemma in PLANS:
            return "future"
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(verb.index, ())}
        if auxiliaries & _PERFECT_AUX and not auxiliaries & {"will"}:
            return None if auxiliaries & {"would"} else "past"
        if auxiliaries & _FUTURE_AUX:
            return "future"
        if verb.tag == "VBD" or auxiliaries & _PAST_AUX:
            return "past"
        if "to" in auxiliaries:
            return "future" if self._is_to_come(verb) else None
        if verb.tag == "VBG":
            return "future" if auxiliaries & {"is", "are", "am"} else None
        if verb.tag == "VBN":
            return "present" if auxiliaries else "past"
        return "present" if verb.tag in ("VBZ", "VBP") else None

    def _is_to_come(self, infinitive: Token) -> bool:
        """Whether an infinitive tells of what is still to come: "a plan to meet", "agreed to"."""
        head = self.tokens[infinitive.head]
        if infinitive.dep == "advcl":
            return head.lemma in PLANS | ASKS
        if self._is_first_of(head):
            return False
        if infinitive.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN"):
            return head.lemma.lower() in PLAN_NOUNS
        return head.lemma not in DONE

    def _is_first_of(self, noun: Token) -> bool:
        """ "The first country to sign" has signed."""
        near = self.tokens[max(0, noun.index - 3) : noun.index + 1]
        return any(token.text.lower() in ("first", "last", "only", "latest") for token in near)

    def is_done(self, verb: Token) -> bool:
        """Whether a plan was made then, not for then: "on Thursday she proposed a cut"."""
        return verb.lemma in ACTS and verb.tag == "VBD" and verb.index not in self._auxiliaries

    def is_old_plan(self, verb: Token) -> bool:
        """Whether a plan is told of as one that may be over: "had been due to end on Friday",
        "the march planned for Friday was called off"."""
        plan = verb
        if plan.lemma not in PLANS and self._has_to(plan):
            plan = self.tokens[plan.head]  # "had been scheduled to end"
        if plan.lemma not in PLANS:
            return False
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(plan.index, ())}
        if "had" in auxiliaries:
            return True
        noun = self.tokens[plan.head]
        if plan.dep not in ("acl", "relcl") or noun.dep not in ("nsubj", "nsubjpass"):
            return False
        return plan.tag in ("VBN", "VBD") and self.tense_of(self.tokens[noun.head]) == "past"

    def is_ahead(self, verb: Token) -> bool:
        """Whether the verb is in the future tense itself, seen from the report."""
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(verb.index, ())}
        return bool(auxiliaries & {"will", "shall", "'ll", "’ll"})

    def is_perfect_or_present(self, verb: Token) -> bool:
        """Whether what the verb tells of still goes on, as far as its form shows."""
        auxiliaries = {token.text.lower() for token in self._auxiliaries.get(verb.index, ())}
        return (
            bool(auxiliaries & {"has", "have", "'ve", "’ve"}) or self._own_tense(verb) == "present"
        )
