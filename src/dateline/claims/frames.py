"""Whether a sentence tells on of what a story told of so far, and what a story has told of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.records import SUBJECTS, Chain, Grammar, Sentence, Token, When, Where

_TELLS_ON = {"then", "also", "there"}
_ANAPHORIC = {
    "the", "this", "that", "these", "those", "some", "other", "both", "his", "her", "their", "its",
}  # fmt: skip
THIRD = {"he", "she", "they"}
_VOTING = {"oppose", "support", "back", "approve", "reject", "pass", "adopt", "vote", "defeat"}
"""Verbs of what those do who sit in the same sitting."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that a word of the report tells of, and what is known of it.

    Attributes:
        kinds: What it may be called again.
    """

    token: Token
    kinds: frozenset[str]
    when: When | None
    where: Where | None


@dataclass(slots=True)
class Frame:
    """The time and place that a sentence tells in, and whom and what the story told of so far."""

    when: When | None
    where: Where | None
    paragraph: int
    people: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Continuation:
    """Tells which sentences of one report go on with a story.

    Attributes:
        sentences: Those of the report, by their number.
        chains: By the token that heads a mention of them.
        hours: Numbers of the sentences that name a time of day.
    """

    grammar: Grammar
    sentences: Sequence[Sentence]
    chains: Mapping[int, tuple[Chain, ...]]
    hours: frozenset[int]

    def goes_on(self, frame: Frame, root: Token) -> bool:
        """Whether a sentence tells on: of the same people or things, or by a word that says so."""
        subjects = self.grammar.children(root.index, *SUBJECTS)
        if any(s.text.casefold() in THIRD for s in subjects):
            return True
        if any(
            s.lemma.casefold() in frame.nouns and points_back(self.grammar, s) for s in subjects
        ):
            return True
        adverbs = {c.text.casefold() for c in self.grammar.children(root.index, "advmod")}
        if self.sentences[root.sentence].paragraph != frame.paragraph:
            recalls = adverbs & _TELLS_ON or self._recalls(frame, root)
            return bool(recalls) and self.is_of(frame, root)
        if adverbs & _TELLS_ON or root.sentence in self.hours or self.is_of(frame, root):
            return True
        return root.lemma in _VOTING and self._is_on(frame, root)

    def _is_on(self, frame: Frame, root: Token) -> bool:
        """Whether a verb has a thing of the story for its object: "opposed both bills"."""
        objects = (
            *self.grammar.children(root.index, "dobj"),
            *(
                noun
                for prep in self.grammar.children(root.index, "prep")
                for noun in self.grammar.children(prep.index, "pobj")
            ),
        )
        return any(
            noun.pos == "NOUN" and noun.lemma.casefold() in frame.nouns
            for thing in objects
            if points_back(self.grammar, thing)
            for noun in map(self.grammar.tokens.__getitem__, self.grammar.subtree(thing.index))
        )

    def is_of(self, frame: Frame, root: Token) -> bool:
        """Whether the subject of a sentence is somebody that the story has told of."""
        subjects = self.grammar.children(root.index, *SUBJECTS)
        return bool({c.id for s in subjects for c in self.chains.get(s.index, ())} & frame.people)

    def _recalls(self, frame: Frame, root: Token) -> bool:
        """Whether a sentence names something of the story again: "in the text of the speech"."""
        return any(
            noun.pos == "NOUN"
            and noun.lemma.casefold() in frame.nouns
            and points_back(self.grammar, noun)
            for prep in self.grammar.children(root.index, "prep")
            for noun in map(self.grammar.tokens.__getitem__, self.grammar.subtree(prep.index))
        )

    def note(self, frame: Frame, root: Token) -> None:
        """Add to a story whom and what a sentence tells of."""
        for index in self.grammar.subtree(root.index):
            frame.people |= {c.id for c in self.chains.get(index, ())}
            token = self.grammar.tokens[index]
            if token.pos in ("NOUN", "PROPN"):  # "the court" is a "Supreme Court" told of before
                frame.nouns.add(token.lemma.casefold())


def points_back(grammar: Grammar, noun: Token) -> bool:
    """Whether a noun speaks of something told before: "the march", "their demands"."""
    determiners = grammar.children(noun.index, "det", "amod", "poss")
    return any(d.text.casefold() in _ANAPHORIC for d in determiners)


class ToldBefore:
    """What a report told of, by what it may be called again."""

    def __init__(self, sentences: Sequence[Sentence], occurrences: Sequence[Occurrence]) -> None:
        """Take down the occurrences, which are in text order, that have a time or a place."""
        self._sentences = sentences
        self._kinds = {o.token.index: o.kinds for o in occurrences}
        self._by_kind: dict[str, list[Occurrence]] = {}
        for occurrence in occurrences:
            if occurrence.when is not None or occurrence.where is not None:
                for kind in occurrence.kinds:
                    self._by_kind.setdefault(kind, []).append(occurrence)

    def last(self, noun: Token) -> Occurrence | None:
        """What a noun speaks of again: the last thing told before that it may be called."""
        if noun.pos != "NOUN":
            return None
        kinds = self._kinds.get(noun.index, frozenset()) | {noun.lemma.casefold()}
        first = self._sentences[noun.sentence].first
        before = []
        for kind in sorted(kinds):
            told = self._by_kind.get(kind, [])
            end = bisect_left(told, first, key=lambda o: o.token.index)
            before += told[end - 1 : end] if end else []
        return max(before, key=lambda o: o.token.index, default=None)
