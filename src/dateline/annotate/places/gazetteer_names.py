"""Names of places as keys: spelling that differs only by accents, apostrophes or hyphens agrees."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_ACCENTS = (range(0x300, 0x370), range(0x591, 0x5C8), range(0x64B, 0x660))
_LETTERS = {
    "ı": "i", "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th",
    "ð": "d", "ə": "a",
}  # fmt: skip
"""Letters that NFKD does not take apart."""
_PLAIN = {
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **dict.fromkeys(map(ord, "-_/,–—"), " "),
    **dict.fromkeys(map(ord, "'’‘`´ʻʼʽʾʿˈ."), ""),
    **{accent: "" for accents in _ACCENTS for accent in accents},
}
_ARTICLES = frozenset(
    ["al", "el", "ul", "as", "ash", "ar", "an", "ad", "at", "az", "ud", "ur", "us"]
)
_SHORT = {"st": "saint", "mt": "mount", "ft": "fort"}
"""First words that reports shorten."""
_DOUBLE = re.compile(r"(.)\1")
_VOWELS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ey", "i"),
    ("ay", "i"),
    ("ai", "i"),
    ("ei", "i"),
)
_SINGLE = str.maketrans({"e": "a", "o": "u", "y": "i", "q": "k", "w": "v"})


def name_key(name: str) -> str:
    """The name in small plain letters: NFKD without accents, ayn, hamza, apostrophes, points."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
    key = " ".join(name.casefold().translate(_PLAIN).split())
    short, space, rest = key.partition(" ")
    if space and short in _SHORT:
        return f"{_SHORT[short]} {rest}"
    return key.removeprefix("the ")


def loose_key(key: str) -> str:
    """A key that also bears with Arabic articles and with vowels written otherwise ("Peshawer")."""
    words = [word for word in key.split(" ") if word not in _ARTICLES] or key.split(" ")
    loose = " ".join(words)
    for printed, plain in _VOWELS:
        loose = loose.replace(printed, plain)
    loose = _DOUBLE.sub(r"\1", loose.translate(_SINGLE).replace("gh", "g").replace("kh", "k"))
    return "~" + loose.removesuffix("h")


def key_hash(key: str) -> int:
    """64 bits of the key."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
