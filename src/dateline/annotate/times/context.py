"""The words around an expression, which tell what it is used for."""

from __future__ import annotations

import re

from dateline.annotate.times.grammar import Expression
from dateline.annotate.times.tense import Tenses
from dateline.records import Token

_WORD_BEFORE = re.compile(r"([^\W\d_]+)['’]?[ \u00a0\n(“\"-]{0,3}\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\n-]{1,2}([^\W\d_]+)")
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "s", "these", "those"]
)


def word_before(text: str, start: int) -> str:
    """The word right before `start`, in lower case, or ""."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return found[1].lower() if found else ""


def word_after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


def start_of_word(text: str, start: int) -> int:
    """Where the word right before `start` begins."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return found.start() if found else start


def next_token(expression: Expression, tenses: Tenses) -> Token | None:
    """The token right after the expression, or None."""
    inside = tenses.tokens_in(expression.start, expression.end)
    following = inside[-1].index + 1 if inside else len(tenses.tokens)
    return tenses.tokens[following] if following < len(tenses.tokens) else None
