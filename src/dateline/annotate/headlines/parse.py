"""The parse of a headline's parts, each by itself, with words put in that headlines leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.annotate.headlines.quoted import find_quoted
from dateline.annotate.headlines.telegraphic import Edit, Seen, find_edits
from dateline.annotate.headlines.verbs import Verbs, verbs_of
from dateline.annotate.headlines.words import load_headline_words
from dateline.annotate.language import Parse, load_model, names_of
from dateline.annotate.reader import NOTHING_READ, Reading, load_reader
from dateline.annotate.repairs import repair
from dateline.records import Sentence, Token

_STOPS = (".", "!", "?", "…")
_PRESENT = ("VBZ", "VBP")
_NO_EDITS: Sequence[Edit] = ()

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A word for the parser: in the place of a word of the headline, or put beside one.

    Attributes:
        word: The headline's word; None for one that is put in.
        beside: For that one the word that it is put beside.
        space: Whether white space follows.
    """

    text: str
    word: int | None
    beside: int = 0
    space: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a headline: its words, what is shown of it, and what the parser makes of that."""

    start: int
    end: int
    words: Sequence[Any]
    shown: Sequence[_Shown]
    doc: Any

    def token(self, index: int, begin: int, sentence: int) -> Token:
        """A word as a token; a noun that was put in hands its place to the number before it."""
        at = next(i for i, s in enumerate(self.shown) if s.word == index)
        beside = {
            s.text: i for i, s in enumerate(self.shown) if s.word is None and s.beside == index
        }
        word, own = self.words[index], self.doc[at]
        place = self.doc[beside.get("people", at)]
        finite = "VBZ" if word.text.endswith("s") else "VBP"
        start = self.start + word.idx
        return Token(
            index=begin + index,
            start=start,
            end=start + len(word.text),
            text=word.text,
            lemma="to" if word.text == "to" else self._lemma(index, own),
            pos=own.pos_,
            tag=finite if "will" in beside else own.tag_,
            dep=place.dep_,
            head=begin + self._head(place, index),
            sentence=sentence,
        )

    def _lemma(self, index: int, model: Any) -> str:
        """A word's first form; of a verb that headlines alone use so, that of the plain one."""
        lemma = str(model.lemma_)
        if model.pos_ != "VERB":
            return lemma
        lists = load_headline_words()
        after = self.words[index + 1].text if index + 1 < len(self.words) else ""
        if after[:1].isupper() and lemma in lists.plain_before_name:
            return lists.plain_before_name[lemma]
        return lists.plain.get(lemma, lemma)

    def _head(self, model: Any, index: int) -> int:
        """The word that governs a word, above those that were put in."""
        at: int = model.head.i
        while True:
            shown = self.shown[at]
            if shown.word is not None:
                return shown.word
            if shown.text == "people":
                return shown.beside
            above: int = self.doc[at].head.i
            if above == at:
                return index
            at = above


def parse_parts(
    text: str,
    parts: Sequence[Range],
    plain: Sequence[Range] = (),
    *,
    with_reader: bool = True,
    parser: str | None = None,
) -> Parse:
    """The parse of ranges of a text, a sentence each, in text order.

    Args:
        parts: Those that tell something.
        plain: Others, in which no word is put.

    Raises:
        ParserNotFound: See `load_model`.
    """
    nlp = load_model(parser)
    pieces = list(_pieces(nlp, text, parts, plain))
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for piece in pieces:
        begin = len(tokens)
        number = len(sentences)
        tokens += [piece.token(i, begin, number) for i in range(len(piece.words))]
        sentences.append(Sentence(piece.start, piece.end, begin, len(tokens), 0))
    mended = tuple(repair(tokens))
    reading = _read(pieces, mended, verbs_of(nlp)) if with_reader and mended else NOTHING_READ
    return Parse(mended, tuple(sentences), names_of(mended, reading), reading)


