"""Finds where: names used of places in a report, and the places that they stand for.

A place that acts ("Moscow said") or owns ("Pakistan's army") is no place of an event and is left
out, but still speaks for its neighbours when namesakes are told apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.annotate.places.candidates import Candidate, find_candidates
from dateline.annotate.places.choice import SMALL_TOWN, Choice, Surroundings, choose, contains
from dateline.annotate.places.gazetteer import Gazetteer, Place, load_gazetteer
from dateline.annotate.places.words import STATES
from dateline.records import PlaceMention, Quote, Report, Sentence, Span, Token, Where

_CHAIN_GAP = re.compile(r",[ \n]{1,2}|[ ]?\(")
_STATE_AFTER = re.compile(r",[ \n]{1,2}((?:[A-Z][A-Za-z]{0,4}\.[ ]?){1,2}|[A-Z]{2}(?!\w))")
_LONGEST_CHAIN = 4


def find_places(
    report: Report,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    taken: Sequence[Span] = (),
) -> tuple[PlaceMention, ...]:
    """The places that the report's body names, in text order, without overlaps.

    A chain ("Gujranwala, Punjab, Pakistan") is one place, its finest: the words are that name's. A
    building's town is the place, the building its `venue`.

    Args:
        taken: Names of persons and organisations; a place's name inside one is no mention.
    """
    gazetteer = load_gazetteer()
    candidates = find_candidates(report, tokens, taken, gazetteer)
    return _Finder(report, tokens, gazetteer, candidates).find()


class _Finder:
    def __init__(
        self,
        report: Report,
        tokens: Sequence[Token],
        gazetteer: Gazetteer,
        candidates: list[Candidate],
    ) -> None:
        self.text, self.tokens, self.gazetteer = report.text, tokens, gazetteer
        self.candidates = candidates
        found = {name: gazetteer.look_up(name) for name in {c.name: 0 for c in candidates}}
        self.readings = [found[candidate.name] for candidate in candidates]
        self.choices: dict[tuple[str, tuple[Place, ...], frozenset[str]], Choice | None] = {}
        self.named: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for index, readings in enumerate(self.readings):
            for country in _country_of(readings):
                self.named[self._sentence(index)][country] += 1
        self.around = self._surroundings(report)

    def find(self) -> tuple[PlaceMention, ...]:
        self._settle()
        found: list[PlaceMention] = []
        index = 0
        while index < len(self.candidates):
            containers, after = self._chain(index)
            mention = self._mention(index, containers)
            if mention is not None:
                found.append(mention)
            index = after
        return tuple(found)

    def _surroundings(self, report: Report) -> Surroundings:
        """Countries and areas that are named anywhere in the body, in whatever role."""
        around = Surroundings()
        for candidate, readings in zip(self.candidates, self.readings, strict=True):
            if candidate.use == "no" and candidate.venue is None:
                continue
            first = readings[0]
            country = next((place for place in readings if place.kind == "country"), None)
            if country is not None and country.country:
                around.countries[country.country] += 1
            for place in readings:
                if place.kind == "admin1" and not place.is_loose:
                    around.areas[place.number] += 1
            if country is None and first.kind == "region" and first.country:
                around.countries[first.country] += 1
        for index in range(len(self.candidates)):
            state = self._state_after(index)
            if state is not None:
                around.areas[state.number] += 1
                around.countries["US"] += 1
        if report.dateline and report.dateline.place:
            name = report.dateline.place.partition(",")[0].strip()
            choice = choose(self.gazetteer.look_up(name), around, self.gazetteer)
            around.dateline = choice.place if choice else None
        return around

    def _settle(self) -> None:
        """Note the places whose container follows, and big towns without a big namesake."""
        seen: set[int] = set()
        told_apart: set[str] = set()
        for index, readings in enumerate(self.readings):
            if self.candidates[index].use == "no":
                continue
            containers, _ = self._chain(index)
            name = self.candidates[index].name
            if not containers and name in told_apart:
                continue
            told_apart.add(name)
            choice = choose(readings, self.around, self.gazetteer, containers)
            if choice is None or choice.place.number in seen or choice.place.kind == "country":
                continue
            if containers or _stands_out(choice.place, readings):
                seen.add(choice.place.number)
                self.around.settle(choice.place)

    def _chain(self, index: int) -> tuple[list[Place], int]:
        """What holds the name by the words after it, and the index after the chain's last name."""
        end = self.candidates[index].end
        if not self.text.startswith((",", "(", " ("), end):
            return [], index + 1
        inner = self.readings[index]
        containers: list[Place] = []
        state = self._state_after(index)
        if state is not None:
            containers.append(state)
        after = index + 1
        while after < min(index + _LONGEST_CHAIN, len(self.candidates)):
            if not _CHAIN_GAP.fullmatch(
                self.text, self.candidates[after - 1].end, self.candidates[after].start
            ):
                break
            outer = [
                place
                for place in self.readings[after]
                if place.kind in ("country", "admin1", "admin2", "region")
                and _holds(place, inner, self.readings[after])
            ]
            if not outer or self._is_list(after):
                break
            containers += outer
            after += 1
        return containers, after

    def _state_after(self, index: int) -> Place | None:
        """The American state whose abbreviation follows: "Birmingham, Ala."."""
        end = self.candidates[index].end
        found = _STATE_AFTER.match(self.text, end) if self.text.startswith(",", end) else None
        name = STATES.get(found[1].replace(" ", "")) if found else None
        states = self.gazetteer.look_up(name) if name else ()
        return next((p for p in states if p.kind == "admin1" and p.country == "US"), None)

    def _is_list(self, index: int) -> bool:
        """Whether the name goes on a list ("in Turkey, Syria and Iraq"), and holds nothing."""
        end = self.candidates[index].end
        readings = self.readings[index]
        return any(p.kind == "country" for p in readings) and bool(
            any(p.kind == "country" for p in self.readings[index - 1])
            and re.match(r",? (?:and|or) [A-Z]|, [A-Z]", self.text[end : end + 8])
        )

    def _mention(self, index: int, containers: list[Place]) -> PlaceMention | None:
        candidate = self.candidates[index]
        if candidate.use in ("no", "weak"):
            return None
        choice = self._choice(index, containers)
        if choice is None or not self._is_likely(candidate, choice, containers):
            return None
        return PlaceMention(
            Quote(candidate.start, candidate.end, candidate.name),
            self._where(candidate, choice),
        )

    def _choice(self, index: int, containers: list[Place]) -> Choice | None:
        nearby = self._nearby(index)
        key = (self.candidates[index].name, tuple(containers), frozenset(nearby))
        if key not in self.choices:
            self.choices[key] = choose(
                self.readings[index], self.around, self.gazetteer, containers, nearby
            )
        return self.choices[key]

    def _nearby(self, index: int) -> Counter[str]:
        """Countries that the same sentence names besides."""
        countries = self.named[self._sentence(index)].copy()
        countries.subtract(_country_of(self.readings[index]))
        return +countries

    def _sentence(self, index: int) -> int:
        return self.tokens[self.candidates[index].first].sentence

    def _is_likely(self, candidate: Candidate, choice: Choice, containers: list[Place]) -> bool:
        place = choice.place
        if candidate.use == "town" and place.kind == "country":
            return False
        if place.kind == "town" and place.population < SMALL_TOWN:
            return bool(containers) or (choice.is_supported and not place.is_loose)
        if place.is_loose:
            return choice.is_supported and candidate.use == "place"
        return True

    def _where(self, candidate: Candidate, choice: Choice) -> Where:
        place, venue = choice.place, candidate.venue
        return Where(
            name=_plain(candidate.name, place),
            words=Quote(candidate.start, candidate.end, candidate.name),
            country=place.country,
            geonames=place.geonames,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            venue=self.text[venue.start : venue.end] if venue else None,
            reasons=tuple(
                [f"{candidate.name} → {place.name}: {first}" for first in choice.reasons[:1]]
            )
            + choice.reasons[1:],
        )


