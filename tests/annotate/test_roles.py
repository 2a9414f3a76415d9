"""Posts that a report gives to persons."""

from __future__ import annotations

import pytest

from tests.annotate.reading import not_yet, read


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
        pytest.param(
            "Former Falcon Brigade chief Omar Karsh spoke.",
            "Omar Karsh",
            {"former chief of Falcon Brigade"},
            marks=not_yet("“Former” at the start of a sentence is part of the body's name"),
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
