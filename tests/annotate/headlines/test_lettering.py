"""Headlines in capitals in ordinary case, by what the body writes."""

from __future__ import annotations

import pytest

from dateline.annotate.headlines.lettering import Letters
from tests.annotate.reading import read

BODY = (
    "Anna Keller told the UN council in March that the harbour strike would end. "
    "The Harbour League and its leader Omar al-Karsh met her in Vienna."
)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Keller Meets Harbour League Leader", "Keller meets Harbour League leader"),
        ("Harbour Strike To End In March", "Harbour strike to end in March"),
        ("KELLER TELLS UN OF STRIKE", "Keller tells UN of strike"),
        ("AL-KARSH MEETS KELLER IN VIENNA", "al-Karsh meets Keller in Vienna"),
        ("Keller's Talks With UN Collapse", "Keller's talks with UN collapse"),
        ("Keller meets Karsh in Vienna", "Keller meets Karsh in Vienna"),
        ("UN meets", "UN meets"),
        ("1 2 3", "1 2 3"),
    ],
)
def test_what_ordinary_case_writes_small_is_small(headline: str, expected: str) -> None:
    findings = read(BODY).annotations
    letters = Letters(findings.tokens, findings.chains)
    text = f"x{headline}y"
    assert letters.write(text, 1, len(headline) + 1) == f"x{expected}y"
