"""Years told for what follows: a heading that is only a year, "In 2015, ..." for its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_HEADING = re.compile(r"(?:#{1,6} ?)?\*{0,2}((?:19|20|21)[0-9]{2})\*{0,2}[:.]?\*{0,2}")
_OTHER_HEADING = re.compile(r"#{1,6} ")
_ITEM = re.compile(r"[-–—*•·‣▪◦]|[0-9]{1,3}[.)][ \t]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|(?<=[.!?:”\"])[ ]?\n")
_OPENS = re.compile(
    r"[\W_]{0,3}(?:(?:back )?in|during|(?:early|late|later|earlier) in)(?: the year)? "
)
_LONGEST_OPENING = 30
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Carried:
    """A year that is told for what follows, and how reasons call where it was told."""

    year: int
    told: str

    @property
    def is_heading(self) -> bool:
        return self.told == "the heading above"


@dataclass(slots=True)
class YearFrames:
    """Answers for one text, in text order: which year was told for a place."""

    text: str
    _headings: list[tuple[int, int, int]] = field(init=False)
    _paragraphs: list[int] = field(init=False)
    _opened: tuple[int, int] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._headings = year_headings(self.text)
        self._paragraphs = [0, *(found.end() for found in _PARAGRAPH.finditer(self.text))]

    def opens_sentence(self, sentence_start: int, start: int) -> bool:
        """Whether a date is what its sentence begins with, and so frames what follows."""
        if start - sentence_start > _LONGEST_OPENING:
            return False
        before = self.text[sentence_start:start].lower()
        return _OPENS.fullmatch(before) is not None

    def note(self, start: int, year: int | None) -> None:
        """Note the year that opens a sentence; None where another time opens it instead."""
        self._opened = None if year is None else (self._paragraph(start), year)

    def carried_to(self, start: int) -> Carried | None:
        """The year of the paragraph or of the heading that a place stands under, or None."""
        if self._opened is not None and self._opened[0] == self._paragraph(start):
            return Carried(self._opened[1], "the same paragraph")
        place = bisect_right(self._headings, start, key=lambda heading: heading[0]) - 1
        if place < 0 or start >= self._headings[place][1]:
            return None
        return Carried(self._headings[place][2], "the heading above")

    def _paragraph(self, start: int) -> int:
        return bisect_right(self._paragraphs, start)


def is_line_end(text: str, place: int) -> bool:
    """Whether the line break at `place` ends what is told, and does not only wrap a paragraph.

    It does before an empty line, an item of a list and a heading, and after a heading.
    """
    before = text[text.rfind("\n", max(0, place - 40), place) + 1 : place].strip()
    after_end = text.find("\n", place + 1, place + 40)
    after = text[place + 1 : after_end if after_end >= 0 else place + 40].strip()
    if not after or _ITEM.match(after) or _OTHER_HEADING.match(after):
        return True
    return bool(_HEADING.fullmatch(before) or _HEADING.fullmatch(after))


def year_headings(text: str) -> list[tuple[int, int, int]]:
    """Where each heading's text begins and ends, and its year.

    Under a heading that a list follows, the list is its text; else all up to the next heading.
    Years that stand one below the other are a table, and head nothing.
    """
    found: list[tuple[int, int, int]] = []
    begin, year, in_list, after_heading, place = -1, 0, False, False, 0
    for line in text.splitlines(keepends=True):
        words, end = line.strip(), place + len(line)
        heading = _HEADING.fullmatch(words) if len(words) < _LONGEST_OPENING else None
        is_item = _ITEM.match(words) is not None
        if heading is not None:
            if begin >= 0 and not after_heading:
                found.append((begin, place, year))
            begin, year = (-1 if after_heading else end), int(heading[1])
            after_heading = True
        elif words:
            in_list = is_item if after_heading else in_list
            is_over = _is_title(words) or (in_list and not is_item and line[:1] not in " \t")
            if begin >= 0 and is_over:
                found.append((begin, place, year))
                begin = -1
            after_heading = False
        place = end
    if begin >= 0:
        found.append((begin, place, year))
    return found


def _is_title(words: str) -> bool:
    """Whether a line is another heading: marked as one, or short and with no end or date."""
    if _OTHER_HEADING.match(words):
        return True
    if len(words) > _LONGEST_TITLE or _ITEM.match(words):
        return False
    return words[-1] not in '.!?,;”"' and not any(char in "0123456789" for char in words)
