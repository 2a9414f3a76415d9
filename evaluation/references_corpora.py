"""The corpus of the set `references`: reports of GUM with their chains of mentions.

Read from its CoNLL-U files: paragraphs parted by an empty line, words as printed, and the
mentions of the column MISC (``Entity=(id-type-…-link-identity`` … ``id)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.read import read_bytes

_BRACKET = re.compile(r"\(([^()]+)\)?|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that refer to an entity, as annotated.

    Attributes:
        start, end: Code points, half-open.
        heads: The extents of its governing word and of what makes one flat name with that.
        chain: The entity's id in its document.
        type: GUM's type: "person", "organization", "place", "object" ...
        kind: "pronoun", "name" (its governing word is a proper noun) or "nominal".
        link: How it is tied to the mention before ("ana", "coref", "appos", "cata", "sgl").
    """

    start: int
    end: int
    heads: tuple[tuple[int, int], ...]
    chain: str
    type: str
    kind: str
    link: str

    def is_led_to(self, start: int) -> bool:
        """Whether a word that begins at a code point is one of its heads."""
        return any(first <= start < last for first, last in self.heads)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A report with the mentions in its body, in text order.

    Attributes:
        body_start: The first code point that is read.
    """

    name: str
    text: str
    body_start: int
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    pos: str
    number: int
    head: int
    relation: str
    misc: dict[str, str]


def read_documents(folder: Path) -> list[GoldDocument]:
    """The documents in the folder ``dep`` of a corpus, by name."""
    return [read_document(path) for path in sorted((folder / "dep").glob("*.conllu"))]


def read_document(path: Path) -> GoldDocument:
    """One document.

    Raises:
        ValueError: If reading changes the text, so that its marks would no longer fit.
    """
    text, words = _read_words(path.read_text(encoding="utf-8"))
    report = read_bytes(text.encode("utf-8"), f"{path.stem}.txt")
    if report.text != text:
        raise ValueError(f"{path.name}: reading changes the text")
    mentions = sorted(_mentions(words), key=lambda m: (m.start, -m.end, m.chain))
    kept = tuple(m for m in mentions if m.start >= report.body_start)
    return GoldDocument(path.stem, text, report.body_start, kept)


def _read_words(source: str) -> tuple[str, list[_Word]]:
    text, words, gap, joined_until = "", [], "", 0
    for line in source.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n\n" if text else ""
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < 10:
            continue
        number, form, misc = columns[0], columns[1], _misc(columns[9])
        if "-" in number:  # the printed form of several words: they follow with their own
            joined_until = int(number.split("-")[1])
            continue
        if "." in number:
            continue
        start = len(text) + len(gap)
        text += gap + form
        row = int(number), int(columns[6]), columns[7]
        words.append(_Word(start, len(text), columns[3], *row, misc))
        is_joined = int(number) < joined_until or misc.get("SpaceAfter") == "No"
        gap = "" if is_joined else " "
        if int(number) >= joined_until:
            joined_until = 0
    return text, words


def _misc(column: str) -> dict[str, str]:
    parts = (part.partition("=") for part in column.split("|"))
    return {key: value for key, _, value in parts}


def _mentions(words: list[_Word]) -> Iterator[GoldMention]:
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for index, word in enumerate(words):
        for found in _BRACKET.finditer(word.misc.get("Entity", "")):
            if found[1]:
                fields = found[1].split("-", 7)
                opened.setdefault(fields[0], []).append((index, fields))
            key = found[2] or (found[1].split("-")[0] if found[0].endswith(")") else "")
            if key:
                first, fields = opened[key].pop()
                yield _mention(words[first : index + 1], fields)


def _mention(words: list[_Word], fields: list[str]) -> GoldMention:
    chain, type_, _, _, _, _, link, *_ = fields
    heads = _heads(words)
    if heads[0].pos in ("PRON", "DET"):
        kind = "pronoun"
    else:
        kind = "name" if any(word.pos == "PROPN" for word in heads) else "nominal"
    extents = tuple((word.start, word.end) for word in heads)
    return GoldMention(words[0].start, words[-1].end, extents, chain, type_, kind, link)


def _heads(words: list[_Word]) -> list[_Word]:
    """The word that none of the others governs, and those that are one flat name with it."""
    numbers = {word.number for word in words}
    first = next(word for word in words if word.head not in numbers)
    heads = [first]
    for word in words:
        if word.relation.startswith("flat") and word.head in {head.number for head in heads}:
            heads.append(word)
    return heads
