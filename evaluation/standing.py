"""The set `standing`: is an event certain, did it happen, is it to come (MEANTIME).

Its labels say of each event word whether the text takes it for certain, and which way: as having
happened or going to, or as not. Every labelled word is judged, and by themselves those that carry
a claim of the product. Errors were read on apple alone.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.claims.standing import Standing, Standings
from dateline.read import read_bytes
from dateline.records import Annotations, Grammar, Report, Token, cut
from dateline.resolve.described import head_word
from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result
from evaluation.running_text import set_sentences

UNTOUCHED, READ = "airbus", "apple"
"""The topic whose errors nobody read, and the other one."""
RULES, ALL_CERTAIN = "rules alone", "all certain, all happened"

_RARE: Mapping[str, Mapping[str, bool]] = {
    "certainty": {"CERTAIN": False, "PROBABLE": True, "POSSIBLE": True},
    "polarity": {"POS": False, "NEG": True},
    "time": {"NON_FUTURE": False, "FUTURE": True},
}
"""Of each attribute its labels, and whether each is of the rarer kind; others say nothing."""
_NAMES = {"certainty": "uncertain", "polarity": "denied", "time": "future"}
_DATE_LINE = 1


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """The words of an event, and for each attribute that is labelled if it is of the rarer kind."""

    start: int
    end: int
    rare: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A report of a topic, with its labelled events."""

    topic: str
    report: Report
    events: tuple[LabelledEvent, ...]


def run(data: Path) -> Result:
    """Measures the product, and its rules alone, on every labelled event.

    Raises:
        DataMissing: If the reports are not there.
    """
    texts = list(read_meantime(data))
    judged = {t.report.id: judge(t, annotate(t.report)) for t in texts}
    alone = {t.report.id: judge(t, annotate(t.report, with_reader=False)) for t in texts}
    untouched = [t for t in texts if t.topic == UNTOUCHED]
    mine = [j for t in untouched for j in judged[t.report.id]]
    rules = [j for t in untouched for j in alone[t.report.id]]
    claimed = figures_of([j for j in mine if j.is_claimed])
    return Result(
        set="standing",
        documents=len(texts),
        figures={**figures_of(mine), **{f"claims_{name}": x for name, x in claimed.items()}},
        peers={
            RULES: figures_of(rules),
            ALL_CERTAIN: figures_of([replace(j, found=dict.fromkeys(_RARE, False)) for j in mine]),
        },
        part=f"MEANTIME, {UNTOUCHED}",
        parts={
            READ: figures_of([j for t in texts if t.topic == READ for j in judged[t.report.id]])
        },
        notes=(
            "F1 is that of the rarer kind: nearly all events of news are certain and happened, so "
            "that an accuracy says little. What is planned counts as certain and to come, as the "
            "labels have it; what is alleged, inferred or only supposed as uncertain. Events "
            "whose attribute the labels leave open are left out.",
            "The figures of claims are of those labelled events that carry a claim.",
        ),
    )


# ------------------------------------------------------------------------------------- labels


def read_meantime(data: Path) -> Iterator[LabelledText]:
    """The reports of MEANTIME, title and text, by topic and name.

    Raises:
        DataMissing: If there are none.
    """
    found = sorted(data.glob("intra_cross-doc_annotation/corpus_*/*.xml"))
    if not found:
        raise DataMissing(f"standing: {data} holds no intra_cross-doc_annotation/corpus_*/*.xml")
    for path in found:
        root = ET.fromstring(path.read_bytes())
        yield _text(path.parent.name.removeprefix("corpus_"), path.stem, root)


def _text(topic: str, name: str, root: ET.Element) -> LabelledText:
    lines: defaultdict[int, list[ET.Element]] = defaultdict(list)
    for token in root.iter("token"):
        lines[int(token.get("sentence", "0"))].append(token)
    lines.pop(_DATE_LINE, None)
    rows = [lines[number] for number in sorted(lines)]
    text, places = set_sentences([[word.text or "" for word in row] for row in rows])
    at = {
        word.get("t_id"): place
        for row, extents in zip(rows, places, strict=True)
        for word, place in zip(row, extents, strict=True)
    }
    events = []
    for mark in root.iterfind("Markables/EVENT_MENTION"):
        anchors = [at[a.get("t_id")] for a in mark.iterfind("token_anchor") if a.get("t_id") in at]
        labels = {name: mark.get(name, "") for name in _RARE}
        rare = {name: of[labels[name]] for name, of in _RARE.items() if labels[name] in of}
        if anchors and rare:
            events.append(LabelledEvent(anchors[0][0], anchors[-1][1], rare))
    events.sort(key=lambda event: (event.start, event.end))
    read = read_bytes(text.encode())
    if read.text != text:
        raise ValueError(f"standing: {name}: reading changes the text")
    return LabelledText(topic, replace(read, file=name, body_start=0), tuple(events))


# ------------------------------------------------------------------------------------ product


@dataclass(frozen=True, slots=True)
class Judged:
    """What the labels and what the product say of an event, and whether it carries a claim."""

    there: Mapping[str, bool]
    found: Mapping[str, bool]
    is_claimed: bool = False


def judge(text: LabelledText, found: Annotations) -> list[Judged]:
    """Each labelled event as the product has it."""
    grammar = Grammar(text.report.text, found.tokens)
    standings = Standings(found)
    claims = find_claims(text.report, found)
    claimed = {c.trigger.start for c in claims if c.kind == "event"}
    judged = []
    for event in text.events:
        word = _head(grammar, event)
        is_claimed = any(event.start <= start < event.end for start in claimed)
        judged.append(Judged(event.rare, kinds_of(standings.of(word)), is_claimed))
    return judged


def _head(grammar: Grammar, event: LabelledEvent) -> Token:
    head = head_word(grammar, cut(grammar.text, event.start, event.end))
    if head is not None:
        return head
    starts = [token.start for token in grammar.tokens]
    return grammar.tokens[bisect_right(starts, event.start) - 1]


def kinds_of(standing: Standing) -> dict[str, bool]:
    """Whether a standing is of the rarer kind, for each attribute."""
    return {
        "certainty": standing.hypothetical or standing.certainty in ("alleged", "inferred"),
        "polarity": standing.polarity == "-",
        "time": standing.certainty == "planned",
    }


def figures_of(judged: Sequence[Judged]) -> Figures:
    """Accuracy of each attribute, and F1 of its rarer kind."""
    figures: dict[str, float] = {}
    for name, kind in _NAMES.items():
        pairs = Counter((j.there[name], j.found[name]) for j in judged if name in j.there)
        if not pairs:
            continue
        right = pairs[True, True] + pairs[False, False]
        figures[f"{name}_accuracy"] = right / pairs.total()
        wrong = pairs.total() - right
        if both := 2 * pairs[True, True] + wrong:
            figures[f"{kind}_f1"] = 2 * pairs[True, True] / both
    return figures


STANDING = BenchmarkSet(
    name="standing",
    measures="whether an event is certain, whether it happened, and whether it is to come",
    run=run,
    archive="meantime_en",
    headline=("certainty_accuracy", "uncertain_f1", "polarity_accuracy", "denied_f1"),
)
