"""What grouping costs: small worlds are enough to see that it is measured."""

from __future__ import annotations

from pathlib import Path

from dateline.events import group_events
from evaluation.generated_claims import CLAIMS_A_REPORT, TELLINGS, entities_of, make_claims
from evaluation.growth_cost import measure


def test_every_claim_of_a_made_world_is_cut_from_its_report() -> None:
    made = list(make_claims(300))
    assert sum(len(one.claims) for one in made) == 300
    for one in made:
        for claim in one.claims:
            for quote in (claim.quote, claim.trigger, *(end.words for end in claim.who)):
                assert one.report.text[quote.start : quote.end] == quote.exact


def test_the_same_world_is_made_twice_and_goes_on_where_it_ended() -> None:
    assert list(make_claims(100)) == list(make_claims(100))
    later = make_claims(100, first=10)
    assert next(later).report.id not in {one.report.id for one in make_claims(100)}


def test_a_happening_of_a_made_world_is_told_several_times() -> None:
    made = list(make_claims(2000))
    claims = [claim for one in made for claim in one.claims]
    events = group_events(claims, entities_of(made), [one.report for one in made])
    assert 2000 / TELLINGS / 2 < len(events) < 2000 / TELLINGS * 2


def test_time_and_memory_are_measured_for_each_size_and_for_an_addition(tmp_path: Path) -> None:
    result = measure(tmp_path, sizes=(200, 400), case=200)
    assert result.documents == 600 // CLAIMS_A_REPORT
    assert {"group_200_s", "group_400_mib", "slope", "add_s"} <= set(result.figures)
    assert all(value > 0 for name, value in result.figures.items() if name != "slope")
