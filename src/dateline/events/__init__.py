"""Claims → events: what tells of one occurrence, from how many origins, with what conflicts."""

from dateline.events.copies.find import compare_copy, find_copies, find_shared
from dateline.events.copies.growth import grow_copies
from dateline.events.group import group_events
from dateline.events.growth import grow_events
from dateline.events.origins.publishers import read_publishers
from dateline.events.review import EventPair, events_to_review
from dateline.events.revisions.compare import compare_texts
from dateline.events.revisions.current import CurrentTexts, find_current_texts, settle_copies
from dateline.events.revisions.growth import grow_current_texts, grow_settled

__all__ = [
    "CurrentTexts",
    "EventPair",
    "compare_copy",
    "compare_texts",
    "events_to_review",
    "find_copies",
    "find_current_texts",
    "find_shared",
    "group_events",
    "grow_copies",
    "grow_current_texts",
    "grow_events",
    "grow_settled",
    "read_publishers",
    "settle_copies",
]
