"""What speaks for each kind that a name may be of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.name import Name, NameKind
from dateline.annotate.names.readings import shares_of
from dateline.records import Token

_PLACE_PREPOSITIONS = {"in", "at", "near", "from", "into", "outside", "across", "towards", "around"}
_SAYING = {"say", "tell", "add", "write", "meet", "visit", "speak", "travel", "resign"}
_SHELLING = {"shell", "besiege", "bombard", "occupy", "recapture"}
_GOING = {"visit", "leave", "reach", "tour", "enter"}

READER = 3.5
"""How much the reader's word counts."""
NONE = 8.0
"""How much it counts where it takes words for no name."""
CALLED = 8.0
"""What "company" right before a name says: more than the reader, which errs on such, and than what
a second mention says."""


def votes_on(
    name: Name, parse: Parse, knowledge: Knowledge, weigh_place: Callable[[str], float]
) -> Iterator[tuple[NameKind, float]]:
    """What a mention says of its kind, each with its weight; below 0 it speaks against."""
    tokens = parse.tokens
    words = [t.text for t in tokens[name.first : name.last]]
    lower = [w.casefold() for w in words]
    head = tokens[name.last - 1]
    shares = shares_of(parse.reading, name.first, name.last)
    yield "person", READER * shares.person
    yield "organization", READER * shares.organization
    yield "place", READER * shares.place
    yield "other", NONE * shares.none
    yield _kind_of_group(name, tokens, knowledge), READER * shares.group
    if name.title:
        yield "person", 4
    yield from _votes_of_words(words, lower, knowledge)
    if knowledge.country_of(name.text):
        yield "place", 3
    elif (known := weigh_place(name.text)) > 0:
        before = tokens[name.first - 1] if name.first else head
        near = before.text.casefold() in _PLACE_PREPOSITIONS
        yield "place", known + 0.6 * near
        if before.text == "," and name.first > 1 and _is_place(parse, name.first - 2):
            yield "place", 1.2
        if tokens[head.head].tag == "NN" and head.dep in ("compound", "nmod"):
            yield "place", 0.6
    yield from _votes_of_grammar(name, tokens, head, knowledge)


def _is_place(parse: Parse, token: int) -> bool:
    return shares_of(parse.reading, token, token + 1).place > 0.5


def _kind_of_group(name: Name, tokens: Sequence[Token], knowledge: Knowledge) -> NameKind:
    """A people or a belief is nobody, an armed group or a party an organization."""
    head = tokens[name.last - 1]
    if head.tag in ("JJ", "NNPS"):
        return "other"
    return "organization"


def _is_people(words: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a name is a people's or its adjective: "Turkish", "Anglo-American", "Iowan"."""
    last = " ".join(words).rpartition("-")[2]
    return last.casefold() in knowledge.demonyms or last in knowledge.peoples


def _votes_of_words(
    words: list[str], lower: list[str], knowledge: Knowledge
) -> Iterator[tuple[NameKind, float]]:
    """What the words of a name say of its kind."""
    if lower[-1] in knowledge.body_words or (
        len(lower) > 1 and any(w in knowledge.body_words for w in lower)
    ):
        yield "organization", 3.5
    if lower[-1] in knowledge.occasion_words or _is_people(words, knowledge):
        yield "other", 5
    if " ".join(lower) in knowledge.outlets or (
        len(lower) > 1 and lower[-1] in knowledge.outlet_words
    ):
        yield "organization", 4
    if " ".join(lower) in knowledge.platforms or any(c.isdigit() for c in words[-1]):
        yield "other", 3
    if words[0] in knowledge.given_names:
        yield "person", 2 if len(words) > 1 else 0.8
    if any(w in knowledge.group_words for w in lower):
        yield "organization", 4.5 if lower[0] in knowledge.group_words else 3
    if any("-e-" in w for w in lower):
        yield "organization", 5
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        yield "organization", 1.2
    if 2 <= len(words) <= 4 and all(w[:1].isupper() and not w.isupper() for w in words):
        yield "person", 0.6
    if len(words) > 1 and any(w in knowledge.particles for w in lower[1:-1] if w != "of"):
        yield "person", 0.8


def _is_called(noun: Token, name: Name, head: Token) -> bool:
    """Whether the noun before a name says what it is: it stands by it, or the name beside it."""
    before = noun.dep in ("compound", "nmod") and name.first <= noun.head < name.last
    return noun.tag == "NN" and (before or (head.dep == "appos" and head.head == noun.index))


def _votes_of_grammar(
    name: Name, tokens: Sequence[Token], head: Token, knowledge: Knowledge
) -> Iterator[tuple[NameKind, float]]:
    """What the words round a name say of its kind."""
    before = tokens[name.first - 1] if name.first else None
    alone = head.dep not in ("compound", "nmod", "npadvmod")
    if before and before.text.casefold() == "the" and not name.title and alone:
        yield "organization", 0.8
        yield "person", -1.5
    governor = tokens[head.head]
    if head.dep in ("compound", "nmod") and governor.index >= name.last:
        if governor.lemma in knowledge.role_nouns | knowledge.group_nouns:
            yield "organization", 1.2
        elif governor.tag in ("NN", "NNS"):
            yield "person", -0.5
    if [t.text for t in tokens[name.last : name.last + 2]] == ["-", "led"]:
        yield "person", 2.5
    post = before is not None and before.lemma in knowledge.role_nouns
    if post and before and before.dep in ("compound", "nmod"):
        yield "person", 3.0 * (name.first <= before.head < name.last)
    if before and before.lemma in knowledge.organization_nouns and _is_called(before, name, head):
        yield "organization", CALLED  # "the shipping company Brandt"
    for child in tokens[name.last : name.last + 8]:
        if child.head == head.index and child.dep == "appos" and child.tag == "NN":
            if child.lemma in knowledge.role_nouns:
                yield "person", 3
            elif child.lemma in knowledge.organization_nouns:
                yield "organization", 3
    following = tokens[name.last] if name.last < len(tokens) else None
    if following and following.text == "," and name.last + 1 < len(tokens):
        after = tokens[name.last + 1]
        if after.text.casefold() == "who" or (after.tag == "CD" and len(after.text) == 2):
            yield "person", 3
    if head.dep == "nsubj" and governor.lemma in _SAYING:
        yield "person", 0.5
    if head.dep == "dobj" and governor.lemma in _GOING:
        yield "place", 1.2
    if head.dep == "dobj" and governor.lemma in _SHELLING:
        yield "place", 4.5
