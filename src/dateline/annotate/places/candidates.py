"""Names in a report that may be places', and how each is used: of a place, or otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from dateline.annotate.language import NameGuess
from dateline.annotate.names import Name
from dateline.annotate.places.gazetteer import Gazetteer
from dateline.annotate.places.name_ends import Kind, NameEnds
from dateline.annotate.places.runs import Runs
from dateline.annotate.places.uses import Use, Uses
from dateline.annotate.places.words import PARTIES, SAID_OF_PLACES
from dateline.records import Report, Span, Token

Inside = Literal["", "person", "organization", "other", "place", "country"]
"""What a longer name is a name of, of which this is a part; "" if it is a part of none."""

LONGEST_LIST = 300
"""A sentence in which more words than these may begin a name is a table, and is not read."""
MOST_NAMES = 10_000
"""After so many names a report is a table of them, and its rest is not read."""
_LIST_GOES_ON = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")
TAKEN = frozenset(["person", "organization", "other"])
"""Kinds of names that are no place's."""


class Candidate(NamedTuple):
    """A name that may be a place's; a tuple, as a report may have very many.

    Attributes:
        first, last: Range of tokens, half-open.
        use: How the words around use it, so far as the parse shows.
        preposition: The preposition that it stands after, or "".
        venue: The range of the building's name that it opens, or None.
        kind: What it is known by.
        inside: What the longer name is a name of that holds it.
        named: The kind that `find_names` gave to exactly this name, or "".
        label: The model's label for exactly this name, or "".
        is_part: Whether it is a part of a hyphenated word.
        within: The model's label for a longer name that holds it, or "".
        is_of_person: Whether a person's full name in the report has it as a part.
    """

    start: int
    end: int
    name: str
    first: int
    last: int
    use: Use
    preposition: str = ""
    venue: Span | None = None
    kind: Kind = "known"
    inside: Inside = ""
    named: Inside = ""
    label: str = ""
    is_part: bool = False
    within: str = ""
    is_of_person: bool = False


def find_candidates(
    report: Report,
    tokens: Sequence[Token],
    names: Sequence[Name],
    guesses: Sequence[NameGuess],
    gazetteer: Gazetteer,
) -> list[Candidate]:
    """Candidates in text order, without overlaps, the longest name at each place."""
    found = _Candidates(report, tokens, names, guesses, gazetteer).find()
    return list(islice(found, MOST_NAMES))


class _Candidates:
    def __init__(
        self,
        report: Report,
        tokens: Sequence[Token],
        names: Sequence[Name],
        guesses: Sequence[NameGuess],
        gazetteer: Gazetteer,
    ) -> None:
        self.text, self.body_start, self.tokens = report.text, report.body_start, tokens
        self.runs = Runs(report.text, tokens)
        self.ends = NameEnds(report.text, tokens, self.runs, guesses, gazetteer)
        self.uses = Uses(report.text, tokens, gazetteer)
        self.names = sorted(names, key=lambda name: (name.start, name.end))
        self.name_starts = [name.start for name in self.names]
        self.persons = {
            part for n in names if n.kind == "person" and " " in n.text for part in n.text.split()
        }
        self.guesses = sorted((g.start, g.end, g.label) for g in guesses)
        self.labels = {_without_article(report.text, g): g.label for g in guesses}

    def find(self) -> Iterator[Candidate]:
        words = self.runs.words
        index = bisect_left(words, self.body_start, key=lambda word: word.start)
        crowd = Counter(
            self.tokens[w.token].sentence
            for w, is_capital in zip(words, self.runs.is_capital, strict=True)
            if is_capital and self.tokens[w.token].pos == "PROPN"
        )
        previous: Candidate | None = None
        while index < len(words):
            is_table = crowd[self.tokens[words[index].token].sentence] > LONGEST_LIST
            extent = None if is_table else self.ends.at(index)
            if extent is None:
                index += 1
                continue
            candidate = self._in_list(self._candidate(index, extent.last, extent.kind), previous)
            if not _is_person(candidate):
                yield candidate
            previous, index = candidate, extent.last

    def _candidate(self, index: int, last_word: int, kind: Kind) -> Candidate:
        words, uses = self.runs.words, self.uses
        start, end = words[index].start, words[last_word - 1].end
        first, last = words[index].token, words[last_word - 1].token + 1
        is_part = words[index].is_part or words[last_word - 1].is_part
        named, inside = self._named(start, end)
        candidate = Candidate(
            start, end, self.text[start:end], first, last, "no", kind=kind, inside=inside,
            named=named, label=self.labels.get((start, end), ""), is_part=is_part,
            within=self._within(start, end),
            is_of_person=self.text[start:end] in self.persons,
        )  # fmt: skip
        if kind == "people" or (is_part and not self._is_whole(start, end)):
            if self._follows_party(index):  # "R-Ohio"
                return candidate._replace(use="weak", preposition="-", inside="")
            return candidate._replace(use="weak")
        venue = uses.venue(first, last) if kind == "known" else None
        if venue is None and (inside in TAKEN or uses.is_part_of_name(first, last)):
            return candidate
        preposition = uses.preposition(first, last)
        if venue is not None:
            use: Use = "town" if preposition else "weak"
        else:
            use = uses.use(first, last, preposition)
        return candidate._replace(use=use, preposition=preposition, venue=venue)

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a name with hyphens takes all of its tokens."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        return before not in "-–/" and after not in "-–/"

    def _follows_party(self, index: int) -> bool:
        return index > 0 and self.runs.words[index - 1].text in PARTIES

    def _named(self, start: int, end: int) -> tuple[Inside, Inside]:
        """The kind of the name of just this extent, and of a longer one that holds it."""
        named: Inside = ""
        at = bisect_right(self.name_starts, start)
        for name in self.names[max(0, at - 3) : at]:
            if (name.start, name.end) == (start, end):
                named = name.kind
            elif name.start <= start and end <= name.end:
                return "", name.kind
        return named, ""

    def _within(self, start: int, end: int) -> str:
        at = bisect_right(self.guesses, start, key=lambda guess: guess[0])
        if not at:
            return ""
        begin, stop, label = self.guesses[at - 1]
        shorter = (begin, stop) != (start, end) and (begin + 4, stop) != (start, end)
        return label if end <= stop and shorter else ""

    def _in_list(self, candidate: Candidate, previous: Candidate | None) -> Candidate:
        """The candidate, used as the one before it where the parse lost the list."""
        if (
            previous is None
            or candidate.use != "weak"
            or candidate.kind == "people"
            or candidate.preposition
            or previous.use not in ("place", "town")
        ):
            return candidate
        gap = self.text[previous.end : candidate.start]
        is_last = gap in (" and ", " or ", ", and ", ", or ")
        if is_last or (gap == ", " and _LIST_GOES_ON.match(self.text, candidate.end)):
            return candidate._replace(use=previous.use, preposition=previous.preposition)
        return candidate


def _is_person(candidate: Candidate) -> bool:
    """Whether it is a person's name, or a part of one: "Sydney Marsh" is met, and no marsh."""
    if (candidate.inside, candidate.within) == ("person", "PERSON"):
        return True
    return (
        (candidate.named, candidate.label) == ("person", "PERSON")
        and candidate.kind in ("road", "ground", "venue")
        and candidate.preposition not in SAID_OF_PLACES
    )


def _without_article(text: str, guess: NameGuess) -> tuple[int, int]:
    article = 4 if text[guess.start : guess.start + 4].lower() == "the " else 0
    return guess.start + article, guess.end
