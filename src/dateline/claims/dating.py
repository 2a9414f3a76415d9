"""When: the time of what a trigger tells, by what the words of time hang on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.claims.clauses import Clauses, by_sentence, head_of
from dateline.claims.tellings import Tellings
from dateline.records import (
    SUBJECTS,
    Annotations,
    Grammar,
    Quote,
    TimeExpression,
    Token,
    When,
    read_when,
)

SCHEDULING = {"schedule", "plan", "slate", "postpone", "delay", "reschedule", "set"}
"""Verbs whose date is that of what they set ("scheduled a vote for Monday")."""
HAPPENING = {"begin", "start", "happen", "occur", "take", "go", "come", "hold", "open", "fall"}
"""Verbs that say of an event only that it came about ("took place", "went into effect")."""

_BLURRED = {"early", "mid", "late", "earlier", "later", "beginning", "start", "end", "middle"}
_INCLUDING = {"include", "feature", "involve", "contain"}


@dataclass(frozen=True, slots=True)
class Dating:
    """Looks up the times of one report by the tokens that they hang on.

    Attributes:
        times: By the index of their head token.
        times_in: Head tokens by the number of their sentence.
        event_dates: The dates of nouns that are named by them.
    """

    clauses: Clauses
    tellings: Tellings
    times: Mapping[int, TimeExpression]
    times_in: Mapping[int, list[int]]
    event_dates: Mapping[int, When]

    @property
    def grammar(self) -> Grammar:
        return self.clauses.grammar

    def when(self, trigger: Token) -> When | None:
        """The time of what a trigger tells; None where the words give none."""
        if trigger.index in self.event_dates:
            return self.event_dates[trigger.index]
        if trigger.lemma not in SCHEDULING:
            for anchor in self.clauses.anchors(trigger):
                found = self._described(anchor) or self._nearest_time(anchor, trigger)
                if found is not None:
                    return found.when
        found = self._scheduled(trigger) or self._of_whole(trigger)
        if found is not None:
            return found.when
        return self._of_happening(trigger) or self._of_sentence(trigger)

    def _of_sentence(self, trigger: Token) -> When | None:
        """The date of the sentence, for what its main clause tells, however the parse hangs it.

        That is the one at its front, or its only one if that dates nothing else.
        """
        heads = self.times_in.get(trigger.sentence, ())
        clause = self.tellings.clause_of(trigger) if heads else None
        if clause is None:
            return None
        fronted = [head for head in heads if self.tellings.is_fronted(self.grammar.tokens[head])]
        if len(fronted) == 1:
            return self.times[fronted[0]].when
        if len(heads) == 1 and not fronted and self._is_free(heads[0], clause):
            when = self.times[heads[0]].when
            return when if when and when.start and when.end else None
        return None

    def _is_free(self, head: int, clause: Token) -> bool:
        """Whether a date under a clause is of no other event, and of nothing that is only said."""
        is_quoted = self.tellings.is_quoted(self.grammar.tokens[head])
        for governor in self.grammar.ancestors(head):
            if governor.index == clause.index:
                return True
            if not is_quoted and (self.tellings.is_quoted(governor) or self._is_while(governor)):
                continue  # the parse hangs on the words quoted what is said of the saying
            if governor.dep == "ccomp" or governor.index in self.clauses.carriers:
                return False
            if governor.dep in ("relcl", "acl") and head < clause.index:
                return False  # "Karsh, who was born in 1960, met Keller"
        return False

    def _is_while(self, verb: Token) -> bool:
        """Whether a clause says of quoted words what they were said at: "while addressing them"."""
        marks = self.grammar.children(verb.index, "mark")
        is_while = verb.dep == "advcl" and any(m.text.casefold() == "while" for m in marks)
        return is_while and self.tellings.is_quoted(self.grammar.tokens[verb.head])

    def _described(self, clause: Token) -> TimeExpression | None:
        """The time that a clause describes: "in 1989, when they won", "the day they won"."""
        time = self.times.get(clause.head) if clause.dep == "relcl" else None
        if time is None:
            return None
        words = self.grammar.children(clause.index, "advmod", "nsubj", "nsubjpass", "dobj")
        is_when = any(w.text.casefold() == "when" for w in words)
        is_of_it = is_when or not any(w.tag in ("WDT", "WP") for w in words)
        return _beginning(time) if is_of_it else None

    def _scheduled(self, noun: Token) -> TimeExpression | None:
        """The time for which an event is set: "called a vote for Monday", "was put off to May"."""
        verb = self.grammar.tokens[noun.head]
        if verb.lemma not in SCHEDULING or noun.dep not in ("dobj", "nsubjpass"):
            return None
        return self._nearest_time(verb, noun)

    def _of_whole(self, noun: Token) -> TimeExpression | None:
        """The time of what a noun's event makes up: "the wave of attacks in May"."""
        of = self.grammar.tokens[noun.head]
        if noun.dep != "pobj" or of.text.casefold() != "of":
            return None
        whole = self.grammar.tokens[of.head]
        if whole.index in self.clauses.carriers or whole.pos != "NOUN":
            return None
        found = [
            head
            for head in self.times_in.get(noun.sentence, ())
            if head > noun.index
            and self.grammar.tokens[self.grammar.tokens[head].head].head == whole.index
        ]
        return self.times[min(found)] if found else None

    def _of_happening(self, trigger: Token) -> When | None:
        """The date of a clause that says when a noun's event came: "which began on Monday"."""
        grammar = self.grammar
        if trigger.pos != "NOUN":
            return None
        for index in grammar.subtree(trigger.index):
            verb = grammar.tokens[index]
            if verb.dep != "relcl" or verb.lemma not in HAPPENING:
                continue
            found = self._nearest_time(verb, verb)
            if found is not None:
                return found.when
        return None

    def _nearest_time(self, anchor: Token, trigger: Token) -> TimeExpression | None:
        found = [
            (self._is_derived(head), abs(head - anchor.index), head)
            for head in self.times_in.get(anchor.sentence, ())
            if self.clauses.hangs_on(head, anchor.index)
            and not self._is_of_part(head, anchor, trigger)
        ]
        return self.times[min(found)[2]] if found else None

    def _is_of_part(self, head: int, anchor: Token, trigger: Token) -> bool:
        """Whether a time is of what a trigger includes: "the demands include a vote in May"."""
        if anchor.lemma not in _INCLUDING or trigger.dep not in SUBJECTS:
            return False
        return any(
            governor.dep == "dobj" and governor.head == anchor.index
            for governor in self.grammar.ancestors(head)
        )

    def _is_derived(self, head: int) -> bool:
        """Whether a time was read against another event: a date in words goes before it."""
        when = self.times[head].when
        return when is not None and when.basis == "event"


