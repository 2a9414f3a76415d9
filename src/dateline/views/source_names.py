"""Links of a source chain as they are named inside a sentence, with their articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.records import Entity, Report, Source
from dateline.views.wording import list_names, name_source, plain_line

_DETERMINERS = frozenset(
    (
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our",
        "my", "some", "several", "many", "few", "both", "all", "most", "two", "three", "four",
        "five", "six", "seven", "eight", "nine", "ten", "another", "one", "no", "other",
    )
)  # fmt: skip
_COMMON = frozenset(
    (
        "reports", "critics", "sources", "officials", "residents", "witnesses", "analysts",
        "experts", "observers", "people", "allegations", "rumours", "rumors", "police",
        "prosecutors", "investigators", "authorities", "court", "documents", "state", "local",
        "media", "satellite", "photographs", "photos", "videos", "video", "footage", "images",
        "emails", "letters", "records", "security", "military", "government", "diplomats",
        "unnamed", "anonymous", "senior", "eyewitnesses", "villagers", "activists", "protesters",
        "opponents", "supporters", "lawyers", "intelligence", "social", "leaked", "internal",
    )
)  # fmt: skip
"""Words that are no names: with a capital they only open a sentence."""
_NO_ARTICLE = frozenset(("footage", "imagery", "cctv", "audio", "surveillance", "film", "media"))
_NO_NAME = frozenset(["", "unnamed source"])
_UNNAMED = frozenset(["unnamed", "anonymous", "unidentified", "undisclosed"])
_HEAD = re.compile(r"^(.*?)(?: (?:on|of|from|by|in|posted|shared|at|for|to|with|close)\b.*)?$")
_VOWEL = re.compile(r"(?:[aeio]|un(?!i)|u[^ns])", re.IGNORECASE)


def name_link(
    sources: Sequence[Source], report: Report | None, owners: Mapping[str, Entity]
) -> str:
    """One link inside a sentence: "two unnamed officials", "a viral video on X", "Ann Lee"."""
    return list_names(dict.fromkeys(_name(source, report, owners) for source in sources))


def _name(source: Source, report: Report | None, owners: Mapping[str, Entity]) -> str:
    printed = plain_line(source.words.exact) if source.words else ""
    name = name_source(source, report, owners)
    if source.kind in ("person", "outlet", "organization"):
        return _of_named(source, printed, name)
    if source.kind == "unnamed":
        return _of_unnamed(source, name)
    return _with_article(_lowered(name))


def _of_named(source: Source, printed: str, name: str) -> str:
    """A name, with "the" where the report prints it; a description where it prints only that."""
    first = printed.split(" ")[0].casefold() if printed else ""
    described = source.kind == "organization" and not _shares_word(printed, name)
    if described and first in _DETERMINERS - {"the"}:
        return _lowered(printed)  # "a Turkish official", who speaks for Turkey
    if source.kind == "person":
        return name
    has_article = name.casefold().startswith(("the ", "a "))
    return f"the {name}" if first == "the" and not has_article else _lowered(name)


def _shares_word(printed: str, name: str) -> bool:
    return not set(name.casefold().split()).isdisjoint(printed.casefold().split())


def _of_unnamed(source: Source, name: str) -> str:
    if name.casefold() in _NO_NAME:
        return "an unnamed source"
    if is_hedge(source):
        return "sources that it does not name"
    name = _lowered(name)
    words = name.split(" ")
    if source.sort is None or words[0] == "the" or not _UNNAMED.isdisjoint(words):
        return name
    if words[0] in ("a", "an"):
        return " ".join(["an unnamed", *words[1:]])
    if words[0] in _DETERMINERS:
        return " ".join([words[0], "unnamed", *words[1:]])
    return f"unnamed {name}"


def is_hedge(source: Source) -> bool:
    """Whether a source is only a word such as "reportedly" or "widely believed"."""
    last = (source.name or "").casefold().split(" ")[-1]
    return source.kind == "unnamed" and source.sort is None and last.endswith(("ly", "ed", "said"))


def _lowered(name: str) -> str:
    """A phrase as it stands inside a sentence: "Two officials" is "two officials" there."""
    first, _, rest = name.partition(" ")
    is_plain = first.casefold() in _DETERMINERS | _COMMON
    return f"{first.casefold()} {rest}".strip() if is_plain else name


def _with_article(name: str) -> str:
    words = name.split(" ")
    if words[0].casefold() in _DETERMINERS or words[0][:1].isdigit() or "’s " in name:
        return name
    if "'s " in name:
        return name
    found = _HEAD.match(name)
    head = (found[1] if found else name).split(" ")[-1].casefold()
    is_plural = head.endswith("s") and not head.endswith(("ss", "us"))
    if is_plural or head in _NO_ARTICLE:
        return name
    return f"{'an' if _VOWEL.match(name) else 'a'} {name}"
