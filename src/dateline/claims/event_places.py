"""Which of the places that a report names is whose event.

A linear model weighs every name near an event's word; its weights are the phrases of
``placing.tsv``, learnt from the development half of event_location by ``data/make_placing.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from dateline.claims.place_names import PlaceName, find_place_names
from dateline.claims.place_positions import Position
from dateline.claims.placing_features import Positions
from dateline.records import Annotations, Grammar, PlaceMention, Token, Where

BIAS, ENOUGH, ANOTHER = "(bias)", "(enough)", "(enough for another)"
_COMMA = "a comma"


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place that an event may have happened at.

    Attributes:
        mention: The name as far as its capitals reach; without coordinates if no gazetteer has it.
        is_known: Whether the annotations have the place.
        head: The token of the name that governs its others.
        weight: Of all that speaks for it; 0 is even against "the words do not say where".
        kind: How the name stands: "where" after a preposition of place, "object", "owner" …
        reason: What it hangs on, readable.
    """

    mention: PlaceMention
    is_known: bool
    head: int
    weight: float
    kind: str
    reason: str


class EventPlaces:
    """Finds the places of events in one report."""

    def __init__(
        self,
        grammar: Grammar,
        annotations: Annotations,
        names: Sequence[PlaceName] | None = None,
    ) -> None:
        """Read the names of a report.

        Args:
            names: Those that may be places', in text order; None for all that are found.
        """
        found = find_place_names(grammar, annotations) if names is None else names
        self._grammar = grammar
        self._positions = Positions(grammar, found)
        self._weights = load_weights()

    def at(self, event: Token) -> tuple[PlaceMention, ...]:
        """Where the event of a word happened: the surest place first; empty if nothing says.

        More than one are a list ("in Sfax and Gabes"): of a place and what holds it only the one
        that the words put the event at.
        """
        return tuple(place.mention for place in self.weighed(event, chosen=True))

    def weighed(self, event: Token, *, chosen: bool = False) -> list[EventPlace]:
        """The names near an event's word, the weightiest first; only those chosen if asked."""
        rivals = self._positions.rivals(event)
        found = [
            (weigh(phrases, self._weights), number)
            for number, phrases in zip(rivals, self._positions.features(event, rivals), strict=True)
        ]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        if chosen:
            found = choose(self._positions, found, self._weights[ENOUGH], self._weights[ANOTHER])
        return [self._place(number, weight, event) for weight, number in found]

    def _place(self, number: int, weight: float, event: Token) -> EventPlace:
        position, kind = self._positions.all[number], self._positions.kinds[number]
        name, known = position.name, position.name.mention
        where = known.where if known is not None else self._unknown(number)
        return EventPlace(
            mention=PlaceMention(name.words, where, known.use if known is not None else "place"),
            is_known=known is not None,
            head=name.head,
            weight=weight,
            kind=kind,
            reason=_reason(self._grammar.tokens, position, kind, event),
        )

    def _unknown(self, number: int) -> Where:
        """A place that no gazetteer has: somewhere in the known one that the words put it in."""
        words, holder = self._positions.all[number].name.words, self._positions.holder(number)
        known = self._positions.all[holder].name.mention if holder is not None else None
        if known is None:
            return Where(words.exact, words)
        where = known.where
        reason = f"{words.exact} is in no gazetteer; it lies in {where.name}"
        return replace(
            where, name=words.exact, words=words, geonames=None, venue=None, reasons=(reason,)
        )


def _reason(tokens: Sequence[Token], position: Position, kind: str, event: Token) -> str:
    name, governor = position.name.words.exact, tokens[position.governor]
    reason = f"“{position.way} {name}” hangs on “{governor.text}”"
    if kind != "where":
        reason = f"“{name}” hangs on “{governor.text}” as {position.way}"
    if governor.index == event.index:
        return reason
    return f"{reason}, the likeliest place of “{event.text}”"


def weigh(phrases: Sequence[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the phrases that hold."""
    return weights[BIAS] + sum(weights.get(phrase, 0.0) for phrase in phrases)


def choose(
    positions: Positions, found: Sequence[tuple[float, int]], enough: float, another: float
) -> list[tuple[float, int]]:
    """Of weights with numbers of names, the weightiest first, those that the event is at.

    Args:
        enough: What the first must weigh, and those in one list with it.
        another: What a place elsewhere in the sentence must weigh besides.
    """
    chosen: list[tuple[float, int]] = []
    for weight, number in found:
        if weight <= enough:
            break
        if any(_holds(positions, number, other) for _, other in chosen):
            continue
        listed = any(positions.is_listed(number, other) for _, other in chosen)
        if not chosen or listed or weight > another:
            chosen.append((weight, number))
    return chosen


def _holds(positions: Positions, one: int, other: int) -> bool:
    """Whether of two names one says only where the other is: "Sfax in Tunisia"."""
    if abs(one - other) != 1:
        return False
    return positions.joint(min(one, other)) not in ("", _COMMA)


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """The weight of each phrase, with the bias and the two thresholds."""
    return dict(_rows((files("dateline.claims") / "placing.tsv").read_text("utf-8")))


def _rows(text: str) -> Iterator[tuple[str, float]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            phrase, weight, _ = line.split("\t")
            yield phrase, float(weight)
