"""The word lists of this stage, read once from the TSV files in `data/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def load_titles() -> frozenset[tuple[str, ...]]:
    """Titles as folded words; a title of several words is one entry."""
    return frozenset(tuple(row[0].split()) for row in _rows("titles.tsv"))


@cache
def load_legal_forms() -> frozenset[str]:
    """Legal forms as they stand at the end of a company's folded name."""
    return frozenset(row[0] for row in _rows("legal_forms.tsv"))


@cache
def load_name_words(kind: str) -> frozenset[str]:
    """Folded words inside names, of a kind: "particle", "small" or "suffix"."""
    return frozenset(
        word
        for of, words, _source in _rows("name_words.tsv")
        if of == kind
        for word in words.split()
    )


@cache
def load_spellings() -> dict[str, str]:
    """Spelling of one word of a name → the spelling that stands for all of them."""
    return {
        spelling: name
        for name, others, _source in _rows("spellings.tsv")
        for spelling in (name, *others.split("|"))
    }


@cache
def load_countries() -> dict[str, str]:
    """Printed name of a state → its ISO 3166-1 code."""
    return {
        printed: code
        for code, name, others, _source in _rows("countries.tsv")
        for printed in (name, *(others.split("|") if others else ()))
    }


@cache
def load_organizations() -> dict[str, str]:
    """Printed name of a body known by treaty → its long name."""
    return {
        printed: name
        for name, others, _schema, _source in _rows("organizations.tsv")
        for printed in (name, *others.split("|"))
    }


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dateline.resolve") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    yield from rows[1:]