def _country_of(readings: Sequence[Place]) -> list[str]:
    """The code of the country that a name is, if it is one."""
    return [place.country for place in readings[:3] if place.kind == "country" and place.country][
        :1
    ]


def _holds(outer: Place, inner: Sequence[Place], outer_readings: Sequence[Place]) -> bool:
    """Whether the one name holds the other, rather than following it in a list of towns."""
    held = max((p.population for p in inner[:60] if contains(outer, p)), default=-1)
    if held < 0:
        return False
    if any(place.kind == "country" for place in inner):
        return outer.kind == "country" and any(
            p.kind == "admin1" and contains(outer, p) for p in inner
        )
    is_known_town = any(p.kind == "town" and p.population >= 100_000 for p in outer_readings)
    best = max(place.population for place in inner[:60])
    return not (is_known_town and held < SMALL_TOWN and best >= 100_000)


def _plain(printed: str, place: Place) -> str:
    """The gazetteer's name; the printed one where that is only spelt or called otherwise there."""
    return place.name if place.kind in ("country", "region") or not place.is_alternate else printed


def _stands_out(place: Place, readings: Sequence[Place]) -> bool:
    """Whether no other town of the name comes near in population."""
    if place.kind == "region":
        return True
    if place.kind != "town":
        return not place.is_alternate and len(readings) == 1
    others = [p.population for p in readings if p.country != place.country and not p.is_alternate]
    return place.population >= 100_000 and place.population > 10 * max(others, default=0)
