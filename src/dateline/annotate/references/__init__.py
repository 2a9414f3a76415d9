"""What pronouns and descriptions refer to: "he", "the Hamas official", "the group".

`Discourse` is what the stage knows of a report; `find_references` reads it from left to right.
"""

from dateline.annotate.references.discourse import Discourse
from dateline.annotate.references.find import find_references
from dateline.annotate.references.pronouns import Pronouns, Reference

__all__ = ["Discourse", "Pronouns", "Reference", "find_references"]
