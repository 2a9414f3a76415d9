"""Reports on their way into the case: what was sent, how far it is, what became of each input."""

from __future__ import annotations

import logging
import secrets
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from dateline.errors import DatelineError
from dateline.pipeline import Case, Outcome
from dateline.read import Input
from dateline.web.writing import Writer

log = logging.getLogger(__name__)

JobState = Literal["waiting", "running", "done", "stopped", "failed"]

_AT_ONCE = 20
"""Inputs after which the case is grouped, and whoever else wants to write has a turn."""

_MOST_KEPT = 50
"""Jobs that the server remembers; of older ones the case knows what it took in."""


class Job:
    """One sending of reports. It is asked by many threads, and goes on without any of them.

    Attributes:
        total: How many inputs were sent.
        problem: Why it ended early, a sentence; "" otherwise.
    """

    def __init__(self, inputs: Sequence[Input], folder: Path) -> None:
        self.id = secrets.token_hex(8)
        self.total = len(inputs)
        self.problem = ""
        self._left = list(inputs)
        self._folder = folder
        self._outcomes: list[Outcome] = []
        self._state: JobState = "waiting"
        self._stopping = threading.Event()
        self._began = time.monotonic()

    @property
    def state(self) -> JobState:
        return self._state

    @property
    def outcomes(self) -> list[Outcome]:
        """What became of the inputs so far, in the order in which they were sent."""
        return list(self._outcomes)

    @property
    def current(self) -> str:
        """The name of the input that is read now; "" if none is."""
        done = len(self._outcomes)
        return self._left[done].name if self.is_open and done < self.total else ""

    @property
    def is_open(self) -> bool:
        """Whether it is not at its end."""
        return self._state in ("waiting", "running")

    @property
    def numbers(self) -> dict[str, int]:
        """How many were added, are in the case already, were held and failed."""
        found = Counter(one.state for one in self._outcomes)
        return {state: found[state] for state in ("added", "duplicate", "held", "failed")}

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes if it goes on as so far; None if that can't be said."""
        done = len(self._outcomes)
        if not self.is_open or done < 2:
            return None
        return (time.monotonic() - self._began) / done * (self.total - done)

    def stop(self) -> None:
        """Leaves out what is not begun yet; what was taken in stays."""
        self._stopping.set()

    def run(self, case: Case, writer: Writer) -> None:
        """Takes in the next few, and comes back for the rest after whoever else waits."""
        self._state = "running"
        some = self._left[len(self._outcomes) :][:_AT_ONCE]
        try:
            if not self._stopping.is_set():
                case.add(*some, progress=self._note, should_stop=self._stopping.is_set)
            if len(self._outcomes) < self.total and not self._stopping.is_set():
                writer.submit(lambda again: self.run(again, writer))
                return
            self._end("done" if len(self._outcomes) == self.total else "stopped")
        except RuntimeError:  # the server is ending: it takes nothing more
            self._end("stopped")
        except DatelineError as error:
            self.problem = str(error)
            self._end("failed")
        except Exception as error:
            log.error("adding failed", exc_info=error)
            self.problem = "Dateline itself failed here; what was taken in before stays."
            self._end("failed")

    def _note(self, _done: int, _total: int, outcome: Outcome) -> None:
        self._outcomes.append(outcome)

    def _end(self, state: JobState) -> None:
        self._state = state
        shutil.rmtree(self._folder, ignore_errors=True)


class Jobs:
    """All sendings since the server was started."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._jobs: dict[str, Job] = {}

    def make_folder(self) -> Path:
        """A new folder for what is sent, which only this user can read."""
        return Path(tempfile.mkdtemp(prefix="dateline-"))

    def start(self, inputs: Sequence[Input], folder: Path) -> Job:
        """Begins to take inputs in; the folder is theirs, and goes when they are done."""
        job = Job(inputs, folder)
        for old in [one for one in self._jobs.values() if not one.is_open][: -_MOST_KEPT or None]:
            del self._jobs[old.id]
        self._jobs[job.id] = job
        self._writer.submit(lambda case: job.run(case, self._writer))
        return job

    def find(self, id_: str) -> Job | None:
        return self._jobs.get(id_)

    def latest(self) -> list[Job]:
        """The last one first."""
        return list(self._jobs.values())[::-1]

    def close(self) -> None:
        """Stops each after the input that it is at."""
        for job in self._jobs.values():
            with suppress(OSError):
                job.stop()
