"""Which language a text is in."""

from __future__ import annotations

import py3langid
import pytest

from dateline.read.language import find_language

ENGLISH = (
    "The mayor said that the bridge had been closed after the fire, and that those who were in the "
    "houses by the river would be told when they could go back. Nobody has been hurt, the police "
    "said, but the road from the harbour will not be open before Monday. "
)
GERMAN = (
    "Der Bürgermeister sagte, die Brücke sei nach dem Brand gesperrt worden, und die Bewohner der "
    "Häuser am Fluss würden erfahren, wann sie zurückkehren können. Verletzt wurde niemand. "
)
INDONESIAN = (
    "Wali kota mengatakan bahwa jembatan itu ditutup setelah kebakaran dan warga yang tinggal di "
    "tepi sungai akan diberi tahu kapan mereka boleh pulang. Tidak ada yang terluka. "
)
RUSSIAN = (
    "Мэр заявил, что мост закрыт после пожара, а жителям домов у реки сообщат, когда они смогут "
    "вернуться. Никто не пострадал, сообщила полиция. "
)


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> tuple[str, float]:
        raise AssertionError(f"the model was asked about {text[:40]!r}")

    monkeypatch.setattr(py3langid, "classify", refuse)


@pytest.mark.usefixtures("without_model")
def test_plain_english_is_told_without_the_model() -> None:
    assert find_language(ENGLISH) == "en"
    assert find_language(ENGLISH.upper()) == "en"


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (INDONESIAN, "id"), (RUSSIAN, "ru")])
def test_other_languages_are_told_apart(text: str, code: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize("other", [GERMAN, INDONESIAN, RUSSIAN])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_text_in_two_languages_is_the_model_s_to_judge(other: str, times: int) -> None:
    for text in (ENGLISH * times + other * 2, other * 2 + ENGLISH * times):
        assert find_language(text) == py3langid.classify(text)[0]


def test_a_text_of_few_letters_has_no_language() -> None:
    assert find_language("The fire is out. 112 233 445 566 778 899 000 111 222 333") is None
    assert find_language("") is None


@pytest.mark.parametrize("text", ["x" * 200, "é" * 200, "ß1" * 200, "A" * 6000, "的" * 100])
def test_letters_that_make_no_words_have_some_answer(text: str) -> None:
    assert find_language(text) is not None
