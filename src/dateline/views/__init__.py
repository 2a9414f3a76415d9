"""Records → timeline, network, footnotes and events as plain data, for screen and exports."""

from dateline.views.event_view import EventDrawer, EventView
from dateline.views.footnote import Footnote, footnote_text, write_footnote
from dateline.views.network import Network, NetworkEdge, NetworkNode, draw_network
from dateline.views.timeline import Timeline, TimelineClaim, TimelineRow, draw_timeline
from dateline.views.wording import describe_sources

__all__ = [
    "EventDrawer", "EventView", "Footnote", "Network", "NetworkEdge", "NetworkNode",
    "Timeline", "TimelineClaim", "TimelineRow", "describe_sources", "draw_network",
    "draw_timeline", "footnote_text", "write_footnote",
]  # fmt: skip
