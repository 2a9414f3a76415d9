"""Dateline turns news reports into a sourced record.

Who did what, with whom, when, where, and according to whom.

Importing the package loads no model and no heavy library: each name below is fetched
from its stage the first time that it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.pipeline import Case, Outcome, analyse, extract_claims
    from dateline.read import read_report

__version__ = "0.1.0"

__all__ = ["Case", "Outcome", "__version__", "analyse", "extract_claims", "read_report"]

_HOMES = {
    "Case": "dateline.pipeline",
    "Outcome": "dateline.pipeline",
    "analyse": "dateline.pipeline",
    "extract_claims": "dateline.pipeline",
    "read_report": "dateline.read",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
