"""Whole tasks that change the case: with the mouse and with the keyboard alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from dateline import Case
from tests.browser.hands import Hands, Keys, Mouse
from tests.browser.serving import serving
from tests.browser.test_tasks import assert_passage, go_to
from tests.browser.watching import Visitor

TELLING = (
    "{town}, March {day}, 2024 (Harbour Wire) — The envoy Ruben Falk met the trader Mira Sant in "
    "{town} on March {day}, 2024, the two said.\n"
)
TOWNS = ("Sfax", "Tunis", "Valletta")
BAD = {
    "empty.txt": b"",
    "blank.html": b"<html><body>   </body></html>",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
    "paper.pdf": b"%PDF-1.7 nothing to read",
    "sheet.docx": b"PK\x03\x04" + bytes(100),
    "spaces.txt": b" \n\n\t \n",
    "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(200),
    "clip.mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(200),
    "case.zip": b"PK\x05\x06" + bytes(18),
}
GOOD = 191
"""With those that are not good, 200 files."""
NEWS = (
    "TUNIS, May 20, 2024 (Quay Gazette) — Talks on the pier tax went on all week.\n\n"
    "Salma Ferchiou and the broker Lena Orsi shared a bench in Sfax in early May, according to "
    "two officials.\n"
)


@dataclass
class Desk:
    """Somebody at work on a case of his own."""

    hands: Hands
    page: Page


@pytest.fixture(scope="module", params=[Mouse(), Keys()], ids=["mouse", "keyboard"])
def desk(
    request: pytest.FixtureRequest, sample_folder: Path, chromium: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Desk]:  # fmt: skip
    folder = tmp_path_factory.mktemp("work")
    case = shutil.copytree(sample_folder, folder / "sample.case")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    with Case(case) as opened:
        opened.add(folder / "news.txt")
    with serving(case) as (home, link), Visitor(chromium, home).window(link) as (page, watch):
        yield Desk(request.param, page)
        noted = [one for one in watch.problems if "400 (Bad Request)" not in one]
        assert noted == []


def choose_files(desk: Desk, field: Locator, paths: list[Path]) -> None:
    with desk.page.expect_file_chooser() as chosen:
        desk.hands.press(field)
    chosen.value.set_files(paths)


def test_a_claim_that_was_missed_is_added_by_hand_and_taken_back(desk: Desk) -> None:
    """Task 4: "early May, according to two officials"."""
    page, hands = desk.page, desk.hands
    page.goto("/search?q=broker")
    hands.press(page.get_by_role("main").get_by_role("link", name="Lena Orsi").first)
    page.wait_for_url("**/reports/*")
    hands.press(page.get_by_role("link", name="Add a claim by hand"))
    page.get_by_role("heading", level=1, name="Claim by hand").wait_for()
    sentence = NEWS.strip().split("\n\n")[1]
    hands.write(page.get_by_label("The passage, word for word"), sentence.replace("Lena", "Lina"))
    hands.choose(page.get_by_label("What happened"), "Meetings, visits, calls")
    hands.write(page.get_by_label("The words that say so"), "shared a bench")
    hands.write(page.get_by_label("Who", exact=True), "Salma Ferchiou; Lena Orsi")
    hands.write(page.get_by_label("When", exact=True), "early May")
    hands.write(page.get_by_label("Where", exact=True), "Sfax")
    hands.write(page.get_by_label("According to"), "two officials")
    hands.press(page.get_by_role("button", name="Add the claim"))
    page.get_by_role("alert").get_by_text("does not print").wait_for()
    hands.write(page.get_by_label("The passage, word for word"), sentence)
    hands.press(page.get_by_role("button", name="Add the claim"))
    assert_passage(page, "shared a bench")
    card = page.locator("li.claim", has_text="by hand")
    said = card.inner_text()
    assert "two officials" in said
    assert "May 2024" in said
    assert "Sfax" in said
    page.goto("/people?name=Lena+Orsi")
    assert page.get_by_role("link", name="Lena Orsi").count()
    page.go_back()
    with page.expect_navigation():
        hands.press(page.locator("li.claim", has_text="by hand").get_by_role("button"))
    assert page.locator("li.claim", has_text="by hand").count() == 0


def test_two_names_are_joined_and_split_again(desk: Desk) -> None:
    """Task 5: one person for two spellings, and two again."""
    page, hands = desk.page, desk.hands
    page.goto("/")
    go_to(page, hands, "People")
    hands.press(page.get_by_role("main").get_by_role("link", name="Hatem Jaziri").first)
    page.wait_for_url("**/people/*")
    hands.write(page.get_by_label("The same as"), "Habib Zouari")
    hands.press(page.get_by_role("button", name="Find", exact=True))
    hands.press(page.get_by_role("button", name="Same: Hatem Jaziri and Habib Zouari"))
    for name in ("Habib Zouari", "Hatem Jaziri"):
        page.locator("#names").get_by_text(name, exact=True).first.wait_for()
    hands.press(page.get_by_role("link", name="Not one: take its names apart"))
    page.wait_for_url("**/judge?about=*")
    with page.expect_navigation():
        hands.press(page.get_by_role("button", name="Habib Zouari is somebody else"))
    page.goto("/people?name=Habib+Zouari")
    hands.press(page.get_by_role("main").get_by_role("link", name="Habib Zouari").first)
    page.get_by_role("heading", level=1, name="Habib Zouari").wait_for()
    assert page.locator("#names").get_by_text("Hatem Jaziri", exact=True).count() == 0
    page.goto("/history?about=entity")
    assert page.locator("li.entry").count() >= 2


def test_a_claim_that_was_misread_is_struck_out_and_had_back(desk: Desk) -> None:
    page, hands = desk.page, desk.hands
    page.goto("/search?q=attacked&among=claims")
    hands.press(page.get_by_role("main").get_by_role("link").filter(has_text="attacked").first)
    page.wait_for_url("**/reports/*")
    claims = page.locator(".beside ol > li")
    before, first = claims.count(), claims.first
    words = first.locator(".quoted").inner_text()
    hands.press(first.locator("summary"))
    hands.write(first.get_by_label("Why, if you like"), "nobody says so")
    hands.press(first.get_by_role("button", name="Misread:"))
    struck = page.locator(".misread > li")
    struck.get_by_text("nobody says so").wait_for()
    assert struck.locator(".quoted").inner_text() == words
    assert claims.count() == before - 1
    hands.press(struck.get_by_role("button", name="Take back"))
    struck.wait_for(state="detached")
    assert claims.count() == before


def test_a_conflict_that_stays_open_is_seen_open_in_every_view(desk: Desk) -> None:
    """Task 8: a contradiction is marked as open, and stays so."""
    page, hands = desk.page, desk.hands
    page.goto("/")
    go_to(page, hands, "Conflicts")
    first = page.locator("section.conflict").first
    event = str(first.locator("h2 a").get_attribute("href"))
    hands.press(first.locator("summary").first)
    hands.write(first.get_by_label("Why").first, "no list of names yet")
    hands.press(first.get_by_role("button", name="Stays open").first)
    page.get_by_text("looked at, stays open (").first.wait_for()
    for target in ("/conflicts?status=open", event, "/history?about=conflict"):
        page.goto(target)
        page.get_by_text("no list of names yet").first.wait_for()
    page.goto("/timeline")
    page.locator("#list").get_by_text("looked at, stays open").first.wait_for()
    page.goto("/conflicts?status=new")
    assert page.locator(f'section.conflict h2 a[href="{event}"]').count() == 0


def test_timeline_network_and_map_of_one_week(desk: Desk) -> None:
    """Task 10: the same days on three pictures."""
    page, hands = desk.page, desk.hands
    page.goto("/")
    marks = {"Timeline": "a.bar", "Network": "a.node-link", "Map": "a.place-link"}
    for screen, mark in marks.items():
        go_to(page, hands, screen)
        whole = page.locator(mark).count()
        hands.write(page.get_by_label("From", exact=True), "2024-02-14")
        hands.write(page.get_by_label("To", exact=True), "2024-02-20")
        hands.press(page.get_by_role("button", name="Show", exact=True))
        page.wait_for_url("**from=2024-02-14&to=2024-02-20**")
        shown = page.locator(mark)
        assert 0 < shown.count() < whole, screen
        if screen != "Network":
            page.locator("#list").get_by_text("attack").first.wait_for()
    hands.press(page.locator("a.place-link").first)
    page.wait_for_url("**#at-*")
    row = page.locator(f"#{page.url.partition('#')[2]}")
    hands.press(row.locator("ul.passages a").first)
    page.wait_for_url("**/events/*")


def test_many_files_are_added_and_those_that_fail_say_why(desk: Desk, tmp_path: Path) -> None:
    """Task 2: mixed files, some of which can't be read."""
    paths = []
    for number in range(GOOD):
        town, day = TOWNS[number % 3], number % 31 + 1
        text = TELLING.format(town=town, day=day) + f"File {number}.\n"
        path = tmp_path / f"report-{number:03}{'.html' if number % 4 == 0 else '.txt'}"
        page_of = f"<html><body><p>{text}</p></body></html>"
        path.write_text(page_of if path.suffix == ".html" else text, encoding="utf-8")
        paths.append(path)
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    page, hands = desk.page, desk.hands
    page.goto("/")
    hands.press(page.get_by_role("link", name="Add reports").first)
    page.wait_for_url("**/add")
    choose_files(desk, page.get_by_label("Files", exact=True), paths)
    hands.press(page.get_by_role("button", name="Add to the case"))
    page.wait_for_url("**/add/*")
    page.get_by_text(f"Done: {len(paths)} inputs read.").wait_for(timeout=240_000)
    page.get_by_text(f"{len(BAD)} not read").first.wait_for()
    page.get_by_text(f"{GOOD} added").first.wait_for()
    said = page.locator("main").inner_text()
    for name in BAD:
        assert name in said
    assert "paper.pdf" in said
    assert "PDF" in said
    page.goto("/?show=failed")
    for name in BAD:
        page.get_by_text(name).first.wait_for()
    page.goto("/people?name=Ruben+Falk")
    assert page.get_by_role("link", name="Ruben Falk").count()
