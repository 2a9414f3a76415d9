"""Pronouns led to whom they refer to, by clues with weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.annotate.chains import Draft
from dateline.annotate.cues import load_cues
from dateline.annotate.references.clues import ClueFinder, agrees, family_of, gender_of
from dateline.annotate.references.discourse import WINDOW, Discourse
from dateline.annotate.references.expletives import signs_of_nobody
from dateline.annotate.references.mentions import Mention, Mentions, Referent
from dateline.records import Token

Weights = Mapping[str, float]

MOST = 100
"""Mentions before a pronoun that are looked at: a sentence may be a list without end."""
REASONS = 3
"""Clues that a chain's reason tells of a pronoun: those that weigh most."""


@dataclass(frozen=True, eq=False, slots=True)
class Option:
    """What a pronoun may refer to, with what speaks for and against it.

    Attributes:
        mention: None if it is to refer to nobody.
    """

    mention: Mention | None
    clues: tuple[str, ...]

    def weigh(self, weights: Weights) -> float:
        return sum(weights.get(clue, 0.0) for clue in self.clues)


@dataclass(frozen=True, eq=False, slots=True)
class Reference:
    """A pronoun, what it was taken for, and why."""

    pronoun: Token
    chosen: Option


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights of the clues, in log-odds."""
    text = (files("dateline.annotate") / "data" / "pronoun_clues.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {clue: float(weight) for clue, weight in rows}


class Pronouns:
    """Resolves the pronouns of a report in text order.

    Attributes:
        resolved: What each was taken for.
    """

    def __init__(
        self,
        discourse: Discourse,
        given: Mapping[int, str] | None = None,
        weights: Weights | None = None,
    ) -> None:
        self.discourse = discourse
        self.mentions = Mentions(discourse, given)
        self.resolved: list[Reference] = []
        self._finder = ClueFinder(discourse, load_cues())
        self._weights = load_weights() if weights is None else weights

    def resolve(self, token: Token) -> Draft | None:
        """The first draft that a pronoun refers to; None if it refers to none.

        It becomes a mention of each draft that it refers to: "they" may be two.
        """
        if not family_of(token.text):
            return None
        chosen = self.choose(token, self.options(token))
        self.resolved.append(Reference(token, chosen))
        if chosen.mention is None:
            self._take_alone(token)
            return None
        referent = chosen.mention.referent
        referent.gender = referent.gender or gender_of(token.text)
        self.mentions.add_pronoun(token, referent)
        drafts = [one.draft for one in (referent.parts or (referent,)) if one.draft is not None]
        for draft in drafts:
            draft.gender = draft.gender or gender_of(token.text)
            draft.add(token, self.discourse.grammar.words(token.index, token.index), "pronoun")
            draft.reasons.append(self._reason(token, chosen))
        if drafts:
            self.discourse.at[token.index] = drafts[0]
        return drafts[0] if drafts else None

    def options(self, token: Token) -> list[Option]:
        """What a pronoun may refer to, nearest first, and nobody last."""
        self.mentions.read_until(token.index)
        named_below = self._finder.named_below(token)
        fitting: list[Mention] = []
        for mention in reversed(self.mentions.all[-MOST:]):
            if token.sentence - mention.token.sentence > WINDOW:
                break
            if not agrees(token, mention.referent) or mention.referent.draft in named_below:
                continue
            if not self._finder.is_barred(token, mention):
                fitting.append(mention)
        in_order = fitting[::-1]
        options = [Option(m, tuple(self._finder.find(token, m, in_order))) for m in fitting]
        return [*options, Option(None, self._of_nobody(token))]

    def _of_nobody(self, token: Token) -> tuple[str, ...]:
        family = family_of(token.text)
        signs = signs_of_nobody(token, self.discourse.grammar) if family == "it" else ()
        own = "nobody of owner" if token.tag == "PRP$" else "nobody"
        return (f"{family}: {own}", *(f"nobody: {sign}" for sign in dict.fromkeys(signs)))

    def choose(self, token: Token, options: Sequence[Option]) -> Option:
        """The option that weighs most; of equal ones the nearest."""
        return max(options, key=lambda option: option.weigh(self._weights))

    def _reason(self, token: Token, chosen: Option) -> str:
        """What spoke most for a choice, in words."""
        assert chosen.mention is not None
        ranked = sorted(chosen.clues, key=lambda clue: -self._weights.get(clue, 0.0))
        told = [clue.partition(": ")[2] or clue for clue in ranked]
        strongest = ", ".join(list(dict.fromkeys(told))[:REASONS])
        return f"“{token.text}” as “{chosen.mention.token.text}” before: {strongest}"

    def _take_alone(self, token: Token) -> None:
        """Somebody of whom only pronouns speak."""
        family = family_of(token.text)
        if family == "he":
            self.mentions.add_pronoun(token, Referent(None, "person", gender_of(token.text)))
