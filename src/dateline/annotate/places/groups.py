"""The names of a report, gathered to be told: a group a name, what follows it, what hints at it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.annotate.places.choice import contains
from dateline.annotate.places.evidence import Group
from dateline.annotate.places.gazetteer import Gazetteer, Place
from dateline.annotate.places.gazetteer_names import name_key
from dateline.annotate.places.readings import (
    Reading,
    hint,
    is_state_code,
    read_alike,
    read_name,
)
from dateline.annotate.places.words import DIRECTIONS
from dateline.records import Span

_AFTER = re.compile(
    r"(?:,[ \n]{1,2}(?:in[ \n])?|[ \n]?\(|[ \n]in[ \n])(?:the[ \n])?"
    rf"(?:(?:{'|'.join(sorted(DIRECTIONS))})[ \n])?"
)
_NEXT = re.compile(r"[A-Z][\w.&’'-]{0,30}(?: [A-Z][\w.&’'-]{0,30}){0,2}")
_WORD = re.compile(r"[A-Z][\w&.’'-]{0,30}")
_LIST_GAP = re.compile(r",? (?:and|or) |, ")
_LONGEST_GAP = 8
_HINTED = 60_000
"""Characters of the text that are searched for hints."""
_LONGEST_HINT = 40
_MOST_HINTS = 40
_HINT_WEIGHT = 0.5
_UNLIKELY_WEIGHT = 0.15
_SHORT = 4
"""A name of no more letters may be an abbreviation, and is compared as it is written."""
_MOST_NAMES = 2_000
"""A text that names more places is a list: the names after these are not told."""


class Name(NamedTuple):
    """A name to be told: where it stands, and the number of its sentence.

    `is_place` is False where the words rather name a person or a body: it still speaks for others,
    unless they are surely a part of such a name (`is_silent`). `is_person`: they name a person.
    `is_given`: the caller knows that they name a place.
    """

    start: int
    end: int
    text: str
    sentence: int
    is_place: bool = True
    is_silent: bool = False
    is_person: bool = False
    is_given: bool = False


def group_names(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> list[Group]:
    """One group for each name, or more where what follows it differs; the first named first.

    A mention that nothing follows joins the first group of its name.
    """
    read: dict[str, list[Reading]] = {}
    found: dict[tuple[str, frozenset[int]], Group] = {}
    first: dict[str, Group] = {}
    bare: list[tuple[int, str]] = []
    for index, name in enumerate(names):
        key = name.text if len(name.text) <= _SHORT else name_key(name.text)
        if key not in read:
            if len(read) == _MOST_NAMES:
                continue
            read[key] = read_name(name.text, gazetteer)
        holders = _holders(text, name.end, gazetteer) if read[key] else []
        held = _held(read[key], holders)
        if holders and not held and _is_doubted(read[key]):
            alike = read_alike(name.text, holders, gazetteer)
            read[key], held = [*read[key], *alike], _held(alike, holders)
        if not held:
            bare.append((index, key))
            continue
        if (key, held) not in found:
            followed = [place.number in held for place, _ in read[key]]
            found[key, held] = Group(name.text, read[key], followed, holders[0].name)
            first.setdefault(key, found[key, held])
        _add(found[key, held], index, name)
    for index, key in bare:
        if key not in first:
            group = _group(names[index].text, read[key])
            first[key] = found[key, frozenset()] = group
        _add(first[key], index, names[index])
    _note_lists(text, names, found.values())
    for group in found.values():
        is_place = any(names[mention].is_place for mention in group.mentions)
        group.is_silent = all(names[mention].is_silent for mention in group.mentions)
        group.weight = (1.0 if is_place else _UNLIKELY_WEIGHT) * (1 + math.log(len(group.mentions)))
    return sorted(found.values(), key=lambda group: group.mentions[0])


def hints(
    text: str, names: Sequence[Name], gazetteer: Gazetteer, persons: Sequence[Span] = ()
) -> list[Group]:
    """States, provinces and peoples that the text names apart from the names to be told."""
    near = [name for name in names if name.start < _HINTED]
    taken = {place for name in near for place in range(name.start, name.end)}
    taken |= {
        at for person in persons if person.start < _HINTED for at in range(person.start, person.end)
    }
    starts = [name.start for name in near]
    found: dict[str, Group] = {}
    for start, printed in _runs(text[:_HINTED]):
        end = start + len(printed)
        if start in taken or end - 1 in taken:
            continue
        readings = hint(printed, gazetteer)
        if is_state_code(printed, gazetteer) and text[max(0, start - 2) : start] != ", ":
            continue
        if not readings:
            continue
        taken.update(range(start, end))
        if printed not in found:
            if len(found) == _MOST_HINTS:
                break
            found[printed] = _group(printed, list(readings))
            found[printed].weight = _HINT_WEIGHT
        found[printed].sentences.add(_sentence_at(start, starts, near))
    return list(found.values())


def dateline_group(printed: str | None, gazetteer: Gazetteer) -> list[Group]:
    """The dateline's place, which speaks in every sentence; empty without one."""
    if not printed:
        return []
    inner, _, outer = printed.partition(",")
    readings = read_name(inner.strip().title(), gazetteer)
    if not readings:
        return []
    holders = _holders(f", {outer.strip()}", 0, gazetteer) if outer.strip() else []
    group = _group(inner.strip(), readings)
    group.followed = [any(contains(holder, place) for holder in holders) for place, _ in readings]
    group.is_everywhere = True
    return [group]


