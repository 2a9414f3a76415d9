"""Doers and victims that have no name, in their own words: "two gunmen", "a church".

They are found by the very grammar that finds those with a name: of the heads that it gives, those
that name nobody and stand for persons, or for what can be harmed, are unnamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.claims.lexicon import Entry
from dateline.claims.participant_nouns import Kind, ParticipantNouns, load_participant_nouns
from dateline.claims.participants import People
from dateline.records import Grammar, Quote, Token

_HARMING = frozenset({"ASSAULT", "COERCE"})
"""Types of what is done to things too."""

_PEOPLE = frozenset[Kind]({"person", "group"})
_CAN_BE_HARMED = frozenset[Kind]({"person", "group", "made"})
_APART = frozenset({"relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis", "preconj", "dep"})
_OF = frozenset({"of", "'s", "’s"})
_NOUNLIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "dative"})
_HARMED = frozenset({"dead", "wounded", "injured", "missing", "accused", "detained"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The words for unnamed doers, and for those it is done to."""

    who: tuple[Quote, ...] = ()
    whom: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Finds those who take part without a name, in one report.

    Attributes:
        times: Tokens of words that speak of time: no part of a phrase for somebody.
    """

    people: People
    times: frozenset[int]

    def of(self, trigger: Token, entry: Entry, partner: Token | None) -> Sides:
        """The words for those on either side of what a trigger tells, in text order."""
        ends = self.people.ends(trigger, entry, partner)
        is_harm = entry.type in _HARMING
        crewed = load_participant_nouns().crewed if is_harm else frozenset[str]()
        who = self._words(ends.who, _PEOPLE, crewed)
        harmed = _CAN_BE_HARMED if is_harm else _PEOPLE
        whom = self._words(ends.whom, harmed)
        return Sides(who, tuple(words for words in whom if words not in who))

    def _words(
        self, heads: Iterable[Token], kinds: frozenset[Kind], also: frozenset[str] = frozenset()
    ) -> tuple[Quote, ...]:
        found = {
            self.phrase(head)
            for head in heads
            for kind in [self.kind_of(head)]
            if (kind in kinds or (kind is not None and head.lemma.casefold() in also))
            and not self._is_corrected(head)
        }
        return tuple(
            words for words in sorted(found) if not any(o.holds(words) for o in found - {words})
        )

    def _is_corrected(self, head: Token) -> bool:
        """Whether a word is what it was not: "ten soldiers and not 15"."""
        before = head.index - 1
        return before >= 0 and self.people.grammar.tokens[before].text.casefold() == "not"

    def kind_of(self, head: Token) -> Kind | None:
        """What a word stands for; None if it is named, or takes no part in anything."""
        if head.index in self.times or self.people.at_head(head):
            return None
        return _kind_of(load_participant_nouns(), self.people.grammar, head)

    def phrase(self, head: Token) -> Quote:
        """The noun phrase of a head with what is "of" it; no clause, and nothing beside it."""
        return _phrase(self.people.grammar, head, self.times)


def _kind_of(nouns: ParticipantNouns, grammar: Grammar, token: Token) -> Kind | None:
    """What a word stands for, if it can head a phrase for somebody or something unnamed."""
    lemma = _singular(token)
    if token.pos == "NUM":
        return (
            "person" if token.dep in _NOUNLIKE and _counts_people(nouns, grammar, token) else None
        )
    if lemma in nouns.amounts:
        return "person" if _counts_people(nouns, grammar, token) else None
    if token.pos == "PROPN":
        is_one = grammar.children(token.index, "nummod") or any(
            d.text.casefold() in ("a", "an") for d in grammar.children(token.index, "det")
        )
        is_demonym = nouns.kinds.get(lemma) == "person" and (token.tag == "NNPS" or is_one)
        return "person" if is_demonym else None
    if token.pos == "ADJ":
        return "person" if lemma in _HARMED and token.dep in _NOUNLIKE else None
    if token.pos != "NOUN":
        return None
    kind = nouns.kinds.get(lemma) or nouns.kinds.get(lemma.rpartition("-")[2])
    if kind is None and lemma.endswith(("man", "men", "woman", "women")):
        return "person"
    return kind


def _singular(token: Token) -> str:
    """A noun's lemma; the model leaves names of peoples in the plural: "Albanians"."""
    lemma = token.lemma.casefold()
    return lemma.removesuffix("s") if token.tag == "NNPS" else lemma


def _counts_people(nouns: ParticipantNouns, grammar: Grammar, token: Token) -> bool:
    """Whether a number is one of people: "six were held", "dozens of villagers"."""
    if any(sign.tag == "$" for sign in grammar.children(token.index)):
        return False
    if token.pos == "NUM" and token.text.isdigit() and 1900 <= int(token.text) <= 2100:
        return False
    of = [
        noun
        for prep in grammar.children(token.index, "prep")
        if prep.text.casefold() in ("of", "from", "among")
        for noun in grammar.children(prep.index, "pobj")
    ]
    if not of:
        return token.pos == "NUM" or token.tag == "NNS" or bool(token.dep in ("nsubjpass", "dobj"))
    return any(
        noun.pos == "PRON" or nouns.kinds.get(_singular(noun)) in ("person", "group") for noun in of
    )


def _phrase(grammar: Grammar, token: Token, times: frozenset[int]) -> Quote:
    first = last = token.index
    todo = [token.index]
    while todo:
        above = todo.pop()
        for child in grammar.children(above):
            if child.dep in _APART or child.pos == "PUNCT" or child.tag == "WP$":
                continue
            if child.index in times:
                continue
            if child.index > token.index and above == token.index and not _is_of(child):
                continue
            between = grammar.tokens[child.index + 1 : above]
            if child.dep == "prep" and any(t.text == "," for t in between):
                continue  # "on the quay, hundreds of dockers"
            first, last = min(first, child.index), max(last, child.index)
            todo.append(child.index)
    return grammar.words(first, last)


def _is_of(token: Token) -> bool:
    return token.dep in ("prep", "case") and token.text.casefold() in _OF
