"""Namesakes told apart by what a report names besides, with reasons that can be checked."""

from __future__ import annotations

import re
import time

import pytest

from dateline.annotate.places.choice import Choice, contains
from dateline.annotate.places.evidence import COLUMN, likeness
from dateline.annotate.places.gazetteer import load_gazetteer
from dateline.annotate.places.groups import Name, group_names
from dateline.annotate.places.resolution import resolve_names
from dateline.annotate.places.weights import FEATURES
from dateline.records import Span


def marked(text: str) -> tuple[str, list[Name]]:
    """The text without its brackets, and the names that stand in them."""
    plain, names, sentence = "", [], 0
    for part in re.split(r"(\[[^\]]+\]|\. )", text):
        if part.startswith("["):
            names.append(Name(len(plain), len(plain) + len(part) - 2, part[1:-1], sentence))
            plain += part[1:-1]
        else:
            plain += part
            sentence += part == ". "
    return plain, names


def resolve(text: str, dateline: str | None = None) -> list[Choice | None]:
    plain, names = marked(text)
    return resolve_names(plain, names, load_gazetteer(), dateline=dateline)


def told(choice: Choice | None) -> tuple[str | None, str | None]:
    """The state and the area of the first order that the place lies in, or is."""
    assert choice is not None
    place = choice.place
    area = load_gazetteer().get(place.admin1).name if place.admin1 is not None else None
    return place.country, area


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What follows the name says it.
        ("Police closed a road in [Paris], Texas.", ("US", "Texas")),
        ("A fire burned in [Birmingham], Ala., on Monday.", ("US", "Alabama")),
        ("A clinic in [Hyderabad], Sindh, was shut.", ("PK", "Sindh")),
        ("A clinic in [Hyderabad] (Pakistan) was shut.", ("PK", "Sindh")),
        # Its state, region or province is named.
        ("Aid reached [Rafah] in the Gaza Strip.", ("PS", "Rafah")),
        ("Egypt's army sent trucks to [Rafah].", ("EG", "North Sinai")),
        ("The fair in [Victoria] drew Australian farmers to [Melbourne].", ("AU", None)),
        ("Costa Rican nurses met in [San Jose].", ("CR", "San José")),
        # A town near it is named.
        ("Men from [Tripoli] drove to [Beirut].", ("LB", "Liban-Nord")),
        ("The road from [Hyderabad] to [Karachi] was cut.", ("PK", "Sindh")),
        ("Buses between [Valencia] and [Caracas] stood still.", ("VE", "Carabobo")),
        ("[Cambridge] and [Somerville] share a bridge.", ("US", "Massachusetts")),
        # Nothing else: the one that is large, or a capital.
        ("The office in [Hyderabad] was shut.", ("IN", "Telangāna")),
        ("Rain fell on [Washington].", ("US", "District of Columbia")),
        ("Rain fell on [Odessa].", ("UA", "Odessa")),
        # A state is a state, unless what it holds says otherwise.
        ("[Georgia] and Armenia met in [Tbilisi].", ("GE", None)),
        ("[Georgia] closed schools in [Macon] and [Atlanta].", ("US", None)),
        ("Talks in [Jordan] went on.", ("JO", None)),
        ("Talks in [Lebanon] went on.", ("LB", None)),
        # Spellings, adjectives, abbreviations.
        ("Shops in [Peshawer] were shut.", ("PK", "Khyber Pakhtunkhwa")),
        ("Floods came to [Derna].", ("LY", "Darnah")),
        ("A camp near [Ayn al-Arab] grew.", ("SY", "Aleppo")),
        ("A [Turkish] ship left.", ("TR", None)),
        ("Fires in [NSW] spread.", ("AU", None)),
    ],
)  # fmt: skip
def test_a_name_is_told_by_what_stands_around_it(
    text: str, expected: tuple[str, str | None]
) -> None:
    assert told(resolve(text)[0]) == expected


def test_the_dateline_tells_where_a_report_is_at_home() -> None:
    (choice,) = resolve("A mill in [Athens] burned.", dateline="MACON, Ga.")
    assert told(choice) == ("US", "Georgia")
    (choice,) = resolve("A mill in [Athens] burned.")
    assert told(choice)[0] == "GR"


def test_a_name_does_not_speak_for_itself_from_the_dateline() -> None:
    (choice,) = resolve("A dock in [Sfax] burned.", dateline="SFAX")
    assert choice is not None
    assert (choice.place.kind, choice.is_supported) == ("town", False)
    assert not any("named" in reason for reason in choice.reasons)


