"""Labelled texts: words by sentence and paragraph, with what each layer says of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.language import parse
from training.certainties import rule_certainties


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text.

    Attributes:
        id: Its name in its set.
        words: The words in order.
        sentences: Ranges of words, half-open, that follow each other without a gap.
        paragraphs: The number of the paragraph of each sentence.
        labels: For each layer that is labelled, a label a word; None where nothing is known.
            A layer that the set does not label is absent.
        weight: How much it counts beside others in training.
    """

    id: str
    words: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    labels: Mapping[str, Sequence[str | None]]
    weight: float = 1.0

    def paragraph_ranges(self) -> list[tuple[int, int]]:
        """Ranges of sentences, half-open, one a paragraph."""
        ranges: list[tuple[int, int]] = []
        for i, number in enumerate(self.paragraphs):
            if i and number == self.paragraphs[i - 1]:
                ranges[-1] = (ranges[-1][0], i + 1)
            else:
                ranges.append((i, i + 1))
        return ranges


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a plain text, cut as they are at run time, and where they stand in it.

    Attributes:
        certainties: What the product's rules say of verbs (see `rule_certainties`).
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    certainties: tuple[str | None, ...]

    def covered(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of words that share a code point with [start, end), or None."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return (first, last) if first < last else None


def read_words(text: str, body_start: int = 0) -> Words:
    """Cut a text into words and sentences with the parser of the product, without the reader."""
    parsed = parse(text, body_start, with_reader=False)
    kept = [t for t in parsed.tokens if t.text.strip()]
    certainties = rule_certainties(text, parsed.tokens)
    new = {t.index: i for i, t in enumerate(kept)}
    sentences, paragraphs = [], []
    for sentence in parsed.sentences:
        inside = [new[i] for i in range(sentence.first, sentence.last) if i in new]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
            paragraphs.append(sentence.paragraph)
    return Words(
        tuple(t.text for t in kept),
        tuple(t.start for t in kept),
        tuple(t.end for t in kept),
        tuple(sentences),
        tuple(paragraphs),
        tuple(certainties[t.index] for t in kept),
    )


def from_sentences(
    name: str, sentences: Iterable[Sequence[str]], labels: Mapping[str, Sequence[str | None]]
) -> Text:
    """A text of sentences that stand alone, each a paragraph of its own."""
    words: list[str] = []
    ranges: list[tuple[int, int]] = []
    for sentence in sentences:
        ranges.append((len(words), len(words) + len(sentence)))
        words.extend(sentence)
    return Text(name, tuple(words), tuple(ranges), tuple(range(len(ranges))), labels)
