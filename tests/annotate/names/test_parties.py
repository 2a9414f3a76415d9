"""Parties that are called by a common word before a post."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from tests.annotate.names.test_find import kinds, names

ROWS: list[dict[str, Any]] = tomllib.loads(
    (files("dateline.annotate") / "data" / "parties.toml").read_text("utf-8")
)["party"]


@pytest.mark.parametrize("row", ROWS, ids=[row["word"] for row in ROWS])
def test_the_word_of_each_line_names_a_party_in_its_example(row: dict[str, Any]) -> None:
    assert kinds(row["example"])[row["word"]] == "organization"


@pytest.mark.parametrize(
    "text",
    [
        "The mood in the village was conservative on Monday.",
        "Green fields lay round the town on Monday.",
        "Liberal views were heard in Porto on Monday.",
    ],
)
def test_such_a_word_by_itself_is_no_party(text: str) -> None:
    assert "organization" not in kinds(text).values()


def test_a_party_is_no_part_of_a_chamber_s_name() -> None:
    found = kinds("The Republican Senate leader spoke to the Senate on Monday.")

    assert "Senate" in found
    assert "Republican Senate" not in found


def test_a_seat_in_brackets_is_no_name() -> None:
    assert "R-Ohio" not in kinds("Sen. Ana Ruiz (R-Ohio) spoke on Monday.")


def test_ex_before_a_body_is_no_part_of_its_name() -> None:
    text = "Ex-Blue Front chief Karl Rask spoke."
    (body,) = [n for n in names(text) if n.kind == "organization"]

    assert body.text == "Blue Front"
    assert text[body.start : body.end] == "Blue Front"
