"""The word lists of headlines, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The lists of ``data/headlines.toml``, which says what each is."""

    labels: frozenset[str]
    views: frozenset[str]
    openers: frozenset[str]
    saying: frozenset[str]
    unpassive: frozenset[str]
    resultative: frozenset[str]
    bounds: frozenset[str]
    joints: frozenset[str]
    plain: Mapping[str, str]
    plain_before_name: Mapping[str, str]


@cache
def load_headline_words() -> HeadlineWords:
    """The lists of the package."""
    text = (files("dateline.annotate") / "data" / "headlines.toml").read_text("utf-8")
    lists = tomllib.loads(text)
    plain, before_name = lists.pop("plain"), lists.pop("plain_before_name")
    return HeadlineWords(
        **{name: frozenset(words) for name, words in lists.items()},
        plain=plain,
        plain_before_name=before_name,
    )
