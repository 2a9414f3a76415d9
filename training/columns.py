"""Sets of names that are columns of words, for measuring only: WNUT17, wikigold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.labels import OUTSIDE, Marked, labels_of
from training.texts import Text, from_sentences

_WNUT = {
    "person": "person",
    "location": "place",
    "corporation": "organization",
    "group": "organization",
}
_WIKIGOLD = {"PER": "person", "LOC": "place", "ORG": "organization"}


def read_rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a file of two columns: (word, label)."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            columns = line.split()
            rows.append((columns[0], columns[-1]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def retype(labels: Sequence[str], types: Mapping[str, str]) -> list[str]:
    """Labels in our types, a span of another type left out; I- without B- (wikigold) is joined."""
    spans: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        side, _, name = label.partition("-")
        if label == OUTSIDE or name not in types:
            continue
        goes_on = side == "I" and i > 0 and labels[i - 1].partition("-")[2] == name
        if goes_on and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1, name)
        else:
            spans.append((i, i + 1, name))
    return labels_of((Marked(a, b, types[name]) for a, b, name in spans), len(labels))


def _read_names(name: str, path: Path, types: Mapping[str, str]) -> Text:
    words: list[list[str]] = []
    labels: list[str] = []
    for rows in read_rows(path):
        words.append([word for word, _ in rows])
        labels.extend(retype([tag for _, tag in rows], types))
    return from_sentences(name, words, {"names": labels})


def read_wnut(folder: Path) -> Text:
    """The development part of WNUT17 (CC BY 4.0)."""
    path = folder / "WNUT17" / "CONLL-format" / "data" / "dev" / "emerging.dev.conll"
    return _read_names("wnut17", path, _WNUT)


def read_wikigold(folder: Path) -> Text:
    """wikigold (CC BY 4.0)."""
    path = folder / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    return _read_names("wikigold", path, _WIKIGOLD)
