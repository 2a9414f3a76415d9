"""The verbs of the parser's own word list, with their past forms.

Headlines tell in the present what is past. The reader learnt from reports, which tell of it in the
past, and takes "expels" for no event where it knows "expelled".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_NO_PAST = "ing"


@dataclass(frozen=True, slots=True)
class Verbs:
    """First forms of verbs in small letters, and the irregular pasts of some."""

    known: frozenset[str]
    pasts: dict[str, str]

    def has(self, word: str) -> bool:
        """Whether a word is a verb's first form."""
        return word in self.known

    def past(self, verb: str) -> str:
        """A verb's past form."""
        if verb in self.pasts:
            return self.pasts[verb]
        if verb.endswith("e"):
            return f"{verb}d"
        if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
            return f"{verb[:-1]}ied"
        return f"{verb}ed"


@lru_cache(maxsize=1)
def verbs_of(nlp: Any) -> Verbs:
    """The verbs that a parser's lemmatizer lists; none if it lists none."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return Verbs(frozenset(), {})
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form, lemmas in lookups.get_table("lemma_exc").get("verb", {}).items():
        word = form if isinstance(form, str) else nlp.vocab.strings[form]
        for lemma in lemmas:
            forms[lemma].append(word)
    pasts = {verb: _past_of(verb, words) for verb, words in forms.items()}
    return Verbs(frozenset(lookups.get_table("lemma_index").get("verb", ())), pasts)


def _past_of(verb: str, forms: list[str]) -> str:
    """The past among a verb's irregular forms: the plain one before that in "-n".

    A verb whose only irregular form is that in "-ing" is its own past: "hit", "hitting".
    """
    pasts = [form for form in forms if not form.endswith(_NO_PAST)]
    return min(pasts, key=lambda form: (form.endswith(("n", "ne")), form), default=verb)
