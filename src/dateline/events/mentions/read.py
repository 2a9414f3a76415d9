"""Words that tell of an event → what they say of it, in words that can be compared over reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.events.event_words import lemma_of
from dateline.records import Annotations, Chain, Grammar, Quote, Token, chains_at
from dateline.records.grammar import SUBJECTS

Days = tuple[date, date | None]
Terms = frozenset[str]
"""Lemmas; the last word of a name has "#" before it, so that Mr Bush is no bush."""

_SAYING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_NEAR = 3
_MOST_TOGETHER = 6
_STEPS_UP = 3
_SUBJECTS_OF = ("whom", "on", "of", "against")


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention, made comparable.

    Attributes:
        report: Whatever names the report.
        head: Index of the word that the mention is about; -1 where it is none of the parse.
        lemma: Its lemma, folded.
        kind: "verb", "noun", "name" or "other", by its part of speech.
        type: The lexicon's type of the event; "" if it has none.
        who, whom: Of those who do it and whom or what it is done to.
        beside: Of others that take part: after prepositions, or beside it in its sentence.
        modifiers: Words that say what kind of event it is, with the other words of the mention.
        particles: "off" of "made off".
        numbers: That count it.
        near: The few words round it.
        around: All that its sentence says.
        governor: The word above it, and how it hangs on it.
        day: Of the time in its sentence that stands nearest.
        places: Names of the places in its sentence.
        is_first: Whether it stands in a title or an opening sentence.
    """

    report: str
    words: Quote
    head: int = -1
    sentence: int = -1
    lemma: str = ""
    kind: str = "other"
    type: str = ""
    who: Terms = frozenset()
    whom: Terms = frozenset()
    beside: Terms = frozenset()
    modifiers: Terms = frozenset()
    particles: Terms = frozenset()
    numbers: Terms = frozenset()
    near: Terms = frozenset()
    around: Terms = frozenset()
    governor: tuple[str, str] = ("", "")
    day: Days | None = None
    places: frozenset[str] = frozenset()
    is_negated: bool = False
    is_first: bool = False

    @property
    def everyone(self) -> Terms:
        return self.who | self.whom | self.beside

    @property
    def is_pronoun(self) -> bool:
        """Whether it only points at an event told elsewhere."""
        return self.lemma in _PRONOUNS


_PRONOUNS = frozenset(("it", "this", "that", "they", "which", "these", "those"))
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "name"}


@dataclass(frozen=True, slots=True)
class EventTelling:
    """What one report tells: its mentions, in their order, and the words it uses.

    Attributes:
        words: Lemma → how often it is used.
        sentences: The lemmas of each sentence.
    """

    report: str
    mentions: tuple[EventMention, ...]
    words: Mapping[str, int]
    sentences: tuple[Terms, ...]


def read_event_mentions(
    report: str,
    grammar: Grammar,
    found: Annotations,
    mentions: Sequence[Quote],
    types: Mapping[int, str] | None = None,
) -> EventTelling:
    """A report's mentions of events made comparable, in their order.

    Args:
        types: Index of a word that carries an event → the event's type.
    """
    reader = _Reader(report, grammar, found, types or {})
    counts: dict[str, int] = {}
    for token in grammar.tokens:
        if token.pos in ("NOUN", "PROPN", "VERB") and len(token.text) > 2:
            word = token.lemma.casefold()
            counts[word] = counts.get(word, 0) + 1
    sentences = tuple(
        frozenset(
            lemma_of(t.text, t.lemma, t.pos)
            for t in grammar.tokens[one.first : one.last]
            if t.pos in ("NOUN", "PROPN", "VERB") and len(t.text) > 2
        )
        for one in found.sentences
    )
    return EventTelling(report, tuple(map(reader.read, mentions)), counts, sentences)


