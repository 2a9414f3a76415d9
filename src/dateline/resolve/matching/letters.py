"""Printed words → plain Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from dateline.resolve.sounds import consonants as consonants

_APOSTROPHES = re.compile("['’‘ʼʾʿ`´ʹʺ]")
_LOOKALIKES = str.maketrans("аеорсухіјѕһԁԛԝвкмнтзАВЕКМНОРСТУХІЈЅαορνικτυχ",
                            "aeopcyxijshdqwbkmhtzABEKMHOPCTYXIJSaopviktux")  # fmt: skip
"""Letters of other scripts that look like Latin ones; read so inside a word that has Latin ones."""
_DIGIT_LETTERS = str.maketrans("013457", "oieast")
_CYRILLIC_LOOKALIKES = str.maketrans("aeopcyxiABEKMHOPCTYX", "аеорсухіАВЕКМНОРСТУХ")
_SINGLE = str.maketrans({"ı": "i", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "'": None})


def clean(text: str) -> str:
    """`text` in one form of each letter, without invisible characters and lookalike letters."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn"))
    if text.isascii():
        return text
    text = "".join(" " if unicodedata.category(c) == "So" else c for c in text)
    return " ".join(_one_script(word) for word in text.split())


def _one_script(word: str) -> str:
    latin = sum("a" <= c.casefold() <= "z" for c in word)
    other = sum("\u0370" <= c <= "\u052f" for c in word)
    if not latin or not other:
        return word
    if latin >= other:
        return word.translate(_LOOKALIKES)
    return word.translate(_CYRILLIC_LOOKALIKES)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`text` in small Latin letters and digits, one space apart; other scripts spelled out."""
    text = _APOSTROPHES.sub("", text).translate(_SINGLE)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
        text = _APOSTROPHES.sub("", anyascii(text))
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def read_digits(word: str) -> str:
    """A folded word with the digits that stand for letters read as letters ("ig0r" → "igor")."""
    letters = sum(c.isalpha() for c in word)
    if letters == len(word) or letters * 2 <= len(word) or not word[0].isalpha():
        return word
    return word.translate(_DIGIT_LETTERS)
