"""Which names say that an outlet bears them."""

from __future__ import annotations

import pytest

from dateline.read.outlet_name import is_outlet


@pytest.mark.parametrize(
    "name",
    ["Yarl Herald", "The Yarl Post", "Lahore Post", "The Times of Yarl", "Yarl & Dune Argus",
     "Daily Mail", "Yarl News-Leaf"],
)  # fmt: skip
def test_a_newspaper_names_itself(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name",
    ["Emily Post", "Army Post", "Herald", "Breaking News", "World News", "the herald",
     "Herald of the dawn broke", "Ines Toll"],
)  # fmt: skip
def test_people_sections_and_other_words_do_not(name: str) -> None:
    assert not is_outlet(name)
