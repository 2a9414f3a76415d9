"""The page export: one HTML file that needs no network and no script, and hides no words.

Everything that a report wrote is escaped, and its control and bidirectional characters are
written out: the environment does both to every value, so that no template can forget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from dateline.export.fiction import is_sample
from dateline.export.listed import entity_rows
from dateline.export.page import MOST_COMPARED, Rows, cut_rows
from dateline.export.passages import show_hidden
from dateline.export.revised import history_rows
from dateline.records import Claim, Copy, Entity, Event, History, Judgement, Report
from dateline.views import draw_network, draw_timeline
from dateline.views.axis import Axis, lay_axis
from dateline.views.event_matrix import HEADS, SIGNS, STANCES
from dateline.views.marks import Mark
from dateline.views.network import origin_key

STANDINGS = (
    ("asserted", "a report says so in its own voice"),
    ("reported", "a report credits somebody"),
    ("alleged", "purportedly, may have"),
    ("denied", "said not to have happened"),
    ("planned", "announced, not yet held"),
    ("inferred", "a writer’s reading of facts"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of the legend."""

    name: str
    words: str
    mark: Mark


SHAPES = (
    Shape("day", "a dot", Mark("dot", 50)),
    Shape("some days", "on one of these, or over them", Mark("bar", 15, 70)),
    Shape("month, year", "no closer than that", Mark("unit", 15, 70)),
    Shape("about", "faded where it may end", Mark("bar", 5, 90, fades="both")),
    Shape("open", "no end is told", Mark("bar", 10, 70, arrow="right")),
)


def write_html(
    reports: Iterable[Report],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    events: Iterable[Event],
    copies: Mapping[str, str] | None = None,
    *,
    shares: Mapping[str, Copy] | None = None,
    histories: Iterable[History] = (),
    replaced: Iterable[Claim] = (),
    title: str = "Timeline",
    fictional: bool = False,
    said: Sequence[Judgement] = (),
) -> str:
    """The page of a case as one HTML text; the same case gives the same text.

    Args:
        copies: Report id to the id of the report whose text it repeats.
        shares: Report id to what it repeats of that text, where it is known.
        histories: The addresses that had several texts.
        replaced: The claims of the texts that others replaced; they stand nowhere else.
        title: The name of the case; a ".case" at its end is not shown.
        fictional: Whether to say on the page that all of it is invented. Said in any case where
            every report is one of the bundled sample.
        said: What holds of what people said of conflicts.

    Raises:
        KeyError: If a claim names a report or a chain, or an event a claim, that is not given.
    """
    reports, entities, claims, events = list(reports), list(entities), list(claims), list(events)
    copies = copies or {}
    rows = Rows(reports, entities, claims, copies, shares, said)
    axis = lay_axis((event.when.start, event.when.end) for event in events if event.when)
    drawn = draw_timeline(events, claims, entities, reports)
    timeline = cut_rows(rows.event_rows(events, drawn, axis))
    undated = [row for row in timeline if not row.mark]
    network = draw_network(entities, claims, events, copies)
    page = _environment().get_template("page.html")
    return page.render(
        title=title.removesuffix(".case"),
        fictional=fictional or is_sample(reports),
        style=_style(),
        counts=_counts(reports, claims, events, copies),
        axis=axis,
        axis_words=_axis_words(axis),
        dated=rows.join_quotes(row for row in timeline if row.mark),
        undated=rows.join_quotes(row for row in undated if not row.is_bare_saying),
        sayings=rows.join_quotes(row for row in undated if row.is_bare_saying),
        unsaid=drawn.unsaid_left_out,
        cut=sum(row.is_cut for row in timeline),
        whole=MOST_COMPARED,
        ties=rows.tie_rows(),
        network=rows.picture(network),
        left_out=network.left_out,
        unnamed=network.unnamed_left_out,
        histories=history_rows(
            histories,
            {report.id: report for report in reports},
            rows.reports,
            {claim.id: claim for claim in (*claims, *replaced)},
            rows.cards,
        ),
        entities=entity_rows(entities, rows.cards),
        reports=list(rows.reports.values()),
        standings=STANDINGS,
        shapes=SHAPES,
        signs=SIGNS,
        stances=STANCES,
        heads=HEADS,
    )


def _axis_words(axis: Axis | None) -> str:
    if axis is None:
        return ""
    labels = [f"{tick.label} {tick.year}".strip() for tick in axis.ticks if tick.label]
    return f"{labels[0]} to {labels[-1]}" if labels else ""


def _counts(
    reports: list[Report], claims: list[Claim], events: list[Event], copies: Mapping[str, str]
) -> list[dict[str, str | int]]:
    origins = {origin_key(origin, copies) for event in events for origin in event.origins}
    numbers = {
        "report": len(reports),
        "outlet": len(_outlets(reports)),
        "claim": len(claims),
        "event": len(events),
        "origin": len(origins),
    }
    return [
        {"name": name if number == 1 else f"{name}s", "number": number}
        for name, number in numbers.items()
        if number or name != "outlet"
    ]


def _outlets(reports: Iterable[Report]) -> set[str]:
    """The outlets, and the agencies whose texts came without one."""
    named = (report.outlet or (report.dateline and report.dateline.agency) for report in reports)
    return {outlet for outlet in named if outlet}


def _template_text(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_template_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """A value as the page prints it: text of a report with nothing hidden in it."""
    return show_hidden(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style() -> Markup:
    return Markup(_template_text("style.css"))
