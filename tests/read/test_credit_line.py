"""Lines of outlet, author and date, and the lines of a body that only look like them."""

from __future__ import annotations

import pytest

from dateline.read.head import Head, read_head

BODY = "The army attacked two posts near Mosul on Monday, police said.\n\nMore came of it later."


def head_of(line: str) -> Head:
    text = f"Two posts attacked\n\n{line}\n\n{BODY}"
    head = read_head(text)
    assert head.title == "Two posts attacked"
    return head


@pytest.mark.parametrize(
    ("line", "published", "outlet", "authors"),
    [
        (
            "By Ines Toll, The Quay City Courier\nPublished: Sunday, June 14, 2026",
            "2026-06-14", "The Quay City Courier", ("Ines Toll",),
        ),
        ("Dune Herald | Our Reporter | Published June 4, 2026", "2026-06-04", "Dune Herald", ()),
        ("By I. Toll | The Yarl Sun | 12 May 2026", "2026-05-12", "The Yarl Sun", ("I. Toll",)),
        ("The Yarl Herald, 20 January 2026", "2026-01-20", "The Yarl Herald", ()),
        ("The Times of Yarl, 20 January 2026", "2026-01-20", "The Times of Yarl", ()),
        ("Posted on 2025-06-11 by OpenDune team", "2025-06-11", None, ("OpenDune team",)),
        ("Yarl Observer • Tuesday, 21 May 2024 • 08:15 CET", "2024-05-21", "Yarl Observer", ()),
        ("Published in Dusk, March 3rd, 2026", "2026-03-03", "Dusk", ()),
        ("Toll Print | Yarl | Updated 4 May 2026 | Published 3 May 2026", "2026-05-03", None, ()),
        ("Issue of 2 May 2026. By I. Toll for Yarl Look", "2026-05-02", "Yarl Look", ("I. Toll",)),
        ("By I. Toll, Yarl News, 8 May 2025, 14:20 GMT", "2025-05-08", "Yarl News", ("I. Toll",)),
        ("Yarl News-Leaf | Yarl, Mo. | Sept. 4, 2025", "2025-09-04", "Yarl News-Leaf", ()),
        ("Dune Gazette\n14:05, 22 Nov 2025", "2025-11-22", "Dune Gazette", ()),
        ("12 May 2026, The Yarl Sun", "2026-05-12", "The Yarl Sun", ()),
        ("Published 12 May 2026 by The Yarl Sun", "2026-05-12", "The Yarl Sun", ()),
        ("Ines Toll, Staff Writer — June 14, 2026", "2026-06-14", None, ("Ines Toll",)),
        ("Web Desk June 14, 2026", "2026-06-14", None, ()),
        ("**Published:** 4 March 2026", "2026-03-04", None, ()),
        ("Published: 2026-06-14T10:15:00Z", "2026-06-14T10:15:00+00:00", None, ()),
        (
            "By Ines Toll, The Yarl Sun — Published 12 May 2026, updated 13 May 2026",
            "2026-05-12", "The Yarl Sun", ("Ines Toll",),
        ),
        ("Published 9 October 2025", "2025-10-09", None, ()),
    ],
)  # fmt: skip
def test_a_line_of_names_and_one_full_date_is_a_byline(
    line: str, published: str, outlet: str | None, authors: tuple[str, ...]
) -> None:
    head = head_of(line)
    assert (head.published, head.published_from) == (published, "byline")
    assert (head.outlet, head.authors) == (outlet, authors)
    assert head.dateline is None


def test_the_body_begins_after_such_a_line() -> None:
    text = f"Two posts attacked\n\nDune Herald | Staff | 3 May 2026\n\n{BODY}"
    assert text[read_head(text).body_start :] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "On 12 May 2026, the army attacked Mosul",
        "On 12 May 2026, the army attacked Mosul.",
        "ON 12 MAY 2026, THE ARMY ATTACKED MOSUL",
        "Toll, who was born on 3 March 1960, said.",
        "The Yarl Ledger, 12 May 2026, said Toll had died",
        "By 12 May 2026, Three Men Had Been Held",
        "By the time reporters arrived on 12 May 2026",
        "Released on 3 March 2025, Ines Toll Returned Home",
        "Published in Lima, 3 March 2025, The Book Sold Well",
        "Published in 1999, the book came out anew on 3 March 2025",
        "Ines Toll (born 3 March 1960)",
        "Photo: Police guard the scene, June 1, 2026. (Ines Toll/The Yarl Courier)",
        "© 2026 The Yarl Courier. All rights reserved. Updated June 20, 2026.",
        "Copyright The Yarl Courier, 3 May 2026",
        "READ MORE: Protesters march in London on January 5, 2024",
        "Related: The Yarl Ledger, 3 March 2024",
        "Editor's note: updated on 3 March 2025",
    ],
)
def test_words_of_a_body_or_of_page_furniture_give_no_date(line: str) -> None:
    head = head_of(line)
    assert (head.published, head.modified, head.authors, head.outlet) == (None, None, (), None)
    assert read_head(f"{line}\n\n{BODY}").published is None
    assert read_head(f"Two posts attacked\n\n{BODY}\n\n{line}").published is None


def test_names_in_cells_need_a_title_before_them() -> None:
    line = "Ines Toll | Yarl | 3 May 2026"
    assert head_of(line).published == "2026-05-03"
    assert read_head(f"{line}\n\n{BODY}").published is None


def test_a_headline_above_the_outlet_stays_the_title() -> None:
    head = read_head(f"Two Posts Attacked\nThe Yarl Herald, 20 January 2026\n\n{BODY}")
    assert (head.title, head.outlet) == ("Two Posts Attacked", "The Yarl Herald")


def test_a_date_of_change_is_no_publication_unless_it_is_all_there_is() -> None:
    line = "Staff Reporter | Updated - March 3, 2026 10:15 pm IST - HYDERABAD"
    head = head_of(line)
    assert (head.published, head.published_from) == ("2026-03-03", "update")
    assert head.modified == "2026-03-03"
    both = head_of(f"{line}\nPublished: 1 March 2026")
    assert (both.published, both.published_from) == ("2026-03-01", "byline")
    assert both.modified == "2026-03-03"


def test_a_change_that_a_page_states_is_no_publication() -> None:
    known = Head(modified="2026-03-04")
    assert read_head(f"Two posts attacked\n\n{BODY}", 0, known).published is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Published: 4 March 2026", None), ("(Published in Dusk, March 4th, 2026)", "Dusk")],
)
def test_a_last_line_that_only_states_the_publication_counts(line: str, outlet: str | None) -> None:
    head = read_head(f"Two posts attacked\n\n{BODY}\n\n{line}\n")
    assert (head.published, head.published_from, head.outlet) == ("2026-03-04", "byline", outlet)


@pytest.mark.parametrize(
    "line",
    ["© 4 March 2026", "Last updated: 4 March 2026", "4 March 2026",
     "The Yarl Herald, 4 March 2026"],
)  # fmt: skip
def test_any_other_date_at_the_end_does_not(line: str) -> None:
    head = read_head(f"Two posts attacked\n\n{BODY}\n\n{line}")
    assert (head.published, head.modified) == (None, None)


def test_a_dateline_takes_its_year_from_a_line_below_it() -> None:
    head = read_head(
        "MOSUL, Oct 2 (AFP) — The port is shut.\n\nPublished: 2025-10-02\n\nMore came."
    )
    assert head.dateline is not None
    assert (head.dateline.date, head.published) == ("2025-10-02", "2025-10-02")
