"""The independent first tellers of an event: what rests on one teller counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dateline.events.telling import words_of
from dateline.records import Claim, Entity, Origin, Report, Source, SourceKind

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """The first teller of one claim.

    Attributes:
        key: The same for claims that rest on one teller.
        how: "copy", "agency", "cites", "voice", "retold" or "names": what brought the claim to it.
    """

    key: Key
    kind: SourceKind
    name: str
    how: str


class Origins:
    """Who first tells each claim of a case.

    Args:
        entity_of: Id of a chain → its entity.
        reports: By id: those of the claims that are asked about, and those that they copy.
        copies: Report id → id of the report whose text it repeats.
        outlets: Folded names of the outlets and agencies of the case.
        bearer: Folded name → id of the one entity that bears it.
    """

    def __init__(
        self,
        entity_of: Mapping[str, Entity],
        reports: Mapping[str, Report],
        copies: Mapping[str, str],
        outlets: Set[str],
        bearer: Mapping[str, str],
    ) -> None:
        self.reports = reports
        self.copies = copies
        self._entity_of = entity_of
        self._outlets = outlets
        self._bearer = bearer

    def outlet_of(self, report: str) -> str:
        """What stands for the outlet of a report: its folded name, or the report's id.

        A text without an outlet counts for the agency in its dateline.
        """
        known = self.reports.get(report)
        name = (known.outlet or agency_of(known)) if known else None
        return fold_outlet(name) if name else report

    def teller_of(self, claim: Claim) -> Teller:
        """The origin of a claim: the first of its sources, or the outlet that speaks."""
        first = claim.sources[0]
        if first.kind == "author":
            return self._voice(claim)
        name = self._name(first)
        outlet = fold_outlet(name)
        if first.kind == "outlet" or (first.kind == "organization" and outlet in self._outlets):
            return Teller(("outlet", outlet), "outlet", name, "cites")
        entity = self._entity_of.get(first.chain or "")
        folded = " ".join(words_of(name))
        if first.kind in ("person", "organization"):
            who = entity.id if entity else self._bearer.get(folded, folded)
            return Teller(("entity", who), first.kind, entity.name if entity else name, "names")
        if first.kind == "unnamed":  # nobody can tell whether two are one: one for each text
            root = self.copies.get(claim.report, claim.report)
            return Teller(("unnamed", root), "unnamed", name, "names")
        return Teller((first.kind, folded), first.kind, name, "names")

    def names_asked(self, claim: Claim) -> tuple[str, str] | None:
        """The outlet and the bearer that the origin of a claim is looked up by, folded.

        None where neither has a say in it.
        """
        first = claim.sources[0]
        if first.kind not in ("person", "organization"):
            return None
        name = self._name(first)
        return fold_outlet(name), " ".join(words_of(name))

    def _name(self, source: Source) -> str:
        entity = self._entity_of.get(source.chain or "")
        printed = source.words.exact if source.words else None
        return source.name or (entity.name if entity else None) or printed or source.kind

    def _voice(self, claim: Claim) -> Teller:
        """The report's own voice; of a copy that of the first text, of agency text the agency."""
        root = self.copies.get(claim.report, claim.report)
        report = self.reports.get(root)
        agency = agency_of(report) if report else None
        if agency:
            return Teller(("outlet", fold_outlet(agency)), "outlet", agency, "agency")
        how = "voice" if root == claim.report else "copy"
        if report is None or not report.outlet:
            name = (report.file or report.url or root) if report else root
            return Teller(("report", root), "author", name, how)
        return Teller(("outlet", fold_outlet(report.outlet)), "author", report.outlet, how)

    def find(self, claims: Sequence[Claim]) -> tuple[Origin, ...]:
        """The origins of one event, the one told by most reports first.

        Where a text credits somebody with an event, what it says of that event in its own voice
        rests on the same teller.
        """
        credited = self._credited(claims)
        groups: dict[Key, list[tuple[Claim, Teller]]] = defaultdict(list)
        for claim in sorted(claims, key=lambda claim: claim.id):
            teller = self.teller_of(claim)
            if claim.sources[0].kind == "author":
                teller = credited.get((self._root(claim), claim.polarity), teller)
            groups[teller.key].append((claim, teller))
        found = [self._origin(told) for told in groups.values()]
        return tuple(sorted(found, key=lambda o: (-len(o.reports), o.kind, o.name, o.claims)))

    def _credited(self, claims: Sequence[Claim]) -> dict[tuple[str, str], Teller]:
        """For each text, and for what it affirms or denies, the teller it credits first."""
        found: dict[tuple[str, str], Teller] = {}
        for claim in sorted(claims, key=lambda claim: (claim.trigger, claim.id)):
            if claim.sources[0].kind != "author":
                teller = replace(self.teller_of(claim), how="retold")
                found.setdefault((self._root(claim), claim.polarity), teller)
        return found

    def _root(self, claim: Claim) -> str:
        return self.copies.get(claim.report, claim.report)

    def _origin(self, told: Sequence[tuple[Claim, Teller]]) -> Origin:
        names = Counter(teller.name for _claim, teller in told)
        name = min(names, key=lambda name: (-names[name], name))
        kinds = {teller.kind for _claim, teller in told}
        kind = "author" if "author" in kinds else min(kinds)
        claims = tuple(claim.id for claim, _teller in told)
        reports = tuple(sorted({claim.report for claim, _teller in told}))
        return Origin(kind, name, claims, reports, self._reason(told, kind, name))

    def _reason(self, told: Sequence[tuple[Claim, Teller]], kind: str, name: str) -> str:
        if len(told) == 1:
            return ""
        by_how: dict[str, set[str]] = defaultdict(set)
        for claim, teller in told:
            how = "copy" if claim.report in self.copies else teller.how
            by_how[how].add(claim.report)
        reason = "; ".join(
            (one if len(by_how[how]) == 1 else many).format(
                count=len(by_how[how]), name=name, kind=kind
            )
            for how, one, many in _CLAUSES
            if by_how[how]
        )
        if len({claim.report for claim, _teller in told}) == 1:
            reason = f"{len(told)} claims of one report; {reason}"
        return reason


