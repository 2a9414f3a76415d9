"""Bytes and files to reports."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.errors import LimitHeld, UnreadableInput
from dateline.read import MAX_BYTES, MAX_CODE_POINTS, read_bytes, read_report
from dateline.records import report_id

PIECES = [
    "<html>", "<body>", "<p>", "</p>", "<div class=date>", "</div>", "<h1>", "<time>", "<title>",
    "3 March 2025", "KARACHI (AP) — ", "By Ayesha Khan", "words come here. ", "\x00", "\ud800",
    "&#0;", "<!--", "<script type='application/ld+json'>", '{"@type": "Article"}', "</script>",
    "<a href='", "\n\n", "é", "<?xml version='1.0' encoding='x'?>", "<table><td>",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map(lambda some: "<html>" + "".join(some))


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(str.encode),
        st.text(max_size=100).map(lambda text: text.encode("utf-16")),
        MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")),
    ),
    st.sampled_from(["a.txt", "a.html", None]),
)
@example(b"\xed\xa0\x80 half a pair", "a.txt")
@example(b"KARACHI (AP) \xe2\x80\x94", "a.txt")
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_report_or_are_refused_and_twice_the_same(
    data: bytes, file: str | None
) -> None:
    try:
        report = read_bytes(data, file)
    except UnreadableInput as refused:
        message = str(refused)
        assert "\n" not in message
        assert message.endswith(".")
        return
    assert report.text.encode().decode() == report.text
    assert report.text.strip()
    assert 0 <= report.body_start <= len(report.text)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    if report.dateline is not None:
        words = report.dateline.words
        assert report.text[words.start : words.end] == words.exact
        assert words.end <= report.body_start
    assert read_bytes(data, file) == report


def test_the_same_bytes_are_one_report_whatever_their_name() -> None:
    left, right = (
        read_bytes(b"The port is shut.", "a.txt"),
        read_bytes(b"The port is shut.", "b.txt"),
    )
    assert left.id == right.id == report_id(left.sha256)


def test_the_text_of_a_plain_file_is_kept_as_it_is() -> None:
    text = " date 2026-01-07 Islamabad: A film.\n\n  It was \tshown.  \n"
    assert read_bytes(text.encode(), "a.txt").text == text


def test_the_file_is_the_base_name_without_marks_that_hide_or_turn_words() -> None:
    report = read_bytes(b"The port is shut.", "../case/\x1b[31mst\u202eory\n.txt")
    assert report.file == "[31mstory .txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (" \xa0\u2003\n".encode(), "only white space"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "XML"),
    ],
)
def test_what_holds_nothing_is_refused_with_its_name(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as refused:
        read_bytes(data, "a.txt")
    assert str(refused.value).startswith("a.txt: ")


def test_more_than_the_limit_of_bytes_or_characters_is_held() -> None:
    with pytest.raises(LimitHeld, match=r"20\.0 MB is over the limit of 10 MB"):
        read_bytes(b"ab " * 6_666_667, "a.txt")
    with pytest.raises(LimitHeld, match="characters is over the limit of 1,000,000"):
        read_bytes(b"a" * (MAX_CODE_POINTS + 1), "a.txt")
    assert len(read_bytes(b"a" * MAX_CODE_POINTS, "a.txt").text) == MAX_CODE_POINTS
    assert MAX_BYTES > MAX_CODE_POINTS


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("KARACHI, Jan 7, 2026 — The port is shut.", "utf-8")
    report = read_report(path)
    assert (report.file, report.published) == ("a.txt", "2026-01-07")
    with pytest.raises(UnreadableInput, match="no such file"):
        read_report(tmp_path / "b.txt")
    with pytest.raises(UnreadableInput, match="is a folder"):
        read_report(str(tmp_path))


def test_the_language_is_told_only_from_enough_text() -> None:
    long = "The port is shut since the storm came in from the sea, and two ships have to wait."
    assert read_bytes(long.encode()).language == "en"
    assert read_bytes(b"The port is shut.").language is None


def test_importing_the_stage_loads_no_slow_library() -> None:
    code = (
        "import sys, dateline.read; "
        "print([m for m in ('lxml', 'trafilatura', 'py3langid', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
