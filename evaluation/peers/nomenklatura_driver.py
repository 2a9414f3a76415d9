"""Asks nomenklatura's logic-v2 in an environment of its own.

A question is [name, schema, names of the same schema]; its answer the score against each of them.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Reads the questions, asks, writes the answers."""
    matching = importlib.import_module("nomenklatura.matching")
    entity = importlib.import_module("followthemoney").EntityProxy
    algorithm = matching.get_algorithm("logic-v2")
    config = importlib.import_module("nomenklatura.matching.types").ScoringConfig.defaults()
    known: dict[tuple[str, str], Any] = {}

    def proxy(name: str, schema: str) -> Any:
        # Results are cached by id alone: one id for one name.
        if (name, schema) not in known:
            known[name, schema] = entity.from_dict(
                {"id": f"n{len(known)}", "schema": schema, "properties": {"name": [name]}}
            )
        return known[name, schema]

    answers = []
    for name, schema, others in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        asked = proxy(name, schema)
        answers.append(
            [
                round(algorithm.compare(asked, proxy(other, schema), config=config).score, 4)
                for other in others
            ]
        )
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main()
