"""The network: one person or body, who is tied to it, and the way from one to another."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import BadQuery
from dateline.records import Entity
from dateline.views.network import is_named
from dateline.web.around import draw_around, find_way, strip_of
from dateline.web.choosing import Choice, read_choice
from dateline.web.filters import name_person, set_filters
from dateline.web.pages import address, render
from dateline.web.snapshot import Desk, Snapshot

_MOST, _MORE, _LIMIT = 20, 20, 60


def show_network(request: Request) -> Response:
    """Who is tied to one person or body; to the one most told of, if none is asked for."""
    desk: Desk = request.app.state.desk
    snapshot, choice = desk.snapshot(), read_choice(request.query_params)
    hops, most = _number(request.query_params, "hops", 1, 2), _most(request.query_params)
    ego = find_entity(snapshot, choice.who) if choice.who else _first(snapshot)
    around = draw_around(snapshot, ego, choice, hops, most) if ego is not None else None
    strip = strip_of(snapshot, ego, choice) if ego is not None else ()
    own = {"hops": hops if hops > 1 else "", "names": most if most != _MOST else ""}
    return render(
        request, "network.html", title="Network", choice=choice, ego=ego, around=around,
        hops=hops, own=own, strip=strip, kept=_besides_time(choice, own, ego),
        person=name_person(snapshot, choice) or (ego.name if ego else ""),
        filters=set_filters(snapshot, choice, "/network", **own), total=len(snapshot.reports),
        more=min(most + _MORE, _LIMIT) if most < _LIMIT else None,
        address_of=lambda **given: address("/network", **{**choice.parameters, **own, **given}),
    )  # fmt: skip


def show_path(request: Request) -> Response:
    """The way between two, each hop with its passages."""
    desk: Desk = request.app.state.desk
    snapshot = desk.snapshot()
    given = [request.query_params.get(name, "").strip()[:200] for name in ("from", "to")]
    ends = [find_entity(snapshot, one) if one else None for one in given]
    names = [end.name if end else one for end, one in zip(ends, given, strict=True)]
    ways = find_way(snapshot, ends[0].id, ends[1].id) if ends[0] and ends[1] else None
    unknown = [one for one, end in zip(given, ends, strict=True) if one and end is None]
    return render(
        request, "path.html", title="Way between two", ends=ends, names=names, ways=ways,
        unknown=unknown, is_asked=all(given),
    )  # fmt: skip


def find_entity(snapshot: Snapshot, words: str) -> Entity | None:
    """The entity of an id, or the one with these words in its name that is most told of."""
    if words in snapshot.entities:
        return snapshot.entities[words]
    found = [snapshot.entities[id_] for id_ in snapshot.entities_named(words)]
    return min(found, key=lambda one: (not is_named(one), -len(one.mentions), one.id), default=None)


def _first(snapshot: Snapshot) -> Entity | None:
    """The named one in most claims; a person, if there is one."""
    named = [one for one in snapshot.people if is_named(one)]
    return min(
        named,
        key=lambda one: (
            one.schema != "Person", -len(snapshot.claims_of_entity.get(one.id, ())), one.id,
        ),
        default=None,
    )  # fmt: skip


def _besides_time(
    choice: Choice, own: Mapping[str, object], ego: Entity | None
) -> dict[str, object]:
    """What the address says besides the time, for a form that gives it anew."""
    given = {**choice.parameters, **own, "person": ego.id if ego is not None else ""}
    return {name: value for name, value in given.items() if value and name not in ("from", "to")}


def _number(parameters: Mapping[str, str], name: str, least: int, most: int) -> int:
    given = parameters.get(name, "") or str(least)
    if not (given.isascii() and given.isdigit() and len(given) < 4):
        raise BadQuery(f"{given[:40]!r} is no number for {name}.")
    return min(max(least, int(given)), most)


def _most(parameters: Mapping[str, str]) -> int:
    return _number(parameters, "names", 1, _LIMIT) if parameters.get("names") else _MOST
