"""Independent origins, publishers and copies of made-up happenings, from whole texts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from dateline.grouping import group
from dateline.pipeline import analyse
from dateline.read import read_bytes
from dateline.records import Chain, Claim, Event, Report
from dateline.store import Evidence
from evaluation.benchmark import BenchmarkSet, Result
from evaluation.origins_made import Made, make_happenings

OF_A_KIND = 8
SEED = "measured"
"""Rules were written with those of another seed."""


class Counts(NamedTuple):
    """How many of each an event has."""

    origins: int
    publishers: int
    copies: int


def measure(_folder: Path, of_a_kind: int = OF_A_KIND, seed: str = SEED) -> Result:
    """Figures: the share of happenings of which each number is found exactly.

    `origins_too_many` is by how many the origins of a happening are overcounted on average,
    `together` in which share all reports of a happening came to one event.
    """
    found: dict[str, list[tuple[Made, Counts]]] = defaultdict(list)
    together, texts = 0, 0
    for made in make_happenings(of_a_kind, seed):
        event = find_event(made)
        reports = {one for origin in event.origins for one in origin.reports} if event else set()
        together += len(reports) == len(made.texts)
        texts += len(made.texts)
        counts = Counts(0, 0, 0)
        if event is not None:
            counts = Counts(len(event.origins), event.publishers, event.copies)
        found["dateline"].append((made, counts))
        found["distinct outlets"].append((made, count_outlets(made)))
        found["distinct texts"].append((made, count_texts(made)))
    ours = found.pop("dateline")
    figures = {**score(ours), "together": together / len(ours)}
    return Result(
        "origins",
        texts,
        figures,
        peers={name: score(rows) for name, rows in found.items()},
        part=f"{len(ours)} made-up happenings, {of_a_kind} of each kind, from whole texts",
        parts={
            kind: score([row for row in ours if row[0].kind == kind])
            for kind in dict.fromkeys(made.kind for made, _ in ours)
        },
        notes=("Peers: each outlet is an origin, as feeds count; each distinct text is one.",),
    )


def score(rows: Iterable[tuple[Made, Counts]]) -> Mapping[str, float]:
    """Shares of exact numbers, and by how many origins are overcounted on average."""
    rows = list(rows)
    return {
        "origins": _share(counts.origins == made.origins for made, counts in rows),
        "publishers": _share(counts.publishers == made.publishers for made, counts in rows),
        "copies": _share(counts.copies == made.copies for made, counts in rows),
        "origins_too_many": sum(
            max(0, counts.origins - made.origins) for made, counts in rows
        ) / len(rows),
    }  # fmt: skip


def _share(right: Iterable[bool]) -> float:
    found = list(right)
    return sum(found) / len(found)


def find_event(made: Made) -> Event | None:
    """The event of a happening that most of its reports tell; None if they tell of none."""
    reports: list[Report] = []
    chains: list[Chain] = []
    claims: list[Claim] = []
    for number, text in enumerate(made.texts):
        report = read_bytes(text.encode(), f"{number}.{'html' if text.startswith('<') else 'txt'}")
        annotations, found = analyse(report)
        reports.append(report)
        chains += annotations.chains
        claims += found
    numbers = {report.id: number for number, report in enumerate(reports)}
    whole = group(Evidence(reports, chains, claims, (), numbers))
    met = [event for event in whole.events if event.type == "CONSULT"]
    of_report = {claim.id: claim.report for claim in claims}
    return max(met, key=lambda one: (len({of_report[c] for c in one.claims}), one.id), default=None)


def count_outlets(made: Made) -> Counts:
    """As feeds count: every outlet is an origin."""
    outlets = len(set(made.outlets))
    return Counts(outlets, outlets, 0)


def count_texts(made: Made) -> Counts:
    """Every distinct text is an origin; below the head of text or page."""
    heads = ["<article>" if text.startswith("<") else "\n\n" for text in made.texts]
    pairs = zip(made.texts, heads, strict=True)
    bodies = [text.partition(head)[2].casefold() for text, head in pairs]
    distinct = len({hashlib.sha256(body.encode()).digest() for body in bodies})
    return Counts(distinct, len(set(made.outlets)), len(bodies) - distinct)


ORIGINS = BenchmarkSet(
    "origins",
    "independent origins, publishers and copies of made-up happenings",
    measure,
    headline=("origins", "publishers", "copies"),
    is_generated=True,
)
