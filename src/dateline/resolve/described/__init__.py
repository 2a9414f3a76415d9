"""Entities as phrases describe them ("the second suspect"): which phrases of reports are one."""

from dateline.resolve.described.join import Joined, join_phrases
from dateline.resolve.described.phrase import Phrase, Telling, head_word, read_telling

__all__ = ["Joined", "Phrase", "Telling", "head_word", "join_phrases", "read_telling"]
