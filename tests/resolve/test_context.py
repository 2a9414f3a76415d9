"""Namesakes: bodies of several states, bearers of one surname, people of one full name."""

from collections.abc import Sequence

import pytest

from dateline.records import Chain, Claim
from dateline.resolve.block import read_parties, same_name_pairs
from dateline.resolve.cluster import Groups
from dateline.resolve.context import Said, choose, middles_differ, read_context
from dateline.resolve.nouns import noun_pairs
from dateline.resolve.weak import variant_pairs, weak_pairs
from tests.factory import make_chain, make_claim, make_report, make_where


def grouped(chains: Sequence[Chain], claims: Sequence[Claim]) -> list[list[int]]:
    """Places of the chains in the list, by the group that they come into."""
    groups = _join(chains, claims)
    number = {party.chain.id: groups.find(n) for n, party in enumerate(groups.parties)}
    found: dict[int, list[int]] = {}
    for place, chain in enumerate(chains):
        found.setdefault(number[chain.id], []).append(place)
    return sorted(found.values())


def _join(chains: Sequence[Chain], claims: Sequence[Claim]) -> Groups:
    parties = read_parties(chains)
    context = read_context(parties, claims)
    groups = Groups(parties)
    groups.join(same_name_pairs(parties, context))
    groups.join(list(variant_pairs(groups)))
    groups.join(list(weak_pairs(groups, context)))
    groups.join(list(noun_pairs(groups, claims)))
    return groups


Body = tuple[str, str, str | None]
"""A text, the name of a body in it, and the country that the report's claim lies in."""

