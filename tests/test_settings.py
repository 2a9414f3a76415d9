from __future__ import annotations

from pathlib import Path

import pytest

from dateline.settings import BadSetting, Settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings() == Settings.from_env({"DATELINE_TIMEOUT_S": ""})


def test_a_wait_is_read_in_seconds() -> None:
    assert Settings.from_env({"DATELINE_TIMEOUT_S": "0.5"}).timeout_s == 0.5


def test_the_name_of_who_judges_is_read_without_blanks_around_it() -> None:
    assert Settings.from_env({"DATELINE_USER": " Ida Berg "}).user == "Ida Berg"
    assert Settings.from_env({"DATELINE_USER": " "}).user == ""


def test_a_table_of_publishers_may_be_named() -> None:
    assert Settings.from_env({"DATELINE_PUBLISHERS": " a/own.tsv "}).publishers == Path("a/own.tsv")
    assert Settings.from_env({"DATELINE_PUBLISHERS": ""}).publishers is None


@pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf", "1e9"])
def test_a_wait_that_makes_no_sense_is_refused(value: str) -> None:
    with pytest.raises(BadSetting, match="DATELINE_TIMEOUT_S"):
        Settings.from_env({"DATELINE_TIMEOUT_S": value})
