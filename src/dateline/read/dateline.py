"""The dateline of a report: ``KARACHI, Pakistan, Jan 7 (Agency) —`` and its relatives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.read.dates import PrintedDate, find_dates
from dateline.read.wordlists import agencies, cities, labels, particles
from dateline.records import Dateline, cut

_LONGEST = 160
"""Code points in which a dateline must end; it also bounds the work on a hostile line."""
_SEPARATOR = re.compile(
    r"[ \xa0]?(?:[—―]+|--+|[ \xa0]–|–(?=\s)|(?<=[ \xa0)])-(?=\s)|:(?=\s|$)|\.[—–])"
)
_BRACKETS = re.compile(r"\(([^()\[\]]{1,60})\)|\[([^()\[\]]{1,60})\]|(?<=\s)/([A-Za-z ]{2,30})/")
_LABEL = re.compile(r"\s*(?:dateline|date)\b[:\s]{1,3}", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ONLY_WEEKDAY = re.compile(rf"[\s,.]*(?:{_WEEKDAY})?[\s,.]*", re.IGNORECASE)
_WEEKDAY_AT_START = re.compile(rf"[\s,.]*{_WEEKDAY}[\s,.]", re.IGNORECASE)
_WEEKDAY_AT_END = re.compile(rf"[\s,]{_WEEKDAY}[\s,.]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-](?=[^\W_]))*\.?")
_INNER_DASH = re.compile(r"[ \xa0](?:[—–]|--?)[ \xa0]")
_SPEAKER = re.compile(r"^[^\S\n]*[A-Z][A-Z. ]{2,40}:", re.MULTILINE)
_SPEAKERS_IN = 20_000


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the words of a dateline say; `known` is whether the agency is one of the list."""

    place: str | None
    region: bool
    date: PrintedDate | None
    agency: str | None
    known: bool
    labelled: bool


def find_dateline(
    text: str, start: int = 0, published: str | None = None
) -> tuple[Dateline, int] | None:
    """The dateline that stands at `start`, and where the words after it begin.

    Args:
        start: Where a line of the report begins.
        published: ISO date that gives a day without a year its year.

    Returns:
        None if the line opens like any other.
    """
    end = text.find("\n", start, start + _LONGEST)
    line = text[start : end if end >= 0 else start + _LONGEST]
    whole = end >= 0 or start + len(line) == len(text)
    for head, after in _candidates(line, whole):
        parts = _read_head(head)
        if parts is None or not _is_dateline(parts, head, text, start + after):
            continue
        return _build(text, start, head, parts, published), _skip_space(text, start + after)
    return None


def _candidates(line: str, whole: bool) -> list[tuple[str, int]]:
    """Ways to cut the line: the words of a dateline, and where its separator ends."""
    found = [(line[: sep.start()], sep.end()) for sep in _SEPARATOR.finditer(line)][:4]
    bracket = line.find(")")
    if 0 < bracket < len(line) - 1 and not any(after > bracket for _, after in found[:1]):
        found.insert(0, (line[: bracket + 1], bracket + 1))  # "New Delhi, Jan 7 (PTI) The"
    elif bracket > 0:
        found.append((line[: bracket + 1], bracket + 1))
    if whole:
        found.append((line, len(line)))
    return [(head, after) for head, after in found if head.strip()]


def _read_head(head: str) -> _Parts | None:
    """The words of a dateline in their parts; None if there are others among them."""
    label = _LABEL.match(head)
    rest = _INNER_DASH.sub(", ", head[label.end() :] if label else head)
    bracketed = _read_brackets(rest)
    if bracketed is None:
        return None
    date, agency = bracketed
    taken = _take_date(_BRACKETS.sub(" ", rest))
    if taken is None or (date and taken[0]):
        return None
    date = date or taken[0]
    known = agency is not None and _is_known_agency(agency)
    rest = _WEEKDAY_AT_START.sub("", _WEEKDAY_AT_END.sub("", taken[1]))
    names = [name.strip() for name in rest.strip(" \xa0\t,.:;").split(",")]
    if names == [""]:
        return _Parts(None, False, date, agency, known, label is not None)
    if len(names) > 3 or not all(map(_is_name, names)) or not _may_be_place(names[0]):
        return None
    return _Parts(names[0], len(names) > 1, date, agency, known, label is not None)


def _read_brackets(head: str) -> tuple[PrintedDate | None, str | None] | None:
    """Date and agency in brackets; None if a bracket holds something else or one twice."""
    date: PrintedDate | None = None
    agency: str | None = None
    for bracket in _BRACKETS.finditer(head):
        if bracket[2] is not None:  # "[India]", a region
            if not _is_name(bracket[2]):
                return None
            continue
        content = (bracket[1] or bracket[3]).strip()
        inside = find_dates(content)
        if inside and date is None and _covers(content, inside[0]):
            date = inside[0]
        elif agency is None and _is_agency(content):
            agency = content
        else:
            return None
    return date, agency


