"""re3d: which of its mentions are names, and of what."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.names_re3d import read_re3d

TEXT = (
    "The Mayor, Mayor Mira J. Olsen, met Freedonia's envoys in Freedonia. She, a mayor, said: "
    "We’ve left the Olsen Fund."
)


def re3d(folder: Path) -> Path:
    """A folder like re3d, with the closed folder in it."""

    def mark(value: str, kind: str, after: str = "") -> dict[str, object]:
        begin = TEXT.index(value, TEXT.index(after))
        ends = {"begin": begin, "end": begin + len(value)}
        return {"documentId": "d", "type": kind, "value": value, **ends}

    marks = [
        mark("The Mayor", "Person"),
        mark("Mayor Mira J. Olsen", "Person"),
        mark("Mira J. Olsen", "Person"),
        mark("Freedonia's", "Organisation"),
        mark("Freedonia", "Location", "in Freedonia"),
        mark("envoys", "Person"),
        mark("She", "Person"),
        mark("We", "Organisation"),
        mark("the Olsen Fund", "Organisation"),
        mark("Mira J", "Weapon"),
    ]
    for name in ("Open", "BBC Online"):
        source = folder / name
        source.mkdir(parents=True)
        lines = "\n".join(map(json.dumps, marks))
        (source / "entities.json").write_text(lines, encoding="utf-8")
        document = json.dumps({"_id": "d", "text": TEXT})
        (source / "documents.json").write_text(document, encoding="utf-8")
    return folder


def test_names_are_kept_and_posts_pronouns_and_the_closed_folder_are_not(tmp_path: Path) -> None:
    (text,) = read_re3d(re3d(tmp_path))
    assert [(TEXT[n.start : n.end], n.type) for n in text.names] == [
        ("Mira J. Olsen", "person"),
        ("Freedonia", "organization"),
        ("Freedonia", "place"),
        ("Olsen Fund", "organization"),
    ]
