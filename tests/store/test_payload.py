"""Records as JSON come back exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.records import Claim, Count, Dateline, Quote, Report, When, Where, read_when
from dateline.store import rows
from dateline.store.payload import Payload
from tests.store.found import find, group, join_chains

quotes = st.builds(
    lambda start, exact: Quote(start, start + len(exact), exact),
    st.integers(0, 10**6), st.text(min_size=1, max_size=20),
)  # fmt: skip
whens = st.builds(
    When, st.text(max_size=9), st.none() | st.dates(), st.none() | st.dates(), quotes,
    st.sampled_from(["explicit", "relative", "event"]), st.none() | st.text(max_size=5),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
)  # fmt: skip
degrees = st.none() | st.floats(-180, 180)


@settings(derandomize=True, database=None, deadline=None)
@given(whens)
def test_a_time_comes_back_exactly(when: When) -> None:
    payload = Payload(When)
    assert payload.read(payload.write(when)) == when


@settings(derandomize=True, database=None, deadline=None)
@given(st.builds(Where, st.text(), quotes, lat=degrees, lon=degrees, venue=st.none() | st.text()))
def test_a_place_comes_back_to_the_last_bit_of_its_degrees(where: Where) -> None:
    payload = Payload(Where)
    assert payload.read(payload.write(where)) == where


def test_each_kind_of_record_comes_back_exactly() -> None:
    made = find(1)
    claim = made.claims[0]
    dateline = Dateline("Trieste", "2024-06-01", None, Quote(0, 5, "Talks"))
    report = replace(made.report, dateline=dateline, url="https://example.org/ä?b=1")
    read_claim = rows.CLAIM.read(rows.CLAIM.write(claim))
    assert read_claim == claim
    assert read_claim.when is not None
    assert type(read_claim.when.start) is date
    assert type(read_claim.found_by) is tuple
    assert read_claim.found_by[0].score == 0.1 + 0.2
    assert rows.REPORT.read(rows.REPORT.write(report)) == report
    for chain in made.chains:
        assert rows.CHAIN.read(rows.CHAIN.write(chain)) == chain
    entity, event = join_chains(*made.chains), group(*made.claims)
    assert rows.ENTITY.read(rows.ENTITY.write(entity)) == entity
    assert rows.EVENT.read(rows.EVENT.write(event)) == event
    assert hash(rows.EVENT.read(rows.EVENT.write(event))) == hash(event)


def test_half_a_surrogate_pair_and_a_nul_come_back() -> None:
    report = replace(find(1).report, file="caf\udce9", title="a\0b", text="\ud800 ü \0")
    payload = Payload(Report)
    line = payload.write(report)
    assert payload.read(line) == report
    line.encode("utf-8")
    assert "\0" not in line


@pytest.mark.parametrize(
    "line", ["", "{", "null", "[]", '{"id": 1}', "[" * 100_000, '{"id": "c_1", "report": "r"}']
)
def test_a_line_that_is_no_record_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(DatelineError, match="no claim any more"):
        Payload(Claim).read(line)


def test_a_record_that_breaks_its_own_invariant_is_refused() -> None:
    line = rows.CLAIM.write(find(1).claims[0]).replace('"exact":"met"', '"exact":"meet"')
    with pytest.raises(DatelineError, match="no claim any more"):
        rows.CLAIM.read(line)


def test_a_record_of_an_older_version_takes_the_defaults_of_newer_fields() -> None:
    report = Payload(Report).read('{"id":"r_1","text":"a","sha256":"00"}')
    assert report == Report("r_1", "a", "00")


def test_a_claim_kept_before_it_had_unnamed_people_and_counts_reads_with_none() -> None:
    claim = find(1).claims[0]
    kept = json.loads(rows.CLAIM.write(claim))
    for later in ("unnamed_who", "unnamed_whom", "counts"):
        del kept[later]
    assert rows.CLAIM.read(json.dumps(kept)) == claim


def test_unnamed_people_and_counts_of_a_claim_come_back_exactly() -> None:
    words = Quote(0, 5, "Talks")
    counted = Count("killed", 12, None, words, words, read_when("2024-01", words, "explicit"))
    claim = replace(find(1).claims[0], unnamed_who=(words,), counts=(counted,))
    read_claim = rows.CLAIM.read(rows.CLAIM.write(claim))
    assert read_claim == claim
    assert type(read_claim.counts) is tuple