OFFICES: list[tuple[str, list[Body], list[list[int]]]] = [
    (
        "two states",
        [("The Foreign Ministry spoke in Tarn.", "Foreign Ministry", "MT"),
         ("The Foreign Ministry met in Tarn.", "Foreign Ministry", "LY")],
        [[0], [1]],
    ),
    (
        "one state, two ways to say it",
        [("The Foreign Ministry spoke in Tarn.", "Foreign Ministry", "MT"),
         ("The Ministry of Foreign Affairs met in Tarn.", "Ministry of Foreign Affairs", "MT")],
        [[0, 1]],
    ),
    (
        "a report about no state",
        [("The Supreme Court ruled in Tarn.", "Supreme Court", None),
         ("The Supreme Court sat in Tarn.", "Supreme Court", None)],
        [[0], [1]],
    ),
    (
        "the name says the state, wherever the report is",
        [("The Ministry of Defence of Malta spoke in Tarn.", "Ministry of Defence of Malta", "LY"),
         ("The Maltese Defence Ministry spoke in Tarn.", "Maltese Defence Ministry", "IT"),
         ("The Ministry of Defence of Libya spoke in Tarn.", "Ministry of Defence of Libya", "LY")],
        [[0, 1], [2]],
    ),
    (
        "the name of one report and the place of the other",
        [("The Maltese Defence Ministry spoke in Tarn.", "Maltese Defence Ministry", None),
         ("The Defence Ministry spoke in Tarn.", "Defence Ministry", "MT"),
         ("The Defence Ministry met in Tarn.", "Defence Ministry", "LY")],
        [[0, 1], [2]],
    ),
    (
        "the words round the name say otherwise than the place",
        [("Libya's Defence Ministry spoke in Tarn.", "Defence Ministry", "MT"),
         ("The Defence Ministry spoke in Tarn.", "Defence Ministry", "MT"),
         ("The Libyan Defence Ministry spoke in Tarn.", "Libyan Defence Ministry", None)],
        [[0, 2], [1]],
    ),
    (
        "a name with a word of its own is one everywhere",
        [("The Kestrel Court ruled in Tarn.", "Kestrel Court", "MT"),
         ("The Kestrel Court sat in Tarn.", "Kestrel Court", "LY")],
        [[0, 1]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "bodies", "expected"), OFFICES, ids=[case[0] for case in OFFICES])
def test_an_office_belongs_to_the_state_that_its_report_is_about(
    why: str, bodies: list[Body], expected: list[list[int]]
) -> None:
    chains, claims = [], []
    for text, name, country in bodies:
        report = make_report(text)
        chain = make_chain(report, name, schema="PublicBody")
        where = make_where(report, "Tarn", country) if country else None
        claims.append(make_claim(report, text.split()[-3], "STATE", [chain], where=where))
        chains.append(chain)
    assert grouped(chains, claims) == expected


def bearers(third: str, *, others: Sequence[str]) -> tuple[list[Chain], list[Claim]]:
    """Two full bearers of one surname, each with a friend, and a report with the surname alone."""
    texts = [
        ("Joe Baden met Ann Lee.", ["Joe Baden", "Ann Lee"]),
        ("Hunter Baden met Bo Rud.", ["Hunter Baden", "Bo Rud"]),
        (third, ["Baden", *others]),
    ]
    chains: list[Chain] = []
    claims = []
    for text, names in texts:
        report = make_report(text)
        named = [make_chain(report, name) for name in names]
        claims.append(make_claim(report, "met", "CONSULT", named[:1], named[1:]))
        chains += named
    return chains, claims


def test_a_surname_of_several_is_the_bearers_who_met_the_same_person() -> None:
    chains, claims = bearers("Baden met Bo Rud again.", others=["Bo Rud"])
    assert grouped(chains, claims) == [[0], [1], [2, 4], [3, 5]]
    pair = next(p for p in _join(chains, claims).joined if "bearers" in p.rule)
    assert "met the same: borud" in pair.words


def test_a_surname_of_several_stays_alone_where_nothing_or_everything_fits() -> None:
    for third, others in (
        ("Baden met Cy Moor.", ["Cy Moor"]),
        ("Baden met Ann Lee and Bo Rud.", ["Ann Lee", "Bo Rud"]),
    ):
        chains, claims = bearers(third, others=others)
        assert [4] in grouped(chains, claims)


def test_what_all_bearers_share_does_not_choose_among_them() -> None:
    said = Said(frozenset({("same post", "senator"), ("same place", "Tarn")}))
    both = {1: said, 2: said}
    assert choose(said, both) is None
    assert choose(said, {1: said, 2: Said()}) == (1, "same place: Tarn; same post: senator")


AGED = [
    ("John Marsh, 34, was arrested.", "John Marsh, 71, was arrested.", [[0], [1]]),
    ("John Marsh, 34, was arrested.", "John Marsh, 36, was arrested.", [[0, 1]]),
    ("The 34-year-old baker John Marsh was arrested.", "John Marsh (71) was arrested.", [[0], [1]]),
    (
        "John Marsh, born in May 1950, was arrested.",
        "John Marsh (born 1981) was arrested.",
        [[0], [1]],
    ),
    ("John Marsh was arrested.", "John Marsh, 71, was arrested.", [[0, 1]]),
]


@pytest.mark.parametrize(("left", "right", "expected"), AGED)
def test_people_of_one_name_are_two_where_their_ages_say_so(
    left: str, right: str, expected: list[list[int]]
) -> None:
    chains, claims = [], []
    for text in (left, right):
        report = make_report(text)
        chains.append(make_chain(report, "John Marsh"))
        claims.append(make_claim(report, "arrested", "COERCE", whom=chains[-1:]))
    assert grouped(chains, claims) == expected


def test_a_namesake_of_no_known_age_goes_where_it_shares_most() -> None:
    chains, claims = [], []
    for text in (
        "John Marsh, 34, met Ann Lee.", "John Marsh, 71, met Bo Rud.", "John Marsh met Bo Rud.",
        "John Marsh met Cy Moor.",
    ):  # fmt: skip
        report = make_report(text)
        friend = text.split(" met ")[1].rstrip(".")
        chains += [make_chain(report, "John Marsh"), make_chain(report, friend)]
        claims.append(make_claim(report, "met", "CONSULT", chains[-2:-1], chains[-1:]))
    assert grouped(chains, claims) == [[0], [1], [2, 4], [3, 5], [6], [7]]


def test_initials_in_the_middle_tell_namesakes_apart() -> None:
    assert middles_differ(("george", "w"), ("george", "h", "w"))
    assert not middles_differ(("george", "w"), ("george",))
    assert not middles_differ(("rashid", "ali"), ("rashid", "ali", "omar"))
    reports = [make_report(f"{n}: {name} spoke.") for n, name in enumerate(
        ("George W. Bosh", "George H. W. Bosh", "George Bosh"))]  # fmt: skip
    names = ("George W. Bosh", "George H. W. Bosh", "George Bosh")
    chains = [make_chain(report, name) for report, name in zip(reports, names, strict=True)]
    assert grouped(chains, []) == [[0], [1], [2]]
