"""Words that speak of an entity → what they say of it, in words that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Chain, Grammar, Quote, Schema, TimeExpression, Token, chains_at
from dateline.resolve.described.senses import field_of, is_noun
from dateline.resolve.names import fold

PhraseKind = Literal["name", "noun", "pronoun", "time"]
Article = Literal["definite", "indefinite", "owner", "none"]

_PRONOUNS = ("PRP", "PRP$", "WP", "WP$", "WDT", "EX")
_RELATIVE = ("WP", "WP$", "WDT")
_ORDERS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "other", "another", "former", "latter")
)
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "gov", "sen", "rep", "sgt", "lt", "capt", "prof"))
_SMALL = ("DET", "ADP", "PUNCT", "PART", "CCONJ", "AUX", "PRON", "SYM", "SPACE")
_IDLE = frozenset(("be", "have", "say", "do"))
"""Verbs that anybody may be the subject of."""
_ARTICLES: dict[str, Article] = {
    **dict.fromkeys(("the", "this", "that", "these", "those"), "definite"),
    **dict.fromkeys(("a", "an", "another", "some", "any", "one"), "indefinite"),
}  # fmt: skip
_BEFORE = ("compound", "nmod", "amod", "poss")
_BESIDE = ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "compound", "poss", "amod")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One mention, made comparable.

    Attributes:
        head: Index of the word that governs the others; -1 where the words are none of the parse.
        noun: Its lemma, folded.
        name: The words of the name that it ends, folded; empty for other kinds.
        terms: Lemmas of all that says something in the phrase.
        numbers, orders: "two", "7" of them; "second", "other".
        is_list: Whether it names several ("Ann Lee and Bo Rud").
        act: The part that it takes, and the word that it takes it in ("subject", "ram").
        beside: Lemmas of the others that take part.
        said: Nouns that its report says of it beside its own: appositions, titles, predicates.
        chain, schema: Of the report's chain that it belongs to; None, "" if it is in none.
        value: What a time comes to; None if it is not known.
        governor: Index of the word that its head depends on, and how.
        stands_for: Index of the word that a relative pronoun stands for; -1 for all else.
    """

    report: str
    words: Quote
    kind: PhraseKind
    head: int = -1
    noun: str = ""
    name: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    is_plural: bool = False
    is_list: bool = False
    article: Article = "none"
    act: tuple[str, str] | None = None
    beside: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    chain: str | None = None
    schema: Schema | Literal[""] = ""
    value: str | None = None
    sentence: int = -1
    governor: tuple[int, str] = (-1, "")
    stands_for: int = -1

    @property
    def modifiers(self) -> frozenset[str]:
        """What the phrase says beside its noun and its numbers."""
        return self.terms - {self.noun} - self.numbers

    @property
    def field(self) -> str:
        """WordNet's field of its noun ("person"); "" if it is in no list."""
        return "person" if self.noun.endswith("-year-old") else field_of(self.noun)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of entities: its phrases, in their order, and all nouns it uses."""

    report: str
    phrases: tuple[Phrase, ...]
    nouns: Mapping[str, int]


def read_telling(
    report: str,
    grammar: Grammar,
    mentions: Sequence[Quote],
    chains: Sequence[Chain] = (),
    times: Sequence[TimeExpression] = (),
) -> Telling:
    """A report's mentions as phrases, in their order.

    Args:
        mentions: The words of each; they may lie in each other.
        chains: What the report itself says is one.
    """
    reader = _Reader(report, grammar, chains, times)
    nouns = Counter(
        lemma_of(token)
        for token in grammar.tokens
        if token.pos in ("NOUN", "PROPN") and token.text[0].isalpha() and len(token.text) > 2
    )
    return Telling(report, tuple(reader.read(words) for words in mentions), nouns)


def head_word(grammar: Grammar, words: Quote) -> Token | None:
    """The word that a mention is about, past a preposition before it; None outside the parse."""
    inside = {token.index: token for token in grammar.within(words)}
    tops = [t for t in inside.values() if t.head == t.index or t.head not in inside]
    if not tops:
        return None
    top = next(
        (t for t in tops if t.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")), tops[0]
    )
    if top.pos == "ADP":
        below = [t for t in grammar.children(top.index, "pobj") if t.index in inside]
        return below[0] if below else top
    return top


def lemma_of(token: Token) -> str:
    """The singular of a word, folded, also of a capitalised plural that the tagger took as is."""
    lemma = token.lemma.casefold()
    last = lemma.rpartition("-")[2]
    if last != lemma and not is_noun(lemma) and token.pos == "NOUN" and field_of(last) == "person":
        return last  # "ex-girlfriend"
    is_plural = token.tag in ("NNS", "NNPS") or token.text[:1].isupper()
    if not is_plural or lemma != token.text.casefold() or is_noun(lemma):
        return lemma
    for ending, instead in (("men", "man"), ("ies", "y"), ("ves", "f"), ("s", ""), ("es", "")):
        singular = lemma.removesuffix(ending) + instead
        if lemma.endswith(ending) and is_noun(singular):
            return singular
    return lemma.removesuffix("s") if token.tag == "NNS" and len(lemma) > 3 else lemma


class _Reader:
    def __init__(
        self,
        report: str,
        grammar: Grammar,
        chains: Sequence[Chain],
        times: Sequence[TimeExpression],
    ) -> None:
        self.report = report
        self.grammar = grammar
        self._chains = chains_at(grammar, chains)
        self._times = {t.index: time for time in times for t in grammar.within(time.words)}

    def read(self, words: Quote) -> Phrase:
        head = head_word(self.grammar, words)
        if head is None:
            return Phrase(self.report, words, "noun", noun=words.exact.casefold())
        below = set(self.grammar.subtree(head.index))
        inside = [t for t in self.grammar.within(words) if t.index in below]
        found = self._chains.get(head.index, ())
        chain = found[0] if len(found) == 1 else None
        time = self._times.get(head.index)
        is_list = any(
            c.dep == "conj" and words.start <= c.start < words.end
            for c in self.grammar.children(head.index)
        )
        kind = self._kind(head, chain, time)
        place, act, beside = self._act(head)
        return Phrase(
            report=self.report,
            words=words,
            kind=kind,
            head=head.index,
            noun=lemma_of(head),
            name=self._name(head) if kind == "name" else (),
            terms=frozenset(lemma_of(t) for t in inside if t.pos not in _SMALL),
            numbers=frozenset(t.text.casefold() for t in inside if t.pos == "NUM"),
            orders=frozenset(t.lemma.casefold() for t in inside) & _ORDERS,
            is_plural=is_list or head.tag in ("NNS", "NNPS") or head.lemma in ("they", "we"),
            is_list=is_list,
            article=self._article(head, words),
            act=act,
            beside=beside,
            said=self._said(head, kind),
            chain=chain.id if chain else None,
            schema=found[0].schema if found else "",
            value=_value(time),
            sentence=head.sentence,
            governor=place,
            stands_for=self._stands_for(head),
        )

    def _kind(self, head: Token, chain: Chain | None, time: TimeExpression | None) -> PhraseKind:
        if head.tag in _PRONOUNS or head.lemma.casefold() in ("where", "when"):
            return "pronoun"
        if time is not None:
            return "time"
        if head.pos != "PROPN" or not (head.text[:1].isupper() or head.text[1:2].isupper()):
            return "noun"
        noun = lemma_of(head)
        is_acronym = head.text.isupper() and field_of(noun) != "person"
        if chain is not None or not is_noun(noun) or is_acronym:
            return "name"
        # A heading writes all its words large: a common noun there is a name if names precede it.
        names = self.grammar.children(head.index, "compound")
        is_named = any(c.pos == "PROPN" and not is_noun(lemma_of(c)) for c in names)
        return "name" if is_named and field_of(noun) != "person" else "noun"

    def _name(self, head: Token) -> tuple[str, ...]:
        before = [
            c.text
            for c in self.grammar.children(head.index, "compound", "nmod", "flat")
            if c.index < head.index and c.pos == "PROPN" and c.text[:1].isalnum()
        ]
        while before and (
            fold(before[0]) in _TITLES
            or (len(before) > 1 and field_of(fold(before[0])) == "person")
        ):
            del before[0]  # "Deputy Ann Lee", but not "Hunter Lee"
        folded = (fold(word).replace(" ", "") for word in (*before, head.text))
        return tuple(word for word in folded if word) or (head.text.casefold(),)

    def _article(self, head: Token, words: Quote) -> Article:
        for child in self.grammar.children(head.index, "det", "poss"):
            if child.start >= words.start:
                return "owner" if child.dep == "poss" else _ARTICLES.get(
                    child.text.casefold(), "none"
                )  # fmt: skip
        return "none"

    def _act(self, head: Token) -> tuple[tuple[int, str], tuple[str, str] | None, frozenset[str]]:
        """What the head depends on; the part it takes in what; who else takes part."""
        top = head
        while top.dep == "conj" and top.head != top.index:
            top = self.grammar.tokens[top.head]
        place = (head.head, head.dep) if head.head != head.index else (-1, "")
        if top.head == top.index:
            return place, None, frozenset()
        act, centre = self._part(top)
        if act is None:
            return place, None, frozenset()
        others = self.grammar.children(centre.index, *_BESIDE)
        for preposition in self.grammar.children(centre.index, "prep", "agent"):
            others += self.grammar.children(preposition.index, "pobj")
        said = {lemma_of(t) for t in others if t.index != top.index and t.pos not in _SMALL}
        return place, act, frozenset(said)

    def _part(self, top: Token) -> tuple[tuple[str, str] | None, Token]:
        above = self.grammar.tokens[top.head]
        verb = above.lemma.casefold()
        if top.dep in ("nsubj", "csubj"):
            is_verb = above.pos in ("VERB", "AUX") and verb not in _IDLE
            return (("subject", verb) if is_verb else None), above
        if top.dep in ("nsubjpass", "dobj", "dative"):
            return (("object", verb) if verb not in _IDLE else None), above
        if top.dep == "pobj":
            over = self.grammar.tokens[above.head]
            noun = over.lemma.casefold()
            if above.text.casefold() == "by" and over.pos == "VERB":
                return ("subject", noun), over
            if above.text.casefold() == "of" and over.pos == "NOUN":
                return ("object", noun), over
            return (above.text.casefold(), noun), over
        return (("before", verb), above) if top.dep in _BEFORE else (None, above)

    def _said(self, head: Token, kind: PhraseKind) -> frozenset[str]:
        found = [lemma_of(c) for c in self.grammar.children(head.index, "appos")]
        above = self.grammar.tokens[head.head]
        if head.dep == "appos":
            found.append(lemma_of(above))
        if kind == "name":
            titles = self.grammar.children(head.index, "compound", "nmod", "amod")
            found += [lemma_of(c) for c in titles if c.index < head.index]
        if head.dep == "nsubj" and above.lemma in ("be", "become", "remain"):
            found += [lemma_of(c) for c in self.grammar.children(above.index, "attr")]
        if head.dep == "attr":
            found += [lemma_of(c) for c in self.grammar.children(above.index, "nsubj")]
        return frozenset(noun for noun in found if is_noun(noun))

    def _stands_for(self, head: Token) -> int:
        if head.tag not in _RELATIVE:
            return -1
        below = head
        for above in self.grammar.ancestors(head.index):
            if below.dep == "relcl":
                return above.index
            below = above
        return -1


def _value(time: TimeExpression | None) -> str | None:
    if time is None:
        return None
    return time.when.edtf if time.when is not None else time.value
