"""Whom a headline credits before its colon, or at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.cues import Cues
from dateline.annotate.headlines.parts import Part
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.speakers.context import Context
from dateline.annotate.speakers.sources import KNOWN_BY_KIND, source_of
from dateline.records import Attribution, Chain, Grammar, chains_at, cut, fold_name

_MOST_WORDS = 6
_QUOTED = re.compile(r"\s*['\"“‘]")
_OWN = frozenset({"i", "we", "our", "my", "us", "i'm", "we're", "i'll", "we'll", "we've"})


class Sources:
    """Tells somebody who speaks from a mere theme ("Harbour strike: dockers walk out").

    Args:
        chains: Whom the body names.
    """

    def __init__(self, chains: Sequence[Chain], knowledge: Knowledge, cues: Cues) -> None:
        self._knowledge, self._cues = knowledge, cues
        self._states = {fold_name(n) for c in chains if c.schema == "Country" for n in c.names}
        self._known = {
            form
            for chain in chains
            if chain.schema != "Country"
            for name in (chain.name, *chain.names)
            for form in (fold_name(name), _surname(chain, name))
        } - {""}

    def may_be(self, words: str, told: str) -> bool:
        """Whether words may stand for whoever says what the others tell."""
        folded = fold_name(words)
        plain = folded.split()
        if not plain or len(plain) > _MOST_WORDS:
            return False
        if folded in self._known or self._is_noun(plain[-1]) or self._ends_in_name(words, plain):
            return True
        if folded in self._states or self._knowledge.country_of(words):  # else a place: "Oslo: …"
            own = {word.casefold().strip("'\"“‘") for word in told.split()} & _OWN
            return bool(_QUOTED.match(told) or own)
        return words.split()[0] in self._knowledge.given_names and 1 < len(plain) <= 3

    def _is_noun(self, last: str) -> bool:
        nouns = self._knowledge.role_nouns | self._cues.unnamed | self._cues.media
        nouns |= self._cues.documents | {
            "police",
            "military",
            "government",
            "army",
            "witness",
            "un",
        }
        return last in nouns or (last.endswith("s") and last[:-1] in nouns) or last == "witnesses"

    def _ends_in_name(self, words: str, plain: list[str]) -> bool:
        """ "Mayor Keller", "union leader Brandt"."""
        return any(" ".join(plain[i:]) in self._known for i in range(1, len(plain)))


def _surname(chain: Chain, name: str) -> str:
    return fold_name(name).split()[-1] if chain.schema == "Person" and name.split() else ""


def credit(
    grammar: Grammar,
    chains: Sequence[Chain],
    parts: Sequence[Part],
    cues: Cues,
    knowledge: Knowledge,
) -> list[Attribution]:
    """The attributions of the parts that are credited to somebody, in text order."""
    context = Context(grammar, chains_at(grammar, chains), cues, knowledge)
    found = []
    for part in parts:
        if part.source is None or part.cue is None:
            continue
        inside = [t for t in grammar.tokens if part.source[0] <= t.start < part.source[1]]
        top = next((t for t in inside if t.head == t.index), None)
        if top is None:
            continue
        source = source_of(context, top)
        known_by = KNOWN_BY_KIND.get(source.kind, "told")
        cue, told = cut(grammar.text, *part.cue), cut(grammar.text, part.start, part.end)
        found.append(Attribution((source,), cue, (told,), known_by, "reported"))
    return found
