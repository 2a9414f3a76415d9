"""The printed name of a body or a thing → its words and legal forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.resolve.matching.knowledge import load_commonness, load_phrases, longest_phrase
from dateline.resolve.matching.letters import fold, read_digits
from dateline.resolve.matching.parts import (
    MOST_LETTERS,
    MOST_PARTS,
    WEIGHT_OF,
    Kind,
    Part,
    PreparedName,
)
from dateline.resolve.names import read_body
from dateline.resolve.sounds import sound

_SAYS = {"ALQAEDA": 1.0, "IRGC": 1.0, "CO": 0.1, "CORP": 0.1, "ORG": 0.2}
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.[ ]?){2,}(?:[^\W\d_]\b)?")
_GLUED_FORM = re.compile(r"(?<=[a-z])(?=[A-Z]{2,4}\Z)")
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\Z")


def prepare_body(printed: str, text: str) -> PreparedName:
    """The comparable form of a body's name; `text` is the print, cleaned."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    text = text.replace("&", " and ")
    words = [folded for word in text.split() for folded in _body_words(word)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    words, forms = _without_forms(words)
    parts = tuple(_body_parts(words[:MOST_PARTS]))
    joined = "".join(part.text for part in parts if part.kind != "small").replace(" ", "")
    body = read_body(printed[:MOST_LETTERS])
    known = body.key if body.known else ""
    return PreparedName(printed, False, parts, frozenset(forms), "", joined, False, known)


def _body_words(word: str) -> list[str]:
    return [folded for piece in _GLUED_FORM.split(word) for folded in fold(piece).split()]


def _without_forms(words: list[str]) -> tuple[list[str], set[str]]:
    """The words without the legal forms at either end; a name that is all form is kept."""
    known, longest = load_phrases("form"), longest_phrase("form")
    forms: set[str] = set()
    found = True
    while found and len(words) > 1:
        found = False
        for count in range(min(longest, len(words) - 1), 0, -1):
            for phrase, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
                form = known.get(" ".join(phrase)) or known.get("".join(phrase))
                if count == 1 and _ROMAN.match(phrase[0]):
                    form = None
                if form:
                    forms.add(form)
                    words, found = rest, True
                    break
            if found:
                break
        if len(words) > 2 and words[-1] == "and":
            words = words[:-1]
    return words, forms


def _body_parts(words: list[str]) -> Iterator[Part]:
    start = 0
    before: Part | None = None
    while start < len(words):
        for count in range(min(4, len(words) - start), 0, -1):
            part = _known_part(" ".join(words[start : start + count]))
            if part is not None:
                break
        else:
            count, part = 1, _name_part(words[start])
        if part.kind == "number" and before is not None and _adds_up(before, part):
            total = str(int(before.means) + int(part.means))
            part = Part(total, total, "number", WEIGHT_OF["number"], means=total)
        elif before is not None:
            yield before
        before = part
        start += count
    if before is not None:
        yield before


def _adds_up(tens: Part, ones: Part) -> bool:
    """Whether two numbers in words or digits are one ("forty" "four")."""
    return (
        tens.kind == "number" and not tens.text.isdigit()
        and int(tens.means) % 10 == 0 < int(tens.means) and 0 < int(ones.means) < 10
    )  # fmt: skip


def _known_part(phrase: str) -> Part | None:
    tables: tuple[tuple[Kind, str], ...] = (
        ("number", "number"), ("place", "place"), ("word", "word"), ("small", "small"),
    )  # fmt: skip
    if phrase.isdigit():
        return Part(phrase, phrase, "number", WEIGHT_OF["number"], means=str(int(phrase)))
    if _ROMAN.match(phrase):
        return Part(phrase, phrase, "number", WEIGHT_OF["number"], means=str(_roman(phrase)))
    for kind, table in tables:
        means = load_phrases(table).get(phrase)
        if means is not None and (kind != "small" or " " not in phrase):
            says = _SAYS.get(means, WEIGHT_OF[kind]) if kind == "word" else WEIGHT_OF[kind]
            return Part(phrase, sound(phrase.replace(" ", "")), kind, says, means=means)
    return None


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    after = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, after, strict=True))


def _name_part(word: str) -> Part:
    word = read_digits(word)
    weight = (1.0 - 0.3 * load_commonness().get(word, 0.0)) * min(len(word) / 3, 1.0)
    return Part(word, sound(word), "name", weight)
