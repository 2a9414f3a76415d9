"""Generated mentions as rows of a table, for a tool that compares columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.records.folding import fold_name
from evaluation.identities import TITLES, MadeReport, Said

Row = dict[str, Any]


def rows_of(reports: Iterable[MadeReport]) -> Iterator[tuple[bool, Row]]:
    """For each mention whether it is of a person, and its row; all cells without case and marks.

    `given` and `surname` are the first and the last word of a name without its title, a name of
    one word is a `surname` alone; `beside` lists the last words of the other names in the report.
    What a mention lacks is None.
    """
    titles = {fold_name(title) for title in TITLES}
    for made in reports:
        words = [_words(said, titles) for said in made.said]
        lasts = [one[-1] for one in words]
        for said, own in zip(made.said, words, strict=True):
            acronyms = [name for name in said.names if name.isupper() and " " not in name]
            yield (
                said.is_person,
                {
                    "name": " ".join(own),
                    "given": own[0] if len(own) > 1 else None,
                    "initial": own[0][0] if len(own) > 1 else None,
                    "surname": own[-1],
                    "acronym": acronyms[0].lower() if acronyms else None,
                    "post": said.post or None,
                    "body": " ".join(words[said.body]) if said.body >= 0 else None,
                    "town": made.town,
                    "country": made.country,
                    "beside": sorted(set(lasts) - {own[-1]}),
                },
            )


def _words(said: Said, titles: set[str]) -> list[str]:
    words = fold_name(said.names[0]).replace(".", "").split()
    kept = [word for word in words if word != "the"]
    if said.is_person:
        kept = [word for place, word in enumerate(kept) if place or word not in titles]
    return kept or words
