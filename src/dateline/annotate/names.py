"""Names in a report, and what each is a name of, agreed over the whole report.

Spans come from runs of proper nouns; the model's guesses, titles, the words inside a name
and the words round it vote on its kind, and every mention of one form gets the same kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.records import Span, Token

NameKind = Literal["person", "organization", "country", "place", "other"]

_GUESSES: dict[str, dict[NameKind, float]] = {
    "PERSON": {"person": 1.5},
    "ORG": {"organization": 1.5},
    "GPE": {"place": 1.5},
    "LOC": {"place": 1.5},
    "FAC": {"place": 1.0},
    "NORP": {"organization": 0.6},
    "EVENT": {"other": 1.5},
    "LAW": {"other": 1.5},
    "WORK_OF_ART": {"other": 1.0},
}
_NO_NAMES = {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY", "LANGUAGE"}
_PLACE_PREPOSITIONS = {"in", "at", "near", "from", "into", "outside", "across", "towards", "around"}
_SAYING = {"say", "tell", "add", "write", "meet", "visit", "speak", "travel", "resign"}
_GOING = {"visit", "leave", "reach", "tour", "enter"}
_POSSESSIVES = {"'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    Attributes:
        start, end: Code points, half-open; titles in front are outside.
        first, last: Tokens, half-open.
        title: Tokens of the title in front, half-open; None without one.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    kind: NameKind
    title: tuple[int, int] | None = None
    bracketed: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def find_names(
    parse: Parse, knowledge: Knowledge, weigh_place: Callable[[str], float]
) -> list[Name]:
    """All names of a parse, in text order, without overlaps.

    Args:
        weigh_place: How much a gazetteer speaks for a name being a place's; 0 if it knows none.
    """
    found = [
        name
        for first, last in _runs(parse, knowledge)
        for name in _split(parse.tokens, first, last, knowledge)
    ]
    return _agree(found, parse, knowledge, weigh_place)


# ------------------------------------------------------------------------------------- spans


def _runs(parse: Parse, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that look like names, joined over "of" where an office or a body does so."""
    tokens = parse.tokens
    barred = {
        i
        for guess in parse.names
        if guess.label in _NO_NAMES
        for i in _tokens_in(tokens, guess.start, guess.end)
    }
    persons = {
        pair
        for guess in parse.names
        if guess.label == "PERSON"
        for pair in pairwise(_tokens_in(tokens, guess.start, guess.end))
    }
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.last:
            if i in barred or not _in_name(tokens, i, sentence.first, knowledge):
                i += 1
                continue
            j = i + 1
            while j < sentence.last and j not in barred:
                if _in_name(tokens, j, sentence.first, knowledge):
                    if (tokens[j].dep == "bracket") != (tokens[i].dep == "bracket"):
                        break
                    j += 1
                    continue
                after = _joined(tokens, i, j, sentence.last, knowledge, persons)
                if after is None:
                    break
                j = after
            yield i, j
            i = j


