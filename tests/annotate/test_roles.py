"""Posts that a report gives to persons."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        # apposition
        (
            "Omar Karsh, chief of the Falcon Brigade, spoke.",
            "Omar Karsh",
            {"chief of Falcon Brigade"},
        ),
        ("Lena Brandt, an aide to Omar Karsh, spoke.", "Lena Brandt", {"aide of Omar Karsh"}),
        # in front of the name
        (
            "On Monday Falcon Brigade commander Sami Nur spoke.",
            "Sami Nur",
            {"commander of Falcon Brigade"},
        ),
        # the owner of the post
        (
            "The Falcon Brigade's chief, Omar Karsh, spoke.",
            "Omar Karsh",
            {"chief of Falcon Brigade"},
        ),
        # predicates
        (
            "Omar Karsh is the leader of the Falcon Brigade.",
            "Omar Karsh",
            {"leader of Falcon Brigade"},
        ),
        (
            "Lena Brandt serves as secretary of the Lamp Trust.",
            "Lena Brandt",
            {"secretary of Lamp Trust"},
        ),
        (
            "Lena Brandt was appointed director of the Lamp Trust.",
            "Lena Brandt",
            {"director of Lamp Trust"},
        ),
        # for and to
        (
            "Lena Brandt is the spokeswoman for the Harbour League.",
            "Lena Brandt",
            {"spokeswoman of Harbour League"},
        ),
        (
            "Lena Brandt, the ambassador to Norway, spoke.",
            "Lena Brandt",
            {"ambassador of Norway"},
        ),
        # a post with an adjective of its own keeps it
        (
            "Lena Brandt, the deputy leader of the Lamp Trust, spoke.",
            "Lena Brandt",
            {"deputy leader of Lamp Trust"},
        ),
        # what is over
        (
            "Omar Karsh, former chief of the Falcon Brigade, spoke.",
            "Omar Karsh",
            {"former chief of Falcon Brigade"},
        ),
        (
            "Police met former Falcon Brigade chief Omar Karsh.",
            "Omar Karsh",
            {"former chief of Falcon Brigade"},
        ),
        (
            "Former Falcon Brigade chief Omar Karsh spoke.",
            "Omar Karsh",
            {"former chief of Falcon Brigade"},
        ),
        # "then", "ex" and a verb in the past
        (
            "Then-Foreign Minister Lena Brandt met Omar Karsh.",
            "Lena Brandt",
            {"former Foreign Minister"},
        ),
        ("Ex-President Lena Brandt spoke in Lima.", "Lena Brandt", {"former President"}),
        ("Lena Brandt, the ex-minister, spoke in Lima.", "Lena Brandt", {"former minister"}),
        (
            "Lena Brandt, who served as director of the Lamp Trust, spoke.",
            "Lena Brandt",
            {"former director of Lamp Trust"},
        ),
        # what has not begun, or not yet ended
        (
            "Lena Brandt, the prime minister-designate, spoke in Lima.",
            "Lena Brandt",
            {"prime minister-designate"},
        ),
        ("President-elect Lena Brandt spoke in Lima.", "Lena Brandt", {"President-elect"}),
        ("Outgoing President Lena Brandt spoke.", "Lena Brandt", {"Outgoing President"}),
        ("Acting Prime Minister Lena Brandt spoke.", "Lena Brandt", {"Acting Prime Minister"}),
        # told twice
        (
            "President Lena Brandt spoke in Lima. Lena Brandt, the president, then left.",
            "Lena Brandt",
            {"President"},
        ),
        # two posts of one person
        (
            "Lena Brandt is the ambassador to Norway and spokeswoman for the Harbour League.",
            "Lena Brandt",
            {"ambassador of Norway", "spokeswoman of Harbour League"},
        ),
        # two posts in one body
        (
            "Lena Brandt, the founder and chair of the Lamp Trust, spoke.",
            "Lena Brandt",
            {"founder of Lamp Trust", "chair of Lamp Trust"},
        ),
        # one post of two persons
        (
            "Lena Brandt and Omar Karsh, leaders of the Lamp Trust, spoke.",
            "Omar Karsh",
            {"leaders of Lamp Trust"},
        ),
    ],
)
def test_a_report_gives_a_person_the_posts_that_it_names(
    text: str, name: str, roles: set[str]
) -> None:
    assert read(text).roles(name) == roles


def test_a_post_is_printed_words_and_its_body_is_a_chain() -> None:
    reading = read("Omar Karsh, chief of the Falcon Brigade, spoke.")
    (role,) = reading.chain("Omar Karsh").roles

    assert reading.report.text[role.title.start : role.title.end] == role.title.exact == "chief"
    assert role.organization == reading.chain("Falcon Brigade").id


def test_a_post_of_somebody_else_is_not_given_to_the_name_beside_it() -> None:
    reading = read("Omar Karsh met the chief of the Falcon Brigade in Tunis.")

    assert reading.roles("Omar Karsh") == set()


@pytest.mark.parametrize(
    ("text", "since", "until", "ended"),
    [
        ("Lena Brandt, who served as minister from 2010 to 2014, spoke.", "2010", "2014", True),
        ("Lena Brandt, president from 2010 to 2014, spoke.", "2010", "2014", True),
        ("Lena Brandt was prime minister between 2010 and 2014.", "2010", "2014", True),
        ("Lena Brandt, president (2010-2014), spoke.", "2010", "2014", True),
        ("Lena Brandt, chief of the Lamp Trust since 2019, spoke.", "2019", None, False),
        ("Omar Karsh met Lena Brandt, chief of the Lamp Trust since 2019.", "2019", None, False),
        ("Lena Brandt has been the chief of the Lamp Trust since 2019.", "2019", None, False),
        ("Lena Brandt, who was chief of the Lamp Trust until 2019, spoke.", None, "2019", True),
        # what is to end has not ended
        ("Lena Brandt is the chief of the Lamp Trust until 2031.", None, "2031", False),
        # the year of something else
        ("Lena Brandt, the chief of the Lamp Trust, spoke in 2019.", None, None, False),
    ],
)
def test_a_post_has_the_printed_times_of_its_beginning_and_end(
    text: str, since: str | None, until: str | None, ended: bool
) -> None:
    (role,) = read(text).chain("Lena Brandt").roles

    assert (role.since and role.since.exact, role.until and role.until.exact) == (since, until)
    assert role.ended == ended
