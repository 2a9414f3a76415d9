from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import make_judgement, utc_text

NOON = datetime(2024, 3, 15, 12, tzinfo=UTC)


def test_a_judgement_has_no_direction() -> None:
    said = make_judgement("same", "h_2", "h_1", user="ida", time=NOON)
    assert (said.left, said.right) == ("h_1", "h_2")
    assert said == make_judgement("same", "h_1", "h_2", user="ida", time=NOON)


def test_its_id_tells_all_but_the_score() -> None:
    said = make_judgement("same", "h_1", "h_2", user="ida", time=NOON, reason="one passport")
    assert said.id.startswith("j_")
    scored = make_judgement(
        "same", "h_1", "h_2", user="ida", time=NOON, reason="one passport", score=0.75
    )
    assert scored == replace(said, score=0.75)
    others = [
        make_judgement("different", "h_1", "h_2", user="ida", time=NOON, reason="one passport"),
        make_judgement("same", "h_1", "h_3", user="ida", time=NOON, reason="one passport"),
        make_judgement("same", "h_1", "h_2", user="jan", time=NOON, reason="one passport"),
        make_judgement("same", "h_1", "h_2", user="ida", time=NOON, reason="one voice"),
        make_judgement("same", "h_1", "h_2", user="ida", time=NOON + timedelta(microseconds=1),
                       reason="one passport"),
        make_judgement("undo", "h_1", "h_2", user="ida", time=NOON, undoes=said.id),
    ]  # fmt: skip
    assert len({said.id, *(one.id for one in others)}) == 7


def test_one_moment_is_written_alike_in_every_time_zone() -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    assert utc_text(NOON) == utc_text(NOON.astimezone(east)) == "2024-03-15T12:00:00.000000Z"


@given(st.datetimes(), st.datetimes())
def test_times_as_text_sort_as_the_times_do(one: datetime, other: datetime) -> None:
    one, other = one.replace(tzinfo=UTC), other.replace(tzinfo=UTC)
    assert (utc_text(one) < utc_text(other)) == (one < other)
    assert datetime.fromisoformat(utc_text(one)) == one


def test_what_can_t_be_a_judgement_is_refused() -> None:
    with pytest.raises(ValueError, match="both sides"):
        make_judgement("same", "h_1", "h_1", user="ida", time=NOON)
    with pytest.raises(ValueError, match="no time zone"):
        make_judgement("same", "h_1", "h_2", user="ida", time=datetime(2024, 3, 15))  # noqa: DTZ001
    with pytest.raises(ValueError, match="undo"):
        make_judgement("undo", "h_1", "h_2", user="ida", time=NOON)
    with pytest.raises(ValueError, match="undo"):
        make_judgement("same", "h_1", "h_2", user="ida", time=NOON, undoes="j_1")


@pytest.mark.parametrize(
    ("left", "right", "about"),
    [
        ("h_1", "h_2", "entity"),
        ("h_1", "ofac-sdn:7", "entity"),
        ("NK-1", "Q7", "entity"),
        ("c_1", "c_2", "event"),
        ("v_1", "NK-1", "event"),  # as lines of another resolver may have it
        ("r_1", "r_2", "origin"),
    ],
)
def test_its_sides_tell_what_it_is_about(left: str, right: str, about: str) -> None:
    said = make_judgement("same", right, left, user="ida", time="2024-03-15T09:30:00Z")
    assert said.about == about
    back = make_judgement(
        "undo", left, right, user="ida", time="2024-03-16T09:30:00Z", undoes=said.id
    )
    assert back.about == about
