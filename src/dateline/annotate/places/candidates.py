"""Names in a report that the gazetteer knows, and how each is used: of a place, or otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.annotate.places.gazetteer import Gazetteer
from dateline.annotate.places.words import (
    COMMON_WORDS,
    DIRECTIONS,
    HAPPENINGS,
    HEADS_OF,
    KINDS,
    PREPOSITIONS,
    PREPOSITIONS_OF_TOWNS,
    STATES,
    STOP_NAMES,
    VENUES,
    VERBS_OF_PLACE,
)
from dateline.records import Report, Span, Token

Use = Literal["place", "town", "weak", "no"]
"""Of a place; of a place if it is less than a country; only as a name beside others; not at all."""

_LONGEST = 6
_LONGEST_CHARACTERS = 60
_CLIMB = 12
_LOOSE_WORDS = 2
_BREAKS = frozenset(',;:()\n“”"')
LONGEST_LIST = 300
"""A sentence in which more words than these may begin a name is a table, and is not read."""
_LIST_GOES_ON = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")


class Candidate(NamedTuple):
    """A name that the gazetteer knows; a tuple, as a report may have very many.

    Attributes:
        first, last: Range of tokens, half-open.
        use: How the words around use it, so far as the parse shows.
        preposition: The preposition that it stands after, or "".
        venue: The range of the building's name that it opens, or None.
    """

    start: int
    end: int
    name: str
    first: int
    last: int
    use: Use
    preposition: str = ""
    venue: Span | None = None


def find_candidates(
    report: Report, tokens: Sequence[Token], taken: Sequence[Span], gazetteer: Gazetteer
) -> list[Candidate]:
    """Candidates in text order, without overlaps, the longest name at each place."""
    return list(_Candidates(report, tokens, taken, gazetteer).find())


class _Candidates:
    def __init__(
        self, report: Report, tokens: Sequence[Token], taken: Sequence[Span], gazetteer: Gazetteer
    ) -> None:
        self.text, self.body_start = report.text, report.body_start
        self.tokens, self.gazetteer = tokens, gazetteer
        self.taken = sorted(taken)
        self.known: dict[str, bool] = {}
        self.taken_starts = [span.start for span in self.taken]
        self.may_end = [token.text[:1].isupper() for token in tokens]
        self.is_capital = [_is_capital(token) for token in tokens]
        self.run_ends = self._run_ends()

    def find(self) -> Iterator[Candidate]:
        index = bisect_left([token.start for token in self.tokens], self.body_start)
        names = Counter(token.sentence for token in self.tokens[index:] if _is_name(token))
        previous: Candidate | None = None
        while index < len(self.tokens):
            is_table = names[self.tokens[index].sentence] > LONGEST_LIST
            last = None if is_table else self._longest_name(index)
            if last is None:
                index += 1
                continue
            candidate = self._in_list(self._candidate(index, last), previous)
            yield candidate
            previous, index = candidate, last

    def _in_list(self, candidate: Candidate, previous: Candidate | None) -> Candidate:
        """The candidate, used as the one before it where the parse lost the list."""
        if (
            previous is None
            or candidate.use != "weak"
            or candidate.preposition
            or previous.use not in ("place", "town")
        ):
            return candidate
        gap = self.text[previous.end : candidate.start]
        is_last = gap in (" and ", " or ", ", and ", ", or ")
        if is_last or (gap == ", " and _LIST_GOES_ON.match(self.text, candidate.end)):
            return candidate._replace(use=previous.use, preposition=previous.preposition)
        return candidate

    def _longest_name(self, index: int) -> int | None:
        """One past the last token of the longest name that begins at this token."""
        if not self._may_begin(index):
            return None
        tokens, text, may_end, names = self.tokens, self.text, self.may_end, self.known
        start = tokens[index].start
        for last in range(self._reach(index), index, -1):
            if not may_end[last - 1]:
                continue
            name = text[start : tokens[last - 1].end]
            known = names.get(name)
            if known is None:
                known = self._is_known(name, last - index, is_name=_is_name(tokens[index]))
                names[name] = known
            if known:
                return last
        return None

    def _reach(self, index: int) -> int:
        """One past the last token that a name that begins here could hold."""
        last = min(index + _LONGEST, self.run_ends[index])
        farthest = self.tokens[index].start + _LONGEST_CHARACTERS
        while last > index and self.tokens[last - 1].end > farthest:
            last -= 1
        return last

    def _run_ends(self) -> list[int]:
        """For each token one past the last that could stand in one name with it."""
        ends: list[int] = []
        end, after = len(self.tokens), None
        for token in reversed(self.tokens):
            index = len(self.tokens) - len(ends) - 1
            if after is not None and (
                token.sentence != after.sentence or "\n" in self.text[token.end : after.start]
            ):
                end = index + 1
            if token.text[0] in _BREAKS:
                end = index
            ends.append(end)
            after = token
        ends.reverse()
        return ends

    def _is_known(self, name: str, words: int, *, is_name: bool) -> bool:
        """Whether the gazetteer has the name; for a name of one or two words, or one like it."""
        if name.lower() in STOP_NAMES:
            return False
        if words > _LOOSE_WORDS:
            return self.gazetteer.has(name)
        found = self.gazetteer.look_up(name)
        return bool(found) and (words > 1 or is_name or not found[0].is_loose)

    def _may_begin(self, index: int) -> bool:
        token = self.tokens[index]
        if not token.text[:1].isupper() or len(token.text) < 2:
            return False
        return _is_name(token) or (
            token.pos in ("ADJ", "NOUN", "X") and index + 1 < len(self.tokens)
        )

    def _candidate(self, first: int, last: int) -> Candidate:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        name = self.text[start:end]
        venue = self._venue(first, last)
        if venue is None and (self._is_taken(start, end) or self._is_part_of_name(first, last)):
            return Candidate(start, end, name, first, last, "no")
        preposition = self._preposition(first, last)
        use: Use
        if venue is not None:
            use = "town" if preposition else "weak"
        else:
            use = self._use(first, last, preposition)
            if name.lower() in COMMON_WORDS and use == "place" and preposition not in PREPOSITIONS:
                use = "weak"
        return Candidate(start, end, name, first, last, use, preposition, venue)

    def _is_taken(self, start: int, end: int) -> bool:
        place = bisect_right(self.taken_starts, start)
        return place > 0 and any(
            span.start <= start and end <= span.end
            for span in self.taken[max(0, place - 3) : place]
        )

    def _venue(self, first: int, last: int) -> Span | None:
        """The building whose name the place opens: "Karachi Press Club"."""
        place = last
        end = min(last + 4, len(self.tokens))
        while place < end and self.is_capital[place]:
            place += 1
        if place == last or self.tokens[place - 1].text not in VENUES:
            return None
        if not _is_joined(self.text, self.tokens, first, place):
            return None
        return Span(self.tokens[first].start, self.tokens[place - 1].end)

    def _is_part_of_name(self, first: int, last: int) -> bool:
        """Whether other capitals stand beside it, as in "Jordan Smith", "Washington Post"."""
        if first and self.tokens[first - 1].sentence == self.tokens[first].sentence:
            before = self.tokens[first - 1]
            if (
                (
                    self.is_capital[first - 1]
                    and _is_name(before)
                    and before.end + 1 == self.tokens[first].start
                )
                and before.text.lower() not in DIRECTIONS
                and before.text not in KINDS
            ):
                return True
        if last < len(self.tokens) and self.tokens[last].sentence == self.tokens[last - 1].sentence:
            after = self.tokens[last]
            if (
                self.is_capital[last]
                and _is_name(after)
                and after.start <= self.tokens[last - 1].end + 1
            ):
                return after.text not in KINDS
        return False

    def _head_of_name(self, first: int, last: int) -> Token:
        """The token of the name that hangs on something outside it."""
        for token in reversed(self.tokens[first:last]):
            if not first <= token.head < last or token.head == token.index:
                return token
        return self.tokens[last - 1]

    def _role(self, first: int, last: int) -> Token:
        """The token whose dependency says how the name is used: a list's or apposition's first."""
        token = self._head_of_name(first, last)
        for _ in range(_CLIMB):
            head = self.tokens[token.head]
            if (
                token.dep in ("conj", "appos") and head.index != token.index and head.pos == "PROPN"
            ) or (token.dep == "compound" and head.text in KINDS):
                token = head
            else:
                break
        return token

    def _preposition(self, first: int, last: int) -> str:
        """The preposition before the name, by the parse or right before it."""
        role = self._role(first, last)
        head = self.tokens[role.head]
        if role.dep == "pobj":
            return head.text.lower()
        place = first - 1
        while place >= 0 and self.tokens[place].text.lower() in {"the", "a", *DIRECTIONS}:
            place -= 1
        before = self.tokens[place] if place >= 0 else None
        if (
            before is not None
            and before.pos == "ADP"
            and before.sentence == self.tokens[first].sentence
        ):
            return before.text.lower()
        return ""

    def _use(self, first: int, last: int, preposition: str) -> Use:
        role = self._role(first, last)
        head = self.tokens[role.head]
        following = self.tokens[last] if last < len(self.tokens) else None
        if following is not None and following.tag == "POS":
            return "weak"
        if role.dep in ("compound", "amod", "nmod") and head.index >= last:
            return "town" if head.lemma.lower() in HAPPENINGS else "weak"
        if following is not None and following.text.startswith("-"):
            return "weak"
        if preposition:
            return self._use_after(preposition, role)
        if role.dep in ("dobj", "nsubjpass") and head.lemma in VERBS_OF_PLACE:
            return "place"
        if role.dep in ("npadvmod", "advmod", "ROOT", "dep"):
            return "town"
        return "weak"

    def _use_after(self, preposition: str, role: Token) -> Use:
        if preposition in PREPOSITIONS_OF_TOWNS:
            return "town"
        if preposition not in PREPOSITIONS:
            return "weak"
        if preposition == "of" and role.dep == "pobj":
            owner = self.tokens[self.tokens[role.head].head]
            if owner.lemma.lower() in HEADS_OF or (owner.pos == "PROPN" and _is_capital(owner)):
                return "weak"
        return "place"


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN"


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text not in STATES


def _is_joined(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but spaces stands between the tokens."""
    between = text[tokens[first].start : tokens[last - 1].end]
    return not any(mark in between for mark in ",;:()\n")
