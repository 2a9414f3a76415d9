"""Pronouns and descriptions ("he", "the Hamas official", "the group") led to what they refer to.

First rules only: a salience of recency and subjecthood with agreement of gender and number,
and descriptions that share their noun or their body with what went before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.chains import Draft, is_company
from dateline.annotate.knowledge import Knowledge
from dateline.records import SUBJECTS, Grammar, Quote, Sentence, Token, bearers, bodies, fold_name

WINDOW = 3
"""Sentences before its own in which a pronoun looks for what it refers to."""

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_SHE = {"she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = {"it", "its", "itself"}
_THEY = {"they", "them", "their", "themselves"}
_DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "its", "their"}
_ANY_BODY = {"group", "organisation", "organization", "outfit", "movement", "body", "grouping"}
_COMPANY_NOUNS = {"company", "firm", "contractor", "conglomerate", "subsidiary", "startup"}
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


class Coreference:
    """Reads a report from left to right, and adds mentions to the drafts of its chains."""

    def __init__(
        self,
        grammar: Grammar,
        sentences: Sequence[Sentence],
        drafts: list[Draft],
        knowledge: Knowledge,
    ) -> None:
        self.grammar = grammar
        self.sentences = sentences
        self.drafts = drafts
        self.knowledge = knowledge
        self.at: dict[int, Draft] = {}
        for draft in drafts:
            for head, _, _ in draft.mentions:
                self.at[head] = draft
        self._inside_names = self._tokens_of_names()
        self._described: list[_Described] = []
        self._seen: list[tuple[Token, Draft]] = []

    def _tokens_of_names(self) -> set[int]:
        starts = {t.start: t.index for t in self.grammar.tokens}
        inside: set[int] = set()
        for draft in self.drafts:
            for head, words, _ in draft.mentions:
                inside.update(range(starts.get(words.start, head), head + 1))
        return inside

    def read(self) -> None:
        """Resolve what can be resolved, in text order."""
        for token in self.grammar.tokens:
            draft = self.at.get(token.index)
            if draft is None and token.index not in self._inside_names:
                draft = self._refers_to(token)
            if draft is not None:
                self._seen.append((token, draft))

        for described in self._described:
            for body in self._bodies_of(described.token):
                body.add(described.token, described.words, "nominal")

    def _refers_to(self, token: Token) -> Draft | None:
        lower = token.text.casefold()
        if token.tag in ("PRP", "PRP$"):
            draft = self._pronoun(token, lower)
            if draft is not None:
                self._attach(draft, token, self.grammar.words(token.index, token.index), "pronoun")
            return draft
        if token.tag in ("NN", "NNS") or (token.tag == "NNP" and lower in self.knowledge.titles):
            return self._noun(token)
        return None

    def _attach(self, draft: Draft, token: Token, words: Quote, kind: str) -> None:
        draft.add(token, words, "pronoun" if kind == "pronoun" else "nominal")
        self.at[token.index] = draft

    # -------------------------------------------------------------------------- pronouns

    def _pronoun(self, token: Token, lower: str) -> Draft | None:
        gender = _HE.get(lower) or _SHE.get(lower)
        if gender:
            best = self._most_salient(token, "person", gender)
            if best is not None:
                best.gender = gender
            return best
        if lower in _IT:
            if self._is_expletive(token):
                return None
            return self._most_salient(token, "organization", "")
        if lower in _THEY:
            return self._most_salient(token, "group", "")
        return None

    def _is_expletive(self, token: Token) -> bool:
        """The "it" of weather and clefts: "it is likely that"."""
        verb = self.grammar.tokens[token.head]
        if verb.lemma in ("rain", "snow", "hail", "dawn"):
            return True
        return token.dep == "expl" or (
            verb.lemma in ("be", "seem", "appear", "become")
            and bool(self.grammar.children(verb.index, "ccomp", "xcomp", "acomp"))
        )

    def _most_salient(self, token: Token, kind: str, gender: str) -> Draft | None:
        best: tuple[float, int] | None = None
        chosen = None
        clause = self._verb_of(token)
        for other, draft in reversed(self._seen):
            distance = token.sentence - other.sentence
            if distance > WINDOW:
                break
            if not self._fits(draft, kind, gender):
                continue
            if token.tag == "PRP" and self._verb_of(other) == clause and other.dep in SUBJECTS:
                if token.text.casefold().endswith(("self", "selves")):
                    return draft
                if token.dep not in SUBJECTS:
                    continue
            score = 1.0 * (other.dep in SUBJECTS) - 0.9 * distance
            score += 0.4 * (other.dep in SUBJECTS and token.dep in SUBJECTS)
            score += 0.3 * (draft.gender == gender != "") - 0.3 * (other.dep == "compound")
            if other.dep == "poss":  # the owner of a subject is what the sentence is about
                score += 0.5 * (self.grammar.tokens[other.head].dep in SUBJECTS)
            if best is None or score > best[0]:
                best, chosen = (score, other.index), draft
        return chosen

    def _fits(self, draft: Draft, kind: str, gender: str) -> bool:
        if kind == "person":
            return draft.kind == "person" and draft.gender in ("", gender)
        if kind == "organization":
            return draft.kind in ("organization", "country")
        return draft.kind in ("organization", "group")

    def _verb_of(self, token: Token) -> int:
        for governor in self.grammar.ancestors(token.index):
            if governor.pos in ("VERB", "AUX"):
                return governor.index
        return -1

    # ------------------------------------------------------------------------------ nouns

    def _noun(self, token: Token) -> Draft | None:
        knowledge, lemma = self.knowledge, token.lemma.casefold()
        if token.tag == "NNS" and lemma in knowledge.organization_nouns:
            self._several(token)
            return None
        if lemma in knowledge.body_nouns and not (
            token.dep in ("compound", "nmod") and token.tag != "NNS"
        ):
            found = self._body(token, lemma)
            if found is not None:
                return found
        if lemma in ("party", "branch", "wing") and self._determiner(token) in ("the", "this"):
            found = self._the_group(token, lemma)
            if found is not None:
                return found
        if lemma in knowledge.group_nouns or (token.tag == "NNS" and lemma in knowledge.role_nouns):
            return self._members(token)
        if token.tag == "NN" and lemma in knowledge.organization_nouns:
            return self._the_group(token, lemma)
        if token.tag != "NNS" and lemma in knowledge.role_nouns | knowledge.kin_nouns:
            return self._person(token, lemma)
        return None

    def _person(self, token: Token, noun: str) -> Draft | None:
        """The person that a description such as "the Hamas official" is of, if the report says."""
        named = self._named_beside(token)
        words = self.grammar.phrase(token.index)
        if named is not None:
            if noun in _FEMALE | _MALE:
                named.gender = named.gender or ("f" if noun in _FEMALE else "m")
            return None
        body = self._body_of(token)
        known = self._identified(token)
        definite = self._determiner(token) in _DEFINITE
        earlier = [d for d in self._described if definite and d.body is body and body is not None]
        if known is not None:
            known.reasons.append(f"“{words.exact}” is identified by name")
            for described in earlier:
                self._attach(known, described.token, described.words, "nominal")
                self._seen.append((described.token, known))
                self._described.remove(described)
            self._seen.sort(key=lambda seen: seen[0].index)
        elif definite:
            known = self._holder(noun, body)
        if known is not None:
            self._attach(known, token, words, "nominal")
            return known
        self._described.append(_Described(noun, body, token, words))
        return None

    def _named_beside(self, token: Token) -> Draft | None:
        """The person whose apposition, title or predicate this noun is."""
        grammar = self.grammar
        head = grammar.tokens[token.head]
        if token.dep in ("appos", "compound", "nmod") and self._is_person(head.index):
            return self.at[head.index]
        for child in grammar.children(token.index, "appos"):
            if self._is_person(child.index):
                return self.at[child.index]
        if token.dep in ("attr", "oprd"):
            for said_of in bearers(grammar, token):
                if self._is_person(said_of.index):
                    return self.at[said_of.index]
        if token.dep == "conj":
            return self._named_beside(head) if head.tag == "NN" else None
        return None

    def _is_person(self, index: int) -> bool:
        return index in self.at and self.at[index].kind == "person"

    def _identified(self, token: Token) -> Draft | None:
        """The name in "identified the official as NAME"."""
        verb = self.grammar.tokens[token.head]
        if verb.lemma not in _IDENTIFYING or token.dep not in ("dobj", "nsubjpass", "nsubj"):
            return None
        for prep in self.grammar.children(verb.index, "prep", "dobj", "oprd"):
            if prep.index in self.at and prep.dep != "prep" and self._is_person(prep.index):
                return self.at[prep.index]
            if prep.text == "as":
                for name in self.grammar.children(prep.index, "pobj"):
                    if self._is_person(name.index):
                        return self.at[name.index]
        return None

    def _holder(self, noun: str, body: Draft | None) -> Draft | None:
        """The one person told before whose post has this noun, in the same body if it is told."""
        fits: list[Draft] = []
        told_before = {id(d): d for _, d in self._seen if d.roles}
        for draft in told_before.values():
            for title, where, ended in draft.roles:
                same = body is None or where is None or where is body
                if noun in title.exact.casefold().split() and same and not ended:
                    fits.append(draft)
        unique = list({id(d): d for d in fits}.values())
        return unique[0] if len(unique) == 1 else None

    def _members(self, token: Token) -> Draft | None:
        """Unnamed members count as their group: "Hamas leadership", "officers of both armies"."""
        found = self._bodies_of(token)
        words = self.grammar.phrase(token.index)
        for body in found:
            body.add(token, words, "nominal")
        if found:
            self.at[token.index] = found[0]
        return found[0] if found else None

    def _bodies_of(self, token: Token) -> list[Draft]:
        """The organisations and states that a noun phrase names beside its noun."""
        found: list[Draft] = []
        for part, _ in bodies(self.grammar, token):
            draft = self.at.get(part.index) or self._state(part)
            if draft is not None and draft.kind != "person" and draft not in found:
                found.append(draft)
        return found

    def _body_of(self, token: Token) -> Draft | None:
        found = self._bodies_of(token)
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

    def _determiner(self, token: Token) -> str:
        found = self.grammar.children(token.index, "det", "poss")
        return found[0].text.casefold() if found else ""

    def _the_group(self, token: Token, noun: str) -> Draft | None:
        """The organisation of "the group": the last one named, with that word in it if one has."""
        if token.dep == "appos" or self._determiner(token) not in ("the", "this", "that"):
            return None
        if self._body_of(token) is not None or self.grammar.children(token.index, "amod"):
            return None
        recent: list[Draft] = []
        for other, draft in reversed(self._seen):
            if token.sentence - other.sentence > WINDOW:
                break
            if draft.kind == "organization":
                recent.insert(0, draft)
        fitting = [d for d in recent if self._is_a(d, noun)]
        if not fitting and (noun not in _ANY_BODY or not recent):
            return None
        chosen = (fitting or recent)[-1]
        self._attach(chosen, token, self.grammar.phrase(token.index), "nominal")
        return chosen

    def _is_a(self, draft: Draft, noun: str) -> bool:
        """Whether an organisation's name has a noun in it, or an apposition says it of it."""
        if any(noun in fold_name(name).split() for name in draft.names):
            return True
        if noun in _COMPANY_NOUNS and any(is_company(name) for name in draft.names):
            return True
        return any(
            child.lemma.casefold() == noun
            for head, _, kind in draft.mentions
            if kind == "name"
            for child in self.grammar.children(head, "appos")
        )

    def _several(self, token: Token) -> None:
        """ "These two organizations": as many of the organisations named most so far."""
        numbers = self.grammar.children(token.index, "nummod")
        if self._determiner(token) not in ("the", "these", "those", "both"):
            return
        count = 2 if any(n.text.casefold() in ("two", "2") for n in numbers) else 0
        count = count or 2 * (self._determiner(token) == "both")
        counts: dict[int, int] = {}
        order: dict[int, Draft] = {}
        for _, draft in self._seen:
            if draft.kind == "organization":
                counts[id(draft)] = counts.get(id(draft), 0) + 1
                order.setdefault(id(draft), draft)
        if count and len(order) >= count:
            ranked = sorted(order, key=lambda k: -counts[k])[:count]
            for key in ranked:
                order[key].add(token, self.grammar.phrase(token.index), "nominal")

    def _body(self, token: Token, noun: str) -> Draft | None:
        """A body called by a common noun: the one named so before, else one of its own."""
        body = self._body_of(token)
        words = self._body_words(token)
        for draft in self.drafts:
            if draft.kind == "organization" and any(
                fold_name(n) == fold_name(words.exact) for n in draft.names
            ):
                self._attach(draft, token, words, "nominal")
                return draft
        elsewhere = any(p.text in ("in", "of", "from") for p in self._prepositions(token))
        if body is None and not elsewhere and words.exact.casefold() == token.text.casefold():
            fits = [d for d in self.drafts if d.kind == "organization" and self._ends_in(d, noun)]
            if len(fits) == 1:
                self._attach(fits[0], token, words, "nominal")
                return fits[0]
        if body is not None and body.kind == "organization":
            return None
        if self._determiner(token) in ("a", "an", "another", "any", "no"):
            return None
        if token.dep in ("appos", "attr", "compound") or (token.dep == "pobj" and noun == "force"):
            return None
        draft = Draft("organization", [words.exact])
        self.drafts.append(draft)
        self._attach(draft, token, words, "nominal")
        return draft

    def _prepositions(self, token: Token) -> list[Token]:
        return self.grammar.children(token.index, "prep")

    def _body_words(self, token: Token) -> Quote:
        """The noun with the adjective or noun of country or town in front of it."""
        first = token.index
        for child in self.grammar.children(token.index, "amod", "compound", "nmod"):
            named = child.text[:1].isupper() or "-" in child.text
            if child.index < first and (
                named or (first - child.index == 1 and child.dep == "compound")
            ):
                first = child.index
        return self.grammar.words(first, token.index)

    def _ends_in(self, draft: Draft, noun: str) -> bool:
        return any(noun in fold_name(n).split() for n in draft.names)
