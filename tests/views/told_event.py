"""A fictional meeting as five reports tell it: a wire, its copy, one that cites it, two more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.records import (
    Claim,
    Conflict,
    Entity,
    Event,
    Origin,
    Report,
    Series,
    Side,
    Step,
    event_id,
)
from dateline.views.wording import owners_of
from tests.factory import find_words, make_chain, make_claim, make_report, make_source, make_where
from tests.views.case import entity

WIRE = (
    "Lena Okoro met Piet Maas in Tarn on 12 March, Ruth Abel said. Twelve people were hurt when"
    " the hall fell in."
)


@dataclass(frozen=True)
class Told:
    """The records; `claims` and `reports` by what their report is called here."""

    event: Event
    claims: dict[str, Claim]
    reports: dict[str, Report]
    entities: tuple[Entity, ...]

    @property
    def by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims.values()}

    @property
    def reports_by_id(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports.values()}

    @property
    def owners(self) -> dict[str, Entity]:
        return owners_of(self.entities)


def tell_event() -> Told:
    """Ruth Abel's words in a wire, a copy of it and an outlet that cites it; a denial; a hint."""
    reports = {
        "wire": make_report(WIRE, outlet="Alpine Wire", published="2024-03-13"),
        "cites": make_report(
            "Lena Okoro met Piet Maas in March, Ruth Abel told Alpine Wire.",
            outlet="Coast Daily", published="2024-03-15",
        ),
        "denies": make_report(
            "Piet Maas said that he had not met Lena Okoro in the Upper Valley on 14 March.",
            outlet="The Evening Star", published="2024-03-16",
        ),
        "hint": make_report(
            "A man may have met Lena Okoro.", outlet="Harbour Times", published=None
        ),
    }  # fmt: skip
    reports["copy"] = replace(
        make_report(WIRE, outlet="Tarn Post", published="2024-03-14"), copy_of=reports["wire"].id
    )
    claims = {name: _claim(name, report) for name, report in reports.items()}
    abel = tuple(sorted(claims[name].id for name in ("wire", "copy", "cites")))
    said = {name: (claim.id,) for name, claim in claims.items()}
    ids = tuple(sorted(claim.id for claim in claims.values()))
    people = _people(claims)
    event = Event(
        event_id(ids), "CONSULT", ids, tuple(sorted(one.id for one in people)),
        when=claims["wire"].when, where=claims["wire"].where,
        origins=(
            Origin("person", "Ruth Abel", abel,
                   tuple(sorted(reports[name].id for name in ("wire", "copy", "cites"))),
                   "1 report repeats another's text"),
            Origin("person", "Piet Maas", said["denies"], (reports["denies"].id,)),
            Origin("author", "Harbour Times", said["hint"], (reports["hint"].id,)),
        ),
        publishers=5, copies=1,
        conflicts=(
            Conflict("when", (Side("2024-03-12", tuple(sorted(said["wire"] + said["copy"])), 1),
                              Side("2024-03-14", said["denies"], 1))),
            Conflict("happened", (Side("happened", abel, 1),
                                  Side("did not happen", said["denies"], 1))),
        ),
        series=(Series("where", "", (Step("Tarn", "2024-03-13", said["wire"]),
                                     Step("Upper Valley", None, said["denies"]))),),
    )  # fmt: skip
    return Told(event, claims, reports, people)


def _claim(name: str, report: Report) -> Claim:
    okoro = make_chain(report, "Lena Okoro")
    if name == "hint":
        claim = make_claim(report, "may have met", who=[okoro], certainty="alleged")
        return replace(claim, unnamed_who=(find_words(report, "A man"),))
    maas = make_chain(report, "Piet Maas")
    if name == "denies":
        source = make_source("person", "Piet Maas", maas, report)
        return make_claim(
            report, "met", who=[okoro, maas], when="2024-03-14", polarity="-",
            certainty="reported", sources=[source],
            where=make_where(report, "Upper Valley", "XA", 52.0, 1.0, 80.0),
        )  # fmt: skip
    abel = make_source("person", "Ruth Abel", make_chain(report, "Ruth Abel"), report)
    if name == "cites":
        wire = make_source("outlet", "Alpine Wire", None, report)
        return make_claim(
            report, "met", who=[okoro, maas], when="2024-03", certainty="reported",
            sources=[abel, wire],
        )  # fmt: skip
    return make_claim(
        report, "met", who=[okoro, maas], when="2024-03-12", certainty="reported", sources=[abel],
        where=make_where(report, "Tarn", "XA", 52.0, 1.0),
    )  # fmt: skip


def _people(claims: dict[str, Claim]) -> tuple[Entity, ...]:
    """Everybody who takes part, each with the chains of all reports."""
    chains: dict[str, set[str]] = {}
    for claim in claims.values():
        for one in claim.who:
            chains.setdefault(one.words.exact, set()).add(one.chain)
    return tuple(_entity(name, ids) for name, ids in sorted(chains.items()))


def _entity(name: str, chains: set[str]) -> Entity:
    made = entity(name, [make_chain(make_report(name), name)])
    return replace(made, chains=tuple(sorted(chains)))
