"""What our claims come to as PLOVER's deeds, by its codebook.

Class: what is yet to come and is for others is AGREE, against others THREATEN; what is not done for
others is REJECT; else our type. Target: the whom, named or not; if there is none the place of the
claim, else the next place that the sentence names ("visited Lima", "aid to Chad"), for PLOVER takes
states and towns as targets. Those who do a mutual deed together are each other's target.

The set codes one deed a sentence, that which the sentence is there to tell: of our claims the one
that has both ends, nearest to the top of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.records import Annotations, Claim, Grammar, Participant, Quote
from evaluation.running_text import Extent

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_FOR_OTHERS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_AGAINST_OTHERS = frozenset({"SANCTION", "COERCE", "ASSAULT"})

Actor = frozenset[Extent]
"""The places of all head words that name somebody."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what to whom, one event or one claim.

    Attributes:
        is_mutual: Whether its sources did it with each other.
    """

    sources: tuple[Actor, ...]
    type: str
    targets: tuple[Actor, ...]
    is_mutual: bool = False

    def triples(self) -> Iterator[tuple[Actor, str, Actor]]:
        """Each source with each target, nobody where there is none."""
        if self.is_mutual and not self.targets and len(self.sources) > 1:
            yield from ((one, self.type, other) for one, other in combinations(self.sources, 2))
            return
        for source in self.sources or (frozenset[Extent](),):
            for target in self.targets or (frozenset[Extent](),):
                yield source, self.type, target


def deeds_of_claims(
    annotations: Annotations, claims: Iterable[Claim], judged: frozenset[str]
) -> list[tuple[Claim, Deed]]:
    """The deeds of event claims whose class is among those judged, with the claims."""
    both = ((claim, _deed(annotations, claim)) for claim in claims if claim.kind == "event")
    return [(claim, deed) for claim, deed in both if deed.type in judged and claim.type in judged]


def main_deed(grammar: Grammar, deeds: Sequence[tuple[Claim, Deed]]) -> list[Deed]:
    """The deed that a sentence is there to tell; none if there is none."""

    def place(item: tuple[Claim, Deed]) -> tuple[bool, int, int]:
        claim, deed = item
        first = grammar.within(claim.trigger)[0]
        pair = deed.is_mutual and len(deed.sources) > 1
        has_both = bool(deed.sources and deed.targets) or pair
        return not has_both, len(list(grammar.ancestors(first.index))), first.index

    return [deed for _, deed in sorted(deeds, key=place)[:1]]


def class_of(claim: Claim) -> str:
    """PLOVER's class, in our names, of what a claim says was done, is to come or was refused."""
    if claim.type in _FOR_OTHERS and claim.polarity == "-":
        return "REJECT"
    if claim.type in _FOR_OTHERS and claim.certainty == "planned":
        return "AGREE"
    if claim.type in _AGAINST_OTHERS and claim.certainty == "planned":
        return "THREATEN"
    return claim.type


def _deed(annotations: Annotations, claim: Claim) -> Deed:
    sources = _actors(annotations, claim.who, claim.unnamed_who)
    targets = _actors(annotations, claim.whom, claim.unnamed_whom)
    is_mutual = claim.type in MUTUAL
    if not targets and not (is_mutual and len(sources) > 1):
        targets = tuple(frozenset([(w.start, w.end)]) for w in _aimed_at(annotations, claim))
    return Deed(sources, class_of(claim), targets, is_mutual)


def _actors(
    annotations: Annotations, named: Iterable[Participant], unnamed: Iterable[Quote]
) -> tuple[Actor, ...]:
    mentions = {
        chain.id: [(m.words.start, m.words.end) for m in chain.mentions]
        for chain in annotations.chains
    }
    actors = [frozenset([*mentions.get(p.chain, ()), (p.words.start, p.words.end)]) for p in named]
    return (*actors, *(frozenset([(words.start, words.end)]) for words in unnamed))


def _aimed_at(annotations: Annotations, claim: Claim) -> list[Quote]:
    """The place of a claim without a whom, else the next one that is named."""
    if claim.where is not None:
        return [claim.where.words]
    after = [p.words for p in annotations.places if p.words.start >= claim.trigger.end]
    return after[:1]
