"""Each screen shows what the case holds, and nothing that a report wrote becomes a part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pytest

from dateline.pipeline import Case
from dateline.store import Known, Passage, Reading
from dateline.verification import Contents
from dateline.web.guard import POLICY
from dateline.web.pages import NAVIGATION
from tests.conftest import STORIES, write_stories
from tests.export.case import Made
from tests.export.payloads import PAYLOADS
from tests.export.test_html import poisoned
from tests.web.browser import HOST, Browser, Page


class HandMade:
    """A case whose records are made by hand, so that any text can stand in any field."""

    def __init__(self, made: Made, name: str, folder: Path) -> None:
        self._made, self._name, self.address = made, name, folder

    def contents(self) -> Contents:
        made = self._made
        return Contents(
            tuple(made.reports), tuple(made.claims), tuple(made.entities), tuple(made.events)
        )

    def state(self) -> object:
        return None

    def changes(self, known: Known) -> None:
        return None

    def inputs(self) -> tuple[Reading, ...]:
        return (Reading(1, self._name, "failed", self._name), Reading(2, "kept", "added"))

    def search(self, query: str, limit: int | None = None) -> list[Passage]:
        return [Passage(one.report, one.quote, one.id, ()) for one in self._made.claims]


def open_hand_made(payload: str, folder: Path) -> Browser:
    browser = Browser(cast(Case, HandMade(poisoned(payload), payload, folder))).enter()
    return browser


def addresses(made: Made) -> list[str]:
    """One of every kind of screen."""
    return [
        "/", "/?show=failed", "/timeline", "/events", "/people", "/conflicts", "/search?q=x",
        "/unsaid", "/unsaid?part=undated",
        *(f"/reports/{one.id}" for one in made.reports[:2]),
        *(f"/events/{one.id}" for one in made.events if one.conflicts),
        *(f"/people/{one.id}" for one in made.entities[:1]),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def known_shapes(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, tuple[str, ...]]]:
    """Every element with its attributes that the templates make of harmless words."""
    folder = tmp_path_factory.mktemp("harmless")
    shapes: set[tuple[str, tuple[str, ...]]] = set()
    for word in ("word", "https://outlet.example/a"):
        browser = open_hand_made(word, folder)
        for target in addresses(poisoned(word)):
            answer = browser.get(target)
            assert answer.status == 200, target
            shapes.update(Page(answer.text).shape)
    return shapes


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_report_becomes_a_part_of_a_screen(
    payload: str, tmp_path: Path, known_shapes: set[tuple[str, tuple[str, ...]]]
) -> None:
    browser = open_hand_made(payload, tmp_path)
    for target in addresses(poisoned(payload)):
        answer = browser.get(target)
        assert answer.status == 200, target
        page = Page(answer.text)
        assert set(page.shape) <= known_shapes, target
        foreign = [one for one in page.links if not one.startswith(("/", "#"))]
        assert all(one == payload and one.startswith("https://") for one in foreign)
        assert not any(one.startswith(("//", "/\\")) for one in page.links)
        if "<" in payload:
            assert payload not in answer.text


def test_the_check_above_can_fail(known_shapes: set[tuple[str, tuple[str, ...]]]) -> None:
    for payload in ("<script>1</script>", "<img src=x onerror=1>", "<b onclick=1>x</b>"):
        assert not set(Page(payload).shape) <= known_shapes


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u0000", "\u001b", "\ufeff"])
def test_signs_that_hide_or_reorder_words_are_written_out(sign: str, tmp_path: Path) -> None:
    payload = f"abc{sign}def"
    browser = open_hand_made(payload, tmp_path)
    for target in addresses(poisoned(payload)):
        text = browser.get(target).text
        assert sign not in text, target
        assert f"abc⟨U+{ord(sign):04X}⟩def" in text, target


@pytest.mark.parametrize("payload", PAYLOADS[:12])
def test_what_stands_in_an_address_is_escaped_too(
    payload: str, built: Browser, known_shapes: set[tuple[str, tuple[str, ...]]]
) -> None:
    said = quote(payload, safe="")
    for target in (
        f"/timeline?who={said}", f"/events?who={said}&from=2024&origins=2", f"/people?name={said}",
        f"/search?q={said}&outlet={said}", f"/conflicts?who={said}", f"/events?from={said}",
        f"/reports/{said}", f"/events?after={said}", f"/unsaid?part={said}", f"/?show={said}",
    ):  # fmt: skip
        answer = built.get(target)
        assert answer.status in (200, 400, 404), target
        assert payload not in answer.text, target
        assert not [one for one in Page(answer.text).shape if one[0] in ("img", "svg", "iframe")]


# What stands there ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("web")
    stories = write_stories(folder / "stories")
    (stories / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (stories / "french.txt").write_text(
        "PARIS, 4 mars 2024 - La ministre a rencontré hier le président du conseil régional, et "
        "les deux responsables ont parlé longuement du port et de ses ouvriers.\n",
        encoding="utf-8",
    )
    with Case(folder / "my.case") as case:
        case.add(stories)
        yield Browser(case).enter()


def test_every_address_that_a_screen_links_to_is_there(built: Browser) -> None:
    waiting, seen = ["/"], set()
    of_screen: Counter[str] = Counter()
    while waiting:
        target = waiting.pop()
        screen = target.partition("?")[0]
        if target in seen or of_screen[screen] >= 25:  # a map can be moved for ever
            continue
        seen.add(target)
        of_screen[screen] += 1
        answer = built.get(target)
        assert answer.status in (200, 303), target
        assert answer.headers["content-security-policy"] == POLICY
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Page(answer.text)
            assert len(page.ids) == len(set(page.ids)), target
            waiting += page.inner
    assert len(seen) > 30


def test_every_screen_is_in_the_navigation_and_says_where_one_is(built: Browser) -> None:
    for target, name in NAVIGATION:
        text = built.get(target).text
        assert f'<a href="{target}" aria-current="page">{name}</a>' in text
        assert text.count('aria-current="page"') == 1


def test_inputs_that_were_not_read_stand_with_the_reason(built: Browser) -> None:
    text = built.get("/").text
    assert "broken.pdf" in text
    assert "failed" in text
    assert "broken.pdf" in built.get("/unsaid?part=inputs").text


def test_a_language_without_claims_is_said_to_be_one(built: Browser) -> None:
    text = built.get("/unsaid?part=languages").text
    assert "french.txt" in text
    assert "brandt-denies" not in text


def test_the_timeline_keeps_the_undated_apart_and_at_the_end(built: Browser) -> None:
    text = built.get("/timeline").text
    assert text.index("3 March 2024") < text.index("7 March 2024") < text.rindex("Undated")
    assert "Undated" not in built.get("/timeline?from=2024&to=2024").text


def test_events_are_narrowed_as_the_address_says(built: Browser) -> None:
    rossi = built.get("/events?who=Marta+Rossi&from=2024-03-20&to=2024-03-20").text
    assert "Rossi" in rossi
    assert "Lenz" not in rossi
    assert 'value="Marta Rossi"' in rossi
    nothing = built.get("/events?who=Nobody").text
    assert "Clear the filters" in nothing
    assert built.get("/events?from=yesterday").status == 400


def reader_with(browser: Browser, word: str) -> Page:
    """The reader of the report that prints a word."""
    targets = [one for one in Page(browser.get("/").text).inner if one.startswith("/reports/")]
    pages = [Page(browser.get(one).text) for one in targets]
    return next(page for page in pages if word in "".join(page.words))


def test_the_reader_ties_each_claim_to_its_words(built: Browser) -> None:
    page = reader_with(built, "Bratislava")
    ids = {one for one in page.ids if one.startswith("c_")}
    cards = {one for one in ids if not one.endswith("-words")}
    assert len(cards) > 2
    assert {f"{one}-words" for one in cards} == ids - cards
    assert {f"#{one}" for one in ids} <= set(page.links)


def test_the_reader_shows_all_words_of_the_report(built: Browser) -> None:
    shown = "".join(reader_with(built, "Lenz").words)
    without_numbers = re.sub(r"[\s\d]+", "", STORIES["brandt-denies.txt"])
    assert without_numbers in re.sub(r"[\s\d]+", "", shown)


def test_a_search_opens_the_words_found(built: Browser) -> None:
    page = Page(built.get("/search?q=dockers").text)
    assert any(tag == "mark" for tag, _ in page.shape)
    assert any(one.startswith("/reports/r_") for one in page.links)
    assert "No passage" in built.get("/search?q=zeppelin").text
    assert built.get("/search?q=%22").status == 200


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/nowhere", 404), ("/reports/r_none", 404), ("/claims/c_none", 404),
        ("/events/v_none", 404), ("/people/e_none", 404), ("/events/", 404), ("/static/", 404),
        ("/static/../guard.py", 404), ("/static/%2e%2e/guard.py", 404), ("/static/page.html", 404),
        ("/?show=other", 400), ("/unsaid?part=x", 400), ("/events?after=x", 400),
        ("/events?origins=many", 400), ("/events?after=WyJ4Il0", 400), ("/login", 404),
    ],
)  # fmt: skip
def test_a_wrong_address_gets_one_clear_line(built: Browser, target: str, status: int) -> None:
    answer = built.get(target)
    assert answer.status == status
    assert "Traceback" not in answer.text
    assert "site-packages" not in answer.text


@pytest.mark.parametrize("target", ["/", "/events", "/search", "/api/v1/reports"])
def test_screens_can_only_be_read(built: Browser, target: str) -> None:
    assert built.post(target, b"", ("origin", f"http://{HOST}")).status == 405
    assert built.get(target, method="HEAD").status == 200


def test_a_fault_of_ours_shows_no_trace(tmp_path: Path) -> None:
    class Broken(HandMade):
        def contents(self) -> Contents:
            raise ZeroDivisionError("secret words")

    browser = Browser(cast(Case, Broken(Made(), "x", tmp_path))).enter()
    with pytest.raises(ZeroDivisionError) as raised:  # it goes on to the server's log
        browser.get("/")
    answer = raised.value.answer  # type: ignore[attr-defined]
    assert answer.status == 500
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    with Case(tmp_path / "empty.case") as case:
        case.add()
        browser = Browser(case).enter()
        for target, _ in NAVIGATION:
            answer = browser.get(target)
            assert answer.status == 200
            assert 'href="/add"' in answer.text, target


def test_what_is_added_meanwhile_is_shown(tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("GRAZ, March 6, 2024 (Styria Post) — Police arrested Viktor Lenz in Graz.\n")
    with Case(tmp_path / "my.case") as case:
        case.add()
        browser = Browser(case).enter()
        assert "Lenz" not in browser.get("/events").text
        case.add(report)
        assert "Lenz" in browser.get("/events").text


def test_every_screen_counts_the_same_events(built: Browser) -> None:
    said = {
        path: re.search(r"(\d+) events?\b", built.get(path).text.partition('id="main"')[2])
        for path in ("/", "/events", "/timeline", "/map")
    }
    assert all(said.values())
    assert len({found[1] for found in said.values() if found}) == 1, said


def test_a_dossier_leads_to_the_same_one_on_every_picture(built: Browser) -> None:
    dossier = re.search(r'href="(/people/([^"/]+))"', built.get("/people").text)
    assert dossier
    text = built.get(dossier[1]).text
    for screen in ("timeline", "network", "map"):
        assert f'href="/{screen}?person={dossier[2]}"' in text


def test_a_number_of_people_says_what_it_counts(built: Browser) -> None:
    assert re.search(r'<p class="found">\d+ names</p>', built.get("/people").text)
    few = built.get("/people?kind=Person").text
    assert re.search(r'<p class="found">\d+ of \d+ names</p>', few)
