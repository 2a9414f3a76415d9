"""What holds of names in any text: which words make one, and that a name is one throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.casing.model import Case, Word
from dateline.annotate.casing.words import load_forms, load_names

_LONGEST = 6
"""Words of a listed name that are looked for."""
_MONTHS = frozenset(["march", "may"])
"""Months that are other words, too; beside a number they are months."""
_PARTICLES = frozenset(["de", "del", "y", "da", "do", "dos", "das", "von", "van", "der", "den"])
"""Small words inside names, and in small letters there."""
_ARTICLES = frozenset(["la", "los", "las", "der", "den"])
_SMALL = frozenset(["of", "the", "for", "and", "in", "de", "la", "del", "y", "on"])
_ENGLISH = ("ed", "ing", "ly", "tion", "tions", "ness", "ment", "ments", "ity", "ive", "able")
"""Ends of words that a dictionary of English leaves out: they are no names for that."""
_HEADS = frozenset({
    "front", "movement", "army", "alliance", "party", "federation", "forces", "league", "union",
    "cartel", "brigades", "confederation", "commandos", "tigers",
})  # fmt: skip
_PARTS = frozenset({
    "national", "popular", "people's", "revolutionary", "liberation", "democratic", "patriotic",
    "republican", "socialist", "communist", "christian", "united", "workers", "resistance", "armed",
    "nationalist", "islamic", "progressive", "liberal", "conservative", "independence",
})  # fmt: skip
"""Last words, and other words, of what movements and parties call themselves."""


def settle(words: Sequence[Word], cases: Sequence[Case], acronyms: frozenset[str]) -> list[Case]:
    """The cases with those of names put right, in text order."""
    forms, settled = load_forms(), list(cases)
    for at, word in enumerate(words):
        if word.lower in acronyms:
            settled[at] = "u"
        elif cases[at] == "l" and len(word.lower) > 1:
            is_english = word.lower.endswith(_ENGLISH) or set(forms.of(word.lower)) & {"l", "i"}
            settled[at] = "l" if is_english else "t"
    for found in (_listed(words), _spelt_out(words), _called(words, settled)):
        for at, case in found:
            settled[at] = case
    _lower_particles(words, settled)
    for at, word in enumerate(words):
        if word.lower in _MONTHS and word.numbered:
            settled[at] = "t"
    return settled


def _listed(words: Sequence[Word]) -> Iterator[tuple[int, Case]]:
    """The words of names that a list has, the longest first."""
    names, at = load_names(), 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 1, -1):
            run = words[at : at + length]
            written = names.get(" ".join(word.lower for word in run))
            if written is not None and not any(word.opens for word in run[1:]):
                yield from (
                    (at + n, "t" if part[0].isupper() else "l") for n, part in enumerate(written)
                )
                at += length - 1
                break
        at += 1


def _spelt_out(words: Sequence[Word]) -> Iterator[tuple[int, Case]]:
    """The words before an acronym in brackets that begin with its letters, one after another."""
    for at, word in enumerate(words):
        if not word.enclosed:
            continue
        left, found, back = list(word.lower.replace("-", "")), [], at - 1
        while left and back >= 0 and at - back <= len(word.lower) + 4:
            if words[back].lower[0] == left[-1]:
                left.pop()
                found.append(back)
            elif words[back].lower not in _SMALL:
                break
            if words[back].opens:
                break
            back -= 1
        if not left and len(found) > 1:
            yield from ((n, "t") for n in found if words[n].lower not in _SMALL)


def _called(words: Sequence[Word], cases: Sequence[Case]) -> Iterator[tuple[int, Case]]:
    """The words of what parties and movements call themselves: "People's Revolutionary Army"."""
    for at, word in enumerate(words):
        if word.lower not in _HEADS or word.opens:
            continue
        first = at
        while (
            first > 0
            and not words[first].opens
            and (words[first - 1].lower in _PARTS or cases[first - 1] != "l")
        ):
            first -= 1
        run = range(first, at)
        if len(run) > 1 and any(words[n].lower in _PARTS for n in run):
            yield from ((n, "t") for n in (*run, at) if cases[n] != "u")
        following = [w.lower for w in words[at + 1 : at + 4]]  # "Army of National Liberation"
        if following[:1] == ["of"] and len(following) > 2 and {*following[1:]} <= _PARTS:
            yield from ((at + n, "t") for n in (0, 2, 3))


def _lower_particles(words: Sequence[Word], cases: list[Case]) -> None:
    for at, word in enumerate(words[1:-1], start=1):
        after = words[at + 1].lower
        inside = cases[at - 1] != "l" and not word.opens
        if word.lower in _PARTICLES and inside and (cases[at + 1] != "l" or after in _ARTICLES):
            cases[at] = "l"
            if after in _ARTICLES and at + 2 < len(words):
                cases[at + 1 : at + 3] = ["l", "t"]
