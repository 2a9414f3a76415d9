"""The set `storyweb`: the link between two names in a sentence of investigative reporting.

The product's ties and dealings between the two, as they stand, are taken for the set's types; where
it tells of none, the answer is the type that is commonest in the other folds. One person tagged the
set, and not always alike: it says how much our ties tell of such links, not how good they are.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline import extract_claims
from dateline.records import Claim, Report
from evaluation.benchmark import BenchmarkSet, Figures, Result

LINKS: Mapping[str, str] = {
    "family_of": "FAMILY",
    "leads": "MANAGER",
    "works_for": "EMPLOYEE",
    "represents": "EMPLOYEE",
    "member_of": "MEMBER",
    "part_of": "WITHIN",
    "located_in": "WITHIN",
    "front_for": "OWNER",
    "allied_with": "ASSOCIATE",
    "designated_by": "ANTAGONIST",
    "ASSAULT": "ANTAGONIST",
    "COERCE": "ANTAGONIST",
    "SANCTION": "ANTAGONIST",
    "ACCUSE": "ANTAGONIST",
    "THREATEN": "ANTAGONIST",
    "PROTEST": "ANTAGONIST",
    "REJECT": "ANTAGONIST",
    "AGREE": "BUSINESS",
    "COOPERATE": "BUSINESS",
    "AID": "BUSINESS",
    "SUPPORT": "ASSOCIATE",
    "CONSULT": "ASSOCIATE",
    "APPEAR": "ASSOCIATE",
}
"""Types of ours to types of the set, the surest first: of several the first one is the answer."""
_ORDER = {type_: place for place, type_ in enumerate(LINKS)}
_FOLDS = 5
_FILE = "tagged_sentences_*.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """Two names of a sentence and their link; `number` counts sentences from 0."""

    sentence: str
    number: int
    source: str
    target: str
    link: str


def read_rows(folder: Path) -> list[Row]:
    """The rows of the set, in the order of its file."""
    numbers: dict[str, int] = {}
    rows = []
    for path in sorted(folder.glob(_FILE)):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                sentence = row["sentence"].strip()
                number = numbers.setdefault(sentence, len(numbers))
                ends = row["src_label"].strip(), row["tgt_label"].strip()
                rows.append(Row(sentence, number, *ends, row["link_type"].strip()))
    return rows


def find_link(row: Row, claims: Iterable[Claim]) -> str | None:
    """The link that the product's claims tell between two names; None if they tell of none."""
    told = [c.type for c in claims if c.type in LINKS and c.polarity == "+" and _ties(row, c)]
    return LINKS[min(told, key=_ORDER.__getitem__)] if told else None


def _ties(row: Row, claim: Claim) -> bool:
    """Whether the names stand on two sides of a claim, or both among those who act together."""
    who, whom = ([p.words.exact for p in end] for end in (claim.who, claim.whom))
    sides = [(a, b) for a in who for b in whom]
    if claim.kind == "event":
        sides += [(a, b) for a in who for b in who if a != b]
    return any(
        (_same(a, row.source) and _same(b, row.target))
        or (_same(b, row.source) and _same(a, row.target))
        for a, b in sides
    )


def _same(ours: str, label: str) -> bool:
    """Whether one is a run of whole words of the other: "Goyal" and "Mr. Goyal"."""
    left, right = (f" {' '.join(words.casefold().split())} " for words in (ours, label))
    return left in right or right in left


def commonest_links(rows: Sequence[Row]) -> list[str]:
    """For each fold of sentences the type that is commonest in the others."""
    found = []
    for fold in range(_FOLDS):
        counts = Counter(row.link for row in rows if row.number % _FOLDS != fold)
        found.append(min(counts, key=lambda link: (-counts[link], link), default=""))
    return found


def score_links(pairs: Sequence[tuple[str, str]]) -> Figures:
    """Accuracy, and macro F1 over the set's types; each pair is the set's and the answer."""
    types = sorted({gold for gold, _ in pairs})
    right = Counter(gold for gold, told in pairs if gold == told)
    there, told_of = Counter(gold for gold, _ in pairs), Counter(told for _, told in pairs)
    f1 = [2 * right[t] / (there[t] + told_of[t]) for t in types]
    return {
        "accuracy": right.total() / len(pairs) if pairs else 0.0,
        "macro_f1": sum(f1) / len(types) if types else 0.0,
    }


def measure(folder: Path) -> Result:
    """Measures on all rows; cross-validated by sentence."""
    rows = read_rows(folder)
    told = list(_told(rows))
    usual = commonest_links(rows)
    answers = [
        (row.link, found or usual[row.number % _FOLDS])
        for row, found in zip(rows, told, strict=True)
    ]
    spoken = [(row.link, found) for row, found in zip(rows, told, strict=True) if found]
    figures = {
        **score_links(answers),
        "coverage": len(spoken) / len(rows) if rows else 0.0,
        "accuracy_where_told": score_links(spoken)["accuracy"],
    }
    always = score_links([(row.link, "BUSINESS") for row in rows])
    return Result(
        set="storyweb",
        documents=len({row.number for row in rows}),
        figures=figures,
        peers={"always BUSINESS": always},
        part="all rows of the development part; errors were read on even sentences alone",
        counts=tuple(_misses(rows, told)),
        notes=(
            "Where the product tells of no link, the answer is the commonest of the other folds "
            "(five, by sentence); nothing is learnt from the set besides.",
            "One tagger, noisy. No published figures are known.",
        ),
    )


def _told(rows: Sequence[Row]) -> Iterator[str | None]:
    claims: dict[int, tuple[Claim, ...]] = {}
    for row in rows:
        if row.number not in claims:
            report = Report(str(row.number), row.sentence, sha256="0" * 64)
            claims[row.number] = tuple(extract_claims(report))
        yield find_link(row, claims[row.number])


def _misses(rows: Sequence[Row], told: Sequence[str | None]) -> list[tuple[str, int]]:
    counts = Counter(
        f"{row.link}, told as {found or 'nothing'}"
        for row, found in zip(rows, told, strict=True)
        if row.number % 2 == 0 and found != row.link
    )
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]


STORYWEB = BenchmarkSet(
    name="storyweb",
    measures="links between two names in a sentence",
    run=measure,
    archive="storyweb_links",
    headline=("accuracy", "macro_f1", "coverage", "accuracy_where_told"),
)
