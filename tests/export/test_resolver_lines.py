from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from dateline.export import write_resolver_lines
from dateline.read import read_resolver_lines
from dateline.records import Judgement, JudgementKind, make_judgement
from dateline.records.settled import Settled, settle

START = datetime(2024, 3, 15, tzinfo=UTC)


def settled(*words: tuple[JudgementKind, str, str]) -> Settled:
    log: list[Judgement] = []
    for number, (kind, one, other) in enumerate(words):
        time = START + timedelta(minutes=number)
        log.append(make_judgement(kind, one, other, user="ida", time=time, reason="a reason"))
    return settle(log, {})


def rows(found: Settled) -> list[list[object]]:
    return [json.loads(line) for line in write_resolver_lines(found.holding, found.cluster_of)]


def test_a_line_holds_both_ids_the_judgement_the_user_and_the_time() -> None:
    assert rows(settled(("different", "h_1", "h_2"), ("unsure", "Q42", "h_3"))) == [
        ["h_2", "h_1", "negative", None, "ida", "2024-03-15T00:00:00.000000Z"],
        ["Q42", "h_3", "unsure", None, "ida", "2024-03-15T00:01:00.000000Z"],
    ]


def test_a_cluster_without_an_id_of_a_resolver_is_given_one() -> None:
    found = rows(settled(("same", "h_1", "h_2"), ("same", "h_2", "h_3"), ("same", "h_8", "NK-1")))
    given = [row[0] for row in found if str(row[0]).startswith("NK-")]
    assert len(found) == 4
    assert len(given) == 2
    assert "NK-1" in given


def test_what_is_written_reads_as_the_same_clusters() -> None:
    words: list[tuple[JudgementKind, str, str]] = [
        ("same", "h_1", "h_2"), ("same", "h_3", "h_2"), ("different", "h_4", "h_1"),
        ("same", "h_5", "h_4"), ("unsure", "h_6", "h_1"), ("different", "h_6", "h_7"),
    ]  # fmt: skip
    before = settled(*words)
    lines = list(write_resolver_lines(before.holding, before.cluster_of))
    after = settle(read_resolver_lines(lines, time=START).judgements, {})
    nodes = [f"h_{number}" for number in range(1, 8)]
    pairs = [(one, other) for one in nodes for other in nodes]
    assert [after.between(*pair) for pair in pairs] == [before.between(*pair) for pair in pairs]
    again = [*write_resolver_lines(after.holding, after.cluster_of)]
    assert sorted(again) == sorted(lines)  # the id that a cluster was given is given once


def test_no_lines_come_of_no_judgements() -> None:
    assert rows(settled()) == []
