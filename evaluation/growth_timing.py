"""The processes that `growth_cost.py` starts: each does one job and prints what it measured.

``python -m evaluation.growth_timing group CLAIMS`` and ``grow CLAIMS MORE CASE``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from dateline.events import group_events
from dateline.grouping import grow as grow_case
from dateline.store import Database
from evaluation.generated_claims import MadeReport, entities_of, make_claims
from evaluation.timing import hold_to_one_core, peak_mib


def group(claims: str) -> dict[str, float]:
    """Processor seconds of grouping this many claims at once, and peak memory with all of them."""
    made = list(make_claims(int(claims)))
    entities = entities_of(made)
    found = [claim for one in made for claim in one.claims]
    reports = [one.report for one in made]
    began = time.process_time()
    events = group_events(found, entities, reports)
    return {
        "seconds": time.process_time() - began,
        "peak_mib": peak_mib(),
        "events": float(len(events)),
    }


def grow(claims: str, more: str, case: str) -> dict[str, float]:
    """Processor seconds of taking `more` reports into a case of this many claims.

    `whole_s` is what it took to take in all that were there before, at once.
    """
    count = int(claims)
    database = Database.open(case, create=True)
    _store(database, make_claims(count))
    seconds = []
    later = make_claims(count, first=count // 10)
    for number in (0, int(more)):
        _store(database, (next(later) for _ in range(number)))
        began = time.process_time()
        with database.growing() as ledgers:
            grow_case(ledgers)
        seconds.append(time.process_time() - began)
    return {"whole_s": seconds[0], "more_s": seconds[1], "peak_mib": peak_mib()}


def _store(database: Database, reports: Iterator[MadeReport]) -> None:
    for made in reports:
        database.add_report(made.report, made.report.text.encode(), made.chains, made.claims)


JOBS: dict[str, Callable[..., dict[str, float]]] = {"group": group, "grow": grow}


def main(arguments: Sequence[str]) -> None:
    hold_to_one_core()
    job, *rest = arguments
    json.dump(JOBS[job](*rest), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
