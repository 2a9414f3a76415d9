"""The set `entities`: which mentions of people, bodies, things and places are one, over reports.

The mentions are given; the product says which are one. In ECB+ they are the participants of the
sentences that its makers checked, over the reports of one story (a subtopic, told by the set) or
of one topic with its two stories mixed; in MEANTIME all of its entities, over the reports of one
topic. A mention without a link is an entity of its own, and counts.

The weights of `resolve/described` were learnt on the official training topics of ECB+ and on
MEANTIME's apple: the figures are of the official development topics and of airbus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate import annotate
from dateline.records import Grammar, cut
from dateline.resolve.described import Telling, head_word, join_phrases, read_telling
from evaluation.benchmark import ARCHIVES, BenchmarkSet, Result
from evaluation.coreference import (
    BASELINE,
    conll_figures,
    corpora_figures,
    group_reports,
    measure_corpora,
)
from evaluation.entities_corpora import LabelledReport, read_ecbplus, read_meantime

CORPORA: Mapping[str, Callable[[Path], Iterable[LabelledReport]]] = {
    "ecbplus": read_ecbplus,
    "meantime_en": read_meantime,
}
Mention = tuple[str, int]
"""A report and the place of a mention in its row."""


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled report with what the product read of its mentions.

    Attributes:
        telling: The phrases, in the order of the labels.
        lemmas: What the baseline compares: the lemma of each head word, or one of its own.
    """

    labelled: LabelledReport
    telling: Telling
    lemmas: tuple[Hashable, ...]


def read_report(labelled: LabelledReport) -> Read:
    """A report's labelled mentions as the product reads them; their labels are not looked at."""
    report = labelled.report
    found = annotate(report)
    grammar = Grammar(report.text, found.tokens)
    words = [cut(report.text, m.start, m.end) for m in labelled.mentions]
    heads = [head_word(grammar, one) for one in words]
    telling = read_telling(_name(labelled), grammar, words, found.chains, found.times)
    lemmas = tuple(
        head.lemma.casefold() if head else (_name(labelled), place)
        for place, head in enumerate(heads)
    )
    return Read(labelled, telling, lemmas)


def _name(labelled: LabelledReport) -> str:
    """Two reports of a corpus may have one text, and so one id."""
    return f"{labelled.topic} {labelled.report.file}"


# ------------------------------------------------------------------------------------- chains

Chains = dict[Hashable, set[Mention]]


def gold_chains(read: Sequence[Read]) -> Chains:
    """The chains of the labels, inside the group that the reports are given as."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, mention in enumerate(one.labelled.mentions):
            chains[mention.entity].add((_name(one.labelled), place))
    return chains


def product_chains(read: Sequence[Read]) -> Chains:
    """The chains that the product makes of the reports of one group."""
    mentions = [
        (_name(one.labelled), place) for one in read for place in range(len(one.telling.phrases))
    ]
    joined = join_phrases([one.telling for one in read])
    return {number: {mentions[n] for n in one.phrases} for number, one in enumerate(joined)}


def baseline_chains(read: Sequence[Read]) -> Chains:
    """Mentions whose head words have one lemma are one."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, lemma in enumerate(one.lemmas):
            chains[lemma].add((_name(one.labelled), place))
    return chains


WAYS: Mapping[str, Callable[[Sequence[Read]], Chains]] = {
    "product": product_chains,
    BASELINE: baseline_chains,
}


# ------------------------------------------------------------------------------------ figures


def figures(
    read: Sequence[Read], way: str, *, by_story: bool, with_times: bool = True
) -> dict[str, float]:
    """CoNLL F1 and its three parts, over the chains of all groups together.

    Args:
        by_story: Whether reports are given by story; else by topic.
        with_times: Whether mentions of times are judged; they are always there.
    """
    groups = group_reports(read, by_story=by_story)
    judged = {
        (_name(one.labelled), place)
        for one in read
        for place, mention in enumerate(one.labelled.mentions)
        if with_times or mention.kind != "time"
    }
    gold, found = (
        [chain & judged for group in groups for chain in chains(group).values()]
        for chains in (gold_chains, WAYS[way])
    )
    return conll_figures(gold, found)


def all_figures(read: Mapping[str, Sequence[Read]], way: str) -> dict[str, float]:
    """The figures of each corpus that is there, its name before each."""
    found = corpora_figures(
        read, lambda reports, by_story: figures(reports, way, by_story=by_story)
    )
    if ecb := read.get("ecbplus"):
        for what, by_story in (("story", True), ("topic", False)):
            untimed = figures(ecb, way, by_story=by_story, with_times=False)
            found[f"ecbplus_{what}_no_times_conll"] = untimed["conll"]
    return found


def run(data: Path) -> Result:
    """Measures on the corpora below a folder.

    Raises:
        DataMissing: If it holds neither.
    """
    return measure_corpora(
        "entities", data, CORPORA, read_report, all_figures,
        (
            "Mentions are given, their kinds are not; topics and stories are those of the sets.",
            "“all” has the topics in it that the weights were learnt on. The development topics "
            "and airbus were scored seven times while the weights were chosen.",
        ),
    )  # fmt: skip


ENTITIES = BenchmarkSet(
    name="entities",
    measures="people, bodies, things and places over reports, mentions given: CoNLL F1",
    run=run,
    default=ARCHIVES,
    headline=("ecbplus_story_conll", "ecbplus_topic_conll", "meantime_conll"),
)
