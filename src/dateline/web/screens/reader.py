"""One report as it was read, with its claims beside it and tied to its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import UnknownId
from dateline.records import Claim
from dateline.views.wording import STANDINGS, Standing, say_date, say_reading
from dateline.web.pages import render, report_address
from dateline.web.screens.reports import report_line
from dateline.web.snapshot import Desk

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text that the same claims rest on throughout.

    Attributes:
        standing: Of the claims that it is the trigger of, else of all; of several the least sure,
            so that nothing looks surer than it is. "" where no claim rests on it.
        is_trigger: Whether it is a part of the words that carry one of them.
        begins: The numbers of the claims whose quote begins here.
        ends: Those of the claims whose quote ends with it.
        is_sought: Whether it is a part of the words that the address asks for.
    """

    text: str
    claims: tuple[int, ...]
    standing: Standing | str
    is_trigger: bool
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    is_sought: bool = False


def show_report(request: Request) -> Response:
    """The text of a report with its claims beside it."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    report = snapshot.reports.get(request.path_params["report"])
    if report is None:
        raise UnknownId("The case has no such report.")
    found = snapshot.claims_of_report.get(report.id, [])
    misread = [one for one in found if one.id in snapshot.misread]
    claims = [one for one in found if one.id not in snapshot.misread]
    said = {one.id: snapshot.judged_claims.get(one.id) for one in found}
    cards = snapshot.cards(found)
    events = {claim.id: snapshot.event_of_claim.get(claim.id) for claim in claims}
    line = report_line(snapshot, report)
    return render(
        request, "reader.html", title=line.title, report=report, line=line,
        claims=[(number, cards[one.id], events[one.id]) for number, one in enumerate(claims, 1)],
        ids=[one.id for one in claims], misread=[(cards[one.id], one.quote) for one in misread],
        readings={id_: (one.id, say_reading(one)) for id_, one in said.items() if one},
        paragraphs=list(paragraphs_of(report.text, claims, _sought(request, len(report.text)))),
        original=snapshot.reports.get(report.copy_of or ""),
        modified=say_date(report.modified[:10]) if report.modified else "",
    )  # fmt: skip


def show_claim(request: Request) -> Response:
    """Leads to the words of a claim in its report: one address for each claim."""
    desk: Desk = request.app.state.desk
    claim = desk.snapshot().claims.get(request.path_params["claim"])
    if claim is None:
        raise UnknownId("The case has no such claim.")
    return RedirectResponse(report_address(claim.report, claim.id), 303)


def _sought(request: Request, length: int) -> tuple[int, int] | None:
    """The words that the address asks for, `at=120-168`; None if it names none in the text."""
    found = _PLACE.fullmatch(request.query_params.get("at", ""))
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end <= length else None


def paragraphs_of(
    text: str, claims: Sequence[Claim], sought: tuple[int, int] | None = None
) -> Iterator[list[Piece]]:
    """The lines of a text that hold words, each in pieces; together they hold all its words.

    Args:
        sought: A half-open range of the text that is to be seen at once.
    """
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield list(_pieces(text, start, end, claims, sought or (0, 0)))
        start = end + 1


def _pieces(
    text: str, start: int, end: int, claims: Sequence[Claim], sought: tuple[int, int]
) -> Iterator[Piece]:
    here = [
        (number, claim)
        for number, claim in enumerate(claims, start=1)
        if claim.quote.start < end and claim.quote.end > start
    ]
    for left, right in _between(start, end, (claim for _, claim in here), sought):
        over = [(n, one) for n, one in here if one.quote.start <= left and one.quote.end >= right]
        carried = [one for _, one in over if one.trigger.start <= left < one.trigger.end]
        yield Piece(
            text[left:right],
            tuple(n for n, _ in over),
            _least_sure(carried or [one for _, one in over]),
            bool(carried),
            tuple(n for n, one in over if max(one.quote.start, start) == left),
            tuple(n for n, one in over if one.quote.end == right),
            sought[0] <= left < sought[1],
        )


def _between(
    start: int, end: int, claims: Iterable[Claim], sought: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    cuts = {start, end, *(place for place in sought if start < place < end)}
    for claim in claims:
        for place in (claim.quote.start, claim.quote.end, claim.trigger.start, claim.trigger.end):
            if start < place < end:
                cuts.add(place)
    ordered = sorted(cuts)
    yield from pairwise(ordered)


def _least_sure(claims: Iterable[Claim]) -> Standing | str:
    found = {"denied" if one.polarity == "-" else one.certainty for one in claims}
    return next((standing for standing in reversed(STANDINGS) if standing in found), "")
