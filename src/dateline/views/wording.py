"""Records in words, the same in every view; all words of reports come out as one plain line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

from dateline.records import Claim, Entity, Report, Source, When

Precision = Literal["day", "month", "year", "interval", "open", "undated"]

_LONGEST = 240
"""Characters of a quote that a label keeps."""

_PLACE_OF_KIND = {"media": "footage", "document": "a document", "unnamed": "an unnamed source"}


def plain_line(text: str) -> str:
    """Words of a report on one line: no line ends, no characters that steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def shorten(text: str, keep: str = "") -> str:
    """A long line cut to whole words, with the words to `keep` in it and "…" at the cuts."""
    line, kept = plain_line(text), plain_line(keep)
    if len(line) <= _LONGEST:
        return line
    place = max(0, line.find(kept)) if kept else 0
    start = max(0, min(place - _LONGEST // 3, len(line) - _LONGEST))
    end = start + _LONGEST
    if start:
        start = line.find(" ", start, max(start + 1, place)) + 1 or start
    if end < len(line):
        cut = line.rfind(" ", max(start, place + len(kept)), end)
        end = cut if cut > 0 else end
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def owners_of(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Chain id → its entity, and entity id → the entity."""
    found: dict[str, Entity] = {}
    for entity in entities:
        found[entity.id] = entity
        found.update(dict.fromkeys(entity.chains, entity))
    return found


def name_outlet(report: Report | None) -> str:
    """Who publishes a report; the agency of its dateline, its file, address or id instead."""
    if report is None:
        return "unknown report"
    agency = report.dateline.agency if report.dateline else None
    return plain_line(report.outlet or agency or report.file or report.url or report.id)


def name_source(source: Source, report: Report | None, owners: Mapping[str, Entity]) -> str:
    """One link of a source chain: "viral video on X", "Ann Lee"; for the author the outlet."""
    if source.kind == "author":
        return name_outlet(report)
    entity = owners.get(source.chain or "")
    printed = source.words.exact if source.words else None
    name = (entity.name if entity else None) or source.name or printed
    return plain_line(name or _PLACE_OF_KIND.get(source.kind, source.kind))


def describe_sources(
    claim: Claim, report: Report | None, owners: Mapping[str, Entity], *, sentence: bool = False
) -> str:
    """According to whom: the source chain of a claim in words, origin first, the outlet last.

    Args:
        owners: As `owners_of` gives it; a source that is no known entity keeps its own name.
        sentence: Whether to write the opening of a sentence, not a chain of arrows.

    Returns:
        "viral video on X → reports → Harbour Times", or "According to viral video on X, passed
        on by reports, in Harbour Times". For the author alone "Harbour Times, in its own
        voice", or "In the report's own voice (Harbour Times)".
    """
    outlet = name_outlet(report)
    named = [name_source(s, report, owners) for s in claim.sources if s.kind != "author"]
    links = list(dict.fromkeys(named))
    if not links:
        return (
            f"In the report's own voice ({outlet})" if sentence else f"{outlet}, in its own voice"
        )
    if not sentence:
        return " → ".join([*links, outlet] if links[-1] != outlet else links)
    passed = "".join(f", passed on by {link}" for link in links[1:])
    return f"According to {links[0]}{passed}, in {outlet}"


def precision_of(when: When | None) -> Precision:
    """How precise a time is; seasons, decades and centuries count as intervals."""
    if when is None:
        return "undated"
    if ".." in when.edtf:
        return "open"
    value = when.edtf.rstrip("~?%")
    if "/" in value or "X" in value:
        return "interval"
    parts = value.split("-")
    if len(parts) == 3:
        return "day"
    if len(parts) == 1:
        return "year"
    return "month" if int(parts[1]) <= 12 else "interval"


def list_names(names: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"; "" for none."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} and {every[-1]}"


def fold(text: str) -> str:
    """Words as names are compared in a filter: no case, marks or punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())
