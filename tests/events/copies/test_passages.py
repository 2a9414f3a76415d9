"""The passages of a report that stand in another's text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import compare_copy
from dateline.records import Copy, Report, SharedPassage
from tests.events.copies.test_find import OTHER, STORY
from tests.factory import make_report

VOCABULARY = (
    "quay", "ferry", "Aldmouth", "14", "the", "of", "closed", "Straße", "crane", "İzmir", "a",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join)


def compare(text: str, other: str) -> Copy | None:
    return compare_copy(make_report(text, outlet="A"), make_report(other, outlet="B"))


def quote(report: Report, other: Report, passage: SharedPassage) -> tuple[str, str]:
    here = report.text[passage.start : passage.end]
    return here, other.text[passage.other_start : passage.other_end]


def test_a_whole_copy_is_one_passage_from_the_first_word_to_the_last() -> None:
    head = "Quay shut\n\n"
    report = make_report(head + STORY, outlet="A", body_start=len(head))
    found = compare_copy(report, make_report(STORY, outlet="B"))
    assert found is not None
    assert (found.kind, found.share, found.is_copy) == ("whole", 1.0, True)
    assert found.passages == (SharedPassage(len(head), len(report.text) - 1, 0, len(STORY) - 1),)


def test_a_cut_copy_tells_where_its_words_stand() -> None:
    start = STORY.index("Nobody")
    report, of = make_report(STORY[start:], outlet="A"), make_report(STORY, outlet="B")
    found = compare_copy(report, of)
    assert found is not None
    assert (found.report, found.of, found.kind) == (report.id, of.id, "cut")
    (passage,) = found.passages
    assert passage == SharedPassage(0, len(report.text) - 1, start, len(STORY) - 1)


def test_an_inserted_sentence_parts_two_passages_that_changed_places() -> None:
    first, second = STORY[: STORY.index(" Nobody")], STORY[STORY.index("Nobody") :]
    report = make_report(f"{second} Red kites flew low above our own office all day. {first}")
    of = make_report(STORY, outlet="B")
    found = compare_copy(report, of)
    assert found is not None
    assert found.kind == "edited"
    assert 0.7 < found.share < 1
    quotes = [quote(report, of, one) for one in found.passages]
    assert [here for here, _ in quotes] == [there for _, there in quotes]
    assert quotes[0][0].startswith("Nobody was hurt")
    assert quotes[-1][0].startswith("The harbour master")
    assert not any("kites" in here for here, _ in quotes)


def test_other_words_in_between_do_not_break_a_passage() -> None:
    text = STORY.replace("met the ferry owners", "saw the boat holders").replace("hurt", "harmed")
    found = compare(text, STORY)
    assert found is not None
    assert found.kind == "edited"
    assert 0.8 < found.share < 1
    assert len(found.passages) == 1


@pytest.mark.parametrize("text", ["", "Quay shut.", OTHER, "The of and to a in."])
def test_texts_with_little_in_common_give_nothing(text: str) -> None:
    assert compare(text, STORY) is None


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_passages_lie_in_both_texts_in_order_and_begin_and_end_alike(
    one: str, other: str, third: str
) -> None:
    report = make_report(f"{one} {STORY[:200]} {other}", outlet="A")
    of = make_report(f"{third} {STORY} {one}", outlet="B")
    found = compare_copy(report, of)
    if found is None:
        return
    assert 0 < found.share <= 1
    end = 0
    for passage in found.passages:
        assert end <= passage.start < passage.end <= len(report.text)
        assert 0 <= passage.other_start < passage.other_end <= len(of.text)
        end = passage.end
        here, there = quote(report, of, passage)
        assert here == here.strip()
        assert set(here.casefold().split()) & set(there.casefold().split())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    found = compare(one, other)
    same = compare(one, one)
    assert found is None or 0 < found.share <= 1
    assert same is None or (same.kind == "whole" and same.share == 1)


@pytest.mark.parametrize(
    "text", ["a a a a ", "word word ", "one two three ", "x1 " * 50 + "y2 ", "ab cd ef gh ij "]
)
def test_a_long_text_of_few_words_takes_no_time(text: str) -> None:
    long = text * (300_000 // len(text))
    start = time.process_time()
    compare(long, long + " end")
    compare(long, STORY)
    assert time.process_time() - start < 5
