from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import Case
from dateline.cli import main
from dateline.cli.footnote import Footnotes
from dateline.verification import Contents
from tests.conftest import STORIES
from tests.test_pipeline import DAMAGE, damage, make_bad_inputs

LISTS = ("reports", "claims", "entities", "events", "timeline")
COMPARING = ("event", "origins", "conflicts")
JUDGING = ("review", "same", "different", "undo", "judgements")
COMMANDS = (
    "add", *LISTS[:-1], *COMPARING, "timeline", "show", "search", *JUDGING, "screen", "revisions",
    "remove", "export", "verify", "demo",
)  # fmt: skip


def run(*words: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def shell(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)  # type: ignore[call-overload, no-any-return]


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_alone_it_prints_help_with_the_commands_in_the_order_of_the_work() -> None:
    result = run()
    shown = [
        line.split()[0]
        for line in result.output.splitlines()
        if line.startswith("  ") and line.split()
    ]
    assert [word for word in shown if word in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  dateline {command} " in result.output.partition("Examples:")[2] + " "


def test_the_version_is_printed() -> None:
    assert run("--version").output.startswith("dateline, version 0.")


def test_add_prints_a_row_for_each_input(stories: Path, tmp_path: Path) -> None:
    result = run("add", tmp_path / "my.case", stories)
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == ["added"] * 3
    assert {Path(row[1]).name for row in rows} == set(STORIES)
    assert result.stderr == "3 added\n"
    again = run("add", tmp_path / "my.case", stories, "--json")
    assert [row["state"] for row in records(again)] == ["duplicate"] * 3
    assert again.exit_code == 0


def test_a_broken_input_is_listed_and_the_code_is_3(stories: Path, tmp_path: Path) -> None:
    (stories / "empty.txt").touch()
    result = run("add", tmp_path / "my.case", stories, tmp_path / "nowhere.txt")
    assert result.exit_code == 3
    rows = {line.split()[1].rpartition("/")[2]: line for line in result.stdout.splitlines()}
    assert rows["empty.txt"].startswith("failed ")
    assert "empty" in rows["empty.txt"].partition("empty.txt")[2]
    assert rows["nowhere.txt"].startswith("failed ")
    assert rows["keller-visit.txt"].startswith("added ")
    assert result.stderr == "3 added, 2 failed\n"


def test_every_kind_of_broken_input_is_one_row_with_a_reason(tmp_path: Path) -> None:
    expected = make_bad_inputs(tmp_path / "in")
    result = run("add", tmp_path / "my.case", tmp_path / "in")
    assert result.exit_code == 3
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    assert {Path(name).name: state for state, name, _why in rows} == expected
    assert all(len(why.split()) >= 3 for _state, _name, why in rows)
    assert "Dateline itself failed" not in result.stdout


def test_inputs_that_are_only_held_give_code_8(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 4_000_000)
    result = run("add", tmp_path / "my.case", tmp_path / "line.txt")
    assert result.stdout.startswith("held ")
    assert result.exit_code == 8


def test_one_that_is_held_beside_one_that_is_added_gives_code_8(
    stories: Path, tmp_path: Path
) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 4_000_000)
    paths = (tmp_path / "line.txt", stories / "keller-visit.txt")
    result = run("add", tmp_path / "my.case", *paths)
    assert result.stderr == "1 added, 1 held\n"
    assert result.exit_code == 8
    (stories / "empty.txt").touch()
    assert run("add", tmp_path / "my.case", *paths, stories / "empty.txt").exit_code == 3


def test_standard_input_is_a_report(tmp_path: Path) -> None:
    result = run("add", tmp_path / "my.case", "-", stdin=STORIES["keller-visit.txt"].encode())
    assert result.exit_code == 0
    assert result.stdout.split()[:2] == ["added", "-"]


def test_a_folder_that_holds_the_case_can_be_added(stories: Path) -> None:
    result = run("add", stories / "my.case", stories)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_readable_and_is_json_lines(command: str, built_case: Path) -> None:
    shown = run(command, built_case)
    assert shown.exit_code == 0
    assert "Keller" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 100
    rows = records(run(command, built_case, "--json"))
    assert rows
    assert all(isinstance(row, dict) for row in rows)


@pytest.mark.parametrize("command", ["timeline", "claims", "events"])
def test_every_row_shows_the_words_it_rests_on(command: str, built_case: Path) -> None:
    more = ("--all",) if command == "timeline" else ()
    flat = " ".join(run(command, built_case, *more).stdout.split())
    assert flat.count("“") >= len(records(run(command, built_case, "--json")))
    assert "Police arrested Viktor Lenz in Graz on March 5, 2024" in flat
    assert "5 Mar 2024" in flat


def test_a_narrow_terminal_is_respected(built_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for command in LISTS:
        assert max(map(len, run(command, built_case).stdout.splitlines())) <= 60


@pytest.mark.parametrize("columns", ["26", "30", "40", "60", "80", "89", "90", "120"])
def test_no_width_costs_an_id_or_parts_a_word(
    columns: str, built_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in ("reports", "entities"):
        shown = run(command, built_case).stdout
        ids = [str(row["id"]) for row in records(run(command, built_case, "--json"))]
        assert [id_ for id_ in ids if id_ not in shown] == []
        if int(columns) >= 40:
            words = {"reports": "Adriatic Courier Dockers Trieste", "entities": "Keller Harbour"}
            assert [word for word in words[command].split() if word not in shown] == []


def test_sayings_without_a_date_are_left_out_till_they_are_asked_for(tmp_path: Path) -> None:
    text = STORIES["keller-visit.txt"] + "\nKeller said the weather was bad.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("add", tmp_path / "my.case", tmp_path / "a.txt")
    few, whole = (run("timeline", tmp_path / "my.case", *more) for more in ((), ("--all",)))
    assert "the weather was bad" not in few.stdout
    assert "the weather was bad" in whole.stdout
    left = len(records(run("timeline", tmp_path / "my.case", "--json")))
    left -= few.stdout.count(" v_")
    assert left == whole.stdout.count(" v_") - few.stdout.count(" v_") > 0
    assert few.stderr.startswith(f"{left} saying")
    assert "without a date not shown; --all shows" in few.stderr
    assert whole.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_that_the_terminal_has_not_come_as_escapes(encoding: str, built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        claim = case.claims()[0].id
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    for words in (("timeline",), ("entities",), ("show", claim)):
        done = shell(words[0], built_case, *words[1:], env=environment, encoding=encoding)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        if words[0] == "timeline":
            assert "\\u201c" in done.stdout


def test_another_case_in_a_folder_is_skipped_with_one_row(stories: Path, tmp_path: Path) -> None:
    run("add", stories / "other.case", stories / "keller-visit.txt")
    result = run("add", tmp_path / "my.case", stories)
    assert result.exit_code == 0
    assert result.stderr == "3 added, 1 skipped\n"
    (row,) = (line for line in result.stdout.splitlines() if line.startswith("skipped "))
    assert "other.case  another case" in row
    alone = run("add", tmp_path / "my.case", stories / "other.case", "--json")
    assert [row["state"] for row in records(alone)] == ["skipped"]
    blob = next(path for path in (stories / "other.case" / "blobs").rglob("*") if path.is_file())
    assert run("add", tmp_path / "my.case", blob).stdout.startswith("duplicate ")


READ_ONLY = ("timeline", "reports", "claims", "entities", "events", "verify", "export")


@pytest.fixture
def protected_case(stories: Path) -> Iterator[Path]:
    """A case that only can be read, where somebody without rights can reach it."""
    # The folders of pytest are closed to other users, and root may write everywhere.
    folder = Path(tempfile.mkdtemp(prefix="dateline"))
    folder.chmod(0o755)
    case = folder / "my case?.case"
    run("add", case, stories)
    paths = (case, *case.rglob("*"))
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield case
    for path in paths:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def without_rights(code: str, warm: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs `code` as somebody who owns nothing.

    Our modules may be closed to them, so all are loaded before, by commands on the case `warm`.
    """
    drop = (
        "import os, sys; from click.testing import CliRunner; from dateline.cli import main;"
        "run = lambda *words: CliRunner().invoke(main, words); warm = sys.argv.pop(1);"
        "[run(*one, warm) for one in (['reports'], ['verify'], ['show', 'v_'])];"
        "os.geteuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534));"
    )
    command = [sys.executable, "-c", drop + code, *map(str, (warm, *words))]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def test_a_case_that_cannot_be_written_can_be_read(
    protected_case: Path, built_case: Path, tmp_path: Path
) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in protected_case.rglob("*")}
    code = (
        "case, report, *commands = sys.argv[1:];"
        "done = [run(one, case) for one in commands]"
        " + [run('search', case, 'vienna'), run('show', case, 'v_')];"
        "print([one.exit_code for one in done], ['Keller' in one.stdout for one in done]);"
        "tried = run('add', case, report); print(tried.exit_code, tried.stderr, end='')"
    )
    nowhere = tmp_path / "nowhere.txt"  # even that it is not there can't be noted
    done = without_rights(code, built_case, protected_case, nowhere, *READ_ONLY)
    first, last = done.stdout.splitlines()
    codes, _, found = first.partition("] [")
    assert codes == f"[{', '.join(['0'] * 8)}, 4"
    assert found.split(", ")[:5] == ["True"] * 5
    assert last.startswith(f"1 dateline: The case {protected_case} can only be read")
    assert {path: path.is_file() and path.read_bytes() for path in before} == before
    assert set(protected_case.rglob("*")) == set(before)


def test_a_protected_case_with_unsaved_changes_says_so_in_one_line(
    protected_case: Path, built_case: Path
) -> None:
    protected_case.chmod(0o755)
    (protected_case / "case.db-wal").write_bytes(b"\0" * 64)
    protected_case.chmod(0o555)
    code = "done = run('reports', sys.argv[1]); print(done.exit_code, done.stderr, end='')"
    said = without_rights(code, built_case, protected_case).stdout
    assert said.startswith("1 dateline: ")
    assert "copy the whole folder" in said
    assert said.count("\n") == 1


def test_the_timeline_takes_a_person_and_a_range(built_case: Path) -> None:
    everything = records(run("timeline", built_case, "--json"))
    rossi = records(run("timeline", built_case, "--json", "--who", "Marta Rossi"))
    march = records(run("timeline", built_case, "--json", "--from", "2024-03-05", "--to", "2024"))
    assert 0 < len(rossi) < len(everything)
    assert 0 < len(march) < len(everything)


def test_show_gives_a_footnote_for_every_kind_of_id(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        contents = case.contents()
    claim = next(one for one in contents.claims if one.trigger.exact == "arrested")
    text = run("show", built_case, claim.id[:12]).stdout
    flat = " ".join(text.split())
    assert f"»{claim.quote.exact}«" in flat
    assert "reports that an unnamed court official said this." in flat
    assert "“March 5, 2024”, explicit" in flat
    assert "Graz" in text
    assert "found by" in text
    for kind in (contents.reports, contents.entities, contents.events):
        shown = run("show", built_case, kind[0].id)
        assert shown.exit_code == 0
        assert kind[0].id in shown.stdout


def test_show_says_how_a_weekday_was_read(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "LIMA, March 3, 2023 (Harbour Wire) - Police arrested Anna Keller on Thursday.\n",
        encoding="utf-8",
    )
    run("add", tmp_path / "my.case", report)
    with Case(tmp_path / "my.case", create=False) as case:
        (claim,) = [one for one in case.contents().claims if one.mode == "arrest"]
    shown = " ".join(run("show", tmp_path / "my.case", claim.id).stdout.split())
    assert "Thursday → 2023-03-02: past tense, read against the dateline 2023-03-03" in shown


def test_show_gives_the_whole_event_with_each_claim(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        event = max(case.events(), key=lambda one: len(one.claims))
    text = run("show", built_case, event.id).stdout
    assert all(claim in text for claim in event.claims)
    assert "origin" in text


def test_a_footnote_of_an_event_costs_no_more_for_the_size_of_the_case(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        contents = case.contents()
    event = max(contents.events, key=lambda one: len(one.claims))
    shown = list(Footnotes(contents).event(event))
    claims = [one for one in contents.claims if one.id in event.claims]
    near = {one.chain for claim in claims for one in (*claim.who, *claim.whom)}
    near |= {one.chain for claim in claims for one in claim.sources if one.chain}
    written = Footnotes(contents)
    people = {one.id for id_ in event.claims for one in written.people(written.claims[id_])}
    assert people == {one.id for one in contents.entities if near & set(one.chains)}
    assert 0 < len(people) < len(contents.entities)
    assert any("Anna Keller" in line for line in shown)


@pytest.mark.parametrize("kind", ["report", "claim", "entity", "event"])
def test_a_list_as_json_is_what_the_records_export_holds(kind: str, built_case: Path) -> None:
    plural = {"entity": "entities"}.get(kind, f"{kind}s")
    exported = [one for one in records(run("export", built_case)) if one["record"] == kind]
    assert records(run(plural, built_case, "--json")) == exported


def test_a_list_as_json_loads_the_case_once(
    built_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[Case] = []
    contents = Case.contents

    def count_loads(case: Case) -> Contents:
        loads.append(case)
        return contents(case)

    monkeypatch.setattr(Case, "contents", count_loads)
    assert run("claims", built_case, "--json").exit_code == 0
    assert len(loads) == 1


def test_reports_without_a_day_come_last(stories: Path, tmp_path: Path) -> None:
    (stories / "undated.txt").write_text("Anna Keller met Tomas Brandt in Graz.\n")
    run("add", tmp_path / "my.case", stories)
    rows = run("reports", tmp_path / "my.case").stdout.splitlines()
    days = [day for row in rows for day in ("4 Mar", "6 Mar", "8 Mar", "undated.txt") if day in row]
    assert days == ["4 Mar", "6 Mar", "8 Mar", "undated.txt"]


def test_search_shows_the_words_found(built_case: Path) -> None:
    result = run("search", built_case, 'brandt "in vienna"')
    assert result.exit_code == 0
    assert "in Vienna" in " ".join(result.stdout.split())
    assert records(run("search", built_case, "vienna", "--json"))[0]["quote"]


@pytest.mark.parametrize(
    ("kind", "head"), [("records", '{"record"'), ("csv", "id,"), ("html", "<!")]
)
def test_exports_go_out_or_into_a_file_with_the_same_bytes(
    kind: str, head: str, built_case: Path, tmp_path: Path
) -> None:
    out = run("export", built_case, "--as", kind)
    assert out.stdout_bytes.decode("utf-8").lower().startswith(head)
    target = tmp_path / f"my.{kind}"
    done = run("export", built_case, "--as", kind, "-o", target)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert target.read_bytes() == out.stdout_bytes
    assert list(tmp_path.iterdir()) == [target]


def test_verify_says_how_much_it_checked(built_case: Path) -> None:
    result = run("verify", built_case)
    assert result.exit_code == 0
    words = result.stdout.splitlines()[-1].split()
    assert words[0] == "Checked"
    assert int(words[1]) > 20


def test_verify_finds_a_changed_byte(stories: Path, tmp_path: Path) -> None:
    run("add", tmp_path / "my.case", stories)
    blob = next(
        path for path in sorted((tmp_path / "my.case" / "blobs").rglob("*")) if path.is_file()
    )
    blob.write_bytes(blob.read_bytes() + b" ")
    result = run("verify", tmp_path / "my.case")
    assert result.exit_code == 7
    assert result.stdout.startswith("r_")


@pytest.mark.parametrize("what", ["a claim", "a chain", "a report", "a report that is gone"])
def test_verify_of_a_damaged_case_is_code_7_with_the_id(
    what: str, stories: Path, tmp_path: Path
) -> None:
    run("add", tmp_path / "my.case", stories)
    damaged = damage(tmp_path / "my.case", *DAMAGE[what])
    result = run("verify", tmp_path / "my.case")
    assert (result.exit_code, result.stderr) == (7, "")
    first, last = result.stdout.splitlines()
    assert first.startswith(f"{damaged}  ")
    assert last.endswith(": 1 differ.")


def make_empty_case(folder: Path) -> None:
    with Case(folder) as case:
        case.add()


def test_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    make_empty_case(tmp_path / "my.case")
    for command in LISTS:
        result = run(command, tmp_path / "my.case")
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"dateline add {tmp_path / 'my.case'} FILE" in result.stderr
        assert run(command, tmp_path / "my.case", "--json").stdout == ""


CODES: list[tuple[tuple[str, ...], int, str]] = [
    (("timeline", "NOWHERE"), 1, "no case"),  # and none is made
    (("show", "CASE", "c_zzzz"), 4, "c_zzzz"),
    (("search", "CASE", "zeppelin"), 4, "zeppelin"),
    (("search", "CASE", "!"), 2, "word"),
    (("timeline", "CASE", "--who", "Nobody Atall"), 4, "--who"),
    (("timeline", "CASE", "--who", " "), 2, "empty"),
    (("timeline", "CASE", "--from", "last week"), 2, "not a date"),
    (("export", "CASE", "--as", "pdf"), 2, "pdf"),
    (("add", "CASE"), 2, "PATH"),
    (("nonsense",), 2, "nonsense"),
    (("export", "CASE", "-o", "/dev/null/x"), 1, "/dev/null"),
    (("export", "CASE", "-o", "NOWHERE/a/x"), 1, "no.case/a"),
]


@pytest.mark.parametrize(("words", "code", "message"), CODES)
def test_errors_are_one_line_and_a_code(
    words: tuple[str, ...], code: int, message: str, built_case: Path, tmp_path: Path
) -> None:
    given = {"CASE": str(built_case), "NOWHERE": str(tmp_path / "no.case")}
    for name, path in given.items():
        words = tuple(path + word.removeprefix(name) if word.startswith(name) else word
                      for word in words)  # fmt: skip
    result = run(*words)
    assert result.exit_code == code
    assert result.stderr.count("\n") == 1 or result.stderr.startswith("Usage: ")
    assert result.stdout == ""
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "no.case").exists()


def test_a_case_that_another_process_writes_to_is_code_5(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_empty_case(tmp_path / "my.case")
    monkeypatch.setenv("DATELINE_TIMEOUT_S", "0.2")
    # In a process of its own: SQLite's locks do not part two connections of one process.
    code = (
        "import sqlite3, sys; other = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "other.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "my.case" / "case.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        result = run("add", tmp_path / "my.case", stories)
        other.communicate(b"")
    assert result.exit_code == 5
    assert result.stderr.startswith("dateline: ")


def test_a_case_of_a_newer_version_is_code_6(tmp_path: Path) -> None:
    make_empty_case(tmp_path / "my.case")
    about = tmp_path / "my.case" / "case.toml"
    about.write_text(about.read_text().replace("format = 1", "format = 99"))
    assert run("reports", tmp_path / "my.case").exit_code == 6


def test_a_setting_that_makes_no_sense_is_code_2(
    built_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_TIMEOUT_S", "soon")
    result = run("reports", built_case)
    assert result.exit_code == 2
    assert "DATELINE_TIMEOUT_S" in result.stderr


def test_a_file_name_that_is_no_utf_8_goes_all_the_way(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(STORIES["keller-visit.txt"], encoding="utf-8")
    assert run("add", tmp_path / "my.case", tmp_path / name).exit_code == 0
    for command in (*LISTS, "verify"):
        assert run(command, tmp_path / "my.case").exit_code == 0
    for kind in ("records", "csv", "html"):
        assert run("export", tmp_path / "my.case", "--as", kind).stdout_bytes.decode("utf-8")


def test_a_file_in_the_place_of_a_case_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "my.case").write_text("no case")
    result = run("reports", tmp_path / "my.case")
    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: ")
    assert result.stderr.count("\n") == 1


def test_the_demo_builds_its_case_and_a_page(tmp_path: Path) -> None:
    result = run("demo", tmp_path / "build")
    assert result.exit_code == 0
    assert "“" in result.stdout
    page = (tmp_path / "build" / "demo.html").read_text("utf-8")
    listed = str(tmp_path / "build" / "watch-list.csv")
    assert run("screen", tmp_path / "build" / "demo.case", listed).stdout.startswith("possible")
    assert "This is fiction." in page
    again = run("demo", tmp_path / "build")
    assert again.exit_code == 0
    assert again.stdout == result.stdout


def test_as_a_program_it_ends_quietly_when_the_reader_goes_away(built_case: Path) -> None:
    for command in ("export", "claims"):
        with subprocess.Popen(
            [sys.executable, "-m", "dateline", command, str(built_case)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


def test_as_a_program_it_gives_codes_and_keeps_data_and_messages_apart(built_case: Path) -> None:
    good = shell("timeline", built_case, "--json")
    assert (good.returncode, good.stderr) == (0, "")
    assert json.loads(good.stdout.splitlines()[0])
    bad = shell("show", built_case, "x_1")
    assert (bad.returncode, bad.stdout) == (4, "")
    assert bad.stderr.startswith("dateline: ")


def test_a_terminal_sees_a_bar_and_then_every_row(stories: Path, tmp_path: Path) -> None:
    shown = in_terminal("add", str(tmp_path / "my.case"), str(stories)).decode("utf-8")
    assert "3/3" in shown
    assert shown.count("added  ") == 3
    assert shown.rstrip().endswith("3 added")
    asked = in_terminal("add", str(tmp_path / "my.case"), str(stories), "--json").decode("utf-8")
    assert asked.count('"state": "duplicate"') == 3


def test_no_colour_reaches_a_pipe_and_none_a_terminal_that_refuses(built_case: Path) -> None:
    assert "\x1b" not in shell("timeline", built_case).stdout
    assert b"\x1b" in in_terminal("timeline", str(built_case))
    assert b"\x1b" not in in_terminal("timeline", str(built_case), NO_COLOR="1")


def in_terminal(*words: str, **environment: str) -> bytes:
    """What a command writes to a terminal."""
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", *words], stdout=follower, stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )  # fmt: skip
    os.close(follower)
    written = b""
    try:
        while chunk := os.read(leader, 65_536):
            written += chunk
    except OSError:  # how Linux says that the other end was closed
        pass
    os.close(leader)
    process.wait(timeout=60)
    return written


def start_adding(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """A program that adds 200 reports to a case, and the first row that it printed."""
    (folder / "many").mkdir()
    for number in range(200):
        text = STORIES["keller-visit.txt"].replace("2024", str(1800 + number))
        (folder / "many" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "add", str(folder / "my.case"), str(folder / "many")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline()


def test_what_was_added_before_a_kill_is_there_and_grouped(tmp_path: Path) -> None:
    process, first = start_adding(tmp_path)
    process.kill()
    rest, _messages = process.communicate(timeout=120)
    rows = [line.split() for line in (first, *rest.splitlines())]
    shown = run("timeline", tmp_path / "my.case", "--json")
    assert shown.exit_code == 0
    assert records(shown)
    assert run("verify", tmp_path / "my.case").exit_code == 0
    kept = {row["id"] for row in records(run("reports", tmp_path / "my.case", "--json"))}
    assert {row[2] for row in rows if len(row) == 5} <= kept


def test_ctrl_c_finishes_the_report_at_hand(tmp_path: Path) -> None:
    process, first = start_adding(tmp_path)
    process.send_signal(signal.SIGINT)
    rest, messages = process.communicate(timeout=120)
    assert first.startswith("added ")
    assert process.returncode == 130
    assert "stopped by Ctrl-C" in messages
    assert "Traceback" not in messages
    with Case(tmp_path / "my.case", create=False) as case:
        assert len(case.reports()) == 1 + len(rest.splitlines())
        assert len(case.reports()) < 200
        assert case._database.is_grouped()


def test_a_timeline_comes_at_once(built_case: Path) -> None:
    start = time.monotonic()
    assert shell("timeline", built_case).returncode == 0
    assert time.monotonic() - start < 8  # 2 s on a quiet machine; room for a busy one
