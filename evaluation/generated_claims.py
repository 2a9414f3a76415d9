"""Claims of a whole case made up at once: what grouping costs does not hang on reading texts.

A world grows in step with the claims: of its people and towns a few are told of often and most
seldom, every happening is told about three times by reports of the days after it, most tellings
give the day, some a month or nothing, and a few a wrong day. All is fictional.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from random import Random

from dateline.records import (
    Chain,
    Claim,
    Entity,
    Mention,
    Participant,
    Quote,
    Report,
    Source,
    Where,
    chain_id,
    claim_id,
    entity_id,
    read_when,
    report_id,
)

CLAIMS_A_REPORT = 10
TELLINGS = 3
"""How often a happening is told, on average."""

CLAIMS_A_PERSON = 6
FIRST_DAY = date(2014, 1, 1)
DAYS = 3650
DEEDS = (
    ("CONSULT", "meet", "met"), ("CONSULT", "visit", "visited"), ("STATE", "announce", "told"),
    ("ASSAULT", "attack", "attacked"), ("COERCE", "arrest", "arrested"), ("AID", "fund", "paid"),
)  # fmt: skip
SYLLABLES = ("ba", "den", "ka", "lor", "mi", "nu", "pe", "ral", "sto", "tan", "ve", "zo")


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report and what a reading of it found.

    Attributes:
        chains: One for each person named in it.
    """

    report: Report
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Happening:
    deed: tuple[str, str, str]
    one: str
    other: str
    town: str
    day: date


@cache
def _names(count: int) -> tuple[str, ...]:
    """The first of a long row of words of three syllables and a number of letters."""
    words = ("".join(parts).capitalize() for parts in product(SYLLABLES, repeat=5))
    return tuple(word for word, _ in zip(words, range(count), strict=False))


def make_claims(claims: int, seed: int = 1, *, first: int = 0) -> Iterator[MadeReport]:
    """Reports of ten claims each, in order of publication.

    Args:
        claims: How many the world is made for.
        first: The number of the report to begin with; past the last there is always a next.
    """
    world = _World(claims, seed)
    number = first
    while number * CLAIMS_A_REPORT < claims or first:
        yield world.report(number)
        number += 1


def entities_of(reports: list[MadeReport]) -> list[Entity]:
    """Who is who: in this world a name has one bearer."""
    by_name: dict[str, list[Chain]] = {}
    for made in reports:
        for chain in made.chains:
            by_name.setdefault(chain.name, []).append(chain)
    return [_entity(name, chains) for name, chains in by_name.items()]


def _entity(name: str, chains: list[Chain]) -> Entity:
    ids = tuple(sorted(chain.id for chain in chains))
    mentions = tuple(mention for chain in chains for mention in chain.mentions)
    return Entity(entity_id(ids), "Person", name, (name,), ids, mentions)


class _World:
    def __init__(self, claims: int, seed: int) -> None:
        self.seed = seed
        self.happenings = max(1, claims // TELLINGS)
        self.people = _names(max(20, claims // CLAIMS_A_PERSON))
        self.towns = _names(max(10, claims // 200))

    def report(self, number: int) -> MadeReport:
        chance = Random(f"{self.seed}/report/{number}")
        newest = number * CLAIMS_A_REPORT // TELLINGS
        chosen = [max(0, newest - int(chance.expovariate(0.1))) for _ in range(CLAIMS_A_REPORT)]
        told = [self._happening(one) for one in chosen]
        days = [_print_day(one.day, chance) for one in told]
        lines = [_line(one, day) for one, day in zip(told, days, strict=True)]
        head = f"Number {number} of the news."
        text = "\n\n".join((head, *lines))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        published = self._happening(newest).day + timedelta(days=1)
        report = Report(
            report_id(sha256), text, sha256, outlet=f"{self.towns[chance.randrange(10)]} Post",
            published=published.isoformat(), language="en",
        )  # fmt: skip
        chains: dict[str, Chain] = {}
        claims, start = [], len(head) + 2
        for one, day, line in zip(told, days, lines, strict=True):
            claims.append(_claim(report, chains, one, day, Quote(start, start + len(line), line)))
            start += len(line) + 2
        return MadeReport(report, tuple(chains.values()), tuple(claims))

    def _happening(self, number: int) -> _Happening:
        chance = Random(f"{self.seed}/happening/{number}")
        one, other = (self.people[_seldom(chance, len(self.people))] for _ in range(2))
        town = self.towns[_seldom(chance, len(self.towns))]
        day = FIRST_DAY + timedelta(days=number * DAYS // self.happenings)
        return _Happening(chance.choice(DEEDS), f"Ada {one}", f"Jon {other}", town, day)


def _seldom(chance: Random, count: int) -> int:
    """A place in a row of which the first come often: the very first in some of a hundred."""
    return int(count * chance.random() ** 3)


def _print_day(day: date, chance: Random) -> str | None:
    draw = chance.random()
    if draw < 0.15:
        return None
    if draw < 0.3:
        return day.isoformat()[:7]
    return (day + timedelta(days=draw < 0.35)).isoformat()


def _line(told: _Happening, day: str | None) -> str:
    when = f" on {day}" if day else ""
    return f"{told.one} {told.deed[2]} {told.other} in {told.town}{when}, two officials said."


def _claim(
    report: Report, chains: dict[str, Chain], told: _Happening, day: str | None, quote: Quote
) -> Claim:
    type_, mode, verb = told.deed
    ends = []
    for name in (told.one, told.other):
        words = _cut(quote, name)
        if name not in chains:
            mention = Mention(report.id, words, "name")
            id_ = chain_id(report.id, words, name)
            chains[name] = Chain(id_, report.id, "Person", name, (name,), (mention,))
        ends.append(Participant(chains[name].id, words))
    trigger, town = _cut(quote, f" {verb} ", 1), _cut(quote, f" in {told.town}", 4)
    return Claim(
        claim_id(report.id, "event", type_, trigger, ends[0].chain, ends[1].chain), report.id,
        quote, trigger, "event", type_, mode, (ends[0],), (ends[1],),
        read_when(day, _cut(quote, day), "explicit") if day else None,
        Where(told.town, town, "IT", None, *_point(told.town), 10.0),
        (Source("unnamed", "two officials", None, _cut(quote, "two officials")),),
        certainty="reported",
    )  # fmt: skip


def _point(town: str) -> tuple[float, float]:
    """Degrees of latitude and longitude, anywhere between the tropics and the polar circle."""
    drawn = hashlib.sha256(town.encode()).digest()
    return 25.0 + drawn[0] * 40 / 256, drawn[1] * 300 / 256 - 120


def _cut(quote: Quote, words: str, skip: int = 0) -> Quote:
    """The place of words in a sentence; of ` met ` without the spaces round it."""
    start = quote.start + quote.exact.index(words) + skip
    exact = words[skip:].rstrip()
    return Quote(start, start + len(exact), exact)
