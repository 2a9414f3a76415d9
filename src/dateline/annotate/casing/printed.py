"""Findings in a copy of a text, told in the words of the text itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from dateline.records import Annotations, Quote, Token

Finding = TypeVar("Finding")


def as_printed(annotations: Annotations, text: str) -> Annotations:
    """The same findings with every quote cut from `text`, which is as long as what was read.

    Tokens and the names of entities keep the letters that they were read with.
    """
    return _printed(annotations, text)


def _printed(found: Finding, text: str) -> Finding:
    if isinstance(found, Quote):
        return cast(Finding, Quote(found.start, found.end, text[found.start : found.end]))
    if isinstance(found, tuple):
        return cast(Finding, tuple(_printed(one, text) for one in found))
    if isinstance(found, Token) or not is_dataclass(found) or isinstance(found, type):
        return found
    values = {f.name: getattr(found, f.name) for f in fields(found)}
    changed = {
        name: new
        for name, old in values.items()
        if isinstance(old, tuple) or is_dataclass(old)
        if (new := _printed(old, text)) is not old
    }
    return cast(Finding, replace(found, **changed)) if changed else found
