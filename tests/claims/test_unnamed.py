"""Doers and victims without a name keep their words."""

import pytest

from dateline.claims.participant_nouns import load_participant_nouns
from tests.annotate.reading import read


def sides(text: str, mode: str) -> tuple[list[str], list[str]]:
    """The words for the unnamed of the one claim of this mode."""
    (claim,) = [c for c in read(text).claims if c.mode == mode]
    return [q.exact for q in claim.unnamed_who], [q.exact for q in claim.unnamed_whom]


@pytest.mark.parametrize(
    ("text", "mode", "who", "whom"),
    [
        (
            "Gunmen killed at least 12 people, who were at prayer, in Lima on Monday.",
            "kill", ["Gunmen"], ["at least 12 people"],
        ),
        (
            "A peasant leader was murdered by four hooded men in Ayacucho on 3 May 2019.",
            "kill", ["four hooded men"], ["A peasant leader"],
        ),
        (
            "Dozens of villagers were wounded in Lima on Monday.",
            "injure", [], ["Dozens of villagers"],
        ),
        (
            "The Red Dune Brigades attacked a church and a power station in Sfax.",
            "attack", [], ["a church", "a power station"],
        ),
        (
            "Anna Keller met with a group of farmers in Porto.",
            "meet", ["a group of farmers"], [],
        ),
        (
            "On Monday, hundreds of dockers protested in Sfax.",
            "protest", ["hundreds of dockers"], [],
        ),
        (
            "A suicide bomber killed two commuters in Sfax on Monday.",
            "kill", ["A suicide bomber"], ["two commuters"],
        ),
        (
            "Ten soldiers and not 15 died in Sfax on Monday.",
            "die", [], ["Ten soldiers"],
        ),
        (
            "Anna Keller, whose church was burned by militants, wept.",
            "burn", ["militants"], ["church"],
        ),
        (
            "Anna Keller fined the newspaper £5,000 in Sfax on Monday.",
            "fine", [], [],
        ),
        (
            "Anna Keller told a news conference in Sfax on Monday that it rained.",
            "tell", [], [],
        ),
        (
            "Anna Keller's bodyguards shot a student in Porto on Monday.",
            "shoot", ["Anna Keller's bodyguards"], ["a student"],
        ),
    ],
)  # fmt: skip
def test_whoever_has_no_name_keeps_the_whole_phrase(
    text: str, mode: str, who: list[str], whom: list[str]
) -> None:
    assert sides(text, mode) == (who, whom)


def test_whoever_is_named_is_not_told_again_without_a_name() -> None:
    text = (
        "Members of the Red Dune Brigades attacked a bus in Sfax. Anna Keller, a lawyer, met Tomas"
        " Vell."
    )
    for claim in read(text).claims:
        named = [p.words for p in (*claim.who, *claim.whom)]
        assert not any(q.overlaps(w) for q in claim.unnamed_who for w in named)
        assert not any("lawyer" in q.exact for q in claim.unnamed_who)


def test_a_pronoun_and_a_weapon_are_nobody() -> None:
    for text in ("Somebody shot it in Lima on Monday.", "Rebels fired a rocket in Lima on Monday."):
        for claim in read(text).claims:
            assert all("rocket" not in q.exact and q.exact != "it" for q in claim.unnamed_whom)


def test_each_noun_stands_for_one_thing() -> None:
    kinds = load_participant_nouns().kinds
    known = {"gunman": "person", "crowd": "group", "rocket": "weapon", "church": "made"}
    assert {noun: kinds.get(noun) for noun in known} == known
    assert "plan" not in kinds


def test_the_words_for_the_unnamed_are_cuts_of_the_text() -> None:
    one = read("Two hooded men shot three farmers of the valley in Sfax on Monday.")
    for claim in one.claims:
        for words in (*claim.unnamed_who, *claim.unnamed_whom):
            assert one.report.text[words.start : words.end] == words.exact


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Four students were arrested in Lima.", "arrest"),
        ("The killing of two priests in Lima shocked the town.", "kill"),
        ("Hooded men attacked a church on Monday.", "attack"),
    ],
)
def test_violence_among_the_unnamed_is_told_where_its_time_or_place_is(
    text: str, mode: str
) -> None:
    (claim,) = [c for c in read(text).claims if c.mode == mode]
    assert claim.who == claim.whom == ()
    assert claim.unnamed_who or claim.unnamed_whom


def test_a_happening_of_no_time_and_no_place_among_the_unnamed_makes_no_claim() -> None:
    assert not read("Some farmers marched.").claims


def test_a_doing_told_by_two_words_keeps_the_unnamed_of_both() -> None:
    said = read("The Red Dune Brigades led an attack by hooded men on a church in Sfax.").claims
    words = {q.exact for c in said for q in (*c.unnamed_who, *c.unnamed_whom)}
    assert "a church" in words
