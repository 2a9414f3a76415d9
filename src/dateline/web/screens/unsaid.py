"""What a case cannot say: what was not read, and what the reports leave open."""

from __future__ import annotations

from typing import Literal, get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.web.pages import render
from dateline.web.paging import PAGE, cut_page
from dateline.web.screens.reports import not_read, report_key, report_line
from dateline.web.snapshot import Desk, claim_key

Part = Literal["inputs", "languages", "undated", "author", "misread"]
PARTS: dict[Part, str] = {
    "inputs": "Inputs that were not read",
    "languages": "Reports in languages that are not covered",
    "undated": "Claims without a date",
    "author": "Claims with no source but the report itself",
    "misread": "Claims that somebody says are misread",
}
"""The lists, and the words for them."""

COVERED = frozenset(["en"])
"""The languages in which claims are found."""

_FEW = 5


def show_unsaid(request: Request) -> Response:
    """The first of each list, or one of them, a page at a time."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    part = request.query_params.get("part", "")
    if part not in ("", *get_args(Part)):
        raise BadQuery("There is no such list.")
    limit = PAGE if part else _FEW

    def after(name: Part) -> str | None:
        return request.query_params.get("after") if part == name else None

    uncovered = [one for one in snapshot.reports_by_day if one.language not in COVERED]
    languages = cut_page(uncovered, report_key, after("languages"), limit)
    inputs = cut_page(not_read(snapshot), lambda one: (-one.number,), after("inputs"), limit)
    undated = cut_page(snapshot.undated_claims, claim_key, after("undated"), limit)
    own = cut_page(snapshot.own_claims, claim_key, after("author"), limit)
    misread = cut_page(snapshot.misread_claims, claim_key, after("misread"), limit)
    return render(
        request, "unsaid.html", title="What we cannot say", part=part, parts=PARTS,
        pages={
            "inputs": inputs, "languages": languages, "undated": undated, "author": own,
            "misread": misread,
        },
        cards=snapshot.cards([*undated.items, *own.items, *misread.items]),
        lines={one.id: report_line(snapshot, one) for one in languages.items},
        reports=len(snapshot.reports),
    )  # fmt: skip
