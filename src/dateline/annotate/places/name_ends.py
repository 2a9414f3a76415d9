"""How far a name of a place reaches from its first word: by the gazetteer, or by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dateline.annotate.language import NameGuess
from dateline.annotate.places.gazetteer import Gazetteer, Place
from dateline.annotate.places.readings import hint
from dateline.annotate.places.runs import Runs
from dateline.annotate.places.words import (
    DATES,
    DISTRICTS,
    GROUND,
    GROUND_BEFORE,
    HONORIFICS,
    KINDS,
    NUMBERED,
    ROADS,
    ROADS_BEFORE,
    STOP_NAMES,
    VENUES,
    WITH_ARTICLE,
)
from dateline.records import Token

Kind = Literal["known", "people", "short", "road", "ground", "venue", "guess"]
"""Known to the gazetteer; a people, an adjective or a tongue; an abbreviation; a street; a river
or hill; a building; a place to the language model alone."""

_LONGEST = 6
_LONGEST_CHARACTERS = 60
_LOOSE_WORDS = 2
_LONGEST_FEATURE = 5
_SMALL = 15_000
_MODEL_LABELS = frozenset(["GPE", "LOC", "FAC"])
_PLACES = frozenset(["Broadway"])
"""Words for kinds of places that alone are a place."""
_OPENING = frozenset(["St.", "St", "Saint", "San", "Santa", "La", "Las", "Los", "El", "Al", "De"])


class NameEnd(NamedTuple):
    """One past the last word of a name, and what it is known by."""

    last: int
    kind: Kind


class NameEnds:
    """Finds where names end in one report."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        runs: Runs,
        guesses: Sequence[NameGuess],
        gazetteer: Gazetteer,
    ) -> None:
        self.text, self.tokens, self.runs, self.gazetteer = text, tokens, runs, gazetteer
        self.words = runs.words
        self.guessed = {guess.start: guess.end for guess in guesses if guess.label in _MODEL_LABELS}
        self.known: dict[str, bool] = {}

    def at(self, index: int) -> NameEnd | None:
        """The end of the name that begins at this word, or None."""
        if not self.runs.is_capital[index] or len(self.words[index].text) < 2:
            return None
        if not self._opens(index):
            return None
        short = self._hinted(index)
        known = self._known(index)
        longest = max((end.last for end in (short, known) if end), default=index)
        feature = self._feature(index)
        if feature is not None and self._prefers(feature, index, longest):
            return feature
        if short is not None and short.last >= longest:
            return short
        return known or self._guess(index)

    def _opens(self, index: int) -> bool:
        """Whether a name may begin here, rather than after "The" or "City of"."""
        after = self.words[index + 1].text if index + 1 < self.runs.ends[index] else ""
        if self.words[index].text in ("The", "THE"):
            return after.lower() in WITH_ARTICLE
        return not (after == "of" and self.words[index].text in KINDS)

    # ------------------------------------------------------------------------- the gazetteer

    def _known(self, index: int) -> NameEnd | None:
        if not self._may_begin(index):
            return None
        words, text, is_capital, names = self.words, self.text, self.runs.is_capital, self.known
        start = words[index].start
        is_name = self._is_name(index)
        for last in range(self._reach(index), index, -1):
            if not is_capital[last - 1]:
                continue
            name = text[start : words[last - 1].end]
            known = names.get(name)
            if known is None:
                known = self._is_known(name, last - index, is_name=is_name)
                names[name] = known
            if known:
                return NameEnd(self._with_kind(last), "known")
        return None

    def _with_kind(self, last: int) -> int:
        """One past the word for what a place is, if it is a part of the name: "Oaxaca State"."""
        if last >= self.runs.ends[last - 1] or self.words[last].text not in KINDS:
            return last
        if self.words[last - 1].text in KINDS or self.words[last].is_part:
            return last
        after = last + 1
        goes_on = after < self.runs.ends[last - 1] and self.runs.is_capital[after]
        return last if goes_on and self.words[last].text not in DISTRICTS else after

    def _may_begin(self, index: int) -> bool:
        token = self.tokens[self.words[index].token]
        if self.words[index].text in ("The", "THE"):  # `_opens` lets it begin no other name
            return True
        return token.pos in ("PROPN", "ADJ", "NOUN", "X", "VERB", "ADV", "INTJ")

    def _is_name(self, index: int) -> bool:
        return self.tokens[self.words[index].token].pos == "PROPN"

    def _reach(self, index: int) -> int:
        """One past the last word that a name that begins here could hold."""
        last = min(index + _LONGEST, self.runs.ends[index])
        farthest = self.words[index].start + _LONGEST_CHARACTERS
        while last > index and self.words[last - 1].end > farthest:
            last -= 1
        return last

    def _is_known(self, name: str, words: int, *, is_name: bool) -> bool:
        """Whether the gazetteer has the name; for a name of one or two words, or one like it."""
        if name.lower() in STOP_NAMES or _is_kind(name):
            return False
        if words > _LOOSE_WORDS:
            return self.gazetteer.has(name)
        found = self.gazetteer.look_up(name)
        if not found or not found[0].is_loose:
            return bool(found) and not self._is_town_with_city(name, found)
        if words == 1:
            return is_name
        first = re.split(r"[ \-]", name)[0]
        return not hint(first, self.gazetteer) and not self.gazetteer.has(first)

    def _is_town_with_city(self, name: str, found: Sequence[Place]) -> bool:
        """Whether "City" is only added to the town's name, as in "the Dublin City Council"."""
        bare = name.removesuffix(" City")
        return bare != name and all(place.name == bare for place in found)

    # ------------------------------------------------------------- adjectives, abbreviations

    def _hinted(self, index: int) -> NameEnd | None:
        """A people or an abbreviation: "Sri Lankan", "W. Va."."""
        start = self.words[index].start
        end = min(index + 3, len(self.words), max(self.runs.ends[index], index + 1))
        for last in range(end, index, -1):
            found = hint(self.text[start : self.words[last - 1].end], self.gazetteer)
            if found and found[0].via in ("adjective", "abbreviation"):
                return NameEnd(last, "people" if found[0].via == "adjective" else "short")
        return None

    # ------------------------------------------------------------------ features, the model

    def _feature(self, index: int) -> NameEnd | None:
        """The run of capitals that ends with a word for a street, a river, a building."""
        words, is_capital = self.words, self.runs.is_capital
        if not self._is_name(index):
            return None
        end = min(index + _LONGEST_FEATURE, self.runs.ends[index])
        if index + 2 < end and words[index + 1].text in ("'s", "’s", "'", "’"):
            return self._owned(index)
        run = index + 1
        while run < end and is_capital[run] and words[run].end - words[run].start > 1:
            run += 1
        for last in range(run, index + 1, -1):
            word = words[last - 1].text
            if word in NUMBERED and self._is_number(last):
                return NameEnd(last + 1, "road")
            kind = _kind(word)
            if kind is not None:
                return NameEnd(last, kind)
        return self._opened(index, run)

    def _owned(self, index: int) -> NameEnd | None:
        """A feature that bears an owner's name: "Burger's Lake", "Wilson's Farm"."""
        kind = _kind(self.words[index + 2].text)
        known = hint(self.words[index].text, self.gazetteer) or self.gazetteer.has(
            self.words[index].text
        )
        return NameEnd(index + 3, kind) if kind is not None and not known else None

    def _opened(self, index: int, run: int) -> NameEnd | None:
        """The name that a word for a street or river opens: "Lake Victoria", "Interstate 45"."""
        first = self.words[index].text
        if first in NUMBERED and self._is_number(index + 1):
            return NameEnd(index + 2, "road")
        if run == index + 1 or first not in GROUND_BEFORE | ROADS_BEFORE:
            return None
        if index and self.runs.is_capital[index - 1] and self.runs.ends[index - 1] > index:
            return None  # "Neches River National Park"
        last = index + 2 + (run > index + 2 and self.words[index + 1].text in _OPENING)
        return NameEnd(last, "ground" if first in GROUND_BEFORE else "road")

    def _is_number(self, index: int) -> bool:
        return index < len(self.words) and self.words[index].text.isdigit()

    def _prefers(self, feature: NameEnd, index: int, known: int) -> bool:
        """Whether a feature's own name is meant rather than the known name that it begins with."""
        if feature.last <= known:
            return False
        if known == index:
            return True
        after = feature.last
        goes_on = after < self.runs.ends[after - 1] and self.runs.is_capital[after]
        if goes_on and self.words[after].text.rstrip(".") not in DATES:
            return False
        if feature.kind == "venue":
            return not self._is_large(
                self.text[self.words[index].start : self.words[known - 1].end]
            )
        return self.words[known - 1].text not in KINDS or known - index < 2

    def _is_large(self, name: str) -> bool:
        """Whether a place of this very name is more than a village."""
        return bool(hint(name, self.gazetteer)) or any(
            not place.is_loose
            and not (place.is_alternate and place.kind == "town")
            and (place.kind != "town" or place.population >= _SMALL)
            for place in self.gazetteer.look_up(name)
        )

    def _guess(self, index: int) -> NameEnd | None:
        """A name that the model alone takes for a place's."""
        end = self.guessed.get(self.words[index].start)
        before = self.words[index - 1] if index else None
        if end is None and before is not None and before.text.lower() == "the":
            end = self.guessed.get(before.start)
        if end is None or self.words[index].text.rstrip(".").lower() in HONORIFICS:
            return None
        if self.text[self.words[index].start : end].lower() in STOP_NAMES:
            return None
        last = index + 1
        while last < self.runs.ends[index] and self.words[last].end <= end:
            last += 1
        while last > index + 1 and not self.runs.is_capital[last - 1]:
            last -= 1
        return NameEnd(last, "guess")


def _is_kind(name: str) -> bool:
    """Whether a name is only a word for what a place is: "Avenue", "Hall"."""
    return name in KINDS or (_kind(name) is not None and name not in _PLACES)


def _kind(word: str) -> Kind | None:
    """What a name is of that ends with this word, if the word says so."""
    if word in ROADS:
        return "road"
    if word in GROUND:
        return "ground"
    return "venue" if word in VENUES else None
