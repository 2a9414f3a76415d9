"""The independent first tellers of an event: what rests on one teller counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.events.judged import Judged
from dateline.events.origins.collapses import say_collapses, say_reason
from dateline.events.origins.joining import Groups, group_tellers
from dateline.events.origins.overruling import overrule, say_judged
from dateline.events.origins.publishers import Publishers, fold_outlet
from dateline.events.origins.tellers import (
    NOBODY_JUDGED,
    Key,
    Teller,
    Tellers,
    agencies_of,
    spoken_for,
)
from dateline.events.telling import words_of
from dateline.records import Claim, Entity, Origin, Report

__all__ = ["Origins", "Teller", "names_of", "outlets_of", "read_origins", "spoken_for"]


class Origins(Tellers):
    """Who first tells each claim of a case, and the origins of its events.

    Args:
        entity_of: Id of a chain → its entity.
        reports: By id: those of the claims that are asked about, and those that they copy.
        copies: Report id → id of the report whose text it repeats.
        outlets: Folded names of the outlets and agencies of the case.
        bearer: Folded name → id of the one entity that bears it.
        judged: What people said of reports.
        publishers: Which publisher an outlet is of; as it comes with the program if None.
    """

    def find(self, claims: Sequence[Claim]) -> tuple[Origin, ...]:
        """The origins of one event, the one told by most reports first."""
        groups = group_tellers(claims, self)
        overrule(groups, self)
        found = [self._origin(key, groups) for key in groups]
        return tuple(sorted(found, key=lambda o: (-len(o.reports), o.kind, o.name, o.claims)))

    def _origin(self, key: Key, groups: Groups) -> Origin:
        told = sorted(groups[key], key=lambda one: one.claim.id)
        own = [one.teller for one in told if not one.moved] or [one.teller for one in told]
        names = Counter(teller.name for teller in own)
        name = min(names, key=lambda name: (-names[name], name))
        if len({teller.outlet for teller in own if teller.outlet}) > 1:
            name = self.publishers.of(name)
        kinds = {teller.kind for teller in own}
        kind = "author" if "author" in kinds else min(kinds)
        others = (one for far, some in groups.items() if far != key for one in some)
        collapses = say_collapses(told, kind, name, self) + say_judged(told, others, self)
        return Origin(
            kind,
            name,
            tuple(one.claim.id for one in told),
            tuple(sorted({one.claim.report for one in told})),
            say_reason(told, collapses),
            tuple(collapses),
        )


def read_origins(
    entities: Iterable[Entity],
    reports: Iterable[Report],
    copies: Mapping[str, str],
    judged: Judged = NOBODY_JUDGED,
    publishers: Publishers | None = None,
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
    return Origins(entity_of, known, copies, outlets, bearer, judged, publishers)


def names_of(entity: Entity) -> set[str]:
    """All names of an entity, folded."""
    return {" ".join(words_of(name)) for name in (entity.name, *entity.names)}


def outlets_of(report: Report) -> set[str]:
    """Its outlet and the agencies that it credits, folded."""
    return {fold_outlet(name) for name in (report.outlet, *agencies_of(report)) if name}
