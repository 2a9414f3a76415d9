"""Ties of those who hold a post, by title, apposition and predicate."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the words of a post are read together
        (
            "Sami Nur, deputy director of the Harbour League, left.",
            ["works_for Sami Nur > Harbour League"],
        ),
        (
            "Sami Nur, vice president of the Harbour League, left.",
            ["member_of Sami Nur > Harbour League"],
        ),
        # one leader among many, and the one leader
        ("Harbour League leader Sami Nur left.", ["member_of Sami Nur > Harbour League"]),
        ("Sami Nur, the new Harbour League leader, left.", ["leads Sami Nur > Harbour League"]),
        # somebody is named by a predicate
        ("The leader of the Harbour League is Ana Ruiz.", ["leads Ana Ruiz > Harbour League"]),
        (
            "The Harbour League, whose chairwoman is Ana Ruiz, met.",
            ["leads Ana Ruiz > Harbour League"],
        ),
        # posts told together, and those named in a list
        (
            "Porto University law expert and former Maltese minister, Ana Ruiz, said nothing.",
            ["works_for Ana Ruiz > Porto University"],
        ),
        (
            "Two League deputies, Ana Ruiz and Ivo Petrov, left the room.",
            ["member_of Ana Ruiz > League", "member_of Ivo Petrov > League"],
        ),
        (
            "Republican Representatives attacked the plan, with Ana Ruiz calling it bad.",
            ["member_of Ana Ruiz > Republican"],
        ),
        # parties called by a common word, or by the article
        ("Conservative MP Philip Hamm left.", ["member_of Philip Hamm > Conservative"]),
        ("A Republican, Mark Amada, left.", ["member_of Mark Amada > Republican"]),
        # the one committee, chamber or crowd of the report
        (
            "The Harbour Committee met. Republican committee member Doug Collin spoke.",
            ["member_of Doug Collin > Harbour Committee"],
        ),
        (
            "The Legislative Council met. Legislator Ana Ruiz spoke.",
            ["member_of Ana Ruiz > Legislative Council"],
        ),
        (
            "Protesters marched in Porto. Student protester Sami Nur spoke.",
            ["member_of Sami Nur > Protesters"],
        ),
        (
            'Protesters marched. "We stay," said a protester using the name Katya.',
            ["member_of Katya > Protesters"],
        ),
        # owners
        ("Omar Karsh said that his Harbour Party won.", ["member_of Omar Karsh > Harbour Party"]),
        ("The Harbour Party's Lena Brandt spoke.", ["member_of Lena Brandt > Harbour Party"]),
        # kin
        ("Lena Brandt met Xu Wen and his wife Peng Li.", ["family_of Peng Li > Xu Wen"]),
        ("Xu Wen and his wife Peng Li met Lena Brandt.", ["family_of Peng Li > Xu Wen"]),
    ],
)
def test_a_post_ties_its_holder_to_the_body_that_it_is_in(text: str, expected: list[str]) -> None:
    assert read(text).told("relation") == expected


@pytest.mark.parametrize(
    "text",
    [
        # others beside those who hold the post
        "Three League deputies and Ana Ruiz left.",
        # two chambers: nobody knows in which
        "The Harbour Senate and the Malta Senate met. Senator Ana Ruiz spoke.",
        # "Ex-" is of the post, which is over
        "Ex-Blue Front chief Karl Rask spoke.",
    ],
)
def test_no_post_is_given_where_the_words_leave_it_open(text: str) -> None:
    assert read(text).told("relation") == []


def test_a_tie_in_passing_is_not_credited_to_whoever_is_quoted() -> None:
    reading = read("Omar Karsh said that his Harbour Party won.")

    assert reading.credited(reading.claim("member_of")) == "author: told, asserted"
