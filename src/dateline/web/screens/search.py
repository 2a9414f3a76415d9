"""Search over the passages of a case."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.store import Passage
from dateline.views.wording import name_outlet, say_date
from dateline.web.pages import render, report_address
from dateline.web.paging import Page, cut_page
from dateline.web.snapshot import Desk, Snapshot

_FURTHEST = 1000
"""Passages that a search pages through; more is no answer but the text itself."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a search found.

    Attributes:
        pieces: Its words in order; True where they are those looked for.
        event: The event that its claim tells of, if it is a claim of one.
    """

    address: str
    title: str
    outlet: str
    published: str
    pieces: tuple[tuple[str, bool], ...]
    is_claim: bool
    event: str | None


def show_search(request: Request) -> Response:
    """The passages that hold every word of the query."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    query = request.query_params.get("q", "").strip()[:400]
    among = request.query_params.get("among", "")
    outlet = request.query_params.get("outlet", "").strip()[:200]
    problem = ""
    page: Page[tuple[int, Passage]] | None = None
    if query:
        try:
            page = search_page(
                desk, snapshot, query, among, outlet, request.query_params.get("after"),
                is_screen=True,
            )  # fmt: skip
        except BadQuery as error:
            problem = str(error)
    found = [found_passage(snapshot, one) for _, one in page.items] if page else []
    return render(
        request, "search.html", title=f"Search: {query}" if query else "Search", query=query,
        among=among, outlet=outlet, page=page, found=found, problem=problem,
        reports=len(snapshot.reports), outlets=_outlets(snapshot),
    )  # fmt: skip


def search_page(
    desk: Desk, snapshot: Snapshot, query: str, among: str, outlet: str, after: str | None,
    limit: int = 25, *, is_screen: bool = False,
) -> Page[tuple[int, Passage]]:  # fmt: skip
    """A page of passages, best first, each with its place.

    Args:
        among: "claims", "text" or "" for both.
        outlet: Only those of this outlet; "" for any.
        is_screen: Whether words that several claims rest on come once.

    Raises:
        BadQuery: If there is no word in the query, or `after` is no cursor.
    """
    found = [
        one
        for one in desk.search(query, _FURTHEST)
        if one.report in snapshot.reports
        and among in ("", "claims" if one.claim else "text")
        and (not outlet or name_outlet(snapshot.reports[one.report]) == outlet)
    ]
    if is_screen:
        found = list({(one.report, one.quote): one for one in reversed(found)}.values())[::-1]
    return cut_page(list(enumerate(found)), lambda one: (one[0],), after, limit)


def found_passage(snapshot: Snapshot, passage: Passage) -> FoundPassage:
    """A passage in words."""
    report = snapshot.reports[passage.report]
    event = snapshot.event_of_claim.get(passage.claim or "")
    return FoundPassage(
        report_address(report.id, passage.claim),
        report.title or report.file or report.url or report.id,
        name_outlet(report),
        say_date(report.published_on) if report.published_on else "no date",
        _pieces(passage),
        passage.claim is not None,
        event.id if event else None,
    )


def _pieces(passage: Passage) -> tuple[tuple[str, bool], ...]:
    text, start = passage.quote.exact, passage.quote.start
    pieces, place = [], 0
    for span in passage.words:
        left, right = max(place, span.start - start), span.end - start
        if right <= left:
            continue
        pieces += [(text[place:left], False), (text[left:right], True)]
        place = right
    return tuple((words, is_found) for words, is_found in [*pieces, (text[place:], False)] if words)


def _outlets(snapshot: Snapshot) -> list[str]:
    return sorted({name_outlet(one) for one in snapshot.reports.values()})[:200]
