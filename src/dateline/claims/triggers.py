"""The words of a report that carry events: entries of the lexicon met in the parse.

Where a reader was asked, it has a say: a word that it is sure to be no event is left out, one that
it is sure to be of another type is of that, and one that only it knows is added. The lexicon is
the better judge of types in news of all kinds, the reader of whether a word tells of an event.
The bounds were set on the development part of `wikinews_annotated` and on the triggers of RAMS.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.lexicon import Entry, Lexicon
from dateline.claims.participant_nouns import load_participant_nouns
from dateline.records import Grammar, Quote, Reason, Token, TriggerGuess

MOST_DOUBT = 0.9
"""The share of being no event up to which a word of the lexicon still carries one.

Of the lexicon's words beyond it one in nine was an event in Wikinews, of those below it two in
three. Lower bounds cost more of what other sets call events."""

HARDLY_LEARNT = frozenset({"APPEAR"})
"""Types of which the reader saw too few: half of those beyond the bound were events."""

SURE = 0.8
"""The share from which on the reader's type counts, for a word of the lexicon or another one."""

TIMES_SURER = 4
"""How many times its share the reader's type must have beside that of the lexicon's."""

_SAID_AND_DONE = frozenset({"offer", "promise"})
"""Modes of what is done by saying it, which the reader takes for mere speech or a request."""
_OF_THINGS_TOO = frozenset({"dismiss"})
"""Modes whose verbs are another deed with a thing as their object: a shot is fired, and a coach."""

_LOOSE = {"prt", "prep", "dobj", "attr", "acomp", "advmod", "oprd", "xcomp", "pobj", "nsubjpass"}


_CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "morning", "afternoon", "evening", "night", "day", "weekend", "eve",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that carries an event, and the words that go with it.

    Attributes:
        token: The verb, or the head of the noun phrase.
        others: Tokens of the entry's other words, in the entry's order.
        instead: What else the word carries if too few take part for the entry.
        share: How sure the reader is of the type, if it is the reader's; 0 if the lexicon's.
        has_not: Whether a "not" beside it is of what it tells: "did not ratify" rejects.
        act: The word of a saying's content that tells what the saying does, if it does more
            than state.
    """

    token: Token
    others: tuple[Token, ...]
    entry: Entry
    instead: Trigger | None = None
    share: float = 0.0
    has_not: bool = False
    act: Token | None = None

    def words(self, grammar: Grammar) -> Quote:
        """The trigger as the report has it: its words if they stand together, else the first."""
        indices = sorted([self.token.index, *(t.index for t in self.others)])
        if indices[-1] - indices[0] <= len(indices) + 3:
            return grammar.words(indices[0], indices[-1])
        return grammar.words(self.token.index, self.token.index)

    def reason(self, grammar: Grammar) -> Reason:
        """What found it: the entry of the lexicon, what a saying does, or the reader."""
        words = self.words(grammar).exact
        if self.act is not None:
            rule = f"speech act: {self.entry.type.lower()}"
            return Reason(rule, 1.0, f"{words} … {self.act.text}")
        if self.share:
            return Reason(f"reader: {self.entry.type}", round(self.share, 2), words)
        return Reason(self.entry.name, 1.0, words)


def find_triggers(
    grammar: Grammar,
    lexicon: Lexicon,
    guesses: Iterable[TriggerGuess] = (),
    known: Sequence[Trigger] | None = None,
) -> list[Trigger]:
    """Triggers in text order; a word that goes with one is none of its own.

    Args:
        guesses: What the reader says of the words; without any, the lexicon alone decides.
        known: What the lexicon alone finds, if it was asked before.
    """
    found = _in_lexicon(grammar, lexicon) if known is None else list(known)
    shares: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for guess in guesses:
        shares[guess.token][guess.type] = guess.share
    if not shares:
        return found
    of_lexicon = {index for trigger in found for index in _indices(trigger)}
    judged = [_judged(grammar, trigger, shares) for trigger in found]
    kept = [trigger for trigger in judged if trigger is not None]
    for index, types in shares.items():
        best = max(types, key=types.__getitem__)
        if index not in of_lexicon and types[best] >= SURE:
            kept += _only_read(grammar.tokens[index], lexicon, best, types[best])
    return sorted(kept, key=lambda trigger: trigger.token.index)


def _only_read(token: Token, lexicon: Lexicon, type_: str, share: float) -> Iterator[Trigger]:
    """A word that only the reader knows, with the grammar that words of its type have."""
    if token.pos in ("VERB", "NOUN"):
        lemma = lexicon.lemma_of(token.text, token.lemma)
        entry = lexicon.usual_entry(lemma, "VERB" if token.pos == "VERB" else "NOUN", type_)
        yield Trigger(token, (), entry, share=share)


def _indices(trigger: Trigger) -> list[int]:
    return [trigger.token.index, *(token.index for token in trigger.others)]


def _judged(
    grammar: Grammar, trigger: Trigger, shares: Mapping[int, Mapping[str, float]]
) -> Trigger | None:
    """A trigger as the reader lets it stand, by the word of it that tells the reader most."""
    types = max((shares.get(i, {}) for i in _indices(trigger)), key=lambda s: sum(s.values()))
    if sum(types.values()) < 1 - MOST_DOUBT:
        return trigger if trigger.entry.type in HARDLY_LEARNT else None
    best = max(types, key=types.__getitem__)
    mine = types.get(trigger.entry.type, 0.0)
    if best == trigger.entry.type or types[best] < max(SURE, TIMES_SURER * mine):
        return trigger
    if trigger.entry.mode in _OF_THINGS_TOO and _has_person(grammar, trigger.token):
        return trigger
    other = None if trigger.entry.mode == "criticise" else trigger.instead
    while other is not None:
        if other.entry.type == best:
            return other
        other = other.instead
    if trigger.entry.mode in _SAID_AND_DONE:
        return trigger
    if len(trigger.entry.lemma) > 1:  # "vote against" says more than the "vote" the reader knows
        return trigger
    entry = replace(trigger.entry, type=best, mode=None)
    return replace(trigger, entry=entry, instead=None, share=types[best])


def _has_person(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb's object is somebody."""
    kinds = load_participant_nouns().kinds
    objects = grammar.children(verb.index, "dobj", "nsubjpass")
    return any(kinds.get(t.lemma.casefold()) == "person" for t in objects)


def _in_lexicon(grammar: Grammar, lexicon: Lexicon) -> list[Trigger]:
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
                if lemma in (child.lemma.casefold(), child.text.casefold())
                and child not in found
                and not _opens_date(grammar, child)
            ),
            None,
        )
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _opens_date(grammar: Grammar, token: Token) -> bool:
    """Whether a preposition belongs to a date: "called her on Monday" is no "call on"."""
    objects = grammar.children(token.index, "pobj") if token.pos == "ADP" else []
    return any(t.text.casefold() in _CALENDAR or t.text.isdigit() for t in objects)


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
