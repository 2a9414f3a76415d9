"""The dossier of one: who prints which name, what it did, what it denies, what is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.pipeline import Case
from dateline.records import Entity
from dateline.web.dossier import (
    denials_of,
    draw_deeds,
    draw_tenures,
    events_of,
    questions_of,
    used_names,
)
from dateline.web.snapshot import Desk, Snapshot


@pytest.fixture(scope="module")
def snapshot(built_case: Path) -> Snapshot:
    with Case(built_case, create=False) as case:
        return Desk(case).snapshot()


def named(snapshot: Snapshot, name: str) -> Entity:
    (found,) = snapshot.entities_named(name)
    return snapshot.entities[found]


def test_a_name_says_who_prints_it_and_leads_to_its_words(snapshot: Snapshot) -> None:
    names = {one.name: one for one in used_names(snapshot, named(snapshot, "Tomas Brandt"))}
    assert [one.user for one in names["Tomas Brandt"].outlets] == ["Alpine Wire", "Styria Post"]
    for one in names["Tomas Brandt"].outlets:
        assert one.claim is not None
        assert "Tomas Brandt" in snapshot.claims[one.claim].quote.exact
    assert sum(one.times for one in names.values()) == sum(
        one.kind == "name" for one in named(snapshot, "Tomas Brandt").mentions
    )


def test_a_name_in_the_words_of_a_speaker_says_so(snapshot: Snapshot) -> None:
    names = used_names(snapshot, named(snapshot, "Harbour Union"))
    speakers = {speaker.user for one in names for speaker in one.speakers}
    assert speakers == {"Marta Rossi", "Tomas Brandt"}
    own = used_names(snapshot, named(snapshot, "Tomas Brandt"))
    assert not any(one.speakers for one in own)


def test_what_it_did_stands_with_others_and_place(snapshot: Snapshot) -> None:
    brandt = named(snapshot, "Tomas Brandt")
    deeds = draw_deeds(snapshot, brandt, events_of(snapshot, brandt))
    assert deeds.total == len(deeds.lines)
    met = next(one for one in deeds.lines if one.day == "3 Mar 2024")
    assert [one.name for one in met.others] == ["Anna Keller"]
    assert met.where == "Vienna"
    assert [one.outlet for one in met.denied_by] == ["Styria Post"]


def test_its_denials_stand_with_their_words(snapshot: Snapshot) -> None:
    own, _ = denials_of(snapshot, named(snapshot, "Tomas Brandt"))
    assert [card.passage.trigger for card in own] == ["denied"]
    _, by_others = denials_of(snapshot, named(snapshot, "Anna Keller"))
    assert [card.outlet for card in by_others] == ["Styria Post"]


def test_posts_and_ties_say_what_claim_they_rest_on(snapshot: Snapshot) -> None:
    lenz = named(snapshot, "Viktor Lenz")
    ties = [c for c in snapshot.claims_of_entity[lenz.id] if c.kind == "relation"]
    _, tenures = draw_tenures(snapshot, lenz, ties)
    assert ["is a member of" in one.label for one in tenures] == [True]
    assert tenures[0].claim in ties
    assert tenures[0].mark is None


def test_open_questions_count_what_the_list_of_events_has(snapshot: Snapshot) -> None:
    for entity in snapshot.entities.values():
        rows = events_of(snapshot, entity)
        for one in questions_of(snapshot, rows):
            assert one.total >= len(one.rows) > 0
    brandt = questions_of(snapshot, events_of(snapshot, named(snapshot, "Tomas Brandt")))
    assert "Sources differ" in [one.words for one in brandt]
