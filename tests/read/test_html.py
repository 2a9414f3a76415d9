"""Pages to reports."""

from __future__ import annotations

import time

import pytest

from dateline.errors import LimitHeld, UnreadableInput
from dateline.read import read_bytes
from dateline.read.html import read_page
from dateline.records import Report

BODY = (
    "<p>KARACHI, Pakistan, March 2 (Agency) — The port of Karachi was shut on Sunday after a "
    "storm had come in from the sea, the port's director said.</p>"
    "<p>Two ships had to wait outside for a day, he said, and nobody was hurt. The port will open "
    "again on Tuesday if the wind allows it, according to the harbour master.</p>"
    "<p>Fishermen at the old quay said that they had not seen such a storm in ten years.</p>"
)


def page(head: str = "", before: str = "", after: str = "", body: str = BODY) -> Report:
    html = (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Port is shut</h1>{before}{body}</article>{after}</body></html>"
    )
    return read_bytes(html.encode(), "story.html")


def test_the_text_is_the_title_an_empty_line_and_the_paragraphs() -> None:
    report = page()
    lines = report.text.split("\n")
    assert lines[:2] == ["Port is shut", ""]
    assert len(lines) == 5
    assert report.text.count("Port is shut") == 1
    assert "Home" not in report.text
    assert report.title == "Port is shut"
    assert report.media_type == "text/html"
    assert report.language == "en"


def test_the_dateline_in_a_page_is_found_and_the_body_starts_after_it() -> None:
    report = page('<meta property="article:published_time" content="2025-03-03">')
    assert report.dateline is not None
    assert report.dateline.place == "Karachi"
    assert report.dateline.date == "2025-03-02"
    words = report.dateline.words
    assert report.text[words.start : words.end] == words.exact
    assert report.text[report.body_start :].startswith("The port of Karachi")


LD = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "datePublished": "2025-03-01"}</script>'
)
META = '<meta property="article:published_time" content="2025-03-02T10:00:00+05:00">'
TIME = "<time datetime='2025-03-03'>yesterday</time>"
SHOWN = "<p class=byline>By Ayesha Khan | 4 March 2025</p>"


@pytest.mark.parametrize(
    ("head", "before", "published", "origin"),
    [
        (LD + META, TIME + SHOWN, "2025-03-01", "json-ld"),
        (META, TIME + SHOWN, "2025-03-02T10:00:00+05:00", "meta"),
        ("", TIME + SHOWN, "2025-03-03", "time"),
        ("<link rel=canonical href='https://x.example/2025/03/05/a'>", SHOWN, "2025-03-05", "url"),
        ("", SHOWN, "2025-03-04", "byline"),
        ("", "<div>Published: 4 March 2025</div>", "2025-03-04", "byline"),
        ("", "", None, None),
    ],
)
def test_the_date_comes_from_the_surest_source_and_says_which(
    head: str, before: str, published: str | None, origin: str | None
) -> None:
    report = page(head, before)
    assert (report.published, report.published_from) == (published, origin)


@pytest.mark.parametrize(
    "after",
    [
        "<footer><p>Last updated: 1 January 2024</p></footer>",
        "<footer>© 1 January 2024 Indus Courier</footer>",
        "<div class=footer><span class=date>1 January 2024</span></div>",
        "<aside><time datetime=2024-01-01>1 January 2024</time><a href=x>Other</a></aside>",
        "<div class=related-news><span class=date>1 January 2024</span><a href=x>Other</a></div>",
        "<article class=comment><time datetime=2024-01-01>then</time><p>I agree.</p></article>",
    ],
)
def test_a_date_of_the_furniture_is_never_the_publication(after: str) -> None:
    assert page(after=after).published is None


def test_an_update_in_the_article_is_the_change_and_not_the_publication() -> None:
    report = page(before="<p class=date>Updated: 5 March 2025</p>")
    assert (report.published, report.modified) == (None, "2025-03-05")


def test_a_time_in_utc_gives_way_to_the_day_that_the_page_prints() -> None:
    utc = META.replace("2025-03-02T10:00:00+05:00", "2025-03-05T02:00:00Z")
    report = page(utc, SHOWN)
    assert (report.published, report.published_from) == ("2025-03-04", "byline")


