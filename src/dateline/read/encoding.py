"""Bytes to text: byte order marks, UTF-8, UTF-16 and UTF-32, a declared encoding, then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from dateline.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read from its bytes.

    Attributes:
        text: Line ends are ``\\n``; every code point can be encoded in UTF-8.
        encoding: As the IANA names it, in small letters.
        notes: A sentence for each thing that a reader should know; mostly none.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {  # what pages mean by these labels; source: WHATWG Encoding Standard, labels
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_CHARACTER_CODECS = re.compile(
    r"(?:cp|iso8859|koi8|mac|big5|gb|euc|shift|iso2022|johab|hz|tis|ptcp|kz|utf-8$|ascii$)"
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
# Signs inside a word that Western text never has there: then the text is not windows-1252.
_ODD_INSIDE = re.compile(r"[^\W\d_][¤¦¨ª¬¯±²³´µ¶¸¹º¼½¾¿×÷ƒˆ˜†‡‰][^\W\d_]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MANY_ODD = 100
"""With more such bytes a file is no text with stray bytes, but something else."""
_PAGE = re.compile(r"<(?:!doctype html|html)\b", re.IGNORECASE)
_PAGE_WITHIN = 5_000
"""A page may hold a few NULs, as browsers pass over them; any other text with one is binary."""
_MAX_CONTROLS_SHARE = 0.002
_SAMPLE = 200_000


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data`.

    Args:
        name: What to call the input in an error.
        declared: The encoding that a page states for itself, if any.

    Raises:
        UnreadableInput: If the bytes are no text.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(
                f"{name}: this is {kind}, which can't be read yet; save its text as .txt "
                "and add that."
            )
    decoded = _by_mark(data) or _by_utf8(data) or _by_nuls(data) or _by_declaration(data, declared)
    return _clean(decoded or _mended_utf8(data) or _guess(data, name), name, data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    return None


def _by_utf8(data: bytes) -> Decoded | None:
    # Before the declared encoding: other encodings hardly ever make valid UTF-8 by chance.
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _by_nuls(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: half of its bytes are NUL in Western text."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return _read(data, "utf-16-le")
    if even > 0.4 * half and odd < 0.05 * half:
        return _read(data, "utf-16-be")
    return None


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared.strip()).name
        encoding = _WIDER.get(encoding, encoding)
        if not _CHARACTER_CODECS.match(codecs.lookup(encoding).name):
            return None
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return Decoded(text, _label(encoding))


def _mended_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: worth keeping if whole characters outnumber them."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text[:_SAMPLE] if c > "\x7f" and c != "\ufffd")
    if broken > max(1, whole // 10) or whole < 3:
        return None
    return Decoded(text, "utf-8", (_broken_note(broken, "utf-8"),))


def _guess(data: bytes, name: str) -> Decoded:
    """The likeliest encoding, Western first; the choice is always noted."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else None
    # Its guesses among the Latin code pages are a toss-up on short English text with a few
    # typographic quotes (measured: cp1250 for windows-1252), so Western goes first there.
    if encoding is None or encoding.startswith(("cp125", "cp85", "iso8859", "latin", "mac")):
        western = data.decode("windows-1252", "replace")
        high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
        mostly_ascii = high <= 0.2 * min(len(data), _SAMPLE)
        if mostly_ascii and not _ODD_INSIDE.search(western):
            encoding = "windows-1252"
    if encoding is None:
        raise UnreadableInput(_binary(name, data))
    decoded = _read(data, encoding)
    return Decoded(decoded.text, decoded.encoding, (f"Read as {decoded.encoding}, by guess.",))


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    label = _label(encoding)
    notes = () if label == "utf-8" else (f"Read as {label}.",)
    return Decoded(text, label, (*notes, _broken_note(broken, label)) if broken else notes)


def _broken_note(broken: int, label: str) -> str:
    return f"{broken} places were not valid {label} and are shown as \ufffd."


def _label(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    return f"windows-{name[2:]}" if name.startswith("cp125") or name == "cp874" else name


def _clean(decoded: Decoded, name: str, data: bytes) -> Decoded:
    """Line ends made one; a binary refused; stray control characters made visible."""
    text = decoded.text
    controls = len(_CONTROLS.findall(text))
    if ("\x00" in text and not _PAGE.search(text[:_PAGE_WITHIN])) or controls > max(
        2, _MAX_CONTROLS_SHARE * len(text)
    ):
        raise UnreadableInput(_binary(name, data))
    text = _LINE_ENDS.sub("\n", text)
    if not controls:
        return Decoded(text, decoded.encoding, decoded.notes)
    note = f"{controls} control characters are shown as \ufffd."
    return Decoded(_CONTROLS.sub("\ufffd", text), decoded.encoding, (*decoded.notes, note))


def _binary(name: str, data: bytes) -> str:
    """What is wrong; in what is else a text, where: its owner can take the stray bytes out."""
    odd = list(islice(_NO_TEXT.finditer(data), _MANY_ODD + 1))
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if marked or not odd or len(odd) > max(2, min(_MANY_ODD, len(data) // 50)):
        return f"{name}: this is no text but binary data; save its text as .txt and add that."
    first = f"{name}: byte {odd[0].start() + 1} of {len(data)} (hex {odd[0][0].hex()}) is one that "
    more = f"no text holds, and there are {len(odd)} such bytes" if odd[1:] else "no text holds"
    return f"{first}{more}; take out what is no text, or save the text anew as UTF-8, and add that."
