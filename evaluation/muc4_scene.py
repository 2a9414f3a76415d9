"""A report with all that its templates are written from, and what its phrases come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dateline.claims.participant_nouns import load_participant_nouns
from dateline.records import Annotations, Chain, Claim, Grammar, Quote, Report
from evaluation.muc4_incidents import load_mapping


@lru_cache(maxsize=1)
def load_words() -> Mapping[str, frozenset[str]]:
    """The lists of words of the mapping, in small letters."""
    return {key: frozenset(words) for key, words in load_mapping()["words"].items()}


@dataclass(frozen=True)
class Scene:
    """One report, what was found in it, and its claims."""

    report: Report
    annotations: Annotations
    claims: Sequence[Claim]

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """The report's chains by their ids."""
        return {chain.id: chain for chain in self.annotations.chains}

    @cached_property
    def grammar(self) -> Grammar:
        """The parse."""
        return Grammar(self.report.text, self.annotations.tokens)

    def head(self, words: Quote) -> str:
        """The lemma of the noun that a phrase hangs on."""
        tokens = self.grammar.tokens
        for token in tokens:
            if token.pos == "PUNCT" or not words.start <= token.start < words.end:
                continue
            above = tokens[token.head]
            if above.index == token.index or not words.start <= above.start < words.end:
                return token.lemma.casefold()
        return ""

    def kind(self, words: Quote) -> str | None:
        """What the product takes the noun of a phrase for: "person", "group", "made" …"""
        return load_participant_nouns().kinds.get(self.head(words))

    def is_vague(self, words: Quote) -> bool:
        """Whether words tell of nobody in particular: a number alone, "the people"."""
        head = self.head(words)
        if head in load_words()["vague"] or not trim(words.exact):
            return True
        is_all = words.exact.casefold().startswith(("the ", "our "))
        return head == "people" and is_all and not re.search(r"\d", words.exact)

    def is_body(self, chain: Chain) -> bool:
        """Whether a chain is a body by name; a single word must be an acronym or a known one."""
        if chain.schema in ("Person", "Country"):
            return False
        name = chain.name
        return " " in name or name.isupper() or name.casefold() in load_words()["armed"]

    def is_named_in(self, chain: Chain, words: Quote) -> bool:
        """Whether a chain is mentioned by name within a range."""
        return any(words.holds(m.words) for m in chain.mentions if m.kind == "name")

    def sentences_of(self, claim: Claim) -> list[int]:
        """The number of the sentence in which a claim's trigger stands."""
        sentences = self.annotations.sentences
        return [n for n, s in enumerate(sentences) if s.start <= claim.trigger.start < s.end]


def show(chain: Chain) -> str:
    """The fullest name of a chain, as the key prints names."""
    return max(chain.names or (chain.name,), key=len).upper()


def trim(words: str) -> str:
    """A phrase in capitals without its article and number."""
    return _lead_in().sub("", words.upper())


@lru_cache(maxsize=1)
def _lead_in() -> re.Pattern[str]:
    words = sorted(load_mapping()["phrases"]["lead_in"], key=lambda w: (-len(w), w))
    listed = "|".join(re.escape(word.upper()) for word in words)
    return re.compile(rf"^(?:(?:{listed}|\d[\d.,]*)(?:\s+|$))+")


def last_word(words: str) -> str:
    """The last word of the noun phrase that opens a phrase, in small letters and the singular."""
    opening = re.split(r"\s(?:of|in|from|who)\s", words.casefold())[0]
    last = re.findall(r"\w+", opening)[-1:] or [""]
    word: str = last[0]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def unlike(found: Iterable[str]) -> tuple[str, ...]:
    """Fillers, each but once; of two with the same last word the longer."""
    kept: list[str] = []
    for words in found:
        last = words.split()[-1:]
        same = next((i for i, k in enumerate(kept) if k.split()[-1:] == last), None)
        if same is None:
            kept.append(words)
        elif len(words) > len(kept[same]):
            kept[same] = words
    return tuple(kept)
