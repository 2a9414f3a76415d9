"""When: the words of time in a report, and the dates that they stand for."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.language import parse
from dateline.annotate.times import find_event_dates, find_times
from dateline.records import Dateline, Quote, Report, TimeExpression, cut

PUBLISHED = "2026-01-07"  # a Wednesday


def times(
    text: str, published: str | None = PUBLISHED, body_start: int = 0
) -> tuple[TimeExpression, ...]:
    report = Report("r_1", text, "0" * 64, published=published, body_start=body_start)
    parsed = parse(text, body_start)
    return find_times(report, parsed.tokens, parsed.sentences)


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [
        (found.words.exact, found.when.edtf if found.when else None)
        for found in times(text, published)
        if found.kind == "date"
    ]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        # full dates, in every usual form
        ("They met on January 7, 2026 in Lahore.", "January 7, 2026", "2026-01-07"),
        ("They met on 7 January 2026 in Lahore.", "7 January 2026", "2026-01-07"),
        ("They met on the 7th of March 2025.", "the 7th of March 2025", "2025-03-07"),
        ("They met on Sept. 3, 2019.", "Sept. 3, 2019", "2019-09-03"),
        ("They met on 2025-11-30.", "2025-11-30", "2025-11-30"),
        ("They met on 07/13/2025.", "07/13/2025", "2025-07-13"),
        ("They met on 13/07/2025.", "13/07/2025", "2025-07-13"),
        ("They met on Friday, 7 March 2025.", "Friday, 7 March 2025", "2025-03-07"),
        # either the seventh of August or the eighth of July
        ("They met on 07/08/2025.", "07/08/2025", None),
        # ranges
        ("It ran between January 2-5, 2026.", "January 2-5, 2026", "2026-01-02/2026-01-05"),
        ("It ran between June 29 and July 1.", "June 29 and July 1", "2025-06-29/2025-07-01"),
        ("It ran on Dec. 9–11.", "Dec. 9–11", "2025-12-09/2025-12-11"),
        ("It ran 29 June to 1 July 2019.", "29 June to 1 July 2019", "2019-06-29/2019-07-01"),
        ("It lasted from Monday to Wednesday.", "Monday to Wednesday", "2026-01-05/2026-01-07"),
        ("He ruled from 2008 to 2016.", "2008 to 2016", "2008/2016"),
        ("It rained from June to August 2019.", "June to August 2019", "2019-06/2019-08"),
        # months, years and their parts
        ("He left in March 2024.", "March 2024", "2024-03"),
        ("He left in 2023.", "2023", "2023"),
        ("He left in early July.", "early July", "2025-07-01/2025-07-10"),
        ("He left in mid-2019.", "mid-2019", "2019-05/2019-08"),
        ("He left in late March 2024.", "late March 2024", "2024-03-21/2024-03-31"),
        ("He left in the 1990s.", "the 1990s", "199X"),
        ("He left in summer 2020.", "summer 2020", "2020-22"),
        ("It rose in the first quarter of 2020.", "the first quarter of 2020", "2020-01/2020-03"),
        ("He left around 2015.", "2015", "2015~"),
        # open at one end
        ("He has been held since June.", "June", "2025-06/.."),
        ("The trial began in June.", "June", "2025-06"),
        ("They stayed until 2017.", "2017", "../2017"),
        ("They fled before 2017.", "2017", "../2016"),
        ("They returned after May 3, 2025.", "May 3, 2025", "2025-05-04/.."),
        # read against the publication
        ("Police raided it yesterday.", "yesterday", "2026-01-06"),
        ("The court sits tomorrow.", "tomorrow", "2026-01-08"),
        ("The army left last month.", "last month", "2025-12"),
        ("The army left last week.", "last week", "2025-12-29/2026-01-04"),
        ("The army left earlier this week.", "earlier this week", "2026-01-05/2026-01-06"),
        ("The army left two weeks ago.", "two weeks ago", "2025-12-22/2025-12-28"),
        ("The army left three days ago.", "three days ago", "2026-01-04"),
        ("The army left two years ago.", "two years ago", "2024"),
        # weekdays, months and days by the tense of their verb
        ("He was arrested on Thursday.", "Thursday", "2026-01-01"),
        ("They will meet on Thursday.", "Thursday", "2026-01-08"),
        ("They will meet next Thursday.", "next Thursday", "2026-01-08"),
        ("He was arrested on December 20.", "December 20", "2025-12-20"),
        ("They will meet on December 20.", "December 20", "2026-12-20"),
        ("He was arrested in March.", "March", "2025-03"),
        ("They met on March 20 last year.", "March 20 last year", "2025-03-20"),
        ("They met there last June.", "last June", "2025-06"),
    ],
)  # fmt: skip
def test_words_of_time_become_dates_as_precise_as_they_are(
    text: str, words: str, edtf: str | None
) -> None:
    assert dates(text) == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "Critics praised the novel of 1984 pages.",
        "The Boeing 747 landed safely.",
        "A 26-year-old man was held.",
        "The striker scored 2026 goals.",
        "Some 2023 people were displaced.",
        "Over 1900 people died.",
        "It may rain; they march for peace.",
        "The price fell to 1,999 rupees.",
        "April Harker sang.",
        "Later, he resigned.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [found for found in times(text) if found.when] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He condemned the October 7 attacks in a speech.", "October 7"),
        ("He won the 2016 elections by a wide margin.", "2016"),
        ("Critics praised the 1984 novel.", "1984"),
    ],
)
def test_a_date_that_names_something_else_is_kept_without_a_day(text: str, words: str) -> None:
    assert dates(text) == [(words, None)]


def test_the_event_that_a_date_names_has_that_date() -> None:
    text = "He praised the November 27 agreement."
    report = Report("r_1", text, "0" * 64, published=PUBLISHED)
    parsed = parse(text)
    ((noun, when),) = find_event_dates(report, parsed.tokens, parsed.sentences)
    assert parsed.tokens[noun].text == "agreement"
    assert when.edtf == "2025-11-27"


@pytest.mark.parametrize(
    ("words", "edtf"), [("March 2024", "2024-03"), ("3 March 2024", "2024-03-03")]
)
def test_a_date_with_its_year_names_an_event_too(words: str, edtf: str) -> None:
    text = f"He condemned the {words} bombing."
    report = Report("r_1", text, "0" * 64, published=PUBLISHED)
    parsed = parse(text)
    ((noun, when),) = find_event_dates(report, parsed.tokens, parsed.sentences)
    assert (parsed.tokens[noun].text, when.edtf) == ("bombing", edtf)
    assert [found.when for found in times(text)] == [None]


def test_a_list_gives_a_date_each() -> None:
    assert dates("Talks were held on May 3 and 5 in Doha.") == [
        ("May 3", "2025-05-03"),
        ("5", "2025-05-05"),
    ]


def test_a_year_comes_from_the_same_sentence() -> None:
    text = "In 2023 he spoke in Quetta (Oct 29) and at a rally in Karachi (Nov 2023)."
    assert dates(text) == [("2023", "2023"), ("Oct 29", "2023-10-29"), ("Nov 2023", "2023-11")]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        # the year in the sentence, or its neighbour where the year turns between the two
        ("In 2023, he spoke at a conference (Oct 29).", "Oct 29", "2023-10-29"),
        ("He was held in December 2021 and freed in February.", "February", "2022-02"),
        ("He was held in November and charged in February 2022.", "November", "2021-11"),
        ("He was held in March and charged in June 2022.", "March", "2022-03"),
        ("He was held in March 2022 and charged in June.", "June", "2022-06"),
        # the date told before, if it is nearer than the publication
        ("He was held on March 3, 2021. On April 5 he was freed.", "April 5", "2021-04-05"),
        ("He was held on Dec. 20, 2021. On Jan. 9 he was freed.", "Jan. 9", "2022-01-09"),
        ("He was held in June 2021. His house was searched in May.", "May", "2021-05"),
        # else the last one before the publication
        (
            "The dam burst in December 2023.\n\nThe police opened an inquiry in late February, "
            "two people said.",
            "late February",
            "2024-02-21/2024-02-29",
        ),
        ("The dam burst in December 2023. On Feb. 20 the mayor resigned.", "Feb. 20", "2024-02-20"),
        ("The dam was built in May 2016. Police sealed it in January.", "January", "2024-01"),
        # a date that names an event is not the year of its sentence
        (
            "In late February the police opened an inquiry into the December 2023 attack.",
            "late February",
            "2024-02-21/2024-02-29",
        ),
    ],
)
def test_a_month_without_a_year_takes_the_year_that_its_text_speaks_of(
    text: str, words: str, edtf: str
) -> None:
    assert (words, edtf) in dates(text, "2024-03-01")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_borne(published: str) -> None:
    assert [words for words, _ in dates("He was freed in May and on June 3.", published)] == [
        "May",
        "June 3",
    ]


def test_an_offset_from_an_event_counts_only_if_the_event_is_dated() -> None:
    dated = "On October 14, 2023, exactly one week after the October 7 attacks, they met."
    assert dates(dated)[1] == ("exactly one week after the October 7 attacks", "2023-10-14")
    offset = times(dated)[1].when
    assert offset is not None
    assert offset.basis == "event"
    undated = "They met just weeks before the hotel attack."
    assert [edtf for _, edtf in dates(undated) if edtf] == []


def test_the_next_day_counts_from_the_day_told_before() -> None:
    text = "On Feb. 3, 2025, troops entered the town. The following day they left."
    assert dates(text)[1] == ("The following day", "2025-02-04")
    assert dates("The following day they left.") == [("The following day", None)]


def test_without_a_publication_date_relative_words_stay_open() -> None:
    assert dates("Police raided it yesterday, on Thursday and last month.", None) == [
        ("yesterday", None),
        ("Thursday", None),
        ("last month", None),
    ]


def test_the_dateline_serves_where_no_publication_date_is_known() -> None:
    text = "KARACHI, Jan 7 (Agency) — Police raided it yesterday."
    start = text.index("Police")
    line = Dateline("Karachi", "2026-01-07", "Agency", cut(text, 0, start))
    report = Report("r_1", text, "0" * 64, dateline=line, body_start=start)
    parsed = parse(text, start)
    (found,) = find_times(report, parsed.tokens, parsed.sentences)
    assert found.when is not None
    assert (found.when.edtf, found.when.anchor) == ("2026-01-06", "2026-01-07")
    assert "read against the dateline 2026-01-07" in found.when.reasons[0]


def test_nothing_before_the_body_counts() -> None:
    text = "Herald, 5 January 2026\nThe army left on 3 January 2026."
    found = times(text, body_start=text.index("The army"))
    assert [one.words.exact for one in found] == ["3 January 2026"]


def test_page_furniture_has_no_dates() -> None:
    assert dates("The army left.\nPublished: 5 January 2026\n© 2024 The Herald") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Guns fired for 13 minutes.", "duration", "13 minutes"),
        ("The feud has lasted two decades.", "duration", "two decades"),
        ("They pray there every Friday.", "set", "every Friday"),
        ("The blast came at 9:30 a.m. in the bazaar.", "time", "9:30 a.m."),
    ],
)
def test_durations_sets_and_hours_are_kept_and_give_no_date(
    text: str, kind: str, words: str
) -> None:
    (found,) = times(text)
    assert (found.kind, found.words.exact, found.when) == (kind, words, None)


def test_an_hour_beside_a_day_is_one_expression() -> None:
    (found,) = times("The blast came at 9 a.m. on Tuesday.")
    assert found.when is not None
    assert (found.words.exact, found.kind) == ("9 a.m. on Tuesday", "time")
    assert (found.when.edtf, found.value) == ("2026-01-06", "2026-01-06T09:00")


def test_reasons_are_readable() -> None:
    (found,) = times("He was arrested on Thursday.", "2023-03-03")
    assert found.when is not None
    assert found.when.start == date(2023, 3, 2)
    assert found.when.anchor == "2023-03-03"
    assert found.when.reasons == (
        "Thursday → 2023-03-02: past tense, read against the publication date 2023-03-03",
    )


def test_a_weekday_that_contradicts_its_date_is_flagged_and_not_mended() -> None:
    (found,) = times("They met on Monday, March 7, 2025.")
    assert found.when is not None
    assert found.when.edtf == "2025-03-07"
    assert found.when.doubts == ("2025-03-07 is a Friday, not a Monday as printed",)


_WORDS = st.sampled_from(
    ["May", "3", "and", "5", ",", "2019", "-", "to", "between", "the", "last", "week", "Monday",
     "ago", "two", "years", "'90s", "late", "after", "October", "31", "/", ".", "\n", "of", "since",
     "0000", "9999", "first", "quarter", "31", "Feb.", "a.m.", "every", "day", "½", "٣", "𝟜", "9",
     "nineteen", "ninety", "Easter", "Day", "Christmas", "half", "an", "all", "year-ago", "latest",
     "o'clock", "25:99", "noon", "ended", "12/31/0000", "thousand", "weekend", "century", "June"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(_WORDS, max_size=25).map(" ".join), st.dates().map(str))
def test_any_words_give_exact_quotes_in_order(text: str, published: str) -> None:
    report = Report("r_1", text, "0" * 64, published=published)
    end = 0
    for found in find_times(report, (), ()):
        assert text[found.words.start : found.words.end] == found.words.exact
        assert found.words.start >= end
        end = found.words.end
        assert found.value is None or re.fullmatch(r"[A-Z0-9X:./_-]+", found.value)
        if found.when and found.when.start and found.when.end:
            assert found.when.start < found.when.end


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80))
def test_any_text_is_borne(text: str) -> None:
    report = Report("r_1", text, "0" * 64, published=PUBLISHED)
    assert all(isinstance(found.words, Quote) for found in find_times(report, (), ()))


@pytest.mark.parametrize(
    "unit", ["1/", "2001, ", "1,2", "1111", "May 3, ", "12-", "between 2001 and ", "the ", "a "]
)
def test_a_megabyte_of_figures_is_read_in_step_with_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        report = Report("r_1", unit * (size // len(unit)), "0" * 64, published=PUBLISHED)
        start = time.process_time()
        find_times(report, (), ())
        return time.process_time() - start

    assert seconds(1_000_000) < 4  # half of it on an idle machine
