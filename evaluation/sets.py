"""The sets that can be measured. To add one: a module beside `gold.py`, and a line here."""

from __future__ import annotations

from evaluation.benchmark import BenchmarkSet
from evaluation.event_days import EVENT_DAYS
from evaluation.event_places import EVENT_PLACES
from evaluation.gold import GOLD
from evaluation.places import PLACES
from evaluation.times import TIMES

SETS: tuple[BenchmarkSet, ...] = (GOLD, TIMES, EVENT_DAYS, PLACES, EVENT_PLACES)
