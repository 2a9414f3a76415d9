"""Whom nouns that name no post stand for: "the 45-year-old", "the suspect", "the student".

Only where the report gives that age, part or calling to one person is anybody meant.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.annotate.chains import Draft
from dateline.annotate.references.bodies import the_group
from dateline.annotate.references.discourse import Discourse
from dateline.records import Token, bearers

LONGEST_LOOK = 400
"""Mentions that are looked back over."""
_DEFINITE = ("the", "this", "that")
_DONE_TO = ("dobj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class _Nouns:
    """Nouns of parts, with the verbs that give the part; nouns of bodies and of persons."""

    parts: dict[str, tuple[frozenset[str], frozenset[str]]]
    bodies: frozenset[str]
    persons: frozenset[str]


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    text = (files("dateline.annotate") / "data" / "parts.toml").read_text("utf-8")
    table = tomllib.loads(text)
    given = table["part"].items()
    parts = {noun: (frozenset(verbs["done"]), frozenset(verbs["does"])) for noun, verbs in given}
    return _Nouns(parts, frozenset(table["bodies"]), frozenset(table["persons"]))


class Parts:
    """Who plays which part in a report, as far as it is read."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._said: dict[str, list[Token]] = {}
        for token in discourse.grammar.tokens:
            if (noun := token.lemma.casefold()) in _nouns().persons:
                self._said.setdefault(noun, []).append(token)
        self._of_age: dict[str, list[Draft]] | None = None

    def resolve(self, token: Token, noun: str) -> Draft | None:
        """Who is meant by "the suspect", "the student" or "the church", if the report says it."""
        discourse = self.discourse
        if token.tag == "NNS" or discourse.determiner(token) not in _DEFINITE:
            return None
        if noun in _nouns().bodies:
            return the_group(token, noun, discourse)
        if discourse.grammar.children(token.index, "prep", "relcl", "acl", "compound", "amod"):
            return None  # "the suspect in the Oslo case" may be anybody
        if noun in _nouns().persons:
            return self._called(token, noun)
        return self._of_part(token, noun)

    def resolve_age(self, token: Token) -> Draft | None:
        """The one person whose age the report gives, for "the 45-year-old"."""
        age = _age(token, self.discourse)
        if not age or self.discourse.determiner(token) not in _DEFINITE:
            return None
        head = self.discourse.grammar.tokens[token.head]
        if token.dep in ("amod", "compound", "nmod") and head.index > token.index:
            return None  # "the 45-year-old lawyer": the noun says who it is
        if self._of_age is None:
            self._of_age = _persons_by_age(self.discourse)
        of_age = self._of_age.get(age, [])
        if len(of_age) != 1:
            return None
        return _describe(of_age[0], token, f"nobody else is told to be {age}", self.discourse)

    def _called(self, token: Token, noun: str) -> Draft | None:
        """The one person beside whose name the noun stood before."""
        discourse = self.discourse
        found: dict[int, Draft] = {}
        for other in self._said[noun][:LONGEST_LOOK]:
            if other.index >= token.index:
                break
            if other.index in discourse.inside:
                continue
            heads = [t.index for t in bearers(discourse.grammar, other)]
            named = [discourse.at[i] for i in heads if discourse.is_person(i)]
            if not named and other.index not in discourse.at:
                return None  # "a student" without a name came before
            found |= {id(draft): draft for draft in named}
        if len(found) != 1:
            return None
        (draft,) = found.values()
        return _describe(draft, token, f"“{noun}” stands beside the name", discourse)

    def _of_part(self, token: Token, noun: str) -> Draft | None:
        """The one person so far to whom the report did what makes a suspect or a victim."""
        if noun not in _nouns().parts:
            return None
        done, does = _nouns().parts[noun]
        found = {
            id(draft): draft
            for mention, draft in self.discourse.seen[-LONGEST_LOOK:]
            if draft.kind == "person" and _plays(mention, done, does, self.discourse)
        }
        if len(found) != 1:
            return None
        (draft,) = found.values()
        return _describe(draft, token, f"the only one who can be “the {noun}”", self.discourse)


def _plays(
    mention: Token, done: frozenset[str], does: frozenset[str], discourse: Discourse
) -> bool:
    """Whether a mention is where the verbs of a part have whoever plays it."""
    tokens = discourse.grammar.tokens
    while mention.dep == "conj":
        mention = tokens[mention.head]
    verb = tokens[mention.head]
    if mention.dep == "nsubj" and verb.lemma in does:
        return True
    return mention.dep in _DONE_TO and verb.lemma in done


def _age(token: Token, discourse: Discourse) -> str:
    """The years of "45-year-old", its parts being tokens or not."""
    if token.text.casefold().endswith("-year-old"):
        return token.text.partition("-")[0]
    before = discourse.grammar.tokens[max(0, token.index - 4) : token.index]
    if token.text.casefold() == "old" and [t.text for t in before[1:]] == ["-", "year", "-"]:
        return before[0].text
    return ""


def _persons_by_age(discourse: Discourse) -> dict[str, list[Draft]]:
    found: dict[str, list[Draft]] = {}
    for draft in discourse.drafts:
        for age in sorted(_ages(draft, discourse)) if draft.kind == "person" else ():
            found.setdefault(age, []).append(draft)
    return found


def _ages(draft: Draft, discourse: Discourse) -> set[str]:
    """The ages told beside a person's names: "Keller, 45,", "45-year-old Keller"."""
    tokens = discourse.grammar.tokens
    found: set[str] = set()
    for head, _, kind in draft.mentions:
        if kind != "name":
            continue
        after = [t.text for t in tokens[head + 1 : head + 4]]
        closed = len(after) == 3 and after[0] in (",", "(") and after[2] in (",", ")", ".")
        if closed and after[1].isdecimal() and len(after[1]) < 4:
            found.add(after[1])
        found |= {_age(child, discourse) for child in discourse.grammar.children(head, "amod")}
        for noun in discourse.grammar.children(head, "appos"):
            children = discourse.grammar.children(noun.index, "amod")
            found |= {_age(t, discourse) for t in (noun, *children)}
    return found - {""}


def _describe(draft: Draft, token: Token, reason: str, discourse: Discourse) -> Draft:
    words = discourse.grammar.phrase(token.index)
    discourse.describe(draft, token, words)
    draft.reasons.append(f"“{words.exact}”: {reason}")
    return draft
