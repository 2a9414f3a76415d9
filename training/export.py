"""The trained reader as files that need no torch: ONNX in eight bits, the tokenizer, the labels."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dateline.annotate.reader.words import LONGEST, PIECES_A_WORD, SHAPES
from training.labels import LAYERS
from training.model import Reader
from training.predict import Numbers, Runner, Scores

OPSET = 17
INPUTS = ("ids", "mask", "shape")
LARGEST_MB = 30.0
"""The model file may not be larger, in millions of bytes."""


def export(reader: Reader, tokenizer: Path, out: Path) -> Path:
    """Write model.onnx, tokenizer.json and labels.json into a folder; gives the model's path.

    Raises:
        ValueError: If the model is larger than `LARGEST_MB`.
    """
    out.mkdir(parents=True, exist_ok=True)
    model = out / "model.onnx"
    with tempfile.TemporaryDirectory(prefix="dateline-export-") as folder:
        whole = Path(folder) / "whole.onnx"
        export_whole(reader, whole)
        quantize_dynamic(whole, model, weight_type=QuantType.QInt8, per_channel=True)
    size = model.stat().st_size / 1e6
    if size > LARGEST_MB:
        raise ValueError(f"{model} is {size:.1f} MB; at most {LARGEST_MB} are shipped")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    (out / "labels.json").write_text(labels_json(), encoding="utf-8")
    return model


def labels_json() -> str:
    """What a program that runs the model must know of it, as JSON."""
    told = {
        "inputs": INPUTS,
        "outputs": LAYERS,
        "longest": LONGEST,
        "pieces_a_word": PIECES_A_WORD,
        "shapes": SHAPES,
    }
    return json.dumps(told, default=dict, indent=1) + "\n"


def export_whole(reader: Reader, path: Path) -> None:
    """Write the reader as ONNX in full precision."""
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, *LAYERS)}
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own age
        torch.onnx.export(
            reader.eval(),
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=list(LAYERS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.checker.check_model(str(path))


def torch_runner(reader: Reader) -> Runner:
    """Runs the reader as it was trained."""

    def run(ids: Numbers, mask: Numbers, shape: Numbers) -> list[Scores]:
        with torch.no_grad():
            outputs = reader(*(torch.from_numpy(given) for given in (ids, mask, shape)))
        return [scores.numpy() for scores in outputs]

    return run


def onnx_runner(model: Path, threads: int = 1) -> Runner:
    """Runs a file written by `export`."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def run(ids: Numbers, mask: Numbers, shape: Numbers) -> list[Scores]:
        outputs = session.run(list(LAYERS), {"ids": ids, "mask": mask, "shape": shape})
        return [np.asarray(scores, dtype=np.float32) for scores in outputs]

    return run
