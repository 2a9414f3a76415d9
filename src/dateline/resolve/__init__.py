"""Chains of all reports → entities: who is one and the same, and why."""

from dateline.resolve.entities import resolve_entities

__all__ = ["resolve_entities"]
