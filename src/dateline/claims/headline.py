"""The claims of a headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.claims.event_claims import tell_events
from dateline.claims.reading import Reading, read_for_claims
from dateline.claims.speech_acts import find_speech_act
from dateline.records import Annotations, Attribution, Claim, Participant, Reason, Report, cut

_SAYING = Reason("headline: saying", 1.0)


def tell_headline(report: Report, headline: Annotations | None) -> Iterator[Claim]:
    """The event claims of a headline. Ties that it names the body tells with more care."""
    if headline is None:
        return
    first, last = headline.sentences[0].start, headline.sentences[-1].end
    alone = replace(report, text=" " * first + report.text[first:last])
    reading = read_for_claims(alone, headline, is_headline=True)
    for claim in (*tell_events(reading).claims, *_sayings(reading)):
        yield replace(claim, in_headline=True)


def _sayings(reading: Reading) -> Iterator[Claim]:
    """What somebody does by saying what stands beside his name: "Keller: we will strike back"."""
    done: set[Participant] = set()
    for attribution in reading.annotations.attributions:
        source = attribution.sources[0]
        if source.chain is None or source.words is None or not _is_apart(reading, attribution):
            continue
        speaker = Participant(source.chain, source.words)
        if speaker not in done:
            done.add(speaker)
            yield _saying(reading, attribution, speaker)


def _is_apart(reading: Reading, attribution: Attribution) -> bool:
    """Whether no verb of a sentence credits: a colon does, a dash, or a tag such as "says X"."""
    cue, words = attribution.cue, attribution.sources[0].words
    if words is not None and (cue.holds(words) or words.holds(cue)):
        return True
    return not any(t.start >= cue.start for t in reading.grammar.within(cue))


def _saying(reading: Reading, attribution: Attribution, speaker: Participant) -> Claim:
    act = find_speech_act(reading.grammar, reading.lexicon, [attribution])
    type_ = act.type if act is not None else "STATE"
    heads = act.aimed_at if act is not None else ()
    whom = [p for head in heads for p in reading.people.of(head) if p.chain != speaker.chain]
    words = attribution.cue
    word = reading.grammar.within(speaker.words)[0]
    quotes = [reading.quote(word), *attribution.content]
    first, last = min(q.start for q in quotes), max(q.end for q in quotes)
    return Claim(
        id=reading.claim_id("event", type_, words, [speaker], whom),
        report=reading.report.id,
        quote=cut(reading.report.text, first, last),
        trigger=words,
        kind="event",
        type=type_,
        mode=act.mode if act is not None else "say",
        who=(speaker,),
        whom=tuple(whom),
        found_by=(replace(_SAYING, words=words.exact),),
    )
