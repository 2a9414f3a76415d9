"""PLOVER's sentences: which triples a sentence has, and when one of ours is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.plover import Tally, measure, read_sentences
from evaluation.plover_claims import Actor, Deed

ANNA: Actor = frozenset([(0, 4)])
LIMA: Actor = frozenset([(10, 14)])
OSLO: Actor = frozenset([(20, 24)])


def written(folder: Path) -> Path:
    """Invented records in the form of the set."""
    records = [
        {"event": "DOCUMENT"},
        {
            "event": "COERCE",
            "textInfo": {"markup": "(SRC: Police) (EVT: arrested) (TAR: Sami Nur)."},
        },
        {"event": "AGREE", "textInfo": "(SRC/TAR: Peru) and (SRC/TAR: Chile) (EVT: agreed)."},
        {"event": "CONSULT", "textInfo": "(SRC/TAR: Peru) and (SRC/TAR: Chile) (EVT: agreed)."},
    ]
    place = folder / "gold_standard_records"
    place.mkdir(parents=True)
    (place / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(records), encoding="utf-8")
    return folder


def test_a_sentence_goes_by_its_first_record_and_has_the_events_of_all(tmp_path: Path) -> None:
    first, second = read_sentences(written(tmp_path))

    assert (first.number, first.text) == (1, "Police arrested Sami Nur.")
    assert first.deeds == (
        Deed((frozenset([(0, 6)]),), "COERCE", (frozenset([(16, 24)]),), is_mutual=False),
    )
    assert (second.number, [deed.type for deed in second.deeds]) == (2, ["AGREE", "CONSULT"])
    assert all(deed.is_mutual and not deed.targets for deed in second.deeds)


def test_a_deed_without_a_target_is_a_triple_and_a_mutual_one_a_pair() -> None:
    assert list(Deed((ANNA,), "PROTEST", ()).triples()) == [(ANNA, "PROTEST", frozenset())]
    mutual = Deed((ANNA, LIMA, OSLO), "CONSULT", (), is_mutual=True)
    assert len(list(mutual.triples())) == 3
    assert len(list(Deed((ANNA, LIMA), "ASSAULT", (OSLO,)).triples())) == 2


@pytest.mark.parametrize(
    ("ours", "right"),
    [
        (Deed((ANNA,), "REQUEST", (LIMA,)), 1),  # the set says DEMAND
        (Deed((frozenset([(0, 4), (30, 32)]),), "REQUEST", (LIMA,)), 1),  # any mention of hers
        (Deed((ANNA,), "REQUEST", ()), 0),  # nobody is not somebody
        (Deed((LIMA,), "REQUEST", (ANNA,)), 0),  # the other way round
        (Deed((ANNA,), "ACCUSE", (LIMA,)), 0),  # another class
    ],
)
def test_a_triple_is_right_by_class_and_both_ends(ours: Deed, right: int) -> None:
    tally = Tally()
    tally.add([Deed((ANNA,), "DEMAND", (LIMA,))], [ours])

    assert (tally.triples["right"], tally.triples["found"], tally.triples["there"]) == (right, 1, 1)


def test_a_meeting_is_right_in_either_order() -> None:
    tally = Tally()
    ours = Deed((LIMA, ANNA), "CONSULT", (), is_mutual=True)
    tally.add([Deed((ANNA,), "CONSULT", (LIMA,))], [ours])

    assert tally.figures()["triple_f1"] == 1.0


def test_the_fields_are_judged_where_the_class_is_found() -> None:
    tally = Tally()
    tally.add([Deed((ANNA,), "DEMAND", (LIMA,))], [Deed((ANNA,), "REQUEST", (OSLO,))])
    tally.add([Deed((ANNA,), "PROTEST", ())], [])

    figures = tally.figures()
    assert (figures["source_right"], figures["target_right"]) == (1.0, 0.0)
    assert figures["class_f1"] == pytest.approx(2 / 3)


def test_the_product_reads_invented_sentences(tmp_path: Path) -> None:
    result = measure(written(tmp_path))

    assert result.documents == 2
    assert result.figures["triple_f1"] == 1.0  # "Police arrested Sami Nur."


def test_read_leniently_an_empty_end_matches_any() -> None:
    strict, lenient = Tally(), Tally(is_lenient=True)
    for tally in (strict, lenient):
        tally.add([Deed((ANNA,), "PROTEST", ())], [Deed((ANNA,), "PROTEST", (LIMA,))])

    assert (strict.triples["right"], lenient.triples["right"]) == (0, 1)
