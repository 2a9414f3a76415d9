"""The reader's spans, mended where the parse or the reader's own shares say more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.readings import shares_of
from dateline.annotate.reader import Mark
from dateline.records import Token

_NUMERAL = re.compile(r"[IVX]{2,5}")
"""One of a letter alone is an initial or a pronoun."""
_COMPOUND = ("compound", "nmod", "amod")
_MOST_BEFORE = 4
"""Words of a body's name that stand before what the reader marks."""


def mend(marks: Iterable[Mark], parse: Parse, knowledge: Knowledge) -> list[Mark]:
    """The marks with numerals and words of bodies taken in, and two names in one told apart."""
    whole = _with_hyphens(list(marks), parse.tokens)
    parted = [part for mark in whole for part in _parted(mark, parse)]
    kept = _with_numerals(parted, parse.tokens)
    taken = {i for mark in kept for i in range(mark.first, mark.last)}
    return [_with_compounds(mark, taken, parse.tokens, knowledge) for mark in kept]


def _with_hyphens(marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Mark]:
    """Marks that share a word told apart: a name begins with all of "Won-soon"."""
    kept: list[Mark] = []
    for mark in marks:
        before = kept[-1] if kept else None
        if (
            before is not None
            and mark.first == before.last + 1
            and before.last - before.first > 1
            and tokens[before.last].text == "-"
            and tokens[mark.first].text.islower()
        ):
            kept[-1] = Mark(before.first, before.last - 1, before.type, before.share)
            mark = Mark(before.last - 1, mark.last, mark.type, mark.share)
        kept.append(mark)
    return kept


def _parted(mark: Mark, parse: Parse) -> Iterator[Mark]:
    at = None if mark.type == "place" else find_holder(parse, mark.first, mark.last)
    if at is None:
        yield mark
        return
    shares = shares_of(parse.reading, mark.first, at)
    held_in = "place" if shares.place > shares.organization else "organization"
    yield Mark(mark.first, at, held_in, mark.share)
    yield Mark(at, mark.last, "person", mark.share)


def find_holder(parse: Parse, first: int, last: int) -> int | None:
    """Where the person begins in "president of France Anna Brandt"; None if there is none.

    Args:
        first, last: Tokens after "of", half-open.
    """
    before = [t.text for t in parse.tokens[max(0, first - 2) : first]]
    if before[-1:] != ["of"] and before != ["of", "the"]:
        return None
    return next((i for i in range(last - 2, first, -1) if _parts(parse, first, i, last)), None)


def _parts(parse: Parse, first: int, at: int, last: int) -> bool:
    """Whether the reader sees a body or a place before this token, and a person from it on."""
    if "-" in (parse.tokens[at].text, parse.tokens[at - 1].text):
        return False
    left = [shares_of(parse.reading, i, i + 1) for i in _ends(parse, first, at)]
    right = [shares_of(parse.reading, i, i + 1) for i in _ends(parse, at, last)]
    return all(s.organization + s.place > s.person for s in left) and all(
        s.person > s.organization + s.place for s in right
    )


def _ends(parse: Parse, first: int, last: int) -> list[int]:
    """The last tokens of the words there: what goes on over a hyphen is one word."""
    texts = [t.text for t in parse.tokens[first:last]]
    return [first + i for i, text in enumerate(texts) if "-" not in (text, *texts[i + 1 : i + 2])]


def _with_numerals(marks: Iterable[Mark], tokens: Sequence[Token]) -> list[Mark]:
    """Marks that go on over a Roman numeral, which by itself is no name."""
    alone = [m for m in marks if m.last - m.first > 1 or not _is_numeral(tokens, m.first)]
    firsts = {mark.first for mark in alone}
    return [
        Mark(mark.first, mark.last + 1, mark.type, mark.share)
        if mark.type == "person"
        and mark.last not in firsts
        and _is_numeral(tokens, mark.last)
        and tokens[mark.last].sentence == tokens[mark.first].sentence
        else mark
        for mark in alone
    ]


def _is_numeral(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and _NUMERAL.fullmatch(tokens[at].text) is not None


def _with_compounds(
    mark: Mark, taken: set[int], tokens: Sequence[Token], knowledge: Knowledge
) -> Mark:
    """A body's name with the words that the parse joins to it: "Harbour" to "Ministry".

    Args:
        taken: Tokens of names; those that come to this one are added.
    """
    if mark.type != "organization":
        return mark
    first, last = mark.first, mark.last
    while last < len(tokens) and last not in taken and _ends_body(tokens, last, knowledge):
        last += 1
    while (
        first - 1 not in taken
        and mark.first - first < _MOST_BEFORE
        and _begins_body(tokens, first, last, knowledge)
    ):
        first -= 1
    taken.update(range(first, last))
    return Mark(first, last, mark.type, mark.share)


def _ends_body(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether this token is the head that the one before it stands by, and ends a body's name."""
    token, before = tokens[at], tokens[at - 1]
    return (
        token.text[:1].isupper()
        and before.dep in _COMPOUND
        and before.head == at
        and token.text.casefold() in knowledge.body_words
    )


def _begins_body(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> bool:
    """Whether the token before a name stands by its head, and may be a part of it."""
    if first == 0 or tokens[last - 1].text.casefold() not in knowledge.body_words:
        return False
    token = tokens[first - 1]
    return (
        (token.tag.startswith("NNP") or token.tag == "JJ")
        and token.text[:1].isupper()
        and len(token.text) > 1
        and token.dep in _COMPOUND
        and first <= token.head < last
        and token.text not in knowledge.never_names
        and token.text.casefold() not in knowledge.titles
        and token.text.casefold() not in knowledge.demonyms
    )
