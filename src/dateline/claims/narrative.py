"""When and where, carried by discourse: a story told on has the day and place of its beginning.

"On Friday the crowd gathered in Lima. It blocked the exits." A date on a main clause in the simple
past opens a frame; the next sentences stay in it while they tell on of the same people, or speak of
what was told ("the march lasted an hour"). A date at the front of its sentence opens a new frame,
so nothing before it takes it; one at the end may also be the day of the sentences before it in its
paragraph.

Source: M. Charolles and others, "Temporal and spatial dimensions of discourse organisation" (2005),
on fronted adverbials; A. Lascarides and N. Asher, "Temporal interpretation, discourse relations and
commonsense entailment" (1993), on the simple past.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date

from dateline.claims.tellings import Tellings
from dateline.records import SUBJECTS, Annotations, Chain, Grammar, Token, When, Where

_LONGEST_FRONTED, _LONGEST = 366, 7
"""Days of the coarsest date of a story: at the front of its sentence, and elsewhere in it."""
_TELLS_ON = {"then", "also", "there"}
_ANAPHORIC = {
    "the", "this", "that", "these", "those", "some", "other", "both", "his", "her", "their", "its",
}  # fmt: skip
_THIRD = {"he", "she", "they"}
_TIMING = {"on", "since", "until", "before", "after", "by"}
_PLACING = {
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "off",
    "around",
    "across",
    "from",
    "to",
    "into",
}
_OF_OCCASION = {"during", "at", "in", "amid", "throughout"}
_TAKING_PART = {
    "attend", "join", "lead", "host", "hold", "open", "close", "organise", "organize", "chair",
    "skip", "leave", "enter", "stage", "watch", "follow", "interrupt", "disrupt", "end", "begin",
    "start", "continue", "resume", "adjourn", "suspend", "witness", "address", "deliver",
}  # fmt: skip
"""Verbs that take what one is at; other verbs speak of it: "criticised the talks"."""


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


class Narrative:
    """Which sentences of a report tell on, and in which frame."""

    def __init__(
        self,
        grammar: Grammar,
        annotations: Annotations,
        chains: Mapping[int, tuple[Chain, ...]],
        occurrences: Sequence[Occurrence],
        published: date | None = None,
    ) -> None:
        """Read the report.

        Args:
            chains: By the token that heads a mention of them.
            occurrences: In text order.
            published: The last day that the report can tell of as past; None if it is not known.
        """
        self._published = published
        self.grammar = grammar
        self.sentences = annotations.sentences
        self.tellings = Tellings(grammar, annotations.sentences)
        self.chains = chains
        self._dates = self._dated(annotations)
        self._hours = {
            inside[0].sentence
            for t in annotations.times
            if t.kind == "time" and (inside := grammar.within(t.words))
        }
        self._timed = {
            inside[0].sentence
            for t in annotations.times
            if t.kind == "date" and (inside := grammar.within(t.words))
        } | {grammar.tokens[noun].sentence for noun, _ in annotations.event_dates}
        self._named = {
            inside[-1].index
            for p in annotations.places
            if p.use == "place" and (inside := grammar.within(p.words))
        }
        self._places: dict[int, Where] = {}
        self._by_kind: dict[str, list[Occurrence]] = {}
        self._kinds = {o.token.index: o.kinds for o in occurrences}
        for occurrence in occurrences:
            where = occurrence.where
            if where is not None and self.tellings.clause_of(occurrence.token) is not None:
                self._places.setdefault(occurrence.token.sentence, where)
            if occurrence.when is not None or where is not None:
                for kind in occurrence.kinds:
                    self._by_kind.setdefault(kind, []).append(occurrence)
        self._frames = self._walk()

    def when(self, token: Token) -> When | None:
        """The time of the frame that a word's telling stands in; None if it stands in none."""
        frame = self._frame(token)
        return frame[0] if frame else None

    def where(self, token: Token) -> Where | None:
        """The place of the frame that a word's telling stands in; None if it stands in none."""
        frame = self._frame(token)
        return frame[1] if frame else None

    def _frame(self, token: Token) -> tuple[When | None, Where | None] | None:
        clause = self.tellings.clause_of(token)
        if clause is None:
            return None
        subjects = self.grammar.children(clause.index, *SUBJECTS)
        own_date = self._dates.get(token.sentence)
        is_other = clause.dep == "conj" and any(s.text.casefold() not in _THIRD for s in subjects)
        if is_other and own_date and not own_date[1]:
            return None  # "He left on Monday, and the mayor resigned"
        return self._frames.get(token.sentence)

    # ------------------------------------------------------------------------------- frames

    def _dated(self, annotations: Annotations) -> dict[int, tuple[When, bool]]:
        """The date on the main clause of each sentence, and whether it stands at the front."""
        found: dict[int, tuple[When, bool]] = {}
        for expression in annotations.times:
            inside = self.grammar.within(expression.words)
            if expression.when is None or not inside:
                continue
            root = self.tellings.root(inside[0].sentence)
            if root is None:
                continue
            is_fronted = self.tellings.is_fronted(inside[0])
            days = _days(expression.when)
            start = expression.when.start
            if self._published and start and start > self._published:
                continue
            if days <= (_LONGEST_FRONTED if is_fronted else _LONGEST) and (
                is_fronted or self.tellings.hangs_on_main(inside[0])
            ):
                found.setdefault(root.sentence, (expression.when, is_fronted))
        return found

    def _walk(self) -> dict[int, tuple[When | None, Where | None]]:
        told: dict[int, tuple[When | None, Where | None]] = {}
        frame: Frame | None = None
        for number, sentence in enumerate(self.sentences):
            root = self.tellings.root(number)
            if sentence.heading:
                frame = None
            if root is None or sentence.heading:
                continue
            date, place = self._dates.get(number), self._places.get(number)
            if date is not None:
                if not date[1]:
                    self._tell_back(told, number, date[0])
                goes_on = frame is not None and date[0].basis == "event"  # "later that day"
                if frame is not None and goes_on and self._goes_on(frame, root):
                    place = place or frame.where
                frame = Frame(date[0], place, sentence.paragraph)
            elif (
                not self.tellings.is_told(root)
                or self.tellings.is_elsewhen(root)
                or self.tellings.is_state(root)
            ):
                frame = None if self.tellings.is_later(root) else frame
                continue
            elif frame is not None and self._goes_on(frame, root):
                frame.paragraph = sentence.paragraph
                frame.where = place or frame.where
            else:
                again = self._spoken_of(root, place)
                if again is None and frame is not None and self._is_of(frame, root):
                    continue  # nothing says that it is the same day, but the story may go on
                frame = again
            if frame is not None:
                self._note(frame, root)
                told[number] = (
                    frame.when if date else self._carried_time(frame, root),
                    place or self._carried_place(frame, root),
                )
        return told

    def _tell_back(
        self, told: dict[int, tuple[When | None, Where | None]], number: int, when: When
    ) -> None:
        """Give a date at the end of its sentence to the sentences of its paragraph before it."""
        paragraph = self.sentences[number].paragraph
        for before in range(number - 1, -1, -1):
            root = self.tellings.root(before)
            if self.sentences[before].paragraph != paragraph or root is None:
                return
            earlier = told.get(before, (None, None))
            if earlier[0] is not None or self.sentences[before].heading:
                return
            if not self.tellings.is_told(root) or self.tellings.is_elsewhen(root):
                return
            if before in self._timed or self.tellings.is_state(root):
                return
            reason = f"told before “{when.words.exact}” in its paragraph"
            told[before] = (replace(when, reasons=(*when.reasons, reason)), earlier[1])

    def _carried_time(self, frame: Frame, root: Token) -> When | None:
        """The time of a story, for a sentence that has no words of time of its own."""
        if frame.when is None or root.sentence in self._timed or self._is_set(root, _TIMING):
            return None
        reason = f"the story goes on from “{frame.when.words.exact}”"
        return replace(frame.when, reasons=(*frame.when.reasons, reason))

    def _carried_place(self, frame: Frame, root: Token) -> Where | None:
        """The place of a story, for a sentence that names no place of its own."""
        if frame.where is None or self._is_set(root, _PLACING):
            return None
        if any(index in self._named for index in self.grammar.subtree(root.index)):
            return None
        reason = f"the story goes on from “{frame.where.words.exact}”"
        return replace(frame.where, reasons=(*frame.where.reasons, reason))

    def _is_set(self, root: Token, prepositions: set[str]) -> bool:
        """Whether a clause says when or where by a name or figure, known to us or not."""
        return any(
            noun.pos in ("PROPN", "NUM")
            for prep in self.grammar.children(root.index, "prep")
            if prep.text.casefold() in prepositions
            for noun in self.grammar.children(prep.index, "pobj")
        )

    def _goes_on(self, frame: Frame, root: Token) -> bool:
        """Whether a sentence tells on: of the same people or things, or by a word that says so."""
        subjects = self.grammar.children(root.index, *SUBJECTS)
        if any(s.text.casefold() in _THIRD for s in subjects):
            return True
        if any(s.lemma.casefold() in frame.nouns and self._points_back(s) for s in subjects):
            return True
        adverbs = {c.text.casefold() for c in self.grammar.children(root.index, "advmod")}
        if self.sentences[root.sentence].paragraph != frame.paragraph:
            recalls = adverbs & _TELLS_ON or self._recalls(frame, root)
            return bool(recalls) and self._is_of(frame, root)
        return bool(adverbs & _TELLS_ON or root.sentence in self._hours) or self._is_of(frame, root)

    def _is_of(self, frame: Frame, root: Token) -> bool:
        """Whether the subject of a sentence is somebody that the story has told of."""
        subjects = self.grammar.children(root.index, *SUBJECTS)
        return bool({c.id for s in subjects for c in self.chains.get(s.index, ())} & frame.people)

    def _recalls(self, frame: Frame, root: Token) -> bool:
        """Whether a sentence names something of the story again: "in the text of the speech"."""
        return any(
            noun.pos == "NOUN" and noun.lemma.casefold() in frame.nouns and self._points_back(noun)
            for prep in self.grammar.children(root.index, "prep")
            for noun in map(self.grammar.tokens.__getitem__, self.grammar.subtree(prep.index))
        )

    def _spoken_of(self, root: Token, place: Where | None) -> Frame | None:
        """The frame of what a sentence speaks of again: "the march", "during the talks"."""
        paragraph = self.sentences[root.sentence].paragraph
        prepositions = self.grammar.children(root.index, "prep")
        nouns = [
            *self.grammar.children(root.index, *SUBJECTS),
            *(self.grammar.children(root.index, "dobj") if root.lemma in _TAKING_PART else ()),
            *(
                noun
                for prep in prepositions
                if prep.text.casefold() in _OF_OCCASION
                for noun in self.grammar.children(prep.index, "pobj")
            ),
        ]
        for noun in nouns:
            if noun.pos != "NOUN" or not self._points_back(noun):
                continue
            told = self._told_before(noun)
            if told is not None:
                return Frame(told.when, place or told.where, paragraph)
        return Frame(None, place, paragraph) if place is not None else None

    def _told_before(self, noun: Token) -> Occurrence | None:
        """What a noun speaks of again: the last thing told before that it may be called."""
        kinds = self._kinds.get(noun.index, frozenset()) | {noun.lemma.casefold()}
        first = self.sentences[noun.sentence].first
        before = []
        for kind in sorted(kinds):
            told = self._by_kind.get(kind, [])
            end = bisect_left(told, first, key=lambda o: o.token.index)
            before += told[end - 1 : end] if end else []
        return max(before, key=lambda o: o.token.index, default=None)

    def _points_back(self, noun: Token) -> bool:
        determiners = self.grammar.children(noun.index, "det", "amod", "poss")
        return any(d.text.casefold() in _ANAPHORIC for d in determiners)

    def _note(self, frame: Frame, root: Token) -> None:
        for index in self.grammar.subtree(root.index):
            frame.people |= {c.id for c in self.chains.get(index, ())}
            token = self.grammar.tokens[index]
            if token.pos == "NOUN":
                frame.nouns.add(token.lemma.casefold())


def _days(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else MAXYEAR
