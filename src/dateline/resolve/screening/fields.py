"""An entity and an entry of a list side by side: on what they agree, differ, or one is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.records import Entity, fold_name
from dateline.resolve.matching import SAME, compare_names, prepare_name
from dateline.resolve.screening.births import do_births_agree
from dateline.resolve.screening.entry import ListEntry
from dateline.resolve.screening.facts import Facts

Agreement = Literal["agrees", "differs", "silent"]
FieldLabel = Literal["kind", "birth", "country", "position", "organisation"]

WEIGHTS: dict[tuple[FieldLabel, Agreement], float] = {
    ("kind", "differs"): -0.5,
    ("birth", "agrees"): 2.0,
    ("birth", "differs"): -3.0,
    ("country", "agrees"): 0.8,
    ("country", "differs"): -1.0,
    ("position", "agrees"): 0.8,
    ("position", "differs"): -0.2,
    ("organisation", "agrees"): 1.5,
    ("organisation", "differs"): -0.2,
}
"""What a field adds to the log-odds of the names, for the order in which candidates are shown."""

_MOST = 20
"""Values of a side that are compared one with another."""
_SMALL = {"of", "the", "and", "for", "in", "a", "an", "to", "on", "at", "de", "la", "former"}


@dataclass(frozen=True, slots=True)
class ScreenField:
    """One thing beside the name that the reports or the list tell.

    Attributes:
        reports, list: What each says, in its own words; empty if it is silent.
        agreement: "silent" if one of them says nothing. "differs" says no more than that the
            values differ: people change posts, and reports err.
    """

    label: FieldLabel
    reports: tuple[str, ...]
    list: tuple[str, ...]
    agreement: Agreement


def compare_fields(entity: Entity, facts: Facts, entry: ListEntry) -> tuple[ScreenField, ...]:
    """The fields of which at least one side knows something, those that differ first."""
    found = [field for field in _fields(entity, facts, entry) if field.reports or field.list]
    order = ("differs", "agrees", "silent")
    return tuple(sorted(found, key=lambda one: order.index(one.agreement)))


def _fields(entity: Entity, facts: Facts, entry: ListEntry) -> Iterator[ScreenField]:
    yield ScreenField("kind", (entity.schema,), (entry.schema,), _kind(entity, entry))
    births = tuple(f"{value} (“{words}”)" for value, words in facts.births)
    yield ScreenField("birth", births, entry.birth_dates, _birth(facts, entry))
    yield _country(facts, entry)
    yield ScreenField("position", facts.roles, entry.positions, _position(facts, entry))
    bodies = entry.organizations
    yield ScreenField("organisation", facts.organizations, bodies, _organization(facts, entry))


def _kind(entity: Entity, entry: ListEntry) -> Agreement:
    if entry.is_person is None:
        return "silent"
    if entity.schema == entry.schema:
        return "agrees"
    if entry.is_person or entity.schema == "Person":
        return "differs"
    return "agrees" if "Organization" in (entity.schema, entry.schema) else "differs"


def _birth(facts: Facts, entry: ListEntry) -> Agreement:
    if not facts.births or not entry.birth_dates:
        return "silent"
    ours = [value for value, _ in facts.births]
    return "agrees" if do_births_agree(ours, entry.birth_dates) else "differs"


def _country(facts: Facts, entry: ListEntry) -> ScreenField:
    """Where somebody was seen may agree; it never differs, for people travel."""
    listed = set(entry.countries)
    if facts.countries:
        agreement: Agreement = "silent" if not listed else "differs"
        agreement = "agrees" if listed & set(facts.countries) else agreement
        return ScreenField("country", facts.countries, entry.countries, agreement)
    seen = (f"seen in {', '.join(facts.seen_in)}",) if facts.seen_in else ()
    agrees: Agreement = "agrees" if listed & set(facts.seen_in) else "silent"
    return ScreenField("country", seen, entry.countries, agrees)


def _position(facts: Facts, entry: ListEntry) -> Agreement:
    if not facts.roles or not entry.positions:
        return "silent"
    for one in facts.roles[:_MOST]:
        for other in entry.positions[:_MOST]:
            left, right = _words(one), _words(other)
            if left and right and 2 * len(left & right) >= min(len(left), len(right)):
                return "agrees"
    return "differs"


def _words(title: str) -> set[str]:
    return set(fold_name(title).split()) - _SMALL


def _organization(facts: Facts, entry: ListEntry) -> Agreement:
    told = facts.organizations[:_MOST]
    if any(_is_said(body, entry) for body in told):
        return "agrees"
    return "differs" if told and entry.organizations else "silent"


def _is_said(body: str, entry: ListEntry) -> bool:
    """Whether the list ties the entry to a body, in a field of its own or in a position."""
    folded = f" {fold_name(body)} "
    if any(folded in f" {fold_name(position)} " for position in entry.positions[:_MOST]):
        return True
    ours = prepare_name(body, "Organization")
    return any(
        compare_names(ours, prepare_name(other, "Organization")).score >= SAME
        for other in entry.organizations[:_MOST]
    )
