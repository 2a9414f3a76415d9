"""Dates in a report's words, as EDTF and as precise as the words, each with its reasons."""

from dateline.annotate.times.find import find_event_dates, find_times

__all__ = ["find_event_dates", "find_times"]
