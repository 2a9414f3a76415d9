"""Five sentences of our own with what must come out: ``python -m training.fixture MODEL_FOLDER``.

Writes tests/training/data/reader.json, by which a program that runs the model is checked.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

from dateline.annotate.reader.words import WordReader
from training.export import onnx_runner
from training.labels import LAYERS
from training.predict import batch_of

SENTENCES = (
    "Foreign Minister Ilse Quandt met envoys from Peru in Bern on Tuesday .",
    "“ We did not sign the treaty , ” Quandt told the Tarnby Post .",
    "According to Danish police , gunmen may have attacked the U.N.-led convoy near Goma .",
    "China will impose sanctions on Acme Ltd if the OSCE withdraws , its embassy warned .",
    "\u0000 iPhone user Łukasz Żak denied that he had been arrested in 2019 \u200b !",
)
PLACE = Path(__file__).resolve().parents[1] / "tests" / "training" / "data" / "reader.json"


def fixture(folder: Path) -> list[dict[str, object]]:
    """For each sentence its words, what the model reads, and the best label of each word."""
    reader = WordReader(Tokenizer.from_file(str(folder / "tokenizer.json")))
    run = onnx_runner(folder / "model.onnx")
    rows: list[dict[str, object]] = []
    for sentence in SENTENCES:
        words = sentence.split(" ")
        (window,) = reader.windows([words])
        outputs = run(*batch_of([window]))
        labels = {
            layer: [int(scores[0, at].argmax()) if at >= 0 else 0 for at in window.places]
            for layer, scores in zip(LAYERS, outputs, strict=True)
        }
        rows.append(
            {
                "words": words,
                "ids": window.ids,
                "shapes": window.shapes,
                "places": window.places,
                "labels": labels,
            }
        )
    return rows


def write_fixture(folder: Path) -> None:
    """Write the fixture for the model in a folder."""
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(row) for row in fixture(folder))
    PLACE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write_fixture(Path(sys.argv[1]))
