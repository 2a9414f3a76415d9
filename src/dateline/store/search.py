"""Search: what a query asks for, and the passage of a report that answers it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.errors import BadQuery
from dateline.records import Quote, Span, cut
from dateline.store.words import MOST_IN_PART, Word, find_words

_WINDOW = 40
_BEFORE = 8
"""Words of a passage, and how many of them may stand before the first word found."""

Term = tuple[str, ...]
"""Folded words that must stand side by side."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a report that a search found.

    Attributes:
        report: Id of the report.
        quote: The quote of the claim, or a stretch of the report's text round the words found.
        claim: Id of the claim whose quote it is; None for a stretch of text.
        words: Ranges of the words found, in text order.
    """

    report: str
    quote: Quote
    claim: str | None
    words: tuple[Span, ...]


class Hit(NamedTuple):
    """A row of the index that holds every term: a claim's quote, or a part of a report's text."""

    report: str
    claim: str | None
    start: int
    end: int


class _Found(NamedTuple):
    term: Term
    first: int
    last: int


def read_query(query: str) -> tuple[Term, ...]:
    """The terms of a query: words, and "words in quotation marks" that stand side by side.

    A word with a hyphen or an apostrophe in it is a phrase of its parts. A quotation mark that
    is never closed closes at the end. Each term once, in the order of the query.

    Raises:
        BadQuery: If there is no word in it.
    """
    terms: dict[Term, None] = {}
    for place, piece in enumerate(query.replace("“", '"').replace("”", '"').split('"')):
        for phrase in [piece] if place % 2 else piece.split():
            term = tuple(word.folded for word in find_words(phrase))
            if term:
                terms[term] = None
    if not terms:
        raise BadQuery(f"{query[:80]!r} holds no word to search for; give at least one.")
    return tuple(terms)


def can_match(terms: Sequence[Term]) -> bool:
    """Whether a row of the index has room for the terms: false for a pasted book."""
    return len(terms) <= MOST_IN_PART and max(map(len, terms)) <= MOST_IN_PART


def cut_passages(
    texts: dict[str, str], hits: Sequence[Hit], terms: Sequence[Term]
) -> Iterator[Passage]:
    """The passages of the hits, in their order, each once.

    A stretch of text is left out if the quote of a claim found as well shows its words.

    Args:
        texts: The text of each report in `hits`, by id.
    """
    quotes: dict[str, list[Span]] = {}
    for hit in hits:
        if hit.claim is not None:
            quotes.setdefault(hit.report, []).append(Span(hit.start, hit.end))
    given: set[Passage] = set()
    for hit in hits:
        passage = _cut_passage(texts[hit.report], hit, terms, quotes.get(hit.report, ()))
        if passage is not None and passage not in given:
            given.add(passage)
            yield passage


def _cut_passage(
    text: str, hit: Hit, terms: Sequence[Term], quotes: Sequence[Span]
) -> Passage | None:
    words = find_words(text[hit.start : hit.end], hit.start)
    found = _find_terms(words, terms)
    if hit.claim is not None:
        quote = Quote(hit.start, hit.end, text[hit.start : hit.end])
    else:
        best = _best_window(found)
        window = [_span(words, one) for one in best]
        if any(all(quote.holds(span) for span in window) for quote in quotes):
            return None
        quote = _round_window(text, words, best)
    spans = {span for one in found if quote.holds(span := _span(words, one))}
    return Passage(hit.report, quote, hit.claim, tuple(sorted(spans)))


def _find_terms(words: Sequence[Word], terms: Sequence[Term]) -> list[_Found]:
    by_first: dict[str, list[Term]] = {}
    for term in terms:
        by_first.setdefault(term[0], []).append(term)
    return [
        _Found(term, place, place + len(term) - 1)
        for place, word in enumerate(words)
        for term in by_first.get(word.folded, ())
        if tuple(after.folded for after in words[place : place + len(term)]) == term
    ]


def _best_window(found: Sequence[_Found]) -> list[_Found]:
    """The run of finds in `_WINDOW` words that holds the most terms; the shortest, the first."""
    best: list[_Found] = []
    most = (0, 0)
    for place, first in enumerate(found):
        seen: set[Term] = set()
        last = first.last
        for end, one in enumerate(found[place : place + _WINDOW], start=place + 1):
            last = max(last, one.last)
            if last - first.first >= _WINDOW and one is not first:
                break
            seen.add(one.term)
            if (len(seen), first.first - last) > most:
                best, most = list(found[place:end]), (len(seen), first.first - last)
    return best


def _span(words: Sequence[Word], found: _Found) -> Span:
    return Span(words[found.first].start, words[found.last].end)


def _round_window(text: str, words: Sequence[Word], found: Sequence[_Found]) -> Quote:
    """The words found, with what stands round them on their lines."""
    first, last = found[0].first, max(one.last for one in found)
    stop = max(0, first - _BEFORE)
    while first > stop and not _breaks(text, words[first - 1], words[first]):
        first -= 1
    stop = min(len(words) - 1, first + _WINDOW - 1)
    while last < stop and not _breaks(text, words[last], words[last + 1]):
        last += 1
    return cut(text, words[first].start, words[last].end)


def _breaks(text: str, left: Word, right: Word) -> bool:
    return "\n" in text[left.end : right.start]
