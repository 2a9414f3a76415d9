"""The words of a report that carry events: entries of the lexicon met in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.lexicon import Entry, Lexicon
from dateline.records import Grammar, Quote, Token

_LOOSE = {"prt", "prep", "dobj", "attr", "acomp", "advmod", "oprd", "xcomp", "pobj", "nsubjpass"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that carries an event, and the words that go with it.

    Attributes:
        token: The verb, or the head of the noun phrase.
        others: Tokens of the entry's other words, in the entry's order.
        instead: What else the word carries if too few take part for the entry.
    """

    token: Token
    others: tuple[Token, ...]
    entry: Entry
    instead: Trigger | None = None

    def words(self, grammar: Grammar) -> Quote:
        """The trigger as the report has it: its words if they stand together, else the first."""
        indices = sorted([self.token.index, *(t.index for t in self.others)])
        if indices[-1] - indices[0] <= len(indices) + 3:
            return grammar.words(indices[0], indices[-1])
        return grammar.words(self.token.index, self.token.index)


def find_triggers(grammar: Grammar, lexicon: Lexicon) -> list[Trigger]:
    """Triggers in text order; a word that goes with one is none of its own."""
    found: list[Trigger] = []
    for token in grammar.tokens:
        trigger: Trigger | None = None
        for others, entry in reversed(list(_at(grammar, lexicon, token))):
            trigger = Trigger(token, others, entry, trigger)
        if trigger is not None:
            found.append(trigger)
    taken = {t.index for trigger in found for t in trigger.others}
    return [t for t in found if t.token.index not in taken]


def _at(
    grammar: Grammar, lexicon: Lexicon, token: Token
) -> Iterator[tuple[tuple[Token, ...], Entry]]:
    """The entries that a word and those round it make up, longest first."""
    if token.pos in ("VERB", "AUX"):
        for entry in lexicon.events.get(("VERB", lexicon.lemma_of(token.text, token.lemma)), ()):
            others = _with_verb(grammar, token, entry.lemma[1:])
            if others is not None:
                yield others, entry
    elif token.pos in ("NOUN", "PROPN") and token.dep != "bracket":
        for entry in lexicon.nouns_by_head.get(token.lemma.casefold(), ()):
            others = _with_noun(grammar, token, entry)
            if others is not None:
                yield others, entry


def _with_verb(grammar: Grammar, token: Token, lemmas: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words that an entry wants with its verb, each hanging on the verb or on one before."""
    found: list[Token] = []
    for lemma in (lemmas, tuple(reversed(lemmas)))[_is_reversed(grammar, token, lemmas)]:
        anchors = [token, *found]
        match = next(
            (
                child
                for anchor in reversed(anchors)
                for child in _near(grammar, anchor)
                if lemma in (child.lemma.casefold(), child.text.casefold()) and child not in found
            ),
            None,
        )
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _is_reversed(grammar: Grammar, token: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether the last word hangs on the verb and the others on it: "held a press conference"."""
    if len(lemmas) < 2:
        return False
    heads = {w for c in _near(grammar, token) for w in (c.lemma.casefold(), c.text.casefold())}
    return lemmas[0] not in heads and lemmas[-1] in heads


def _near(grammar: Grammar, anchor: Token) -> Iterator[Token]:
    if anchor.pos in ("VERB", "AUX", "ADP", "PART"):
        yield from (c for c in grammar.children(anchor.index) if c.dep in _LOOSE)
    elif anchor.pos in ("NOUN", "ADJ", "ADV"):
        yield from grammar.children(anchor.index, "prep", "compound", "amod", "nmod")


def _with_noun(grammar: Grammar, token: Token, entry: Entry) -> tuple[Token, ...] | None:
    """The words that an entry wants with its noun: before it, or after it by "of"."""
    if len(entry.lemma) == 1:
        return ()
    if "of" in entry.lemma:
        return _after_noun(grammar, token, entry)
    found: list[Token] = []
    at = token.index
    for lemma in reversed(entry.lemma[:-1]):
        at -= 1
        if at < 0 or lemma not in (
            grammar.tokens[at].lemma.casefold(),
            grammar.tokens[at].text.casefold(),
        ):
            return None
        found.append(grammar.tokens[at])
    return tuple(reversed(found))


def _after_noun(grammar: Grammar, token: Token, entry: Entry) -> tuple[Token, ...] | None:
    """ "Show of force": the words after the head, next to each other."""
    following = grammar.tokens[token.index + 1 : token.index + len(entry.lemma)]
    if len(following) < len(entry.lemma) - 1:
        return None
    for lemma, other in zip(entry.lemma[1:], following, strict=True):
        if lemma not in (other.lemma.casefold(), other.text.casefold()):
            return None
    return tuple(following)
