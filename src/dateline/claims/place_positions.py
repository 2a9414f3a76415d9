"""How a name stands in its sentence: which noun stands for the place, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.place_names import PlaceName, PlacingWords
from dateline.records import Grammar

_CLIMB = 24
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_ROLES = {"dobj": "object", "nsubj": "subject", "nsubjpass": "passive subject", "poss": "owner"}


@dataclass(frozen=True, slots=True)
class Position:
    """How a name stands in its sentence, whichever the event.

    Attributes:
        steps: Tokens from the name's head up to the noun that stands for the place ("town" in
            "the town of Sfax"), both included.
        way: The preposition that this noun follows, or its dependency.
        governor: The token that the noun, with its preposition, hangs on.
        part: The noun for the place, "" where the name stands alone.
        link: "list" or "apposition" where the name follows another noun so, or "".
    """

    name: PlaceName
    steps: tuple[int, ...]
    way: str
    governor: int
    part: str
    link: str


def position_of(grammar: Grammar, name: PlaceName, words: PlacingWords) -> Position:
    """How a name stands in its sentence."""
    tokens = grammar.tokens
    token, steps = tokens[name.head], [name.head]
    part = link = ""
    for _ in range(_CLIMB):
        head = tokens[token.head]
        is_place = head.lemma.casefold() in words.places
        if head.index == token.index:
            return Position(name, tuple(steps), "root", token.index, part, link)
        if token.dep in ("appos", "conj", "bracket") and head.pos in _NOMINAL:
            link = "list" if token.dep == "conj" or link == "list" else "apposition"
            part = head.lemma.casefold() if is_place else part
        elif token.dep in ("compound", "nmod", "amod") and head.index >= name.last and is_place:
            part = head.lemma.casefold()
        elif token.dep == "pobj" and head.pos in ("ADP", "SCONJ", "ADV", "VERB"):
            noun = tokens[head.head]
            is_part = noun.pos == "NOUN" and noun.lemma.casefold() in words.places
            if not (is_part and head.text.casefold() == "of"):
                way = head.text.casefold()
                return Position(name, tuple(steps), way, noun.index, part, link)
            part = noun.lemma.casefold()
            steps.append(head.index)
            head = noun
        else:
            way = _ROLES.get(token.dep, token.dep)
            return Position(name, tuple(steps), way, head.index, part, link)
        steps.append(head.index)
        token = head
    return Position(name, tuple(steps), "far", token.index, part, link)


def sort_of(name: PlaceName) -> str:
    """What a name is known or taken for."""
    if name.mention is not None:
        return "a known place"
    if name.bearer == "Person":
        return "a person" if name.last - name.first == 1 else "a person by full name"
    return "a body" if name.bearer else "an unknown name"


def way_class(way: str, words: PlacingWords) -> str:
    """The kind of a way that a name stands in."""
    if way in words.where:
        return "where"
    if way in ("to", "into", "toward", "towards", "onto"):
        return "whither"
    if way in ("from", "out"):
        return "whence"
    if way == "passive subject":
        return "object"
    if way in ("object", "subject", "owner", "compound", "of", "amod", "nmod", "root", "npadvmod"):
        return way
    return "otherwise"
