"""Names in a report, and what each is a name of, agreed over the whole report.

The reader's spans come first, then runs of proper nouns that it passes over. Its shares, titles,
the words inside a name and the words round it vote on its kind; every mention of one form gets
the same kind.
"""

from dateline.annotate.names.find import find_names
from dateline.annotate.names.name import Name, NameKind

__all__ = ["Name", "NameKind", "find_names"]
