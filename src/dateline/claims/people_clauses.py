"""The heads of the noun phrases round a verb or a noun: its subject, its objects, what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.participant_nouns import load_participant_nouns
from dateline.claims.people_words import load_people_words
from dateline.records import Chain, Grammar, Token

RELATIVE = {"who", "which", "that", "whom"}
_WILLING = frozenset({"determined", "eager", "prepared", "prepare", "ready", "willing"})
_INHERIT = ("xcomp", "conj", "advcl", "pcomp", "acl", "dep")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds heads of noun phrases in one report, whether they name anybody or not.

    Attributes:
        at: The chains of the mention that a token heads.
    """

    grammar: Grammar
    at: Mapping[int, tuple[Chain, ...]]

    def heads(self, head: Token | None, before: int | None = None) -> list[Token]:
        """A head and those coordinated with it; only what stands before a word, if one is given."""
        if head is None:
            return []
        coordinated = self.grammar.conjuncts(head.index)
        return [t for t in coordinated if before is None or t.index < before or t == head]

    # -------------------------------------------------------------------------------- subjects

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The head of a verb's subject, also where another clause holds it."""
        grammar = self.grammar
        for child in grammar.children(verb.index, "nsubj", "nsubjpass"):
            if child.text.casefold() in RELATIVE and verb.dep in ("relcl", "ccomp"):
                return grammar.tokens[verb.head]
            return child
        if depth > 4 or verb.head == verb.index:
            return None
        governor = grammar.tokens[verb.head]
        if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN", "PRON"):
            if verb.tag == "VBN":
                return None
            return self._bearer(governor, depth)
        controller = self._controller(verb, governor)
        if controller is not None:
            return controller
        if verb.dep == "pcomp":
            governor = grammar.tokens[governor.head]
        if verb.dep in _INHERIT and governor.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if governor.pos == "NOUN" and governor.dep in ("dobj", "pobj", "attr"):
                return self.clause_subject(governor, depth)
            if governor.dep == "acomp" and governor.lemma in _WILLING:  # "is ready to meet them"
                governor = grammar.tokens[governor.head]
            return self.subject(governor, depth + 1)
        return None

    def _controller(self, verb: Token, governor: Token) -> Token | None:
        """The object above a clause that does what the clause tells: "urged Brandt to leave"."""
        grammar, words = self.grammar, load_people_words()
        if verb.dep in ("xcomp", "ccomp") and governor.lemma in words.object_control:
            objects = grammar.children(governor.index, "dobj")
            return objects[0] if objects else None
        if verb.dep in ("xcomp", "advcl") and governor.lemma in words.hiring:
            hired = [
                t for t in grammar.children(governor.index, "dative", "dobj") if self._is_one(t)
            ]
            return hired[0] if hired and verb.tag == "VB" else None
        if verb.dep == "pcomp":
            prep, governor = governor, grammar.tokens[governor.head]
            if prep.text in ("of", "with", "for") and governor.lemma in words.accusing:
                accused = grammar.children(governor.index, "dobj", "nsubjpass")
                if not accused and self.is_passive(governor):
                    return self.patient_of_passive(governor)
                return accused[0] if accused else None
        return None

    def _is_one(self, token: Token) -> bool:
        kinds = load_participant_nouns().kinds
        return token.index in self.at or kinds.get(token.lemma.casefold()) == "person"

    def _bearer(self, noun: Token, depth: int) -> Token | None:
        """Whose deed a participle after a noun tells: the noun's, or the clause's."""
        beside = (child.index for child in self.grammar.children(noun.index, "appos"))
        if noun.index in self.at or any(index in self.at for index in beside):
            return noun
        if noun.tag == "NNS" and noun.lemma.casefold() not in load_people_words().tellings:
            return noun
        return self.clause_subject(noun, depth)

    def clause_subject(self, token: Token, depth: int = 0) -> Token | None:
        """The subject of the verb that a word stands under."""
        for governor in self.grammar.ancestors(token.index):
            if governor.pos in ("VERB", "AUX"):
                return self.subject(governor, depth + 1)
        return None

    # -------------------------------------------------------------------------------- passives

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb's subject undergoes what it tells."""
        if self.grammar.children(verb.index, "nsubjpass", "auxpass"):
            return True
        if verb.tag != "VBN" or self._is_perfect(verb):
            return False
        agents = self.grammar.children(verb.index, "agent")
        if not agents and self.grammar.children(verb.index, "nsubj"):  # "whom police arrested"
            return False
        if verb.dep == "conj" and not self.grammar.children(verb.index, "nsubj", "aux"):
            return self.is_passive(self.grammar.tokens[verb.head])
        return verb.dep in ("acl", "amod", "advcl") or bool(agents)

    def _is_perfect(self, verb: Token) -> bool:
        """ "Had killed": no passive, however the parser hangs it."""
        auxiliaries = self.grammar.children(verb.index, "aux")
        return any(aux.lemma == "have" for aux in auxiliaries)

    def patient_of_passive(self, verb: Token) -> Token | None:
        """The head of what undergoes a passive verb."""
        for child in self.grammar.children(verb.index, "nsubjpass", "nsubj"):
            if child.text.casefold() in RELATIVE and verb.dep == "relcl":
                return self.grammar.tokens[verb.head]
            return child
        governor = self.grammar.tokens[verb.head]
        if verb.dep in ("acl", "amod"):
            return governor
        return self.subject(governor) if verb.dep in ("conj", "xcomp", "advcl") else None

    # --------------------------------------------------------------------------------- objects

    def objects(self, verb: Token, *deps: str) -> list[Token]:
        """The heads of a verb's objects; where it has none, those that it shares or describes."""
        grammar = self.grammar
        found: list[Token] = []
        for child in grammar.children(verb.index, *deps):
            if child.text.casefold() in RELATIVE:
                found += self._described(verb)
            else:
                found += self.heads(child)
        if not found and "dobj" in deps and not self.is_passive(verb):
            found = self._shared_objects(verb) or self._gap(verb)
        return found

    def _described(self, verb: Token) -> list[Token]:
        """What a relative clause is about, from whatever depth in it: "whom police want to see"."""
        token = verb
        for _ in range(3):
            if token.dep == "relcl" or (token.dep == "acl" and self._has_subject(token)):
                return self.heads(self.grammar.tokens[token.head], token.index)
            if token.dep not in ("xcomp", "ccomp", "conj"):
                return []
            token = self.grammar.tokens[token.head]
        return []

    def _gap(self, verb: Token) -> list[Token]:
        """The object of a clause without a pronoun: "the men police arrested"."""
        if verb.dep not in ("relcl", "acl") or not self._has_subject(verb):
            return []
        if self.grammar.children(verb.index, "ccomp", "xcomp"):
            return []
        subject = self.grammar.children(verb.index, "nsubj")[0]
        where = {w.text.casefold() for w in self.grammar.children(verb.index, "advmod")}
        if subject.text.casefold() in RELATIVE or where & {"where", "when", "why"}:
            return []
        if self.grammar.children(verb.index, "prep") and self._has_relative_place(verb):
            return []
        return self._described(verb)

    def _has_subject(self, verb: Token) -> bool:
        return bool(self.grammar.children(verb.index, "nsubj"))

    def _has_relative_place(self, verb: Token) -> bool:
        """ "The town in which they met"."""
        return any(
            child.text.casefold() in RELATIVE
            for prep in self.grammar.children(verb.index, "prep")
            for child in self.grammar.children(prep.index, "pobj")
        )

    def _shared_objects(self, verb: Token) -> list[Token]:
        """The objects of a verb right after it: "arrested and charged Brandt"."""
        for other in self.grammar.children(verb.index, "conj"):
            between = self.grammar.tokens[verb.index + 1 : other.index]
            is_next = all(t.dep in ("cc", "punct", "advmod", "conj") for t in between)
            own = self.grammar.children(other.index, "nsubj", "nsubjpass", "aux")
            if other.pos == "VERB" and is_next and not own:
                return self.objects(other, "dobj")
        return []

    def after(self, token: Token, prepositions: frozenset[str] | set[str]) -> list[Token]:
        """Heads after prepositions that hang on a word or, once removed, on its object."""
        found: list[Token] = []
        for prep in self.grammar.children(token.index, "prep", "agent", "prt", "advmod", "dative"):
            if prep.pos in ("ADP", "PART", "SCONJ", "ADV") and prep.text.casefold() in prepositions:
                for holder in (prep, *self.grammar.children(prep.index, "prep")):
                    for child in self.grammar.children(holder.index, "pobj"):
                        found += self.heads(child)
        return found
