"""Dateline turns news reports into a sourced record.

Who did what, with whom, when, where, and according to whom.
"""

__version__ = "0.1.0"
