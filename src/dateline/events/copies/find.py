"""Reports that repeat another's text: whole, cut, or in partly other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.events.copies.body import Body, Reader
from dateline.events.copies.passages import Alignment, align, show_passages
from dateline.events.copies.shared_runs import find_pairs
from dateline.records import Copy, CopyKind, Report

REPEATED = 0.7
"""A report of whose words at least this share stands in another report's passages is a copy."""

REPEATED_EARLY = 0.8
"""Of one that came out before the other, worded alike, this share."""

IN_RUNS = 0.2
"""So much of the runs of the shorter of two bodies is in the other, if one repeats the other."""

WORDED_ALIKE = 0.65
"""From this share of runs on two bodies are worded alike, else the one is reworded."""

NAMED = {True: 0.5, False: 0.75}
"""A copy that is worded alike, or reworded, keeps so many of its names and numbers. A form that is
filled in each day has others; who rewords a text leaves them as they are."""

COUNTED = {True: 0.25, False: 0.65}
"""And of its numbers so many, if it has `FEW_NUMBERS`."""

FEW_NUMBERS = 5

SHORT = 20
"""Of a body with fewer words that tell, `NEARLY_ALL` must stand in the other."""

LEAST_WORDS = 8
"""A body with fewer words that tell is only a copy of the very same words."""

NEARLY_ALL = 0.9

SHOWN, LEAST_SHOWN = 0.25, 20
"""Text in common that is no copy is shown from this share and so many words that tell on."""


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Which reports only repeat another's text.

    The one copied is the earliest published that has the text; of those of one moment or day the
    fullest, then the least id. A report without a date comes last. If none before it has the text,
    a report may still be a part of a fuller one that came out later: then that is the one copied.
    Bodies are compared without case, punctuation and endings.

    Returns:
        Report id → id of the report whose text it repeats, which is itself no copy.
    """
    distinct = {report.id: report for report in reports}.values()
    bodies = Reader().read_all(distinct)
    holders = _same_words(bodies)
    earlier: dict[int, int] = {}
    after: dict[int, int] = {}
    for later, before in find_pairs(bodies):
        if later in holders:
            continue
        if later not in earlier and repeats(bodies[later], bodies[before]):
            earlier[later] = before
        is_open = not any(before in known for known in (holders, earlier, after))
        if is_open and repeats_early(bodies[before], bodies[later]):
            after[before] = later
    links = {
        bodies[one].report: bodies[other].report
        for one, other in {**after, **earlier, **holders}.items()
    }
    roots = {report: root_of(report, links) for report in links}
    return {report: root for report, root in sorted(roots.items()) if root != report}


def _same_words(bodies: Sequence[Body]) -> dict[int, int]:
    """Each body whose very words an earlier one has → the first that has them."""
    firsts: dict[int, int] = {}
    found = {}
    for number, body in enumerate(bodies):
        first = firsts.setdefault(body.whole, number)
        if body.whole and first != number:
            found[number] = first
    return found


def root_of(report: str, holders: Mapping[str, str]) -> str:
    """The text that those who hold each other's lead to; where they go round, the least id."""
    path = [report]
    while (holder := holders.get(path[-1])) is not None:
        if holder in path:
            return min(path[path.index(holder) :])
        path.append(holder)
    return path[-1]


def repeats(body: Body, other: Body) -> bool:
    """Whether a body only repeats another's text."""
    return _may_repeat(body, other) and _is_repeated(body, other, align(body, other))


def repeats_early(body: Body, later: Body) -> bool:
    """Whether a body is part of the fuller text that another report printed only later."""
    if len(later.words) * 0.8 < len(body.words) or not _may_repeat(body, later):
        return False
    if _in_runs(body, later) < WORDED_ALIKE:
        return False
    found = align(body, later)
    return found.share >= REPEATED_EARLY and _is_repeated(body, later, found)


def _may_repeat(body: Body, other: Body) -> bool:
    """Whether it is worth while to align two bodies: what they have in common in any order."""
    alike = _in_runs(body, other)
    if len(body.words) < LEAST_WORDS or alike < IN_RUNS:
        return False
    found = np.isin(body.words, other.words)
    names, numbers = found[body.names], found[body.numbers]
    return _is_enough(body, alike, _mean(found), _mean(names), _mean(numbers))


def _is_repeated(body: Body, other: Body, found: Alignment) -> bool:
    alike = _in_runs(body, other)
    return _is_enough(body, alike, found.share, found.names, found.numbers)


def _in_runs(body: Body, other: Body) -> float:
    shorter, longer = sorted((body.runs, other.runs), key=len)
    return _mean(np.isin(shorter, longer, assume_unique=True))


def _mean(found: NDArray[np.bool_]) -> float:
    return float(found.mean()) if len(found) else 1.0


def _is_enough(body: Body, alike: float, share: float, names: float, numbers: float) -> bool:
    is_alike = alike >= WORDED_ALIKE
    is_counted = np.count_nonzero(body.numbers) >= FEW_NUMBERS
    return (
        share >= (REPEATED if len(body.words) >= SHORT else NEARLY_ALL)
        and names >= NAMED[is_alike]
        and not (is_counted and numbers < COUNTED[is_alike])
    )


def compare_copy(report: Report, of: Report) -> Copy | None:
    """What a report repeats of another; None if that is nothing worth showing."""
    reader = Reader()
    body, other = reader.read(report), reader.read(of)
    found = align(body, other)
    if body.whole and body.whole == other.whole:
        kind: CopyKind = "whole"
    elif repeats(body, other):
        kind = _kind_of(body, other, found)
    else:
        return _shared(report, of, body, found)
    return Copy(report.id, of.id, kind, found.share, show_passages(report, of, found.stretches))


def _kind_of(body: Body, other: Body, found: Alignment) -> CopyKind:
    if found.share < 0.95:
        return "edited"
    return "cut" if len(body.words) < 0.9 * len(other.words) else "edited"


def _shared(report: Report, of: Report, body: Body, found: Alignment) -> Copy | None:
    solid = [one for one in found.stretches if one.is_solid]
    common = sum(len(one.common) for one in solid)
    share = common / max(1, len(body.words))
    if share < SHOWN or common < LEAST_SHOWN:
        return None
    return Copy(report.id, of.id, "shared", share, show_passages(report, of, solid))


def find_shared(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """What reports have in common that do not copy each other: a statement that both print.

    Returns:
        One for each pair, of the later report or, if less of that is in common, of the earlier;
        by report and other.
    """
    known = {report.id: report for report in reports}
    bodies = Reader().read_all(known.values())
    found = []
    for pair in find_pairs(bodies):
        later, earlier = (bodies[number] for number in pair)
        if later.whole == earlier.whole or _copy_each_other(later, earlier):
            continue
        both = ((later, earlier), (earlier, later))
        tried = [compare_copy(known[one.report], known[other.report]) for one, other in both]
        found += [one for one in tried if one is not None][:1]
    return tuple(sorted(found, key=lambda one: (one.report, one.of)))


def _copy_each_other(later: Body, earlier: Body) -> bool:
    return repeats(later, earlier) or repeats_early(earlier, later)
