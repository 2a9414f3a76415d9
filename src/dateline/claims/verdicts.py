"""Rulings and judgements: what a verb carries by the words that it says of a thing.

"The court ruled that the tax was unlawful" rejects it; "she called the plan a disaster" accuses.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dateline.claims.lexicon import Entry, Lexicon
from dateline.claims.triggers import Trigger
from dateline.records import Grammar, Token

_SAID_OF = ("oprd", "ccomp", "xcomp", "acomp", "attr")
_NOT_SAID = ("nsubj", "nsubjpass", "relcl", "acl", "advcl", "mark")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Lemmas of verbs that rule, judge and consent, and the words of a ruling against a thing."""

    ruling: frozenset[str]
    judging: frozenset[str]
    consenting: frozenset[str]
    against: frozenset[str]


@cache
def load_verdicts() -> Verdicts:
    """The verbs and words of the package's ``verdicts.toml``."""
    rows = tomllib.loads(
        (files("dateline.claims") / "lexicon" / "verdicts.toml").read_text("utf-8")
    )
    ruling, judging, consenting = (
        frozenset(r["lemma"] for r in rows[k]) for k in ("ruling", "judging", "consenting")
    )
    return Verdicts(ruling, judging, consenting, frozenset(rows["against"]))


@cache
def load_blaming_words() -> frozenset[str]:
    """Lower-case words that blame what they are said of."""
    text = (files("dateline.claims") / "lexicon" / "blaming_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for word, _valence in rows[1:])


def judge_verdicts(
    grammar: Grammar, lexicon: Lexicon, triggers: Iterable[Trigger]
) -> list[Trigger]:
    """The triggers in text order, with the types that rulings and judgements have.

    A phrase of the lexicon ("call for") stays what it is, save with "as" ("named them as thugs").
    """
    known = {trigger.token.index: trigger for trigger in triggers}
    phrased = {t.index for trigger in known.values() for t in trigger.others}
    fixed = {t for t, trigger in known.items() if {o.text for o in trigger.others} - {"as"}}
    for token in grammar.tokens:
        trigger = known.get(token.index)
        if token.pos != "VERB" or token.index in phrased or token.index in fixed:
            continue
        found = _verdict(grammar, lexicon, token)
        if found is not None:
            mode, type_, word = found
            entry = Entry(
                (lexicon.lemma_of(token.text, token.lemma), word),
                "VERB", type_, mode, "agent", frozenset(), "person_or_org", "",
            )  # fmt: skip
            known[token.index] = (
                replace(trigger, others=(), entry=entry, instead=None, share=0.0)
                if trigger is not None
                else Trigger(token, (), entry)
            )
    return sorted(known.values(), key=lambda trigger: trigger.token.index)


def as_refusals(grammar: Grammar, lexicon: Lexicon, triggers: Iterable[Trigger]) -> list[Trigger]:
    """The triggers, with those of consent that is withheld as refusals: "did not ratify"."""
    return [
        replace(
            trigger,
            entry=replace(trigger.entry, type="REJECT", mode="refuse"),
            instead=None,
            share=0.0,
            has_not=True,
        )
        if _is_refusal(grammar, lexicon, trigger.token)
        else trigger
        for trigger in triggers
    ]


def _is_refusal(grammar: Grammar, lexicon: Lexicon, token: Token) -> bool:
    """Whether a verb of consent is denied by a plain "not": no "could not", no "has not yet"."""
    lemma = lexicon.lemma_of(token.text, token.lemma)
    if lemma not in load_verdicts().consenting:
        return False
    aside = grammar.children(token.index, "aux", "neg", "advmod")
    return any(t.dep == "neg" and t.text.casefold() in ("not", "n't") for t in aside) and all(
        t.lemma == "do" for t in aside if t.dep == "aux"
    )


def _verdict(grammar: Grammar, lexicon: Lexicon, token: Token) -> tuple[str, str, str] | None:
    """Mode, type and deciding word of a verb that rules against or blames."""
    verdicts = load_verdicts()
    lemma = lexicon.lemma_of(token.text, token.lemma)
    if lemma in verdicts.ruling:
        word = next((w for w in _said(grammar, token) if w in verdicts.against), None)
        if word is not None:
            return "rule", "REJECT", word
    if lemma in verdicts.judging:
        blaming = load_blaming_words() | verdicts.against
        word = next((w for w in _said(grammar, token) if w in blaming), None)
        if word is not None:
            return "criticise", "ACCUSE", word
    return None


def _said(grammar: Grammar, verb: Token) -> list[str]:
    """The words after a verb that it says of a thing; none where one of them is a "not"."""
    after = [c for c in grammar.children(verb.index) if c.index > verb.index]
    pending = [c for c in after if c.dep in _SAID_OF or (c.dep == "prep" and c.text == "as")]
    pending = pending or [c for c in after if c.dep == "dobj"][1:]
    words: list[str] = []
    while pending:
        token = pending.pop(0)
        if token.dep == "neg":
            return []
        words.append(token.text.casefold())
        pending += [c for c in grammar.children(token.index) if c.dep not in _NOT_SAID]
    return words
