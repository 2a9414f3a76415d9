"""Lines that print outlet, author and date side by side: "The Quay Herald | Staff | 3 May 2025".

They are read more loosely than bylines (`dateline.read.byline`): a piece that no rule knows does
no harm if it has the form of a name, but a date must stand in the line, and something that says
it is that of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.read.byline import (
    BY,
    CLOCK,
    LONGEST,
    MODIFIED,
    PIECES,
    PUBLISHED,
    Byline,
    cut_date,
    is_desk,
    is_name,
    is_small,
    split_names,
    whole_date,
)
from dateline.read.dates import read_instant
from dateline.read.outlet_name import has_outlet_form, is_outlet
from dateline.read.wordlists import agencies, cities, labels

_MAX_PIECES = 7
_BEFORE_BY = re.compile(
    r"(?<=\d)(?P<mark>[.,]?)[ \xa0]+(?=(?:written |reported )?by[: \xa0])", re.I
)
_BEFORE_LABEL = re.compile(
    r"[,;][ \xa0](?=(?:last |first )?(?:published|posted|updated|modified)\b)", re.I
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]{0,12}(?:Z|[+-]\d\d:?\d\d)?")
_ISSUE = re.compile(r"(?:issue|edition|print edition)(?: of|:)[ \xa0]", re.I)
_LABEL_AT_END = re.compile(
    r"(?:^|[\s,])(?:first |last )?(published|posted|updated)(?: on)?[:\s]*$", re.I
)
_IN_OUTLET = re.compile(
    r"(?:first |originally )?published in ([^,|]{2,60})(?:,| on) ?(.{6,60})", re.I
)
_STATED = re.compile(r"(?:first |originally )?(?:published|posted)(?: on| at)?\b[\s:,.–—-]*", re.I)
_HARD = re.compile(r"[|•·\t]")
_WRAPPING = " \xa0()[]*_"


@dataclass(slots=True)
class _Found:
    """What the pieces so far say; `label` is one that waits for its date."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    label: str | None = None
    telling: bool = False


def read_credit_line(line: str, *, after_title: bool = False) -> Byline | None:
    """What such a line says; None if it is a line of another sort.

    Args:
        after_title: Whether the title stands before it; then names and a date in cells of one
            line ("A | B | 3 May 2025") are enough.
    """
    if len(line) > LONGEST or not _may_end(line.strip()):
        return None
    pieces = _cut(line)
    if len(pieces) > _MAX_PIECES:
        return None
    found = _Found()
    if not all(_take(found, piece) for piece in pieces):
        return None
    if not (found.published or found.modified or found.authors):
        return None
    if not found.telling and not (after_title and _HARD.search(line)):
        return None
    return Byline(found.authors, found.published, found.modified, found.outlet)


def _cut(line: str) -> list[str]:
    line = line.replace("**", "").strip(_WRAPPING)
    for pattern in (_BEFORE_BY, _BEFORE_LABEL):
        line = pattern.sub(" | ", line)
    pieces = (part.strip(" \xa0,;") for part in PIECES.split(line))
    return [piece for piece in pieces if piece]


def _may_end(line: str) -> bool:
    """Not with the full stop of a sentence; "Springfield, Mo." and "2025." may stand."""
    return not line.endswith((".", "?", "!")) or len(line.split()[-1]) <= 5


def _take(found: _Found, piece: str) -> bool:
    """Add what the piece says; False if it is no piece of such a line."""
    if by := BY.match(piece):
        found.telling = True
        return _take_author(found, piece[by.end() :])
    if inside := _IN_OUTLET.fullmatch(piece):
        return _take_printing(found, inside)
    for pattern, label in ((MODIFIED, "modified"), (PUBLISHED, "published"), (_ISSUE, "published")):
        if match := pattern.match(piece):
            found.telling = True
            rest = piece[match.end() :].strip(" :.–—-")
            if not CLOCK.sub("", rest):
                found.label = label
                return True
            return _add_date(found, _date(rest), label)
    if date := whole_date(piece):
        return _add_date(found, date, found.label or "published")
    front, _, name = piece.rpartition(", ")
    if is_outlet(name) and (date := whole_date(front)):  # "3 May 2025, The Quay Herald"
        return _take_names(found, name) and _add_date(found, date, found.label or "published")
    names, date = cut_date(piece)
    if date is not None:
        if end := _LABEL_AT_END.search(names):
            found.telling, names = True, names[: end.start()].strip(" ,")
            found.label = "modified" if end[1].casefold() == "updated" else "published"
        return _take_names(found, names) and _add_date(found, date, found.label or "published")
    return is_small(piece) or _take_names(found, piece)


def _date(words: str) -> str | None:
    return read_instant(words) if _INSTANT.fullmatch(words) else whole_date(words)


def _add_date(found: _Found, date: str | None, label: str) -> bool:
    found.label = None
    if date is None:
        return False
    if label == "modified":
        found.modified = found.modified or date
    else:
        found.published = found.published or date
    return True


def _take_author(found: _Found, words: str) -> bool:
    """ "Lena Marr, The Quay Review, 3 May 2025", "Hana Volkov for Yarl Weekly"."""
    words, date = cut_date(words)
    person, _, employer = words.partition(" for ")
    parts = [part.strip() for part in person.split(",")]
    outlets = [employer] if employer else [part for part in parts[1:] if is_outlet(part)]
    if is_outlet(words):  # "Published 3 May 2025 by The Quay Herald"
        found.outlet = found.outlet or words
        return date is None or _add_date(found, date, "published")
    names = split_names(", ".join(part for part in parts if part not in outlets))
    if not names or not all(map(has_outlet_form, outlets)):
        return False
    found.outlet = found.outlet or next(iter(outlets), None)
    found.authors = found.authors or names
    return date is None or _add_date(found, date, "published")


def _take_printing(found: _Found, inside: re.Match[str]) -> bool:
    """ "Published in Dawn, March 3rd, 2025"."""
    name = inside[1].strip()
    if not has_outlet_form(name):
        return False
    found.telling = True
    if name.casefold() not in cities():
        found.outlet = found.outlet or name
    return _add_date(found, whole_date(inside[2]), "published")


def _take_names(found: _Found, words: str) -> bool:
    """Outlet, post, agency, town: whatever has the form of a name."""
    if not words:
        return True
    names = [part.strip(" \xa0") for part in words.split(",")]
    if len(names) == 2 and is_desk(names[1]) and is_name(names[0]):  # "Ines Toll, Staff Writer"
        found.authors, found.telling = found.authors or (names[0],), True
        return True
    for name in names:
        if is_outlet(name):
            found.outlet, found.telling = found.outlet or name, True
        elif is_desk(name) or name.casefold() in agencies():
            found.telling = True
        elif not has_outlet_form(name) or _is_opener(name):
            return False
    return True


def _is_opener(name: str) -> bool:
    """Whether a sentence opens so: "In Karachi"."""
    first = name.split()[0].casefold()
    return first != "the" and first in labels()[1]


def find_stated_date(line: str) -> Byline | None:
    """What a line says that is no more than "Published: 3 May 2025" or "Published in X, DATE"."""
    if len(line) > LONGEST:
        return None
    line = line.replace("**", "").strip(_WRAPPING)
    if inside := _IN_OUTLET.fullmatch(line.rstrip(".")):
        found = _Found()
        taken = _take_printing(found, inside)
        return Byline((), found.published, None, found.outlet) if taken else None
    label = _STATED.match(line)
    date = _date(line[label.end() :]) if label else None
    return Byline((), date) if date else None
