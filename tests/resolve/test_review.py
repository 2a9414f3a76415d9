"""Which pairs a person is asked about, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.records import Chain, Judgement, JudgementKind, Schema, make_judgement
from dateline.resolve import ReviewPair, pairs_to_review
from tests.factory import make_chain, make_report

NOW = datetime(2024, 3, 15, tzinfo=UTC)


def chains_of(*names: str, schema: Schema = "Person") -> list[Chain]:
    found = []
    for number, name in enumerate(names):
        report = make_report(f"Report {number}. {name}", outlet=f"Outlet {number}")
        found.append(make_chain(report, name, schema=schema))
    return found


def asked(pairs: tuple[ReviewPair, ...], chains: list[Chain]) -> list[tuple[int, int]]:
    place = {chain.id: number for number, chain in enumerate(chains)}
    return [tuple(sorted((place[one.left], place[one.right]))) for one in pairs]  # type: ignore[misc]


def say(kind: JudgementKind, one: Chain, other: Chain) -> Judgement:
    return make_judgement(kind, one.id, other.id, user="ida", time=NOW)


def test_a_join_that_rests_on_less_than_the_name_is_asked_about() -> None:
    chains = chains_of("Naji Zaher", "Naji Zaher", "Zaher")
    (pair,) = pairs_to_review(chains, ())
    assert 2 in asked((pair,), chains)[0]
    assert pair.is_joined
    assert pair.rule == "surname, one bearer in the case"
    assert 0.7 <= pair.score < 1


def test_a_name_that_fits_two_is_asked_about_with_each() -> None:
    chains = chains_of("Joe Baden", "Hunter Baden", "Baden")
    pairs = pairs_to_review(chains, ())
    assert sorted(asked(pairs, chains)) == [(0, 2), (1, 2)]
    assert not any(one.is_joined for one in pairs)
    assert all(one.apart == "fits 2 entities" and one.score < 0.7 for one in pairs)


def test_names_that_fit_and_were_kept_apart_are_asked_about() -> None:
    chains = chains_of("Rashid Ali Sandu", "Rashid Omar Sandu", "Rashid Sandu")
    assert {(0, 2), (1, 2)} <= set(asked(pairs_to_review(chains, ()), chains))
    assert (0, 1) not in asked(pairs_to_review(chains, ()), chains)


def test_those_nearest_to_the_threshold_come_first() -> None:
    bodies = chains_of("QRX", "QRX", schema="Organization")
    chains = [*bodies, *chains_of("Naji Zaher", "Zaher")]
    pairs = pairs_to_review(chains, ())
    assert asked(pairs, chains) == [(2, 3), (0, 1)]
    assert pairs[0].score < pairs[1].score


def test_many_pairs_of_one_kind_do_not_keep_the_others_waiting() -> None:
    chains = [*chains_of(*["Zaher"] * 4, "Naji Zaher"), *chains_of("Karim Dallo", "Dallo")]
    pairs = asked(pairs_to_review(chains, ()), chains)
    assert len(pairs) == 5
    assert (5, 6) in pairs[:2]


def test_what_is_settled_is_not_asked_again() -> None:
    chains = chains_of("Joe Baden", "Hunter Baden", "Baden")
    log = [say("same", chains[0], chains[2])]
    assert (0, 2) not in asked(pairs_to_review(chains, (), log), chains)
    log = [say("different", chains[0], chains[2])]
    assert (0, 2) not in asked(pairs_to_review(chains, (), log), chains)


def test_what_other_judgements_settle_is_not_asked_either() -> None:
    chains = chains_of("Joe Baden", "Hunter Baden", "Baden")
    log = [say("same", chains[0], chains[2]), say("different", chains[0], chains[1])]
    assert asked(pairs_to_review(chains, (), log), chains) == []


def test_what_was_judged_unsure_is_asked_again_only_if_wished() -> None:
    chains = chains_of("Naji Zaher", "Zaher")
    log = [say("unsure", *chains)]
    assert pairs_to_review(chains, (), log) == ()
    assert asked(pairs_to_review(chains, (), log, unsure=True), chains) == [(0, 1)]


def test_a_case_without_doubts_asks_nothing() -> None:
    assert pairs_to_review([], ()) == ()
    assert pairs_to_review(chains_of("Mira Oduya", "Mira Oduya", "Karim Dallo"), ()) == ()


def test_no_pair_is_asked_twice_and_the_order_of_reports_does_not_matter() -> None:
    chains = chains_of(
        "Joe Baden", "Hunter Baden", "Baden", "J. Baden", "Naji Zaher", "Zaher", "Zaher", "N. Zaher"
    )
    pairs = pairs_to_review(chains, ())
    ends = [frozenset((one.left, one.right)) for one in pairs]
    assert len(ends) == len(set(ends)) > 3
    assert pairs_to_review(chains[::-1], ()) == pairs