def _tokens_in(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < start:
            low = middle + 1
        else:
            high = middle
    while low < len(tokens) and tokens[low].start < end:
        yield low
        low += 1


def _in_name(tokens: Sequence[Token], i: int, first: int, knowledge: Knowledge) -> bool:
    token = tokens[i]
    if not token.text[0].isupper() or token.text in knowledge.never_names:
        return bool(
            token.text in knowledge.particles
            and i > first
            and (tokens[i - 1].text[:1].isupper() or tokens[i - 1].text in knowledge.particles)
            and _leads_to_name(tokens, i, knowledge)
        )
    before = [t.text.casefold() for t in tokens[max(first, i - 2) : i]]
    if before[-1:] == ["-"] and before[0] in ("anti", "pro", "non"):
        return False
    if token.tag == "NNPS" and before[-1:] in (["'s"], ["’s"]) and not _follows(tokens, i):
        return False  # "Karsh's Activities", as headings have it
    if token.tag in ("NNP", "NNPS") or token.dep == "bracket":
        return True
    if token.tag in ("NN", "NNS", "JJ", "VBN", "VBG", "FW", "VB", "VBP") and i > first:
        quoted = tokens[i - 1].text in ('"', "“", "'", "‘")
        return not quoted and token.text.casefold() not in knowledge.demonyms
    return False


def _follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether the next word has a capital too."""
    return i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()


def _leads_to_name(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether a particle goes on to a capital: "de la Torre", "al-Rashidi"."""
    for token in tokens[i + 1 : i + 4]:
        if token.text[:1].isupper():
            return token.tag.startswith("NNP")
        if token.text != "-" and token.text not in knowledge.particles:
            return False
    return False


def _joined(
    tokens: Sequence[Token],
    first: int,
    at: int,
    end: int,
    knowledge: Knowledge,
    persons: set[tuple[int, int]],
) -> int | None:
    """The token after a joint such as "of the" if the name goes on beyond it."""
    word = tokens[at].text
    head = tokens[at - 1].text.casefold()
    if word == "-" and (at - 1, at) in persons and (at, at + 1) in persons:
        return at + 2  # "Won-soon": its second part has no capital
    if word == "&" or (word == "-" and at + 1 < end):
        return at + 1 if at + 1 < end and tokens[at + 1].text[:1].isupper() else None
    if word == "and" and "ministry" in {t.text.casefold() for t in tokens[first:at]}:
        return at + 1 if tokens[at + 1].tag == "NNP" else None
    if word not in ("of", "for") or head not in knowledge.body_words:
        return None
    after = at + 1
    if after < end and tokens[after].text == "the":
        after += 1
    ok = after < end and tokens[after].tag in ("NNP", "NNPS") and tokens[after].text[0].isupper()
    return after if ok else None


def _split(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> Iterator[Name]:
    """The names in a run: a body in front of a title, and the person after it."""
    words = [t.text for t in tokens[first:last]]
    for at in range(first + 1, min(first + 4, last)):  # "the United States Joe Biden"
        state = " ".join(words[: at - first])
        if tokens[at].text in knowledge.given_names and knowledge.country_of(state):
            yield _name(tokens, first, at)
            yield _name(tokens, at, last)
            return
    bracketed = tokens[first].dep == "bracket"
    is_occasion = words[-1].casefold() in knowledge.occasion_words  # "the Mufti Karsh Conference"
    found = None if bracketed or is_occasion else knowledge.last_title(words)
    if found is None:
        yield _name(tokens, first, last, bracketed=bracketed)
        return
    begin, end = first + found[0], first + found[1]
    if end == last and begin > first and tokens[begin - 1].text in ("of", "for", "the", "and"):
        yield _name(tokens, first, last)  # "Department of Justice"
        return
    if begin > first:
        yield _name(tokens, first, begin)
    if end < last:
        yield _name(tokens, end, last, title=(begin, end))


def _name(
    tokens: Sequence[Token],
    first: int,
    last: int,
    title: tuple[int, int] | None = None,
    bracketed: bool = False,
) -> Name:
    while last - first > 1 and tokens[last - 1].text in _POSSESSIVES:
        last -= 1
    start, end = tokens[first].start, tokens[last - 1].end
    parts = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
        parts.append(" " * min(1, token.start - before.end) + token.text)
    return Name("".join(parts), start, end, first, last, "other", title, bracketed)


# ------------------------------------------------------------------------------------- kinds


def _agree(
    names: Iterable[Name], parse: Parse, knowledge: Knowledge, weigh_place: Callable[[str], float]
) -> list[Name]:
    """Give every name the kind that all mentions of its form vote for."""
    names = list(names)
    guesses: dict[int, str] = {}
    for guess in parse.names:
        for i in _tokens_in(parse.tokens, guess.start, guess.end):
            guesses[i] = guess.label
    votes: defaultdict[str, Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        votes[name.text]["other"] += 0
        for kind, weight in _votes(name, parse.tokens, guesses, knowledge, weigh_place):
            votes[name.text][kind] += weight  # type: ignore[assignment]  # counts are floats here
    kinds = {text: _winner(tally) for text, tally in votes.items()}
    _let_full_names_rule(kinds, votes)
    _let_brackets_rule(names, kinds)
    return [replace(n, kind=_country(kinds[n.text], n.text, knowledge)) for n in names]


def _winner(tally: Counter[NameKind]) -> NameKind:
    kind, weight = min(tally.items(), key=lambda item: (-item[1], item[0]), default=("other", 0))
    return kind if weight > 0 else "other"


def _country(kind: NameKind, text: str, knowledge: Knowledge) -> NameKind:
    return "country" if knowledge.country_of(text) and kind != "person" else kind


def _let_full_names_rule(kinds: dict[str, NameKind], votes: dict[str, Counter[NameKind]]) -> None:
    """A part of a longer name is of its kind: a surname, the end of a body's name."""
    surnames = {t.split()[-1] for t, kind in kinds.items() if kind == "person" and " " in t}
    bodies = [t.split() for t, kind in kinds.items() if kind == "organization" and " " in t]
    parts = {words[0] for words in bodies} | {words[-1] for words in bodies}
    for text in kinds:
        if text in surnames and not text.isupper():
            kinds[text] = "person"
        elif text in parts and kinds[text] != "organization" and votes[text]["place"] < 1:
            kinds[text] = "organization"


def _let_brackets_rule(names: Sequence[Name], kinds: dict[str, NameKind]) -> None:
    """An acronym in brackets is a name of what stands before it."""
    for before, name in pairwise(names):
        if name.bracketed and name.first - before.last <= 1:
            text = name.text
            if kinds[before.text] == "other" and text.isupper():
                kinds[before.text] = "organization"
            kinds[text] = kinds[before.text]


def _votes(
    name: Name,
    tokens: Sequence[Token],
    guesses: dict[int, str],
    knowledge: Knowledge,
    weigh_place: Callable[[str], float],
) -> Iterator[tuple[NameKind, float]]:
    words = [t.text for t in tokens[name.first : name.last]]
    lower = [w.casefold() for w in words]
    head = tokens[name.last - 1]
    for label in sorted({guesses.get(i, "") for i in range(name.first, name.last)}):
        yield from _GUESSES.get(label, {}).items()
    if name.title:
        yield "person", 4
    yield from _votes_of_words(words, lower, knowledge)
    if knowledge.country_of(name.text):
        yield "place", 3
    elif (known := weigh_place(name.text)) > 0:
        before = tokens[name.first - 1] if name.first else head
        near = before.text.casefold() in _PLACE_PREPOSITIONS
        yield "place", known + 0.6 * near
        if before.text == "," and (guesses.get(name.first - 2) in ("GPE", "LOC")):
            yield "place", 1.2
        if tokens[head.head].tag == "NN" and head.dep in ("compound", "nmod"):
            yield "place", 0.6
    yield from _votes_of_grammar(name, tokens, head, knowledge)


def _votes_of_words(
    words: list[str], lower: list[str], knowledge: Knowledge
) -> Iterator[tuple[NameKind, float]]:
    """What the words of a name say of its kind."""
    if lower[-1] in knowledge.body_words or (
        len(lower) > 1 and any(w in knowledge.body_words for w in lower)
    ):
        yield "organization", 3.5
    if lower[-1] in knowledge.occasion_words:
        yield "other", 5
    if " ".join(lower) in knowledge.outlets or (
        len(lower) > 1 and lower[-1] in knowledge.outlet_words
    ):
        yield "organization", 4
    if " ".join(lower) in knowledge.platforms or any(c.isdigit() for c in words[-1]):
        yield "other", 3
    if len(words) > 1 and words[0] in knowledge.given_names:
        yield "person", 2
    if any(w in knowledge.group_words for w in lower) or any("-e-" in w for w in lower):
        yield "organization", 2.5
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        yield "organization", 1.2
    if 2 <= len(words) <= 4 and all(w[:1].isupper() and not w.isupper() for w in words):
        yield "person", 0.6
    if len(words) > 1 and any(w in knowledge.particles for w in lower[1:-1] if w != "of"):
        yield "person", 0.8


def _votes_of_grammar(
    name: Name, tokens: Sequence[Token], head: Token, knowledge: Knowledge
) -> Iterator[tuple[NameKind, float]]:
    """What the words round a name say of its kind."""
    before = tokens[name.first - 1] if name.first else None
    alone = head.dep not in ("compound", "nmod")
    if before and before.text.casefold() == "the" and not name.title and alone:
        yield "organization", 0.8
        yield "person", -1.5
    governor = tokens[head.head]
    if head.dep in ("compound", "nmod") and governor.index >= name.last:
        if governor.lemma in knowledge.role_nouns | knowledge.group_nouns:
            yield "organization", 1.2
        elif governor.tag in ("NN", "NNS"):
            yield "person", -0.5
    post = before is not None and before.lemma in knowledge.role_nouns
    if post and before and before.dep in ("compound", "nmod"):
        yield "person", 3.0 * (name.first <= before.head < name.last)
    for child in tokens[name.last : name.last + 8]:
        if child.head == head.index and child.dep == "appos" and child.tag == "NN":
            if child.lemma in knowledge.role_nouns:
                yield "person", 3
            elif child.lemma in knowledge.organization_nouns:
                yield "organization", 3
    following = tokens[name.last] if name.last < len(tokens) else None
    if following and following.text == "," and name.last + 1 < len(tokens):
        after = tokens[name.last + 1]
        if after.text.casefold() == "who" or (after.tag == "CD" and len(after.text) == 2):
            yield "person", 3
    if head.dep == "nsubj" and governor.lemma in _SAYING:
        yield "person", 0.5
    if head.dep == "dobj" and governor.lemma in _GOING:
        yield "place", 1.2
