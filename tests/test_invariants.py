"""What must hold of every report, whatever it says."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from dateline import Case, analyse
from dateline.read import read_bytes
from dateline.records import Report
from dateline.verification import quotes_in
from tests.conftest import STORIES

NASTY = (
    "GRAZ, March 6, 2024 — \u202eAnna\u202c K\u00e9ller\u0301 met 𝒯omas Brandt\u200d in Vienna "
    "on March 3, 2024, said \x9b31m(officials).\r\nHe\u00a0said:\u2028“She\tvisited Graz "
    "— ‘again’ —[2J in 2023”, according to a 👩‍👩‍👧 spokesman.\r\n\r\n"
    "<b>Keller</b> [red]denied[/red] it; =HYPERLINK(1) ' OR 1=1 -- ../../etc/passwd {{7*7}}\n"
)
TEXTS = {**STORIES, "nasty.txt": NASTY}


def read(name: str) -> Report:
    return read_bytes(TEXTS[name].encode("utf-8"), file=name)


@pytest.mark.parametrize("name", TEXTS)
def test_every_quote_is_exactly_the_words_of_its_range(name: str) -> None:
    report = read(name)
    annotations, claims = analyse(report)
    quotes = list(quotes_in((report, annotations.chains, annotations.times, annotations.places,
                           annotations.attributions, annotations.stances, claims)))  # fmt: skip
    assert quotes
    assert [one for one in quotes if report.text[one.start : one.end] != one.exact] == []


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_report_gives_the_same_findings(name: str) -> None:
    assert analyse(read(name)) == analyse(read(name))


@pytest.mark.parametrize("name", TEXTS)
def test_claims_name_chains_of_their_report_and_have_a_source(name: str) -> None:
    report = read(name)
    annotations, claims = analyse(report)
    chains = {chain.id for chain in annotations.chains}
    for claim in claims:
        assert claim.report == report.id
        assert {one.chain for one in (*claim.who, *claim.whom)} <= chains
        assert {source.chain for source in claim.sources} <= chains | {None}
        assert claim.sources
        assert claim.found_by
        assert claim.quote.holds(claim.trigger)
    assert len({claim.id for claim in claims}) == len(claims)


def test_two_exports_of_a_case_are_the_same_bytes(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        for kind in ("records", "csv", "html"):
            assert list(case.export(kind)) == list(case.export(kind))


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    exports = set()
    for number, names in enumerate(list(permutations(STORIES))[::2]):
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_text(STORIES[path.name], encoding="utf-8")
        with Case(tmp_path / f"{number}.case") as case:
            for path in paths[:-1]:
                case.add(path)
            case.add(paths[-1])
            exports.add("".join(case.export("records")))
    assert len(exports) == 1


def test_a_case_grown_report_by_report_equals_one_built_at_once(
    built_case: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as grown, Case(built_case, create=False) as built:
        for name in reversed(STORIES):
            (tmp_path / name).write_text(STORIES[name], encoding="utf-8")
            grown.add(tmp_path / name)
        assert list(grown.export("records")) == list(built.export("records"))
        assert list(grown.export("html")) == list(built.export("html"))


def test_the_records_export_refers_only_to_what_it_holds(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        records = [json.loads(line) for line in case.export("records")]
    ids = {kind: {one["id"] for one in records if one["record"] == kind}
           for kind in ("report", "entity", "claim", "event")}  # fmt: skip
    assert all(ids.values())
    for record in records:
        if record["record"] == "claim":
            assert record["report"] in ids["report"]
            assert {*record["who"], *record["whom"]} <= ids["entity"]
        if record["record"] == "event":
            assert set(record["claims"]) <= ids["claim"]
            assert {*record["who"], *record["whom"]} <= ids["entity"]
    told = [claim for one in records if one["record"] == "event" for claim in one["claims"]]
    events = [one["id"] for one in records if one.get("kind") == "event"]
    assert sorted(told) == sorted(events)
