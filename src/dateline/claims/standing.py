"""According to whom, and how sure: the sources, polarity and certainty of each claim."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import (
    AUTHOR,
    SUBJECTS,
    Annotations,
    Attribution,
    Certainty,
    KnownBy,
    Polarity,
    Quote,
    Source,
    SourceKind,
    Stance,
    Token,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim rests on."""

    sources: tuple[Source, ...] = (AUTHOR,)
    polarity: Polarity = "+"
    certainty: Certainty = "asserted"
    known_by: KnownBy = "told"
    hypothetical: bool = False


class Standings:
    """Looks up the standing of words by the attributions and stances of a report."""

    def __init__(self, annotations: Annotations) -> None:
        self._starts = [s.start for s in annotations.sentences]
        self._attributions: defaultdict[int, list[Attribution]] = defaultdict(list)
        for attribution in annotations.attributions:
            if not attribution.asserts:
                continue
            for number in sorted({self._sentence(q) for q in attribution.content}):
                self._attributions[number].append(attribution)
        self._stances: dict[int, Stance] = {s.token: s for s in annotations.stances}
        self._tokens = annotations.tokens
        self._with_subject = {t.head for t in annotations.tokens if t.dep in SUBJECTS}
        self._dated = {token for token, _ in annotations.event_dates}
        self._definite = {t.head for t in annotations.tokens if t.lemma == "the"}

    def of(self, token: Token) -> Standing:
        """The standing of what a word tells, by the attributions around it, inmost first."""
        near = self._attributions[token.sentence]  # content stays in the sentence of its cue
        around = [a for a in near if self._is_told(a, token)]
        around.sort(key=lambda a: (self._width(a, token), a.cue))
        stance = self._stances.get(token.index)
        polarity: Polarity = stance.polarity if stance else "+"
        hypothetical = bool(stance and stance.hypothetical)
        if not around:
            certainty = (stance.certainty if stance else None) or "asserted"
            return Standing((AUTHOR,), polarity, certainty, "told", hypothetical)
        inmost = around[0]
        sources = _once(s for a in around for s in a.sources if s.kind != "author")
        certainty = inmost.certainty
        if stance and stance.certainty and _has_cue(stance, token):
            certainty = stance.certainty
        if inmost.sources == (AUTHOR,):
            certainty = "inferred"
        return Standing(sources or (AUTHOR,), polarity, certainty, inmost.known_by, hypothetical)

    def is_denied(self, token: Token) -> bool:
        """Whether words round a word say that what it tells did not happen."""
        stance = self._stances.get(token.index)
        return stance is not None and stance.polarity == "-" and _has_cue(stance, token)

    def is_cue(self, token: Token, kinds: frozenset[SourceKind]) -> bool:
        """Whether a word is a cue that credits a source of one of these kinds."""
        return any(
            a.cue.start <= token.start < a.cue.end and a.sources[0].kind in kinds
            for a in self._attributions[token.sentence]
        )

    def _sentence(self, words: Quote) -> int:
        return bisect_right(self._starts, words.start) - 1

    def _is_told(self, attribution: Attribution, token: Token) -> bool:
        """Whether an attribution tells of a word, and does not only take it for known.

        "They called the June 3 raid a crime" tells of no raid: its date says that it is known.
        """
        if not self._is_content(attribution, token) or self._is_beside(attribution, token):
            return False
        if attribution.sources[0].kind == "media" and self._names_somebody(token):
            return False
        return token.index not in self._dated or token.index not in self._definite

    def _is_beside(self, attribution: Attribution, token: Token) -> bool:
        """Whether a verb goes on with the telling itself: "named it so and called him a thief",
        "issued an opinion, finding it unlawful", "said that she had gone but denied".
        """
        if token.dep not in ("conj", "advcl") or token.index in self._with_subject:
            return False
        head = self._tokens[token.head]
        if attribution.cue.start <= head.start < attribution.cue.end:
            return True
        contrasts = token.dep == "conj" and self._tokens[token.index - 1].lemma == "but"
        return contrasts and self._is_cue_of(attribution.sources, token)

    def _names_somebody(self, token: Token) -> bool:
        """Whether a clause says who is meant and is not itself seen: "the man who raided it"."""
        head = self._tokens[token.head]
        known = head.pos == "PROPN" or head.index in self._definite
        return token.dep == "relcl" and token.tag == "VBD" and known

    def _is_cue_of(self, sources: tuple[Source, ...], token: Token) -> bool:
        return any(
            a.cue.start <= token.start < a.cue.end and _names(a.sources) == _names(sources)
            for a in self._attributions[token.sentence]
        )

    def _is_content(self, attribution: Attribution, token: Token) -> bool:
        cue = attribution.cue
        if cue.start <= token.start < cue.end:
            return False
        return any(q.start <= token.start < q.end for q in attribution.content)

    def _width(self, attribution: Attribution, token: Token) -> int:
        return min(q.end - q.start for q in attribution.content if q.start <= token.start < q.end)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources without those that are named twice in one chain."""
    firsts = {_name(s): s for s in reversed([*sources])}
    return tuple(firsts.values())[::-1]


def _names(sources: Iterable[Source]) -> list[tuple[str, str | None]]:
    return [_name(s) for s in _once(sources)]


def _name(source: Source) -> tuple[str, str | None]:
    return source.kind, source.chain or source.name


def _has_cue(stance: Stance, token: Token) -> bool:
    """Whether other words say so, not the reader alone: its cue is the word itself."""
    return stance.cue.start != token.start
