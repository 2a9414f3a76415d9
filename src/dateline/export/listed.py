"""Reports and entities to the rows of the lists at the end of the page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from dateline.export.passages import safe_link
from dateline.export.rows import EntityRow, ReportRow, RoleRow
from dateline.records import Copy, Entity, EntityRole, Report
from dateline.views.origin_tree import say_share
from dateline.views.wording import name_outlet, owners_of

_SCHEMAS = {"PublicBody": "public body"} | {
    schema: schema.lower() for schema in ("Person", "Organization", "Company", "Country")
}


def report_rows(
    reports: Iterable[Report], copies: Mapping[str, str], shares: Mapping[str, Copy]
) -> dict[str, ReportRow]:
    """Report id to its row, by day of publication; reports without one come last."""
    ordered = sorted(reports, key=lambda r: (r.published_on or "9999", r.id))
    rows = {report.id: _report_row(report, None, "") for report in ordered}
    for report in ordered:
        original = rows.get(copies.get(report.id) or report.copy_of or "")
        if original:
            share = shares.get(report.id)
            said = say_share(share.share) if share else ""
            rows[report.id] = _report_row(report, original, said)
    return rows


def _report_row(report: Report, original: ReportRow | None, share: str) -> ReportRow:
    line = report.dateline
    parts = (line.place, line.date, line.agency) if line else ()
    return ReportRow(
        report.id,
        report.title or report.file or report.url or report.id,
        name_outlet(report),
        report.published_on or "no date",
        ", ".join(part for part in parts if part),
        report.language or "?",
        report.file or report.url or "",
        report.sha256[:12],
        safe_link(report.url),
        original,
        share,
        report.replaced_by is not None,
        report.notes,
    )


def entity_rows(entities: Iterable[Entity], claims: Container[str]) -> list[EntityRow]:
    """The entities that most reports name first.

    Args:
        claims: Ids of the claims that are on the page.
    """
    every = list(entities)
    owners = owners_of(every)
    rows = [_entity_row(entity, owners, claims) for entity in every]
    return sorted(rows, key=lambda row: (-row.reports, -row.mentions, row.name, row.id))


def _entity_row(entity: Entity, owners: Mapping[str, Entity], claims: Container[str]) -> EntityRow:
    return EntityRow(
        entity.id,
        entity.name,
        tuple(name for name in entity.names if name != entity.name),
        _roles(entity, owners, claims),
        _SCHEMAS.get(entity.schema, entity.schema),
        len(entity.mentions),
        len({mention.report for mention in entity.mentions}),
    )


def _roles(
    entity: Entity, owners: Mapping[str, Entity], claims: Container[str]
) -> tuple[RoleRow, ...]:
    """Posts, each once, linked to a claim where one tells of it."""
    roles: dict[tuple[str, str, bool], RoleRow] = {}
    for role in sorted(entity.roles, key=lambda role: role.claim not in claims):
        body = owners.get(role.organization or "")
        name = body.name if body else ""
        claim = role.claim if role.claim in claims else None
        row = RoleRow(role.title, name, claim, _held(role))
        roles.setdefault((role.title.casefold(), name, role.ended), row)
    return tuple(roles.values())


def _held(role: EntityRole) -> str:
    """When a post was held: "former", "since 2019", "2010 to 2014"; "" where nothing is said."""
    if role.since and role.until:
        return f"{role.since} to {role.until}"
    if role.since or role.until:
        return f"since {role.since}" if role.since else f"until {role.until}"
    return "former" if role.ended else ""
