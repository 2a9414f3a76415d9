"""Spans and quotes: half-open code points, and words that fill them exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Quote, Span, cut

TEXTS = st.text(min_size=1, max_size=60)
"""Any code points: astral ones, combining marks, lone controls and line ends among them."""


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, 30))
    return start, start + draw(st.integers(1, 30))


@st.composite
def texts_with_ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(texts_with_ranges())
def test_a_cut_quotes_exactly_the_words_it_covers(cutting: tuple[str, int, int]) -> None:
    text, start, end = cutting
    words = text[start:end]
    if not words.strip():
        with pytest.raises(ValueError, match="fill"):
            cut(text, start, end)
        return
    quote = cut(text, start, end)
    assert text[quote.start : quote.end] == quote.exact
    assert quote.exact == words.strip()
    assert start <= quote.start < quote.end <= end


@given(texts_with_ranges())
def test_cutting_what_was_cut_changes_nothing(cutting: tuple[str, int, int]) -> None:
    text, start, end = cutting
    if text[start:end].strip():
        quote = cut(text, start, end)
        assert cut(text, quote.start, quote.end) == quote


@pytest.mark.parametrize(
    ("start", "end"),
    [(-1, 2), (0, 0), (2, 1), (0, 6), (5, 6)],
    ids=["before the text", "empty", "backwards", "past the end", "wholly outside"],
)
def test_a_range_that_leaves_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no range"):
        cut("Karst", start, end)


def test_positions_count_code_points_and_not_bytes_or_utf_16() -> None:
    text = "Zoë 🛰 in Kraków"
    assert cut(text, 5, 9) == Quote(6, 8, "in")
    assert cut(text, 9, 15).exact == "Kraków"


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_a_span_is_neither_empty_nor_negative(start: int, end: int) -> None:
    if 0 <= start < end:
        assert (Span(start, end).start, Span(start, end).end) == (start, end)
    else:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


@given(st.integers(-2, 5), st.integers(-2, 9), st.text(max_size=6))
def test_a_quote_is_as_long_as_its_words(start: int, end: int, exact: str) -> None:
    if start >= 0 and exact and end - start == len(exact):
        assert Quote(start, end, exact).span == Span(start, end)
    else:
        with pytest.raises(ValueError, match="does not fill"):
            Quote(start, end, exact)


@given(ranges(), ranges())
def test_spans_overlap_when_they_share_a_code_point(
    left: tuple[int, int], right: tuple[int, int]
) -> None:
    one, other = Span(*left), Span(*right)
    shared = set(range(*left)) & set(range(*right))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.holds(other) == (set(range(*right)) <= set(range(*left)))


@given(ranges(), ranges())
def test_a_quote_holds_and_overlaps_like_its_span(
    left: tuple[int, int], right: tuple[int, int]
) -> None:
    quote = Quote(*left, "x" * (left[1] - left[0]))
    other = Span(*right)
    assert quote.holds(other) == quote.span.holds(other)
    assert quote.overlaps(other) == quote.span.overlaps(other)
    assert other.holds(quote) == other.holds(quote.span)
    assert other.overlaps(quote) == other.overlaps(quote.span)


@given(st.lists(ranges(), max_size=8))
def test_spans_sort_in_text_order(pairs: list[tuple[int, int]]) -> None:
    assert [(s.start, s.end) for s in sorted(Span(*pair) for pair in pairs)] == sorted(pairs)
