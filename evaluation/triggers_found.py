"""What the product and its parts find in a text for the set `triggers`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.annotate import annotate
from dateline.annotate.language import parse
from dateline.claims import find_claims
from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.records import Annotations, Claim, Grammar, Report
from evaluation.running_text import Extent

PRODUCT, MODEL, RULES = "Dateline", "model alone", "rules alone"
CLAIMS, RULE_CLAIMS = "event claims", "event claims, rules alone"


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """Words that are found to carry an event: ranges of code points, half-open."""

    words: tuple[Extent, ...]
    type: str


Found = frozenset[Trigger]


def find_all(report: Report) -> dict[str, Found]:
    """What each system finds in a report, by what a table calls it."""
    both, rules = annotate(report), annotate(report, with_reader=False)
    return {
        PRODUCT: of_rules(report, both),
        MODEL: of_model(report),
        RULES: of_rules(report, rules),
        CLAIMS: of_claims(find_claims(report, both)),
        RULE_CLAIMS: of_claims(find_claims(report, rules)),
    }


def of_claims(claims: Iterable[Claim]) -> Found:
    """The triggers of event claims, each once."""
    return frozenset(
        Trigger(((claim.trigger.start, claim.trigger.end),), claim.type)
        for claim in claims
        if claim.kind == "event"
    )


def of_model(report: Report) -> Found:
    """The words that the reader marks."""
    parsed = parse(report.text, report.body_start)
    return frozenset(
        Trigger(((parsed.tokens[mark.first].start, parsed.tokens[mark.last - 1].end),), mark.type)
        for mark in parsed.reading.triggers()
    )


def of_rules(report: Report, annotations: Annotations) -> Found:
    """The triggers that the lexicon and, where it was asked, the reader see; whoever takes part."""
    grammar = Grammar(report.text, annotations.tokens)
    return frozenset(
        Trigger(
            tuple((token.start, token.end) for token in (found.token, *found.others)),
            found.entry.type,
        )
        for found in find_triggers(grammar, load_lexicon(), annotations.triggers)
    )


SYSTEMS: tuple[str, ...] = (PRODUCT, MODEL, RULES, CLAIMS, RULE_CLAIMS)
