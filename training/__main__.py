"""The command line: ``python -m training --data DIR --out DIR --date DAY``.

DIR holds the sets of the model card, each a folder or an archive NAME.tar.xz. Sets that only
measure may be absent: their figures are then left out. Takes about 40 minutes of one processor.
"""

from __future__ import annotations

import copy
import os
import time
from collections.abc import Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

os.environ.setdefault("OMP_NUM_THREADS", "1")

if find_spec("torch") is None:
    raise SystemExit("torch is not installed here; `make train` sets up what training needs")

import click
import torch
from tokenizers import Tokenizer

from dateline.annotate.reader.words import WordReader
from evaluation.archives import open_corpora
from evaluation.benchmark import DataMissing
from training.card import sources, versions, write_card, write_page
from training.export import export, onnx_runner, torch_runner
from training.fixture import write_fixture
from training.learn import Recipe, train
from training.measure import held_out_figures, sentences_a_second, summary, untouched_figures
from training.model import Reader, load_pretrained
from training.predict import predict
from training.silver import with_silver
from training.sources import Learnt, encoder_folder, read_sources
from training.texts import Text

SETS = (
    "wikinews_annotated",
    "wikinews_plain",
    "ner_open",
    "ecbplus",
    "re3d",
    "polnear",
    "factuality_uw",
)
PAGE = Path(__file__).with_name("CARD.md")
LARGEST_LOSS = 0.01
"""How much F1 the layers may lose by the eight bits, on average."""

Stages = dict[str, dict[str, float]]
_folder = click.Path(file_okay=False, path_type=Path)
_there = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--data", type=_there, required=True, help="The sets, as folders or archives.")
@click.option("--out", type=_folder, required=True, help="Where the files of the model go.")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--tests", type=_there, help="Texts (*.txt, at any depth) never to learn from.")
@click.option("--epochs", type=click.IntRange(min=1), default=Recipe().epochs, show_default=True)
@click.option(
    "--page/--no-page", default=True, help="Also write CARD.md's figures and the fixture."
)
def main(data: Path, out: Path, on: datetime, tests: Path | None, epochs: int, page: bool) -> None:
    """Trains the reader, measures it, exports it, and writes its card."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    recipe = Recipe(epochs=epochs)
    with open_corpora(data, SETS) as sets:
        absent = [name for name in SETS if name not in sets]
        if absent:
            click.echo(f"not in {data}, so left out: {', '.join(absent)}", err=True)
        learnt = read_sources(sets, _texts(tests))
        click.echo(_told(learnt))
        words = WordReader(Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")))
        began = time.process_time()
        reader, stages = _taught(learnt, words, recipe)
        minutes = (time.process_time() - began) / 60
        model = export(reader, encoder_folder() / "tokenizer.json", out)
        run = onnx_runner(model)
        held_out = held_out_figures(learnt.untouched, predict(learnt.untouched, words, run))
        whole = predict(learnt.untouched, words, torch_runner(reader))
        lost = _lost(held_out_figures(learnt.untouched, whole), held_out)
        card = {
            "date": f"{on:%Y-%m-%d}",
            "minutes": round(minutes, 1),
            "megabytes": round(model.stat().st_size / 1e6, 1),
            "sentences_a_second": round(sentences_a_second(learnt.untouched, words, run)),
            **sources(),
            "sizes": _counts(learnt),
            "recipe": recipe.told(),
            "versions": versions(),
            "development": stages,
            "lost_by_eight_bits": lost,
            "held_out": held_out,
            "others": untouched_figures(sets, words, run),
        }
    write_card(card, out)
    if page:
        write_page(card, PAGE)
        write_fixture(out)
    click.echo(f"{model}: {card['megabytes']} MB, {card['minutes']} minutes")


def _taught(learnt: Learnt, words: WordReader, recipe: Recipe) -> tuple[Reader, Stages]:
    """Train on what is marked, then on with that reader's sure labels of other news.

    The second stage stays only if the development articles are read better after it.
    """
    torch.manual_seed(recipe.seed)
    reader = Reader(dropout=recipe.dropout)
    load_pretrained(reader, encoder_folder() / "model.safetensors")
    train(reader, learnt.train, words, learnt.names, recipe, click.echo)
    stages = {"marked": _development(learnt, words, reader)}
    if learnt.plain and recipe.silver_epochs:
        silver = with_silver(learnt.plain, words, torch_runner(reader))
        second = copy.deepcopy(reader)
        texts = [*learnt.train, *silver]
        train(second, texts, words, learnt.names, recipe.continued(), click.echo)
        stages["marked and silver"] = _development(learnt, words, second)
        if stages["marked and silver"]["mean"] > stages["marked"]["mean"]:
            reader = second
    click.echo(str(stages))
    return reader, stages


def _development(learnt: Learnt, words: WordReader, reader: Reader) -> dict[str, float]:
    texts = learnt.development
    found = summary(held_out_figures(texts, predict(texts, words, torch_runner(reader))))
    return {**found, "mean": round(fmean(found.values()), 4)} if texts else {"mean": 0.0}


def _texts(folder: Path | None) -> list[str]:
    if folder is None:
        return []
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]


def _told(learnt: Learnt) -> str:
    counts = _counts(learnt)
    return ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in counts.items())


def _counts(learnt: Learnt) -> dict[str, int]:
    return {
        "articles_learnt_from": len(learnt.train),
        "words_learnt_from": _words(learnt.train),
        "articles_that_decide": len(learnt.development),
        "articles_untouched": len(learnt.untouched),
        "plain_texts": len(learnt.plain),
        "words_of_plain_texts": _words(learnt.plain),
        "test_texts_compared_with": learnt.tests,
        "articles_left_out_as_tests": learnt.left_out,
    }


def _words(texts: Sequence[Text]) -> int:
    return sum(len(text.words) for text in texts)


def _lost(whole: dict[str, object], eight_bits: dict[str, object]) -> dict[str, float]:
    """What the eight bits cost, layer by layer.

    Raises:
        SystemExit: If it is more than `LARGEST_LOSS` on average.
    """
    before, after = summary(whole), summary(eight_bits)
    lost = {name: round(before[name] - after[name], 3) for name in before}
    if fmean(lost.values()) > LARGEST_LOSS:
        raise SystemExit(f"eight bits cost too much: {lost}")
    return lost


if __name__ == "__main__":
    try:
        main(prog_name="python -m training")
    except DataMissing as missing:
        raise SystemExit(f"Error: {missing}") from None
