"""The arguments that the product finds in a text for the set `arguments`, as head words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.claims.circumstance import Circumstances, look_up_circumstances
from dateline.claims.people_clauses import RELATIVE
from dateline.claims.people_words import load_people_words
from dateline.claims.reading import Reading
from dateline.claims.triggers import Trigger, find_triggers
from dateline.records import Claim, Participant, Quote, Token, Where, cut
from evaluation.arguments_corpora import MarkedEvent
from evaluation.nearest_words import nearest_ends
from evaluation.running_text import Extent

_USUAL = {"conflict": "ASSAULT", "contact": "CONSULT", "movement": "MOBILIZE", "justice": "COERCE"}
"""The type whose usual grammar serves for a word that the lexicon does not know."""
_NOUNS = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")

Heads = frozenset[int]
Filler = tuple[str, Heads]
"""A side, and the tokens that head the mentions of what stands on it."""


class Found:
    """One text with all that its arguments are read from."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._grammar = reading.grammar
        self._triggers = {t.token.index: t for t in find_triggers(reading.grammar, reading.lexicon)}
        times = [(t.words.start, t.words.end) for t in reading.annotations.times]
        self._times = {
            t.index
            for start, end in times
            for t in reading.grammar.within(cut(reading.grammar.text, start, end))
        }
        self._of_chain: dict[str, set[int]] = {}
        for index, chains in reading.people.at.items():
            for chain in chains:
                self._of_chain.setdefault(chain.id, set()).add(index)

    def heads(self, extents: Iterable[Extent]) -> Heads:
        """The word of each extent under which its others hang."""
        found = (self._head(start, end) for start, end in extents)
        return frozenset(token.index for token in found if token is not None)

    def _head(self, start: int, end: int) -> Token | None:
        inside = [t for t in self._grammar.tokens if t.start < end and start < t.end]
        places = {t.index for t in inside}
        tops = [t for t in inside if t.head not in places or t.head == t.index]
        nouns = [t for t in tops if t.pos in _NOUNS] or [t for t in inside if t.pos in _NOUNS]
        return next(iter(nouns or tops), None)

    # --------------------------------------------------------------------------------- claims

    def of_claims(self, claims: Iterable[Claim]) -> list[Filler]:
        """The arguments of claims, each once."""
        found: list[Filler] = []
        for claim in claims:
            found += self._people("who", claim.who, claim.unnamed_who)
            found += self._people("whom", claim.whom, claim.unnamed_whom)
            found += self._place(claim.where)
        return _distinct(found)

    def _people(
        self, side: str, named: Iterable[Participant], unnamed: Iterable[Quote]
    ) -> Iterator[Filler]:
        for one in named:
            heads = self.heads([(one.words.start, one.words.end)])
            yield side, heads | frozenset(self._of_chain.get(one.chain, ()))
        for words in unnamed:
            yield side, self.heads([(words.start, words.end)])

    def _place(self, where: Where | None) -> Iterator[Filler]:
        if where is not None:
            same = [
                (p.words.start, p.words.end)
                for p in self._reading.annotations.places
                if p.where.name == where.name
            ]
            yield "where", self.heads([(where.words.start, where.words.end), *same])

    # ---------------------------------------------------------------------------- given words

    def of_word(self, event: MarkedEvent, claims: Sequence[Claim]) -> list[Filler]:
        """What our grammar finds for a word that is said to carry an event, and our claims on it.

        The frame is that of its entry in the lexicon, or the usual one of its kind of event.
        """
        token = self._head(*event.trigger)
        token = self._verb(event.trigger) or token
        if token is None:
            return []
        trigger = self._triggers.get(token.index) or self._usual(event, token)
        partner = next((t for t in reversed(trigger.others) if t.pos == "NOUN"), None)
        ends = self._reading.people.ends(token, trigger.entry, partner)
        found = [("who", self._same(head)) for head in ends.who]
        found += [("whom", self._same(head)) for head in ends.whom]
        found = [(side, heads) for side, heads in found if heads]
        if not any(claim.where for claim in claims):
            found += self._place(self._circumstances(token).where(token))
        return _distinct([*found, *self.of_claims(claims)])

    def _same(self, head: Token) -> Heads:
        """A head with those of all mentions of what it names; none for a time."""
        if head.text.casefold() in RELATIVE or head.index in self._times:
            return frozenset()
        named = self._reading.people.at_head(head)
        if not named and (head.pos == "NUM" or head.lemma in load_people_words().quantities):
            counted = self._reading.people.phrases.after(head, {"of"})
            return frozenset([head.index, *(t.index for t in counted)])
        return frozenset([head.index]).union(*(self._of_chain.get(p.chain, ()) for p in named))

    def _verb(self, extent: Extent) -> Token | None:
        inside = (t for t in self._grammar.tokens if t.start < extent[1] and extent[0] < t.end)
        return next((t for t in inside if t.pos == "VERB"), None)

    def _usual(self, event: MarkedEvent, token: Token) -> Trigger:
        lexicon = self._reading.lexicon
        lemma = lexicon.lemma_of(token.text, token.lemma)
        kind = _USUAL[event.group]
        if token.pos in ("VERB", "AUX"):
            return Trigger(token, (), lexicon.usual_entry(lemma, "VERB", kind))
        entry = lexicon.usual_entry(lemma, "NOUN", kind)
        return Trigger(token, (), entry)

    def _circumstances(self, token: Token) -> Circumstances:
        carriers = [*(t.token for t in self._triggers.values()), token]
        return look_up_circumstances(self._grammar, self._reading.annotations, carriers)

    def nearest(self, event: MarkedEvent) -> list[Filler]:
        """The nearest subject and object of a word, and the nearest place of its sentence."""
        token = self._verb(event.trigger) or self._head(*event.trigger)
        if token is None:
            return []
        ends = zip(("who", "whom"), nearest_ends(self._grammar, token), strict=True)
        found: list[Filler] = [(side, frozenset([t.index])) for side, t in ends if t is not None]
        heads = [
            self._head(p.words.start, p.words.end)
            for p in self._reading.annotations.places
            if p.use == "place"
        ]
        near = [h for h in heads if h is not None and h.sentence == token.sentence]
        if near:
            place = min(near, key=lambda h: abs(h.index - token.index))
            found.append(("where", frozenset([place.index])))
        return found


def _distinct(fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers without those of a side that say again what one before them says."""
    kept: list[Filler] = []
    for side, heads in fillers:
        if heads and not any(side == one and heads & other for one, other in kept):
            kept.append((side, heads))
    return kept
