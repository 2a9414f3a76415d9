"""What people say of who is who, of events and of origins, as entries of a log."""

from dateline.judging.judge import Change, Imported, export_lines, import_lines, judge, undo
from dateline.judging.statuses import mark_conflicts

__all__ = ["Change", "Imported", "export_lines", "import_lines", "judge", "mark_conflicts", "undo"]
