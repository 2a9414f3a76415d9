"""What each way of finding triggers finds in one short text."""

from __future__ import annotations

import pytest

from dateline.records import Report
from evaluation.triggers_found import (
    MODEL,
    PRODUCT,
    RULE_CLAIMS,
    RULES,
    SYSTEMS,
    Found,
    find_all,
)

TEXT = (
    "Chancellor Angela Merkel met President Emmanuel Macron in Berlin on Monday. A deal was signed."
)


@pytest.fixture(scope="module")
def found() -> dict[str, Found]:
    return find_all(Report("r", TEXT, sha256="0" * 64))


def shown(found: Found) -> set[tuple[str, str]]:
    return {(t.type, " ".join(TEXT[start:end] for start, end in t.words)) for t in found}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_finds_a_plain_meeting(found: dict[str, Found], system: str) -> None:
    assert set(found) == set(SYSTEMS)
    assert ("CONSULT", "met") in shown(found[system])


def test_the_lexicon_alone_asks_for_nobody_and_a_claim_does(found: dict[str, Found]) -> None:
    assert ("AGREE", "signed deal") in shown(found[RULES])
    assert not any(type_ == "AGREE" for type_, _ in shown(found[RULE_CLAIMS]))


def test_the_model_marks_single_words(found: dict[str, Found]) -> None:
    assert all(len(trigger.words) == 1 for trigger in found[MODEL])
    assert all(trigger.words[0][1] <= len(TEXT) for trigger in found[PRODUCT])
