"""The one writer of a served case: what changes it is done in turn, by one thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from dateline.pipeline import Case

T = TypeVar("T")


class Writer:
    """Runs functions on the open case, one after the other, in the order in which they came."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def submit(self, task: Callable[[Case], T], /) -> Future[T]:
        """Puts one at the end of those that wait; the future has its result or its error.

        Raises:
            RuntimeError: If the server is ending.
        """
        return self._queue.submit(task, self._case)

    def close(self) -> None:
        """Waits for what was begun, and takes nothing more."""
        self._queue.shutdown()
