"""Whether a case is the bundled fiction, so that no page of it can be taken for news."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

from dateline.records import Report
from dateline.sample import sample_paths


def is_sample(reports: Iterable[Report]) -> bool:
    """Whether every report has the bytes of one of the bundled sample; not so of an empty case."""
    digests = {report.sha256 for report in reports}
    return bool(digests) and digests <= _sample_digests()


@cache
def _sample_digests() -> frozenset[str]:
    try:
        paths = sample_paths()
    except FileNotFoundError:  # installed without files
        return frozenset()
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
