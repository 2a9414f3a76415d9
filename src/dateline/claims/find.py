"""From a report and its annotations to its claims."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.claims.event_claims import tell_events
from dateline.claims.headline import tell_headline
from dateline.claims.listed import place_listed
from dateline.claims.reading import read_for_claims
from dateline.claims.relation_claims import tell_relations
from dateline.records import Annotations, Claim, Report, Token, When


def find_claims(report: Report, annotations: Annotations) -> tuple[Claim, ...]:
    """The claims of a report by place of their triggers; headings inside the text make none.

    What the headline says of events are claims of its own: they take no time and no place from
    the body, and lend it none.
    """
    reading = read_for_claims(report, annotations)
    events = place_listed(reading, tell_events(reading).claims)
    headline = tell_headline(report, annotations.headline)
    unique = {claim.id: claim for claim in (*headline, *events, *tell_relations(reading))}
    return tuple(sorted(unique.values(), key=lambda c: (c.trigger, c.kind, c.type, c.id)))


def date_words(
    report: Report, annotations: Annotations, words: Iterable[Token]
) -> list[When | None]:
    """The times that a report gives what each word tells of, as if every one carried a claim.

    In the order of the words; None where the report gives no time.
    """
    words = list(words)
    reading = read_for_claims(report, annotations)
    telling = tell_events(reading, also=words)
    claimed = {c.trigger.start: c.when for c in telling.claims if c.when is not None}
    return [
        claimed.get(word.start) or telling.circumstances.when(word) or telling.narrative.when(word)
        for word in words
    ]
