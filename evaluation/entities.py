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
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.conll import score_chains
from evaluation.entities_corpora import LabelledReport, read_ecbplus, read_meantime

CORPORA: Mapping[str, Callable[[Path], Iterable[LabelledReport]]] = {
    "ecbplus": read_ecbplus,
    "meantime_en": read_meantime,
}
JUDGED = {
    "ecbplus": frozenset(("2", "5", "12", "18", "21", "23", "34", "35")),
    "meantime_en": frozenset(("airbus",)),
}
"""Topics that nothing was learnt from and that nobody read."""

BASELINE = "same head lemma"
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
    groups: dict[str, list[Read]] = defaultdict(list)
    for one in read:
        groups[one.labelled.story if by_story else one.labelled.topic].append(one)
    judged = {
        (_name(one.labelled), place)
        for one in read
        for place, mention in enumerate(one.labelled.mentions)
        if with_times or mention.kind != "time"
    }
    gold, found = (
        [chain & judged for group in groups.values() for chain in chains(group).values()]
        for chains in (gold_chains, WAYS[way])
    )
    score = score_chains(gold, found)
    return {
        "conll": score.conll,
        "muc": score.muc.f1,
        "b3": score.b3.f1,
        "ceafe": score.ceafe.f1,
    }


def all_figures(read: Mapping[str, Sequence[Read]], way: str) -> dict[str, float]:
    """The figures of each corpus that is there, its name before each."""
    found: dict[str, float] = {}
    if ecb := read.get("ecbplus"):
        for what, by_story in (("story", True), ("topic", False)):
            of_all = figures(ecb, way, by_story=by_story)
            found |= {f"ecbplus_{what}_{name}": value for name, value in of_all.items()}
            untimed = figures(ecb, way, by_story=by_story, with_times=False)
            found[f"ecbplus_{what}_no_times_conll"] = untimed["conll"]
    if meantime := read.get("meantime_en"):
        of_all = figures(meantime, way, by_story=False)
        found |= {f"meantime_{name}": value for name, value in of_all.items()}
    return found


def run(data: Path) -> Result:
    """Measures on the corpora below a folder.

    Raises:
        DataMissing: If it holds neither.
    """
    with open_corpora(data, CORPORA) as folders:
        read = {
            corpus: [read_report(one) for one in CORPORA[corpus](folder) if one.mentions]
            for corpus, folder in folders.items()
        }
    if not read:
        raise DataMissing(f"entities: {data} holds none of {', '.join(CORPORA)}")
    judged = {
        corpus: [one for one in reports if one.labelled.topic in JUDGED[corpus]]
        for corpus, reports in read.items()
    }
    missing = sorted(set(CORPORA) - set(read))
    return Result(
        set="entities",
        documents=sum(len(reports) for reports in read.values()),
        figures=all_figures(judged, "product"),
        peers={BASELINE: all_figures(judged, BASELINE)},
        part="ECB+ official development topics; MEANTIME airbus",
        parts={
            "all": all_figures(read, "product"),
            f"all, {BASELINE}": all_figures(read, BASELINE),
        },
        notes=(
            "Mentions are given, their kinds are not; topics and stories are those of the sets.",
            "“all” has the topics in it that the weights were learnt on. The development topics "
            "and airbus were scored seven times while the weights were chosen.",
            *(f"{name} is not there: it is left out." for name in missing),
        ),
    )


ENTITIES = BenchmarkSet(
    name="entities",
    measures="people, bodies, things and places over reports, mentions given: CoNLL F1",
    run=run,
    default=ARCHIVES,
    headline=("ecbplus_story_conll", "ecbplus_topic_conll", "meantime_conll"),
)
