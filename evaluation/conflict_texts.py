"""Short fictional reports in plain English, some with a planted conflict, for the whole product.

Each story is a few reports, a line each: the day of publication in March 2024, and the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from dateline.grouping import group
from dateline.pipeline import analyse
from dateline.records import Chain, Claim, ConflictOn, Event, Report, report_id
from dateline.store import Evidence

OUTLETS = ("Harbour Times", "Coast Daily", "Styria Post", "Levant Wire")
NAMES = (
    ("Mira Oduya", "Karim Haddad"), ("Tomas Brandt", "Ida Roth"), ("Lena Okafor", "Paul Vasari"),
)  # fmt: skip
TOWNS = (("Trieste", "Palermo"), ("Graz", "Linz"), ("Bergen", "Tromso"))
BODIES = (("Iron Circle", "Red Dune Brigades"), ("Salt Legion", "Black Heron Front"))
FILLERS = (
    "The harbour was calm and the quays were wet all week.",
    "Bread cost more than in the spring, and the trams ran late.",
    "The lake froze over for the first time in nine years.",
    "A choir of retired miners sang in the old theatre.",
    "The library closed for repairs, and its readers grumbled.",
    "Apples were small this year, the growers found.",
    "Snow lay on the passes until noon, and two bakers opened late.",
    "The swimming bath has a new roof of copper and glass.",
    "A grey heron has nested on the clock tower again.",
)

STORIES: tuple[tuple[ConflictOn | None, str, tuple[tuple[int, str], ...]], ...] = (
    ("when", "two days", (
        (12, "{a} met {b} in {town} on 5 March 2024, the ministry said."),
        (13, "{a} and {b} met in {town} on 7 March 2024, according to a hotel manager."))),
    ("when", "two days of an attack", (
        (12, "The {x} attacked a checkpoint in {town} on 5 March 2024."),
        (13, "The {x} attacked a checkpoint in {town} on 6 March 2024, a witness said."))),
    ("where", "two towns", (
        (12, "{a} met {b} in {town} on 5 March 2024."),
        (13, "{a} met {b} in {other} on 5 March 2024, officials said."))),
    ("who", "two doers", (
        (6, "The {x} bombed the market in {town} on 5 March 2024 and killed 14 people."),
        (7, "The {y} bombed the market in {town} on 5 March 2024 and killed 14 people."))),
    ("count", "two tolls of one day", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed 12 people."),
        (6, "The {x} attacked a barracks in {town} on 5 March 2024, killing 19 people."))),
    ("count", "a lower toll later", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed 22 people."),
        (9, "The {x} attacked a barracks in {town} on 5 March 2024, killing 16 people."))),
    ("happened", "denied", (
        (8, "{a} met {b} in {town} on 5 March 2024, according to hotel records."),
        (9, "{a} denied that he had met {b} in {town} on 5 March 2024."))),
    ("happened", "never met", (
        (8, "{a} met {b} in {town} in March 2024, a guard said."),
        (9, "{a} never met {b} in {town}, a lawyer said."))),
    ("happened", "no evidence", (
        (8, "{a} met {b} in {town} on 5 March 2024, a newspaper reported."),
        (9, "There is no evidence that {a} met {b} in {town}, the prosecutor said."))),
    ("happened", "pressure", (
        (8, "{a} put pressure on {b} to resign, a senator said."),
        (9, "{a} told the press: \"I put no pressure on {b}.\""))),
    (None, "a month and a day", (
        (12, "{a} met {b} in {town} on 5 March 2024."),
        (13, "{a} met {b} in {town} in March 2024, officials said."))),
    (None, "a week and a day", (
        (12, "{a} met {b} in {town} on 5 March 2024."),
        (13, "{a} met {b} in {town} last week, officials said."))),
    (None, "a town and none", (
        (12, "{a} met {b} in {town} on 5 March 2024."),
        (13, "{a} and {b} met on 5 March 2024, an aide said."))),
    (None, "a day put right", (
        (8, "{a} met {b} in {town} on 7 March 2024."),
        (8, "{a} met {b} in {town} on 5 March 2024, the ministry said."),
        (12, "Correction: {a} met {b} in {town} on 5 March 2024, not on 7 March."))),
    (None, "a growing toll", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed three people."),
        (7, "The {x} attacked a barracks in {town} on 5 March 2024, killing seven people."),
        (9, "The {x} killed 12 people in an attack on a barracks in {town} on 5 March 2024."))),
    (None, "at least", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed 12 people."),
        (6, "The {x} attacked a barracks in {town} on 5 March 2024, killing at least nine."))),
    (None, "including", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed 12 people."),
        (6, "The {x} attacked a barracks in {town} on 5 March 2024, killing three children."))),
    (None, "about", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024 and killed 21 people."),
        (6, "The {x} attacked a barracks in {town} on 5 March 2024, killing about 20 people."))),
    (None, "a longer list", (
        (6, "The {x} attacked a barracks in {town} on 5 March 2024."),
        (7, "The {x} and the {y} attacked a barracks in {town} on 5 March 2024."))),
    (None, "a plan that was given up", (
        (2, "{a} will meet {b} in {town} on 5 March 2024, an aide said."),
        (3, "{a} will not meet {b} in {town} on 5 March 2024, the ministry said."))),
    (None, "denied before it was", (
        (1, "{a} has not met {b} in {town}, an aide said."),
        (8, "{a} met {b} in {town} on 5 March 2024."))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """A story told with names filled in: what it conflicts on, and its reports."""

    name: str
    on: ConflictOn | None
    reports: tuple[Report, ...]


def make_stories(times: int) -> Iterator[Story]:
    """Each story so many times, with other names."""
    for number in range(times):
        (a, b), (town, other) = NAMES[number % len(NAMES)], TOWNS[number % len(TOWNS)]
        x, y = BODIES[number % len(BODIES)]
        for on, name, lines in STORIES:
            chance = Random(f"{number}/{name}")
            first = chance.randrange(len(OUTLETS))
            reports = []
            fillers = chance.sample(FILLERS, len(FILLERS))
            for place, (day, line) in enumerate(lines):
                text = line.format(a=a, b=b, town=town, other=other, x=x, y=y)
                outlet = OUTLETS[(first + (0 if "Correction" in line else place)) % len(OUTLETS)]
                filler = "\n\n".join(fillers[3 * place : 3 * place + 3])
                reports.append(_report(f"{text}\n\n{filler}", outlet, f"2024-03-{day:02}"))
            yield Story(name, on, tuple(reports))


def _report(text: str, outlet: str, published: str) -> Report:
    digest = hashlib.sha256(f"{outlet}/{published}/{text}".encode()).hexdigest()
    return Report(
        report_id(digest), text, digest, outlet=outlet, published=published, language="en"
    )


def read_story(story: Story) -> tuple[tuple[Event, ...], list[Claim]]:
    """What the product makes of its reports: the events, and all claims."""
    chains: list[Chain] = []
    claims: list[Claim] = []
    for report in story.reports:
        annotations, found = analyse(report)
        chains += annotations.chains
        claims += found
    evidence = Evidence(
        sorted(story.reports, key=lambda one: one.id),
        sorted(chains, key=lambda one: one.id),
        sorted(claims, key=lambda one: one.id),
    )
    return tuple(group(evidence).events), claims
