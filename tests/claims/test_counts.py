"""How many a report says were killed, held, took part."""

import pytest

from dateline.claims.counts import find_counts
from dateline.claims.numbers import count_table
from dateline.claims.reading import read_for_claims
from dateline.records import Count
from dateline.views.wording import say_count
from tests.annotate.reading import read


def counts_in(text: str) -> list[Count]:
    one = read(text)
    return [found.count for found in find_counts(read_for_claims(one.report, one.annotations))]


@pytest.mark.parametrize("row", count_table()["count"], ids=lambda row: row["of"])
def test_the_example_of_every_entry_gives_its_count(row: dict[str, str]) -> None:
    (count,) = counts_in(row["example"])
    assert (count.of, say_count(count).split()[-1]) == (row["of"], row["of"].split()[-1])
    number = f"{count.least} {count.of}"
    assert ("about " * count.about) + number == row["said"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Fifteen people were killed and thirty-two injured.", ["15 killed", "32 injured"]),
        (
            "The attack struck the port, killing at least 1,200 and wounding two dozen.",
            ["at least 1200 killed", "24 injured"],
        ),
        ("12 killed, 30 injured in blast", ["12 killed", "30 injured"]),
        ("The quake left 12 people dead and 30 wounded.", ["12 killed", "30 injured"]),
        ("The death toll rose to 15 on Monday.", ["15 killed"]),
        ("The killing of two priests shocked Lima.", ["2 priests killed"]),
        ("There were 12 deaths and 15 arrests.", ["12 killed", "15 detained"]),
        ("Police detained more than 40 protesters.", ["at least 40 protesters detained"]),
        ("Up to nine people were arrested.", ["at most 9 detained"]),
        ("Between 10 and 15 people died in the fire.", ["10–15 killed"]),
        ("At least a dozen people died.", ["at least 12 killed"]),
        ("Dozens of villagers were wounded.", ["dozens of villagers injured"]),
        ("Tens of thousands marched in Lima.", ["tens of thousands took part"]),
        ("Two of the hostages were freed.", ["2 hostages freed"]),
        ("Three people were shot dead in Lima.", ["3 killed"]),
        ("Ten soldiers and not 15 were killed.", ["10 soldiers killed"]),
        (
            "Gunmen killed 12 people, including three children, in Lima.",
            ["12 killed", "3 children killed"],
        ),
        (
            "Three soldiers and four civilians were killed.",
            ["3 soldiers killed", "4 civilians killed"],
        ),
    ],
)
def test_a_number_counts_for_what_the_sentence_says_of_it(text: str, said: list[str]) -> None:
    assert [say_count(count) for count in counts_in(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old was killed.",
        "He was killed on March 12.",
        "He was killed in 2019.",
        "It met 12 times.",
        "9" * 400 + " killed",
        "The company fired 12 rockets.",
    ],
)
def test_a_number_of_anything_else_is_no_count(text: str) -> None:
    assert counts_in(text) == []


def test_a_count_keeps_its_words_and_as_of_when_it_is_told() -> None:
    (count,) = counts_in("As of March 4, 2024, at least 14 sailors were missing.")
    assert count.words.exact == "at least 14"
    assert count.whom is not None
    assert count.whom.exact == "sailors"
    assert count.as_of is not None
    assert count.as_of.edtf == "2024-03-04"
    assert (count.least, count.most) == (14, None)


def test_an_attack_has_the_counts_of_what_hangs_on_it() -> None:
    told = read(
        "The Red Dune Brigades attacked a church in Sfax on Monday, killing 12 people and wounding"
        " about 30."
    ).claims
    attack = next(c for c in told if c.mode == "attack")
    assert [say_count(count) for count in attack.counts] == ["12 killed", "about 30 injured"]


def test_a_deed_has_no_counts_of_one_that_is_spoken_of_beside() -> None:
    told = read(
        "The army attacked the camp in Sfax on Monday after a raid that wounded two farmers."
    ).claims
    attack = next(c for c in told if c.mode == "attack")
    assert attack.counts == ()


def test_a_count_stays_with_the_claim_of_its_own_sentence() -> None:
    told = read(
        "Anna Keller met Tomas Vell in Lima on Monday. Police arrested six students on Friday."
    ).claims
    assert [[say_count(k) for k in c.counts] for c in told if c.kind == "event"] == [
        [],
        ["6 students detained"],
    ]


def test_what_somebody_says_of_a_toll_does_not_count_for_the_saying() -> None:
    told = read("The death toll rose to twelve, Anna Keller said.").claims
    assert [(c.type, c.counts) for c in told if c.kind == "event"] == [("STATE", ())]
