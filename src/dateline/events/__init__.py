"""Claims → events: what tells of one occurrence, from how many origins, with what conflicts."""

from dateline.events.copies import compare_copy, find_copies, find_shared
from dateline.events.copying import grow_copies
from dateline.events.group import group_events
from dateline.events.growth import grow_events
from dateline.events.publishers import read_publishers
from dateline.events.replacing import grow_settled, grow_standing
from dateline.events.review import EventPair, events_to_review
from dateline.events.revising import compare_texts
from dateline.events.standing import Standing, find_standing, settle_copies

__all__ = [
    "EventPair",
    "Standing",
    "compare_copy",
    "compare_texts",
    "events_to_review",
    "find_copies",
    "find_shared",
    "find_standing",
    "group_events",
    "grow_copies",
    "grow_events",
    "grow_settled",
    "grow_standing",
    "read_publishers",
    "settle_copies",
]
