"""Names that were found at one point of a report, at the others where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.name import Name, name_of
from dateline.records import Token

LONGEST = 6
"""Words of a name that is looked for again."""

Words = tuple[str, ...]


def find_again(names: Sequence[Name], parse: Parse, knowledge: Knowledge) -> list[Name]:
    """The names with more mentions of the same words, in text order, without overlaps.

    A word that the report also writes small is no name at the beginning of a sentence.
    """
    forms = _forms(names, parse.tokens, knowledge)
    if not forms:
        return list(names)
    taken = {i for name in names for i in range(name.first, name.last)}
    firsts = {sentence.first for sentence in parse.sentences}
    small = {t.text for t in parse.tokens if t.text.islower()}
    again = [
        name_of(parse.tokens, first, last)
        for first, last in _places(parse.tokens, forms, taken)
        if not (first in firsts and parse.tokens[first].text.lower() in small)
    ]
    return sorted([*names, *again], key=lambda name: name.start)


def _forms(names: Iterable[Name], tokens: Sequence[Token], knowledge: Knowledge) -> set[Words]:
    """What persons and bodies are called, surnames by themselves too."""
    forms: set[Words] = set()
    for name in names:
        words = tuple(t.text for t in tokens[name.first : name.last])
        if name.kind in ("person", "organization") and len(words) <= LONGEST:
            forms.add(words)
        if name.kind == "person" and len(words) > 1:
            forms.add(words[_surname(words, knowledge) :])
    return {form for form in forms if len(form[-1]) > 2 and form[-1][0].isupper()}


def _surname(words: Words, knowledge: Knowledge) -> int:
    """Where a full name's last name begins, small words before it included: "van der Meer"."""
    first = len(words) - 1
    while first > 1 and (words[first - 1] in knowledge.particles or words[first - 1] == "-"):
        first -= 1
    return first


def _places(
    tokens: Sequence[Token], forms: set[Words], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that are one of the forms, the longest first, outside of what is taken."""
    sizes: dict[str, list[int]] = {}
    for form in forms:
        sizes.setdefault(form[0], []).append(len(form))
    at = 0
    while at < len(tokens):
        for size in sorted(set(sizes.get(tokens[at].text, ())), reverse=True):
            words = tuple(t.text for t in tokens[at : at + size])
            if words in forms and taken.isdisjoint(range(at, at + size)):
                yield at, at + size
                at += size - 1
                break
        at += 1
