"""The sets that can be measured. To add one: a module beside `gold.py`, and a line here."""

from __future__ import annotations

from evaluation.attribution import ATTRIBUTION
from evaluation.benchmark import BenchmarkSet
from evaluation.entities import ENTITIES
from evaluation.event_days import EVENT_DAYS
from evaluation.event_places import EVENT_PLACES
from evaluation.factuality import FACTUALITY
from evaluation.gold import GOLD
from evaluation.identity import IDENTITY
from evaluation.name_matching import NAME_MATCHING
from evaluation.names import NAMES
from evaluation.places import PLACES
from evaluation.references import REFERENCES
from evaluation.relations import RELATIONS
from evaluation.times import TIMES
from evaluation.triggers import TRIGGERS

SETS: tuple[BenchmarkSet, ...] = (
    GOLD,
    NAMES,
    TIMES,
    EVENT_DAYS,
    PLACES,
    EVENT_PLACES,
    ATTRIBUTION,
    TRIGGERS,
    FACTUALITY,
    REFERENCES,
    NAME_MATCHING,
    ENTITIES,
    IDENTITY,
    RELATIONS,
)
