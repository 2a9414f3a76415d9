"""Bodies that reports call by a common noun alone ("police"): one only where the reports agree.

The same noun is said of a body in every country. Two reports speak of one where their claims
lie in one country; a report without one, where it names a person or body that the other names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.records import Claim
from dateline.resolve.block import words_of
from dateline.resolve.cluster import Groups
from dateline.resolve.compare import WEIGHTS, Pair

Named = Mapping[str, Sequence[int]]
"""Report → groups of the persons and bodies that it names."""


def noun_pairs(groups: Groups, claims: Iterable[Claim]) -> Iterator[Pair]:
    """Pairs of bodies of one noun; to be looked for when all that is named is joined."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, party in enumerate(groups.parties):
        if party.is_noun:
            blocks[party.main.key].append(number)
    countries, named = _countries(claims), _named(groups)
    for _key, members in sorted(blocks.items()):
        yield from _block_pairs(groups, members, countries, named)


def _countries(claims: Iterable[Claim]) -> dict[str, str]:
    """Report → the country that most of its claims lie in; a report with two such is left out."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.where is not None and claim.where.country:
            places[claim.report][claim.where.country] += 1
    found = {}
    for report, counts in places.items():
        most = [country for country, count in counts.items() if count == max(counts.values())]
        if len(most) == 1:
            found[report] = most[0]
    return found


def _named(groups: Groups) -> Named:
    """States and treaty bodies are left out: reports of any two stories may name them."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, party in enumerate(groups.parties):
        if not party.is_noun and not any(body.known for body in party.bodies):
            found[party.chain.report].add(groups.find(number))
    return {report: sorted(names) for report, names in found.items()}


def _block_pairs(
    groups: Groups, members: Iterable[int], countries: Mapping[str, str], named: Named
) -> Iterator[Pair]:
    """Each with the first of its country; one without, where its names lead to one country."""
    first_in: dict[str, int] = {}
    reached: dict[int, set[str]] = defaultdict(set)
    elsewhere = []
    for number in members:
        report = groups.parties[number].chain.report
        if report not in countries:
            elsewhere.append(number)
            continue
        first = first_in.setdefault(countries[report], number)
        if first != number:
            yield _pair(groups, first, number, "same noun, one country")
        for name in named.get(report, ()):
            reached[name].add(countries[report])
    first_with: dict[int, int] = {}
    for number in elsewhere:
        names = named.get(groups.parties[number].chain.report, ())
        led_to = sorted({country for name in names for country in reached.get(name, ())})
        if led_to:
            firsts = [first_in[led_to[0]]] if len(led_to) == 1 else []
        else:
            firsts = [first_with.setdefault(name, number) for name in names]
        for first in sorted(set(firsts) - {number}):
            yield _pair(groups, first, number, "same noun, shared name")


def _pair(groups: Groups, first: int, number: int, rule: str) -> Pair:
    left, right = sorted((first, number))
    words = words_of(groups.parties[left], groups.parties[right])
    return Pair(left, right, rule, WEIGHTS[rule], words)
