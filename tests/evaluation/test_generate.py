"""The generator: other people, towns and dates, the same in one report, the same for one seed."""

from __future__ import annotations

import random

import pytest

from dateline.sample import sample_paths
from evaluation.generate import Seed, generate, read_seeds, vary

STORY = Seed(
    name="story.txt",
    text=(
        "GRAZ, March 9, 2024 — Anna Keller met Tomas Brandt in Graz on March 7-8, 2024. "
        "Keller's party (founded 1998) wrote on 2024-03-08 that Kellermann stayed away; "
        "the talks end on 11 March 2024."
    ),
    surnames=("Brandt", "Keller"),
    towns=(("Graz", ("Linz", "Wels")),),
)


def test_one_seed_gives_the_same_reports_and_another_gives_others() -> None:
    assert list(generate([STORY], 5, 1)) == list(generate([STORY], 5, 1))
    assert list(generate([STORY], 5, 1)) != list(generate([STORY], 5, 2))


def test_no_two_reports_are_the_same_and_none_is_its_seed() -> None:
    made = [text for _, text in generate([STORY], 50, 1)]
    assert len({*made, STORY.text}) == 51


def test_reports_go_round_the_seeds_under_names_of_their_own() -> None:
    other = Seed("other.html", "<p>Nobody.</p>", (), ())
    names = [name for name, _ in generate([STORY, other], 3, 1)]
    assert names == ["00000-story.txt", "00001-other.html", "00002-story.txt"]


@pytest.mark.parametrize("number", range(20))
def test_replacement_is_consistent_within_a_report(number: int) -> None:
    words = vary(STORY, random.Random(number)).replace("'", " ").split()
    assert "Keller" not in words
    assert "Brandt" not in words
    assert "Graz" not in words
    assert words[0] == f"{words[words.index('met') + 4].upper()},", "the dateline has the new town"
    assert words.count(words[words.index("Anna") + 1]) == 2
    assert "Kellermann" in words, "a name inside a longer word is another name"


@pytest.mark.parametrize("number", range(20))
def test_dates_stay_dates_in_their_order(number: int) -> None:
    text = vary(STORY, random.Random(number))
    opening = text.split("March ")
    day = int(opening[1].split(",")[0])
    year = int(opening[1].split(", ")[1][:4])
    assert f"on March {day - 2}-{day - 1}, {year}" in text
    assert f"on {year}-03-{day - 1:02} that" in text
    assert f"on {day + 2} March {year}." in text
    assert f"founded {year - 26}" in text
    assert 3 <= day <= 26
    assert 2012 <= year <= 2024


def test_the_sample_gives_seeds_with_people_in_them() -> None:
    seeds = read_seeds(sample_paths()[:2])
    assert [seed.name for seed in seeds] == [path.name for path in sample_paths()[:2]]
    assert all(seed.surnames for seed in seeds)
    assert all(surname in seed.text for seed in seeds for surname in seed.surnames)
