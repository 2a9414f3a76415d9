"""Where: the place of what a trigger tells, by what the names of places hang on.

A few rules of grammar give it ("met in Lima"), unless so much speaks for another name in the same
clause that hardly anything else is meant ("shot in the village of Tel Marwa near Homs").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.clauses import Clauses, by_sentence, head_of
from dateline.claims.event_places import EventPlace, EventPlaces
from dateline.records import SUBJECTS, Annotations, Grammar, PlaceMention, Token, Where

_PLACING = {
    "in", "at", "near", "outside", "inside", "on", "around", "across", "over", "off", "within",
}  # fmt: skip
_PARTS_OF_TOWNS = {
    "port", "city", "town", "village", "province", "district", "region", "suburb", "outskirt",
    "centre", "center", "heart", "north", "south", "east", "west", "capital", "part", "street",
    "area", "state", "neighbourhood", "neighborhood", "governorate", "island", "streets",
}  # fmt: skip
_TOWARDS = {"to", "into", "towards", "toward", "for"}
_MOTION = {
    "visit", "travel", "go", "fly", "come", "return", "arrive", "head", "move", "trip", "deploy",
    "send", "flee", "escape", "march", "drive", "sail", "deport", "transfer", "extradite",
    "retreat", "advance", "push", "offensive", "invasion", "incursion", "foray", "intrusion",
    "expedition", "deployment", "invade", "infiltrate", "smuggle",
}  # fmt: skip
_LEAVING = {"flee", "escape", "withdraw", "retreat", "evacuate", "depart", "expel", "pull"}
_SURE = 2.5
"""What the likeliest place must weigh: twelve times the odds of "the words do not say"."""
_TOPICAL = {"on", "about", "over", "regarding", "concerning", "against"}
_DISCUSSING = {
    "agree", "agreement", "speak", "talk", "comment", "decide", "rule", "ruling", "vote", "deal",
    "negotiate", "negotiation", "discuss", "discussion", "report", "accord", "memorandum", "pact",
    "condemn", "denounce", "criticise", "criticize", "welcome", "call", "warn", "question",
}  # fmt: skip
"""Words of speech and accord: a place beside their matter is the matter's."""
_KNOWN_MAY_BE = {"where", "whither", "object"}


