"""Finds the names of places in a report, what each is used for, and which places they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.annotate.language import NameGuess
from dateline.annotate.names import Name
from dateline.annotate.places.candidates import TAKEN, Candidate, find_candidates
from dateline.annotate.places.choice import SMALL_TOWN, Choice
from dateline.annotate.places.clues import LIKELY, SURE, Standing, clues, weigh
from dateline.annotate.places.gazetteer import Gazetteer, Place, load_gazetteer
from dateline.annotate.places.holders import Chain, find_chains
from dateline.annotate.places.readings import hint, is_state_code
from dateline.annotate.places.resolution import Name as Unresolved
from dateline.annotate.places.resolution import resolve_names
from dateline.annotate.places.words import DIRECTIONS, SAID_OF_PLACES
from dateline.records import PlaceMention, PlaceUse, Quote, Report, Sentence, Span, Token, Where

_LIST_GAP = re.compile(r",? (?:and|or|&) |, |/")
_DOUBTED = 0.5
"""What a name must weigh that was taken for a person's or a body's to be where something was."""
_CITY = 100_000
"""A city of so many people is meant by its name unless the words speak for another thing."""
_ACRONYM = 4
"""More capitals than these are a name set in capitals."""


class _Others(NamedTuple):
    """Names that are surely places' at one point; candidates in a list with one that is."""

    sure: set[str]
    listed: set[int]


def find_places(
    report: Report,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    names: Sequence[Name] = (),
    guesses: Sequence[NameGuess] = (),
) -> tuple[PlaceMention, ...]:
    """The names of places in the report's body, in text order, without overlaps.

    A chain ("Gujranwala, Punjab, Pakistan") says one place: its finest name has the use "place",
    what holds it the use "name". A building's town is the place, the building its `venue`.

    Args:
        names: The report's names of every kind; a place's name inside one is a part of it.
        guesses: The language model's own names.
    """
    gazetteer = load_gazetteer()
    candidates = find_candidates(report, tokens, names, guesses, gazetteer)
    return Finder(report, tokens, gazetteer, candidates, names).find()


def resolve(
    report: Report,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    spans: Sequence[Span],
    names: Sequence[Name] = (),
    guesses: Sequence[NameGuess] = (),
) -> tuple[Where | None, ...]:
    """The place that each of the given names stands for, as `find_places` would take it.

    None where the gazetteer knows no place of that name.

    Args:
        spans: Names of places in the body, whoever found them.
    """
    gazetteer = load_gazetteer()
    given = {Span(s.start, s.end): _given(report.text, tokens, s) for s in spans}
    found = find_candidates(report, tokens, names, guesses, gazetteer)
    starts = sorted(given)
    free = [c for c in found if not _overlaps(starts, c)]
    candidates = sorted([*free, *filter(None, given.values())], key=lambda c: (c.start, c.end))
    at = {Span(c.start, c.end): index for index, c in enumerate(candidates)}
    finder = Finder(report, tokens, gazetteer, candidates, names)
    wheres = finder.resolve([at[span] for span, c in given.items() if c is not None])
    return tuple(wheres.get(at.get(Span(s.start, s.end), -1)) for s in spans)


def _given(text: str, tokens: Sequence[Token], span: Span) -> Candidate | None:
    """A name that is known to be a place's; None if the report has no words."""
    first = bisect_left(tokens, span.start, key=lambda token: token.end - 1)
    last = bisect_left(tokens, span.end, key=lambda token: token.start)
    if not tokens:
        return None
    if first >= last:  # before the body, whose first words must do
        first, last = 0, 1
    name = text[span.start : span.end]
    return Candidate(span.start, span.end, name, first, last, "place")


def _overlaps(starts: Sequence[Span], candidate: Candidate) -> bool:
    at = bisect_left(starts, candidate.end, key=lambda span: span.start)
    return at > 0 and any(s.end > candidate.start for s in starts[max(0, at - 3) : at])


