"""The corpora of `names`: every label stands on its name, in our types."""

from __future__ import annotations

from pathlib import Path

from evaluation.names_corpora import (
    NamedText,
    TypedName,
    outermost,
    part_of,
    read_wikigold,
    read_wikinews,
    read_wnut,
)
from tests.evaluation.corpora import UNTOUCHED, column_sets, wikinews


def shown(text: NamedText) -> list[tuple[str, str]]:
    return [(text.text[n.start : n.end], n.type) for n in text.names]


def test_wikigold_is_read_by_article_and_a_change_of_type_begins_a_name(tmp_path: Path) -> None:
    first, second = read_wikigold(column_sets(tmp_path))
    assert first.text == "Mira Olsen left (Graz).\nThe Olsen Fund stayed.\n"
    assert shown(first) == [
        ("Mira Olsen", "person"),
        ("Graz", "place"),
        ("Olsen Fund", "organization"),
    ]
    assert shown(second) == [("Graz", "place"), ("Porto", "organization")]


def test_every_post_of_wnut_is_a_text_and_names_side_by_side_stay_two(tmp_path: Path) -> None:
    first, second = read_wnut(column_sets(tmp_path))
    assert shown(first) == [("Mira Olsen", "person"), ("Tomas", "person")]
    assert shown(second) == [("Lynx", "organization"), ("Grazbank", "organization")]


def test_of_wikinews_only_the_untouched_articles_are_read_and_of_nested_names_the_longer(
    tmp_path: Path,
) -> None:
    (text,) = read_wikinews(wikinews(tmp_path))
    assert text.id == UNTOUCHED
    assert text.text[text.body_start :].startswith("The Turkish")
    assert shown(text) == [
        ("Porto Grande", "place"),
        ("Mira Olsen", "person"),
        ("Graz", "place"),
    ]


def test_the_parts_are_by_name_alone() -> None:
    parts = [part_of(f"article-{n}") for n in range(1000)]
    assert 150 < parts.count("untouched") < 250
    assert 60 < parts.count("development") < 140


def test_the_longer_of_two_names_stays() -> None:
    names = [TypedName(0, 5, "place"), TypedName(0, 9, "person"), TypedName(9, 12, "place")]
    assert outermost(names) == (names[1], names[2])
