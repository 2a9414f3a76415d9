"""Of whom a noun is said, and in what: "Hamas commander X", "X is a front for Y"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records.annotations import Token
from dateline.records.grammar import SUBJECTS, Grammar

ENDED = frozenset(
    {"former", "ex", "then", "late", "ousted", "deposed", "onetime", "erstwhile", "retired"}
)
"""Words before a post that say that it is over."""

_MOST_TOGETHER = 20
"""Posts told in one breath whose body may be shared: more are a list."""

_COPULAS = {"be", "become", "remain"}
_OF_SUBJECT = {"serve", "work", "act", "operate", "function"}
_OF_OBJECT = {
    "appoint", "elect", "name", "choose", "install", "identify", "recognize", "recognise", "regard",
    "describe", "see", "view", "consider", "know", "designate", "list", "treat", "label", "confirm",
    "nominate", "select", "pick", "proclaim", "declare",
}  # fmt: skip
_SOME = {"one", "two", "three", "both", "some", "several", "many"}
_IN = {"of", "for", "to", "at", "with", "within", "from"}
_RELATIVE = {"who", "which", "that"}


def bearers(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """The heads of the phrases that a noun is said of: by apposition, in front, or as predicate."""
    head = grammar.tokens[noun.head]
    in_front = noun.dep in ("compound", "nmod") and head.index > noun.index
    if noun.dep == "appos" or (in_front and head.pos == "PROPN"):
        yield head
        if noun.tag == "NNS":  # "A and B, leaders of C": the parser hangs it on one of them
            yield from (t for t in _coordinated(grammar, head) if t.index != head.index)
    elif noun.dep == "conj" and head.pos in ("NOUN", "PROPN"):
        yield from bearers(grammar, head)
    elif noun.dep == "pobj" and head.text == "of":
        one = grammar.tokens[head.head]  # "X, one of the leaders of C"
        if one.text.casefold() in _SOME:
            yield from bearers(grammar, one)
    beside = [t for t in grammar.children(noun.index, "conj") if t.pos == "NOUN"]
    for post in (noun, *beside):  # "an expert and former official, X"
        for child in grammar.children(post.index, "appos"):
            yield from (c for c in grammar.conjuncts(child.index) if c.pos == "PROPN")
    yield from _listed(grammar, noun)
    yield from _named_by_copula(grammar, noun, head)
    verb = _predicating(grammar, noun, head)
    if verb is not None:
        yield from _said_of(grammar, verb)


def _listed(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """The names of "two deputies, A and B, left", which the parser coordinates with the post."""
    if noun.tag not in ("NNS", "NNPS"):
        return
    for child in grammar.children(noun.index, "conj"):
        front = grammar.children(child.index, "compound", "nmod", "amod", "det")
        first = min(t.index for t in (child, *front))
        before = grammar.tokens[first - 1]
        if child.pos == "PROPN" and before.text == "," and _follows(grammar, noun, before):
            yield from (t for t in grammar.conjuncts(child.index) if t.pos == "PROPN")


def _follows(grammar: Grammar, noun: Token, comma: Token) -> bool:
    """Whether a comma stands right after a noun and what closely belongs to it."""
    between = grammar.tokens[noun.index + 1 : comma.index]
    return all(t.text.casefold() in _IN or t.pos in ("PROPN", "DET", "ADJ") for t in between)


def _named_by_copula(grammar: Grammar, noun: Token, head: Token) -> Iterator[Token]:
    """ "Its leader is X", "whose commander is X"."""
    if noun.dep == "nsubj" and head.lemma == "be":
        for child in grammar.children(head.index, "attr"):
            if child.pos == "PROPN":
                yield child


def _coordinated(grammar: Grammar, token: Token) -> list[Token]:
    """All that a word is coordinated with, itself among them, in text order."""
    while token.dep == "conj":
        token = grammar.tokens[token.head]
    return grammar.conjuncts(token.index)


def _predicating(grammar: Grammar, noun: Token, head: Token) -> Token | None:
    """The verb by which a noun is said of somebody."""
    if noun.dep in ("attr", "oprd") and head.lemma in _COPULAS | _OF_OBJECT:
        return head
    if noun.dep == "pobj" and head.text == "as":
        verb = grammar.tokens[head.head]
        return verb if verb.lemma in _OF_SUBJECT | _OF_OBJECT else None
    return None


def _said_of(grammar: Grammar, verb: Token) -> Iterator[Token]:
    """The object of a naming verb, else its subject; a participle's noun."""
    deps = ("nsubj",) if verb.lemma in _COPULAS | _OF_SUBJECT else ("dobj", "nsubjpass")
    found = grammar.children(verb.index, *deps)
    for child in found:
        relative = child.text.casefold() in _RELATIVE and verb.dep == "relcl"
        token = grammar.tokens[verb.head] if relative else child
        yield token
        yield from grammar.children(token.index, "conj")
    if not found and verb.dep == "acl":
        noun = grammar.tokens[verb.head]
        yield noun
        yield from bearers(grammar, noun)
        yield from _before_comma(grammar, noun)
    elif not found and verb.dep == "advcl" and verb.tag == "VBN":  # "he came when elected as"
        yield from grammar.children(verb.head, *SUBJECTS)
    elif not found and verb.dep in ("conj", "xcomp", "advcl"):
        yield from _said_of(grammar, grammar.tokens[verb.head])


