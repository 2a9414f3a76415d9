"""What the reader says of words that may tell of an event."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.language import parse
from dateline.annotate.reader import NOTHING_READ, Reading
from dateline.annotate.triggers import guess_triggers

LABELS = {"trigger": ("O", "CONSULT", "AID")}


def guessed(*shares: tuple[float, float, float]) -> list[tuple[int, str, float]]:
    reading = Reading(LABELS, {"trigger": np.array(shares, dtype=np.float32)})
    return [(g.token, g.type, round(g.share, 2)) for g in guess_triggers(reading)]


def test_a_word_has_every_type_that_it_may_have() -> None:
    assert guessed((0.1, 0.6, 0.3)) == [(0, "CONSULT", 0.6), (0, "AID", 0.3)]


def test_a_type_that_is_unlikely_is_kept_and_one_that_is_next_to_nothing_is_not() -> None:
    assert guessed((0.949, 0.05, 0.001), (0.999, 0.001, 0.0)) == [(0, "CONSULT", 0.05)]


def test_guesses_stand_in_text_order() -> None:
    found = guessed((0.1, 0.0, 0.9), (1.0, 0.0, 0.0), (0.1, 0.9, 0.0))

    assert found == [(0, "AID", 0.9), (2, "CONSULT", 0.9)]


def test_where_nothing_was_read_nothing_is_guessed() -> None:
    assert guess_triggers(NOTHING_READ) == ()


def test_the_reader_knows_a_meeting() -> None:
    parsed = parse("Anna Keller met Tomas Brandt in Lima on Monday.")
    best = max(guess_triggers(parsed.reading), key=lambda guess: guess.share)

    assert (parsed.tokens[best.token].text, best.type) == ("met", "CONSULT")
    assert best.share == pytest.approx(
        parsed.reading.share("trigger", best.token, "CONSULT"), abs=1e-6
    )
