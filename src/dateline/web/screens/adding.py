"""Adding reports, how far that is, and taking a report out."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from concurrent.futures import TimeoutError as TooLong

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadQuery, UnknownId
from dateline.records import Event
from dateline.web.forms import read_form
from dateline.web.jobs import Jobs
from dateline.web.pages import render
from dateline.web.snapshot import Desk, Snapshot
from dateline.web.uploads import MOST_FILES, keep_files, keep_text

_WAIT_S = 60.0
"""How long a page waits till a report is out of the case."""
_MOST_PART = 12_000_000
"""Bytes of a field that is no file; the largest text that is read has fewer."""


def show_add(request: Request) -> Response:
    """The form for files, a folder and pasted text, with what was sent before."""
    jobs: Jobs = request.app.state.jobs
    return render(request, "add.html", title="Add reports", jobs=jobs.latest()[:10])


async def take_reports(request: Request) -> Response:
    """Keeps what is sent, begins to read it, and leads to where that can be watched."""
    async with request.form(max_files=MOST_FILES, max_fields=40, max_part_size=_MOST_PART) as form:
        job = await run_in_threadpool(_begin, request, form)
    return RedirectResponse(f"/add/{job}", 303)


def _begin(request: Request, form: FormData) -> str:
    jobs: Jobs = request.app.state.jobs
    folder = jobs.make_folder()
    try:
        files = [one for _, one in form.multi_items() if isinstance(one, UploadFile)]
        inputs = keep_files(files, folder)
        fields = {name: one for name, one in form.multi_items() if isinstance(one, str)}
        if (pasted := keep_text(fields, folder)) is not None:
            inputs.append(pasted)
        if not inputs:
            raise BadQuery("Nothing was sent: choose files or a folder, or paste a text.")
        return jobs.start(inputs, folder).id
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def show_job(request: Request) -> Response:
    """How far a sending is, and what became of each input."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(request.path_params["job"])
    if job is None:
        raise UnknownId(
            "This server knows of no such sending: it was started again since, or that was long "
            "ago. What was taken in stands among the reports; send the rest again, nothing is "
            "taken in twice."
        )
    bad = [one for one in job.outcomes if not one.is_in_case]
    return render(
        request, "job.html", title="Adding reports", job=job, bad=bad, done=len(job.outcomes),
        taken=[one for one in job.outcomes if one.is_in_case],
    )  # fmt: skip


async def stop_job(request: Request) -> Response:
    """Leaves out what is not begun."""
    await read_form(request)
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(request.path_params["job"])
    if job is None:
        raise UnknownId("This server knows of no such sending.")
    job.stop()
    return RedirectResponse(f"/add/{job.id}", 303)


# Taking out ---------------------------------------------------------------------------------


def show_remove(request: Request) -> Response:
    """What goes with a report, before it does."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    report = snapshot.reports.get(request.path_params["report"])
    if report is None:
        raise UnknownId("The case has no such report.")
    ending, changing = _events_with(snapshot, report.id)
    return render(
        request, "remove.html", title="Take a report out", report=report,
        claims=snapshot.claims_of_report.get(report.id, []),
        ending=snapshot.rows(ending[:30]), number=len(ending), changing=len(changing),
    )  # fmt: skip


def _events_with(snapshot: Snapshot, report: str) -> tuple[Sequence[Event], Sequence[Event]]:
    """The events that only this report tells of, and those that others tell of too."""
    claims = snapshot.claims_of_report.get(report, [])
    events = {
        event.id: event
        for claim in claims
        if (event := snapshot.event_of_claim.get(claim.id)) is not None
    }
    alone = {
        id_
        for id_, event in events.items()
        if {snapshot.claims[claim].report for claim in event.claims} == {report}
    }
    return (
        [event for id_, event in events.items() if id_ in alone],
        [event for id_, event in events.items() if id_ not in alone],
    )


async def take_out(request: Request) -> Response:
    """Takes a report out, and says what else changed."""
    form = await read_form(request)
    return await run_in_threadpool(_take_out, request, form)


def _take_out(request: Request, form: dict[str, str]) -> Response:
    id_, reason = request.path_params["report"], form.get("reason", "")[:500]
    removing = request.app.state.writer.submit(lambda case: case.remove(id_, reason=reason))
    try:
        removal = removing.result(_WAIT_S)
    except TooLong:
        return RedirectResponse("/", 303)
    return render(request, "removed.html", title="Taken out", removal=removal)
