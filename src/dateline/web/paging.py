"""Pages of a sorted list: each goes on after the last thing of the page before."""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.errors import BadQuery

T = TypeVar("T")
Key = tuple[str | int, ...]

PAGE = 50
MOST = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some things of a list.

    Attributes:
        total: How many things the whole list has.
        next: The cursor of the page after this one; None on the last.
        is_first: Whether it begins with the first thing.
        is_whole: Whether the list has all there is, and was not ended early.
    """

    items: tuple[T, ...]
    total: int
    next: str | None
    is_first: bool
    is_whole: bool = True


def cut_page(
    things: Sequence[T], key: Callable[[T], Key], after: str | None, limit: int = PAGE
) -> Page[T]:
    """The things after a cursor, at most `limit`.

    What came into the list meanwhile or went from it moves nothing: the page goes on after the
    place where the last thing stood.

    Args:
        things: Sorted by `key`, of which no two are equal.
        after: As `Page.next` gave it; None for the first page.

    Raises:
        BadQuery: If the cursor is none.
    """
    start = 0 if after is None else _place(things, key, _read(after))
    shown = tuple(things[start : start + limit])
    has_more = start + limit < len(things)
    return Page(shown, len(things), _write(key(shown[-1])) if has_more else None, start == 0)


def _place(things: Sequence[T], key: Callable[[T], Key], after: Key) -> int:
    try:
        return bisect_right(things, after, key=key)
    except TypeError as error:  # a cursor of another list
        raise _unknown() from error


def _write(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def _read(cursor: str) -> Key:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise _unknown() from error
    if not isinstance(key, list) or not all(type(one) in (str, int) for one in key):
        raise _unknown()
    return tuple(key)


def _unknown() -> BadQuery:
    return BadQuery("The page that the address asks for can't be found: begin with the first.")
