"""Which phrases of several reports are held to speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dateline.records import Quote, cut
from dateline.resolve.described import Joined, Phrase, Telling, join_phrases, read_telling
from dateline.resolve.described.features import compare_phrases, load_weights, names_fit
from dateline.resolve.described.join import candidates, group_phrases
from dateline.resolve.described.story import Story
from tests.annotate.reading import read

Report = tuple[str, list[str]]
"""A text, and the words of the mentions in it, each at its first place; "2:he" at its second."""


def tell(reports: Sequence[Report]) -> list[Telling]:
    tellings = []
    for text, mentions in reports:
        found = read(text)
        words = [find(text, mention) for mention in mentions]
        tellings.append(
            read_telling(
                found.report.id,
                found.grammar,
                words,
                found.annotations.chains,
                found.annotations.times,
            )
        )
    return tellings


def find(text: str, mention: str) -> Quote:
    nth, _, words = mention.rpartition(":")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(words, start + 1)
    return cut(text, start, start + len(words))


def joined(reports: Sequence[Report]) -> list[list[str]]:
    """The entities of more than one mention, as the words of their mentions."""
    tellings = tell(reports)
    phrases = [phrase for telling in tellings for phrase in telling.phrases]
    groups = [[phrases[n].words.exact for n in one.phrases] for one in join_phrases(tellings)]
    return [group for group in groups if len(group) > 1]


CASES: list[tuple[str, list[Report], list[list[str]]]] = [
    (
        "a noun that one report ties to a name leads to it in another",
        [("The actress Mira Oduya left Tarn.", ["Mira Oduya"]),
         ("Mira Oduya, an actress, left Tarn.", ["Mira Oduya", "actress"]),
         ("The actress left Tarn.", ["The actress"])],
        [["Mira Oduya", "Mira Oduya", "actress", "The actress"]],
    ),
    (
        "other words for one thing that the same was done to",
        [("Two thieves rammed a car into a shop.", ["Two thieves", "a car", "a shop"]),
         ("Two robbers rammed an auto into a store.", ["Two robbers", "an auto", "a store"])],
        [["Two thieves", "Two robbers"], ["a car", "an auto"], ["a shop", "a store"]],
    ),
    (
        "another one by its own words",
        [("The second suspect slept.", ["The second suspect"]),
         ("A driver was one of two witnesses.", ["A driver", "two witnesses"])],
        [],
    ),
    (
        "two names with one surname",
        [("Joe Baden slept.", ["Joe Baden"]), ("Hunter Baden slept.", ["Hunter Baden"])],
        [],
    ),
    (
        "a relative pronoun and a pronoun of the next sentence",
        [("A baker who lives in Tarn met Ann Lee. She slept.", ["A baker", "who", "Ann Lee"])],
        [["A baker", "who"]],
    ),
    (
        "a title that only one report gives",
        [("Deputy Ann Lee slept.", ["Deputy Ann Lee"]), ("Ms. Lee slept.", ["Lee"]),
         ("Ann Lee woke.", ["Ann Lee"])],
        [["Deputy Ann Lee", "Lee", "Ann Lee"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "reports", "expected"), CASES, ids=[case[0] for case in CASES])
def test_phrases_join_where_words_and_company_say_so(
    why: str, reports: list[Report], expected: list[list[str]]
) -> None:
    assert joined(reports) == expected


REPORTS: list[Report] = [
    ("The actress Mira Oduya left Tarn on Friday.", ["Mira Oduya", "Tarn", "Friday"]),
    ("Mira Oduya, an actress, slept.", ["Mira Oduya", "actress"]),
    ("The ferry sank off Tarn. The vessel was old.", ["The ferry", "Tarn", "The vessel"]),
]


def test_every_phrase_is_in_one_entity_and_joins_carry_reasons() -> None:
    groups = join_phrases(tell(REPORTS))
    count = sum(len(mentions) for _, mentions in REPORTS)
    assert sorted(n for one in groups for n in one.phrases) == list(range(count))
    for one in groups:
        assert bool(one.reasons) == (len(one.phrases) > 1)
        assert all(load_weights()[reason] > 0 for reason in one.reasons)


def test_the_order_of_the_reports_changes_no_entity() -> None:
    def shown(reports: Sequence[Report]) -> set[frozenset[tuple[str, str]]]:
        tellings = tell(reports)
        phrases = [phrase for telling in tellings for phrase in telling.phrases]
        return {
            frozenset((phrases[n].report, phrases[n].words.exact) for n in one.phrases)
            for one in join_phrases(tellings)
        }

    assert shown(REPORTS) == shown(REPORTS[::-1]) == shown(REPORTS[1:] + REPORTS[:1])


def test_only_phrases_that_share_a_key_are_compared() -> None:
    tellings = tell([("The ferry sank.", ["The ferry"]), ("Mira Oduya slept.", ["Mira Oduya"]),
                     ("The vessel was old.", ["The vessel"])])  # fmt: skip
    phrases = [phrase for telling in tellings for phrase in telling.phrases]
    assert candidates(phrases, Story(tellings)) == [(0, 2)]


def test_features_are_the_same_either_way_round_and_all_stand_in_the_table() -> None:
    tellings = tell(REPORTS)
    phrases = [phrase for telling in tellings for phrase in telling.phrases]
    story = Story(tellings)
    for left, right in candidates(phrases, story):
        pair = compare_phrases(phrases[left], phrases[right], story)
        assert compare_phrases(phrases[right], phrases[left], story) == pair
        assert pair


def named(number: int, *words: str) -> Phrase:
    return Phrase(f"r{number}", Quote(0, 1, "x"), "name", 0, words[-1], words)


def test_names_at_odds_never_come_into_one_entity_by_a_third() -> None:
    phrases = [named(0, "ann", "lee"), named(1, "lee"), named(2, "bo", "lee")]
    pairs = {(0, 1): ("names: short form",), (1, 2): ("names: short form",)}
    assert group_phrases(phrases, pairs, {"names: short form": 5.0}) == [
        Joined((0, 1), ("names: short form",)),
        Joined((2,)),
    ]


def test_a_full_name_in_both_outweighs_an_odd_name_in_one() -> None:
    phrases = [named(0, "ann", "lee"), named(1, "ann", "lee"), named(1, "sleepy", "ann", "lee"),
               named(2, "grumpy", "ann", "lee")]  # fmt: skip
    pairs = {(0, 2): ("one",), (1, 3): ("one",), (0, 1): ("weak",)}
    groups = group_phrases(phrases, pairs, {"one": 5.0, "weak": 4.0})
    assert [one.phrases for one in groups] == [(0, 1, 2, 3)]
    assert len(group_phrases([phrases[2], phrases[3]], {(0, 1): ("one",)}, {"one": 5.0})) == 2


def test_a_name_is_a_persons_where_most_reports_take_it_for_one() -> None:
    phrases = [replace(named(n, "ann", "lee"), schema="Person") for n in range(2)]
    body = replace(named(2, "ann", "lee"), schema="Organization")
    pairs = {(0, 1): ("one",), (1, 2): ("one",), (0, 2): ("one",)}
    assert len(group_phrases([*phrases, body], pairs, {"one": 5.0})) == 1


def test_a_pronoun_that_nothing_tied_goes_to_the_nearest_that_fits() -> None:
    ann, ship = ("The baker slept.", ["The baker"]), "The ferry left. The baker hurt himself."
    groups = join_phrases(tell([ann, (ship, ["The ferry", "The baker", "himself"])]))
    assert next(one.phrases for one in groups if 3 in one.phrases)[-2:] == (2, 3)
    assert all(one.reasons for one in groups if len(one.phrases) > 1)


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        ("mira oduya", "oduya", "short form"),
        ("mira oduya", "m oduya", "short form"),
        ("mira oduya", "ann oduya", "same last word"),
        ("tarn harbour board", "thb", "initials"),
        ("tarn", "tarn ferry", "part of the other"),
        ("mac book", "macbook", "the same"),
        ("tarn ferry", "tarn court", "a shared word"),
        ("tarn", "aldmouth", "different"),
    ],
)
def test_names_of_all_kinds_of_things_fit_in_few_ways(left: str, right: str, fit: str) -> None:
    assert names_fit(tuple(left.split()), tuple(right.split())) == fit
    assert names_fit(tuple(right.split()), tuple(left.split())) == fit
