"""The sets that can be measured. To add one: a module beside `gold.py`, and a line here."""

from __future__ import annotations

from evaluation.benchmark import BenchmarkSet
from evaluation.event_days import EVENT_DAYS
from evaluation.gold import GOLD
from evaluation.times import TIMES

SETS: tuple[BenchmarkSet, ...] = (GOLD, TIMES, EVENT_DAYS)
