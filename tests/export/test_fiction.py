"""A page of the bundled sample says so by itself; a page of anything else does not."""

from __future__ import annotations

import hashlib

from dateline.export import write_html
from dateline.export.fiction import is_sample
from dateline.records import Report, report_id
from dateline.sample import sample_paths


def sample_reports() -> list[Report]:
    digests = (hashlib.sha256(path.read_bytes()).hexdigest() for path in sample_paths())
    return [Report(report_id(digest), "Text.", digest) for digest in digests]


def other() -> Report:
    digest = hashlib.sha256(b"another report").hexdigest()
    return Report(report_id(digest), "Text.", digest)


def test_the_sample_and_any_part_of_it_are_fiction() -> None:
    reports = sample_reports()
    assert is_sample(reports)
    assert is_sample(reports[3:5])


def test_one_report_of_another_hand_makes_it_no_sample() -> None:
    assert not is_sample([*sample_reports(), other()])
    assert not is_sample([])


def test_the_page_of_the_sample_says_that_it_is_fiction() -> None:
    assert "This is fiction." in write_html(sample_reports(), [], [], [])
    assert "This is fiction." not in write_html([*sample_reports(), other()], [], [], [])
