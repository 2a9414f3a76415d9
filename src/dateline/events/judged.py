"""What people said of events, and of whose word a report passes on, ready to be heeded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from dateline.records import Judgement
from dateline.records.settled import Settled, settle

ReportsJudged = Mapping[tuple[str, str], Literal["same", "different"]]
"""Ids of two reports, the lesser first → whether they count once or each by itself."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a log of judgements comes to for events and for origins.

    Attributes:
        claims, reports: What is settled of claims, and of reports.
        together: The least of each cluster of claims judged the same → all of it, sorted.
    """

    claims: Settled
    reports: Settled
    together: Mapping[str, tuple[str, ...]]

    def mates(self, claims: Iterable[str]) -> set[str]:
        """The claims that are judged to be of one event with some of these, these among them."""
        clusters = {self.claims.cluster_of[one] for one in claims if one in self.claims.cluster_of}
        return {one for cluster in clusters for one in self.together[cluster]}

    def of_reports(self, reports: Collection[str]) -> ReportsJudged:
        """What holds of each two of some reports, also by what others come to."""
        homes = _clusters(self.reports, set(reports))
        found: dict[tuple[str, str], Literal["same", "different"]] = {}
        for cluster, members in homes.items():
            for one, other in combinations(members, 2):
                found[one, other] = "same"
            for far in self.reports.apart.get(cluster, ()):
                for one, other in product(members, homes.get(far, ())):
                    found[min(one, other), max(one, other)] = "different"
        return dict(sorted(found.items()))


def read_judged(log: Sequence[Judgement]) -> Judged:
    """What a log comes to; what it says of who is who is left out."""
    claims = settle([one for one in log if one.about == "event"])
    reports = settle([one for one in log if one.about == "origin"])
    together: dict[str, list[str]] = defaultdict(list)
    for claim, cluster in sorted(claims.cluster_of.items()):
        together[cluster].append(claim)
    return Judged(claims, reports, {cluster: tuple(all_) for cluster, all_ in together.items()})


def lead_from(log: Iterable[Judgement], ids: Collection[str]) -> set[str]:
    """The ids given, and all that judgements lead to from them, be they taken back or not.

    What is settled of one of them depends on no judgement beyond.
    """
    beside: dict[str, set[str]] = defaultdict(set)
    for one in log:
        beside[one.left].add(one.right)
        beside[one.right].add(one.left)
    found, new = set(ids), set(ids)
    while new:
        new = {other for one in new for other in beside[one]} - found
        found |= new
    return found


def _clusters(settled: Settled, ids: Iterable[str]) -> dict[str, list[str]]:
    """Cluster → those of some ids that are in it, sorted; without those that nobody judged."""
    homes: dict[str, list[str]] = defaultdict(list)
    for one in sorted(ids):
        cluster = settled.cluster_of.get(one, one)
        if one in settled.cluster_of or cluster in settled.apart:
            homes[cluster].append(one)
    return dict(homes)
