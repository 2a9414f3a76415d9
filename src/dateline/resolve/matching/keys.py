"""The keys under which an index finds names that may be the same."""

from __future__ import annotations

from functools import lru_cache

from dateline.resolve.matching.parts import PreparedName
from dateline.resolve.matching.prepare import prepare_name
from dateline.resolve.sounds import consonants


def name_keys(name: PreparedName | str, schema: str = "Person") -> tuple[str, ...]:
    """The keys of a name, sorted: two names that may be the same share at least one.

    One for the sound of each part and of neighbours written together, one for each known name.
    """
    prepared = prepare_name(name, schema) if isinstance(name, str) else name
    return _keys(prepared)


@lru_cache(maxsize=65_536)
def _keys(name: PreparedName) -> tuple[str, ...]:
    parts = [part for part in name.parts if part.kind not in ("small", "initial")]
    keys = set()
    for part in parts:
        keys.add(consonants(part.sound)[:6])
        keys.update(f"#{number}" for number in part.names)
    for one, other in zip(name.parts, name.parts[1:], strict=False):
        keys.add(consonants(one.sound + other.sound)[:6])
    keys.add(consonants(name.joined)[:6])
    if not name.is_person and len(name.parts) >= 3:
        keys.add("".join(part.text[0] for part in name.parts if part.kind != "small"))
    return tuple(sorted(keys - {""}))
