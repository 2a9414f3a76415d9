"""The timeline as a picture: lanes by person, place or kind, each event at its time.

A mark is as precise as the words: solid where they are, faded where the event may lie anywhere
in a month or a year, open where they set no end. What has no date stands in a gutter, and the days
of publication apart from the time of the events. A lane with too many events counts them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from typing import Literal, get_args

from dateline.records import Event
from dateline.records.edtf import Bounds
from dateline.views.axis import Axis, lay_axis
from dateline.views.kinds import KINDS
from dateline.views.lane_bins import Bin, Unit, count_bins, finest_unit
from dateline.views.lane_rows import WIDTH_PX, Bar, place_bars
from dateline.views.marks import draw_mark
from dateline.views.timeline import TimelineRow
from dateline.views.wording import count, list_names, say_date, standing_of

LaneKind = Literal["person", "place", "event"]
LANE_KINDS: tuple[LaneKind, ...] = get_args(LaneKind)

_MOST_BARS, _MOST_IN_ALL = 40, 260
_MOST_UNDATED = 6
_LABEL_PCT = 46 * 100 / WIDTH_PX
_NEAR_PCT = 1.1
"""Days of publication closer than this are one tick."""
_MOST_TICKED = 300
"""A counted lane with more events has no ticks: they would stand everywhere."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Days on which reports that tell of a lane's events were published.

    Attributes:
        reports: Ids, the earliest first.
        words: How many reports, which days and outlets.
    """

    at: float
    reports: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Undated:
    """An event of the gutter."""

    event: str
    standing: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one person, place or kind.

    Attributes:
        key: An entity's id, a place's GeoNames id or name, or a type.
        total: How many events it has, dated or not.
        bars: Each event, or none where `bins` count them.
        rows: How many rows the bars take.
        undated: The first of those without a date.
    """

    key: str
    name: str
    total: int
    bars: tuple[Bar, ...]
    bins: tuple[Bin, ...]
    rows: int
    ticks: tuple[Tick, ...]
    undated: tuple[Undated, ...]
    undated_total: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture.

    Attributes:
        axis: None where no event has a date.
        lanes: The fullest first.
        lanes_total: How many there are in all.
        homeless: Events in no lane: nobody is named, or no place.
        unit: What the bins count by.
    """

    kind: LaneKind
    axis: Axis | None
    lanes: tuple[Lane, ...]
    lanes_total: int
    homeless: int
    unit: Unit

    @property
    def is_counted(self) -> bool:
        """Whether some lane counts its events and shows none."""
        return any(lane.bins for lane in self.lanes)


Naming = Callable[[Sequence[str]], Mapping[str, str]]
"""Event ids → a label for each, asked once for all marks."""


def draw_lanes(
    rows: Iterable[TimelineRow],
    events: Mapping[str, Event],
    names: Mapping[str, str],
    kind: LaneKind,
    *,
    most: int = 12,
    window: Bounds = (None, None),
    name_events: Naming | None = None,
) -> Lanes:
    """The lanes of these rows.

    Args:
        events: By id; at least those of the rows.
        names: Entity id → name; who has none has no lane.
        most: The number of lanes that are drawn.
        window: The days that are looked at, half-open; the axis shows no others.
        name_events: Labels for the marks; without it they are the words of the reports.
    """
    lines = {row.event: row for row in rows}
    members, homeless = _members(lines, events, names, kind)
    least = min(nlargest(most, map(len, members.values())), default=0)
    fullest = {
        key: _title(kind, key, events[found[0]], names)
        for key, found in members.items()
        if len(found) >= least
    }
    shown = sorted(fullest, key=lambda key: (-len(members[key]), fullest[key], key))[:most]
    drawn = {event for key in shown for event in members[key]}
    axis = _axis([lines[event] for event in lines if event in drawn], window)
    drawer = _Drawer(lines, events, axis)
    drawer.name(_few(shown, members, lines), name_events)
    made = tuple(drawer.lane(key, fullest[key], members[key]) for key in shown)
    return Lanes(kind, axis, made, len(members), homeless, drawer.unit)


def _members(
    lines: Iterable[str], events: Mapping[str, Event], names: Mapping[str, str], kind: LaneKind
) -> tuple[dict[str, list[str]], int]:
    """The events of each lane, and how many events stand on none."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    homeless = 0
    for id_ in lines:
        event = events[id_]
        if kind == "person":
            # A large case has tens of thousands of these: no call and no list for each.
            is_told = False
            for ends in (event.who, event.whom):
                for key in ends:
                    if key in names and (ends is event.who or key not in event.who):
                        members[key].append(id_)
                        is_told = True
            homeless += not is_told
        elif kind == "event":
            members[event.type].append(id_)
        elif event.where is not None:
            members[str(event.where.geonames or event.where.name)].append(id_)
        else:
            homeless += 1
    return members, homeless


def _title(kind: LaneKind, key: str, first: Event, names: Mapping[str, str]) -> str:
    """What a lane is called; a place as the first of its events calls it."""
    if kind == "person":
        return names[key]
    if kind == "place" and first.where is not None:
        return first.where.name
    return KINDS.get(key, key)


def _axis(rows: Sequence[TimelineRow], window: Bounds) -> Axis | None:
    """The axis of the events, and of the days on which they were told where that lies near."""
    times: list[Bounds] = []
    for row in rows:
        if row.precision != "undated":
            times.append(_clip((row.start, row.end), window))
    days = {one.published for row in rows for one in row.claims if one.published}
    told = [(day, date.fromordinal(day.toordinal() + 1)) for day in map(_day, sorted(days)) if day]
    if times:
        times += [one for one in told if _clip(one, window) == one]
    if len(times) > 4 * _MOST_IN_ALL:
        times = sorted(set(times), key=lambda one: (one[0] or date.min, one[1] or date.max))
    return lay_axis(times, _LABEL_PCT)


