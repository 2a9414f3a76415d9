"""The set `name_matching`: whether two names are one's, and who of a list bears a name.

Three questions: labelled pairs (F1 of "same"); the aliases of the list of OFAC, looked for among
its main names alone (no alias is in the index); names of the UN's list reordered or mistyped. For
the last two a threshold is chosen so that few invented people find anybody: as few as with
logic-v2 at its own threshold, and 1 in 1,000.

Of the pairs and of the entries every second one, by the order of the file, was used to read errors
and to fit the weights (the even ones, counted from 1); the figures of the others are given apart:
their errors were not read, but their F1 was seen several times before the weights were settled.
The invented people are every tenth, none of them among those the weights were fitted on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from dateline.resolve.matching import compare_names, prepare_name
from evaluation.benchmark import BenchmarkSet, Figures, Result
from evaluation.name_matching_corpora import (
    Case,
    Entry,
    read_cases,
    read_entries,
    read_invented,
    read_treated,
)
from evaluation.name_matching_found import (
    Found,
    Sought,
    find_logic,
    find_ours,
    find_similar,
)
from evaluation.peers.environment import PeerMissing, ask
from evaluation.peers.known import NOMENKLATURA

FUZZ, LETTERS, FROZEN = "rapidfuzz", "Levenshtein ratio >= .70", "logic-v2, frozen"
LOGIC_SAME = 0.7
"""From this score on logic-v2 holds two names to be one's."""
ONE_IN_A_THOUSAND = 0.001
Verdicts = Sequence[bool | None]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a system found for the aliases, the treated names and the invented people."""

    aliases: Sequence[Found]
    treated: Sequence[Found]
    invented: Sequence[Found]


def run(data: Path) -> Result:
    """Measures the product, and the other tools that are set up.

    Raises:
        DataMissing: If a file is not there.
    """
    cases = read_cases(data)
    verdicts: dict[str, Verdicts] = {
        "": [_same(case) for case in cases],
        LETTERS: [Levenshtein.normalized_similarity(*_plain(case)) >= 0.7 for case in cases],
        FROZEN: [case.frozen for case in cases],
    }
    entries, treated = read_entries(data), read_treated(data)
    sought = _Sought.of(entries, treated, read_invented(data))
    looked = {"": sought.by(find_ours), FUZZ: sought.by(find_similar)}
    notes = []
    try:
        verdicts[NOMENKLATURA.title] = _logic(cases)
        looked[NOMENKLATURA.title] = sought.by(find_logic)
    except PeerMissing as missing:
        notes.append(f"{missing}.")
    false_share = _share(looked.get(NOMENKLATURA.title), LOGIC_SAME)
    return _result(cases, verdicts, sought, looked, false_share, notes)


def _result(
    cases: Sequence[Case],
    verdicts: Mapping[str, Verdicts],
    sought: _Sought,
    looked: Mapping[str, Lookup],
    false_share: float | None,
    notes: Sequence[str],
) -> Result:
    figures: dict[str, dict[str, Figures]] = {}
    for part, odd in (("", None), ("rows not looked at", True), ("rows looked at", False)):
        figures[part] = {
            name: {
                **(_pairs(cases, verdicts[name], odd) if name in verdicts else {}),
                **(_recalls(sought, looked[name], false_share, odd) if name in looked else {}),
            }
            for name in dict.fromkeys((*verdicts, *looked))
        }
    of = figures[""]
    return Result(
        set="name-matching",
        documents=len(cases) + len(sought.aliases),
        figures=of[""],
        peers={name: of[name] for name in of if name},
        part="pairs of nomenklatura's name_bench, aliases of OFAC, names of the UN",
        parts={
            f"{part}: {name}" if name else part: figures[part][name]
            for part in figures if part for name in figures[part]
        },
        notes=(*notes, *_notes(sought, false_share)),
    )  # fmt: skip


def _notes(sought: _Sought, false_share: float | None) -> list[str]:
    said = [
        f"Aliases: {len(sought.aliases)} of {len(sought.entries)} entries; "
        f"{len(sought.invented)} of the invented people."
    ]
    if false_share is not None:
        said.append(
            f"With logic-v2 at {LOGIC_SAME} {false_share:.2%} of the invented people find somebody;"
            " the figures recall_at_… hold every system to that share."
        )
    return said


# ------------------------------------------------------------------------------------- pairs


def _same(case: Case) -> bool:
    left, right = prepare_name(case.left, case.schema), prepare_name(case.right, case.schema)
    return compare_names(left, right).is_same


def _plain(case: Case) -> tuple[str, str]:
    return case.left.casefold(), case.right.casefold()


def _logic(cases: Sequence[Case]) -> list[bool]:
    """What logic-v2 says now.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    answers = ask(NOMENKLATURA, [[case.left, case.schema, [case.right]] for case in cases])
    return [scores[0] >= LOGIC_SAME for scores in answers]


