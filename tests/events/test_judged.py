"""What people said of event claims, and what it does to the events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.events import group_events
from dateline.events.judged import lead_from, read_judged
from dateline.records import Claim, Event, Judgement, JudgementKind, make_judgement
from dateline.records.settled import settle, standing
from tests.events.test_group import Says, build

START = datetime(2024, 3, 1, 9, tzinfo=UTC)
DAY, NEXT, LATER = "2024-03-12", "2024-03-13", "2024-04-20"


def say(kind: JudgementKind, one: str, other: str, minute: int = 0, reason: str = "") -> Judgement:
    time = START + timedelta(minutes=minute)
    return make_judgement(kind, one, other, user="Ida", time=time, reason=reason)


def take_back(gone: Judgement, minute: int = 90) -> Judgement:
    time = START + timedelta(minutes=minute)
    return make_judgement("undo", gone.left, gone.right, user="Ida", time=time, undoes=gone.id)


def events_of(
    says: Sequence[Says], *said: tuple[JudgementKind, int, int]
) -> tuple[list[Event], list[Claim]]:
    """The events of some tellings, with judgements on them by their places."""
    claims, entities, reports = build(*says)
    log = [
        say(kind, claims[one].id, claims[other].id, minute)
        for minute, (kind, one, other) in enumerate(said)
    ]
    return list(group_events(claims, entities, reports, log)), claims


def places(events: Sequence[Event], claims: Sequence[Claim]) -> list[list[int]]:
    """Places of the claims, by event."""
    place = {claim.id: number for number, claim in enumerate(claims)}
    return sorted(sorted(place[claim] for claim in event.claims) for event in events)


def grouped(says: Sequence[Says], *said: tuple[JudgementKind, int, int]) -> list[list[int]]:
    return places(*events_of(says, *said))


FORCED: list[tuple[str, tuple[Says, ...], str | None]] = [
    ("days far apart", (Says("MK", DAY), Says("MK", LATER)), "when"),
    ("towns far apart", (Says("MK", DAY, "Aldmouth"), Says("MK", DAY, "Tarn")), "where"),
    ("other people", (Says("MK", DAY), Says("A", DAY)), None),
    ("other modes", (Says("MK", DAY, mode="meet"), Says("MK", DAY, mode="call")), None),
    ("nothing in common", (Says("M", None, "Aldmouth"), Says("K", LATER, "Tarn")), None),
]


@pytest.mark.parametrize(("why", "says", "conflict"), FORCED, ids=[one[0] for one in FORCED])
def test_what_is_judged_the_same_is_one_event_whatever_differs(
    why: str, says: tuple[Says, ...], conflict: str | None
) -> None:
    (event,), _ = events_of(says, ("same", 0, 1))
    assert conflict in {None, *(one.on for one in event.conflicts)}
    if why != "towns far apart":  # which two people on one day excuse
        assert grouped(says) == [[0], [1]]


def test_who_joined_them_is_the_first_reason() -> None:
    claims, entities, reports = build(Says("MK", DAY), Says("MK", LATER))
    log = [say("same", claims[0].id, claims[1].id, reason="the wrong month was printed")]
    (event,) = group_events(claims, entities, reports, log)
    assert event.reasons[0].rule == "judged the same"
    assert event.reasons[0].words == "by Ida on 2024-03-01: the wrong month was printed"


def test_claims_of_two_types_are_an_event_of_the_type_that_most_tell() -> None:
    says = (
        Says("MK", DAY, type="STATE", verb="told"), Says("MK", DAY), Says("MK", DAY, verb="talked")
    )  # fmt: skip
    assert grouped(says) == [[0], [1, 2]]
    (event,), _ = events_of(says, ("same", 0, 2))
    assert (event.type, len(event.claims)) == ("CONSULT", 3)
    (even,), _ = events_of(says[:2], ("same", 0, 1))
    assert even.type == "CONSULT"  # a statement is the lesser thing to tell of


def test_what_is_judged_different_is_apart_and_the_others_keep_to_the_first() -> None:
    alike = (Says("MK", DAY),) * 3
    assert grouped(alike) == [[0, 1, 2]]
    for one, other in permutations(range(3), 2):
        found = grouped(alike, ("different", one, other))
        assert len(found) == 2
        assert not any({one, other} <= set(group) for group in found)


def test_the_rest_of_what_is_split_stays_together() -> None:
    alike = (Says("MK", DAY),) * 5
    for first in range(5):
        said = [("different", first, other) for other in range(5) if other != first]
        assert sorted(map(len, grouped(alike, *said))) == [1, 4]  # type: ignore[arg-type]


def test_what_fits_one_side_of_a_forced_join_still_joins() -> None:
    says = (Says("MK", DAY), Says("MK", LATER), Says("MK", DAY, verb="talked"),
            Says("MK", "2024-03", verb="spoke"), Says("MK", LATER, verb="sat"))  # fmt: skip
    assert grouped(says) == [[0, 2, 3], [1, 4]]
    assert grouped(says, ("same", 0, 1)) == [[0, 1, 2, 3, 4]]
    named = (Says("M", DAY, "Tarn", type="ASSAULT"), Says("A", DAY, "Tarn", type="ASSAULT"),
             Says("MK", DAY, "Tarn", type="ASSAULT"))  # fmt: skip
    assert grouped(named, ("same", 0, 1)) == [[0, 1, 2]]


def test_of_two_events_that_are_judged_one_no_claim_is_torn_away() -> None:
    says = (Says("MK", DAY, "Tarn"), Says("MK", NEXT, "Tarn"), Says("A", LATER, type="ASSAULT"),
            Says("A", LATER, type="ASSAULT", verb="struck"))  # fmt: skip
    assert grouped(says) == [[0, 1], [2, 3]]
    for one, other in ((0, 2), (0, 3), (1, 2), (1, 3)):
        assert grouped(says, ("same", one, other)) == [[0, 1, 2, 3]]


def test_a_forced_join_opens_the_event_to_no_other_day() -> None:
    says = (Says("MK", DAY), Says("MK", LATER), Says("MK", "2024-05-30"))
    assert grouped(says, ("same", 0, 1)) == [[0, 1], [2]]


def test_judgements_lead_on_and_the_newest_prevail() -> None:
    far = (Says("MK", "2020-01-01"), Says("MK", "2021-01-01"), Says("MK", "2022-01-01"),
           Says("MK", "2022-01-01", verb="talked"))  # fmt: skip
    assert grouped(far, ("same", 0, 1), ("same", 1, 2)) == [[0, 1, 2, 3]]
    assert grouped(far, ("same", 0, 1), ("same", 1, 2), ("different", 0, 2)) == [[0], [1, 2, 3]]
    assert grouped(far, ("same", 0, 1), ("different", 1, 2), ("different", 2, 3)) == [
        [0, 1], [2], [3]
    ]  # fmt: skip


def test_a_judgement_on_a_claim_that_is_gone_does_nothing_and_leads_on() -> None:
    claims, entities, reports = build(Says("MK", "2020-01-01"), Says("MK", "2022-01-01"))
    one, other = (claim.id for claim in claims)
    alone = [say("same", one, "c_gone"), say("different", "c_gone", "c_far")]
    assert group_events(claims, entities, reports, alone) == group_events(claims, entities, reports)
    both = [*alone, say("same", "c_gone", other)]
    assert len(group_events(claims, entities, reports, both)) == 1


def test_who_is_who_is_no_matter_of_events() -> None:
    judged = read_judged([say("same", "h_1", "h_2"), say("different", "r_1", "r_2")])
    assert judged.claims == settle([])
    assert judged.of_reports(["r_1", "r_2"]) == {("r_1", "r_2"): "different"}


def test_of_two_reports_holds_also_what_others_come_to() -> None:
    log = [say("same", "r_b", "r_a"), say("same", "r_b", "r_c"), say("different", "r_c", "r_d"),
           say("unsure", "r_a", "r_e")]  # fmt: skip
    assert read_judged(log).of_reports(["r_a", "r_c", "r_d", "r_e", "r_x"]) == {
        ("r_a", "r_c"): "same",
        ("r_a", "r_d"): "different",
        ("r_c", "r_d"): "different",
    }


def test_judgements_lead_on_though_they_were_taken_back() -> None:
    log = [say("same", "c_a", "c_b"), say("different", "c_b", "c_c"), say("same", "c_x", "c_y")]
    log.append(take_back(log[0]))
    assert lead_from(log, {"c_a"}) == {"c_a", "c_b", "c_c"}


# A thousand histories ---------------------------------------------------------------------------

TOLD = (
    Says("MK", DAY), Says("MK", DAY), Says("MK", DAY, verb="talked"), Says("MK", NEXT, "Tarn"),
    Says("MK", "2024-03", mode="meet"), Says("MK", LATER), Says("M", None), Says("K", DAY, "Tarn"),
    Says("MK", DAY, mode="call"), Says("MK", DAY, type="STATE", verb="told"),
)  # fmt: skip
CLAIMS, ENTITIES, REPORTS = build(*TOLD)
NODES = (*(claim.id for claim in CLAIMS), "c_gone", "c_later")

steps = st.tuples(
    st.sampled_from(["same", "same", "different", "different", "unsure", "undo"]),
    st.integers(0, len(NODES) - 1),
    st.integers(0, len(NODES) - 1),
)


def play(history: Sequence[tuple[str, int, int]]) -> list[Judgement]:
    """The log that a history leaves."""
    log: list[Judgement] = []
    for number, (kind, left, right) in enumerate(history):
        if kind == "undo":
            if stand := standing(log):
                log.append(take_back(stand[left * 7 % len(stand)], number))
        elif left != right:
            log.append(say(kind, NODES[left], NODES[right], number))  # type: ignore[arg-type]
    return log


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=1, max_size=20), st.integers(0, 1000), st.integers(2, len(CLAIMS)))
def test_in_a_thousand_histories_what_people_said_holds(
    history: list[tuple[str, int, int]], seed: int, early: int
) -> None:
    log = play(history)
    settled = settle(log)  # proved in tests/resolve/test_judged.py
    shuffled = Random(seed).sample(CLAIMS, len(CLAIMS))
    for claims in (shuffled[:early], shuffled):
        events = group_events(claims, ENTITIES, REPORTS, log)
        homes = {claim: event.id for event in events for claim in event.claims}
        assert homes.keys() == {claim.id for claim in claims}
        for left, right in combinations(homes, 2):
            if (said := settled.between(left, right)) in ("same", "different"):
                assert (homes[left] == homes[right]) is (said == "same")
    assert group_events(CLAIMS, ENTITIES, REPORTS, standing(log)) == events
