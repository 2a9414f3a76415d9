"""Lines that say who wrote a report, and when: "By A. Khan | Published: 3 March 2025"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.read.dates import find_dates
from dateline.read.outlet_name import is_outlet
from dateline.read.wordlists import agencies, labels, particles

LONGEST = 240
PIECES = re.compile(r"[|•·\t]|[ \xa0][–—-][ \xa0]|[ \xa0]/[ \xa0]")
BY = re.compile(r"(?:(?:written|reported|story|posted|words) )?(?:by|von|por|par)\b[: \xa0]+", re.I)
PUBLISHED = re.compile(
    r"(?:(?:first |originally )?(?:published|posted)|publication date|publish date|date|dated|"
    r"issued|released|created|pub|datum|veröffentlicht|erschienen|publié|publicado|pubblicato|geplaatst)"
    r"(?: (?:on|at|am|le|el|il|op|date))?\b[.:,]*\s?",
    re.I,
)
MODIFIED = re.compile(
    r"(?:last |date |zuletzt )?(?:updated?|modified|edited|revised|corrected|aktualisiert|geändert|"
    r"mis à jour|modifié|actualizado|aggiornato|bijgewerkt|stand)"
    r"(?: (?:on|at|am|le|el|il|op))?\b[.:,]*\s?",
    re.I,
)
CLOCK = re.compile(
    r"(?:\d{1,2}(?:[:.h]\d\d){1,2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)|\b(?:at|um|à|uhr|on)\b|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b|"
    r"\b(?:[A-Z]{2,4}T|GMT|UTC|IST|PKT|BST|Z)\b|[+-]\d\d:?\d\d|[\s,;.()@|-]",
    re.I,
)
_SMALL = re.compile(r"(?:\d+ ?min(?:ute)?s? read|share|print|comments?|\d+ comments?)$", re.I)
_JOIN = re.compile(r",| and | & | und | et | y ")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*")
_DESK = re.compile(
    r"(?:correspondents?|reporters?|staff|desk|writers?|editors?|bureau|monitoring|agencies|team)\b",
    re.I,
)
_BEFORE_DESK = frozenset(("our", "the", "special", "news", "foreign", "web", "own", "&"))


@dataclass(frozen=True, slots=True)
class Byline:
    """What such a line says; the dates are ISO dates."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None


def read_byline(line: str) -> Byline | None:
    """What a line says of authors and dates; None if it is a line of another sort."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    authors: tuple[str, ...] = ()
    published = modified = outlet = None
    for piece in filter(None, (part.strip(" \xa0,") for part in PIECES.split(line))):
        by = BY.match(piece)
        if by:
            rest, date = cut_date(piece[by.end() :])
            names = split_names(rest)
            if not names:
                return None
            outlet = outlet or next(filter(is_outlet, names[1:]), None)
            names = names[:1] + tuple(name for name in names[1:] if not is_outlet(name))
            authors, published = authors or names, published or date
        elif label := MODIFIED.match(piece):
            if (date := whole_date(piece[label.end() :])) is None:
                return None
            modified = modified or date
        elif date := whole_date(
            piece[label.end() :] if (label := PUBLISHED.match(piece)) else piece
        ):
            published = published or date
        elif not is_small(piece):
            return None
    if not (authors or published or modified):
        return None
    return Byline(authors, published, modified, outlet)


def cut_date(text: str) -> tuple[str, str | None]:
    """The words before a full date, and the date: "Ayesha Khan, 3 March 2025"."""
    for found in find_dates(text):
        if found.year is not None and not CLOCK.sub("", text[found.end :]):
            label = PUBLISHED.search(text, 0, found.start)
            end = label.start() if label and label.end() == found.start else found.start
            return _without_clock(text[:end]), found.iso()
    return text, None


def _without_clock(text: str) -> str:
    """The words without a weekday or a time at their end: "Ayesha Khan, Monday,"."""
    parts = text.rstrip(" ,;").split(",")
    while len(parts) > 1 and not CLOCK.sub("", parts[-1]):
        parts.pop()
    return ",".join(parts).strip(" ,;")


def whole_date(text: str) -> str | None:
    """The ISO date of words that are a full date and no more than weekday and clock besides."""
    if len(text) > 80:
        return None
    dates = [found for found in find_dates(text) if found.year is not None]
    if len(dates) != 1:
        return None
    outside = text[: dates[0].start] + " " + text[dates[0].end :]
    return None if CLOCK.sub("", outside) else dates[0].iso()


def is_small(piece: str) -> bool:
    return (
        piece.casefold() in agencies()
        or _SMALL.fullmatch(piece) is not None
        or not CLOCK.sub("", piece)
    )


def split_names(untrusted: str) -> tuple[str, ...]:
    """The authors that a byline names, without agency or post; empty if these are no names."""
    text = re.split(r"[ \xa0]in[ \xa0]", untrusted, maxsplit=1)[0].strip(" \xa0,.;")
    names: list[str] = []
    for piece in (part.strip(" \xa0.") for part in _JOIN.split(text)):
        if not piece or (names and _is_post(piece)):
            continue
        if not is_name(piece) and not is_desk(piece):
            return ()
        if piece not in names:
            names.append(piece)
    return tuple(names)


def _is_post(piece: str) -> bool:
    return piece.casefold() in agencies() or _DESK.search(piece) is not None


def is_desk(text: str) -> bool:
    """Whether the words name a post or a desk, and say nothing of it: "our staff reporter"."""
    words = text.split()
    return (
        1 <= len(words) <= 6
        and _DESK.search(text) is not None
        and all(
            word[0].isupper()
            or word.casefold() in particles()
            or _DESK.match(word)
            or word in _BEFORE_DESK
            for word in words
        )
    )


def is_name(text: str) -> bool:
    """Whether the words have the form of a person's or a body's name."""
    words = text.split()
    return (
        1 <= len(words) <= 6
        and words[0][0].isupper()
        and words[0].casefold() not in labels()[1]
        and CLOCK.fullmatch(text) is None  # a weekday
        and all(
            _NAME_WORD.fullmatch(word) and (word[0].isupper() or word.casefold() in particles())
            for word in words
        )
    )
