"""What counts as a right attribution, on a parse made by hand."""

from __future__ import annotations

import pytest

from dateline.records import Token
from evaluation.attribution_scores import Tally, Words, count, from_credits, is_direct, pair
from evaluation.polnear import Credit, CreditedText, Extent, Role

TEXT = "Mayor Anna Keller said the old mill would close"
HEADS = (2, 2, 3, 3, 6, 6, 8, 8, 3)


def tokens() -> list[Token]:
    made = []
    at = 0
    for index, (word, head) in enumerate(zip(TEXT.split(), HEADS, strict=True)):
        made.append(Token(index, at, at + len(word), word, word, "X", "X", "dep", head, 0))
        at += len(word) + 1
    return made


WORDS = Words(tokens())


def at(part: str) -> Extent:
    start = TEXT.index(part)
    return start, start + len(part)


def credit(source: str, content: str, cue: str = "said") -> Credit:
    return Credit((at(source),) if source else (), (at(cue),), (at(content),))


LABELLED = credit("Anna Keller", "the old mill would close")
MARKS: dict[Role, tuple[Extent, ...]] = {
    "source": LABELLED.source,
    "cue": LABELLED.cue,
    "content": LABELLED.content,
}


def test_a_range_covers_the_words_that_it_touches() -> None:
    assert WORDS.of([(6, 12)]) == {1, 2}, "from Anna into Keller"
    assert WORDS.of([(10, 11)]) == set(), "the space between two words"
    assert WORDS.of([(0, 5), (3, 10)]) == {0, 1}


def test_the_head_of_some_words_hangs_on_none_of_them() -> None:
    assert WORDS.head(WORDS.of([at("Mayor Anna Keller")])) == 2
    assert WORDS.head(frozenset()) is None


@pytest.mark.parametrize(
    ("found", "agrees"),
    [
        (credit("Mayor Anna Keller", "the old mill would close"), True),  # its head is Keller
        (credit("Mayor", "the old mill would close"), False),  # outside of the labelled source
        (credit("", "the old mill would close"), False),
        (credit("Anna Keller", "mill would close"), True),  # 3 words of 5
        (credit("Anna Keller", "would close"), False),  # 2 words of 5
        (credit("Anna Keller", "Keller said the old mill would close"), True),  # 5 words of 7
        (credit("Anna Keller", "the old mill would close", "would"), True),  # the cue is free
    ],
)
def test_an_attribution_needs_the_head_of_the_source_and_half_of_the_content(
    found: Credit, agrees: bool
) -> None:
    assert pair([LABELLED], [found], WORDS) == ([(LABELLED, found)] if agrees else [])


def test_where_nobody_is_labelled_nobody_may_be_found() -> None:
    unnamed = credit("", "the old mill would close")
    assert pair([unnamed], [unnamed], WORDS)
    assert not pair([unnamed], [LABELLED], WORDS)


def test_each_attribution_is_paired_once_and_the_best_first() -> None:
    shorter = credit("Keller", "old mill would close")
    assert pair([LABELLED], [shorter, LABELLED], WORDS) == [(LABELLED, LABELLED)]
    assert len(pair([LABELLED, LABELLED], [shorter], WORDS)) == 1


def test_figures_are_counted_by_hand() -> None:
    """Source: 3 found, 2 there, 2 right. Content: 4 found, 5 there, 4 right. Two attributions
    found, one there, one right."""
    text = CreditedText("mill", TEXT, MARKS, (LABELLED,))
    tally = Tally()
    longer = credit("Mayor Anna Keller", "old mill would close")
    count(tally, text, WORDS, from_credits([longer, credit("", "close", "would")]))
    figures = tally.figures()
    assert figures["source_p"] == pytest.approx(2 / 3)
    assert figures["source_r"] == 1
    assert figures["cue_p"] == pytest.approx(1 / 2)
    assert figures["content_f1"] == pytest.approx(8 / 9)
    assert figures["attribution_p"] == pytest.approx(1 / 2)
    assert figures["attribution_f1"] == pytest.approx(2 / 3)
    assert "direct_f1" not in figures, "nothing in quotation marks is labelled"


@pytest.mark.parametrize(
    ("text", "content", "direct"),
    [
        ("“We close,” he said.", "“We close,”", True),
        ("“We close,” he said.", "We close", True),  # the comma stands before the mark
        ('"We close." Then he left.', "We close", True),
        ("He said they “close” for good.", "they “close” for good", False),
        ("He said they “close” for good.", "they “close”", False),
        ("He said they close.", "they close", False),
    ],
)
def test_direct_is_what_stands_in_quotation_marks_as_a_whole(
    text: str, content: str, direct: bool
) -> None:
    start = text.index(content)
    assert is_direct(text, Credit((), (), ((start, start + len(content)),))) is direct
