"""A claim that a person makes by hand, and takes back."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import TimeoutError as TooLong
from typing import Final, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.claims import ClaimDraft
from dateline.errors import BadClaim, BadQuery, UnknownId
from dateline.pipeline import Case
from dateline.records import Certainty, Claim, Schema
from dateline.views.kinds import TIES
from dateline.web.forms import read_form
from dateline.web.pages import render, report_address
from dateline.web.snapshot import Desk

_WAIT_S = 60.0
"""How long a page waits till the case is grouped with a new claim."""
_LONGEST = 4000
FIELDS: Final = (
    "quote", "start", "trigger", "type", "who", "whom", "when", "where", "sources", "certainty",
    "denied", "new_names", "reason",
)  # fmt: skip
"""The fields of the form; its address may fill them in."""

SCHEMAS: Final[dict[Schema, str]] = {
    "Person": "persons",
    "Organization": "groups or organisations",
    "Company": "companies",
    "PublicBody": "public bodies",
    "Country": "states",
}


def show_claiming(request: Request) -> Response:
    """The form for a claim on one report."""
    given = {name: request.query_params.get(name, "")[:_LONGEST] for name in FIELDS}
    return _form(request, given)


def _form(
    request: Request, given: Mapping[str, str], problem: str = "", status: int = 200
) -> Response:
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    report = snapshot.reports.get(request.path_params["report"])
    if report is None:
        raise UnknownId("The case has no such report.")
    chains = snapshot.claims_of_report.get(report.id, [])
    names = {
        snapshot.owners[one.chain].name
        for claim in chains
        for one in (*claim.who, *claim.whom)
        if one.chain in snapshot.owners
    }
    return render(
        request, "claim.html", status, title="Claim by hand", report=report, given=given,
        problem=problem, names=sorted(names), relations=TIES,
        certainties=get_args(Certainty), schemas=SCHEMAS,
    )  # fmt: skip


async def take_claim(request: Request) -> Response:
    """Adds the claim, and leads to it; a draft that does not fit comes back with a sentence."""
    form = await read_form(request)
    return await run_in_threadpool(_take, request, form)


def _take(request: Request, form: Mapping[str, str]) -> Response:
    given = {name: form.get(name, "")[:_LONGEST] for name in FIELDS}
    report, user = request.path_params["report"], request.app.state.decisions.user

    def write(case: Case) -> Claim:
        return case.add_claim(report, _draft(given), user=user, reason=given["reason"])

    try:
        claim = request.app.state.writer.submit(write).result(_WAIT_S)
    except TooLong:
        return RedirectResponse(report_address(report), 303)
    except (BadClaim, BadQuery) as error:
        return _form(request, given, str(error), 400)
    return RedirectResponse(report_address(claim.report, claim.id), 303)


def _draft(given: Mapping[str, str]) -> ClaimDraft:
    certainty, schema, start = given["certainty"], given["new_names"] or "Person", given["start"]
    if certainty and certainty not in get_args(Certainty):
        raise BadQuery("There is no such certainty.")
    if schema not in SCHEMAS:
        raise BadQuery("There is no such sort of names.")
    return ClaimDraft(
        given["quote"], given["type"], given["trigger"], _listed(given["who"]),
        _listed(given["whom"]), given["when"], given["where"], _listed(given["sources"]),
        "-" if given["denied"] else "+", cast(Certainty, certainty) if certainty else None,
        new_names=schema,
        start=int(start) if start.isascii() and start.isdigit() and len(start) < 10 else None,
    )  # fmt: skip


def _listed(given: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in given.replace("\n", ";").split(";") if one.strip())


async def drop_claim(request: Request) -> Response:
    """Takes a claim by hand back, and leads to its report."""
    await read_form(request)
    return await run_in_threadpool(_drop, request)


def _drop(request: Request) -> Response:
    id_ = request.path_params["claim"]
    try:
        claim = request.app.state.writer.submit(lambda case: case.drop_claim(id_)).result(_WAIT_S)
    except TooLong:
        return RedirectResponse("/", 303)
    except BadClaim as error:
        raise BadQuery(str(error)) from error
    return RedirectResponse(report_address(claim.report), 303)
