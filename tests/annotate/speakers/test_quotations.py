"""Where quotations begin and end."""

from __future__ import annotations

import pytest

from dateline.annotate.cues import load_cues
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.speakers.context import Context
from dateline.annotate.speakers.quotations import Quotations
from dateline.records import Grammar


def quotations(text: str) -> tuple[Grammar, Quotations]:
    grammar = Grammar(text, parse(text, with_reader=False).tokens)
    context = Context(grammar, {}, load_cues(), load_knowledge())
    return grammar, Quotations(grammar.tokens, context.paragraphs)


def quoted(text: str) -> list[str]:
    grammar, found = quotations(text)
    return [grammar.words(q.first, q.last - 1).exact for q in found.all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We met,” she said. “He left.”", ["“We met,”", "“He left.”"]),
        ('"We met," she said. "He left."', ['"We met,"', '"He left."']),
        ("''We met,'' she said.", ["''We met,''"]),
        ("«We met», she said.", ["«We met»"]),
        ("She said: “We met. He left.", ["“We met. He left."]),  # to the end of the paragraph
        ("They met. She left.", []),
        # a mark with a space after it does not open
        ('They met" she said. She left.', []),
        # one in another
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ],
)
def test_a_quotation_runs_from_mark_to_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    _, found = quotations("She said: “We met.\n\n“He left.”\n\n“They met.”")

    assert [q.paragraph for q in found.all] == [0, 1, 2]
    assert [q.goes_on for q in found.all] == [False, True, False]


def test_a_token_stands_in_its_quotation_or_in_none() -> None:
    grammar, found = quotations("“We met,” she said.")
    places = {t.text: found.at(t.index) for t in grammar.tokens}

    assert places["met"] == places["“"] == found.all[0]
    assert places["she"] is None
