"""When and where: each claim takes the time and place of its own clause."""

from __future__ import annotations

import pytest

from tests.annotate.reading import Reading, read


def setting(reading: Reading, type_: str, trigger: str) -> tuple[str | None, str | None]:
    """The EDTF time and the place of a claim."""
    claim = reading.claim(type_, trigger)
    return claim.when.edtf if claim.when else None, claim.where.name if claim.where else None


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "expected"),
    [
        # the own clause, wherever the words stand in it
        (
            "Anna Keller met Omar Karsh in Lima on January 2, 2024.",
            "CONSULT",
            "met",
            ("2024-01-02", "Lima"),
        ),
        (
            "On January 2, 2024, Anna Keller met Omar Karsh in Lima.",
            "CONSULT",
            "met",
            ("2024-01-02", "Lima"),
        ),
        (
            "In Lima, Anna Keller met Omar Karsh in January 2024.",
            "CONSULT",
            "met",
            ("2024-01", "Lima"),
        ),
        # with a noun that a light verb leaves the telling to
        (
            "Anna Keller held talks with Omar Karsh in Lima on January 2, 2024.",
            "CONSULT",
            "held talks",
            ("2024-01-02", "Lima"),
        ),
        (
            "Anna Keller's speech in Lima on January 2, 2024 drew crowds.",
            "STATE",
            "speech",
            ("2024-01-02", "Lima"),
        ),
        (
            "A meeting of Anna Keller and Omar Karsh took place in Lima in January 2024.",
            "CONSULT",
            "meeting",
            ("2024-01", "Lima"),
        ),
        # neither: undated and nowhere, never the day of publication
        ("Anna Keller met Omar Karsh.", "CONSULT", "met", (None, None)),
        # relative words are read against the day of publication
        ("Anna Keller met Omar Karsh on Monday.", "CONSULT", "met", ("2024-03-11", None)),
        # who speaks on Monday tells of January
        (
            "Anna Keller said on Monday that Omar Karsh met Sami Nur in January 2024.",
            "STATE",
            "said",
            ("2024-03-11", None),
        ),
        (
            "Anna Keller said on Monday that Omar Karsh met Sami Nur in January 2024.",
            "CONSULT",
            "met",
            ("2024-01", None),
        ),
        (
            "Anna Keller said on Monday in Lima that Omar Karsh met Sami Nur.",
            "CONSULT",
            "met",
            (None, None),
        ),
        # the place that one goes to
        ("Anna Keller visited Lima.", "CONSULT", "visited", (None, "Lima")),
        ("Anna Keller visited Lima in January 2024.", "CONSULT", "visited", ("2024-01", "Lima")),
        ("Anna Keller visited Porto on Monday.", "CONSULT", "visited", ("2024-03-11", "Porto")),
        ("Anna Keller flew to Lima on Monday.", "CONSULT", "flew", ("2024-03-11", "Lima")),
        # the place that one only speaks of or comes from is not where it happened
        ("Anna Keller of Lima met Omar Karsh.", "CONSULT", "met", (None, None)),
        ("Lima mayor Anna Keller met Omar Karsh.", "CONSULT", "met", (None, None)),
        # where-clauses
        (
            "Anna Keller flew to Lima in January 2024, where she met Omar Karsh.",
            "CONSULT",
            "met",
            ("2024-01", "Lima"),
        ),
        (
            "In January 2024 Anna Keller was in Lima, where she met Omar Karsh.",
            "CONSULT",
            "met",
            ("2024-01", "Lima"),
        ),
        # a date that the clause describes
        (
            "Sami Nur left Porto in 2019, when police killed Omar Karsh.",
            "ASSAULT",
            "killed",
            ("2019", None),
        ),
        # the date of what is set for it, not of the setting
        (
            "Judges scheduled the trial of Omar Karsh for May 3, 2024.",
            "ACCUSE",
            "trial",
            ("2024-05-03", None),
        ),
        # when a noun's event came about
        (
            "Critics hailed the arrest of Omar Karsh, which took place on January 2, 2024.",
            "COERCE",
            "arrest",
            ("2024-01-02", None),
        ),
        # what others did with it has another time
        (
            "After a protest on January 2, 2024, which Anna Keller banned, Omar Karsh left.",
            "COERCE",
            "banned",
            (None, None),
        ),
        # a participle shares them
        (
            "Anna Keller, speaking in Lima on January 2, 2024, praised Omar Karsh.",
            "STATE",
            "speaking",
            ("2024-01-02", "Lima"),
        ),
        # a second deed without a subject of its own shares them
        (
            "On January 2, 2024, Anna Keller praised Omar Karsh and accused Sami Nur.",
            "ACCUSE",
            "accused",
            ("2024-01-02", None),
        ),
        # one with its own subject does not
        (
            "Omar Karsh left on January 2, 2024, and Anna Keller accused Sami Nur.",
            "ACCUSE",
            "accused",
            (None, None),
        ),
        # "after" tells of another time
        (
            "Anna Keller was jailed on January 2, 2024 after Omar Karsh accused her.",
            "ACCUSE",
            "accused",
            (None, None),
        ),
        # a raid that something happened in
        ("Police killed Omar Karsh in a raid in Lima.", "ASSAULT", "killed", (None, "Lima")),
    ],
)
def test_a_claim_has_the_time_and_place_that_its_words_give_it(
    text: str, type_: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    assert setting(read(text), type_, trigger) == expected


def test_a_venue_is_kept_beside_its_town() -> None:
    where = read("Anna Keller met Omar Karsh at the Porto Press Club.").claim("CONSULT").where

    assert where is not None
    assert (where.name, where.venue) == ("Porto", "Porto Press Club")


def test_the_day_of_publication_never_fills_in() -> None:
    text = "Anna Keller met Omar Karsh in Lima, and police arrested Sami Nur. Keller spoke."

    assert all(c.when is None for c in read(text).claims)


def test_a_time_keeps_its_words_and_what_it_was_read_against() -> None:
    when = read("Anna Keller met Omar Karsh on Monday.").claim("CONSULT").when

    assert when is not None
    assert (when.words.exact, when.basis, when.anchor) == ("Monday", "relative", "2024-03-15")


def test_items_of_a_list_are_where_its_head_says_unless_they_say_another_place() -> None:
    reading = read(
        "Anna Keller made several appearances in Portugal:\n\nIn January 2024, Anna Keller "
        "addressed a rally.\n\nIn February 2024, Anna Keller met Omar Karsh in Lima.\n\n"
        "Elsewhere\n\nSami Nur met Omar Karsh."
    )

    assert setting(reading, "STATE", "addressed") == ("2024-01", "Portugal")
    met = [c for c in reading.claims if c.trigger.exact == "met"]
    assert [c.where.name if c.where else None for c in met] == ["Lima", None]


def test_a_date_in_words_goes_before_one_read_against_another_event() -> None:
    reading = read(
        "On October 14, 2023, exactly one week after the October 7 raids in Oslo, Anna Keller met "
        "Omar Karsh."
    )
    when = reading.claim("CONSULT").when

    assert when is not None
    assert (when.edtf, when.basis, when.words.exact) == (
        "2023-10-14",
        "explicit",
        "October 14, 2023",
    )


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "expected"),
    [
        # what was said while something else was done
        (
            'Anna Keller praised the pact and said, "They need to help us", while meeting Omar '
            "Karsh on Monday.",
            "REQUEST",
            "said",
            "2024-03-11",
        ),
        # the event that a day is described by, and one that a beginning is
        (
            "She will write on May 14, the same day Anna Keller is scheduled to meet Omar Karsh.",
            "CONSULT",
            "meet",
            "2024-05-14",
        ),
        (
            "They have been there since May 2023, when Anna Keller attacked Omar Karsh.",
            "ASSAULT",
            "attacked",
            "2023-05",
        ),
        (
            "They have been there since early May 2023, when Anna Keller attacked Omar Karsh.",
            "ASSAULT",
            "attacked",
            None,
        ),
        # what is included has its own day, and so has a matter
        (
            "Anna Keller's demands include a visit to Lima on May 4.",
            "REQUEST",
            "demands",
            None,
        ),
    ],
)
def test_a_claim_has_the_day_that_is_its_own(
    text: str, type_: str, trigger: str, expected: str | None
) -> None:
    assert setting(read(text), type_, trigger)[0] == expected


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "expected"),
    [
        ("Peru began a military offensive into Chile.", "ASSAULT", None, "Chile"),
        # a place of the matter, and one of the next clause
        ("Anna Keller and Omar Karsh agreed on borders in Chile.", "AGREE", "agreed", None),
        (
            "Anna Keller rejected the plan, and Omar Karsh might end up before a court in Lima.",
            "REJECT",
            "rejected",
            None,
        ),
        ("In Lima, Anna Keller and Omar Karsh agreed on borders.", "AGREE", "agreed", "Lima"),
    ],
)
def test_a_claim_has_the_place_that_is_its_own(
    text: str, type_: str, trigger: str | None, expected: str | None
) -> None:
    claim = read(text).claim(type_, trigger) if trigger else read(text).claim(type_)

    assert (claim.where.name if claim.where else None) == expected
