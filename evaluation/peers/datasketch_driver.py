"""Asks datasketch, in an environment of its own, which texts have most of their runs in common.

A question is {"texts": [text], "run": words in a run, "thresholds": [share], "contained": bool}.
Its answer has for each threshold the pairs of texts of so high an estimated Jaccard ("jaccard",
through MinHashLSH); if asked, those of a text and one that, as estimated, has so much of it
("contained", through MinHashLSHEnsemble); and of the first threshold "spent_s", processor seconds,
and "peak_mib".
"""

from __future__ import annotations

import importlib
import json
import re
import resource
import sys
import time
from pathlib import Path
from typing import Any

datasketch = importlib.import_module("datasketch")

PERMUTATIONS = 128
PARTS = 16
_WORD = re.compile(r"[^\W_]+")


def read_runs(text: str, run: int) -> set[bytes]:
    """The runs of words of a text."""
    words = [word.casefold() for word in _WORD.findall(text)]
    starts = range(max(1, len(words) - run + 1))
    return {" ".join(words[start : start + run]).encode() for start in starts}


def find_alike(hashes: list[Any], threshold: float) -> list[tuple[int, int]]:
    """The pairs of texts of so high an estimated Jaccard."""
    index = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    found = []
    for number, one in enumerate(hashes):
        for other in index.query(one):
            if hashes[other].jaccard(one) >= threshold:
                found.append((number, other))
        index.insert(number, one)
    return found


def find_contained(hashes: list[Any], sizes: list[int], threshold: float) -> list[tuple[int, int]]:
    """The pairs of a text and another in which, as estimated, such a share of its runs is."""
    index = datasketch.MinHashLSHEnsemble(
        threshold=threshold, num_perm=PERMUTATIONS, num_part=PARTS
    )
    index.index([(number, one, sizes[number]) for number, one in enumerate(hashes)])
    found = []
    for number, one in enumerate(hashes):
        for other in index.query(one, sizes[number]):
            both = hashes[other].jaccard(one)
            common = both * (sizes[number] + sizes[other]) / (1 + both)
            if other != number and common / sizes[number] >= threshold:
                found.append((number, other))
    return found


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """The pairs at each threshold, and what the first took."""
    began = time.process_time()
    runs = [read_runs(text, question["run"]) for text in question["texts"]]
    hashes = datasketch.MinHash.bulk(runs, num_perm=PERMUTATIONS, seed=1)
    first, *others = question["thresholds"]
    alike = [find_alike(hashes, first)]
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    alike += [find_alike(hashes, threshold) for threshold in others]
    sizes = [len(one) for one in runs]
    contained = (
        [find_contained(hashes, sizes, threshold) for threshold in question["thresholds"]]
        if question.get("contained")
        else []
    )
    return {"jaccard": alike, "contained": contained, "spent_s": spent, "peak_mib": peak}


def main() -> None:
    """Reads the questions, asks, writes the answers."""
    asked = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_text(json.dumps([answer(one) for one in asked]), encoding="utf-8")


if __name__ == "__main__":
    main()
