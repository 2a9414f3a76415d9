"""How a word of a text in capitals is written, from its forms and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.annotate.casing.words import Forms, load_forms, read_lines

Case = Literal["l", "t", "u"]
"""In small letters, with a capital first, or in capitals."""

CASES: tuple[Case, ...] = ("l", "t", "u")
WORD = re.compile(r"[^\W\d_](?:[\w&]|['’.\-](?=\w))*")
_NUMBER_BEFORE = re.compile(r"\d\s$")
_NUMBER_AFTER = re.compile(r"\s\d")
_STOP = re.compile(r"[.!?:]['\"”’)\]]*\s|\n|[\"“\[]")
_ABBREVIATIONS = frozenset({
    "adm", "brig", "capt", "cmdr", "col", "cpl", "dr", "drs", "fr", "gen", "gov", "jr", "lt",
    "lieut", "maj", "mr", "mrs", "ms", "msgr", "no", "prof", "rep", "rev", "sen", "sgt", "sr",
    "st", "sta", "sto", "ste", "ing", "lic", "hon", "mt", "ave", "blvd", "dept", "inc", "corp",
    "co", "ltd", "vs",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, in small letters.

    Attributes:
        opens: Whether a sentence, a line or a quotation begins with it.
        enclosed: Whether it stands alone in brackets.
        numbered: Whether a number stands beside it.
    """

    start: int
    end: int
    lower: str
    opens: bool
    enclosed: bool
    numbered: bool = False


def cut_words(text: str) -> list[Word]:
    """The words of a text, whatever its case; numbers are none."""
    found: list[Word] = []
    before = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        lower = small(match.group())
        gap = text[before:start]
        stop = _STOP.search(gap if before == 0 else gap + " ")
        last = found[-1].lower if found else ""
        abbreviated = gap.startswith(". ") and (last in _ABBREVIATIONS or len(last) == 1)
        opens = not found or (stop is not None and not abbreviated)
        after = text[end : end + 1]
        enclosed = gap.endswith(("[", "(")) and after in ("]", ")")
        numbered = bool(_NUMBER_BEFORE.search(gap) or _NUMBER_AFTER.match(text, end))
        found.append(Word(start, end, lower, opens and not enclosed, enclosed, numbered))
        before = end
    return found


def small(word: str) -> str:
    """The word in small letters, as long as it was: a letter that would grow stays as it is."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def shape(word: str) -> Case:
    """How a printed word is written; mixed case counts as a capital first."""
    letters = [c for c in word if c.isalpha()]
    if all(c.islower() for c in letters):
        return "l"
    return "u" if len(letters) > 1 and all(not c.islower() for c in letters) else "t"


def features(words: Sequence[Word], forms: Forms, at: int, before: str) -> Iterator[str]:
    """What speaks for one case of a word or another, given the case of the one before."""
    word = words[at].lower
    kind = forms.of(word)
    left = words[at - 1].lower if at else "^"
    right = words[at + 1].lower if at + 1 < len(words) else "$"
    left_kind = forms.of(left) if at else "^"
    right_kind = forms.of(right) if at + 1 < len(words) else "$"
    opens = "^" if words[at].opens else ""
    if opens:
        left, left_kind, before = "^", "^", "^"
    if at + 1 < len(words) and words[at + 1].opens:
        right = right_kind = "$"
    yield f"w={word}"
    yield f"k={kind}"
    yield f"s={word[-3:]}|{kind}"
    yield f"n={min(len(word), 6)}|{kind}"
    yield f"b={before}|{kind}"
    yield f"bw={before}|{word}"
    yield f"lw={left}|{word}"
    yield f"wr={word}|{right}"
    yield f"lk={left}|{kind}"
    yield f"kr={kind}|{right}"
    yield f"lkk={left_kind}|{kind}|{right_kind}"
    yield f"bkr={before}|{kind}|{right_kind}"
    yield f"bl={before}|{left}|{kind}"
    yield f"v={any(c in 'aeiouy' for c in word)}|{min(len(word), 6)}|{kind}"
    if words[at].enclosed:
        yield f"e={kind}|{min(len(word), 6)}"
    if "." in word:
        yield "dots"


Weights = Mapping[str, tuple[float, ...]]


def decide(words: Sequence[Word], forms: Forms, weights: Weights) -> list[Case]:
    """The case of each word, from the first to the last; an opening word may be in small letters
    here."""
    cases: list[Case] = []
    for at in range(len(words)):
        scores = [0.0] * len(CASES)
        for feature in features(words, forms, at, cases[-1] if cases else "^"):
            weighed = weights.get(feature)
            if weighed is not None:
                for i, weight in enumerate(weighed):
                    scores[i] += weight
        best = max(range(len(CASES)), key=lambda i: (scores[i], -i))
        cases.append(CASES[best])
    return cases


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights of the package; see ``data/make_casing.py`` for what they are learnt from."""
    weights = {}
    for line in read_lines("weights.tsv.gz"):
        feature, *values = line.split("\t")
        weights[feature] = tuple(float(value) for value in values)
    return weights


def decide_cases(words: Sequence[Word]) -> list[Case]:
    """The case of each word by the weights and the word lists of the package."""
    return decide(words, load_forms(), load_weights())
