"""The labels that the reader gives to words, layer by layer, and spans as labels and back.

A span is written in labels as B- on its first word and I- on the others. What a model says is
made into such labels by `joined_labels` of the reader first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

OUTSIDE = "O"
IGNORED = -100
"""The label number of a word that a text says nothing about; nothing is learnt from it."""

NAME_TYPES = ("person", "organization", "place", "place_as_actor", "group")
TRIGGER_TYPES = (
    "CONSULT",
    "AGREE",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "STATE",
    "APPEAR",
)
FACTUALITIES = ("+", "-", "p", "?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of words with its type.

    Attributes:
        start, end: Places of words, half-open.
    """

    start: int
    end: int
    type: str


def _span_labels(types: Iterable[str]) -> tuple[str, ...]:
    return (OUTSIDE, *(f"{side}-{name}" for name in types for side in "BI"))


LAYERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "names": _span_labels(NAME_TYPES),
        "source": _span_labels(["source"]),
        "cue": _span_labels(["cue"]),
        "content": _span_labels(["content"]),
        "trigger": (OUTSIDE, *TRIGGER_TYPES),
        "factuality": FACTUALITIES,
    }
)
"""The outputs of the model in their order, each with its labels in the order of its numbers."""

SPAN_LAYERS = ("names", "source", "cue", "content")


def labels_of(spans: Iterable[Marked], length: int) -> list[str]:
    """One label a word.

    Of spans that overlap, the longer one stays; of two as long, the first.
    """
    labels = [OUTSIDE] * length
    taken = [False] * length
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start, s.type)):
        if any(taken[span.start : span.end]):
            continue
        for i in range(span.start, span.end):
            taken[i] = True
            labels[i] = f"{'B' if i == span.start else 'I'}-{span.type}"
    return labels


def spans_of(labels: Sequence[str]) -> list[Marked]:
    """The spans that labels tell of, in order.

    An I- that continues nothing of its own type begins a span.
    """
    spans: list[Marked] = []
    for i, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        side, _, name = label.partition("-")
        last = spans[-1] if spans else None
        if side == "I" and last is not None and last.end == i and last.type == name:
            spans[-1] = Marked(last.start, i + 1, name)
        else:
            spans.append(Marked(i, i + 1, name))
    return spans


def numbers_of(layer: str, labels: Iterable[str | None]) -> list[int]:
    """The numbers of labels in their layer; None becomes `IGNORED`."""
    order = {label: number for number, label in enumerate(LAYERS[layer])}
    return [IGNORED if label is None else order[label] for label in labels]
