"""Which names pages use for facts about themselves: `page_fields.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_fields() -> dict[str, tuple[str, ...]]:
    """The lists of `page_fields.toml`, each in its order."""
    text = files(__package__).joinpath("page_fields.toml").read_text("utf-8")
    return {name: tuple(values) for name, values in tomllib.loads(text).items()}
