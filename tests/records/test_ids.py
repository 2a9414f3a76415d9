"""Ids come from content: the same on every machine, different for different content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import (
    Quote,
    chain_id,
    claim_id,
    content_id,
    entity_id,
    event_id,
    report_id,
)

PARTS = st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=8)), max_size=5)


def test_the_id_of_known_content_never_changes() -> None:
    """These ids stand in people's cases and links: a change here is a change of format."""
    report = report_id("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    trigger = Quote(4, 7, "met")
    assert report == "r_624cb60e2a554f04"
    assert chain_id(report, Quote(0, 3, "Roe"), "Jan Roe") == "h_3156cb179eb91706"
    assert claim_id(report, "event", "CONSULT", trigger, "h_1,h_2", "") == "c_3ccccaef22104ef8"
    assert entity_id(("h_1",)) == "e_fbdf1eea0a25fee9"
    assert event_id(("c_1",)) == "v_b1b8b45196b47ddb"


@given(st.sampled_from("rhcev"), PARTS)
def test_an_id_is_its_prefix_and_sixteen_hexadecimal_digits(
    prefix: str, parts: list[str | int | None]
) -> None:
    found = content_id(prefix, *parts)
    assert found[:2] == f"{prefix}_"
    assert len(found) == 18
    assert set(found[2:]) <= set("0123456789abcdef")
    assert found == content_id(prefix, *parts)


@given(PARTS, PARTS)
def test_different_content_has_different_ids(
    left: list[str | int | None], right: list[str | int | None]
) -> None:
    shown = [[None if part is None else str(part) for part in parts] for parts in (left, right)]
    assert (content_id("c", *left) == content_id("c", *right)) == (shown[0] == shown[1])


def test_the_borders_between_parts_count() -> None:
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")
    assert content_id("c", "a", "") != content_id("c", "a")
    assert content_id("c", None) != content_id("c", "")
    assert content_id("c", None) != content_id("c", "None")


def test_nothing_is_not_a_zero_character() -> None:
    assert content_id("c", None) != content_id("c", "\x00")


def test_a_text_with_half_a_surrogate_pair_has_an_id() -> None:
    assert content_id("c", "\ud800") != content_id("c", "\udfff")


def test_two_names_in_one_phrase_are_two_chains() -> None:
    phrase = Quote(0, 29, "Norwegian and Danish officials"[:29])
    assert chain_id("r_1", phrase, "Norway") != chain_id("r_1", phrase, "Denmark")


@given(st.permutations(["h_b", "h_a", "h_c"]))
def test_the_id_of_an_entity_does_not_depend_on_the_order_of_its_chains(order: list[str]) -> None:
    assert entity_id(tuple(order)) == entity_id(("h_a",))
    assert event_id(tuple(order)) == event_id(("h_a",))