def _pairs(cases: Sequence[Case], verdicts: Verdicts, odd: bool | None) -> dict[str, float]:
    """Precision, recall and F1 of "same", and F1 for each schema with 20 pairs or more."""
    rows = [
        (case, verdict)
        for place, (case, verdict) in enumerate(zip(cases, verdicts, strict=True), 1)
        if verdict is not None and odd in (None, place % 2 == 1)
    ]
    found = _f1(rows)
    for schema in ("Person", "Company"):
        of = _f1([row for row in rows if row[0].schema == schema])
        found[f"{schema.lower()}_f1"] = of["same_f1"]
    return found


def _f1(rows: Sequence[tuple[Case, bool]]) -> dict[str, float]:
    right = sum(case.is_same and said for case, said in rows)
    said, same = sum(said for _, said in rows), sum(case.is_same for case, _ in rows)
    return {
        "same_precision": right / max(said, 1),
        "same_recall": right / max(same, 1),
        "same_f1": 2 * right / max(said + same, 1),
    }


# ------------------------------------------------------------------------------------- lists


@dataclass(frozen=True, slots=True)
class _Sought:
    """The names that are looked for, and where each should be found."""

    entries: Sequence[Entry]
    aliases: Sequence[tuple[Sought, int]]
    clean: Sequence[Entry]
    treated: Sequence[tuple[Sought, int]]
    invented: Sequence[Sought]

    @classmethod
    def of(
        cls, entries: Sequence[Entry], treated: Sequence[tuple[str, str]], people: Sequence[str]
    ) -> _Sought:
        return cls(
            entries,
            [(Sought(a, e.schema), i) for i, e in enumerate(entries) for a in e.aliases],
            [Entry(clean, "Person", ()) for _, clean in treated],
            [(Sought(name, "Person"), i) for i, (name, _) in enumerate(treated)],
            [Sought(name, "Person") for name in people[5::10]],
        )

    def by(self, find: Callable[[Sequence[Entry], Sequence[Sought]], list[Found]]) -> Lookup:
        """What a system finds."""
        names = [*(one for one, _ in self.aliases), *self.invented]
        found = find(self.entries, names)
        treated = find(self.clean, [one for one, _ in self.treated])
        return Lookup(found[: len(self.aliases)], treated, found[len(self.aliases) :])


def _share(looked: Lookup | None, threshold: float) -> float | None:
    """The share of the invented people who find somebody from this score on."""
    if looked is None:
        return None
    tops = [found[0][1] if found else 0.0 for found in looked.invented]
    return sum(top >= threshold for top in tops) / len(tops)


def _threshold(looked: Lookup, share: float) -> float:
    """The least score from which on no more than this share of the invented find somebody."""
    tops = sorted((found[0][1] for found in looked.invented if found), reverse=True)
    allowed = int(share * len(looked.invented))
    return tops[allowed] + 1e-9 if allowed < len(tops) else 0.0


def _recalls(
    sought: _Sought, looked: Lookup, false_share: float | None, odd: bool | None
) -> dict[str, float]:
    figures = {}
    strict = _threshold(looked, ONE_IN_A_THOUSAND)
    even = strict if false_share is None else _threshold(looked, false_share)
    for name, threshold in (("", even), ("_1_in_1000", strict)):
        for most in (1, 5, 10):
            figures[f"alias_recall_at_{most}{name}"] = _recall(
                sought.aliases, looked.aliases, threshold, most, odd
            )
        figures[f"treated_recall_at_10{name}"] = _recall(
            sought.treated, looked.treated, threshold, 10, odd
        )
    return figures


def _recall(
    names: Sequence[tuple[Sought, int]],
    found: Sequence[Found],
    threshold: float,
    most: int,
    odd: bool | None,
) -> float:
    """The share whose own entry is among the first of those from the threshold on."""
    hits = [
        any(at == place and score >= threshold for at, score in one[:most])
        for (_, place), one in zip(names, found, strict=True)
        if odd in (None, (place + 1) % 2 == 1)
    ]
    return sum(hits) / max(len(hits), 1)


NAME_MATCHING = BenchmarkSet(
    name="name-matching",
    measures="whether two names are one's, and whose alias a name is",
    run=run,
    archive="name_matching",
    headline=("same_f1", "person_f1", "company_f1", "alias_recall_at_10"),
)
