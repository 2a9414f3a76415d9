"""Where the names of a report are: the reader's spans, and runs of capitals besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.knowledge import LONGEST_TITLE, Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.extents import find_holder, mend
from dateline.annotate.names.name import Name, name_of
from dateline.annotate.names.readings import shares_of
from dateline.annotate.names.runs import find_runs, is_stance
from dateline.annotate.reader import Mark
from dateline.records import Token

SURE = 0.5
"""A span of the reader counts from this share on."""
SURE_OF_SMALL = 0.8
"""One without a capital, as in posts, counts from this share on."""
PASSED_OVER = 0.9
"""What the reader takes for no name, with this share, is none beside one of its spans."""

_SMALL = frozenset(["the", "a", "an", "of", "and", "or", "for", "in", ",", "(", ")", "-", '"'])
_JOINTS = frozenset(["of", "for", "the", "and"])


def find_spans(parse: Parse, knowledge: Knowledge) -> list[Name]:
    """The names of a parse in text order, without overlaps, of no kind yet."""
    tokens = parse.tokens
    marks = mend(_joined(list(_trimmed(parse)), parse), parse, knowledge)
    taken = {i for mark in marks for i in range(mark.first, mark.last)}
    found = [name for mark in marks for name in _marked(tokens, mark, knowledge)]
    for first, last in find_runs(parse, knowledge):
        if taken.isdisjoint(range(first, last)):
            at = find_holder(parse, first, last) or last
            found += _split(tokens, first, at, knowledge)
            found += _split(tokens, at, last, knowledge) if at < last else ()
        else:
            found += _beside(parse, first, last, taken, knowledge)
    return sorted(found, key=lambda name: name.start)


def _trimmed(parse: Parse) -> Iterator[Mark]:
    """The spans of the reader that count, without small words at their ends."""
    for mark in _in_one_sentence(parse):
        words = [t.text for t in parse.tokens[mark.first : mark.last]]
        first, last = 0, len(words)
        while first < last and words[first].casefold() in _SMALL:
            first += 1
        while first < last and words[last - 1].casefold() in _SMALL:
            last -= 1
        kept = words[first:last]
        if (
            kept
            and mark.share >= SURE
            and (mark.share >= SURE_OF_SMALL or any(c.isupper() for word in kept for c in word))
            and not is_stance(kept[0])
        ):
            yield Mark(mark.first + first, mark.first + last, mark.type, mark.share)


def _in_one_sentence(parse: Parse) -> Iterator[Mark]:
    """The spans of the reader; one that goes on into another sentence is two."""
    tokens = parse.tokens
    for mark in parse.reading.marks("names"):
        begin = mark.first
        for i in range(mark.first + 1, mark.last + 1):
            if i == mark.last or tokens[i].sentence != tokens[begin].sentence:
                yield Mark(begin, i, mark.type, mark.share)
                begin = i


def _joined(marks: Sequence[Mark], parse: Parse) -> Iterator[Mark]:
    """Spans that go on in one another: "North" "Cotabato", "Bank of" "the" "Harbour"."""
    kept: Mark | None = None
    for mark in marks:
        if kept is not None and _goes_on(kept, mark, parse):
            kept = Mark(kept.first, mark.last, kept.type, min(kept.share, mark.share))
            continue
        if kept is not None:
            yield kept
        kept = mark
    if kept is not None:
        yield kept


def _goes_on(before: Mark, mark: Mark, parse: Parse) -> bool:
    """Whether two spans are one: of one type side by side, or the first one ends in a joint."""
    if before.type not in ("organization", "place") or parse.tokens[mark.first].dep == "bracket":
        return False
    between = [t.text.casefold() for t in parse.tokens[before.last : mark.first]]
    if not between:
        return before.type == mark.type
    return (
        between[0] in ("of", "for")
        and between[1:] in ([], ["the"])
        and shares_of(parse.reading, before.last, before.last + 1).none < 0.5
    )


def _marked(tokens: Sequence[Token], mark: Mark, knowledge: Knowledge) -> Iterator[Name]:
    """The names in a span of the reader; a person's title is none of them."""
    first, last = mark.first, mark.last
    words = [t.text for t in tokens[first:last]]
    title = _last_title(words, knowledge) if mark.type == "person" else None
    if title is not None and title[1] < len(words):
        yield from _split(tokens, first, last, knowledge)
        return
    begin = _title_before(tokens, first, knowledge) if mark.type == "person" else first
    before = (begin, first) if begin < first else None
    yield name_of(tokens, first, last, before, bracketed=tokens[first].dep == "bracket")


def _last_title(words: Sequence[str], knowledge: Knowledge) -> tuple[int, int] | None:
    """The range of the last title among the words; a part of a word is none: "Soo-min"."""
    found = knowledge.last_title(words)
    return None if found and words[found[0] - 1 : found[0]] == ["-"] else found


def _title_before(tokens: Sequence[Token], first: int, knowledge: Knowledge) -> int:
    """The first token of the title that stands right before a name; `first` without one."""
    for start in range(max(0, first - LONGEST_TITLE), first):
        words = [t.text for t in tokens[start:first]]
        if tokens[start].sentence != tokens[first].sentence or not words[0][:1].isupper():
            continue
        if " ".join(words).casefold() in knowledge.titles:
            return start
    return first


def _beside(
    parse: Parse, first: int, last: int, taken: set[int], knowledge: Knowledge
) -> Iterator[Name]:
    """The names that the reader leaves beside its own in a run: "Senate President Omar Haddad"."""
    tokens = parse.tokens
    for begin, end in _stretches(first, last, taken):
        words = [t.text for t in tokens[begin:end]]
        title = _last_title(words, knowledge) if end in taken else None
        if title is not None and title[1] == len(words):
            end = begin + title[0]
        while begin < end and tokens[begin].text.casefold() in _SMALL:
            begin += 1
        while begin < end and tokens[end - 1].text.casefold() in _SMALL:
            end -= 1
        if begin < end and shares_of(parse.reading, begin, end).none < PASSED_OVER:
            yield name_of(tokens, begin, end, bracketed=tokens[begin].dep == "bracket")


def _stretches(first: int, last: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    begin = first
    for i in range(first, last + 1):
        if i == last or i in taken:
            if begin < i:
                yield begin, i
            begin = i + 1


def _split(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> Iterator[Name]:
    """The names in a run: a body in front of a title, and the person after it."""
    words = [t.text for t in tokens[first:last]]
    for at in range(first + 1, min(first + 4, last)):  # "the United States Joe Biden"
        state = " ".join(words[: at - first])
        if tokens[at].text in knowledge.given_names and knowledge.country_of(state):
            yield name_of(tokens, first, at)
            yield name_of(tokens, at, last)
            return
    bracketed = tokens[first].dep == "bracket"
    is_occasion = words[-1].casefold() in knowledge.occasion_words  # "the Mufti Karsh Conference"
    found = None if bracketed or is_occasion else _last_title(words, knowledge)
    if found is None:
        yield name_of(tokens, first, last, bracketed=bracketed)
        return
    start, end = first + found[0], first + found[1]
    if end == last and start > first and tokens[start - 1].text in _JOINTS:
        yield name_of(tokens, first, last)  # "Department of Justice"
        return
    if start > first:
        yield name_of(tokens, first, start)
    if end < last:
        yield name_of(tokens, end, last, title=(start, end))
