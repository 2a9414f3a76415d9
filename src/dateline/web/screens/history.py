"""The history: every judgement, whether it holds, and the buttons that change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.pipeline import Case
from dateline.records import JudgedThing, Judgement, JudgementKind
from dateline.records.settled import Settled, settle, taken_back
from dateline.views.disputes import DISPUTED
from dateline.views.history import EntryState, HistoryEntry, draw_history
from dateline.views.wording import say_date
from dateline.web.decisions import Decisions
from dateline.web.judged_sides import JudgedSide, JudgedSides
from dateline.web.pages import render
from dateline.web.paging import cut_page
from dateline.web.screens.review import ANSWERS
from dateline.web.snapshot import Desk

ABOUT: Final[dict[str, str]] = {
    "": "All",
    "entity": "Persons and bodies",
    "event": "Events",
    "origin": "Origins",
    "conflict": "Conflicts",
    "reading": "Readings",
}
"""What the history can be narrowed to, and the words for it."""

SAID: Final[dict[JudgedThing, dict[JudgementKind, str]]] = {
    "entity": {
        "same": "one person or body",
        "different": "two persons or bodies, however alike",
        "unsure": "perhaps one person or body",
    },
    "event": {
        "same": "one event",
        "different": "two events",
        "unsure": "perhaps one event",
    },
    "origin": {
        "same": "one copies the other: they count once",
        "different": "independent: each counts",
        "unsure": "perhaps one copies the other",
    },
    "conflict": {
        "open": "sources differ, and nothing settles it so far",
        "explained": "sources differ, and it is known why",
    },
    "reading": {
        "misread": "the words do not say this: it counts for nothing",
        "checked": "compared with its words, which say this",
    },
}
"""What an answer means of two things of one sort."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A judgement in the history.

    Attributes:
        day, hour: When, in UTC.
        how: How it was made, and by whom.
        state: In words: "holds", "taken back by Anna on 3 May 2024".
        sides: What it is about: two things, or the claim that was read.
        undo: What takes it back, or takes its being taken back back: the id to undo; "" if
            nothing does.
    """

    id: str
    kind: JudgementKind
    about: JudgedThing
    means: str
    sides: tuple[JudgedSide, ...]
    day: str
    hour: str
    how: str
    reason: str
    state: EntryState
    state_words: str
    undo: str


def show_history(request: Request) -> Response:
    """The judgements, the latest first."""
    desk: Desk = request.app.state.desk
    decisions: Decisions = request.app.state.decisions
    about = request.query_params.get("about", "")
    if about not in ABOUT:
        raise BadQuery("There is no such part of the history.")
    snapshot, log = desk.latest(), desk.case.judgements()
    entries = draw_history(log, settle_log(desk.case, log))
    order = {entry.judgement.id: -number for number, entry in enumerate(entries)}
    shown = [one for one in reversed(entries) if one.judgement.undoes is None]
    numbers = {
        name: sum(not name or one.judgement.about == name for one in shown) for name in ABOUT
    }
    chosen = [one for one in shown if not about or one.judgement.about == about]
    page = cut_page(
        chosen, lambda one: (order[one.judgement.id],), request.query_params.get("after"), 25
    )
    sides = JudgedSides(
        desk.case, snapshot,
        (id_ for one in page.items for id_ in (one.judgement.left, one.judgement.right)),
    )  # fmt: skip
    by_id = {entry.judgement.id: entry for entry in entries}
    undone_by = {one.undoes: one.id for one in log if one.undoes and one.id not in taken_back(log)}
    return render(
        request, "history.html", title="History", about=about, parts_of=ABOUT, numbers=numbers,
        page=page, lines=[_line(one, by_id, undone_by, sides) for one in page.items],
        answers=ANSWERS, waiting=decisions.waiting, problems=decisions.take_problems(),
        total=len(shown),
    )  # fmt: skip


def settle_log(case: Case, log: Sequence[Judgement]) -> Settled:
    """What the log comes to; who is a person is looked up only where it matters."""
    return case.settled() if any(one.about == "entity" for one in log) else settle(log)


def _line(
    entry: HistoryEntry,
    by_id: dict[str, HistoryEntry],
    undone_by: dict[str, str],
    sides: JudgedSides,
) -> HistoryLine:
    one = entry.judgement
    how = f"judged by {one.user}"
    if one.score is not None:
        how += f", on a card of the review (the machine's score was {one.score:.2f})"
    is_gone = entry.state == "taken back"
    undo = undone_by.get(one.id, "") if is_gone else one.id
    return HistoryLine(
        one.id, one.kind, one.about, _means(one),
        tuple(sides[id_] for id_ in one.judged), say_date(one.time[:10]), one.time[11:16], how,
        one.reason, entry.state, _say_state(entry, by_id), undo,
    )  # fmt: skip


def _means(one: Judgement) -> str:
    means = SAID[one.about].get(one.kind, one.kind)
    return f"{DISPUTED[one.on]}: {means}" if one.on else means


def _say_state(entry: HistoryEntry, by_id: dict[str, HistoryEntry]) -> str:
    others = [by_id[one].judgement for one in entry.by if one in by_id]
    if not others:
        return entry.state
    said = "; ".join(f"{one.user}, {_moment(one.time)}" for one in others[:3])
    return f"{entry.state} by {said}" if entry.state != "judged again" else f"judged again: {said}"


def _moment(time: str) -> str:
    return f"{say_date(datetime.fromisoformat(time).date().isoformat())}, {time[11:16]}"
