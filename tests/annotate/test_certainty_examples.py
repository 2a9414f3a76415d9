"""Every entry of the lists of certainty has an example, and it reads as its list says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from dateline.records import Stance
from tests.annotate.reading import read

SAID = {
    "failing": "not",
    "keeping": "not",
    "averted_adjective": "not",
    "cancelling": "not",
    "doubting": "not inferred",
    "holding": "not inferred",
    "nearly": "not",
    "clearing": "not",
    "showing": "not",
    "planning": "planned",
    "planning_object": "planned",
    "planning_noun": "planned",
    "planned_adjective": "planned",
    "putting_off": "planned",
    "occurring": "planned",
    "trying": "alleged",
    "fearing": "alleged",
    "sought": "alleged",
    "surmising": "inferred",
    "wanted": "supposed",
    "wanted_object": "supposed",
    "conditional": "supposed",
    "question": "supposed",
    "work": "supposed",
    "work_in_the_present": "supposed",
    "telling": "supposed",
    "inventing": "supposed",
    "playing": "supposed",
    "staged": "supposed",
    "move": "supposed",
}
"""What one word at least of an example is said to be, by the list that it stands in."""

NEVER = {"arriving": "planned", "recorded": "supposed"}
"""What no word of an example is said to be."""

MISREAD = {
    "The king will travel provided the envoy resigns.": "the parser takes “provided” for a verb",
    "The king will travel providing the envoy resigns.": "the parser takes “providing” for a verb",
    "Suppose the envoy resigns.": "the parser takes “suppose” for the verb that it is",
    "Assuming the envoy resigns, the king will travel.": "the parser takes “assuming” for a verb",
    "The bishop insisted that the envoy resign.": "the parser takes “resign” for a noun",
    "The bishop suggested that the envoy resign.": "the parser takes “resign” for a noun",
    "The bishop demanded that the envoy resign.": "the parser takes “resign” for a noun",
    "The bishop recommended that the envoy resign.": "the parser takes “resign” for a noun",
}


def examples() -> Iterator[tuple[str, str]]:
    for name in ("certainty.toml", "invented.toml"):
        path = files("dateline.annotate") / "data" / name
        for section, rows in tomllib.loads(path.read_text("utf-8")).items():
            for row in rows:
                if section in SAID or section in NEVER:
                    yield section, row["example"]


def shown(stance: Stance) -> str:
    if stance.hypothetical:
        return "supposed"
    words = ["not"] * (stance.polarity == "-") + [stance.certainty or ""]
    return " ".join(word for word in words if word)


EXAMPLES = [
    pytest.param(
        section, text, marks=pytest.mark.xfail(reason=MISREAD[text]) if text in MISREAD else ()
    )
    for section, text in examples()
]


@pytest.mark.parametrize(("section", "text"), EXAMPLES)
def test_an_example_reads_as_its_list_says(section: str, text: str) -> None:
    found = {shown(stance) for stance in read(text).annotations.stances}

    if section in NEVER:
        assert NEVER[section] not in found
    else:
        assert SAID[section] in found


def test_every_list_is_tried() -> None:
    tried = {section for section, _ in examples()}

    assert tried == {*SAID, *NEVER}
