"""Records → JSON Lines, a table for spreadsheets, and one page that needs no network."""

from dateline.export.html import write_html
from dateline.export.records import write_records
from dateline.export.resolver_lines import write_resolver_lines
from dateline.export.table import write_csv

__all__ = ["write_csv", "write_html", "write_records", "write_resolver_lines"]
