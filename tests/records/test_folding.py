"""Names and words folded for comparison."""

import pytest

from dateline.records.folding import fold_name, strip_marks


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
        ("  Lashkar-e-Sahil,\n(LeS) ", "lashkar e sahil les"),
        ("Straße", "strasse"),
        ("ﬁnance ministry", "finance ministry"),
        ("—!", ""),
    ],
)
def test_folding_takes_off_case_marks_and_punctuation(printed: str, folded: str) -> None:
    assert fold_name(printed) == folded
    assert fold_name(folded) == folded


def test_marks_go_and_punctuation_stays() -> None:
    assert strip_marks("Doré & Sons, S.A.") == "dore & sons, s.a."
