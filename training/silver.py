"""Labels for open news that nobody marked: what a trained reader is sure of.

A name counts if the parser's recogniser has the same one, or if the reader is nearly certain; a
trigger if the lexicon has the word with the same type, or if the reader is sure; of words where
neither holds nothing is learnt. Other layers count where the reader is sure.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.annotate.reader.words import WordReader
from training.labels import LAYERS, OUTSIDE, Marked, spans_of
from training.opinions import Opinion, parser_opinions
from training.predict import Predicted, Runner, predict
from training.texts import Text, from_sentences
from training.wikinews import is_copy, runs_of_words

CERTAIN = 0.97
"""The share from which on the reader's name needs no second opinion."""

SURE = 0.9
"""The share from which on a label of another layer is learnt."""

SECONDED = 0.3
"""The share from which on a trigger is learnt that the lexicon has with the same type."""

WEIGHT = 0.5
EVERY = 3
"""One in so many documents of ECB+ is read: its documents tell the same stories."""


def read_ecbplus(folder: Path, tests: Iterable[str] = ()) -> list[Text]:
    """Reports of ECB+ without their marks (CC BY 3.0), each sentence a paragraph.

    Only official training topics, and none of the texts in `tests`.
    """
    known = {run for text in tests for run in runs_of_words(text)}
    topics = ("1", "3", "4", *map(str, range(6, 12)), "13", "14", "16", "19", "20", "22")
    topics += tuple(str(number) for number in range(24, 34))
    paths = [path for topic in topics for path in sorted((folder / "ECB+" / topic).glob("*.xml"))]
    texts = [_cat_text(path) for path in paths[::EVERY]]
    return [t for t in texts if t.words and not is_copy(" ".join(t.words), known)]


def _cat_text(path: Path) -> Text:
    sentences: dict[str, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(token.get("sentence", ""), []).append((token.text or "").strip())
    kept = [
        [word for word in words if word]
        for words in sentences.values()
        if "http" not in words and "www" not in words
    ]
    return from_sentences(path.stem, [words for words in kept if words], {})


def with_silver(texts: Sequence[Text], words: WordReader, run: Runner) -> list[Text]:
    """The texts with the labels that a reader is sure of; None where it is not."""
    predicted = predict(texts, words, run)
    seconded = parser_opinions(texts)
    return [
        replace(text, labels=_with_rules(text, sure_labels(guess, second)), weight=WEIGHT)
        for text, guess, second in zip(texts, predicted, seconded, strict=True)
    ]


def _with_rules(
    text: Text, labels: Mapping[str, Sequence[str | None]]
) -> dict[str, Sequence[str | None]]:
    """The labels, with what the rules say of certainty where the reader says nothing."""
    ruled = text.labels.get("factuality", [None] * len(text.words))
    certainties = [one or other for one, other in zip(labels["factuality"], ruled, strict=True)]
    return {**labels, "factuality": certainties}


def sure_labels(guess: Predicted, second: Opinion) -> dict[str, list[str | None]]:
    """The labels of every layer; None where neither is sure."""
    labels: dict[str, list[str | None]] = {"names": _sure_names(guess, second.names)}
    for layer in ("source", "cue", "content"):
        shares = guess.probabilities(layer).max(axis=1)
        labels[layer] = [
            label if share >= SURE else None
            for label, share in zip(guess.labels(layer), shares, strict=True)
        ]
    labels["trigger"] = _sure_triggers(guess, second.triggers)
    certain = guess.probabilities("factuality").max(axis=1) >= SURE
    labels["factuality"] = [
        label if is_certain and trigger not in (OUTSIDE, None) else None
        for label, trigger, is_certain in zip(
            guess.labels("factuality"), labels["trigger"], certain, strict=True
        )
    ]
    return labels


def _sure_triggers(guess: Predicted, types: Sequence[frozenset[str]]) -> list[str | None]:
    """Words that are triggers by the lexicon and, with less than certainty, by the reader."""
    shares = guess.probabilities("trigger")
    labels: list[str | None] = []
    for row, known in zip(shares, types, strict=True):
        best = int(row[1:].argmax()) + 1
        label = LAYERS["trigger"][best]
        if row[best] >= SURE or (label in known and row[best] >= SECONDED):
            labels.append(label)
        elif row[0] >= SURE:
            labels.append(OUTSIDE)
        else:
            labels.append(None)
    return labels


def _sure_names(guess: Predicted, second: Sequence[str]) -> list[str | None]:
    ours = guess.labels("names")
    shares = guess.probabilities("names").max(axis=1)
    agreed = {(s.start, s.end, s.type) for s in spans_of(second)}
    labels: list[str | None] = [
        OUTSIDE if one == OUTSIDE and (other == OUTSIDE or share >= CERTAIN) else None
        for one, other, share in zip(ours, second, shares, strict=True)
    ]
    for span in spans_of(ours):
        if _is_sure(span, agreed, float(shares[span.start : span.end].min())):
            labels[span.start : span.end] = ours[span.start : span.end]
    return labels


def _is_sure(span: Marked, agreed: set[tuple[int, int, str]], share: float) -> bool:
    plain = span.type.removesuffix("_as_actor")
    return share >= CERTAIN or (span.start, span.end, plain) in agreed
