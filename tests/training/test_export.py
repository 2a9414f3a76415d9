"""The exported file gives what the trained reader gives. Needs torch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training alone needs torch: `make train-check`")
pytest.importorskip("onnx", reason="training alone needs onnx: `make train-check`")

import numpy as np  # noqa: E402

from dateline.annotate.reader.words import SHAPES  # noqa: E402
from training.export import export_whole, labels_json, onnx_runner, torch_runner  # noqa: E402
from training.labels import LAYERS  # noqa: E402
from training.model import Reader, Size  # noqa: E402

SMALL = Size(vocabulary=50, positions=40, width=8, blocks=2, heads=2, wide=16)


def test_the_file_gives_what_the_reader_gives_at_any_length(tmp_path: Path) -> None:
    torch.manual_seed(3)
    reader = Reader(SMALL).eval()
    export_whole(reader, tmp_path / "small.onnx")
    run = onnx_runner(tmp_path / "small.onnx")
    for batch, length in ((1, 4), (3, 31)):
        ids = np.arange(batch * length, dtype=np.int64).reshape(batch, length) % 50
        mask = np.ones_like(ids)
        mask[:, length - 1 :] = 0
        shape = ids % len(SHAPES)
        expected = torch_runner(reader)(ids, mask, shape)
        for one, other in zip(run(ids, mask, shape), expected, strict=True):
            assert np.allclose(one, other, atol=1e-4)


def test_labels_are_told_in_the_order_of_the_outputs() -> None:
    told = json.loads(labels_json())
    assert {layer: tuple(labels) for layer, labels in told["outputs"].items()} == dict(LAYERS)
    assert list(told["outputs"]) == list(LAYERS)
    assert told["inputs"] == ["ids", "mask", "shape"]
