"""Persons described without a name ("the Hamas official"), led to whom the report says they are."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.chains import Draft, Post
from dateline.annotate.references.discourse import Discourse
from dateline.annotate.references.parts import Parts
from dateline.records import Quote, Token, bearers, is_over

LONGEST_LOOK = 400
"""Mentions before a description in which its holder is looked for."""
_KEEPING = {"acting", "assistant", "associate", "deputy", "prime", "under", "vice"}
"""Words of a title that a description of its holder keeps: "the president" is no vice president."""
_DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their"}
_IDENTIFYING = {"identify", "name", "recognise", "recognize", "unmask"}
_FEMALE = {
    "wife", "mother", "daughter", "sister", "spokeswoman", "chairwoman", "congresswoman", "queen",
    "princess", "niece", "widow",
}  # fmt: skip
_MALE = {
    "husband", "father", "son", "brother", "spokesman", "chairman", "congressman", "king", "prince",
    "nephew", "uncle",
}  # fmt: skip


@dataclass(slots=True)
class _Described:
    """A person described without a name: "a Hamas commander"."""

    noun: str
    body: Draft | None
    token: Token
    words: Quote


class Descriptions:
    """The persons described in a report, as far as it is read.

    Attributes:
        parts: Those called by what is no post.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.grammar = discourse.grammar
        self.parts = Parts(discourse)
        self._described: list[_Described] = []

    def close(self) -> None:
        """At the end of the report, those whom nobody named count for their bodies."""
        for described in self._described:
            if is_over(self.grammar, described.token):
                continue  # "a former Hamas official" is not of Hamas any more
            for body in self.discourse.bodies_of(described.token):
                body.add(described.token, described.words, "nominal")

    def resolve(self, token: Token, noun: str) -> Draft | None:
        """The person that a description such as "the Hamas official" is of, if the report says."""
        named = self._named_beside(token)
        words = self.grammar.phrase(token.index)
        if named is not None:
            if noun in _FEMALE | _MALE:
                named.gender = named.gender or ("f" if noun in _FEMALE else "m")
            return None
        body = self.discourse.body_of(token)
        known = self._identified(token)
        definite = self.discourse.determiner(token) in _DEFINITE
        earlier = [d for d in self._described if definite and d.body is body and body is not None]
        if known is not None:
            known.reasons.append(f"“{words.exact}” is identified by name")
            self._name(known, earlier)
        elif definite and not is_over(self.grammar, token):
            known = self._holder(token, noun, body)
            if known is not None:
                known.reasons.append(f"“{words.exact}”, by the post")
        if known is not None:
            self.discourse.describe(known, token, words)
            return known
        self._described.append(_Described(noun, body, token, words))
        return None

    def _name(self, known: Draft, earlier: list[_Described]) -> None:
        """Give descriptions read before to the person who turns out to be meant."""
        seen = self.discourse.seen
        for described in earlier:
            self.discourse.describe(known, described.token, described.words)
            seen.append((described.token, known))
            self._described.remove(described)
        seen.sort(key=lambda one: one[0].index)

    def _named_beside(self, token: Token) -> Draft | None:
        """The person whose apposition, title or predicate this noun is."""
        grammar, at = self.grammar, self.discourse.at
        head = grammar.tokens[token.head]
        if token.dep in ("appos", "compound", "nmod") and self.discourse.is_person(head.index):
            return at[head.index]
        for child in grammar.children(token.index, "appos"):
            if self.discourse.is_person(child.index):
                return at[child.index]
        if token.dep in ("attr", "oprd"):
            for said_of in bearers(grammar, token):
                if self.discourse.is_person(said_of.index):
                    return at[said_of.index]
        if token.dep == "conj":
            return self._named_beside(head) if head.tag == "NN" else None
        return None

    def _identified(self, token: Token) -> Draft | None:
        """The name in "identified the official as NAME"."""
        at, is_person = self.discourse.at, self.discourse.is_person
        verb = self.grammar.tokens[token.head]
        if verb.lemma not in _IDENTIFYING or token.dep not in ("dobj", "nsubjpass", "nsubj"):
            return None
        for prep in self.grammar.children(verb.index, "prep", "dobj", "oprd"):
            if prep.dep != "prep" and is_person(prep.index):
                return at[prep.index]
            if prep.text == "as":
                for name in self.grammar.children(prep.index, "pobj"):
                    if is_person(name.index):
                        return at[name.index]
        return None

    def _holder(self, token: Token, noun: str, body: Draft | None) -> Draft | None:
        """The one person told before whose post has this noun, in the same body if it is told.

        Nobody, if somebody else without a name was described so since.
        """
        owner = self._owner(token)
        near = self.discourse.seen[-LONGEST_LOOK:]
        told_before = {id(d): (t, d) for t, d in near if d.roles}
        fits = [
            (last, draft)
            for last, draft in told_before.values()
            if draft is not owner
            and any(self._is_post(p, token, noun, body, owner) for p in draft.roles)
        ]
        if len(fits) != 1:
            return None
        last, holder = fits[0]
        others = [d for d in self._described if d.noun == noun and d.token.index > last.index]
        return None if others else holder

    def _is_post(
        self, post: Post, token: Token, noun: str, body: Draft | None, owner: Draft | None
    ) -> bool:
        """Whether a description may be of who holds a post."""
        title = post.title.exact.casefold().replace("-", " ").split()
        if noun not in title or post.ended:
            return False
        told = self._qualifiers(token, noun)
        if not told <= set(title) or _KEEPING & set(title) - told:
            return False
        if owner is not None:
            within = self.grammar.within(post.title)
            of = (self._owner(within[-1]) if within else None) or post.body
            return of is None or of is owner
        if post.body is not None and post.body.kind == "person":
            return body is None
        return body is None or (post.body or self._state_of(post)) is body

    def _qualifiers(self, token: Token, noun: str) -> set[str]:
        """The words that make a noun another post: "foreign" of "the foreign minister"."""
        titles = self.discourse.knowledge.titles
        found = {
            child.text.casefold()
            for child in self.grammar.children(token.index, "amod", "compound", "nmod")
            if child.index not in self.discourse.at
            and child.text.casefold() not in self.discourse.knowledge.demonyms
        }
        return {word for word in found if word in _KEEPING or f"{word} {noun}" in titles}

    def _owner(self, token: Token) -> Draft | None:
        """The person whose lawyer or wife it is: of "her lawyer", "Keller's lawyer"."""
        for child in self.grammar.children(token.index, "poss"):
            if self.discourse.is_person(child.index):
                return self.discourse.at[child.index]
        return None

    def _state_of(self, post: Post) -> Draft | None:
        """The state of a title in front of a name: "Ukrainian President Omar Haddad"."""
        within = self.grammar.within(post.title)
        if not within:
            return None
        found = self.discourse.body_of(within[-1])
        if found is None:  # the state hangs on the name
            found = self.discourse.body_of(self.grammar.tokens[within[-1].head])
        return found
