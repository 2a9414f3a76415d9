"""According to whom: crediting words, whom they credit, and with what."""

from dateline.annotate.speakers.find import find_attributions

__all__ = ["find_attributions"]
