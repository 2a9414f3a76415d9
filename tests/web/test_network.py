"""The network in the browser: who is around a name, what lines lead to, ways between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline import Case
from dateline.web.around import bearers_of
from tests.web.browser import Browser

REPORTS = {
    "one.txt": "GRAZ, March 4, 2024 (Styria Post) — Anna Keller met Tomas Brandt in Graz on March "
    "2, 2024.\n",
    "two.txt": "GRAZ, March 5, 2024 (Linz Post) — Tomas Brandt met Viktor Lenz in Linz on March 3, "
    "2024.\n",
    "three.txt": "WIEN, May 9, 2024 (Wien Post) — Viktor Lenz reportedly met Ida Moser in Vienna "
    "on May 8, 2024. Rosa Lind visited Bern on May 7, 2024.\n",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("net")
    (folder / "in").mkdir()
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with Case(folder / "my.case") as case:
        case.add(folder / "in")
        yield Browser(case).enter()


def names(text: str) -> set[str]:
    return set(re.findall(r'class="node-link"[^>]*aria-label="([^:"]*):', text))


def ties(text: str) -> set[frozenset[str]]:
    rows = re.findall(r'<tr id="tie-[^"]*"><td class="title">(.*?)</td>', text)
    return {frozenset(re.findall(r"<bdi>(.*?)</bdi>", row)) for row in rows}


def test_one_name_stands_with_those_it_is_tied_to(browser: Browser) -> None:
    text = browser.get("/network?person=Brandt").text
    assert names(text) == {"Anna Keller", "Tomas Brandt", "Viktor Lenz"}
    assert ties(text) == {
        frozenset({"Anna Keller", "Tomas Brandt"}), frozenset({"Tomas Brandt", "Viktor Lenz"}),
    }  # fmt: skip


def test_with_two_hops_those_of_the_neighbours_come_too(browser: Browser) -> None:
    assert "Ida Moser" not in names(browser.get("/network?person=Keller&hops=1").text)
    found = names(browser.get("/network?person=Keller&hops=2").text)
    assert found == {"Anna Keller", "Tomas Brandt", "Viktor Lenz"}


def test_only_so_many_names_are_drawn_and_more_are_offered(browser: Browser) -> None:
    text = browser.get("/network?person=Brandt&names=1").text
    assert len(names(text)) == 2
    (more,) = re.findall(r'left out · <a href="([^"]+)">show more', text)
    assert len(names(browser.get(unescape(more)).text)) == 3


def test_every_line_leads_to_a_row_and_every_row_to_its_words(browser: Browser) -> None:
    text = browser.get("/network?person=Lenz").text
    lines = re.findall(r'class="tie-link" href="#([^"]+)"', text)
    assert len(lines) == len(ties(text)) == 2
    for line in lines:
        assert f'id="{line}"' in text
    passages = re.findall(r'class="quote" href="([^"#]+)#(c_[0-9a-f]+)"', text)
    assert len(passages) >= 2
    for address, claim in passages:
        assert f'id="{claim}"' in browser.get(unescape(address)).text


def test_a_line_is_drawn_as_surely_as_it_is_told(browser: Browser) -> None:
    text = browser.get("/network?person=Lenz").text
    drawn = re.findall(r'aria-label="([^"]*): (\w+), 1 origin"', text)
    standing = {frozenset(pair.split(" and ")): word for pair, word in drawn}
    assert standing[frozenset({"Tomas Brandt", "Viktor Lenz"})] == "asserted"
    assert standing[frozenset({"Ida Moser", "Viktor Lenz"})] in ("reported", "alleged")


def test_the_filters_are_those_of_the_timeline(browser: Browser) -> None:
    text = browser.get("/network?person=Lenz&from=2024-05&to=2024-05").text
    assert names(text) == {"Viktor Lenz", "Ida Moser"}
    nobody = browser.get("/network?person=Lenz&from=2030").text
    assert "With these filters nothing ties it to anybody named." in nobody


def test_the_months_of_the_ties_narrow_the_picture(browser: Browser) -> None:
    text = browser.get("/network?person=Lenz").text
    strip = text[text.index('class="time-strip"') : text.index("</nav>", text.index("time-strip"))]
    months = re.findall(r'href="([^"]+)" aria-label="([^"]+): 1 event"', strip)
    assert [said for _, said in months] == ["Mar 2024", "May 2024"]
    assert names(browser.get(unescape(months[1][0])).text) == {"Viktor Lenz", "Ida Moser"}


def test_the_picture_is_well_formed_and_styled_by_class_alone(browser: Browser) -> None:
    text = browser.get("/network?person=Brandt").text
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)
    ElementTree.fromstring(re.findall(r'<svg class="net".*?</svg>', text, re.DOTALL)[0])


def test_the_way_between_two_has_each_step_with_its_words(browser: Browser) -> None:
    text = browser.get("/network/path?from=Anna+Keller&to=Ida+Moser").text
    assert "3 steps" in text
    assert ties(text) == {
        frozenset({"Anna Keller", "Tomas Brandt"}), frozenset({"Tomas Brandt", "Viktor Lenz"}),
        frozenset({"Viktor Lenz", "Ida Moser"}),
    }  # fmt: skip
    assert text.count('class="quote"') >= 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "Give two names"),
        ("?from=Keller&to=Nobody", "Nobody in the case is called Nobody"),
        ("?from=Keller&to=Anna+Keller", "one and the same"),
        ("?from=Keller&to=Rosa+Lind", "No way of six steps"),
    ],
)
def test_where_there_is_no_way_it_says_why(browser: Browser, asked: str, said: str) -> None:
    assert said in browser.get(f"/network/path{asked}").text


def test_a_name_that_nobody_bears_is_said_so(browser: Browser) -> None:
    assert "Nobody of this name" in browser.get("/network?person=Xenia").text


@pytest.mark.parametrize("asked", ["hops=x", "names=-1", "hops=9999", "names=1e3"])
def test_numbers_that_can_t_be_read_are_a_bad_query(browser: Browser, asked: str) -> None:
    assert browser.get(f"/network?{asked}").status == 400


def test_the_picture_comes_before_what_is_not_needed_to_read_it(browser: Browser) -> None:
    text = browser.get("/network?person=Brandt").text
    picture = text.index('<svg class="net"')
    assert text.index('name="person"') < picture < text.index('action="/network/path"')
    assert 'href="#way"' in text[:picture]
    assert 'action="/network/path"' in browser.get("/network?person=nobody").text


def test_two_of_one_name_are_numbered_in_the_picture_and_in_what_is_said_of_them(
    tmp_path: Path,
) -> None:
    for day, town in ((4, "Graz"), (6, "Linz")):
        (tmp_path / f"{day}.txt").write_text(
            f"{town.upper()}, March {day}, 2024 (Styria Post) — Anna Keller met Jan Roe in {town} "
            f"on March {day - 1}, 2024.\n",
            encoding="utf-8",
        )
    with Case(tmp_path / "my.case") as case:
        case.add(tmp_path / "4.txt", tmp_path / "6.txt")
        roes = [one.id for one in case.chains() if one.name == "Jan Roe"]
        case.judge("different", *roes, user="Ida")
        text = Browser(case).enter().get("/network?person=Keller").text
        ids = {one.id for one in case.entities() if one.name == "Jan Roe"}
    assert names(text) == {"Anna Keller", "(1) Jan Roe", "(2) Jan Roe"}
    told = text.partition("2 here are called")[2].partition("</p>")[0]
    assert set(re.findall(r'href="/people/([^"]+)">\(\d\)', told)) == ids
    assert bearers_of([("Jan Roe", "a"), ("Ida", "b"), ("Jan Roe", "c")]) == {"Jan Roe": ("a", "c")}
