"""A small case with something to judge, and a terminal to do it in."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from dateline import Case
from dateline.cli import main

REPORTS = {
    "one.txt": "GRAZ, March 1, 2024 (Styria Post) — Tomas Brandt met Anna Keller in Graz.\n",
    "two.txt": "LINZ, March 2, 2024 (Linz Post) — Brandt visited Linz on March 1, 2024.\n",
    "three.txt": "WIEN, March 3, 2024 (Wien Post) — Viktor Lenz arrested Anna Keller in Vienna.\n",
    "four.txt": "ENNS, March 4, 2024 (Enns Post) — Jan Keller met Viktor Lenz in Enns.\n",
    "five.txt": "WELS, March 5, 2024 (Wels Post) — Keller addressed a rally in Wels.\n",
}
"""Pairs to review: Brandt and Tomas Brandt, Keller with each of two."""


def build(folder: Path) -> Path:
    """The case of the five reports."""
    (folder / "in").mkdir()
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with Case(folder / "my.case") as case:
        case.add(folder / "in")
        assert len(case.pairs_to_review()) == 3
    return folder / "my.case"


def run(*words: str | Path, stdin: str | None = None, **environment: str) -> Result:
    """What a command says where nothing is a terminal; the user is "Ida"."""
    given = {"DATELINE_USER": "Ida", **environment}
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin, env=given)


def press(keys: Sequence[str], *words: str | Path) -> str:
    """What a command writes to a terminal in which these are typed, one at each prompt."""
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", *map(str, words)],
        stdin=follower, stdout=follower, stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1", "DATELINE_USER": "Ida"},
    )  # fmt: skip
    os.close(follower)
    written, asked, waiting = b"", 0, list(keys)
    try:
        while select.select([leader], [], [], 60)[0] and (chunk := os.read(leader, 65_536)):
            written += chunk
            new = written[asked:]
            if waiting and (b"Reason" in new or (b"q quit" in new and _hears_keys(leader))):
                asked = len(written)
                os.write(leader, waiting.pop(0).encode())
    except OSError:  # how Linux says that the other end was closed
        pass
    finally:
        process.kill()
        process.wait(timeout=60)
        os.close(leader)
    return written.decode("utf-8")


def _hears_keys(terminal: int) -> bool:
    """Whether a program has begun to wait for single keys; what was typed before is lost."""
    import termios

    for _ in range(1000):
        if not termios.tcgetattr(terminal)[3] & termios.ICANON:
            return True
        time.sleep(0.01)
    return False
