"""What is found in a text, in the types that the labels have."""

from __future__ import annotations

from dateline.records import (
    Annotations,
    Chain,
    Mention,
    MentionKind,
    PlaceMention,
    PlaceUse,
    Quote,
    Report,
    Schema,
    Where,
)
from evaluation.names_corpora import TypedName
from evaluation.names_found import (
    PEERS,
    Found,
    find_with_model,
    find_with_product,
    find_with_spacy,
    names_of,
)

TEXT = (
    "Anna Keller, the mayor of Porto Grande, said that she blamed France. He left Graz University."
)


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words)


def chain(schema: Schema, *mentions: tuple[str, MentionKind]) -> Chain:
    found = tuple(Mention("r", quote(words), kind) for words, kind in mentions)
    name = mentions[0][0]
    return Chain(f"h-{name}", "r", schema, name, (name,), found)


def place(words: str, use: PlaceUse) -> PlaceMention:
    return PlaceMention(quote(words), Where(name=words, words=quote(words)), use)


def named(chains: tuple[Chain, ...], places: tuple[PlaceMention, ...]) -> set[tuple[str, str]]:
    found = names_of(Annotations("r", (), (), chains=chains, places=places))
    return {(TEXT[n.start : n.end], n.type) for n in found}


def test_names_of_chains_count_and_what_only_refers_does_not() -> None:
    keller = chain("Person", ("Anna Keller", "name"), ("the mayor", "nominal"), ("she", "pronoun"))
    university = chain("PublicBody", ("Graz University", "name"))
    assert named((keller, university), ()) == {
        ("Anna Keller", "person"),
        ("Graz University", "organization"),
    }


def test_a_places_name_is_a_place_even_where_it_acts() -> None:
    france = chain("Country", ("France", "name"))
    town = chain("Organization", ("Porto Grande", "name"))
    assert named((france, town), (place("Porto Grande", "actor"),)) == {
        ("France", "place"),
        ("Porto Grande", "place"),
    }


def test_a_place_inside_a_name_and_a_people_are_none() -> None:
    university = chain("Organization", ("Graz University", "name"))
    places = (place("Graz", "name"), place("Porto Grande", "place"), place("France", "people"))
    assert named((university,), places) == {
        ("Graz University", "organization"),
        ("Porto Grande", "place"),
    }


def test_every_system_finds_the_plain_names_of_a_plain_text() -> None:
    text = "The French president Emmanuel Macron met Angela Merkel's team in the Netherlands."
    report = Report("r", text, sha256="0" * 64)
    plain = {("Emmanuel Macron", "person"), ("Angela Merkel", "person"), ("Netherlands", "place")}

    def shown(found: Found) -> set[tuple[str, str]]:
        return {(text[n.start : n.end], n.type) for n in found.names if n.type != "group"}

    assert shown(find_with_product(report)) == plain
    for system, find in PEERS.items():
        assert shown(find(report)) == plain, system
    assert ("Emmanuel Macron", True) in find_with_product(report).mentions


def test_extents_count_in_the_whole_text_and_the_head_is_not_read() -> None:
    head = "Berlin weather\n"
    text = f"{head}Angela Merkel left.\n\nShe met Emmanuel Macron."
    report = Report("r", text, sha256="0" * 64, body_start=len(head))
    wanted = {text.index(name) for name in ("Angela", "Emmanuel")}
    for find in (find_with_spacy, find_with_model, find_with_product):
        assert {n.start for n in find(report).names} == wanted


def test_a_names_words_are_a_mention_of_somebody_who_may_act() -> None:
    report = Report("r", "Angela Merkel visited France.", sha256="0" * 64)
    found = find_with_spacy(report)
    assert TypedName(0, 13, "person") in found.names
    assert found.mentions == {("Angela Merkel", True), ("France", False)}
