"""Happenings in plain English, for pages that people read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.views.wording import list_names

_PREPOSITIONS = frozenset(["about", "against", "for", "from", "of", "on", "over", "to", "with"])


@dataclass(frozen=True, slots=True)
class _Verb:
    """What ``verbs.tsv`` has for a mode or a type; each may be empty."""

    past: str = ""
    participle: str = ""
    noun: str = ""


@cache
def _verbs() -> dict[str, _Verb]:
    lines = (files(__package__) / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: _Verb(past, participle, noun) for word, past, participle, noun in rows}


def past_of(type_: str, mode: str | None) -> str:
    """The first word that tells of a mode or a type in the past ("spoke"); empty if unknown."""
    return _verbs().get(mode or type_, _Verb()).past.partition(" ")[0]


def happening_words(
    type_: str,
    mode: str | None,
    who: Sequence[str],
    whom: Sequence[str],
    *,
    where: str = "",
    is_planned: bool = False,
) -> str:
    """Who did what to whom, as a headline: "Karim Dallagi and Elena Varsou met".

    With nobody named it is the noun and the place ("killing in Sfax"); with no verb in
    ``verbs.tsv`` that fits, the noun and the names: never more than the lexicon says.

    Args:
        where: The name of the place; only said where nobody is named.
        is_planned: Whether it is still to come: "Salma Ferchiou to visit Tunis".
    """
    verb = _verbs().get(mode or type_, _Verb())
    if who and verb.past:
        said = verb.past if whom else _alone(verb.past)
        if is_planned:
            said = _to_come(mode, said)
        if not said:
            whom_words = f" ({list_names(whom)})" if whom else ""
            return f"{verb.noun or _bare(type_, mode)} by {list_names(who)}{whom_words}"
        return " ".join(part for part in (list_names(who), said, list_names(whom)) if part)
    if whom and verb.participle:
        tense = "to be" if is_planned else "was" if len(whom) == 1 else "were"
        return f"{list_names(whom)} {tense} {verb.participle}"
    noun = verb.noun or _bare(type_, mode)
    if who or whom:
        return f"{noun}: {list_names([*who, *whom])}"
    return f"{noun} in {where}" if where else noun


def _bare(type_: str, mode: str | None) -> str:
    return (mode or type_.replace("_", " ")).lower()


def _alone(past: str) -> str:
    """A verb with nobody after it: its last preposition goes ("spoke to" → "spoke")."""
    words = past.split()
    return " ".join(words[:-1] if words[-1] in _PREPOSITIONS and len(words) > 1 else words)


def _to_come(mode: str | None, past: str) -> str:
    """ "travelled to" of "travel" → "to travel to"; empty where the mode is no verb ("speech")."""
    first, space, rest = past.partition(" ")
    if not mode or mode[0] != first[0] or (" " in mode and not past.startswith(mode)):
        return ""
    return f"to {mode}{space}{rest}" if " " not in mode else f"to {mode}"
