"""What speaks for each reading of each name of a report, as a table of numbers.

The names of a report speak for one another: what holds them, what lies near them, which state
most of them lie in. Each reading's voice counts as much as it is itself believed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dateline.annotate.places.gazetteer import Place
from dateline.annotate.places.gazetteer_names import loose_key, name_key
from dateline.annotate.places.globe import distances_between
from dateline.annotate.places.readings import Reading
from dateline.annotate.places.weights import FEATURES

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
COLUMN = {feature.name: column for column, feature in enumerate(FEATURES)}
_NEAR_KM = 80.0
"""How quickly a neighbour's voice fades: at this distance to 37 in 100."""
_STEPS = range(-2, 3)
"""Sentences that count as near."""
_KINDS = {"country": 0, "region": 1, "admin1": 2, "admin2": 3, "feature": 4, "town": 5}
_UNCOUNTED = frozenset(["country", "region", "feature"])
"""Kinds whose weight in the news does not go by their people, or of which none are counted."""
_UNTOLD = 0.5
"""A weight of places unknown: a single other name does not yet make most of the report."""


@dataclass(slots=True)
class Group:
    """The mentions of one name that stand for one place.

    Attributes:
        followed: Whether, for each reading, what holds it follows it ("Tyler, Texas").
        holder: The name of what follows and holds it.
        sentences: Numbers of the sentences that it stands in.
        mentions: Their numbers among the names to be told; none for a name that only helps.
        listed: Numbers of the names that stand in one list with it, right before or after it.
        weight: How much its voice counts for others.
        is_everywhere: Whether it belongs to every sentence, as the dateline does.
        is_silent: Whether it says nothing of others, as a word of a person's name does not.
    """

    name: str
    readings: list[Reading]
    followed: list[bool] = field(default_factory=list)
    holder: str = ""
    sentences: set[int] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)
    weight: float = 1.0
    is_everywhere: bool = False
    is_silent: bool = False


class Evidence:
    """The readings of a report's names in one table, a row a reading."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.places = [reading.place for group in groups for reading in group.readings]
        sizes = [len(group.readings) for group in groups]
        self.starts = np.cumsum([0, *sizes[:-1]])
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.is_heard = np.array([not group.is_silent for group in groups])
        self._read(self.places)
        # A name does not speak for itself, as in the dateline and again in the text.
        self.word = _codes([name_key(group.name) for group in groups])
        word = self.word[self.owner]
        self.is_other = word[:, None] != word[None, :]
        self.same, self.near = self._sentences()
        self.listed = self._lists()
        self.in_area, self.in_state = self._holding()
        self.closeness = self._closeness()
        self.fixed = self._fixed()

    def _read(self, places: Sequence[Place]) -> None:
        self.country = _codes([place.country for place in places])
        self.admin1 = np.array([_first_area(place) for place in places])
        self.admin2 = np.array([-1 if p.admin2 is None else p.admin2 for p in places])
        self.number = np.array([place.number for place in places])
        self.kind = np.array([_KINDS[place.kind] for place in places])
        self.radius = np.array([place.radius_km for place in places])
        lats = np.array([np.nan if p.lat is None else p.lat for p in places], dtype=np.float64)
        lons = np.array([np.nan if p.lon is None else p.lon for p in places], dtype=np.float64)
        self.distance = distances_between(lats, lons)

    def table(self, belief: Floats) -> Floats:
        """The features of each reading, given how much each is believed."""
        table = self.fixed.copy()
        for name, relation in (("holder", self.in_area), ("country", self.in_state)):
            voices = self.by_group(relation, belief)
            table[:, COLUMN[f"{name}_in_sentence"]] = (voices * self.same).max(axis=1)
            table[:, COLUMN[f"{name}_in_report"]] = voices.max(axis=1)
        close = self.by_group(self.closeness, belief)
        table[:, COLUMN["close_in_sentence"]] = np.minimum((close * self.same).sum(axis=1), 1.5)
        table[:, COLUMN["close_near"]] = np.minimum((close * self.near).sum(axis=1), 1.5)
        table[:, COLUMN["close_in_report"]] = np.log1p(close.sum(axis=1))
        inside = self.by_group((self.in_area | self.in_state).T, belief)
        table[:, COLUMN["holds_others"]] = np.log1p(inside.sum(axis=1))
        alike = self.by_group(self.kind[:, None] == self.kind[None, :], belief)
        table[:, COLUMN["listed_with_its_kind"]] = np.minimum((alike * self.listed).sum(axis=1), 2)
        weights = np.array([group.weight * (not group.is_silent) for group in self.groups])
        others = (self.word[self.owner][:, None] != self.word[None, :]) * weights
        total = others.sum(axis=1) + _UNTOLD
        for name, codes in (("state", self.country), ("area", self.admin1)):
            is_same = (codes[:, None] == codes[None, :]) & (codes >= 0)[:, None] & self.is_other
            voices = self.by_group(is_same, belief) * weights
            table[:, COLUMN[f"same_{name}"]] = voices.sum(axis=1) / total
        return table

    def believe(self, scores: Floats) -> Floats:
        """Scores as probabilities within each group."""
        top = np.maximum.reduceat(scores, self.starts)
        odds = np.exp(scores - top[self.owner])
        return np.asarray(odds / np.add.reduceat(odds, self.starts)[self.owner])

    def by_group(self, relation: Floats | Flags, belief: Floats) -> Floats:
        """For each reading and group, how much of the group's belief stands in the relation."""
        heard = belief * self.is_heard[self.owner]
        return np.asarray(np.add.reduceat(relation * heard[None, :], self.starts, axis=1))

    def _sentences(self) -> tuple[Floats, Floats]:
        """For each reading and group: whether one sentence has both; whether near sentences do."""
        count = len(self.groups)
        same, near = np.zeros((count, count)), np.zeros((count, count))
        for row, left in enumerate(self.groups):
            around = {sentence + step for sentence in left.sentences for step in _STEPS}
            for column, right in enumerate(self.groups):
                if row == column:
                    continue
                is_same = left.is_everywhere or right.is_everywhere
                if is_same or left.sentences & right.sentences:
                    same[row, column] = near[row, column] = 1
                elif around & right.sentences:
                    near[row, column] = 1
        return same[self.owner], near[self.owner]

    def _lists(self) -> Floats:
        """For each reading and group: whether they stand side by side in a list."""
        at = {name: row for row, group in enumerate(self.groups) for name in group.mentions}
        listed = np.zeros((len(self.groups), len(self.groups)))
        for row, group in enumerate(self.groups):
            for name in group.listed:
                if at.get(name, row) != row:
                    listed[row, at[name]] = 1
        return np.asarray(listed[self.owner])

    def _holding(self) -> tuple[Flags, Flags]:
        """Whether the row's reading lies in the column's: in an area or region; in a state."""
        kind, number = self.kind[None, :], self.number[None, :]
        is_less = (self.kind[:, None] != _KINDS["country"]) & self.is_other
        one_state = (self.country[:, None] == self.country[None, :]) & (self.country >= 0)[:, None]
        in_area = (self.admin1[:, None] == number) & (kind == _KINDS["admin1"])
        in_area &= self.number[:, None] != number
        in_area |= (self.admin2[:, None] == number) & (kind == _KINDS["admin2"])
        in_region = (kind == _KINDS["region"]) & (self.kind[:, None] != _KINDS["region"])
        in_region &= (self.distance <= self.radius[None, :]) & (
            one_state | (self.country < 0)[None, :]
        )
        in_state = one_state & (kind == _KINDS["country"])
        return (in_area | in_region) & is_less, in_state & is_less

    def _closeness(self) -> Floats:
        """How near two readings lie, of those that are small enough to have a point."""
        is_point = self.kind >= _KINDS["admin2"]
        is_apart = self.is_other & (self.number[:, None] != self.number[None, :])
        closeness = np.exp(-np.nan_to_num(self.distance, nan=1e6) / _NEAR_KM)
        return np.asarray(closeness * (is_point[:, None] & is_point[None, :] & is_apart))

    def _fixed(self) -> Floats:
        """The features that do not turn on other names."""
        table = np.zeros((len(self.places), len(FEATURES)))
        row = 0
        for group in self.groups:
            most = max((reading.place.population for reading in group.readings), default=0)
            seats = _seats(group.readings)
            states = {place.country for place, _ in group.readings if place.kind == "country"}
            key = name_key(group.name)
            for reading, is_followed in zip(group.readings, group.followed, strict=True):
                for name, value in _alone(reading, most, key).items():
                    table[row, COLUMN[name]] = value
                table[row, COLUMN["named_as_its_town"]] = reading.place.number in seats
                is_town = reading.place.kind in ("town", "admin1")
                table[row, COLUMN["named_as_its_state"]] = (
                    is_town and reading.place.country in states
                )
                table[row, COLUMN["holder_follows"]] = is_followed
                row += 1
        return table


