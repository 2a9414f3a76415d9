"""Two sides that may tell of one occurrence, beside one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Claim, Entity, Participant, Report
from dateline.views.pair import PairPassage, PairView, pair_fields, say_source
from dateline.views.wording import (
    list_names,
    name_sources,
    plain_line,
    say_count,
    say_date,
    say_place,
    say_standing,
    say_type,
    say_unnamed,
)

_MOST_PASSAGES = 2


def compare_claims(
    left: Sequence[Claim],
    right: Sequence[Claim],
    owners: Mapping[str, Entity],
    reports: Mapping[str, Report],
) -> PairView:
    """The claims of two sides beside one another.

    Args:
        left, right: The claims of each side, at least one; the one that stands for it first.
        owners: As `owners_of` gives it.
    """
    sides = left, right
    fields = pair_fields(*(_describe(side, owners, reports) for side in sides))
    names = [_name(side[0], owners) for side in sides]
    told_in = [
        tuple(dict.fromkeys(say_source(reports[c.report]) for c in side if c.report in reports))
        for side in sides
    ]
    passages = [_passages(side, reports) for side in sides]
    return PairView(names[0], names[1], told_in[0], told_in[1], fields, passages[0], passages[1])


def _name(claim: Claim, owners: Mapping[str, Entity]) -> str:
    people = list_names(_names((*claim.who, *claim.whom), owners)) or say_unnamed(claim)
    return say_type(claim.type, claim.mode) + (f": {people}" if people else "")


def _describe(
    side: Iterable[Claim], owners: Mapping[str, Entity], reports: Mapping[str, Report]
) -> dict[str, list[str]]:
    side = list(side)
    return {
        "what": [say_type(claim.type, claim.mode) for claim in side],
        "who": [name for claim in side for name in _names(claim.who, owners)],
        "to whom": [name for claim in side for name in _names(claim.whom, owners)],
        "unnamed": [say_unnamed(claim) for claim in side],
        "when": [say_date(claim.when.edtf) for claim in side if claim.when is not None],
        "where": [say_place(claim.where) for claim in side],
        "how many": [say_count(number) for claim in side for number in claim.counts],
        "standing": [say_standing(claim) for claim in side],
        "sources": [
            name
            for claim in side
            for name in name_sources(claim, reports.get(claim.report), owners)
        ],
    }


def _names(people: Iterable[Participant], owners: Mapping[str, Entity]) -> list[str]:
    found = [owners[one.chain].name if one.chain in owners else one.words.exact for one in people]
    return list(dict.fromkeys(map(plain_line, found)))


def _passages(side: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[PairPassage, ...]:
    """The quotes of a few claims, of different reports before more of one."""
    seen: dict[str, int] = {}
    ranked = []
    for place, claim in enumerate(side):
        if claim.report in reports:
            seen[claim.report] = seen.get(claim.report, 0) + 1
            ranked.append((seen[claim.report], place, claim))
    ranked.sort(key=lambda one: one[:2])
    return tuple(_passage(one, reports[one.report]) for *_, one in ranked[:_MOST_PASSAGES])


def _passage(claim: Claim, report: Report) -> PairPassage:
    before = report.text[claim.quote.start : claim.trigger.start]
    after = report.text[claim.trigger.end : claim.quote.end]
    exact = plain_line(claim.trigger.exact)
    source = say_source(report)
    return PairPassage(before.lstrip(), exact, after.rstrip(), source, report.id, claim.id)
