"""Which agencies a report credits with its text, and what only looks like a credit."""

from __future__ import annotations

import time

import pytest

from dateline.read import read_bytes
from dateline.read.agency_credits import find_credits

BODY = "Two boats met off Aldmouth on Monday. The harbour master said so.\n\n"


def credits_of(before: str, after: str) -> list[str | None]:
    text = f"{before}{BODY}{after}"
    found = find_credits(text, len(before))
    for one in found:
        assert one.words is not None
        assert text[one.words.start : one.words.end] == one.words.exact
    return [one.agency for one in found]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("By AFP", ["AFP"]),
        ("By Ann Lee, Reuters | 3 May 2025", ["Reuters"]),
        ("By Ann Lee | AP", ["AP"]),
        ("Agencies", [None]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
        ("By Ann Lee", []),
        ("Web Desk", []),
        ("The PTI march", []),
    ],
)
def test_a_byline_credits_agencies(line: str, named: list[str | None]) -> None:
    assert credits_of(f"{line}\n\n", "") == named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("(With inputs from ANI)", ["ANI"]),
        ("(With PTI inputs)", ["PTI"]),
        ("With inputs from ANI and PTI", ["ANI", "PTI"]),
        ("With inputs from agencies", [None]),
        ("With inputs from Reuters and agencies", ["Reuters"]),
        ("© AFP", ["AFP"]),
        ("© 2024 AFP. All rights reserved.", ["AFP"]),
        ("Source: Reuters", ["Reuters"]),
        ("Additional reporting by Reuters.", ["Reuters"]),
        ("With reporting by Agence France-Presse and the Associated Press",
         ["Agence France-Presse", "Associated Press"]),
        ("The Associated Press contributed to this report.", ["The Associated Press"]),
        ("This story has been published from a wire agency feed without modifications.", [None]),
        ("Text: dpa", ["dpa"]),
        ("(avec AFP)", ["AFP"]),
        ("It was over by noon. — ANI", ["ANI"]),
        ("“It was over by noon.” (ANI)", ["ANI"]),
        ("IANS\n\nRead more: The boats of Aldmouth", ["IANS"]),
        ("Staff and agencies", [None]),
    ],
)  # fmt: skip
def test_the_end_of_a_text_credits_agencies(line: str, named: list[str | None]) -> None:
    assert credits_of("", line) == named


@pytest.mark.parametrize(
    "line",
    [
        "He joined the PTI",  # a party
        "He is of the party that won (PTI).",
        "He spoke to Reuters.",
        "The boats belong to Reuters",
        "Reporting by Ann Lee; editing by Bo Ray",
        "Additional reporting by Ann Lee",
        "He lives in Jordan. (Petra)",  # a town, alone
        "It was all said. — Ann Lee",
        "Source: the harbour master",
        "Copyright 2024 Harbour Times",
    ],
)
def test_other_last_lines_credit_nobody(line: str) -> None:
    assert credits_of("", line) == []


def test_a_report_keeps_the_credits_of_its_text_and_of_its_page() -> None:
    report = read_bytes(f"{BODY}(With inputs from ANI)".encode(), "a.txt")
    assert [one.agency for one in report.credits] == ["ANI"]
    page = (
        '<html><head><title>Boats</title><meta name="author" content="AFP"></head>'
        f"<body><article><h1>Boats</h1><p>{BODY * 4}</p></article></body></html>"
    )
    found = read_bytes(page.encode(), "a.html").credits
    assert [one.agency for one in found] == ["AFP"]


def test_hostile_lines_take_time_in_step_with_their_length() -> None:
    begun = time.process_time()
    for piece in (" — (", "AFP, ", "and ", "\n", " \xa0", "with inputs from "):
        find_credits(piece * 100_000, 0)
        find_credits(piece * 100_000, 100_000)
    assert time.process_time() - begun < 5
