"""Text that came in capitals alone, written as it would stand in a newspaper.

Agencies and cables still send such text, and without small letters neither the parser nor the
reader can tell names from other words. The copy has the same length, so that every range in it
is the same range of the text as it came; what is found keeps the printed words.
"""

from dateline.annotate.casing.capitals import find_capitals, truecase
from dateline.annotate.casing.printed import as_printed

__all__ = ["as_printed", "find_capitals", "truecase"]
