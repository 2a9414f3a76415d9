"""Times, sources and happenings in plain English, for pages that people read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.records import Source, When

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

_PREPOSITIONS = frozenset(["about", "against", "for", "from", "of", "on", "over", "to", "with"])


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    """Mode or type to its past tense and its participle; either may be empty."""
    lines = (files(__package__) / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: (past, participle) for word, past, participle in rows}


def happening_words(type_: str, mode: str | None, who: Sequence[str], whom: Sequence[str]) -> str:
    """Who did what to whom, as a headline: "Karim Dallagi and Elena Varsou met".

    With nobody named, or a mode that has no verb in ``verbs.tsv``, it is only the mode or the
    type in words ("attack"): never more than the lexicon says.
    """
    past, participle = _verbs().get(mode or type_, ("", ""))
    if who and past:
        verb = past if whom else _alone(past)
        return " ".join(part for part in (list_words(who), verb, list_words(whom)) if part)
    if whom and participle:
        return f"{list_words(whom)} {'was' if len(whom) == 1 else 'were'} {participle}"
    name = (mode or type_.replace("_", " ")).lower()
    return f"{list_words([*who, *whom])}: {name}" if who or whom else name


def _alone(past: str) -> str:
    """A verb with nobody after it: its last preposition goes ("spoke to" → "spoke")."""
    words = past.split()
    return " ".join(words[:-1] if words[-1] in _PREPOSITIONS and len(words) > 1 else words)


def list_words(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"; empty for none."""
    return names[0] if len(names) == 1 else " and ".join(
        part for part in (", ".join(names[:-1]), *names[-1:]) if part
    )  # fmt: skip


def chain_words(sources: Sequence[Source]) -> str:
    """A source chain as a reader would say it: "two officials via Levant Wire"; empty for the
    report's own voice."""
    names = (source.name or source.kind for source in sources if source.kind != "author")
    return " via ".join(dict.fromkeys(names))


def credit_words(chain: str, outlets: Sequence[str]) -> str:
    """A chain and the outlets that print it: "two officials, in The Tunis Lantern"."""
    shown = list_words(list(dict.fromkeys(outlets)))
    return f"{chain}, in {shown}" if chain and chain != shown else shown


def when_words(when: When | None) -> str:
    """A time as a reader would say it: "8–11 January 2024", "about May 2023", "from 2021"."""
    if when is None:
        return "no date"
    first, slash, last = when.edtf.partition("/")
    if not slash:
        return _part_words(first)
    if last == "..":
        return f"from {_part_words(first)}"
    if first == "..":
        return f"until {_part_words(last)}"
    return _range_words(first, last)


def _range_words(first: str, last: str) -> str:
    begin, end = first.split("-"), last.split("-")
    if len(begin) == len(end) == 3 and begin[:2] == end[:2] and "~" not in first + last:
        return f"{int(begin[2])}–{_part_words(last)}"
    if len(begin) == len(end) == 3 and begin[0] == end[0] and "~" not in first + last:
        return f"{_part_words(first).rpartition(' ')[0]} – {_part_words(last)}"
    return f"{_part_words(first)} – {_part_words(last)}"


def _part_words(part: str) -> str:
    bare = part.rstrip("~?%")
    about = "about " if part[-1] in "~%" else "perhaps " if part[-1] == "?" else ""
    pieces = bare.split("-")
    if bare.endswith("X"):
        return f"{about}{bare.replace('X', '0')}s"
    year = str(int(pieces[0]))
    if len(pieces) == 1:
        return about + year
    number = int(pieces[1])
    month = _SEASONS.get(number) or _MONTHS[number - 1]
    day = f"{int(pieces[2])} " if len(pieces) == 3 else ""
    return f"{about}{day}{month} {year}"
