"""A small fictional case for the tests of views: three reports, two events, one relation."""

from dataclasses import dataclass, replace
from functools import cache

from dateline.records import (
    Chain,
    Claim,
    Conflict,
    Entity,
    Event,
    Origin,
    Reason,
    Report,
    Side,
    entity_id,
    event_id,
)  # fmt: skip
from tests.factory import make_chain, make_claim, make_report, make_source, make_where


@dataclass(frozen=True)
class Case:
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    reports: tuple[Report, ...]


@cache
def build_case() -> Case:
    """Oduya and Haddad meet (two reports, two days), Oduya leads a board, Haddad speaks undated."""
    first = make_report(
        "Rain fell. A viral video on X shows that Mira Oduya met Karim Haddad in Tarn on 12 March. "
        "Nobody spoke. Oduya leads the Harbour Board.",
        outlet="Harbour Times",
    )
    second = make_report(
        "Mira Oduya met Dr. Karim Haddad in Tarn on 13 March, it says. Haddad addressed a crowd.",
        outlet="Coast Daily", published="2024-03-16",
    )  # fmt: skip
    oduya = [make_chain(first, "Mira Oduya", "Oduya"), make_chain(second, "Mira Oduya")]
    haddad = [make_chain(first, "Karim Haddad"), make_chain(second, "Dr. Karim Haddad", "Haddad")]
    board = [make_chain(first, "Harbour Board", schema="Organization")]
    sources = [make_source("media", "viral video on X", report=first),
               make_source("unnamed", "reports")]  # fmt: skip
    claims = (
        make_claim(first, "met", "CONSULT", [oduya[0], haddad[0]], when="2024-03-12", mode="meet",
                   where=make_where(first, "Tarn", "XA", 52.0, 1.0), sources=sources,
                   certainty="reported", known_by="observed",
                   found_by=(Reason("verb frame", 0.9, "met"),)),
        make_claim(second, "met", "CONSULT", [oduya[1], haddad[1]], when="2024-03-13",
                   quote=second.text[: second.text.index(" Haddad addressed")],
                   where=make_where(second, "Tarn", "XA", 52.0, 1.0)),
        make_claim(first, "leads", "leads", [oduya[0]], board),
        make_claim(second, "addressed", "STATE", [haddad[1]], polarity="-"),
    )  # fmt: skip
    entities = (
        entity("Mira Oduya", oduya), entity("Karim Haddad", haddad), entity("Harbour Board", board)
    )  # fmt: skip
    met, spoke = tuple(sorted(c.id for c in claims[:2])), (claims[3].id,)
    assert claims[0].when is not None
    events = (
        Event(
            event_id(met), "CONSULT", met, tuple(sorted(e.id for e in entities[:2])),
            when=replace(claims[0].when, edtf="2024-03-12/2024-03-13", end=claims[1].when.end),  # type: ignore[union-attr]
            where=claims[0].where,
            origins=(
                Origin("media", "viral video on X", (claims[0].id,), (first.id,)),
                Origin("author", "Coast Daily", (claims[1].id,), (second.id,)),
            ),
            publishers=2,
            conflicts=(Conflict("when", (Side("2024-03-12", (claims[0].id,), 1),
                                         Side("2024-03-13", (claims[1].id,), 1))),),
        ),
        Event(event_id(spoke), "STATE", spoke, (entities[1].id,),
              origins=(Origin("author", "Coast Daily", spoke, (second.id,)),)),
    )  # fmt: skip
    return Case(events, claims, entities, (first, second))


def entity(name: str, chains: list[Chain]) -> Entity:
    ids = tuple(sorted(chain.id for chain in chains))
    names = tuple(dict.fromkeys(n for chain in chains for n in chain.names))
    return Entity(entity_id(ids), chains[0].schema, name, names, ids, ())
