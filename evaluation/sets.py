"""The sets that can be measured. To add one: a module beside `gold.py`, and a line here."""

from __future__ import annotations

from evaluation.arguments import ARGUMENTS
from evaluation.attribution import ATTRIBUTION
from evaluation.benchmark import BenchmarkSet
from evaluation.browser_speed import BROWSER_SPEED
from evaluation.conflicts import CONFLICTS
from evaluation.copies import COPIES
from evaluation.entities import ENTITIES
from evaluation.event_coreference import EVENT_COREFERENCE
from evaluation.event_coreference_raw import EVENT_COREFERENCE_RAW
from evaluation.event_days import EVENT_DAYS
from evaluation.event_places import EVENT_PLACES
from evaluation.factuality import FACTUALITY
from evaluation.gold import GOLD
from evaluation.growth_cost import GROWTH_COST
from evaluation.happenings import HAPPENINGS
from evaluation.identity import IDENTITY
from evaluation.muc4 import MUC4
from evaluation.name_matching import NAME_MATCHING
from evaluation.names import NAMES
from evaluation.origins import ORIGINS
from evaluation.places import PLACES
from evaluation.plover import PLOVER
from evaluation.references import REFERENCES
from evaluation.relations import RELATIONS
from evaluation.standing import STANDING
from evaluation.storyweb import STORYWEB
from evaluation.timelines import TIMELINES
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
    ARGUMENTS,
    PLOVER,
    FACTUALITY,
    STANDING,
    REFERENCES,
    NAME_MATCHING,
    ENTITIES,
    EVENT_COREFERENCE,
    EVENT_COREFERENCE_RAW,
    HAPPENINGS,
    TIMELINES,
    CONFLICTS,
    COPIES,
    IDENTITY,
    RELATIONS,
    STORYWEB,
    MUC4,
    ORIGINS,
    GROWTH_COST,
    BROWSER_SPEED,
)
