"""Places and peoples that act as bodies: "Moscow said", "Downing Street denied", "Kurds signed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.annotate.chains.words import Acting, load_acting
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.records import SUBJECTS, Grammar, Token

_WITH = {"with", "between", "of", "against", "from"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of a place or people as one that acts.

    Attributes:
        name: The mention, with the kind of what acts; "place" for a capital that was taken for
            a person and does nothing.
        state: The state's usual name; "" where the place or people stands for itself.
    """

    name: Name
    state: str
    reason: str


def find_actors(names: Sequence[Name], grammar: Grammar, knowledge: Knowledge) -> list[Actor]:
    """The mentions of places and peoples that act, in text order.

    A capital stands for its state; a town or province that speaks, and a seat of government,
    for a body of their own name.
    """
    acting = load_acting()
    people = {w for n in names if n.kind == "person" and " " in n.text for w in n.text.split()}
    people |= knowledge.given_names.keys()
    peoples = _peoples_that_act(names, grammar, knowledge)
    found: list[Actor] = []
    for name in names:
        head = grammar.tokens[name.last - 1]
        if name.text in peoples:
            reason = f"“{name.text}” act as one body"
            found.append(Actor(replace(name, kind="organization"), "", reason))
        elif _is_place(name, people):
            if _acts(head, grammar, acting):
                found.append(_place(name, acting))
            elif name.kind == "person":
                found.append(Actor(replace(name, kind="place"), "", ""))
        elif name.kind == "other" and _state_of_people(name, grammar, knowledge):
            country = knowledge.demonyms[name.text.casefold()]
            reason = f"“{name.text}” act for {country.name}"
            found.append(Actor(replace(name, kind="country"), country.name, reason))
    return found


def _place(name: Name, acting: Acting) -> Actor:
    state = acting.capitals.get(name.text, "")
    if state:
        reason = f"“{name.text}” acts for {state}, whose capital it is"
        return Actor(replace(name, kind="country"), state, reason)
    reason = f"“{name.text}” acts here as a body"
    return Actor(replace(name, kind="organization"), "", reason)


def _is_place(name: Name, of_people: set[str]) -> bool:
    """Whether a name is a place's, or a capital's that was taken for somebody."""
    if name.kind == "place":
        return True
    acting = load_acting()
    if name.kind == "other" and name.text in acting.seats:
        return True
    taken = name.kind in ("person", "organization", "other") and name.title is None
    return taken and name.text in acting.capitals and name.text not in of_people


def _acts(head: Token, grammar: Grammar, acting: Acting) -> bool:
    """Whether the words round a place are those of a body."""
    governor = grammar.tokens[head.head]
    if head.dep == "conj":
        return _acts(governor, grammar, acting) if governor.index < head.index else False
    if head.dep in SUBJECTS:
        return governor.lemma.casefold() in acting.verbs and head.dep == "nsubj"
    if head.dep == "poss":
        return governor.lemma.casefold() in acting.belongings
    if head.dep == "pobj" and governor.text.casefold() == "by":
        return grammar.tokens[governor.head].lemma.casefold() in acting.verbs
    if head.dep == "pobj" and governor.text.casefold() in _WITH:
        return grammar.tokens[governor.head].lemma.casefold() in acting.dealings
    return False


def _peoples_that_act(
    names: Sequence[Name], grammar: Grammar, knowledge: Knowledge
) -> frozenset[str]:
    """The names of peoples without a state of their own that do something as one body."""
    return frozenset(
        name.text
        for name in names
        if name.kind == "other"
        and name.text in knowledge.peoples
        and name.text.casefold() not in knowledge.demonyms
        and _is_party(name, grammar)
    )


def _is_party(name: Name, grammar: Grammar) -> bool:
    """Whether a people does something, or something is done to "the Kurds" as a whole."""
    head = grammar.tokens[name.last - 1]
    if _does_something(head, grammar):
        return True
    definite = name.first > 0 and grammar.tokens[name.first - 1].text.casefold() == "the"
    verb = grammar.tokens[head.head].lemma.casefold()
    done_to = head.dep in ("dobj", "nsubjpass") and verb in load_acting().deeds
    return definite and head.text.endswith("s") and done_to


def _state_of_people(name: Name, grammar: Grammar, knowledge: Knowledge) -> bool:
    """Whether a people stands for its state: "the Russians shelled", not "Russians voted"."""
    head = grammar.tokens[name.last - 1]
    if name.text.casefold() not in knowledge.demonyms or name.first == 0:
        return False
    definite = grammar.tokens[name.first - 1].text.casefold() == "the"
    return definite and _does_something(head, grammar)


def _does_something(head: Token, grammar: Grammar) -> bool:
    """Whether a plural is the subject of a deed, or what it is done by."""
    if head.tag not in ("NNPS", "NNS", "NNP") or not head.text.endswith("s"):
        return False
    return any(verb.lemma.casefold() in load_acting().deeds for verb in _verbs(head, grammar))


def _verbs(head: Token, grammar: Grammar) -> Iterator[Token]:
    governor = grammar.tokens[head.head]
    if head.dep == "nsubj":
        yield governor
        yield from grammar.children(governor.index, "conj", "xcomp")
    elif head.dep == "conj" and governor.index < head.index:
        yield from _verbs(governor, grammar)
    elif head.dep == "pobj" and governor.text.casefold() == "by":
        yield grammar.tokens[governor.head]
