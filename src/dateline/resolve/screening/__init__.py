"""Entities of a case held against watch-lists: candidates to check, never findings."""

from dateline.resolve.screening.candidates import ListCandidate, Screening
from dateline.resolve.screening.entry import ListEntry
from dateline.resolve.screening.fields import ScreenField
from dateline.resolve.screening.open_list import ListFile, open_list
from dateline.resolve.screening.watch_list import ListKind, ListProblem, WatchList

__all__ = [
    "ListCandidate", "ListEntry", "ListFile", "ListKind", "ListProblem", "ScreenField",
    "Screening", "WatchList", "open_list",
]  # fmt: skip
