"""Which forms of the names of organisations in one report are one name.

A form belongs to a fuller one if only one fits: as its initials, as its beginning or end, as the
same words in another order ("Ministry of Defence", "Defence Ministry"), or spelt otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from dateline.annotate.chains.acronyms import initials_of, is_initials, letters_of
from dateline.annotate.chains.persons import Home, Words
from dateline.annotate.chains.spelling import is_spelling
from dateline.annotate.chains.words import load_body_words
from dateline.annotate.knowledge import Knowledge
from dateline.records import fold_name

SHORTEST_ALONE = 6
"""Letters of a name of one word that may be spelt otherwise."""
MOST_SPELT = 400
"""Names: a report with more is a list, and its spellings are not compared."""


@lru_cache(maxsize=4096)
def body_words(text: str) -> Words:
    """The folded words of a body's name without the article."""
    words = fold_name(text).split()
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


class Bodies:
    """The names of organisations in a report, by the form that each belongs to.

    Args:
        forms: Distinct names as printed, with the sentences that have them.
    """

    def __init__(self, forms: Mapping[str, frozenset[int]], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._forms = forms
        self._full: dict[Words, str] = {}
        self._having: defaultdict[str, list[Words]] = defaultdict(list)
        self._homes: dict[str, Home] = {}
        self._with_initials: defaultdict[str, list[Words]] = defaultdict(list)
        for form in sorted(forms, key=lambda t: (-len(t), t)):
            if words := body_words(form):
                self._homes[form] = self._settle(form, words)

    def home(self, text: str) -> Home:
        """The full form that a printed name belongs to."""
        return self._homes.get(text) or Home(body_words(text))

    def _settle(self, form: str, words: Words) -> Home:
        if words in self._full:
            return Home(words)
        # A longer name has all words but the small ones: the rarest word finds it.
        telling = [word for word in words if word not in load_body_words().small] or words
        near = min((self._having.get(word, []) for word in telling), key=len)
        spelt = self._full if len(self._forms) <= MOST_SPELT else ()
        for fits, among, reason in (
            (is_initials, self._with_initials.get(letters_of(form), ()), "are the initials of"),
            (self._shorter, near, "is a shorter form of"),
            (_turned, near, "has the same words as"),
            (self._respelt, spelt, "is another spelling of"),
        ):
            found = [full for full in among if fits(form, self._full[full])]
            if len(found) == 1:
                return Home(found[0], f"“{form}” {reason} “{self._full[found[0]]}”")
            if found:
                break
        self._full[words] = form
        for word in dict.fromkeys(words):
            self._having[word].append(words)
        for letters in sorted(initials_of(form)):
            self._with_initials[letters].append(words)
        return Home(words)

    def _shorter(self, form: str, longer: str) -> bool:
        """Whether a name is the beginning or the end of a longer one, of the same body."""
        words, full = body_words(form), body_words(longer)
        if len(words) >= len(full):
            return False
        standing = len(words) == 1 and words[0] in load_body_words().standing
        if words == full[: len(words)]:
            rest = full[len(words) :]
            return not self._is_part(rest) and (not standing or rest[0] == "of")
        left_out = full[: -len(words)]
        if words != full[-len(words) :] or load_body_words().small & set(left_out):
            return False  # the "Coalition to Defeat ISIS" is not ISIS
        if not standing:
            return True  # "the Ledger" of "the Valletta Ledger"
        state = longer[: -len(form)].removeprefix("the ").removeprefix("The ").strip()
        return self._is_state(state)

    def _is_part(self, rest: Words) -> bool:
        """Whether what a longer name adds makes it another body, a part or a branch abroad."""
        parts = (load_body_words().parts | self._knowledge.occasion_words) & set(rest)
        return bool(parts) or (rest[0] != "of" and any(self._is_state(word) for word in rest))

    def _is_state(self, words: str) -> bool:
        known = self._knowledge
        return known.country_of(words) is not None or words.casefold() in known.demonyms

    def _respelt(self, form: str, other: str) -> bool:
        words, full = body_words(form), body_words(other)
        if len(words) != len(full) or self._forms[form] & self._forms[other]:
            return False
        if len(words) == 1 and len(words[0]) < SHORTEST_ALONE:
            return False
        return all(a == b or is_spelling(a, b) for a, b in zip(words, full, strict=True))


def _turned(form: str, other: str) -> bool:
    """Whether two names have the same words in another order, as names of ministries do."""
    known = load_body_words()
    words, others = set(body_words(form)) - known.small, set(body_words(other)) - known.small
    return words == others and bool(known.turned & words)
