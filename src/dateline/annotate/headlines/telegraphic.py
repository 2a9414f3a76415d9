"""Which words a headline leaves out, as far as the parser needs them.

"Three killed as blast hits market" is shown to the parser as "Three were killed as …", "Keller to
visit Oslo" as "Keller will visit Oslo", "Bomb kills four outside bank" as "… kills four people …".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.headlines.words import load_headline_words

IsVerb = Callable[[str], bool]
"""Whether a word in small letters is a verb's first form."""

_FINITE = ("VBZ", "VBP", "MD")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD")
_PLURAL = ("NNS", "NNPS", "CD")
_OBJECTS = ("DT", "NN", "NNS", "NNP", "NNPS", "CD", "PRP", "PRP$", "JJ", "POS", "$", "#")
_WHERE = frozenset({"outside", "inside", "near", "off", "in", "at", "on"})
_LONGEST_NAME = 4
_OF_DEEDS = frozenset({"deny", "admit", "confirm", "recall", "regret", "acknowledge", "avoid"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "gets", "being"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A word of a headline as the first parse has it."""

    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What the parser is shown at a word.

    Attributes:
        at: Index of the word.
        shown: In its place; None for the word itself.
        before, after: Words put beside it; none if empty.
    """

    at: int
    shown: str | None = None
    before: str = ""
    after: str = ""


def find_edits(words: Sequence[Seen], is_verb: IsVerb) -> list[Edit]:
    """What to show otherwise, in the order of the words, one for a word."""
    edits: dict[int, Edit] = {}
    for first, last in _clauses(words):
        clause = [*_future(words, first, last), *_participles(words, first, last)]
        if not clause and not _has_verb(words, first, last):
            clause = list(_hidden_verb(words, first, last, is_verb))
        clause += _things_done(words, first, last)
        clause += _joined_names(words, first, last, is_verb)
        clause += _numbers(words, first, last)
        for edit in clause:
            edits.setdefault(edit.at, edit)
    return [edits[at] for at in sorted(edits)]


def _clauses(words: Sequence[Seen]) -> Iterator[tuple[int, int]]:
    joints, first = load_headline_words().joints, 0
    for i, word in enumerate(words):
        if i > first and (word.text.casefold() in joints - {"and"} or word.text in (";", ":", "–")):
            yield first, i
            first = i + 1
    yield first, len(words)


def _has_verb(words: Sequence[Seen], first: int, last: int) -> bool:
    return any(w.tag in (*_FINITE, "VBD") for w in words[first:last])


def _future(words: Sequence[Seen], first: int, last: int) -> Iterator[Edit]:
    """ "Keller to visit Oslo"."""
    for i in range(first + 1, last - 1):
        if words[i].text == "to" and words[i + 1].tag in ("VB", "VBP", "NN"):
            before = words[first:i]
            is_name = words[i - 1].tag in _NOUNS
            if is_name and not any(w.tag.startswith("VB") or w.tag == "MD" for w in before):
                yield Edit(i, shown="will")
            return


def _participles(words: Sequence[Seen], first: int, last: int) -> Iterator[Edit]:
    """ "Three killed in Oslo", "Man arrested over bribes"."""
    lists = load_headline_words()
    for i in range(first + 1, last):
        word = words[i]
        if word.tag not in ("VBN", "VBD") or not word.text.islower():
            continue
        if words[i - 1].tag not in (*_NOUNS, "RB", ")") or word.lemma in lists.unpassive:
            continue
        others = [w for j, w in enumerate(words[first:last], start=first) if j != i]
        if any(w.tag in _FINITE or w.text.casefold() in _BE for w in others):
            return
        after = words[i + 1] if i + 1 < last else None
        is_free = after is None or after.tag not in _OBJECTS
        if is_free or (after is not None and after.text in lists.resultative):
            plural = words[i - 1].tag in _PLURAL and words[i - 1].text.casefold() != "one"
            yield Edit(i, before="were" if plural else "was")
            return


def _hidden_verb(words: Sequence[Seen], first: int, last: int, is_verb: IsVerb) -> Iterator[Edit]:
    """ "Gunmen attack church", where the parser sees nouns alone."""
    chosen: Edit | None = None
    for i in range(first + 1, last):
        word, before = words[i], words[i - 1]
        if not word.text.islower() or before.tag not in _NOUNS:
            continue
        base = _base(word.text, is_verb)
        several = before.tag in _PLURAL or any(w.text == "and" for w in words[first:i])
        agrees = base != word.text or several or before.text.casefold() == "police"
        if base is None or not agrees:
            continue
        if chosen is not None and (i != chosen.at + 1 or not before.text.endswith("s")):
            break  # but "strike talks collapse"
        chosen = Edit(i, shown=base, before="will")
    if chosen is not None:
        yield chosen


def _base(word: str, is_verb: IsVerb) -> str | None:
    """The verb that a word may be a form of; the word itself if it is none with "-s"."""
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) > 2 and is_verb(stem):
            return stem
    return word if is_verb(word) and not word.endswith("s") else None


def _things_done(words: Sequence[Seen], first: int, last: int) -> Iterator[Edit]:
    """ "Minister denies meeting militia commander", where a meeting commander is nobody."""
    for i in range(first + 1, last - 1):
        after = words[i + 1]
        is_done = words[i].text.endswith("ing") and words[i - 1].lemma in _OF_DEEDS
        if is_done and after.tag in _NOUNS and after.text.islower():
            yield Edit(i + 1, before="the")


def _joined_names(words: Sequence[Seen], first: int, last: int, is_verb: IsVerb) -> Iterator[Edit]:
    """ "Norway, Denmark sign deal"."""
    for i in range(first + 1, min(last - 2, first + _LONGEST_NAME + 1)):
        if words[i].text != ",":
            continue
        end = i + 1
        while end < last and words[end].text[:1].isupper():
            end += 1
        named = all(w.text[:1].isupper() for w in words[first:i]) and i < end <= i + _LONGEST_NAME
        verb = words[end].text if end < last else ""
        goes_on = verb == "to" or (is_verb(verb) and not verb.endswith("s"))
        if named and end > i + 1 and goes_on:
            yield Edit(i, shown="and")
        return


def _numbers(words: Sequence[Seen], first: int, last: int) -> Iterator[Edit]:
    """ "Bomb kills four outside bank", "Police arrest at least 12"."""
    bounds = load_headline_words().bounds
    for i in range(first + 1, last):
        if words[i].tag != "CD":
            continue
        at = i - 1
        while at > first and words[at].text.casefold() in bounds:
            at -= 1
        after = words[i + 1] if i + 1 < last else None
        is_object = words[at].tag.startswith("VB") and words[at].text.casefold() not in _BE
        if is_object and (after is None or _goes_on(after)):
            yield Edit(i, after="people")


def _goes_on(after: Seen) -> bool:
    """Whether what stands after a number is not what it counts."""
    if after.text in _WHERE:
        return True
    return after.tag in ("IN", "RB", ",") and after.text != "of"
