"""The command for watch-lists, with fictional lists: no person or body in them exists."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline import Case
from dateline.cli.entry import DatelineGroup
from dateline.cli.screening import screen
from tests.cli.judged import run as run_main
from tests.cli.test_injection import UNSAFE
from tests.resolve.screening.lists import ALT, SDN, ftm

REPORTS = {
    "one.txt": (
        "TUNIS, March 1, 2024 (Tunis Post) — Tunisian Deputy Minister Karim Dallo, 54, met Anna "
        "Keller in Tunis on Thursday.\n"
    ),
    "two.txt": (
        "SFAX, March 4, 2024 (Sfax Post) — The Grey Harbour Front attacked the port of Sfax. "
        "Police arrested Zerafa.\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("screened")
    (folder / "in").mkdir()
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with Case(folder / "my.case") as case:
        case.add(folder / "in")
        assert "Karim Dallo" in {one.name for one in case.entities()}
    return folder / "my.case"


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "my.case"))


def run(*words: str | Path, stdin: bytes | None = None) -> Result:
    group = DatelineGroup("dateline")
    group.add_command(screen)
    return CliRunner().invoke(group, ["screen", *map(str, words)], input=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_candidate_is_shown_with_its_passage_its_fields_and_the_next_step(
    case: Path, tmp_path: Path
) -> None:
    write(tmp_path, "alt.csv", ALT)
    result = run(case, write(tmp_path, "SDN.CSV", SDN))
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "Karim Dallo could be “DALLO, Karim Ben Salah” (OFAC SDN)" in said
    assert "— Tunisian Deputy Minister Karim Dallo, 54, met Anna Keller" in said
    assert "country agrees: TN in the reports, TN on the list" in said
    assert (
        "birth differs: 1969/1970 (“54”) in the reports, 1948-12-10 and 1950~ on the list" in said
    )
    assert "listed under FICT1 and FICT2" in said
    assert "OFAC SDN, file of 20" in said
    assert "dateline different " in said
    assert "ofac-sdn:7101 --reason" in said
    assert said.endswith("read the passages, and look at what differs.")
    assert "is sanctioned" not in said


def test_the_aliases_beside_an_ofac_list_are_read_or_given(case: Path, tmp_path: Path) -> None:
    sdn = b'7109,"QUILL, Mo","individual","FICT1"' + b",-0- " * 8 + b"\n"
    alt = b'7109,1,"aka","DALLO, Karim",-0- \n'
    path = write(tmp_path, "sdn.csv", sdn)
    assert run(case, path).exit_code == 4
    aliases = write(tmp_path, "other.csv", alt)
    assert run(case, path, "--aliases", aliases).exit_code == 0
    aliases.rename(tmp_path / "ALT.csv")
    assert "alias “DALLO, Karim”" in " ".join(run(case, path).stdout.split())


def test_json_has_every_candidate_with_its_features_fields_and_passage(
    case: Path, tmp_path: Path
) -> None:
    line = ftm("NK-1", "Person", ["Karim Dallo"], birthDate=["1970"],
               last_change="2024-03-17T00:00:00")  # fmt: skip
    result = run(case, write(tmp_path, "entities.ftm.json", line), "--json")
    (row,) = rows(result)
    assert row["entry"]["id"] == "ftm:NK-1"
    assert (row["list"], row["edition"], row["edition_from"]) == ("entities", "2024-03-17", "list")
    assert row["name_score"] > 0.5
    assert {one["name"] for one in row["features"]} > {"start"}
    assert {one["label"]: one["agreement"] for one in row["fields"]}["birth"] == "agrees"
    with Case(case) as opened:
        text = {one.id: one.text for one in opened.reports()}[row["passage"]["report"]]
    assert text[row["passage"]["start"] : row["passage"]["end"]] == row["passage"]["exact"]
    assert "no finding about a person" in result.stderr


def test_a_namesake_ruled_out_is_gone_but_for_all_and_comes_back_with_undo(
    case: Path, tmp_path: Path
) -> None:
    path = write(tmp_path, "names.csv", "id,name\n7,Karim Dallo\n")
    first = run(case, path)
    step = " ".join(first.stdout.split()).partition("if somebody else: dateline ")[2]
    words = shlex.split(step)[:4]
    assert words[3] == "csv:names:7"
    ruled = run_main(words[0], case, *words[2:4], "--reason", "born in 1931")
    assert ruled.exit_code == 0, ruled.output
    gone = run(case, path)
    assert gone.exit_code == 4
    assert "1 candidate ruled out by a person" in gone.stderr
    shown = " ".join(run(case, path, "--all").stdout.split())
    assert "is held not to be “Karim Dallo” (names) by Ida on 20" in shown
    assert "born in 1931" in shown
    (row,) = rows(run(case, path, "--json"))
    assert (row["judged"], row["judgement"]["reason"]) == ("different", "born in 1931")
    run_main("undo", case)
    assert run(case, path).exit_code == 0


def test_who_is_confirmed_is_said_to_be_held_so_by_whom(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "names.csv", "id,name\n7,Karim Dallo\n")
    run_main("same", case, "Karim Dallo", "csv:names:7", "--reason", "one passport")
    said = " ".join(run(case, path).stdout.split())
    assert "Karim Dallo is held to be the same as “Karim Dallo” (names) by Ida on 20" in said
    assert ": one passport" in said
    assert "to take that back: dateline undo" in said


def test_what_only_follows_from_judgements_says_where_to_look(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "names.csv", "id,name\n7,Karim Dallo\n")
    run_main("same", case, "Karim Dallo", "NK-1")
    run_main("different", case, "NK-1", "csv:names:7")
    said = " ".join(run(case, path, "--all").stdout.split())
    assert "is held not to be “Karim Dallo” (names) by what people judged of others" in said
    assert "what it follows from: dateline judgements" in said


def test_no_name_in_common_exits_4_and_says_so(case: Path, tmp_path: Path) -> None:
    result = run(case, write(tmp_path, "names.csv", "name\nMo Quillop\n"))
    assert result.exit_code == 4
    assert result.stdout == ""
    assert "No name is like one on the list." in result.stderr
    assert "1 person left out whom reports call by a single name" in result.stderr


def test_surnames_are_flagged_and_off_by_default(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "names.csv", "name,type\nZerafa,person\n")
    assert run(case, path).exit_code == 4
    result = run(case, path, "--surnames")
    assert result.exit_code == 0
    assert "(surname only, alike" in " ".join(result.stdout.split())


def test_a_bad_line_exits_3_with_where_and_what_to_do(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "list.json", f"{ftm('p-1', 'Person', ['Karim Dallo'])}\n{{broken\n")
    result = run(case, path)
    assert result.exit_code == 3
    assert "Karim Dallo could be" in result.stdout
    assert "list.json line 2: no entity as JSON" in result.stderr


def test_a_file_that_is_no_list_costs_the_others_nothing(case: Path, tmp_path: Path) -> None:
    good = write(tmp_path, "names.csv", "name\nKarim Dallo\n")
    result = run(case, write(tmp_path, "list.xlsx", b"PK\x03\x04..."), good)
    assert result.exit_code == 3
    assert "save the sheet as CSV" in result.stderr
    assert "could be “Karim Dallo” (names)" in " ".join(result.stdout.split())
    wrong = run(case, good, "--format", "ftm")
    assert wrong.exit_code == 3
    assert "is --format right?" in wrong.stderr
    assert run(case, tmp_path / "nowhere.csv").exit_code == 1
    one_gone = run(case, tmp_path / "nowhere.csv", good)
    assert one_gone.exit_code == 3
    assert "No such file or directory" in one_gone.stderr
    assert "could be “Karim Dallo” (names)" in " ".join(one_gone.stdout.split())


def test_a_list_comes_through_standard_input_with_a_name_and_an_edition(case: Path) -> None:
    result = run(case, "-", "--list-name", "Our list", "--edition", "2024-02-01",
                 stdin=b"name\nKarim Dallo\n")  # fmt: skip
    said = " ".join(result.stdout.split())
    assert "Our list, edition of 2024-02-01" in said
    assert "csv:our-list:" in said


def test_wrong_use_is_told(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "names.csv", "name\nKarim Dallo\n")
    assert run(case, path, "--edition", "March").exit_code == 2
    assert run(case, path, path, "--list-name", "Two").exit_code == 2
    assert run(case, path, "--min", "7").exit_code == 2
    assert run(case).exit_code == 2


def test_only_the_best_of_many_are_shown_and_the_rest_counted(case: Path, tmp_path: Path) -> None:
    path = write(
        tmp_path, "names.csv", "id,name\n" + "".join(f"{n},Karim Dallo\n" for n in range(8))
    )
    result = run(case, path)
    assert result.stdout.count("could be “Karim Dallo”") == 5
    assert "3 more entries of the list could be Karim Dallo" in " ".join(result.stdout.split())
    assert run(case, path, "--all").stdout.count("could be “Karim Dallo”") == 8


def test_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    with Case(tmp_path / "empty.case") as opened:
        opened.add()
    result = run(tmp_path / "empty.case", write(tmp_path, "names.csv", "name\nKarim Dallo\n"))
    assert result.exit_code == 4
    assert "has no reports yet" in result.stderr


HOSTILE = "Karim \x1b[2J\x1b]0;owned\x07\u202eDallo\x9b31m"


@pytest.mark.parametrize("options", [(), ("--json",), ("--all",)])
def test_codes_in_a_list_never_reach_the_terminal(
    case: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    line = json.dumps({
        "id": "p-1;$(reboot)", "schema": "Person", "caption": HOSTILE,
        "properties": {"name": ["Karim Dallo", HOSTILE], "program": [HOSTILE],
                       "position": [HOSTILE], "country": [HOSTILE], "birthDate": [HOSTILE]},
    })  # fmt: skip
    ship = json.dumps({"id": "s-1", "schema": f"Ship{HOSTILE}", "properties": {}})
    bad = '{"id": 7, "schema": "\x1b[2J"}'
    path = write(tmp_path, "list.json", "\n".join((line, ship, bad)))
    result = run(case, path, *options, "--list-name", f"list{HOSTILE}")
    assert result.exit_code == 3
    assert not UNSAFE.search(result.output)
    assert "Karim Dallo" in result.output


def test_an_id_of_a_list_is_quoted_for_the_shell(case: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "list.json", ftm("p-1;$(reboot)", "Person", ["Karim Dallo"]))
    assert "'ftm:p-1;$(reboot)'" in " ".join(run(case, path).stdout.split())


def test_help_teaches_with_examples() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "  dateline screen my.case sdn.csv" in result.output
    assert "no finding about a person" in " ".join(result.output.split())
