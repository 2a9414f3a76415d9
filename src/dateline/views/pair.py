"""Two sides that may be one and the same, beside one another: what differs, then what agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Chain, Claim, Entity, Mention, Report, fold_name
from dateline.views.footnote import find_context
from dateline.views.wording import name_outlet, name_place, plain_line, say_date

Agreement = Literal["differs", "agrees", "one side"]

_ORDER: tuple[Agreement, ...] = ("differs", "one side", "agrees")
_MOST_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class PairField:
    """One thing that is known of at least one side.

    Attributes:
        label: What it is: "names", "roles" …
        left, right: What is known, each once.
        agreement: Whether they have something in common; "one side" if nothing is known of the
            other, and "differs" says no more than that the words differ.
    """

    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class PairPassage:
    """Where a report speaks of one side: a mention with the words before and after it.

    Attributes:
        report, claim: Ids; `claim` is empty where the words are a mention's.
    """

    before: str
    exact: str
    after: str
    source: str
    report: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two sides beside one another.

    Attributes:
        left, right: Their names.
        left_reports, right_reports: The reports that speak of them: outlet and day.
        fields: Those that differ first, then those that are known of one side, then the rest.
        left_passages, right_passages: A few mentions of each, names before other words.
    """

    left: str
    right: str
    left_reports: tuple[str, ...]
    right_reports: tuple[str, ...]
    fields: tuple[PairField, ...]
    left_passages: tuple[PairPassage, ...]
    right_passages: tuple[PairPassage, ...]


def compare_sides(
    left: Sequence[Chain],
    right: Sequence[Chain],
    claims: Iterable[Claim],
    owners: Mapping[str, Entity],
    reports: Mapping[str, Report],
) -> PairView:
    """The chains of two sides beside one another.

    Args:
        left, right: The chains of each side, at least one; the one that stands for it first.
        claims: Those of the case, or at least those that name one of the chains.
        owners: As `owners_of` gives it.
    """
    told = tuple(claims)
    sides = [_describe(side, told, owners) for side in (left, right)]
    fields = pair_fields(*sides)
    passages = [_passages(side, reports) for side in (left, right)]
    names = [plain_line(side[0].name) for side in (left, right)]
    told_in = [
        tuple(say_source(reports[chain.report]) for chain in side if chain.report in reports)
        for side in (left, right)
    ]
    return PairView(names[0], names[1], told_in[0], told_in[1], fields, passages[0], passages[1])


def pair_fields(
    left: Mapping[str, Sequence[str]], right: Mapping[str, Sequence[str]]
) -> tuple[PairField, ...]:
    """What is known of two sides, under the same labels; those that differ first."""
    fields = []
    for label in left:
        one, other = (tuple(dict.fromkeys(filter(None, side[label]))) for side in (left, right))
        if one or other:
            fields.append(PairField(label, one, other, _agreement(one, other)))
    return tuple(sorted(fields, key=lambda field: _ORDER.index(field.agreement)))


def _agreement(left: Sequence[str], right: Sequence[str]) -> Agreement:
    if not left or not right:
        return "one side"
    one, other = ({fold_name(words) for words in side} for side in (left, right))
    return "differs" if one.isdisjoint(other) else "agrees"


def _describe(
    side: Sequence[Chain],
    claims: Iterable[Claim],
    owners: Mapping[str, Entity],
) -> dict[str, list[str]]:
    ids = {chain.id for chain in side}
    own = [c for c in claims if any(one.chain in ids for one in (*c.who, *c.whom))]
    others = [
        owners[one.chain]
        for claim in own
        for one in (*claim.who, *claim.whom)
        if one.chain in owners and one.chain not in ids
    ]
    roles = [(role, owners.get(role.organization or "")) for c in side for role in c.roles]
    bodies = [body.name for _, body in roles if body]
    bodies += [one.name for one in others if one.schema not in ("Person", "Country")]
    places = [claim.where for claim in own if claim.where is not None]
    return {
        "names": [plain_line(name) for chain in side for name in chain.names],
        "kind": [chain.schema for chain in side],
        "roles": ["former " * role.ended + plain_line(role.title.exact) for role, _ in roles],
        "organisations": bodies,
        "seen with": [one.name for one in others if one.schema == "Person"],
        "countries": [place.country or "" for place in places],
        "places": [name_place(place) for place in places],
        "dates": [say_date(claim.when.edtf) for claim in own if claim.when is not None],
    }


def say_source(report: Report) -> str:
    """The outlet and the day: "Styria Post, 1 March 2024"."""
    day = say_date(report.published_on) if report.published else "no date"
    return f"{name_outlet(report)}, {day}"


def _passages(side: Sequence[Chain], reports: Mapping[str, Report]) -> tuple[PairPassage, ...]:
    """Mentions by name before others, of different reports before more of one."""
    found: list[tuple[int, bool, int, Mention]] = []
    for chain in side:
        ranked = sorted(chain.mentions, key=lambda one: (one.kind != "name", one.words))
        for place, mention in enumerate(ranked):
            if mention.report in reports:
                found.append((place, mention.kind != "name", len(found), mention))
    best = sorted(found, key=lambda one: one[:3])[:_MOST_PASSAGES]
    return tuple(_passage(mention, reports[mention.report]) for *_, mention in best)


def _passage(mention: Mention, report: Report) -> PairPassage:
    before, after = find_context(report.text, mention.words)
    exact = plain_line(mention.words.exact)
    return PairPassage(before.lstrip(), exact, after.rstrip(), say_source(report), report.id)
