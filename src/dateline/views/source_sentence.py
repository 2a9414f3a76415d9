"""According to whom, as a sentence that a person would write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Claim, Entity, Report, Source, SourceKind
from dateline.views.source_names import is_hedge, name_link
from dateline.views.together import group_sources
from dateline.views.wording import name_outlet, plain_line, say_date

_CITES = re.compile(r"\b(?:cit|quot)(?:es|ed|ing)\b", re.IGNORECASE)
_COME_BY = re.compile(r"\s([a-z]{3,20})\sby\s(?:the\s)?")
_AROUND = 24
"""Code points before a source in which "citing" is looked for."""
_PLAIN_HEDGES = ("said", "reported")
_THINGS: tuple[SourceKind, ...] = ("media", "document")
_SPEAKERS: tuple[SourceKind, ...] = ("person", "organization", "unnamed")


@dataclass(frozen=True, slots=True)
class _Link:
    """One link of a chain: whoever is credited together, and how a sentence names them."""

    kind: SourceKind
    name: str
    sources: tuple[Source, ...]


def write_sources(claim: Claim, report: Report, owners: Mapping[str, Entity]) -> str:
    """The source chain of a claim as a sentence about "this", which is the quote.

    "The Evening Star, 4 March 2026, reports that two unnamed officials told Reuters this."

    Args:
        owners: As `owners_of` gives it.
    """
    outlet = name_outlet(report)
    opening = outlet[:1].upper() + outlet[1:] if outlet.startswith("the ") else outlet
    if report.published_on:
        opening += f", {say_date(report.published_on, is_long=True)},"
    links = _links(claim, report, owners)
    if links and links[-1].kind == "outlet" and _is_same(links[-1].name, outlet):
        links = links[:-1]
    if not links:
        return f"{opening} {_own_voice(claim)}."
    chain = _chain(links, claim, report)
    verb = "writes" if chain.startswith("reports ") else "reports"
    return f"{opening} {verb} that {chain}."


def _is_same(name: str, outlet: str) -> bool:
    left, right = (words.casefold().removeprefix("the ") for words in (name, outlet))
    return left == right


def _links(claim: Claim, report: Report, owners: Mapping[str, Entity]) -> list[_Link]:
    named = [s for s in claim.sources if s.kind != "author"]
    links = [
        _Link(group[0].kind, name_link(group, report, owners), tuple(group))
        for group in group_sources(named, report)
    ]
    return list({link.name: link for link in links}.values())


# ------------------------------------------------------------------------------- what is said of it


def _own_voice(claim: Claim) -> str:
    if claim.polarity == "-":
        return f"reports in its own voice that {_denied(claim)}"
    if claim.certainty == "inferred":
        return "infers this from what it reports"
    if claim.certainty == "alleged":
        return "reports in its own voice that this may be so"
    if claim.certainty == "planned":
        return "reports in its own voice that this is planned"
    return "reports this in its own voice"


def _denied(claim: Claim) -> str:
    return "this is not so" if claim.kind == "relation" else "this did not happen"


def _what(claim: Claim) -> str:
    """What a speaker says: "this", "that this did not happen", "that this is planned"."""
    if claim.polarity == "-":
        return f"that {_denied(claim)}"
    return "that this is planned" if claim.certainty == "planned" else "this"


# --------------------------------------------------------------------------------------- the chain


def _chain(links: Sequence[_Link], claim: Claim, report: Report) -> str:
    """The chain from its origin outwards: each further link says that the ones before do."""
    clause, rest = _origin(links, claim, report)
    for link in rest:
        clause = f"{link.name} {_passing(link)} that {clause}"
    return clause


def _origin(links: Sequence[_Link], claim: Claim, report: Report) -> tuple[str, Sequence[_Link]]:
    """The clause of the origin with the link that goes into it, and the links left over."""
    first, second = links[0], links[1] if len(links) > 1 else None
    what = _what(claim)
    if first.kind in _THINGS:
        name, rest = first.name, links[1:]
        if second is not None and second.kind == "outlet":
            name, rest = f"{name}{_come_by(first, second, report)}{second.name}", links[2:]
        return f"{name} {_shows(first, claim)} {what}", rest
    verb = _says(first, claim)
    said = f"{first.name} {verb} {what}{_in_words(first)}"
    if second is None or first.kind not in _SPEAKERS or is_hedge(first.sources[0]):
        return said, links[1:]
    if second.kind in _THINGS:
        return f"{said} in {second.name}", links[2:]
    if _is_cited(first, report):
        verb = _reported(claim) if second.kind == "outlet" else _says(second, claim)
        return f"{second.name}, citing {first.name}, {verb} {what}", links[2:]
    if second.kind != "outlet":
        return said, links[1:]
    told = {"said": "told", "alleged": "alleged to"}.get(verb)
    if told is None:
        return said, links[1:]
    if told == "alleged to":
        return f"{first.name} alleged {what} to {second.name}", links[2:]
    return f"{first.name} told {second.name} {what}", links[2:]


def _come_by(thing: _Link, outlet: _Link, report: Report) -> str:
    """How a thing came to the outlet, as printed between the two: " seen by "."""
    left, right = thing.sources[0].words, outlet.sources[0].words
    if left is not None and right is not None and left.end < right.start:
        found = _COME_BY.fullmatch(report.text, left.end, right.start)
        if found is not None:
            return f" {found[1]} by "
    return " cited by "


def _says(link: _Link, claim: Claim) -> str:
    if claim.polarity == "+" and claim.certainty == "alleged":
        return "alleged"
    if claim.polarity == "+" and claim.certainty == "inferred":
        return "inferred"
    return "reported" if link.kind == "outlet" else "said"


def _reported(claim: Claim) -> str:
    is_alleged = claim.polarity == "+" and claim.certainty == "alleged"
    return "reported as an allegation" if is_alleged else "reported"


def _shows(link: _Link, claim: Claim) -> str:
    """The verb of a recording or a document, which still says it."""
    is_one = not _is_plural(link)
    if claim.polarity == "+" and claim.certainty in ("alleged", "inferred"):
        if link.kind == "media":
            return "is said to show" if is_one else "are said to show"
        return {"alleged": "alleges", "inferred": "suggests"}[claim.certainty][
            : None if is_one else -1
        ]
    verb = "shows" if link.kind == "media" else "says"
    return verb if is_one else verb[:-1]


def _is_plural(link: _Link) -> bool:
    words = link.name.split(" ")
    cut = next((i for i, w in enumerate(words) if w in _AFTER_HEAD), len(words))
    head = words[max(0, cut - 1)].casefold()
    has_many = len(link.sources) > 1 or (head.endswith("s") and not head.endswith(("ss", "us")))
    return has_many and words[0] not in ("a", "an", "this")


_AFTER_HEAD = frozenset(["on", "of", "from", "by", "in", "posted", "that", "at", "for", "to"])


def _passing(link: _Link) -> str:
    if link.kind == "media":
        return "show" if _is_plural(link) else "shows"
    if link.kind == "document":
        return "say" if _is_plural(link) else "says"
    return "reported" if link.kind == "outlet" else "said"


def _in_words(link: _Link) -> str:
    """The hedge itself, where nobody is named: ' (“reportedly”)'."""
    source = link.sources[0]
    is_telling = is_hedge(source) and source.name not in _PLAIN_HEDGES
    return f" (“{plain_line(source.name or '')}”)" if is_telling else ""


def _is_cited(link: _Link, report: Report) -> bool:
    """Whether the report prints "citing" before a source."""
    words = link.sources[0].words
    if words is None:
        return False
    return _CITES.search(report.text, max(0, words.start - _AROUND), words.start) is not None
