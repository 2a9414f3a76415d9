"""The network: MiniLM's encoder, a shape beside each piece, and one linear head a layer.

The encoder is that of all-MiniLM-L6-v2 (BERT with 6 layers of width 384), written out here so
that training needs no more than torch, and so that it exports as plain operations.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.annotate.reader.words import SHAPES
from training.labels import LAYERS

_RENAMED = (
    ("embeddings.LayerNorm.", "embeddings.norm."),
    ("encoder.layer.", "blocks."),
    ("attention.self.query.", "query."),
    ("attention.self.key.", "key."),
    ("attention.self.value.", "value."),
    ("attention.output.dense.", "joined."),
    ("attention.output.LayerNorm.", "joined_norm."),
    ("intermediate.dense.", "wide."),
    (".output.dense.", ".narrow."),
    (".output.LayerNorm.", ".narrow_norm."),
)
_UNUSED = ("pooler.", "embeddings.position_ids", "embeddings.token_type_embeddings.")


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of the encoder; the defaults are MiniLM's."""

    vocabulary: int = 30_522
    positions: int = 512
    width: int = 384
    blocks: int = 6
    heads: int = 12
    wide: int = 1_536


class Embeddings(nn.Module):
    """A vector a piece: its word, its place and its shape, the last from nothing at the start."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(size.vocabulary, size.width)
        self.position_embeddings = nn.Embedding(size.positions, size.width)
        self.shape_embeddings = nn.Embedding(len(SHAPES), size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        nn.init.zeros_(self.shape_embeddings.weight)

    def forward(self, ids: Tensor, shape: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        vectors = self.word_embeddings(ids) + self.position_embeddings(places)
        normed: Tensor = self.norm(vectors + self.shape_embeddings(shape))
        return normed


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.joined = nn.Linear(size.width, size.width)
        self.joined_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.wide = nn.Linear(size.width, size.wide)
        self.narrow = nn.Linear(size.wide, size.width)
        self.narrow_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def _split(self, vectors: Tensor) -> Tensor:
        batch, length, width = vectors.shape
        return vectors.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def forward(self, vectors: Tensor, bias: Tensor) -> Tensor:
        query, key = self._split(self.query(vectors)), self._split(self.key(vectors))
        value = self._split(self.value(vectors))
        scores = query @ key.transpose(2, 3) / query.shape[3] ** 0.5 + bias
        attention = self.dropout(torch.softmax(scores, dim=3))
        mixed = (attention @ value).transpose(1, 2).reshape(vectors.shape)
        vectors = self.joined_norm(vectors + self.dropout(self.joined(mixed)))
        wide = functional.gelu(self.wide(vectors))
        normed: Tensor = self.narrow_norm(vectors + self.dropout(self.narrow(wide)))
        return normed


class Reader(nn.Module):
    """Words in, for every layer the scores of its labels out.

    Takes `ids`, `mask` (1 for a piece, 0 for padding) and `shape`, each [batch, length]; gives
    the layers of `LAYERS` in their order, each [batch, length, labels].
    """

    def __init__(self, size: Size | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        size = size or Size()
        self.embeddings = Embeddings(size)
        self.blocks = nn.ModuleList(Block(size, dropout) for _ in range(size.blocks))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleDict(
            {name: nn.Linear(size.width, len(labels)) for name, labels in LAYERS.items()}
        )

    def forward(self, ids: Tensor, mask: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        vectors = self.dropout(self.embeddings(ids, shape))
        bias = (1.0 - mask[:, None, None, :].to(vectors.dtype)) * -10_000.0
        for block in self.blocks:
            vectors = block(vectors, bias)
        vectors = self.dropout(vectors)
        return tuple(layer(vectors) for layer in self.layers.values())


def load_pretrained(reader: Reader, weights: Path) -> None:
    """Put the weights of all-MiniLM-L6-v2 into the encoder; its heads stay as they are.

    Raises:
        ValueError: If the file does not hold that encoder.
    """
    loaded = load_file(str(weights))
    types = loaded["embeddings.token_type_embeddings.weight"]
    kept = {
        _renamed(name): tensor for name, tensor in loaded.items() if not name.startswith(_UNUSED)
    }
    kept["embeddings.word_embeddings.weight"] += types[0]  # there is one type of text only
    missing, unexpected = reader.load_state_dict(kept, strict=False)
    lacking = [name for name in missing if not name.startswith(("layers.", "embeddings.shape"))]
    if lacking or unexpected:
        raise ValueError(f"{weights} is not all-MiniLM-L6-v2: {[*lacking, *unexpected][:3]}")


def _renamed(name: str) -> str:
    for old, new in _RENAMED:
        name = name.replace(old, new)
    return name
