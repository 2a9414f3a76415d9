"""The three corpora of the set `places`: articles, each with its labelled names of places."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.benchmark import DataMissing

Corpus = Literal["lgl", "geovirus", "gwn"]

_FILES: Mapping[Corpus, str] = {
    "lgl": "Corpora/lgl.xml",
    "geovirus": "Corpora/GeoVirus.xml",
    "gwn": "GWN.xml",
}
CORPORA: tuple[Corpus, ...] = tuple(_FILES)

_NO_PLACES = frozenset(["Literal_Expression", "Non_Lit_Expression", "Non_Toponym"])
"""Labels of GeoWebNews for common nouns and for names that only hold a place's."""
LITERAL = frozenset(["Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"])
"""Labels of GeoWebNews for names that stand for the place itself."""

_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], " ")
"""Control characters, for which a reader refuses a text; a space each keeps the offsets."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that the labels call a place's.

    Attributes:
        start, end: Code points of the text, half-open.
        label: The corpus's word for its use; "" where it has none.
        point: WGS84 latitude and longitude, or None.
    """

    start: int
    end: int
    label: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its toponyms, in text order; `number` counts from 0 in the corpus's file."""

    number: int
    text: str
    toponyms: tuple[Toponym, ...]


def load_articles(folder: Path, corpus: Corpus) -> Iterator[Article]:
    """The articles of a corpus in the order of its file.

    Raises:
        DataMissing: If the folder does not hold it.
    """
    path = folder / _FILES[corpus]
    if not path.is_file():
        raise DataMissing(f"places: {path} is not there; give the unpacked set with --data DIR")
    for number, article in enumerate(ET.parse(path).getroot().iter("article")):
        text = (article.findtext("text") or "").translate(_CONTROLS)
        names = article.iter("location" if corpus == "geovirus" else "toponym")
        found = [_toponym(name, first=1 if corpus == "geovirus" else 0) for name in names]
        kept = {(t.start, t.end): t for t in found if t.label not in _NO_PLACES}
        yield Article(number, text, tuple(kept[extent] for extent in sorted(kept)))


def _toponym(name: ET.Element, first: int) -> Toponym:
    tag = name.find("gaztag")
    lat = name.findtext("lat") or name.findtext("latitude") or ""
    lon = name.findtext("lon") or name.findtext("longitude") or ""
    if tag is not None:
        lat, lon = tag.findtext("lat") or "", tag.findtext("lon") or ""
    point = (float(lat), float(lon)) if lat.strip() and lon.strip() else None
    start, end = int(name.findtext("start") or 0), int(name.findtext("end") or 0)
    return Toponym(start - first, end - first, name.findtext("type") or "", point)
