"""When and where: the time and place of each trigger, by what the words hang on.

A claim takes the time and the place of its own clause; a clause without one takes that of the
clause it is a part of, but never across a reporting verb: who speaks on Monday tells of Sunday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.claims.participants import LIGHT
from dateline.claims.triggers import Trigger
from dateline.records import (
    Annotations,
    Grammar,
    PlaceMention,
    Quote,
    TimeExpression,
    Token,
    When,
    Where,
)

_PLACING = {
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "on",
    "around",
    "across",
    "over",
    "off",
    "within",
}
_PARTS_OF_TOWNS = {
    "port", "city", "town", "village", "province", "district", "region", "suburb", "outskirt",
    "centre", "center", "heart", "north", "south", "east", "west", "capital", "part", "street",
    "area", "state", "neighbourhood", "neighborhood", "governorate", "island", "streets",
}  # fmt: skip
_TOWARDS = {"to", "into", "towards", "toward", "for"}
_MOTION = {
    "visit",
    "travel",
    "go",
    "fly",
    "come",
    "return",
    "arrive",
    "head",
    "move",
    "trip",
    "deploy",
    "send",
}
_UP = {"relcl", "acl", "advcl", "xcomp", "conj", "pcomp", "prep", "appos", "dep"}
_OCCASION_PREPOSITIONS = {"during", "at", "in", "after", "before", "following"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Looks up times and places of one report by the tokens that they hang on.

    Attributes:
        times, places: By the index of their head token.
        carriers: Tokens that carry an event of their own.
        event_dates: The dates of nouns that are named by them.
        times_in, places_in: Head tokens by the number of their sentence.
    """

    grammar: Grammar
    times: dict[int, TimeExpression]
    places: dict[int, PlaceMention]
    carriers: frozenset[int]
    event_dates: dict[int, When]
    times_in: dict[int, list[int]]
    places_in: dict[int, list[int]]

    def when(self, trigger: Token) -> When | None:
        """The time of what a trigger tells; None where the words give none."""
        if trigger.index in self.event_dates:
            return self.event_dates[trigger.index]
        for anchor in self._anchors(trigger):
            found = self._nearest_time(anchor)
            if found is not None:
                return found.when
        return None

    def where(self, trigger: Token) -> Where | None:
        """The place of what a trigger tells; None where the words give none."""
        for anchor in self._anchors(trigger):
            if anchor is not trigger and anchor.index in self.places:  # "Lagos, where he spoke"
                return self.places[anchor.index].where
            found = self._nearest_place(anchor, trigger)
            if found is not None:
                return found.where
        return None

    # ------------------------------------------------------------------------------ anchors

    def _anchors(self, trigger: Token) -> Iterator[Token]:
        """The word itself, then the heads of the clauses that it shares a time and place with."""
        token, steps = trigger, 0
        yield token
        while token.head != token.index and steps < 8:
            steps += 1
            governor = self.grammar.tokens[token.head]
            if not self._shares(token, governor):
                return
            token = governor
            if token.pos in ("VERB", "AUX", "NOUN", "PROPN"):
                yield token

    def _shares(self, token: Token, governor: Token) -> bool:
        """Whether what a word tells has the time and place of what governs it."""
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
                return governor.text.casefold() in _OCCASION_PREPOSITIONS
            if governor.pos in ("VERB", "AUX") and self._of_place(token):
                return True
            light = governor.lemma in LIGHT | {"feature", "include", "see"} and governor.pos in (
                "VERB",
                "AUX",
            )
            return light and token.dep in ("dobj", "nsubj", "nsubjpass", "attr")
        return False

    def _of_place(self, token: Token) -> bool:
        """Whether a word is a place that a clause with "where" describes."""
        return token.index in self.places and any(
            w.text.casefold() == "where"
            for clause in self.grammar.children(token.index, "relcl")
            for w in self.grammar.children(clause.index, "advmod")
        )

    # -------------------------------------------------------------------------------- times

    def _nearest_time(self, anchor: Token) -> TimeExpression | None:
        found = [
            (self._is_derived(head), abs(head - anchor.index), head)
            for head in self.times_in.get(anchor.sentence, ())
            if self._hangs_on(head, anchor.index)
        ]
        return self.times[min(found)[2]] if found else None

    def _is_derived(self, head: int) -> bool:
        """Whether a time was read against another event: a date in words goes before it."""
        when = self.times[head].when
        return when is not None and when.basis == "event"

    def _hangs_on(self, index: int, anchor: int) -> bool:
        """Whether a word is under an anchor with no other carrier of an event between."""
        if index == anchor:
            return False
        token = self.grammar.tokens[index]
        while token.head != token.index:
            governor = self.grammar.tokens[token.head]
            if governor.index == anchor:
                return token.dep not in ("ccomp", "nsubj", "relcl") or token.pos != "VERB"
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
            return prep.head == anchor and prep.text.casefold() in ("during", "at")
        return carrier.head == anchor and carrier.dep in ("dobj", "nsubj", "nsubjpass")

    # ------------------------------------------------------------------------------- places

    def _nearest_place(self, anchor: Token, trigger: Token) -> PlaceMention | None:
        found = []
        for head in self.places_in.get(anchor.sentence, ()):
            mention = self.places[head]
            if not self._hangs_on(head, anchor.index):
                continue
            rank = self._rank(head, anchor, trigger)
            if rank is not None:
                found.append((rank, abs(head - trigger.index), head, mention))
        return min(found, key=lambda f: f[:3])[3] if found else None

    def _rank(self, head: int, anchor: Token, trigger: Token) -> int | None:
        """How well a place says where: 0 by a preposition of place, 1 else; None if it does not."""
        token = self.grammar.tokens[head]
        governor = self.grammar.tokens[token.head]
        if token.dep in ("nsubj", "nsubjpass", "poss", "compound", "amod", "nmod", "agent"):
            return None
        if token.dep in ("pobj", "conj", "appos"):
            while governor.dep in ("pobj", "conj", "appos") and governor.pos != "ADP":
                governor = self.grammar.tokens[governor.head]
            word = governor.text.casefold()
            if word == "of":  # "in the port of Sfax"
                part = self.grammar.tokens[governor.head]
                governor = self.grammar.tokens[part.head]
                word = governor.text.casefold() if part.lemma in _PARTS_OF_TOWNS else word
            if word in _PLACING:
                return 0
            if word in _TOWARDS:
                return 0 if trigger.lemma in _MOTION or anchor.lemma in _MOTION else None
            return None
        if token.dep == "dobj":
            return 0 if governor.index == anchor.index else None
        return 1 if token.dep in ("npadvmod", "advmod", "dep") else None


