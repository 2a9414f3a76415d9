"""All findings in one report together, and texts that were written to break us."""

from __future__ import annotations

import time

import pytest

from dateline.records import Quote
from tests.annotate.reading import Reading, read

STORY = (
    "LIMA, March 14, 2024 (Andean Wire) — President Nadir Sol met Lena Brandt, chair of the "
    "Harbour Workers Union (HWU), in Lima on Monday, two officials said.\n\n"
    "The HWU denied that Brandt had met him. “She may meet him in Porto,” said the group's "
    "spokesman 😀 Omar\u00a0Karsh.\n"
)


def quotes(reading: Reading) -> list[Quote]:
    """Every quote in the annotations of a report."""
    found = reading.annotations
    shown = [m.words for c in found.chains for m in c.mentions]
    shown += [r.title for c in found.chains for r in c.roles]
    shown += [t.words for t in found.times] + [p.words for p in found.places]
    shown += [q for a in found.attributions for q in (a.cue, *a.content)]
    shown += [s.words for a in found.attributions for s in a.sources if s.words]
    return shown + [s.cue for s in found.stances]


def test_every_finding_shows_its_words() -> None:
    reading = read(STORY)

    assert len(quotes(reading)) > 20
    for quote in quotes(reading):
        assert reading.report.text[quote.start : quote.end] == quote.exact


def test_every_kind_of_finding_is_there() -> None:
    found = read(STORY).annotations

    assert {"Nadir Sol", "Lena Brandt", "Harbour Workers Union"} <= {c.name for c in found.chains}
    assert [t.words.exact for t in found.times] == ["Monday"]
    assert "Lima" in [p.where.name for p in found.places]
    assert len(found.attributions) == 3
    assert {s.polarity for s in found.stances} == {"+", "-"}


def test_findings_stand_in_text_order_and_name_their_report() -> None:
    reading = read(STORY)
    found = reading.annotations

    assert found.report == reading.report.id
    assert {m.report for c in found.chains for m in c.mentions} == {reading.report.id}
    for words in (
        [c.mentions[0].words for c in found.chains],
        [t.words for t in found.times],
        [p.words for p in found.places],
        [a.cue for a in found.attributions],
    ):
        assert words == sorted(words)
    assert [s.token for s in found.stances] == sorted(s.token for s in found.stances)


def test_nothing_is_found_before_the_body() -> None:
    reading = read(STORY)

    assert reading.report.body_start > 0
    assert all(q.start >= reading.report.body_start for q in quotes(reading))


def test_an_empty_body_has_no_findings() -> None:
    reading = read("Lima\n")

    assert reading.annotations.chains == ()
    assert reading.claims == ()


HOSTILE = {
    "brackets with acronyms": "Lamp Trust (LT) (" * 1_500,
    "brackets": "( " * 8_000,
    "capitals": "ABCD" * 25_000,
    "capitals in words": "Abcd " * 5_000,
    "hyphens": "A-" * 5_000 + "A",
    "one word": "a" * 50_000,
    "white space": " \t\u00a0" * 30_000 + "x",
    "lines": "x\n" * 2_000,
    "said that": "Sol said that " * 1_500 + "Karsh met Brandt.",
    "and": "Sol and " * 3_000 + "Karsh met Brandt.",
    "of": "chief of the League of " * 1_000 + "Sol.",
    "not": "not " * 3_000,
    "dates": "on Monday " * 2_000,
    "he": "Nadir Sol spoke. " + "He met him. " * 1_500,
    "names": "".join(f"Nadir S{chr(97 + i % 26)}{chr(97 + i // 26)} spoke. " for i in range(676)),
    "combining marks": "e" + "\u0301" * 30_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read_within_ten_seconds(kind: str) -> None:
    started = time.perf_counter()
    reading = read(HOSTILE[kind])
    elapsed_s = time.perf_counter() - started

    read.cache_clear()
    assert elapsed_s < 10
    for quote in (*quotes(reading), *(c.quote for c in reading.claims)):
        assert reading.report.text[quote.start : quote.end] == quote.exact


def test_a_long_run_of_marks_without_white_space_is_read_within_ten_seconds() -> None:
    started = time.perf_counter()
    read('(“,"[' * 2_500)
    elapsed_s = time.perf_counter() - started

    read.cache_clear()
    assert elapsed_s < 10
