from __future__ import annotations

import gzip
import json

import pytest

from dateline.errors import UnreadableInput
from tests.resolve.screening.lists import ALT, SDN, ftm, read


def test_an_ofac_entry_has_what_its_columns_and_remarks_say() -> None:
    watch, entries = read(SDN, aliases=ALT)
    assert watch.kind == "ofac"
    karim = entries[0]
    assert (karim.id, karim.schema) == ("ofac-sdn:7101", "Person")
    assert karim.names == ("DALLO, Karim Ben Salah", "DALO, Kareem", "ABU SADD")
    assert karim.birth_dates == ("1948-12-10", "1950~")
    assert karim.countries == ("TN",)
    assert karim.positions == ("Deputy Minister", "Secretary General of GREY HARBOUR FRONT")
    assert karim.organizations == ("GREY HARBOUR FRONT",)
    assert karim.programs == ("FICT1", "FICT2")


def test_an_ofac_list_leaves_ships_out_and_counts_them() -> None:
    watch, entries = read(SDN)
    assert [one.schema for one in entries] == ["Person", "Organization", "Person"]
    assert watch.other_kinds == {"vessel": 1}
    assert watch.failed == 0


def test_an_ofac_list_in_latin_1_keeps_its_letters_and_turns_states_round() -> None:
    _, entries = read(SDN)
    assert entries[2].name == "NÚÑEZ, Ana"
    assert entries[2].countries == ("KP",)


def test_a_file_of_aliases_alone_says_how_to_give_it() -> None:
    with pytest.raises(UnreadableInput, match="with --aliases"):
        read(ALT)


def test_a_follow_the_money_entity_has_its_names_dates_and_former_ids() -> None:
    line = ftm(
        "NK-abc", "Person", ["Karim Dallo", "كريم دالو"], alias=["K. Dallo"], weakAlias=["Sadd"],
        birthDate=["1948-12", "no date"], nationality=["tn"], country=["mt"],
        position=["Minister"], programId=["FICT-1"], referents=["fict-7", "NK-abc"],
    )  # fmt: skip
    _, (entry,) = read(line)
    assert entry.id == "ftm:NK-abc"
    assert entry.names == ("Karim Dallo", "كريم دالو", "K. Dallo", "Sadd")
    assert entry.birth_dates == ("1948-12",)
    assert entry.countries == ("TN", "MT")
    assert entry.former_ids == ("ftm:fict-7",)
    assert entry.programs == ("FICT-1",)


def test_a_sanction_gives_its_programme_to_the_entity_it_is_of() -> None:
    lines = [
        ftm("s-1", "Sanction", [], entity=["p-1"], program=["Fictional Order 5"]),
        ftm("p-1", "Person", ["Karim Dallo"]),
        ftm("a-1", "Address", []),
    ]
    watch, entries = read("\n".join(lines))
    assert [one.id for one in entries] == ["ftm:p-1"]
    assert watch.programs == {"ftm:p-1": ("Fictional Order 5",)}
    assert watch.other_kinds == {"Sanction": 1, "Address": 1}


def test_sanctions_nested_in_an_entity_give_their_programmes_too() -> None:
    nested = [{"schema": "Sanction", "properties": {"program": ["Order 6"]}}]
    _, (entry,) = read(ftm("p-1", "Person", ["Karim Dallo"], sanctions=nested))
    assert entry.programs == ("Order 6",)


def test_the_edition_is_the_users_word_then_the_lists_then_the_files() -> None:
    lines = "\n".join(
        ftm(f"p-{day}", "Person", ["Karim Dallo"], last_change=f"2024-03-{day}T10:00:00")
        for day in ("05", "17", "11")
    )
    own, _ = read(lines, changed="2024-05-01")
    assert (own.edition, own.edition_from) == ("2024-03-17", "list")
    said, _ = read(lines, edition="2024-04-01", changed="2024-05-01")
    assert (said.edition, said.edition_from) == ("2024-04-01", "user")
    file, _ = read("name\nKarim Dallo\n", changed="2024-05-01")
    assert (file.edition, file.edition_from) == ("2024-05-01", "file")


TABLES = (
    # what the user's table looks like → the names that it holds
    ("name\nKarim Dallo\nAna Núñez\n", ["Karim Dallo", "Ana Núñez"]),
    ("Karim Dallo\nAna Núñez\n", ["Karim Dallo", "Ana Núñez"]),  # one column without a head
    ("DALLO, Karim\nNUNEZ, Ana\n", ["DALLO, Karim", "NUNEZ, Ana"]),  # commas that part no columns
    ("Id;Full Name\n1;Karim Dallo\n", ["Karim Dallo"]),
    ("id\tNAME\n1\tDallo, Karim\n", ["Dallo, Karim"]),
    ("nr|full_name\n1|Karim Dallo\n", ["Karim Dallo"]),
    ("First name,Last name\nKarim,Dallo\n", ["Karim Dallo"]),
    ("\ufeffname\r\nKarim Dallo\r\n\r\n", ["Karim Dallo"]),  # as Excel saves it
    ("# our own list\nname,type\nKarim Dallo,person\n", ["Karim Dallo"]),
    ("name\n=cmd|'/c calc'!A1 Dallo\n", ["=cmd|'/c calc'!A1 Dallo"]),
)


@pytest.mark.parametrize(("table", "names"), TABLES)
def test_a_table_of_names_is_read_however_it_is_laid_out(table: str, names: list[str]) -> None:
    watch, entries = read(table)
    assert [one.name for one in entries] == names
    assert watch.kind == "csv"
    assert watch.failed == 0


