"""The case: keep and find records, in a folder (SQLite) or a PostgreSQL database.

Evidence (reports, their bytes, chains, claims) is only ever added. What is worked out from
it (entities, events, copies) stands beside it and can be replaced at any time.
"""

from dateline.store.changes import Changes, Known
from dateline.store.database import Database
from dateline.store.folder import find_case
from dateline.store.growing import Ledgers
from dateline.store.kept import Evidence, Grouped, Kind, Problem, Reading, ReadingState, Record
from dateline.store.publishers_table import name_with_table
from dateline.store.search import Passage

__all__ = [
    "Changes", "Database", "Evidence", "Grouped", "Kind", "Known", "Ledgers", "Passage", "Problem",
    "Reading", "ReadingState", "Record", "find_case", "name_with_table",
]  # fmt: skip
