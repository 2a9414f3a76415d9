"""Which reports tell of one happening, from the words that they print; pure.

Reports meet by their rarest words, and are compared by all of them: words that few reports print
weigh more, and a short report is compared with the opening of a long one. Groups are joined best
first, by the mean of all their pairs. This says what a report is mainly of, not what a claim in it
tells: two reports of one happening may tell of a meeting and of its cancellation.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log, sqrt

from dateline.events.knowledge import load_common_words, load_plain_words
from dateline.events.telling import stem, words_of
from dateline.records import Report

LIKENESS = 0.13
"""How alike the reports of two groups must be in the mean to be of one happening."""

OPENING = 600
"""Code points of a body in which a report says what it is of."""
OPENING_COUNTS = 0.9
"""How much likeness of openings counts, where it is greater than that of the whole."""
TITLE_COUNTS = 2
"""Times that the words of a title are counted."""

NEAR_DAYS = 60
"""Reports printed further apart are often of an anniversary, or of the next of its kind …"""
FAR_COSTS = 0.04
"""… so that they need to be more alike by so much."""

KEYS = 48
"""Words of a report, the weightiest, that it is found by …"""
OPENING_KEYS = 16
"""… and so many of its opening."""
LARGEST_BLOCK = 64
"""Reports of one key that all meet; of more, each meets those that were printed next."""
NEIGHBOURS = 24
LEAST_SHARED = 0.01
"""Two reports are compared if the keys that they share make them alike by so much …"""
MOST_COMPARED = 48
"""… and one is among so many that are most like the other in these keys."""
MOST_WORDS = 6

Weighed = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Happening:
    """Reports that mainly tell of one thing.

    Attributes:
        reports: Ids, the first published first; two or more.
        words: What they have in common and other reports have not, the weightiest first, as
            they print it.
        first, last: ISO days of the first and the last publication; None if none is known.
    """

    reports: tuple[str, ...]
    words: tuple[str, ...]
    first: str | None
    last: str | None


def find_happenings(reports: Iterable[Report], likeness: float = LIKENESS) -> tuple[Happening, ...]:
    """The happenings that several of these reports are of, the largest first.

    The order of the reports does not matter. A report that is like no other is in none. Texts
    that were replaced by a later one of their address should be left out.

    Args:
        likeness: Stands for `LIKENESS`; more makes smaller groups.
    """
    pages = sorted({one.id: _read(one) for one in reports}.values(), key=lambda one: one.report)
    rarity = _rarities(pages)
    whole = [_weigh(page.whole, rarity) for page in pages]
    opening = [_weigh(page.opening, rarity) for page in pages]
    alike = {
        (left, right): max(
            _cosine(whole[left], whole[right]),
            OPENING_COUNTS * _cosine(opening[left], opening[right]),
        )
        - FAR_COSTS * _are_far(pages[left], pages[right])
        for left, right in _candidates(pages, whole, opening)
    }
    groups = [group for group in _join(len(pages), alike, likeness) if len(group) > 1]
    found = [_happening([pages[n] for n in group], [whole[n] for n in group]) for group in groups]
    return tuple(sorted(found, key=lambda one: (-len(one.reports), one.reports)))


@dataclass(frozen=True, slots=True)
class _Page:
    """A report as it is compared.

    Attributes:
        whole, opening: Stem → how often it is printed.
        printed: Stem → the word as it is mostly printed.
    """

    report: str
    day: date | None
    whole: Counter[str]
    opening: Counter[str]
    printed: Mapping[str, str]


_WORD = re.compile(r"[^\W_]+")


def _read(report: Report) -> _Page:
    body = report.text[report.body_start :]
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    whole, opening = Counter[str](), Counter[str]()
    for text, times, opens in ((report.title or "", TITLE_COUNTS, None), (body, 1, OPENING)):
        for found in _WORD.finditer(text):
            if key := _stem(found[0]):
                shown[key][found[0]] += 1
                whole[key] += times
                if opens is None or found.start() < opens:
                    opening[key] += times
    printed = {key: min(some, key=lambda w: (-some[w], w)) for key, some in shown.items()}
    day = date.fromisoformat(report.published_on) if report.published_on else None
    return _Page(report.id, day, whole, opening, printed)


def _stem(word: str) -> str | None:
    """What a word is compared by; None of one that reports of anything print."""
    folded = "".join(words_of(word))
    is_plain = folded in load_plain_words() or folded in load_common_words()
    return None if is_plain or len(folded) < 2 else stem(folded)


def _rarities(pages: Sequence[_Page]) -> Weighed:
    """What a stem weighs: the more, the fewer reports print it; never nothing."""
    reports = Counter(key for page in pages for key in page.whole)
    return {key: log((1 + len(pages)) / (1 + count)) + 1 for key, count in reports.items()}


def _weigh(counts: Counter[str], rarity: Weighed) -> Weighed:
    weights = {key: (1 + log(counts[key])) * rarity[key] for key in sorted(counts)}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / length for key, weight in weights.items()}


def _cosine(left: Weighed, right: Weighed) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[key] for key, weight in left.items() if key in right)


def _are_far(left: _Page, right: _Page) -> bool:
    if left.day is None or right.day is None:
        return False
    return abs((left.day - right.day).days) > NEAR_DAYS


# Candidates --------------------------------------------------------------------------------------


def _candidates(
    pages: Sequence[_Page], whole: Sequence[Weighed], opening: Sequence[Weighed]
) -> list[tuple[int, int]]:
    """Pairs that share some of their weightiest words, each once, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in range(len(pages)):
        keys = {*_weightiest(whole[number], KEYS), *_weightiest(opening[number], OPENING_KEYS)}
        for key in keys:
            blocks[key].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for key, members in sorted(blocks.items()):
        is_small = len(members) <= LARGEST_BLOCK
        for left, right in combinations(members, 2) if is_small else _neighbours(pages, members):
            shared[left, right] += max(
                whole[left][key] * whole[right][key],
                opening[left].get(key, 0.0) * opening[right].get(key, 0.0),
            )
    met: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, alike in shared.items():
        if alike >= LEAST_SHARED:
            for one in pair:
                met[one].append((-alike, pair))
    return sorted({pair for some in met.values() for _, pair in sorted(some)[:MOST_COMPARED]})


