"""The dateline that opens a report, and lines that only look like one."""

from __future__ import annotations

import pytest

from dateline.read.dateline import find_dateline, ordinary_case

DATELINES = [
    ("KARACHI, Pakistan, Jan 7 (Reuters) — The port", "Karachi", "2026-01-07", "Reuters"),
    ("ISLAMABAD (AP) - The talks", "Islamabad", None, "AP"),
    ("Goma, 3 March 2025 (Agency) – Rebels", "Goma", "2025-03-03", "Agency"),
    (" date 2026-01-07 Islamabad: A film", "Islamabad", "2026-01-07", None),
    (" date 2019-07-24\n\nParty members", None, "2019-07-24", None),
    ("Date: 24 July 2019\nParty members", None, "2019-07-24", None),
    ("New Delhi [India], January 7 (ANI): The court", "New Delhi", "2026-01-07", "ANI"),
    ("NEW DELHI, Jan 7 (PTI) The court", "New Delhi", "2026-01-07", "PTI"),
    ("BEIJING, Jan. 7 (Xinhua) -- Trade", "Beijing", "2026-01-07", "Xinhua"),
    ("Paris (AFP) – The mayor", "Paris", None, "AFP"),
    ("KYIV/MOSCOW, Dec 30 (Reuters) - Drones", "Kyiv/Moscow", "2025-12-30", "Reuters"),
    ("GENEVA (3 March 2025) – Experts", "Geneva", "2025-03-03", None),
    ("NEW YORK, 3 March 2025—Experts", "New York", "2025-03-03", None),
    ("3 March 2025, Geneva – Experts", "Geneva", "2025-03-03", None),
    ("KARACHI, Tuesday, Jan 7: The port", "Karachi", "2026-01-07", None),
    ("Karachi, 3 March 2025\n\nThe port", "Karachi", "2025-03-03", None),
    ("Tuesday, 3 March 2025\n\nThe port", None, "2025-03-03", None),
    ("QUETTA: Three men were held.", "Quetta", None, None),
    ("TURBAT: Three men were held.", "Turbat", None, None),
    ("Karachi – Police held three men.", "Karachi", None, None),
    ("(Reuters) - The minister", None, None, "Reuters"),
    ("WASHINGTON, D.C., March 3, 2025 /PRNewswire/ -- A", "Washington", "2025-03-03", "PRNewswire"),
    ("PORT-AU-PRINCE, Haiti (AP) — Gangs", "Port-au-Prince", None, "AP"),
    ("N'DJAMENA, March 3, 2025 — Troops", "N'Djamena", "2025-03-03", None),
    ("RIO DE JANEIRO (AP) — The", "Rio de Janeiro", None, "AP"),
    ("ST. LOUIS — Police said", "St. Louis", None, None),
    ("The Hague, 3 March 2025 – Judges", "The Hague", "2025-03-03", None),
    ("AL-HASAKAH, Syria — Fighters", "Al-Hasakah", None, None),
]

NOT_DATELINES = [
    "Paris Hilton - the heiress - came to Karachi.",
    "In Karachi, on Jan 7 - police said - three men were held.",
    "BREAKING: Three men were held.",
    "UPDATE – Three men were held.",
    "Opinion: The talks are over.",
    "READ MORE: Three men held",
    "Zaheer: We will go on.",
    "Pakistan – India talks are over.",
    "London – Paris trains are late.",
    "NATO: Members have agreed.",
    "IAEA — Inspectors have left.",
    "March – The month of rain.",
    "Monday: The day of rain.",
    "On January 7, 2026: the day of rain.",
    "John Smith (Labour) - who said no - left.",
    "7 October 2023 - the day of the attack - is near.",
    "SAMEER: I think so.\n\nJAVED: I do not.",
    "MINISTER: 'I DID NOT'",
    "Police said on Jan 7 (Reuters) that three men were held.",
    "Zaheer, who met Sandhu on Jan 7 - as was said - left.",
    "Karachi's mayor — who spoke first — left.",
    "Karachi police (SSP) - the first there - left.",
    "Islamabad is calm: The talks go on.",
    "President Khan, Jan 7 - The",
    "Karachi",
    "",
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES)
def test_a_dateline_gives_place_date_and_agency(
    text: str, place: str | None, date: str | None, agency: str | None
) -> None:
    found = find_dateline(text, published="2026-01-07")
    assert found is not None
    dateline, after = found
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)
    assert text[dateline.words.start : dateline.words.end] == dateline.words.exact
    assert text[after].isalnum()
    assert dateline.words.end <= after


@pytest.mark.parametrize("text", NOT_DATELINES)
def test_a_line_that_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert find_dateline(text, published="2026-01-07") is None


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (None, None),
        ("2026-01-08", "2026-01-07"),
        ("2026-01-06T23:00:00+00:00", "2026-01-07"),  # printed east of where it was published
        ("2025-12-31", "2025-01-07"),  # a week ahead is no day of publication
    ],
)
def test_a_day_without_a_year_takes_the_year_of_publication(
    published: str | None, date: str | None
) -> None:
    found = find_dateline("KARACHI, Jan 7 (Agency) — The port", published=published)
    assert found is not None
    assert found[0].date == date


def test_29_february_without_a_year_goes_to_the_last_leap_year() -> None:
    found = find_dateline("KARACHI, Feb 29 — The port is shut.", published="2026-03-01")
    assert found is not None
    assert found[0].date == "2024-02-29"


@pytest.mark.parametrize(
    ("printed", "ordinary"),
    [
        ("NEW DELHI", "New Delhi"),
        ("KHAN YOUNIS", "Khan Younis"),
        ("Goma", "Goma"),
        ("DERA ISMAIL KHAN", "Dera Ismail Khan"),
        ("U.S.", "U.S."),
    ],
)
def test_places_are_written_in_ordinary_case(printed: str, ordinary: str) -> None:
    assert ordinary_case(printed) == ordinary
