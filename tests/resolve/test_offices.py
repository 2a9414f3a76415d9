"""Names that a body of every state may bear."""

import pytest

from dateline.resolve.names import read_body
from dateline.resolve.offices import Office, read_office, state_said

CASES = [
    ("Foreign Ministry", Office("foreign ministry", "")),
    ("the Ministry of Foreign Affairs", Office("foreign ministry", "")),
    ("Ministry of Defense of Malta", Office("defence ministry", "MT")),
    ("Maltese Defence Ministry", Office("defence ministry", "MT")),
    ("Malta's Ministry of Defence", Office("defence ministry", "MT")),
    ("Ministry of Defence of Libya", Office("defence ministry", "LY")),
    ("Supreme Court", Office("court supreme", "")),
    ("central bank", Office("bank central", "")),
    ("State Department", Office("department state", "US")),
    ("Kestrel Bank", None),
    ("Tarn High Court", None),
    ("Malta", None),
    ("Interior", None),
    ("United Nations", None),
]


@pytest.mark.parametrize(("name", "office"), CASES, ids=[name for name, _ in CASES])
def test_an_office_is_its_words_in_one_order_and_its_state(
    name: str, office: Office | None
) -> None:
    assert read_office(read_body(name)) == office


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("Yesterday Libya's ", " protested.", "LY"),
        ("The United States’ ", " ruled.", "US"),
        ("The ", " of Libya protested.", "LY"),
        ("The ", " of the United States ruled.", "US"),
        ("The ", " in Tripoli protested.", ""),
        ("Libya and the ", " talked.", ""),
        ("Keller's ", " talked.", ""),
    ],
)
def test_the_words_round_an_office_may_say_its_state(before: str, after: str, state: str) -> None:
    assert state_said(before, after) == state
