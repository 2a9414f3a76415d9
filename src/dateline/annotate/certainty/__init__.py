"""How sure the words are of a happening: negation, plans, doubts, conditions, fiction."""

from dateline.annotate.certainty.find import find_stances

__all__ = ["find_stances"]
