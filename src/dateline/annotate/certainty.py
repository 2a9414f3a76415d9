"""How sure the words are of a happening: negation, modals, plans, conditions, questions.

The scope follows the parse: a cue speaks of the verb or noun that it hangs on, and of what
that verb governs where it takes its standing along ("plans to meet", "failed to sign").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.cues import Cues
from dateline.annotate.reader import NOTHING_READ, Reading
from dateline.records import SUBJECTS, Certainty, Grammar, Polarity, Quote, Stance, Token

SURE = 0.5
"""The share from which on the reader is believed where the rules find no cue."""

SURE_OF_A_PARTICIPLE = 0.8
"""The same of "-ing" and "-ed" alone, which name happenings as often as plans."""

SURE_OF_A_DENIAL = 0.7
"""The share from which on it may turn what a claim says."""

_ENDS: tuple[tuple[str, Polarity, Certainty | None], ...] = (
    ("cancelling", "-", None),
    ("putting_off", "+", "planned"),
)
"""Fields of `Cues`: verbs that end a happening before it came, and what they say of it."""

_NOBODY = {"nobody", "none", "neither"}
_SUPPOSING = {"had", "should", "were"}
"""Verbs that open a condition by themselves: "Had Keller met Brandt, she would have left"."""
_READ = {"VERB", "AUX", "NOUN", "ADJ"}


def find_stances(
    grammar: Grammar, cues: Cues, reading: Reading = NOTHING_READ
) -> tuple[Stance, ...]:
    """The verbs and nouns whose happening is denied, planned, possible or supposed.

    The rules go first, for they can show the cue. The reader sees what they don't ("hopes of
    talks"), and its cue is the word itself. Its bounds were set on the training part of UW's
    factuality.
    """
    found: dict[int, Stance] = {}
    for token in grammar.tokens:
        for stance in _stances(grammar, cues, token):
            known = found.get(stance.token)
            found[stance.token] = stance if known is None else _both(known, stance)
    if reading:
        for token in grammar.tokens:
            if token.pos in _READ:
                _ask(reading, token, found, grammar.words(token.index, token.index))
    return tuple(found[i] for i in sorted(found))


def _ask(reading: Reading, token: Token, found: dict[int, Stance], cue: Quote) -> None:
    """Put what the reader says of a word beside, or in the place of, what the rules say."""
    index, known = token.index, found.get(token.index)
    denied, planned, open_ = (reading.share("factuality", index, label) for label in "-p?")
    if known is not None:
        if known.polarity == "+" and denied >= SURE_OF_A_DENIAL:
            found[index] = replace(known, polarity="-")
        return
    sure = SURE_OF_A_PARTICIPLE if token.tag in ("VBG", "VBN") else SURE
    if denied >= SURE_OF_A_DENIAL:
        found[index] = Stance(index, "-", None, cue)
    elif planned >= sure:
        found[index] = Stance(index, "+", "planned", cue)
    elif open_ >= sure:
        found[index] = Stance(index, "+", "alleged", cue)


def _both(one: Stance, other: Stance) -> Stance:
    """Two cues on one word: a negation and a modal each say their part."""
    polarity: Polarity = "-" if "-" in (one.polarity, other.polarity) else "+"
    certainty = one.certainty or other.certainty
    hypothetical = one.hypothetical or other.hypothetical
    return Stance(one.token, polarity, certainty, min(one.cue, other.cue), hypothetical)


def _stances(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    lower = token.text.casefold()
    cue = grammar.words(token.index, token.index)
    head = grammar.tokens[token.head]
    if token.dep == "neg" or (token.dep == "det" and lower == "no"):
        for target in _governed(grammar, head):
            yield Stance(target, "-", None, cue)
    if token.dep in ("aux", "auxpass") and lower in _SUPPOSING and _opens(grammar, token):
        for target in _clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.dep == "advmod" and lower in cues.nearly and _stands_before(grammar, token, head):
        yield Stance(head.index, "-", None, cue)
    for target in _emptied(grammar, token):
        yield Stance(target, "-", None, cue)
    if token.dep == "aux" and lower in cues.modals:
        for target in _governed(grammar, head):
            yield Stance(target, "+", cues.modals[lower], cue)
    if token.dep == "aux" and lower in cues.duties:
        for target in _governed(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.dep == "amod" and lower in cues.planned_adjectives:
        yield Stance(head.index, "+", "planned", cue)
    if token.dep == "amod" and lower in cues.averted_adjectives:
        yield Stance(head.index, "-", None, cue)
    if token.dep in ("mark", "advmod") and lower in cues.conditional:
        for target in _clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)
    if token.pos in ("VERB", "ADJ", "NOUN", "AUX"):
        yield from _of_governor(grammar, cues, token)
        yield from _of_happening(grammar, cues, token)
    if token.text == "?":
        for target in _clause(grammar, head):
            yield Stance(target, "+", None, cue, hypothetical=True)


def _of_governor(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What a word such as "plan", "fail", "deny" or "due" says of its infinitive."""
    lemma = token.lemma.casefold()
    cue = grammar.words(token.index, token.index)
    if lemma in cues.inferring and token.dep == "pobj":
        for subject in _read_as(grammar, token):
            yield Stance(subject, "+", "inferred", cue)
    complements = grammar.children(token.index, "xcomp", "ccomp", "acl", "pcomp")
    if lemma in cues.planning:
        for child in complements:
            for target in _governed(grammar, child):
                yield Stance(target, "+", "planned", cue)
    elif lemma == "go" and token.tag == "VBG":  # "is going to meet"
        for child in grammar.children(token.index, "xcomp"):
            if child.tag == "VB":
                for target in _governed(grammar, child):
                    yield Stance(target, "+", "planned", cue)
    elif lemma == "be" and token.pos in ("AUX", "VERB"):
        for child in complements:
            marked = any(a.text == "to" for a in grammar.children(child.index, "aux"))
            if child.dep == "xcomp" and marked and child.tag == "VB":
                for target in _governed(grammar, child):
                    yield Stance(target, "+", "planned", cue)
    if lemma in cues.failing:
        for child in complements:
            yield Stance(child.index, "-", None, cue)
    if lemma in cues.asking and lemma not in cues.planning:
        for child in complements:
            if child.dep == "xcomp" or child.tag == "VB":
                for target in _clause(grammar, child):
                    yield Stance(target, "+", None, cue, hypothetical=True)
    if lemma in cues.open:
        for child in complements:
            for target in _governed(grammar, child):
                yield Stance(target, "+", "alleged", cue)
    verb = cues.verbs.get(lemma)
    is_undenied = bool(grammar.children(token.index, "neg"))  # "did not deny that"
    if verb is not None and verb.denies and token.pos == "VERB" and not is_undenied:
        objects = grammar.children(token.index, "dobj")
        denied = [o for o in objects if o.lemma.casefold() not in cues.tellings]
        told = [c for o in objects if o.lemma.casefold() in cues.nouns for c in _told(grammar, o)]
        for child in [*complements, *denied, *told]:
            for target in _governed(grammar, child):
                yield Stance(target, "-", None, cue)


