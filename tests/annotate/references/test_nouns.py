"""What nouns and first names tell of their bearers."""

from __future__ import annotations

import pytest

from dateline.annotate.references.nouns import load_nouns


@pytest.mark.parametrize(
    ("noun", "kind", "gender"),
    [
        ("driver", "person", ""),
        ("actress", "person", "f"),
        ("king", "person", "m"),
        ("policewoman", "person", "f"),
        ("yachtswoman", "person", "f"),  # in no list, but it ends so
        ("co-driver", "person", ""),
        ("team", "group", ""),
        ("law", "thing", ""),  # a group of rules
        ("week", "time", ""),
        ("boat", "thing", ""),
    ],
)
def test_a_noun_tells_a_kind_and_for_some_a_gender(noun: str, kind: str, gender: str) -> None:
    nouns = load_nouns()

    assert (nouns.kind_of(noun), nouns.gender_of(noun)) == (kind, gender)


def test_a_first_name_tells_a_gender_only_if_nearly_all_who_bear_it_are_of_one() -> None:
    names = load_nouns().names

    assert (names["angela"], names["vladimir"], names.get("robin")) == ("f", "m", None)
