"""Reports of PolNeAR: texts, and brat's stand-off with the parts of every attribution."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.benchmark import DataMissing
from evaluation.polnear import Credit, CreditedText, Extent, find_texts, read_credited

TEXT = "The mill.\r\n\r\n“It closes,” Anna Keller said. “In\x1bMay.” Oddly, nobody wept.\n"


def label(part: str, start: int = 0) -> tuple[int, int]:
    at = TEXT.index(part, start)
    return at, at + len(part)


FIRST, SECOND = label("“It closes,”"), label("“In\x1bMay.”")
KELLER, SAID, WEPT = label("Anna Keller"), label("said"), label("nobody wept")
ODDLY = label("Oddly")
LABELS = "\n".join(
    (
        "E1\tAttribution:T9 Content:T1 Content2:T2 Cue:T3 Source:T4",
        f"T1\tContent {FIRST[0]} {FIRST[1]}\t“It closes,”",
        f"T2\tContent {SECOND[0]} {SECOND[1]}\t“In May.”",
        f"T3\tCue {SAID[0]} {SAID[1]}\tsaid",
        f"T4\tSource {KELLER[0]} {KELLER[1]}\tAnna Keller",
        f"T9\tAttribution {SAID[0]} {SAID[1]}\tsaid",
        f"T5\tCue {ODDLY[0]} {ODDLY[1]}\tOddly",
        f"T6\tContent {WEPT[0]} {WEPT[0] + 6};{WEPT[0] + 7} {WEPT[1]}\tnobody wept",
        "E2\tAttribution-no-source:T7 Content:T6 Cue:T5",
        "E3\tAttribution:T8 Cue:T5",
        f"T10\tDiscuss {FIRST[0]} {SECOND[1]}\tof no role",
        "A stray line",
    )
)
NAME = "mill-post_2016-09-10_the-mill-closes-for-good"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    for kind in ("text", "attributions"):
        (tmp_path / "dev" / kind).mkdir(parents=True)
    path = tmp_path / "dev" / "text" / f"{NAME}.txt"
    path.write_bytes(TEXT.encode())
    folder = tmp_path / "dev" / "attributions"
    (folder / f"{NAME}_ab12.ann").write_text(LABELS, encoding="utf-8")
    (folder / f"{NAME}_cd34.ann").write_text("T1\tCue 0 3\tThe\n", encoding="utf-8")
    return path


def words(text: CreditedText, extents: tuple[Extent, ...]) -> list[str]:
    return [text.text[start:end] for start, end in extents]


def test_labels_stand_at_their_words_behind_line_ends_of_two_characters(report: Path) -> None:
    text = read_credited(report)
    assert text.name == NAME
    assert words(text, text.marks["source"]) == ["Anna Keller"]
    assert words(text, text.marks["cue"]) == ["said", "Oddly"]
    assert words(text, text.marks["content"]) == ["“It closes,”", "“In May.”", "nobody", "wept"]


def test_a_damaged_letter_is_a_space_and_moves_nothing(report: Path) -> None:
    text = read_credited(report)
    assert "\x1b" not in text.text
    assert len(text.text) == len(TEXT)


def test_an_attribution_joins_ranges_that_stand_before_or_behind_it(report: Path) -> None:
    said, oddly = read_credited(report).credits
    assert said == Credit((KELLER,), (SAID,), (FIRST, SECOND))
    assert oddly.source == (), "nobody is named"
    assert len(oddly.content) == 2, "one range in two pieces"


def test_of_several_annotators_the_first_by_name_is_read(report: Path) -> None:
    assert (0, 3) not in read_credited(report).marks["cue"]


def test_a_part_without_texts_is_told(report: Path) -> None:
    data = report.parents[2]
    assert find_texts(data, "dev") == [report]
    with pytest.raises(DataMissing, match="holds no train/text"):
        find_texts(data, "train")
