"""What the set `references` is measured beside: the salience rule and the same-string rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from dateline.annotate.references.clues import family_of, gender_of
from dateline.records import SUBJECTS, Grammar, Token, fold_name
from evaluation.references_corpora import GoldDocument, GoldMention

WINDOW = 3
"""Sentences back in which the salience rule looks."""

Answers = Mapping[int, int]
"""The start of a pronoun to that of the word it was led to, which is no pronoun."""
Chains = list[set[Hashable]]
"""Head words, each with its document."""

_PLURAL = ("NNS", "NNPS")


def answer_by_salience(grammar: Grammar, heads: Mapping[int, GoldMention]) -> Answers:
    """The salience rule: subjects before others, then the nearest that agrees."""
    answers: dict[int, int] = {}
    for token in grammar.tokens:
        family = family_of(token.text)
        if not family or token.tag not in ("PRP", "PRP$"):
            continue
        best: tuple[float, int] | None = None
        for index, mention in heads.items():
            other = grammar.tokens[index]
            distance = token.sentence - other.sentence
            if mention.kind == "pronoun" or index >= token.index or distance > WINDOW:
                continue
            if _agrees(token, family, other, mention, grammar):
                score = (other.dep in SUBJECTS) - distance
                best = max(best or (score, index), (score, index))
        if best is not None:
            answers[token.start] = grammar.tokens[best[1]].start
    return answers


def _agrees(
    token: Token, family: str, other: Token, mention: GoldMention, grammar: Grammar
) -> bool:
    is_many = other.tag in _PLURAL or bool(grammar.children(other.index, "conj"))
    if family == "they":
        return is_many or mention.type == "organization"
    if is_many or (family == "he") != (mention.type == "person"):
        return False
    titles = {t.text.casefold().rstrip(".") for t in grammar.children(other.index, "compound")}
    opposite = {"f": {"mr"}, "m": {"mrs", "ms", "miss"}}.get(gender_of(token.text), set())
    return not titles & opposite


def string_chains(document: GoldDocument, heads: Mapping[int, GoldMention]) -> Chains:
    """The same-string rule over gold mentions."""
    chains: dict[str, set[Hashable]] = defaultdict(set)
    for index, mention in heads.items():
        words = fold_name(document.text[mention.start : mention.end])
        chains[words.removeprefix("the ").removesuffix(" s")].add((document.name, index))
    return list(chains.values())
