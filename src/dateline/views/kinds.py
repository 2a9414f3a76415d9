"""The kinds of events in plain words, for lists, lanes and filters."""

from __future__ import annotations

from typing import Final

KINDS: Final[dict[str, str]] = {
    "CONSULT": "Meetings, visits, calls",
    "ASSAULT": "Attacks",
    "COERCE": "Arrests, raids, force",
    "PROTEST": "Protests",
    "THREATEN": "Threats",
    "ACCUSE": "Accusations",
    "REJECT": "Refusals and denials",
    "REQUEST": "Demands",
    "AGREE": "Agreements",
    "COOPERATE": "Working together",
    "SUPPORT": "Support",
    "AID": "Aid",
    "CONCEDE": "Giving way",
    "RETREAT": "Withdrawals",
    "SANCTION": "Sanctions and bans",
    "MOBILIZE": "Mobilisations",
    "APPEAR": "Appearances",
    "STATE": "Statements",
}
"""Each of `EVENT_TYPES`, in the order of a filter."""

TIES: Final[dict[str, str]] = {
    "member_of": "is a member of",
    "leads": "leads",
    "represents": "represents",
    "works_for": "works for",
    "front_for": "is a front for",
    "part_of": "is a part of",
    "allied_with": "is allied with",
    "family_of": "is of one family with",
    "located_in": "is based in",
    "designated_by": "is designated by",
}
"""Each of `RELATION_TYPES`, between its two ends."""

SOURCE_KINDS: Final[dict[str, str]] = {
    "author": "the report’s own voice",
    "person": "a named person",
    "organization": "an organisation",
    "outlet": "another outlet",
    "media": "footage or photographs",
    "document": "a document",
    "unnamed": "unnamed sources",
}
"""What sort of first teller an event may rest on."""