def _weightiest(weights: Weighed, count: int) -> list[str]:
    return sorted(weights, key=lambda key: (-weights[key], key))[:count]


def _neighbours(pages: Sequence[_Page], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda number: (pages[number].day or date.max, number))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            yield min(one, other), max(one, other)


# Groups ------------------------------------------------------------------------------------------


def _join(count: int, alike: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Groups of places by average link; a pair that was not compared is not alike at all."""
    total: list[dict[int, float]] = [{} for _ in range(count)]
    for (left, right), value in alike.items():
        total[left][right] = total[right][left] = value
    groups = [[place] for place in range(count)]
    heap = [(-value, left, right) for (left, right), value in alike.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        value, left, right = heapq.heappop(heap)
        if -value != _mean(groups, total, left, right):
            continue  # one of the two has grown since
        large, small = sorted((left, right), key=lambda one: (-len(groups[one]), one))
        groups[large] += groups[small]
        groups[small] = []
        del total[large][small], total[small][large]
        for other, some in sorted(total[small].items()):
            del total[other][small]
            total[large][other] = total[other][large] = total[large].get(other, 0.0) + some
        total[small] = {}
        for other in sorted(total[large]):
            mean = _mean(groups, total, large, other)
            if mean is not None and mean >= least:
                heapq.heappush(heap, (-mean, min(large, other), max(large, other)))
    return [sorted(group) for group in groups if group]


def _mean(
    groups: Sequence[Sequence[int]], total: Sequence[Mapping[int, float]], left: int, right: int
) -> float | None:
    """How alike two groups are in the mean; None if one is no more, or nothing ties them."""
    if right not in total[left]:
        return None
    return total[left][right] / (len(groups[left]) * len(groups[right]))


def _happening(pages: Sequence[_Page], weights: Sequence[Weighed]) -> Happening:
    ordered = sorted(pages, key=lambda page: (page.day or date.max, page.report))
    days = sorted(page.day for page in pages if page.day is not None)
    told = Counter(key for one in weights for key in one)
    summed: dict[str, float] = defaultdict(float)
    for one in weights:
        for key, weight in one.items():
            if 2 * told[key] > len(pages):
                summed[key] += weight
    leading = _weightiest(summed, MOST_WORDS)
    return Happening(
        reports=tuple(page.report for page in ordered),
        words=tuple(_as_printed(pages, key) for key in leading),
        first=days[0].isoformat() if days else None,
        last=days[-1].isoformat() if days else None,
    )


def _as_printed(pages: Sequence[_Page], key: str) -> str:
    words = Counter(page.printed[key] for page in pages if key in page.printed)
    return min(words, key=lambda word: (-words[word], word))
