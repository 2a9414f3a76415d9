"""Names that may be places': how far each reaches, and what is none."""

from __future__ import annotations

import pytest

from dateline.annotate.annotate import place_weigher
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import find_names
from dateline.annotate.places import load_gazetteer
from dateline.annotate.places.candidates import find_candidates
from dateline.records import Report


def candidates(text: str) -> list[str]:
    gazetteer, parsed = load_gazetteer(), parse(text)
    names = find_names(parsed, load_knowledge(), place_weigher(gazetteer))
    report = Report("r_1", text, "0" * 64)
    found = find_candidates(report, parsed.tokens, names, parsed.names, gazetteer)
    assert all(text[c.start : c.end] == c.name for c in found)
    return [candidate.name for candidate in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A fire broke out in Clarke County on Monday.", "Clarke County"),
        ("The Oaxaca State Police came to Oaxaca State.", "Oaxaca State"),
        ("The body was found in the Mississippi River near Memphis.", "Mississippi River"),
        ("He lives on Alder Grove Road in Leeds.", "Alder Grove Road"),
        ("Two cars crashed on Interstate 64 near Charleston.", "Interstate 64"),
        ("They fished in Burger's Lake in Texas.", "Burger's Lake"),
        ("The Egypt-US talks began in Cairo.", "Egypt"),
        ("Rep. Ann Fenwick, D-Ohio, voted for it.", "Ohio"),
        ("He flew to Columbus, Ohio, from the United States.", "United States"),
        ("They met in Gainesville, Va., on Friday.", "Va."),
        ("Floods hit the City of Leeds.", "Leeds"),
    ],
)
def test_a_name_takes_all_its_words_and_no_more(text: str, name: str) -> None:
    assert name in candidates(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Florida Highway Patrol came.", "Florida Highway"),
        ("They walked in Elm Grove Park.", "Park"),
        ("The United States agreed.", "The United States"),
        ("Jordan Harker sang.", "Jordan"),
    ],
)
def test_neither_less_nor_more_is_a_name(text: str, name: str) -> None:
    assert name not in candidates(text)
