"""What reports say round a name: which bearer of it they mean, and who only shares it.

Everything is read from the reports of the parties themselves, and parties are compared only
where they share a name, so that no other entity of the case has a say in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import overload

from dateline.records import Claim, Quote
from dateline.resolve.block import Party
from dateline.resolve.offices import state_said

Clue = tuple[str, str]
"""A key of `EVIDENCE`, and what is shared: a title, a body, a person, a place."""

EVIDENCE: dict[str, tuple[int, int]] = {
    "same post": (3, 3),  # "Senator Baden": reports seldom give two of one surname one post
    "same organisation": (3, 3),  # the body that the post is held in
    "met the same": (2, 4),  # takes part in claims with the same person or body
    "same place": (1, 2),  # takes part in claims that lie in the same town
    "named beside the same": (1, 3),  # the reports name the same third person or body
}
"""What a shared clue counts, and what all clues of its kind may count together."""

LEAST_SUPPORT = 3
"""The bearer that is meant has so much, and twice as much as any other."""

MOST_YEARS = 12
"""Ages further apart than this are of two people: the reports of a case span fewer years."""

_AGE_AFTER = re.compile(r"(?:, (?:aged )?(\d{1,2})(?=[,.;)]| years)| \((?:aged )?(\d{1,2})\))")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})-year-old (?:[\w-]+ ){0,3}$")
_BORN_AFTER = re.compile(r",? \(?born (?:[\w.]+ ){0,4}(1[89]\d\d|20\d\d)\b")
_LONGEST_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says of the bearer of a name.

    Attributes:
        ages: In years, each as the report gives it.
        births: Years.
    """

    clues: frozenset[Clue] = frozenset()
    ages: frozenset[int] = frozenset()
    births: frozenset[int] = frozenset()

    def with_all_of(self, other: Said) -> Said:
        return Said(self.clues | other.clues, self.ages | other.ages, self.births | other.births)

    def is_at_odds(self, other: Said) -> bool:
        """Whether age or year of birth say that two bearers are two people."""
        return any(abs(a - b) > MOST_YEARS for a in self.ages for b in other.ages) or (
            bool(self.births and other.births)
            and min(abs(a - b) for a in self.births for b in other.births) > 1
        )


@dataclass(frozen=True, slots=True)
class Context:
    """What is said of each party, by its number.

    Attributes:
        aged: Those whose age or year of birth is said.
    """

    said: AllSaid
    aged: Set[int]

    def sides(self, members: Sequence[int]) -> list[list[int]]:
        """The bearers of one name, apart where their ages are at odds.

        A bearer of no known age goes with those whom it clearly shares most with; else it stays
        alone. Where no ages are at odds, all are one.
        """
        aged = [number for number in members if number in self.aged]
        sides: list[list[int]] = []
        around: dict[int, Said] = {}
        for number in aged:
            said = self.said[number]
            place = next((n for n in around if not said.is_at_odds(around[n])), len(sides))
            if place == len(sides):
                sides.append([])
            sides[place].append(number)
            around[place] = around.get(place, Said()).with_all_of(said)
        if len(sides) < 2:
            return [list(members)]
        for number in sorted(set(members) - set(aged)):
            chosen = choose(self.said[number], around)
            if chosen is None:
                sides.append([number])
            else:
                sides[chosen[0]].append(number)
        return [sorted(side) for side in sides]

    def together(self, members: Iterable[int]) -> Said:
        """All that is said of some parties."""
        clues: set[Clue] = set()
        ages: set[int] = set()
        births: set[int] = set()
        for number in members:
            clues |= self.said[number].clues
            ages |= self.said[number].ages
            births |= self.said[number].births
        return Said(frozenset(clues), frozenset(ages), frozenset(births))


def own_clues(bearers: Mapping[int, Said]) -> dict[Clue, int]:
    """Each clue that is said of one bearer alone, with that bearer; others tell nothing."""
    found: dict[Clue, int] = {}
    shared: set[Clue] = set()
    for number, bearer in bearers.items():
        for clue in bearer.clues:
            if found.setdefault(clue, number) != number:
                shared.add(clue)
    return {clue: number for clue, number in found.items() if clue not in shared}


def choose(
    said: Said, bearers: Mapping[int, Said], own: Mapping[Clue, int] | None = None
) -> tuple[int, str] | None:
    """The one bearer that a report clearly means, and why in words; None if none is clear.

    Args:
        own: The `own_clues` of the bearers, where many are asked about the same ones.
    """
    own = own_clues(bearers) if own is None else own
    shared: dict[int, list[Clue]] = defaultdict(list)
    for clue in said.clues & own.keys():
        shared[own[clue]].append(clue)
    ranked = sorted(
        (-support, number, words)
        for number, clues in shared.items()
        for support, words in [_support(clues)]
        if not said.is_at_odds(bearers[number])
    )
    if not ranked or -ranked[0][0] < LEAST_SUPPORT:
        return None
    if len(ranked) > 1 and 2 * ranked[1][0] < ranked[0][0]:
        return None
    return ranked[0][1], ranked[0][2]


def _support(shared: Iterable[Clue]) -> tuple[int, str]:
    counts: Counter[str] = Counter()
    words: list[str] = []
    for kind, what in sorted(shared):
        each, most = EVIDENCE[kind]
        if counts[kind] < most:
            counts[kind] += each
            words.append(f"{kind}: {what}")
    return counts.total(), "; ".join(words)


