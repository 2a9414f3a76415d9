"""The sides of judgements in words: whom or what an id of the log means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.cli.wording import say_claim, say_report
from dateline.records import Chain, Claim, Judgement, Report
from dateline.views.disputes import DISPUTED
from dateline.views.wording import count, owners_of

if TYPE_CHECKING:
    from dateline.pipeline import Case

_LONGEST = 80
"""Characters of a quote that stands for its claim."""


def name_side(id_: str, side: Chain | Claim | Report | None) -> str:
    """A side of a judgement: what it is called, and its id; what is not in the case its id."""
    if isinstance(side, Chain):
        return f"{side.name} ({id_})"
    if isinstance(side, Claim):
        words = " ".join(side.quote.exact.split())
        short = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
        return f"“{short}” ({id_})"
    return f"{say_report(side)} ({id_})" if side else id_


class SideNames:
    """The names of what judgements speak of, in the case as it is with them."""

    def __init__(self, case: Case) -> None:
        whole = case.contents()
        self._settled = case.settled()
        self._whole = whole
        self._owners = owners_of(whole.entities)
        chains, claims, reports = case.chains(), whole.claims, whole.reports
        self._known: dict[str, Chain | Claim | Report] = {
            one.id: one for side in (chains, claims, reports) for one in side
        }

    def say(self, one: Judgement) -> str:
        """ "same: Anna Keller (h_…) and Keller (h_…)"."""
        sides = (name_side(id_, self._find(id_)) for id_ in one.judged)
        on = f" on {DISPUTED[one.on]}" if one.on else ""
        return f"{one.kind}{on}: {' and '.join(sides)}"

    def homes(self, one: Judgement) -> Iterator[str]:
        """The entities or events that the two sides are in."""
        found = [self._find(id_) for id_ in (one.left, one.right)]
        homes = [self._owners[side.id] for side in found if isinstance(side, Chain)]
        for home in dict.fromkeys(homes):
            reports = {mention.report for mention in home.mentions}
            yield f"  {home.id}  {home.name}, in {count(len(reports), 'report')}"
        claims = {side.id: side for side in found if isinstance(side, Claim)}
        for event in self._whole.events if claims else ():
            inside = claims.keys() & event.claims
            if inside:
                said = say_claim(claims[min(inside)], self._owners)
                yield f"  {event.id}  {said}, in {count(len(event.claims), 'claim')}"

    def _find(self, id_: str) -> Chain | Claim | Report | None:
        return self._known.get(self._settled.node(id_))
