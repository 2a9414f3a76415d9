"""What a review asks about: pairs of entities, or pairs of events."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from dateline.views.event_pair import compare_claims
from dateline.views.pair import PairView, compare_sides
from dateline.views.wording import owners_of

if TYPE_CHECKING:
    from dateline.events import EventPair
    from dateline.pipeline import Case
    from dateline.records import Chain, Claim, JudgedThing
    from dateline.resolve import ReviewPair


class Pair(Protocol):
    """Two sides that may be one, by their ids, and the machine's score."""

    @property
    def left(self) -> str: ...

    @property
    def right(self) -> str: ...

    @property
    def score(self) -> float: ...


P = TypeVar("P", bound=Pair)


class Deck(ABC, Generic[P]):
    """The pairs of a review, and how each is shown; in the case as it was when it began.

    Attributes:
        about: What a judgement on a pair is about.
        become: What two that are the same become.
        sure: What a join rests on that is asked about no more.
    """

    about: ClassVar[JudgedThing]
    become: ClassVar[str]
    sure: ClassVar[str]

    def __init__(self, case: Case, unsure: bool) -> None:
        self.pairs = self.find(case, unsure)
        if not self.pairs:
            return
        whole = case.contents()
        self.owners = owners_of(whole.entities)
        self.reports = {one.id: one for one in whole.reports}
        self.claims = whole.well_read_claims
        self.look_up(case)

    @abstractmethod
    def find(self, case: Case, unsure: bool) -> Sequence[P]:
        """The pairs to ask about, the most doubtful first."""

    @abstractmethod
    def look_up(self, case: Case) -> None:
        """Keeps what `view` needs of the case."""

    @abstractmethod
    def view(self, pair: P) -> PairView:
        """Both sides beside one another."""

    @abstractmethod
    def why(self, pair: P) -> str:
        """What the machine did with a pair, and why."""

    def left(self, case: Case) -> int:
        """How many pairs there are to ask about now."""
        return len(self.find(case, False))


class EntityDeck(Deck["ReviewPair"]):
    """Pairs of chains that may be one entity."""

    about = "entity"
    become = "one entity"
    sure = "the same name"

    def find(self, case: Case, unsure: bool) -> Sequence[ReviewPair]:
        return case.pairs_to_review(unsure=unsure)

    def look_up(self, case: Case) -> None:
        self._chains = {one.id: one for one in case.chains()}

    def view(self, pair: ReviewPair) -> PairView:
        left, right = (self.owners.get(id_) for id_ in (pair.left, pair.right))
        others = set(left.chains) if left is not None and left is right else set()
        sides = []
        for id_, entity in ((pair.left, left), (pair.right, right)):
            rest = [] if others or entity is None else [one for one in entity.chains if one != id_]
            sides.append([self._chains[one] for one in (id_, *rest) if one in self._chains])
        return compare_sides(sides[0], sides[1], self._claims_of(sides), self.owners, self.reports)

    def why(self, pair: ReviewPair) -> str:
        return _say(pair.is_joined, pair.score, f"{pair.rule} ({pair.words})", pair.apart)

    def _claims_of(self, sides: Sequence[Sequence[Chain]]) -> list[Claim]:
        reports = {chain.report for side in sides for chain in side}
        return [claim for claim in self.claims if claim.report in reports]


class EventDeck(Deck["EventPair"]):
    """Pairs of event claims that may tell of one occurrence."""

    about = "event"
    become = "one event, and what they disagree on is kept as a conflict"
    sure = "people, day and place"

    def find(self, case: Case, unsure: bool) -> Sequence[EventPair]:
        return case.events_to_review(unsure=unsure)

    def look_up(self, case: Case) -> None:
        self._by_id = {claim.id: claim for claim in self.claims}
        self._events = {claim: event for event in case.contents().events for claim in event.claims}

    def view(self, pair: EventPair) -> PairView:
        left, right = (self._side(id_, pair.is_joined) for id_ in (pair.left, pair.right))
        return compare_claims(left, right, self.owners, self.reports)

    def left(self, case: Case) -> int:
        # Of the pairs that were asked about: to find all anew takes as long as grouping the case.
        settled = case.settled()
        return sum(settled.between(pair.left, pair.right) is None for pair in self.pairs)

    def why(self, pair: EventPair) -> str:
        return _say(pair.is_joined, pair.score, ", ".join(pair.features), pair.apart)

    def _side(self, id_: str, is_alone: bool) -> list[Claim]:
        """The claim, and the others of its event if the other side is not among them."""
        others = () if is_alone else self._events[id_].claims
        return [self._by_id[one] for one in (id_, *(one for one in others if one != id_))]


def _say(is_joined: bool, score: float, why: str, apart: str) -> str:
    state = "joined" if is_joined else "kept apart"
    return f"The machine: {state}, {score:.2f} — {why}" + (f"; {apart}" if apart else "")
