"""Lasting ties: what each is read from, and which end comes first."""

from __future__ import annotations

import pytest

from dateline.records import RELATION_TYPES
from tests.annotate.reading import read

TIES = [
    # posts: said of somebody by apposition, in front, as a predicate
    ("Omar Karsh, chief of the Falcon Brigade, left.", "leads Omar Karsh > Falcon Brigade"),
    ("Omar Karsh is the leader of the Falcon Brigade.", "leads Omar Karsh > Falcon Brigade"),
    ("Sami Nur, a member of the Lamp Trust, left.", "member_of Sami Nur > Lamp Trust"),
    ("Sami Nur is a member of the Lamp Trust.", "member_of Sami Nur > Lamp Trust"),
    # in front of the name "commander" says less
    ("Falcon Brigade commander Sami Nur left.", "member_of Sami Nur > Falcon Brigade"),
    ("Harbour League spokeswoman Lena Brandt left.", "represents Lena Brandt > Harbour League"),
    ("Lena Brandt represents the Harbour League.", "represents Lena Brandt > Harbour League"),
    ("Lena Brandt, an aide to Omar Karsh, left.", "works_for Lena Brandt > Omar Karsh"),
    ("Lena Brandt works for the Harbour League.", "works_for Lena Brandt > Harbour League"),
    ("Sami Nur is the brother of Omar Karsh.", "family_of Sami Nur > Omar Karsh"),
    # verbs and participles
    ("Sami Nur leads the Harbour League.", "leads Sami Nur > Harbour League"),
    ("Police met the Brandt-led Harbour League.", "leads Brandt > Harbour League"),
    ("The Lamp Trust is part of the Harbour League.", "part_of Lamp Trust > Harbour League"),
    # bodies and bodies
    ("The Lamp Trust is a front for the Falcon Brigade.", "front_for Lamp Trust > Falcon Brigade"),
    (
        "The Lamp Trust is the youth wing of the Falcon Brigade.",
        "part_of Lamp Trust > Falcon Brigade",
    ),
    (
        "The Lamp Trust is allied with the Falcon Brigade.",
        "allied_with Lamp Trust > Falcon Brigade",
    ),
    (
        "Ties between the Lamp Trust and the Falcon Brigade are old.",
        "allied_with Lamp Trust > Falcon Brigade",
    ),
    (
        "The Lamp Trust's ties with the Falcon Brigade are old.",
        "allied_with Lamp Trust > Falcon Brigade",
    ),
    ("Sami Nur sits on the board of the Harbour Bank.", "member_of Sami Nur > Harbour Bank"),
    (
        "Lena Brandt, one of Omar Karsh's aides, left.",
        "works_for Lena Brandt > Omar Karsh",
    ),
    (
        "The Harbour League is made up of the Lamp Trust and others.",
        "part_of Lamp Trust > Harbour League",
    ),
    # who designates comes second
    (
        "Britain designated the Falcon Brigade as a terrorist group.",
        "designated_by Falcon Brigade > Britain",
    ),
    ("Police met the Britain-proscribed Falcon Brigade.", "designated_by Falcon Brigade > Britain"),
    (
        "The Falcon Brigade was designated a terrorist group by Britain.",
        "designated_by Falcon Brigade > Britain",
    ),
    (
        "The Falcon Brigade has been designated a terrorist group by Britain since 2019.",
        "designated_by Falcon Brigade > Britain",
    ),
    ("The Falcon Brigade is a banned group in Malta.", "designated_by Falcon Brigade > Malta"),
    # what lasts: in the present, or said of a noun
    (
        "Omar Karsh, who is supported by the Harbour League, left.",
        "allied_with Omar Karsh > Harbour League",
    ),
    (
        "The Lamp Trust, backed by the Harbour League, grew.",
        "allied_with Lamp Trust > Harbour League",
    ),
    ("The Lamp Trust is loyal to the Falcon Brigade.", "allied_with Lamp Trust > Falcon Brigade"),
    # misspelt, as reports have it
    ("The Harbour League is lead by Lena Brandt.", "leads Lena Brandt > Harbour League"),
    # belonging
    (
        "Omar Karsh praised Sami Nur's role within the Falcon Brigade.",
        "member_of Sami Nur > Falcon Brigade",
    ),
    (
        "Sami Nur spoke of his role within the Falcon Brigade.",
        "member_of Sami Nur > Falcon Brigade",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TIES)
def test_a_tie_is_told_once_with_its_ends_in_order(text: str, expected: str) -> None:
    assert read(text).told("relation") == [expected]


def test_the_table_shows_all_types_but_where_bodies_sit() -> None:
    shown = {expected.split()[0] for _, expected in TIES}

    assert shown == set(RELATION_TYPES) - {"located_in"}


@pytest.mark.parametrize(
    "text",
    [
        # a title in front that is over is a role that ended, and no tie
        "Police met former Falcon Brigade chief Omar Karsh.",
        "Former Falcon Brigade chief Omar Karsh left.",
        # a post in a state ties to nobody
        "Lena Brandt, the prime minister of Norway, left.",
        # what somebody did once is an event
        "The Harbour League supported the Lamp Trust in a vote.",
        # a person bans no group by himself
        "Omar Karsh named the Falcon Brigade as terrorists.",
        # what is to end, and by whose side somebody only stands
        "The Lamp Trust would cease to be part of the Harbour League.",
        "The only trust with power is the Lamp Trust of the Harbour League.",
        "Members voted to elect Lena Brandt as she came to the Harbour League.",
        # somebody else's post
        "Omar Karsh met the chief of the Falcon Brigade.",
        # in a heading
        "Omar Karsh left.\n\nSami Nur is a member of the Lamp Trust\n\nLena Brandt left.",
        # supposed
        "If Sami Nur is a member of the Lamp Trust, he will leave.",
    ],
)
def test_no_tie_is_read_where_none_is_told(text: str) -> None:
    assert read(text).told("relation") == []


def test_who_joins_a_body_is_its_member() -> None:
    reading = read("Sami Nur joined the Harbour League.")

    assert reading.told("relation") == ["member_of Sami Nur > Harbour League"]


def test_a_tie_of_two_persons_to_one_body_is_two_ties() -> None:
    reading = read("Lena Brandt and Omar Karsh, leaders of the Lamp Trust, left.")

    assert sorted(reading.told("relation")) == [
        "leads Lena Brandt > Lamp Trust",
        "leads Omar Karsh > Lamp Trust",
    ]


def test_a_denied_tie_is_kept_as_denied() -> None:
    reading = read("Sami Nur is not a member of the Lamp Trust.")

    assert reading.told("relation") == ["not member_of Sami Nur > Lamp Trust"]


def test_a_tie_that_is_only_believed_has_its_source() -> None:
    reading = read("The Lamp Trust is widely believed to be a front for the Falcon Brigade.")

    assert reading.credited(reading.claim("front_for")) == (
        "unnamed widely believed: told, reported"
    )


def test_a_tie_said_in_passing_is_the_reports_own() -> None:
    reading = read("Reuters reported that Sami Nur, a member of the Lamp Trust, met Omar Karsh.")

    assert reading.credited(reading.claim("member_of")) == "author: told, asserted"
    assert reading.credited(reading.claim("CONSULT")) == "outlet Reuters: told, reported"
