"""Pairs that hold only while one candidate fits: surnames, acronyms, short forms, initials.

They are looked for when the full names are joined, so that "one candidate" means one
entity and not one name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from dateline.resolve.block import Index, Party, index_groups, words_of
from dateline.resolve.cluster import Groups
from dateline.resolve.compare import RAISES, WEIGHTS, Pair, given_names_fit, names_conflict
from dateline.resolve.context import Context, choose, middles_differ, own_clues
from dateline.resolve.names import BodyName, PersonName
from dateline.resolve.ties import bare_keys, variant_key

MEANT, MEANT_SCORE = "one of several bearers, by context", 0.7
"""The feature of a bare name with several bearers of whom the report clearly means one."""

LARGEST_BLOCK = 200
"""A block of more groups than this is too common a name to decide by; it is left alone."""

Common = Set[str]
"""The keys that too many names of the case bear; see `ties.common_keys`."""


def variant_pairs(groups: Groups, common: Common = frozenset()) -> Iterator[Pair]:
    """Full names that differ by a middle name or an initial, where all that fit agree."""
    near = _variants(groups, common)
    agreed = {group for group, fitting in near.items() if _agree(groups, fitting)}
    for group in sorted(agreed):
        for other in sorted(near[group] & agreed):
            if group < other:
                rule = _variant_rule(groups.names(group), groups.names(other))
                yield _pair(groups, group, other, rule, is_weak=False)


def _variants(groups: Groups, common: Common) -> dict[int, set[int]]:
    """For each group the groups whose names fit its own, seen from both sides."""
    blocks: dict[tuple[str, str], set[int]] = defaultdict(set)
    for group in _all_groups(groups):
        for name in groups.names(group):
            for first in {name.given[0], name.given[0][0]}:
                blocks[name.surname, first].add(group)
    near: dict[int, set[int]] = defaultdict(set)
    for group in _all_groups(groups):
        for name in groups.names(group):
            if variant_key(name.surname, name.given[0]) in common:
                continue
            for other in _small(blocks[name.surname, name.given[0]]):
                if other != group and other not in near[group] and _fit(groups, group, other):
                    near[group].add(other)
                    near[other].add(group)
    return near


def _small(block: set[int]) -> set[int]:
    return block if len(block) <= LARGEST_BLOCK else set()


def _fit(groups: Groups, left: int, right: int) -> bool:
    names = [(one, other) for one in groups.names(left) for other in groups.names(right)]
    return not any(_are_two(*pair) for pair in names) and any(
        one.surname == other.surname and given_names_fit(one, other) for one, other in names
    )


def _are_two(left: PersonName, right: PersonName) -> bool:
    """Whether full names of two groups can't be one person's: other given names or initials.

    Groups of one and the same name were kept apart: a person or their ages said so.
    """
    return (
        left.key == right.key
        or names_conflict(left, right)
        or (left.surname == right.surname and middles_differ(left.given, right.given))
    )


def _agree(groups: Groups, fitting: set[int]) -> bool:
    """Whether no two of the groups that fit stand for different people."""
    ordered = sorted(fitting)
    return not any(
        _are_two(one, other)
        for place, left in enumerate(ordered)
        for right in ordered[place + 1 :]
        for one in groups.names(left)
        for other in groups.names(right)
    )


def _variant_rule(left: Set[PersonName], right: Set[PersonName]) -> str:
    firsts = [{name.given[0] for name in names} for names in (left, right)]
    return "initial of the given name" if firsts[0].isdisjoint(firsts[1]) else (
        "middle name left out"
    )  # fmt: skip


def weak_pairs(
    groups: Groups, context: Context | None = None, common: Common = frozenset()
) -> Iterator[Pair]:
    """Bare surnames and acronyms, and short forms, each with the one group that it fits.

    Where several fit, the one that the report clearly means, if there is one; see `context`.
    """
    parties = groups.parties
    index = index_groups(parties, [groups.find(number) for number in range(len(parties))])
    repeated = _repeated_in_a_report(parties)
    alone: dict[tuple[bool, str], list[int]] = defaultdict(list)
    several: dict[frozenset[int], list[int]] = defaultdict(list)
    for number, party in enumerate(parties):
        key = (party.is_person, party.main.key)
        if party.is_noun:
            continue
        if not party.is_bare:
            yield from _short_form(groups, index, number)
        elif (party.chain.report, *key) not in repeated and common.isdisjoint(bare_keys(party)):
            candidates, rule = _candidates(groups, index, party)
            if len(candidates) == 1:
                yield _pair(groups, min(candidates), number, rule, is_weak=True)
            elif not candidates:
                alone[key].append(number)
            elif len(candidates) <= LARGEST_BLOCK:
                several[frozenset(candidates)].append(number)
    if context is not None:
        yield from _meant(groups, context, several)
    for (is_person, _key), members in sorted(alone.items()):
        rule = "same single name" if is_person else "same acronym"
        for other in members[1:]:
            yield _pair(groups, members[0], other, rule, is_weak=True)


def _meant(
    groups: Groups, context: Context, several: Mapping[frozenset[int], Sequence[int]]
) -> Iterator[Pair]:
    """Bare names with several bearers, each with the one that its report clearly means.

    Args:
        several: Groups of which one may be meant → the bare parties that ask.
    """
    parties = groups.parties
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(parties)):
        members[groups.find(number)].append(number)
    for candidates, askers in several.items():
        said = {group: context.together(members[group]) for group in sorted(candidates)}
        own = own_clues(said)
        for number in askers:
            chosen = choose(context.said[number], said, own)
            if chosen is not None:
                group, why = chosen
                left, right = sorted((group, number))
                words = f"{words_of(parties[group], parties[number])}; {why}"
                yield Pair(left, right, MEANT, MEANT_SCORE, words, is_weak=True)


def _repeated_in_a_report(parties: Iterable[Party]) -> set[tuple[str, bool, str]]:
    """Bare names that two chains of one report bear: the report itself keeps them apart."""
    seen = Counter((p.chain.report, p.is_person, p.main.key) for p in parties if p.is_bare)
    return {key for key, count in seen.items() if count > 1}


def _candidates(groups: Groups, index: Index, party: Party) -> tuple[set[int], str]:
    main = party.main
    if isinstance(main, BodyName):
        if main.key in index.acronyms:
            return index.acronyms[main.key], "a report gives both names"
        return index.initials.get(main.key, set()), "initials of the full name"
    found = index.surnames.get(main.surname, set()) | index.surnames.get(main.core, set())
    if (party.posts or party.employers) and 1 < len(found) <= LARGEST_BLOCK:
        with_post = {group for group in found if groups.shared(group, party)}
        if len(with_post) == 1:
            return with_post, "surname, one bearer with this post"
    return found, "surname, one bearer in the case"


def _short_form(groups: Groups, index: Index, number: int) -> Iterator[Pair]:
    main = groups.parties[number].main
    if not isinstance(main, BodyName) or main.key not in index.short_forms:
        return
    owners = index.short_forms[main.key] - {groups.find(number)}
    if len(owners) == 1:
        rule = "short form that a report uses"
        yield _pair(groups, min(owners), number, rule, is_weak=False)


def _pair(groups: Groups, group: int, number: int, rule: str, *, is_weak: bool) -> Pair:
    left, right = sorted((group, number))
    party = groups.parties[number]
    score = WEIGHTS[rule]
    words = words_of(groups.parties[group], party)
    for raised in groups.shared(group, party):
        score = min(1.0, score + RAISES[raised])
        words += f"; {raised}"
    return Pair(left, right, rule, score, words, is_weak)


def _all_groups(groups: Groups) -> list[int]:
    return sorted({groups.find(number) for number in range(len(groups.parties))})
