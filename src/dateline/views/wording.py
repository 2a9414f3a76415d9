"""Records in words, the same in every view; all words of reports come out as one plain line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from dateline.records import (
    Claim,
    Count,
    Entity,
    Judgement,
    KnownBy,
    Report,
    Source,
    When,
    Where,
    fold_name,
)
from dateline.views.together import group_sources

if TYPE_CHECKING:
    from dateline.views.timeline import TimelineClaim

Standing = Literal["asserted", "reported", "alleged", "planned", "inferred", "denied"]
"""How sure words are that something happened."""

STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""The surest first."""

Precision = Literal["day", "month", "year", "interval", "open", "undated"]

_LONGEST = 240
"""Characters of a quote that a label keeps."""

_NAME_OF_KIND = {"media": "footage", "document": "a document", "unnamed": "an unnamed source"}

KNOWN_BY: dict[KnownBy, str] = {
    "observed": "seen in a recording",
    "told": "told",
    "documented": "in a document",
    "inferred": "a writer’s reading of facts",
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DOUBTS = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}
_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", re.ASCII)


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


def name_place(where: Where) -> str:
    """A place as printed, with the gazetteer's name behind it where that is another one."""
    printed, known = plain_line(where.words.exact), plain_line(where.name)
    mine, theirs = (f" {fold_name(name)} " for name in (printed, known))
    return known if mine in theirs or theirs in mine else f"{printed} ({known})"


def say_place(where: Where | None) -> str:
    """A place after its venue: "Karachi Press Club, Karachi"; empty without one."""
    if where is None:
        return ""
    venue = plain_line(where.venue) if where.venue else ""
    return ", ".join(filter(None, (venue, name_place(where))))


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
    return plain_line(name or _NAME_OF_KIND.get(source.kind, source.kind))


def name_sources(
    claim: Claim, report: Report | None, owners: Mapping[str, Entity]
) -> tuple[str, ...]:
    """The links of a source chain, origin first, each once; empty for the report's own voice.

    Those credited together are one link: "Ann Lee and Bo Ray".

    Args:
        owners: As `owners_of` gives it; a source that is no known entity keeps its own name.
    """
    named = [s for s in claim.sources if s.kind != "author"]
    links = (
        list_names(dict.fromkeys(name_source(s, report, owners) for s in group))
        for group in group_sources(named, report)
    )
    return tuple(dict.fromkeys(links))


def credit_sources(links: Sequence[str], outlets: Iterable[str]) -> str:
    """Links and the outlets that print them: "two officials, passed on by Wire, in The Ledger".

    The outlets alone where there is no link, or none but the outlet.
    """
    printed = list_names(dict.fromkeys(outlets))
    links = links[:-1] if links and links[-1] == printed else links
    if not links:
        return printed
    passed = "".join(f", passed on by {link}" for link in links[1:])
    return f"{links[0]}{passed}, in {printed}"


def describe_sources(
    claim: Claim, report: Report | None, owners: Mapping[str, Entity], *, sentence: bool = False
) -> str:
    """According to whom: the source chain of a claim in words, origin first, the outlet last.

    Args:
        owners: As `owners_of` gives it.
        sentence: Whether to write the opening of a sentence, not a chain of arrows.

    Returns:
        "viral video on X → reports → Harbour Times", or "According to viral video on X, passed
        on by reports, in Harbour Times". For the author alone "Harbour Times, in its own
        voice", or "In the report's own voice (Harbour Times)".
    """
    outlet = name_outlet(report)
    links = name_sources(claim, report, owners)
    if sentence and links:
        return f"According to {credit_sources(links, [outlet])}"
    if links:
        return " → ".join([*links, outlet] if links[-1] != outlet else links)
    return f"In the report's own voice ({outlet})" if sentence else f"{outlet}, in its own voice"


def say_type(type_: str, mode: str | None) -> str:
    """A type with its finer word: "CONSULT (meet)"."""
    return f"{type_} ({mode})" if mode else type_


def say_standing(claim: Claim | TimelineClaim) -> str:
    """Polarity, certainty and way of knowing; never one score. And whether a headline says it."""
    denied = "said not to have happened, " if claim.polarity == "-" else ""
    headline = ", in the headline" if claim.in_headline else ""
    return f"{denied}{claim.certainty}, {KNOWN_BY[claim.known_by]}{headline}"


