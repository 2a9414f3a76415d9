"""The first screen: every input with its state, every report with its copies and revisions."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.export.passages import safe_link
from dateline.records import Report
from dateline.store import Reading
from dateline.views.origin_tree import say_share
from dateline.views.wording import name_outlet, say_date
from dateline.web.pages import render
from dateline.web.paging import Key, Page, cut_page
from dateline.web.snapshot import Desk, Snapshot

SHOWN = {
    "": "All",
    "copies": "With copies",
    "revised": "Revised",
    "none": "Without claims",
    "failed": "Not read",
}
"""What the list can be narrowed to, and the word for it."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list.

    Attributes:
        state: "read", or what takes its place: "replaced".
        share: Of a copy how much of its text is the other's, in words; "" if not known.
        copies: The reports that repeat its text.
    """

    id: str
    title: str
    outlet: str
    published: str
    language: str
    claims: int
    state: str
    revision_of: str | None
    replaced_by: str | None
    link: str | None
    file: str
    notes: tuple[str, ...]
    share: str
    copies: tuple[ReportLine, ...]


def show_reports(request: Request) -> Response:
    """The list of reports; originals, each with its copies below it."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    show = request.query_params.get("show", "")
    if show not in SHOWN:
        raise BadQuery("There is no such list of reports.")
    after = request.query_params.get("after")
    numbers = {name: len(_chosen(snapshot, name)) for name in SHOWN if name != "failed"}
    failed = not_read(snapshot)
    numbers["failed"] = len(failed)
    if show == "failed":
        inputs: Page[Reading] = cut_page(failed, lambda one: (-one.number,), after)
        page = None
    else:
        inputs = cut_page(failed[:5], lambda one: (-one.number,), None)
        chosen = cut_page(_chosen(snapshot, show), report_key, after)
        page = Page(
            tuple(report_line(snapshot, one) for one in chosen.items),
            chosen.total, chosen.next, chosen.is_first,
        )  # fmt: skip
    return render(
        request, "reports.html", title="Reports", show=show, shown=SHOWN, numbers=numbers,
        page=page, inputs=inputs, total=len(snapshot.reports), claims=len(snapshot.claims),
        events=len(snapshot.timeline.rows), address_of_case=str(desk.case.address),
    )  # fmt: skip


def not_read(snapshot: Snapshot) -> list[Reading]:
    """The inputs that became no report at their last try, the latest first."""
    return [one for one in snapshot.inputs if one.state in ("failed", "held")]


def report_key(report: Report) -> Key:
    """The order of the list, as a cursor of pages has it."""
    return report.published_on or "9999", report.id


def _chosen(snapshot: Snapshot, show: str) -> list[Report]:
    """Originals only: a copy stands below the report whose text it repeats."""
    originals = [one for one in snapshot.reports_by_day if one.copy_of not in snapshot.reports]
    if show == "copies":
        return [one for one in originals if one.id in snapshot.copies_of]
    if show == "revised":
        return [one for one in originals if one.revision_of or one.replaced_by]
    if show == "none":
        return [one for one in originals if one.id not in snapshot.claims_of_report]
    return originals


def report_line(snapshot: Snapshot, report: Report) -> ReportLine:
    """A report with its copies, in words."""
    share = snapshot.copies([report.id]).get(report.id)
    return ReportLine(
        report.id,
        report.title or report.file or report.url or report.id,
        name_outlet(report),
        say_date(report.published_on) if report.published_on else "",
        report.language or "",
        len(snapshot.claims_of_report.get(report.id, ())),
        "replaced" if report.replaced_by else "read",
        report.revision_of,
        report.replaced_by,
        safe_link(report.url),
        report.file or "",
        report.notes,
        say_share(share.share) if share else "",
        tuple(report_line(snapshot, one) for one in snapshot.copies_of.get(report.id, ())),
    )
