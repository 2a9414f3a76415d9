"""One report with all that its claims are read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.claims.dating import without_dates_of_sources
from dateline.claims.first_person import with_first_persons
from dateline.claims.furniture import is_furniture
from dateline.claims.lexicon import Lexicon, load_lexicon
from dateline.claims.participants import People
from dateline.claims.standing import Standings
from dateline.claims.unnamed import Unnamed
from dateline.records import (
    Annotations,
    Chain,
    ClaimKind,
    Grammar,
    Participant,
    Quote,
    Report,
    Token,
    chains_at,
    claim_id,
    cut,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, its annotations, and what looks things up in them.

    Attributes:
        is_headline: Whether it is that of the headline alone, which leaves out more names.
    """

    report: Report
    annotations: Annotations
    grammar: Grammar
    people: People
    unnamed: Unnamed
    chains: dict[str, Chain]
    standings: Standings
    lexicon: Lexicon
    is_headline: bool = False

    @property
    def published(self) -> date | None:
        """The day of publication; None if the report names none that is a day."""
        try:
            return date.fromisoformat((self.report.published_on or "")[:10])
        except ValueError:
            return None

    def quote(self, token: Token) -> Quote:
        """The sentence of a word."""
        sentence = self.annotations.sentences[token.sentence]
        return cut(self.report.text, sentence.start, sentence.end)

    def in_heading(self, token: Token) -> bool:
        """Whether a word stands in a heading, or in a line that is no part of the report."""
        sentence = self.annotations.sentences[token.sentence]
        return sentence.heading or is_furniture(self.report.text, sentence.start)

    def claim_id(
        self,
        kind: ClaimKind,
        type_: str,
        trigger: Quote,
        who: Iterable[Participant],
        whom: Iterable[Participant],
    ) -> str:
        """The id of a claim of this report."""
        ends = (",".join(p.chain for p in side) for side in (who, whom))
        return claim_id(self.report.id, kind, type_, trigger, *ends)


def read_for_claims(
    report: Report, annotations: Annotations, *, is_headline: bool = False
) -> Reading:
    """All that the claims of a report, or of its headline, are read from."""
    grammar = Grammar(report.text, annotations.tokens)
    annotations = without_dates_of_sources(grammar, annotations)
    chains = {c.id: c for c in annotations.chains}
    at = chains_at(grammar, annotations.chains)
    people = People(grammar, with_first_persons(grammar, at, chains, annotations.attributions))
    return Reading(
        report=report,
        annotations=annotations,
        grammar=grammar,
        people=people,
        unnamed=Unnamed(people, _of_times(grammar, annotations)),
        chains=chains,
        standings=Standings(annotations),
        lexicon=load_lexicon(),
        is_headline=is_headline,
    )


def _of_times(grammar: Grammar, annotations: Annotations) -> frozenset[int]:
    return frozenset(t.index for time in annotations.times for t in grammar.within(time.words))
