"""Words that a headline holds at arm's length: "Karsh 'killed' in raid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import Grammar, Stance

OPENING = frozenset("'\"“‘`")
CLOSING = frozenset("'\"”’")
_MOST_WORDS = 4
_READ = ("VERB", "NOUN", "ADJ")

Range = tuple[int, int]


def find_quoted(words: Sequence[str]) -> list[Range]:
    """Pairs of marks, by their places, with a few words between them and others beside."""
    found: list[Range] = []
    opened: int | None = None
    for i, word in enumerate(words):
        if opened is not None and word in CLOSING and i > opened + 1:
            if i - opened <= _MOST_WORDS + 1 and (opened > 0 or i < len(words) - 1):
                found.append((opened, i))
            opened = None
        elif word in OPENING:
            opened = i
    return found


def doubt_quoted(grammar: Grammar, told: Sequence[Stance]) -> Iterator[Stance]:
    """The stances, with those of quoted words that have none: somebody says so.

    The marks are no tokens; they are read off the text beside them.
    """
    known = {stance.token for stance in told}
    yield from told
    opened: int | None = None
    for token in grammar.tokens:
        before = grammar.text[token.start - 1 : token.start]
        after = grammar.text[token.end : token.end + 1]
        if before in OPENING and before:
            opened = token.index
        if opened is not None and after in CLOSING and after:
            cue = grammar.words(opened, token.index)
            for inside in grammar.tokens[opened : token.index + 1]:
                if inside.pos in _READ and inside.index not in known:
                    yield Stance(inside.index, "+", "alleged", cue)
            opened = None