def test_a_name_keeps_its_sense_through_a_report() -> None:
    first, later = resolve("A man from [Paris], Texas, was held. He had left [Paris] at noon.")
    assert first == later


def test_one_name_may_stand_for_two_places_if_what_follows_says_so() -> None:
    first, second = resolve("From [Springfield], Ill., he went to [Springfield], Mo., by bus.")
    assert told(first) == ("US", "Illinois")
    assert told(second) == ("US", "Missouri")


def test_a_county_is_told_by_its_state() -> None:
    (choice,) = resolve("Deputies in [Madison County] called Montana's governor.")
    assert choice is not None
    assert (choice.place.kind, told(choice)) == ("admin2", ("US", "Montana"))


def test_a_town_and_its_province_of_one_name_are_told_apart_by_the_word_for_it() -> None:
    town, province = resolve("Men left [Oaxaca] and drove through [Oaxaca State].")
    assert town is not None
    assert province is not None
    assert (town.place.kind, province.place.kind) == ("town", "admin1")


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Police closed a road in [Paris], Texas.", ("in Texas, which follows it",)),
        ("The Gaza Strip got aid by [Rafah].", ("Gaza Strip is named in the same sentence",)),
        ("It rained. Men left [Tripoli]. It rained. It rained. [Libya] waited.",
         ("Libya is named in the report",)),
        ("Men from [Tripoli] drove to [Beirut].", ("68 km from Beirut, also named",)),
        ("A [Turkish] ship left.", ("the word for what or who is of Turkey",)),
        ("Fires in [NSW] spread.", ("short for New South Wales",)),
        ("Shops in [Peshawer] were shut.", ("written much like Peshawar",)),
        ("Talks in [Ouagadougou] went on.", ("the only place of that name",)),
        ("Talks in [Niger] went on.", ("name of a country",)),
    ],
)  # fmt: skip
def test_the_strongest_reason_comes_first(text: str, reasons: tuple[str, ...]) -> None:
    choice = resolve(text)[0]
    assert choice is not None
    assert choice.reasons[: len(reasons)] == reasons


def test_the_number_of_namesakes_is_told_with_the_people_of_the_one_chosen() -> None:
    choice = resolve("The office in [Hyderabad] was shut.")[0]
    assert choice is not None
    assert re.fullmatch(r"chosen among \d places of that name, [\d,]+ people", choice.reasons[-1])


def test_a_street_or_hall_is_taken_to_lie_in_the_town_named_with_it() -> None:
    hall, town = resolve("A fire in [Zzyvik Hall] in [Kampala] was put out.")
    assert hall is not None
    assert town is not None
    assert (hall.is_within, hall.place, town.is_within) == (True, town.place, False)
    assert hall.reasons == ("in no table of places; taken to lie in Kampala, named with it",)


def test_the_town_in_the_same_sentence_is_taken_before_one_nearer_in_the_text() -> None:
    _, _, hall, _ = resolve(
        "Trains left [Lagos] for [Ibadan]. A fire burned in [Zzyvik Hall], not far from old [Kano]."
    )
    assert hall is not None
    assert hall.place.name == "Kano"


def test_a_name_that_holds_a_towns_name_lies_in_the_town_if_that_is_named_too() -> None:
    cup, _ = resolve("Crowds at the [Dubai Kite Cup] filled [Dubai].")
    assert cup is not None
    assert (cup.place.name, cup.is_within) == ("Dubai", True)


def test_a_hall_with_a_little_namesake_far_away_is_taken_for_a_site_of_the_town() -> None:
    hall, town = resolve("A wall fell at [Red House] in [Kampala].")
    assert hall is not None
    assert town is not None
    assert (hall.place, hall.is_within) == (town.place, True)
    assert hall.reasons[0].startswith("no likely place has that name; taken to lie in Kampala")


def test_a_name_that_is_no_building_by_its_words_lies_in_no_other_place() -> None:
    village, unknown, _ = resolve("A wall fell at [Slick] and at [Zzyvik] in [Kampala].")
    assert (told(village)[0], unknown) == ("US", None)


def test_a_hall_does_not_lie_in_a_town_of_another_sentence() -> None:
    assert resolve("Trains left [Lagos]. A fire burned in [Zzyvik Hall].")[1] is None


def test_a_person_called_like_a_street_lies_nowhere() -> None:
    plain, names = marked("Crowds in [Kampala] met [Zzyvik Street].")
    names[1] = names[1]._replace(is_person=True)
    assert resolve_names(plain, names, load_gazetteer())[1] is None


