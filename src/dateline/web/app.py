"""The addresses of the server, who may look at them, and what a wrong one answers."""

from __future__ import annotations

import logging
from typing import Final, cast
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.errors import BadQuery, CaseLocked, DatelineError, UnknownId
from dateline.web.api import API_ROUTES, problem
from dateline.web.assets import find_asset
from dateline.web.decisions import Decisions
from dateline.web.decks import Decks
from dateline.web.guard import Guard, Safety, TooMuch
from dateline.web.jobs import Jobs
from dateline.web.pages import render
from dateline.web.screens.adding import (
    show_add,
    show_job,
    show_remove,
    stop_job,
    take_out,
    take_reports,
)
from dateline.web.screens.claiming import drop_claim, show_claiming, take_claim
from dateline.web.screens.deciding import show_judge, take_judgement
from dateline.web.screens.events import show_conflicts, show_event, show_events
from dateline.web.screens.history import show_history
from dateline.web.screens.map import show_map
from dateline.web.screens.network import show_network, show_path
from dateline.web.screens.people import show_entity, show_people
from dateline.web.screens.reader import show_claim, show_report
from dateline.web.screens.reports import show_reports
from dateline.web.screens.review import show_review, take_answer
from dateline.web.screens.search import show_search
from dateline.web.screens.timeline import show_timeline
from dateline.web.screens.unsaid import show_unsaid
from dateline.web.sessions import Busy, Sessions
from dateline.web.snapshot import Desk
from dateline.web.writing import Writer

log = logging.getLogger(__name__)

SCREENS: Final = (
    Route("/", show_reports),
    Route("/add", show_add),
    Route("/reports/{report}", show_report),
    Route("/reports/{report}/remove", show_remove),
    Route("/reports/{report}/claim", show_claiming),
    Route("/claims/{claim}", show_claim),
    Route("/timeline", show_timeline),
    Route("/map", show_map),
    Route("/network", show_network),
    Route("/network/path", show_path),
    Route("/events", show_events),
    Route("/events/{event}", show_event),
    Route("/people", show_people),
    Route("/people/{entity}", show_entity),
    Route("/conflicts", show_conflicts),
    Route("/search", show_search),
    Route("/unsaid", show_unsaid),
    Route("/review", show_review),
    Route("/history", show_history),
    Route("/judge", show_judge),
)
"""Every screen, as it is read; its address is all of its state."""

SENDINGS: Final = (Route("/add/{job}", show_job),)
"""What is there to see only while something goes on."""

ACTIONS: Final = (
    Route("/add", take_reports, methods=["POST"]),
    Route("/add/{job}/stop", stop_job, methods=["POST"]),
    Route("/reports/{report}/remove", take_out, methods=["POST"]),
    Route("/reports/{report}/claim", take_claim, methods=["POST"]),
    Route("/claims/{claim}/drop", drop_claim, methods=["POST"]),
    Route("/review", take_answer, methods=["POST"]),
    Route("/judge", take_judgement, methods=["POST"]),
)
"""What forms are sent to; each leads back to a screen."""

_STATUS: Final[tuple[tuple[type[DatelineError], int], ...]] = (
    (BadQuery, 400),
    (UnknownId, 404),
    (CaseLocked, 503),
)


def make_app(desk: Desk, sessions: Sessions, safety: Safety, user: str = "reader") -> ASGIApp:
    """The server of a case, behind its guard; nothing reaches it but through that.

    Args:
        user: Whose word the judgements are that are made in the browser.
    """
    app = Starlette(
        routes=[
            Route("/open", open_session),
            Route("/login", log_in, methods=["GET", "POST"]),
            Route("/static/{name}", show_asset),
            *ACTIONS,
            *SENDINGS,
            *SCREENS,
            *API_ROUTES,
        ],
        middleware=[Middleware(Door, sessions=sessions)],
        exception_handlers={
            HTTPException: _show_http_error,
            DatelineError: _show_error,
            TooMuch: _show_too_much,
            Exception: _show_fault,
        },
    )
    app.state.desk, app.state.sessions, app.state.case_name = desk, sessions, desk.name
    app.state.writer = Writer(desk.case)
    desk.write_through(app.state.writer.submit)
    app.state.jobs = Jobs(app.state.writer)
    app.state.decks = Decks(desk)
    app.state.decisions = Decisions(app.state.decks, app.state.writer, user)
    app.router.redirect_slashes = False  # its addresses would be made of the Host header
    return Guard(app, safety)


