"""What desks do to another's text: cut it, edit it, give it another head, translate it and back.

No translator runs here: `translate_back` is a simulation. It takes for about half of the words that
WordNet knows another of the same sense, for function words others, changes tenses, and moves
clauses; names and numbers stay, as they do when a text is really translated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from evaluation.copies_stories import Paragraphs, make_story, past, read_senses

_SENTENCE = re.compile(r"(?<=[.!?”\"]) +(?=[“\"A-Z0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+")
_OTHERS = {
    "the": ("the", "the", "a", "this"), "a": ("a", "one", "the"), "of": ("of", "from", "for"),
    "in": ("in", "in", "at", "within"), "on": ("on", "upon", "over"), "to": ("to", "to", "towards"),
    "and": ("and", "and", "as well as"), "said": ("stated", "explained", "told"),
    "says": ("states", "explains"), "is": ("is", "was"), "was": ("was", "has been", "is"),
    "were": ("were", "have been"), "has": ("has", "had"), "have": ("have", "had"),
    "that": ("that", "which"), "for": ("for", "in favour of"), "with": ("with", "together with"),
    "by": ("by", "through"), "after": ("after", "following"), "before": ("before", "prior to"),
    "will": ("will", "shall", "is going to"), "would": ("would", "should"), "but": ("but", "yet"),
    "not": ("not", "in no way"), "about": ("about", "around"), "more": ("more", "further"),
    "also": ("also", "too", "likewise"), "who": ("who", "that"), "his": ("his", "the"),
    "their": ("their", "the"), "its": ("its", "the"), "had": ("had", "has", "used to have"),
}  # fmt: skip


def cut_half(body: Paragraphs, _chance: Random) -> Paragraphs:
    """The first half, as to words."""
    return _first(body, 0.5)


def cut_third(body: Paragraphs, _chance: Random) -> Paragraphs:
    """The first third."""
    return _first(body, 1 / 3)


def cut_middle(body: Paragraphs, chance: Random) -> Paragraphs:
    """A stretch of sentences from inside, about half."""
    lines = sentences_of(body)
    start = max(1, len(lines) // 4)
    return set_lines(lines[start : start + max(2, len(lines) // 2)], chance)


def drop_paragraphs(body: Paragraphs, chance: Random) -> Paragraphs:
    """Some paragraphs, here and there, are left out; about six in ten stay."""
    kept = [one for one in body if chance.random() < 0.6]
    return kept if sum(map(len, kept)) > sum(map(len, body)) / 3 else body[: len(body) // 2 + 1]


def replace_words(body: Paragraphs, chance: Random) -> Paragraphs:
    """One word in twelve is another."""
    return _each_word(body, lambda word: _synonym(word, chance) if chance.random() < 0.12 else word)


def change_numbers(body: Paragraphs, chance: Random) -> Paragraphs:
    """A corrected text: four numbers in ten are others, and a few words."""

    def change(word: str) -> str:
        if word.isdigit():
            return str(int(word) + chance.randint(1, 9)) if chance.random() < 0.4 else word
        return _synonym(word, chance) if chance.random() < 0.05 else word

    return _each_word(body, change)


def reorder_sentences(body: Paragraphs, chance: Random) -> Paragraphs:
    """Sentences swap places, some become one, after the first; a word in twenty is another."""
    lines = sentences_of(body)
    rest = lines[1:]
    for at in range(0, len(rest) - 2, 3):
        rest[at : at + 3] = chance.sample(rest[at : at + 3], 3)
    merged = lines[:1]
    for line in rest:
        last = merged[-1]
        if chance.random() < 0.3 and last.endswith(".") and len(merged) > 1:
            merged[-1] = f"{last[:-1]}, and {line[0].lower()}{line[1:]}"
        else:
            merged.append(line)
    return replace_some(set_lines(merged, chance), chance, 0.05)


def insert_local(body: Paragraphs, chance: Random) -> Paragraphs:
    """A paragraph of the outlet's own in it, up to a fifth; a word in twenty is another."""
    words = sum(len(one.split()) for one in body)
    own = " ".join(make_story(chance, 2)).split()[: max(8, words // 5)]
    at = chance.randint(1, len(body))
    return replace_some([*body[:at], " ".join(own), *body[at:]], chance, 0.05)


def only_new_head(body: Paragraphs, _chance: Random) -> Paragraphs:
    """The body stays as it is."""
    return list(body)


def new_head_and_ending(body: Paragraphs, chance: Random) -> Paragraphs:
    """The body with a line of the desk's below it."""
    ending = chance.choice((
        "With inputs from agencies.", "Follow us for more news from the region.",
        "This story has not been edited by our staff and comes from a syndicated feed.",
        "Additional reporting by our own correspondent. Editing by the night desk.",
    ))  # fmt: skip
    return [*body, ending]


def translate_back(body: Paragraphs, chance: Random) -> Paragraphs:
    """As if it had been translated and back; a simulation, see the head of this module."""
    lines = [_move_clause(line, chance) for line in sentences_of(body)]

    def change(word: str) -> str:
        lower = word.lower()
        if lower in _OTHERS:
            other = chance.choice(_OTHERS[lower])
            return other.capitalize() if word[0].isupper() else other
        return _synonym(word, chance) if chance.random() < 0.8 else word

    return _each_word(set_lines(lines, chance), change)


KINDS: Mapping[str, tuple[Callable[[Paragraphs, Random], Paragraphs], ...]] = {
    "cut": (cut_half, cut_third, cut_middle, drop_paragraphs),
    "edited": (replace_words, change_numbers, reorder_sentences, insert_local),
    "re-headlined": (only_new_head, new_head_and_ending),
    "translated-back": (translate_back,),
}
"""The kinds of copy, and the ways in which each is made."""


def sentences_of(body: Paragraphs) -> list[str]:
    """The sentences of all paragraphs, as they are cut by a stop and a capital."""
    return [line for paragraph in body for line in _SENTENCE.split(paragraph) if line]


def set_lines(lines: list[str], chance: Random) -> Paragraphs:
    """Sentences in paragraphs of one to three."""
    found = []
    while lines:
        size = chance.randint(1, 3)
        found.append(" ".join(lines[:size]))
        lines = lines[size:]
    return found


def replace_some(body: Paragraphs, chance: Random, share: float) -> Paragraphs:
    """A share of the words replaced by others of their sense."""
    return _each_word(
        body, lambda word: _synonym(word, chance) if chance.random() < share else word
    )


def _first(body: Paragraphs, share: float) -> Paragraphs:
    left = max(25, int(sum(len(one.split()) for one in body) * share))
    kept = []
    for paragraph in body:
        words = paragraph.split(" ")
        kept.append(" ".join(words[:left]))
        left -= len(words)
        if left <= 0:
            break
    return kept


def _each_word(body: Paragraphs, change: Callable[[str], str]) -> Paragraphs:
    return [_WORD.sub(lambda found: change(found[0]), paragraph) for paragraph in body]


def _move_clause(line: str, chance: Random) -> str:
    """Now and then what stands before a comma after what stands behind it."""
    before, comma, after = line.partition(", ")
    end = after[-1:]
    if not comma or end != "." or len(before.split()) > 9 or chance.random() < 0.4:
        return line
    return f"{after[0].upper()}{after[1:-1]}, {before[0].lower()}{before[1:]}."


def _synonym(word: str, chance: Random) -> str:
    """Another word of the same sense in the same form; the word itself if none is known."""
    if word[0].isupper() or len(word) < 3:
        return word
    for lemma, form in _lemmas(word):
        others = [other for other in _synonyms().get(lemma, ()) if other != lemma]
        if others:
            return form(chance.choice(others))
    return word


def _lemmas(word: str) -> list[tuple[str, Callable[[str], str]]]:
    found: list[tuple[str, Callable[[str], str]]] = [(word, str)]
    if word.endswith("ied"):
        found.append((word[:-3] + "y", past))
    elif word.endswith("ed"):
        found += [(word[:-1], past), (word[:-2], past)]
    elif word.endswith("ing"):
        found += [(word[:-3], _ing), (word[:-3] + "e", _ing)]
    elif word.endswith("s"):
        found += [(word[:-1], _plural)]
    return found


def _ing(word: str) -> str:
    return (word[:-1] if word.endswith("e") else word) + "ing"


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    """Each word with those whose commonest sense is its own."""
    found: dict[str, tuple[str, ...]] = {}
    for words in read_senses().values():
        by_sense: dict[str, list[str]] = defaultdict(list)
        for word, sense in words.items():
            by_sense[sense].append(word)
        for word, sense in words.items():
            if len(by_sense[sense]) > 1:
                found.setdefault(word, tuple(sorted(by_sense[sense])))
    return found