# ------------------------------------------------------------------------------------ the parser


def _pieces(
    nlp: Any, text: str, parts: Sequence[Range], plain: Sequence[Range]
) -> Iterator[_Piece]:
    """The pieces; those in which words are put are parsed a second time."""
    ranges = sorted({*parts, *plain})
    words = [_words(nlp, text[a:b]) for a, b in ranges]
    kept = [(range_, own) for range_, own in zip(ranges, words, strict=True) if own]
    first = [_Piece(*r, own, *_parsed(nlp, _show(own, _NO_EDITS))) for r, own in kept]
    is_verb = verbs_of(nlp).has
    for (range_, own), piece in zip(kept, first, strict=True):
        seen = [Seen(t.text, m.tag_, m.lemma_) for t, m in zip(own, piece.doc, strict=False)]
        edits = find_edits(seen, is_verb) if range_ in parts else _NO_EDITS
        yield _Piece(*range_, own, *_parsed(nlp, _show(own, edits))) if edits else piece


def _words(nlp: Any, text: str) -> list[Any]:
    """The words, without marks round a few of them, which hide from the parser what they are."""
    words = [token for token in nlp.make_doc(text) if not token.is_space]
    marks = {i for pair in find_quoted([word.text for word in words]) for i in pair}
    return [word for i, word in enumerate(words) if i not in marks]


def _show(words: Sequence[Any], edits: Iterable[Edit]) -> list[_Shown]:
    """The words for the parser, with a full stop where the headline has none."""
    by_word: Mapping[int, Edit] = {edit.at: edit for edit in edits}
    shown: list[_Shown] = []
    for i, word in enumerate(words):
        edit = by_word.get(i, Edit(i))
        if edit.before:
            shown.append(_Shown(edit.before, None, i))
        space = bool(word.whitespace_) or bool(edit.after) or i + 1 in by_word
        shown.append(_Shown(edit.shown or word.text, i, space=space))
        if edit.after:
            shown.append(_Shown(edit.after, None, i))
    if words[-1].text not in _STOPS:
        shown.append(_Shown(".", None, len(words) - 1))
    return shown


def _parsed(nlp: Any, shown: Sequence[_Shown]) -> tuple[Sequence[_Shown], Any]:
    empty = type(nlp.make_doc(""))
    one_sentence = [i == 0 for i in range(len(shown))]
    words, spaces = [s.text for s in shown], [s.space for s in shown]
    doc = empty(nlp.vocab, words, spaces, sent_starts=one_sentence)
    return shown, nlp(doc)


# ------------------------------------------------------------------------------------ the reader


def _read(pieces: Sequence[_Piece], tokens: Sequence[Token], verbs: Verbs) -> Reading:
    """What the reader says of the words, shown to it as a report would tell them."""
    seen: list[Token] = []
    sentences: list[Sentence] = []
    rows: list[int] = []
    own = iter(tokens)
    for piece in pieces:
        first = len(seen)
        for shown in piece.shown:
            token = next(own) if shown.word is not None else None
            if token is not None:
                rows.append(len(seen))
            elif shown.text == "will":
                continue
            words = shown.text if token is None else _told(token, shown, verbs)
            seen.append(_word(len(seen), words, len(sentences)))
        sentences.append(Sentence(0, 0, first, len(seen), len(sentences)))
    read = load_reader().read(seen, sentences)
    return Reading(read.labels, {layer: shares[rows] for layer, shares in read.shares.items()})


def _told(token: Token, shown: _Shown, verbs: Verbs) -> str:
    """A word of a headline as a report has it: what happens there happened."""
    if token.tag in _PRESENT and token.pos == "VERB" and verbs.has(token.lemma):
        return verbs.past(token.lemma)
    return shown.text


def _word(index: int, text: str, sentence: int) -> Token:
    return Token(index, 0, 0, text, text, "X", "XX", "dep", index, sentence)
