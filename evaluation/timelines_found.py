"""Timelines of an entity from raw text: the words for events in which it takes part, by their day.

The product finds the words, what its parse puts round them, whom names and pronouns mean, the day
of each word, and which words of several reports tell of one event. Three things are the task's and
not the product's: a word without a time is of the day of its report, what is possessed or made of
parts ("has a camera") is an event too, and titles are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.find import date_words
from dateline.events.mentions.join import join_mentions
from dateline.events.mentions.read import EventTelling, read_event_mentions
from dateline.events.mentions.words import find_event_words
from dateline.records import Annotations, Grammar, TimeExpression, Token, cut, fold_name
from dateline.records.grammar import SUBJECTS
from evaluation.timelines_corpus import Line, Mention, Told

_OBJECTS = ("dobj", "dative", "attr", "oprd", "nsubjpass")
_WITHIN = ("poss", "compound", "nmod", "appos", "conj", "amod")
_WITHOUT_SUBJECT = ("conj", "xcomp", "advcl", "ccomp", "pcomp")
_STEPS_UP = 3
UNKNOWN = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word of a report that may be in a timeline.

    Attributes:
        day: The EDTF of its time; None if it has none.
        nearest: That of the time that stands nearest to it in its sentence.
        near: Indexes of the words that its arguments are made of.
    """

    mention: Mention
    token: Token
    day: str | None
    nearest: str | None
    near: frozenset[int]
    is_denied: bool


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its event words, in text order.

    Attributes:
        means: Index of a word → folded names of whom the report means by it.
        telling: The same event words, made comparable over reports.
    """

    told: Told
    grammar: Grammar
    words: tuple[EventWord, ...]
    means: Mapping[int, frozenset[str]]
    telling: EventTelling


def read_report(told: Told, found: Annotations) -> ReadReport:
    """The event words of a report; no label is looked at."""
    text = told.report.text
    grammar = Grammar(text, found.tokens)
    tokens = [token for token in _event_tokens(grammar) if _sentence(told, token) > 0]
    denied = {s.token for s in found.stances if s.hypothetical or s.polarity == "-"}
    words = [
        EventWord(
            (told.number, _sentence(told, token), token.text.casefold()),
            token,
            when.edtf if when else None,
            _nearest(found.times, found, token),
            frozenset(_arguments(grammar, token)),
            token.index in denied,
        )
        for token, when in zip(tokens, date_words(told.report, found, tokens), strict=True)
    ]
    quotes = [cut(text, token.start, token.end) for token in tokens]
    telling = read_event_mentions(told.number, grammar, found, quotes)
    return ReadReport(told, grammar, tuple(words), _means(grammar, found), telling)


def _event_tokens(grammar: Grammar) -> list[Token]:
    found = {one.index: one for one in find_event_words(grammar) if one.pos != "PROPN"}
    for token in grammar.tokens:
        is_main = token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass")
        if is_main and token.lemma == "have" and grammar.children(token.index, "dobj"):
            found[token.index] = token
    return [token for _, token in sorted(found.items())]


def _sentence(told: Told, token: Token) -> int:
    """The number of its sentence as the set counts them; 0 is the title, or none."""
    holds = (n for n, (start, end) in told.sentences.items() if start <= token.start < end)
    return next(holds, 0)


def _nearest(times: Sequence[TimeExpression], found: Annotations, token: Token) -> str | None:
    sentence = found.sentences[token.sentence]
    near = [
        (abs(one.words.start - token.start), one.when.edtf)
        for one in times
        if one.when is not None and sentence.start <= one.words.start < sentence.end
    ]
    return min(near)[1] if near else None


def _means(grammar: Grammar, found: Annotations) -> dict[int, frozenset[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    for chain in found.chains:
        for mention in chain.mentions:
            for token in grammar.within(mention.words):
                names[token.index].update(map(fold_name, (chain.name, *chain.names)))
    return {index: frozenset(some) for index, some in names.items()}


def _arguments(grammar: Grammar, word: Token) -> Iterator[int]:
    heads = list(grammar.children(word.index, *SUBJECTS, *_OBJECTS, "poss", "compound"))
    for under in grammar.children(word.index, "prep", "agent"):
        heads += grammar.children(under.index, "pobj")
    if word.pos == "VERB" and not grammar.children(word.index, *SUBJECTS):
        heads += _understood(grammar, word)
    for head in heads:
        yield from _phrase(grammar, head)


def _understood(grammar: Grammar, verb: Token) -> Sequence[Token]:
    """The subject of a verb that has none: a verb's above it, or the noun that it describes."""
    if verb.dep in ("relcl", "acl", "amod"):
        return [grammar.tokens[verb.head]]
    for _ in range(_STEPS_UP):
        if verb.dep not in _WITHOUT_SUBJECT:
            break
        verb = grammar.tokens[verb.head]
        if found := grammar.children(verb.index, *SUBJECTS):
            return found
    return ()


