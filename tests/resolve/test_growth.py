"""Entities by closures and report by report: always those of all reports at once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import (
    Chain,
    Claim,
    Entity,
    Judgement,
    JudgementKind,
    Mention,
    Participant,
    Quote,
    Report,
    Role,
    Schema,
    Where,
    chain_id,
    entity_id,
    make_judgement,
)
from dateline.resolve import resolve_entities, ties
from dateline.resolve.closure import closures
from dateline.resolve.growth import Growth, grow_entities
from dateline.store import Database, sqlite

START = datetime(2024, 3, 1, 9, tzinfo=UTC)


class Named(NamedTuple):
    """What a report calls somebody, and the post that it gives them in the body before."""

    schema: Schema
    names: tuple[str, ...]
    post: str = ""


class Told(NamedTuple):
    """A report: whom it names, in which country its claim lies, and how old its first person is."""

    named: tuple[Named, ...]
    country: str | None
    age: int | None


PEOPLE = (
    "Joe Baden", "Joe R. Baden", "J. Baden", "Hunter Baden", "Baden", "Sen. Baden", "Mary Oduya",
    "M. Oduya", "Oduya", "Karim al-Oduya", "al-Oduya", "Katya", "Joe Baden Jr", "Katya Baden",
)  # fmt: skip
BODIES = (
    "Kestrel Shipping", "Kestrel", "KS", "Kestrel Shipping Ltd", "KSX", "KSE", "Baden",
    "Kestrel Salt Exchange", "Foreign Ministry", "Ministry of Foreign Affairs",
    "Maltese Foreign Ministry",
    "Supreme Court", "Supreme Court of Malta", "Malta", "police", "the government", "Libya",
)  # fmt: skip

people = st.builds(
    Named, st.just("Person"), st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2).map(tuple),
    st.sampled_from(("", "", "senator")),
)  # fmt: skip
bodies = st.builds(
    Named, st.sampled_from(("Organization", "PublicBody")),
    st.lists(st.sampled_from(BODIES), min_size=1, max_size=2).map(tuple),
)  # fmt: skip
told = st.builds(
    Told, st.lists(people | bodies, min_size=1, max_size=5).map(tuple),
    st.sampled_from((None, None, "MT", "LY")), st.sampled_from((None, None, 31, 70)),
)  # fmt: skip
cases = st.lists(told, min_size=1, max_size=7)
judged = st.lists(
    st.tuples(
        st.sampled_from(("same", "same", "different", "unsure")), st.integers(0, 30),
        st.integers(0, 32), st.booleans(),
    ),
    max_size=4,
)  # fmt: skip

Drawn = tuple[JudgementKind, int, int, bool]
"""A judgement: what is said, of which two chains, and whether one is called by its entity."""

often = settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def read(number: int, report: Told) -> tuple[list[Chain], list[Claim]]:
    """The chains and the claim of a report, laid out as if it had been printed."""
    id_, at, chains = f"r_{number:02}", 0, []
    body: str | None = None
    for schema, printed, post in report.named:
        names = tuple(dict.fromkeys(printed))
        quotes = []
        for name in names:
            quotes.append(Quote(at, at + len(name), name))
            at += len(name) + 5
        is_plain = names[0] in ("police", "the government")
        mentions = tuple(Mention(id_, q, "nominal" if is_plain else "name") for q in quotes)
        first = chain_id(id_, quotes[0], names[0])
        roles: tuple[Role, ...] = ()
        if post:
            roles = (Role(Quote(at, at + len(post), post), body),)
            at += len(post) + 5
        body = body if schema == "Person" else first
        chains.append(Chain(first, id_, schema, names[0], names, mentions, roles))
    first_quote = chains[0].mentions[0].words
    age = f", {report.age}," if report.age else ""
    aged = f"{first_quote.exact}{age} spoke."
    quote = Quote(0, len(aged), aged)
    where = Where("Tarn", first_quote, report.country) if report.country else None
    who = tuple(Participant(one.id, one.mentions[0].words) for one in chains[:2])
    return chains, [
        Claim(f"c_{number:02}", id_, quote, first_quote, "event", "STATE", who=who, where=where)
    ]


def all_of(case: Sequence[Told]) -> tuple[list[Chain], list[Claim]]:
    found = [read(number, report) for number, report in enumerate(case)]
    return [c for chains, _ in found for c in chains], [c for _, claims in found for c in claims]


def judgements(drawn: Sequence[Drawn], chains: Sequence[Chain]) -> list[Judgement]:
    """A log on chains, on entities that are called after them, and on the entry of a list."""
    log = []
    for minute, (kind, left, right, by_entity) in enumerate(drawn):
        one = chains[left % len(chains)].id
        other = "list:1234" if right > 28 else chains[right % len(chains)].id
        if by_entity:
            one = entity_id((one,))
        if one not in (other, entity_id((other,))):
            time = START + timedelta(minutes=minute)
            log.append(make_judgement(kind, one, other, user="ida", time=time))
    return log


@pytest.fixture(params=[ties.MOST_NAMES, 1], ids=["as it is", "most surnames too common"])
def most_names(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(ties, "MOST_NAMES", request.param)
    return int(request.param)


class Growing:
    """A case in a folder to which whole reports are added, and of which only entities are made."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._cases = folder, 0
        self.database = Database.open(folder / "0.case", create=True)
        self._log: list[Judgement] = []

    def begin(self) -> None:
        """Goes on with an empty case."""
        self.database.close()
        self._cases += 1
        self.database = Database.open(self._folder / f"{self._cases}.case", create=True)
        self._log = []

    def add(self, chains: Sequence[Chain], claims: Sequence[Claim] = ()) -> Growth:
        id_ = chains[0].report
        data = id_.encode()
        report = Report(id_, id_, hashlib.sha256(data).hexdigest())
        self.database.add_report(report, data, chains, claims)
        return self._grow([id_], {one.id for one in self._log})

    def judge(self, log: Sequence[Judgement]) -> Growth:
        heeded, self._log = {one.id for one in self._log}, list(log)
        return self._grow([], heeded)

    def _grow(self, reports: Sequence[str], heeded: Collection[str]) -> Growth:
        with self.database.growing() as ledgers:
            return grow_entities(ledgers.entities, reports, self._log, heeded)

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self.database.entities())


