"""Outlets by their names, accounts and addresses, and the publishers that they are of."""

from __future__ import annotations

import pytest

from dateline.events.origins.publishers import (
    fold_outlet,
    is_account,
    load_publishers,
    read_publishers,
)
from tests.factory import make_report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AFP", "Agence France-Presse"),
        ("The Associated Press", "AP"),
        ("@AFP", "AFP's X account"),
        ("Dawn's Telegram channel", "dawn.com"),
        ("the Harbour Times on Telegram", "Harbour Times"),
        ("www.bbc.co.uk", "BBC"),
    ],
)
def test_names_of_one_outlet_fold_to_one(one: str, other: str) -> None:
    assert fold_outlet(one) == fold_outlet(other)


@pytest.mark.parametrize("name", ["Weather Channel", "X", "Fox News Channel", "Harbour Times"])
def test_a_name_that_only_ends_so_is_no_account(name: str) -> None:
    assert not is_account(name)


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [
        ("BBC Urdu", "BBC"),
        ("BBC", "BBC"),
        ("CNN International", "CNN"),
        ("CNN Türk", "CNN Türk"),  # bears the name by licence
        ("Independent Urdu", "Saudi Research and Media Group"),
        ("VOA Persian", "Voice of America"),
        ("Harbour Times News Online", "Harbour Times"),
        ("News Urdu", "News Urdu"),
        ("The Sun", "The Sun"),  # several owners have one
    ],
)
def test_an_outlet_is_of_its_publisher(outlet: str, publisher: str) -> None:
    assert load_publishers().of(outlet) == publisher


def test_a_report_without_an_outlet_is_of_the_publisher_of_its_site() -> None:
    publishers = load_publishers()
    at = "https://ida@www.bbc.com:443/urdu/a-story?x=1"
    assert publishers.of_report(make_report("Words.", outlet=None, url=at)) == "BBC"
    unknown = make_report("Words.", outlet=None, url="https://quay.example/a")
    assert publishers.of_report(unknown) is None
    assert publishers.of_report(make_report("Words.", outlet=None)) is None


def test_a_site_says_which_of_several_outlets_of_one_name_it_is() -> None:
    report = make_report("Words.", outlet="The Sun", url="https://www.thesun.co.uk/news/1")
    assert load_publishers().of_report(report) == "News UK"


def test_lines_of_a_users_table_that_say_nothing_are_left_out() -> None:
    table = read_publishers("# mine\n\nQuay Sun\nQuay Star\t\nQuay Post\tQuay Group\textra\n")
    assert table.of("Quay Post") == "Quay Group"
    assert [table.of(name) for name in ("Quay Sun", "Quay Star")] == ["Quay Sun", "Quay Star"]
    assert read_publishers(" ") is load_publishers()