def _day(published: str) -> date | None:
    try:
        found = date.fromisoformat(published)
    except ValueError:
        return None
    return found if found < date.max else None


def _clip(bounds: Bounds, window: Bounds) -> Bounds:
    start, end = bounds
    lower, upper = window
    start = max(start, lower) if start and lower else start or lower
    end = min(end, upper) if end and upper else end or upper
    return start, end


def _few(
    shown: Sequence[str], members: Mapping[str, Sequence[str]], lines: Mapping[str, TimelineRow]
) -> dict[str, bool]:
    """Event id → whether it may be drawn by itself: the lanes with fewest events first."""
    dated = {
        key: [one for one in members[key] if lines[one].precision != "undated"] for key in shown
    }
    found: dict[str, bool] = {}
    for key in sorted(shown, key=lambda one: len(dated[one])):
        if len(dated[key]) <= _MOST_BARS and len(found) + len(dated[key]) <= _MOST_IN_ALL:
            found.update(dict.fromkeys(dated[key], True))
    return found


class _Drawer:
    """Draws lanes that share an axis."""

    def __init__(
        self, lines: Mapping[str, TimelineRow], events: Mapping[str, Event], axis: Axis | None
    ) -> None:
        self._lines, self._events, self._axis = lines, events, axis
        self._labels: Mapping[str, str] = {}
        self._shown: Mapping[str, bool] = {}
        self.unit: Unit = finest_unit(axis) if axis else "day"

    def name(self, shown: Mapping[str, bool], name_events: Naming | None) -> None:
        self._shown = shown
        self._labels = name_events(list(shown)) if name_events else {}

    def lane(self, key: str, name: str, events: Sequence[str]) -> Lane:
        rows = [self._lines[one] for one in events]
        dated = [row for row in rows if row.precision != "undated"]
        undated = [row for row in rows if row.precision == "undated"]
        placed: tuple[tuple[Bar, ...], int] | None = ((), 0)
        if dated:
            can_be = self._axis and all(row.event in self._shown for row in dated)
            placed = place_bars([self._bar(row, name) for row in dated]) if can_be else None
        bins: tuple[Bin, ...] = ()
        if placed is None and self._axis:
            bins = count_bins(((row.start, row.end) for row in dated), self._axis, self.unit)
        coarse = [one.row + 1 for one in bins if one.is_coarse]
        bars, height = placed or ((), 2 + max(coarse, default=0))
        return Lane(
            key, name, len(rows), bars, bins, max(1, height),
            () if bins and len(rows) > _MOST_TICKED else self._ticks(rows),
            tuple(
                Undated(row.event, standing_of(row.claims), f"undated: {self._said(row)}")
                for row in undated[:_MOST_UNDATED]
            ),
            len(undated),
        )  # fmt: skip

    def _bar(self, row: TimelineRow, lane: str) -> Bar:
        when = self._events[row.event].when
        assert when is not None
        assert self._axis is not None
        standing = standing_of(row.claims)
        # A label never reads surer than what it stands for.
        hedge = "" if standing in ("asserted", "reported") else f"{standing}: "
        return Bar(
            row.event, draw_mark(when, self._axis), standing, row.origins, bool(row.conflicts),
            f"{say_date(when.edtf, is_long=True)}: {self._said(row)}",
            hedge + _without(self._labels.get(row.event, row.label), lane),
        )  # fmt: skip

    def _said(self, row: TimelineRow) -> str:
        """What stands behind a mark, on one line."""
        published = [one.published for one in row.claims if one.published]
        told = f", first told {say_date(min(published))}" if published else ""
        differ = ", sources differ" if row.conflicts else ""
        label = self._labels.get(row.event, row.label)
        return f"{label} ({standing_of(row.claims)}, {count(row.origins, 'origin')}{told}{differ})"

    def _ticks(self, rows: Sequence[TimelineRow]) -> tuple[Tick, ...]:
        if self._axis is None:
            return ()
        outlets: dict[str, dict[str, str]] = defaultdict(dict)
        for row in rows:
            for one in row.claims:
                if one.published:
                    outlets[one.published][one.report] = one.outlet
        found: list[tuple[float, list[str]]] = []
        for published in sorted(outlets):
            day = _day(published)
            if day is None or not self._axis.holds(day):
                continue
            at = self._axis.at(day)
            if found and at - found[-1][0] < _NEAR_PCT:
                found[-1][1].append(published)
            else:
                found.append((at, [published]))
        return tuple(_tick(at, days, outlets) for at, days in found)


def _without(label: str, lane: str) -> str:
    """A label without the name that its lane has already: "met …", but "A and B met"."""
    rest = label.removeprefix(f"{lane} ")
    return label if rest.startswith("and ") else rest


def _tick(at: float, days: Sequence[str], outlets: Mapping[str, Mapping[str, str]]) -> Tick:
    reports = {id_: name for day in days for id_, name in outlets[day].items()}
    named = Counter(reports.values())
    said = [name for name, _ in named.most_common(4)]
    more = [f"{len(named) - 4} more"] if len(named) > 4 else []
    between = (
        say_date(days[0]) if len(days) == 1 else f"{say_date(days[0])} to {say_date(days[-1])}"
    )
    words = f"{count(len(reports), 'report')} published {between}: {list_names([*said, *more])}"
    return Tick(at, tuple(reports), words)
