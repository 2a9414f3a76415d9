"""What speaks for a name's being a place's."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from dateline.annotate.language import parse
from dateline.annotate.places.candidates import Candidate
from dateline.annotate.places.clues import Standing, clues, weigh
from dateline.annotate.places.gazetteer import load_gazetteer

ALONE = Standing(
    is_held=False, is_holder=False, is_sure_elsewhere=False, is_supported=False, is_listed=False
)
CLAIMED = ALONE._replace(is_sure_elsewhere=True, is_supported=True)


def weight(text: str, name: str, standing: Standing = ALONE, **known: Any) -> float:
    start = text.index(name)
    tokens = parse(text).tokens
    inside = [t.index for t in tokens if start <= t.start < start + len(name)]
    candidate = Candidate(
        start, start + len(name), name, inside[0], inside[-1] + 1, "weak"
    )._replace(**known)
    return weigh(clues(candidate, tokens, load_gazetteer().look_up(name), standing))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"label": "GPE"}, {"label": "PERSON"}),
        ({"named": "place"}, {"named": "person"}),
        ({"use": "place"}, {"use": "weak"}),
        ({}, {"is_of_person": True}),
    ],
)
def test_each_witness_counts(more: dict[str, Any], less: dict[str, Any]) -> None:
    text = "The mayor saw Springfield again."
    assert weight(text, "Springfield", **more) > weight(text, "Springfield", **less)


def test_other_names_of_the_report_speak_for_a_village() -> None:
    text = "Nobody remembered Winslow now."
    assert weight(text, "Winslow", CLAIMED) > weight(text, "Winslow")


def test_a_state_needs_less_than_a_village() -> None:
    text = "It was Pakistan or Winslow then."
    assert weight(text, "Pakistan") > weight(text, "Winslow")


def test_the_table_names_each_clue_once_and_counts_in_numbers() -> None:
    table = files("dateline.annotate").joinpath("data/place_clues.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert len({clue for clue, _ in rows}) == len(rows) > 100
    assert all(abs(float(number)) < 10 for _, number in rows)
    assert "always" in dict(rows)
