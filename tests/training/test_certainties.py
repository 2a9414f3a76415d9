"""What the product's rules teach of certainty, verb by verb."""

from __future__ import annotations

from dateline.annotate.language import parse
from training.certainties import rule_certainties


def _said_of(text: str) -> dict[str, str]:
    parsed = parse(text, with_reader=False)
    labels = rule_certainties(text, parsed.tokens)
    return {t.text: label for t, label in zip(parsed.tokens, labels, strict=True) if label}


def test_rules_tell_what_was_denied_planned_or_possible() -> None:
    said = _said_of("Olsen arrived. She did not sign. She will return. Brandt may resign.")
    assert said == {"arrived": "+", "sign": "-", "return": "p", "resign": "?"}


def test_nothing_is_said_of_nouns_and_of_bare_verb_forms() -> None:
    assert _said_of("Olsen saw the visit as a way of winning votes.") == {"saw": "+"}
