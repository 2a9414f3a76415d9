"""Bodies of reports for the set `copies`: made-up stories, and what only looks like a copy.

All is fictional: sentences are drawn from patterns whose nouns, verbs and names are drawn from
thousands, so that two stories share no more wording than two reports of one desk do. The words
come from the product's tables of WordNet. The same `Random` gives the same text.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import dateline

Paragraphs = list[str]
_DATA = Path(dateline.__file__).parent
_EVENTFUL = "events/data/event_words.tsv.gz"
_SOUNDS = """
ba den ka lor mi nu pe ral sto tan ve zo gri hal jo quen sha thi ur wex
an bel cor dun es far gol hin is kem lun mor nes or pel ran sen tor un vin
a berg dale en ford i ley mouth o ovic s ski son sund ton ura vale wick y
"""
_SYLLABLES = tuple(line.split() for line in _SOUNDS.strip().splitlines())
_PLAIN_WORDS = """
new old local former regional senior early final joint public private heavy northern southern
long recent urgent small wide bitter quiet costly rare open formal strict shared late full
"""
_PLAIN = tuple(_PLAIN_WORDS.split())
_VERBS_WORDS = """
accept admit announce approve arrange attack attend avoid block borrow carry change charge check
claim close collect compare confirm consider control cover cross damage defend delay deliver
demand describe destroy discover discuss divide earn employ end enter escape examine expand
explain extend fear finance finish follow force gather guard handle help hire identify ignore
import improve inform inspect join judge justify label launch limit locate maintain manage mark
measure mention move name need note obtain offer open order paint pass permit place plan praise
prefer present prevent produce promise propose protect prove publish punish question raise reach
receive record reduce refuse reject release remove rename repair replace report request require
rescue reserve restore return save search secure serve settle share sign store stress support
suspect test trace train transport trust urge use visit warn watch
"""
_VERBS = tuple(_VERBS_WORDS.split())
_TRADES_WORDS = """
Shipping Steel Foods Telecom Mining Party Union Institute Council Brigade Bank
"""
_TRADES = tuple(_TRADES_WORDS.split())
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "March", "April", "June", "August", "October", "November")

_SENTENCES = (
    "{N} {v} the {n} of the {a} {n} in {T} on {d}.",
    "The {a} {n} was {v} by a {n} near {T}, and {c} {n}s were {v} before {d}.",
    "“We {r} the {n} because no {n} {v} it,” {N} told the {n} of {T}.",
    "According to {N}, who leads the {n} of {T}, {c} {n}s and a {a} {n} {v} last {m}.",
    "In {T}, the {n} that {v} the {n} has asked for {c} more {n}s.",
    "It is the {c}th {n} since {m} that a {n} of {O} {v} without a {n}.",
    "{O} {v} its {n} after the {a} {n} failed, a {n} seen by this {n} shows.",
    "A {n} for {O} declined to say whether the {n} had {v} any {n}.",
    "Few {n}s in the {n} expected that {N} would {r} the {a} {n} so soon.",
    "The {n}, {c} kilometres from {T}, has {v} {n}s for {c} years.",
    "While the {n} {v}, {N} and {N} {v} over a {a} {n} in {T}.",
    "{N}, a {n} of {c}, {v} the {n} at the {n} where {O} keeps its {n}s.",
    "Critics say the {n} will {r} every {n} between {T} and {T}.",
    "Nobody {v} the {n}; the {n} itself {v} at about {c} on {d}.",
    "What {O} calls a {n} is, for the {n}s of {T}, a {a} {n} and little else.",
    "By {d} evening {c} {n}s had {v}, and the {n} of {T} {v} a second {n}.",
    "Under the {a} {n}, each {n} must {r} a {n} within {c} days.",
    "“There was no {n},” said {N}. “They {v} the {n} and left.”",
    "If the {n} {v}, {O} would {r} up to {c} {n}s, its {a} {n} {N} wrote.",
    "Since {m} the {a} {n} of {O} has {v} neither {n} nor {n}.",
)  # fmt: skip

_TELLINGS = (
    (
        ("A ferry carrying {c} passengers struck the {n} pier at {T} on {d}, killing {k} people.",
         "{k} lives were lost when a boat with {c} aboard hit {T}'s {n} pier {d}."),
        ("{N}, who heads the port authority, said that the steering had failed.",
         "Harbour chief {N} put the crash down to broken steering gear."),
        ("“We lost control four minutes before the quay,” captain {M} told reporters.",
         "Captain {M} described losing control of the vessel minutes out."),
        ("{O}, the owner, has stopped its other boats until they have been examined.",
         "All remaining vessels of {O} stay in dock for inspection, the company announced."),
        ("Rescue crews brought the injured to two hospitals; nine of them were in a bad state.",
         "Two hospitals took in the wounded, and doctors fear for nine of those they treat."),
        ("Prosecutors opened an inquiry the same evening and took the logbook.",
         "An investigation is under way; the ship's log is already with the state attorney."),
        ("It was the worst accident on the coast since {y}, when a trawler went down off {T}.",
         "Not since a fishing boat sank in {y} has the shore near {T} seen so many dead."),
        ("The transport ministry promised families a first payment before the end of {m}.",
         "Relatives can expect compensation by late {m}, officials in the capital pledged."),
    ),
    (
        ("Police raided {c} flats in {T} before dawn on {d} and arrested {k} members of {O}.",
         "{k} suspects said to belong to {O} are in custody after early searches {d} in {T}."),
        ("Officers found {c} rifles under the floor of a {n} shop.",
         "A {n} dealer's cellar held a cache of {c} long guns, detectives say."),
        ("{N}, the interior minister, called it the largest operation since {y}.",
         "Not in any year after {y} has there been so big a sweep, according to minister {N}."),
        ("A lawyer for two of the men, {M}, complained that he had not been let in.",
         "Counsel {M} protests at being kept from his pair of clients."),
        ("They will be brought before a judge in {m}.",
         "First hearings are set down for {m}."),
        ("Neighbours heard shots shortly after four; one policeman was hit in the leg.",
         "An officer was wounded in the thigh in a brief exchange of fire at about 4 a.m."),
        ("{O} was banned last spring after an attack on a {n} depot.",
         "The state outlawed {O} a year ago: it had blown up a store for {n}s."),
    ),
    (
        ("The council of {T} voted {c} to {k} on {d} to sell the {n} works to {O}.",
         "{O} gets the municipal {n} plant: on {d} {c} councillors of {T} said yes, {k} no."),
        ("Mayor {N} said the money would pay for schools.",
         "Proceeds go into classrooms, promises {N}, who runs the town hall."),
        ("Workers with banners filled the gallery; {M} of their union spoke of a betrayal.",
         "“They have sold us out,” shouted union leader {M} from the packed public seats."),
        ("The price was not made known, but an earlier estimate had put it at {c} million.",
         "What the buyer pays is secret. Valuers had once named {c} million."),
        ("Built in {y}, the works employ about a tenth of the town.",
         "One family in ten lives off the place, which opened its gates in {y}."),
        ("A court may still stop the sale: the opposition will file its suit in {m}.",
         "Opponents are going to law in {m} and hope that judges undo the deal."),
        ("{O} has taken over three such sites along the river and closed one of them.",
         "Of a trio of riverside factories bought before, {O} shut one for good."),
    ),
)  # fmt: skip

_FORMS = {
    "earnings": (
        "{O} on {d} reported net income of {c}.{k} million for the quarter, or {k}{k} cents a"
        " share, compared with {c}.{k} million, or {k}{k} cents a share, a year earlier. Revenue"
        " rose {k} percent to {c} million. Analysts had expected earnings of {k}{k} cents a share"
        " on revenue of {c} million. Chief executive {N} said the company was pleased with the"
        " results in its {n} and {n} businesses. For the full year {O} expects earnings of between"
        " {k}.{k} and {k}.{k} a share. Shares of {O} closed at {c}.{k} on {d}. They have gained"
        " {k} percent since the beginning of the year."
    ),
    "weather": (
        "{T} will be {a} on {d} with a high of {k} degrees and a low of {k} degrees overnight."
        " Winds will be light from the {w} at {k} to {c} kilometres an hour. The chance of rain is"
        " {c} percent in the morning and {k} percent in the afternoon. The sun rises at {k}:{c} and"
        " sets at {k}:{c}. Boats off {T} should expect waves of up to {k} metres. On {d} it turns"
        " {a}, with {k} degrees at noon. The outlook for the rest of the week is {a} with some"
        " {n} and a {n} from the {w}. The next forecast for {T} is issued at {k} in the evening."
    ),
    "court": (
        "{N}, {c}, of {S} Street, {T}, pleaded guilty to {n} of a {n} on {m} {k}. Fined {c}, with"
        " costs of {c} and a surcharge of {k}. {N}, {c}, of {S} Road, {T}, admitted {v} a {n} at"
        " {O} on {m} {k}. Ordered to carry out {c} hours of unpaid work and to pay compensation of"
        " {c}. {N}, {c}, of no fixed address, was found guilty of {n} in {T} on {m} {k}. Sentenced"
        " to {k} weeks in prison suspended for {c} months. {N}, {c}, of {S} Lane, {T}, failed to"
        " attend and a warrant was issued without bail."
    ),
    "result": (
        "{T} beat {S} {k}-{k} at home on {d} to move up to {k}th place in the table. {N} opened the"
        " scoring after {c} minutes from a pass by {N}, and {N} made it two just before half-time."
        " {S} pulled one back through {N} in the {c}th minute, but {N} settled the match from the"
        " penalty spot. Coach {N} said his players had deserved the three points. The attendance"
        " was {c}. {T} travel to {T} next week while {S} host {S} on {d}."
    ),
}  # fmt: skip


def make_story(chance: Random, sentences: int | None = None) -> Paragraphs:
    """The paragraphs of a made-up report of its own; of 4 to 24 sentences if no number is given."""
    cast = _Cast(chance)
    count = sentences or chance.choice((4, 6, 8, 10, 12, 14, 16, 20, 24))
    lines = [cast.fill(chance.choice(_SENTENCES)) for _ in range(count)]
    return set_paragraphs(lines, chance)


def tell_twice(chance: Random) -> tuple[Paragraphs, Paragraphs]:
    """One happening told by two desks in their own words; names and numbers are the same."""
    cast = _Cast(chance)
    slots = cast.slots()
    facts = [[line.format_map(slots) for line in pair] for pair in chance.choice(_TELLINGS)]
    tellings = []
    for side in range(2):
        lines = [pair[(number + side) % 2] for number, pair in enumerate(facts)]
        rest = lines[1:]
        chance.shuffle(rest)
        own = [cast.fill(chance.choice(_SENTENCES)) for _ in range(chance.randint(1, 4))]
        tellings.append(set_paragraphs([lines[0], *rest, *own], chance))
    return tellings[0], tellings[1]


def fill_form(chance: Random, form: str) -> tuple[Paragraphs, Paragraphs]:
    """Two days of a report that a desk writes in the same wording: other numbers, days and words.

    The town and the company stay the same.
    """
    cast = _Cast(chance)
    first, second = (set_paragraphs(_split(cast.fill(_FORMS[form])), chance) for _ in range(2))
    return first, second


FORMS = tuple(_FORMS)


def quote_statement(chance: Random) -> tuple[Paragraphs, Paragraphs]:
    """Two reports of their own that print one long statement, 30 to 40 % of each."""
    said = " ".join(make_story(chance, 6)).replace("“", "").replace("”", "")
    reports = []
    for _ in range(2):
        own = make_story(chance, 11)
        who = _Cast(chance)
        at = chance.randint(1, len(own))
        statement = who.fill("In a statement {O} said: ") + f"“{said}”"
        reports.append([*own[:at], statement, *own[at:]])
    return reports[0], reports[1]


def _split(text: str) -> Paragraphs:
    return [line.rstrip(".") + "." for line in text.split(". ")]


def set_paragraphs(lines: Sequence[str], chance: Random) -> Paragraphs:
    """Sentences in paragraphs of one to three."""
    found = []
    start = 0
    while start < len(lines):
        size = chance.randint(1, 3)
        found.append(" ".join(lines[start : start + size]))
        start += size
    return found


def invent_name(chance: Random) -> str:
    """A name of two or three syllables."""
    middle = [chance.choice(_SYLLABLES[1])] if chance.random() < 0.5 else []
    parts = [chance.choice(_SYLLABLES[0]), *middle, chance.choice(_SYLLABLES[2])]
    return "".join(parts).capitalize()


class _Cast:
    """The people, towns, bodies and words that one story keeps coming back to."""

    def __init__(self, chance: Random) -> None:
        nouns, weights = _nouns()
        self._chance = chance
        self._names = [f"{invent_name(chance)} {invent_name(chance)}" for _ in range(4)]
        self._towns = [invent_name(chance) for _ in range(3)]
        self._bodies = [f"{invent_name(chance)} {chance.choice(_TRADES)}" for _ in range(2)]
        self._nouns = chance.choices(nouns, cum_weights=weights, k=50)
        self._verbs = chance.choices(_VERBS, k=25)

    def fill(self, pattern: str) -> str:
        """The pattern with every slot filled anew."""
        parts = pattern.split("{")
        return parts[0] + "".join(self._one(part[0]) + part[2:] for part in parts[1:])

    def slots(self) -> dict[str, str]:
        """One filling of the slots for a fact that is told twice."""
        return {slot: self._one(slot) for slot in "NMOTSdmckKnway"}

    def _one(self, slot: str) -> str:
        draw = self._chance
        match slot:
            case "N" | "M":
                return draw.choice(self._names)
            case "T":
                return self._towns[0] if draw.random() < 0.6 else draw.choice(self._towns)
            case "S":
                return invent_name(draw)
            case "O":
                return self._bodies[0] if draw.random() < 0.6 else draw.choice(self._bodies)
            case "n":
                return draw.choice(self._nouns)
            case "v":
                return past(draw.choice(self._verbs))
            case "r":
                return draw.choice(self._verbs)
            case "a":
                return draw.choice(_PLAIN)
            case "d":
                return draw.choice(_DAYS)
            case "m":
                return draw.choice(_MONTHS)
            case "w":
                return draw.choice(("north", "east", "south-west", "west", "south"))
            case "y":
                return str(draw.randint(1931, 2009))
            case "k" | "K":
                return str(draw.randint(2, 9))
            case _:
                return str(draw.randint(11, 480))


def past(verb: str) -> str:
    """The past tense of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


@cache
def _nouns() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Nouns that a story may use, and how common they are: as many senses, so common a word."""
    senses = read_senses()
    known = {
        noun: count * count
        for noun in senses["noun"]
        if 3 < len(noun) < 12 and noun.isalpha() and (count := counts()[noun]) > 0
    }
    nouns = tuple(sorted(known))
    return nouns, tuple(accumulate(known[noun] for noun in nouns))


@cache
def read_senses() -> dict[str, dict[str, str]]:
    """For nouns and for words of events: each word with the number of its commonest sense."""
    nouns = {row[0]: row[1].split()[0] for row in _rows("resolve/data/noun_senses.tsv.gz")}
    eventful = {row[0]: row[1].split()[0] for row in _rows(_EVENTFUL) if row[1]}
    return {"noun": nouns, "verb": eventful}


@cache
def counts() -> Counter[str]:
    """How many senses each word of `event_words.tsv.gz` has."""
    return Counter({row[0]: int(row[5]) for row in _rows(_EVENTFUL)})


def _rows(name: str) -> Iterator[list[str]]:
    for row in gzip.decompress((_DATA / name).read_bytes()).decode("utf-8").splitlines():
        if not row.startswith(("#", "=")):
            yield row.split("\t")
