"""A process that adds reports to a case and says so after each, for others to kill.

python -m tests.store.writer ADDRESS FIRST END     adds the reports FIRST to END - 1
python -m tests.store.writer ADDRESS               for each number on standard input, forks a
                                                   process that adds from it until it is killed
"""

from __future__ import annotations

import os
import sys
from itertools import count

from dateline.store import Database
from tests.store.found import find


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _add(address: str, numbers: range | count[int]) -> None:
    with Database.open(address, create=True, timeout_s=30) as database:
        for number in numbers:
            is_new = database.add_report(*find(number, claims=20))
            _say(f"{'added' if is_new else 'there'} {number}")


def _fork_for_each_line(address: str) -> None:
    with Database.open(address, create=True) as database:
        database.reports()  # whatever is imported late is there before the clock of a kill runs
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _say(f"pid {os.getpid()}")
            _add(address, count(int(line)))
        os.waitpid(child, 0)
        _say("ended")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _add(sys.argv[1], range(int(sys.argv[2]), int(sys.argv[3])))
    else:
        _fork_for_each_line(sys.argv[1])
