"""Who first tells a claim: an outlet, an agency, a person, a body, a recording, a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from dateline.events.judged import Judged, read_judged
from dateline.events.origins.publishers import Publishers, fold_outlet, is_account, load_publishers
from dateline.events.telling import words_of
from dateline.records import Claim, CollapseBy, Credit, Entity, Report, Source, SourceKind

Key = tuple[str, ...]
CreditedIn = Literal["dateline", "byline", "end"]

NOBODY_JUDGED = read_judged(())
_AND = re.compile(r"[ \xa0]*(?:[/,&+]|\band\b)[ \xa0]*")


@dataclass(frozen=True, slots=True)
class Teller:
    """The first teller of one claim.

    Attributes:
        key: The same for claims that rest on one teller. Of agencies that are credited together
            "agencies" and the key of each; "agencies" alone if none is named.
        how: "copy", "agency", "cites", "voice", "retold" or "names": what brought the claim to it.
        outlet: Of an outlet or an agency its folded name; else empty.
        credited_in: Where the report credits an agency; None if it credits none.
        speaks_for: Ids of the bodies whose spokesman a person is.
    """

    key: Key
    kind: SourceKind
    name: str
    how: CollapseBy
    outlet: str = ""
    credited_in: CreditedIn | None = None
    speaks_for: tuple[str, ...] = ()


class Tellers:
    """Who first tells each claim of a case; see `Origins` for the arguments."""

    def __init__(
        self,
        entity_of: Mapping[str, Entity],
        reports: Mapping[str, Report],
        copies: Mapping[str, str] = MappingProxyType({}),
        outlets: Set[str] = frozenset(),
        bearer: Mapping[str, str] = MappingProxyType({}),
        judged: Judged = NOBODY_JUDGED,
        publishers: Publishers | None = None,
    ) -> None:
        self.reports, self.copies, self.judged = reports, copies, judged
        self.publishers = publishers or load_publishers()
        self._entity_of, self._outlets, self._bearer = entity_of, outlets, bearer
        self._keys: dict[str, Key] = {}
        self._publishers_of: dict[str, str] = {}
        self._voices: dict[str, Teller] = {}

    # Of a report --------------------------------------------------------------------------------

    def root_of(self, report: str) -> str:
        """The report whose text it repeats, unless somebody judged that it tells by itself."""
        root = self.copies.get(report, report)
        is_parted = root != report and self.judged.reports.between(report, root) == "different"
        return report if is_parted else root

    def outlet_of(self, report: str) -> str:
        """What stands for the outlet of a report: its folded name, or the report's id.

        A text without an outlet counts for the agency that it credits.
        """
        known = self.reports.get(report)
        name = _outlet_name(known) if known else None
        return fold_outlet(name) if name else report

    def publisher_of(self, report: str) -> str:
        """The same for the reports of one publisher; of one that is not known the report's id."""
        if report not in self._publishers_of:
            self._publishers_of[report] = self._find_publisher(report)
        return self._publishers_of[report]

    def _find_publisher(self, report: str) -> str:
        known = self.reports.get(report)
        publisher = self.publishers.of_report(known) if known else None
        if publisher:
            return fold_outlet(publisher)
        name = _outlet_name(known) if known else None
        return self.publishers.key(name) if name else report

    def keys_of_report(self, report: str) -> set[Key]:
        """What claims that rest on its outlet or its agencies are known by."""
        known = self.reports.get(report)
        agencies = {self._outlet_key(name) for name in agencies_of(known)} if known else set()
        return agencies | {("outlet", self.publisher_of(report))}

    # Of a claim ---------------------------------------------------------------------------------

    def teller_of(self, claim: Claim) -> Teller:
        """The first of its sources, or the outlet that speaks."""
        first = claim.sources[0]
        if first.kind == "author":
            return self.voice_of(claim.report)
        name = self._name(first)
        if self._is_outlet(first, name):
            return Teller(self._outlet_key(name), "outlet", name, "cites", fold_outlet(name))
        entity = self._entity_of.get(first.chain or "")
        folded = " ".join(words_of(name))
        if first.kind in ("person", "organization"):
            who = entity.id if entity else self._bearer.get(folded, folded)
            shown, bodies = (entity.name, spoken_for(entity)) if entity else (name, ())
            return Teller(("entity", who), first.kind, shown, "names", speaks_for=bodies)
        if first.kind == "unnamed":  # nobody can tell whether two are one: one for each text
            root = self.root_of(claim.report)
            return Teller(("unnamed", root), "unnamed", name, "names")
        return Teller((first.kind, folded), first.kind, name, "names")

    def voice_of(self, report_id: str) -> Teller:
        """The report's own voice; of a copy that of the first text, of agency text the agency."""
        if report_id not in self._voices:
            self._voices[report_id] = self._find_voice(report_id)
        return self._voices[report_id]

    def _find_voice(self, report_id: str) -> Teller:
        root = self.root_of(report_id)
        report = self.reports.get(root)
        if report is not None and (agency := self._agency(report)):
            return agency
        how: CollapseBy = "voice" if root == report_id else "copy"
        if report is None or not report.outlet:
            publisher = self.publishers.of_report(report) if report else None
            if publisher is not None:
                key = ("outlet", fold_outlet(publisher))
                return Teller(key, "author", publisher, how, fold_outlet(publisher))
            name = (report.file or report.url or root) if report else root
            return Teller(("report", root), "author", name, how)
        key = ("outlet", self.publisher_of(root))
        return Teller(key, "author", report.outlet, how, fold_outlet(report.outlet))

    def names_asked(self, claim: Claim) -> tuple[str, str] | None:
        """The outlet and the bearer that the origin of a claim is looked up by, folded.

        None where neither has a say in it.
        """
        first = claim.sources[0]
        name = self._name(first)
        if first.kind in ("person", "organization") or (first.kind == "media" and is_account(name)):
            return fold_outlet(name), " ".join(words_of(name))
        return None

    def _is_outlet(self, source: Source, name: str) -> bool:
        """Whether an outlet is credited: as such, by the name of one, or through its account."""
        if source.kind == "outlet":
            return True
        outlet = fold_outlet(name)
        if outlet not in self._outlets:
            return False
        if source.kind == "organization":
            entity = self._entity_of.get(source.chain or "")  # a party may be called as an agency
            return entity is None or fold_outlet(entity.name) == outlet
        return source.kind == "media" and is_account(name)

    def _outlet_key(self, name: str) -> Key:
        if name not in self._keys:
            self._keys[name] = ("outlet", self.publishers.key(name))
        return self._keys[name]

    def _name(self, source: Source) -> str:
        entity = self._entity_of.get(source.chain or "")
        printed = source.words.exact if source.words else None
        return source.name or (entity.name if entity else None) or printed or source.kind

    def _agency(self, report: Report) -> Teller | None:
        """The agency whose text a report carries; several are credited together."""
        names = agencies_of(report)
        if not names:
            if not credits_unnamed(report):
                return None
            at = _credited_in(report, None)
            return Teller(("agencies",), "outlet", "unnamed agencies", "agency", credited_in=at)
        own = self.publisher_of(report.id) if report.outlet else ""
        keys = {self._outlet_key(name): name for name in reversed(names)}
        if keys.keys() == {("outlet", own)}:
            return None  # an agency that signs its own text
        at = _credited_in(report, names[0])
        if len(keys) == 1:
            ((key, name),) = keys.items()
            return Teller(key, "outlet", name, "agency", fold_outlet(name), at)
        ordered = list(reversed(keys.items()))
        joint = ("agencies", *(key[1] for key, _name in ordered))
        name = " and ".join(name for _key, name in ordered)
        return Teller(joint, "outlet", name, "agency", credited_in=at)


