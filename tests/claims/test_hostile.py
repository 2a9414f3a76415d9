"""Long and odd texts: the cost of claims grows in step with the text, and nothing fails."""

from __future__ import annotations

import time

import pytest

from dateline.claims import find_claims
from dateline.records import Annotations, Report
from tests.annotate.reading import read
from tests.claims.tiling import tile


def seconds(report: Report, annotations: Annotations) -> float:
    start = time.process_time()
    assert find_claims(report, annotations)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("Anna Keller met Tomas Brandt. ", "He met her in Lima. "),
        ("", "Anna Keller met Tomas Brandt in Lima on Monday. The meeting ended. "),
        ("", "In Lima:\n\nAnna Keller met Tomas Brandt there.\n\n"),
    ],
)
def test_ten_times_the_text_costs_about_ten_times_as_much(opening: str, unit: str) -> None:
    reading = read(opening + unit * 25)
    short, long = tile(reading, 5), tile(reading, 50)
    seconds(*short)
    least = min(seconds(*short) for _ in range(5))
    assert min(seconds(*long) for _ in range(2)) < 35 * least  # 10 to 14; 60 if quadratic


@pytest.mark.parametrize(
    "text",
    [
        "a",
        " . ",
        "Lima",
        "Lima:",
        "Monday",
        "On Monday,",
        "“”",
        "“Anna Keller met Tomas Brandt in Lima on Monday.”",
        "Umm-al-",
        "Lima 's",
        "SFAX, Tunisia, March 3, 2023 - ",
        "𝔸 met 𝔹 in Lima on Monday.",
        "On 9999-12-31 Anna Keller met Tomas Brandt. The next day she met Omar Karsh.",
        "LIMA, Jan 1, 0001 — Anna Keller met Tomas Brandt yesterday.",
        "where when which who in in in Lima on on Monday Monday.",
    ],
)
@pytest.mark.parametrize("published", [None, "2024-03-15"])
def test_an_odd_text_is_read_to_its_end(text: str, published: str | None) -> None:
    reading = read(text, published)
    for claim in reading.claims:
        for words in (x.words for x in (claim.when, claim.where) if x is not None):
            assert reading.report.text[words.start : words.end] == words.exact
