"""What the sets of coreference over reports share: groups of reports, figures, one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from evaluation.archives import open_corpora
from evaluation.benchmark import DataMissing, Result
from evaluation.conll import score_chains
from evaluation.entities_corpora import LabelledReport

JUDGED = {
    "ecbplus": frozenset(("2", "5", "12", "18", "21", "23", "34", "35")),
    "meantime_en": frozenset(("airbus",)),
}
"""Topics that nothing was learnt from and that nobody read."""

PART = "ECB+ official development topics; MEANTIME airbus"
BASELINE = "same head lemma"


class ReadReport(Protocol):
    """A labelled report that the product has read."""

    @property
    def labelled(self) -> LabelledReport: ...


R = TypeVar("R", bound=ReadReport)
Readers = Mapping[str, Callable[[Path], Iterable[LabelledReport]]]


def group_reports(read: Iterable[R], *, by_story: bool) -> list[list[R]]:
    """The reports of each story, else of each topic, in the order of the first of them."""
    groups: dict[str, list[R]] = defaultdict(list)
    for one in read:
        groups[one.labelled.story if by_story else one.labelled.topic].append(one)
    return list(groups.values())


def conll_figures(
    gold: Iterable[Collection[Hashable]], found: Iterable[Collection[Hashable]]
) -> dict[str, float]:
    """CoNLL F1 and its three parts."""
    score = score_chains(gold, found)
    return {
        "conll": score.conll,
        "muc": score.muc.f1,
        "b3": score.b3.f1,
        "ceafe": score.ceafe.f1,
    }


def corpora_figures(
    read: Mapping[str, Sequence[R]], measure: Callable[[Sequence[R], bool], Mapping[str, float]]
) -> dict[str, float]:
    """The figures of each corpus that is there, its name before each.

    Args:
        measure: The figures of reports, given by story or else by topic.
    """
    found: dict[str, float] = {}
    for corpus, prefix, by_story in (
        ("ecbplus", "ecbplus_story", True),
        ("ecbplus", "ecbplus_topic", False),
        ("meantime_en", "meantime", False),
    ):
        if reports := read.get(corpus):
            of_all = measure(reports, by_story)
            found |= {f"{prefix}_{name}": value for name, value in of_all.items()}
    return found


def measure_corpora(
    name: str,
    data: Path,
    corpora: Readers,
    read_report: Callable[[LabelledReport], R],
    all_figures: Callable[[Mapping[str, Sequence[R]], str], Mapping[str, float]],
    notes: Sequence[str],
) -> Result:
    """What a set measures on the corpora below a folder; "all" has what was learnt from in it.

    Raises:
        DataMissing: If the folder holds none of them.
    """
    with open_corpora(data, corpora) as folders:
        read = {
            corpus: [read_report(one) for one in corpora[corpus](folder) if one.mentions]
            for corpus, folder in folders.items()
        }
    if not read:
        raise DataMissing(f"{name}: {data} holds none of {', '.join(corpora)}")
    judged = {
        corpus: [one for one in reports if one.labelled.topic in JUDGED[corpus]]
        for corpus, reports in read.items()
    }
    missing = sorted(set(corpora) - set(read))
    return Result(
        set=name,
        documents=sum(len(reports) for reports in read.values()),
        figures=all_figures(judged, "product"),
        peers={BASELINE: all_figures(judged, BASELINE)},
        part=PART,
        parts={
            "all": all_figures(read, "product"),
            f"all, {BASELINE}": all_figures(read, BASELINE),
        },
        notes=(*notes, *(f"{corpus} is not there: it is left out." for corpus in missing)),
    )