def _of_happening(grammar: Grammar, cues: Cues, token: Token) -> Iterator[Stance]:
    """What is said of a happening as a whole: called off, doubted, cleared of, feared."""
    lemma = token.lemma.casefold()
    cue = grammar.words(token.index, token.index)
    for verbs, polarity, certainty in _ENDS:
        partner = getattr(cues, verbs).get(lemma)
        if token.pos == "VERB" and partner is not None and _goes_with(grammar, token, partner):
            for child in _objects(grammar, token):
                if child.pos == "NOUN":
                    yield Stance(child.index, polarity, certainty, cue)
    clauses = grammar.children(token.index, "acl", "ccomp", "xcomp")
    if token.pos == "ADJ" and _does_not_hold(grammar, cues, token):
        beside = grammar.children(token.head, "ccomp", "xcomp") if token.dep == "acomp" else []
        for child in [*clauses, *beside, *_told_of_subject(grammar, cues, token)]:
            for target in _governed(grammar, child):
                yield Stance(target, "-", "inferred", cue)
    if lemma in cues.clearing:
        for prep in grammar.children(token.index, "prep"):
            if prep.text in ("of", "from"):
                for child in grammar.children(prep.index, "pcomp", "pobj"):
                    yield Stance(child.index, "-", None, cue)
    if token.pos != "NOUN":
        return
    if lemma in cues.surmising:
        for child in clauses:
            for target in _governed(grammar, child):
                yield Stance(target, "+", "inferred", cue)
    if lemma in cues.showing and any(
        c.text.casefold() == "no" for c in grammar.children(token.index, "det")
    ):
        for child in [*clauses, *_full_clauses(grammar, token)]:
            for target in _governed(grammar, child):
                yield Stance(target, "-", None, cue)


