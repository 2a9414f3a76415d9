"""Why claims count for one origin, in words for a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.events.origins.joining import Told
from dateline.events.origins.tellers import Tellers
from dateline.records import Collapse, CollapseBy, SourceKind

_MOST_NAMES = 4
_ORDER: tuple[CollapseBy, ...] = (
    "voice", "agency", "copy", "publisher", "retold", "cites", "names", "judged",
)  # fmt: skip

_KINDS: dict[SourceKind, str] = {"media": "recording", "unnamed": "unnamed source"}


class _Clause(NamedTuple):
    """A reason, of one report and of several; "{count}" is how many."""

    by: CollapseBy
    one: str
    many: str


def say_collapses(
    told: Sequence[Told], kind: SourceKind, name: str, tellers: Tellers
) -> list[Collapse]:
    """What made several claims count once; empty for a single claim.

    Args:
        kind, name: Of the origin.
    """
    if len(told) == 1:
        return []
    reports: dict[_Clause, set[str]] = {}
    for one in told:
        clause = _clause(one, kind, name, tellers)
        reports.setdefault(clause, set()).add(one.claim.report)
    found = [_collapse(clause, some) for clause, some in reports.items()]
    found += _say_publisher(told, tellers)
    return sorted(found, key=lambda one: (_ORDER.index(one.by), one.words))


def _collapse(clause: _Clause, reports: set[str]) -> Collapse:
    count = len(reports)
    words = f"1 report {clause.one}" if count == 1 else f"{count} reports {clause.many}"
    return Collapse(clause.by, tuple(sorted(reports)), words)


def _clause(told: Told, kind: SourceKind, name: str, tellers: Tellers) -> _Clause:
    teller = told.teller
    if tellers.root_of(told.claim.report) != told.claim.report:
        return _Clause("copy", "repeats another's text", "repeat another's text")
    if told.moved == "cited":
        words = f"{teller.name}, whose own report rests on {name}"
        return _Clause("cites", f"cites {words}", f"cite {words}")
    if teller.how == "agency":
        return _say_agency(told, name)
    if told.moved == "recording":
        words = f"“{teller.name}”, and there is no other that it could be"
        return _Clause("names", f"speaks of {words}", f"speak of {words}")
    if told.moved == "spokesman":
        words = f"{teller.name}, who speaks for {name}"
        return _Clause("names", f"credits {words}", f"credit {words}")
    if teller.how == "retold":
        own = "tells it again in its own voice", "tell it again in their own voice"
        return _Clause("retold", *own)
    shown = name if told.moved != "judged" else teller.name
    if teller.how == "voice":
        return _Clause(
            "voice", f"tells it in the voice of {shown}", f"tell it in the voice of {shown}"
        )
    if teller.how == "cites":
        return _Clause("cites", f"cites {shown}", f"cite {shown}")
    noun = _KINDS.get(kind, kind)
    return _Clause(
        "names", f"rests on the same {noun}, {shown}", f"rest on the same {noun}, {shown}"
    )


_CREDITED = {
    "dateline": ("", ""),
    "byline": (" (credited in its byline)", " (credited in their bylines)"),
    "end": (" (credited at its end)", " (credited at their end)"),
}


def _say_agency(told: Told, name: str) -> _Clause:
    teller = told.teller
    one, many = _CREDITED[teller.credited_in or "dateline"]
    if teller.key == ("agencies",):
        nobody = "agencies and names none"
        return _Clause("agency", f"credits {nobody}", "credit agencies and name none")
    if teller.key[0] == "agencies":
        words = f"{teller.name} together"
        return _Clause("agency", f"credits {words}", f"credit {words}")
    shown = name if not told.moved else teller.name
    return _Clause(
        "agency", f"carries the text of {shown}{one}", f"carry the text of {shown}{many}"
    )


def _say_publisher(told: Sequence[Told], tellers: Tellers) -> list[Collapse]:
    """That several outlets are of one publisher, where they tell it themselves or are cited."""
    names: dict[str, Counter[str]] = {}
    reports: set[str] = set()
    publisher = ""
    for one in told:
        if one.teller.outlet and one.teller.key[0] == "outlet" and not one.moved:
            names.setdefault(one.teller.outlet, Counter())[one.teller.name] += 1
            reports.add(one.claim.report)
            publisher = publisher or tellers.publishers.of(one.teller.name)
    if len(names) < 2:
        return []
    outlets = sorted(min(uses, key=lambda n: (-uses[n], n)) for uses in names.values())
    words = f"{_list(outlets)} are outlets of one publisher, {publisher}"
    return [Collapse("publisher", tuple(sorted(reports)), words)]


def _list(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        return f"{', '.join(names[: _MOST_NAMES - 1])} and {len(names) - _MOST_NAMES + 1} others"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def say_reason(told: Sequence[Told], collapses: Iterable[Collapse]) -> str:
    """All in one line; empty for a single claim."""
    reason = "; ".join(one.words for one in collapses)
    if len(told) > 1 and len({one.claim.report for one in told}) == 1:
        return f"{len(told)} claims of one report; {reason}"
    return reason
