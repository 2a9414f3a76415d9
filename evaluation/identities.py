"""Generated identities, and the reports that mention them: what the set `identity` measures on.

The spellings are not made by rules of ours: those of people come from `identity_names.tsv`
(romanisations of Russian and Chinese by the schemes of libraries, states and passports, Arabic as
papers print it), towns and countries from GeoNames. By hand here: how often a report drops,
shortens or mistypes a part of a name, and how companies and offices are called. The habits are
ours and no count of real papers; real namesakes may share more, and real reports say more.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from evaluation.identity_words import BODIES, LANGUAGES, Town, listed, load_names, load_towns

KINDS = {"person": 0.68, "company": 0.14, "agency": 0.09, "group": 0.06, "ministry": 0.03}
MENTIONS_EACH = 20
"""Mentions for each identity, on average: a few have hundreds, many have a handful."""
CIRCLE = 6
"""People whom a report is likely to name beside one."""

_POSTS = listed("""minister, spokesman, spokeswoman, chief executive, chairman, director, lawyer,
    analyst, general, colonel, senator, mayor, professor, prosecutor, judge, ambassador,
    commander, deputy, engineer, union leader, banker, editor""")
TITLES = listed("Mr., Ms., Dr., Gen., Sen., Prof., Minister, Col.")
_NAMESAKES = 0.03
"""Share of bodies that may bear the name of a body elsewhere."""


@dataclass(slots=True)
class Identity:
    """Somebody, and how reports call them.

    Attributes:
        parts: Of a person given, second and family name, each with its spellings, the usual first.
        names: Of a body its names, the usual one first, then others that say as much.
        short: Names that say less: of a person the surname; of a body its first word, an acronym.
        body: Number of the organisation that a person has a post in, or -1.
        circle: Numbers of those that are named beside.
    """

    kind: str
    language: str = ""
    parts: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    post: str = ""
    body: int = -1
    town: int = 0
    circle: tuple[int, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says of one identity.

    Attributes:
        identity: Its number: the truth, which nothing that is measured may see.
        names: As printed, the fullest first.
        body: Place in the report of the organisation that the post is held in, or -1.
    """

    identity: int
    is_person: bool
    names: tuple[str, ...]
    post: str = ""
    body: int = -1


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report: whom it names, in its order, and where it is set."""

    number: int
    said: tuple[Said, ...]
    town: str
    country: str


def make_reports(mentions: int, seed: int = 1) -> Iterator[MadeReport]:
    """Reports that mention identities `mentions` times in all; the same numbers give the same."""
    chance = random.Random(seed)
    identities = _make_identities(max(10, mentions // MENTIONS_EACH), chance)
    weights = [chance.lognormvariate(0.0, 1.0) for _ in identities]
    sums = list(accumulate(weights))
    numbers = range(len(identities))
    towns = load_towns()
    left, number = mentions, 0
    while left > 0:
        lead = chance.choices(numbers, cum_weights=sums)[0]
        present = [lead, *chance.sample(identities[lead].circle, chance.randint(1, 4))]
        present += [identities[n].body for n in present if chance.random() < 0.5]
        present += chance.choices(numbers, cum_weights=sums, k=chance.randint(1, 4))
        present = [n for n in dict.fromkeys(present) if n >= 0][:left]
        where = towns[identities[lead].town]
        said = tuple(_say(identities, n, present, where, chance) for n in present)
        yield MadeReport(number, said, where.name, where.country)
        left -= len(present)
        number += 1


# --------------------------------------------------------------------------------- identities


def _make_identities(count: int, chance: random.Random) -> list[Identity]:
    kinds = chance.choices(list(KINDS), list(KINDS.values()), k=count)
    towns = load_towns()
    taken: set[tuple[str, str]] = set()
    found = [_make_new(kind, towns, taken, chance) for kind in kinds]
    bodies = [n for n, one in enumerate(found) if one.kind != "person"] or [-1]
    for number, one in enumerate(found):
        near = [chance.randrange(count) for _ in range(2 * CIRCLE)]
        one.circle = tuple([n for n in dict.fromkeys(near) if n != number][:CIRCLE])
        if one.kind == "person":
            one.body = chance.choice(bodies)
            one.town = found[one.body].town if chance.random() < 0.6 else one.town
    return found


def _make_new(
    kind: str, towns: Sequence[Town], taken: set[tuple[str, str]], chance: random.Random
) -> Identity:
    """An identity; of a body not with the name of another of its country, seldom of any other."""
    while True:
        one = _make_one(kind, towns, chance)
        if kind == "person":
            return one
        country = "" if chance.random() >= _NAMESAKES else towns[one.town].country
        if not taken.isdisjoint({(one.names[0], towns[one.town].country), (one.names[0], country)}):
            continue
        taken.update({(one.names[0], towns[one.town].country), (one.names[0], "")})
        return one


def _make_one(kind: str, towns: Sequence[Town], chance: random.Random) -> Identity:
    town = chance.randrange(len(towns))
    if kind == "person":
        language = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        given, family = load_names()[language, "given"], load_names()[language, "family"]
        second = given(chance) if chance.random() < 0.45 else ()
        if language == "spanish":
            second = family(chance)
        parts = (given(chance), second, family(chance))
        return Identity(kind, language, parts, post=chance.choice(_POSTS), town=town)
    names, short = BODIES[kind](towns[town], chance)
    return Identity(kind, names=names, short=short, town=town)


# ----------------------------------------------------------------------------- what reports say


def _say(
    identities: Sequence[Identity], number: int, present: Sequence[int], where: Town,
    chance: random.Random,
) -> Said:  # fmt: skip
    one = identities[number]
    if one.kind != "person":
        return Said(number, False, _body_names(one, where, chance))
    names = _person_names(one, chance)
    is_bare = " " not in names[0]
    post = one.post if chance.random() < (0.7 if is_bare else 0.4) else ""
    body = present.index(one.body) if post and one.body in present else -1
    return Said(number, True, names, post, body)


def _person_names(one: Identity, chance: random.Random) -> tuple[str, ...]:
    given, second, family = (_spelling(part, chance) for part in one.parts)
    if chance.random() < 0.09:
        return (family,) if one.language != "spanish" else (second,)
    if second and one.language != "spanish":
        drawn = chance.random()
        second = "" if drawn < 0.55 else f"{second[0]}." if drawn < 0.8 else second
    if one.language == "spanish":
        family, second = (f"{second} {family}" if chance.random() < 0.4 else second), ""
    if chance.random() < 0.03:
        given = f"{given[0]}."
    if chance.random() < 0.015:
        family = _mistype(family, chance)
    words = (family, given) if one.language == "chinese" else (given, second, family)
    full = " ".join(word for word in words if word)
    if chance.random() < 0.08:
        full = f"{chance.choice(TITLES)} {full}"
    return (full, family) if chance.random() < 0.5 else (full,)


def _spelling(part: Sequence[str], chance: random.Random) -> str:
    """Mostly the usual one: a paper has its habits."""
    if not part:
        return ""
    return part[0] if len(part) == 1 or chance.random() < 0.6 else chance.choice(part)


def _mistype(word: str, chance: random.Random) -> str:
    """One letter left out, doubled, or changed with the next."""
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    return chance.choice((
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ))  # fmt: skip


def _body_names(one: Identity, where: Town, chance: random.Random) -> tuple[str, ...]:
    name = one.names[0] if chance.random() < 0.6 else chance.choice(one.names)
    drawn = chance.random()
    if one.kind == "ministry":
        # In a report from the country itself the office goes without its state.
        at_home = where.country_name in one.names[0] and drawn < 0.4
        return (chance.choice(one.short),) if at_home else (name,)
    if drawn < 0.12 and len(one.short[0]) > 2:
        return one.short[:1]
    return (name, *one.short) if drawn < 0.4 and len(one.short[0]) > 2 else (name,)
