"""re3d of the set `names`: which of its mentions, names or not, are names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.names_corpora import NamedText, NameType, TypedName, json_lines, outermost
from evaluation.running_text import Extent, covered, trim, words_of

_RE3D: Mapping[str, NameType] = {
    "Person": "person",
    "Organisation": "organization",
    "Location": "place",
}
_NON_COMMERCIAL = "BBC Online"
_LINKS = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "al", "bin", "&", "-", "'s"))
_PRONOUNS = frozenset(("i", "he", "she", "it", "we", "they", "you", "this", "these", "both", "all"))


def read_re3d(folder: Path) -> list[NamedText]:
    """re3d's documents, without its non-commercial folder, and those of their mentions that name.

    A mention is a name if, its article aside, it begins and ends with a capital and has nothing
    between but capitals and little words; a person's last word must not be a common noun ("the
    Foreign Secretary"), one that is also written small in the set. A body that is elsewhere a
    place ("Russia") is the place here. Of nested persons the inner one is the name, of others the
    outer one.
    """
    documents = [
        (document, words_of(document["text"]), marks)
        for source in sorted(p for p in folder.iterdir() if p.is_dir())
        if source.name != _NON_COMMERCIAL
        for document, marks in _marked_documents(source)
    ]
    small = {word for d, words, _ in documents for word in _texts(d["text"], words)}
    small = {word for word in small if word.islower()}
    places = {
        mark["value"].lower()
        for _, _, marks in documents
        for mark in marks
        if mark["type"] == "Location"
    }
    texts = []
    for document, words, marks in documents:
        text, names = document["text"], []
        for mark in marks:
            kind = "place" if mark["value"].lower() in places else _RE3D[mark["type"]]
            extents = trim(text, covered(words, mark["begin"], mark["end"]))
            inside = _texts(text, extents)
            if _is_name(inside) and not (kind == "person" and inside[-1].lower() in small):
                names.append(TypedName(extents[0][0], extents[-1][1], kind))
        texts.append(NamedText(document["_id"], text, outermost(_innermost_persons(names))))
    return texts


def _marked_documents(source: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    marks = defaultdict(list)
    for entity in json_lines(source / "entities.json"):
        if entity["type"] in _RE3D:
            marks[entity["documentId"]].append(entity)
    for document in json_lines(source / "documents.json"):
        yield document, marks[document["_id"]]


def _texts(text: str, words: Iterable[Extent]) -> list[str]:
    return [text[start:end] for start, end in words]


def _is_name(words: Sequence[str]) -> bool:
    if not words or (len(words) == 1 and words[0].lower() in _PRONOUNS):
        return False
    inside = all(word[0].isupper() or word.lower() in _LINKS for word in words)
    return inside and words[0][0].isupper() and words[-1][0].isupper()


def _innermost_persons(names: Sequence[TypedName]) -> list[TypedName]:
    persons = [n for n in names if n.type == "person"]
    outer = {
        n for n in persons for m in persons if m != n and n.start <= m.start and m.end <= n.end
    }
    return [n for n in names if n not in outer]
