"""The sets that can be measured. To add one: a module beside `gold.py`, and a line here."""

from __future__ import annotations

from evaluation.benchmark import BenchmarkSet
from evaluation.gold import GOLD

SETS: tuple[BenchmarkSet, ...] = (GOLD,)
