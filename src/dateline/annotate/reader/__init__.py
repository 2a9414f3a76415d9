"""The reader: one small encoder that marks names, attributions, events and certainty at once.

It is trained by the project's ``training``, whose card says from what, and how good it is.
"""

from dateline.annotate.reader.model import ReaderModel, load_reader
from dateline.annotate.reader.reading import NOTHING_READ, Mark, Reading

__all__ = ["NOTHING_READ", "Mark", "ReaderModel", "Reading", "load_reader"]
