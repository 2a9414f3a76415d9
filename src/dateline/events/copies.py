"""Reports that repeat another's text, found through an index of hashed runs of words."""

from __future__ import annotations

import heapq
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.records import Report

RUN = 5
"""Words in a run (a shingle)."""

CONTAINED = 0.8
"""A report of whose runs at least this share stands in an earlier report is a copy of it."""

LEAST_RUNS = 4
"""A shorter body says too little; only the very same words make it a copy."""

FULL = 400
"""Of a body with more runs, those whose hash 4 divides are kept."""

_MASK = (1 << 61) - 1
_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
_MOST_WORDS = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Body:
    """A report's text below title, byline and dateline, as hashed runs of words.

    Attributes:
        whole: Hash of all words; 0 if there are fewer than a run.
        runs: Hashes of runs, of a long body those that 4 divides.
        is_sampled: Whether it is a long body.
        length: In words.
    """

    report: Report
    whole: int
    runs: frozenset[int]
    is_sampled: bool
    length: int


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Which reports only repeat another's text.

    The one copied is the earliest published; of those of one moment or day the fullest, then
    the least id. A report without a date comes last. Bodies are compared without case and
    punctuation: the same words throughout, or at least `CONTAINED` of the later one's runs of
    five words inside the earlier one.

    Returns:
        Report id → id of the report whose text it repeats, which is itself no copy.
    """
    distinct = {report.id: report for report in reports}.values()
    bodies = {place_of(body): body for body in map(read_body, distinct)}
    uses = Counter(run for body in bodies.values() for run in body.runs)
    copies: dict[str, str] = {}
    wholes: dict[int, str] = {}
    owners: dict[int, list[str]] = defaultdict(list)
    for place, body in sorted(bodies.items()):
        found = wholes.get(body.whole)
        if found is None:
            near = {one for run in telling_runs(body, uses) for one in owners.get(run, ())}
            found = first_that_holds(body, near, bodies.__getitem__)
        if found is not None:
            holder = bodies[found].report.id
            copies[body.report.id] = copies.get(holder, holder)
        if body.whole:
            wholes.setdefault(body.whole, place)
        for run in body.runs:
            if uses[run] > 1:
                owners[run].append(place)
    return copies


def place_of(body: Body) -> str:
    """Sorts bodies as their reports were published, of one moment the fullest first, then by id."""
    passed = (instant_of(body.report.published) - _FIRST) // timedelta(microseconds=1)
    return f"{max(0, passed):015x}.{max(0, _MOST_WORDS - body.length):08x}.{body.report.id}"


def instant_of(published: str | None) -> datetime:
    """When a report came out, for sorting: a bare day counts from its first second, UTC."""
    if not published:
        return _LATEST
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return _LATEST
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def read_body(report: Report) -> Body:
    """The runs of words of a report's body, in time linear in its text."""
    text = report.text[report.body_start :].casefold()
    words = "".join(c if c.isalnum() else " " for c in text).split()
    hashed = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    whole = 0
    for word in hashed:
        whole = (whole * 1_000_003 + word + 1) & _MASK
    runs = frozenset(_hash_runs(hashed))
    is_long = len(runs) > FULL
    if is_long:
        runs = frozenset(run for run in runs if run % 4 == 0)
    return Body(report, whole if len(words) >= RUN else 0, runs, is_long, len(words))


def _hash_runs(hashed: Sequence[int]) -> Iterable[int]:
    for start in range(len(hashed) - RUN + 1):
        run = 0
        for word in hashed[start : start + RUN]:
            run = (run * 1_000_003 + word + 1) & _MASK
        yield run ^ (run >> 31)


def telling_runs(body: Body, uses: Mapping[int, int]) -> set[int]:
    """The rarest runs of a body, so many that whoever holds most of it has one of them.

    Args:
        uses: In how many bodies each of its runs is.
    """
    found: set[int] = set()
    for runs in (body.runs, sample_of(body)):
        if len(runs) >= LEAST_RUNS:
            fewest = len(runs) - math.ceil(CONTAINED * len(runs)) + 1
            found.update(heapq.nsmallest(fewest, runs, key=lambda run: (uses[run], run)))
    return found


def sample_of(body: Body) -> frozenset[int]:
    """Those of its runs that a long body would keep of them."""
    return body.runs if body.is_sampled else frozenset(run for run in body.runs if run % 4 == 0)


def first_that_holds(body: Body, near: Iterable[str], load: Callable[[str], Body]) -> str | None:
    """The first of some places whose body holds most of this one; None if none does.

    Args:
        near: Earlier places, among them all whose bodies have a telling run of this one.
        load: The body at a place.
    """
    return next((one for one in sorted(near) if share_in(body, load(one)) >= CONTAINED), None)


def share_in(later: Body, earlier: Body) -> float:
    """How much of the later body stands in the earlier one, from 0 to 1; 0 if nobody can tell."""
    runs = sample_of(later) if earlier.is_sampled else later.runs
    return len(runs & earlier.runs) / len(runs) if len(runs) >= LEAST_RUNS else 0.0