class Finder:
    """Decides on the candidates of one report, all of them together."""

    def __init__(
        self,
        report: Report,
        tokens: Sequence[Token],
        gazetteer: Gazetteer,
        candidates: list[Candidate],
        names: Sequence[Name] = (),
    ) -> None:
        self.report, self.text, self.tokens = report, report.text, tokens
        self.gazetteer, self.candidates = gazetteer, candidates
        found = {key: self._read(*key) for key in {(c.name, c.kind): 0 for c in candidates}}
        self.readings = [found[candidate.name, candidate.kind] for candidate in candidates]
        self.persons = [Span(name.start, name.end) for name in names if name.kind == "person"]
        self.chains = find_chains(report.text, candidates, self.readings)

    def find(self) -> tuple[PlaceMention, ...]:
        """The mentions, in text order."""
        first = [weigh(self.clues(index)) for index in range(len(self.candidates))]
        choices = self.choose([weight >= LIKELY for weight in first])
        others = self.others(first)
        states = {
            choice.place.country
            for index, choice in enumerate(choices)
            if choice and first[index] >= SURE and not self._is_bare_code(index)
        }
        found = []
        for index, choice in enumerate(choices):
            if self._is_bare_code(index) and (choice is None or choice.place.country not in states):
                continue
            weight = first[index]
            if weight < SURE:
                weight = weigh(self.clues(index, choice, others))
            if weight >= LIKELY or self._is_said_of_place(index, choice):
                found.append(self._mention(index, choice, weight))
        return tuple(found)

    def resolve(self, given: Sequence[int]) -> dict[int, Where]:
        """The places of candidates that are known to be places' names."""
        known = set(given)
        choices = self.choose(
            [
                index in known or weigh(self.clues(index)) >= LIKELY
                for index in range(len(self.candidates))
            ],
            known,
        )
        return {
            index: self._where(self.candidates[index], choice)
            for index, choice in enumerate(choices)
            if index in known and choice is not None
        }

    def choose(self, is_place: Sequence[bool], given: Collection[int] = ()) -> list[Choice | None]:
        """The place of each candidate, told from the others and the dateline."""
        names = [
            Unresolved(
                c.start,
                c.end,
                c.name,
                self.tokens[c.first].sentence,
                likely,
                is_silent=(c.inside in TAKEN and c.use == "no") or self._is_bare_code(index),
                is_given=index in given,
                is_person="person" in (c.named, c.inside) or c.label == "PERSON",
            )
            for index, (c, likely) in enumerate(zip(self.candidates, is_place, strict=True))
        ]
        dateline = self.report.dateline.place if self.report.dateline else None
        return resolve_names(
            self.text, names, self.gazetteer, dateline=dateline, persons=self.persons
        )

    def others(self, weights: Sequence[float]) -> _Others:
        """What the candidates say of each other, by their weights."""
        pairs = list(zip(self.candidates, weights, strict=True))
        listed = set()
        for index, (one, other) in enumerate(pairwise(pairs)):
            if _LIST_GAP.fullmatch(self.text, one[0].end, other[0].start):
                listed |= {index + 1} if one[1] >= SURE else set()
                listed |= {index} if other[1] >= SURE else set()
        return _Others({candidate.name for candidate, weight in pairs if weight >= SURE}, listed)

    def clues(
        self, index: int, choice: Choice | None = None, others: _Others | None = None
    ) -> list[str]:
        """What speaks for a candidate's being a place's name."""
        chain = self.chains[index]
        standing = Standing(
            is_held=bool(chain.containers),
            is_holder=chain.is_holder,
            is_sure_elsewhere=others is not None and self.candidates[index].name in others.sure,
            is_supported=choice is not None and choice.is_supported and not choice.is_within,
            is_listed=others is not None and index in others.listed,
        )
        return list(clues(self.candidates[index], self.tokens, self.readings[index], standing))

    def _is_bare_code(self, index: int) -> bool:
        """Whether it is a state's code of two letters without its town: the PA of a body or agency.

        It is a place among others of its country only.
        """
        candidate = self.candidates[index]
        is_code = candidate.kind == "short" and is_state_code(candidate.name, self.gazetteer)
        return is_code and not self.chains[index].is_holder

    def _read(self, name: str, kind: str) -> list[Place]:
        """The places that a name may be of."""
        if kind in ("people", "short"):
            return [place for place, _ in hint(name, self.gazetteer)]
        return self.gazetteer.look_up(name)

    # --------------------------------------------------------------------------- mentions

    def _mention(self, index: int, choice: Choice | None, weight: float) -> PlaceMention:
        candidate, chain = self.candidates[index], self.chains[index]
        words = Quote(candidate.start, candidate.end, candidate.name)
        where = Where(candidate.name, words) if choice is None else self._where(candidate, choice)
        is_place = (
            not chain.is_holder
            and candidate.use in ("place", "town")
            and (
                weight >= (_DOUBTED if candidate.named in TAKEN else 0)
                or self._is_said_of_place(index, choice)
            )
            and self._is_likely(candidate, choice, chain.containers)
        )
        return PlaceMention(words, where, "place" if is_place else _use(candidate, chain))

    def _is_said_of_place(self, index: int, choice: Choice | None) -> bool:
        """Whether the words before a known place's name are said of places, not of persons.

        They then count more than the model's guess: "near Kobane", "shelled Goma".
        """
        candidate = self.candidates[index]
        if candidate.kind not in ("known", "short") or choice is None or choice.is_within:
            return False
        if candidate.venue is not None:
            return self._before(candidate) in SAID_OF_PLACES
        if candidate.use != "place" or candidate.inside or candidate.is_of_person:
            return False
        place, is_taken = choice.place, candidate.named in TAKEN
        if candidate.preposition:
            if self._before(candidate) not in SAID_OF_PLACES or (is_taken and place.is_loose):
                return False
            least = SMALL_TOWN
        else:
            if is_taken and (place.is_alternate or place.is_loose):
                return False
            least = SMALL_TOWN if choice.is_supported or not is_taken else _CITY
        return place.kind in ("country", "region", "admin1") or place.population >= least

    def _before(self, candidate: Candidate) -> str:
        """The word before a name and its article."""
        at = candidate.first - 1
        if at > 0 and self.tokens[at].text.lower() in ("the", *DIRECTIONS):
            at -= 1
        return self.tokens[at].text.lower() if at >= 0 else ""

    def _is_likely(
        self, candidate: Candidate, choice: Choice | None, containers: Sequence[Place]
    ) -> bool:
        """Whether the place is likely enough for something to have happened there."""
        if choice is None:
            return candidate.kind != "known"
        place = choice.place
        if candidate.use == "town" and place.kind == "country":
            return False
        if place.kind == "town" and place.population < SMALL_TOWN:
            return bool(containers) or choice.is_supported or choice.is_within
        return True

    def _where(self, candidate: Candidate, choice: Choice) -> Where:
        place, words = choice.place, Quote(candidate.start, candidate.end, candidate.name)
        venue = None
        if candidate.venue is not None:
            venue = self.text[candidate.venue.start : candidate.venue.end]
        printed, *others = choice.reasons or ("",)
        return Where(
            name=place.name if choice.is_within else _plain(candidate.name, place),
            words=words,
            country=place.country,
            geonames=place.geonames,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            venue=candidate.name if choice.is_within else venue,
            reasons=(f"{candidate.name} → {place.name}: {printed}".rstrip(": "), *others),
        )


def _use(candidate: Candidate, chain: Chain) -> PlaceUse:
    """What a name stands for that is not certainly used of the place itself."""
    if candidate.kind == "people":
        return "people"
    if chain.is_holder or candidate.inside in TAKEN:
        return "name"
    if candidate.kind in ("road", "ground"):
        return "place"
    return "name" if candidate.use == "no" and not candidate.named else "actor"


def _plain(printed: str, place: Place) -> str:
    """The gazetteer's name; the printed one where that is only spelt or called otherwise there."""
    is_ours = place.kind in ("country", "region") or not place.is_alternate
    return place.name if is_ours or (printed.isupper() and len(printed) > _ACRONYM) else printed
