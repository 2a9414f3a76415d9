"""What a headline tells and what the text below it tells: one event, where they can be one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events import group_events
from dateline.records import Claim, Count, Report
from tests.factory import find_words, make_claim, make_report, make_where

TEXT = (
    "Gunmen kill 12 at checkpoint\n\nGunmen attacked a checkpoint at Aldmouth and killed 12 people."
    " Elsewhere a mine in Tarn killed 60 people."
)


def headline(report: Report, toll: int = 12) -> Claim:
    return make_claim(
        report, "kill", "ASSAULT", mode="kill", in_headline=True,
        quote="Gunmen kill 12 at checkpoint",
        counts=(Count("killed", toll, toll, find_words(report, "12")),),
    )  # fmt: skip


def below(report: Report, town: str, toll: int, words: str, nth: int) -> Claim:
    return make_claim(
        report, "killed", "ASSAULT", mode="kill", when="2024-03-12", nth=nth,
        where=make_where(report, town, "MT", 50.0 + nth, 1.0),
        counts=(Count("killed", toll, toll, find_words(report, words)),),
    )  # fmt: skip


def events_of(report: Report, claims: Sequence[Claim]) -> list[set[str]]:
    return [set(event.claims) for event in group_events(claims, (), (report,))]


def test_a_headline_that_names_nobody_joins_the_deed_that_its_report_tells() -> None:
    report = make_report(TEXT)
    claims = headline(report), below(report, "Aldmouth", 12, "12", 0)
    assert len(events_of(report, claims)) == 1


def test_a_headline_does_not_join_a_deed_of_quite_another_toll() -> None:
    report = make_report(TEXT)
    claims = headline(report, toll=2), below(report, "Tarn", 60, "60", 1)
    assert len(events_of(report, claims)) == 2


def test_a_headline_joins_no_deed_of_another_report() -> None:
    report, other = make_report(TEXT), make_report(TEXT, outlet="Tarn Post")
    claims = headline(report), below(other, "Aldmouth", 12, "12", 0)
    assert len(group_events(claims, (), (report, other))) == 2
