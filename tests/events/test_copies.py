"""Reports that only repeat another's text."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import find_copies
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
