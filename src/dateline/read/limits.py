"""What an input may measure; over a limit it is held back with a sentence, never cut."""

from __future__ import annotations

from dateline.errors import LimitHeld

MAX_BYTES = 10_000_000
MAX_CODE_POINTS = 1_000_000
MAX_NESTING = 200
"""Open HTML elements inside each other. The parser drops text without a word at about 254."""
MAX_TAGS = 50_000
"""HTML tags in one page, about twice those of the largest news page in 1,784. Finding the main text
takes quadratic time in the children of one element: some ten seconds at this limit."""
MAX_ATTRIBUTES = 1_000
"""Attributes of one HTML tag: the parser takes quadratic time in them."""


def check_size(size: int, name: str) -> None:
    """Hold back an input of more than `MAX_BYTES` bytes.

    Raises:
        LimitHeld: If `size` is over the limit.
    """
    if size > MAX_BYTES:
        raise LimitHeld(
            f"{name}: {size / 1e6:.1f} MB is over the limit of {MAX_BYTES / 1e6:.0f} MB for one "
            "report; split it into one file for each report and add those."
        )


def check_length(text: str, name: str) -> None:
    """Hold back a text of more than `MAX_CODE_POINTS` code points.

    Raises:
        LimitHeld: If `text` is over the limit.
    """
    if len(text) > MAX_CODE_POINTS:
        raise LimitHeld(
            f"{name}: a text of {len(text):,} characters is over the limit of "
            f"{MAX_CODE_POINTS:,} for one report; split it into one file for each report "
            "and add those."
        )


def hold_nesting(name: str) -> LimitHeld:
    """The error for a page whose elements stand more than `MAX_NESTING` deep."""
    return LimitHeld(
        f"{name}: HTML nested more than {MAX_NESTING} elements deep is held back, for text could "
        "be lost; save the page's text as .txt and add that."
    )


def hold_tags(count: int, name: str) -> LimitHeld:
    """The error for a page of more than `MAX_TAGS` tags."""
    return LimitHeld(
        f"{name}: a page of {count:,} HTML tags is over the limit of {MAX_TAGS:,}; "
        "save the page's text as .txt and add that."
    )


def hold_attributes(count: int, name: str) -> LimitHeld:
    """The error for a page with a tag of more than `MAX_ATTRIBUTES` attributes."""
    return LimitHeld(
        f"{name}: an HTML tag of {count:,} attributes is over the limit of {MAX_ATTRIBUTES:,}; "
        "save the page's text as .txt and add that."
    )
