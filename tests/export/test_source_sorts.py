"""The sort of a source without a name in the records export."""

from __future__ import annotations

import json
from dataclasses import replace

from dateline.export.records import write_records
from dateline.records import AUTHOR, Source
from tests.export.case import make_case


def test_a_source_without_a_name_says_of_what_sort_it_is() -> None:
    made = make_case()
    sources = (Source("unnamed", "two officials", sort="official"), AUTHOR)
    claims = [replace(made.claims[0], sources=sources)]
    lines = map(json.loads, write_records(made.reports, made.entities, claims, []))
    (written,) = [line for line in lines if line["record"] == "claim"]

    assert [source["sort"] for source in written["sources"]] == ["official", None]
