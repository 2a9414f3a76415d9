"""Records in words for the terminal, beyond those that every view shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.records import Claim, Entity, Report
from dateline.views import TimelineClaim, TimelineRow
from dateline.views.wording import count, name_outlet, say_place, standing_of

_ON = {
    "when": "when it was",
    "where": "where it was",
    "who": "who took part",
    "count": "how many",
    "happened": "whether it happened",
}

Owners = Mapping[str, Entity]
"""The entity of each chain id and each entity id."""


def say_claim(claim: Claim, owners: Owners) -> str:
    """What, who and where: "meet: Anna Keller, Tomas Brandt · Vienna (AT)"."""
    who, whom = (_names((one.chain for one in side), owners) for side in (claim.who, claim.whom))
    place = _place(say_place(claim.where), claim.where.country) if claim.where else ""
    doubt = say_doubt([claim])
    return _join(_happening(claim.type, claim.mode, who, whom), place, doubt)


def say_row(row: TimelineRow) -> str:
    """The same for an event of a timeline."""
    said = _happening(row.type, row.mode, row.who, row.whom)
    doubt = say_doubt(row.claims)
    return _join(said, _place(row.where, row.country), doubt)


def _happening(type_: str, mode: str | None, who: Iterable[str], whom: Iterable[str]) -> str:
    # No sentence is made of it: a verb of ours could say more than the words of the report.
    what = mode or type_.lower().replace("_", " ")
    left, right = ", ".join(who), ", ".join(whom)
    if right:
        return f"{what}: {left or 'somebody'} → {right}"
    return f"{what}: {left}" if left else what


def say_doubt(claims: Iterable[Claim | TimelineClaim]) -> str:
    """ "DENIED", "PLANNED", "ALLEGED" or "INFERRED" where no claim is surer than that; or ""."""
    standing = standing_of(claims)
    return "" if standing in ("asserted", "reported") else standing.upper()


def say_backing(row: TimelineRow) -> str:
    """How many independent first tellers, outlets and copies stand behind an event."""
    parts = [count(row.origins, "origin"), count(row.publishers, "outlet")]
    if row.copies:
        parts.append(count(row.copies, "copy", "copies"))
    return ", ".join([*parts, count(len(row.claims), "claim")])


def say_conflicts(row: TimelineRow) -> str:
    """What the claims of an event disagree on; empty if they do not."""
    said = []
    for conflict in row.conflicts:
        sides = " or ".join(side.says for side in conflict.sides if side.says)
        said.append(_ON[conflict.on] + (f" ({sides})" if sides else ""))
    return f"disagree on {'; '.join(said)}" if said else ""


def say_report(report: Report) -> str:
    """The outlet and the title: "Alpine Wire, “Minister holds talks”"."""
    return name_outlet(report) + (f", “{report.title}”" if report.title else "")


def say_roles(entity: Entity, owners: Owners) -> str:
    """The posts of a person: "former chief of Hamas"."""
    said = []
    for role in entity.roles:
        body = owners.get(role.organization or "")
        said.append("former " * role.ended + role.title + (f" of {body.name}" if body else ""))
    return "; ".join(dict.fromkeys(said))


def _names(chains: Iterable[str], owners: Owners) -> list[str]:
    found = {owners[chain].id: owners[chain].name for chain in chains if chain in owners}
    return list(found.values())


def _place(name: str | None, country: str | None) -> str:
    if not name:
        return ""
    return name + (f" ({country})" if country else "")


def _join(*parts: str) -> str:
    return " · ".join(filter(None, parts))
