"""The set `attribution`: what the product, its rules, its model and another tool credit to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate.language import parse
from dateline.read import read_bytes
from dateline.records import AUTHOR, Attribution, Quote, Source
from evaluation.attribution import ATTRIBUTION, RULES, as_report, found_in, quote_of, read_by_model
from evaluation.benchmark import DataMissing
from evaluation.peers.environment import VARIABLE
from evaluation.polnear import Credit, CreditedText, Extent

TEXT = "Mill to close\n\nThe mill will close in May, the miller Anna Keller said on Friday.\n"
LABELS = (("Source", "the miller Anna Keller"), ("Cue", "said"), ("Content", "The mill will close"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-peers"))
    lines = ["E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3"]
    for number, (role, words) in enumerate(LABELS, 1):
        start = TEXT.index(words)
        end = start + len(words)
        lines.append(f"T{number}\t{role} {start} {end}\t{words}")
    folder = tmp_path / "polnear"
    for part in ("dev", "train"):
        for kind, name, written in (
            ("text", "mill.txt", TEXT),
            ("attributions", "mill_ab12.ann", "\n".join(lines)),
        ):
            (folder / part / kind).mkdir(parents=True, exist_ok=True)
            (folder / part / kind / name).write_text(written, encoding="utf-8")
    return folder


def words(text: str, extents: tuple[Extent, ...]) -> list[str]:
    return [text[start:end] for start, end in extents]


# -------------------------------------------------------------------------------- the systems


def test_the_headline_is_read_like_all_else() -> None:
    report = as_report(CreditedText("mill", TEXT, {}, ()))
    assert read_bytes(TEXT.encode()).body_start > 0, "a user's report has it as its title"
    assert report.body_start == 0


def test_a_text_that_reading_would_change_is_refused() -> None:
    with pytest.raises(ValueError, match="mill: reading changes the text"):
        as_report(CreditedText("mill", "The mill.\r\nIt closes, she said.\r\n", {}, ()))


def test_the_origin_is_the_source_and_the_author_is_left_out() -> None:
    said, content = Quote(9, 13, "told"), (Quote(20, 30, "it closes."),)
    keller = Source("person", "Keller", None, Quote(0, 6, "Keller"))
    outlet = Source("outlet", "AFP", None, Quote(14, 17, "AFP"))
    told = Attribution((keller, outlet), said, content, "told", "reported")
    own = Attribution((AUTHOR,), said, content, "inferred", "inferred")
    assert found_in([told, own]).credits == [Credit(((0, 6),), ((9, 13),), ((20, 30),))]


def test_words_that_are_the_cue_themselves_name_nobody() -> None:
    cue = Quote(4, 14, "reportedly")
    source = Source("unnamed", "reportedly", None, cue)
    found = found_in([Attribution((source,), cue, (Quote(15, 22, "retired"),), "told", "reported")])
    assert found.credits[0].source == ()
    assert found.marks["source"] == []


def test_the_model_alone_joins_the_contents_of_one_cue() -> None:
    text = '"The mill will close in May," Anna Keller said. "We have no choice left."'
    (credit,) = read_by_model(parse(text)).credits
    assert words(text, credit.source) == ["Anna Keller"]
    assert words(text, credit.cue) == ["said"]
    assert words(text, credit.content) == [
        '"The mill will close in May,"',
        '"We have no choice left."',
    ]


def test_the_model_alone_joins_nothing_across_paragraphs() -> None:
    text = "Tomas Brandt said the mill would close.\n\nThe mayor denied that it was sold."
    first, second = read_by_model(parse(text)).credits
    assert words(text, first.source) == ["Tomas Brandt"]
    assert words(text, second.source) == ["The mayor"]


def test_an_answer_of_the_quote_extractor_may_lack_its_speaker() -> None:
    assert quote_of([None, [4, 8], [9, 20]]) == Credit((), ((4, 8),), ((9, 20),))


# ------------------------------------------------------------------------------------ the run


def test_all_systems_are_measured_on_both_parts(data: Path) -> None:
    result = ATTRIBUTION.run(data)
    assert result.documents == 1
    assert result.peers[RULES]["cue_f1"] == 1
    assert set(result.parts) == {
        "one in twenty of train",
        "one in twenty of train: rules alone",
        "one in twenty of train: model alone",
    }
    assert result.figures["attribution_r"] == 1
    assert result.figures["content_p"] < 1, "two words more than are labelled"


def test_a_tool_that_is_not_there_is_told_with_the_files_that_it_needs(data: Path) -> None:
    (note,) = ATTRIBUTION.run(data).notes
    assert "put quote_extractor.py, utils.py, rules/quote_verb_list.txt of" in note


def test_a_folder_without_texts_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="holds no dev/text"):
        ATTRIBUTION.run(tmp_path)
