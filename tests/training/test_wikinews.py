"""The annotated Wikinews: every layer on the product's words, tests left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.texts import Text
from training.wikinews import is_copy, part_of, read_annotated, runs_of_words

TEXT = (
    " date 2019-03-04\nMonday, March 4, 2019 \n\n"
    'Mayor Mira Olsen of Tarnby told the council: "We did not sign. We never met them." '
    "Aides deny that she met the builders.\n"
)


def _span(exact: str, layer: str, label: str, **more: object) -> dict[str, object]:
    start = TEXT.index(exact)
    return {"start": start, "end": start + len(exact), "layer": layer, "label": label, **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [
        _span("Mira Olsen", "name", "person"),
        _span("Tarnby", "name", "place"),
        _span("Mayor Mira Olsen of Tarnby", "attribution", "source", group=1),
        _span("told the council", "attribution", "cue", group=1),
        _span("told", "trigger", "STATE", factuality="+"),
        _span('"We did not sign. We never met them."', "attribution", "content", group=1),
        _span("sign", "trigger", "AGREE", factuality="-"),
    ]
    line = json.dumps({"id": "tarnby", "text": TEXT, "spans": spans})
    (tmp_path / "annotated.jsonl").write_text(line + "\n", encoding="utf-8")
    return tmp_path


def _marked(text: Text, layer: str) -> list[str]:
    return [
        word for word, label in zip(text.words, text.labels[layer], strict=True) if label != "O"
    ]


def test_every_layer_is_read_onto_the_words_of_the_product(folder: Path) -> None:
    (text,) = read_annotated(folder)
    assert text.words[:3] == ("Monday", ",", "March")  # the line of the date is no text
    assert _marked(text, "names") == ["Mira", "Olsen", "Tarnby"]
    assert _marked(text, "source") == ["Mayor", "Mira", "Olsen", "of", "Tarnby"]
    assert _marked(text, "cue") == ["told", "the", "council"]
    content = _marked(text, "content")
    assert (content[:2], content[-2:]) == (['"', "We"], [".", '"'])
    assert _marked(text, "trigger") == ["told", "sign"]
    certainties = {text.words[i]: f for i, f in enumerate(text.labels["factuality"]) if f}
    assert (certainties["told"], certainties["sign"]) == ("+", "-")
    assert certainties["met"] == "-"  # "never met": no trigger, but the rules say it
    assert "Tarnby" not in certainties


def test_an_article_that_is_a_test_is_left_out(folder: Path) -> None:
    assert read_annotated(folder, [TEXT.upper()]) == []


def test_an_excerpt_counts_as_a_copy_and_a_like_subject_does_not() -> None:
    known = runs_of_words(TEXT)
    assert is_copy(
        "Mayor Mira Olsen of Tarnby told the council: we did not sign. Then she left", known
    )
    assert not is_copy(
        "The mayor of Tarnby, Mira Olsen, has not signed, she told us on Monday", known
    )


def test_an_article_is_always_in_the_same_part() -> None:
    parts = [part_of(f"article {number}") for number in range(500)]
    assert [part_of(f"article {number}") for number in range(500)] == parts
    assert 70 < parts.count("untouched") < 130
    assert 25 < parts.count("development") < 75
