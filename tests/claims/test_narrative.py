"""A story told on has the day and place with which it began."""

from __future__ import annotations

import pytest

from tests.annotate.reading import Reading, read


def setting(reading: Reading, trigger: str) -> tuple[str | None, str | None]:
    """The EDTF time and the place of the claim that a word carries."""
    (claim,) = [c for c in reading.claims if c.trigger.exact == trigger]
    return claim.when.edtf if claim.when else None, claim.where.name if claim.where else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the same people
        (
            "On January 2, 2024, Anna Keller met Omar Karsh in Lima. She praised Sami Nur.",
            "praised",
            ("2024-01-02", "Lima"),
        ),
        (
            "Anna Keller met Omar Karsh in Lima on January 2, 2024. Karsh accused Sami Nur.",
            "accused",
            ("2024-01-02", "Lima"),
        ),
        # what was told of, named again
        (
            "On Monday a crowd marched in Lima.\n\nThe crowd attacked Omar Karsh.",
            "attacked",
            ("2024-03-11", "Lima"),
        ),
        # a word that tells on
        (
            "On Monday Anna Keller met Omar Karsh. Then Sami Nur accused Omar Karsh.",
            "accused",
            ("2024-03-11", None),
        ),
        (
            "On Monday Anna Keller addressed a rally.\n\nKeller also accused Omar Karsh.",
            "accused",
            ("2024-03-11", None),
        ),
        # an hour of the day
        (
            "On Monday a crowd marched in Lima. Police arrested Omar Karsh in the evening.",
            "arrested",
            ("2024-03-11", "Lima"),
        ),
        # a description between changes nothing
        (
            "On Monday Anna Keller met Omar Karsh. Keller is a lawyer. She praised Sami Nur.",
            "praised",
            ("2024-03-11", None),
        ),
        # a date at the end is also that of the sentence before it
        (
            "Police arrested Omar Karsh. Sami Nur was injured on Monday.",
            "arrested",
            ("2024-03-11", None),
        ),
        # an occasion spoken of again
        (
            "Anna Keller met Omar Karsh in Lima on Monday.\n\nSami Nur protested. During the "
            "meeting, Lena Moor praised Omar Karsh.",
            "praised",
            ("2024-03-11", "Lima"),
        ),
    ],
)
def test_a_sentence_that_tells_on_keeps_the_day_and_place(
    text: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    assert setting(read(text), trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # somebody else, with nothing that ties it to what was told
        ("On Monday Anna Keller met Omar Karsh. Sami Nur accused Lena Moor.", "accused"),
        ("On Monday Anna Keller met Omar Karsh.\n\nKeller accused Lena Moor.", "accused"),
        # another time
        ("On Monday Anna Keller met Omar Karsh. She had accused Lena Moor.", "accused"),
        ("On Monday Anna Keller met Omar Karsh. She has accused Lena Moor.", "accused"),
        ("On Monday Anna Keller met Omar Karsh. She previously accused Lena Moor.", "accused"),
        ("On Monday Anna Keller met Omar Karsh. She later accused Lena Moor.", "accused"),
        ("On Monday Anna Keller met Omar Karsh. She will accuse Lena Moor.", "accuse"),
        # what somebody says
        ("On Monday Anna Keller met Omar Karsh. She said that Sami Nur attacked him.", "attacked"),
        ('On Monday Anna Keller met Omar Karsh. "They attacked Sami Nur," she said.', "attacked"),
        # a date at the front is not that of the sentence before it
        ("Police arrested Omar Karsh. On Monday, Sami Nur was injured.", "arrested"),
        # a day to come
        (
            "Anna Keller will meet Omar Karsh on Monday. She praised Sami Nur.",
            "praised",
        ),
        # to speak of something is not to be at it
        (
            "Anna Keller met Omar Karsh on Monday.\n\nSami Nur criticised the meeting.",
            "criticised",
        ),
    ],
)
def test_what_does_not_tell_on_stays_undated(text: str, trigger: str) -> None:
    assert setting(read(text), trigger)[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # its own words of time or place, even where they could not be read
        (
            "On Monday Anna Keller met Omar Karsh in Nairobi. Keller met Sami Nur in Qoryolbaq.",
            "met",
            ("2024-03-11", None),
        ),
        (
            "On Monday Anna Keller met Omar Karsh in Nairobi. She met Sami Nur on Founders Day.",
            "met",
            (None, "Nairobi"),
        ),
        (
            "On Monday Anna Keller met Omar Karsh in Nairobi. Keller was attacked in Lima.",
            "attacked",
            ("2024-03-11", "Lima"),
        ),
    ],
)
def test_what_a_sentence_says_itself_is_not_carried_over(
    text: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    claims = [c for c in read(text).claims if c.trigger.exact == trigger]
    when, where = claims[-1].when, claims[-1].where

    assert (when.edtf if when else None, where.name if where else None) == expected


def test_later_that_day_is_at_the_same_place() -> None:
    reading = read("Anna Keller spoke in Lima on Monday. Later that day, she met Omar Karsh.")

    assert setting(reading, "met") == ("2024-03-11", "Lima")


def test_a_sentence_dated_itself_is_not_told_back() -> None:
    reading = read(
        "Anna Keller said that Omar Karsh was released in May 2019. Police rejected the claim on "
        "Monday."
    )

    assert setting(reading, "said")[0] is None


def test_the_reasons_say_what_was_told_on_from() -> None:
    reading = read("On January 2, 2024, Anna Keller met Omar Karsh in Lima. She praised Sami Nur.")
    (claim,) = [c for c in reading.claims if c.trigger.exact == "praised"]

    assert claim.when is not None
    assert claim.where is not None
    assert claim.when.words.exact == "January 2, 2024"
    assert claim.when.reasons[-1] == "the story goes on from “January 2, 2024”"
    assert claim.where.reasons[-1] == "the story goes on from “Lima”"


# Published on 2024-03-15, so that "today" is that day.
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Today, Anna Keller met Omar Karsh. She later accused Sami Nur.", "accused"),
        (
            "Today, Anna Keller met Omar Karsh. She left the hall and Keller later accused "
            "Sami Nur.",
            "accused",
        ),
    ],
)
def test_what_came_later_than_the_report_s_own_day_came_on_it(text: str, trigger: str) -> None:
    assert setting(read(text), trigger)[0] == "2024-03-15"


