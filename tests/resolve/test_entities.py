"""Which chains become one entity, which never do, and what the entity shows."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Chain, Claim, Entity, Schema
from dateline.resolve import resolve_entities
from tests.factory import make_chain, make_claim, make_report, make_where


def chains_of(*reports: tuple[Schema, list[list[str]]]) -> list[Chain]:
    """One report for each argument, with a chain for each list of names."""
    found = []
    for number, (schema, named) in enumerate(reports):
        text = f"Report {number}. " + " ; ".join(name for names in named for name in names)
        report = make_report(text, outlet=f"Outlet {number}")
        found += [make_chain(report, *names, schema=schema) for names in named]
    return found


def grouped(entities: tuple[Entity, ...], chains: list[Chain]) -> list[list[int]]:
    """Places of chains in the list, by entity."""
    place = {chain.id: number for number, chain in enumerate(chains)}
    return sorted(sorted(place[chain] for chain in entity.chains) for entity in entities)


P: Schema = "Person"
O: Schema = "Organization"  # noqa: E741

CASES: list[tuple[str, list[tuple[Schema, list[list[str]]]], list[list[int]]]] = [
    ("the same full name", [(P, [["Mira Oduya"]]), (P, [["Dr. Mira Oduya"]])], [[0, 1]]),
    ("marks and hyphens", [(P, [["Jean-Luc Doré"]]), (P, [["Jean Luc Dore"]])], [[0, 1]]),
    ("a surname with one bearer", [(P, [["Naji Zaher"]]), (P, [["Zaher"]])], [[0, 1]]),
    (
        "a surname with two bearers stays alone",
        [(P, [["Joe Baden"]]), (P, [["Hunter Baden"]]), (P, [["Baden"]])],
        [[0], [1], [2]],
    ),
    ("other given names", [(P, [["Joe Baden"]]), (P, [["Hunter Baden"]])], [[0], [1]]),
    ("one report keeps a surname apart", [(P, [["Mira Oduya"], ["Oduya"]])], [[0], [1]]),
    ("a single name in two reports", [(P, [["Katya"]]), (P, [["Katya"]])], [[0, 1]]),
    ("a middle name left out", [(P, [["Rashid Ali Sandu"]]), (P, [["Rashid Sandu"]])], [[0, 1]]),
    (
        "a short name that fits two people",
        [(P, [["Rashid Ali Sandu"]]), (P, [["Rashid Omar Sandu"]]), (P, [["Rashid Sandu"]])],
        [[0], [1], [2]],
    ),
    ("an initial", [(P, [["Mira Oduya"]]), (P, [["M. Oduya"]])], [[0, 1]]),
    (
        "a second full name that a report gives",
        [(P, [["Colin Southerland", "Lord Carlowe Muir"]]), (P, [["Carlowe Muir"]])],
        [[0, 1]],
    ),
    (
        "an acronym that a report ties",
        [(O, [["Lashkar-e-Sahil", "LeS"]]), (O, [["LeS"]]), (O, [["Lashkar-e-Sahil"]])],
        [[0, 1, 2]],
    ),
    ("initials", [(O, [["Aldmouth Harbour Board"]]), (O, [["AHB"]])], [[0, 1]]),
    (
        "initials of two bodies decide nothing",
        [(O, [["Aldmouth Harbour Board"]]), (O, [["Aldmouth Hospital Board"]]), (O, [["AHB"]])],
        [[0], [1], [2]],
    ),
    ("one report keeps an acronym apart", [(O, [["Aldmouth Harbour Board"], ["AHB"]])], [[0], [1]]),
    ("the same unknown acronym", [(O, [["QRX"]]), (O, [["QRX"]])], [[0, 1]]),
    (
        "a short form that a report uses",
        [(O, [["Lashkar-e-Sahil", "Lashkar"]]), (O, [["Lashkar"]])],
        [[0, 1]],
    ),
    (
        "a short form of two bodies decides nothing",
        [(O, [["Aldmouth High Court", "High Court"]]), (O, [["Tarn High Court", "High Court"]]),
         (O, [["High Court"]])],
        [[0], [1], [2]],
    ),
    ("part of a name is no name", [(O, [["Tarn Court"]]), (O, [["Tarn Court Bar"]])], [[0], [1]]),
    ("a legal form", [(O, [["Kestrel Shipping Ltd"]]), (O, [["the Kestrel Shipping"]])], [[0, 1]]),
    ("a state's short name", [(O, [["U.S."]]), ("Country", [["United States"]])], [[0, 1]]),
    ("a person is no organisation", [(P, [["Kestrel Dawn"]]), (O, [["Kestrel Dawn"]])], [[0], [1]]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "reports", "expected"), CASES, ids=[case[0] for case in CASES])
def test_chains_join_when_names_say_so_and_nothing_forbids_it(
    why: str, reports: list[tuple[Schema, list[list[str]]]], expected: list[list[int]]
) -> None:
    chains = chains_of(*reports)
    assert grouped(resolve_entities(chains), chains) == expected


def test_every_join_carries_its_reason() -> None:
    chains = chains_of((P, [["Naji Zaher"]]), (P, [["Zaher"]]))
    (entity,) = resolve_entities(chains)
    assert [(r.rule, r.words) for r in entity.reasons] == [
        ("surname, one bearer in the case", "Naji Zaher = Zaher")
    ]
    assert 0.7 <= entity.reasons[0].score <= 1


def test_a_post_decides_between_two_bearers_of_a_surname() -> None:
    first = make_report("Senator Joe Baden spoke.")
    second = make_report("The lawyer Hunter Baden left.")
    third = make_report("Senator Baden voted.")
    chains = [
        make_chain(first, "Joe Baden", roles=["Senator"]),
        make_chain(second, "Hunter Baden", roles=["lawyer"]),
        make_chain(third, "Baden", roles=["Senator"]),
    ]
    assert grouped(resolve_entities(chains), chains) == [[0, 2], [1]]


def test_a_name_that_one_report_takes_for_another_kind_follows_the_rest_of_the_case() -> None:
    chains = chains_of(
        (P, [["Karim Dallo"]]), (P, [["Karim Dallo", "Dallo"]]), (O, [["Dallo"]]),
        (O, [["Kestrel Shipping"]]), (O, [["Kestrel Shipping"]]), (P, [["Kestrel Shipping"]]),
    )  # fmt: skip
    entities = {entity.name: entity for entity in resolve_entities(chains)}
    assert {name: entity.schema for name, entity in entities.items()} == {
        "Karim Dallo": "Person", "Kestrel Shipping": "Organization",
    }  # fmt: skip
    assert grouped(tuple(entities.values()), chains) == [[0, 1, 2], [3, 4, 5]]


def test_the_shown_name_is_the_fullest_and_names_are_sorted_by_use() -> None:
    first = make_report("Dr. Naji Zaher spoke. Zaher left. Zaher slept.")
    second = make_report("Zaher again.")
    entity, *rest = resolve_entities(
        [make_chain(first, "Dr. Naji Zaher", "Zaher", nth=0), make_chain(second, "Zaher")]
    )
    assert not rest
    assert entity.name == "Naji Zaher"
    assert set(entity.names) == {"Dr. Naji Zaher", "Zaher"}


def test_a_state_is_a_country_whatever_the_reports_take_it_for() -> None:
    chains = chains_of((O, [["U.S."]]), (O, [["U.S."]]), (O, [["United States"]]))
    (entity,) = resolve_entities(chains)
    assert (entity.schema, entity.name) == ("Country", "United States")
    assert entity.names == ("U.S.", "United States")


def test_a_post_names_its_organisation_and_the_claim_that_states_it() -> None:
    report = make_report("Khaled Masri is the former chief of Sahil Front. He met nobody.")
    front = make_chain(report, "Sahil Front", schema="Organization")
    masri = make_chain(report, "Khaled Masri", roles=[("chief", front)], ended=True)
    bare = make_report("Khaled Masri, the chief of all, spoke.", outlet="Coast Daily")
    again = make_chain(bare, "Khaled Masri", roles=["chief"], ended=True)
    claim = make_claim(report, "chief", "leads", [masri], [front])
    other = make_claim(report, "is", "member_of", [masri], [front])
    entities = {
        entity.name: entity for entity in resolve_entities([masri, front, again], [other, claim])
    }
    (role,) = entities["Khaled Masri"].roles
    assert (role.title, role.ended, role.claim) == ("chief", True, claim.id)
    assert role.organization == entities["Sahil Front"].id


NAMES = [
    ("Person", ["Naji Zaher", "Zaher"]), ("Person", ["Zaher"]), ("Person", ["Omar Zaher"]),
    ("Person", ["N. Zaher"]), ("Person", ["Naji Ali Zaher"]),
    ("Organization", ["Sahil Front", "SF"]),
    ("Organization", ["SF"]), ("Organization", ["Sahil"]),
    ("Organization", ["Sahil Front", "Sahil"]),
    ("Country", ["U.S."]), ("Organization", ["United States"]), ("Person", ["Omar"]),
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, len(NAMES) - 1), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_the_chains_changes_nothing(picks: list[int], random: st.DrawFn) -> None:
    chains: list[Chain] = []
    for number in range(0, len(picks), 2):
        named = [NAMES[pick] for pick in picks[number : number + 2]]
        text = f"No {number}. " + " ; ".join(" , ".join(names) for _, names in named)
        report = make_report(text)
        for schema, names in named:
            made = make_chain(report, *names, schema=schema)  # type: ignore[arg-type]
            if made.id not in {chain.id for chain in chains}:
                chains.append(made)
    shuffled = list(chains)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    entities = resolve_entities(chains)
    assert resolve_entities(shuffled) == entities
    assert sorted(c for e in entities for c in e.chains) == sorted(chain.id for chain in chains)
    assert [entity.id for entity in entities] == sorted(entity.id for entity in entities)


def test_ten_thousand_chains_take_seconds_even_with_common_surnames() -> None:
    chains = []
    for number in range(2_000):
        names = [
            f"Given{number % 400} Khan",
            "Khan",
            "Sahil Front",
            f"Body {number % 700}",
            "Katya",
        ]
        report = make_report(f"{number} " + " ; ".join(names))
        chains += [make_chain(report, name, nth=name == "Khan") for name in names[:2]]
        chains += [make_chain(report, name, schema="Organization") for name in names[2:4]]
        chains.append(make_chain(report, names[4]))
    start = time.process_time()
    entities = resolve_entities(chains)
    assert time.process_time() - start < 5
    assert sum(len(entity.chains) for entity in entities) == 10_000
    assert {len(e.chains) for e in entities if e.name in ("Sahil Front", "Katya")} == {2_000}


def test_a_person_told_by_thousands_of_reports_takes_seconds() -> None:
    chains = []
    for number in range(4_000):
        for name in ("Anna Keller", "Keller"):
            report = make_report(f"{number} {name} spoke.")
            chains.append(make_chain(report, name))
    start = time.process_time()
    (entity,) = resolve_entities(chains)
    assert time.process_time() - start < 1.5
    assert len(entity.chains) == 8_000


def tell_of(
    noun: str, country: str | None, *names: str, place: str = "Tarn"
) -> tuple[list[Chain], list[Claim]]:
    """A report in which a noun stands for a body, with a claim in a country, and names."""
    report = make_report(f"On a quay of {place} {noun} arrested a man. {' . '.join(names)}.")
    body = as_noun(make_chain(report, noun, schema="PublicBody"))
    where = make_where(report, place, country) if country else None
    claim = make_claim(report, "arrested", "COERCE", [body], where=where)
    return [body, *(make_chain(report, name) for name in names)], [claim]


def as_noun(chain: Chain) -> Chain:
    return replace(chain, mentions=tuple(replace(m, kind="nominal") for m in chain.mentions))


MT, LY = ("police", "MT"), ("police", "LY")
NOUNS: list[tuple[str, list[tuple[str | None, ...]], list[list[int]]]] = [
    ("one noun in two countries", [MT, LY], [[0], [1]]),
    ("one noun in two countries, one story", [(*MT, "Ann Lee"), (*LY, "Ann Lee")], [[0], [1]]),
    ("one noun in one country", [MT, ("Police", "MT")], [[0, 1]]),
    ("two nouns in one country", [MT, ("government", "MT")], [[0], [1]]),
    ("nothing is known of place or names", [("police", None), ("police", None)], [[0], [1]]),
    ("one story", [("police", None, "Ann Lee"), ("police", None, "Ann Lee")], [[0, 1]]),
    ("other stories", [("police", None, "Ann Lee"), ("police", None, "Bo Rud")], [[0], [1]]),
    ("one story, one place", [(*MT, "Ann Lee"), LY, ("police", None, "Ann Lee")], [[0, 2], [1]]),
    (
        "a story in two countries decides nothing",
        [(*MT, "Ann Lee"), (*LY, "Ann Lee"), ("police", None, "Ann Lee")],
        [[0], [1], [2]],
    ),
]


@pytest.mark.parametrize(("why", "reports", "expected"), NOUNS, ids=[case[0] for case in NOUNS])
def test_a_noun_is_one_body_only_where_country_or_story_say_so(
    why: str, reports: list[tuple[str | None, ...]], expected: list[list[int]]
) -> None:
    told = [
        tell_of(str(noun), country, *map(str, names), place=f"Tarn{number}")
        for number, (noun, country, *names) in enumerate(reports)
    ]
    bodies = [chains[0] for chains, _claims in told]
    entities = resolve_entities(
        [chain for chains, _ in told for chain in chains], [c for _, cs in told for c in cs]
    )
    place = {body.id: number for number, body in enumerate(bodies)}
    found = [[place[c] for c in entity.chains if c in place] for entity in entities]
    assert sorted(sorted(one) for one in found if one) == expected


def test_a_noun_is_not_taken_for_the_short_form_of_another_reports_body() -> None:
    first = make_report("The Tarn High Court ruled. The court rose.")
    second = make_report("In Aldmouth the court ruled.")
    chains = [
        make_chain(first, "Tarn High Court", "court", schema="PublicBody"),
        as_noun(make_chain(second, "court", schema="PublicBody")),
    ]
    assert grouped(resolve_entities(chains), chains) == [[0], [1]]


def test_a_noun_with_its_country_is_a_name() -> None:
    reports = [make_report(f"{n}: the Maltese government resigned.") for n in range(2)]
    chains = [as_noun(make_chain(r, "Maltese government", schema="PublicBody")) for r in reports]
    assert grouped(resolve_entities(chains), chains) == [[0, 1]]
