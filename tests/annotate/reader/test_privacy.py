"""Reading leaves no trace: what runs the reader keeps nothing and calls nobody.

Later versions of the library that runs it report its use to its makers, from a file in the
user's cache; the bound in pyproject.toml keeps them out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
from dateline.annotate.language import parse
assert parse("Mira Olsen met Ole Brandt in Bern.").reading
"""


def test_reading_writes_nothing_into_the_home_of_the_user(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    home |= {"XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path / "local")}
    # Where it believes itself in a test, the library holds its tongue.
    kept = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith("ORT_")}
    subprocess.run([sys.executable, "-c", CODE], env={**kept, **home}, check=True, timeout=120)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == []
