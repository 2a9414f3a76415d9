"""What the reader says of a name, as shares of the kinds that it may be of."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.reader import Reading


@dataclass(frozen=True, slots=True)
class Shares:
    """Mean shares over a name's words; they sum to 1, or are all 0 if nothing was read."""

    person: float = 0.0
    organization: float = 0.0
    place: float = 0.0
    group: float = 0.0
    none: float = 0.0


_LABELS = {
    "person": ("person",),
    "organization": ("organization",),
    "place": ("place", "place_as_actor"),
    "group": ("group",),
}


def shares_of(reading: Reading, first: int, last: int) -> Shares:
    """The shares of the kinds at these tokens."""
    if not reading:
        return Shares()
    sums = {
        kind: sum(
            reading.share("names", i, f"{side}-{label}")
            for label in labels
            for side in "BI"
            for i in range(first, last)
        )
        / (last - first)
        for kind, labels in _LABELS.items()
    }
    return Shares(**sums, none=max(0.0, 1 - sum(sums.values())))
