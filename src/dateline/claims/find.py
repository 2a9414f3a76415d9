"""From a report and its annotations to its claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.claims.circumstance import Circumstances, look_up_circumstances
from dateline.claims.dating import without_dates_of_sources
from dateline.claims.found import Found, Told, kinds_of
from dateline.claims.furniture import is_furniture
from dateline.claims.idle import is_idle
from dateline.claims.lexicon import Entry, Lexicon, load_lexicon
from dateline.claims.narrative import Narrative, Occurrence
from dateline.claims.occasions import APPEARANCES, find_appearances
from dateline.claims.once import once
from dateline.claims.participants import People
from dateline.claims.relations import Tie, find_ties
from dateline.claims.scenes import is_definite, share
from dateline.claims.standing import Standing, Standings
from dateline.claims.triggers import Trigger, find_triggers
from dateline.claims.verdicts import judge_verdicts
from dateline.records import (
    Annotations,
    Chain,
    Claim,
    ClaimKind,
    Grammar,
    Participant,
    Quote,
    Reason,
    Report,
    SourceKind,
    Token,
    When,
    Where,
    chains_at,
    claim_id,
    cut,
)

_UNNAMED = frozenset[SourceKind]({"unnamed", "media", "author"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with all that its claims are read from."""

    report: Report
    annotations: Annotations
    grammar: Grammar
    people: People
    chains: dict[str, Chain]
    standings: Standings
    lexicon: Lexicon


def find_claims(report: Report, annotations: Annotations) -> tuple[Claim, ...]:
    """The claims of a report by place of their triggers; headings inside the text make none."""
    reading = _read(report, annotations)
    claims = _tell(reading).claims
    claims = _from_list_heads(reading, claims)
    claims += [c for c in (_relation(reading, tie) for tie in _ties(reading)) if c is not None]
    unique = {c.id: c for c in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.trigger, c.kind, c.type, c.id)))


def date_words(
    report: Report, annotations: Annotations, words: Iterable[Token]
) -> list[When | None]:
    """The times that a report gives what each word tells of, as if every one carried a claim.

    In the order of the words; None where the report gives no time.
    """
    words = list(words)
    reading = _read(report, annotations)
    telling = _tell(reading, also=words)
    claimed = {c.trigger.start: c.when for c in telling.claims if c.when is not None}
    return [
        claimed.get(word.start) or telling.circumstances.when(word) or telling.narrative.when(word)
        for word in words
    ]


def _read(report: Report, annotations: Annotations) -> Reading:
    grammar = Grammar(report.text, annotations.tokens)
    annotations = without_dates_of_sources(grammar, annotations)
    return Reading(
        report=report,
        annotations=annotations,
        grammar=grammar,
        people=People(grammar, chains_at(grammar, annotations.chains)),
        chains={c.id: c for c in annotations.chains},
        standings=Standings(annotations),
        lexicon=load_lexicon(),
    )


# ------------------------------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class _Telling:
    """The event claims of a report, and by what they got their times and places."""

    claims: list[Claim]
    circumstances: Circumstances
    narrative: Narrative


def _tell(reading: Reading, also: Sequence[Token] = ()) -> _Telling:
    """The event claims; `also` are words that carry an event besides, known to no lexicon."""
    events, told, others, circumstances = _events(reading, also)
    persons = frozenset(c.id for c in reading.annotations.chains if c.schema == "Person")
    claims = share(reading.grammar, events, told, persons)
    occurrences = [
        Occurrence(event.trigger, event.kinds, claim.when, claim.where)
        for event, claim in zip(events, claims, strict=True)
    ]
    occurrences = sorted((*occurrences, *others), key=lambda o: o.token.index)
    narrative = Narrative(
        reading.grammar, reading.annotations, reading.people.at, occurrences, _published(reading)
    )
    claims = [
        _told_on(narrative, event.trigger, claim)
        for event, claim in zip(events, claims, strict=True)
    ]
    return _Telling(claims, circumstances, narrative)


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.report.published_on or "")[:10])
    except ValueError:
        return None


def _told_on(narrative: Narrative, trigger: Token, claim: Claim) -> Claim:
    """A claim without a time or a place with that of the story that it goes on with."""
    if claim.certainty == "planned":
        return claim
    return replace(
        claim,
        when=claim.when or narrative.when(trigger),
        where=claim.where or narrative.where(trigger),
    )


