"""``dateline review``: by lines where there is no terminal, by keys where there is one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Case
from tests.cli.judged import build, press, run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return build(tmp_path)


def kinds(case: Path) -> list[str]:
    with Case(case, create=False) as opened:
        return [one.kind for one in opened.judgements()]


def shown(output: str) -> Iterator[str]:
    """The heads of the pairs in the order in which they were shown."""
    return (f"{number} of 3" for number in re.findall(r"(\d) of 3\b", output))


def test_lines_decide_and_the_next_review_goes_on_where_this_one_stopped(case: Path) -> None:
    result = run("review", case, stdin="y one passport\nq\n")
    assert result.exit_code == 0
    assert list(shown(result.stdout)) == ["1 of 3", "2 of 3"]
    assert result.stderr == "Judged: 1 same. 2 pairs left to review.\n"
    again = run("review", case, stdin="n\nn\n")
    assert again.stdout.splitlines()[0] == "1 of 2"
    assert again.stderr == "Judged: 2 different. Nothing left to review.\n"
    with Case(case) as opened:
        assert [one.reason for one in opened.judgements()] == ["one passport", "", ""]
        assert {one.user for one in opened.judgements()} == {"Ida"}
        assert all(one.score is not None for one in opened.judgements())
        assert opened.verify().problems == ()


def test_the_screen_shows_why_and_what_differs_and_the_passages(case: Path) -> None:
    lines = run("review", case, stdin="").stdout.splitlines()
    assert lines[0] == "1 of 3"
    assert lines[1].startswith("The machine: ")
    text = "\n".join(lines)
    marks = [line[0] for line in lines if line[:1] in "≠·=" and line[1:3] == "  "]
    assert marks == sorted(marks, key="≠·=".index)
    assert "[Brandt]" in text or "[Keller]" in text
    assert " — " in text
    assert lines[-1].startswith("y same · n different · u unsure · z undo")


def test_a_pair_that_the_other_answers_settle_is_passed_by(case: Path) -> None:
    run("different", case, "Anna Keller", "Jan Keller")
    with Case(case) as opened:
        pairs = opened.pairs_to_review()
    keller = next(one for one in pairs if "Keller" in one.words)  # the bare one is one of two
    lines = ["y\n" if one is keller else "u\n" for one in pairs
             if one is keller or "Keller" not in one.words]  # fmt: skip
    result = run("review", case, stdin="".join(lines))
    assert sorted(kinds(case)) == ["different", "same", "unsure"]
    assert result.stderr.endswith("Nothing left to review.\n")


def test_unsure_is_asked_again_only_if_wished(case: Path) -> None:
    run("review", case, stdin="u\nu\nu\n")
    nothing = run("review", case)
    assert nothing.exit_code == 0
    assert nothing.stdout == ""
    assert "3 pairs judged unsure: --unsure asks again." in nothing.stderr
    again = run("review", case, "--unsure", stdin="y\nq\n")
    assert list(shown(again.stdout))[:2] == ["1 of 3", "2 of 3"]
    assert kinds(case)[-1] == "same"


def test_undo_goes_back_as_far_as_there_are_judgements_of_yours(case: Path) -> None:
    run("same", case, "Anna Keller", "x:1", "--user", "Jan")
    result = run("review", case, stdin="y\nn\nz\nz\nz\nu\nq\n")
    assert kinds(case) == ["same", "same", "different", "undo", "undo", "unsure"]
    assert list(shown(result.stdout)) == [
        "1 of 3", "2 of 3", "3 of 3", "2 of 3", "1 of 3", "1 of 3", "2 of 3",
    ]  # fmt: skip
    assert "There is no judgement of yours to take back." in result.stderr
    assert result.stderr.endswith("Judged: 1 unsure. 2 pairs left to review.\n")


def test_pairs_are_passed_over_and_come_again_at_the_end(case: Path) -> None:
    result = run("review", case, stdin="k\nj\ny\ny\ny\n")
    assert list(shown(result.stdout)) == ["1 of 3", "1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    assert "This is the first pair." in result.stderr
    assert result.stderr.endswith("Nothing left to review.\n")


def test_other_keys_show_the_keys(case: Path) -> None:
    result = run("review", case, stdin="?\n\nx\n")
    assert result.stdout.count("takes back your last judgement") == 3
    assert kinds(case) == []


def test_an_empty_case_and_one_without_doubts_say_what_to_do(tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as opened:
        opened.add(*[])
    empty = run("review", tmp_path / "my.case")
    assert empty.exit_code == 0
    assert "has no reports yet: dateline add" in empty.stderr
    story = tmp_path / "one.txt"
    story.write_text("GRAZ, March 1, 2024 (Styria Post) — Anna Keller spoke in Graz.\n", "utf-8")
    run("add", tmp_path / "my.case", story)
    sure = run("review", tmp_path / "my.case")
    assert "No pair to review" in sure.stderr
    assert "dateline same|different" in sure.stderr


def test_json_lists_the_pairs_and_asks_nothing(case: Path) -> None:
    result = run("review", case, "--json", stdin="y\ny\n")
    pairs = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(pairs) == 3
    assert {"left", "right", "score", "is_joined", "rule", "words", "apart"} == set(pairs[0])
    assert kinds(case) == []


def test_in_a_terminal_keys_need_no_return_and_capitals_ask_for_a_reason(case: Path) -> None:
    seen = press(["\x1b[B", "k", "Y", "born in Graz\r", "q"], "review", case)
    assert list(shown(seen)) == ["1 of 3", "2 of 3", "1 of 3", "2 of 3"]
    assert "Judged: 1 same. 2 pairs left to review." in seen
    ended = press(["n", "\x04"], "review", case)
    assert "Judged: 1 different. 1 pair left to review." in ended  # as q does, and no "Aborted!"
    with Case(case, create=False) as opened:
        judged = [(one.kind, one.reason) for one in opened.judgements()]
    assert judged == [("same", "born in Graz"), ("different", "")]


def test_names_of_reports_steer_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    nasty = "\x1b[2J\u202e"
    for number, name in enumerate(("Tomas Brandt", "Brandt")):
        text = f"GRAZ, March {number + 1}, 2024 (Post{nasty}) — {name} met {nasty} staff in Graz.\n"
        (tmp_path / "in" / f"{number}{nasty}.txt").write_text(text, encoding="utf-8")
    run("add", tmp_path / "my.case", tmp_path / "in")
    result = run("review", tmp_path / "my.case", stdin=f"y {nasty}\n")
    assert "1 of " in result.stdout
    listed = run("judgements", tmp_path / "my.case").output
    assert "same" in listed
    assert not {"\x1b", "\u202e"} & set(result.output + listed)
