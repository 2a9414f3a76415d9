"""A person, an organisation or a group, over all reports of a case."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.claim import Reason
from dateline.records.ids import content_id
from dateline.records.mention import Mention, Schema


@dataclass(frozen=True, slots=True)
class EntityRole:
    """A post of a person in an entity; `organization` and `claim` are ids or None.

    `since` and `until` are printed words of time ("2019"), None where no report gives any.
    """

    title: str
    organization: str | None = None
    claim: str | None = None
    ended: bool = False
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Chains of one or more reports that are held to be one and the same.

    Attributes:
        id: From the least of its chain ids.
        name: The fullest, most used name.
        names: Distinct names as printed, most used first.
        chains: Ids, sorted.
        mentions: Sorted by report, then place in the text.
        reasons: Why the chains were joined.
    """

    id: str
    schema: Schema
    name: str
    names: tuple[str, ...]
    chains: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[EntityRole, ...] = ()
    reasons: tuple[Reason, ...] = ()


def entity_id(chains: tuple[str, ...]) -> str:
    """The id of the entity that these chains make up."""
    return content_id("e", min(chains))