def say_reading(said: Judgement) -> str:
    """Whose word it is how a claim was read: "misread, says Anna (3 May 2024): the victim"."""
    verb = "misread, says" if said.kind == "misread" else "compared with its words by"
    reason = f": {plain_line(said.reason)}" if said.reason else ""
    return f"{verb} {plain_line(said.user)} ({say_date(said.time[:10])}){reason}"


def say_count(count: Count) -> str:
    """A number and what it counts, as surely as the words: "at least 12 killed", "about 20 hurt".

    With whom it counts, where the words say more than people, and as of when.
    """
    if count.most is None and count.about:  # "dozens": no number of ours says as little
        number = plain_line(count.words.exact).casefold()
    elif count.most is None:
        number = f"at least {count.least}"
    elif count.least == count.most:
        number = f"{'about ' * count.about}{count.least}"
    elif count.least == 0:
        number = f"at most {count.most}"
    else:
        number = f"{'about ' * count.about}{count.least}–{count.most}"
    whom = plain_line(count.whom.exact) if count.whom else ""
    if whom and count.about and count.most is None:
        number += " of"
    said = f"{number} {whom} {count.of}" if whom and whom not in ("people", "persons") else ""
    as_of = f" as of {say_date(count.as_of.edtf)}" if count.as_of else ""
    return (said or f"{number} {count.of}") + as_of


def say_unnamed(claim: Claim) -> str:
    """The words for those without a name: "two gunmen → 12 people", "→ a church"; "" for none."""
    who, whom = (
        list_names(plain_line(words.exact) for words in side)
        for side in (claim.unnamed_who, claim.unnamed_whom)
    )
    return f"{who} → {whom}".strip() if whom else who


def say_more(unnamed: str, counts: Iterable[str]) -> str:
    """ "unnamed: two gunmen → 12 people; 12 killed"; "" where there is neither."""
    return "; ".join([*([f"unnamed: {unnamed}"] if unnamed else []), *counts])


def standing_of(claims: Iterable[Claim | TimelineClaim]) -> Standing:
    """How an event or a tie stands: as its surest claim says; "denied" if no claim is for it."""
    said = {claim.certainty for claim in claims if claim.polarity == "+"}
    return next((standing for standing in STANDINGS if standing in said), "denied")


def say_date(edtf: str | None, *, is_long: bool = False) -> str:
    """An EDTF value in words, as precise as it is: "2–5 Jan 2026", "about 2019"; None is undated.

    A value that is not EDTF comes back as it is.

    Args:
        is_long: Whether months are written out: "2–5 January 2026".
    """
    if edtf is None:
        return "undated"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _say_part(first, is_long)
    if first == "..":
        return f"until {_say_part(last, is_long)}"
    if last == "..":
        return f"from {_say_part(first, is_long)}"
    return _say_interval(first, last, is_long)


def _say_part(part: str, is_long: bool) -> str:
    found = _PART.fullmatch(part)
    if found is None:
        return part
    year, month, day, doubt = found.groups()
    number = int(month) if month else 0
    if number in _SEASONS:
        words = [_SEASONS[number], year]
    elif number > len(_MONTHS) or month == "00":
        return part
    else:
        words = [str(int(day))] if day else []
        words += [_MONTHS[number - 1] if is_long else _MONTHS[number - 1][:3]] if number else []
        words.append(year.replace("X", "0") + "s" if "X" in year else year)
    return _DOUBTS[doubt] + " ".join(words)


def _say_interval(first: str, last: str, is_long: bool) -> str:
    """Says once what both ends share: "2–5 Jan 2026", "30 Oct – 2 Nov 2023", "Oct–Nov 2023"."""
    left, right = _say_part(first, is_long).split(), _say_part(last, is_long).split()
    if left == right:
        return " ".join(left)
    shared = 0
    if len(left) == len(right) and not any(mark in first + last for mark in "~?%X"):
        while left[-1 - shared] == right[-1 - shared]:
            shared += 1
    cut = len(left) - shared
    dash = "–" if cut == 1 == len(right) - shared else " – "
    return " ".join(left[:cut]) + dash + " ".join(right)


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


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 origin", "3 origins", "2 copies"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
