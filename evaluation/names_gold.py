"""Who takes part in the claims of the set `gold`: are they found under their names?

Nothing but recall: the set lists those who take part in claims, not all that are named. Of a
participant the type counts as person or not, as in the set's own scorer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.read import read_bytes
from dateline.records import Report, fold_name
from evaluation.gold import find_cases

_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A participant of a report: folded forms of the name there, and whether a person."""

    forms: frozenset[str]
    is_person: bool


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report of a case with those who take part in its claims, in the order of its file.

    Those who have no name there ("police") are left out.
    """

    case: str
    report: Report
    participants: tuple[Named, ...]


def read_gold(folder: Path) -> list[GoldReport]:
    """The reports of all cases in a folder whose texts are there; none if there is no folder."""
    reports = []
    for case in find_cases(folder):
        for path in sorted(case.glob("*.json")):
            text = case / "texts" / f"{path.stem}.txt"
            if path.name != "case.json" and text.is_file():
                gold = json.loads(path.read_text(encoding="utf-8"))
                acting = {one for c in gold["claims"] for one in (*c["who"], *c["whom"])}
                participants = tuple(
                    Named(fold_forms(entity["names"]), entity["type"] == "Person")
                    for entity in gold["entities"]
                    if entity["id"] in acting and any(n != n.lower() for n in entity["names"])
                )
                reports.append(GoldReport(case.name, read_bytes(text.read_bytes()), participants))
    return reports


def fold_forms(names: Iterable[str]) -> frozenset[str]:
    """Names without case, marks, article and possessive."""
    return frozenset(fold_name(_POSSESSIVE.sub("", _ARTICLE.sub("", n))) for n in names)


def found_participants(
    participants: Iterable[Named], mentions: Iterable[tuple[str, bool]]
) -> list[bool]:
    """Of each participant whether a mention has one of its names and is of its type."""
    forms: dict[bool, set[str]] = {True: set(), False: set()}
    for words, is_person in mentions:
        forms[is_person] |= fold_forms([words])
    return [not p.forms.isdisjoint(forms[p.is_person]) for p in participants]
