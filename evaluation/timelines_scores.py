"""Scores of timelines: the relations that they come to, and days of single words.

As in TempEval-3 (UzZaman et al. 2013), whose measure the task took over: what one side says in as
few relations as tell it all is looked up among all that follows from the other side. The task's
own converter is not at hand; which of several equal reductions it writes is not known, so figures
may differ from it a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

from evaluation.timelines_corpus import Line, Timelines

Node = tuple[Hashable, ...]
Relations = set[tuple[str, Node, Node]]


def stages_of(lines: Sequence[Line]) -> list[list[Node]]:
    """What happened at the same time, the earliest first: events, and the dates they stand at.

    Lines of order 0 have no place. A date of which not even the year is known is none.
    """
    stages: dict[int, dict[Node, None]] = defaultdict(dict)
    for line in sorted(lines, key=lambda one: (one.order, one.day)):
        if line.order > 0:
            stages[line.order].update(
                dict.fromkeys(("event", *mention) for mention in sorted(line.mentions))
            )
            if "X" not in line.day[:4]:
                stages[line.order]["date", line.day] = None
    return [list(nodes) for _, nodes in sorted(stages.items())]


def closed(lines: Sequence[Line]) -> Relations:
    """All that follows from a timeline; what is together is so either way round."""
    found: Relations = set()
    earlier: list[Node] = []
    for stage in stages_of(lines):
        found.update(("with", one, other) for one in stage for other in stage if one != other)
        found.update(("before", one, other) for one in earlier for other in stage)
        earlier += stage
    return found


def reduced(lines: Sequence[Line]) -> Relations:
    """As few relations as tell a whole timeline: within each stage, and from stage to stage."""
    stages = stages_of(lines)
    dates: dict[Node, Node] = {
        ("event", *mention): ("date", line.day)
        for line in lines
        for mention in line.mentions
        if "X" not in line.day[:4]
    }
    found: Relations = set()
    for stage in stages:
        events = [node for node in stage if node[0] == "event"]
        dated = [event for event in events if event in dates]
        # each event at the date of its line, as the task has them
        found.update(("with", event, dates[event]) for event in dated)
        apart = [*dated[:1], *(event for event in events if event not in dates)]
        apart += [node for node in stage if node[0] == "date" and node != dates.get(apart[0])]
        found.update(("with", one, other) for one, other in pairwise(apart))
    found.update(("before", one[0], other[0]) for one, other in pairwise(stages))
    return found


def awareness(gold: Timelines, found: Timelines) -> dict[str, float]:
    """Micro precision, recall and F1 of the relations, over all entities of the gold."""
    right = given = known = wanted = 0
    for name, lines in gold.items():
        ours = found.get(name, ())
        right += len(reduced(ours) & closed(lines))
        given += len(reduced(ours))
        known += len(reduced(lines) & closed(ours))
        wanted += len(reduced(lines))
    return _figures(right, given, known, wanted)


def words_of_days(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """The lenient reading: each word of an event with its day, wherever it stands."""
    return set(_words(lines))


def _words(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if "X" not in line.day[:4]:
            for _report, _sentence, words in line.mentions:
                yield words.partition("_")[0], line.day


def share(
    gold: Timelines, found: Timelines, reading: Callable[[Sequence[Line]], set[tuple[str, str]]]
) -> dict[str, float]:
    """Micro precision, recall and F1 of what single lines say, over all entities of the gold."""
    pairs = [(reading(lines), reading(found.get(name, ()))) for name, lines in gold.items()]
    right = sum(len(one & other) for one, other in pairs)
    wanted, given = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    return _figures(right, given, right, wanted)


def _figures(right: int, given: int, known: int, wanted: int) -> dict[str, float]:
    precision = right / given if given else 0.0
    recall = known / wanted if wanted else 0.0
    both = precision + recall
    return {
        "f1": 2 * precision * recall / both if both else 0.0,
        "precision": precision,
        "recall": recall,
    }
