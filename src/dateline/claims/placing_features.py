"""What speaks for a name being the place of an event, a short readable phrase each.

The phrases are the names of the weights in ``placing.tsv``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.claims.place_names import PlaceName, PlacingWords, load_placing_words
from dateline.claims.place_positions import position_of, sort_of, way_class
from dateline.claims.place_relations import relation_of, words_above
from dateline.records import Grammar, Token

_FARTHEST = 150
"""Words between an event and a name that may still be its place."""
_MOST = 30
"""Names that an event may be at: the nearest ones."""
_BETWEEN_PLACES = frozenset((",", "in", "of", "the", "(", "near", "at", "on", "'s", "’s", "-"))
_OWNER = ("'s", "’s")
_LONGEST_JOINT = 6
_QUOTES = ("“", '"', "”", "''", "``")


class Positions:
    """The names of one report that may be places', with the features of each for an event."""

    def __init__(self, grammar: Grammar, names: Sequence[PlaceName]) -> None:
        self.grammar, self.words = grammar, load_placing_words()
        self.all = [position_of(grammar, name, self.words) for name in names]
        self.kinds = [way_class(place.way, self.words) for place in self.all]
        self._of_token = {
            i: n for n, name in enumerate(names) for i in range(name.first, name.last)
        }
        self._opening = [self._opens_list(n) for n in range(len(names))]
        self._firsts = [name.first for name in names]
        self._own: dict[int, list[str]] = {}

    def rivals(self, event: Token) -> list[int]:
        """The numbers of the names that an event could be at, in text order."""
        first = bisect_left(self._firsts, event.index - _FARTHEST)
        last = bisect_left(self._firsts, event.index + _FARTHEST)
        own = self._of_token.get(event.index)
        near = [
            (abs(self.all[number].name.head - event.index), number)
            for number in range(first, last)
            if number != own
            and self.grammar.tokens[self._firsts[number]].sentence == event.sentence
            and self._may_be_place(number)
        ]
        return sorted(number for _, number in sorted(near)[:_MOST])

    def features(self, event: Token, rivals: Sequence[int]) -> list[list[str]]:
        """For each of the rivals what speaks for and against the event being there."""
        above = words_above(self.grammar, event)
        setting = list(self._setting(event))
        return [
            [
                *self._own_features(number),
                *relation_of(self.grammar, self.all[number], event, above, self.kinds[number]),
                *setting,
                *self._between(number, event),
                *self._rivalry(number, event, rivals),
            ]
            for number in rivals
        ]

    def _may_be_place(self, number: int) -> bool:
        """Whether a name that nothing knows stands as a place may: "met X" tells of no place."""
        place, kind = self.all[number], self.kinds[number]
        sort = sort_of(place.name)
        if sort == "a known place":
            return True
        if kind == "object":
            if sort == "a person by full name" and not place.part:
                return self._verb_of(number) in self.words.verbs_of_place_alone
            return self._is_of_verb_of_place(number)
        is_actor = kind == "subject" and place.name.bearer == "Person"
        return not is_actor or self._is_of_verb_of_place(number)

    def _is_of_verb_of_place(self, number: int) -> bool:
        return self._verb_of(number) in self.words.verbs_of_place

    def _verb_of(self, number: int) -> str:
        return self.grammar.tokens[self.all[number].governor].lemma.casefold()

    def is_listed(self, one: int, other: int) -> bool:
        """Whether two names stand in one list: "in Sfax, Gabes and Tunis"."""
        return self._opening[one] == self._opening[other]

    def joint(self, number: int) -> str:
        """How this name and the next are a place and what holds it: "Sfax, in Tunisia", or ""."""
        if not 0 <= number < len(self.all) - 1:
            return ""
        first, last = self.all[number].name.last, self.all[number + 1].name.first
        between = self.grammar.tokens[first:last] if last - first <= _LONGEST_JOINT else ()
        words = [token.text.casefold() for token in between]
        parts = [w for t in between if (w := t.lemma.casefold()) in self.words.places]
        if not words or not all(
            word in _BETWEEN_PLACES or word in self.words.directions or word in self.words.places
            or token.lemma.casefold() in self.words.places
            for word, token in zip(words, between, strict=True)
        ):  # fmt: skip
            return ""
        if words in ([","], ["-"]):
            return "a comma"
        if words[0] in _OWNER:
            return "an owner's ’s"
        if parts and words[-1] == "of":
            return f"“{parts[-1]} of”"
        return "a noun for a place" if parts else "a preposition"

    def holder(self, number: int) -> int | None:
        """The number of the name beside that says what this one lies in; not near what it lies."""
        before = self.joint(number - 1)
        if before == "an owner's ’s" or before.startswith("“"):  # "the Sahel town of Marwa"
            return number - 1
        if not self.joint(number) or self.is_listed(number, number + 1):
            return None
        first, last = self.all[number].name.last, self.all[number + 1].name.first
        words = [token.text.casefold() for token in self.grammar.tokens[first:last]]
        beside = "near" in words or any(
            word in self.words.directions and after == "of" and before != "the"
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )  # ", north of Homs", but "in the north of Syria"
        return None if beside or words[0] in self.words.directions else number + 1

    # ------------------------------------------------------------------------ the name alone

    def _own_features(self, number: int) -> list[str]:
        if number not in self._own:
            place = self.all[number]
            found = [f"stands: {place.way}"]
            if place.part:
                found += ["with a noun for a place", f"with: {place.part}"]
            if place.link:
                found.append(f"in: {place.link}")
            if self.kinds[number] in ("object", "subject"):
                verb = "a verb of place" if self._is_of_verb_of_place(number) else "another verb"
                found.append(f"{self.kinds[number]} of {verb}")
            found += self._knowledge(number)
            found += _shape(place.name, self.grammar.tokens, self.words)
            found += self._neighbours(number)
            self._own[number] = found
        return self._own[number]

    def _knowledge(self, number: int) -> Iterator[str]:
        """What the gazetteer and the chains of the report say of the name."""
        name, kind = self.all[number].name, self.kinds[number]
        yield f"taken for: {name.bearer or 'nothing else'}"
        if name.bearer == "Person":
            yield f"is {sort_of(name)}"
            yield f"is {sort_of(name)}, {kind}"
        if name.mention is None:
            yield f"not in the gazetteer, {kind}"
            if name.bearer:
                yield f"taken for {name.bearer}, {kind}"
            return
        yield f"known as a place, used of: {name.mention.use}"
        yield f"known place, {kind}"
        if name.mention.where.radius_km:
            yield f"known place, {_size(name.mention.where.radius_km)}"

    def _neighbours(self, number: int) -> Iterator[str]:
        """The words right beside the name."""
        name, tokens = self.all[number].name, self.grammar.tokens
        before = tokens[name.first - 1].text.casefold() if name.first else ""
        after = tokens[name.last].text.casefold() if name.last < len(tokens) else ""
        if before in self.words.directions:
            yield "after a direction"
        if before in ("the", "("):
            yield f"after: {before}"
        if after in (*_OWNER, "-", "(", ")"):
            yield f"before: {after}"
        if joint := self.joint(number - 1):
            yield f"joined to the place before by {joint}"
        if joint := self.joint(number):
            yield f"joined to the place after by {joint}"
        sentence = tokens[name.head].sentence
        if not name.first or tokens[name.first - 1].sentence != sentence:
            yield "opens the sentence"
        elif name.first == 1 or tokens[name.first - 2].sentence != sentence:
            yield f"opens the sentence after: {before}"

    # --------------------------------------------------------------------- the name and the event

    def _setting(self, event: Token) -> Iterator[str]:
        """What the event is, and what its own clause says of its place without a name."""
        if event.lemma.casefold() in ("say", "tell"):
            yield "the event is saying"
        yield f"event is: {event.dep}"
        for child in self.grammar.children(event.index):
            word = child.text.casefold()
            if word in ("here", "there", "where"):
                yield f"the event has: {word}"
            if word in self.words.where and any(
                noun.pos == "NOUN" and noun.lemma.casefold() in self.words.places
                for noun in self.grammar.children(child.index, "pobj")
            ):
                yield "the event has a noun for a place"

    def _between(self, number: int, event: Token) -> Iterator[str]:
        """The words between; those before the list that the name goes on."""
        name, kind = self.all[self._opening[number]].name, self.kinds[number]
        follows = name.first > event.index
        first, last = (event.index + 1, name.first) if follows else (name.last, event.index)
        between = self.grammar.tokens[first:last]
        order = "after" if follows else "before"
        near = next((n for n in (2, 4, 7, 12, 20) if len(between) <= n), None)
        yield f"{order}, words between: {f'up to {near}' if near else 'over 20'}"
        verbs = min(3, sum(t.pos == "VERB" for t in between))
        yield f"{order}, verbs between: {verbs}"
        yield f"{order}, verbs between: {verbs}, {kind}"
        if any(t.text in (";", ":", ".") for t in between):
            yield "a stop between"
        if any(t.text in _QUOTES for t in between):
            yield "a quotation mark between"

    def _rivalry(self, number: int, event: Token, rivals: Sequence[int]) -> Iterator[str]:
        """Which other names stand after a preposition of place, and where."""
        if not self._is_direct(number, event) and any(self._is_direct(r, event) for r in rivals):
            yield "another name says where the event is"
        others = [
            r
            for r in rivals
            if self.kinds[r] == "where" and not (r != number and self.is_listed(r, number))
        ]
        if self.kinds[number] != "where":
            if others:
                yield "another name has a preposition of place"
            return
        follows = [self.all[r].name.first > event.index for r in others]
        at = others.index(number)
        rank = sum(follows[:at]) if follows[at] else len(follows[at + 1 :]) - sum(follows[at + 1 :])
        order = "after" if follows[at] else "before"
        yield f"{order}, nearer names with a preposition of place: {min(rank, 2)}"
        if not follows[at] and any(follows):
            yield "before, and another with a preposition of place is after"

    def _opens_list(self, number: int) -> int:
        """The name that opens the list which this name goes on, or itself."""
        place = self.all[number]
        if place.link != "list":
            return number
        return next(
            (self._of_token[s] for s in reversed(place.steps) if s in self._of_token), number
        )

    def _is_direct(self, number: int, event: Token) -> bool:
        return self.kinds[number] == "where" and self.all[number].governor == event.index


def _shape(name: PlaceName, tokens: Sequence[Token], words: PlacingWords) -> Iterator[str]:
    """What the name itself looks like."""
    head, last = tokens[name.head], tokens[name.last - 1].text
    if name.last - name.first > 1 and last.casefold() in words.places:
        yield "ends in a word for a place"
    if len(last) > 1 and last.isupper():
        yield "written in capitals"
    if head.tag == "NNPS":
        yield "in the plural"
    if head.pos != "PROPN":
        yield f"head is: {head.pos}"
    if name.last - name.first >= 4:
        yield "of four words or more"


def _size(radius_km: float) -> str:
    return "of a town" if radius_km <= 30 else "of an area" if radius_km <= 150 else "of a country"
