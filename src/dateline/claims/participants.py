"""Who takes part in what a word tells, by the grammar round it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.lexicon import Entry
from dateline.records import Chain, Grammar, Participant, Quote, Token

LIGHT = {
    "take", "hold", "have", "make", "give", "deliver", "pay", "conduct", "carry", "stage", "launch",
    "occur", "happen", "be", "continue", "begin", "start", "end", "come", "follow", "mount", "face",
    "lead", "undertake", "issue", "perform", "do", "get", "receive",
}  # fmt: skip
"""Verbs that leave the telling to their noun: "hold talks", "a meeting took place"."""

_RELATIVE = {"who", "which", "that", "whom"}
_OBJECT_CONTROL = {
    "see", "show", "ask", "tell", "urge", "force", "order", "allow", "help", "call", "invite",
    "want", "cause", "permit", "enable", "lead", "encourage", "instruct", "persuade",
}  # fmt: skip
_ACCUSING = {"accuse", "suspect", "convict", "charge", "acquit", "clear"}
_QUANTITIES = {
    "member", "group", "number", "hundred", "thousand", "dozen", "million", "crowd", "majority",
    "one", "some", "many", "most", "several", "score", "all", "both", "pair", "rest", "part",
}  # fmt: skip
_INHERIT = ("xcomp", "conj", "advcl", "pcomp", "acl", "dep")


@dataclass(frozen=True, slots=True)
class People:
    """Finds participants in one report.

    Attributes:
        at: The chains of the mention that a token heads.
    """

    grammar: Grammar
    at: dict[int, tuple[Chain, ...]]

    def of(self, head: Token | None) -> list[Participant]:
        """The participants that a noun phrase and those coordinated with it name."""
        if head is None:
            return []
        found: list[Participant] = []
        for token in self.grammar.conjuncts(head.index):
            found += [p for p in self._one(token) if p.chain not in {f.chain for f in found}]
        return found

    def at_head(self, token: Token) -> list[Participant]:
        """The participants that one word names, without those coordinated with it."""
        return list(self._one(token))

    def _one(self, token: Token) -> Iterator[Participant]:
        if token.index in self.at:
            for chain in self.at[token.index]:
                yield Participant(chain.id, self._words(chain, token))
            return
        for child in self.grammar.children(token.index, "appos"):
            if child.index in self.at:
                yield from self._one(child)
                return
        if token.lemma.casefold() in _QUANTITIES:
            for prep in self.grammar.children(token.index, "prep"):
                if prep.text in ("of", "from"):
                    for named in self.grammar.children(prep.index, "pobj"):
                        yield from self.of(named)

    def _words(self, chain: Chain, token: Token) -> Quote:
        mentions = chain.mentions
        begun = bisect_right(mentions, token.start, key=lambda m: m.words.start)
        for at in reversed(range(begun)):
            if token.end <= mentions[at].words.end:
                return mentions[at].words
        return self.grammar.words(token.index, token.index)

    # -------------------------------------------------------------------------------- verbs

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The head of a verb's subject, also where another clause holds it."""
        grammar = self.grammar
        for child in grammar.children(verb.index, "nsubj", "nsubjpass"):
            if child.text.casefold() in _RELATIVE and verb.dep in ("relcl", "ccomp"):
                return grammar.tokens[verb.head]
            return child
        if depth > 4 or verb.head == verb.index:
            return None
        governor = grammar.tokens[verb.head]
        if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN", "PRON"):
            if verb.tag == "VBG":
                return self._bearer(governor, depth)
            return None if verb.tag == "VBN" else self._bearer(governor, depth)
        if verb.dep in ("xcomp", "ccomp") and governor.lemma in _OBJECT_CONTROL:
            objects = grammar.children(governor.index, "dobj")
            if objects:
                return objects[0]
        if verb.dep == "pcomp":
            prep, governor = governor, grammar.tokens[governor.head]
            if prep.text in ("of", "with") and governor.lemma in _ACCUSING:
                accused = grammar.children(governor.index, "dobj", "nsubjpass")
                return accused[0] if accused else None
        if verb.dep in _INHERIT and governor.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if governor.pos == "NOUN" and governor.dep in ("dobj", "pobj", "attr"):
                return self._clause_subject(governor, depth)
            return self.subject(governor, depth + 1)
        return None

    def _bearer(self, noun: Token, depth: int) -> Token | None:
        """Whose deed a participle after a noun tells: the noun's, or the clause's."""
        return noun if self.of(noun) else self._clause_subject(noun, depth)

    def _clause_subject(self, token: Token, depth: int) -> Token | None:
        for governor in self.grammar.ancestors(token.index):
            if governor.pos in ("VERB", "AUX"):
                return self.subject(governor, depth + 1)
        return None

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb's subject undergoes what it tells."""
        if self.grammar.children(verb.index, "nsubjpass", "auxpass"):
            return True
        if verb.tag != "VBN" or self._is_perfect(verb):
            return False
        if verb.dep == "conj" and not self.grammar.children(verb.index, "nsubj", "aux"):
            return self.is_passive(self.grammar.tokens[verb.head])
        return verb.dep in ("acl", "amod", "advcl") or bool(
            self.grammar.children(verb.index, "agent")
        )

    def _is_perfect(self, verb: Token) -> bool:
        """ "Had killed": no passive, however the parser hangs it."""
        auxiliaries = self.grammar.children(verb.index, "aux")
        return any(aux.lemma == "have" for aux in auxiliaries)

    def patient_of_passive(self, verb: Token) -> Token | None:
        """The head of what undergoes a passive verb."""
        for child in self.grammar.children(verb.index, "nsubjpass", "nsubj"):
            if child.text.casefold() in _RELATIVE and verb.dep == "relcl":
                return self.grammar.tokens[verb.head]
            return child
        governor = self.grammar.tokens[verb.head]
        if verb.dep in ("acl", "amod"):
            return governor
        return self.subject(governor) if verb.dep in ("conj", "xcomp", "advcl") else None

    def objects(self, verb: Token, *deps: str) -> list[Participant]:
        """Participants among a verb's objects."""
        return [p for child in self.grammar.children(verb.index, *deps) for p in self.of(child)]

    def after(self, token: Token, prepositions: frozenset[str] | set[str]) -> list[Participant]:
        """Participants after prepositions that hang on a word or, once removed, on its object."""
        found = []
        for prep in self.grammar.children(token.index, "prep", "agent", "prt", "advmod"):
            if prep.text.casefold() in prepositions:
                for child in self.grammar.children(prep.index, "pobj"):
                    found += self.of(child)
                for inner in self.grammar.children(prep.index, "prep"):
                    found += [
                        p
                        for child in self.grammar.children(inner.index, "pobj")
                        for p in self.of(child)
                    ]
        return found

    def of_verb(
        self, verb: Token, entry: Entry, partner: Token | None
    ) -> tuple[list[Participant], list[Participant]]:
        """Who and whom of a verb that carries an event.

        Args:
            partner: The word that goes with the verb ("talks" of "hold talks"), or None.
        """
        passive = self.is_passive(verb)
        subject = self.of(self.patient_of_passive(verb) if passive else self.subject(verb))
        agents = self.after(verb, {"by"}) if passive else subject
        objects = self.objects(verb, "dobj", "dative", "oprd")
        for child in self.grammar.children(verb.index, "dobj"):
            if child.text.casefold() in _RELATIVE and verb.dep == "relcl":
                objects += self.of(self.grammar.tokens[verb.head])
        if passive:
            objects = [*subject, *objects]
        beside = [verb, partner] if partner is not None else [verb]
        together = [p for t in beside for p in self.after(t, {"with", "between", "alongside"})]
        aimed = [p for t in beside for p in self.after(t, entry.prep)]
        match entry.frame:
            case "symmetric":
                return _distinct([*agents, *objects, *together, *aimed]), []
            case "self" | "host":
                doers = agents or (subject if passive and entry.frame == "self" else [])
                return _distinct([*doers, *together]), _distinct(aimed)
            case "patient":
                return _distinct(self.after(verb, {"by"})), _distinct(subject)
            case _:
                return _distinct(agents), _distinct([*objects, *aimed])

    # -------------------------------------------------------------------------------- nouns

    def of_noun(self, noun: Token, entry: Entry) -> tuple[list[Participant], list[Participant]]:
        """Who and whom of a noun that carries an event."""
        grammar = self.grammar
        owners = [p for c in grammar.children(noun.index, "poss") for p in self.of(c)]
        owners += [
            p for c in grammar.children(noun.index, "compound", "nmod", "amod") for p in self.of(c)
        ]
        by, light = self.after(noun, {"by"}), self._light_subject(noun)
        together = self.after(noun, {"with", "between", "among"})
        governor = grammar.tokens[noun.head]
        if noun.dep == "nsubj" and governor.lemma in LIGHT:  # "a meeting took place between"
            together = together or self.after(governor, {"with", "between", "among"})
        aimed = self.after(noun, entry.prep - {"by"})
        of = [] if "of" in entry.prep else self.after(noun, {"of"})
        match entry.frame:
            case "symmetric":
                return _distinct([*owners, *light, *by, *together, *aimed]), []
            case "patient":
                return _distinct([*by, *light]), _distinct([*owners, *aimed])
            case _:
                together = [] if "with" in entry.prep else together
                doers = _distinct([*owners, *by, *light, *together] or of)
                return doers, [p for p in _distinct(aimed) if p not in doers]

    def at_occasion(self, token: Token) -> list[Participant]:
        """Who was at an occasion or alongside somebody: the subject of the clause, and those."""
        beside = self.objects(token, "pobj") if token.pos == "ADP" else []
        return _distinct([*self.of(self._clause_subject(token, 0)), *beside])

    def _light_subject(self, noun: Token) -> list[Participant]:
        """The subject of a light verb whose object a noun is: "he paid a visit"."""
        governor = self.grammar.tokens[noun.head]
        if governor.index == noun.index or governor.lemma not in LIGHT:
            return []
        if noun.dep in ("dobj", "attr") and not self.is_passive(governor):
            return self.of(self.subject(governor))
        if noun.dep == "nsubjpass" or (noun.dep == "dobj" and self.is_passive(governor)):
            return self.after(governor, {"by"})
        return []


def _distinct(participants: list[Participant]) -> list[Participant]:
    """The first participant of each chain, in order."""
    first: dict[str, Participant] = {}
    for participant in participants:
        first.setdefault(participant.chain, participant)
    return list(first.values())
