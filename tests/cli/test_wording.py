from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.cli import wording
from dateline.records import Claim, Entity, Participant, Quote, Where

WORDS = Quote(0, 4, "they")
KELLER = Entity("e_1", "Person", "Anna Keller", ("Anna Keller",), ("h_1", "h_3"), ())
BRANDT = Entity("e_2", "Person", "Tomas Brandt", ("Tomas Brandt",), ("h_2",), ())
OWNERS = {"h_1": KELLER, "h_2": BRANDT, "h_3": KELLER}
MEETING = Claim(
    "c_1", "r_1", Quote(0, 8, "they met"), Quote(5, 8, "met"), "event", "CONSULT", "meet",
    who=(Participant("h_1", WORDS), Participant("h_2", WORDS), Participant("h_3", WORDS)),
)  # fmt: skip


def test_a_claim_names_each_entity_once() -> None:
    assert wording.say_claim(MEETING, OWNERS) == "meet: Anna Keller, Tomas Brandt"


def test_two_people_of_one_name_are_both_named() -> None:
    namesake = replace(BRANDT, name="Anna Keller")
    said = wording.say_claim(MEETING, {**OWNERS, "h_2": namesake})
    assert said == "meet: Anna Keller, Anna Keller"


def test_what_is_done_to_somebody_has_a_direction() -> None:
    arrest = replace(MEETING, mode="arrest", who=MEETING.who[:1], whom=MEETING.who[1:2])
    assert wording.say_claim(arrest, OWNERS) == "arrest: Anna Keller → Tomas Brandt"
    unnamed = replace(arrest, who=())
    assert wording.say_claim(unnamed, OWNERS) == "arrest: somebody → Tomas Brandt"
    tie = replace(arrest, kind="relation", type="member_of", mode=None)
    assert wording.say_claim(tie, OWNERS) == "member of: Anna Keller → Tomas Brandt"


def test_a_place_is_said_from_the_venue_outwards() -> None:
    place = Where("Karachi", Quote(0, 7, "Karachi"), "PK", venue="Press Club")
    said = wording.say_claim(replace(MEETING, where=place), OWNERS)
    assert said.endswith("Brandt · Press Club, Karachi (PK)")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"polarity": "-"}, "DENIED"),
        ({"certainty": "planned"}, "PLANNED"),
        ({"certainty": "alleged"}, "ALLEGED"),
        ({"certainty": "inferred"}, "INFERRED"),
        ({"certainty": "reported"}, ""),
    ],
)
def test_what_is_not_said_to_have_happened_is_never_shown_as_if_it_had(
    change: dict[str, str], word: str
) -> None:
    claim = replace(MEETING, **change)  # type: ignore[arg-type]
    assert wording.say_claim(claim, OWNERS).partition("Brandt")[2].strip(" ·") == word


def test_one_surer_claim_is_enough_for_an_event() -> None:
    denied = replace(MEETING, polarity="-")
    planned = replace(MEETING, certainty="planned")
    assert wording.say_doubt([denied, MEETING]) == ""
    assert wording.say_doubt([denied, planned]) == "PLANNED"
    assert wording.say_doubt([denied, replace(denied, certainty="reported")]) == "DENIED"