def _before_comma(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """The name right before ", a group": an apposition that the parser hung elsewhere."""
    first = min(grammar.subtree(noun.index))
    if noun.dep in ("appos", "nsubj", "pobj") or first < 2 or grammar.tokens[first - 1].text != ",":
        return
    before = grammar.tokens[first - 2]
    while before.dep in ("punct", "bracket") and before.head != before.index:
        before = grammar.tokens[before.head]
    if before.pos == "PROPN":
        yield before


def bodies(grammar: Grammar, noun: Token) -> list[tuple[Token, bool]]:
    """The heads of what a post or part is in; True where it stands in front ("Hamas commander").

    Of posts told together the last has the body of all: "the founder and chair of C".
    """
    own = list(_own_bodies(grammar, noun))
    if own:
        return own
    near = _coordinated(grammar, noun)[:_MOST_TOGETHER]
    together = [t for t in near if t.index != noun.index]
    shared = [b for t in together for b in _own_bodies(grammar, t) if not b[1]]
    return shared if noun.dep == "conj" or together else []


def _own_bodies(grammar: Grammar, noun: Token) -> Iterator[tuple[Token, bool]]:
    """What a post is in by its own words."""
    for child in grammar.children(noun.index, "compound", "nmod", "amod"):
        if child.index < noun.index:
            yield child, True
    for child in grammar.children(noun.index, "poss"):
        yield (_antecedent(grammar, child) or child), False
    if noun.dep in ("compound", "nmod") and noun.index > 0:
        before = grammar.tokens[noun.index - 1]
        if before.pos == "PROPN" and before.head == noun.head:
            yield before, True
    for prep in grammar.children(noun.index, "prep"):
        if prep.text in _IN:
            for child in grammar.children(prep.index, "pobj"):
                yield from ((c, False) for c in grammar.conjuncts(child.index))


def _antecedent(grammar: Grammar, whose: Token) -> Token | None:
    """What "whose" speaks of: the noun that its clause describes."""
    if whose.tag != "WP$":
        return None
    clause = next((t for t in grammar.ancestors(whose.index) if t.dep == "relcl"), None)
    return grammar.tokens[clause.head] if clause is not None else None


def is_over(grammar: Grammar, noun: Token) -> bool:
    """Whether a post is told as one that has ended: "former Hamas chief X"."""
    return over_word(grammar, noun) is not None


def over_word(grammar: Grammar, noun: Token) -> Token | None:
    """The word that says that a post has ended; None if none does."""
    near = grammar.children(noun.index, "amod", "compound", "advmod", "nmod")
    if noun.dep in ("compound", "nmod"):  # "former" hangs on the name after the post
        before = grammar.children(noun.head, "amod", "compound")
        near += [child for child in before if child.index < noun.index]
    names = [word for word in near if word.dep in ("compound", "nmod") and word.index < noun.index]
    for name in names:  # "former" hangs on the body before the post
        near += grammar.children(name.index, "amod")
    near += [part for name in names for part in grammar.children(name.index, "compound")]
    return next((word for word in near if _says_over(word)), None)


def _says_over(word: Token) -> bool:
    """Whether a word says that a post is over, or has "ex-" in front ("Ex-League chief")."""
    text = word.text.casefold()
    return text in ENDED or (text.startswith("ex-") and word.dep in ("compound", "nmod", "amod"))
