"""Who takes part in what a word tells, by the grammar round it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.claims.lexicon import Entry
from dateline.claims.people_clauses import Phrases
from dateline.claims.people_ends import Ends, ends_of_noun, ends_of_verb
from dateline.claims.people_words import load_people_words
from dateline.records import Chain, Grammar, Participant, Quote, Token


@dataclass(frozen=True, slots=True)
class People:
    """Finds participants in one report.

    Attributes:
        at: The chains of the mention that a token heads.
    """

    grammar: Grammar
    at: dict[int, tuple[Chain, ...]]

    @property
    def phrases(self) -> Phrases:
        """The heads round verbs and nouns, named or not."""
        return Phrases(self.grammar, self.at)

    # -------------------------------------------------------------------------------- names

    def of(self, head: Token | None) -> list[Participant]:
        """The participants that a noun phrase and those coordinated with it name."""
        return self.named(self.phrases.heads(head))

    def named(self, heads: Iterable[Token]) -> list[Participant]:
        """The participants that heads of noun phrases name, each once."""
        first: dict[str, Participant] = {}
        for head in heads:
            for participant in self._one(self._person_beside(head) or head):
                first.setdefault(participant.chain, participant)
        return list(first.values())

    def at_head(self, token: Token) -> list[Participant]:
        """The participants that one word names, without those coordinated with it."""
        return list(self._one(token))

    def _one(self, token: Token) -> Iterator[Participant]:
        if token.index in self.at:
            for chain in self.at[token.index]:
                yield Participant(chain.id, self._words(chain, token))
            return
        named = [p for c in self._beside(token) for p in self.of(c)]
        if named and not self._is_somebody_else(token, named):
            yield from named if token.tag == "NNS" else named[:1]
            return
        if token.dep == "appos" and token.head in self.at:  # "the Brigade, the group that fled"
            yield from self._one(self.grammar.tokens[token.head])
            return
        if token.pos == "NOUN" and token.lemma.casefold() in load_people_words().forces:
            for child in self.grammar.children(token.index, "compound", "nmod", "amod"):
                if child.index in self.at and not self._is_person(child):
                    yield from self._one(child)
                    return
        if token.pos == "NUM" or token.lemma.casefold() in load_people_words().quantities:
            for prep in self.grammar.children(token.index, "prep"):
                if prep.text in ("of", "from"):
                    for inside in self.grammar.children(prep.index, "pobj"):
                        yield from self.of(inside)

    def _is_somebody_else(self, token: Token, named: list[Participant]) -> bool:
        """Whether what the parser takes for an apposition is the speaker who comes next.

        "They killed four people, Ann Lee, a spokeswoman, said": one person is no four.
        """
        if token.tag != "NNS" or len(named) > 1:
            return False
        return any(self._is_person(beside) for beside in self._beside(token))

    def _is_person(self, token: Token) -> bool:
        return any(chain.schema == "Person" for chain in self.at.get(token.index, ()))

    def _person_beside(self, token: Token) -> Token | None:
        """Who is meant by "a Republican, Anna Keller": the person, not the party."""
        if token.index not in self.at or self._is_person(token):
            return None
        beside = self.grammar.children(token.index, "appos")
        return next((t for t in beside if self._is_person(t)), None)

    def _beside(self, token: Token) -> list[Token]:
        """The heads of what stands in apposition to a noun, however the parser hangs it."""
        beside = self.grammar.children(token.index, "appos")
        if beside or token.pos != "NOUN":
            return beside
        for other in self.grammar.children(token.head, "npadvmod", "appos"):
            between = self.grammar.tokens[token.index + 1 : other.index]
            marks = [t for t in between if t.text in (",", ":")]
            if other.index in self.at and between and between[0] in marks and len(marks) == 1:
                name = [t for t in between if t not in marks]
                return [other] if all(t.head == other.index for t in name) else []
        return []

    def _words(self, chain: Chain, token: Token) -> Quote:
        mentions = chain.mentions
        begun = bisect_right(mentions, token.start, key=lambda m: m.words.start)
        for at in reversed(range(begun)):
            if token.end <= mentions[at].words.end:
                return mentions[at].words
        return self.grammar.words(token.index, token.index)

    # ------------------------------------------------------------------------------- phrases

    def subject(self, verb: Token) -> Token | None:
        """The head of a verb's subject, also where another clause holds it."""
        return self.phrases.subject(verb)

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb's subject undergoes what it tells."""
        return self.phrases.is_passive(verb)

    def patient_of_passive(self, verb: Token) -> Token | None:
        """The head of what undergoes a passive verb."""
        return self.phrases.patient_of_passive(verb)

    def objects(self, verb: Token, *deps: str) -> list[Participant]:
        """Participants among a verb's objects."""
        return self.named(
            t
            for child in self.grammar.children(verb.index, *deps)
            for t in self.phrases.heads(child)
        )

    def after(self, token: Token, prepositions: frozenset[str] | set[str]) -> list[Participant]:
        """Participants after prepositions that hang on a word or, once removed, on its object."""
        return self.named(self.phrases.after(token, prepositions))

    # -------------------------------------------------------------------------------- events

    def ends(self, token: Token, entry: Entry, partner: Token | None = None) -> Ends:
        """The heads of who and whom of a verb or noun that carries an event, named or not.

        Args:
            partner: The word that goes with a verb ("talks" of "hold talks"), or None.
        """
        if token.pos in ("VERB", "AUX"):
            return ends_of_verb(self.phrases, token, entry, partner)
        return ends_of_noun(self.phrases, token, entry)

    def of_verb(
        self, verb: Token, entry: Entry, partner: Token | None
    ) -> tuple[list[Participant], list[Participant]]:
        """Who and whom, by name, of a verb that carries an event; `partner` as in `ends`."""
        return self._both(ends_of_verb(self.phrases, verb, entry, partner))

    def of_noun(self, noun: Token, entry: Entry) -> tuple[list[Participant], list[Participant]]:
        """Who and whom, by name, of a noun that carries an event."""
        return self._both(ends_of_noun(self.phrases, noun, entry))

    def _both(self, ends: Ends) -> tuple[list[Participant], list[Participant]]:
        who = self.named(ends.who)
        doers = {p.chain for p in who}
        return who, [p for p in self.named(ends.whom) if p.chain not in doers]

    def at_occasion(self, token: Token) -> list[Participant]:
        """Who was at an occasion or alongside somebody: the subject of the clause, and those."""
        beside = self.grammar.children(token.index, "pobj") if token.pos == "ADP" else []
        heads = self.phrases.heads(self.phrases.clause_subject(token))
        return self.named([*heads, *(t for b in beside for t in self.phrases.heads(b))])