def close_app(app: ASGIApp) -> None:
    """Waits till what was decided is in the case; nothing more is taken then."""
    state = cast(Starlette, cast(Guard, app).inside).state
    state.jobs.close()
    state.decisions.close()
    state.writer.close()


class Door:
    """Lets only those through who have a session; the others learn how to get one."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self._app, self._sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_open(scope):
            request = Request(scope, receive)
            await _show_closed(request, self._sessions)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_open(self, scope: Scope) -> bool:
        path = scope["path"]
        if path in ("/open", "/login") or path.startswith("/static/"):
            return True
        return self._sessions.is_open(Request(scope).cookies.get(self._sessions.cookie))


def _show_closed(request: Request, sessions: Sessions) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(401, "There is no open session: use the link that dateline serve printed.")
    if sessions.has_password:
        return RedirectResponse("/login", 303)
    return render(request, "closed.html", 401, title="Closed")


# Who may look -----------------------------------------------------------------------------------


def open_session(request: Request) -> Response:
    """Exchanges the token of the link for a cookie, and leads to the clean address."""
    sessions: Sessions = request.app.state.sessions
    value = sessions.redeem(request.query_params.get("token", ""))
    if value is None:
        if sessions.is_open(request.cookies.get(sessions.cookie)):
            return RedirectResponse("/", 303)
        return render(request, "closed.html", 403, title="Closed")
    return _with_cookie(RedirectResponse("/", 303), sessions, value)


async def log_in(request: Request) -> Response:
    """Asks for the password, and opens a session for whoever knows it."""
    sessions: Sessions = request.app.state.sessions
    if not sessions.has_password:
        raise HTTPException(404)
    if request.method != "POST":
        return render(request, "login.html", title="Password", problem="")
    body = (await request.body()).decode("utf-8", "replace")
    try:
        given = parse_qs(body, max_num_fields=4).get("password", [""])[0]
        value = await _in_thread(sessions, given)
    except ValueError:
        raise HTTPException(400) from None
    except Busy:
        again = "Somebody else is at the door: try again."
        return render(request, "login.html", 429, title="Password", problem=again)
    if value is None:
        wrong = "That is not the password."
        return render(request, "login.html", 403, title="Password", problem=wrong)
    return _with_cookie(RedirectResponse("/", 303), sessions, value)


async def _in_thread(sessions: Sessions, password: str) -> str | None:
    return await run_in_threadpool(sessions.log_in, password)


def _with_cookie(response: Response, sessions: Sessions, value: str) -> Response:
    response.set_cookie(sessions.cookie, value, path="/", httponly=True, samesite="strict")
    return response


# What needs no session --------------------------------------------------------------------------


def show_asset(request: Request) -> Response:
    """The style, a script or the icon; who asks for it by its version may keep it for good."""
    found = find_asset(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    tag = f'"{found.version}"'
    is_kept = request.query_params.get("v") == found.version
    kept = "private, max-age=31536000, immutable" if is_kept else "no-cache"
    headers = {"Cache-Control": kept, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(found.data, headers=headers, media_type=found.kind)


# What goes wrong --------------------------------------------------------------------------------


def _show_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = {404: "There is no such page.", 405: "This page can only be read."}
    return _say(request, status, said.get(status, "That can't be answered."))


def _show_error(request: Request, error: Exception) -> Response:
    status = next((number for kind, number in _STATUS if isinstance(error, kind)), 500)
    return _say(request, status, str(error))


def _show_too_much(request: Request, _error: Exception) -> Response:
    return _say(request, 413, "That is too much to send at once.")


def _show_fault(request: Request, error: Exception) -> Response:
    log.error("a page failed", exc_info=error)
    return _say(request, 500, "Dateline itself failed on this page.")


def _say(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, words)
    return render(request, "error.html", status, title="Not shown", words=words)
