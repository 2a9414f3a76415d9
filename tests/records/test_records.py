"""What holds of all records: frozen, comparable by content, and honest in their defaults."""

from __future__ import annotations

import dataclasses
import inspect
from datetime import date

import pytest

from dateline import records
from dateline.records import (
    AUTHOR,
    EVENT_TYPES,
    RELATION_TYPES,
    Claim,
    Quote,
    Report,
    Span,
    When,
    Where,
    claim_id,
    read_when,
)

CLASSES = sorted(
    (
        value
        for name in records.__all__
        if inspect.isclass(value := getattr(records, name)) and dataclasses.is_dataclass(value)
    ),
    key=lambda found: found.__name__,
)


def test_every_noun_of_the_package_is_a_record() -> None:
    names = {found.__name__ for found in CLASSES}
    assert {"Report", "Span", "Mention", "When", "Where", "Attribution", "Claim"} <= names
    assert {"Entity", "Event", "Origin", "Conflict"} <= names


@pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.__name__)
def test_a_record_is_frozen_has_slots_and_says_what_it_is(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)
    assert record.__doc__
    assert not record.__doc__.startswith(f"{record.__name__}(")  # the one that dataclass makes


@pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.__name__)
def test_no_field_of_a_record_can_be_changed_in_place(record: type) -> None:
    """A list, a dict or a set in a frozen record would be a hole in it."""
    for field in dataclasses.fields(record):
        assert not str(field.type).startswith(("list", "dict", "set")), field.name


def test_a_field_cannot_be_set() -> None:
    span = Span(0, 4)
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.start = 2  # type: ignore[misc]


def test_equal_content_is_an_equal_record_with_an_equal_hash() -> None:
    assert Quote(0, 4, "Roe ") == Quote(0, 4, "Roe ")
    assert len({Quote(0, 3, "Roe"), Quote(0, 3, "Roe"), Quote(0, 3, "Poe")}) == 2


def make_claim() -> Claim:
    trigger = Quote(4, 7, "met")
    id_ = claim_id("r_1", "event", "CONSULT", trigger, "", "")
    return Claim(id_, "r_1", Quote(0, 14, "Roe met Poe in"), trigger, "event", "CONSULT")


def test_a_claim_rests_on_the_author_unless_someone_is_credited() -> None:
    assert make_claim().sources == (AUTHOR,)


def test_a_claim_has_no_time_and_no_place_unless_given() -> None:
    claim = make_claim()
    assert claim.when is None
    assert claim.where is None


def test_a_claim_carries_no_verdict() -> None:
    """It is never true or false, and its standing is never one number."""
    names = {field.name for field in dataclasses.fields(Claim)}
    assert not names & {"true", "is_true", "truth", "score", "confidence", "probability", "verdict"}


def test_the_types_are_the_format_s_and_none_is_in_both_kinds() -> None:
    assert len(EVENT_TYPES) == len(set(EVENT_TYPES)) == 18
    assert len(RELATION_TYPES) == len(set(RELATION_TYPES)) == 10
    assert not set(EVENT_TYPES) & set(RELATION_TYPES)


@pytest.mark.parametrize(
    ("published", "day"),
    [(None, None), ("2026-01-07", "2026-01-07"), ("2026-01-07T23:30:00-05:00", "2026-01-07")],
)
def test_the_day_of_publication_is_the_day_as_printed(
    published: str | None, day: str | None
) -> None:
    assert Report("r_1", "text", "0" * 64, published=published).published_on == day


def test_a_time_has_the_bounds_of_its_value() -> None:
    words = Quote(3, 20, "January 2-5, 2026")
    assert read_when("2026-01-02/2026-01-05", words, "explicit") == When(
        "2026-01-02/2026-01-05", date(2026, 1, 2), date(2026, 1, 6), words, "explicit"
    )


def test_a_time_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        read_when("last week", Quote(0, 9, "last week"), "relative", "2026-01-07")


def test_a_place_that_no_gazetteer_knows_has_no_coordinates() -> None:
    place = Where("Nowhere Bridge", Quote(0, 14, "Nowhere Bridge"))
    assert (place.lat, place.lon, place.radius_km, place.geonames) == (None, None, None, None)
