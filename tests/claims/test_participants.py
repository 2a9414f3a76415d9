"""Who takes part in what a word tells, through the grammar round it."""

from __future__ import annotations

import pytest

from tests.annotate.reading import not_yet, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # passive, with and without a doer
        ("Tomas Brandt was arrested by police.", ["COERCE police > Tomas Brandt"]),
        ("Tomas Brandt was arrested in Vienna.", ["COERCE > Tomas Brandt"]),
        (
            "Anna Keller was invited by the Lamp Trust to speak.",
            ["REQUEST Lamp Trust > Anna Keller"],
        ),
        # a passive whose subject is no speaker of it
        (
            "Tomas Brandt was described by Anna Keller as a pilot.",
            ["STATE Anna Keller"],
        ),
        # coordinated objects and subjects
        ("Police killed Sami Nur and Omar Karsh.", ["ASSAULT Police > Sami Nur & Omar Karsh"]),
        (
            "Anna Keller and Omar Karsh accused Tomas Brandt of fraud.",
            ["ACCUSE Anna Keller & Omar Karsh > Tomas Brandt"],
        ),
        # relative clauses: the noun is the subject, or the object
        (
            "Tomas Brandt, who attacked Anna Keller, was jailed.",
            ["ASSAULT Tomas Brandt > Anna Keller", "COERCE > Tomas Brandt"],
        ),
        pytest.param(
            "Tomas Brandt, whom police arrested in Vienna, wept.",
            ["COERCE police > Tomas Brandt"],
            marks=not_yet("“whom” is not led to its noun"),
        ),
        # control: whose deed an infinitive or participle is
        (
            "Police saw Tomas Brandt attacking Anna Keller.",
            ["ASSAULT Tomas Brandt > Anna Keller"],
        ),
        (
            "A video shows the minister of transport, Tomas Brandt, attacking Anna Keller.",
            ["ASSAULT Tomas Brandt > Anna Keller"],
        ),
        # a person is not hit in whoever he belongs to; a thing is
        ("Police arrested Tomas Brandt's cook.", ["COERCE Police"]),
        ("Police raided Tomas Brandt's house.", ["COERCE Police > Tomas Brandt"]),
        (
            "Having met Tomas Brandt, Anna Keller praised Omar Karsh.",
            ["CONSULT Anna Keller & Tomas Brandt", "SUPPORT Anna Keller > Omar Karsh"],
        ),
        (
            "Anna Keller was arrested after meeting Tomas Brandt.",
            ["COERCE > Anna Keller", "CONSULT Anna Keller & Tomas Brandt"],
        ),
        # presence at what others do
        (
            "Sami Nur was present during the meeting between Anna Keller and Tomas Brandt.",
            ["APPEAR Sami Nur", "CONSULT Anna Keller & Tomas Brandt"],
        ),
        # light verbs
        ("Anna Keller paid a visit to Tomas Brandt.", ["CONSULT Anna Keller > Tomas Brandt"]),
        (
            "Talks were held by Anna Keller and Tomas Brandt.",
            ["CONSULT Anna Keller & Tomas Brandt"],
        ),
        ("Sami Nur led a march in Porto.", ["PROTEST Sami Nur"]),
        # nouns with owners, of-objects and by-objects
        ("Omar Karsh spoke of his visit to Vienna.", ["STATE Omar Karsh", "CONSULT Omar Karsh"]),
        ("Sami Nur's arrest by police drew crowds.", ["COERCE police > Sami Nur"]),
        ("The arrest of Sami Nur by police drew crowds.", ["COERCE police > Sami Nur"]),
        ("Anna Keller’s speech drew crowds.", ["STATE Anna Keller"]),
        (
            "The Falcon Brigade's attack on Omar Karsh drew crowds.",
            ["ASSAULT Falcon Brigade > Omar Karsh"],
        ),
        (
            "An attack by the Falcon Brigade on Omar Karsh drew crowds.",
            ["ASSAULT Falcon Brigade > Omar Karsh"],
        ),
        # symmetric: all take part alike
        ("Anna Keller and Tomas Brandt met.", ["CONSULT Anna Keller & Tomas Brandt"]),
        (
            "The meeting of Anna Keller and Tomas Brandt was brief.",
            ["CONSULT Anna Keller & Tomas Brandt"],
        ),
        (
            "Anna Keller's meeting with Tomas Brandt was brief.",
            ["CONSULT Anna Keller & Tomas Brandt"],
        ),
        # unnamed members of a body stand for it
        ("Members of the Harbour League attacked Sami Nur.", ["ASSAULT Harbour League > Sami Nur"]),
        ("Thousands of Harbour League members marched.", ["PROTEST Harbour League"]),
        # what a recording shows
        (
            "A video shows Anna Keller praising Tomas Brandt.",
            ["SUPPORT Anna Keller > Tomas Brandt"],
        ),
        (
            "A video shows Anna Keller meeting Tomas Brandt.",
            ["CONSULT Anna Keller & Tomas Brandt"],
        ),
        # whose the thing is that is rejected, condemned, asked for
        (
            "The Harbour League rejected Anna Keller's demand.",
            ["REJECT Harbour League > Anna Keller", "REQUEST Anna Keller > Harbour League"],
        ),
        (
            "The Harbour League dismissed an appeal from Anna Keller to lay down its arms.",
            ["REJECT Harbour League > Anna Keller"],
        ),
        (
            "The Harbour League issued a subpoena for papers from Tomas Brandt.",
            ["REQUEST Harbour League > Tomas Brandt"],
        ),
        # who is asked: the object, the one who answers, the one who acts at another's will
        (
            "Anna Keller asked the Harbour League for help.",
            ["REQUEST Anna Keller > Harbour League"],
        ),
        (
            "Anna Keller will comply with the request of Tomas Brandt.",
            ["AGREE Anna Keller > Tomas Brandt", "REQUEST Tomas Brandt > Anna Keller"],
        ),
        # a noun that befalls the subject, and one that a light verb aims
        (
            "The Harbour League faces criticism from Anna Keller over the strike.",
            ["ACCUSE Anna Keller > Harbour League"],
        ),
        ("Peru imposed sanctions on the Harbour League.", ["SANCTION Peru > Harbour League"]),
        (
            "Peru is under sanctions by the European Union.",
            ["SANCTION European Union > Peru"],
        ),
        # who condemns in a statement; who made a call
        (
            "Peru was condemned in a joint statement by Anna Keller and Tomas Brandt.",
            [
                "ACCUSE Anna Keller & Tomas Brandt > Peru",
                "STATE Anna Keller & Tomas Brandt",
            ],
        ),
        (
            "A call made by Anna Keller to Tomas Brandt lasted an hour.",
            ["CONSULT Anna Keller & Tomas Brandt"],
        ),
        # objects that two verbs share, and apposition
        (
            "Police arrested and charged Tomas Brandt.",
            ["COERCE Police > Tomas Brandt", "ACCUSE Police > Tomas Brandt"],
        ),
        (
            "Tomas Brandt, accused of killing Omar Karsh, fled.",
            ["ASSAULT Tomas Brandt > Omar Karsh", "RETREAT Tomas Brandt"],
        ),
        # many of a body, and those who fight for it
        (
            "Six of the Harbour League's members attacked Omar Karsh.",
            ["ASSAULT Harbour League > Omar Karsh"],
        ),
        ("Peru arrested captured Harbour League fighters.", ["COERCE Peru > Harbour League"]),
        # those who use a thing are not the thing
        ("Companies using OpenAI contacted Anthropic on Monday.", ["CONSULT > Anthropic"]),
        # what somebody leaves is whom it strikes, if it is a body
        (
            "Anna Keller was expected to leave the Harbour League.",
            ["RETREAT Anna Keller > Harbour League"],
        ),
        # who is paid to do a thing is to do it, whatever stands between
        (
            "Anna Keller paid Tomas Brandt 500 euros to attack Omar Karsh.",
            ["ASSAULT Tomas Brandt > Omar Karsh"],
        ),
        # a place is nobody that a visit is done to
        ("Lena Brandt's visit to Porto drew crowds.", ["CONSULT Lena Brandt"]),
    ],
)
def test_a_sentence_tells_who_did_it_to_whom(text: str, expected: list[str]) -> None:
    assert read(text).told() == expected


def test_a_participant_shows_the_words_that_name_it_there() -> None:
    reading = read("Anna Keller flew to Lima. There she met the Harbour League's members.")
    claim = reading.claim("CONSULT", "met")

    assert [p.words.exact for p in claim.who] == ["she", "the Harbour League's members"]


def test_nobody_takes_part_twice() -> None:
    reading = read("Anna Keller met Tomas Brandt, and Keller met him with Tomas Brandt.")

    for claim in reading.claims:
        chains = [p.chain for p in (*claim.who, *claim.whom)]
        assert len(chains) == len(set(chains))
