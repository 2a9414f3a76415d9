"""Records → timeline, network and footnotes as plain data, for the screen and the exports."""

from dateline.views.footnote import Footnote, footnote_text, write_footnote
from dateline.views.network import Network, NetworkEdge, NetworkNode, draw_network
from dateline.views.timeline import Timeline, TimelineClaim, TimelineRow, draw_timeline
from dateline.views.wording import describe_sources

__all__ = [
    "Footnote", "Network", "NetworkEdge", "NetworkNode", "Timeline", "TimelineClaim",
    "TimelineRow", "describe_sources", "draw_network", "draw_timeline", "footnote_text",
    "write_footnote",
]  # fmt: skip
