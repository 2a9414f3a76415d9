"""How deep a page is nested."""

from __future__ import annotations

import time

import pytest

from dateline.read.nesting import measure


@pytest.mark.parametrize(
    ("html", "depth"),
    [
        ("no tags", 0),
        ("<div><p>a<p>b<p>c</div>", 2),  # a paragraph ends the one before
        ("<ul><li>a<li>b<li>c</ul>", 2),
        ("<div><br><img src=x><hr></div>", 1),
        ("<div><!-- <div><div><div> --></div>", 1),
        ("<body><script>'<div><div><div>'</script><p>x</p></body>", 2),
        ("</div></div><div></div>", 1),
        ("<div title='a>b'><b><i>x</i></b></div>", 3),
    ],
)
def test_depth_counts_the_elements_that_are_open_at_once(html: str, depth: int) -> None:
    assert measure(html, 1_000)[0] == depth


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>x", "<a ", "<!--", "<script>", "</p>", "<p>", "<a <b", "<"]
)
def test_hostile_pages_are_measured_in_linear_time(piece: str) -> None:
    began = time.process_time()
    measure(piece * 100_000 + ">", 200)
    assert time.process_time() - began < 1