def test_a_noun_speaks_again_of_the_name_that_it_ends() -> None:
    reading = read(
        "On Monday, the Supreme Court of Norway met Anna Keller in Oslo.\n\nThe seven-judge court "
        "rejected the plan of Omar Karsh."
    )

    assert setting(reading, "rejected") == ("2024-03-11", "Oslo")


def test_a_vote_on_a_thing_of_the_story_is_of_its_day() -> None:
    text = "On Monday, Anna Keller presented two bills. Sami Nur and Lena Moor opposed both bills."

    assert setting(read(text), "opposed")[0] == "2024-03-11"


def test_what_was_done_by_doing_something_has_its_day() -> None:
    text = "On Monday, the crowd protested. The crowd answered by attacking Omar Karsh."

    assert setting(read(text), "attacking")[0] == "2024-03-11"


def test_a_date_in_front_of_something_else_ends_the_story() -> None:
    text = (
        "On Monday, Anna Keller met Omar Karsh. In the May 2 deal, Lima and Quito gained land. "
        "Keller accused Sami Nur."
    )

    assert setting(read(text), "accused")[0] is None


def test_a_day_counted_from_the_story_is_not_told_back() -> None:
    text = (
        "On Monday, Anna Keller met Omar Karsh.\n\nPolice arrested Sami Nur. In a letter issued "
        "the following day, Lena Moor accused Omar Karsh."
    )

    assert setting(read(text), "arrested")[0] is None
