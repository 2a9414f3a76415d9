"""Bodies that reports call by a noun ("police") or an office ("Foreign Ministry") alone.

Either is said of a body in every state. Two reports speak of one where they are about one state,
or say which; a report that is about none, where it names a person or body that the other names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Claim
from dateline.resolve.block import Party, words_of
from dateline.resolve.cluster import Groups
from dateline.resolve.compare import WEIGHTS, Pair
from dateline.resolve.context import named_states, office_states, report_states
from dateline.resolve.names import BodyName
from dateline.resolve.offices import read_office

Named = Mapping[str, Sequence[str]]
"""Report → keys of the names of persons and bodies in it."""


def noun_pairs(groups: Groups, claims: Iterable[Claim], told: Told | None = None) -> Iterator[Pair]:
    """Pairs of bodies of one noun or one office; to be looked for when full names are joined.

    Args:
        told: What `read_told` found, where that was done before; the claims are not read then.
    """
    told = told or read_told(groups.parties, tuple(claims))
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, party in enumerate(groups.parties):
        for key in noun_keys(party):
            blocks[key].append(number)
    for _key, members in sorted(blocks.items()):
        yield from _block_pairs(groups, members, told.state_of, told.named)


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell of their nouns and offices.

    Attributes:
        state_of: Number of the party → its state; "" if unknown.
        named: Report → keys of the names of persons and bodies in it, sorted.
    """

    state_of: Mapping[int, str]
    named: Named


def read_told(parties: Sequence[Party], claims: Sequence[Claim]) -> Told:
    """What is told of each party; its own report alone has a say."""
    return Told(_states_of(parties, claims), _named(parties))


def _states_of(parties: Sequence[Party], claims: Sequence[Claim]) -> Mapping[int, str]:
    """The state of each body: its name gives it, or the words round it, or where its report is.

    For an office the one state that its report names serves too; the police of a report are
    more often those of a place.
    """
    said, lie_in = office_states(parties, claims), report_states(claims)
    named = named_states(parties)
    found = {}
    for number, party in enumerate(parties):
        if any(noun_keys(party)):
            own = party.office.country if party.office else ""
            last = named.get(party.chain.report, "") if party.is_of_any_state else ""
            found[number] = own or said.get(number) or lie_in.get(party.chain.report) or last
    return found


def noun_keys(party: Party) -> Iterator[str]:
    """What a body is found by here: two that share no key are never compared."""
    if party.is_noun and isinstance(party.main, BodyName):
        office = read_office(party.main)
        yield office.key if office else party.main.key
    elif party.office is not None:
        yield party.office.key


def _named(parties: Iterable[Party]) -> Named:
    """States and treaty bodies are left out: reports of any two stories may name them."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        is_known = any(body.known for body in party.bodies)
        if not party.is_noun and not is_known and not party.is_of_any_state:
            found[party.chain.report].add(party.main.key)
    return {report: sorted(names) for report, names in found.items()}


def _block_pairs(
    groups: Groups, members: Iterable[int], state_of: Mapping[int, str], named: Named
) -> Iterator[Pair]:
    """Each with the first of its country; one without, where its names lead to one country."""
    first_in: dict[str, int] = {}
    reached: dict[str, set[str]] = defaultdict(set)
    elsewhere = []
    for number in members:
        report = groups.parties[number].chain.report
        state = state_of[number]
        if not state:
            elsewhere.append(number)
            continue
        first = first_in.setdefault(state, number)
        if first != number:
            yield _pair(groups, first, number, "same noun, one country")
        own = groups.parties[number].office
        for name in () if own and own.country else named.get(report, ()):
            reached[name].add(state)
    first_with: dict[str, int] = {}
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