def _events(
    reading: Reading, also: Sequence[Token]
) -> tuple[list[Found], list[Told], list[Occurrence], Circumstances]:
    """The event claims before they lend each other anything, and what is told without people.

    That is: occasions told again, and all that may be spoken of again.
    """
    grammar = reading.grammar
    carried = find_triggers(grammar, reading.lexicon, reading.annotations.triggers)
    carried = judge_verdicts(grammar, reading.lexicon, carried)
    sure = {t.token.index for t in carried}
    doubted = [t for t in find_triggers(grammar, reading.lexicon) if t.token.index not in sure]
    # The reader takes what did not happen for no event: a denial is a claim nonetheless. Other
    # words that it doubts may tell again of an event, or have a time of their own; they make a
    # claim only where the report says more of it than who took part.
    sure |= {t.token.index for t in doubted if reading.standings.is_denied(t.token)}
    triggers = sorted([*carried, *doubted], key=lambda t: t.token.index)
    peopled = [_with_people(reading, t) for t in triggers if _tells(reading, t.token)]
    apart = look_up_circumstances(
        grammar, reading.annotations, [*(p.trigger.token for p in peopled), *also]
    )
    full = [
        p
        for p in peopled
        if (p.trigger.token.index in sure or _is_detailed(p, apart))
        and (_counts(p.trigger.entry, p.who, p.whom) or _is_violence(reading, p.trigger))
    ]
    more = find_appearances(grammar, reading.people, [p.trigger for p in full])
    full += [_with_people(reading, t) for t in more]
    full.sort(key=lambda p: p.trigger.token.index)
    circumstances = look_up_circumstances(
        grammar,
        reading.annotations,
        [*(p.trigger.token for p in (*full, *peopled)), *also],
    )
    refused = {
        child.index
        for item in full
        if item.trigger.entry.type == "REJECT" and item.trigger.entry.mode != "deny"
        for child in grammar.children(item.trigger.token.index, "xcomp")
    }
    found: list[Found] = []
    for item in full:
        if item.trigger.token.index in refused:  # what is refused is told by the refusal
            continue
        standing = reading.standings.of(item.trigger.token)
        if standing.hypothetical:
            continue
        claim = _event(reading, circumstances, standing, item)
        if item.who or item.whom or claim.when is not None:
            found.append(Found(claim, item.trigger.token, kinds_of(item.trigger)))
    claimed = {p.trigger.token.index for p in full}
    others = [p.trigger for p in peopled if p.trigger.token.index not in claimed]
    told = [
        _told(reading, circumstances, trigger)
        for trigger in others
        if trigger.token.pos == "NOUN" and is_definite(grammar, trigger.token)
    ]
    bare = [
        Occurrence(
            trigger.token,
            kinds_of(trigger),
            circumstances.when(trigger.token),
            circumstances.where(trigger.token),
        )
        for trigger in others
    ]
    return once(grammar, found), told, bare, circumstances


@dataclass(frozen=True, slots=True)
class _Peopled:
    """A trigger and who takes part in what it carries."""

    trigger: Trigger
    who: list[Participant]
    whom: list[Participant]


def _with_people(reading: Reading, trigger: Trigger) -> _Peopled:
    """A trigger with its participants: of the first of its entries that has enough."""
    who, whom = _participants(reading, trigger)
    while not _counts(trigger.entry, who, whom) and trigger.instead is not None:
        trigger = trigger.instead
        who, whom = _participants(reading, trigger)
    return _Peopled(trigger, who, whom)


def _in_heading(reading: Reading, token: Token) -> bool:
    """Whether a word stands in a heading, or in a line that is no part of the report."""
    sentence = reading.annotations.sentences[token.sentence]
    return sentence.heading or is_furniture(reading.report.text, sentence.start)


def _tells(reading: Reading, token: Token) -> bool:
    """Whether a word tells of a happening here: not in a heading, as an adjective, or as a cue."""
    if _in_heading(reading, token) or (token.dep == "amod" and token.tag.startswith("VB")):
        return False
    if is_idle(reading.grammar, reading.lexicon, token):
        return False
    return not reading.standings.is_cue(token, _UNNAMED)


def _participants(
    reading: Reading, trigger: Trigger
) -> tuple[list[Participant], list[Participant]]:
    partner = next((t for t in reversed(trigger.others) if t.pos == "NOUN"), None)
    if trigger.token.pos in ("VERB", "AUX"):
        return reading.people.of_verb(trigger.token, trigger.entry, partner)
    if trigger.entry in APPEARANCES:
        return reading.people.at_occasion(trigger.token), []
    return reading.people.of_noun(trigger.token, trigger.entry)


def _counts(entry: Entry, who: list[Participant], whom: list[Participant]) -> bool:
    """Whether enough people take part for the entry to make a claim."""
    if entry.needs == "whom":
        return bool(whom)
    if entry.needs and entry.frame == "symmetric":
        return len(who) > 1
    return bool(who or whom)


def _is_detailed(item: _Peopled, circumstances: Circumstances) -> bool:
    """Whether the report names both sides of a happening, or its own time or place."""
    if item.who and item.whom:
        return True
    token = item.trigger.token
    return circumstances.when(token) is not None or circumstances.where(token) is not None


