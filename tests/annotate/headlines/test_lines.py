"""Where a headline stands, without what is printed beside it."""

from __future__ import annotations

import pytest

from dateline.annotate.cues import load_cues
from dateline.annotate.headlines.lines import find_line, without_furniture
from dateline.read import read_bytes


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Dockers walk out", None, "Dockers walk out"),
        ("LIVE: Dockers walk out", None, "Dockers walk out"),
        ("Live updates | Dockers walk out | The Quay", None, "Dockers walk out"),
        ("Dockers walk out - The Quay", "The Quay", "Dockers walk out"),
        ("Dockers walk out - police", "The Quay", "Dockers walk out - police"),
        ("Oslo: Dockers walk out", None, "Oslo: Dockers walk out"),
        ("Dockers walk out (video)", None, "Dockers walk out"),
        ("Opinion | Dockers walk out", None, None),
        ("Dockers walk out - Analysis", None, None),
        ("Live: Dockers", None, None),
        ("| | |", None, None),
    ],
)
def test_labels_and_sites_are_left_out(
    title: str, outlet: str | None, expected: str | None
) -> None:
    text = f"  {title}\n\nbody"
    found = without_furniture(text, (2, 2 + len(title)), outlet, load_cues())
    assert (found and text[found[0] : found[1]]) == expected


def test_the_line_is_found_whatever_its_white_space() -> None:
    text = "\n  Dockers   walk\tout \n\nThe dockers of Oslo walked out on Monday.\n"
    report = read_bytes(text.encode())
    line = find_line(report)
    assert report.title == "Dockers walk out"
    assert line is not None
    assert report.text[slice(*line)] == "Dockers   walk\tout"


def test_a_text_without_a_title_has_no_line() -> None:
    assert find_line(read_bytes(b"The dockers of Oslo walked out on Monday.")) is None
