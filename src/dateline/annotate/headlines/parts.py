"""The parts of a headline: what is told, and whom it credits before a colon or at its end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.annotate.headlines.words import load_headline_words

Range = tuple[int, int]

IsSource = Callable[[str, str], bool]
"""Whether words stand for somebody who says what the other words tell."""

_LEAD = re.compile(r"[^:\"“‘]{2,60}(?=: )")
_TAIL = re.compile(r"(?<=: )[^:\"”’,]{2,60}$|(?<=\s[–—-]\s)[^:\"”’,]{2,60}$")
_SAYS_X = re.compile(r"[,'’\"”] (?P<cue>[a-z]{3,9}|according to) (?P<source>[^:;,]{2,60})$", re.I)
_X_SAYS = re.compile(r"[,'’\"”] (?P<source>[^:;,]{2,60}?) (?P<cue>[a-z]{3,9})$", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s+")
_FEWEST_WORDS = 2
_ENDS = " ,;:–—-"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a headline that are parsed by themselves.

    Attributes:
        source: Those whom it credits with this part; None for nobody.
        cue: The crediting words; the source's own where a colon or a dash does it.
    """

    start: int
    end: int
    source: Range | None = None
    cue: Range | None = None


def cut_parts(text: str, line: Range, is_source: IsSource) -> list[Part]:
    """The parts of a headline that tell something, in text order; a question tells nothing."""
    start, end = line
    source, cue = None, None
    lead = _LEAD.match(text, start, end)
    if lead is not None and is_source(lead.group(), text[lead.end() + 2 : end]):
        source = cue = (start, lead.end())
        start = lead.end() + 2
    else:
        found = _credit_at_end(text, start, end, is_source)
        if found is not None:
            end, source, cue = found
    return [
        Part(begin, last, source, cue)
        for begin, last in _sentences(text, start, end, source is None)
        if _tells(text[begin:last])
    ]


def _credit_at_end(
    text: str, start: int, end: int, is_source: IsSource
) -> tuple[int, Range, Range] | None:
    """Where the told ends before "…, says X", "…: X" or "… – X", with X and the crediting words."""
    words = text[start:end]
    for pattern in (_SAYS_X, _X_SAYS):
        found = pattern.search(words)
        if found is None:
            continue
        cue = found.group("cue").casefold()
        told = words[: found.start() + 1]
        is_cue = cue in load_headline_words().saying or cue == "according to"
        if is_cue and is_source(found.group("source"), told):
            source = start + found.start("source"), start + found.end("source")
            return start + found.start() + 1, source, _moved(found.span("cue"), start)
    tail = _TAIL.search(words)
    if tail is not None and is_source(tail.group(), words[: tail.start()]):
        source = _moved(tail.span(), start)
        return start + tail.start(), source, source
    return None


def _moved(span: Range, by: int) -> Range:
    return span[0] + by, span[1] + by


def _sentences(text: str, start: int, end: int, is_plain: bool) -> list[Range]:
    """The sentences of a range: a semicolon, and a colon after a mere theme, part them."""
    found, begin = [], start
    for joint in _SEMICOLON.finditer(text, start, end):
        found.append((begin, joint.start()))
        begin = joint.end()
    found.append((begin, end))
    if is_plain and len(found) == 1 and (colon := text.find(": ", start, end)) > 0:
        found = [(start, colon), (colon + 2, end)]
    return [_trimmed(text, *one) for one in found]


def _trimmed(text: str, start: int, end: int) -> Range:
    while end > start and (text[end - 1] in _ENDS or text[end - 1].isspace()):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _tells(words: str) -> bool:
    first = words.split()[:1]
    if len(words.split()) < _FEWEST_WORDS or words.rstrip("'\"’” ").endswith("?"):
        return False
    return first[0].casefold() not in load_headline_words().openers
