"""A claim made ready to compare: entities for chains, days for times, a paragraph, stems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.events.event_words import lemma_of
from dateline.events.knowledge import load_anybody, load_plain_words
from dateline.records import Claim, Entity, Report, Where
from dateline.records.folding import fold_name

STEM = 5
"""Letters of a word that are compared: "denounced" and "denouncing" are one stem."""

VAGUE_DAYS = 31
"""A time of more days than a month is too wide to join claims by itself."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One event claim as it is compared.

    Attributes:
        who, whom: Entity ids; a chain without an entity stands for itself.
        start, end: Days, half-open; None is open; both None is undated.
        paragraph: Number of the paragraph of the quote in its report.
        trigger: Stem of the trigger's longest word.
        words: Stems of the quote's content words.
        targets: Words for what it is done to that have no name ("market"); those for just
            anybody ("people") are left out.
    """

    claim: Claim
    who: frozenset[str]
    whom: frozenset[str]
    start: date | None
    end: date | None
    paragraph: int
    trigger: str
    words: frozenset[str]
    targets: frozenset[str] = frozenset()

    @property
    def everyone(self) -> frozenset[str]:
        return self.who | self.whom

    @property
    def where(self) -> Where | None:
        return self.claim.where

    @property
    def is_dated(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def is_vague(self) -> bool:
        """Whether it is undated, open, or wider than a month."""
        if self.start is None or self.end is None:
            return True
        return (self.end - self.start).days > VAGUE_DAYS


def read_tellings(
    claims: Iterable[Claim], entities: Iterable[Entity], reports: Iterable[Report]
) -> list[Telling]:
    """The event claims as tellings, sorted by claim id."""
    owner = {chain: entity.id for entity in entities for chain in entity.chains}
    events = {claim.id: claim for claim in claims if claim.kind == "event"}
    paragraphs = find_paragraphs(events.values(), reports)
    return [read_telling(one, owner, paragraphs[id_]) for id_, one in sorted(events.items())]


def find_paragraphs(claims: Iterable[Claim], reports: Iterable[Report]) -> dict[str, int]:
    """Id of each claim → the number of the paragraph of its quote in its report."""
    breaks = {report.id: _paragraph_breaks(report.text) for report in reports}
    return {one.id: _count_before(breaks.get(one.report, ()), one.quote.start) for one in claims}


def read_telling(claim: Claim, owner: Mapping[str, str], paragraph: int) -> Telling:
    """A claim as it is compared.

    Args:
        owner: Id of each chain → that of its entity.
    """
    when = claim.when
    longest = max(words_of(claim.trigger.exact), key=len, default="")
    return Telling(
        claim,
        frozenset(owner.get(p.chain, p.chain) for p in claim.who),
        frozenset(owner.get(p.chain, p.chain) for p in claim.whom),
        when.start if when else None,
        when.end if when else None,
        paragraph,
        stem(longest),
        frozenset(content_stems(claim.quote.exact)),
        frozenset(_targets(claim)),
    )


def _targets(claim: Claim) -> Iterator[str]:
    """The last word of each: in English the one that says what it is ("a crowded market")."""
    for said in claim.unnamed_whom:
        words = words_of(said.exact)
        if words and words[-1] not in load_anybody():
            yield lemma_of(words[-1], words[-1], "NOUN")


def _paragraph_breaks(text: str) -> tuple[int, ...]:
    """Where blank lines stand."""
    found, place = [], 0
    for line in text.split("\n"):
        if not line.strip():
            found.append(place)
        place += len(line) + 1
    return tuple(found)


def _count_before(breaks: tuple[int, ...], place: int) -> int:
    low, high = 0, len(breaks)
    while low < high:
        middle = (low + high) // 2
        if breaks[middle] < place:
            low = middle + 1
        else:
            high = middle
    return low


@lru_cache(maxsize=16_384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: no case, marks or punctuation."""
    return tuple(fold_name(text).split())


def stem(word: str) -> str:
    return word[:STEM]


def content_stems(text: str) -> set[str]:
    """Stems of the words that say what happened; articles, auxiliaries and the like left out."""
    plain = load_plain_words()
    return {stem(word) for word in words_of(text) if len(word) > 2 and word not in plain}
