"""The language that a text is written in."""

from __future__ import annotations

_MIN_LETTERS = 60
_SAMPLE = 5_000


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None under 60 letters, too few to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    import py3langid  # here: it loads its model when it is first asked

    code, _ = py3langid.classify(sample)
    return str(code)
