"""Title, byline and date lines before the body of a plain text."""

from __future__ import annotations

from dateline.read.head import Head, read_head


def test_title_byline_and_dateline_stand_before_the_body() -> None:
    text = (
        "Three held near Quetta\n\nBy Ayesha Khan | Published: 3 March 2025\n\n"
        "QUETTA, Pakistan, March 2 (Agency) — Three men were held."
    )
    head = read_head(text)
    assert head.title == "Three held near Quetta"
    assert head.authors == ("Ayesha Khan",)
    assert (head.published, head.published_from) == ("2025-03-03", "byline")
    assert head.dateline is not None
    assert (head.dateline.place, head.dateline.date) == ("Quetta", "2025-03-02")
    assert text[head.body_start :] == "Three men were held."


def test_a_full_date_of_the_dateline_is_the_publication_if_there_is_nothing_better() -> None:
    text = " date 2026-01-07 Islamabad: A film was shown."
    head = read_head(text)
    assert (head.published, head.published_from) == ("2026-01-07", "dateline")
    assert text[head.body_start :] == "A film was shown."


def test_what_is_known_already_wins_over_the_text() -> None:
    known = Head(title="Talks end", published="2026-01-08", published_from="json-ld")
    head = read_head("KARACHI, Jan 7, 2026 — The talks are over.", 0, known)
    assert (head.title, head.published, head.published_from) == (
        "Talks end", "2026-01-08", "json-ld",
    )  # fmt: skip


def test_a_bare_date_line_before_a_placed_dateline_counts_as_a_byline() -> None:
    text = "3 March 2025\n\nKARACHI (AP) — The port is shut."
    head = read_head(text)
    assert head.dateline is not None
    assert (head.dateline.place, head.dateline.date) == ("Karachi", None)
    assert (head.published, head.published_from) == ("2025-03-03", "byline")


def test_changes_and_several_authors_are_read() -> None:
    head = read_head(
        "Port shut\nBy Omar Baloch and Ayesha Khan, Reuters\nPublished: March 3, 2025 14:00 PKT\n"
        "Last updated: March 4, 2025\n\nThe port is shut."
    )
    assert head.authors == ("Omar Baloch", "Ayesha Khan")
    assert (head.published, head.modified) == ("2025-03-03", "2025-03-04")


def test_ordinary_first_lines_are_the_body() -> None:
    for text in (
        "By the time police came it was over.\n\nMore came.",
        "By Monday, three men had been held.\n\nMore came.",
        "Three men were held on Monday.\n\nMore came.",
        "a paragraph that is broken\ninto two lines goes on.",
        "One line only",
    ):
        head = read_head(text)
        assert (head.title, head.authors, head.body_start) == (None, (), 0), text


def test_a_headline_with_a_place_is_a_title_and_not_the_dateline() -> None:
    text = "KARACHI: Police hold three\n\nKARACHI: Police held three men on Monday."
    head = read_head(text)
    assert head.title == "KARACHI: Police hold three"
    assert head.dateline is not None
    assert head.dateline.words.start == 28


def test_a_line_with_date_or_agency_is_no_title_though_it_lacks_a_full_stop() -> None:
    head = read_head("KARACHI (AP) — The port is shut\n\nMore will follow.")
    assert head.title is None
    assert head.dateline is not None
