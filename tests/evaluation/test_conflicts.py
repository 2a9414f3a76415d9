"""Planted conflicts, and how what was found is judged."""

from dateline.events import group_events
from evaluation.conflict_cases import MOST_REPORTS, make_cases
from evaluation.conflict_scenes import AGREE, CONFLICTS
from evaluation.conflict_texts import STORIES, make_stories
from evaluation.conflicts import Judged, judge_cases, misses, score


def judged(
    planted: str | None, *found: str, differs: str = "", right: bool | None = None
) -> Judged:
    return Judged(
        "a scene", planted, frozenset(found), frozenset(filter(None, (differs,))), right  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_conflict_is_right_only_of_the_planted_kind() -> None:
    figures = score([judged("when", "when"), judged("where", "when"), judged(None, "count")])
    assert (figures["p"], figures["r"]) == (1 / 3, 1 / 2)
    assert (figures["when_p"], figures["when_r"]) == (1 / 2, 1.0)
    assert figures["where_r"] == 0.0
    assert "where_p" not in figures
    assert "who_f1" not in figures


def test_the_peer_is_judged_by_what_differs() -> None:
    told = [judged("when", differs="when"), judged(None, differs="when")]
    assert score(told, peer=True)["when_p"] == 1 / 2
    assert score(told)["when_r"] == 0.0


def test_sides_are_right_or_wrong_only_where_they_are_asked_for() -> None:
    told = [judged("when", "when", right=True), judged("who", right=False), judged(None)]
    assert score(told)["sides"] == 1 / 2
    assert "sides" not in score([judged(None)])


def test_misses_name_the_scene_and_what_was_wrong() -> None:
    told = [judged("when"), judged("when"), judged(None, "who")]
    assert misses(told) == (("missed: a scene", 2), ("not one (who): a scene", 1))


def test_each_scene_is_made_with_two_to_eight_reports_and_sides_only_where_it_conflicts() -> None:
    made = list(make_cases(2))
    scenes = sum(len(some) for table in (CONFLICTS, AGREE) for some in table.values())
    assert len(made) == 2 * scenes
    assert all(2 <= len(one.reports) <= MOST_REPORTS for one in made)
    assert all((len(one.sides) == 2) == (one.on is not None) for one in made)
    assert made == list(make_cases(2))


def test_every_planted_conflict_is_told_of_one_event_at_least() -> None:
    for made in make_cases(1):
        assert group_events(made.claims, made.entities, made.reports)


def test_what_the_product_finds_in_the_scenes_is_what_was_planted() -> None:
    figures = score(list(judge_cases(2)))
    assert figures["p"] == 1.0
    assert figures["r"] >= 0.9


def test_stories_fill_in_every_name_and_no_report_is_printed_twice() -> None:
    stories = list(make_stories(2))
    assert len(stories) == 2 * len(STORIES)
    texts = [report.text for story in stories for report in story.reports]
    assert not any("{" in text for text in texts)
    assert len({report.id for story in stories for report in story.reports}) == len(texts)
