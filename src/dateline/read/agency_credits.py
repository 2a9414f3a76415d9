"""Credits to news agencies round a report's body: "By AFP", "(With inputs from PTI)", "— ANI"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.read.byline import BY, LONGEST, PIECES, cut_date
from dateline.read.wordlists import agencies, load_words
from dateline.records import Credit, cut

_HEAD_LINES = 12
_LAST_LINES = 8
"""Among so many lines at the end a credit is looked for: below it stand links and notices."""
_MOST_AGENCIES = 6
_WRAPPING = " \xa0\t()[]*_–—-―|.,;:"
_JOIN = re.compile(r"[ \xa0]*(?:[/,;&|+]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)[ \xa0]*")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?[ \xa0,.]*")
_AT_END = re.compile(
    r"(?<=[.!?\"'”’»)])[ \xa0](?:[–—―-]+[ \xa0]?([^()–—―]{2,40})|\(([^()]{2,60})\))[ \xa0]*$"
)
_SMALL_AFTER = re.compile(r"[ \xa0]*[:|,.–—-][ \xa0]*|[ \xa0]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """What `agency_credits.toml` holds, the longest first where that decides."""

    unnamed: frozenset[str]
    not_alone: frozenset[str]
    before: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    plain: tuple[str, ...]
    after: tuple[str, ...]
    named: frozenset[str]


@cache
def _words() -> _Words:
    read = tomllib.loads(files(__package__).joinpath("agency_credits.toml").read_text("utf-8"))
    around = (line.partition("AGENCIES") for line in read["around"])
    return _Words(
        frozenset(read["unnamed"]),
        frozenset(read["not_alone"]),
        _longest_first(read["before"]),
        tuple((begin.strip(), end.strip()) for begin, _, end in around),
        _longest_first(read["plain"]),
        _longest_first(read["after"]),
        agencies() - frozenset(read["never"]),
    )


@cache
def _acronyms() -> frozenset[str]:
    """Names in capitals throughout, which are printed so: "(Ani)" is somebody else."""
    return frozenset(name.casefold() for name in load_words("agencies.txt") if name.isupper())


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda one: (-len(one), one)))


def find_credits(text: str, body_start: int, authors: Iterable[str] = ()) -> tuple[Credit, ...]:
    """The agencies that a report credits with its text, in text order, each once.

    Where a report credits only "agencies", the one credit has no name. The agency of a dateline
    is not among them.

    Args:
        body_start: Where the body begins: bylines stand before it.
        authors: As the page names them, apart from its text.
    """
    found = [*_in_head(text, body_start), *_at_end(text, body_start)]
    found += [Credit(name, None) for one in authors for name in _list_agencies(one, True)]
    kept: dict[str, Credit] = {}
    for credit in found:
        kept.setdefault((credit.agency or "").casefold(), credit)
    named = [credit for credit in kept.values() if credit.agency]
    return tuple(named or kept.values())


def _in_head(text: str, body_start: int) -> Iterator[Credit]:
    """Of bylines: "By AFP", "Ann Lee, Reuters | 3 May 2025", "Agencies"."""
    for start, end in _lines(text, 0, body_start)[:_HEAD_LINES]:
        line = text[start:end]
        if len(line) > LONGEST:
            continue
        for piece in PIECES.split(line):
            by = BY.match(piece.strip())
            words = piece.strip()[by.end() :] if by else piece.strip()
            words = cut_date(words)[0].strip(_WRAPPING)
            names = _list_agencies(words, alone=by is None)
            if not names and "," in words:  # a person, and whose reporter that is
                names = _list_agencies(words.rpartition(",")[2], alone=True)
            yield from (Credit(name, cut(text, start, end)) for name in names)


def _at_end(text: str, body_start: int) -> Iterator[Credit]:
    """Of the last lines: lines that credit, and what closes a last paragraph."""
    last = _lines(text, body_start, len(text))[-_LAST_LINES:]
    for start, end in last:
        line = text[start:end]
        names = _read_line(line) if len(line) <= LONGEST else ()
        if not names and (closing := _AT_END.search(line.rstrip(" \xa0."), max(0, len(line) - 80))):
            inside = (closing[1] or closing[2]).strip(_WRAPPING)
            names = _list_agencies(inside, alone=True) or _read_line(inside)
            if names:
                start += closing.start() + 1
        if names:
            words = cut(text, start, end)
            yield from (Credit(name, words) for name in names)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines with words between two places, without the white space round them."""
    found = []
    for match in re.finditer(r"[^\n]+", text[start:end]):
        line = match[0]
        if line.strip():
            lead = len(line) - len(line.lstrip())
            begin = start + match.start() + lead
            found.append((begin, begin + len(line.strip())))
    return found


def _read_line(line: str) -> tuple[str | None, ...]:
    """The agencies of a line that does no more than credit them."""
    words = " ".join(line.strip(_WRAPPING).split())
    folded = words.casefold()
    if len(folded) != len(words):  # a letter that folds to two: places would not agree
        return ()
    if names := _list_agencies(words, alone=True):
        return names
    known = _words()
    for begin, end in known.around:
        if folded.startswith(begin) and folded.endswith(end):
            inside = words[len(begin) : len(words) - len(end)]
            if names := _list_agencies(inside.strip(_WRAPPING), alone=False):
                return names
    for cue in known.before:
        if folded.startswith(cue) and (gap := _SMALL_AFTER.match(words, len(cue))):
            rest = _YEAR.sub("", _without_rest(words[gap.end() :]), count=1)
            if names := _list_agencies(rest.strip(_WRAPPING), alone=False):
                return names
    return (None,) if folded.startswith(known.plain) else ()


def _without_rest(words: str) -> str:
    """Without what may follow: "AFP. All rights reserved"."""
    words = words.rstrip(_WRAPPING)
    for rest in _words().after:
        if words.casefold().endswith(rest):
            return words[: len(words) - len(rest)].rstrip(_WRAPPING)
    return words


def _list_agencies(words: str, alone: bool) -> tuple[str | None, ...]:
    """The agencies that the words list and no more; None for one without a name.

    Args:
        alone: Whether no word beside them says that these are credited.
    """
    if not words or len(words) > LONGEST:
        return ()
    known, found = _words(), dict[str | None, None]()
    parts = [words] if _is_agency(words, alone) else _JOIN.split(words)
    for part in (one.strip(_WRAPPING).removeprefix("the ") for one in parts):
        folded = part.casefold()
        if folded in known.unnamed:
            found[None] = None
        elif _is_agency(part, alone):
            found[part] = None
        elif part:
            return ()
    if alone and None in found and len(found) == 1 and not words[:1].isupper():
        return ()
    return tuple(found)[:_MOST_AGENCIES]


def _is_agency(words: str, alone: bool) -> bool:
    folded = words.casefold()
    if folded not in _words().named or (alone and folded in _words().not_alone):
        return False
    if folded in _acronyms():
        return words.isupper() or words == "dpa"  # which writes itself so
    return words[:1].isupper()
