"""The review: same person? same event? One card at a time, an answer, the next card."""

from __future__ import annotations

from concurrent.futures import TimeoutError as TooLong
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadQuery
from dateline.records import JudgementKind
from dateline.web.cards import Card, draw_card
from dateline.web.decisions import Decisions
from dateline.web.deck_search import DeckName, Pair
from dateline.web.decks import Deck, Decks
from dateline.web.forms import read_form
from dateline.web.pages import address, render
from dateline.web.snapshot import Desk

DECKS: Final[dict[DeckName, str]] = {"entities": "Same person or body?", "events": "Same event?"}
"""The decks, and the question of each."""

ANSWERS: Final[dict[JudgementKind, str]] = {
    "same": "Same",
    "different": "Different",
    "unsure": "Unsure",
}
"""What can be said of a pair, in the words of every button and of the history."""

_KEYS: Final[dict[JudgementKind, str]] = {"same": "y", "different": "n", "unsure": "u"}
_WAIT_S, _SHORT_S = 1.5, 0.2
"""How long a page waits for the pairs of a case, and of one in which they take long to find."""
_MANY = 5000
"""Claims from which they do."""
_UNDO_S = 3.0
_MOST_TRIED = 50
"""Pairs in turn of which the case may have lost a side since they were found."""


def show_review(request: Request) -> Response:
    """The next card of a deck, or the one that the address names."""
    name = _deck_name(request.query_params.get("deck", "entities"))
    desk: Desk = request.app.state.desk
    decisions: Decisions = request.app.state.decisions
    decks: Decks = request.app.state.decks
    snapshot = desk.latest()
    deck = decks.get(name, _SHORT_S if len(snapshot.claims) > _MANY else _WAIT_S)
    card = None if deck is None else _card(desk, deck, request)
    others = {one: decks.left(one) for one in DECKS}
    page = render(
        request, "review.html", title="Review", deck=deck, name=name, decks=DECKS, card=card,
        answers=ANSWERS, keys=_KEYS, others=others, said=_said(request),
        problems=decisions.take_problems(), waiting=decisions.waiting, made=decisions.made,
        reports=len(snapshot.reports), claims=len(snapshot.claims),
    )  # fmt: skip
    if deck is None:
        page.headers["Refresh"] = "2"
    return page


async def take_answer(request: Request) -> Response:
    """Takes the answer to a card, and leads to the next one."""
    form = await read_form(request)
    name, answer = _deck_name(form.get("deck", "")), form.get("answer", "")
    if answer == "undo":
        return await run_in_threadpool(_take_back, request, name)
    decks: Decks = request.app.state.decks
    decisions: Decisions = request.app.state.decisions
    deck = await run_in_threadpool(decks.get, name, _WAIT_S)
    pair = deck.find(form.get("left", ""), form.get("right", "")) if deck else None
    if deck is None or pair is None:  # found anew in the meantime, without it
        return RedirectResponse(address("/review", deck=name, said="gone"), 303)
    if answer == "skip":
        deck.skip(pair)
    elif answer in ANSWERS:
        decisions.answer(deck, pair, answer, form.get("reason", ""))
    else:
        raise BadQuery("That is no answer to this question.")
    return RedirectResponse(address("/review", deck=name, said=answer), 303)


def _take_back(request: Request, name: DeckName) -> Response:
    decisions: Decisions = request.app.state.decisions
    try:
        sides = decisions.take_last_back(name).result(_UNDO_S)
    except TooLong:  # the case is being grouped; what is wrong with it is told later
        return RedirectResponse(address("/review", deck=name, said="waits"), 303)
    except Exception:
        return RedirectResponse(address("/review", deck=name), 303)
    if sides is None:
        return RedirectResponse(address("/review", deck=name, said="nothing"), 303)
    left, right = sides
    target = address("/review", deck=name, left=left, right=right, said="undo")
    return RedirectResponse(target, 303)


def _deck_name(given: str) -> DeckName:
    for name in DECKS:
        if given == name:
            return name
    raise BadQuery("There is no such deck: take entities or events.")


def _card(desk: Desk, deck: Deck, request: Request) -> Card | None:
    """The card to show; pairs that the case no longer has are passed over for good."""
    wanted = deck.find(request.query_params.get("left", ""), request.query_params.get("right", ""))
    if wanted is not None and (card := _drawn(desk, deck, wanted)) is not None:
        return card
    for _ in range(_MOST_TRIED):
        first = deck.first()
        if first is None:
            return None
        if (card := _drawn(desk, deck, first)) is not None:
            return card
        deck.drop(first)
    return None


def _drawn(desk: Desk, deck: Deck, pair: Pair) -> Card | None:
    return draw_card(desk.latest(), pair, deck.sides(pair))


def _said(request: Request) -> str:
    """What became of the answer before, for the line above the card."""
    said = request.query_params.get("said", "")
    known: dict[str, str] = {
        "same": "Kept: same.",
        "different": "Kept: different.",
        "unsure": "Kept: unsure.",
        "skip": "Skipped: it comes again at the end.",
        "undo": "Taken back; here is the pair again.",
        "waits": "The last one will be taken back when the case is grouped.",
        "nothing": "There is no judgement of yours to take back.",
        "gone": "That pair is settled, or no longer in the case.",
    }
    return known.get(said, "")
