"""The history in the browser: every judgement, whether it holds, and the buttons to change it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from dateline import Case
from dateline.records import JudgementKind
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401
from tests.web.deciding import Reader, build


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    with build(address, tmp_path / "in") as opened:
        yield opened


def entries(reader: Reader, target: str = "/history") -> list[dict[str, str]]:
    """Each line of the history, the latest first: its words, its state, what its buttons send."""
    found = []
    page = reader.get(target).text
    for html in re.findall(r'<li class="entry.*?</form>', page, re.DOTALL):
        words = re.search(r"<b>(.*?):</b>", html)
        state = re.search(r'<p class="small"><b>(.*?)</b>', html)
        assert words
        assert state
        fields = dict(re.findall(r'name="(left|right|back|undo)" value="([^"]*)"', html))
        buttons = " ".join(re.findall(r'name="answer" value="(\w+)"', html))
        found.append(
            {"words": words[1], "state": unescape(state[1]), "buttons": buttons, "html": html,
             **{name: unescape(value) for name, value in fields.items()}}
        )  # fmt: skip
    return found


def judge(case: Case, kind: JudgementKind, number: int, reason: str = "") -> str:
    """Judges a pair of names that was in doubt at first; gives the id."""
    pair = PAIRS(case)[number]
    change = case.judge(kind, *pair, user="Ida", reason=reason, score=0.7)
    return change.entry.id


def PAIRS(case: Case) -> list[tuple[str, str]]:
    """Pairs of chains, whatever was judged."""
    chains = sorted(one.id for one in case.chains() if one.schema == "Person")
    return list(zip(chains[::2], chains[1::2], strict=False))


def test_every_judgement_is_shown_with_what_it_means_who_and_when(
    case: Case, reader: Reader
) -> None:
    judge(case, "different", 0, reason="born ten years apart")
    first, second = [one.id for one in case.reports()][:2]
    case.judge("same", first, second, user="Ute")
    claims = [one.claims[0] for one in case.events()][:2]
    case.judge("unsure", *claims, user="Ute")
    event, origin, name = entries(reader)
    assert [one["words"] for one in (event, origin, name)] == ["Unsure", "Same", "Different"]
    assert "perhaps one event" in event["html"]
    assert "one copies the other" in origin["html"]
    assert "two persons or bodies, however alike" in name["html"]
    assert "born ten years apart" in name["html"]
    assert (
        "judged by Ida, on a card of the review (the machine&#39;s score was 0.70)" in name["html"]
    )
    assert "judged by Ute" in origin["html"]
    assert all(one["state"] == "holds" for one in (event, origin, name))
    assert all("UTC" in one["html"] for one in (event, origin, name))
    for about, number in (("entity", 1), ("event", 1), ("origin", 1), ("", 3)):
        assert len(entries(reader, f"/history?about={about}")) == number
    assert reader.get("/history?about=else").status == 400


def test_a_judgement_is_changed_and_both_stand_in_the_history(case: Case, reader: Reader) -> None:
    judge(case, "different", 0)
    (line,) = entries(reader)
    assert line["buttons"] == "same unsure"
    reader.press("/judge", left=line["left"], right=line["right"], answer="unsure", back="/history")
    new, old = entries(reader)
    assert (new["words"], new["state"]) == ("Unsure", "holds")
    assert old["words"] == "Different"
    assert old["state"].startswith("judged again: reader, ")


def test_one_in_the_middle_is_taken_back_and_put_back(case: Case, reader: Reader) -> None:
    ids = [judge(case, "different", number) for number in range(3)]
    middle = entries(reader)[1]
    assert middle["undo"] == ids[1]
    reader.press("/judge", undo=middle["undo"], back="/history")
    assert [one.id for one in case.settled().holding] == [ids[2], ids[0]]
    gone = entries(reader)[1]
    assert gone["state"].startswith("taken back by reader, ")
    assert "Put back" in gone["html"]
    reader.press("/judge", undo=gone["undo"], back="/history")
    assert [one.id for one in case.settled().holding] == [ids[2], ids[1], ids[0]]
    assert [one["state"] for one in entries(reader)] == ["holds"] * 3


def test_a_long_history_has_pages_and_each_leads_back_to_itself(case: Case, reader: Reader) -> None:
    for number in range(30):
        judge(case, "different" if number % 2 else "unsure", 0)
    first = reader.get("/history")
    assert len(entries(reader)) == 25
    (target,) = re.findall(r'rel="next" href="([^"]*)"', first.text)
    rest = entries(reader, unescape(target))
    assert len(rest) == 5
    assert rest[0]["back"] == unescape(target)


def test_what_names_say_is_shown_and_never_followed(case: Case, reader: Reader) -> None:
    pair = PAIRS(case)[0]
    case.judge("different", *pair, user='<b>"Ida"', reason="<script>alert(1)</script>")
    page = reader.get("/history").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert '<b>"Ida"' not in page


def test_without_judgements_it_says_what_will_stand_there(reader: Reader) -> None:
    page = reader.get("/history").text
    assert "Nobody judged anything in this case yet." in page
    assert 'href="/review"' in page
