"""The comparable form of a name: what `compare_names` is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "initial", "small", "word", "place", "number"]
WEIGHT_OF: dict[Kind, float] = {
    "name": 1.0,
    "initial": 0.3,
    "small": 0.1,
    "word": 0.4,
    "place": 0.6,
    "number": 0.5,
}
"""How much a part says; a common name says up to half less."""
MOST_LETTERS = 400
MOST_PARTS = 32
"""What is beyond is not compared: no name is so long, and a hostile one must cost no time."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name.

    Attributes:
        text: In small Latin letters.
        sound: The class of spellings of `text`.
        kind: What kind of word it is.
        weight: How much it says about whose name it is, 0 to 1.
        names: The numbers of the known names that it is a spelling of.
        means: The class of a common word, the code of a place, or a number's value; else "".
        is_syllable: Whether it is printed in Chinese or Korean.
        is_family: Whether the print says that it is of the family name (before a comma).
    """

    text: str
    sound: str
    kind: Kind
    weight: float
    names: frozenset[int] = frozenset()
    means: str = ""
    is_family: bool = False
    is_syllable: bool = False


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A name as it is compared; made once for each printed name.

    Attributes:
        printed: As it was given.
        is_person: Whether it is compared as a person's name.
        parts: In order, a person's family name last; titles and legal forms left out.
        forms: The classes of its legal forms.
        suffix: "jr", "sr" or a numeral after a person's name, or "".
        joined: The letters of all parts, without spaces.
        has_comma: Whether the print tells the family name from the others.
        known: The same for all names of a state, or of a body whose names a treaty fixes; or "".
    """

    printed: str
    is_person: bool
    parts: tuple[Part, ...]
    forms: frozenset[str]
    suffix: str
    joined: str
    has_comma: bool
    known: str = ""
