"""A quote in its context, with nothing hidden, and no address that could run."""

from __future__ import annotations

import pytest

from dateline.export.passages import safe_link, show_hidden, show_passage
from dateline.records import Quote

TEXT = "First words stand here. The envoy met the mayor in Lima. Last words.\nAnother paragraph."


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


def test_the_parts_of_a_passage_are_the_text_letter_for_letter() -> None:
    shown = show_passage(TEXT, quote(TEXT, "The envoy met the mayor in Lima."), quote(TEXT, "met"))
    parts = (shown.before, shown.head, shown.trigger, shown.tail, shown.after)
    assert parts == (
        "First words stand here. ", "The envoy ", "met", " the mayor in Lima.", " Last words.",
    )  # fmt: skip


def test_context_ends_with_its_paragraph() -> None:
    assert show_passage(TEXT, quote(TEXT, "Another"), quote(TEXT, "Another")).before == ""


def test_long_context_is_cut_between_words_and_says_so() -> None:
    text = "word " * 100 + "HERE" + " word" * 100
    shown = show_passage(text, quote(text, "HERE"), quote(text, "HERE"))
    assert shown.before.startswith("…word ")
    assert shown.after.endswith(" word…")
    assert len(shown.before) < 200


def test_a_trigger_outside_the_quote_is_not_marked_in_it() -> None:
    shown = show_passage(TEXT, quote(TEXT, "Last words."), quote(TEXT, "met"))
    assert (shown.head, shown.trigger, shown.tail) == ("Last words.", "", "")


def test_joiners_of_persian_and_indian_names_are_left_alone() -> None:
    assert show_hidden("می\u200cخواهم") == "می\u200cخواهم"
    assert show_hidden("a\u202eb\ud800") == "a⟨U+202E⟩b⟨U+D800⟩"


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "data:text/html,x", "//x.example", "/a", "file:///etc/hosts",
        "https:", "https:///a", "\u202ehttps://x.example", " javascript:x", "http://[", "ftp://x.example",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_a_web_address_is_a_link() -> None:
    assert safe_link("https://x.example/a?b=c#d") == "https://x.example/a?b=c#d"
