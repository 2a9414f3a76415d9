"""The cue words load, agree with one another, and say what they do."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any, get_args

import pytest

from dateline.annotate.cues import load_cues
from dateline.records import Certainty, KnownBy


def data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dateline.annotate") / "data" / name).read_text("utf-8"))


def test_the_cues_load_once() -> None:
    assert load_cues() is load_cues()


def test_every_reporting_verb_has_a_way_of_knowing_and_a_certainty_of_the_records() -> None:
    for verb in load_cues().verbs.values():
        assert verb.known_by in get_args(KnownBy)
        assert verb.certainty in get_args(Certainty)


@pytest.mark.parametrize(
    ("lemma", "flag"), [("deny", "denies"), ("show", "shows"), ("tell", "clause")]
)
def test_a_verb_keeps_what_its_line_says_of_it(lemma: str, flag: str) -> None:
    assert getattr(load_cues().verbs[lemma], flag) is True


def test_no_word_stands_twice_in_one_list() -> None:
    for name in ("reporting.toml", "certainty.toml"):
        for section, rows in data(name).items():
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                words = Counter((row.get("lemma") or row["word"], row.get("with")) for row in rows)
                assert [w for w, n in words.items() if n > 1] == [], f"{name} [{section}]"


def test_certainties_of_modals_adverbs_and_participles_are_those_of_the_records() -> None:
    cues = load_cues()
    given = {
        *cues.modals.values(),
        *cues.adverbs.values(),
        *cues.participles.values(),
        *cues.open_participles.values(),
    }

    assert given <= set(get_args(Certainty))


def test_recordings_documents_and_unnamed_sources_are_told_apart() -> None:
    cues = load_cues()

    assert not cues.media & cues.documents
    assert not cues.documents & cues.unnamed
    assert {"video", "footage", "photo"} <= cues.media
    assert {"memo", "record", "statement"} <= cues.documents


def test_outlets_are_kept_without_article_and_case() -> None:
    outlets = load_cues().outlets

    assert "reuters" in outlets
    assert all(name == name.casefold() and not name.startswith("the ") for name in outlets)
