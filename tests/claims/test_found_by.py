"""Every claim says which entry of the lexicon, rule of ties or head of the reader made it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

import pytest

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.claims.lexicon import load_lexicon
from dateline.claims.occasions import APPEARANCES
from dateline.read import read_report
from dateline.records import EVENT_TYPES, Claim
from dateline.sample import sample_paths
from tests.annotate.reading import read

LEXICON = load_lexicon()
WORDS = (*LEXICON.events.values(), *LEXICON.nouns_by_head.values(), APPEARANCES)
ENTRIES = {entry.name for entries in WORDS for entry in entries}
VERBS = {" ".join(word.lemma) for many in LEXICON.verbs.values() for word in many}
TIE_NOUNS = {*LEXICON.between, *LEXICON.belonging, *LEXICON.boards}
TIES: Mapping[str, Container[str]] = {
    "relation verb": VERBS,
    "participle": set(LEXICON.participles),
    "role noun": LEXICON.roles,
    "title": LEXICON.roles,
    "one of many": {*LEXICON.roles, *TIE_NOUNS},
    "tie noun": TIE_NOUNS,
    "belonging noun": TIE_NOUNS,
    "seat on": TIE_NOUNS,
}
"""The rules of ties that read a word, and the words that each may name."""
TIES_WITHOUT_A_WORD = {"name of a body", "one of a body"}


def is_known(claim: Claim, rule: str) -> bool:
    """Whether a rule of that name may have made a claim of that kind and type."""
    family, _, word = rule.partition(": ")
    if claim.kind == "relation":
        return rule in TIES_WITHOUT_A_WORD or word in TIES.get(family, ())
    if family == "reader":
        return word == claim.type and word in EVENT_TYPES
    if family == "speech act":
        return word == claim.type.lower()
    return rule in ENTRIES and family == claim.type.lower()


def unknown(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [
        (claim.quote.exact, reason.rule)
        for claim in claims
        for reason in claim.found_by
        if not is_known(claim, reason.rule)
    ]


def shown_nowhere(claims: tuple[Claim, ...]) -> list[str]:
    """The claims with a reason that shows no words or no share, or without a reason."""
    return [
        claim.quote.exact
        for claim in claims
        if not claim.found_by or not all(r.words and 0 < r.score <= 1 for r in claim.found_by)
    ]


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.name)
def test_every_claim_of_the_sample_says_what_made_it(path: Path) -> None:
    report = read_report(path)
    claims = find_claims(report, annotate(report))

    assert claims
    assert unknown(claims) == []
    assert shown_nowhere(claims) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Omar Karsh met Lena Brandt.", "consult: meet"),
        ("The Lamp Trust is led by Lena Brandt.", "relation verb: lead"),
        ("Lena Brandt, the director of the Lamp Trust, left.", "role noun: director"),
    ],
)
def test_the_rule_names_the_entry(text: str, rule: str) -> None:
    claims = read(text).claims

    assert rule in {reason.rule for claim in claims for reason in claim.found_by}
    assert unknown(claims) == []
