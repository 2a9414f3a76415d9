"""When a tie held: "since 2019", "from 2010 to 2014", "elected in 2001", "former".

An interval is as the words give it, open where they leave it open. A point ("joined in 2010") says
of the tie that it held then, and nothing of how long. What had ended when the report was written
("former", "resigned") ends with the publication at the latest; without that date it has no time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dateline.claims.clauses import by_sentence, head_of
from dateline.records import Annotations, Grammar, TimeExpression, Token, When, read_when

_OF_TIME = {
    "in", "since", "from", "until", "till", "to", "through", "between", "during", "on", "by", "for",
}  # fmt: skip
_AT_LAST = ("relcl", "acl", "advcl", "ccomp")
_CARRYING = {
    "be", "become", "remain", "serve", "work", "act", "appoint", "elect", "name", "choose",
    "install", "nominate", "select", "pick", "proclaim", "declare", "reelect", "make", "promote",
}  # fmt: skip
_FARTHEST = 8


class Tenure:
    """Looks up when the ties of one report held."""

    def __init__(
        self, grammar: Grammar, times: Mapping[int, TimeExpression], published: date | None
    ) -> None:
        self._grammar, self._times, self._published = grammar, times, published
        self._times_in = by_sentence(grammar, times)

    def of(self, trigger: Token, over: Token | None = None) -> When | None:
        """When the tie that a word tells held; None where nothing is said of it.

        Args:
            over: The word that says that it had ended by the time of the report, if one does.
        """
        anchors = {trigger.index} | {t.index for t in self._carrying(trigger)}
        found = [
            (abs(head - trigger.index), head)
            for head in self._times_in.get(trigger.sentence, ())
            if self._is_of(head, anchors, trigger)
        ]
        told = self._times[min(found)[1]].when if found else None
        return told if over is None else self._ended(told, over)

    def ended(self, trigger: Token) -> When | None:
        """The time of a tie whose end a word tells: "left in 2015" is up to 2015."""
        return self._ended(self._up_to(self.of(trigger), trigger), trigger)

    def _carrying(self, noun: Token) -> Iterable[Token]:
        """The verb by which a post is held: "was president", "elected as a member"."""
        head = self._grammar.tokens[noun.head]
        if noun.dep == "pobj" and head.text.casefold() == "as":
            head = self._grammar.tokens[head.head]
        elif noun.dep not in ("attr", "oprd", "dobj", "nsubj"):
            return ()
        return (head,) if head.lemma in _CARRYING else ()

    def _is_of(self, head: int, anchors: set[int], trigger: Token) -> bool:
        """Whether a time hangs on what tells the tie, with no other happening between."""
        tokens, time = self._grammar.tokens, self._times[head].when
        token, steps = tokens[head], 0
        is_span = time is not None and "/" in time.edtf
        governor = tokens[token.head]
        said_by = governor.text.casefold()
        if not is_span and not (
            (governor.pos in ("ADP", "SCONJ") and said_by in _OF_TIME)
            or (governor.index in anchors and token.dep in ("npadvmod", "advmod", "nmod"))
        ):
            return False
        while token.head != token.index and steps < _FARTHEST:
            steps += 1
            if token.dep in _AT_LAST and token.index not in anchors:
                return False
            token = tokens[token.head]
            if token.index in anchors:
                return self._fits(token, trigger, time, is_span)
            if token.pos in ("VERB", "AUX", "NOUN", "PRON"):
                return False
        return False

    def _fits(self, anchor: Token, trigger: Token, time: When | None, is_span: bool) -> bool:
        """Whether a time can be a tie's: a post by itself is held for longer than a day."""
        if time is None:
            return False
        by_verb = anchor.pos in ("VERB", "AUX") or trigger.pos in ("VERB", "AUX")
        return is_span or by_verb or len(time.edtf) <= len("2010-05")

    def _up_to(self, when: When | None, trigger: Token) -> When | None:
        if when is None or when.end is None or when.edtf.startswith("../"):
            return when
        last = when.edtf.partition("/")[2] or when.edtf
        reasons = (*when.reasons, f"up to then: {trigger.text}")
        return read_when(f"../{last}", when.words, when.basis, when.anchor, reasons, when.doubts)

    def _ended(self, told: When | None, over: Token) -> When | None:
        """The time of what had ended: as told, else up to the publication at the latest."""
        if told is not None and told.end is not None:
            return told
        if self._published is None:
            return None
        first = told.edtf.partition("/")[0] if told is not None and told.start else ".."
        until = self._published.isoformat()
        words = told.words if told is not None else self._grammar.words(over.index, over.index)
        reasons = (f"over when the report was published: {over.text}",)
        if told is not None and told.start is not None and told.start >= self._published:
            first = ".."
        return read_when(f"{first}/{until}", words, "relative", until, reasons)


def look_up_tenure(grammar: Grammar, annotations: Annotations, published: date | None) -> Tenure:
    """What tells when the ties of a report held."""
    times = {
        head.index: time
        for time in annotations.times
        if time.kind == "date" and time.when is not None
        for head in [head_of(grammar, time.words)]
        if head is not None
    }
    return Tenure(grammar, times, published)
