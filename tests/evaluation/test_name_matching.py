"""The set `name_matching`: pairs of names, and names looked for in a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing, Result
from evaluation.name_matching import run
from evaluation.name_matching_corpora import read_cases, read_entries
from evaluation.name_matching_found import Sought, best, find_ours, find_similar
from evaluation.peers.environment import VARIABLE

CASES = (
    ("Person", "Marta Kowalczyk", "KOWALCZYK, Marta", "true"),
    ("Person", "Marta Kowalczyk", "Otto Thornbury", "false"),
    ("Company", "Nordwind Shipping GmbH", "Nordwind Shipping Ltd", "true"),
    ("Company", "Nordwind Shipping", "Harrow Steel", "false"),
)
LIST = '7,"KOWALCZYK, Marta","individual"\n8,"NORDWIND SHIPPING",-0- \n9,"HARROW STEEL",-0- \n'
ALIASES = '7,1,"aka","Kowalczykova, Martha",-0- \n9,2,"aka","Brimstone",-0- \n'


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-peers"))
    cases = "schema,name1,name2,is_match\n" + "".join(
        f'{schema},"{left}","{right}",{same}\n' for schema, left, right, same in CASES
    )
    frozen = 'schema,name1,name2,predicted_match\nPerson,Marta Kowalczyk,"KOWALCZYK, Marta",false\n'
    people = "full_name\n" + "".join(f"Person {i} Nobody{i}\n" for i in range(20))
    for name, text in {
        "nomenklatura/name_bench/cases.csv": cases,
        "nomenklatura/name_bench/run_data/logicv2-frozen.csv": frozen,
        "ofac/sdn.csv": LIST,
        "ofac/alt.csv": ALIASES,
        "yente/fixtures/negatives_global.csv": people,
        "yente/fixtures/positives_un_treated.csv": "full_name\nKowalczyk Marta\n",
        "yente/fixtures/positives_un_untreated.csv": "full_name\nMarta Kowalczyk\n",
    }.items():
        path = tmp_path / "set" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "set"


@pytest.fixture
def measured(data: Path) -> Result:
    return run(data)


def test_pairs_and_aliases_are_counted(measured: Result) -> None:
    figures = measured.figures
    assert (figures["same_f1"], figures["treated_recall_at_10"]) == (1.0, 1.0)
    assert figures["alias_recall_at_10"] == 0.5, "Brimstone is like no main name"


def test_verdicts_that_were_kept_are_measured_on_the_pairs_that_have_one(measured: Result) -> None:
    assert measured.peers["logic-v2, frozen"]["same_recall"] == 0.0


def test_a_peer_that_is_not_set_up_is_told_in_a_line(measured: Result) -> None:
    assert any("python -m evaluation.peers.setup nomenklatura" in note for note in measured.notes)
    assert "nomenklatura's logic-v2" not in measured.peers


def test_rows_that_were_looked_at_stand_apart(measured: Result) -> None:
    odd, even = (measured.parts[f"rows {part}looked at"] for part in ("not ", ""))
    assert (odd["alias_recall_at_10"], even["alias_recall_at_10"]) == (0.5, 0.0)


def test_an_alias_never_is_in_the_list_that_is_searched(data: Path) -> None:
    entries = read_entries(data)
    assert [entry.aliases for entry in entries] == [("Kowalczykova, Martha",), (), ("Brimstone",)]
    assert find_ours(entries, [Sought("Brimstone", "Organization")]) == [[]]


def test_each_system_finds_the_nearest_first(data: Path) -> None:
    entries, sought = read_entries(data), [Sought("Nordwind Shiping", "Organization")]
    assert find_ours(entries, sought)[0][0][0] == find_similar(entries, sought)[0][0][0] == 1


def test_of_equal_scores_the_first_found_stays_first() -> None:
    assert best([(3, 0.5), (1, 0.9), (2, 0.5)]) == [(1, 0.9), (3, 0.5), (2, 0.5)]


def test_a_set_without_its_files_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DataMissing):
        read_cases(tmp_path)