def _beginning(time: TimeExpression) -> TimeExpression | None:
    """The time itself, or that with which an open one begins: "since 1989, when they won".

    None where the words say less of its beginning than the open time does ("since early June").
    """
    when = time.when
    if when is None or when.end is not None or not when.edtf.endswith("/.."):
        return time
    if _BLURRED & set(when.words.exact.casefold().split()):
        return None
    began = read_when(
        when.edtf.removesuffix("/.."), when.words, when.basis, when.anchor, when.reasons
    )
    return replace(time, when=began)


def without_dates_of_sources(grammar: Grammar, annotations: Annotations) -> Annotations:
    """The annotations without dates of what is credited ("an article of 10 January"): they say
    when it was told, and nothing of when it happened."""
    credited = [
        source.words
        for attribution in annotations.attributions
        for source in attribution.sources
        if source.words is not None
    ]
    kept = tuple(
        time
        for time in annotations.times
        if not any(
            words.start <= time.words.start < words.end and _is_of(grammar, time, words)
            for words in credited
        )
    )
    return replace(annotations, times=kept)


def _is_of(grammar: Grammar, time: TimeExpression, words: Quote) -> bool:
    """Whether a time hangs on the noun that is credited, and not on a clause within its words."""
    head = head_of(grammar, time.words)
    for governor in () if head is None else grammar.ancestors(head.index):
        if governor.pos in ("VERB", "AUX"):
            return False
        if not words.start <= governor.start < words.end:
            return True
    return False


def look_up_times(clauses: Clauses, annotations: Annotations) -> Dating:
    """The times of a report by their head tokens."""
    grammar = clauses.grammar
    times = {
        head.index: expression
        for expression in annotations.times
        if expression.when is not None
        for head in [head_of(grammar, expression.words)]
        if head is not None
    }
    tellings = Tellings(grammar, annotations.sentences)
    in_sentences = by_sentence(grammar, times)
    return Dating(clauses, tellings, times, in_sentences, dict(annotations.event_dates))
