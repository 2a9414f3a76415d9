"""Whether two names are one person's or one body's, with the reasons."""

from dateline.resolve.matching.compare import SAME, NameFeature, NameMatch, compare_names
from dateline.resolve.matching.keys import name_keys
from dateline.resolve.matching.parts import Part, PreparedName
from dateline.resolve.matching.prepare import prepare_name

__all__ = [
    "SAME", "NameFeature", "NameMatch", "Part", "PreparedName",
    "compare_names", "name_keys", "prepare_name",
]  # fmt: skip
