"""When: the time of what a trigger tells, by what the words of time hang on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.clauses import Clauses, by_sentence, head_of
from dateline.records import Annotations, TimeExpression, Token, When


@dataclass(frozen=True, slots=True)
class Dating:
    """Looks up the times of one report by the tokens that they hang on.

    Attributes:
        times: By the index of their head token.
        times_in: Head tokens by the number of their sentence.
        event_dates: The dates of nouns that are named by them.
    """

    clauses: Clauses
    times: Mapping[int, TimeExpression]
    times_in: Mapping[int, list[int]]
    event_dates: Mapping[int, When]

    def when(self, trigger: Token) -> When | None:
        """The time of what a trigger tells; None where the words give none."""
        if trigger.index in self.event_dates:
            return self.event_dates[trigger.index]
        for anchor in self.clauses.anchors(trigger):
            found = self._nearest_time(anchor)
            if found is not None:
                return found.when
        return None

    def _nearest_time(self, anchor: Token) -> TimeExpression | None:
        found = [
            (self._is_derived(head), abs(head - anchor.index), head)
            for head in self.times_in.get(anchor.sentence, ())
            if self.clauses.hangs_on(head, anchor.index)
        ]
        return self.times[min(found)[2]] if found else None

    def _is_derived(self, head: int) -> bool:
        """Whether a time was read against another event: a date in words goes before it."""
        when = self.times[head].when
        return when is not None and when.basis == "event"


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
    return Dating(clauses, times, by_sentence(grammar, times), dict(annotations.event_dates))