def spoken_for(entity: Entity) -> tuple[str, ...]:
    """Ids of the bodies whose spokesman an entity is, as far as reports say, sorted."""
    found = {
        role.organization
        for role in entity.roles
        if role.organization and not role.ended and role.title.casefold() in _list("spokes_titles")
    }
    return tuple(sorted(found))


def agencies_of(report: Report) -> tuple[str, ...]:
    """The agencies that a report names in its dateline and its credits, each once."""
    dateline = report.dateline.agency if report.dateline else None
    names = [*_split(dateline or ""), *(one.agency for one in report.credits if one.agency)]
    kept = {fold_outlet(name): name for name in reversed(names)}
    return tuple(reversed(kept.values()))


def credits_unnamed(report: Report) -> bool:
    """Whether a report credits agencies without naming any."""
    dateline = report.dateline.agency if report.dateline else None
    is_credited = (dateline or "").strip().casefold() in _list("unnamed_agencies")
    return is_credited or any(one.agency is None for one in report.credits)


def _split(agency: str) -> list[str]:
    """The agencies in a dateline's brackets: "AFP/Reuters"; without desks of the paper itself."""
    parts = [agency] if fold_outlet(agency) != " ".join(words_of(agency)) else _AND.split(agency)
    nobody = _list("unnamed_agencies") | _list("desks")
    return [part.strip() for part in parts if part.strip() and part.casefold() not in nobody]


def _credited_in(report: Report, agency: str | None) -> CreditedIn:
    def is_it(credit: Credit) -> bool:
        return credit.agency == agency

    credit = next(filter(is_it, report.credits), None)
    if credit is None:
        return "dateline"
    if credit.words is None or credit.words.start < report.body_start:
        return "byline"
    return "end"


def _outlet_name(report: Report) -> str | None:
    return report.outlet or next(iter(agencies_of(report)), None)


@cache
def _list(name: str) -> frozenset[str]:
    text = (files("dateline.events") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
