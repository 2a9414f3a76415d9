"""Of whom a noun is said, and in what body."""

from __future__ import annotations

import pytest

from dateline.annotate.language import parse
from dateline.records import Grammar, bearers, bodies
from tests.annotate.reading import not_yet


def said(text: str, noun: str) -> tuple[list[str], list[tuple[str, bool]]]:
    """Of whom a noun is said, and the bodies it is in, as a sentence is parsed."""
    grammar = Grammar(text, parse(text).tokens)
    (token,) = [t for t in grammar.tokens if t.text == noun]
    heads = dict.fromkeys(t.text for t in bearers(grammar, token))
    return list(heads), [(t.text, in_front) for t, in_front in bodies(grammar, token)]


@pytest.mark.parametrize(
    ("text", "noun", "bearer", "body"),
    [
        # apposition, after the name and before it
        ("Omar Karsh, chief of the Brigade, left.", "chief", ["Karsh"], [("Brigade", False)]),
        ("The Brigade's chief, Omar Karsh, left.", "chief", ["Karsh"], [("Brigade", False)]),
        # in front of the name, the body before it
        ("Brigade chief Omar Karsh left.", "chief", ["Karsh"], [("Brigade", True)]),
        # predicates
        ("Omar Karsh is the chief of the Brigade.", "chief", ["Karsh"], [("Brigade", False)]),
        ("Omar Karsh became chief of the Brigade.", "chief", ["Karsh"], [("Brigade", False)]),
        ("Omar Karsh serves as chief of the Brigade.", "chief", ["Karsh"], [("Brigade", False)]),
        ("Omar Karsh was elected chief of the Brigade.", "chief", ["Karsh"], [("Brigade", False)]),
        (
            "Police identified Omar Karsh as the chief of the Brigade.",
            "chief",
            ["Karsh"],
            [("Brigade", False)],
        ),
        # through a relative clause
        (
            "Omar Karsh, who is chief of the Brigade, left.",
            "chief",
            ["Karsh"],
            [("Brigade", False)],
        ),
        # of two persons
        (
            "Omar Karsh and Sami Nur are chiefs of the Brigade.",
            "chiefs",
            ["Karsh", "Nur"],
            [("Brigade", False)],
        ),
        # nobody beside it
        ("Police met the chief of the Brigade.", "chief", [], [("Brigade", False)]),
        # no body
        ("Omar Karsh, the chief, left.", "chief", ["Karsh"], []),
        # for, to, with
        ("Omar Karsh is an aide to Nur.", "aide", ["Karsh"], [("Nur", False)]),
        (
            "Omar Karsh is a spokesman for the Brigade.",
            "spokesman",
            ["Karsh"],
            [("Brigade", False)],
        ),
        # a body each of two
        pytest.param(
            "Omar Karsh, chief of the Brigade and the League, left.",
            "chief",
            ["Karsh"],
            [("Brigade", False), ("League", False)],
            marks=not_yet("the parser coordinates the League with the chief"),
        ),
    ],
)
def test_a_noun_is_said_of_a_name_in_a_body(
    text: str, noun: str, bearer: list[str], body: list[tuple[str, bool]]
) -> None:
    assert said(text, noun) == (bearer, body)
