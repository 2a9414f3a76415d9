"""Ties of those who hold a post: "chief of the Falcon Brigade", "Labour MP", "a Republican"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.claims.lexicon import Lexicon, RoleNoun
from dateline.claims.participants import People
from dateline.claims.tie import Tie, may_be_who, may_be_whom, named_at
from dateline.claims.tie_words import load_tie_words
from dateline.records import Chain, Grammar, Participant, Token, bearers, bodies, over_word

_LONGEST_POST = 4
_NOUN_PARTS = ("attr", "appos", "pobj", "oprd", "conj")
_BODIES = ("Organization", "PublicBody", "Company")
_IN_CHAMBER = {"representative", "congressman", "congresswoman"}
"""Titles of who sits in a chamber, where they are capitalised ("Republican Representatives")."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Finds the ties that nouns for posts, kin and parts tell in one report."""

    grammar: Grammar
    people: People
    chains: Mapping[str, Chain]
    lexicon: Lexicon
    _known: dict[tuple[str, ...], list[Chain]] = field(default_factory=dict)

    def at(self, token: Token) -> Iterator[Tie]:
        """The ties that a noun tells."""
        role = self._role(token)
        if role is not None:
            yield from self._by_role(role, token)
        if token.index in self.people.at:
            yield from self._by_party_noun(token)
        yield from self._in_crowd(token)

    def _role(self, token: Token) -> RoleNoun | None:
        """The post of the longest phrase that ends or begins with a word."""
        tokens, roles = self.grammar.tokens, self.lexicon.roles
        for length in range(_LONGEST_POST, 0, -1):
            for first in (token.index - length + 1, token.index):
                words = tokens[max(0, first) : first + length]
                others = [w for w in words if w.index != token.index]
                if any(w.index in self.people.at for w in others):  # the "Party" of its name
                    continue
                if len(words) == length and words[0].sentence == token.sentence:
                    form = " ".join(self._lemma(w) for w in words)
                    if form in roles and (length > 1 or words[0].index == token.index):
                        return roles[form]
        return None

    def _lemma(self, token: Token) -> str:
        """The lemma of a noun; of a capitalised plural, which the model leaves as it is, too."""
        lemma = self.lexicon.lemma_of(token.text, token.lemma)
        plural = token.tag == "NNPS" and lemma.endswith("s") and lemma not in self.lexicon.roles
        return lemma[:-1] if plural else lemma

    # ----------------------------------------------------------------------------------- posts

    def _by_role(self, role: RoleNoun, token: Token) -> Iterator[Tie]:
        """A post said of somebody; one held of a state alone makes no tie.

        A title in front of a name that is over ("former Falcon Brigade chief Karsh") is said in
        passing: it is a post that the person had, and no claim of the report.
        """
        over = over_word(self.grammar, token)
        is_aside = any(c.tag == "WP$" for c in self.grammar.children(token.index, "poss"))
        heads = [token, *bearers(self.grammar, token), *self._with_each(token)]
        found = {p.chain: p for head in heads for p in self.people.at_head(head)}
        found = found or {p.chain: p for p in self._beside_body(token)}
        if over is not None and any(self._is_before(token, p) for p in found.values()):
            return
        for end, in_front in self._bodies(token):
            type_ = self._type(role, token, end, in_front)
            if type_ is None or not may_be_whom(type_, self.chains[end.chain]):
                continue
            for holder in found.values():
                if may_be_who(type_, self.chains[holder.chain]) and holder.chain != end.chain:
                    rule = f"role noun: {role.lemma}"
                    yield Tie(type_, token, (holder,), (end,), rule, over is not None, is_aside)

    def _is_title(self, token: Token) -> bool:
        """Whether a post stands in front of the name that it is said of."""
        return token.dep in ("compound", "nmod") and token.head > token.index

    def _is_before(self, token: Token, holder: Participant) -> bool:
        """Whether a name follows a post with nothing between."""
        return self._is_title(token) or holder.words.start == token.end + 1

    def _bodies(self, token: Token) -> list[tuple[Participant, bool]]:
        """What a post is held in; of several in front the nearest, for it is held there."""
        found = [
            (end, in_front)
            for body, in_front in bodies(self.grammar, token)
            for end in named_at(self.people, body)
        ]
        short = [(end, True) for end in self._short_for(token)]
        if short and all(in_front for _, in_front in found):
            return short
        front = [end for end, in_front in found if in_front and self._is_body(end)]
        return [
            (end, in_front) for end, in_front in found if not in_front or end in (*front[-1:],)
        ] or found[:1]

    def _short_for(self, token: Token) -> Iterator[Participant]:
        """The one committee of a report, of "committee chairman Ana Ruiz"."""
        for child in self.grammar.children(token.index, "compound"):
            word = child.text.casefold()
            if word in load_tie_words().shorts and child.index == token.index - 1:
                named = self._ending(word)
                if len(named) == 1:
                    yield Participant(named[0].id, named[0].mentions[0].words)

    def _ending(self, *words: str) -> list[Chain]:
        """The bodies of a report whose names end in one of the words."""
        if words not in self._known:
            self._known[words] = [
                chain
                for chain in self.chains.values()
                if chain.schema in _BODIES
                and any(n.casefold().endswith(words) for n in chain.names)
            ]
        return self._known[words]

    def _is_body(self, end: Participant) -> bool:
        return self.chains[end.chain].schema in _BODIES

    def _type(self, role: RoleNoun, token: Token, end: Participant, in_front: bool) -> str | None:
        if not in_front:
            is_of_part = role.type == "leads" and self._has_territory(token, end)
            return "works_for" if is_of_part else role.type
        if role.lemma in _IN_CHAMBER and token.text[:1].isupper():
            return "member_of"
        dets = self.grammar.children(token.index, "det")
        is_the_one = any(d.text.casefold() == "the" for d in dets) and token.tag == "NN"
        return role.type if is_the_one and token.dep in _NOUN_PARTS else role.front

    def _has_territory(self, token: Token, end: Participant) -> bool:
        """Whether a post is for one country of a body's many: "Kenya director of the Trust"."""
        return any(
            self.chains[p.chain].schema == "Country" and p.chain != end.chain
            for c in self.grammar.children(token.index, "compound", "nmod", "amod")
            if c.tag.startswith("NNP")
            for p in self.people.at_head(c)
        )

    def _beside_body(self, token: Token) -> Iterator[Participant]:
        """ "The chief of the League, Ana Ruiz": the parser hangs the name on the body."""
        for body, in_front in bodies(self.grammar, token):
            for child in () if in_front else self.grammar.children(body.index, "appos"):
                yield from (
                    p
                    for p in named_at(self.people, child)
                    if self.chains[p.chain].schema == "Person"
                )

    def _with_each(self, token: Token) -> Iterator[Token]:
        """Those of a group told by what they do: "League deputies objected, with A calling"."""
        verb = self.grammar.tokens[token.head]
        if token.tag not in ("NNS", "NNPS") or token.dep != "nsubj" or verb.pos != "VERB":
            return
        for prep in self.grammar.children(verb.index, "prep"):
            if prep.text.casefold() != "with":
                continue
            for told in self.grammar.children(prep.index, "pcomp"):
                for each in self.grammar.conjuncts(told.index):
                    yield from self.grammar.children(each.index, "nsubj")

    # ------------------------------------------------------------------------- parties, crowds

    def _by_party_noun(self, token: Token) -> Iterator[Tie]:
        """ "A Republican, Ana Ruiz", "she is a Democrat": who is called by the name of a body."""
        before = [t.text.casefold() for t in self.grammar.children(token.index, "det", "nummod")]
        if not (token.tag.startswith("NN") and before and before[0] != "the"):
            return
        for body in named_at(self.people, token):
            if self.chains[body.chain].schema != "Organization":
                continue
            heads = bearers(self.grammar, token)
            found = {p.chain: p for head in heads for p in self.people.at_head(head)}
            for holder in found.values():
                if self.chains[holder.chain].schema == "Person":
                    yield Tie("member_of", token, (holder,), (body,), "one of a body")

    def _in_crowd(self, token: Token) -> Iterator[Tie]:
        """ "Protester Sami Nur" where a report tells of "protesters"; "Senator X" of a senate."""
        if bodies(self.grammar, token) and not self._is_title(token):
            return
        lemma = self._lemma(token)
        if lemma not in load_tie_words().crowds and lemma not in load_tie_words().seats:
            return
        if over_word(self.grammar, token) is not None or self._bodies(token):
            return
        heads = [*bearers(self.grammar, token), *self._called(token)]
        found = {p.chain: p for head in heads for p in self.people.at_head(head)}
        for holder in found.values():
            if self.chains[holder.chain].schema != "Person":
                continue
            body = self._crowd(lemma) if lemma in load_tie_words().crowds else self._seat(lemma)
            if body is not None:
                end = Participant(body.id, body.mentions[0].words)
                yield Tie(
                    "member_of", token, (holder,), (end,), f"one of many: {lemma}", is_aside=True
                )

    def _called(self, token: Token) -> Iterator[Token]:
        """ "A protester using the name Katya", "a rebel known as Hassan"."""
        for clause in self.grammar.children(token.index, "acl"):
            for noun in self.grammar.children(clause.index, "dobj"):
                if noun.lemma in ("pseudonym", "name", "alias", "nickname"):
                    yield from self.grammar.children(noun.index, "appos")

    def _crowd(self, lemma: str) -> Chain | None:
        named = [c for c in self.chains.values() if c.name.casefold() == f"{lemma}s"]
        return named[0] if len(named) == 1 else None

    def _seat(self, lemma: str) -> Chain | None:
        """The one body of the report that such a seat may be in."""
        named = self._ending(*load_tie_words().seats[lemma])
        return named[0] if len(named) == 1 else None
