"""The relation claims of a report: its ties, each with its standing."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claims.reading import Reading
from dateline.claims.relations import Tie, find_ties
from dateline.claims.standing import Standing
from dateline.claims.tenure import look_up_tenure
from dateline.records import Claim, Reason

_IN_PASSING = ("appos", "compound", "nmod", "amod", "conj", "prep")
"""What is told so is the report's own voice, whoever is quoted."""


def tell_relations(reading: Reading) -> Iterator[Claim]:
    """The relation claims of a report."""
    tenure = look_up_tenure(reading.grammar, reading.annotations, reading.published)
    for tie in find_ties(reading.grammar, reading.people, reading.chains, reading.lexicon, tenure):
        is_in_passing = tie.is_aside or tie.trigger.dep in _IN_PASSING
        standing = Standing() if is_in_passing else reading.standings.of(tie.trigger)
        if not standing.hypothetical and not reading.in_heading(tie.trigger):
            yield _relation(reading, tie, standing)


def _relation(reading: Reading, tie: Tie, standing: Standing) -> Claim:
    words = reading.grammar.words(tie.trigger.index, tie.trigger.index)
    return Claim(
        id=reading.claim_id("relation", tie.type, words, tie.who, tie.whom),
        report=reading.report.id,
        quote=reading.quote(tie.trigger),
        trigger=words,
        kind="relation",
        type=tie.type,
        who=tie.who,
        whom=tie.whom,
        when=tie.when,
        sources=standing.sources,
        polarity=standing.polarity,
        certainty=standing.certainty,
        known_by=standing.known_by,
        found_by=(Reason(tie.rule, 1.0, words.exact),),
    )
