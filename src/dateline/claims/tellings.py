"""Which clauses tell of what happened, and which words share in that telling."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import SUBJECTS, Grammar, Sentence, Token

_PERFECT = {"have", "has", "had", "'ve", "’ve", "'d", "’d", "having"}
_NOT_TOLD = {"will", "would", "shall", "may", "might", "can", "could", "should", "must", "wo", "to"}
_ELSEWHEN = {
    "previously", "earlier", "before", "already", "once", "initially", "originally", "formerly",
    "ago", "often", "repeatedly", "usually", "always", "never", "long", "since", "recently",
}  # fmt: skip
_LATER = {"later", "afterwards", "afterward", "subsequently", "eventually", "soon", "thereafter"}
_ELSEWHEN_MARKS = {"after", "before", "since", "because", "although", "if", "until", "unless"}
_STATES = {
    "be", "have", "remain", "seem", "include", "contain", "consist", "belong", "mean", "know",
    "live", "believe", "want", "need", "own", "lie", "stand", "depend", "involve", "require",
}  # fmt: skip
_SHARED = {
    "conj", "xcomp", "advcl", "dobj", "nsubj", "nsubjpass", "attr", "agent", "pcomp", "oprd",
}  # fmt: skip
_MEANS = {"with", "by"}
_ABROAD = {"relcl", "acl", "ccomp", "advcl", "parataxis"}
_OPENING, _CLOSING = {"“", "``", "«"}, {"”", "''", "»"}
_LONGEST_CLIMB = 12


class Tellings:
    """The main clauses of a report that tell in the simple past."""

    def __init__(self, grammar: Grammar, sentences: Sequence[Sentence]) -> None:
        self.grammar = grammar
        self._roots = [self._root_of(sentence) for sentence in sentences]
        self._quoted = _quoted(grammar, sentences)

    def root(self, sentence: int) -> Token | None:
        """The main verb of a sentence; None where it has none."""
        return self._roots[sentence]

    def is_told(self, verb: Token) -> bool:
        """Whether a verb tells in the simple past: "gathered", "was shot", "did not go".

        What somebody is quoted with tells of his time, not of the report's.
        """
        if verb.index in self._quoted:
            return False
        helpers = self.grammar.children(verb.index, "aux", "auxpass")
        if {h.text.casefold() for h in helpers} & (_PERFECT | _NOT_TOLD):
            return False
        return verb.tag == "VBD" or any(h.tag == "VBD" for h in helpers)

    def is_elsewhen(self, verb: Token) -> bool:
        """Whether a clause says that it is of another time: "had earlier", "previously"."""
        return self._has_adverb(verb, _ELSEWHEN | _LATER)

    def is_earlier(self, verb: Token) -> bool:
        """Whether a clause goes back to another time: "had already", "previously"."""
        return self._has_adverb(verb, _ELSEWHEN)

    def is_later(self, verb: Token) -> bool:
        """Whether a clause moves the story on to a time that is not told: "he later spoke"."""
        return self._has_adverb(verb, _LATER)

    def _has_adverb(self, verb: Token, words: set[str]) -> bool:
        adverbs = self.grammar.children(verb.index, "advmod", "npadvmod")
        return any(a.text.casefold() in words for a in adverbs)

    def is_state(self, verb: Token) -> bool:
        """Whether a clause says how things were, and not what happened."""
        is_passive = bool(self.grammar.children(verb.index, "auxpass"))
        return verb.lemma in _STATES and not is_passive

    def is_fronted(self, token: Token) -> bool:
        """Whether a word stands before the main clause, which tells: "On Friday, they met"."""
        if not self.is_before_main(token):
            return False
        for governor in self.grammar.ancestors(token.index):
            if governor.dep in _ABROAD:
                return False
            if governor.pos in ("VERB", "AUX"):  # a participle as root is a misreading of the parse
                is_misread = governor.dep == "ROOT" and governor.tag == "VBG"
                return self.is_told(governor) or is_misread
        return False

    def is_before_main(self, token: Token) -> bool:
        """Whether a word stands before the subject and the verb of its sentence."""
        root = self._roots[token.sentence]
        return root is not None and token.index < self._start(root)

    def _start(self, verb: Token) -> int:
        """The index of the token with which a clause begins: its subject's first, or the verb."""
        subjects = self.grammar.children(verb.index, *SUBJECTS)
        return min([verb.index, *(min(self.grammar.subtree(s.index)) for s in subjects)])

    def hangs_on_main(self, token: Token) -> bool:
        """Whether a word says something of the main clause itself, and that tells.

        "In a letter sent on Friday she asked": what is written has the day of the writing.
        """
        for governor in self.grammar.ancestors(token.index):
            if governor.dep in _ABROAD and not self._is_means(governor):
                return False
            if governor.pos in ("VERB", "AUX") and governor.dep in ("ROOT", "conj"):
                return self.is_told(governor)
        return False

    def clause_of(self, token: Token, *, even_later: bool = False) -> Token | None:
        """The main verb whose telling a word shares; None in what is said, asked or only meant.

        Args:
            even_later: Also one that moves the story on to a time that is not told.
        """
        is_elsewhen = self.is_earlier if even_later else self.is_elsewhen
        for _ in range(_LONGEST_CLIMB):
            is_verb = token.pos in ("VERB", "AUX")
            joined = self._joined_to(token)
            is_head = token.head == token.index or (joined is not None and joined.dep != "ccomp")
            if is_head and is_verb and self.is_told(token):
                return None if is_elsewhen(token) else token
            is_means = token.dep == "prep" and token.text.casefold() in _MEANS
            if token.head == token.index or not (token.dep in _SHARED or is_means):
                return None
            if is_verb and self._is_apart(token):
                return None
            token = self.grammar.tokens[token.head]
        return None

    def _joined_to(self, verb: Token) -> Token | None:
        """The first of the verbs that a verb is joined to by "and" or a comma; None for others."""
        first = verb
        while first.dep == "conj" and first.pos in ("VERB", "AUX") and first.head != first.index:
            first = self.grammar.tokens[first.head]
        return first if first is not verb else None

    def _is_apart(self, verb: Token) -> bool:
        """Whether a clause has a time of its own beside that of the clause it hangs on."""
        near = self.grammar.children(verb.index, "aux", "mark", "advmod")
        return bool(
            {c.text.casefold() for c in near} & (_NOT_TOLD | _ELSEWHEN | _LATER | _ELSEWHEN_MARKS)
        )

    def is_quoted(self, token: Token) -> bool:
        """Whether a word stands between quotation marks."""
        return token.index in self._quoted

    def _is_means(self, participle: Token) -> bool:
        if participle.dep != "acl" or participle.tag not in ("VBN", "VBD"):
            return False
        noun = self.grammar.tokens[participle.head]
        return noun.dep == "pobj" and self.grammar.tokens[noun.head].text.casefold() == "in"

    def _root_of(self, sentence: Sentence) -> Token | None:
        for index in range(sentence.first, sentence.last):
            token = self.grammar.tokens[index]
            if token.head == token.index and token.pos in ("VERB", "AUX"):
                return token
        return None


def _quoted(grammar: Grammar, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The tokens between quotation marks; a mark that is never closed quotes on."""
    found: set[int] = set()
    paragraph, is_open = -1, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, is_open = sentence.paragraph, False
        for index in range(sentence.first, sentence.last):
            text = grammar.tokens[index].text
            if text in _OPENING or text in _CLOSING or text == '"':
                is_open = text in _OPENING or (text == '"' and not is_open)
            elif is_open:
                found.add(index)
    return frozenset(found)
