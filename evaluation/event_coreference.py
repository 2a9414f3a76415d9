"""The set `event_coreference`: which mentions of events tell of one event, over reports.

The mentions are given; the product says which are one. In ECB+ they are the acts and happenings of
the sentences that its makers checked, over the reports of one story (a subtopic, told by the set)
or of one topic with its two stories mixed; in MEANTIME all of its events, over the reports of one
topic. A mention without a link is an event of its own, and counts.

The weights of `events/data/same.tsv` were learnt on the official training topics of ECB+ and on
MEANTIME's apple: the figures are of the official development topics and of airbus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.events.mentions.join import join_mentions
from dateline.events.mentions.read import EventTelling, head_of_event, read_event_mentions
from dateline.records import Annotations, Grammar, cut
from evaluation.benchmark import ARCHIVES, BenchmarkSet, Result
from evaluation.coreference import (
    BASELINE,
    conll_figures,
    corpora_figures,
    group_reports,
    measure_corpora,
)
from evaluation.entities_corpora import EVENTS, LabelledReport, read_ecbplus, read_meantime

CORPORA: Mapping[str, Callable[[Path], Iterable[LabelledReport]]] = {
    "ecbplus": lambda data: read_ecbplus(data, EVENTS),
    "meantime_en": lambda data: read_meantime(data, EVENTS),
}
Mention = tuple[str, int]
"""A report and the place of a mention in its row."""


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled report with what the product read of its mentions.

    Attributes:
        telling: The mentions, in the order of the labels.
        lemmas: What the baseline compares: the lemma of each head word, or one of its own.
    """

    labelled: LabelledReport
    telling: EventTelling
    lemmas: tuple[Hashable, ...]

    @property
    def name(self) -> str:
        return self.telling.report


def read_report(labelled: LabelledReport, found: Annotations | None = None) -> Read:
    """A report's labelled mentions as the product reads them; their labels are not looked at.

    Args:
        found: What the product finds in the report, if it was asked before.
    """
    report = labelled.report
    name = f"{labelled.topic} {report.file}"  # two reports may have one text, and so one id
    found = found or annotate(report)
    grammar = Grammar(report.text, found.tokens)
    triggers = find_triggers(grammar, load_lexicon(), found.triggers)
    types = {one.token.index: one.entry.type for one in triggers}
    words = [cut(report.text, m.start, m.end) for m in labelled.mentions]
    telling = read_event_mentions(name, grammar, found, words, types)
    heads = [head_of_event(grammar, one) for one in words]
    lemmas = tuple(
        head.lemma.casefold() if head else (name, place) for place, head in enumerate(heads)
    )
    return Read(labelled, telling, lemmas)


# ------------------------------------------------------------------------------------- chains

Chains = dict[Hashable, set[Mention]]


def gold_chains(read: Sequence[Read]) -> Chains:
    """The chains of the labels, inside the group that the reports are given as."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, mention in enumerate(one.labelled.mentions):
            chains[mention.entity].add((one.name, place))
    return chains


def product_chains(read: Sequence[Read]) -> Chains:
    """The chains that the product makes of the reports of one group."""
    mentions = [(one.name, place) for one in read for place in range(len(one.telling.mentions))]
    joined = join_mentions([one.telling for one in read])
    return {number: {mentions[n] for n in one.mentions} for number, one in enumerate(joined)}


def baseline_chains(read: Sequence[Read]) -> Chains:
    """Mentions whose head words have one lemma are one."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, lemma in enumerate(one.lemmas):
            chains[lemma].add((one.name, place))
    return chains


WAYS: Mapping[str, Callable[[Sequence[Read]], Chains]] = {
    "product": product_chains,
    BASELINE: baseline_chains,
}


# ------------------------------------------------------------------------------------ figures


def figures(read: Sequence[Read], way: str, *, by_story: bool) -> dict[str, float]:
    """CoNLL F1 and its three parts, over the chains of all groups together.

    Args:
        by_story: Whether reports are given by story; else by topic.
    """
    groups = group_reports(read, by_story=by_story)
    gold, found = (
        [chain for group in groups for chain in chains(group).values()]
        for chains in (gold_chains, WAYS[way])
    )
    return conll_figures(gold, found)


def all_figures(read: Mapping[str, Sequence[Read]], way: str) -> dict[str, float]:
    """The figures of each corpus that is there, its name before each."""
    return corpora_figures(read, lambda reports, by_story: figures(reports, way, by_story=by_story))


def run(data: Path) -> Result:
    """Measures on the corpora below a folder.

    Raises:
        DataMissing: If it holds neither.
    """
    return measure_corpora(
        "event-coreference", data, CORPORA, read_report, all_figures,
        (
            "Mentions are given, their kinds are not; topics and stories are those of the sets.",
            "“all” has the topics in it that the weights were learnt on. The development topics "
            "were scored some thirty times while features and threshold were chosen; airbus twice.",
        ),
    )  # fmt: skip


EVENT_COREFERENCE = BenchmarkSet(
    name="event-coreference",
    measures="one event over reports, mentions given: CoNLL F1",
    run=run,
    default=ARCHIVES,
    headline=("ecbplus_story_conll", "ecbplus_topic_conll", "meantime_conll"),
)
