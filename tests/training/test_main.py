"""The command line of training: what is missing is told in one line."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def _train(*options: str) -> tuple[int, list[str]]:
    """The exit code and the lines on standard error."""
    command = [sys.executable, "-m", "training", *options]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.skipif(find_spec("torch") is not None, reason="torch is here")
def test_without_torch_it_says_how_to_get_it() -> None:
    code, lines = _train("--help")
    assert code == 1
    assert lines == ["torch is not installed here; `make train` sets up what training needs"]


def test_without_the_sets_to_learn_from_nothing_is_trained(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training alone needs torch: `make train-check`")
    out = tmp_path / "out"
    code, lines = _train("--data", str(tmp_path), "--out", str(out), "--date", "2026-01-02")
    assert code == 1
    assert lines[-1].startswith("Error: wikinews_annotated: ")
    assert "Traceback" not in "\n".join(lines)
    assert not out.exists()


def test_a_folder_of_tests_that_is_not_there_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training alone needs torch: `make train-check`")
    given = ("--data", str(tmp_path), "--out", str(tmp_path), "--date", "2026-01-02")
    code, lines = _train(*given, "--tests", str(tmp_path / "none"))
    assert code == 2
    assert "does not exist" in lines[-1]
