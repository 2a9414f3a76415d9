"""What a log of judgements comes to, and what it does to the entities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import Chain, Entity, Judgement, JudgementKind, Schema, entity_id
from dateline.records import make_judgement as make
from dateline.records.settled import Settled, settle, standing, taken_back
from dateline.resolve import find_persons, resolve_entities
from tests.factory import make_chain, make_report

START = datetime(2024, 3, 1, 9, tzinfo=UTC)


def said(*words: tuple[JudgementKind, str, str], user: str = "ida") -> list[Judgement]:
    """A log of these judgements, a minute apart."""
    return [
        make(kind, one, other, user=user, time=START + timedelta(minutes=number))
        for number, (kind, one, other) in enumerate(words)
    ]


def taking_back(gone: Judgement, minute: int = 90) -> Judgement:
    time = START + timedelta(minutes=minute)
    return make("undo", gone.left, gone.right, user="ida", time=time, undoes=gone.id)


def chains_of(*names: str, schema: Schema = "Person") -> list[Chain]:
    """A chain of one report for each name; after a "|", a second name that the report gives."""
    found = []
    for number, name in enumerate(names):
        report = make_report(f"Report {number}. {name}", outlet=f"Outlet {number}")
        found.append(make_chain(report, *name.split("|"), schema=schema))
    return found


def together(entities: Sequence[Entity], chains: Sequence[Chain]) -> list[list[int]]:
    """Places of the chains in the list, by entity."""
    place = {chain.id: number for number, chain in enumerate(chains)}
    return sorted(sorted(place[id_] for id_ in one.chains if id_ in place) for one in entities)


def holding(settled: Settled) -> list[str]:
    return [one.id for one in settled.holding]


# What holds -------------------------------------------------------------------------------------


def test_of_two_words_on_one_pair_the_later_holds() -> None:
    log = said(("same", "a", "b"), ("different", "b", "a"))
    settled = settle(log, {})
    assert holding(settled) == [log[1].id]
    assert settled.between("a", "b") == "different"
    assert settled.overridden == ()  # who changes his mind contradicts nobody


def test_the_later_is_told_by_its_time_and_not_by_its_place_in_the_log() -> None:
    log = said(("same", "a", "b"), ("different", "a", "b"))
    assert settle(log[::-1], {}).between("a", "b") == "different"


def test_what_is_said_of_one_holds_for_all_that_it_is_the_same_as() -> None:
    log = said(
        ("same", "a", "b"), ("same", "NK-7", "b"), ("different", "a", "c"), ("same", "c", "d")
    )
    settled = settle(log, {})
    assert settled.between("a", "NK-7") == "same"
    assert settled.between("d", "NK-7") == "different"
    assert settled.between("d", "x") is None


def test_of_judgements_that_contradict_the_newest_prevail_and_the_older_is_told() -> None:
    log = said(("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c"))
    settled = settle(log, {})
    assert holding(settled) == [log[2].id, log[1].id]
    (over,) = settled.overridden
    assert (over.judgement, over.by) == (log[0], (log[2],))
    joined_last = [log[2], *said(("same", "x", "y"))[:0], log[0], log[1]]
    times = [START + timedelta(hours=hour) for hour in range(3)]
    moved = [
        make(one.kind, one.left, one.right, user="ida", time=time)
        for one, time in zip(joined_last, times, strict=True)
    ]
    (over,) = settle(moved, {}).overridden
    assert over.judgement == moved[0]
    assert over.by == (moved[2], moved[1])  # the way that makes them one


def test_a_word_that_is_taken_back_leaves_the_one_before_it() -> None:
    log = said(("same", "a", "b"), ("different", "a", "b"))
    log.append(taking_back(log[1]))
    assert settle(log, {}).between("a", "b") == "same"
    log.append(taking_back(log[0], 91))
    assert settle(log, {}).between("a", "b") is None
    log.append(taking_back(log[2], 92))  # the taking back is taken back
    assert settle(log, {}).between("a", "b") == "different"
    assert taken_back(log) == {log[2].id, log[0].id}
    assert standing(log) == [log[1]]


def test_unsure_neither_joins_nor_parts() -> None:
    settled = settle(said(("unsure", "a", "b"), ("same", "b", "c")), {})
    assert settled.between("a", "b") == "unsure"
    assert settled.between("a", "c") is None
    over = settle(said(("same", "a", "b"), ("unsure", "a", "b")), {})
    assert over.between("a", "b") == "unsure"
    assert over.cluster_of == {}


def test_a_person_is_no_body_whoever_says_so() -> None:
    log = said(("same", "h_1", "NK-1"), ("same", "NK-1", "h_2"))
    settled = settle(log, {"h_1": True, "h_2": False})
    (over,) = settled.overridden
    assert over.judgement == log[0]
    assert over.by == ()
    assert settled.between("NK-1", "h_2") == "same"


def test_an_entity_s_id_stands_for_its_chain() -> None:
    settled = settle(said(("different", entity_id(("h_1",)), "h_2")), {"h_1": True, "h_2": True})
    assert settled.between("h_1", "h_2") == "different"
    assert settled.on("h_2", "h_1") is not None
    later = settle(said(("different", entity_id(("h_9",)), "h_2")), {"h_2": True})
    assert later.between(entity_id(("h_9",)), "h_2") == "different"


# What it does to the entities -------------------------------------------------------------------


def test_what_is_judged_the_same_is_one_entity_with_who_said_so() -> None:
    chains = chains_of("Mira Oduya", "Karim Dallo", "Karim Dallo")
    log = [make("same", chains[0].id, chains[1].id, user="Ida", time=START, reason="her pen name")]
    (entity,) = resolve_entities(chains, (), log)
    assert len(entity.chains) == 3
    first = entity.reasons[0]
    assert first.rule == "judged the same"
    assert first.words == "by Ida on 2024-03-01: her pen name"
    assert {one.rule for one in entity.reasons[1:]} == {"same name"}


def test_a_name_that_conflicts_joins_again_once_a_person_said_it_fits() -> None:
    chains = chains_of(
        "Joe Baden", "Robinette Baden", "Joe Baden", "Robinette Baden", "Hunter Baden"
    )
    log = said(("same", chains[0].id, chains[3].id))
    assert together(resolve_entities(chains, (), log), chains) == [[0, 1, 2, 3], [4]]


def test_what_is_judged_different_is_apart_and_stays_so_when_reports_are_added() -> None:
    chains = chains_of("Mira Oduya", "Mira Oduya")
    ids = [entity_id((chain.id,)) for chain in chains]
    log = said(("different", ids[0], ids[1]))
    assert len(resolve_entities(chains, (), log)) == 2
    later = [*chains, *chains_of(*["(again) Mira Oduya", "Oduya"] * 3)]
    entities = resolve_entities(later, (), log)
    homes = {id_: one.id for one in entities for id_ in one.chains}
    assert homes[chains[0].id] != homes[chains[1].id]


def test_the_rest_of_a_split_name_stays_together() -> None:
    chains = chains_of(*["Mira Oduya"] * 5)
    first = min(chains, key=lambda chain: chain.id)
    others = [chain for chain in chains if chain is not first]
    log = said(*(("different", first.id, other.id) for other in others))
    entities = resolve_entities(chains, (), log)
    assert sorted(len(one.chains) for one in entities) == [1, 4]


def test_each_other_chain_of_a_split_name_goes_to_the_nearer_side() -> None:
    def bank(number: int, side: str) -> list[Chain]:
        report = make_report(
            f"Report {number}. George Karam of {side} met {side} staff.", outlet=f"Outlet {number}"
        )
        body = make_chain(report, side, schema="Organization")
        return [make_chain(report, "George Karam"), body]

    reports = [bank(n, "Aldmouth Bank" if n % 2 else "Tarn Shipping Board") for n in range(8)]
    people = [chains[0] for chains in reports]
    everything = [chain for chains in reports for chain in chains]
    assert [0, 1, 2, 3, 4, 5, 6, 7] in together(resolve_entities(everything), people)
    for left, right in ((0, 1), (2, 5), (7, 4)):
        log = said(("different", people[left].id, people[right].id))
        groups = together(resolve_entities(everything, (), log), people)
        assert [group for group in groups if group] == [[0, 2, 4, 6], [1, 3, 5, 7]]


def test_a_bare_name_that_a_person_placed_leads_no_guess_further() -> None:
    chains = chains_of("Naji Zaher", "Zaher", "Karim Dallo")
    log = said(("same", chains[1].id, chains[2].id))
    assert together(resolve_entities(chains, (), log), chains) == [[0], [1, 2]]


def test_a_node_of_another_resolver_links_what_is_the_same_as_it() -> None:
    chains = chains_of("Mira Oduya", "M. A. Odoya")
    log = said(("same", "NK-abc", chains[0].id), ("same", chains[1].id, "NK-abc"))
    (entity,) = resolve_entities(chains, (), log)
    assert sum(one.rule == "judged the same" for one in entity.reasons) == 1  # one day, one user


def test_a_namesake_on_a_list_is_kept_apart_from_the_person_on_it() -> None:
    chains = chains_of("Mira Oduya", "Mira Oduya")
    log = said(("same", chains[0].id, "list:7"), ("different", chains[1].id, "list:7"))
    assert len(resolve_entities(chains, (), log)) == 2


def test_the_machine_alone_is_untouched_by_a_log_that_says_nothing() -> None:
    chains = chains_of("Mira Oduya", "Oduya", "Karim Dallo")
    log = said(("unsure", chains[0].id, chains[1].id), ("same", "NK-1", "NK-2"))
    assert resolve_entities(chains, (), log) == resolve_entities(chains)


# A thousand histories ---------------------------------------------------------------------------

NAMES: tuple[tuple[Schema, str], ...] = (
    ("Person", "Mira Oduya"), ("Person", "Mira Oduya"), ("Person", "Oduya"), ("Person", "Oduya"),
    ("Person", "Mira Jane Oduya"), ("Person", "Karim Oduya"), ("Person", "Karim Dallo"),
    ("Organization", "Aldmouth Harbour Board"), ("Organization", "AHB"), ("Organization", "Oduya"),
    ("Organization", "Aldmouth Harbour Board"),
)  # fmt: skip
CHAINS = [
    chain
    for number, (schema, name) in enumerate(NAMES)
    for chain in [
        make_chain(
            make_report(f"Report {number}: {name}.", outlet=f"O{number}"), name, schema=schema
        )
    ]
]
NODES = (*(chain.id for chain in CHAINS), "NK-1", "list:1", entity_id((CHAINS[0].id,)))


class Word(NamedTuple):
    """One step of a history: a judgement on two nodes, or (undo) the place of the entry."""

    kind: JudgementKind
    left: int
    right: int


steps = st.builds(
    Word,
    st.sampled_from(["same", "same", "different", "different", "unsure", "undo"]),
    st.integers(0, len(NODES) - 1),
    st.integers(0, len(NODES) - 1),
)
histories = st.lists(steps, min_size=1, max_size=25)
orders = st.permutations(range(len(CHAINS)))


def play(history: Sequence[Word]) -> list[Judgement]:
    """The log that a history leaves."""
    log: list[Judgement] = []
    for number, step in enumerate(history):
        time = START + timedelta(seconds=number)
        if step.kind == "undo":
            left = [one for one in log if one.id not in taken_back(log)]
            if left:
                gone = left[step.left * 7 % len(left)]
                log.append(
                    make("undo", gone.left, gone.right, user="ida", time=time, undoes=gone.id)
                )
        elif step.left != step.right:
            ends = NODES[step.left], NODES[step.right]
            log.append(make(step.kind, *ends, user="ida", time=time))
    return log


Pairs = set[tuple[str, str]]


def replay(log: Sequence[Judgement], chains: Sequence[Chain]) -> tuple[Pairs, Pairs]:
    """What holds, worked out anew in the plainest way: pairs that are one, and pairs apart."""
    undone: set[str] = set()
    for one in log[::-1]:
        if one.undoes and one.id not in undone:
            undone.add(one.undoes)
    words: dict[frozenset[str], Edge] = {}
    for one in log:
        pair = frozenset(node(id_, chains) for id_ in (one.left, one.right))
        if not one.undoes and one.id not in undone and len(pair) == 2:
            words[pair] = Edge(one.time, one.kind, *sorted(pair))
    kept: list[Edge] = []
    for edge in sorted(words.values(), reverse=True):
        if fits([*kept, edge], find_persons(chains)):
            kept.append(edge)
    homes = clusters(kept)
    apart = {
        pair
        for edge in kept if edge.kind == "different"
        for left in homes.get(edge.left, {edge.left})
        for right in homes.get(edge.right, {edge.right})
        for pair in ((left, right), (right, left))
    }  # fmt: skip
    return {(left, right) for home in homes.values() for left in home for right in home}, apart


class Edge(NamedTuple):
    time: str
    kind: str
    left: str
    right: str


def node(id_: str, chains: Sequence[Chain]) -> str:
    return CHAINS[0].id if id_ == NODES[-1] and CHAINS[0] in chains else id_


def clusters(kept: Sequence[Edge]) -> dict[str, set[str]]:
    homes: dict[str, set[str]] = {}
    for edge in kept:
        if edge.kind == "same":
            union = homes.get(edge.left, {edge.left}) | homes.get(edge.right, {edge.right})
            homes.update(dict.fromkeys(union, union))
    return homes


def fits(kept: Sequence[Edge], is_person: dict[str, bool]) -> bool:
    homes = clusters(kept)
    for home in homes.values():
        if len({is_person[id_] for id_ in home if id_ in is_person}) > 1:
            return False
    return not any(e.kind == "different" and e.right in homes.get(e.left, ()) for e in kept)


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories, orders, st.integers(1, len(CHAINS)))
def test_in_a_thousand_histories_what_people_said_holds(
    history: list[Word], order: list[int], early: int
) -> None:
    log = play(history)
    first = [CHAINS[place] for place in order[:early]]  # the reports that were there early
    for chains in (first, CHAINS):
        entities = resolve_entities(chains, (), log)
        homes = {id_: entity.id for entity in entities for id_ in entity.chains}
        assert homes.keys() == {chain.id for chain in chains}
        one, apart = replay(log, chains)
        for left, right in combinations(homes, 2):
            if (left, right) in one:
                assert homes[left] == homes[right]
            if (left, right) in apart:
                assert homes[left] != homes[right]
    # Whatever the order of the reports, and without what was taken back: the same bytes.
    reordered = [CHAINS[place] for place in order]
    assert resolve_entities(reordered, (), log) == entities
    assert resolve_entities(CHAINS, (), standing(log)) == entities


@settings(max_examples=200, deadline=None)
@given(histories, st.randoms(use_true_random=False))
def test_taking_everything_back_in_any_order_leaves_the_machine_s_own_answer(
    history: list[Word], random: object
) -> None:
    log = play(history)
    for number in range(len(standing(log))):
        left = standing(log)
        gone = left[random.randrange(len(left))]  # type: ignore[attr-defined]
        log.append(taking_back(gone, 90 + number))
    assert standing(log) == []
    assert resolve_entities(CHAINS, (), log) == resolve_entities(CHAINS)


@settings(max_examples=200, deadline=None)
@given(histories)
def test_each_judgement_either_holds_or_is_told_as_overridden(history: list[Word]) -> None:
    log = play(history)
    settled = settle(log, find_persons(CHAINS))
    told = [*settled.holding, *(over.judgement for over in settled.overridden)]
    last = {
        frozenset(node(id_, CHAINS) for id_ in (one.left, one.right)): one for one in standing(log)
    }
    assert {one.id for one in told} == {one.id for pair, one in last.items() if len(pair) == 2}
    for over in settled.overridden:
        assert {one.id for one in over.by} <= set(holding(settled))
        assert all(one.time > over.judgement.time for one in over.by)