def head_of_event(grammar: Grammar, words: Quote) -> Token | None:
    """The word that a mention is about: of its words the highest; None outside the parse."""
    inside = {token.index: token for token in grammar.within(words)}
    tops = [t for t in inside.values() if t.head == t.index or t.head not in inside]
    saying = [t for t in tops if t.pos not in ("ADP", "DET", "PUNCT", "PART", "SCONJ", "CCONJ")]
    below = [t for t in inside.values() if t.pos in ("NOUN", "VERB", "PROPN", "ADJ")]
    return next(iter((*saying, *below, *tops)), None)


class _Parts:
    """Terms gathered by the part that they take."""

    def __init__(self) -> None:
        self.who: set[str] = set()
        self.whom: set[str] = set()
        self.beside: set[str] = set()
        self.modifiers: set[str] = set()
        self.numbers: set[str] = set()


class _Reader:
    """One report's parse and findings, asked about mentions."""

    def __init__(
        self, report: str, grammar: Grammar, found: Annotations, types: Mapping[int, str]
    ) -> None:
        self._report, self._grammar, self._found, self._types = report, grammar, found, types
        self._chains: Mapping[int, tuple[Chain, ...]] = chains_at(grammar, found.chains)

    def read(self, words: Quote) -> EventMention:
        head = head_of_event(self._grammar, words)
        if head is None:
            return EventMention(self._report, words)
        parts = _Parts()
        (self._of_verb if head.pos in ("VERB", "AUX") else self._of_noun)(head, parts)
        for token in self._grammar.within(words):
            if token.index != head.index:
                into = parts.numbers if token.pos == "NUM" else parts.modifiers
                into.update({token.lemma.casefold()} if token.pos != "PROPN" else _name(token.text))
        lemma = lemma_of(head.text, head.lemma, head.pos)
        sentence = self._found.sentences[head.sentence]
        first, last = max(sentence.first, head.index - _NEAR), head.index + _NEAR + 1
        near = self._grammar.tokens[first : min(sentence.last, last)]
        around = self._grammar.tokens[sentence.first : sentence.last]
        above = self._grammar.tokens[head.head]
        return EventMention(
            self._report, words, head.index, head.sentence, lemma,
            kind=_KINDS.get(head.pos, "other"),
            type=self._types.get(head.index, ""),
            who=frozenset(parts.who), whom=frozenset(parts.whom),
            beside=frozenset(parts.beside), modifiers=frozenset(parts.modifiers),
            particles=frozenset(t.lemma for t in self._grammar.children(head.index, "prt")),
            numbers=frozenset(parts.numbers),
            near=frozenset(
                t.lemma.casefold() for t in near if t.index != head.index and t.pos in _SAYING
            ),
            around=frozenset(term for t in around for term in self._terms_of(t)) - {lemma},
            governor=(above.lemma.casefold(), head.dep),
            day=self._day(head, sentence.start, sentence.end),
            places=frozenset(
                place.where.name.casefold()
                for place in self._found.places
                if place.use == "place" and sentence.start <= place.words.start < sentence.end
            ),
            is_negated=bool(self._grammar.children(head.index, "neg")),
            is_first=head.sentence <= 1,
        )  # fmt: skip

    def _terms_of(self, token: Token) -> set[str]:
        """What a word says of whom it means: its lemma, and the names its report ties it to."""
        found = {"#" + chain.name.casefold().split()[-1] for chain in self._chain_at(token)}
        if token.pos == "PROPN":
            found |= _name(token.text)
        elif token.pos in _SAYING:
            found.add(token.lemma.casefold())
        return found

    def _chain_at(self, token: Token) -> tuple[Chain, ...]:
        return self._chains.get(token.index, ())

    def _terms(self, token: Token) -> Iterator[str]:
        for one in self._grammar.conjuncts(token.index)[:_MOST_TOGETHER]:
            yield from self._terms_of(one)
            for other in self._grammar.children(one.index, "appos"):
                yield from self._terms_of(other)
            if one.pos in ("NUM", "DET", "PRON"):  # "one of the men"
                for other in self._objects(one, "of"):
                    yield from self._terms_of(other)

    def _objects(self, token: Token, *prepositions: str) -> Iterator[Token]:
        """The objects of the prepositions under a word; of all if none are given."""
        for under in self._grammar.children(token.index, "prep", "agent"):
            if not prepositions or under.text.casefold() in prepositions:
                yield from self._grammar.children(under.index, "pobj")

    def _of_verb(self, verb: Token, parts: _Parts) -> None:
        doers = self._grammar.children(verb.index, "nsubj")
        done_to = self._grammar.children(verb.index, "nsubjpass", "dobj", "attr", "dative", "oprd")
        for child in done_to:
            parts.whom.update(self._terms(child))
        for under in self._grammar.children(verb.index, "agent", "prep"):
            into = parts.who if under.dep == "agent" else parts.beside
            for child in self._grammar.children(under.index, "pobj"):
                into.update(self._terms(child))
        parts.modifiers.update(t.lemma for t in self._grammar.children(verb.index, "prt"))
        for child in doers:
            parts.who.update(self._terms(child))
        if not doers and not any(child.dep == "nsubjpass" for child in done_to):
            self._of_clause(verb, parts)
        elif verb.dep == "relcl" and any(child.tag in ("WP", "WDT") for child in doers):
            parts.who.update(self._terms(self._grammar.tokens[verb.head]))

    def _of_clause(self, verb: Token, parts: _Parts) -> None:
        """For a verb without a subject: the noun that it describes, or the subject above it."""
        above = self._grammar.tokens[verb.head]
        if verb.dep in ("relcl", "acl", "amod"):
            passive = verb.dep != "relcl" and (verb.tag == "VBN" or verb.dep == "amod")
            (parts.whom if passive else parts.who).update(self._terms_of(above))
            return
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp"):
            return
        for _ in range(_STEPS_UP):
            for child in self._grammar.children(above.index, *SUBJECTS):
                passive = verb.dep == "conj" and child.dep == "nsubjpass"
                (parts.whom if passive else parts.who).update(self._terms(child))
            if parts.who or above.head == above.index:
                return
            if above.dep in ("relcl", "acl"):
                parts.who.update(self._terms_of(self._grammar.tokens[above.head]))
                return
            above = self._grammar.tokens[above.head]

    def _of_noun(self, noun: Token, parts: _Parts) -> None:
        for child in self._grammar.children(noun.index):
            if child.dep == "poss":
                parts.who.update(self._terms(child))
            elif child.dep in ("compound", "amod", "nmod"):
                parts.modifiers.update(self._terms_of(child))
            elif child.dep == "nummod":
                parts.numbers.add(child.text.casefold())
            elif child.dep == "prep":
                into = {"by": parts.who, **dict.fromkeys(_SUBJECTS_OF, parts.whom)}.get(
                    child.text.casefold(), parts.beside
                )
                for other in self._grammar.children(child.index, "pobj"):
                    into.update(self._terms(other))
        above = self._grammar.tokens[noun.head]
        if noun.dep in ("compound", "amod", "nmod"):
            parts.beside.update(self._terms_of(above))
        verb = self._grammar.tokens[above.head] if noun.dep == "pobj" else above
        if noun.dep in ("dobj", "nsubj", "nsubjpass", "attr") or (
            noun.dep == "pobj" and verb.pos == "VERB"
        ):
            others = self._grammar.children(verb.index, "nsubj", "nsubjpass", "dobj")
            for other in (*others, *self._objects(verb)):
                if other.index != noun.index:
                    parts.beside.update(self._terms(other))

    def _day(self, head: Token, start: int, end: int) -> Days | None:
        found = [
            (abs(one.words.start - head.start), one.words.start, one.when)
            for one in self._found.times
            if start <= one.words.start < end and one.kind in ("date", "time")
        ]
        days = [(at, place, when) for at, place, when in found if when and when.start]
        if not days:
            return None
        _, _, when = min(days, key=lambda one: one[:2])
        assert when is not None
        assert when.start is not None
        return when.start, when.end


def _name(text: str) -> set[str]:
    return {"#" + text.casefold()}
