"""Sets of others, read for measuring alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from training.labels import LAYERS, spans_of
from training.predict import Predicted
from training.texts import from_sentences
from training.untouched import (
    Judged,
    factuality_figures,
    overlap_f1,
    read_factuality,
    read_polnear,
    read_re3d,
)

TEXT = (
    "The Mayor, Mayor Mira Olsen, met Freedonia's envoys in Freedonia. A mayor left the Olsen Fund."
)


@pytest.fixture
def re3d(tmp_path: Path) -> Path:
    def mark(value: str, kind: str, start: int = 0) -> dict[str, object]:
        begin = TEXT.index(value, start)
        ends = {"begin": begin, "end": begin + len(value)}
        return {"documentId": "d", "type": kind, "value": value, **ends}

    marks = [
        mark("The Mayor", "Person"),
        mark("Mayor Mira Olsen", "Person"),
        mark("Mira Olsen", "Person"),
        mark("Freedonia", "Organisation"),
        mark("Freedonia", "Location", TEXT.index("in Freedonia")),
        mark("envoys", "Person"),
        mark("the Olsen Fund", "Organisation"),
    ]
    for name in ("Open", "BBC Online"):
        folder = tmp_path / name
        folder.mkdir()
        lines = "\n".join(map(json.dumps, marks))
        (folder / "entities.json").write_text(lines, encoding="utf-8")
        document = {"_id": "d", "text": TEXT}
        (folder / "documents.json").write_text(json.dumps(document), encoding="utf-8")
    return tmp_path


def test_names_are_kept_and_nominals_posts_and_the_closed_folder_are_not(re3d: Path) -> None:
    (text,) = read_re3d(re3d)
    labels = [label or "O" for label in text.labels["names"]]
    found = [(" ".join(text.words[s.start : s.end]), s.type) for s in spans_of(labels)]
    assert found == [
        ("Mira Olsen", "person"),
        ("Freedonia", "place"),
        ("Freedonia", "place"),
        ("Olsen Fund", "organization"),
    ]


def test_overlap_asks_for_one_shared_word_and_the_type() -> None:
    there = [["B-person", "I-person", "O", "B-place"]]
    assert overlap_f1([["O", "B-person", "O", "B-organization"]], there) == 0.5


def test_roles_are_read_with_line_ends_as_they_are(tmp_path: Path) -> None:
    for name in ("text", "attributions"):
        (tmp_path / "dev" / name).mkdir(parents=True)
    (tmp_path / "dev" / "text" / "a.txt").write_bytes(b"First.\r\n\r\nOlsen said no.\r\n")
    marks = (
        "T1\tSource 10 15\tOlsen\nT2\tCue 16 20\tsaid\nT3\tContent 21 23\tno\nE1\tAttribution:T1\n"
    )
    (tmp_path / "dev" / "attributions" / "a_0f1e.ann").write_text(marks, encoding="utf-8")
    (text,) = read_polnear(tmp_path)
    for role, word in (("source", "Olsen"), ("cue", "said"), ("content", "no")):
        labelled = zip(text.words, text.labels[role], strict=True)
        assert [w for w, label in labelled if label != "O"] == [word]


def test_values_stand_at_their_words(tmp_path: Path) -> None:
    file = tmp_path / "dev.conll"
    file.write_text("0\tShe\t_\tx\n1\tleft\t3.0\tx\n\n0\tHe\t_\tx\n1\tmay\t_\tx\n2\tgo\t0.5\tx\n")
    judged = read_factuality(file)
    assert judged.text.sentences == ((0, 2), (2, 5))
    assert judged.values == {1: 3.0, 4: 0.5}


def test_the_numbers_are_learnt_on_even_sentences_and_judged_on_odd_ones() -> None:
    text = from_sentences("t", [["go"], ["go"], ["stay"], ["stay"]], {})
    judged = Judged(text, {0: 1.0, 1: 0.5, 2: 3.0, 3: 3.0})
    scores = np.zeros((4, len(LAYERS["factuality"])), dtype=np.float32)
    scores[:2, 3] = 1.0  # "?" for both that go
    scores[2:, 0] = 1.0
    figures = factuality_figures(judged, Predicted({"factuality": scores}))
    assert str(figures["numbers"]).endswith("? is 1.0")
    assert figures["mean_absolute_error"] == 0.25
    assert figures["all_happened_error"] == 1.25
    assert figures["not_asserted_f1"] == 1.0


def test_which_certainties_are_not_asserted_is_chosen_on_even_sentences() -> None:
    text = from_sentences("t", [["go", "do"]] * 5, {})
    judged = Judged(text, {0: 1.0, 2: 1.0, 4: 2.5, 8: 2.5, 1: 3.0, 3: 3.0, 5: 3.0, 9: 3.0})
    scores = np.zeros((10, len(LAYERS["factuality"])), dtype=np.float32)
    scores[::2, 2] = 1.0  # "p": 2.5 at the median, but all that is under 2 has it
    scores[1::2, 0] = 1.0
    figures = factuality_figures(judged, Predicted({"factuality": scores}))
    assert figures["not_asserted_is"] == "p"
    assert figures["not_asserted_f1"] == 1.0
