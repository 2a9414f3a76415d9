"""The patterns of the words of time: each with its shape, its kind and its named parts."""

from __future__ import annotations

from dateline.annotate.times.date_patterns import DATE_PATTERNS
from dateline.annotate.times.length_patterns import LENGTH_PATTERNS
from dateline.annotate.times.pieces import Patterns
from dateline.annotate.times.relative_patterns import RELATIVE_PATTERNS

NUMBER_WORDS = (
    "several", "few", "many", "couple", "half", "dozens", "scores", "hundreds", "thousands", "some",
    "recent",
)  # fmt: skip
ABOUT_WORDS = (
    "about", "nearly", "almost", "around", "roughly", "approximately", "more", "less", "fewer",
    "over", "under", "only", "just", "exactly", "barely", "up", "no", "at", "as", "quarter",
    "another",
)  # fmt: skip

PATTERNS: Patterns = DATE_PATTERNS + RELATIVE_PATTERNS + LENGTH_PATTERNS
