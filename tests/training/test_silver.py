"""Labels that two readers agree on, or that one is sure of."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.labels import LAYERS
from training.opinions import Opinion, parser_opinions, trimmed
from training.predict import Predicted
from training.silver import read_ecbplus, sure_labels
from training.texts import from_sentences


def _guess(length: int, **shares: list[tuple[str, float]]) -> Predicted:
    """A guess that gives each word of a layer the label and share of a list; else O, surely."""
    scores = {}
    for layer, labels in LAYERS.items():
        scores[layer] = np.zeros((length, len(labels)), dtype=np.float32)
        for i in range(length):
            label, share = shares.get(layer, [(labels[0], 0.99)] * length)[i]
            rest = (1 - share) / (len(labels) - 1)
            scores[layer][i] = np.log([share if name == label else rest for name in labels])
    return Predicted(scores)


def test_a_name_counts_if_the_recogniser_has_it_or_the_reader_is_nearly_certain() -> None:
    guess = _guess(3, names=[("B-person", 0.6), ("B-place", 0.6), ("B-group", 0.99)])
    labels = sure_labels(guess, Opinion(["B-person", "B-organization", "O"], [frozenset()] * 3))
    assert labels["names"] == ["B-person", None, "B-group"]


def test_those_who_act_for_a_place_are_a_place_to_the_recogniser() -> None:
    guess = _guess(1, names=[("B-place_as_actor", 0.6)])
    assert sure_labels(guess, Opinion(["B-place"], [frozenset()]))["names"] == ["B-place_as_actor"]


def test_no_name_counts_where_both_see_none() -> None:
    guess = _guess(2, names=[("O", 0.6), ("O", 0.6)])
    labels = sure_labels(guess, Opinion(["O", "B-place"], [frozenset()] * 2))
    assert labels["names"] == ["O", None]


def test_a_trigger_of_the_lexicon_needs_less() -> None:
    shares = [("PROTEST", 0.4), ("PROTEST", 0.4), ("PROTEST", 0.95), ("O", 0.95)]
    types = [frozenset({"PROTEST"}), frozenset({"AID"}), frozenset(), frozenset({"AID"})]
    labels = sure_labels(_guess(4, trigger=shares), Opinion(["O"] * 4, types))
    assert labels["trigger"] == ["PROTEST", None, "PROTEST", "O"]
    assert labels["factuality"] == ["+", None, "+", None]


def test_other_layers_count_where_the_reader_is_sure() -> None:
    guess = _guess(2, cue=[("B-cue", 0.95), ("B-cue", 0.5)])
    assert sure_labels(guess, Opinion(["O"] * 2, [frozenset()] * 2))["cue"] == ["B-cue", None]


def test_the_parser_says_names_and_types_word_by_word() -> None:
    text = from_sentences("a", [["Police", "arrested", "Mira", "Olsen", "in", "Berlin", "."]], {})
    (opinion,) = parser_opinions([text])
    assert opinion.names[5] == "B-place"
    assert opinion.triggers[1] == {"COERCE"}
    assert opinion.triggers[4] == frozenset()


def test_a_name_has_no_article_and_no_possessive() -> None:
    assert trimmed(["the", "Senate", "'s"], 0, 3) == (1, 2)


def test_a_report_is_read_without_addresses_and_without_tests(tmp_path: Path) -> None:
    folder = tmp_path / "ECB+" / "1"
    folder.mkdir(parents=True)
    rows = [
        ("0", "http"),
        ("0", "example"),
        ("1", "Olsen"),
        ("1", "left"),
        ("2", "We"),
        ("2", "saw"),
    ]
    tokens = "".join(f'<token sentence="{number}">{word}</token>' for number, word in rows)
    (folder / "1_1.xml").write_text(f"<Document>{tokens}</Document>", encoding="utf-8")
    (text,) = read_ecbplus(tmp_path)
    assert text.words == ("Olsen", "left", "We", "saw")
    assert text.sentences == ((0, 2), (2, 4))
    assert read_ecbplus(tmp_path, ["Olsen left. We saw"]) == []
