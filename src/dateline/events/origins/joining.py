"""Tellers of one event that are found to be one: each step moves groups into others, with why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from dateline.events.origins.recordings import find_same, read_thing
from dateline.events.origins.tellers import Key, Teller, Tellers
from dateline.records import Claim

Moved = Literal["", "cited", "agencies", "recording", "spokesman", "judged"]
"""What moved a claim to the teller that it counts for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the teller that its own sources lead to.

    Attributes:
        moved: Why it counts for another; empty if it counts for that teller.
    """

    claim: Claim
    teller: Teller
    moved: Moved = ""


Groups = dict[Key, list[Told]]
"""The claims that count for each teller."""


def group_tellers(claims: Iterable[Claim], tellers: Tellers) -> Groups:
    """Claims by the teller that they rest on.

    Where a text credits somebody with an event, what it says of that event in its own voice
    rests on the same teller, and so does what its headline says.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    bodies = {(one.report, one.polarity) for one in ordered if not one.in_headline}
    credited = _credited(ordered, bodies, tellers)
    groups: Groups = defaultdict(list)
    for claim in ordered:
        teller = tellers.teller_of(claim)
        said = (tellers.root_of(claim.report), claim.polarity)
        if claim.in_headline and (claim.report, claim.polarity) in bodies:
            teller = credited.get(said) or tellers.voice_of(claim.report)
        elif claim.sources[0].kind == "author":
            teller = credited.get(said, teller)
        groups[teller.key].append(Told(claim, teller))
    if len(groups) > 1:
        _move(groups, _follow_cited(groups, tellers), "cited")
        _move(groups, _place_agencies(groups), "agencies")
        _move(groups, _join_recordings(groups), "recording")
        _move(groups, _join_spokesmen(groups), "spokesman")
    return groups


def _credited(
    claims: Sequence[Claim], bodies: Set[tuple[str, str]], tellers: Tellers
) -> dict[tuple[str, str], Teller]:
    """For each text, and for what it affirms or denies, the teller its body credits first."""
    found: dict[tuple[str, str], Teller] = {}
    for claim in sorted(claims, key=lambda one: (one.in_headline, one.trigger, one.id)):
        is_told_below = claim.in_headline and (claim.report, claim.polarity) in bodies
        if claim.sources[0].kind != "author" and not is_told_below:
            teller = replace(tellers.teller_of(claim), how="retold")
            found.setdefault((tellers.root_of(claim.report), claim.polarity), teller)
    return found


def _move(groups: Groups, moves: Mapping[Key, Key], why: Moved) -> None:
    for key in sorted(moves):
        end = _end_of(key, moves)
        if end != key and key in groups and end in groups:
            groups[end] += [replace(told, moved=told.moved or why) for told in groups.pop(key)]


def _end_of(key: Key, moves: Mapping[Key, Key]) -> Key:
    """Where moves lead to from a key; of a ring of them the least."""
    path = [key]
    while (after := moves.get(path[-1])) is not None:
        if after in path:
            return min(path[path.index(after) :])
        path.append(after)
    return path[-1]


def main_key(groups: Groups, report: str) -> Key | None:
    """The teller that a report rests on first: by its own voice, else by its first words."""
    found = [
        (told.claim.sources[0].kind != "author", told.claim.trigger, told.claim.id, key)
        for key, all_told in groups.items()
        for told in all_told
        if told.claim.report == report
    ]
    return min(found)[3] if found else None


def published_first(reports: Iterable[str], tellers: Tellers) -> list[str]:
    """Reports in the order of publication; those without a date come last."""

    def age(report: str) -> tuple[str, str]:
        known = tellers.reports.get(report)
        return (known.published if known else None) or "9999", report

    return sorted(reports, key=age)


# Each gives key → key of the group that it belongs to ------------------------------------------


def _follow_cited(groups: Groups, tellers: Tellers) -> dict[Key, Key]:
    """An outlet that is only cited → whom its own report of the event has it from."""
    cited = [
        key
        for key, all_told in groups.items()
        if key[0] == "outlet" and all(told.teller.how in ("cites", "retold") for told in all_told)
    ]
    if not cited:
        return {}
    reports = {told.claim.report for all_told in groups.values() for told in all_told}
    ordered = published_first(reports, tellers)
    keys = {report: tellers.keys_of_report(report) for report in ordered}
    moves: dict[Key, Key] = {}
    for key in cited:
        own = next((report for report in ordered if key in keys[report]), None)
        rests_on = main_key(groups, own) if own is not None else None
        if rests_on is not None and rests_on != key:
            moves[key] = rests_on
    return moves


def _place_agencies(groups: Groups) -> dict[Key, Key]:
    """Agencies that are credited together → one of them that tells of the event by itself.

    Agencies that nobody names go with any agency. So such a text adds no origin where it may be
    another's.
    """
    moves: dict[Key, Key] = {}
    named = sorted(key for key in groups if key[0] == "agencies" and len(key) > 1)
    for place, key in enumerate(named):
        alone = [("outlet", agency) for agency in key[1:] if ("outlet", agency) in groups]
        shared = [one for one in named[:place] if set(one[1:]) & set(key[1:])]
        if alone or shared:
            moves[key] = (alone or shared)[0]
    unnamed = ("agencies",)
    if unnamed in groups:
        agencies = [
            key
            for key, all_told in sorted(groups.items())
            if key != unnamed and any(told.teller.how == "agency" for told in all_told)
        ]
        if agencies:
            moves[unnamed] = max(agencies, key=lambda key: len(groups[key]))
    return moves


def _join_recordings(groups: Groups) -> dict[Key, Key]:
    things = {
        key: (read_thing(*key), {told.claim.report for told in groups[key]})
        for key in groups
        if key[0] in ("media", "document")
    }
    if len(things) < 2:
        return {}
    of_name = {"\n".join(key): key for key in things}
    found = find_same({name: things[key] for name, key in of_name.items()})
    return {of_name[name]: of_name[other] for name, other in found.items()}


def _join_spokesmen(groups: Groups) -> dict[Key, Key]:
    """A body's spokesman → the body, where reports credit both with the event."""
    moves: dict[Key, Key] = {}
    for key, all_told in groups.items():
        if key[0] == "entity":
            bodies = {body for told in all_told for body in told.teller.speaks_for}
            among = [body for body in sorted(bodies) if ("entity", body) in groups]
            if len(among) == 1 and among[0] != key[1]:
                moves[key] = ("entity", among[0])
    return moves
