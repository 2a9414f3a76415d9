"""A report in capitals is read like its twin in ordinary case, and quoted as it came."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from dateline.annotate.casing import as_printed
from dateline.records import Quote, Token
from tests.annotate.reading import read

TWIN = (
    "Four gunmen killed Ramon Ibarra, a judge, in San Lorenzo on 3 May 1991, the police said.\n\n"
    "President Elena Duarte said that the police arrested Victor Salinas in Choluteca on Monday. "
    "The rebels kidnapped the mayor of Nacaome.\n"
)


def _claims(text: str) -> list[tuple[object, ...]]:
    return [
        (
            claim.type,
            claim.mode,
            claim.trigger.start,
            [(p.words.start, p.words.end) for p in (*claim.who, *claim.whom)],
            claim.when.edtf if claim.when else None,
            claim.where.geonames if claim.where else None,
        )
        for claim in read(text).claims
        if claim.kind == "event"
    ]


def test_it_makes_the_claims_of_its_twin() -> None:
    assert _claims(TWIN.upper()) == _claims(TWIN)


def test_it_has_the_names_of_its_twin() -> None:
    names = [chain.name for chain in read(TWIN.upper()).annotations.chains]

    assert names == [chain.name for chain in read(TWIN).annotations.chains]
    assert "Elena Duarte" in names


def _quotes(found: object) -> list[Quote]:
    if isinstance(found, Quote):
        return [found]
    if isinstance(found, tuple):
        return [quote for one in found for quote in _quotes(one)]
    if is_dataclass(found) and not isinstance(found, Token):
        return [q for f in fields(found) for q in _quotes(getattr(found, f.name))]
    return []


def test_every_quote_is_cut_from_the_text_as_it_came() -> None:
    reading = read(TWIN.upper())
    quotes = _quotes(reading.annotations) + _quotes(reading.claims)

    assert len(quotes) > 20
    for quote in quotes:
        assert reading.report.text[quote.start : quote.end] == quote.exact
        assert quote.exact == quote.exact.upper()


def test_findings_in_ordinary_case_are_told_in_printed_words() -> None:
    annotations = read(TWIN).annotations

    printed = as_printed(annotations, TWIN.upper())

    assert printed.chains[0].mentions[0].words.exact == "RAMON IBARRA"
    assert printed.chains[0].name == annotations.chains[0].name
    assert printed.tokens == annotations.tokens