def _take_date(head: str) -> tuple[PrintedDate | None, str] | None:
    """The date at the start or the end of the words, and the rest; None if it stands amidst."""
    dates = find_dates(head)
    if len(dates) > 1:
        return None
    if not dates:
        return None, head
    before, after = head[: dates[0].start], head[dates[0].end :]
    if _ONLY_WEEKDAY.fullmatch(before):
        return dates[0], after
    return (dates[0], before) if _ONLY_WEEKDAY.fullmatch(after) else None


def _is_dateline(parts: _Parts, head: str, text: str, after: int) -> bool:
    """Whether there is enough that speaks for a dateline; a capital and a dash are not."""
    cut_by_bracket = head.endswith(")") and text[after - 1] == ")"
    line_ends = after >= len(text) or text[after] == "\n"
    if parts.place is None:
        if parts.date is not None:
            return parts.labelled or (line_ends and parts.date.year is not None)
        return parts.known and not cut_by_bracket and head.lstrip().startswith("(")
    known_place = any(name.casefold() in cities() for name in parts.place.split("/"))
    if cut_by_bracket and not line_ends:
        return parts.date is not None and parts.known
    if parts.date is not None:
        return True
    if parts.agency is not None:
        return parts.known or known_place or parts.place.isupper()
    if line_ends or not _runs_on(text, after):
        return False
    if known_place:
        return parts.region or parts.place.isupper() or not _names_city(text, after)
    return parts.place.isupper() and _stands_alone(parts, text, after)


def _stands_alone(parts: _Parts, text: str, after: int) -> bool:
    """Whether an unknown name in capitals may be a place: no acronym, no speaker of a dialogue."""
    assert parts.place is not None
    if sum(map(str.isalpha, parts.place)) < 5 or len(parts.place.split()) > 3:
        return False
    if text[after - 1] != ":":
        return True
    return _SPEAKER.search(text, after, after + _SPEAKERS_IN) is None


def _runs_on(text: str, after: int) -> bool:
    """Whether ordinary words follow, not a headline in capitals or the rest of a clause."""
    following = text[after : after + 40].lstrip(" \xa0\"'“‘")
    opens = following[:1].isupper() or following[:1].isdigit()
    return opens and any(map(str.islower, following))


def _names_city(text: str, after: int) -> bool:
    """Whether the next word is a city too: "London – Paris trains", no dateline."""
    word = _WORD.match(text, _skip_space(text, after))
    return word is not None and word[0].rstrip(".").casefold() in cities()


def _covers(content: str, date: PrintedDate) -> bool:
    outside = content[: date.start] + " " + content[date.end :]
    return _ONLY_WEEKDAY.fullmatch(outside) is not None


def _is_known_agency(content: str) -> bool:
    return any(name.strip().casefold() in agencies() for name in re.split(r"[/,]", content))


def _is_agency(content: str) -> bool:
    words = content.split()
    return 1 <= len(words) <= 4 and (content[:1].isupper() or _is_known_agency(content))


def _is_name(name: str) -> bool:
    """Whether the words have the form of a place's name: "Port-au-Prince", "D.C.", "Kyiv/Lviv"."""
    words = name.replace("/", " ").split()
    if not 1 <= len(words) <= 5 or not words[0][:1].isupper():
        return False
    return all(
        _WORD.fullmatch(word) and (word[0].isupper() or word.casefold() in particles())
        for word in words
    )


def _may_be_place(name: str) -> bool:
    folded = name.casefold()
    whole, first = labels()
    if folded in cities():
        return True
    if find_dates(f"1 {name}") or _ONLY_WEEKDAY.fullmatch(name):
        return False  # a month, a weekday
    return folded not in whole and folded.split()[0] not in first


def ordinary_case(name: str) -> str:
    """A place as it is written in running text: "NEW DELHI" becomes "New Delhi"."""
    known = cities().get(name.casefold())
    if known is not None:
        return known
    if "/" in name:
        return "/".join(ordinary_case(part) for part in name.split("/"))
    return " ".join(
        word.casefold() if n and word.casefold() in particles() else _capitalise(word)
        for n, word in enumerate(name.split())
    )


def _capitalise(word: str) -> str:
    if not word.isupper() or len(word) < 2 or re.fullmatch(r"(?:\w\.)+\w?\.?", word):
        return word
    pieces = re.split(r"([-'’])", word)
    return "".join(
        piece.lower() if n and piece.casefold() in particles() else piece.capitalize()
        for n, piece in enumerate(pieces)
    )


def _build(text: str, start: int, head: str, parts: _Parts, published: str | None) -> Dateline:
    label = _LABEL.match(head)
    words = cut(text, start + (label.end() if label else 0), start + len(head))
    return Dateline(
        place=ordinary_case(parts.place) if parts.place else None,
        date=parts.date.iso(published) if parts.date else None,
        agency=parts.agency,
        words=words,
    )


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
