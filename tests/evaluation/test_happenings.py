"""The set of articles of one happening: its figures, its peer, and what was held out."""

import json
from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.happenings import (
    Article,
    best_cut,
    figures_of,
    group_as_product,
    group_by_tfidf,
    group_held_out,
    read_articles,
    run,
)
from tests.factory import make_report

STORIES = {
    "crane": ("A crane fell on the grain quay of Aldmouth and sank barges.",
              "Barges sank as a crane fell at the Aldmouth grain quay."),
    "fees": ("Fishermen of Tarn protested auction fees with black flags.",
             "Black flags against auction fees flew on boats of Tarn."),
    "opera": ("The opera of Oldquay opens with a comedy about a baker.",),
}  # fmt: skip


def articles() -> list[Article]:
    return [Article(make_report(text), event) for event, texts in STORIES.items() for text in texts]


def test_right_groups_score_one_whatever_they_are_called() -> None:
    assert set(figures_of(articles(), ["a", "a", 2, 2, None]).values()) == {1.0}


def test_one_group_of_all_has_recall_and_little_precision() -> None:
    found = figures_of(articles(), [0] * 5)
    assert found["b3_recall"] == found["pairs_recall"] == 1.0
    assert found["b3_precision"] == pytest.approx((2 * 2 / 5 + 2 * 2 / 5 + 1 / 5) / 5)
    assert found["pairs_precision"] == pytest.approx(2 / 10)


def test_no_groups_at_all_give_no_pairs() -> None:
    found = figures_of(articles(), range(5))
    assert (found["pairs"], found["b3_precision"]) == (0.0, 1.0)
    assert figures_of([], [])["b3"] == 0.0


@pytest.mark.parametrize("way", [group_as_product, group_by_tfidf])
def test_both_ways_find_the_stories(way: object) -> None:
    given = articles()
    assert callable(way)
    assert figures_of(given, way(given, 0.13))["pairs"] == 1.0


def test_a_cut_above_all_likeness_leaves_every_article_alone() -> None:
    assert len(set(group_by_tfidf(articles(), 1.1))) == 5


def test_what_is_held_out_is_grouped_by_itself() -> None:
    given = articles()
    groups = group_held_out(given, group_by_tfidf)
    assert figures_of(given, groups)["b3_precision"] == 1.0
    assert best_cut(given, group_by_tfidf) <= 0.23


def write(folder: Path) -> None:
    inside = folder / "giveme5w1h" / "news_cluster" / "data"
    inside.mkdir(parents=True)
    for number, one in enumerate(articles()):
        told = {
            "title": one.report.text.split(" of ")[0],
            "text": one.report.text,
            "date_publish": "2018-02-06T10:00:00",
            "newsCluster": {"EventId": one.event},
        }
        (inside / f"{number}.json").write_text(json.dumps(told), encoding="utf-8")


def test_the_set_runs_on_a_folder_and_says_what_it_measured(tmp_path: Path) -> None:
    write(tmp_path)
    result = run(tmp_path)
    assert result.documents == 5
    assert result.figures["pairs"] == 1.0
    assert set(result.parts) >= {"held out"}
    (first, *_) = read_articles(tmp_path / "giveme5w1h")
    assert first.report.published == "2018-02-06"


def test_a_folder_without_the_set_is_said_to_miss_it(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="giveme5w1h"):
        run(tmp_path)
    with pytest.raises(DataMissing, match="news_cluster"):
        read_articles(tmp_path)
