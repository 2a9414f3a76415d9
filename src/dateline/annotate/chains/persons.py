"""Which forms of persons' names in one report are one name.

A shorter form belongs to a fuller one if only one fits; where two fit nobody can tell, and it
stays a name of its own. Full names that differ in spelling alone are one, unless one sentence
has both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.chains.spelling import is_spelling
from dateline.annotate.knowledge import Knowledge
from dateline.records import fold_name

Words = tuple[str, ...]

_SUFFIXES = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"}
_ARTICLES = {"al", "el", "ul", "ad", "ed", "ar", "er", "as", "es", "ash", "esh", "at", "et", "an"}
_SERVANT = {"abd", "abdel", "abdul", "abdal", "abdol", "abdur", "abdus", "abdoul"}
MOST_SPELT = 400
"""Names: a report with more is a list, and its spellings are not compared."""
SHORTEST_SURNAME = 6
"""Letters of a surname by itself that may be spelt otherwise than the full name has it."""


@dataclass(frozen=True, slots=True)
class Home:
    """The full form that a form belongs to, and why; no reason if it is one itself."""

    words: Words
    reason: str = ""


def name_words(text: str) -> Words:
    """The folded words of a person's name; articles and what servants' names have are smoothed.

    "Khalid al-Qadoumi" and "Khalid Qadoumi" are the same words, and so are "Abd al-Rahman" and
    "Abdul Rahman".
    """
    words = fold_name(text).split()
    kept: list[str] = []
    for i, word in enumerate(words):
        if word in _ARTICLES and len(words) > 1 and i + 1 < len(words) and (i or "-" in text):
            continue
        kept.append("abd" if word in _SERVANT and i + 1 < len(words) else word)
    return tuple(kept)


class Persons:
    """The persons' names of a report, by the form that each belongs to.

    Args:
        forms: Distinct names as printed, with the sentences that have them.
    """

    def __init__(self, forms: Mapping[str, frozenset[int]], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._sentences: dict[Words, frozenset[int]] = {}
        self._printed: dict[Words, str] = {}
        for form in sorted(forms, key=lambda t: (-len(t.split()), -len(t), t)):
            words = name_words(form)
            if words:
                self._printed.setdefault(words, form)
                had = self._sentences.get(words, frozenset())
                self._sentences[words] = had | forms[form]
        self._full: list[Words] = []
        self._having: defaultdict[str, list[Words]] = defaultdict(list)
        self._homes: dict[Words, Home] = {}
        self._given: dict[Words, str] = {}
        self._titles: defaultdict[Words, set[str]] = defaultdict(set)
        self._genders_of_surnames: defaultdict[str, set[str]] = defaultdict(set)
        for words in sorted(self._printed, key=self._fullest_first):
            if len(words) > 1:
                self._homes[words] = self._settle(words)

    def home(self, text: str, gender: str = "", title: str = "") -> Home:
        """The full form that a printed name belongs to.

        Args:
            gender: "m" or "f" where a title such as "Mrs." stands in front.
            title: The title in front.
        """
        words = name_words(text)
        if not words:
            return Home((fold_name(text),))
        if len(words) > 1:
            return self._homes.get(words) or Home(words)
        return self._of_one_word(words, gender, title.casefold())

    def gender(self, words: Words) -> str:
        """The gender of a full form as its first word gives it, or a title before; "" if none."""
        printed = self._printed.get(words, "").split()
        known = self._knowledge.given_names.get(printed[0], "") if len(printed) > 1 else ""
        return known or self._given.get(words, "")

    def learn(self, text: str, gender: str, title: str) -> None:
        """Take in what a title in front of a name tells of the person."""
        words = name_words(text)
        if len(words) == 1 and gender:
            self._genders_of_surnames[words[0]].add(gender)
        elif len(words) > 1:
            home = self.home(text).words
            self._titles[home].add(title.casefold())
            if gender:
                self._given.setdefault(home, gender)

    def add_full(self, given: str, family: Words) -> Words:
        """Take in a full name that is not printed as one: "Omar" of "Omar and Sami Karsh"."""
        words = (*name_words(given), *family)
        if words not in self._homes:
            self._homes[words] = self._keep(words)
        return self._homes[words].words

    def is_known(self, text: str) -> bool:
        """Whether a single word is a part of some full name."""
        words = name_words(text)
        return bool(words) and words[0] in self._having

    def _fullest_first(self, words: Words) -> tuple[int, int, str]:
        printed = self._printed[words]
        return -len(words), -len(printed), printed

    def _keep(self, words: Words) -> Home:
        self._full.append(words)
        for word in dict.fromkeys(words):
            self._having[word].append(words)
        return Home(words)

    def _settle(self, words: Words) -> Home:
        shown = self._printed[words]
        near = dict.fromkeys([*self._having.get(words[0], ()), *self._having.get(words[-1], ())])
        exact = [f for f in near if _is_short(words, f)]
        if len(exact) == 1:
            reason = f"“{shown}” is a shorter form of “{self._printed[exact[0]]}”"
            return self._join(words, exact[0], reason)
        spelt = [f for f in self._comparable() if self._is_respelt(words, f)] if not exact else []
        if len(spelt) == 1:
            reason = f"“{shown}” is another spelling of “{self._printed[spelt[0]]}”"
            return self._join(words, spelt[0], reason)
        return self._keep(words)

    def _join(self, words: Words, full: Words, reason: str) -> Home:
        """Let the words of a form lead to the full form that it belongs to."""
        for word in words:
            if full not in self._having[word]:
                self._having[word].append(full)
        return Home(full, reason)

    def _comparable(self) -> list[Words]:
        return self._full if len(self._printed) <= MOST_SPELT else []

    def _is_respelt(self, words: Words, full: Words) -> bool:
        if self._sentences[words] & self._sentences.get(full, frozenset()):
            return False
        genders = {self.gender(words), self.gender(full)} - {""}
        if len(words) != len(full) or len(genders) > 1:
            return False
        return all(a == b or is_spelling(a, b) for a, b in zip(words, full, strict=True))

    def _of_one_word(self, words: Words, gender: str, title: str) -> Home:
        word, shown = words[0], self._printed.get(words, words[0])
        fits = self._having.get(word, [])
        found = self._chosen(word, fits, gender, title)
        if found is not None:
            surnames = _surnames(found)
            last = word in surnames or any(is_spelling(word, one) for one in surnames)
            told = "the surname" if last else "a name"
            which = ", and the title says which" if len(fits) > 1 else ""
            return Home(found, f"“{shown}” is {told} of “{self._shown(found)}”{which}")
        spelt = [] if fits or len(word) < SHORTEST_SURNAME else self._surnames_respelt(words)
        found = _only(spelt)
        if found is not None:
            reason = f"“{shown}” is another spelling of the surname of “{self._shown(found)}”"
            return Home(found, reason)
        apart = gender and (fits or len(self._genders_of_surnames[word]) > 1)
        return Home((word, gender) if apart else words)

    def _chosen(self, word: str, fits: list[Words], gender: str, title: str) -> Words | None:
        """The one full form of those that have a word that is meant by it, if it is clear."""
        if gender:
            return self._of_gender(fits, gender)
        if len(fits) > 1 and title:
            return _only([f for f in fits if title in self._titles[f]])
        told = [self._of_gender(fits, g) for g in sorted(self._genders_of_surnames[word])]
        return _only(fits) if all(one == _only(fits) for one in told) else None

    def _of_gender(self, fits: Sequence[Words], gender: str) -> Words | None:
        fits = [f for f in fits if self.gender(f) in ("", gender)]
        return _only(fits) or _only([f for f in fits if self.gender(f) == gender])

    def _surnames_respelt(self, words: Words) -> list[Words]:
        here = self._sentences.get(words, frozenset())
        return [
            full
            for full in self._comparable()
            if is_spelling(words[0], full[-1]) and not here & self._sentences.get(full, frozenset())
        ]

    def _shown(self, words: Words) -> str:
        return self._printed.get(words, " ".join(w.capitalize() for w in words))


def _only(found: Sequence[Words]) -> Words | None:
    return found[0] if len(found) == 1 else None


def _surnames(full: Words) -> Words:
    """The last name of a full form; before "Jr." the one before."""
    if full[-1] in _SUFFIXES and len(full) > 2:
        return full[-2:-1]
    return full[-1:]


def _is_short(short: Words, full: Words) -> bool:
    """Whether a form of two words or more is a shorter form of another.

    What is left out may be a suffix, names in the middle or the last of two surnames; a name that
    stays must keep its place: "George W. Bush" is not short for "George H. W. Bush".
    """
    if short[-1] in _SUFFIXES or len(short) > len(full):
        return False
    if full[-1] in _SUFFIXES:
        return short == full[:-1] or _is_short(short, full[:-1])
    if short == full[: len(short)]:
        return True  # "Juan Pérez" of "Juan Pérez López"
    if short[-1] != full[-1]:
        return False
    given, all_given = short[:-1], full[:-1]
    starts = range(len(all_given) - len(given) + 1)
    return any(
        all(_given_fits(s, f) for s, f in zip(given, all_given[at:], strict=False)) for at in starts
    )


def _given_fits(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))
