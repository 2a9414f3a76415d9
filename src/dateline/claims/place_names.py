"""Names in a report that a place may bear, the gazetteer knowing it or not.

Most villages and quarters of the news stand in no gazetteer; that one is a place is told by the
words around it ("in the Qasr quarter"), which is for the placing of an event to judge.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.records import Annotations, Grammar, PlaceMention, Quote, Schema, Span, Token

_LONGEST = 12
"""Words of a name: a longer run of capitals is a heading."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that may be a place's.

    Attributes:
        first, last: Range of tokens, half-open.
        head: The token that governs its others.
        mention: The place that it is or holds, if the gazetteer knows one.
        bearer: What a chain of the report takes the name for: a person, a body, a state that acts.
    """

    words: Quote
    first: int
    last: int
    head: int
    mention: PlaceMention | None = None
    bearer: Schema | None = None


@dataclass(frozen=True, slots=True)
class PlacingWords:
    """The word lists of ``placing.toml``."""

    not_names: frozenset[str]
    inside_names: frozenset[str]
    heads_with_of: frozenset[str]
    places: frozenset[str]
    where: frozenset[str]
    directions: frozenset[str]
    verbs_of_place: frozenset[str]
    verbs_of_place_alone: frozenset[str]


@lru_cache(maxsize=1)
def load_placing_words() -> PlacingWords:
    """The word lists of the package."""
    lists = tomllib.loads((files("dateline.claims") / "placing.toml").read_text("utf-8"))
    return PlacingWords(**{name: frozenset(words) for name, words in lists.items()})


def find_place_names(grammar: Grammar, annotations: Annotations) -> tuple[PlaceName, ...]:
    """The names that places may bear, in text order, without overlaps.

    A place of the annotations is one, with the capitals beside it ("Sfax" in "Sfax Governorate").
    """
    known = _known_tokens(grammar, annotations.places)
    bearers = _bearers(grammar, annotations)
    words = load_placing_words()
    runs = _runs(grammar, known, words)
    return tuple(_name(grammar, first, last, known, bearers) for first, last in runs)


def name_at(grammar: Grammar, annotations: Annotations, span: Span) -> PlaceName:
    """The name that the tokens in a range make, whether or not it would be found."""
    inside = [t.index for t in grammar.tokens if t.start < span.end and span.start < t.end]
    known = _known_tokens(grammar, annotations.places)
    return _name(grammar, inside[0], inside[-1] + 1, known, _bearers(grammar, annotations))


def _name(
    grammar: Grammar,
    first: int,
    last: int,
    known: dict[int, PlaceMention],
    bearers: dict[int, Schema],
) -> PlaceName:
    mention = next((known[i] for i in reversed(range(first, last)) if i in known), None)
    bearer = next((bearers[i] for i in range(first, last) if i in bearers), None)
    head = _head(grammar.tokens, first, last)
    return PlaceName(grammar.words(first, last - 1), first, last, head, mention, bearer)


def _known_tokens(grammar: Grammar, places: Sequence[PlaceMention]) -> dict[int, PlaceMention]:
    """The known places by token; not those in the name of something else ("Lima Keller")."""
    return {
        token.index: mention
        for mention in places
        if mention.use != "name"
        for token in grammar.within(mention.words)
    }


def _bearers(grammar: Grammar, annotations: Annotations) -> dict[int, Schema]:
    return {
        token.index: chain.schema
        for chain in annotations.chains
        for mention in chain.mentions
        if mention.kind == "name"
        for token in grammar.within(mention.words)
    }


def _runs(
    grammar: Grammar, known: dict[int, PlaceMention], words: PlacingWords
) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that make one name."""
    tokens, first = grammar.tokens, 0
    while first < len(tokens):
        if not (first in known or _is_capital(tokens[first]) or _opens(tokens, first)):
            first += 1
            continue
        last = first + 1
        while last < len(tokens) and (step := _step(tokens, first, last, known, words)):
            last += step
        begin, end = _trimmed(tokens, first, last, known, words)
        if begin < end and end - begin <= _LONGEST:
            yield begin, end
        first = last


def _step(
    tokens: Sequence[Token],
    first: int,
    last: int,
    known: dict[int, PlaceMention],
    words: PlacingWords,
) -> int:
    """How many tokens from `last` on go on with the name that began at `first`; 0 for none."""
    before, token = tokens[last - 1], tokens[last]
    if token.sentence != before.sentence or token.start > before.end + 2:
        return 0
    if last in known and known[last] is known.get(last - 1):
        return 1
    if _is_capital(token):
        different = last in known and last - 1 in known
        return 0 if different or before.text.rstrip(".") in words.not_names else 1
    ahead = [t.text for t in tokens[last : last + 4]]
    for count, shape in ((3, _is_article), (2, _is_link)):
        if len(ahead) > count and shape(ahead, words) and ahead[count][:1].isupper():
            return count + 1
    if len(ahead) > 1 and ahead[1][:1].isupper():
        marked = ahead[0] in ("-", "'", "’", "‘", "`") and token.end == tokens[last + 1].start
        of = ahead[0] == "of" and before.text in words.heads_with_of
        return 2 if marked or of or ahead[0] in words.inside_names else 0
    return 0


def _is_article(ahead: Sequence[str], words: PlacingWords) -> bool:
    """Whether an article between hyphens goes on: "Umm-al-Qasr"."""
    return ahead[0] == "-" and ahead[1].casefold() in words.inside_names and ahead[2] == "-"


def _is_link(ahead: Sequence[str], words: PlacingWords) -> bool:
    """Whether an article with a hyphen goes on: "Bustan al-Qasr"."""
    return ahead[0].casefold() in words.inside_names and ahead[1] == "-"


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a lower-case article begins a name here: "al-Bab"."""
    return (
        tokens[index].text in ("al", "el", "ad", "ar", "as", "ash", "at", "az", "an")
        and index + 2 < len(tokens)
        and tokens[index + 1].text == "-"
        and tokens[index + 2].text[:1].isupper()
    )


def _trimmed(
    tokens: Sequence[Token],
    first: int,
    last: int,
    known: dict[int, PlaceMention],
    words: PlacingWords,
) -> tuple[int, int]:
    """The range without days, titles and directions at its ends."""
    while first < last and first not in known and tokens[first].text.rstrip(".") in words.not_names:
        first += 1
    while (
        first < last
        and last - 1 not in known
        and tokens[last - 1].text.rstrip(".") in words.not_names
    ):
        last -= 1
    return first, last


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and (
        token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ", "X") and len(token.text) > 1)
    )


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last token of the range that hangs on something outside it."""
    for token in reversed(tokens[first:last]):
        outside = not first <= token.head < last or token.head == token.index
        if outside and token.pos != "PUNCT":
            return token.index
    return last - 1
