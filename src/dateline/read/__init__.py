"""Bytes to reports: plain text and HTML, with what each says of its outlet, date and place."""

from dateline.read.files import STDIN, Input, find_inputs, load_bytes
from dateline.read.limits import MAX_BYTES, MAX_CODE_POINTS, MAX_NESTING, MAX_TAGS
from dateline.read.reports import read_bytes, read_report
from dateline.read.resolver_lines import ResolverLines, read_resolver_lines

__all__ = [
    "MAX_BYTES", "MAX_CODE_POINTS", "MAX_NESTING", "MAX_TAGS", "STDIN",
    "Input", "ResolverLines",
    "find_inputs", "load_bytes", "read_bytes", "read_report", "read_resolver_lines",
]  # fmt: skip
