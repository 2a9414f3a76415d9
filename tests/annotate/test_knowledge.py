"""The word lists load, and answer the questions of the stage."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import dateline
from dateline.annotate.knowledge import load_knowledge


def test_the_word_lists_load_once() -> None:
    assert load_knowledge() is load_knowledge()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Prime", "Minister", "Lena", "Brandt"], (0, 2)),
        (["Harbour", "League", "President", "Lena", "Brandt"], (2, 3)),
        (["Dr.", "Lena", "Brandt"], (0, 1)),
        (["Prime", "Minister", "Dr.", "Lena", "Brandt"], (0, 3)),  # stacked
        (["Lena", "Brandt"], None),
        ([], None),
    ],
)
def test_the_last_title_of_a_run_of_words_is_found(
    words: list[str], expected: tuple[int, int] | None
) -> None:
    assert load_knowledge().last_title(words) == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Malta", "MT"),
        ("the United States", "US"),
        ("U.S.", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("malta", "MT"),
        ("Porto", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_name_and_usual_aliases(name: str, code: str | None) -> None:
    country = load_knowledge().country_of(name)

    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("word", "code"), [("turkish", "TR"), ("maltese", "MT"), ("norwegian", "NO"), ("turks", "TR")]
)
def test_a_demonym_leads_to_its_state(word: str, code: str) -> None:
    assert load_knowledge().demonyms[word].code == code


def test_all_lists_are_in_lower_case_and_none_is_empty() -> None:
    knowledge = load_knowledge()
    for field in (
        *("titles", "honorifics", "body_words", "group_words", "particles", "occasion_words"),
        *("role_nouns", "kin_nouns", "group_nouns", "body_nouns", "organization_nouns"),
        *("demonyms", "countries"),
    ):
        words = getattr(knowledge, field)
        assert words, field
        assert [w for w in words if w != w.casefold()] == [], field
    assert knowledge.honorifics < knowledge.titles


def test_no_title_is_longer_than_the_search_for_one() -> None:
    from dateline.annotate.knowledge import LONGEST_TITLE

    assert max(len(t.split()) for t in load_knowledge().titles) <= LONGEST_TITLE


@pytest.mark.parametrize("folder", ["annotate/data", "claims/lexicon", "read"])
def test_every_list_in_the_data_is_read_by_the_stage_beside_it(folder: str) -> None:
    """Who adds a word to a list may expect that it does something."""
    package = Path(dateline.__file__).parent
    stage = package / folder.split("/")[0]
    code = "".join(p.read_text("utf-8") for p in sorted(stage.rglob("*.py")))
    unread = [
        f"{path.name}: {key}"
        for path in sorted((package / folder).glob("*.toml"))
        for key in tomllib.loads(path.read_text("utf-8"))
        if f'"{key}"' not in code and f"    {key}: frozenset" not in code
    ]

    assert unread == []
