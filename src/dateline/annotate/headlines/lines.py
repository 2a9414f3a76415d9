"""Where the headline stands in a report's text, without what outlets print beside it."""

from __future__ import annotations

import re

from dateline.annotate.cues import Cues
from dateline.annotate.headlines.words import load_headline_words
from dateline.records import Report, fold_name

LONGEST = 300
"""Code points: what is longer is no headline."""
FEWEST_WORDS = 2
_MOST_LABELS = 4
_LONGEST_LABEL = 40
_SITE_WORDS = 4

_BAR = re.compile(r"\s[|»·•]+\s")
_LABEL = re.compile(rf"[^:|–—\-\[\]()]{{2,{_LONGEST_LABEL}}}(?=\s?[:|]\s|\s[–—-]\s)")
_AFTER_LABEL = re.compile(r"\s?[:|–—-]\s+")
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{2,40})[\])]")
_DASH = re.compile(r"\s[–—-]\s")
_ADDRESS = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}", re.IGNORECASE)

Range = tuple[int, int]


def find_line(report: Report) -> Range | None:
    """The line of the text before its body that is the title; None if the text has it not."""
    if not report.title or len(report.title) > LONGEST:
        return None
    wanted = report.title.split()
    start = 0
    while start < report.body_start:
        end = report.text.find("\n", start, report.body_start)
        end = report.body_start if end < 0 else end
        if report.text[start:end].split() == wanted:
            return _stripped(report.text, start, end)
        start = end + 1
    return None


def without_furniture(text: str, line: Range, outlet: str | None, cues: Cues) -> Range | None:
    """The words of a headline without labels, sections and the names of sites.

    None where they say of themselves that no news is told: opinion, a quiz, a fact check.
    """
    found: Range | None = line
    for _ in range(_MOST_LABELS):
        before = found
        for cut in (_longest_part, _after_label, _outside_brackets):
            if found is not None:
                found = cut(text, found)
        if found is not None:
            found = _before_site(text, found, outlet, cues)
        if found is None or found == before:
            break
    if found is None or len(text[found[0] : found[1]].split()) < FEWEST_WORDS:
        return None
    return found


def _stripped(text: str, start: int, end: int) -> Range:
    while start < end and not text[start].isprintable() | text[start].isspace():
        start += 1
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _longest_part(text: str, line: Range) -> Range | None:
    """The part between bars that says most; none if another part is a label of views."""
    starts, ends = [line[0]], []
    for bar in _BAR.finditer(text, *line):
        ends.append(bar.start())
        starts.append(bar.end())
    parts = list(zip(starts, [*ends, line[1]], strict=True))
    if len(parts) > 1 and any(_folded(text, p) in load_headline_words().views for p in parts):
        return None
    return max(parts, key=lambda p: (len(text[p[0] : p[1]].split()), -p[0]))


def _after_label(text: str, line: Range) -> Range | None:
    label = _LABEL.match(text, *line)
    if label is None:
        return line
    words, said = load_headline_words(), label.group().strip().casefold()
    if said in words.views:
        return None
    joint = _AFTER_LABEL.match(text, label.end(), line[1])
    return (joint.end(), line[1]) if joint and said in words.labels else line


def _outside_brackets(text: str, line: Range) -> Range | None:
    words = load_headline_words()
    for found in _BRACKETS.finditer(text, *line):
        said = found.group(1).strip().casefold()
        if said in words.views:
            return None
        if said in words.labels and found.end() == line[1]:
            return _stripped(text, line[0], found.start())
        if said in words.labels and found.start() == line[0]:
            return _stripped(text, found.end(), line[1])
    return line


def _before_site(text: str, line: Range, outlet: str | None, cues: Cues) -> Range | None:
    dashes = list(_DASH.finditer(text, *line))
    if not dashes:
        return line
    tail = text[dashes[-1].end() : line[1]].strip()
    if tail.casefold() in load_headline_words().views:
        return None
    is_furniture = tail.casefold() in load_headline_words().labels
    if is_furniture or _is_site(tail, outlet, cues):
        return _stripped(text, line[0], dashes[-1].start())
    return line


def _is_site(tail: str, outlet: str | None, cues: Cues) -> bool:
    folded = fold_name(tail)
    bare = tail.casefold().removeprefix("the ")
    if outlet and folded == fold_name(outlet):
        return True
    if bare in cues.outlets or _ADDRESS.fullmatch(tail):
        return True
    words = bare.split()
    return 1 < len(words) <= _SITE_WORDS and words[-1] in cues.outlet_words


def _folded(text: str, part: Range) -> str:
    return text[part[0] : part[1]].strip().casefold()
