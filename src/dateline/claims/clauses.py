"""The clauses that a word shares its time and place with, and what hangs on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.claims.people_words import load_people_words
from dateline.records import Grammar, Quote, Token

_UP = {"relcl", "acl", "advcl", "xcomp", "conj", "pcomp", "prep", "appos", "dep"}
_OCCASION_PREPOSITIONS = {"during", "at", "in", "after", "before", "following"}
_NO_OCCASION = {"request", "behest", "invitation", "insistence", "urging", "demand", "order"}
"""Nouns that say at whose will something happened, not when: "at the request of"."""
_AHEAD = {"expect", "anticipate", "schedule", "plan", "set", "slate", "intend", "due"}


@dataclass(frozen=True, slots=True)
class Clauses:
    """The parse of a report, cut where one telling ends and another begins.

    Attributes:
        carriers: Tokens that carry an event of their own.
        settings: Head tokens of places that a clause with "where" may describe.
    """

    grammar: Grammar
    carriers: frozenset[int]
    settings: frozenset[int]

    def anchors(self, trigger: Token) -> Iterator[Token]:
        """The word itself, then the heads of the clauses that it shares a time and place with."""
        token, steps = trigger, 0
        yield token
        while token.head != token.index and steps < 8:
            steps += 1
            governor = self.grammar.tokens[token.head]
            if token.dep == "relcl" and self._is_there(token):
                yield governor
                governor = self._verb_over(governor) or governor
            elif not self._shares(token, governor):
                return
            token = governor
            if token.pos in ("VERB", "AUX", "NOUN", "PROPN"):
                yield token

    def _is_there(self, clause: Token) -> bool:
        """Whether a relative clause happens at what it describes: "a summit where they signed"."""
        return any(
            w.text.casefold() == "where" for w in self.grammar.children(clause.index, "advmod")
        )

    def _verb_over(self, token: Token) -> Token | None:
        return next(
            (a for a in self.grammar.ancestors(token.index) if a.pos in ("VERB", "AUX")), None
        )

    def _shares(self, token: Token, governor: Token) -> bool:
        """Whether what a word tells has the time and place of what governs it."""
        if token.dep == "relcl" and governor.pos == "NOUN":
            return self._tells_of(token, governor)
        if token.dep in _UP:
            if token.dep == "prep":
                return token.text.casefold() in _OCCASION_PREPOSITIONS
            if token.dep == "conj" and token.pos == "VERB":
                own = self.grammar.children(token.index, "nsubj", "nsubjpass")
                return not own
            if token.dep == "advcl":
                marks = {m.text.casefold() for m in self.grammar.children(token.index, "mark")}
                return not marks & {
                    "after",
                    "before",
                    "since",
                    "because",
                    "although",
                    "if",
                    "until",
                }
            return governor.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADP", "ADJ")
        if token.pos in ("NOUN", "PROPN"):
            if token.dep == "pobj":
                word = governor.text.casefold()
                return word in _OCCASION_PREPOSITIONS and token.lemma not in _NO_OCCASION
            if governor.pos in ("VERB", "AUX") and self._of_place(token):
                return True
            light = governor.lemma in load_people_words().light | {
                "feature",
                "include",
                "see",
            } and governor.pos in (
                "VERB",
                "AUX",
            )
            return light and token.dep in ("dobj", "nsubj", "nsubjpass", "attr")
        return False

    def _tells_of(self, clause: Token, noun: Token) -> bool:
        """Whether a relative clause tells what its noun did ("a raid that killed ten").

        What others did with it has a time of its own: "the march, which they had banned".
        """
        subjects = self.grammar.children(clause.index, "nsubj", "nsubjpass")
        return not subjects or any(s.tag in ("WDT", "WP") for s in subjects)

    def _of_place(self, token: Token) -> bool:
        """Whether a word is a place that a clause with "where" describes."""
        return token.index in self.settings and any(
            w.text.casefold() == "where"
            for clause in self.grammar.children(token.index, "relcl")
            for w in self.grammar.children(clause.index, "advmod")
        )

    def hangs_on(self, index: int, anchor: int) -> bool:
        """Whether a word is under an anchor with no other carrier of an event between."""
        if index == anchor:
            return False
        token = self.grammar.tokens[index]
        while token.head != token.index:
            governor = self.grammar.tokens[token.head]
            if governor.index == anchor:
                is_ahead = token.dep == "advcl" and token.lemma in _AHEAD
                is_other = token.dep in ("ccomp", "nsubj", "relcl") or is_ahead
                return not is_other or token.pos != "VERB"
            if governor.index in self.carriers and not self._is_light(governor, anchor):
                return False
            if token.dep in ("relcl", "ccomp", "advcl", "acl"):
                return False
            token = governor
        return False

    def _is_light(self, carrier: Token, anchor: int) -> bool:
        """Whether a carrier leaves its time to the anchor: the noun of "held talks on Monday"."""
        if carrier.dep == "pobj":
            prep = self.grammar.tokens[carrier.head]
            return prep.head == anchor and prep.text.casefold() in ("during", "at", "in")
        if carrier.dep == "advcl" and carrier.head == anchor:
            marks = {
                m.text.casefold() for m in self.grammar.children(carrier.index, "mark", "advmod")
            }
            return bool(marks & {"while", "as", "when"})
        return carrier.head == anchor and carrier.dep in ("dobj", "nsubj", "nsubjpass")


def by_sentence(grammar: Grammar, heads: Iterable[int]) -> dict[int, list[int]]:
    """The head tokens by the number of their sentence, in the order given."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for head in heads:
        found[grammar.tokens[head].sentence].append(head)
    return dict(found)


def head_of(grammar: Grammar, words: Quote) -> Token | None:
    """The token of a phrase whose governor lies outside it: the first such one."""
    inside = grammar.within(words)
    indices = {t.index for t in inside}
    outer = [t for t in inside if t.head not in indices or t.head == t.index]
    return outer[0] if outer else None