def test_a_silent_name_does_not_tell_namesakes_apart() -> None:
    plain, names = marked("A man saw [Sidon] and [Beirut] in [Tripoli].")
    assert told(resolve_names(plain, names, load_gazetteer())[2])[0] == "LB"
    names[:2] = [name._replace(is_silent=True) for name in names[:2]]
    assert told(resolve_names(plain, names, load_gazetteer())[2])[0] == "LY"


def test_words_of_persons_names_hint_at_no_place() -> None:
    plain, names = marked("Mr Lebanon spoke in [Tripoli].")
    persons = [Span(3, 10)]
    assert told(resolve_names(plain, names, load_gazetteer())[0])[0] == "LB"
    assert told(resolve_names(plain, names, load_gazetteer(), persons=persons)[0])[0] == "LY"


def test_a_name_spelt_a_little_differently_lies_in_the_state_that_follows_it() -> None:
    assert told(resolve("A bomb went off in [Jalalabat], Afghanistan.")[0])[0] == "AF"
    assert told(resolve("A bomb went off in [Jalalabat].")[0])[0] == "KG"


def test_a_hall_lies_in_the_state_if_no_town_is_named() -> None:
    hall, _ = resolve("A fire in [Zzyvik Hall] shook [Kenya].")
    assert hall is not None
    assert (hall.place.name, hall.place.kind) == ("Kenya", "country")


def test_a_hall_without_any_town_is_nowhere() -> None:
    assert resolve("A fire in [Zzyvik Hall] was put out.") == [None]


def test_a_persons_name_lends_no_town_to_a_hall() -> None:
    plain, names = marked("Mr [Lincoln] spoke in [Zzyvik Hall].")
    names[0] = names[0]._replace(is_place=False)
    assert resolve_names(plain, names, load_gazetteer())[1] is None


def test_no_names_give_nothing() -> None:
    assert resolve("Nothing happened.") == []


def test_the_same_report_is_told_the_same_way() -> None:
    text = "[Springfield] and [Decatur] lie in Illinois. [Paris] is far. [Union] is not."
    assert resolve(text) == resolve(text)


def test_mentions_of_a_name_are_one_group_and_its_voice_grows_slowly() -> None:
    plain, names = marked("[Goma] fell. [Goma] burned. [Goma] waited. [Bukavu] waited.")
    goma, bukavu = group_names(plain, names, load_gazetteer())
    assert (goma.mentions, goma.sentences) == ([0, 1, 2], {0, 1, 2})
    assert 1 < goma.weight / bukavu.weight < 3


def test_every_kind_of_evidence_has_one_line_with_a_reason() -> None:
    assert len(COLUMN) == len(FEATURES)
    assert all(feature.why.endswith(".") for feature in FEATURES)


def test_two_spellings_are_alike_and_two_names_are_not() -> None:
    assert likeness("marawi", "marawi city") == 1.0
    assert likeness("berea", "aleppo") < 0.2 < likeness("hodeida", "al hudaydah") <= 1


def test_a_region_holds_what_lies_within_its_circle_and_its_state() -> None:
    gazetteer = load_gazetteer()
    donbas = next(p for p in gazetteer.look_up("Donbas") if p.kind == "region")
    donetsk = next(p for p in gazetteer.look_up("Donetsk") if p.country == "UA")
    rostov = next(p for p in gazetteer.look_up("Taganrog") if p.kind == "town")
    assert contains(donbas, donetsk)
    assert not contains(donbas, rostov)
    assert not contains(donbas, donbas)


def test_a_text_that_is_all_names_is_told_in_bounded_time() -> None:
    gazetteer = load_gazetteer()
    towns = list(dict.fromkeys(gazetteer.get(number).name for number in range(60_000, 150_000)))
    names, position = [], 0
    for index, town in enumerate(towns):
        names.append(Name(position, position + len(town), town, index // 20))
        position += len(town) + 2
    text = ", ".join(towns)
    start = time.process_time()
    found = resolve_names(text, names, gazetteer)
    assert time.process_time() - start < 2
    assert found[0] is not None
    assert found[1_500] is not None
    assert found[-1] is None  # a list of so many is no report


def test_many_namesakes_are_told_in_bounded_time() -> None:
    name = ["San Antonio", "Springfield", "Washington", "San José", "Victoria"]
    names = [Name(n * 12, n * 12 + 11, name[n % 5], n) for n in range(20_000)]
    start = time.process_time()
    resolve_names(" " * 240_000, names, load_gazetteer())
    assert time.process_time() - start < 2
