"""The set `event-places`: what the labels say, and what an answer is worth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.benchmark import DataMissing
from evaluation.event_places import (
    FILE,
    NEAREST,
    Product,
    figures,
    halve,
    nearest_places,
    read_records,
    run,
)


def row(text: str, verb: str, *places: str, broken: bool = False) -> dict[str, Any]:
    """A record of one-space tokens; `broken` gives token numbers for the places' characters."""
    tokens: list[dict[str, Any]] = []
    at = 0
    for number, word in enumerate(text.split(" ")):
        tokens.append({"text": word, "start": at, "end": at + len(word), "id": number})
        at += len(word) + 1
    words = [token["text"] for token in tokens]

    def span(label: str, phrase: str) -> dict[str, Any]:
        inside = phrase.split(" ")
        first = next(i for i in range(len(words)) if words[i : i + len(inside)] == inside)
        last = first + len(inside) - 1
        wrong = broken and label == "LOCATION"
        return {
            "label": label,
            "token_start": first,
            "token_end": last,
            "start": first if wrong else tokens[first]["start"],
            "end": first if wrong else tokens[last]["end"],
        }

    spans = [span("VERB", verb), *(span("LOCATION", place) for place in places)]
    return {"text": text, "tokens": tokens, "spans": spans, "source": "own"}


ROWS = [
    row("Gunmen shelled Tel Marwa on Friday .", "shelled", "Tel Marwa"),
    row("Police arrested Omar Karsh in Lima .", "arrested", "Lima", broken=True),
    row("Anna Keller resigned on Monday .", "resigned"),
    row("Marchers protested in Porto and Graz .", "protested", "Porto", "Graz"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = "".join(json.dumps(line) + "\n" for line in ROWS)
    (tmp_path / FILE).write_text(lines, encoding="utf-8")
    return tmp_path


def words(data: Path) -> list[list[str]]:
    return [
        [record.text[(s := record.span_of(place)).start : s.end] for place in record.places]
        for record in read_records(data)
    ]


def test_labels_are_read_by_their_tokens_even_where_their_characters_are_wrong(data: Path) -> None:
    assert words(data) == [["Tel Marwa"], ["Lima"], [], ["Porto", "Graz"]]


def test_all_records_of_one_text_are_in_the_same_half(tmp_path: Path) -> None:
    twice = [*ROWS, row("Gunmen shelled Tel Marwa on Friday .", "shelled")]
    (tmp_path / FILE).write_text("".join(json.dumps(line) + "\n" for line in twice), "utf-8")

    development, untouched = halve(read_records(tmp_path))

    assert len(development) + len(untouched) == len(twice)
    assert not {r.text for r in development} & {r.text for r in untouched}


def test_the_product_answers_with_names_of_the_text(data: Path) -> None:
    records = read_records(data)
    product = Product(records)

    assert figures(records, [product.answer(r) for r in records])["token_f1"] == 1.0
    labelled = [product.answer_with_labelled_names(r) for r in records]
    assert figures(records, labelled)["token_f1"] == 1.0


def test_the_peer_takes_the_nearest_place_of_the_model(data: Path) -> None:
    records = read_records(data)
    answers = list(nearest_places(records))

    assert answers[1] == [records[1].places[0]]
    assert answers[2] == []
    assert all(len(answer) <= 1 for answer in answers)


def test_an_answer_is_worth_its_tokens(data: Path) -> None:
    records = read_records(data)
    of_marwa, of_lima = frozenset({2}), frozenset({5})

    found = figures(records, [[of_marwa], [of_lima], [frozenset({0})], []])

    assert found["token_precision"] == pytest.approx(2 / 3)
    assert found["token_recall"] == pytest.approx(2 / 5)
    assert found["token_f1"] == pytest.approx(0.5)
    assert found["sentence_accuracy"] == 0.5
    assert found["name_f1"] == pytest.approx(4 / 7)


def test_a_run_gives_both_halves_and_the_peer(data: Path) -> None:
    result = run(data)

    assert result.documents == len(ROWS)
    assert set(result.peers) == {NEAREST}
    assert {"all", "development half"} <= set(result.parts)
    assert set(result.figures) == set(result.parts["all"])


def test_a_folder_without_the_set_is_skipped_with_a_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="event-places"):
        run(tmp_path)
