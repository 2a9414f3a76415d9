"""Claims as PLOVER's deeds: the class, the target, and the main deed of a sentence."""

from __future__ import annotations

import pytest

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.records import EVENT_TYPES, Annotations, Claim, Grammar, Report
from evaluation.plover_claims import Actor, Deed, deeds_of_claims, main_deed

ALL = frozenset(EVENT_TYPES)


def deeds(text: str) -> tuple[list[tuple[Claim, Deed]], Annotations]:
    report = Report("r_plover", text, sha256="0" * 64)
    annotations = annotate(report)
    return deeds_of_claims(annotations, find_claims(report, annotations), ALL), annotations


def said(text: str, deed: Deed) -> tuple[list[str], str, list[str]]:
    def words(actors: tuple[Actor, ...]) -> list[str]:
        return [text[slice(*min(actor))] for actor in actors]

    return words(deed.sources), deed.type, words(deed.targets)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Anna Keller visited Norway on Monday.", (["Anna Keller"], "CONSULT", ["Norway"])),
        ("Anna Keller will visit Norway.", (["Anna Keller"], "AGREE", ["Norway"])),
        ("Anna Keller will jail Tomas Brandt.", (["Anna Keller"], "THREATEN", ["Tomas Brandt"])),
        ("Anna Keller did not meet Tomas Brandt.", None),
        ("Anna Keller met Tomas Brandt.", (["Anna Keller", "Tomas Brandt"], "CONSULT", [])),
    ],
)
def test_a_claim_is_a_deed_by_the_codebook(
    text: str, deed: tuple[list[str], str, list[str]] | None
) -> None:
    found, _ = deeds(text)

    if deed is None:
        assert [one.type for _, one in found] == ["REJECT"]
    else:
        assert [said(text, one) for _, one in found] == [deed]


def test_the_main_deed_has_both_ends_and_stands_highest() -> None:
    text = "Anna Keller arrested Tomas Brandt, who had attacked Omar Karsh."
    found, annotations = deeds(text)

    assert [one.type for _, one in found] == ["COERCE", "ASSAULT"]
    main = main_deed(Grammar(text, annotations.tokens), list(reversed(found)))
    assert [said(text, one) for one in main] == [(["Anna Keller"], "COERCE", ["Tomas Brandt"])]
    assert main_deed(Grammar(text, annotations.tokens), []) == []