def _held(readings: Sequence[Reading], holders: Sequence[Place]) -> frozenset[int]:
    return frozenset(
        place.number for place, _ in readings if any(contains(holder, place) for holder in holders)
    )


def _is_doubted(readings: Sequence[Reading]) -> bool:
    """Whether no place has the name for its first one, spelt so."""
    return all(place.is_alternate or place.is_loose for place, _ in readings)


def _group(name: str, readings: list[Reading]) -> Group:
    return Group(name, readings, [False] * len(readings))


def _add(group: Group, index: int, name: Name) -> None:
    group.mentions.append(index)
    group.sentences.add(name.sentence)


def _note_lists(text: str, names: Sequence[Name], groups: Iterable[Group]) -> None:
    """Note which names stand side by side: "Ohio, Iowa and New York"."""
    for group in groups:
        for index in group.mentions:
            for left, right in ((index - 1, index), (index, index + 1)):
                if left >= 0 and right < len(names):
                    gap = text[names[left].end : names[right].start][:_LONGEST_GAP]
                    if _LIST_GAP.fullmatch(gap):
                        group.listed.add(left if right == index else right)


def _holders(text: str, end: int, gazetteer: Gazetteer) -> list[Place]:
    """What the words right after a name's end may say that it lies in."""
    gap = _AFTER.match(text, end)
    after = _NEXT.match(text, gap.end()) if gap else None
    if gap is None or after is None:
        return []
    words = after[0].split(" ")
    for length in range(len(words), 0, -1):
        printed = " ".join(words[:length]).rstrip(",")
        if gap[0].endswith("(") and is_state_code(printed, gazetteer):
            continue  # "(PA)": whose photograph it is
        for form in (printed, printed[:-1]) if printed.endswith(".") else (printed,):
            found = [place for place, via in hint(form, gazetteer) if via != "adjective"] or [
                place
                for place in gazetteer.look_up(form)
                if place.kind not in ("town", "feature") and not place.is_loose
            ]
            if found:
                return found
    return []


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Words and runs of two or three words in capitals, the longest first at each place."""
    words = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    for place, (start, _) in enumerate(words):
        for last in range(min(place + 2, len(words) - 1), place - 1, -1):
            run = text[start : words[last][1]]
            if len(run) > _LONGEST_HINT:
                continue
            yield start, run
            if run.endswith((".", "’s", "'s")):
                yield start, run[:-1] if run.endswith(".") else run[:-2]


def _sentence_at(start: int, starts: Sequence[int], names: Sequence[Name]) -> int:
    """The sentence of the nearest name, as the text is not cut here; 0 without names."""
    place = bisect_left(starts, start)
    near = [names[at] for at in (place - 1, place) if 0 <= at < len(names)]
    return min(near, key=lambda name: abs(name.start - start)).sentence if near else 0
