"""Sets another tool up in a virtual environment of its own, and asks it there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

VARIABLE = "DATELINE_PEERS"
"""Names the folder of the environments; the user's cache has one if it is not set."""
_TIMEOUT_S = 3600
_HERE = Path(__file__).resolve().parent


class PeerMissing(Exception):
    """A tool is not set up, or does not run here; the message is one line that says so."""


@dataclass(frozen=True, slots=True)
class Files:
    """Files of a tool that is on no package index: a person puts them there.

    Attributes:
        folder: Its name in the folder of the peers.
        names: Those that are needed, as paths in it.
        origin: Where a person finds them.
    """

    folder: str
    names: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool.

    Attributes:
        name: What `evaluation.peers.setup` calls it.
        title: What a table calls it.
        packages: What pip installs for it, each at one version.
        driver: The script beside this module that asks it, run in its environment with two
            arguments: a file with a JSON list of questions, and the one to write with the answers;
            a third is the folder of its files, if it has some.
        sources: Other files beside this module that the driver reads.
        commands: Programs that it needs on the path.
        files: What pip can't install for it, if there is such.
        licence: What a user should know before installing it.
    """

    name: str
    title: str
    packages: tuple[str, ...]
    driver: str
    licence: str
    sources: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    files: Files | None = None


def folder_of_peers() -> Path:
    """Where the environments lie, and the answers that are kept."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_cache_path("dateline") / "peers"


def set_up(peer: Peer, folder: Path) -> None:
    """Makes the environment of a tool and installs it from the package index; again if need be.

    Raises:
        PeerMissing: If that fails.
    """
    lacking = [command for command in peer.commands if shutil.which(command) is None]
    if lacking:
        raise PeerMissing(f"{peer.title} can't be set up: there is no {', no '.join(lacking)}")
    _find_files(peer, folder)
    home = folder / peer.name
    venv.create(home, clear=True, with_pip=True, symlinks=os.name != "nt")
    command = [_python(home), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    done = subprocess.run([*command, *peer.packages], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerMissing(f"{peer.title} can't be set up: pip: {_last_line(done.stderr)}")
    (home / "installed.json").write_text(json.dumps(peer.packages), encoding="utf-8")


def ask(peer: Peer, questions: Sequence[Any], *, anew: bool = False) -> list[Any]:
    """The tool's answer to each question, from an earlier run where it was asked the same.

    Args:
        anew: Asks it now whatever it answered before, and keeps nothing: where its time counts.

    Raises:
        PeerMissing: If it is not set up, or fails.
    """
    folder = folder_of_peers()
    asked = json.dumps(questions, ensure_ascii=False)
    files = _find_files(peer, folder)
    if anew:
        fresh: list[Any] = json.loads(_run(peer, folder, asked))
        return fresh
    kept = folder / "answers" / f"{peer.name}-{_key(peer, asked, files)}.json"
    if not kept.is_file():
        answered = _run(peer, folder, asked)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(answered, encoding="utf-8")
    answers: list[Any] = json.loads(kept.read_text(encoding="utf-8"))
    return answers


def _find_files(peer: Peer, folder: Path) -> list[Path]:
    """The files that a person put there for a tool.

    Raises:
        PeerMissing: If one is not there.
    """
    if peer.files is None:
        return []
    found = [folder / peer.files.folder / name for name in peer.files.names]
    if not all(file.is_file() for file in found):
        raise PeerMissing(
            f"{peer.title} is not set up: put {', '.join(peer.files.names)} of {peer.files.origin}"
            f" into {folder / peer.files.folder}"
        )
    return found


def _key(peer: Peer, asked: str, files: Sequence[Path]) -> str:
    """One for each tool, version, way of asking, and text."""
    digest = hashlib.sha256("\n".join(peer.packages).encode())
    for file in (*(_HERE / name for name in (peer.driver, *peer.sources)), *files):
        digest.update(file.read_bytes())
    digest.update(asked.encode())
    return digest.hexdigest()[:24]


def _run(peer: Peer, peers: Path, asked: str) -> str:
    home = peers / peer.name
    installed = home / "installed.json"
    if not installed.is_file() or tuple(json.loads(installed.read_text())) != peer.packages:
        raise PeerMissing(
            f"{peer.title} is not set up: python -m evaluation.peers.setup {peer.name}"
        )
    with tempfile.TemporaryDirectory(prefix=f"dateline-{peer.name}-") as name:
        folder = Path(name)
        (folder / "questions.json").write_text(asked, encoding="utf-8")
        files = [str(folder / "questions.json"), str(folder / "answers.json")]
        if peer.files is not None:
            files.append(str((peers / peer.files.folder).resolve()))
        try:
            done = subprocess.run(
                [_python(home), "-I", str(_HERE / peer.driver), *files],
                capture_output=True, text=True, check=False, cwd=folder, timeout=_TIMEOUT_S,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise PeerMissing(f"{peer.title} took over {_TIMEOUT_S} s") from error
        if done.returncode:
            raise PeerMissing(f"{peer.title} fails here: {_last_line(done.stderr)}")
        return (folder / "answers.json").read_text(encoding="utf-8")


def _python(home: Path) -> str:
    return str(home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it says nothing"
