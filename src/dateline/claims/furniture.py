"""The lines of a page that are no part of its report: links, captions, notices."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_LONGEST = 500
"""Code points of such a line before a place in it; a longer one is a paragraph."""

_LEAD = " \t*•>»|-–—▶►"


@cache
def load_openers() -> tuple[str, ...]:
    """How such lines begin, in lower case."""
    text = (files("dateline.claims") / "lexicon" / "furniture.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["opener"])


def is_furniture(text: str, at: int) -> bool:
    """Whether the line of a place in a text begins as a link, a caption or a notice does."""
    nearest = max(0, at - _LONGEST)
    begin = text.rfind("\n", nearest, at) + 1
    if begin == 0 < nearest:
        return False
    line = text[begin : begin + 80].lstrip(_LEAD).casefold().replace("’", "'")
    return any(
        line.startswith(opener) and not line[len(opener) : len(opener) + 1].isalpha()
        for opener in load_openers()
    )
