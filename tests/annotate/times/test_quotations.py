"""Words such as "today" in a quotation, which are those of the day of the saying."""

from __future__ import annotations

import pytest

from dateline.annotate.times.quotations import quotation_around
from tests.annotate.times.reading import times

FRIDAY = "2026-01-09"
DOUBT = "said in a quotation: its day may be that of the saying"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("“Today's ruling is a relief,” she said on Wednesday.", "Today", "2026-01-07"),
        ('On Wednesday he said: "We lost the dam yesterday."', "yesterday", "2026-01-06"),
        ("``We lost it last night,'' he told reporters Wednesday.", "last night", "2026-01-06"),
    ],
)
def test_today_in_a_quotation_is_the_day_of_the_saying(text: str, words: str, edtf: str) -> None:
    (when,) = (found.when for found in times(text, FRIDAY) if found.words.exact == words)
    assert when is not None
    assert (when.edtf, when.anchor, when.doubts) == (edtf, "2026-01-07", ())
    assert "read against the day of the saying 2026-01-07" in when.reasons[0]


def test_where_the_day_of_the_saying_is_not_told_today_is_doubted() -> None:
    (found,) = times("“We won today,” she said.", FRIDAY)
    assert found.when is not None
    assert (found.when.edtf, found.when.doubts) == (FRIDAY, (DOUBT,))


def test_a_day_that_is_not_of_the_saying_dates_no_quotation() -> None:
    found = times("“We won today,” said Ada Lindt, who was freed on Wednesday.", FRIDAY)
    assert found[0].when is not None
    assert (found[0].when.edtf, found[0].when.doubts) == (FRIDAY, (DOUBT,))


def test_outside_a_quotation_today_is_the_day_of_the_report() -> None:
    found = times("“It is over,” she said on Wednesday. The court rose today.", FRIDAY)
    assert found[-1].when is not None
    assert (found[-1].when.edtf, found[-1].when.doubts) == (FRIDAY, ())


def test_a_quotation_ends_with_its_mark_or_its_paragraph() -> None:
    text = 'He said "no" and “left.\n\nThen he came'
    assert quotation_around(text, text.index("no")) == (8, 12)
    assert quotation_around(text, text.index("and")) is None
    assert quotation_around(text, text.index("left")) == (17, text.index("\n"))
    assert quotation_around(text, text.index("came")) is None
