"""Batches, the loss and what is hidden. Needs torch."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

torch = pytest.importorskip("torch", reason="training alone needs torch: `make train-check`")

from dateline.annotate.reader.words import Window  # noqa: E402
from training.labels import IGNORED, LAYERS  # noqa: E402
from training.learn import HIDDEN, Example, Recipe, batches_of, hide, loss_of, stacked  # noqa: E402
from training.model import Reader, Size  # noqa: E402

SMALL = Size(vocabulary=50, positions=20, width=8, blocks=1, heads=2, wide=16)


def _example(length: int, labels: Mapping[str, Sequence[int]] | None = None) -> Example:
    window = Window(0, tuple(range(length)), (3,) * length, tuple(range(1, length - 1)))
    return Example(window, labels or {"names": [1] * length}, 1.0)


def _small() -> Reader:
    torch.manual_seed(7)
    return Reader(SMALL, dropout=0.0)


def test_batches_hold_every_window_once_and_are_not_too_large() -> None:
    examples = [_example(length) for length in (3, 18, 4, 4, 17, 9) * 5]
    batches = batches_of(examples, 40, random.Random(1))
    assert sorted(id(e) for b in batches for e in b) == sorted(map(id, examples))
    assert max(len(b) * max(len(e.window.ids) for e in b) for b in batches) <= 40


def test_rows_are_filled_up() -> None:
    assert stacked([[1], [2, 3]], 0).tolist() == [[1, 0], [2, 3]]


def test_nothing_is_learnt_of_a_layer_that_a_text_does_not_label() -> None:
    reader = _small()
    loss_of(reader, [_example(6)], Recipe().weights).backward()
    learnt = {
        name: weights.grad is not None and bool(weights.grad.any())
        for name, weights in reader.named_parameters()
    }
    assert learnt["layers.names.weight"]
    assert not learnt["layers.cue.weight"]


def test_words_that_are_ignored_do_not_change_the_loss() -> None:
    known = {"names": [IGNORED, 1, IGNORED, IGNORED]}
    more = {"names": [IGNORED, 1, IGNORED, 2]}
    reader, weights = _small(), Recipe().weights
    with torch.no_grad():
        loss = loss_of(reader, [_example(4, known)], weights)
        assert loss != loss_of(reader, [_example(4, more)], weights)
        both = loss_of(reader, [_example(4, known), _example(4, {"cue": [IGNORED] * 4})], weights)
        assert both == pytest.approx(float(loss), rel=1e-2)


def test_pieces_are_hidden_and_marks_never() -> None:
    torch.manual_seed(1)
    ids = torch.tensor([[101, *range(2000, 2200), 102, 0, 0]])
    hidden = hide(ids, 0.5)
    assert 60 < int((hidden == HIDDEN).sum()) < 140
    assert hidden[0, 0] == 101
    assert hidden[0, -3:].tolist() == [102, 0, 0]
    assert torch.equal(hide(ids, 0.0), ids)


def test_padding_does_not_change_what_is_read() -> None:
    reader = _small().eval()
    ids = torch.tensor([[1, 5, 6, 2]])
    longer = torch.tensor([[1, 5, 6, 2, 0, 0]])
    mask, padded = torch.ones_like(ids), torch.tensor([[1, 1, 1, 1, 0, 0]])
    with torch.no_grad():
        alone = reader(ids, mask, torch.ones_like(ids))
        filled = reader(longer, padded, torch.ones_like(longer))
    assert [scores.shape[2] for scores in alone] == [len(labels) for labels in LAYERS.values()]
    for one, other in zip(alone, filled, strict=True):
        assert torch.allclose(one, other[:, :4], atol=1e-5)
