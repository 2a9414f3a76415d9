"""Which recordings and documents that reports of one event speak of are one.

A report tells of "the video", another of a "viral video on X". Where an event has no second video,
these are one; where it has, nobody can tell, and they are counted apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.events.telling import words_of

_ENDS = frozenset(("on", "of", "from", "by", "in", "at", "to", "that", "which", "showing"))


@dataclass(frozen=True, slots=True)
class Thing:
    """A recording or document by its words.

    Attributes:
        sort: "moving", "still", "sound", "written"; of a document its noun.
        says: The words that tell which one it is.
        is_other: Whether its words set it apart from another ("a second video").
    """

    sort: str
    says: frozenset[str]
    is_other: bool


def read_thing(kind: str, name: str) -> Thing:
    """A recording or document as its name tells of it.

    Args:
        kind: "media" or "document".
    """
    known, words = _words(), words_of(name)
    end = next((n for n, word in enumerate(words) if n and word in _ENDS), len(words))
    noun = words[end - 1] if words else ""
    sort = noun
    if kind == "media":
        sort = next((known[w] for w in reversed(words[:end]) if known.get(w) in _SORTS), noun)
    says = frozenset(
        word for word in words if word != noun and known.get(word) not in ("plain", *_SORTS)
    )
    others = {word for word in says if known.get(word) == "other"}
    return Thing(f"{kind}:{sort}", says, bool(others))


_SORTS = ("moving", "still", "sound", "written")


def find_same(named: Mapping[str, tuple[Thing, Collection[str]]]) -> dict[str, str]:
    """Things that are told of with fewer words → the one thing that these words fit.

    Args:
        named: Each thing by a name of its own, with the reports that tell of it: what one report
            tells apart stays apart.
    """
    found: dict[str, str] = {}
    for name, (thing, reports) in sorted(named.items()):
        wider = [
            other
            for other, (far, others) in sorted(named.items())
            if other != name and _fits(thing, far, name < other) and set(reports).isdisjoint(others)
        ]
        wider = [one for one in wider if not _has_wider(named[one][0], wider, named)]
        if len(wider) == 1:
            found[name] = wider[0]
    return found


def _fits(thing: Thing, other: Thing, is_first: bool) -> bool:
    """Whether the words of one could be said of the other; of equal ones the later is meant."""
    if thing.sort != other.sort or thing.is_other or other.is_other:
        return False
    return thing.says < other.says or (thing.says == other.says and is_first)


def _has_wider(
    thing: Thing, names: Iterable[str], named: Mapping[str, tuple[Thing, Collection[str]]]
) -> bool:
    return any(thing.says < named[one][0].says for one in names)


@cache
def _words() -> dict[str, str]:
    text = (files("dateline.events") / "data" / "recordings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}
