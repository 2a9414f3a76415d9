"""Asks dateparser, in its own environment.

A question is [text, ISO date]; its answer a list of [start, end, ISO date and hour, period], code
points. It gives the words without their place: they are looked for in the order that they come.
"""

from __future__ import annotations

import importlib
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any


def main() -> None:
    """Reads the questions, asks, writes the answers."""
    search_dates = importlib.import_module("dateparser.search").search_dates
    parser_of = importlib.import_module("dateparser.date").DateDataParser
    answers = []
    for text, day in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        now = datetime.fromisoformat(day)  # the library takes no zone
        settings: dict[str, Any] = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "past"}
        parser = parser_of(languages=["en"], settings=settings)
        found = []
        at = 0
        for paragraph in text.split("\n\n"):
            after = 0
            for words, when in search_dates(paragraph, languages=["en"], settings=settings) or []:
                start = paragraph.find(words, after)
                if start < 0:
                    continue
                after = start + len(words)
                period = parser.get_date_data(words).period
                found.append([at + start, at + after, when.isoformat(), period])
            at += len(paragraph) + 2
        answers.append(found)
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main()
