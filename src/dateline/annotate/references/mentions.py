"""Whom and what a report speaks of, as far as it is read: the candidates of its pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.annotate.chains import Draft
from dateline.annotate.references.discourse import Discourse
from dateline.annotate.references.nouns import load_nouns
from dateline.records import Token

MentionForm = Literal["name", "nominal", "pronoun"]

_PLURAL = {"NNS", "NNPS"}
_NEVER_HEADS = {"compound", "nmod", "amod", "nummod", "npadvmod", "quantmod", "case", "det"}


@dataclass(eq=False, slots=True)
class Referent:
    """Somebody or something that a report speaks of.

    Attributes:
        draft: Its chain; None for what no chain is kept of ("the driver", "the boat").
        kind: "person", "organization", "country", "place", "group", "time", "quantity", "thing".
        gender: "f", "m" or "".
        is_many: Whether words of number say that it is more than one.
        parts: Those it is made up of ("Anna Keller and Tomas Brandt"), or none.
        times: How often it was mentioned.
    """

    draft: Draft | None
    kind: str
    gender: str = ""
    is_many: bool = False
    parts: tuple[Referent, ...] = ()
    times: int = 0
    first_sentence: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Mention:
    """A head word with what it refers to."""

    token: Token
    referent: Referent
    form: MentionForm


@dataclass(eq=False)
class Mentions:
    """The mentions of a report in text order, read as far as is asked for.

    Attributes:
        given: The kind of each mention by its head token, where they are known; then no others
            are found.
    """

    discourse: Discourse
    given: Mapping[int, str] | None = None
    all: list[Mention] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._next = 0
        self._nouns = load_nouns()
        self._of_draft: dict[int, Referent] = {}
        self._of_noun: dict[str, Referent] = {}
        self._of_token: dict[int, Referent] = {}

    def read_until(self, index: int) -> None:
        """Take in the mentions before a token."""
        tokens = self.discourse.grammar.tokens
        while self._next < index:
            token = tokens[self._next]
            self._next += 1
            if token.index in self._of_token or token.tag in ("PRP", "PRP$"):
                continue
            kind = self._kind(token)
            if kind:
                self._take(token, kind)

    def add_pronoun(self, token: Token, referent: Referent) -> None:
        """Take in a pronoun, which may be what the next one refers to."""
        self._add(token, referent, "pronoun")

    def _add(self, token: Token, referent: Referent, form: MentionForm) -> None:
        if not referent.times:
            referent.first_sentence = token.sentence
        referent.times += 1
        self._of_token.setdefault(token.index, referent)
        self.all.append(Mention(token, referent, form))

    def _kind(self, token: Token) -> str:
        """What a word stands for as the head of a mention; "" if it is none."""
        if self.given is not None:
            return self.given.get(token.index, "")
        draft = self.discourse.at.get(token.index)
        if draft is not None:
            return draft.kind
        if token.index in self.discourse.inside or token.pos not in ("NOUN", "PROPN"):
            return ""
        if token.dep in _NEVER_HEADS and token.index not in self.discourse.other_names:
            return ""
        if token.index in self.discourse.other_names:
            return "place" if self.discourse.other_names[token.index] == "place" else "thing"
        return self._kind_of_noun(token)

    def _kind_of_noun(self, token: Token) -> str:
        lemma = token.lemma.casefold()
        kind = "person" if lemma in self._roles else self._nouns.kind_of(lemma)
        counted = self._counted(token) if kind == "quantity" else None
        return kind if counted is None else self._kind_of_noun(counted)

    def _counted(self, token: Token) -> Token | None:
        """What a quantity is of: "thousands of fans"."""
        for of in self.discourse.grammar.children(token.index, "prep"):
            for noun in self.discourse.grammar.children(of.index, "pobj"):
                if of.text == "of" and noun.tag in _PLURAL:
                    return noun
        return None

    @property
    def _roles(self) -> frozenset[str]:
        return self.discourse.knowledge.role_nouns | self.discourse.knowledge.kin_nouns

    def _take(self, token: Token, kind: str) -> None:
        draft = self.discourse.at.get(token.index)
        referent = self._referent(token, kind, draft)
        is_name = token.pos == "PROPN"
        self._add(token, referent, "name" if is_name else "nominal")
        others = [t for t in self.discourse.grammar.conjuncts(token.index) if t is not token]
        if token.dep != "conj" and others:
            self._take_together(token, referent, others)

    def _take_together(self, token: Token, first: Referent, others: list[Token]) -> None:
        """ "Anna Keller and Tomas Brandt": both, besides each."""
        parts = [first]
        for other in others:
            kind = self._kind(other) if other.tag not in ("PRP", "PRP$") else ""
            if not kind:
                continue
            if other.index not in self._of_token:
                part = self._referent(other, kind, self.discourse.at.get(other.index))
                self._add(other, part, "name" if other.pos == "PROPN" else "nominal")
            parts.append(self._of_token[other.index])
        if len(parts) > 1:
            kinds = {part.kind for part in parts}
            kind = kinds.pop() if len(kinds) == 1 else "thing"
            together = Referent(None, kind, is_many=True, parts=tuple(parts))
            self.all.append(Mention(token, together, "nominal"))
            together.times, together.first_sentence = 1, token.sentence

    def _referent(self, token: Token, kind: str, draft: Draft | None) -> Referent:
        grammar, lemma = self.discourse.grammar, token.lemma.casefold()
        if draft is not None:
            if id(draft) not in self._of_draft:
                gender = draft.gender or self._gender_of_name(draft)
                self._of_draft[id(draft)] = Referent(draft, kind, gender)
            return self._of_draft[id(draft)]
        is_many = token.tag in _PLURAL
        beside = self._beside(token, kind)
        if beside is not None and beside.is_many == is_many:
            beside.gender = beside.gender or self._nouns.gender_of(lemma)
            return beside
        key = f"{lemma} {is_many}"
        if token.pos == "PROPN" or self.discourse.determiner(token) in ("the", "this", "that"):
            has_more = grammar.children(token.index, "amod", "compound", "prep", "relcl", "nummod")
            if key in self._of_noun and not (has_more and is_many):
                return self._of_noun[key]
        gender = self._nouns.gender_of(lemma) if kind == "person" else ""
        if kind == "person" and token.pos == "PROPN":
            gender = gender or self._first_name(token)
        self._of_noun[key] = Referent(None, kind, gender, is_many)
        return self._of_noun[key]

    def _beside(self, token: Token, kind: str) -> Referent | None:
        """What a noun in apposition or a predicate is said of."""
        grammar = self.discourse.grammar
        head = grammar.tokens[token.head]
        said_of: list[Token] = []
        if token.dep == "appos":
            said_of = [head]
        elif token.dep == "attr" and head.lemma in ("be", "become"):
            said_of = grammar.children(head.index, "nsubj")
        for other in said_of:
            known = self._of_token.get(other.index)
            if known is not None and known.kind == kind:
                return known
        return None

    def _gender_of_name(self, draft: Draft) -> str:
        if draft.kind != "person":
            return ""
        for name in draft.names:
            first, _, rest = name.partition(" ")
            if rest:
                known = self._nouns.names.get(first.casefold(), "")
                if known:
                    return known
        return ""

    def _first_name(self, token: Token) -> str:
        words = self.discourse.grammar.children(token.index, "compound")
        return self._nouns.names.get(words[0].text.casefold(), "") if words else ""
