"""The headline of a report, read for what it says by itself.

Headlines leave out articles and auxiliaries, print labels beside what they tell, and many have a
capital on every word. They are put in ordinary words and letters for the parser's eyes alone: what
is found quotes them as printed.
"""

from dateline.annotate.headlines.find import Means, with_headline

__all__ = ["Means", "with_headline"]