def _opens(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb stands before its subject at the begin of a clause that hangs on another."""
    head = grammar.tokens[verb.head]
    before = grammar.tokens[max(0, verb.index - 1)]
    begins = before.sentence != verb.sentence or before.pos == "PUNCT" or verb.index == 0
    subjects = grammar.children(head.index, *SUBJECTS)
    return begins and head.dep != "ROOT" and any(s.index > verb.index for s in subjects)


def _stands_before(grammar: Grammar, adverb: Token, verb: Token) -> bool:
    """Whether an adverb stands right before a verb that tells of a deed as done."""
    done = verb.tag in ("VBD", "VBN", "VBZ", "VBP")
    return verb.pos == "VERB" and done and verb.index == adverb.index + 1


def _does_not_hold(grammar: Grammar, cues: Cues, adjective: Token) -> bool:
    """Whether an adjective denies its clause: "untrue", "not true", and not "not untrue"."""
    lemma = adjective.lemma.casefold()
    negated = bool(grammar.children(adjective.index, "neg")) or (
        adjective.dep == "acomp" and bool(grammar.children(adjective.head, "neg"))
    )
    return lemma in (cues.holding if negated else cues.doubting)


def _told_of_subject(grammar: Grammar, cues: Cues, adjective: Token) -> Iterator[Token]:
    """What the telling tells that an adjective is said of: "claims that they met are false"."""
    if adjective.dep == "acomp":
        for subject in grammar.children(adjective.head, "nsubj"):
            if subject.lemma.casefold() in cues.nouns:
                yield from _told(grammar, subject)
                yield from _full_clauses(grammar, subject)


def _full_clauses(grammar: Grammar, noun: Token) -> list[Token]:
    """Clauses with a subject that the parser takes for relative: "no evidence Keller met her"."""
    return [c for c in grammar.children(noun.index, "relcl") if _has_own_subject(grammar, c)]


def _has_own_subject(grammar: Grammar, verb: Token) -> bool:
    subjects = grammar.children(verb.index, *SUBJECTS)
    return any(s.tag not in ("WDT", "WP") for s in subjects)


def _objects(grammar: Grammar, verb: Token) -> list[Token]:
    """What a verb is done to; the parser may hang it on the verb's "off"."""
    found = grammar.children(verb.index, "dobj", "nsubjpass")
    for particle in grammar.children(verb.index, "prt"):
        found += grammar.children(particle.index, "pobj")
    return found


def _goes_with(grammar: Grammar, verb: Token, partner: str) -> bool:
    near = grammar.children(verb.index, "prt", "advmod", "prep")
    return not partner or any(child.text.casefold() == partner for child in near)


def _told(grammar: Grammar, noun: Token) -> Iterator[Token]:
    """What a telling tells: "claims that they met", "allegations of meeting".

    What it asks for is left out: "calls to meet".
    """
    for clause in grammar.children(noun.index, "acl"):
        if grammar.children(clause.index, *SUBJECTS):
            yield clause
    for prep in grammar.children(noun.index, "prep"):
        if prep.text == "of":
            yield from grammar.children(prep.index, "pcomp")


def _emptied(grammar: Grammar, token: Token) -> Iterator[int]:
    """What did not happen by other words than "not": "no one met", "took no step", "without"."""
    lower, head = token.text.casefold(), grammar.tokens[token.head]
    if lower == "longer" and any(c.text.casefold() == "no" for c in grammar.children(token.index)):
        yield head.index
    elif lower == "without":
        yield from (child.index for child in grammar.children(token.index, "pcomp"))
    elif lower in ("short", "close") and head.lemma in ("stop", "fall", "come"):
        for preposition in grammar.children(token.index, "prep"):  # "stopped short of meeting"
            yield from (child.index for child in grammar.children(preposition.index, "pcomp"))
    elif lower == "instead":
        for of in (head, *grammar.children(token.index, "prep")):  # the parser hangs it both ways
            if of.text == "of":
                yield from (child.index for child in grammar.children(of.index, "pcomp"))
    elif lower in _NOBODY and token.dep in ("nsubj", "nsubjpass"):
        yield head.index
    elif lower in ("no", "neither") and token.dep in ("det", "preconj", "cc"):
        verb = grammar.tokens[head.head]
        if head.dep in ("nsubj", "nsubjpass", "dobj") and verb.pos == "VERB":
            yield verb.index


def _read_as(grammar: Grammar, noun: Token) -> Iterator[int]:
    """What is said to be "part of a pattern": the writer's reading, no plain happening."""
    part = grammar.tokens[grammar.tokens[noun.head].head]
    verb = grammar.tokens[part.head]
    if part.lemma == "part" and part.dep == "attr" and verb.lemma == "be":
        yield from (subject.index for subject in grammar.children(verb.index, "nsubj"))


def _governed(grammar: Grammar, head: Token) -> Iterator[int]:
    """A word, those coordinated with it, and the object of a light verb ("did not hold talks")."""
    contrast = [c.index for c in grammar.children(head.index, "cc") if c.lemma == "but"]
    for token in grammar.conjuncts(head.index):
        negated_apart = token.index != head.index and (
            grammar.children(token.index, "neg", "aux", *SUBJECTS)
            or any(c < token.index for c in contrast)
        )
        if not negated_apart:
            yield token.index
            for child in grammar.children(token.index, "dobj", "attr", "nsubjpass"):
                if token.lemma in (
                    "hold",
                    "have",
                    "take",
                    "make",
                    "give",
                    "conduct",
                    "carry",
                    "be",
                ):
                    yield child.index
    for child in grammar.children(head.index, "nsubj"):
        if head.lemma in ("take", "occur", "happen", "be"):
            yield child.index


def _clause(grammar: Grammar, head: Token) -> Iterator[int]:
    """All verbs and nouns of a clause."""
    for index in grammar.subtree(head.index):
        if grammar.tokens[index].pos in ("VERB", "AUX", "NOUN"):
            yield index
