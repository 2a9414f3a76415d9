"""Ids derived from content: the same input gives the same id, on every machine."""

from __future__ import annotations

import hashlib
from typing import Final

DIGITS: Final = 16
"""Hexadecimal digits of an id: 64 bits, so a million records collide in 1 of 37 million cases."""


def content_id(prefix: str, *parts: str | int | None) -> str:
    """The id of the record that `parts` describe, such as ``c_1f0e…``.

    Args:
        prefix: One letter for the kind of record: r report, h chain, c claim, e entity, v event,
            j judgement.
        parts: What makes the record what it is, in a fixed order.
    """
    digest = hashlib.sha256()
    for part in parts:
        shown = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update((0 if part is None else len(shown) + 1).to_bytes(8, "big"))
        digest.update(shown)
    return f"{prefix}_{digest.hexdigest()[:DIGITS]}"
