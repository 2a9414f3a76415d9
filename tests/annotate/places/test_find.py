"""Where: names used of places in a report, and the places that they stand for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.annotate import place_weigher
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import find_names
from dateline.annotate.places import find_places, resolve
from dateline.annotate.places.gazetteer import load_gazetteer
from dateline.records import Dateline, PlaceMention, Report, Sentence, Span, Token, cut


def places(text: str, dateline: Dateline | None = None) -> tuple[PlaceMention, ...]:
    start = dateline.words.end if dateline else 0
    report = Report("r_1", text, "0" * 64, dateline=dateline, body_start=start)
    parsed = parse(text, start)
    names = find_names(parsed, load_knowledge(), place_weigher(load_gazetteer()))
    return find_places(report, parsed.tokens, parsed.sentences, names, parsed.names)


def named(text: str, dateline: Dateline | None = None) -> list[tuple[str, str | None]]:
    """Where something may have happened, by what the report says."""
    found = places(text, dateline)
    return [(m.where.name, m.where.country) for m in found if m.use == "place"]


def used(text: str) -> list[tuple[str, str]]:
    """Every name of a place, and what it is used for."""
    return [(mention.words.exact, mention.use) for mention in places(text)]


def test_a_chain_is_one_place_the_finest() -> None:
    found, *holders = places("The men met in Gujranwala, Punjab, Pakistan.")
    assert (found.words.exact, found.use) == ("Gujranwala", "place")
    where = found.where
    assert (where.name, where.country, where.geonames) == ("Gujranwala", "PK", 1177662)
    assert "Punjab" in where.reasons[0]
    assert [(m.words.exact, m.use) for m in holders] == [("Punjab", "name"), ("Pakistan", "name")]


def test_a_list_gives_a_place_each() -> None:
    text = "Protests were held in Karachi, Lahore and Quetta."
    assert named(text) == [("Karachi", "PK"), ("Lahore", "PK"), ("Quetta", "PK")]
    text = "Fighting in Turkey, Syria and Iraq went on."
    assert [country for _, country in named(text)] == ["TR", "SY", "IQ"]


def test_a_venue_is_kept_with_its_town() -> None:
    (found,) = places("He spoke at the Karachi Press Club.")
    assert (found.words.exact, found.where.name) == ("Karachi", "Karachi")
    assert found.where.venue == "Karachi Press Club"


def test_a_conference_in_a_town_is_in_the_town() -> None:
    assert named("He spoke at the Adil Mirza Conference in Peshawar.") == [("Peshawar", "PK")]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said it would answer.",
        "Pakistan's army denied the report.",
        "Jordan Harker and Paris Winslow sang.",
        "The Washington Courier printed it.",
        "The president of Turkey resigned.",
        "Reading is fun.",
        "Israel and Turkey accused each other.",
    ],
)
def test_who_acts_or_is_named_so_is_no_place(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow said it would answer.", [("Moscow", "actor")]),
        ("Pakistan's army denied the report.", [("Pakistan", "actor")]),
        ("The president of Turkey resigned.", [("Turkey", "actor")]),
        ("Israel and Turkey accused each other.", [("Israel", "actor"), ("Turkey", "actor")]),
        ("U.S. officials met in Geneva.", [("U.S.", "actor"), ("Geneva", "place")]),
        ("Turkish troops and Kurds fought.", [("Turkish", "people"), ("Kurds", "people")]),
        ("Sri Lankan officials met Greeks.", [("Sri Lankan", "people"), ("Greeks", "people")]),
        ("She teaches at the University of Leeds.", [("Leeds", "name")]),
        ("He told The Washington Post about it.", [("Washington", "name")]),
        ("The Karachi Chamber of Commerce protested.", [("Karachi", "name")]),
        ("Jordan Harker and Paris Winslow sang.", []),
        ("Senator Boris Lincoln spoke to Mrs Florence Chester.", []),
        ("Reading is fun.", []),
        ("They read The Sun in March.", []),
    ],
)
def test_every_name_has_its_use(text: str, expected: list[tuple[str, str]]) -> None:
    assert used(text) == expected


def test_a_street_lies_in_the_town_that_it_is_named_with() -> None:
    street, town = places("A bomb went off on Alder Grove Road in Leeds.")
    assert (street.where.name, street.where.venue) == ("Leeds", "Alder Grove Road")
    assert street.where.geonames == town.where.geonames


def test_a_name_that_is_surely_a_place_is_one_everywhere() -> None:
    text = "Lovell lives in Bicester, England. Bicester desperately needs a bridge."
    assert used(text).count(("Bicester", "actor")) == 1


@pytest.mark.parametrize(
    ("text", "country", "near"),
    [
        ("They met in Cambridge, Massachusetts.", "US", (42.4, -71.1)),
        ("They met in Cambridge, England.", "GB", (52.2, 0.1)),
        ("They met in Cambridge.", "GB", (52.2, 0.1)),
        ("They sang in Paris, Texas.", "US", (33.7, -95.6)),
        ("Police in Birmingham, Ala., spoke.", "US", (33.5, -86.8)),
        ("In Pakistan, floods hit. Thousands fled from Hyderabad.", "PK", (25.4, 68.4)),
        ("In India, floods hit. Thousands fled from Hyderabad.", "IN", (17.4, 78.5)),
    ],
)
def test_namesakes_are_told_apart_by_the_names_around(
    text: str, country: str, near: tuple[float, float]
) -> None:
    where = [mention.where for mention in places(text) if mention.use == "place"][-1]
    assert where.country == country
    assert where.lat == pytest.approx(near[0], abs=0.3)
    assert where.lon == pytest.approx(near[1], abs=0.3)
    assert where.reasons


def test_the_dateline_tells_namesakes_apart() -> None:
    text = "KARACHI: Thousands fled from Hyderabad."
    line = Dateline("Karachi", None, None, cut(text, 0, 8))
    assert named(text, line) == [("Hyderabad", "PK")]


def test_a_small_town_needs_support() -> None:
    assert named("He was born in Nov.") == []
    assert named("A blast shook Miranshah.") == []
    assert named("A blast was heard in Miranshah, Pakistan.")[0][1] == "PK"


def test_a_place_that_is_hit_or_visited_counts() -> None:
    assert named("The envoy visited Islamabad.") == [("Islamabad", "PK")]
    assert named("Rebels captured Mosul on Monday.") == [("Mosul", "IQ")]


def test_a_country_is_the_country_and_a_region_the_region() -> None:
    (found,) = places("Thousands died in Syria.")
    assert (found.where.name, found.where.country, found.where.geonames) == ("Syria", "SY", 163843)
    (found,) = places("He travelled to Pakistan-occupied Kashmir.")
    assert found.words.exact == "Pakistan-occupied Kashmir"
    assert (found.where.country, found.where.geonames) == ("PK", 1184196)


def test_the_radius_says_how_coarse_a_place_is() -> None:
    town, area, state = places("They went to Peshawar, then to Sindh and to Brazil.")
    assert town.where.radius_km is not None
    assert area.where.radius_km is not None
    assert state.where.radius_km is not None
    assert town.where.radius_km <= 25 < area.where.radius_km < state.where.radius_km


def _tokens(text: str) -> tuple[Token, ...]:
    """Every word a name after a preposition: the most that a parse could offer."""
    tokens: list[Token] = []
    start = 0
    for index, word in enumerate(text.split(" ")):
        if word:
            tokens.append(
                Token(len(tokens), start, start + len(word), word, word, "PROPN", "NNP", "pobj",
                      max(0, len(tokens) - 1), index // 200)
            )  # fmt: skip
        start += len(word) + 1
    return tuple(tokens)


_NAMES = st.sampled_from(
    [
        "Karachi",
        "Paris",
        ",",
        "Texas",
        "(",
        ")",
        "and",
        "Georgia",
        "U.S.",
        "Gaza",
        "City",
        "Of",
        "’s",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(_NAMES, max_size=25).map(" ".join))
def test_any_names_give_exact_quotes_in_order(text: str) -> None:
    report = Report("r_1", text, "0" * 64)
    end = 0
    for found in find_places(report, _tokens(text), ()):
        assert text[found.words.start : found.words.end] == found.words.exact
        assert found.words.start >= end
        end = found.words.end


def _distinct(size: int) -> str:
    """Names of different places, the first of the gazetteer."""
    gazetteer = load_gazetteer()
    names: list[str] = []
    length = 0
    while length < size:
        names.append(gazetteer.get(len(names)).name)
        length += len(names[-1]) + 3
    return " , ".join(names)


@pytest.mark.parametrize("unit", ["Karachi ", "Springfield , Paris , ", "Al ", ""])
def test_a_megabyte_of_names_is_read_in_step_with_its_length(unit: str) -> None:
    text = unit * (1_000_000 // len(unit)) if unit else _distinct(1_000_000)
    tokens = _tokens(text)
    report = Report("r_1", text, "0" * 64)
    start = time.process_time()
    find_places(report, tokens, [Sentence(0, len(text), 0, len(tokens), 0)])
    assert time.process_time() - start < 2.5  # 0.6 to 1.2 measured; room for a busy machine


def _resolved(text: str, *names: str) -> list[tuple[str, str | None] | None]:
    parsed = parse(text)
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    report = Report("r_1", text, "0" * 64)
    wheres = resolve(report, parsed.tokens, parsed.sentences, spans, (), parsed.names)
    return [(where.name, where.country) if where else None for where in wheres]


def test_given_names_are_resolved_as_found_ones_are() -> None:
    text = "In India, floods hit. Thousands fled from Hyderabad."
    assert _resolved(text, "India", "Hyderabad") == [("India", "IN"), ("Hyderabad", "IN")]
    assert _resolved(text, "Hyderabad") == [("Hyderabad", "IN")]


def test_a_given_name_that_nothing_is_known_of_has_no_place() -> None:
    assert _resolved("They spoke of Zzyzzqua.", "Zzyzzqua") == [None]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # The parser hangs the town on the noun after the comma.
        ("In Córdoba, Argentina, students protested on Saturday.", "Córdoba", "AR"),
        ("Gunmen ambushed a patrol near Ayn al-Arab.", "Ayn al-Arab", "SY"),
        # The model takes the town for a person or a body.
        ("The Ansar Brigade attacked Goma on Monday.", "Goma", "CD"),
        ("The army shelled Deir Ezzor for the third day.", "Deir Ezzor", "SY"),
        ("Fighters held the base in Kobane on Monday.", "Kobane", "SY"),
        ("The court in The Hague sentenced him on Monday.", "The Hague", "NL"),
        ("Troops shot two people in PoK on Monday.", "PoK", "PK"),
    ],
)
def test_a_town_after_in_or_under_attack_is_where_it_was(
    text: str, name: str, country: str
) -> None:
    found = [(m.words.exact, m.where.country) for m in places(text) if m.use == "place"]
    assert found == [(name, country)]


def test_a_towns_other_name_in_brackets_is_a_place_too() -> None:
    found = places("Gunmen ambushed a patrol near Ayn al-Arab (Kobane).")

    assert [(m.words.exact, m.where.country, m.use) for m in found] == [
        ("Ayn al-Arab", "SY", "place"),
        ("Kobane", "SY", "place"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Jackson Harlow. The guards drove Jackson home.",
        "The minister met Sydney Marsh in Goma.",
    ],
)
def test_a_person_is_no_place(text: str) -> None:
    assert [m.words.exact for m in places(text) if m.words.exact != "Goma"] == []


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        (
            "Gunmen attacked a guard in Tripoli, northern Lebanon, on Monday.",
            [("Tripoli", "place"), ("Lebanon", "name")],
        ),
        (
            "The minister flew to Cordoba, in southern Spain, on Monday.",
            [("Cordoba", "place"), ("Spain", "name")],
        ),
        (
            "Shells fell in Kharkiv in the eastern Ukraine on Monday.",
            [("Kharkiv", "place"), ("Ukraine", "name")],
        ),
    ],
)
def test_a_part_of_a_country_holds_the_town_before_it(
    text: str, uses: list[tuple[str, str]]
) -> None:
    assert used(text) == uses


def test_the_town_of_another_sentence_is_not_taken_for_an_unknown_name() -> None:
    text = "The raid was in Sidon. Captain Haddad bombed Lyptsi. Crowds filled Zzyvik Hall."
    assert [m.words.exact for m in places(text) if m.where and m.where.country == "LB"] == ["Sidon"]


def test_a_code_of_two_letters_is_a_state_after_its_town_or_among_others() -> None:
    assert used("Police shot a man in Erie, PA, on Monday.") == [("Erie", "place"), ("PA", "name")]
    text = "Crowds met in Manchester (PA) on Monday. The PA accused Hamas of a murder in Gaza."
    assert [m.where.country for m in places(text) if m.where] == ["GB", "PS"]
    text = "Storms hit Philadelphia, Pittsburgh and Harrisburg. Roads in PA were shut."
    assert {m.where.country for m in places(text) if m.where} == {"US"}
    assert "PA" in [m.words.exact for m in places(text)]


def test_words_of_a_persons_name_do_not_tell_namesakes_apart() -> None:
    text = "Crowds met in Tripoli on Monday. Mr. Thomas Lebanon said that Anna Lebanon sang."
    assert named(text) == named("Crowds met in Tripoli on Monday.") == [("Tripoli", "LY")]
    assert named("Crowds met in Tripoli on Monday. Men in Lebanon sang.")[0] == ("Tripoli", "LB")