@pytest.fixture
def growth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Growing:
    """An empty case."""
    monkeypatch.setattr(sqlite, "_WRITING", ("synchronous = OFF",))  # no power fails meanwhile
    return Growing(tmp_path)


@settings(often, max_examples=40)
@given(cases, st.randoms(use_true_random=False), judged)
@pytest.mark.usefixtures("most_names")
def test_adding_report_by_report_in_any_order_equals_a_rebuild(
    growth: Growing, case: list[Told], random: Random, drawn: list[Drawn]
) -> None:
    chains, _ = all_of(case)
    log = judgements(drawn, chains)
    order = list(range(len(case)))
    random.shuffle(order)
    growth.begin()
    for step, number in enumerate(order):
        if step == len(order) // 2:
            growth.judge(log)
        growth.add(*read(number, case[number]))
        here = [read(n, case[n]) for n in order[: step + 1]]
        so_far = log if step >= len(order) // 2 else ()
        some = [c for chains, _ in here for c in chains]
        said = [c for _, claims in here for c in claims]
        assert growth.entities() == resolve_entities(some, said, so_far)


@often
@given(cases, judged)
def test_no_entity_reaches_over_two_closures(case: list[Told], drawn: list[Drawn]) -> None:
    chains, claims = all_of(case)
    log = judgements(drawn, chains)
    found = closures(chains, claims, log)
    assert sorted(c.id for row in found for c in row) == sorted(c.id for c in chains)
    of = {c.id: n for n, row in enumerate(found) for c in row}
    for entity in resolve_entities(chains, claims, log):
        assert len({of[id_] for id_ in entity.chains}) == 1


def test_an_addition_looks_only_at_what_it_touches(growth: Growing) -> None:
    for number in range(30):
        name = f"Ann{chr(97 + number % 26)} Ostr{chr(97 + number // 6)}m{chr(97 + number % 6)}"
        growth.add(*read(number, Told((Named("Person", (name,)),), None, None)))
    met = Told((Named("Person", ("Mary Oduya",)), Named("Person", ("Anna Ostrama",))), None, None)
    change = growth.add(*read(30, met))
    assert change.looked_at <= 4
    assert len(change.made) == 2
    assert len(growth.entities()) == 31


def test_a_name_too_common_to_decide_by_ties_nobody(
    growth: Growing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ties, "MOST_NAMES", 2)
    for number, first in enumerate(("Joe", "Mary", "Ugo", "Ann")):
        growth.add(*read(number, Told((Named("Person", (f"{first} Baden",)),), None, None)))
    change = growth.add(*read(9, Told((Named("Person", ("Baden",)),), None, None)))
    assert change.looked_at == 1
    assert [entity.name for entity in growth.entities() if len(entity.chains) > 1] == []


def test_a_name_that_becomes_too_common_lets_go_of_those_it_tied(
    growth: Growing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ties, "MOST_NAMES", 1)
    for number, name in enumerate(("Joe Baden", "Baden", "Hunter Baden")):
        growth.add(*read(number, Told((Named("Person", (name,)),), None, None)))
        assert len(growth.entities()) == (1, 1, 3)[number]


def test_a_body_that_gets_another_id_is_named_in_the_posts_of_its_people(growth: Growing) -> None:
    holder = Told((Named("Company", ("Kestrel Lines",)), Named("Person", ("Ann Ost",), "chair")),
                  None, None)  # fmt: skip
    alone = Told((Named("Company", ("Kestrel Lines",)),), None, None)
    chains, claims = [], []
    for number in range(6):  # among six ids that are hashes, some later one is the least
        more = read(number, holder if number == 0 else alone)
        growth.add(*more)
        chains += more[0]
        claims += more[1]
        body, person = sorted(growth.entities(), key=lambda entity: entity.schema)
        assert [role.organization for role in person.roles] == [body.id]
        assert growth.entities() == resolve_entities(chains, claims)
