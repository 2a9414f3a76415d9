"""Search over the passages of a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.records import Quote
from dateline.store import Passage
from dateline.views.wording import name_outlet, say_date
from dateline.web.choosing import Choice, read_choice, window_of
from dateline.web.filters import name_person
from dateline.web.pages import address, render, report_address
from dateline.web.paging import Page, cut_page
from dateline.web.snapshot import Desk, Snapshot

_MOST, _MOST_FILTERED = 250, 2000
"""Passages that a search looks at; more is no answer but the text itself. Filters leave few."""
_ANY = Choice()


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
    choice = Choice()
    problem = ""
    page: Page[tuple[int, Passage]] | None = None
    if query:
        try:
            choice = read_choice(request.query_params)
            page = search_page(
                desk, snapshot, query, among, outlet, request.query_params.get("after"),
                is_screen=True, choice=choice,
            )  # fmt: skip
        except BadQuery as error:
            problem = str(error)
    found = [found_passage(snapshot, one) for _, one in page.items] if page else []
    return render(
        request, "search.html", title=f"Search: {query}" if query else "Search", query=query,
        among=among, outlet=outlet, page=page, found=found, problem=problem, choice=choice,
        person=name_person(snapshot, choice),
        is_narrowed=bool(among or outlet) or not choice.is_any,
        own={"q": query, "among": among, "outlet": outlet, **choice.parameters},
        reports=len(snapshot.reports), outlets=snapshot.outlets[:200],
    )  # fmt: skip


def search_page(
    desk: Desk, snapshot: Snapshot, query: str, among: str, outlet: str, after: str | None,
    limit: int = 25, *, is_screen: bool = False, choice: Choice = _ANY,
) -> Page[tuple[int, Passage]]:  # fmt: skip
    """A page of passages, best first, each with its place.

    Args:
        among: "claims", "text" or "" for both.
        outlet: Only those of this outlet; "" for any.
        is_screen: Whether words that several claims rest on come once.
        choice: Only passages that name its person, claims of its type, and reports published
            between its bounds.

    Raises:
        BadQuery: If there is no word in the query, or `after` is no cursor.
    """
    is_narrowed = bool(among or outlet) or not choice.is_any
    most = _MOST_FILTERED if is_narrowed else _MOST
    hits = desk.search(query, most)
    found = [
        one
        for one in hits
        if one.report in snapshot.reports
        and among in ("", "claims" if one.claim else "text")
        and (not outlet or name_outlet(snapshot.reports[one.report]) == outlet)
    ]
    if not choice.is_any:
        found = list(_narrowed(snapshot, found, choice))
    if is_screen:
        found = list({(one.report, one.quote): one for one in reversed(found)}.values())[::-1]
    page = cut_page(list(enumerate(found)), lambda one: (one[0],), after, limit)
    return replace(page, is_whole=len(hits) < most)


def _narrowed(snapshot: Snapshot, passages: Iterable[Passage], choice: Choice) -> Iterator[Passage]:
    lower, upper = window_of(choice)
    named: dict[str, list[Quote]] = defaultdict(list)
    for id_ in snapshot.entities_named(choice.who) if choice.who else ():
        for mention in snapshot.entities[id_].mentions:
            named[mention.report].append(mention.words)
    for one in passages:
        claim = snapshot.claims.get(one.claim or "")
        day = snapshot.reports[one.report].published_on
        if choice.type and (claim is None or claim.type != choice.type):
            continue
        if choice.who and not any(one.quote.holds(words) for words in named[one.report]):
            continue
        if (lower or upper) and (
            day is None or (lower and day < str(lower)) or (upper and day >= str(upper))
        ):
            continue
        yield one


def found_passage(snapshot: Snapshot, passage: Passage) -> FoundPassage:
    """A passage in words."""
    report = snapshot.reports[passage.report]
    event = snapshot.event_of_claim.get(passage.claim or "")
    place = f"{passage.quote.start}-{passage.quote.end}"
    return FoundPassage(
        report_address(report.id, passage.claim)
        if passage.claim
        else address(report_address(report.id), at=place) + "#passage",
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
