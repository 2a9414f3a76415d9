"""Parties that a rule pairs share a key."""

from collections.abc import Sequence

import pytest

from dateline.records import Schema
from dateline.resolve.block import read_parties, same_name_pairs, second_name_pairs
from dateline.resolve.cluster import Groups
from dateline.resolve.keys import keys_of
from dateline.resolve.nouns import noun_pairs
from dateline.resolve.weak import variant_pairs, weak_pairs
from tests.factory import make_chain, make_claim, make_report, make_where

PAIRS: list[tuple[Schema, Sequence[str], Sequence[str]]] = [
    ("Person", ["Mira Oduya"], ["Dr. Mira Oduya"]),
    ("Person", ["Mira Oduya"], ["Oduya"]),
    ("Person", ["Karim al-Zaher"], ["Zaher"]),
    ("Person", ["Mira Oduya"], ["M. Oduya"]),
    ("Person", ["Colin South", "Lord Carlowe Muir"], ["Carlowe Muir"]),
    ("Person", ["Katya"], ["Katya"]),
    ("Organization", ["Aldmouth Harbour Board"], ["AHB"]),
    ("Organization", ["Lashkar-e-Sahil", "Lashkar"], ["Lashkar"]),
    ("Organization", ["QRX"], ["QRX"]),
    ("Country", ["U.S."], ["United States"]),
    ("PublicBody", ["Maltese Defence Ministry"], ["Ministry of Defence of Malta"]),
    ("PublicBody", ["Foreign Ministry"], ["Ministry of Foreign Affairs"]),
]


@pytest.mark.parametrize(("schema", "left", "right"), PAIRS)
def test_what_a_rule_pairs_shares_a_key(
    schema: Schema, left: Sequence[str], right: Sequence[str]
) -> None:
    chains, claims = [], []
    for number, names in enumerate((left, right)):
        report = make_report(f"{number} in Tarn. " + " ; ".join(names))
        chains.append(make_chain(report, *names, schema=schema))
        where = make_where(report, "Tarn", "MT")
        claims.append(make_claim(report, "Tarn", "STATE", chains[-1:], where=where))
    groups = Groups(read_parties(chains))
    parties = groups.parties
    groups.join([*same_name_pairs(parties), *second_name_pairs(parties)])
    for find in (variant_pairs, weak_pairs):
        groups.join(list(find(groups)))
    groups.join(list(noun_pairs(groups, claims)))
    assert groups.joined
    for pair in groups.joined:
        assert keys_of(parties[pair.left]) & keys_of(parties[pair.right])


def test_strangers_share_none() -> None:
    report = make_report("Mira Oduya ; Karim Zaher ; Kestrel Lines")
    people = [make_chain(report, name) for name in ("Mira Oduya", "Karim Zaher")]
    parties = read_parties([*people, make_chain(report, "Kestrel Lines", schema="Company")])
    assert not keys_of(parties[0]) & keys_of(parties[1])
    assert not keys_of(parties[0]) & keys_of(parties[2])
