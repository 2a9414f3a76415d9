"""Generated identities: repeatable mentions with namesakes among them; pairs that are counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.identities import make_reports
from evaluation.identity import LARGEST, measure, run, slope
from evaluation.identity_rows import rows_of
from evaluation.identity_run import chains_of, score_pairs


def test_the_same_numbers_make_the_same_reports() -> None:
    assert list(make_reports(300)) == list(make_reports(300))
    assert list(make_reports(300)) != list(make_reports(300, seed=2))


def test_as_many_mentions_are_made_as_asked_for() -> None:
    assert sum(len(made.said) for made in make_reports(1234)) == 1234


def test_one_identity_has_several_names_and_one_name_several_bearers() -> None:
    names, bearers = defaultdict(set), defaultdict(set)
    for made in make_reports(5000):
        for said in made.said:
            names[said.identity].add(said.names[0])
            bearers[said.names[0]].add(said.identity)
    assert sum(len(some) > 1 for some in names.values()) > len(names) / 2
    assert sum(len(some) > 1 for some in bearers.values()) > 5


def test_the_quotes_of_a_report_do_not_overlap_and_are_as_long_as_their_words() -> None:
    for made in make_reports(200):
        chains, claim = chains_of(made)
        quotes = [m.words for chain in chains for m in chain.mentions]
        quotes += [role.title for chain in chains for role in chain.roles]
        ordered = sorted(quotes)
        assert all(q.end - q.start == len(q.exact) for q in ordered)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
        ids = {chain.id for chain in chains}
        assert {one.chain for one in claim.who} <= ids
        posts = {role.organization for chain in chains for role in chain.roles}
        assert posts - {None} <= ids


def test_a_row_says_no_more_than_its_report() -> None:
    for made in make_reports(300):
        for said, (is_person, row) in zip(made.said, rows_of([made]), strict=True):
            assert is_person == said.is_person
            assert row["surname"] == row["name"].split()[-1]
            assert str(said.identity) not in row.values()


def test_pairs_are_counted_over_entities() -> None:
    # Five mentions: 1 1 1 2 2. Found: {1 1 2} and {1 2}: of 4 pairs found 1 is right, of 4 true 1.
    scores = score_pairs([[1, 1, 2], [1, 2]], Counter([1, 1, 1, 2, 2]))
    assert scores == {"precision": 0.25, "recall": 0.25, "f1": 0.25}
    assert score_pairs([[1], [2]], Counter([1, 2]))["f1"] == 0.0


def test_the_slope_is_the_power_with_which_time_grows() -> None:
    assert slope([(10, 3.0), (100, 300.0), (1000, 30000.0)]) == pytest.approx(2.0)
    assert slope([(10, 5.0), (100, 50.0)]) == pytest.approx(1.0)


def test_it_is_measured_against_the_same_name_on_the_same_mentions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_PEERS", str(tmp_path))
    result = measure([1000])
    assert result.figures["f1"] > result.peers["same name"]["f1"]
    assert result.figures["seconds"] > 0
    assert result.notes == (
        "Splink on DuckDB is not set up: python -m evaluation.peers.setup splink.",
    )


def test_a_size_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LARGEST, "all")
    with pytest.raises(DataMissing, match="'all'"):
        run(Path())
