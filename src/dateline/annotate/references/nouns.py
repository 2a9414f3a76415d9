"""What nouns and first names tell of those who bear them: a person or a thing, a woman or a man."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WOMAN, _MAN = "woman", "man"


@dataclass(frozen=True, slots=True)
class Nouns:
    """The word lists of the package, in lower case.

    Attributes:
        kinds: Nouns to "person", "group", "place", "quantity" or "time"; others are things.
        genders: Nouns to "f" or "m", where they tell.
        names: First names to "f" or "m", where nearly all who bear them are.
    """

    kinds: dict[str, str]
    genders: dict[str, str]
    names: dict[str, str]

    def kind_of(self, noun: str) -> str:
        """What a noun mostly stands for: "thing" if the lists don't know it."""
        known = self.kinds.get(noun) or self.kinds.get(noun.rpartition("-")[2])
        if known is None and noun.endswith((_WOMAN, _MAN, "women", "men")):
            return "person"
        return known or "thing"

    def gender_of(self, noun: str) -> str:
        """ "f" or "m" for nouns such as "actress" and "spokesman", else ""."""
        known = self.genders.get(noun)
        if known is None and noun.endswith((_WOMAN, "women")):
            return "f"
        return known or ""


@lru_cache(maxsize=1)
def load_nouns() -> Nouns:
    """The word lists of the package, read once."""
    rows = list(_rows("noun_kinds.tsv"))
    return Nouns(
        kinds={row[0]: row[1] for row in rows},
        genders={row[0]: row[2] for row in rows if row[2]},
        names={row[0]: row[1] for row in _rows("name_genders.tsv")},
    )


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dateline.annotate") / "data" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
