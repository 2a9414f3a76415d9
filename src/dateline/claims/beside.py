"""Ties that stand beside a name: "Harbour League secretary-general Tomas Vell", "X of the League".

Read off the order of the words, for the parser often takes such a run for one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.claims.lexicon import Lexicon, RoleNoun
from dateline.claims.participants import People
from dateline.records import ENDED, Chain, Grammar, Participant, Token

_LONGEST_TITLE = 6
_BODIES = ("Organization", "PublicBody", "Company")
_FROM = {"of", "from"}
_CAMPS = {"party", "camp", "group", "bloc", "faction", "side", "campaign", "movement"}
"""What a party may be called besides its name: "of the National Union camp"."""


@dataclass(frozen=True, slots=True)
class NameTie:
    """A person's tie to a body beside its name, the word that tells it, and the rule."""

    type: str
    trigger: Token
    who: Participant
    whom: Participant
    rule: str


class NameTies:
    """Finds the ties beside the names of one report."""

    def __init__(
        self, grammar: Grammar, people: People, chains: Mapping[str, Chain], lexicon: Lexicon
    ) -> None:
        self._grammar, self._people, self._lexicon = grammar, people, lexicon
        self._chains = chains
        self._last: dict[int, tuple[Token, Participant]] = {}
        self._persons: list[tuple[Token, Token, Participant]] = []
        begins = {token.start: token for token in grammar.tokens}
        for index in sorted(people.at):
            head = grammar.tokens[index]
            for found in people.at_head(head):
                chain, first = chains[found.chain], begins.get(found.words.start)
                if first is None or found.words.exact not in chain.names:
                    continue
                if chain.schema == "Person":
                    self._persons.append((first, head, found))
                elif chain.schema in _BODIES:
                    self._last[head.index] = (first, found)

    def find(self) -> Iterator[NameTie]:
        """The ties, in the order of the persons' names."""
        before: tuple[Token, list[NameTie]] | None = None
        for first, head, person in self._persons:
            ties = list(self._by_title(first, person))
            if not ties and before is not None and self._goes_on(before[0], first):
                ties = [
                    NameTie(tie.type, tie.trigger, person, tie.whom, tie.rule)
                    for tie in before[1]
                    if tie.trigger.tag in ("NNS", "NNPS")
                ]
            yield from ties
            yield from self._by_preposition(head, person)
            before = head, ties

    def _goes_on(self, last: Token, first: Token) -> bool:
        """Whether a name is coordinated with the one before it: "lawmakers A, B and C"."""
        between = self._grammar.tokens[last.index + 1 : first.index]
        return 0 < len(between) <= 2 and all(t.text in (",", "and", "&") for t in between)

    def _by_title(self, first: Token, person: Participant) -> Iterator[NameTie]:
        """ "BODY TITLE NAME": the title is a run of words with the noun of a post in it."""
        title: list[Token] = []
        at = first.index - 1
        while at >= 0 and len(title) < _LONGEST_TITLE and at not in self._last:
            token = self._grammar.tokens[at]
            if not self._may_stand_in_title(token):
                return
            title.insert(0, token)
            at -= 1
        if not title or at not in self._last or any(t.text.casefold() in ENDED for t in title):
            return
        start = self._last[at][0].index
        if start > 0 and self._grammar.tokens[start - 1].text.casefold() in ENDED:
            return
        role = self._role(title)
        type_ = role.front or role.type if role is not None else None
        if role is not None and type_ is not None:
            yield NameTie(type_, title[-1], person, self._last[at][1], f"title: {role.lemma}")

    def _may_stand_in_title(self, token: Token) -> bool:
        if token.index in self._people.at:
            return False
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            return True
        return token.text in ("-", "‑", "and", "of")

    def _role(self, title: list[Token]) -> RoleNoun | None:
        """The post of the longest end of a title that the lexicon knows."""
        words = [
            self._lexicon.lemma_of(t.text, t.lemma) for t in title if t.text not in ("-", "‐", "‑")
        ]
        spelt = " ".join(words).replace("-", " ").split()
        for begin in range(len(spelt)):
            for form in (" ".join(spelt[begin:]), spelt[-1] if begin == len(spelt) - 1 else ""):
                role = self._lexicon.roles.get(form)
                if role is not None:
                    return role
        return None

    def _by_preposition(self, head: Token, person: Participant) -> Iterator[NameTie]:
        """ "NAME of the BODY", "NAME from the BODY camp"."""
        following = self._grammar.tokens[head.index + 1 : head.index + 2]
        if not following or following[0].text.casefold() not in _FROM:
            return
        prep = following[0]
        if prep.head != head.index:
            return
        for noun in self._grammar.children(prep.index, "pobj"):
            named = [noun]
            if noun.lemma.casefold() in _CAMPS:
                named += self._grammar.children(noun.index, "compound", "nmod", "amod")
            bodies = [p for t in named for p in self._people.at_head(t) if self._is_body(p)]
            for body in bodies[:1]:
                yield NameTie("member_of", prep, person, body, "name of a body")

    def _is_body(self, participant: Participant) -> bool:
        return self._chains[participant.chain].schema in _BODIES
