"""The sample case ships whole, is marked as fiction, and shows what its README says."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from dateline.sample import sample_paths

MARK = "Fictional report. The people, companies and groups in it do not exist."
PATHS = sample_paths()
PAGES = [path for path in PATHS if path.suffix == ".html"]


def body_of(path: Path) -> str:
    """The words that a reader sees of the report, without the furniture of the page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return text.replace(MARK, "").strip()
    tree = html.document_fromstring(text)
    article = tree.find(".//article")
    assert article is not None
    return "\n\n".join("".join(map(str, p.itertext())) for p in article.iter("p"))


def linked_data(path: Path) -> dict[str, Any] | None:
    tree = html.document_fromstring(path.read_text(encoding="utf-8"))
    for script in tree.iter("script"):
        found = json.loads(script.text or "")
        for part in found.get("@graph", [found]):
            if "NewsArticle" in part["@type"]:
                return dict(part)
    return None


def test_there_are_fifteen_reports_in_the_order_in_which_they_appeared() -> None:
    assert [int(path.name[:2]) for path in PATHS] == list(range(1, 16))
    assert len(PAGES) == 11


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_report_is_marked_as_fiction(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert MARK in text
    assert MARK not in body_of(path)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_report_is_as_long_as_a_short_news_report(path: Path) -> None:
    assert 110 <= len(body_of(path).split()) <= 300


def test_six_outlets_publish_and_every_page_says_when() -> None:
    outlets = set()
    for path in PAGES:
        data = linked_data(path)
        if data is None:
            tree = html.document_fromstring(path.read_text(encoding="utf-8"))
            meta = {m.get("property"): m.get("content") for m in tree.iter("meta")}
            data = {
                "publisher": {"name": meta["og:site_name"]},
                "datePublished": meta["article:published_time"],
            }
        outlets.add(data["publisher"]["name"])
        assert re.fullmatch(r"2024-0[23]-\d\dT[\d:]+\+01:00", data["datePublished"])
    assert outlets == {
        "The Tunis Lantern", "Valletta Ledger", "Quayside Record", "The Marseille Dispatch",
        "The Tunis Lantern Online",
    }  # fmt: skip
    assert "(Levant Wire) —" in body_of(PATHS[0])


def test_two_reports_are_copies_of_one_agency_text_with_small_edits() -> None:
    left, right = (body_of(path) for path in PATHS[4:6])
    right = right.removeprefix("By Levant Wire\n\n")
    assert left != right
    assert SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio() > 0.85


def test_no_address_of_the_sample_can_be_a_real_site() -> None:
    for path in PATHS:
        for host in re.findall(r"https?://([^/\"<]+)", path.read_text(encoding="utf-8")):
            assert host.endswith(".example") or host == "schema.org"


SHOWS = [
    (3, "The video is undated."),
    (3, "Some reports said that the meeting took place between January 8 and January 11, 2024."),
    (7, "The Valletta Ledger reported last week that"),
    (5, "denied that he had met the commander of the Red Dune Brigades"),
    (7, "will meet prosecutor Marco Zerafa in Valletta on March 20"),
    (9, "met prosecutor Marco Zerafa in Valletta on Wednesday"),
    (8, "The order of events suggests that Corvane paid the RDB"),
    (4, "in Valletta on October 12, 2023, according to hotel records"),
    (7, "The meeting took place in Valletta on October 19, 2023"),
    (1, "killed 12 people"),
    (2, "Fifteen people were killed in the attack on February 17"),
    (1, "Red Dune Brigades (RDB)"),
    (3, "whom his men call Abu Rimal"),
    (11, "met in Valletta on October 12, 2023, not on October 19"),
    (12, "An earlier version of this report gave October 19"),
    (13, "killed three people"),
    (14, "Seven people were killed in the attack off Zarzis on Thursday"),
    (15, "twelve people were killed in the attack off Zarzis on Thursday"),
]


@pytest.mark.parametrize(("number", "words"), SHOWS, ids=lambda value: str(value)[:30])
def test_the_sample_shows_what_its_readme_says(number: int, words: str) -> None:
    assert words in body_of(PATHS[number - 1])


def test_the_readme_names_every_report() -> None:
    readme = (PATHS[0].parent / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in readme for path in PATHS)
