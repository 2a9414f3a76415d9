"""All figures of the model card, from the exported file."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline.annotate.reader.words import WordReader
from training.columns import read_wikigold, read_wnut
from training.figures import Tally, span_tally, word_tally
from training.labels import OUTSIDE, SPAN_LAYERS
from training.predict import Predicted, Runner, predict
from training.texts import Text
from training.untouched import (
    factuality_figures,
    name_figures,
    read_factuality,
    read_polnear,
    read_re3d,
    role_figures,
)

Figures = dict[str, object]


def held_out_figures(texts: Sequence[Text], predicted: Sequence[Predicted]) -> Figures:
    """Spans and words by layer and label, and certainty at the marked triggers."""
    figures: Figures = {}
    for layer in SPAN_LAYERS:
        there = [[label or OUTSIDE for label in t.labels[layer]] for t in texts]
        found = [p.joined(layer) for p in predicted]
        figures[f"{layer}, spans"] = span_tally(found, there).rows()
        if layer != "names":
            figures[f"{layer}, words"] = word_tally(found, there).rows()["all"]
    there = [[label or OUTSIDE for label in t.labels["trigger"]] for t in texts]
    found = [p.joined("trigger") for p in predicted]
    figures["trigger, words with type"] = word_tally(found, there).rows()
    figures["trigger, words"] = word_tally(_untyped(found), _untyped(there)).rows()["all"]
    figures["factuality, at marked triggers"] = _certainty(texts, predicted)
    return figures


def _untyped(labels: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[OUTSIDE if label == OUTSIDE else "trigger" for label in text] for text in labels]


def _certainty(texts: Sequence[Text], predicted: Sequence[Predicted]) -> Figures:
    tally = Tally()
    for number, (text, guess) in enumerate(zip(texts, predicted, strict=True)):
        labels = guess.labels("factuality")
        known = [
            (i, label)
            for i, label in enumerate(text.labels["factuality"])
            if label and text.labels["trigger"][i] != OUTSIDE
        ]
        tally.add(
            ((labels[i], (number, i)) for i, _ in known),
            ((label, (number, i)) for i, label in known),
        )
    return dict(tally.rows())


def summary(figures: Mapping[str, object]) -> dict[str, float]:
    """The F1 of every layer, all labels together: what two models are compared by."""
    found = {}
    for name, rows in figures.items():
        if isinstance(rows, Mapping):
            row = rows.get("all", rows)
            found[name] = float(row["f1"])
    return found


def untouched_figures(sets: Mapping[str, Path], words: WordReader, run: Runner) -> Figures:
    """The figures on sets of others, as far as they are here."""
    figures: Figures = {}
    if "ner_open" in sets:
        for name, read in (("wikigold", read_wikigold), ("wnut17 dev", read_wnut)):
            gold = [read(sets["ner_open"])]
            figures[f"{name}, names"] = name_figures(gold, predict(gold, words, run))
    if "re3d" in sets:
        documents = read_re3d(sets["re3d"])
        figures["re3d, names"] = name_figures(documents, predict(documents, words, run))
    if "polnear" in sets:
        reports = read_polnear(sets["polnear"])
        figures["polnear dev, words"] = role_figures(reports, predict(reports, words, run))
    if "factuality_uw" in sets:
        judged = read_factuality(sets["factuality_uw"] / "uw" / "dev.conll")
        predicted = predict([judged.text], words, run)[0]
        figures["factuality_uw dev, odd sentences"] = factuality_figures(judged, predicted)
    return figures


def sentences_a_second(texts: Sequence[Text], words: WordReader, run: Runner) -> float:
    """Sentences read in a second of one processor, cutting into pieces included."""
    predict(texts[:1], words, run)
    began = time.process_time()
    predict(texts, words, run)
    took = time.process_time() - began
    return sum(len(text.sentences) for text in texts) / took
