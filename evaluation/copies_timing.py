"""How long finding the copies among many made-up reports takes, and how much memory.

    python -m evaluation.copies_timing REPORTS [beside]

One JSON object: processor `seconds`, `peak_mib` of the process, `copies` found; with "beside" also
what the peer took on the same texts, `peer_s`.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Iterator
from random import Random

from dateline.events import find_copies
from dateline.records import Report, report_id
from evaluation.copies_edits import KINDS
from evaluation.copies_stories import FORMS, fill_form, make_story
from evaluation.peers.environment import ask
from evaluation.peers.known import DATASKETCH


def make_many(count: int) -> Iterator[Report]:
    """Reports without heads: of ten, eight stories of their own, a copy, and a form."""
    chance = Random("many")
    ways = [way for some in KINDS.values() for way in some]
    bodies: list[list[str]] = []
    for number in range(count):
        if number % 10 == 9:
            body, _ = fill_form(chance, FORMS[number // 10 % len(FORMS)])
        elif number % 5 == 4:
            body = chance.choice(ways)(chance.choice(bodies), chance)
        else:
            body = make_story(chance)
            bodies = [*bodies[-500:], body] if len(bodies) > 1_000 else [*bodies, body]
        text = "\n\n".join(body)
        sha256 = hashlib.sha256(f"{number}\n{text}".encode()).hexdigest()
        day = f"2024-{1 + number * 12 // count:02}-{1 + number % 28:02}"
        yield Report(report_id(sha256), text, sha256, outlet=f"o{number % 97}", published=day)


def main() -> None:
    """Times, and prints."""
    reports = list(make_many(int(sys.argv[1])))
    began = time.process_time()
    copies = find_copies(reports)
    took = {"seconds": time.process_time() - began, "copies": len(copies)}
    took["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if "beside" in sys.argv[2:]:
        question = {"texts": [one.text for one in reports], "run": 3, "thresholds": [0.5]}
        (answer,) = ask(DATASKETCH, [question], anew=True)
        took["peer_s"] = answer["spent_s"]
    print(json.dumps(took))  # noqa: T201  # what the parent reads


if __name__ == "__main__":
    main()
