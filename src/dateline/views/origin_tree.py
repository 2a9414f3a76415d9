"""Who has an event from whom: the first tellers, and the reports that repeat or cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Claim, CollapseBy, Copy, Entity, Event, Origin, Report, SourceKind
from dateline.records.folding import fold_name
from dateline.views.wording import list_names, name_outlet, name_source, plain_line, say_date

HasIt = Literal["copy", "agency", "cites", "credits", "voice", "retold"]
"""How a report has what it tells: it repeats a text, carries an agency's, cites an outlet,
credits somebody, speaks in its own voice, or in its own voice beside a text that credits."""


@dataclass(frozen=True, slots=True)
class ReportNode:
    """A report that tells an event, under what it has it from.

    Attributes:
        outlet: Who publishes it.
        published: ISO date, or None.
        has_it: How it has what it tells, and `words` the same for a reader: "cites Alpine Wire".
        share: Of a copy how much of its text is the other's, from 0 to 1; None if not known.
        claims: Ids of those of its claims that rest on the origin, sorted.
        under: The reports that have it from this one, the earliest first.
    """

    report: str
    outlet: str
    published: str | None
    has_it: HasIt
    words: str
    share: float | None
    claims: tuple[str, ...]
    under: tuple[ReportNode, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginNode:
    """A first teller of an event, and the reports that lead to it.

    Attributes:
        reasons: Why these reports count once, a clause each; empty for one report.
        under: The reports that have it from the teller itself, the earliest first.
    """

    name: str
    kind: SourceKind
    reasons: tuple[str, ...]
    claims: tuple[str, ...]
    under: tuple[ReportNode, ...]

    @property
    def reports(self) -> tuple[ReportNode, ...]:
        """All reports below it, each before those that have it from it."""
        return tuple(_walk(self.under))


def _walk(nodes: Iterable[ReportNode]) -> Iterable[ReportNode]:
    for node in nodes:
        yield node
        yield from _walk(node.under)


def draw_origins(
    event: Event,
    claims: Mapping[str, Claim],
    owners: Mapping[str, Entity],
    reports: Mapping[str, Report],
    shares: Mapping[str, Copy] | None = None,
) -> tuple[OriginNode, ...]:
    """The origins of an event, each with the reports that lead to it, in the event's order.

    Args:
        claims, reports: By id; at least those of the event.
        owners: As `owners_of` gives it.
        shares: Report id → what it repeats of another's text, where that is known.
    """
    return tuple(
        _Tree(origin, claims, owners, reports, shares or {}).draw() for origin in event.origins
    )


class _Tree:
    """Draws one origin."""

    def __init__(
        self,
        origin: Origin,
        claims: Mapping[str, Claim],
        owners: Mapping[str, Entity],
        reports: Mapping[str, Report],
        shares: Mapping[str, Copy],
    ) -> None:
        self.origin, self.owners, self.reports, self.shares = origin, owners, reports, shares
        self.told: dict[str, list[Claim]] = {}
        for id_ in origin.claims:
            self.told.setdefault(claims[id_].report, []).append(claims[id_])
        self.ordered = sorted(self.told, key=self._age)
        self.parents: dict[str, str] = {}
        for report in self.ordered:
            self._attach(report)

    def draw(self) -> OriginNode:
        origin = self.origin
        return OriginNode(
            plain_line(origin.name),
            origin.kind,
            reasons_of(origin),
            origin.claims,
            self._under(None),
        )

    def _under(self, parent: str | None) -> tuple[ReportNode, ...]:
        return tuple(
            self._node(report) for report in self.ordered if self.parents.get(report) == parent
        )

    def _node(self, report: str) -> ReportNode:
        has_it, words, share = self._how(report)
        known = self.reports.get(report)
        return ReportNode(
            report,
            name_outlet(known),
            known.published_on if known else None,
            has_it,
            words,
            share,
            tuple(sorted(claim.id for claim in self.told[report])),
            self._under(report),
        )

    def _age(self, report: str) -> tuple[str, str]:
        known = self.reports.get(report)
        return (known.published if known else None) or "9999", report

    # What a report has it from ----------------------------------------------------------------

    def _attach(self, report: str) -> None:
        """Finds the report that another one has it from, if that is among those of the origin."""
        root = self._copied(report)
        parent = self._cited(report) if root is None else root
        if parent in self.told and not self._is_above(report, parent):
            self.parents[report] = parent

    def _copied(self, report: str) -> str | None:
        known = self.reports.get(report)
        return known.copy_of if known else None

    def _cited(self, report: str) -> str | None:
        """The earliest report of the outlet that is credited last: nearest to this one."""
        for claim in self.told[report]:
            for source in reversed(claim.sources):
                if source.kind not in ("outlet", "organization"):
                    continue
                name = _fold(name_source(source, self.reports.get(report), self.owners))
                for other in self.ordered:
                    is_earlier = self._age(other) < self._age(report)
                    if is_earlier and name in self._outlets(other):
                        return other
        return None

    def _outlets(self, report: str) -> set[str]:
        return {_fold(name) for name in outlets_of(self.reports.get(report))}

    def _is_above(self, report: str, other: str | None) -> bool:
        while other is not None:
            if other == report:
                return True
            other = self.parents.get(other)
        return False

    # In words ---------------------------------------------------------------------------------

    def _how(self, report: str) -> tuple[HasIt, str, float | None]:
        root = self._copied(report)
        if root is not None:
            found = self.shares.get(report)
            share = found.share if found else None
            return "copy", self._copy_words(report, root, share), share
        name, own = plain_line(self.origin.name), _fold(self.origin.name)
        known = self.reports.get(report)
        credited = [claim for claim in self.told[report] if claim.sources[0].kind != "author"]
        if credited:
            return self._credit(report, credited)
        if own in map(_fold, agencies_of(known)) or self._collapsed_by(report, "agency"):
            if known and own == _fold(known.outlet or own):
                return "voice", "tells it in its own voice", None
            return "agency", f"carries the text of {name}", None
        if self.origin.kind in ("author", "outlet"):
            return "voice", "tells it in its own voice", None
        return "retold", "tells it again in its own voice", None

    def _collapsed_by(self, report: str, by: CollapseBy) -> bool:
        return any(one.by == by and report in one.reports for one in self.origin.collapses)

    def _copy_words(self, report: str, root: str, share: float | None) -> str:
        whose = "" if self.parents.get(report) == root else self._name(root)
        if share is None:
            return f"repeats the text of {whose}" if whose else "repeats its text"
        rest = f", that of {whose}" if whose else ""
        return f"{say_share(share)} of its text is the same{rest}"

    def _name(self, report: str) -> str:
        known = self.reports.get(report)
        day = say_date(known.published_on) if known and known.published_on else ""
        return ", ".join(filter(None, (name_outlet(known), day)))

    def _credit(self, report: str, credited: Sequence[Claim]) -> tuple[HasIt, str, None]:
        """Whom the report credits, and through whom: "credits Ann Lee through Alpine Wire".

        Of several claims the one with the longest chain says most.
        """
        claim = max(credited, key=lambda one: (len(one.sources), one.id))
        known = self.reports.get(report)
        own = {_fold(name) for name in outlets_of(known)}
        links = [
            (source.kind, name_source(source, known, self.owners))
            for source in claim.sources
            if source.kind != "author"
        ]
        first = plain_line(self.origin.name)
        is_cited = self.origin.kind == "outlet" or links[0][0] == "outlet"
        verb = "cites" if is_cited else "credits"
        passed = [(kind, name) for kind, name in links[1:] if _fold(name) not in own]
        if not passed:
            return ("cites" if is_cited else "credits"), f"{verb} {first}", None
        by = list_names(dict.fromkeys(name for _kind, name in reversed(passed)))
        has_it: HasIt = "cites" if is_cited or passed[-1][0] == "outlet" else "credits"
        return has_it, f"{verb} {first} through {by}", None


def reasons_of(origin: Origin) -> tuple[str, ...]:
    """Why the claims of an origin count once, a clause each, as one plain line."""
    reasons = [one.words for one in origin.collapses] or [origin.reason] * bool(origin.reason)
    return tuple(dict.fromkeys(map(plain_line, reasons)))


def outlets_of(report: Report | None) -> tuple[str, ...]:
    """The outlet of a report and the agencies that it credits, as far as it names them."""
    if report is None:
        return ()
    return tuple(name for name in (report.outlet, *agencies_of(report)) if name)


def agencies_of(report: Report | None) -> tuple[str, ...]:
    """The agencies in a report's dateline and credits, as printed."""
    if report is None:
        return ()
    dateline = report.dateline.agency if report.dateline else None
    names = (dateline, *(one.agency for one in report.credits))
    return tuple(dict.fromkeys(name for name in names if name))


def say_kind(kind: SourceKind) -> str:
    """What sort of teller an origin is, in words."""
    return "in its own voice" if kind == "author" else kind


def say_share(share: float) -> str:
    """A share of a text: "92 %"; never 100 where a word differs, nor 0 where one is shared."""
    percent = round(100 * share)
    if percent == 100 and share < 1:
        percent = 99
    return f"{max(percent, 1) if share > 0 else 0} %"


def _fold(name: str) -> str:
    """An outlet's name without case, marks and a leading article."""
    folded = fold_name(name)
    return folded.removeprefix("the ") or folded
