"""Templates to pages: everything escaped, nothing hidden, every address built in one place."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.export.passages import safe_link, show_hidden
from dateline.views.event_matrix import HEADS, SIGNS, STANCES
from dateline.views.kinds import KINDS, SOURCE_KINDS
from dateline.views.wording import STANDINGS, count, say_date
from dateline.web.assets import asset_address

NAVIGATION = (
    ("/", "Reports"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/events", "Events"),
    ("/people", "People"),
    ("/conflicts", "Conflicts"),
    ("/review", "Review"),
    ("/search", "Search"),
    ("/unsaid", "What we cannot say"),
)
"""The screens, in the order of the work."""

KEYS = {
    "/": "r", "/add": "a", "/timeline": "t", "/network": "n", "/map": "m", "/events": "e",
    "/people": "p", "/conflicts": "c", "/review": "v", "/history": "h", "/search": "s",
    "/unsaid": "u",
}  # fmt: skip
"""The key that leads to a screen, after a g."""


def address(path: str, **parameters: object) -> str:
    """A path with its parameters, without those that say nothing."""
    given = {name: str(value) for name, value in parameters.items() if value not in (None, "", ())}
    return path + (f"?{urlencode(given)}" if given else "")


def report_address(report: str, claim: str | None = None) -> str:
    """Where a report is read; at the words of a claim, if one is given."""
    return f"/reports/{quote(report, safe='')}" + (f"#{quote(claim, safe='')}" if claim else "")


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of this server.

    Args:
        values: What the template names; `title` is always one of them.
    """
    path = request.url.path
    values.setdefault("case_name", getattr(request.app.state, "case_name", ""))
    page = environment().get_template(template)
    return HTMLResponse(
        page.render(path=path, here=request.query_params, navigation=NAVIGATION, **values), status
    )


def _template_text(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """The templates of the screens."""
    made = Environment(
        loader=FunctionLoader(_template_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
    )
    made.globals |= {
        "address": address,
        "asset": asset_address,
        "report_address": report_address,
        "safe_link": safe_link,
        "say_date": say_date,
        "count": count,
        "heads": HEADS,
        "signs": SIGNS,
        "stances": STANCES,
        "keys": KEYS,
        "event_kinds": KINDS,
        "source_kinds": SOURCE_KINDS,
        "standings": STANDINGS,
    }
    return made


def _shown(value: object) -> object:
    """A value as the page prints it: text of a report with nothing hidden in it."""
    return show_hidden(value) if isinstance(value, str) and not isinstance(value, Markup) else value
