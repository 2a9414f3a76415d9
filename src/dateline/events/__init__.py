"""Claims → events: what tells of one occurrence, from how many origins, with what conflicts."""

from dateline.events.copies import find_copies
from dateline.events.copying import grow_copies
from dateline.events.group import group_events
from dateline.events.growth import grow_events

__all__ = ["find_copies", "group_events", "grow_copies", "grow_events"]
