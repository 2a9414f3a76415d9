"""The set `conflicts`: what the reports of one happening cannot both be right on.

Happenings told by two to eight fictional reports, with conflicts of all five kinds planted in half
of the scenes, and differences that are none in the others. One part is made as records, so that
nothing hangs on reading; the other is plain English that the whole product reads.
The peer takes any two values that differ for a conflict, in the product's own events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dateline.events import group_events
from dateline.records import Claim, ConflictOn, Event
from evaluation.benchmark import BenchmarkSet, Result
from evaluation.conflict_cases import make_cases
from evaluation.conflict_texts import make_stories, read_story

KINDS: tuple[ConflictOn, ...] = get_args(ConflictOn)
PEER = "any values that differ"
RECORDS, TEXTS = 20, 3
"""How often each scene is made."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One happening: what was planted, and what was found.

    Attributes:
        planted: The kind of conflict; None if there is none.
        found: Kinds that an event of it has.
        differs: Kinds on which the claims of an event of it differ in any way.
        sides_right: Whether a conflict of the planted kind has the planted sides; None if that
            is not asked.
    """

    scene: str
    planted: ConflictOn | None
    found: frozenset[ConflictOn]
    differs: frozenset[ConflictOn]
    sides_right: bool | None = None


def judge_cases(times: int) -> Iterator[Judged]:
    """The part made as records."""
    for made in make_cases(times):
        events = group_events(made.claims, made.entities, made.reports)
        planted = {claim for side in made.sides for claim in side}
        sides = {
            frozenset(frozenset(planted.intersection(side.claims)) for side in conflict.sides)
            for event in events
            for conflict in event.conflicts
            if conflict.on == made.on
        }
        right = made.sides in sides if made.on else None
        yield Judged(made.scene, made.on, _found(events), _differs(events, made.claims), right)


def judge_texts(times: int) -> Iterator[Judged]:
    """The part in plain English."""
    for story in make_stories(times):
        events, claims = read_story(story)
        yield Judged(story.name, story.on, _found(events), _differs(events, claims))


def _found(events: Iterable[Event]) -> frozenset[ConflictOn]:
    return frozenset(conflict.on for event in events for conflict in event.conflicts)


def _differs(events: Iterable[Event], claims: Iterable[Claim]) -> frozenset[ConflictOn]:
    by_id = {claim.id: claim for claim in claims}
    return frozenset(
        on for event in events for on in _values_differ([by_id[id_] for id_ in event.claims])
    )


def _values_differ(claims: Sequence[Claim]) -> Iterator[ConflictOn]:
    values: dict[tuple[ConflictOn, str], set[object]] = defaultdict(set)
    for claim in claims:
        values["happened", ""].add(claim.polarity)
        if claim.when is not None:
            values["when", ""].add(claim.when.edtf)
        if claim.where is not None:
            values["where", ""].add((claim.where.name, claim.where.venue))
        if claim.who:
            values["who", ""].add(frozenset(one.words.exact for one in claim.who))
        for count in claim.counts:
            values["count", count.of].add((count.least, count.most, count.about))
    for (on, _of), some in values.items():
        if len(some) > 1:
            yield on


def score(judged: Sequence[Judged], *, peer: bool = False) -> dict[str, float]:
    """Precision, recall and F1 over all kinds, and of each; what had nothing to judge left out."""
    right: Counter[ConflictOn] = Counter()
    found: Counter[ConflictOn] = Counter()
    planted: Counter[ConflictOn] = Counter()
    for one in judged:
        kinds: Collection[ConflictOn] = one.differs if peer else one.found
        found.update(kinds)
        if one.planted is not None:
            planted[one.planted] += 1
            right[one.planted] += one.planted in kinds
    figures = _shares("", sum(right.values()), sum(found.values()), sum(planted.values()))
    for kind in KINDS:
        figures |= _shares(f"{kind}_", right[kind], found[kind], planted[kind])
    asked = [one.sides_right for one in judged if one.sides_right is not None]
    if asked and not peer:
        figures["sides"] = sum(asked) / len(asked)
    return figures


def _shares(name: str, right: int, found: int, planted: int) -> dict[str, float]:
    figures = {}
    if found:
        figures[f"{name}p"] = right / found
    if planted:
        figures[f"{name}r"] = right / planted
    if found + planted:
        figures[f"{name}f1"] = 2 * right / (found + planted)
    return figures


def misses(judged: Iterable[Judged]) -> tuple[tuple[str, int], ...]:
    """Scenes that went wrong, and how often, most often first."""
    wrong: Counter[str] = Counter()
    for one in judged:
        planted = {one.planted} if one.planted else set()
        wrong.update(f"missed: {one.scene}" for _ in planted - one.found)
        wrong.update(f"not one ({kind}): {one.scene}" for kind in sorted(one.found - planted))
    return tuple(sorted(wrong.items(), key=lambda item: (-item[1], item[0])))


def run(_folder: Path) -> Result:
    """Makes the cases and measures on them."""
    records, texts = list(judge_cases(RECORDS)), list(judge_texts(TEXTS))
    parts: Mapping[str, Mapping[str, float]] = {
        "plain English": score(texts),
        f"plain English, {PEER}": score(texts, peer=True),
    }
    return Result(
        set="conflicts",
        documents=len(records) + len(texts),
        figures=score(records),
        peers={PEER: score(records, peer=True)},
        part="generated, made as records",
        parts=parts,
        counts=misses([*records, *texts]),
        notes=(
            "Scenes are ours, and the rules were made with them in sight: the figures say that the "
            "rules do what they should, not how often real reports conflict.",
            "“sides” is the share of planted conflicts whose sides have just the planted claims.",
        ),
    )


CONFLICTS = BenchmarkSet(
    name="conflicts",
    measures="conflicts between the reports of one happening: P, R, F1",
    run=run,
    headline=("p", "r", "f1"),
    is_generated=True,
)