@dataclass(frozen=True, slots=True)
class Placing:
    """Looks up the places of one report by the tokens that they hang on.

    Attributes:
        places: By the index of their head token.
        places_in: Head tokens by the number of their sentence.
        likeliest: Weighs the names of the report; None for the grammar alone.
    """

    clauses: Clauses
    places: Mapping[int, PlaceMention]
    places_in: Mapping[int, list[int]]
    likeliest: EventPlaces | None = None

    def where(self, trigger: Token) -> Where | None:
        """The place of what a trigger tells; None where the words give none."""
        by_grammar = self._by_grammar(trigger)
        if by_grammar is not None and trigger.pos != "VERB":  # the weights are learnt on verbs
            return by_grammar
        likeliest = self._likeliest(trigger)
        if likeliest is None or likeliest.weight <= _SURE:
            return by_grammar
        name = likeliest.mention.words
        if by_grammar is not None and name.start <= by_grammar.words.start < name.end:
            return by_grammar
        where = likeliest.mention.where
        return replace(where, reasons=(*where.reasons, likeliest.reason))

    def _likeliest(self, trigger: Token) -> EventPlace | None:
        """The place that most speaks for, never one that acts or owns; None if nothing can be one.

        One that no gazetteer has is taken only after a preposition of place.
        """
        weighed = self.likeliest.weighed(trigger) if self.likeliest is not None else ()
        for place in weighed:
            may_be = place.kind in _KNOWN_MAY_BE if place.is_known else place.kind == "where"
            if may_be and place.mention.use == "place" and self._shares_clause(place, trigger):
                return place
        return None

    def _shares_clause(self, place: EventPlace, trigger: Token) -> bool:
        anchors = self.clauses.anchors(trigger)
        return any(self._hangs_on(place.head, anchor) for anchor in anchors)

    def _hangs_on(self, head: int, anchor: Token) -> bool:
        """Whether a place is of a clause, and not of another that is coordinated with it."""
        return self.clauses.hangs_on(head, anchor.index) and not (
            self._is_of_next_clause(head, anchor) or self._is_of_matter(head, anchor)
        )

    def _is_of_next_clause(self, head: int, anchor: Token) -> bool:
        for governor in self.clauses.grammar.ancestors(head):
            if governor.index == anchor.index:
                return False
            own = self.clauses.grammar.children(governor.index, *SUBJECTS)
            if governor.dep == "conj" and governor.pos in ("VERB", "AUX") and own:
                return True
        return False

    def _is_of_matter(self, head: int, anchor: Token) -> bool:
        """Whether a place is of what is spoken of or agreed: "agreed on borders in the Gulf"."""
        if anchor.lemma.casefold() not in _DISCUSSING:
            return False
        grammar = self.clauses.grammar
        for token in (grammar.tokens[head], *grammar.ancestors(head)):
            if token.head == anchor.index:
                is_topical = token.dep == "prep" and token.text.casefold() in _TOPICAL
                return is_topical or (token.dep == "dobj" and token.index != head)
        return False

    def _by_grammar(self, trigger: Token) -> Where | None:
        for anchor in self.clauses.anchors(trigger):
            if anchor is not trigger and anchor.index in self.places:  # "Lagos, where he spoke"
                return self.places[anchor.index].where
            found = self._nearest_place(anchor, trigger)
            if found is not None:
                return found.where
        return None

    def _nearest_place(self, anchor: Token, trigger: Token) -> PlaceMention | None:
        found = []
        for head in self.places_in.get(anchor.sentence, ()):
            mention = self.places[head]
            if not self._hangs_on(head, anchor):
                continue
            rank = self._rank(head, anchor, trigger)
            if rank is not None:
                found.append((rank, abs(head - trigger.index), head, mention))
        return _finest_of_best(found) if found else None

    def _rank(self, head: int, anchor: Token, trigger: Token) -> int | None:
        """How well a place says where: 0 by a preposition of place, 1 else; None if it does not."""
        token = self.clauses.grammar.tokens[head]
        governor = self.clauses.grammar.tokens[token.head]
        if token.dep in ("nsubj", "nsubjpass", "poss", "compound", "amod", "nmod", "agent"):
            return None
        if token.dep in ("pobj", "conj", "appos"):
            for above in self.clauses.grammar.ancestors(token.head):
                if governor.dep not in ("pobj", "conj", "appos") or governor.pos == "ADP":
                    break
                governor = above
            word = governor.text.casefold()
            if word == "of":  # "in the port of Sfax"
                part = self.clauses.grammar.tokens[governor.head]
                governor = self.clauses.grammar.tokens[part.head]
                word = governor.text.casefold() if part.lemma in _PARTS_OF_TOWNS else word
            if word in _PLACING:
                return 0
            if word in _TOWARDS:
                return 0 if self._moves(trigger) or self._moves(anchor) else None
            if word == "from":  # where one leaves; one that goes "from A to B" is at B
                return 1 if trigger.lemma in _LEAVING or anchor.lemma in _LEAVING else None
            return None
        if token.dep == "dobj":
            return 0 if governor.index == anchor.index else None
        return 1 if token.dep in ("npadvmod", "advmod", "dep") else None

    def _moves(self, token: Token) -> bool:
        """Whether a word tells of going somewhere, itself or by its object."""
        objects = self.clauses.grammar.children(token.index, "dobj")
        return any(t.lemma in _MOTION for t in (token, *objects))


def _finest_of_best(found: Sequence[tuple[int, int, int, PlaceMention]]) -> PlaceMention:
    """The nearest place of those that say best where; its venue, if that is named too."""
    rank, _, _, nearest = min(found, key=lambda f: f[:3])
    for other_rank, _, _, other in found:
        same = (nearest.where.name, nearest.where.country) == (
            other.where.name,
            other.where.country,
        )
        if other_rank == rank and same and other.where.venue and not nearest.where.venue:
            return other
    return nearest


def look_up_places(
    clauses: Clauses,
    places: Mapping[int, PlaceMention],
    annotations: Annotations | None = None,
) -> Placing:
    """The places of a report, which come by their head tokens.

    Args:
        annotations: What to weigh names by where the grammar does not say; None to leave it there.
    """
    weighed = EventPlaces(clauses.grammar, annotations) if annotations is not None else None
    return Placing(clauses, places, by_sentence(clauses.grammar, places), weighed)


def places_by_head(grammar: Grammar, annotations: Annotations) -> dict[int, PlaceMention]:
    """The names that are used of places, by the token that each hangs on; a venue's by its own."""
    heads = {
        head.index: mention
        for mention in annotations.places
        if mention.use == "place"
        for head in [head_of(grammar, mention.words)]
        if head is not None
    }
    return {_of_venue(grammar, i, mention): mention for i, mention in heads.items()}


def _of_venue(grammar: Grammar, index: int, mention: PlaceMention) -> int:
    """The head of the venue that a town's name is a part of: "the Karachi Press Club"."""
    token = grammar.tokens[index]
    inside = mention.where.venue and token.dep in ("compound", "nmod", "poss")
    return token.head if inside else index
