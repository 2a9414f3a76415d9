"""What nouns stand for that take part in events: people, groups, weapons, things that are made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

Kind = Literal["person", "group", "weapon", "made"]

_KINDS: dict[str, Kind] = {k: k for k in get_args(Kind)}


@dataclass(frozen=True, slots=True)
class ParticipantNouns:
    """What nouns stand for that take part in events.

    Attributes:
        kinds: Noun to what it stands for; others take no part.
        amounts: Words of number that stand for people by themselves or before "of".
        crewed: Things that do what those in them do.
    """

    kinds: Mapping[str, Kind]
    amounts: frozenset[str]
    crewed: frozenset[str]


@lru_cache(maxsize=1)
def load_participant_nouns() -> ParticipantNouns:
    """The nouns of the package: the list from WordNet, put right by hand."""
    folder = files("dateline.claims") / "lexicon"
    kinds: dict[str, Kind] = {}
    for line in (folder / "participant_nouns.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, nouns = line.split("\t")
            kinds.update(dict.fromkeys(nouns.split(), _KINDS[kind]))
    by_hand = tomllib.loads((folder / "unnamed.toml").read_text("utf-8"))
    for kind, stands_for in _KINDS.items():
        kinds.update(dict.fromkeys(by_hand[kind], stands_for))
    for noun in (*by_hand["never"], *by_hand["amount"]):
        kinds.pop(noun, None)
    return ParticipantNouns(kinds, frozenset(by_hand["amount"]), frozenset(by_hand["crewed"]))
