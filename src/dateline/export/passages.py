"""Words of a report on a page: in their context, and with nothing hidden in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.records import Quote

_CONTEXT = 180
"""Code points of context on either side of a quote, cut back to whole words."""

# Controls, bidirectional marks, invisible spaces, tags and halves of pairs: they can reorder or
# hide what a reader sees. ZWNJ and ZWJ are left: Persian and Indian names are written with them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its context, in text order; `trigger` is empty if it lies outside the quote.

    Attributes:
        before, after: Context of the same paragraph; "…" stands where it was cut.
        head, trigger, tail: Together the exact words of the quote.
    """

    before: str
    head: str
    trigger: str
    tail: str
    after: str


def show_passage(text: str, quote: Quote, trigger: Quote) -> Passage:
    """The quote with what stands round it in its paragraph."""
    before = text[max(0, quote.start - _CONTEXT) : quote.start]
    after = text[quote.end : quote.end + _CONTEXT]
    if "\n" in before:
        before = before.rpartition("\n")[2]
    elif quote.start > _CONTEXT:
        before = "…" + before.partition(" ")[2]
    if "\n" in after:
        after = after.partition("\n")[0]
    elif quote.end + _CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    if not quote.holds(trigger):
        return Passage(before, quote.exact, "", "", after)
    head = text[quote.start : trigger.start]
    return Passage(before, head, trigger.exact, text[trigger.end : quote.end], after)


def show_hidden(text: str) -> str:
    """The text with each control or bidirectional character written out, as ``⟨U+202E⟩``."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def safe_link(url: str | None) -> str | None:
    """The address if it is a plain web address; else None, so that nothing else can be clicked."""
    if url is None or _HIDDEN.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
