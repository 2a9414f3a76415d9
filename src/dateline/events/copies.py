"""Reports that repeat another's text, found through an index of hashed runs of words."""

from __future__ import annotations

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.records import Report

RUN = 5
"""Words in a run (a shingle)."""

CONTAINED = 0.8
"""A report of whose runs at least this share stands in an earlier report is a copy of it."""

LEAST_RUNS = 4
"""A shorter body says too little; only the very same words make it a copy."""

FULL = 400
"""Of a body with more runs, those whose hash 4 divides are kept."""

OWNERS = 32
"""Reports that one run leads to, the earliest; what more print it is boilerplate."""

CANDIDATES = OWNERS + 1
"""Earlier reports that a body is compared with: as many as can print one boilerplate, and the
one that it copies, which the boilerplate's runs may no longer lead to."""

_MASK = (1 << 61) - 1
_LATEST = datetime.max.replace(tzinfo=UTC)


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
    bodies = sorted((read_body(report) for report in distinct), key=_first_published)
    copies: dict[str, str] = {}
    wholes: dict[int, str] = {}
    owners: dict[int, list[int]] = defaultdict(list)
    for number, body in enumerate(bodies):
        root = wholes.get(body.whole) or _holder(body, bodies, owners)
        if root is not None:
            copies[body.report.id] = copies.get(root, root)
        elif body.whole:
            wholes[body.whole] = body.report.id
        _own(owners, body, number)
    return copies


def _first_published(body: Body) -> tuple[datetime, int, str]:
    return instant_of(body.report.published), -body.length, body.report.id


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


def _holder(body: Body, bodies: Sequence[Body], owners: dict[int, list[int]]) -> str | None:
    """The id of the earlier report that holds most of this body, if it holds enough."""
    if len(body.runs) < LEAST_RUNS:
        return None
    shared: Counter[int] = Counter()
    for run in body.runs:
        shared.update(owners.get(run, ()))
    sample = sum(run % 4 == 0 for run in body.runs)

    def rank(number: int) -> tuple[float, int]:
        is_sample = bodies[number].is_sampled and not body.is_sampled
        return -shared[number] / (sample if is_sample else len(body.runs)), number

    for number in heapq.nsmallest(CANDIDATES, shared, key=rank):
        if share_in(body, bodies[number]) >= CONTAINED:
            return bodies[number].report.id
    return None


def share_in(later: Body, earlier: Body) -> float:
    """How much of the later body stands in the earlier one, from 0 to 1; 0 if nobody can tell."""
    runs = later.runs
    if earlier.is_sampled and not later.is_sampled:
        runs = frozenset(run for run in runs if run % 4 == 0)
    return len(runs & earlier.runs) / len(runs) if len(runs) >= LEAST_RUNS else 0.0


def _own(owners: dict[int, list[int]], body: Body, number: int) -> None:
    for run in body.runs:
        held = owners[run]
        if len(held) < OWNERS:
            held.append(number)
