"""What the reports of a case say of one entity that a watch-list may say too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Chain, Claim, Entity, Report
from dateline.resolve.screening.births import find_births
from dateline.resolve.screening.countries import find_countries, find_peoples, read_country

_BODIES = ("Organization", "PublicBody", "Company")
_BELONGS = ("member_of", "leads", "represents", "works_for", "front_for", "part_of", "located_in")
"""Relations whose second end says where or to whom the first belongs."""
_BREAK = re.compile(r"[,.;:()\[\]“”\"—–\n]")
_APPOSED = re.compile(r", an? ([^,.;:()\[\]“”\"—–\n]{1,80})")
_NOUN = re.compile(r"[a-z]{4,}(?<!ed|.s)")
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an entity; each value once.

    Attributes:
        countries: Codes of the states that reports tie it to, by role, body or adjective.
        seen_in: Codes of the states where it takes part in something, which is less.
        births: Years of birth as EDTF values, each with the words that say so.
        roles: Titles, with the body where the report says it.
    """

    countries: tuple[str, ...] = ()
    seen_in: tuple[str, ...] = ()
    births: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class CaseFacts:
    """The chains, claims and reports of a case, looked up by entity."""

    def __init__(
        self,
        entities: Iterable[Entity],
        chains: Iterable[Chain],
        claims: Iterable[Claim],
        reports: Iterable[Report],
    ) -> None:
        self._owners = {chain: one for one in entities for chain in one.chains}
        self._chains = {chain.id: chain for chain in chains}
        self._reports = {report.id: report for report in reports}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            for one in {one.chain for one in (*claim.who, *claim.whom)}:
                self._claims[one].append(claim)

    def of(self, entity: Entity) -> Facts:
        """What the reports say of an entity."""
        chains = [self._chains[id_] for id_ in entity.chains if id_ in self._chains]
        claims = [claim for id_ in entity.chains for claim in self._claims.get(id_, ())]
        bodies = list(self._bodies(entity, chains, claims))
        states = [read_country(one.name) for one in bodies if one.schema == "Country"]
        others = [one.name for one in bodies if one.schema in _BODIES]
        said = [*(role.title.exact for chain in chains for role in chain.roles), *others]
        if entity.schema != "Person":
            said += entity.names
        states += [code for words in said for code in find_countries(words)]
        reported = [(chain, self._reports.get(chain.report)) for chain in chains]
        states += [code for one, text in reported if text for code in _peoples(one, text)]
        births = [
            found
            for chain, report in reported
            if report is not None and entity.schema == "Person"
            for found in find_births(chain, report)
        ]
        seen = [claim.where.country for claim in claims if claim.where and claim.where.country]
        return Facts(
            _once(states), _once(seen), tuple(dict.fromkeys(births)),
            _once(self._roles(chains)), _once(others),
        )  # fmt: skip

    def _roles(self, chains: Iterable[Chain]) -> Iterator[str]:
        for chain in chains:
            for role in chain.roles:
                body = self._owners.get(role.organization or "")
                title = " ".join(role.title.exact.split())
                named = f" of {body.name}" if body and body.name not in title else ""
                yield "former " * role.ended + title + named

    def _bodies(
        self, entity: Entity, chains: Sequence[Chain], claims: Iterable[Claim]
    ) -> Iterator[Entity]:
        """Bodies and states that it has a post in, or that relations tie it to."""
        ids = [role.organization or "" for chain in chains for role in chain.roles]
        own = set(entity.chains)
        for claim in claims:
            if claim.type in _BELONGS and any(one.chain in own for one in claim.who):
                ids += [one.chain for one in claim.whom]
        found = (self._owners.get(id_) for id_ in ids)
        yield from (one for one in found if one is not None and one.id != entity.id)


def _peoples(chain: Chain, report: Report) -> Iterator[str]:
    """States whose adjective goes with the name: "Tunisian minister X", "X, a Tunisian lawyer"."""
    posts = {role.title.end: role.title.start for role in chain.roles}
    for mention in chain.mentions:
        if mention.kind == "name":
            start, end = mention.words.start, mention.words.end
            start = posts.get(start - 1, start)  # the title in front of the name
            before = _BREAK.split(report.text[max(0, start - _NEAR) : start])[-1]
            *further, nearest = ["", "", *before.split()][-2:]
            yield from find_peoples(nearest)
            if _NOUN.fullmatch(nearest):  # "Libyan company X", not "Maltese police arrested X"
                yield from find_peoples(further[0])
            apposed = _APPOSED.match(report.text, end)
            if apposed:
                yield from find_peoples(apposed[1])


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
