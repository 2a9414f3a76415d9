"""A process that is killed while it writes, and two that write at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Database
from tests.store.found import find

ROOT = Path(__file__).parents[2]
KILLS = 24


def _start(address: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", address, *options]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def writer(address: str) -> Iterator[subprocess.Popen[str]]:
    """A process that forks writers to be killed."""
    with _start(address) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def _kill_one(writer: subprocess.Popen[str], first: int, reports: int, after_s: float) -> list[int]:
    """Lets a writer begin at report `first`, and kills it some time after it added `reports`.

    Returns:
        The reports that it acknowledged.
    """
    assert writer.stdin is not None
    assert writer.stdout is not None
    print(first, file=writer.stdin, flush=True)
    pid = int(writer.stdout.readline().split()[1])
    lines: list[str] = []
    for _ in range(reports):
        lines.append(writer.stdout.readline())
        assert lines[-1] != "ended\n", "the writer failed by itself"
    time.sleep(after_s)
    os.kill(pid, signal.SIGKILL)
    lines += iter(writer.stdout.readline, "ended\n")
    return [int(line.split()[1]) for line in lines]


def _assert_whole(database: Database, number: int) -> None:
    made = find(number, claims=20)
    assert database.report(made.report.id) == made.report
    assert database.claims(made.report.id) == sorted(made.claims, key=lambda one: one.id)
    assert database.chains(made.report.id) == sorted(made.chains, key=lambda one: one.id)
    assert database.blob(made.report.sha256) == made.data
    found = database.search(f"storynumber{number}")
    assert [one.report for one in found] == [made.report.id]


def test_a_killed_writer_loses_no_acknowledged_report_and_leaves_no_half_one(
    address: str, writer: subprocess.Popen[str]
) -> None:
    with Database.open(address, create=True):
        pass
    chance = random.Random(20240501)
    kept = 0
    for _ in range(KILLS):
        acknowledged = _kill_one(writer, kept, chance.randrange(4), chance.uniform(0, 0.03))
        with Database.open(address, timeout_s=30) as database:
            with database.backend.writer.begin():
                pass  # a PostgreSQL server may still be at the last word of the dead writer
            assert database.check() == []
            there = len(database.reports())
            for number in range(kept, there):
                _assert_whole(database, number)
        # One more may be there: it was kept, and the writer killed before it could say so.
        assert acknowledged == list(range(kept, kept + len(acknowledged)))
        assert there - kept - len(acknowledged) in (0, 1)
        kept = there
    assert kept >= KILLS


def test_two_writers_at_once_wait_for_each_other_and_keep_each_report_once(address: str) -> None:
    with _start(address, "0", "30") as first, _start(address, "10", "40") as second:
        said = [process.communicate(timeout=100)[0].splitlines() for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert [len(lines) for lines in said] == [30, 30]
    added = Counter(line for lines in said for line in lines if line.startswith("added"))
    assert added == Counter(f"added {number}" for number in range(40))
    with Database.open(address) as database:
        assert database.check() == []
        assert len(database.reports()) == 40
        for number in range(40):
            _assert_whole(database, number)