def look_up_circumstances(
    grammar: Grammar, annotations: Annotations, triggers: Sequence[Trigger]
) -> Circumstances:
    """The times and places of a report by their head tokens."""
    times = {
        head.index: expression
        for expression in annotations.times
        if expression.when is not None
        for head in [_head(grammar, expression.words)]
        if head is not None
    }
    places = {
        head.index: mention
        for mention in annotations.places
        for head in [_head(grammar, mention.words)]
        if head is not None
    }
    places = {_of_venue(grammar, i, mention): mention for i, mention in places.items()}
    carriers = frozenset(t.token.index for t in triggers)
    return Circumstances(
        grammar,
        times,
        places,
        carriers,
        dict(annotations.event_dates),
        _by_sentence(grammar, times),
        _by_sentence(grammar, places),
    )


def _by_sentence(grammar: Grammar, heads: Iterable[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for head in heads:
        found[grammar.tokens[head].sentence].append(head)
    return dict(found)


def _of_venue(grammar: Grammar, index: int, mention: PlaceMention) -> int:
    """The head of the venue that a town's name is a part of: "the Karachi Press Club"."""
    token = grammar.tokens[index]
    inside = mention.where.venue and token.dep in ("compound", "nmod", "poss")
    return token.head if inside else index


def _head(grammar: Grammar, words: Quote) -> Token | None:
    """The token of a phrase whose governor lies outside it: the first such one."""
    inside = grammar.within(words)
    indices = {t.index for t in inside}
    outer = [t for t in inside if t.head not in indices or t.head == t.index]
    return outer[0] if outer else None
