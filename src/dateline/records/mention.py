"""Words that name or refer to an entity, and the chain that one report makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.ids import content_id
from dateline.records.span import Quote

MentionKind = Literal["name", "nominal", "pronoun"]
Schema = Literal["Person", "Organization", "PublicBody", "Company", "Country"]
"""FollowTheMoney's names. A state that acts is a Country, its ministries and courts PublicBody."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A range that names ("Zaheer") or refers to ("the Hamas official", "he") an entity."""

    report: str
    words: Quote
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Role:
    """A post that a report gives a person.

    Attributes:
        title: As printed ("Special Representative").
        organization: The chain of the body that it is held in; None for a bare title or a state's.
        ended: Whether the report says that it is over ("former").
        since, until: The words of when it began and ended ("2010" and "2014"); None if not told.
    """

    title: Quote
    organization: str | None = None
    ended: bool = False
    since: Quote | None = None
    until: Quote | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one entity in one report, in text order.

    Attributes:
        id: From the report and the first mention.
        name: The fullest name in the report, without titles ("Naji Zaheer").
        names: Distinct names as printed, fullest first ("Naji Zaheer", "Zaheer").
        reasons: Why mentions were joined, a clause each.
    """

    id: str
    report: str
    schema: Schema
    name: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    reasons: tuple[str, ...] = ()


def chain_id(report: str, first: Quote, name: str) -> str:
    """The id of the chain of this name whose first mention is `first`.

    The name is a part of it, for one phrase may mention two ("Norwegian and Danish officials").
    """
    return content_id("h", report, first.start, first.end, name)