def _is_violence(reading: Reading, trigger: Trigger) -> bool:
    """Whether violence or protest is told of people without a name: "gunmen killed 12 people"."""
    if trigger.entry.type not in ("ASSAULT", "PROTEST") or trigger.token.pos != "VERB":
        return False
    near = reading.grammar.children(trigger.token.index, "nsubj", "nsubjpass", "dobj", "agent")
    return any(t.pos in ("NOUN", "NUM", "ADP") for t in near)


def _event(
    reading: Reading, circumstances: Circumstances, standing: Standing, item: _Peopled
) -> Claim:
    trigger, who = item.trigger, item.who
    words = trigger.words(reading.grammar)
    whom = [p for p in item.whom if p.chain not in {w.chain for w in who}]
    type_ = trigger.entry.type
    return Claim(
        id=_id(reading, "event", type_, words, who, whom),
        report=reading.report.id,
        quote=_quote(reading, trigger.token),
        trigger=words,
        kind="event",
        type=type_,
        mode=trigger.entry.mode,
        who=tuple(who),
        whom=tuple(whom),
        when=circumstances.when(trigger.token),
        where=circumstances.where(trigger.token),
        sources=standing.sources,
        polarity=standing.polarity,
        certainty=standing.certainty,
        known_by=standing.known_by,
        found_by=(trigger.reason(reading.grammar),),
    )


def _id(
    reading: Reading,
    kind: ClaimKind,
    type_: str,
    words: Quote,
    who: Iterable[Participant],
    whom: Iterable[Participant],
) -> str:
    ends = (",".join(p.chain for p in side) for side in (who, whom))
    return claim_id(reading.report.id, kind, type_, words, *ends)


def _quote(reading: Reading, token: Token) -> Quote:
    sentence = reading.annotations.sentences[token.sentence]
    return cut(reading.report.text, sentence.start, sentence.end)


def _told(reading: Reading, circumstances: Circumstances, trigger: Trigger) -> Told:
    source = reading.standings.of(trigger.token).sources[0]
    return Told(
        trigger=trigger.token,
        kinds=kinds_of(trigger),
        when=circumstances.when(trigger.token),
        where=circumstances.where(trigger.token),
        source=None if source.kind == "author" else source,
    )


# ---------------------------------------------------------------------------------- relations


def _ties(reading: Reading) -> list[Tie]:
    return find_ties(reading.grammar, reading.people, reading.chains, reading.lexicon)


def _relation(reading: Reading, tie: Tie) -> Claim | None:
    standing = reading.standings.of(tie.trigger)
    if tie.trigger.dep in ("appos", "compound", "nmod", "amod", "conj", "prep"):
        standing = Standing()  # said in passing: the report's own voice, whoever is quoted
    if standing.hypothetical or _in_heading(reading, tie.trigger):
        return None
    words = reading.grammar.words(tie.trigger.index, tie.trigger.index)
    return Claim(
        id=_id(reading, "relation", tie.type, words, tie.who, tie.whom),
        report=reading.report.id,
        quote=_quote(reading, tie.trigger),
        trigger=words,
        kind="relation",
        type=tie.type,
        who=tie.who,
        whom=tie.whom,
        sources=standing.sources,
        polarity=standing.polarity,
        certainty=standing.certainty,
        known_by=standing.known_by,
        found_by=(Reason(tie.rule, 1.0, words.exact),),
    )


# ---------------------------------------------------------------------------------- list heads


def _from_list_heads(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Items of a list that opens "… in Pakistan …:" are there too, where they say no place."""
    lists = list(_placed_lists(reading))
    starts = [start for start, _, _ in lists]
    placed = []
    for claim in claims:
        at = bisect_right(starts, claim.trigger.start) - 1
        if claim.kind == "event" and claim.where is None and at >= 0:
            _, end, where = lists[at]
            claim = replace(claim, where=where) if claim.trigger.start < end else claim
        placed.append(claim)
    return placed


def _placed_lists(reading: Reading) -> Iterator[tuple[int, int, Where]]:
    """The range and the place of each list: up to the next heading, or the next such list."""
    places = [p for p in reading.annotations.places if p.use == "place"]
    begins = [p.words.start for p in places]
    start, where = 0, None
    for sentence in reading.annotations.sentences:
        if sentence.heading and where is not None:
            yield start, sentence.start, where
            where = None
        if not reading.report.text[sentence.start : sentence.end].rstrip().endswith(":"):
            continue
        first, last = (bisect_left(begins, edge) for edge in (sentence.start, sentence.end))
        if last - first == 1:
            if where is not None:
                yield start, sentence.start, where
            start, where = sentence.end, places[first].where
            where = replace(where, reasons=(*where.reasons, "told of the whole list"))
    if where is not None:
        yield start, len(reading.report.text), where
