"""The records export obeys the format, byte for byte."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest

from dateline.export.records import write_records
from dateline.records import Count, Quote, Series, Step
from tests.export.case import Made, make_case


@pytest.fixture(scope="module")
def made() -> Made:
    return make_case()


def lines_of(made: Made) -> list[str]:
    return list(write_records(made.reports, made.entities, made.claims, made.events, made.copies))


def records_of(made: Made, kind: str) -> list[dict[str, Any]]:
    return [record for record in map(json.loads, lines_of(made)) if record["record"] == kind]


def test_kinds_stand_in_the_order_of_the_format_and_ids_are_sorted(made: Made) -> None:
    found = [(record["record"], record["id"]) for record in map(json.loads, lines_of(made))]
    order = ["report", "entity", "claim", "event"]
    assert found == sorted(found, key=lambda pair: (order.index(pair[0]), pair[1]))
    assert {kind for kind, _ in found} == set(order)


def test_every_line_ends_once_and_holds_no_other_line_feed(made: Made) -> None:
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines_of(made))


def test_every_span_quotes_exactly_the_text_of_its_report(made: Made) -> None:
    texts = {report.id: report.text for report in made.reports}
    seen = 0

    def check(value: object, report: str | None) -> None:
        nonlocal seen
        if isinstance(value, dict):
            report = value.get("report", report)
            if "exact" in value:
                seen += 1
                assert report is not None
                assert texts[report][value["start"] : value["end"]] == value["exact"]
            for part in value.values():
                check(part, report)
        elif isinstance(value, list):
            for part in value:
                check(part, report)

    for line in lines_of(made):
        check(json.loads(line), None)
    assert seen > 60


def test_claims_name_entities_and_not_chains(made: Made) -> None:
    entities = {entity.id for entity in made.entities}
    for claim in records_of(made, "claim"):
        assert set(claim["who"] + claim["whom"]) <= entities
        assert len(set(claim["who"])) == len(claim["who"])


def test_two_chains_of_one_entity_count_once_and_keep_the_order_of_the_words(made: Made) -> None:
    claim = next(claim for claim in made.claims if len(claim.who) == 2)
    record = next(r for r in records_of(made, "claim") if r["id"] == claim.id)
    owner = {chain: entity.id for entity in made.entities for chain in entity.chains}
    assert record["who"] == [owner[participant.chain] for participant in claim.who]


def test_an_open_end_is_null_and_a_missing_time_too(made: Made) -> None:
    times = {r["when"]["edtf"]: r["when"] for r in records_of(made, "claim") if r["when"]}
    assert times["2024-04/.."]["end"] is None
    assert times["2024-01-08/2024-01-11"]["start"] == "2024-01-08"
    assert times["2024-01-08/2024-01-11"]["end"] == "2024-01-12"
    assert any(record["when"] is None for record in records_of(made, "claim"))


def test_a_time_and_a_place_keep_their_reasons_and_what_does_not_fit(made: Made) -> None:
    claim = next(c for c in made.claims if c.when and c.where)
    assert claim.when is not None
    assert claim.where is not None
    when = replace(claim.when, reasons=("a day in words",), doubts=("it was a Monday",))
    claim = replace(claim, when=when, where=replace(claim.where, reasons=("the only one",)))
    lines = write_records(made.reports, made.entities, [claim], [])
    (record,) = [r for r in map(json.loads, lines) if r["record"] == "claim"]
    assert record["when"]["reasons"] == ["a day in words"]
    assert record["when"]["doubts"] == ["it was a Monday"]
    assert record["where"]["reasons"] == ["the only one"]


def test_the_words_for_the_unnamed_and_the_counts_stand_with_their_places(made: Made) -> None:
    claim = next(c for c in made.claims if "killing 12 people" in c.quote.exact)
    at = claim.quote.start + claim.quote.exact.index("12 people")
    dead, number = Quote(at, at + 9, "12 people"), Quote(at, at + 2, "12")
    count = Count("killed", 12, 12, number, Quote(at + 3, at + 9, "people"))
    claim = replace(claim, unnamed_whom=(dead,), counts=(count,))
    lines = write_records(made.reports, made.entities, [claim], [])
    (record,) = [r for r in map(json.loads, lines) if r["record"] == "claim"]
    assert record["unnamed_who"] == []
    assert record["unnamed_whom"] == [{"start": at, "end": at + 9, "exact": "12 people"}]
    assert record["counts"] == [
        {
            "of": "killed", "least": 12, "most": 12, "about": False,
            "words": {"start": at, "end": at + 2, "exact": "12"},
            "whom": {"start": at + 3, "end": at + 9, "exact": "people"}, "as_of": None,
        }
    ]  # fmt: skip


def test_a_copy_names_the_report_whose_text_it_repeats(made: Made) -> None:
    copies = {r["id"]: r["copy_of"] for r in records_of(made, "report") if r["copy_of"]}
    assert copies == made.copies


def test_events_count_origins_and_keep_the_sides_of_a_conflict(made: Made) -> None:
    attack = next(r for r in records_of(made, "event") if r["type"] == "ASSAULT")
    assert attack["origins"] == len(attack["origin_list"]) == 2
    (conflict,) = attack["conflicts"]
    assert conflict["on"] == "count"
    assert conflict["claims"] == attack["claims"]
    assert [side["says"] for side in conflict["sides"]] == ["12", "15"]
    assert [side["origins"] for side in conflict["sides"]] == [1, 1]


def test_what_changed_as_time_went_on_is_told_in_steps(made: Made) -> None:
    event = next(event for event in made.events if event.type == "ASSAULT")
    steps = tuple(
        Step(f"{n} killed", f"2024-02-{n}", (claim,))
        for n, claim in zip((12, 15), event.claims, strict=True)
    )
    changed = replace(event, series=(Series("count", "killed", steps),), apart=event.claims[:1])
    made = replace(made, events=[changed])
    (attack,) = records_of(made, "event")
    assert attack["apart"] == [event.claims[0]]
    assert attack["series"] == [
        {
            "on": "count", "of": "killed",
            "steps": [
                {"says": "12 killed", "told": "2024-02-12", "claims": [event.claims[0]]},
                {"says": "15 killed", "told": "2024-02-15", "claims": [event.claims[1]]},
            ],
        }
    ]  # fmt: skip


def test_the_fields_of_the_format_come_first_and_in_its_order(made: Made) -> None:
    expected = {
        "report": "record id file url sha256 outlet title authors published modified dateline"
        " language text_length copy_of revision_of",
        "entity": "record id schema name names roles mentions",
        "claim": "record id report quote trigger kind type mode who whom when where sources"
        " polarity certainty known_by found_by",
        "event": "record id type claims who whom when where origins publishers copies conflicts",
    }
    for kind, fields in expected.items():
        wanted = fields.split()
        for record in records_of(made, kind):
            assert list(record)[: len(wanted)] == wanted


def test_the_same_case_gives_the_same_bytes_in_any_order_of_its_records(made: Made) -> None:
    shuffled = make_case()
    for records in (shuffled.reports, shuffled.entities, shuffled.claims, shuffled.events):
        random.Random(7).shuffle(records)
    assert lines_of(shuffled) == lines_of(made)


def test_a_chain_that_no_entity_owns_is_not_passed_over(made: Made) -> None:
    with pytest.raises(KeyError):
        list(write_records(made.reports, [], made.claims, made.events))
