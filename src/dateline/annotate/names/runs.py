"""Runs of words that look like names, by their tags and capitals alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.records import Token

_STANCES = ("anti", "pro", "non")


def find_runs(parse: Parse, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that look like names, joined over "of" where an office or a body does so."""
    tokens = parse.tokens
    persons = {
        i
        for mark in parse.reading.marks("names")
        if mark.type == "person"
        for i in range(mark.first, mark.last - 1)
    }
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.last:
            if not _in_name(tokens, i, sentence.first, knowledge):
                i += 1
                continue
            j = i + 1
            while j < sentence.last:
                if _in_name(tokens, j, sentence.first, knowledge):
                    if (tokens[j].dep == "bracket") != (tokens[i].dep == "bracket"):
                        break
                    j += 1
                    continue
                after = _joined(tokens, i, j, sentence.last, knowledge, persons)
                if after is None:
                    break
                j = after
            yield i, j
            i = j


def _in_name(tokens: Sequence[Token], i: int, first: int, knowledge: Knowledge) -> bool:
    token = tokens[i]
    if not token.text[0].isupper() or token.text in knowledge.never_names:
        return bool(
            token.text in knowledge.particles
            and i > first
            and (tokens[i - 1].text[:1].isupper() or tokens[i - 1].text in knowledge.particles)
            and _leads_to_name(tokens, i, knowledge)
        )
    before = [t.text.casefold() for t in tokens[max(first, i - 2) : i]]
    if is_stance(token.text) or (before[-1:] == ["-"] and before[0] in _STANCES):
        return False
    if token.tag == "NNPS" and before[-1:] in (["'s"], ["’s"]) and not _follows(tokens, i):
        return False  # "Karsh's Activities", as headings have it
    if token.tag in ("NNP", "NNPS") or token.dep == "bracket":
        return True
    if token.tag in ("NN", "NNS", "JJ", "VBN", "VBG", "FW", "VB", "VBP") and i > first:
        quoted = tokens[i - 1].text in ('"', "“", "'", "‘")
        return not quoted and token.text.casefold() not in knowledge.demonyms
    return False


def is_stance(word: str) -> bool:
    """Whether a word is a name with a stance before it: "Pro-Brandt"."""
    return word.casefold().startswith(tuple(f"{stance}-" for stance in _STANCES))


def _follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether the next word has a capital too."""
    return i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()


def _leads_to_name(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether a particle goes on to a capital: "de la Torre", "al-Rashidi"."""
    for token in tokens[i + 1 : i + 4]:
        if token.text[:1].isupper():
            return token.tag.startswith("NNP")
        if token.text != "-" and token.text not in knowledge.particles:
            return False
    return False


def _is_second_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word without a capital is the rest of a name before its hyphen."""
    return (
        tokens[at].tag == "NNP"
        and tokens[at].text.islower()
        and tokens[at].start == tokens[at - 1].end
    )


def _joined(
    tokens: Sequence[Token],
    first: int,
    at: int,
    end: int,
    knowledge: Knowledge,
    persons: set[int],
) -> int | None:
    """The token after a joint such as "of the" if the name goes on beyond it.

    Args:
        persons: Tokens that the reader takes for a person's, together with the next one.
    """
    if at + 1 >= end:
        return None
    word = tokens[at].text
    head = tokens[at - 1].text.casefold()
    if word == "-" and ({at - 1, at} <= persons or _is_second_part(tokens, at + 1)):
        return at + 2  # "Won-soon": its second part has no capital
    if word in ("&", "-"):
        return at + 1 if tokens[at + 1].text[:1].isupper() else None
    if word == "and" and "ministry" in {t.text.casefold() for t in tokens[first:at]}:
        return at + 1 if tokens[at + 1].tag == "NNP" else None
    if word not in ("of", "for") or head not in knowledge.body_words:
        return None
    after = at + 1
    if after < end and tokens[after].text == "the":
        after += 1
    ok = after < end and tokens[after].tag in ("NNP", "NNPS") and tokens[after].text[0].isupper()
    return after if ok else None
