"""What a watch-list says of one person or body, whatever the list's format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntrySchema = Literal["Person", "Organization", "Company", "PublicBody", "LegalEntity"]
"""FollowTheMoney's names; a LegalEntity may be a person or a body: its list does not say."""

MOST_NAMES = 1_000
"""Names of one entry that are compared; the longest real ones have about 500."""

LONGEST = 500
"""Characters of a name or another value that are kept."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a watch-list.

    Attributes:
        id: The same in every edition: "ofac-sdn:1234", "ftm:NK-abc", "csv:my-list:7".
        list: The list's name.
        aliases: Other names, as printed.
        weak_aliases: Names that the list itself calls weak: nicknames, single words.
        birth_dates: EDTF values; several if the list gives alternatives.
        countries: ISO 3166-1 codes, or the list's words where they name no known state.
        positions: Posts, in the list's words.
        organizations: Bodies that the list ties it to.
        programs: What it is listed under.
        former_ids: Ids of entries that the list has merged into this one.
        line: In the file, from 1.
    """

    id: str
    list: str
    schema: EntrySchema
    name: str
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    line: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the main one first and the weak ones last."""
        return (self.name, *self.aliases, *self.weak_aliases)[:MOST_NAMES]

    @property
    def is_person(self) -> bool | None:
        """None if the list does not say."""
        return None if self.schema == "LegalEntity" else self.schema == "Person"


def tidy(value: object) -> str:
    """A value of a list as one line of at most `LONGEST` characters; "" if it is no text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    return " ".join(value.replace("\x00", " ")[: 4 * LONGEST].split())[:LONGEST]


def tidy_all(values: object) -> tuple[str, ...]:
    """The values that are text, each once, in order."""
    some = values if isinstance(values, list | tuple) else [values]
    return tuple(dict.fromkeys(filter(None, map(tidy, some))))