def test_outlet_authors_and_title_are_read_from_meta_elements() -> None:
    report = page(
        '<meta property="og:site_name" content="Indus Courier">'
        '<meta property="og:title" content="Port is shut | Indus Courier">'
        '<meta name="author" content="By Ayesha Khan">'
    )
    assert report.outlet == "Indus Courier"
    assert report.title == "Port is shut"
    assert report.authors == ("Ayesha Khan",)


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    html = f"<html><head><meta charset=iso-8859-2></head><body><p>Łódź: {BODY}</p></body></html>"
    report = read_bytes(html.replace("—", "-").encode("iso8859-2"), "story.html")
    assert "Łódź" in report.text
    assert report.encoding == "iso8859-2"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><head><title>Empty</title></head><body><script>var a = 1</script></body></html>",
        "<!doctype html>",
        "<html><body><nav><a href=/>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_text_is_refused_in_one_sentence(html: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^story\.html: .*\.txt and add that\.$"):
        read_bytes(html.encode(), "story.html")


def test_a_page_of_100_000_nested_tags_is_held_at_once_and_none_of_its_text_is_lost() -> None:
    began = time.process_time()
    with pytest.raises(LimitHeld, match="nested more than 200"):
        read_bytes(b"<html><body>" + b"<div>" * 100_000 + b"text", "deep.html")
    assert time.process_time() - began < 1


def test_nesting_below_the_limit_loses_no_text() -> None:
    deep = "<div>" * 150 + BODY + "</div>" * 150 + "<p>The last words stand after it all.</p>"
    report = page(body=deep)
    assert "ten years" in report.text
    assert "The last words stand after it all." in report.text


def test_a_tag_of_very_many_attributes_is_held() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(2_000))
    with pytest.raises(LimitHeld, match="2,001 attributes"):
        page(body=f'<p title=">" {attributes}>x</p>')


def test_codes_of_control_characters_in_a_page_do_no_harm() -> None:
    report = page(body=BODY.replace("Sunday", "Sun&#0;&#1;&#xD800;&#x110000;day"))
    assert "Sun" in report.text
    report.text.encode()


def test_a_few_nuls_in_a_page_are_passed_over_as_browsers_do() -> None:
    report = page(body=BODY.replace("Sunday", "Sunday\0"))
    assert "The port of Karachi was shut on Sunday" in report.text
    assert "\0" not in report.text
    assert report.notes


def test_long_runs_of_white_space_are_read_in_linear_time() -> None:
    began = time.process_time()
    page(f"<script>{' ' * 2_000_000}</script>")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='nofollow Canonical' href=' https://x.example/a '>", "https://x.example/a"),
        ("<meta property=og:url content='http://x.example/b'>", "http://x.example/b"),
        (
            "<meta property=og:url content='https://x.example/b'>"
            "<link rel=canonical href='https://x.example/a'>",
            "https://x.example/a",
        ),
        (
            "<link rel=canonical href='/a'><meta property=og:url content='https://x.example/b'>",
            "https://x.example/b",
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", None),
        (
            "<link rel=canonical href='https://x.example/&#27;[2J\u202ea'>",
            "https://x.example/\ufffd[2Ja",
        ),
        (f"<link rel=canonical href='https://x.example/{'a' * 5_000}'>", None),
        ("<link rel=canonical>", None),
    ],
)
def test_a_page_says_its_own_whole_address(head: str, address: str | None) -> None:
    assert page(head).url == address


def test_the_address_that_is_known_goes_before_the_page_s_own() -> None:
    data = b"<link rel=canonical href='https://x.example/a'><p>" + b"The quay was wet. " * 9
    known = read_bytes(data, url="https://y.example/b").url
    assert known == "https://y.example/b"


def test_a_short_article_keeps_its_heading_byline_and_paragraphs_apart() -> None:
    page = (
        "<html><head><title>Fire in Korvan</title></head><body><article><h1>Fire in Korvan</h1>"
        '<p class="byline">By Wim Bauer</p><p>A fire killed nine people in Korvan.</p>'
        "<p>Police arrested two men.</p></article></body></html>"
    )
    text, _, _ = read_page(page, "page")
    assert "By Wim Bauer A fire" not in text
    assert "A fire killed nine people in Korvan.\nPolice arrested two men." in text
