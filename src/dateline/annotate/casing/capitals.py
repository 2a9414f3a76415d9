"""Which parts of a text came in capitals, and how they would be written otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.annotate.casing.model import Case, Word, cut_words, decide_cases
from dateline.annotate.casing.names import settle
from dateline.annotate.casing.words import load_forms

SHARE = 0.9
"""Of the letters of a text: from here on it came in capitals."""
_FEWEST = 60
"""Letters of a paragraph that is judged by itself: shorter ones are headings and slogans."""
_FEWEST_WORDS = 9
_PARAGRAPH = re.compile(r"[^\n]+")
_ACRONYM_IN_BRACKETS = re.compile(r"\[([A-Z][A-Z\-&]{1,9})\]")


def find_capitals(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of paragraphs in capitals: every one where the whole text is, else long ones."""
    whole = _is_capital(text)
    for found in _PARAGRAPH.finditer(text):
        words = found.group()
        if not _is_capital(words):
            continue
        if whole or (_letters(words) >= _FEWEST and len(words.split()) >= _FEWEST_WORDS):
            yield found.span()


def truecase(text: str) -> str:
    """The text with paragraphs in capitals as they would be written, of the same length.

    The text itself where there is none. Brackets round an acronym become round.
    """
    ranges = list(find_capitals(text))
    if not ranges:
        return text
    acronyms = _acronyms(text, ranges)
    pieces, at = [], 0
    for start, end in ranges:
        pieces += [text[at:start], _recase(text[start:end], acronyms)]
        at = end
    return "".join((*pieces, text[at:]))


def _is_capital(text: str) -> bool:
    small_letters = sum(map(str.islower, text))
    capitals = sum(map(str.isupper, text))
    return capitals > 0 and capitals >= SHARE * (capitals + small_letters)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _acronyms(text: str, ranges: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Words that stand alone in brackets after a name that they are the letters of."""
    forms, found = load_forms(), set()
    for start, end in ranges:
        words = cut_words(text[start:end])
        for at, word in enumerate(words):
            is_word = len(word.lower) <= 2 and forms.of(word.lower).startswith(("l", "i"))
            if word.enclosed and at and not is_word and _spells(words[:at], word.lower):
                found.add(word.lower)
    return frozenset(found)


def _spells(before: Sequence[Word], acronym: str) -> bool:
    """Whether the last words before an acronym begin with most of its letters."""
    initials = Counter(word.lower[0] for word in before[-len(acronym) - 3 :])
    letters = Counter(acronym.replace("-", ""))
    return sum((letters & initials).values()) >= 0.6 * letters.total()


def _recase(text: str, acronyms: frozenset[str]) -> str:
    words = cut_words(text)
    pieces, at = [], 0
    for word, case in zip(words, settle(words, decide_cases(words), acronyms), strict=True):
        pieces += [text[at : word.start], write_word(text[word.start : word.end], word, case)]
        at = word.end
    pieces.append(text[at:])
    return _ACRONYM_IN_BRACKETS.sub(r"(\1)", "".join(pieces))


def write_word(printed: str, word: Word, case: Case) -> str:
    if case == "u":
        return printed
    if case == "l":
        return printed[0] + word.lower[1:] if word.opens else word.lower
    written = "".join(
        was if i == 0 or printed[i - 1] in ".-&" or printed[i - 1].isdigit() else now
        for i, (was, now) in enumerate(zip(printed, word.lower, strict=True))
    )
    for prefix in ("Mc", "O'", "O’", "D'", "D’"):  # McGuire, O'Higgins, D'Aubuisson
        if written.startswith(prefix) and len(written) > len(prefix) + 2:
            return prefix + printed[len(prefix)] + written[len(prefix) + 1 :]
    return written
