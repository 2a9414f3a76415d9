"""What is known of a report while its references are read: who was told of, and where."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.chains import Draft
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.records import Grammar, Quote, Sentence, Token, bodies

WINDOW = 3
"""Sentences before its own in which a pronoun or description looks for what it refers to."""


class Discourse:
    """A report with the drafts of its chains.

    Attributes:
        at: The draft that each head token of a mention belongs to.
        other_names: The kind of each name that has no draft, by its last token.
        inside: Indices of the tokens of names that have one.
        seen: Mentions read so far, heads with their drafts, in text order.
    """

    def __init__(
        self,
        grammar: Grammar,
        sentences: Sequence[Sentence],
        drafts: list[Draft],
        knowledge: Knowledge,
        names: Sequence[Name] = (),
    ) -> None:
        self.grammar = grammar
        self.sentences = sentences
        self.drafts = drafts
        self.knowledge = knowledge
        self.at = {head: draft for draft in drafts for head, _, _ in draft.mentions}
        self.other_names = {n.last - 1: n.kind for n in names if n.last - 1 not in self.at}
        self.inside = self._tokens_of_names()
        self.seen: list[tuple[Token, Draft]] = []

    def _tokens_of_names(self) -> set[int]:
        starts = {t.start: t.index for t in self.grammar.tokens}
        inside: set[int] = set()
        for draft in self.drafts:
            for head, words, _ in draft.mentions:
                inside.update(range(starts.get(words.start, head), head + 1))
        return inside

    def describe(self, draft: Draft, token: Token, words: Quote) -> None:
        """Take a description in as a mention, found at its head token from now on."""
        draft.add(token, words, "nominal")
        self.at[token.index] = draft

    def is_person(self, index: int) -> bool:
        """Whether a token is the head of a mention of a person."""
        return index in self.at and self.at[index].kind == "person"

    def determiner(self, token: Token) -> str:
        """The article or owner in front of a noun, in lower case; "" without one."""
        found = self.grammar.children(token.index, "det", "poss")
        return found[0].text.casefold() if found else ""

    def bodies_of(self, token: Token) -> list[Draft]:
        """The organisations and states that a noun phrase names beside its noun."""
        found: list[Draft] = []
        for part, _ in bodies(self.grammar, token):
            draft = self.at.get(part.index) or self._state(part)
            if draft is not None and draft.kind != "person" and draft not in found:
                found.append(draft)
        return found

    def body_of(self, token: Token) -> Draft | None:
        """The first of them, or None."""
        found = self.bodies_of(token)
        return found[0] if found else None

    def _state(self, token: Token) -> Draft | None:
        """The state of an adjective such as "Turkish", as a chain of its own if none names it."""
        country = self.knowledge.demonyms.get(token.text.casefold())
        if country is None:
            return None
        for draft in self.drafts:
            if draft.kind == "country" and country in map(self.knowledge.country_of, draft.names):
                return draft
        draft = Draft("country", [country.name])
        self.drafts.append(draft)
        return draft
