"""A person's word from any page: who is who, what is one event, who copies whom."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadJudgement, BadQuery, DatelineError, UnknownId
from dateline.judging import Change
from dateline.records import (
    Chain,
    Claim,
    ConflictOn,
    ConflictStatus,
    Entity,
    Event,
    Judgement,
    ReadingJudgement,
    entity_id,
    event_id,
)
from dateline.records.settled import Settled
from dateline.views.wording import name_outlet, plain_line, shorten
from dateline.web.decisions import Decisions
from dateline.web.forms import local_path, read_form
from dateline.web.judged_sides import JudgedSides
from dateline.web.pages import render
from dateline.web.screens.history import settle_log
from dateline.web.screens.review import ANSWERS
from dateline.web.snapshot import Desk, Snapshot

_WAIT_S = 8.0
"""How long a page waits for the case to be grouped by a decision, before it shows the old one."""

_MOST_SHOWN = 30
_MOST_CHAINS = 300
_NEAR_DAYS = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that some chains of an entity go by.

    Attributes:
        chain, against: Ids of the two chains that are judged different to take it out.
        where: The reports that print it, a link and an outlet each.
    """

    name: str
    chain: str
    against: str
    where: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement that holds and brings the things of this page together or keeps them apart."""

    id: str
    words: str
    left: str
    right: str


def show_judge(request: Request) -> Response:
    """What can be decided about one person, body or event; of none, the review."""
    if not request.query_params.get("about"):
        return RedirectResponse("/review", 303)
    desk: Desk = request.app.state.desk
    snapshot, about = desk.snapshot(), request.query_params.get("about", "")
    entity, event = snapshot.entities.get(about), snapshot.events.get(about)
    decisions: Decisions = request.app.state.decisions
    shared: dict[str, Any] = {"problems": decisions.take_problems(), "waiting": decisions.waiting}
    if entity is not None:
        return _show_entity(request, desk, snapshot, entity, shared)
    if event is not None:
        return _show_event(request, desk, snapshot, event, shared)
    raise UnknownId("The case has no such person, body or event.")


def _show_entity(
    request: Request, desk: Desk, snapshot: Snapshot, entity: Entity, shared: dict[str, Any]
) -> Response:
    name = " ".join(request.query_params.get("name", "").split())[:200]
    named = snapshot.entities_named(name) - {entity.id} if name else set()
    found = [snapshot.entities[one] for one in named]
    found.sort(key=lambda one: (one.schema != entity.schema, -len(one.mentions), one.id))
    log = desk.case.judgements()
    settled = settle_log(desk.case, log)
    chains = desk.case.chains_of(islice(entity.chains, _MOST_CHAINS))
    return render(
        request, "judge_entity.html", title=f"Decide: {entity.name}", entity=entity, name=name,
        found=found[:_MOST_SHOWN], more=max(0, len(found) - _MOST_SHOWN), snapshot=snapshot,
        spellings=_spellings(snapshot, chains, settled), answers=ANSWERS,
        said=_said(desk, snapshot, settled, set(entity.chains)), **shared,
    )  # fmt: skip


def _spellings(snapshot: Snapshot, chains: dict[str, Chain], settled: Settled) -> list[Spelling]:
    """The names that can be taken out of an entity; none if it has but one chain.

    Where a person's word joins a chain to the others, that word is what is contradicted: else the
    chain at its other end would go with it.
    """
    named: dict[str, list[Chain]] = defaultdict(list)
    for one in chains.values():
        named[plain_line(one.name)].append(one)
    joined = {
        one: other for said in settled.holding if said.kind == "same"
        for one, other in ((said.left, said.right), (said.right, said.left))
        if one in chains and other in chains
    }  # fmt: skip
    groups = sorted(named.items(), key=lambda one: (-len(one[1]), one[0]))
    if len(groups) == 1:  # one spelling: each report can be taken out by itself
        groups = [(groups[0][0], [one]) for one in groups[0][1]]
    found = []
    for name, own in groups if len(groups) > 1 else ():
        ids = {one.id for one in own}
        ends = [(one, joined[one]) for one in sorted(ids) if joined.get(one, one) not in ids]
        rest = next(one for _, group in groups for one in group if one.id not in ids)
        chain, against = ends[0] if ends else (min(ids), rest.id)
        reports = {one.report: name_outlet(snapshot.reports.get(one.report)) for one in own}
        found.append(Spelling(name, chain, against, tuple(sorted(reports.items()))[:8]))
    return found


def _said(desk: Desk, snapshot: Snapshot, settled: Settled, ids: set[str]) -> list[Said]:
    """The judgements that hold on things of this page."""
    holding = [one for one in settled.holding if ids & {one.left, one.right}][:_MOST_SHOWN]
    sides = JudgedSides(desk.case, snapshot, (id_ for one in holding for id_ in _ends(one)))
    return [
        Said(one.id, ANSWERS[one.kind], sides[one.left].name, sides[one.right].name)
        for one in holding
    ]


def _ends(one: Judgement) -> tuple[str, str]:
    return one.left, one.right


def _show_event(
    request: Request, desk: Desk, snapshot: Snapshot, event: Event, shared: dict[str, Any]
) -> Response:
    name = " ".join(request.query_params.get("name", "").split())[:200]
    (row,) = snapshot.rows([event])
    near = _events_near(snapshot, event, name)
    log = [one for one in desk.case.judgements() if one.about == "event"]
    settled = settle_log(desk.case, log)
    return render(
        request, "judge_event.html", title=f"Decide: {row.label}", event=event, row=row, name=name,
        found=snapshot.rows(near[:_MOST_SHOWN]), more=max(0, len(near) - _MOST_SHOWN),
        claims=_apart(snapshot, event, settled), snapshot=snapshot,
        said=_said(desk, snapshot, settled, set(event.claims)), **shared,
    )  # fmt: skip


def _apart(snapshot: Snapshot, event: Event, settled: Settled) -> list[tuple[Claim, str, str, str]]:
    """Each claim with its words, its outlet, and the claim that it is judged different from."""
    own = set(event.claims)
    joined = {
        one: other for said in settled.holding if said.kind == "same"
        for one, other in ((said.left, said.right), (said.right, said.left)) if {one, other} <= own
    }  # fmt: skip
    found = []
    for id_ in event.claims if len(own) > 1 else ():
        claim = snapshot.claims[id_]
        against = joined.get(id_) or next(one for one in event.claims if one != id_)
        words = shorten(claim.quote.exact, claim.trigger.exact)
        found.append((claim, words, name_outlet(snapshot.reports.get(claim.report)), against))
    return found


def _events_near(snapshot: Snapshot, event: Event, name: str) -> list[Event]:
    """Events that may be the same: with one of its people, those of its days first.

    Args:
        name: If given, those with somebody of this name instead.
    """
    people = {*event.who, *event.whom}
    if name:
        people = snapshot.entities_named(name)
    claims = [one for id_ in sorted(people) for one in snapshot.claims_of_entity.get(id_, ())]
    found = {
        other.id: other for one in claims
        if (other := snapshot.event_of_claim.get(one.id)) is not None and other.id != event.id
    }  # fmt: skip
    return sorted(found.values(), key=lambda one: (_distance(event, one), one.id))


def _distance(event: Event, other: Event) -> tuple[bool, int, bool]:
    """How far apart two events are: by day, then by kind; the undated come after a few days."""
    days = _NEAR_DAYS + 1
    if event.when is not None and other.when is not None:
        ends = (event.when.start, other.when.start)
        if ends[0] is not None and ends[1] is not None:
            days = abs((ends[0] - ends[1]).days)
    return days > _NEAR_DAYS + 1, days, event.type != other.type


# What is sent -----------------------------------------------------------------------------------


async def take_judgement(request: Request) -> Response:
    """Takes a judgement or takes one back, and leads to where the reader was."""
    form = await read_form(request)
    return await run_in_threadpool(_decide, request, form)


def _decide(request: Request, form: dict[str, str]) -> Response:
    decisions: Decisions = request.app.state.decisions
    back = local_path(form.get("back", ""), "/history")
    done: Future[Change] | Future[tuple[Change, ...]]
    if form.get("status"):
        done = _mark(decisions, form)
    elif form.get("reading"):
        done = _judge_reading(decisions, form)
    elif form.get("undo"):
        done = decisions.undo(form["undo"])
    else:
        answer = form.get("answer", "")
        left, right = form.get("left", ""), form.get("right", "")
        if answer not in ANSWERS or not left or not right:
            raise BadQuery("This form says not what is judged.")
        if left == right:
            raise BadQuery("Both sides are one and the same: choose two.")
        done = decisions.judge(answer, left, right, form.get("reason", ""))
    try:
        done.result(_WAIT_S)
    except TooLong:
        decisions.tell(done)
        return RedirectResponse("/history", 303)
    except (BadJudgement, UnknownId) as error:
        raise BadQuery(str(error)) from error
    except DatelineError:
        raise
    return RedirectResponse(_moved(request, back), 303)


def _mark(decisions: Decisions, form: dict[str, str]) -> Future[tuple[Change, ...]]:
    event, on, status = (form.get(name, "") for name in ("event", "on", "status"))
    if on not in get_args(ConflictOn) or status not in get_args(ConflictStatus) or not event:
        raise BadQuery("This form says not which conflict is meant, or what of it.")
    return decisions.mark(
        event, cast(ConflictOn, on), cast(ConflictStatus, status), form.get("reason", "")
    )


def _judge_reading(decisions: Decisions, form: dict[str, str]) -> Future[Change]:
    claim, reading = form.get("claim", ""), form["reading"]
    if reading not in get_args(ReadingJudgement) or not claim:
        raise BadQuery("This form says not which claim is meant, or how it was read.")
    return decisions.judge_reading(claim, cast(ReadingJudgement, reading), form.get("reason", ""))


def _moved(request: Request, back: str) -> str:
    """The same address, with the entity or the event that its own is part of by now."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    for place in ("/people/", "/events/", "/judge?about="):
        id_ = back.removeprefix(place).partition("&")[0].partition("#")[0]
        if back.startswith(place) and id_ not in snapshot.entities and id_ not in snapshot.events:
            now = find_moved(snapshot, id_)
            return back.replace(id_, now, 1) if now else "/history"
    return back


def find_moved(snapshot: Snapshot, id_: str) -> str | None:
    """The entity or the event that holds what this one was called after; None if nothing does."""
    if id_.startswith("e_"):
        for entity in snapshot.entities.values():
            if any(entity_id((chain,)) == id_ for chain in entity.chains):
                return entity.id
    if id_.startswith("v_"):
        for event in snapshot.events.values():
            if any(event_id((claim,)) == id_ for claim in event.claims):
                return event.id
    return None
