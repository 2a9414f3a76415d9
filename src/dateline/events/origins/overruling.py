"""What people said of the tellers of an event: two reports that count once, or each by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.events.origins.joining import Groups, Told, main_key, published_first
from dateline.events.origins.tellers import Tellers
from dateline.records import Collapse
from dateline.records.settled import say_who_judged


def overrule(groups: Groups, tellers: Tellers) -> None:
    """Joins and parts groups as people judged reports."""
    if not tellers.judged.reports.holding:
        return
    reports = {told.claim.report for all_told in groups.values() for told in all_told}
    judged = tellers.judged.of_reports(reports)
    for (one, other), kind in judged.items():
        left, right = main_key(groups, one), main_key(groups, other)
        if kind == "same" and left is not None and right is not None and left != right:
            groups[left] += [replace(told, moved="judged") for told in groups.pop(right)]
    apart = {pair for pair, kind in judged.items() if kind == "different"}
    if apart:
        for key in sorted(groups):
            first, *others = _parted(groups[key], tellers, apart)
            groups[key] = first
            for number, told in enumerate(others, start=1):
                groups[(*key, f"apart {number:06}")] = told


def _parted(
    all_told: list[Told], tellers: Tellers, apart: Iterable[tuple[str, str]]
) -> list[list[Told]]:
    """Claims of one teller in parts: reports that are judged different are in different ones.

    A report that nobody parted from the earliest ones stays with them; a copy stays with its text.
    """
    ordered = published_first({told.claim.report for told in all_told}, tellers)
    texts: dict[str, set[str]] = {}
    for report in ordered:
        texts.setdefault(tellers.root_of(report), set()).add(report)
    pairs = {*apart, *((right, left) for left, right in apart)}
    parts: list[set[str]] = []
    for text in texts.values():
        fits = (p for p in parts if not any((a, b) in pairs for a in p for b in text))
        part = next(fits, None)
        if part is None:
            parts.append(set(text))
        else:
            part |= text
    found = [[told for told in all_told if told.claim.report in part] for part in parts]
    return [part for part in found if part]


def say_judged(
    all_told: Iterable[Told], elsewhere: Iterable[Told], tellers: Tellers
) -> list[Collapse]:
    """What people said of the reports of one origin, and of these and others."""
    if not tellers.judged.reports.holding:
        return []
    told, far = list(all_told), list(elsewhere)
    here = {one.claim.report for one in told}
    all_reports = here | {one.claim.report for one in far}
    found: dict[tuple[str, str], set[str]] = {}
    for (one, other), kind in tellers.judged.of_reports(all_reports).items():
        said = tellers.judged.reports.on(one, other)
        who = say_who_judged(said) if said else "by what was said of other reports"
        if kind == "same" and {one, other} <= here:
            found.setdefault(("count once", who), set()).update((one, other))
        if kind == "different" and len({one, other} & here) == 1:
            found.setdefault(("apart", who), set()).update({one, other} & here)
    return [
        Collapse("judged", tuple(sorted(reports)), _say(verdict, who, len(reports)))
        for (verdict, who), reports in sorted(found.items())
    ]


def _say(verdict: str, who: str, reports: int) -> str:
    if verdict == "apart":
        counted = "1 report counts" if reports == 1 else f"{reports} reports count"
        return f"{counted} apart from another, as judged {who}"
    return f"{reports} reports count once, as judged {who}"
