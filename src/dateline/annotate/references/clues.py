"""Clues that a pronoun refers to what an earlier word refers to: agreement, place and part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.chains import Draft
from dateline.annotate.cues import Cues
from dateline.annotate.references.discourse import Discourse
from dateline.annotate.references.mentions import Mention, Referent
from dateline.annotate.speakers.quotations import Quotations
from dateline.records import SUBJECTS, Token

HE = {"he": "m", "him": "m", "his": "m", "himself": "m"}
SHE = {"she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_BODIES = ("organization", "country", "group", "place")
_GROUPS = ("organization", "country", "group")
_OTHER_CLAUSES = ("relcl", "advcl", "ccomp", "conj", "parataxis", "acl")
_OBJECTS = ("dobj", "dative", "pobj")


def family_of(word: str) -> str:
    """ "he" (of "she" too), "it" or "they" for the pronouns that are resolved, else ""."""
    lower = word.casefold()
    if lower in HE or lower in SHE:
        return "he"
    return "it" if lower in IT else "they" if lower in THEY else ""


def gender_of(word: str) -> str:
    """ "f" or "m" for "she" and "he"."""
    lower = word.casefold()
    return HE.get(lower) or SHE.get(lower) or ""


def agrees(pronoun: Token, referent: Referent) -> bool:
    """Whether number, kind and gender allow that a pronoun refers to it."""
    family = family_of(pronoun.text)
    if family == "he":
        fits = referent.gender in ("", gender_of(pronoun.text))
        return referent.kind == "person" and not referent.is_many and fits
    if family == "it":
        return referent.kind not in ("person", "time", "quantity") and not referent.is_many
    if referent.kind in ("time", "quantity"):
        return False
    return referent.is_many or referent.kind in _GROUPS or referent.kind == "person"


class ClueFinder:
    """Finds the clues of a pronoun and a mention in one report."""

    def __init__(self, discourse: Discourse, cues: Cues) -> None:
        self._discourse = discourse
        self.grammar = discourse.grammar
        self.sentences = discourse.sentences
        self._cues = cues
        self._names_in: dict[int, list[int]] = {}  # by the verb; thousands may hang on one
        tokens = discourse.grammar.tokens
        paragraphs = [discourse.sentences[t.sentence].paragraph for t in tokens]
        self._quotations = Quotations(tokens, paragraphs)

    def is_barred(self, pronoun: Token, mention: Mention) -> bool:
        """Whether grammar forbids it: "Anna saw her", "its owner", "he and Anna"."""
        other = mention.token
        if other.index in self._governors(pronoun):
            return True
        if pronoun.dep == "conj" and pronoun.head == other.index:
            return True
        if self._is_said_by(pronoun, other):
            return True
        same_verb = self.verb_of(pronoun) == self.verb_of(other) >= 0
        if pronoun.tag != "PRP" or not same_verb or mention.referent.parts:
            return False
        return not _is_reflexive(pronoun) and other.dep != "poss" and self._is_argument(other)

    def _is_said_by(self, pronoun: Token, other: Token) -> bool:
        """Whether a name stands in the quotation right before "he said", for which he is "I"."""
        quotation = self._quotations.at(other.index)
        return (
            quotation is not None
            and pronoun.dep == "nsubj"
            and quotation.last <= pronoun.index <= quotation.last + 1
            and self.grammar.tokens[pronoun.head].lemma in ("say", "add", "tell")
        )

    def named_below(self, pronoun: Token) -> list[Draft]:
        """Those whom the clause that a pronoun is the subject of goes on to name."""
        if pronoun.dep not in SUBJECTS:
            return []
        named = self._discourse.at
        if pronoun.head not in self._names_in:
            self._names_in[pronoun.head] = [
                index
                for index in self._of_clause(pronoun.head)
                if self.grammar.tokens[index].pos == "PROPN"
            ]
        names = self._names_in[pronoun.head]
        return [named[index] for index in names if index > pronoun.index and index in named]

    def _of_clause(self, head: int) -> Iterator[int]:
        """The words below a word that are in no other finite clause."""
        todo = [head]
        while todo:
            index = todo.pop()
            yield index
            todo.extend(
                t.index for t in self.grammar.children(index) if t.dep not in _OTHER_CLAUSES
            )

    def _governors(self, pronoun: Token) -> set[int]:
        """The nouns of the phrase that a pronoun stands in, up to the next verb."""
        found: set[int] = set()
        below = pronoun
        for governor in self.grammar.ancestors(pronoun.index):
            if governor.pos in ("VERB", "AUX") or below.dep == "conj":
                break
            found.add(governor.index)
            below = governor
        return found

    def _is_argument(self, token: Token) -> bool:
        return token.dep in (*SUBJECTS, "dobj", "dative", "agent")

    def find(self, pronoun: Token, mention: Mention, fitting: Sequence[Mention]) -> list[str]:
        """The clues, each also with the family of the pronoun in front.

        Args:
            fitting: The mentions that may be referred to, in text order.
        """
        family = family_of(pronoun.text)
        clues = list(dict.fromkeys(self._clues(pronoun, mention, fitting)))
        return [*clues, *(f"{family}: {clue}" for clue in clues)]

    def _clues(self, pronoun: Token, mention: Mention, fitting: Sequence[Mention]) -> Iterator[str]:
        yield from self._of_place(pronoun, mention, fitting)
        yield from self._of_part(pronoun, mention)
        yield from self._of_referent(pronoun, mention)
        yield from self._of_quotation(pronoun, mention)

    def _of_place(
        self, pronoun: Token, mention: Mention, fitting: Sequence[Mention]
    ) -> Iterator[str]:
        distance = pronoun.sentence - mention.token.sentence
        yield f"{min(distance, 4)} sentences back"
        between = [m for m in fitting if m.token.index > mention.token.index]
        others = {id(m.referent) for m in between} - {id(mention.referent)}
        yield f"{min(len(others), 4)} others since"
        here, there = (self.sentences[t.sentence] for t in (pronoun, mention.token))
        if here.paragraph != there.paragraph:
            yield "other paragraph"
        if distance == 0:
            verb = self.verb_of(pronoun)
            if verb >= 0 and verb == self.verb_of(mention.token):
                yield "same clause"
                if _is_reflexive(pronoun):
                    yield "reflexive in clause"
            elif self._governs(mention.token, pronoun):
                yield "clause above"

    def _governs(self, mention: Token, pronoun: Token) -> bool:
        """Whether a mention depends on a verb above the pronoun's own."""
        verb = self.verb_of(mention)
        return any(governor.index == verb for governor in self.grammar.ancestors(pronoun.index))

    def _of_part(self, pronoun: Token, mention: Mention) -> Iterator[str]:
        token = mention.token
        part, own = self.part_of(token), self.part_of(pronoun)
        yield f"is {part}"
        if part == own:
            yield f"both {part}"
        if part in ("subject", "passive", "owner of subject"):
            yield f"on top {min(pronoun.sentence - token.sentence, 2)} sentences back"
        if part in ("subject", "passive") and own in ("subject", "passive"):
            yield "subject after subject"
        verb = self.grammar.tokens[self.verb_of(token)] if self.verb_of(token) >= 0 else None
        if part in ("subject", "passive") and verb is not None:
            if verb.dep == "ROOT":
                yield "is main subject"
            own_verb = self.verb_of(pronoun)
            if own == part == "subject" and own_verb >= 0:
                tells = self.grammar.tokens[own_verb].lemma in self._cues.verbs
                if tells and verb.lemma in self._cues.verbs:
                    yield "both tell"
                if self.grammar.tokens[own_verb].lemma == verb.lemma:
                    yield "same verb"
        if mention.form == "pronoun":
            yield "is pronoun"
            if family_of(token.text) == family_of(pronoun.text):
                yield "same pronoun"
        else:
            yield f"is {mention.form}"

    def _of_referent(self, pronoun: Token, mention: Mention) -> Iterator[str]:
        referent = mention.referent
        yield f"kind {referent.kind}"
        yield f"named {1 if referent.times == 1 else 2 if referent.times < 4 else 4} times"
        if referent.is_many:
            yield "many together" if referent.parts else "many"
            yield f"many {referent.kind}"
        if referent.gender and referent.gender == gender_of(pronoun.text):
            yield "gender known"
        if referent.first_sentence <= 1:
            yield "told of first"
        if mention.form == "nominal" and not referent.parts:
            determiners = self.grammar.children(mention.token.index, "det", "poss")
            word = determiners[0].text.casefold() if determiners else "bare"
            yield (
                f"with {word}" if word in ("a", "an", "the", "bare", "no", "any") else "with other"
            )
        if self.sentences[mention.token.sentence].heading:
            yield "in heading"

    def _of_quotation(self, pronoun: Token, mention: Mention) -> Iterator[str]:
        here = self._quotations.at(pronoun.index)
        there = self._quotations.at(mention.token.index)
        if here is None and there is not None:
            yield "out of quotation"
        if here is not None and there is None:
            yield "into quotation"
            if self._tells(mention.token) and abs(pronoun.sentence - mention.token.sentence) <= 1:
                yield "speaker of quotation"
        if here is not None and there is here:
            yield "in one quotation"

    def _tells(self, token: Token) -> bool:
        verb = self.verb_of(token)
        return (
            token.dep in SUBJECTS
            and verb >= 0
            and self.grammar.tokens[verb].lemma in self._cues.verbs
        )

    def part_of(self, token: Token) -> str:
        """The part that a word plays in its clause; a conjunct's is that of the first one."""
        while token.dep in ("conj", "appos") and token.head != token.index:
            token = self.grammar.tokens[token.head]
        if token.dep == "nsubjpass":
            return "passive"
        if token.dep in SUBJECTS:
            return "subject"
        if token.dep == "poss":
            head = self.grammar.tokens[token.head]
            return "owner of subject" if head.dep in SUBJECTS else "owner"
        if token.dep in _OBJECTS:
            return "object" if token.dep != "pobj" else "after preposition"
        return "modifier" if token.dep in ("compound", "nmod", "amod") else "other part"

    def verb_of(self, token: Token) -> int:
        """The verb that governs a word, or -1."""
        for governor in self.grammar.ancestors(token.index):
            if governor.pos in ("VERB", "AUX"):
                return governor.index
        return -1


def _is_reflexive(token: Token) -> bool:
    return token.text.casefold().endswith(("self", "selves"))
