"""From a report to its claims: what each sentence is read as, and what every claim keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from dateline.claims import find_claims
from dateline.records import EVENT_TYPES, RELATION_TYPES, Claim, TriggerGuess
from dateline.sample import sample_paths
from tests.annotate.reading import Reading, not_yet, read

ONE_OF_EACH_TYPE = {
    "CONSULT": ("Anna Keller met Tomas Brandt in Vienna.", "Anna Keller & Tomas Brandt"),
    "AGREE": ("Anna Keller and Tomas Brandt signed a treaty.", "Anna Keller & Tomas Brandt"),
    "SUPPORT": ("Anna Keller praised Tomas Brandt.", "Anna Keller > Tomas Brandt"),
    "COOPERATE": (
        "The Harbour League cooperated with the Lamp Trust.",
        "Harbour League & Lamp Trust",
    ),
    "AID": ("The Lamp Trust donated money to the Harbour League.", "Lamp Trust > Harbour League"),
    "CONCEDE": ("The Falcon Brigade released Tomas Brandt.", "Falcon Brigade > Tomas Brandt"),
    "RETREAT": ("The Falcon Brigade withdrew from Vienna.", "Falcon Brigade"),
    "REQUEST": ("Anna Keller asked Tomas Brandt for help.", "Anna Keller > Tomas Brandt"),
    "ACCUSE": ("Anna Keller accused Tomas Brandt of fraud.", "Anna Keller > Tomas Brandt"),
    "REJECT": ("Anna Keller rejected the offer in Vienna.", "Anna Keller"),
    "THREATEN": ("The Falcon Brigade threatened Tomas Brandt.", "Falcon Brigade > Tomas Brandt"),
    "PROTEST": ("The Harbour League protested in Porto.", "Harbour League"),
    "SANCTION": ("The ministry fined the Harbour League.", "ministry > Harbour League"),
    "MOBILIZE": ("Malta deployed troops in Vienna.", "Malta"),
    "COERCE": ("Police arrested Tomas Brandt in Vienna.", "Police > Tomas Brandt"),
    "ASSAULT": ("The Falcon Brigade attacked Tomas Brandt.", "Falcon Brigade > Tomas Brandt"),
    "STATE": ("Anna Keller addressed a crowd in Porto.", "Anna Keller"),
    "APPEAR": ("Anna Keller attended a conference in Porto.", "Anna Keller"),
}


def test_every_event_type_has_its_sentence() -> None:
    assert set(ONE_OF_EACH_TYPE) == set(EVENT_TYPES)


@pytest.mark.parametrize("type_", ONE_OF_EACH_TYPE)
def test_a_plain_sentence_makes_one_claim_of_its_type(type_: str) -> None:
    text, people = ONE_OF_EACH_TYPE[type_]

    assert read(text).told() == [f"{type_} {people}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one deed told by two words is one claim
        ("Anna Keller held talks with Tomas Brandt.", ["CONSULT Anna Keller & Tomas Brandt"]),
        ("Anna Keller met Tomas Brandt for talks.", ["CONSULT Anna Keller & Tomas Brandt"]),
        (
            "Talks between Anna Keller and Omar Karsh took place.",
            ["CONSULT Anna Keller & Omar Karsh"],
        ),
        (
            "The Falcon Brigade carried out an attack on Omar Karsh.",
            ["ASSAULT Falcon Brigade > Omar Karsh"],
        ),
        # two deeds are two, also where the second has no subject of its own
        (
            "Anna Keller visited Lima and met Tomas Brandt.",
            ["CONSULT Anna Keller", "CONSULT Anna Keller & Tomas Brandt"],
        ),
        (
            "Anna Keller praised Tomas Brandt and accused Omar Karsh.",
            ["SUPPORT Anna Keller > Tomas Brandt", "ACCUSE Anna Keller > Omar Karsh"],
        ),
        (
            "Anna Keller toured Lima to meet Tomas Brandt.",
            ["CONSULT Anna Keller", "CONSULT Anna Keller & Tomas Brandt"],
        ),
        # who met and who was not met
        pytest.param(
            "Omar Karsh did not meet Anna Keller but visited Tomas Brandt.",
            ["not CONSULT Omar Karsh & Anna Keller", "CONSULT Omar Karsh & Tomas Brandt"],
            marks=not_yet("“but” after a negation is taken for its coordinate"),
        ),
        # an act of speech and what it tells
        (
            "Omar Karsh said that Anna Keller met Tomas Brandt.",
            ["STATE Omar Karsh", "CONSULT Anna Keller & Tomas Brandt"],
        ),
        # nobody who is named takes part
        ("The two leaders met in Vienna.", []),
        ("It rained in Vienna.", []),
        # only supposed, asked or asked for
        ("If Anna Keller meets Tomas Brandt, it will rain.", []),
        ("Did Anna Keller meet Tomas Brandt?", []),
        ("It is unclear whether Anna Keller met Tomas Brandt.", []),
        (
            "Omar Karsh urged Anna Keller to meet Tomas Brandt.",
            ["REQUEST Omar Karsh > Anna Keller"],
        ),
        (
            "Anna Keller should meet Tomas Brandt.",
            [],
        ),
        # denied
        (
            "Anna Keller denied that she met Tomas Brandt.",
            ["REJECT Anna Keller", "not CONSULT Anna Keller & Tomas Brandt"],
        ),
        (
            "Anna Keller denied meeting Tomas Brandt.",
            ["REJECT Anna Keller", "not CONSULT Anna Keller & Tomas Brandt"],
        ),
    ],
)
def test_a_sentence_makes_a_claim_for_each_thing_that_it_tells(
    text: str, expected: list[str]
) -> None:
    assert read(text).told() == expected


def test_headings_make_no_claims() -> None:
    reading = read(
        "Police arrested Sami Nur in Porto.\n\nAnna Keller attacks Tomas Brandt\n\n"
        "Sami Nur is a member of the Lamp Trust\n\nOmar Karsh visited Lima.\n"
    )

    assert reading.told() == ["COERCE Police > Sami Nur", "CONSULT Omar Karsh"]
    assert reading.told("relation") == []


STORY = (
    "PORTO, March 14, 2024 — Police arrested Sami Nur, a commander of the Falcon Brigade (FB), in "
    "Porto on March 12, 2024, two officials said. The FB denied that Nur had met Lena Brandt, "
    "chair of the Lamp Trust.\n\nWhat is known\n\nAccording to Reuters, a video shows Brandt "
    "praising Nur at a rally in Vienna. The rally took place on January 2, 2024. “He will meet "
    "her again,” said the group's spokesman, Omar Karsh. He addressed 😀 a crowd in Lima.\n"
)


def all_claims() -> list[tuple[Reading, Claim]]:
    texts = [STORY, *(text for text, _ in ONE_OF_EACH_TYPE.values())]
    return [(r, c) for text in texts for r in [read(text)] for c in r.claims]


def test_every_claim_shows_its_words_sources_and_reasons() -> None:
    for reading, claim in all_claims():
        text = reading.report.text
        quotes = [claim.quote, claim.trigger]
        quotes += [p.words for p in (*claim.who, *claim.whom)]
        quotes += [s.words for s in claim.sources if s.words]
        quotes += [x.words for x in (claim.when, claim.where) if x]
        assert all(text[q.start : q.end] == q.exact for q in quotes)
        assert claim.quote.holds(claim.trigger)
        assert len(claim.sources) >= 1
        assert len(claim.found_by) >= 1
        assert all(0 <= reason.score <= 1 and reason.words for reason in claim.found_by)
        assert all(x.reasons for x in (claim.when, claim.where) if x)


def test_every_claim_is_of_a_known_type_about_somebody_of_its_report() -> None:
    for reading, claim in all_claims():
        chains = {c.id for c in reading.annotations.chains}
        assert claim.type in (EVENT_TYPES if claim.kind == "event" else RELATION_TYPES)
        assert claim.report == reading.report.id
        assert claim.who or claim.whom
        assert {p.chain for p in (*claim.who, *claim.whom)} <= chains
        assert {s.chain for s in claim.sources if s.chain} <= chains


def test_claims_stand_in_text_order_each_once() -> None:
    claims = read(STORY).claims

    assert len(claims) >= 6
    assert [c.trigger.start for c in claims] == sorted(c.trigger.start for c in claims)
    assert len({c.id for c in claims}) == len(claims)


def test_reading_a_report_again_gives_the_same_claims() -> None:
    first = read(STORY)
    read.cache_clear()
    again = read(STORY)

    assert again is not first
    assert again.claims == first.claims


PROGRAM = """
import json, sys
from dataclasses import asdict, replace
from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.read import read_report
found = [
    [asdict(claim) for claim in find_claims(report, annotate(report))]
    for report in map(read_report, sys.argv[1:])
]
print(json.dumps(found, default=str))
"""


def test_the_seed_of_hashes_changes_no_claim() -> None:
    paths = [str(p) for p in sample_paths()[:5]]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "4242")
    ]
    outputs = [run.communicate(timeout=120)[0] for run in runs]

    assert [run.returncode for run in runs] == [0, 0]
    assert sum(map(len, json.loads(outputs[0]))) > 10
    assert outputs[0] == outputs[1]


def test_claims_are_plain_data() -> None:
    for claim in read(STORY).claims:
        assert json.loads(json.dumps(asdict(claim), default=str))["id"] == claim.id


def test_a_list_is_in_the_place_of_its_opening_up_to_the_next_such_list() -> None:
    reading = read(
        "These met in Lima:\n\nAnna Keller met Omar Karsh.\n\nAnd these in Sfax:\n\n"
        "Sami Nur met Tomas Brandt.\n\nWhat else was new\n\nOmar Karsh accused Sami Nur.\n"
    )

    where = {c.trigger.start: c.where.name if c.where else None for c in reading.claims}
    assert [where[start] for start in sorted(where)][-3:] == ["Lima", "Sfax", None]


def told_with(text: str, *guesses: tuple[str, str, float]) -> tuple[list[str], tuple[Claim, ...]]:
    """The event claims of a text where a reader gives words a type and a share."""
    reading = read(text)
    said = tuple(TriggerGuess(reading.token(w).index, type_, s) for w, type_, s in guesses)
    claims = find_claims(reading.report, replace(reading.annotations, triggers=said))
    return [reading.shown(c) for c in claims if c.kind == "event"], claims


def test_a_word_that_only_the_reader_knows_makes_a_claim_and_says_so() -> None:
    told, claims = told_with("Anna Keller lambasted Tomas Brandt.", ("lambasted", "SUPPORT", 0.874))

    assert told == ["SUPPORT Anna Keller > Tomas Brandt"]
    assert [(r.rule, r.score, r.words) for r in claims[0].found_by] == [
        ("reader: SUPPORT", 0.87, "lambasted")
    ]


def test_a_word_that_the_reader_takes_for_no_event_makes_no_claim() -> None:
    text = "Anna Keller met Tomas Brandt and praised Omar Karsh."

    assert told_with(text, ("praised", "SUPPORT", 0.99))[0] == ["SUPPORT Anna Keller > Omar Karsh"]


def test_what_did_not_happen_is_a_claim_though_the_reader_takes_it_for_no_event() -> None:
    text = "Anna Keller never met Tomas Brandt. Keller praised Omar Karsh."

    assert told_with(text, ("praised", "SUPPORT", 0.99))[0] == [
        "not CONSULT Anna Keller & Tomas Brandt",
        "SUPPORT Anna Keller > Omar Karsh",
    ]


def test_a_word_that_the_reader_doubts_still_tells_of_an_event_again() -> None:
    text = "Anna Keller met Tomas Brandt. The meeting took place in Lima on Monday."
    _, claims = told_with(text, ("met", "CONSULT", 0.99))

    (met,) = [c for c in claims if c.kind == "event"]
    assert met.where is not None
    assert met.where.name == "Lima"
    assert met.when is not None
    assert met.when.edtf == "2024-03-11"


def test_a_statement_in_which_somebody_says_so_is_no_saying_of_its_own() -> None:
    claims = read("Elena Varsou said in a statement from the Harbour Bank that it rained.").claims

    assert [claim.trigger.exact for claim in claims if claim.type == "STATE"] == ["said"]


def test_who_says_on_sunday_that_two_things_happened_dates_neither() -> None:
    text = "Anis Mabrouk said in Sfax on Sunday that gunmen came in trucks and shot Omar Karsh."
    (claim,) = (c for c in read(text).claims if c.type == "ASSAULT")

    assert (claim.when, claim.where) == (None, None)
