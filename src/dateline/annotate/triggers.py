"""What the reader says of words that may tell of an event."""

from __future__ import annotations

import numpy as np

from dateline.annotate.reader import Reading
from dateline.annotate.reader.reading import OUTSIDE
from dateline.records import TriggerGuess

LEAST = 0.02
"""Smaller shares say nothing; those kept tell with how little doubt a word is no event."""


def guess_triggers(reading: Reading) -> tuple[TriggerGuess, ...]:
    """The types that each word may have, in text order, and for one word in that of the labels.

    Of one word several guesses are possible, and none need be likely: what its shares leave of 1
    is how sure the reader is that it tells of no event. Nothing if nothing was read.
    """
    shares = reading.shares.get("trigger")
    if shares is None:
        return ()
    types = reading.labels["trigger"]
    return tuple(
        TriggerGuess(token, types[column], float(shares[token, column]))
        for token, column in np.argwhere(shares >= LEAST).tolist()
        if types[column] != OUTSIDE
    )
