"""The set `places`: three corpora read by their own rules, and what counts as right."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.places import (
    PLACES,
    Reading,
    distance_km,
    end_to_end,
    on_the_map,
    read_article,
    recognised,
    run,
)
from evaluation.places_corpora import Article, Toponym, load_articles

LGL = """<articles>
  <article docid="1"><text><![CDATA[The bridge in Leeds fell. Turkish troops left Lagos.]]></text>
    <toponyms>
      <toponym><start>14</start><end>19</end><phrase>Leeds</phrase>
        <gaztag geonameid="1"><lat>53.8</lat><lon>-1.5</lon></gaztag></toponym>
      <toponym><start>26</start><end>33</end><phrase>Turkish</phrase></toponym>
    </toponyms></article>
</articles>"""
GEOVIRUS = """<articles>
  <article><text>The flu came to Lagos.</text><locations>
    <location><name>Lagos</name><start>17</start><end>22</end><lat>6.5</lat><lon>3.4</lon></location>
  </locations></article>
  <article><text>No name here.</text><locations/></article>
</articles>"""
GWN = """<articles>
  <article file="0"><title>T</title><text>A town near Quito, says the Quito Herald.</text>
    <toponyms>
      <toponym><extractedName>town</extractedName><type>Literal_Expression</type>
        <start>2</start><end>6</end><latitude/><longitude/></toponym>
      <toponym><extractedName>Quito</extractedName><type>Literal</type>
        <start>12</start><end>17</end><latitude>-0.2</latitude><longitude>-78.5</longitude></toponym>
      <toponym><extractedName>Quito</extractedName><type>Embedded_Non_Lit</type>
        <start>28</start><end>33</end><latitude>-0.2</latitude><longitude>-78.5</longitude></toponym>
      <toponym><extractedName>Quito Herald</extractedName><type>Non_Toponym</type>
        <start>28</start><end>40</end><latitude/><longitude/></toponym>
    </toponyms></article>
</articles>"""

LEEDS, YORK, LAGOS = (53.8, -1.5), (53.96, -1.08), (6.5, 3.4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Corpora").mkdir()
    (tmp_path / "Corpora" / "lgl.xml").write_text(LGL, encoding="utf-8")
    (tmp_path / "Corpora" / "GeoVirus.xml").write_text(GEOVIRUS, encoding="utf-8")
    (tmp_path / "GWN.xml").write_text(GWN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("corpus", ["lgl", "geovirus", "gwn"])
def test_every_label_stands_where_its_name_is(folder: Path, corpus: str) -> None:
    for article in load_articles(folder, corpus):  # type: ignore[arg-type]  # one of the three
        for name in article.toponyms:
            assert article.text[name.start : name.end] in ("Leeds", "Turkish", "Lagos", "Quito")


def test_common_nouns_and_names_of_other_things_are_no_toponyms(folder: Path) -> None:
    (article,) = load_articles(folder, "gwn")
    assert [name.label for name in article.toponyms] == ["Literal", "Embedded_Non_Lit"]


def test_a_label_without_a_place_has_no_point(folder: Path) -> None:
    (article,) = load_articles(folder, "lgl")
    assert [name.point for name in article.toponyms] == [LEEDS, None]


def test_control_characters_become_spaces(folder: Path) -> None:
    path = folder / "Corpora" / "GeoVirus.xml"
    path.write_text(GEOVIRUS.replace("The flu", "The\x85flu"), encoding="utf-8")
    assert next(load_articles(folder, "geovirus")).text == "The flu came to Lagos."


def test_a_corpus_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="lgl"):
        list(load_articles(tmp_path, "lgl"))


def _reading(**found: tuple[float, float] | None) -> Reading:
    """Three names at 0, 10 and 20, in Leeds, in Lagos and nowhere; found as `at0=POINT`."""
    toponyms = (
        Toponym(0, 5, "Literal", LEEDS),
        Toponym(10, 15, "Metonymic", LAGOS),
        Toponym(20, 25, "Literal", None),
    )
    extents = {(int(at[2:]), int(at[2:]) + 5): point for at, point in found.items()}
    return Reading(
        article=Article(0, "", toponyms),
        found=extents,
        literal=frozenset([(0, 5)]),
        resolved=[YORK, None, None],
        guessed=frozenset(),
        largest=[LAGOS, LAGOS, None],
    )


def test_a_name_is_recognised_if_its_extent_is_exact() -> None:
    reading = _reading(at0=LEEDS, at11=LAGOS)
    figures = recognised([reading], lambda r: r.found)
    assert figures == {"p": 1 / 2, "r": 1 / 3, "f1": 2 / 5}


def test_only_names_of_the_asked_labels_are_wanted() -> None:
    figures = recognised([_reading()], lambda r: r.literal, frozenset(["Literal"]))
    assert figures == {"p": 1.0, "r": 1 / 2, "f1": 2 / 3}


def test_unresolved_is_wrong_and_half_the_earth_away() -> None:
    reading = _reading()
    figures = on_the_map([reading], lambda r: r.resolved)
    assert figures["within_161_km"] == 1 / 2
    assert figures["median_km"] > 10_000
    assert on_the_map([reading], lambda r: r.largest)["within_161_km"] == 1 / 2


def test_end_to_end_asks_for_extent_and_place() -> None:
    figures = end_to_end([_reading(at0=YORK, at10=LEEDS, at20=None)])
    assert figures == {"p": 1 / 2, "r": 1 / 2, "f1": 1 / 2}  # at 20 has no point to miss


def test_distances_are_great_circles() -> None:
    assert distance_km(LEEDS, LAGOS) == pytest.approx(5280, abs=30)
    assert distance_km(LEEDS, LEEDS) == 0
    assert distance_km(LEEDS, None) > 20_000


def test_a_run_has_figures_of_each_corpus_for_both_halves_beside_the_peers(folder: Path) -> None:
    result = run(folder)
    assert result.documents == 4
    assert result.figures["lgl_recognition_f1"] == 2 * 2 / 5  # Lagos is not labelled here
    assert result.figures["gwn_within_161_km"] == 1.0
    assert result.figures["geovirus_end_to_end_r"] == 1.0
    assert set(result.parts) == {"development half", "untouched half"}
    assert "geovirus_recognition_r" not in result.parts["untouched half"]  # nothing to find there
    assert "gwn_recognition_f1" in result.peers["spaCy"]
    assert "gwn_within_161_km" in result.peers["most populous"]
    assert set(PLACES.headline) <= set(result.figures)


def test_the_place_of_the_dateline_is_found_apart_from_the_body() -> None:
    text = "LEEDS, England (Reuters) - The bridge fell on Monday, two officials said."
    reading = read_article(Article(0, text, (Toponym(0, 5, "Literal", LEEDS),)), "gwn")
    assert (0, 5) in reading.found
    assert distance_km(LEEDS, reading.found[0, 5]) < 20
