"""The miss study: what the scorer of `gold` lists line by line, counted by kind.

The scorer prints ``KIND: COUNT`` and under it one indented line for each miss:
``REPORT/CLAIM TYPE: words`` or ``REPORT/CLAIM TYPE: gold VALUE, predicted VALUE``.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

_KIND = re.compile(r"([a-z][a-z ()]*): \d+")
_LINE = re.compile(r"  \S+ (\S+): (.*)")
_OUTSIDE = "restated (not counted)"


def count_misses(listing: str) -> tuple[tuple[str, int], ...]:
    """Kinds of miss and how often each came, most common first, then by name."""
    counted = Counter(_kinds(listing))
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _kinds(listing: str) -> Iterator[str]:
    kind = None
    for line in listing.splitlines():
        if heading := _KIND.fullmatch(line):
            kind = heading[1]
        elif kind and kind != _OUTSIDE and (miss := _LINE.fullmatch(line)):
            yield _describe(kind, miss[1], miss[2])


def _describe(kind: str, claim_type: str, rest: str) -> str:
    if kind == "missed":
        return f"claim missed: {claim_type}"
    if kind == "spurious":
        return f"claim spurious: {claim_type}"
    gold, _, predicted = rest.removeprefix("gold ").rpartition(", predicted ")
    try:
        return f"{kind}: {_compare(ast.literal_eval(gold), ast.literal_eval(predicted))}"
    except (SyntaxError, ValueError):
        return f"{kind}: wrong"


def _compare(gold: object, predicted: object) -> str:
    if isinstance(gold, dict) and isinstance(predicted, dict):
        if gold.get("kind") != predicted.get("kind"):
            return f"{gold.get('kind')} taken for {predicted.get('kind')}"
        return "another name"
    if isinstance(gold, list) and isinstance(predicted, list):
        difference = len(predicted) - len(gold)
        return "too few" if difference < 0 else "too many" if difference else "somebody else"
    if predicted is None:
        return "not found"
    if gold is None:
        return "given where there is none"
    named = all(isinstance(value, str) and value.isalpha() for value in (gold, predicted))
    return f"{gold} taken for {predicted}" if named and len(str(gold)) > 1 else "another"
