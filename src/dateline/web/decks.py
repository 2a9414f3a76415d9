"""The pairs to review, found once and kept: the next card comes at once, whatever the case holds.

A deck is renewed in the background when the case has changed. Till then it is the old one without
what was judged since.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from dateline.errors import CaseLocked, DatelineError
from dateline.records import Chain, JudgedThing, Judgement, JudgementKind
from dateline.records.settled import settle
from dateline.web.deck_search import DeckName, Found, Pair, find_deck
from dateline.web.snapshot import Desk

log = logging.getLogger(__name__)

Key = tuple[str, str]
Answer = JudgementKind
ReadLog = Callable[[], Iterable[Judgement]]

ABOUT: dict[DeckName, JudgedThing] = {"entities": "entity", "events": "event"}
"""What the judgements of a deck are about."""

_REST = 10
"""A deck is renewed at most once in so many times of what renewing it takes."""

_AGAIN_S = 1.0
"""How long to wait before looking again in a case that is being grouped."""


class Deck:
    """The pairs of one question, those to ask first before the others.

    Any thread may use it.
    """

    def __init__(self, found: Found, read_log: ReadLog) -> None:
        self._lock = threading.Lock()
        self._answers: dict[Key, Answer] = {}
        self._unwritten: set[Key] = set()
        self._skipped: dict[Key, None] = {}
        self.renew(found, read_log)

    def renew(self, found: Found, read_log: ReadLog) -> None:
        """Takes the pairs found anew; those that were passed over stay at the end.

        Args:
            read_log: Gives the judgements of now; some may be younger than what was found.
        """
        with self._lock:
            self._answers = {key: self._answers[key] for key in self._unwritten}
            self._sides = found.sides
            self._pairs: dict[Key, Pair] = {(one.left, one.right): one for one in found.pairs}
            self._open = {key: None for key in self._pairs if key not in self._unwritten}
            self._skipped = {key: None for key in self._skipped if key in self._open}
            for key in self._skipped:
                del self._open[key]
            self._learn(read_log())

    def learn(self, judged: Iterable[Judgement]) -> None:
        """Leaves out what a log of judgements settles, by what others come to too."""
        with self._lock:
            self._learn(judged)

    def _learn(self, judged: Iterable[Judgement]) -> None:
        settled = settle(list(judged))
        for side in (self._open, self._skipped):
            for key in [one for one in side if settled.between(*one) is not None]:
                del side[key]

    def first(self) -> Pair | None:
        """The pair to ask about next; None if there is none."""
        with self._lock:
            key = next(chain(self._open, self._skipped), None)
            return None if key is None else self._pairs[key]

    def drop(self, pair: Pair) -> None:
        """Leaves out a pair that can't be asked about."""
        with self._lock:
            self._open.pop((pair.left, pair.right), None)
            self._skipped.pop((pair.left, pair.right), None)

    def find(self, left: str, right: str) -> Pair | None:
        """The pair with these sides; None if it is not in the deck."""
        return self._pairs.get((left, right)) or self._pairs.get((right, left))

    def sides(self, pair: Pair) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
        """Of a pair of names, the chains of both sides."""
        return self._sides.get((pair.left, pair.right), ((), ()))

    def answer(self, pair: Pair, kind: Answer) -> bool:
        """Takes a pair out of the deck; False if it was answered so already."""
        key = pair.left, pair.right
        with self._lock:
            if self._answers.get(key) == kind:
                return False
            self._answers[key] = kind
            self._unwritten.add(key)
            self._open.pop(key, None)
            self._skipped.pop(key, None)
            return True

    def settle(self, pair: Pair) -> None:
        """Notes that the case has the answer: it counts by the log from now on."""
        with self._lock:
            self._unwritten.discard((pair.left, pair.right))

    def skip(self, pair: Pair) -> None:
        """Puts a pair after all others."""
        key = pair.left, pair.right
        with self._lock:
            if key in self._open or key in self._skipped:
                self._open.pop(key, None)
                self._skipped.pop(key, None)
                self._skipped[key] = None

    def bring_back(self, left: str, right: str) -> None:
        """Asks again about a pair, first of all, since what was said of it is taken back."""
        with self._lock:
            for key in ((left, right), (right, left)):
                if key in self._pairs:
                    self._answers.pop(key, None)
                    self._unwritten.discard(key)
                    self._skipped.pop(key, None)
                    self._open = {key: None, **self._open}

    @property
    def left(self) -> int:
        """How many pairs are to be asked about."""
        return len(self._open) + len(self._skipped)

    @property
    def skipped(self) -> int:
        """How many of them were passed over."""
        return len(self._skipped)


class Decks:
    """Both decks of an open case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[DeckName, _Kept] = {
            "entities": _Kept(desk, "entities"),
            "events": _Kept(desk, "events"),
        }

    def get(self, name: DeckName, wait_s: float) -> Deck | None:
        """The deck; None if it is not found yet after this time.

        Raises:
            DatelineError: If it can't be found.
        """
        return self._kept[name].get(wait_s)

    def left(self, name: DeckName) -> int | None:
        """How many pairs of a deck are to be asked about; None if that was not looked for yet."""
        deck = self._kept[name].deck
        return None if deck is None else deck.left

    def learn(self, judged: Sequence[Judgement]) -> None:
        """Leaves out what judgements settle that were added since the decks were found."""
        for name, kept in self._kept.items():
            if kept.deck is not None:
                kept.deck.learn(one for one in judged if one.about == ABOUT[name])

    def bring_back(self, left: str, right: str) -> None:
        """Asks again about a pair of which a judgement was taken back."""
        for kept in self._kept.values():
            if kept.deck is not None:
                kept.deck.bring_back(left, right)


class _Kept:
    """One deck, and when it was found."""

    def __init__(self, desk: Desk, name: DeckName) -> None:
        self._desk, self._name = desk, name
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._is_looking = False
        self._error: DatelineError | None = None
        self._state: object = None
        self._next = 0.0
        self.deck: Deck | None = None

    def _log(self) -> list[Judgement]:
        return [one for one in self._desk.case.judgements() if one.about == ABOUT[self._name]]

    def get(self, wait_s: float) -> Deck | None:
        with self._lock:
            if not self._is_looking and self._is_due():
                self._is_looking = True
                self._done.clear()
                threading.Thread(target=self._look, name="deck", daemon=True).start()
        if self.deck is None:
            self._done.wait(wait_s)
            if self._error is not None:
                error, self._error = self._error, None
                raise error
        return self.deck

    def _is_due(self) -> bool:
        if self.deck is None:
            return True
        is_time = time.monotonic() >= self._next or not self.deck.left
        return is_time and self._desk.case.state() != self._state

    def _look(self) -> None:
        case, start = self._desk.case, time.monotonic()
        try:
            while True:
                state = case.state()
                try:
                    found = find_deck(case, self._name, len(self._desk.latest().claims))
                    break
                except CaseLocked:
                    if self.deck is not None:  # the one before will do, and the next try comes
                        return
                    time.sleep(_AGAIN_S)
            self._desk.snapshot()  # so that the cards show what the pairs were found in
            if self.deck is None:
                self.deck = Deck(found, self._log)
            else:
                self.deck.renew(found, self._log)
            self._state = state
        except DatelineError as error:
            self._error = error
        except Exception:
            log.exception("looking for pairs to review failed")
            self._error = DatelineError("Dateline itself failed to look for pairs to review.")
        finally:
            now = time.monotonic()
            self._next = now + _REST * (now - start)
            self._is_looking = False
            self._done.set()