def test_a_table_gives_aliases_type_birth_and_country() -> None:
    _, entries = read(
        "ID,Name,Aliases,Type,DOB,Nationality\n"
        "7,Karim Dallo,Kareem Dalo;K. Dallo,Individual,4 Mar 1951,Tunisia\n"
        "8,Grey Harbour,,company,,Malta\n9,Sadd,,unknown,,\n"
    )
    karim, harbour, sadd = entries
    assert karim.id == "csv:test-list:7"
    assert karim.aliases == ("Kareem Dalo", "K. Dallo")
    assert (karim.schema, karim.birth_dates, karim.countries) == (
        "Person",
        ("1951-03-04",),
        ("TN",),
    )
    assert (harbour.schema, sadd.schema) == ("Company", "LegalEntity")


def test_entries_without_ids_have_the_same_id_in_the_next_edition() -> None:
    _, before = read("name,dob\nKarim Dallo,1951\nKarim Dallo,1987\n")
    _, after = read("dob;name\n1987;KARIM DALLO\n1990;Ana Núñez\n")
    assert before[0].id != before[1].id == after[0].id


def test_a_table_of_open_sanctions_has_the_ids_of_its_json_lines() -> None:
    watch, (entry,) = read(
        "id,schema,name,aliases,birth_date,countries,dataset,last_change\n"
        'NK-abc,Person,Karim Dallo,"Kareem Dalo;Dalo",1951,tn,Fict,2024-03-17T10:00:00\n'
    )
    assert entry.id == "ftm:NK-abc"
    assert entry.countries == ("TN",)
    assert watch.edition == "2024-03-17"


NO_LISTS = (
    (b"", "empty"),
    (b" \n\n", "empty"),
    (b"PK\x03\x04zip", "Excel"),
    (gzip.compress(b"name\nKarim Dallo\n"), "gunzip"),
    (b"<html><p>Karim Dallo</p>", "CSV or JSON Lines"),
    (b'[{"id": "p-1"}]', "one entity a line"),
    ("name\nKarim Dallo\n".encode("utf-16"), "UTF-8"),
    (b"a,b,c\n1,2,3\n", "put a first line on it such as: name"),
    (b"# nothing but a remark\n", "no row"),
)


@pytest.mark.parametrize(("data", "said"), NO_LISTS)
def test_what_is_no_list_says_what_it_is_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(data)


GOOD = ftm("p-1", "Person", ["Karim Dallo"]).encode()
BAD_LINES = (
    b"{broken",
    b'{"id": "x", "schema": "Person", "properties": {}}',  # nobody
    b'{"id": "has a space", "schema": "Person", "properties": {"name": ["A B"]}}',
    b'{"schema": "Person", "properties": {"name": ["A B"]}}',
    b'{"id": "x", "schema": "Person", "properties": [1]}',
    b'{"id": "x", "schema": 7}',
    b'{"id": "x", "schema": "Person", "properties": {"name": ["\xff\xfe"]}}',
    b'{"id": "x", "schema": "Person", "other": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"id": "x", "schema": "Person", "properties": {"name": ' + b'["' * 5_000 + b"}",
    b'{"id": "x", "schema": "Person", "caption": "' + b"A" * 10_000_000 + b'"}',
    b"\x00\x00\x00",
    b"7",
)


@pytest.mark.parametrize("bad", BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(bad: bytes) -> None:
    watch, entries = read(b"\n".join((GOOD, bad, GOOD)), kind="ftm")
    assert [one.line for one in entries] == [1, 3]
    assert watch.failed == 1
    assert [one.line for one in watch.problems] == [2]


def test_only_the_first_bad_lines_are_told_and_all_are_counted() -> None:
    watch, _ = read(b"\n".join([GOOD, *[b"{"] * 50]))
    assert watch.failed == 50
    assert len(watch.problems) == 5


def test_a_value_of_the_wrong_kind_is_passed_over() -> None:
    names = ["Karim Dallo", 7, None, {"a": 1}, True]
    said = {"name": names, "alias": "Dalo", "birthDate": {"x": 1}, "sanctions": [3, {"a": 5}]}
    _, (entry,) = read(json.dumps({"id": "p-1", "schema": "Person", "properties": said}))
    assert entry.names == ("Karim Dallo", "7", "Dalo")
    assert entry.birth_dates == ()


def test_nul_bytes_and_long_names_are_cut_to_one_short_line() -> None:
    _, entries = read(f"name\nKarim\x00Dallo\n{'A' * 90_000} B\n")
    assert entries[0].name == "Karim Dallo"
    assert len(entries[1].name) == 500


def test_a_quotation_mark_that_is_never_closed_is_told_and_does_not_hang() -> None:
    rows = "".join(f"Karim Dallo {number}\n" for number in range(30_000))
    watch, entries = read(f'name\nAna Núñez\n"never closed\n{rows}')
    assert entries[0].name == "Ana Núñez"
    assert watch.failed == len(watch.problems) > 0
    assert "quotation mark" in watch.problems[0].message


def test_a_line_of_ten_megabytes_in_a_table_is_told_and_the_rest_goes_on() -> None:
    watch, entries = read(b"name\nKarim Dallo\n" + b"A" * 10_000_000 + b"\nAna Keller\n")
    assert [one.name for one in entries] == ["Karim Dallo", "Ana Keller"]
    assert [one.line for one in watch.problems] == [3]