def _phrase(grammar: Grammar, head: Token) -> Iterator[int]:
    """A noun and what stands with it, without clauses."""
    yield head.index
    for child in grammar.children(head.index, *_WITHIN):
        yield from _phrase(grammar, child)


# ---------------------------------------------------------------------------------- timelines


def draw_timeline(target: str, reports: Sequence[ReadReport]) -> tuple[Line, ...]:
    """The timeline of an entity: words joined into events, those of one day at one time."""
    chosen: list[EventWord] = []
    tellings: list[EventTelling] = []
    for report in reports:
        about = words_for(target, report)
        kept = [
            (word, mention)
            for word, mention in zip(report.words, report.telling.mentions, strict=True)
            if not (word.is_denied or word.token.index in about or about.isdisjoint(word.near))
        ]
        chosen += [word for word, _ in kept]
        tellings.append(replace(report.telling, mentions=tuple(one for _, one in kept)))
    days = {report.told.number: _published(report) for report in reports}
    events = []
    for same in join_mentions(tellings):
        words = [chosen[number] for number in same.mentions]
        given = Counter(word.day for word in words if word.day)
        day = min(given, key=lambda edtf: (-given[edtf], edtf), default=None)
        day = day or min(days[word.mention[0]] for word in words)
        events.append((_as_printed(day), frozenset(word.mention for word in words)))
    return _in_order(events)


def draw_simply(target: str, reports: Sequence[ReadReport]) -> tuple[Line, ...]:
    """The peer: every event word of a sentence that prints the name, at the nearest time there."""
    events = []
    for report in reports:
        tokens = report.grammar.tokens
        named = {tokens[index].sentence for index in _printed(target, report)}
        events += [
            (_as_printed(word.nearest or _published(report)), frozenset([word.mention]))
            for word in report.words
            if word.token.sentence in named
        ]
    return _in_order(events)


def words_for(target: str, report: ReadReport) -> frozenset[int]:
    """Indexes of the words that mean an entity: by its chains, and where its name is printed."""
    names = frozenset(map(fold_name, _names(target)))
    known = (index for index, some in report.means.items() if not names.isdisjoint(some))
    return frozenset(known) | _printed(target, report)


def _printed(target: str, report: ReadReport) -> frozenset[int]:
    text, any_name = report.told.report.text, "|".join(map(re.escape, _names(target)))
    found = re.finditer(rf"\b(?:{any_name})(?:s|es)?\b", text, re.IGNORECASE)
    spans = (cut(text, *one.span()) for one in found)
    return frozenset(token.index for span in spans for token in report.grammar.within(span))


def _names(target: str) -> list[str]:
    """A name, and it without its first word where that tells as much: "787 Dreamliner", "A380"."""
    _, _, rest = target.partition(" ")
    tells = " " in rest or re.search(r"[a-z]+\d{2}|\d{2}[a-z]", rest, re.IGNORECASE)
    return [target, rest] if tells else [target]


def _published(report: ReadReport) -> str:
    return (report.told.report.published or UNKNOWN)[:10]


def _as_printed(edtf: str) -> str:
    """As the task prints a time: the first of a range, without hours or marks of doubt."""
    first = re.match(r"\d{4}(?:-\d\d){0,2}", edtf)
    return first[0] if first else UNKNOWN


def _in_order(events: Iterable[tuple[str, frozenset[Mention]]]) -> tuple[Line, ...]:
    listed = sorted(events, key=lambda one: (one[0], sorted(one[1])))
    days = sorted({day for day, _ in listed} - {UNKNOWN})
    place = {day: number for number, day in enumerate(days, start=1)}
    return tuple(Line(place.get(day, 0), day, mentions) for day, mentions in listed)
