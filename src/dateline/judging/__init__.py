"""What people say of names, events, origins, conflicts and readings, as entries of a log."""

from dateline.judging.judge import Change, Imported, export_lines, import_lines, judge, undo
from dateline.judging.readings import judge_reading
from dateline.judging.statuses import mark_conflicts

__all__ = [
    "Change", "Imported", "export_lines", "import_lines", "judge", "judge_reading",
    "mark_conflicts", "undo",
]  # fmt: skip
