"""The words that show how a name of a place is used, from ``data/places.toml``."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    files("dateline.annotate").joinpath("data/places.toml").read_text(encoding="utf-8")
)

PREPOSITIONS = frozenset(_DATA["prepositions"])
PREPOSITIONS_OF_TOWNS = frozenset(_DATA["prepositions_of_towns"])
SAID_OF_PLACES = frozenset(_DATA["said_of_places"])
HEADS_OF = frozenset(_DATA["heads_of"])
HAPPENINGS = frozenset(_DATA["happenings"])
VENUES = frozenset(_DATA["venues"])
KINDS = frozenset(_DATA["kinds"])
ROADS = frozenset(_DATA["roads"])
ROADS_BEFORE = frozenset(_DATA["roads_before"])
NUMBERED = frozenset(_DATA["numbered"])
GROUND = frozenset(_DATA["ground"])
GROUND_BEFORE = frozenset(_DATA["ground_before"])
DISTRICTS = frozenset(_DATA["districts"])
WITH_ARTICLE = frozenset(_DATA["with_article"])
DATES = frozenset(_DATA["dates"])
HONORIFICS = frozenset(_DATA["honorifics"])
PARTIES = frozenset(_DATA["parties"])
DIRECTIONS = frozenset(_DATA["directions"])
VERBS_OF_PLACE = frozenset(_DATA["verbs_of_place"])
STOP_NAMES = frozenset(name.lower() for name in _DATA["stop_names"])
COMMON_WORDS = frozenset(name.lower() for name in _DATA["common_words"])
