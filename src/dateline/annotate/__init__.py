"""Report to annotations: the parse, names, references, times, places, speakers, certainty."""

from dateline.annotate.annotate import annotate

__all__ = ["annotate"]
