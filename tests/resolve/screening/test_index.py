from __future__ import annotations

import random

import pytest

from dateline.resolve.matching import SAME, compare_names, prepare_name
from dateline.resolve.screening.index import CaseIndex, prepare_once

FOUND = (
    # a name in the reports, one on a list, and why the two must meet in the index
    ("Karim Dallo", "DALLO, Karim Ben Salah", "Person", "another order, and one part more"),
    ("Karim Dallo", "Kareem Dalo", "Person", "two spellings"),
    ("K. Dallo", "Karim Dallo", "Person", "an initial in the reports"),
    ("Karim Dallo", "K. Dallo", "Person", "an initial on the list"),
    ("Christopher Wills", "C. Wills", "Person", "an initial that sounds otherwise in the name"),
    ("Bill Harker", "William Harker", "Person", "a short form"),
    ("Yusuf Hassan", "Youssef Hasan", "Person", "two transcriptions"),
    ("Ahmad Abdulrahman", "Ahmad Abd al-Rahman", "Person", "parts written together"),
    ("Viktor Lenz", "Виктор Ленц", "Person", "another script"),
    ("Marco Zerafa", "Marco Zarefa", "Person", "a slip of the pen"),
    ("Grey Harbour", "Grey Harbour Ltd", "Company", "a legal form"),
    ("Grey Harbour Front", "GHF", "Organization", "an acronym"),
    ("Bank of Malta", "Malta Bank", "Organization", "nothing but common words"),
)


@pytest.mark.parametrize(("ours", "theirs", "schema", "why"), FOUND)
def test_names_that_may_be_one_meet(ours: str, theirs: str, schema: str, why: str) -> None:
    name = prepare_name(ours, schema)
    index = CaseIndex([(prepare_name("Xenia Quillop", schema), 0), (name, 1)])
    found = list(index.candidates(prepare_once(theirs, schema)))
    assert (name, 1) in found, why


APART = (
    ("Karim Dallo", "Karim Zerafa"),
    ("Karim Dallo", "Anna Dallo"),
    ("Karim Dallo", "Dallo"),
    ("Anna Keller", "Jan Keller"),
)


@pytest.mark.parametrize(("ours", "theirs"), APART)
def test_people_with_one_part_in_common_do_not_meet(ours: str, theirs: str) -> None:
    index = CaseIndex([(prepare_name(ours), 1)])
    assert not list(index.candidates(prepare_once(theirs, "Person")))


def test_what_the_index_leaves_out_of_made_up_people_is_rarely_one() -> None:
    """The index is held against comparing all pairs."""
    chance = random.Random(7)
    given = [
        "Karim",
        "Kareem",
        "Anna",
        "Ana",
        "Jan",
        "Viktor",
        "Victor",
        "Tomas",
        "Thomas",
        "Leila",
    ]
    family = ["Dallo", "Dalo", "Keller", "Kellner", "Brandt", "Brant", "Zerafa", "Lenz", "Moss"]
    people = sorted({f"{chance.choice(given)} {chance.choice(family)}" for _ in range(60)})
    names = [prepare_name(one) for one in people]
    index = CaseIndex([(name, name.printed) for name in names])
    same, met = set(), set()
    for name in names:
        met |= {(name.printed, other) for _, other in index.candidates(name)}
        for other in names:
            if compare_names(name, other).score >= SAME:
                same.add((name.printed, other.printed))
    assert len(same) > len(people)
    assert len(same & met) >= 0.97 * len(same)
    assert len(met) < 0.2 * len(people) ** 2
