"""One kind for all mentions of a name, and of a part of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.name import Name, NameKind
from dateline.annotate.names.votes import votes_on

SURNAME = 3.0
"""What a mention of a surname gets from its full name; more than a town of that name has alone."""
PART_OF_BODY = 3.0
"""What a mention of a body's first or last word gets from the body's name."""
ACRONYM = 1.5

Tally = dict[NameKind, float]


def agree(
    names: Iterable[Name], parse: Parse, knowledge: Knowledge, weigh_place: Callable[[str], float]
) -> list[Name]:
    """Give every name the kind that all mentions of its form vote for."""
    names = list(names)
    mentions = Counter(name.text for name in names)
    votes: defaultdict[str, Tally] = defaultdict(lambda: defaultdict(float))
    for name in names:
        for kind, weight in votes_on(name, parse, knowledge, weigh_place):
            votes[name.text][kind] += weight
    _let_brackets_vote(names, votes)
    _let_full_names_vote(votes, mentions, knowledge)
    kinds = {text: _winner(votes[text]) for text in mentions}
    _let_brackets_rule(names, kinds)
    return [replace(n, kind=_country(kinds[n.text], n.text, knowledge)) for n in names]


def _winner(tally: Tally) -> NameKind:
    kind, weight = min(tally.items(), key=lambda item: (-item[1], item[0]), default=("other", 0.0))
    return kind if weight > 0 else "other"


def _country(kind: NameKind, text: str, knowledge: Knowledge) -> NameKind:
    return "country" if knowledge.country_of(text) and kind != "person" else kind


def _let_full_names_vote(
    votes: dict[str, Tally], mentions: Counter[str], knowledge: Knowledge
) -> None:
    """A part of a longer name is likely of its kind: a surname, the end of a body's name."""
    kinds = {text: _winner(tally) for text, tally in votes.items()}
    surnames = {t.split()[-1] for t, kind in kinds.items() if kind == "person" and " " in t}
    whole = [text for text, kind in kinds.items() if kind == "organization"]
    bodies = [text.split() for text in whole if " " in text]
    sure = {text.split("-")[0] for text in whole if "-e-" in text}  # "Falcon" of "Falcon-e-Sahra"
    parts = sure | {words[0] for words in bodies} | {words[-1] for words in bodies}
    for text, count in mentions.items():
        if text in surnames and not text.isupper():
            votes[text]["person"] += SURNAME * count
        elif text in parts:
            votes[text]["organization"] += PART_OF_BODY * count
            if text in sure or text.casefold() in knowledge.outlet_words:
                votes[text]["other"] = 0.0


def _let_brackets_vote(names: Sequence[Name], votes: dict[str, Tally]) -> None:
    """What is said of an acronym in brackets is said of the name before it too.

    That it may be no name is not said of it: such words in brackets are one.
    """
    pairs = dict.fromkeys((before.text, name.text) for before, name in _bracketed(names))
    for before, name in pairs:
        votes[before]["organization"] += ACRONYM * name.isupper()
        if before != name:
            for kind, weight in votes[name].items():
                votes[before][kind] += weight * (kind != "other")


def _let_brackets_rule(names: Sequence[Name], kinds: dict[str, NameKind]) -> None:
    """An acronym in brackets is a name of what stands before it."""
    for before, name in _bracketed(names):
        if kinds[before.text] == "other" and name.text.isupper():
            kinds[before.text] = "organization"
        kinds[name.text] = kinds[before.text]


def _bracketed(names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Each name with the one in brackets right after it."""
    return [
        (before, name)
        for before, name in pairwise(names)
        if name.bracketed and name.first - before.last <= 1
    ]
