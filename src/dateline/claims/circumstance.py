"""When and where: the time and place of each trigger, by what the words hang on.

A claim takes the time and the place of its own clause; a clause without one takes that of the
clause it is a part of, but never across a reporting verb: who speaks on Monday tells of Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.claims.clauses import Clauses
from dateline.claims.dating import Dating, look_up_times
from dateline.claims.placing import Placing, look_up_places, places_by_head
from dateline.records import Annotations, Grammar, Token, When, Where


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The times and places of one report."""

    dating: Dating
    placing: Placing

    def when(self, trigger: Token) -> When | None:
        """The time of what a trigger tells; None where the words give none."""
        return self.dating.when(trigger)

    def where(self, trigger: Token) -> Where | None:
        """The place of what a trigger tells; None where the words give none."""
        return self.placing.where(trigger)


def look_up_circumstances(
    grammar: Grammar, annotations: Annotations, carriers: Iterable[Token]
) -> Circumstances:
    """The times and places of a report, kept apart by the words that carry events."""
    places = places_by_head(grammar, annotations)
    clauses = Clauses(grammar, frozenset(t.index for t in carriers), frozenset(places))
    return Circumstances(
        look_up_times(clauses, annotations), look_up_places(clauses, places, annotations)
    )
