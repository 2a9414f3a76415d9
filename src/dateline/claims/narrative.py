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

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import MAXYEAR, date

from dateline.claims.frames import THIRD, Continuation, Frame, Occurrence, ToldBefore, points_back
from dateline.claims.tellings import Tellings
from dateline.records import (
    SUBJECTS,
    Annotations,
    Chain,
    Grammar,
    TimeExpression,
    Token,
    When,
    Where,
)

_LONGEST_FRONTED, _LONGEST = 366, 7
"""Days of the coarsest date of a story: at the front of its sentence, and elsewhere in it."""
_TIMING = {"on", "since", "until", "before", "after", "by"}
_PLACING = {
    "in", "at", "near", "outside", "inside", "off", "around", "across", "from", "to", "into",
}  # fmt: skip
_OF_OCCASION = {"during", "at", "in", "amid", "throughout"}
_FOLLOWING = {"after", "following"}
_TAKING_PART = {
    "attend", "join", "lead", "host", "hold", "open", "close", "organise", "organize", "chair",
    "skip", "leave", "enter", "stage", "watch", "follow", "interrupt", "disrupt", "end", "begin",
    "start", "continue", "resume", "adjourn", "suspend", "witness", "address", "deliver",
}  # fmt: skip
"""Verbs that take what one is at; other verbs speak of it: "criticised the talks"."""


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
        self._dates = self._dated(annotations)
        hours = frozenset(
            inside[0].sentence
            for t in annotations.times
            if t.kind == "time" and (inside := grammar.within(t.words))
        )
        self._continuation = Continuation(grammar, self.sentences, chains, hours)
        self._timed = {
            inside[0].sentence
            for t in annotations.times
            if (t.kind == "date" or _names_a_day(t)) and (inside := grammar.within(t.words))
        } | {grammar.tokens[noun].sentence for noun, _ in annotations.event_dates}
        self._named = {
            inside[-1].index
            for p in annotations.places
            if p.use == "place" and (inside := grammar.within(p.words))
        }
        self._set_apart = self._dated_apart(annotations)
        self._places: dict[int, Where] = {}
        self._told = ToldBefore(self.sentences, occurrences)
        for occurrence in occurrences:
            where = occurrence.where
            if where is not None and self.tellings.clause_of(occurrence.token) is not None:
                self._places.setdefault(occurrence.token.sentence, where)
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
        is_today = self._is_today(self._frames.get(token.sentence, (None, None))[0])
        clause = self.tellings.clause_of(token, even_later=is_today)
        if clause is None:
            return None
        subjects = self.grammar.children(clause.index, *SUBJECTS)
        own_date = self._dates.get(token.sentence)
        is_other = clause.dep == "conj" and any(s.text.casefold() not in THIRD for s in subjects)
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

    def _dated_apart(self, annotations: Annotations) -> dict[int, When]:
        """The date before each main clause that may date something else: "in the May deal, …"."""
        found: dict[int, When] = {}
        for expression in annotations.times:
            inside = self.grammar.within(expression.words)
            if expression.when is None or not inside or not expression.when.start:
                continue
            if self.tellings.is_before_main(inside[0]):
                found.setdefault(inside[0].sentence, expression.when)
        return found

    def _is_today(self, when: When | None) -> bool:
        """Whether a story is of the report's own day: what came later, came on that day too."""
        return when is not None and when.start is not None and when.start == self._published

    def _is_told(self, frame: Frame | None, root: Token) -> bool:
        """Whether a main clause tells what happened, at the time of the story."""
        if not self.tellings.is_told(root) or self.tellings.is_state(root):
            return False
        if frame is not None and self._is_today(frame.when):
            return not self.tellings.is_earlier(root)
        return not self.tellings.is_elsewhen(root)

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
                if not date[1] and date[0].basis != "event":
                    self._tell_back(told, number, date[0])
                goes_on = frame is not None and date[0].basis == "event"  # "later that day"
                if frame is not None and goes_on and self._continuation.goes_on(frame, root):
                    place = place or frame.where
                frame = Frame(date[0], place, sentence.paragraph)
            elif not self._is_told(frame, root):
                frame = None if self.tellings.is_later(root) else frame
                continue
            elif frame is not None and self._is_set_apart(frame, number):
                frame = None
                continue
            elif frame is not None and self._continuation.goes_on(frame, root):
                frame.paragraph = sentence.paragraph
                frame.where = place or frame.where
            else:
                again = self._spoken_of(root, place)
                if again is None and frame is not None and self._continuation.is_of(frame, root):
                    continue  # nothing says that it is the same day, but the story may go on
                frame = again
            if frame is not None:
                self._continuation.note(frame, root)
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
        if (
            frame.when is None
            or root.sentence in self._timed
            or _is_set(self.grammar, root, _TIMING)
        ):
            return None
        reason = f"the story goes on from “{frame.when.words.exact}”"
        return replace(frame.when, reasons=(*frame.when.reasons, reason))

    def _carried_place(self, frame: Frame, root: Token) -> Where | None:
        """The place of a story, for a sentence that names no place of its own."""
        if frame.where is None or _is_set(self.grammar, root, _PLACING):
            return None
        if any(index in self._named for index in self.grammar.subtree(root.index)):
            return None
        reason = f"the story goes on from “{frame.where.words.exact}”"
        return replace(frame.where, reasons=(*frame.where.reasons, reason))

    def _is_set_apart(self, frame: Frame, number: int) -> bool:
        """Whether a sentence begins with a date that is not the story's."""
        apart = self._set_apart.get(number)
        return apart is not None and frame.when is not None and apart.edtf != frame.when.edtf

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
            told = self._told.last(noun) if points_back(self.grammar, noun) else None
            if told is not None:
                return Frame(told.when, place or told.where, paragraph)
        for noun in self._followed(root):
            told = self._told.last(noun) if points_back(self.grammar, noun) else None
            if told is not None and self._is_today(told.when):
                return Frame(told.when, place, paragraph)
        return Frame(None, place, paragraph) if place is not None else None

    def _followed(self, root: Token) -> list[Token]:
        """What a clause comes after: "spoke after the session"."""
        return [
            noun
            for prep in self.grammar.children(root.index, "prep")
            if prep.text.casefold() in _FOLLOWING
            for noun in self.grammar.children(prep.index, "pobj")
        ]


def _names_a_day(time: TimeExpression) -> bool:
    """Whether a time of day says of which day: "10 p.m. Wednesday", not "that evening"."""
    return time.kind == "time" and time.when is not None and time.when.basis != "event"


def _days(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else MAXYEAR


def _is_set(grammar: Grammar, root: Token, prepositions: set[str]) -> bool:
    """Whether a clause says when or where by a name or figure, known to us or not."""
    return any(
        noun.pos in ("PROPN", "NUM")
        for prep in grammar.children(root.index, "prep")
        if prep.text.casefold() in prepositions
        for noun in grammar.children(prep.index, "pobj")
    )