def read_origins(
    entities: Iterable[Entity], reports: Iterable[Report], copies: Mapping[str, str]
) -> Origins:
    """The origins of a case, of which everything is given."""
    entity_of: dict[str, Entity] = {}
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        entity_of.update(dict.fromkeys(entity.chains, entity))
        for name in names_of(entity):
            bearers[name].add(entity.id)
    known = {report.id: report for report in reports}
    outlets = {name for report in known.values() for name in outlets_of(report)}
    bearer = {name: min(ids) for name, ids in bearers.items() if len(ids) == 1}
    return Origins(entity_of, known, copies, outlets, bearer)


def names_of(entity: Entity) -> set[str]:
    """All names of an entity, folded."""
    return {" ".join(words_of(name)) for name in (entity.name, *entity.names)}


def outlets_of(report: Report) -> set[str]:
    """Its outlet and its agency, folded."""
    return {fold_outlet(name) for name in (report.outlet, agency_of(report)) if name}


_CLAUSES = (
    (
        "voice",
        "1 report tells it in the voice of {name}",
        "{count} reports tell it in the voice of {name}",
    ),
    ("agency", "1 report carries the text of {name}", "{count} reports carry the text of {name}"),
    ("copy", "1 report repeats another's text", "{count} reports repeat another's text"),
    (
        "retold",
        "1 report tells it again in its own voice",
        "{count} reports tell it again in their own voice",
    ),
    ("cites", "1 report cites {name}", "{count} reports cite {name}"),
    (
        "names",
        "1 report rests on the same {kind}, {name}",
        "{count} reports rest on the same {kind}, {name}",
    ),
)
"""What brought claims to an origin, in words: of one report, and of several."""


def agency_of(report: Report) -> str | None:
    """The agency in a report's dateline."""
    return report.dateline.agency if report.dateline else None


def fold_outlet(name: str) -> str:
    """An outlet's name without case, punctuation and leading article."""
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
