"""Which sources of a claim are credited together: "Ann Lee and Bo Ray said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records import Report, Source

_BETWEEN = re.compile(r"[\s,]*(?:and|or|&|as well as)[\s,]*(?:by|from|to)?\s*", re.IGNORECASE)
_LONGEST = 16
"""Code points between two names that are credited together."""


def group_sources(sources: Sequence[Source], report: Report | None) -> list[list[Source]]:
    """The links of a chain, origin first; those credited together make one link.

    They stand side by side in the report with no more than "and" or a comma between them.
    """
    groups: list[list[Source]] = []
    for source in sources:
        if groups and _are_together(groups[-1][-1], source, report):
            groups[-1].append(source)
        else:
            groups.append([source])
    return groups


def _are_together(left: Source, right: Source, report: Report | None) -> bool:
    if report is None or left.words is None or right.words is None:
        return False
    gap = right.words.start - left.words.end
    if not 0 < gap <= _LONGEST:
        return False
    between = report.text[left.words.end : right.words.start]
    if between.strip() == ",":  # "Ann Lee, Bo Ray and Cy Dun"; not "citing the mayor, Reuters"
        return left.kind == right.kind == "person"
    return _BETWEEN.fullmatch(between) is not None