def _alone(reading: Reading, most: int, key: str) -> dict[str, float]:
    """The features of a reading by itself; `most` is the population of its largest namesake."""
    place, via = reading
    size = math.log10(place.population + 10) - 1
    is_town = place.kind == "town"
    is_other = place.is_alternate and via == "name" and not is_spelling(key, name_key(place.name))
    return {
        f"is_{place.kind}": 1.0,
        "people" if is_town else "people_of_area": size,
        "share": size + 1 - math.log10(most + 10) if place.kind not in _UNCOUNTED else 0.0,
        "is_capital": float(place.is_capital),
        "is_hamlet": float(is_town and not place.population),
        "other_name_of_town": float(is_other and is_town),
        "like_its_first_name": likeness(key, name_key(place.name)) if is_other and is_town else 0.0,
        "other_name_of_area": float(is_other and not is_town),
        "spelt_alike": float(place.is_loose),
        "is_part": float(via == "part"),
    }


def _seats(readings: Sequence[Reading]) -> set[int]:
    """Numbers of the areas that hold a town of the same name, if the name is bare."""
    return {
        area
        for place, via in readings
        if place.kind == "town" and via == "name" and not place.is_loose
        for area in (place.admin1, place.admin2)
        if area is not None
    }


def is_spelling(left: str, right: str) -> bool:
    """Whether two keys are one name spelt two ways: Derna and Darnah."""
    return loose_key(left) == loose_key(right.removesuffix(" city"))


def likeness(left: str, right: str) -> float:
    """How much two keys are alike: 1 if the words of the left are the right's, 0 if in nothing."""
    if set(left.split()) <= set(right.split()):
        return 1.0
    first, second = _pairs(loose_key(left)), _pairs(loose_key(right))
    return 2 * len(first & second) / (len(first) + len(second))


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)} or {text}


def _first_area(place: Place) -> int:
    if place.kind == "admin1":
        return place.number
    return -1 if place.admin1 is None else place.admin1


def _codes(values: Sequence[str | None]) -> npt.NDArray[np.int64]:
    codes = {value: code for code, value in enumerate(dict.fromkeys(values)) if value is not None}
    return np.array([-1 if value is None else codes[value] for value in values], dtype=np.int64)
