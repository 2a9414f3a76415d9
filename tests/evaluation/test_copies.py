"""The set of generated copies: what is made, and how links are scored."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from dateline.events import find_copies
from evaluation.benchmark import DataMissing
from evaluation.copies import by_day, link_pairs, run, same_words, score
from evaluation.copies_edits import KINDS, sentences_of, translate_back
from evaluation.copies_made import Made, make_reports, read_stretches
from evaluation.copies_stories import FORMS, fill_form, make_story, quote_statement, tell_twice
from evaluation.copies_timing import make_many
from tests.factory import make_report

MADE = make_reports("test", 210)


def words_of(body: list[str]) -> Counter[str]:
    return Counter(word.strip(".,“”").lower() for line in body for word in line.split())


def shared(one: list[str], other: list[str]) -> float:
    both = words_of(one) & words_of(other)
    return both.total() / words_of(one).total()


def test_a_fifth_are_copies_of_all_kinds_and_the_same_seed_gives_the_same() -> None:
    kinds = Counter(one.kind for one in MADE)
    assert len(MADE) == 210
    assert len({one.report.id for one in MADE}) == 210
    assert sum(kinds[kind] for kind in KINDS) == 42
    assert all(kinds[kind] > 0 for kind in (*KINDS, "form", "own words", "statement", ""))
    assert make_reports("test", 210) == MADE
    assert make_reports("other", 210) != MADE


def test_every_copy_has_its_text_and_a_head_of_its_own() -> None:
    stories = {one.story: one for one in MADE if not one.is_copy}
    assert len(stories) == sum(not one.is_copy for one in MADE)
    for one in MADE:
        assert one.report.published is not None
        if one.is_copy:
            origin = stories[one.story].report
            head, other = (r.text[: r.body_start] for r in (one.report, origin))
            assert head != other
            is_before = one.report.published < (origin.published or "")
            assert is_before == one.way.endswith(", before")


def test_two_tellings_share_names_and_a_form_shares_wording() -> None:
    told, again = tell_twice(Random(4))
    assert shared(told, again) < 0.6
    first, second = fill_form(Random(4), FORMS[0])
    assert first != second
    assert shared(first, second) > 0.6
    one, other = quote_statement(Random(4))
    said = max({line.partition(" said: ")[2] for line in one})
    assert said in {line.partition(" said: ")[2] for line in other}
    assert 0.2 < len(said.split()) / sum(map(len, (line.split() for line in one))) < 0.6


def test_translating_back_keeps_names_and_numbers_and_changes_words() -> None:
    body = make_story(Random(2), 12)
    back = translate_back(body, Random(2))
    assert 0.4 < shared(body, back) < 0.9
    numbers = Counter(word for word in words_of(body) if word.isdigit())
    assert numbers == Counter(word for word in words_of(back) if word.isdigit())
    assert len(sentences_of(back)) > 6


def test_links_inside_a_story_are_right_and_others_wrong() -> None:
    texts = [make_report(f"text {number}") for number in range(5)]
    made = [
        Made(texts[0], 1), Made(texts[1], 1, "cut"), Made(texts[2], 1, "edited"),
        Made(texts[3], 2), Made(texts[4], 2, "cut"),
    ]  # fmt: skip
    a, b, c, d, e = (one.id for one in texts)
    figures = score(made, {b: a, c: a, e: d})
    assert (figures["p"], figures["r"], figures["cut_r"]) == (1, 1, 1)
    figures = score(made, {a: b, d: c})
    assert figures["p"] == 0.5
    assert figures["r"] == pytest.approx(1 / 3)
    assert (figures["cut_r"], figures["edited_r"]) == (0.5, 0)
    assert score(made, {})["f1"] == 0


def test_pairs_of_a_tool_lead_to_the_first_report() -> None:
    reports = by_day([make_report(f"t{n}", published=f"2024-03-1{n}") for n in (2, 0, 1, 3)])
    a, b, c, _d = (one.id for one in reports)
    assert link_pairs(reports, [(2, 1), (1, 0), (0, 1)]) == {b: a, c: a}
    assert link_pairs(reports, [(0, 2)]) == {a: c}


def test_the_product_finds_what_the_very_same_words_miss() -> None:
    reports = [one.report for one in MADE]
    plain, ours = score(MADE, same_words(reports)), score(MADE, find_copies(reports))
    assert plain["p"] == ours["p"] == 1
    assert plain["r"] < 0.3
    assert ours["r"] > 0.9


def test_many_reports_are_made_for_timing() -> None:
    made = list(make_many(60))
    assert len({one.id for one in made}) == 60
    assert find_copies(made)


def test_long_texts_are_cut_at_paragraphs(tmp_path: Path) -> None:
    paragraphs = [f"p{number} " * 100 for number in range(9)]
    (tmp_path / "a.txt").write_text("head\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    stretches = read_stretches(tmp_path)
    assert [len(one) for one in stretches] == [4, 4, 1]
    assert stretches[0][0].startswith("p0 p0")


def test_a_folder_without_the_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="wikinews_plain"):
        run(tmp_path)
