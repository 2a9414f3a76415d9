"""Every word that tells of a tie is read in its own example."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from tests.annotate.reading import read

WORDS = ("noun", "verb", "adjective")
LISTS = ("between", "belonging", "board", "camp", "crowd", "seat", "short", "letter")
_SEAT = "a seat is said of a place, which stands in no list of who takes part"
_PARSE = "the parser reads the word otherwise"
_NAME = "the name is read as one with the word"

UNREAD: dict[str, str] = {
    **dict.fromkeys(
        (
            *("noun headquarters", "noun headquarter", "noun seat", "noun base", "noun office"),
            *("noun head office", "noun stronghold", "noun bastion", "adjective headquartered"),
        ),
        _SEAT,
    ),
    **dict.fromkeys(
        (
            *("noun director - general", "noun secretary - general", "noun commander in chief"),
            *("noun editor in chief", "noun blogger"),
            *("noun communications director", "adjective armed", "adjective associated"),
            "adjective run",
        ),
        _NAME,
    ),
    **dict.fromkeys(
        (
            *("verb govern", "verb rule", "verb work as", "verb relate", "verb consider"),
            *("verb declare", "verb deem", "belonging post"),
        ),
        _PARSE,
    ),
}
"""Words whose example is read otherwise, with the reason."""


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    folder = files("dateline.claims") / "lexicon"
    words = tomllib.loads((folder / "relations.toml").read_text("utf-8"))
    lists = tomllib.loads((folder / "ties.toml").read_text("utf-8"))
    for section in WORDS:
        yield from ((section, row) for row in words[section] if row["type"])
    for section in LISTS:
        yield from ((section, row) for row in lists[section])


@cache
def unread() -> frozenset[str]:
    """The words, as "section word", whose example tells of no tie of their type."""
    found = set()
    for section, row in rows():
        types = {row.get("type", "member_of"), row.get("front", row.get("type", "member_of"))}
        claims = read(row["example"]).claims
        if not any(c.kind == "relation" and c.type in types for c in claims):
            found.add(f"{section} {row.get('lemma') or row['letter']}")
    return frozenset(found)


def test_every_example_tells_of_a_tie_of_its_type() -> None:
    assert sorted(unread() - set(UNREAD)) == []


def test_the_known_exceptions_are_few_and_none_is_out_of_date() -> None:
    assert len(UNREAD) < 0.06 * len(list(rows()))
    assert sorted(set(UNREAD) - unread()) == []
