"""When two spellings are one address."""

from __future__ import annotations

import pytest

from dateline.events.revisions.addresses import read_address

STORY = "https://harbourtimes.example/2024/quay"


@pytest.mark.parametrize(
    "other",
    [
        "http://harbourtimes.example/2024/quay",
        "HTTPS://WWW.HarbourTimes.example/2024/quay",
        "//harbourtimes.example/2024/quay",
        "https://harbourtimes.example:443/2024/quay/",
        "http://harbourtimes.example.:80/2024/quay#comments",
        "https://reader:secret@harbourtimes.example/2024/quay",
        "https://harbourtimes.example/2024/./sport/../quay",
        "https://harbourtimes.example/2024/%71uay",
        "https://harbourtimes.example/2024/quay?",
        "https://harbourtimes.example/2024/quay?utm_source=x&UTM_Campaign=y&fbclid=z&gclid",
        "  https://harbourtimes.example/2024/quay?mc_cid=1&=&  ",
    ],
)
def test_spellings_of_one_address_are_one(other: str) -> None:
    assert read_address(other) == read_address(STORY) == "harbourtimes.example/2024/quay"


@pytest.mark.parametrize(
    "other",
    [
        "https://harbourtimes.example/2024/Quay",  # a path has case
        "https://harbourtimes.example/2024/quay?page=2",
        "https://harbourtimes.example/2024/quay?reference=x",
        "https://m.harbourtimes.example/2024/quay",
        "https://harbourtimes.example/2024/quay/amp",
        "https://harbourtimes.example:8080/2024/quay",
        "https://harbourtimes.example/2024%2Fquay",
    ],
)
def test_what_may_be_another_text_is_another_address(other: str) -> None:
    assert read_address(other) not in (None, read_address(STORY))


def test_parameters_count_in_whatever_order_and_escapes_in_one_spelling() -> None:
    one = read_address("https://a.example/story?id=7&part=%c3%a4")
    assert one == read_address("https://a.example/story?part=%C3%A4&utm_id=x&id=7")
    assert one == "a.example/story?id=7&part=%C3%A4"


@pytest.mark.parametrize(
    "none",
    [
        None,
        "",
        "/2024/quay",  # of which host?
        "https://",
        "https:///2024",
        "https://harbourtimes.example",  # what many a site gives for every report
        "https://www.harbourtimes.example/?utm_source=x#top",
        "https://harbourtimes.example/..",
        "mailto:ida@harbourtimes.example",
        "file:///home/ida/quay.html",
        "https://a.example/" + "x" * 10_000,
    ],
)
def test_what_names_no_single_text_is_no_address(none: str | None) -> None:
    assert read_address(none) is None
