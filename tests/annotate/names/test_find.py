"""Names: where they begin and end, and what each is a name of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import Name, find_names
from dateline.annotate.places.gazetteer import load_gazetteer
from tests.annotate.reading import read


def names(text: str, *, with_reader: bool = True) -> list[Name]:
    gazetteer = load_gazetteer()
    parsed = parse(text, with_reader=with_reader)
    return find_names(parsed, load_knowledge(), lambda name: bool(gazetteer.look_up(name)))


def kinds(text: str, *, with_reader: bool = True) -> dict[str, str]:
    return {n.text: n.kind for n in names(text, with_reader=with_reader)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # a title in front makes a person
        ("Prime Minister Lena Brandt visited Lima.", "Lena Brandt", "person"),
        ("Dr. Anna Keller flew to Oslo.", "Anna Keller", "person"),
        # an apposition or a predicate does
        ("Omar Karsh, chief of the Falcon Brigade, spoke.", "Omar Karsh", "person"),
        ("Sami Nur, 41, was arrested by police in Tunis.", "Sami Nur", "person"),
        # a surname follows its full name
        ("Anna Keller flew to Oslo. Later Keller spoke there.", "Keller", "person"),
        # head words of bodies
        ("The Ministry of Fisheries fined a trawler.", "Ministry of Fisheries", "organization"),
        ("The Harbour Workers Union marched.", "Harbour Workers Union", "organization"),
        ("The court fined Delmar Shipping Ltd. on Monday.", "Delmar Shipping Ltd.", "organization"),
        ("The Falcon Brigade attacked a base.", "Falcon Brigade", "organization"),
        # a first word of a movement's name, a particle of one
        (
            "Jabhat al-Bahr attacked a base.",
            "Jabhat al-Bahr",
            "organization",
        ),
        ("Fighters of Falcon-e-Sahra attacked a base.", "Falcon-e-Sahra", "organization"),
        # a bracketed acronym is what it stands after
        ("The Lamp Trust (LT) met on Monday.", "LT", "organization"),
        # states and their aliases
        ("The United States signed the treaty.", "United States", "country"),
        ("The treaty was signed by the UK.", "UK", "country"),
        # occasions and works are nobody
        ("Delegates came to the Harbour Conference.", "Harbour Conference", "other"),
        # places by a preposition, whatever the model guesses
        ("Anna Keller spoke in Vienna.", "Vienna", "place"),
        ("Anna Keller was in Oslo on Monday.", "Oslo", "place"),
        ("The Falcon Brigade attacked a base in Sfax.", "Sfax", "place"),
        (
            "Anna Keller visited Porto.",
            "Porto",
            "place",
        ),
    ],
)
def test_a_name_gets_the_kind_that_the_words_give_it(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the title stays outside, the body before it is a name of its own
        ("Harbour League President Anna Keller spoke.", ["Harbour League", "Anna Keller"]),
        ("President Omar Haddad spoke.", ["Omar Haddad"]),
        # the possessive stays outside
        ("Anna Keller's lawyer spoke.", ["Anna Keller"]),
        ("Anna Keller’s lawyer spoke.", ["Anna Keller"]),
        # days, months and numbers are no names
        ("Police spoke on Monday in March with 3 of them.", []),
        # "of the" joins a body's name
        ("The Bank of the Harbour failed.", ["Bank of the Harbour"]),
        ("The Ministry of Justice spoke.", ["Ministry of Justice"]),
        # at the end of a sentence too
        ("A statement was released by the Ministry of Justice.", ["Ministry of Justice"]),
        # two names side by side by "and"
        ("Anna Keller and Omar Haddad spoke.", ["Anna Keller", "Omar Haddad"]),
    ],
)
def test_a_name_ends_where_the_name_ends(text: str, expected: list[str]) -> None:
    assert [n.text for n in names(text) if n.text != "Police"] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Omar al-Rashidi addressed the crowd.",
            "Omar al-Rashidi",
        ),
        (
            "Maria de la Torre sued the town.",
            "Maria de la Torre",
        ),
        ("Jan van der Meer sued the town.", "Jan van der Meer"),
        ("Omar bin Khalid sued the town.", "Omar bin Khalid"),
    ],
)
def test_small_words_inside_a_persons_name_belong_to_it(text: str, name: str) -> None:
    assert kinds(text).get(name) == "person"


def test_every_mention_of_a_form_has_one_kind() -> None:
    found = names(
        "President Nadir Sol visited Lima. Aides said Sol was tired. In May, Sol resigned. "
        "The Lamp Trust praised Nadir Sol. Few people like Sol."
    )

    assert {n.kind for n in found if "Sol" in n.text} == {"person"}


def test_names_keep_text_order_and_do_not_overlap() -> None:
    text = (
        "Former Harbour League President Dr. Anna Keller met the Ministry of Fisheries (MoF) chief "
        "Omar bin Khalid of the United States in Porto, said the UK’s Lamp Trust.\n"
    ) * 3
    found = names(text)

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[n.start : n.end] == n.text for n in found)


@pytest.mark.parametrize("words", ["Anti-Brandt protesters", "Pro-Brandt crowds"])
def test_a_stance_before_a_hyphen_leaves_no_half_name(words: str) -> None:
    assert all(not n.text.startswith(("Anti", "Pro")) for n in names(f"{words} met in Porto."))


def test_a_capitalised_word_after_an_owner_is_no_name() -> None:
    assert read("Dr. Sami Nur’s Activities in Porto").names()[0] == "Sami Nur"
    assert "Activities" not in read("Dr. Sami Nur’s Activities in Porto").names()


def test_an_outlet_is_a_body_whatever_the_model_guesses() -> None:
    reading = read("The Porto Ledger praised Lena Brandt. The Ledger said no more.")

    assert reading.chain("Porto Ledger").schema == "Organization"
    assert reading.mentions("Porto Ledger") == ["Porto Ledger", "Ledger"]


def test_a_title_inside_the_name_of_an_occasion_makes_it_nobody() -> None:
    assert read("Lena Brandt spoke at the Mufti Karsh Conference in Porto.").names() == [
        "Lena Brandt"
    ]


@pytest.mark.parametrize("with_reader", [True, False])
def test_rules_know_what_the_reader_does_not(with_reader: bool) -> None:
    found = kinds(
        "Leaders of Falcon-e-Sahra (FeS) met. Falcon-e-Sahra (FeS) fighters fled. Later "
        "Falcon-e-Sahra (FeS) commanders spoke, and police said that FeS denied it.",
        with_reader=with_reader,
    )

    assert found == {"Falcon-e-Sahra": "organization", "FeS": "organization"}


@pytest.mark.parametrize("with_reader", [True, False])
def test_a_title_is_found_with_the_reader_and_without(with_reader: bool) -> None:
    found = names("Senate President Omar Haddad spoke.", with_reader=with_reader)

    assert [(n.text, n.kind, n.title) for n in found] == [
        ("Senate", "organization", None),
        ("Omar Haddad", "person", (1, 2)),
    ]


def test_a_title_with_a_small_word_in_it_stays_outside() -> None:
    (found,) = names("Secretary of State Anna Keller spoke.")

    assert (found.text, found.title) == ("Anna Keller", (0, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Every Iowan spoke of it.",
        "The treaty was Anglo-American.",
        "Talks were held with a Sunni militia.",
        "Christians and Scots marched.",
    ],
)
def test_peoples_and_beliefs_are_nobody(text: str) -> None:
    assert set(kinds(text).values()) <= {"other"}


def test_a_group_that_acts_is_an_organization() -> None:
    found = kinds("Residents praised the Taymuri Front. Taymuri fighters attacked a base.")

    assert found == {"Taymuri Front": "organization", "Taymuri": "organization"}


def test_a_surname_is_found_again_with_its_small_words() -> None:
    found = names("Jan van der Meer sued the town. The judge praised van der Meer.")

    assert [(n.text, n.kind) for n in found] == [
        ("Jan van der Meer", "person"),
        ("van der Meer", "person"),
    ]


def test_no_name_goes_on_into_another_paragraph() -> None:
    found = names("Sabrina Brandt, of RTV\n\nAl-Karsh, who wrote for it, spoke.")

    assert [n.text for n in found] == ["Sabrina Brandt", "RTV", "Al-Karsh"]


def test_what_is_shelled_is_a_place_whatever_the_reader_takes_it_for() -> None:
    assert kinds("The army shelled Deir Ezzor for the third day.") == {"Deir Ezzor": "place"}


def test_a_persons_name_without_capitals_is_one_to_the_reader_alone() -> None:
    text = "i saw lena brandt in porto"

    assert kinds(text) == {"lena brandt": "person", "porto": "place"}
    assert kinds(text, with_reader=False) == {}


def test_a_texts_names_are_the_same_each_time() -> None:
    text = "The Lamp Trust (LT) met Omar Karsh. Karsh praised LT, the Trust and Porto."

    assert names(text) == names(text)


@pytest.mark.parametrize("text", ["The Ministry and", "Lee of the Ministry and\n\nPorto spoke."])
def test_a_name_may_end_with_its_sentence_at_a_joint(text: str) -> None:
    assert "Ministry" in [n.text for n in names(text)]
