"""The event claims of a report, each with what its occasion and its story lend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.carriers import Carriers, Peopled, find_carriers, is_denied_of_all
from dateline.claims.circumstance import Circumstances
from dateline.claims.counts import with_counts
from dateline.claims.found import Found, Told, kinds_of
from dateline.claims.frames import Occurrence
from dateline.claims.narrative import Narrative
from dateline.claims.once import once
from dateline.claims.reading import Reading
from dateline.claims.scenes import is_definite, share
from dateline.claims.standing import Standing
from dateline.claims.triggers import Trigger
from dateline.records import Claim, Token


@dataclass(frozen=True, slots=True)
class Telling:
    """The event claims of a report, and by what they got their times and places."""

    claims: list[Claim]
    circumstances: Circumstances
    narrative: Narrative


def tell_events(reading: Reading, also: Sequence[Token] = ()) -> Telling:
    """The event claims of a report.

    Args:
        also: Words that carry an event besides, known to no lexicon.
    """
    carriers = find_carriers(reading, also)
    events = with_counts(reading, once(reading.grammar, _events(reading, carriers)))
    persons = frozenset(c.id for c in reading.annotations.chains if c.schema == "Person")
    claims = share(reading.grammar, events, _told_again(reading, carriers), persons)
    narrative = _narrative(reading, carriers, events, claims)
    claims = [
        _told_on(narrative, event.trigger, claim)
        for event, claim in zip(events, claims, strict=True)
    ]
    return Telling(claims, carriers.circumstances, narrative)


def _events(reading: Reading, carriers: Carriers) -> list[Found]:
    """The event claims before they lend each other anything."""
    refused = {
        child.index
        for item in carriers.full
        if item.trigger.entry.type == "REJECT" and item.trigger.entry.mode != "deny"
        for child in reading.grammar.children(item.trigger.token.index, "xcomp")
    }
    found: list[Found] = []
    for item in carriers.full:
        if item.trigger.token.index in refused:  # what is refused is told by the refusal
            continue
        standing = reading.standings.of(item.trigger.token)
        if standing.hypothetical:
            continue
        claim = _event(reading, carriers.circumstances, standing, item)
        is_set = claim.when is not None or claim.where is not None
        is_peopled = item.harms_unnamed or item.is_act_of_some or is_denied_of_all(reading, item)
        is_peopled = is_peopled or (reading.is_headline and item.is_told_of_some)
        if item.who or item.whom or is_peopled or is_set:
            found.append(Found(claim, item.trigger.token, kinds_of(item.trigger)))
    return found


def _event(
    reading: Reading, circumstances: Circumstances, standing: Standing, item: Peopled
) -> Claim:
    trigger, who = item.trigger, item.who
    words = trigger.words(reading.grammar)
    whom = [p for p in item.whom if p.chain not in {w.chain for w in who}]
    type_ = trigger.entry.type
    return Claim(
        id=reading.claim_id("event", type_, words, who, whom),
        report=reading.report.id,
        quote=reading.quote(trigger.token),
        trigger=words,
        kind="event",
        type=type_,
        mode=trigger.entry.mode,
        who=tuple(who),
        whom=tuple(whom),
        when=circumstances.when(trigger.token),
        where=circumstances.where(trigger.token),
        sources=standing.sources,
        polarity="+" if trigger.has_not else standing.polarity,
        certainty=standing.certainty,
        known_by=standing.known_by,
        found_by=(trigger.reason(reading.grammar),),
        unnamed_who=item.unnamed.who,
        unnamed_whom=item.unnamed.whom,
    )


def _told_again(reading: Reading, carriers: Carriers) -> list[Told]:
    """The nouns that tell of an occasion again without its people: "the meeting"."""
    return [
        _told(reading, carriers.circumstances, trigger)
        for trigger in carriers.others
        if trigger.token.pos == "NOUN" and is_definite(reading.grammar, trigger.token)
    ]


def _told(reading: Reading, circumstances: Circumstances, trigger: Trigger) -> Told:
    source = reading.standings.of(trigger.token).sources[0]
    return Told(
        trigger=trigger.token,
        kinds=kinds_of(trigger),
        when=circumstances.when(trigger.token),
        where=circumstances.where(trigger.token),
        source=None if source.kind == "author" else source,
    )


def _narrative(
    reading: Reading, carriers: Carriers, events: Sequence[Found], claims: Sequence[Claim]
) -> Narrative:
    """The story that the claims make up, with all that may be spoken of again."""
    occurrences = [
        Occurrence(event.trigger, event.kinds, claim.when, claim.where)
        for event, claim in zip(events, claims, strict=True)
    ]
    occurrences += [
        Occurrence(
            trigger.token,
            kinds_of(trigger),
            carriers.circumstances.when(trigger.token),
            carriers.circumstances.where(trigger.token),
        )
        for trigger in carriers.others
    ]
    occurrences.sort(key=lambda o: o.token.index)
    return Narrative(
        reading.grammar, reading.annotations, reading.people.at, occurrences, reading.published
    )


def _told_on(narrative: Narrative, trigger: Token, claim: Claim) -> Claim:
    """A claim without a time or a place with that of the story that it goes on with."""
    if claim.certainty == "planned" or trigger.dep == "relcl":  # "the group that raided the port"
        return claim
    return replace(
        claim,
        when=claim.when or narrative.when(trigger),
        where=claim.where or narrative.where(trigger),
    )
