"""Other names in the same sentences, with labels that follow them."""

from __future__ import annotations

import random

from training.labels import spans_of
from training.swaps import Names, collect_names, swap_names
from training.texts import Text, from_sentences

NAMES = Names(("Ilse",), ("Quandt",), (("Porto", "Novo"),), ("Danish",), ("Danes",))


def _text() -> Text:
    words = [
        ["Mira", "Olsen", "told", "Turkish", "reporters", "in", "Bern", "."],
        ["Olsen", "left"],
    ]
    names = ["B-person", "I-person", "O", "B-group", "O", "O", "B-place", "O", "B-person", "O"]
    source = ["B-source", "I-source", *["O"] * 6, "B-source", "O"]
    return from_sentences("letter", words, {"names": names, "source": source})


def _all_swaps(tries: int = 60) -> list[Text]:
    return [swap_names(_text(), NAMES, random.Random(seed)) for seed in range(tries)]


def test_a_person_has_the_same_new_name_all_through_the_text() -> None:
    swapped = [t for t in _all_swaps() if t.words[0] == "Ilse"]
    assert swapped
    for text in swapped:
        last, again = text.words[1], text.words[text.sentences[1][0]]
        assert last == again != "Olsen"


def test_labels_follow_a_name_that_grows() -> None:
    grown = [t for t in _all_swaps() if "Porto" in t.words and t.words[0] == "Mira"]
    assert grown
    for text in grown:
        labels = [label or "O" for label in text.labels["names"]]
        places = [s for s in spans_of(labels) if s.type == "place"]
        assert [text.words[s.start : s.end] for s in places] == [("Porto", "Novo")]
        assert text.sentences == ((0, 9), (9, 11))
        assert len(text.labels["source"]) == len(text.words) == 11


def test_the_same_chance_makes_the_same_text() -> None:
    first, second = (swap_names(_text(), NAMES, random.Random(4)) for _ in range(2))
    assert first == second


def test_a_text_without_names_layer_stays() -> None:
    plain = from_sentences("note", [["Mira", "left"]], {})
    assert swap_names(plain, NAMES, random.Random(1)) is plain


def test_given_and_family_names_are_taken_from_the_texts() -> None:
    found = collect_names([_text()], ["Ada"], [["Rome"]], ["Danish"], ["Danes"])
    assert found.given == ("Ada", "Mira")
    assert found.family == ("Olsen",)
