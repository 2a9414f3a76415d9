"""Reports that only repeat another's text."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import compare_copy, find_copies, find_shared
from tests.factory import make_report

STORY = (
    "The harbour master of Aldmouth met the ferry owners on Monday to talk about the closed quay. "
    "Both sides said that the quay would open again before the summer. Nobody was hurt when the "
    "crane fell, the harbour board wrote in a letter to the town council that was seen later. "
    "The council will vote on the repair of the crane, and on a new road, in the coming week."
)
OTHER = (
    "Fishermen from Tarn sailed in protest past the lighthouse on Friday, flying black flags. "
    "They ask for lower fees at the auction hall, which a firm from the capital has run for years."
)


def test_the_earliest_report_is_the_one_copied() -> None:
    late = make_report(STORY, outlet="Coast Daily", published="2024-03-16")
    early = make_report(STORY, outlet="Levant Wire", published="2024-03-15T09:00:00+02:00")
    undated = make_report(STORY, outlet="Quayside", published=None)
    assert find_copies([undated, late, early]) == {late.id: early.id, undated.id: early.id}


def test_case_punctuation_and_a_cut_end_do_not_hide_a_copy() -> None:
    early = make_report(STORY, published="2024-03-15")
    cut = make_report(STORY[:280].upper().replace(",", " –"), published="2024-03-16")
    assert find_copies([early, cut]) == {cut.id: early.id}


def test_of_two_reports_of_one_day_the_shorter_one_is_the_copy() -> None:
    full, half = make_report(STORY, outlet="A"), make_report(STORY[:250], outlet="B")
    assert find_copies([full, half]) == {half.id: full.id}
    assert find_copies([make_report(STORY, outlet="C"), half]) == {
        half.id: make_report(STORY, outlet="C").id
    }


def test_the_head_of_a_report_does_not_count() -> None:
    head = "A long title about something else that no other report ever prints at all\n\n"
    early = make_report(STORY[:150], published="2024-03-15")
    late = make_report(head + STORY[:150], published="2024-03-16", body_start=len(head))
    assert find_copies([early, late]) == {late.id: early.id}


def test_a_report_that_adds_its_own_is_no_copy() -> None:
    early = make_report(STORY, published="2024-03-15")
    late = make_report(STORY[:200] + " " + OTHER, published="2024-03-16")
    assert find_copies([early, late]) == {}


def test_texts_too_short_to_tell_are_no_copies() -> None:
    texts = ["Quay shut.", "Quay shut.", "", ""]
    reports = [make_report(text, outlet=str(n)) for n, text in enumerate(texts)]
    assert find_copies(reports) == {}


def test_a_copy_of_a_copy_leads_to_the_first() -> None:
    first = make_report(STORY, published="2024-03-15")
    second = make_report(STORY + " More on page two.", published="2024-03-16")
    third = make_report(STORY + " More on page two. Ends.", published="2024-03-17")
    assert find_copies([third, second, first]) == {second.id: first.id, third.id: first.id}


def test_a_long_text_is_found_in_a_longer_one_and_a_short_one_in_a_long_one() -> None:
    words = random.Random(7)
    long = " ".join(words.choice(STORY.split()) + str(words.randrange(90)) for _ in range(900))
    early = make_report(long, published="2024-03-15")
    parts = [make_report(long[:length], published="2024-03-16") for length in (4_000, 900)]
    assert find_copies([early, *parts]) == {part.id: early.id for part in parts}


def test_a_copy_is_found_whatever_shorter_reports_print_a_part_of_it() -> None:
    words = random.Random(7)
    parts = [" ".join(f"w{words.randrange(99_999)}" for _ in range(n)) for n in (110, 190, 900)]
    full = make_report(" ".join(parts), published="2024-03-14")
    part = make_report(parts[0], published="2024-03-15")
    late = make_report(" ".join(parts[:2]), published="2024-03-16")
    assert find_copies([full, late]) == {late.id: full.id}
    assert find_copies([full, part, late]) == {part.id: full.id, late.id: full.id}


def test_boilerplate_that_many_reports_print_does_not_hide_a_copy() -> None:
    words = random.Random(8)
    boilerplate = " ".join(f"b{words.randrange(99_999)}" for _ in range(60))
    others = [
        make_report(
            f"{boilerplate} {' '.join(words.sample(OTHER.split(), 12))}", outlet=str(number)
        )
        for number in range(40)
    ]
    first = make_report(f"{STORY[:150]} {boilerplate}", published="2024-03-16")
    late = make_report(f"{STORY[:140]} {boilerplate}", published="2024-03-17")
    assert find_copies([*others, first]).get(first.id) is None
    assert find_copies([*others, first, late])[late.id] == first.id


def test_a_short_text_is_no_copy_of_a_long_one_for_a_few_common_words() -> None:
    words = random.Random(9)
    phrases = [" ".join(f"w{words.randrange(99_999)}" for _ in range(6)) for _ in range(40)]
    filler = [f"f{words.randrange(99_999)}" for _ in range(900)]
    long = make_report(" ".join([*filler, *phrases]), published="2024-03-14")
    shorts = [make_report(f"{phrase} they said again") for phrase in phrases]
    assert find_copies([long, *shorts]) == {}


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(8)))
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    texts = [STORY, STORY[:300], STORY + OTHER, OTHER, OTHER, STORY.upper(), "", OTHER[:150]]
    reports = [
        make_report(text, outlet=str(n), published=f"2024-03-1{n % 3}")
        for n, text in enumerate(texts)
    ]
    assert find_copies([reports[n] for n in order]) == find_copies(reports)


def test_cost_grows_in_step_with_the_text() -> None:
    words = random.Random(3)
    vocabulary = [f"word{n}" for n in range(3_000)]
    texts = [" ".join(words.choices(vocabulary, k=300)) for _ in range(800)]
    reports = [make_report(text, outlet=str(n)) for n, text in enumerate(texts + texts[:200])]
    start = time.process_time()
    assert len(find_copies(reports)) == 200
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("", "Our own staff looked at this report from the sea side and changed some of it. "),
        ("Both sides said that the quay would open again before the summer. ", ""),
        ("met the ferry owners", "saw the owners of ferries"),
        ("a letter to the town council", "a note to the council of the town"),
    ],
    ids=["own sentence", "left out", "turned round", "other words"],
)
def test_a_lightly_edited_report_is_a_copy(was: str, now: str) -> None:
    early = make_report(STORY, published="2024-03-15")
    text = STORY.replace(was, now) if was else now + STORY
    late = make_report(text, outlet="B", published="2024-03-16")
    assert find_copies([early, late]) == {late.id: early.id}


def test_a_reworded_report_that_keeps_names_and_numbers_is_a_copy() -> None:
    told = (
        "Mayor Ada Venn of Corlin opened a bridge of 240 metres over the river Orl on Sunday. It "
        "cost 31 million crowns and took 6 years, twice as long as the builder Tarsk Steel had "
        "promised. Some 900 people walked across it in the rain. Boatmen protested because the "
        "arch is too low for their masts, and Jon Pell of their guild wants a court to decide."
    )
    again = (
        "Ada Venn, mayor of Corlin, inaugurated a bridge of 240 metres across the river Orl Sunday."
        " It cost 31 million crowns and lasted 6 years, double as long as builder Tarsk Steel had "
        "pledged. About 900 persons walked over it in rain. Boatmen protested since the arch is "
        "too low for the masts, and Jon Pell from their guild wishes that a court decides."
    )
    early = make_report(told, published="2024-03-15")
    late = make_report(again, outlet="B", published="2024-03-16")
    assert find_copies([early, late]) == {late.id: early.id}


def test_a_form_filled_in_anew_is_no_copy() -> None:
    form = (
        "{0} will be dry on {1} with a high of {2} degrees and a low of {3} degrees overnight. "
        "Winds will be light from the {4} at {5} to {6} kilometres an hour. The chance of rain is "
        "{7} percent in the morning and {8} percent in the afternoon. Boats off {0} should expect "
        "waves of up to {9} metres. The next forecast for {0} is issued in the evening."
    )
    values = (
        ("Aldmouth", "Monday", 21, 12, "north", 8, 14, 10, 25, 2),
        ("Aldmouth", "Friday", 17, 9, "west", 22, 31, 40, 65, 3),
        ("Tarn", "Sunday", 26, 15, "east", 5, 11, 0, 5, 1),
    )
    reports = [
        make_report(form.format(*some), published=f"2024-03-1{number}")
        for number, some in enumerate(values)
    ]
    assert find_copies(reports) == {}


def test_a_part_that_came_out_before_the_fuller_text_is_the_copy() -> None:
    early = make_report(STORY[:250], outlet="Coast Daily", published="2024-03-14")
    full = make_report(STORY, outlet="Levant Wire", published="2024-03-15")
    later = make_report(STORY[100:], outlet="Quayside", published="2024-03-16")
    assert find_copies([early, full, later]) == {early.id: full.id, later.id: full.id}


def test_a_corrected_number_does_not_hide_a_copy() -> None:
    told = STORY + " The crane weighed 40 tonnes and was 12 years old; 3 of 7 others are older."
    early = make_report(told, published="2024-03-15")
    late = make_report(told.replace("40", "44"), outlet="B", published="2024-03-16")
    assert find_copies([early, late]) == {late.id: early.id}


def test_what_a_thousand_reports_print_costs_a_thousand_times_a_little() -> None:
    chance = random.Random(5)
    page = " ".join(f"w{chance.randrange(9_999)}" for _ in range(80))
    texts = [f"{page} own{number}a own{number}b own{number}c" for number in range(1_500)]
    reports = [
        make_report(text, outlet=f"{n}", published=f"2024-03-{10 + n % 9}")
        for n, text in enumerate(texts)
    ]
    start = time.process_time()
    copies = find_copies(reports)
    assert time.process_time() - start < 10
    assert len(copies) == len(reports) - 1
    assert len(set(copies.values())) == 1


def test_a_statement_that_two_reports_print_is_shared_and_no_copy() -> None:
    said = "The board said: " + STORY[:200]
    early = make_report(f"{OTHER} {said}", published="2024-03-15")
    own = (
        "In Corlin the bridge stayed shut while divers looked for the lost anchor of a salt barge. "
        "Traders in the old market hall counted their losses and sent a bill to the river office, "
        "whose clerk laughed at it, put it into a drawer and went home early to feed the geese."
    )
    late = make_report(f"{own} {said}", outlet="B", published="2024-03-16")
    assert find_copies([early, late]) == {}
    (found,) = find_shared([late, early])
    assert (found.report, found.of, found.kind, found.is_copy) == (
        late.id, early.id, "shared", False,
    )  # fmt: skip
    (passage,) = found.passages
    assert late.text[passage.start : passage.end] in said
    assert 0.25 < found.share < 0.6
    assert find_shared([early, make_report(early.text, outlet="C")]) == ()


def test_a_copy_can_be_compared_with_what_it_copies() -> None:
    early = make_report(STORY, published="2024-03-15")
    late = make_report(STORY[: STORY.index("Nobody")], outlet="B", published="2024-03-16")
    found = compare_copy(late, early)
    assert found is not None
    assert (found.kind, found.share) == ("cut", 1.0)