def read_context(parties: Sequence[Party], claims: Sequence[Claim]) -> Context:
    """What the reports of a case say of its parties."""
    numbers = {party.chain.id: number for number, party in enumerate(parties)}
    company: dict[int, set[Clue]] = defaultdict(set)
    for claim in claims:
        _add_company(claim, parties, numbers, company)
    named: dict[str, set[Clue]] = defaultdict(set)
    for party in parties:
        if _is_telling(party):
            named[party.chain.report].add(("named beside the same", party.main.key))
    ages, births = _read_years(parties, claims)
    return Context(AllSaid(parties, company, named, ages, births), frozenset((*ages, *births)))


@dataclass(frozen=True, slots=True)
class AllSaid(Sequence[Said]):
    """What is said of each party, put together when it is asked for: few are ever compared.

    Attributes:
        company, ages, births: By the number of the party.
        named: Report → the names that tell what it is about.
    """

    parties: Sequence[Party]
    company: Mapping[int, set[Clue]]
    named: Mapping[str, set[Clue]]
    ages: Mapping[int, set[int]]
    births: Mapping[int, set[int]]

    def __len__(self) -> int:
        return len(self.parties)

    @overload
    def __getitem__(self, number: int) -> Said: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Said]: ...
    def __getitem__(self, number: int | slice) -> Said | Sequence[Said]:
        if isinstance(number, slice):
            return [self[one] for one in range(len(self))[number]]
        party = self.parties[number]
        own = {form.key for form in party.people or party.bodies}
        clues = {clue for clue in self.named.get(party.chain.report, ()) if clue[1] not in own}
        clues |= {("same post", post) for post in party.posts}
        clues |= {("same organisation", key) for key in party.employers}
        clues |= self.company.get(number, set())
        ages, births = self.ages.get(number, ()), self.births.get(number, ())
        return Said(frozenset(clues), frozenset(ages), frozenset(births))


def _is_telling(party: Party) -> bool:
    """Whether a name says something of a report: no state, no treaty body, no bare surname."""
    if party.is_bare or party.is_noun or party.is_of_any_state:
        return False
    return not any(body.known for body in party.bodies)


def _add_company(
    claim: Claim, parties: Sequence[Party], numbers: Mapping[str, int], clues: dict[int, set[Clue]]
) -> None:
    """Those who take part in a claim met each other, and where it lies."""
    present = [numbers[one.chain] for one in (*claim.who, *claim.whom) if one.chain in numbers]
    keys = {number: parties[number].main.key for number in present if _is_telling(parties[number])}
    for number in present:
        met = {key for other, key in keys.items() if other != number}
        clues[number] |= {("met the same", key) for key in met}
        if claim.where is not None:
            clues[number].add(("same place", claim.where.name))


def report_states(claims: Iterable[Claim]) -> dict[str, str]:
    """Report → the state that most of its claims lie in; a report with two such is left out."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.where is not None and claim.where.country:
            places[claim.report][claim.where.country] += 1
    return _most(places)


def named_states(parties: Iterable[Party]) -> dict[str, str]:
    """Report → the state that it names, if it names one alone."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for party in parties:
        for state in {body.key for body in party.bodies if body.known == "country"}:
            named[party.chain.report][state.removeprefix("=")] = 1
    return _most(named)


def _most(counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    found = {}
    for report in sorted(counts):
        most = [s for s, count in counts[report].items() if count == max(counts[report].values())]
        if len(most) == 1:
            found[report] = most[0]
    return found


def office_states(parties: Sequence[Party], claims: Iterable[Claim]) -> dict[int, str]:
    """Number of a party with an office for a name → the state that the words round it say."""
    at: dict[str, list[tuple[Quote, int]]] = defaultdict(list)
    for number, party in enumerate(parties):
        if party.is_of_any_state:
            at[party.chain.report] += [(m.words, number) for m in party.chain.mentions]
    found: dict[int, str] = {}
    for report, quote in sorted({(claim.report, claim.quote) for claim in claims}):
        for words, number in at.get(report, ()):
            if quote.start <= words.start and words.end <= quote.end:
                start, end = words.start - quote.start, words.end - quote.start
                state = state_said(quote.exact[:start], quote.exact[end:])
                if state:
                    found.setdefault(number, state)
    return found


def _read_years(
    parties: Sequence[Party], claims: Iterable[Claim]
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Ages and years of birth that quotes of claims give, by the number of the party."""
    ages: dict[int, set[int]] = defaultdict(set)
    births: dict[int, set[int]] = defaultdict(set)
    at: dict[str, list[tuple[Quote, int]]] = defaultdict(list)
    for number, party in enumerate(parties):
        if party.is_person:
            at[party.chain.report] += [(m.words, number) for m in party.chain.mentions]
    for report, quote in sorted({(claim.report, claim.quote) for claim in claims}):
        for words, number in at[report]:
            if quote.start <= words.start and words.end <= quote.end:
                start, end = words.start - quote.start, words.end - quote.start
                before = quote.exact[max(0, start - _LONGEST_BEFORE) : start]
                found = _AGE_AFTER.match(quote.exact, end) or _AGE_BEFORE.search(before)
                if found:
                    ages[number].add(int(found[found.lastindex or 0]))
                if born := _BORN_AFTER.match(quote.exact, end):
                    births[number].add(int(born[1]))
    return ages, births


def middles_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether given names tell namesakes apart by initials: "George W.", "George H. W."."""
    mine, yours = left[1:], right[1:]
    initials = all(len(word) == 1 for word in (*mine, *yours))
    return bool(mine and yours) and initials and mine != yours
