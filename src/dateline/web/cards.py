"""One card of the review: two sides beside one another, why it is asked, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.events import EventPair
from dateline.records import Chain, Claim, Entity, Event
from dateline.resolve import ReviewPair
from dateline.views.event_pair import compare_claims
from dateline.views.pair import PairField, PairPassage, PairView, compare_sides
from dateline.views.wording import count, list_names
from dateline.web.deck_search import Pair
from dateline.web.snapshot import Snapshot

_MOST_VALUES = 6
_MOST_CLAIMS = 40
"""Claims of one side that its part of the card is made of."""

_KEPT_APART = ("when", "where", "how many", "standing")
"""Fields on which one event can hold a conflict."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two.

    Attributes:
        link: Where the case shows it; "" if it is in it no more.
        about: How much of the case it is: "14 claims in 3 reports".
        passages: A few places where reports speak of it.
    """

    name: str
    link: str
    about: str
    reports: tuple[str, ...]
    passages: tuple[PairPassage, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that is known of at least one side, with the values that a card has room for.

    Attributes:
        more_left, more_right: How many values are left out.
    """

    field: PairField
    left: tuple[str, ...]
    right: tuple[str, ...]
    more_left: int
    more_right: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a person sees of a pair.

    Attributes:
        left, right: The ids that a judgement names.
        why: What the machine did with the pair, and what that rests on, in sentences.
        effects: What each answer does to the case: "same", "different", "unsure" → words.
    """

    left: str
    right: str
    sides: tuple[Side, Side]
    rows: tuple[Row, ...]
    why: str
    is_joined: bool
    effects: Mapping[str, str]


def draw_card(
    snapshot: Snapshot, pair: Pair, chains: tuple[tuple[Chain, ...], tuple[Chain, ...]]
) -> Card | None:
    """The card of a pair; None if one side is in the case no more.

    Args:
        chains: Of a pair of names those of both sides; not looked at for a pair of events.
    """
    if isinstance(pair, EventPair):
        return _event_card(snapshot, pair)
    return _entity_card(snapshot, pair, chains)


# Names ------------------------------------------------------------------------------------------


def _entity_card(
    snapshot: Snapshot, pair: ReviewPair, chains: tuple[tuple[Chain, ...], tuple[Chain, ...]]
) -> Card | None:
    owners = [snapshot.owners.get(one) for one in (pair.left, pair.right)]
    left, right = owners
    if left is None or right is None or not all(chains):
        return None
    told = _claims_near(snapshot, (chain.report for side in chains for chain in side))
    view = compare_sides(*chains, told, snapshot.owners, snapshot.reports)
    numbers = [len(snapshot.claims_of_entity.get(one.id, ())) for one in (left, right)]
    sides = [
        Side(
            name, f"/people/{owner.id}", _about_entity(snapshot, owner, number, pair.is_joined),
            reports, passages,
        )
        for name, owner, number, reports, passages in zip(
            (view.left, view.right), (left, right), numbers,
            (view.left_reports, view.right_reports), (view.left_passages, view.right_passages),
            strict=True,
        )
    ]  # fmt: skip
    is_joined = left is right
    why = _say_why(is_joined, f"{pair.rule} ({pair.words})", pair.apart)
    effects = _entity_effects(is_joined, left, numbers)
    return Card(pair.left, pair.right, (sides[0], sides[1]), _rows(view), why, is_joined, effects)


def _claims_near(snapshot: Snapshot, reports: Iterable[str]) -> list[Claim]:
    return [
        one
        for report in dict.fromkeys(reports)
        for one in snapshot.claims_of_report.get(report, ())
        if one.id not in snapshot.misread
    ]


def _about_entity(snapshot: Snapshot, owner: Entity, claims: int, is_joined: bool) -> str:
    reports = len({mention.report for mention in owner.mentions})
    own = f"{count(claims, 'claim')} in {count(reports, 'report')}"
    return f"one of the names of {owner.name}: {own}" if is_joined else own


def _entity_effects(is_joined: bool, left: Entity, numbers: list[int]) -> dict[str, str]:
    less, more = sorted(numbers)
    if is_joined:
        return {
            "same": "stays one; not asked again",
            "different": f"splits {left.name}: its {count(more, 'claim')} go to the nearer side",
            "unsure": "nothing changes; not asked again",
        }
    return {
        "same": f"joins {count(less, 'claim')} with {more}: one entity of {less + more}",
        "different": "stay apart, whatever reports come later",
        "unsure": "nothing changes; not asked again",
    }


# Events -----------------------------------------------------------------------------------------


def _event_card(snapshot: Snapshot, pair: EventPair) -> Card | None:
    events = [snapshot.event_of_claim.get(one) for one in (pair.left, pair.right)]
    left, right = events
    if left is None or right is None:
        return None
    is_joined = left.id == right.id
    claims = [
        _side_claims(snapshot, id_, event, is_joined)
        for id_, event in ((pair.left, left), (pair.right, right))
    ]
    view = compare_claims(claims[0], claims[1], snapshot.owners, snapshot.reports)
    cards = snapshot.cards(snapshot.claims[one] for one in (pair.left, pair.right))
    sides = []
    for id_, event, reports, passages in zip(
        (pair.left, pair.right), (left, right), (view.left_reports, view.right_reports),
        (view.left_passages, view.right_passages), strict=True,
    ):  # fmt: skip
        number = count(len(event.claims), "claim")
        about = f"one of the {number} of one event" if is_joined else f"an event of {number}"
        link = f"/events/{event.id}"
        sides.append(Side(cards[id_].label, link, about, reports, passages))
    why = _say_why(is_joined, list_names(pair.features), pair.apart)
    effects = _event_effects(is_joined, left, right, view)
    return Card(pair.left, pair.right, (sides[0], sides[1]), _rows(view), why, is_joined, effects)


def _side_claims(snapshot: Snapshot, id_: str, event: Event, is_alone: bool) -> list[Claim]:
    others = [] if is_alone else [one for one in event.claims if one != id_]
    return [snapshot.claims[one] for one in (id_, *others[: _MOST_CLAIMS - 1])]


def _event_effects(is_joined: bool, left: Event, right: Event, view: PairView) -> dict[str, str]:
    if is_joined:
        return {
            "same": "stays one event; not asked again",
            "different": f"splits an event of {count(len(left.claims), 'claim')}",
            "unsure": "nothing changes; not asked again",
        }
    less, more = sorted((len(left.claims), len(right.claims)))
    points = [
        one.label for one in view.fields if one.agreement == "differs" and one.label in _KEPT_APART
    ]
    conflicts = f"; they may conflict on {list_names(points)}, which is kept" if points else ""
    return {
        "same": f"joins {count(less, 'claim')} with {more}: one event{conflicts}",
        "different": "stay two events, whatever reports come later",
        "unsure": "nothing changes; not asked again",
    }


# Both -------------------------------------------------------------------------------------------


def _rows(view: PairView) -> tuple[Row, ...]:
    return tuple(
        Row(
            one, one.left[:_MOST_VALUES], one.right[:_MOST_VALUES],
            max(0, len(one.left) - _MOST_VALUES), max(0, len(one.right) - _MOST_VALUES),
        )
        for one in view.fields
    )  # fmt: skip


def _say_why(is_joined: bool, rests_on: str, apart: str) -> str:
    if is_joined:
        return f"The machine took them for one, and is not sure of it. It goes by: {rests_on}."
    why = f" It kept them apart: {apart}." if apart else " It kept them apart."
    return f"What speaks for one: {rests_on}.{why}"
