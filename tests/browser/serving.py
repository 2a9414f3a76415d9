"""The program as a person starts it: a server in a process of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LINK = re.compile(r"Open (http://127\.0\.0\.1:\d+)(/open\?token=[\w-]+)")


@contextmanager
def serving(case: Path) -> Iterator[tuple[str, str]]:
    """`dateline serve CASE`: where it listens, and the link that it prints, which works once."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "serve", str(case)],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        said = []
        for line in process.stderr:
            said.append(line)
            if found := _LINK.search(line):
                break
        else:
            raise AssertionError("the server did not start: " + "".join(said))
        yield found[1], found[1] + found[2]
    finally:
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert "Traceback" not in out + errors, out + errors
