"""The set `wikinews_annotated`: Wikinews articles with every layer marked (CC BY 2.5)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from training.labels import OUTSIDE, Marked, labels_of
from training.texts import Text, Words, read_words

Part = Literal["train", "development", "untouched"]

_SHINGLE = 8
"""Words in a row that two texts share only if one is a copy of the other, or of its parts."""

COPIED = 0.05
"""The share of a text's runs of words from which on it counts as the same text."""


def part_of(name: str) -> Part:
    """The part that an article belongs to, by its name alone, so that it never changes.

    One in five is untouched: only the figures of the card read it. One in ten decides how to
    train. The others are learnt from.
    """
    place = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10
    return "untouched" if place < 2 else "development" if place == 2 else "train"


def runs_of_words(text: str) -> set[int]:
    """Hashes of all runs of eight words in a text, whatever their case and marks."""
    words = re.findall(r"\w+", text.lower())
    return {
        int.from_bytes(hashlib.sha256(" ".join(words[i : i + _SHINGLE]).encode()).digest()[:8])
        for i in range(max(1, len(words) - _SHINGLE + 1))
    }


def is_copy(text: str, known: set[int]) -> bool:
    """Whether a text shares one in twenty of its runs of words with others."""
    runs = runs_of_words(text)
    return len(runs & known) >= COPIED * len(runs)


def read_annotated(folder: Path, tests: Iterable[str] = ()) -> list[Text]:
    """The articles of the set, in its order, less those that are in `tests`."""
    known = {run for text in tests for run in runs_of_words(text)}
    articles = [json.loads(line) for line in _lines(folder / "annotated.jsonl")]
    return [_text(a) for a in articles if not is_copy(a["text"], known)]


LONGEST_PLAIN = 3_000
"""Words: longer articles are lists of results, or interviews."""


def read_plain(folder: Path, tests: Iterable[str] = ()) -> list[Text]:
    """The unlabelled articles of `wikinews_plain` by name.

    Without those that are in `tests`, which also holds the annotated ones, and without long ones.
    """
    known = {run for text in tests for run in runs_of_words(text)}
    found = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if not is_copy(text, known):
            words = read_words(text, _body(text))
            if len(words.words) > LONGEST_PLAIN:
                continue
            labels = {"factuality": words.certainties}
            found.append(Text(path.stem, words.words, words.sentences, words.paragraphs, labels))
    return found


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from lines


def _body(text: str) -> int:
    """Where the text begins after the line of its date."""
    return text.find("\n") + 1 if text.lstrip().startswith("date ") else 0


def _text(article: Mapping[str, Any]) -> Text:
    words = read_words(article["text"], _body(article["text"]))
    spans = article["spans"]
    length = len(words.words)
    labels: dict[str, Sequence[str | None]] = {
        "names": labels_of(_marked(words, spans, "name"), length)
    }
    for role in ("source", "cue", "content"):
        of_role = [s for s in spans if s["layer"] == "attribution" and s["label"] == role]
        labels[role] = labels_of(_marked(words, of_role, "attribution"), length)
    trigger, factuality = [OUTSIDE] * length, list(words.certainties)
    for span in spans:
        covered = words.covered(span["start"], span["end"])
        if span["layer"] == "trigger" and covered:
            trigger[covered[0]] = span["label"]
            factuality[covered[0]] = span["factuality"]
    labels["trigger"], labels["factuality"] = trigger, factuality
    return Text(article["id"], words.words, words.sentences, words.paragraphs, labels)


def _marked(words: Words, spans: Iterable[Mapping[str, Any]], layer: str) -> Iterator[Marked]:
    for span in spans:
        covered = words.covered(span["start"], span["end"])
        if span["layer"] == layer and covered:
            yield Marked(*covered, span["label"])
