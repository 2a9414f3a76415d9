"""The two databases of the contract: a folder, and a throw-away PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Database

_USERS = ("postgres", "nobody")


def _find_binaries() -> Path | None:
    """The newest PostgreSQL that is installed, in the PATH or where Debian puts it."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


def _user() -> str | None:
    """Who runs the server: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    known = Path("/etc/passwd").read_text("utf-8").splitlines()
    names = [line.split(":")[0] for line in known]
    return next((name for name in _USERS if name in names), None)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The folder of the socket of a server that ends with the run."""
    binaries = _find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed here: its half of the contract is not run")
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")
    user = _user()
    # The path of a socket may be 100 bytes long at most, so it stands right in the temp folder.
    folder = tempfile.mkdtemp(prefix="pg")
    if user:
        shutil.chown(folder, user)

    def run(program: str, *options: str) -> None:
        subprocess.run(
            [str(binaries / program), "-D", f"{folder}/data", *options],
            user=user, extra_groups=[] if user else None, cwd=folder, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip

    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    try:
        run("initdb", "-U", "dateline", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", settings, "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres_address(postgres_server: str) -> str:
    """The address of an empty PostgreSQL database."""
    import psycopg

    with psycopg.connect(host=postgres_server, user="dateline", dbname="postgres") as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return f"postgresql://dateline@/postgres?host={postgres_server}"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a case can be made, in each of the two databases."""
    if request.param == "sqlite":
        return str(tmp_path / "my.case")
    made: str = request.getfixturevalue("postgres_address")
    return made


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """A new case in each of the two databases."""
    with Database.open(address, create=True) as opened:
        yield opened
