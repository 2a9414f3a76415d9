"""Asks the Microsoft recognizers, in their own environment.

A question is [text, ISO date]; its answer a list of [start, end, type name, resolutions], code
points, the resolutions as the library gives them.
"""

from __future__ import annotations

import importlib
import json
import sys
from datetime import datetime
from pathlib import Path


def main() -> None:
    """Reads the questions, asks, writes the answers."""
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime
    answers = []
    for text, day in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        found = []
        # By the paragraph: its time grows faster than the text.
        at = 0
        for paragraph in text.split("\n\n"):
            now = datetime.fromisoformat(day)  # the library takes no zone
            for one in recognize(paragraph, "en-us", reference=now):
                values = (one.resolution or {}).get("values", [])
                found.append([at + one.start, at + one.end + 1, one.type_name, values])
            at += len(paragraph) + 2
        answers.append(found)
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main()
