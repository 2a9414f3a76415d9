"""The real server: where it listens, what it prints, and what it refuses to do."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.web.server import is_loopback, own_hosts

LINK = re.compile(r"Open http://127\.0\.0\.1:(\d+)(/open\?token=[\w-]+)")


@pytest.fixture(scope="module")
def served(built_case: Path) -> Iterator[tuple[int, str]]:
    """A server in a process of its own: its port, and the address of its link."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "serve", str(built_case)],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stdout is not None
    try:
        found = LINK.search(process.stderr.readline())
        assert found is not None
        yield int(found[1]), found[2]
    finally:
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate(timeout=20)
        assert "Traceback" not in said + errors


ASK = """
import http.client, json, sys
port, requests = int(sys.argv[1]), json.loads(sys.argv[2])
found = []
for target, headers in requests:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", target, headers=headers)
    answer = connection.getresponse()
    found.append([answer.status, {k.lower(): v for k, v in answer.getheaders()}])
    answer.read()
    connection.close()
print(json.dumps(found))
"""
"""A program that asks: tests themselves reach no network, not even that of this machine."""


def get(port: int, *requests: tuple[str, dict[str, str]]) -> list[tuple[int, dict[str, str]]]:
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(port), json.dumps(requests)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return [(status, headers) for status, headers in json.loads(done.stdout)]


def test_the_link_that_is_printed_opens_the_case_once(served: tuple[int, str]) -> None:
    port, link = served
    evil = {"Host": f"evil.example:{port}"}
    closed, rebound, opened, again = get(port, ("/", {}), (link, evil), (link, {}), (link, {}))
    assert [one[0] for one in (closed, rebound, opened, again)] == [401, 403, 303, 403]
    assert opened[1]["location"] == "/"
    assert "server" not in opened[1]
    cookie = {"Cookie": opened[1]["set-cookie"].partition(";")[0]}
    asked = [("/", cookie), ("/timeline", cookie), ("/", cookie | evil), ("/", evil)]
    assert [status for status, _ in get(port, *asked)] == [200, 200, 403, 403]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "can be reached by others"),
        (["--host", "::"], "can be reached by others"),
        (["--host", "192.0.2.7"], "can be reached by others"),
        (["--host", "press.example"], "can be reached by others"),
        (["--host", ""], "can be reached by others"),
        (["--host", "192.0.2.7", "--password-file", "none"], "can't be read"),
    ],
)
def test_it_does_not_let_others_in_without_a_password(
    built_case: Path, options: list[str], said: str
) -> None:
    done = CliRunner().invoke(main, ["serve", str(built_case), *options])
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("host", "said"),
    [("0.0.0.0", "every address"), ("::", "every address"), ("192.0.2.7", "Nothing can listen")],
)
def test_with_a_password_it_needs_an_address_of_its_own(
    built_case: Path, tmp_path: Path, host: str, said: str
) -> None:
    file = tmp_path / "password"
    file.write_text("a harbour at night 1974\n")
    file.chmod(0o600)
    options = ["--host", host, "--password-file", str(file)]
    done = CliRunner().invoke(main, ["serve", str(built_case), *options])
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_case_that_is_not_there_is_begun_empty(tmp_path: Path) -> None:
    case = tmp_path / "new.case"
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "serve", str(case)], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        assert "is new and empty" in process.stderr.readline()
        assert LINK.search(process.stderr.readline())
        assert (case / "case.toml").is_file()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def test_what_is_no_case_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "todo.txt").write_text("a folder of something else")
    done = CliRunner().invoke(main, ["serve", str(tmp_path)])
    assert done.exit_code == 1
    assert "no case" in done.stderr
    assert done.stderr.count("\n") == 1


def test_which_addresses_only_this_machine_reaches() -> None:
    own = ("127.0.0.1", "localhost", "::1", "127.0.0.9")
    others = ("0.0.0.0", "::", "10.0.0.1", "example.org", "", "127.1", "localhost.")
    assert [one for one in (*own, *others) if is_loopback(one)] == list(own)


def test_the_hosts_of_a_server_are_its_names_with_its_port() -> None:
    assert own_hosts("127.0.0.1", 81) == {"127.0.0.1:81", "localhost:81", "[::1]:81"}
    assert "localhost" in own_hosts("127.0.0.1", 80)
    assert own_hosts("10.0.0.1", 8000) == {"10.0.0.1:8000"}
