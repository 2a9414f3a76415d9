"""Which screens there are, and an address of each in the sample case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dateline import Case
from dateline.web.app import SCREENS

ROUTES = tuple(one.path for one in SCREENS if "GET" in (one.methods or ()))
"""Every screen that can be looked at, as the server has it: a new one is tested without a word."""

STATES = (
    "/?show=failed",
    "/?show=copies",
    "/timeline?person=Belhadi&to=2024-02",
    "/timeline?person=nobody",
    "/timeline?lane=place&type=ASSAULT",
    "/map?lat=34.74&lon=10.76&span=6",
    "/map?person=nobody",
    "/network?hops=2",
    "/network?person=nobody",
    "/network/path?from=Belhadi&to=Varsou",
    "/network/path?from=Belhadi&to=nobody",
    "/conflicts?status=open",
    "/review?deck=events",
    "/judge?about={entity}",
    "/judge?about={event}",
    "/reports/{report}/claim?quote=Sfax&type=CONSULT",
    "/events?conflicts=1",
    "/people?name=Ferchiou",
    "/search?q=Sfax",
    "/search?q=Sfax&among=claims",
    "/search?q=nowhereatall",
    "/unsaid?part=undated",
    "/no/such/page",
)
"""Screens in a state that their bare address does not show."""


@dataclass(frozen=True)
class SampleCase:
    """An id for each name that stands in braces in the address of a screen."""

    examples: dict[str, str]

    def address(self, path: str) -> str:
        """The address of a screen in this case."""

        def example(found: re.Match[str]) -> str:
            name = found[1].partition(":")[0]
            assert name in self.examples, f"say in `read_sample` what stands for {{{name}}}"
            return quote(self.examples[name], safe="")

        return re.sub(r"\{([^}]+)\}", example, path)


def read_sample(folder: Path) -> SampleCase:
    """The fullest record of each kind: what is crowded shows what is wrong."""
    with Case(folder, create=False) as case:
        contents = case.contents()
    claims: dict[str, int] = {}
    for claim in contents.claims:
        claims[claim.report] = claims.get(claim.report, 0) + 1
    report = max(contents.reports, key=lambda one: (claims.get(one.id, 0), one.id))
    event = max(contents.events, key=lambda one: (len(one.conflicts), len(one.claims), one.id))
    entity = max(contents.entities, key=lambda one: (len(one.mentions), one.id))
    return SampleCase(
        {"report": report.id, "claim": event.claims[0], "event": event.id, "entity": entity.id}
    )
