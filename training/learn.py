"""The training loop: texts into batches, batches into weights; of one seed the same weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

import torch
from torch import Tensor
from torch.nn import functional

from dateline.annotate.reader.words import LONGEST, Window, WordReader
from training.labels import IGNORED, LAYERS, numbers_of
from training.model import Reader
from training.swaps import Names, swap_names
from training.texts import Text

HIDDEN = 103
"""The piece [MASK]; the numbers below it are marks and unused."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    Attributes:
        silver_epochs: Epochs of the second training, with silver, at half the rates.
        pieces: Pieces in a batch, about.
        encoder_rate, head_rate: Highest learning rates, reached after `warm_up` of all steps;
            from there they fall to nothing in a straight line.
        hidden: The share of pieces that are hidden in each batch.
        swapped: The share of texts whose names are exchanged, in each epoch anew.
        loose, packed: The shares of texts cut into single sentences, and filled up with whole
            paragraphs; the others are cut by paragraph, as at run time.
        weights: How much each layer counts.
    """

    seed: int = 20261122
    epochs: int = 12
    silver_epochs: int = 4
    pieces: int = 1_024
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    dropout: float = 0.1
    hidden: float = 0.1
    swapped: float = 0.6
    loose: float = 0.2
    packed: float = 0.2
    weights: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(LAYERS, 1.0))

    def continued(self) -> Recipe:
        """The recipe of the second training."""
        return replace(
            self,
            epochs=min(self.epochs, self.silver_epochs),
            encoder_rate=self.encoder_rate / 2,
            head_rate=self.head_rate / 2,
        )

    def told(self) -> dict[str, object]:
        """The recipe as plain data."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True)
class Example:
    """A window with the number of the label of each piece, layer by layer, and its weight."""

    window: Window
    labels: Mapping[str, Sequence[int]]
    weight: float


def examples_of(text: Text, reader: WordReader, cut: str = "paragraph") -> Iterator[Example]:
    """The windows of a text, cut by "sentence", by "paragraph" or as "packed" as they get."""
    if cut == "sentence":
        ranges = [(i, i + 1) for i in range(len(text.sentences))]
    elif cut == "packed":
        ranges = [(0, len(text.sentences))]
    else:
        ranges = text.paragraph_ranges()
    numbers = {layer: numbers_of(layer, labels) for layer, labels in text.labels.items()}
    for first, last in ranges:
        sentences = [text.words[a:b] for a, b in text.sentences[first:last]]
        begin = text.sentences[first][0]
        for window in reader.windows(sentences, LONGEST):
            yield Example(window, _at_pieces(window, begin, numbers), text.weight)


def _at_pieces(
    window: Window, begin: int, numbers: Mapping[str, Sequence[int]]
) -> dict[str, list[int]]:
    labels = {layer: [IGNORED] * len(window.ids) for layer in numbers}
    for i, place in enumerate(window.places):
        if place >= 0:
            for layer, known in numbers.items():
                labels[layer][place] = known[begin + window.first + i]
    return labels


def batches_of(
    examples: Iterable[Example], pieces: int, chance: random.Random
) -> list[list[Example]]:
    """Batches of windows of about the same length, in an order by chance."""
    shuffled = sorted(examples, key=lambda e: (len(e.window.ids) // 8, chance.random()))
    batches: list[list[Example]] = []
    longest = 0
    for example in shuffled:
        longest = max(longest, len(example.window.ids))
        if not batches or longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
            longest = len(example.window.ids)
        batches[-1].append(example)
    chance.shuffle(batches)
    return batches


def stacked(rows: Sequence[Sequence[int]], padding: int) -> Tensor:
    """Rows of numbers as one tensor, filled up to the longest."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *([padding] * (longest - len(row)))] for row in rows])


def hide(ids: Tensor, share: float) -> Tensor:
    """The pieces with a share of them behind [MASK], so that the words around them must do."""
    is_hidden = (torch.rand(ids.shape) < share) & (ids > HIDDEN)
    return torch.where(is_hidden, torch.tensor(HIDDEN), ids)


def loss_of(
    reader: Reader, batch: Sequence[Example], weights: Mapping[str, float], hidden: float = 0.0
) -> Tensor:
    """The loss over all layers that the batch labels; a share of the pieces is hidden."""
    ids = hide(stacked([e.window.ids for e in batch], 0), hidden)
    mask = stacked([[1] * len(e.window.ids) for e in batch], 0)
    shape = stacked([e.window.shapes for e in batch], 0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = reader(ids, mask, shape)
    share = torch.tensor([e.weight for e in batch])[:, None]
    total = torch.zeros(())
    for layer, scores in zip(LAYERS, outputs, strict=True):
        empty = [IGNORED]
        wanted = stacked([e.labels.get(layer, empty) for e in batch], IGNORED)
        if wanted.shape[1] < ids.shape[1]:
            wanted = functional.pad(wanted, (0, ids.shape[1] - wanted.shape[1]), value=IGNORED)
        known = (wanted != IGNORED) * share
        if not known.any():
            continue
        each = functional.cross_entropy(
            scores.float().transpose(1, 2), wanted, ignore_index=IGNORED, reduction="none"
        )
        total = total + weights[layer] * (each * known).sum() / known.sum()
    return total


def train(
    reader: Reader,
    texts: Sequence[Text],
    words: WordReader,
    names: Names,
    recipe: Recipe,
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """Train the reader in place."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    steps = recipe.epochs * len(_epoch(texts, words, names, recipe, random.Random(0)))
    optimizer = _optimizer(reader, recipe)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _rate(s, steps, recipe))
    reader.train()
    for epoch in range(recipe.epochs):
        began, total = time.process_time(), 0.0
        batches = _epoch(texts, words, names, recipe, chance)
        for batch in batches:
            loss = loss_of(reader, batch, recipe.weights, recipe.hidden)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        took = time.process_time() - began
        say(f"epoch {epoch + 1}: loss {total / len(batches):.4f}, {took:.0f} s of processor")
    reader.eval()


def _optimizer(reader: Reader, recipe: Recipe) -> torch.optim.Optimizer:
    new = ("layers.", "embeddings.shape")
    old = [p for name, p in reader.named_parameters() if not name.startswith(new)]
    heads = [p for name, p in reader.named_parameters() if name.startswith(new)]
    groups = [
        {"params": old, "lr": recipe.encoder_rate},
        {"params": heads, "lr": recipe.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay)


def _rate(step: int, steps: int, recipe: Recipe) -> float:
    warm = max(1, int(steps * recipe.warm_up))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))


def _epoch(
    texts: Sequence[Text],
    words: WordReader,
    names: Names,
    recipe: Recipe,
    chance: random.Random,
) -> list[list[Example]]:
    examples: list[Example] = []
    for text in texts:
        seen = swap_names(text, names, chance) if chance.random() < recipe.swapped else text
        share = chance.random()
        cut = "paragraph"
        if share < recipe.loose:
            cut = "sentence"
        elif share < recipe.loose + recipe.packed:
            cut = "packed"
        examples.extend(examples_of(seen, words, cut))
    return batches_of(examples, recipe.pieces, chance)
