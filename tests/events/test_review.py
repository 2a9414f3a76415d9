"""Which pairs of event claims a person is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from dateline.events import EventPair, events_to_review
from dateline.events import review as review_module
from dateline.events.compare import THRESHOLD, compare_tellings
from dateline.records import Claim, Judgement, JudgementKind
from tests.events.test_group import Says, build
from tests.events.test_judged import DAY, LATER, NEXT, say

WEAK = (
    Says("M", DAY, verb="met", more="harbour pilots before noon"),
    Says("M", DAY, verb="saw", more="bankers and traders over dinner"),
)
"""One person and one day, and no more."""

KINDS: tuple[JudgementKind, ...] = ("same", "different")


def asked(
    says: Sequence[Says], log: Sequence[Judgement] = (), *, unsure: bool = False
) -> tuple[tuple[EventPair, ...], list[Claim]]:
    claims, entities, reports = build(*says)
    return events_to_review(claims, entities, reports, log, unsure=unsure), claims


def test_claims_that_surely_tell_of_one_occurrence_or_of_two_are_not_asked_about() -> None:
    says = (Says("MK", DAY, "Tarn"), Says("MK", DAY, "Tarn"), Says("A", LATER, type="STATE"))
    assert asked(says)[0] == ()


def test_a_join_that_rests_on_little_is_asked_about() -> None:
    (pair,), claims = asked(WEAK)
    assert pair.is_joined
    assert {pair.left, pair.right} == {claim.id for claim in claims}
    assert pair.score >= THRESHOLD
    assert "same day" in pair.features
    assert pair.apart == ""


def test_a_join_that_holds_a_conflict_is_asked_about() -> None:
    (pair,), _ = asked((Says("MK", DAY, "Tarn"), Says("MK", NEXT, "Tarn")))
    assert pair.is_joined
    assert "days that differ" in pair.features


def test_what_a_constraint_kept_apart_is_asked_about_once_for_two_events() -> None:
    says = (Says("MK", DAY, mode="meet"), Says("MK", DAY, mode="call"), Says("MK", DAY),
            Says("MK", DAY, mode="call", verb="rang"))  # fmt: skip
    pairs, _ = asked(says)
    (apart,) = (pair for pair in pairs if not pair.is_joined)
    assert apart.apart == "other claims with them say that it was something else"


def test_what_is_a_little_below_the_threshold_is_asked_about() -> None:
    month = Says("M", "2024-03", verb="saw", more="bankers and traders over dinner")
    (pair,), _ = asked((WEAK[0], month))
    assert (pair.is_joined, pair.apart) == (False, "too little agrees")
    assert pair.score < THRESHOLD


def test_what_is_settled_is_not_asked_again_and_what_is_unsure_only_if_wished() -> None:
    says = WEAK
    (pair,), _ = asked(says)
    for kind in KINDS:
        assert asked(says, [say(kind, pair.left, pair.right)])[0] == ()
    log = [say("unsure", pair.left, pair.right)]
    assert asked(says, log)[0] == ()
    assert asked(says, log, unsure=True)[0] == (pair,)


def test_what_was_said_of_two_events_holds_for_all_their_claims() -> None:
    meet, call = (Says("MK", DAY, mode=mode) for mode in ("meet", "call"))
    says = (meet, meet, call, call, Says("MK", DAY))
    pairs, claims = asked(says)
    assert [pair.is_joined for pair in pairs] == [False]
    kinds: tuple[JudgementKind, ...] = ("unsure", "different")
    for kind in kinds:
        for one in (0, 1):
            for other in (2, 3):
                assert asked(says, [say(kind, claims[one].id, claims[other].id)])[0] == ()


def test_the_order_of_the_claims_changes_nothing() -> None:
    days = (DAY, NEXT, "2024-03", None)
    people = ("M", "MK", "K")
    says = [Says(*one) for one in product(people, days, ("Tarn", None))]
    claims, entities, reports = build(*says)
    pairs = events_to_review(claims, entities, reports)
    assert pairs
    assert events_to_review(claims[::-1], entities[::-1], reports[::-1]) == pairs


def test_the_cost_grows_in_step_with_the_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(number: int) -> int:
        seen = 0

        def count(*sides: object) -> object:
            nonlocal seen
            seen += 1
            return compare_tellings(*sides)  # type: ignore[arg-type]

        monkeypatch.setattr(review_module, "compare_tellings", count)
        days = [f"2024-{1 + one // 28 % 12:02}-{1 + one % 28:02}" for one in range(number)]
        asked([Says("M", day, verb=f"met{place}") for place, day in enumerate(days)])
        return seen

    few = compared(100)
    assert few > 100
    assert compared(400) < 5 * few
