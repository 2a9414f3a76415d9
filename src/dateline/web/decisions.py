"""What a person decides in the browser: written to the case one after the other, told if it fails.

A decision is put on the way and the next page comes at once; the case is grouped anew by it when
no more come for a moment.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from dateline.errors import DatelineError
from dateline.judging import Change
from dateline.pipeline import Case
from dateline.records import ConflictOn, ConflictStatus, JudgementKind, ReadingJudgement
from dateline.records.settled import standing
from dateline.web.deck_search import DeckName, Pair
from dateline.web.decks import ABOUT, Deck, Decks

log = logging.getLogger(__name__)
T = TypeVar("T")

_PAUSE_S = 2.0
"""How long nothing must be decided till the case is grouped anew."""

_MOST_PROBLEMS = 5


class Writer(Protocol):
    """Runs functions on the open case, one after the other."""

    def submit(self, task: Callable[[Case], T], /) -> Future[T]:
        """Puts one at the end of those that wait."""
        ...


class Decisions:
    """The way of decisions into the case.

    Attributes:
        made: How many cards were answered since the server began, without those taken back.
    """

    def __init__(self, decks: Decks, writer: Writer, user: str) -> None:
        """Starts with nothing on the way.

        Args:
            user: Whose word they are.
        """
        self.user = user
        self.made = 0
        self._decks, self._writer = decks, writer
        self._lock = threading.Lock()
        self._waiting = 0
        self._problems: deque[str] = deque(maxlen=_MOST_PROBLEMS)
        self._timer: threading.Timer | None = None
        self._is_closed = False

    @property
    def waiting(self) -> int:
        """How many are not in the case yet."""
        return self._waiting

    def take_problems(self) -> list[str]:
        """What went wrong since this was asked last, a sentence each."""
        with self._lock:
            found = list(self._problems)
            self._problems.clear()
        return found

    def close(self) -> None:
        """Groups nothing any more; the case is grouped by the rest when it is opened again."""
        with self._lock:
            self._is_closed = True
            if self._timer is not None:
                self._timer.cancel()

    # One card after the other -----------------------------------------------------------------

    def answer(self, deck: Deck, pair: Pair, kind: JudgementKind, reason: str = "") -> None:
        """Says what a pair of a deck is; the deck goes on without it."""
        if not deck.answer(pair, kind):
            return  # the same button, pressed twice
        self.made += 1

        def write(case: Case) -> Change:
            return case.judge(
                kind, pair.left, pair.right, user=self.user, reason=reason, score=pair.score
            )

        def end(done: Future[Change]) -> None:
            deck.settle(pair)
            if done.cancelled() or done.exception() is not None:
                deck.bring_back(pair.left, pair.right)

        self._submit(write, is_told=True).add_done_callback(end)
        self._group_soon()

    def take_last_back(self, name: DeckName) -> Future[tuple[str, str] | None]:
        """Takes back this user's last judgement that stands; gives its sides if there is one."""

        def write(case: Case) -> tuple[str, str] | None:
            log = [one for one in case.judgements() if one.about == ABOUT[name]]
            mine = [one for one in standing(log) if one.user == self.user]
            if not mine:
                return None
            case.undo(mine[-1].id, user=self.user)
            self._decks.bring_back(mine[-1].left, mine[-1].right)
            self.made = max(0, self.made - 1)
            return mine[-1].left, mine[-1].right

        found = self._submit(write, is_told=True)
        self._group_soon()
        return found

    # From any page ----------------------------------------------------------------------------

    def judge(self, kind: JudgementKind, left: str, right: str, reason: str) -> Future[Change]:
        """Says what two things are, and groups the case by it; the result comes after that."""

        def write(case: Case) -> Change:
            change = case.judge(kind, left, right, user=self.user, reason=reason)
            case.heed_judgements()
            return change

        return self._submit(write, is_told=False)

    def mark(
        self, event: str, on: ConflictOn, status: ConflictStatus, reason: str
    ) -> Future[tuple[Change, ...]]:
        """Says of an event's conflicts on a point that they stay open, or are explained."""

        def write(case: Case) -> tuple[Change, ...]:
            changes = case.mark_conflicts(event, on, status, user=self.user, reason=reason)
            case.heed_judgements()
            return changes

        return self._submit(write, is_told=False)

    def judge_reading(self, claim: str, kind: ReadingJudgement, reason: str) -> Future[Change]:
        """Says how a claim was read, and groups the case by it."""

        def write(case: Case) -> Change:
            change = case.judge_reading(claim, kind, user=self.user, reason=reason)
            case.heed_judgements()
            return change

        return self._submit(write, is_told=False)

    def undo(self, id_: str) -> Future[Change]:
        """Takes a judgement back, and groups the case without it."""

        def write(case: Case) -> Change:
            change = case.undo(id_, user=self.user)
            case.heed_judgements()
            self._decks.bring_back(change.entry.left, change.entry.right)
            return change

        return self._submit(write, is_told=False)

    # On the way -------------------------------------------------------------------------------

    def tell(self, done: Future[Any]) -> None:
        """Tells on the next page if it went wrong: for whoever no longer waits for it."""

        def end(done: Future[Any]) -> None:
            if not done.cancelled() and (error := done.exception()) is not None:
                self._note(error)

        done.add_done_callback(end)

    def _submit(self, write: Callable[[Case], T], *, is_told: bool) -> Future[T]:
        with self._lock:
            self._waiting += 1

        def run(case: Case) -> T:
            try:
                return write(case)
            finally:
                with self._lock:
                    self._waiting -= 1
                self._decks.learn(case.judgements())

        done = self._writer.submit(run)
        if is_told:
            self.tell(done)
        return done

    def _note(self, error: BaseException) -> None:
        if not isinstance(error, DatelineError):
            log.error("a decision could not be written", exc_info=error)
        words = str(error) if isinstance(error, DatelineError) else "Dateline itself failed on it."
        with self._lock:
            self._problems.append(f"A decision was not kept. {words}")

    def _group_soon(self) -> None:
        with self._lock:
            if self._is_closed:
                return
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(_PAUSE_S, self._group)
            self._timer.daemon = True
            self._timer.start()

    def _group(self) -> None:
        try:
            self.tell(self._writer.submit(Case.heed_judgements))
        except RuntimeError:  # the server is ending; the case is grouped when it is opened again
            log.info("the case is not grouped by the last decisions yet")
