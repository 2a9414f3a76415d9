"""The lexicon: which words carry which claims, read once from ``lexicon/``."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

Frame = Literal["agent", "symmetric", "self", "patient", "host"]
"""Who takes part, by grammar: see the head of ``lexicon/events.toml``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb or noun that carries an event.

    Attributes:
        lemma: Of the word, then of the words that go with it ("hold", "talk").
        prep: Prepositions whose objects are `whom` (or take part, in a symmetric frame).
        needs: "person_or_org" or "whom" where the entry counts only with such a participant.
    """

    lemma: tuple[str, ...]
    pos: Literal["VERB", "NOUN"]
    type: str
    mode: str | None
    frame: Frame
    prep: frozenset[str]
    needs: str
    example: str

    @property
    def name(self) -> str:
        """How a reason names this entry."""
        return f"{self.type.lower()}: {' '.join(self.lemma)}"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a post, and the tie that holding it makes.

    Attributes:
        type: The tie of "X of BODY"; None for a post that ties to nobody.
        front: The tie of "BODY X NAME", which says less.
    """

    lemma: str
    type: str | None
    front: str | None


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A verb or participle that makes a tie between two ends.

    Attributes:
        frame: How grammar gives the ends: see the heads of ``lexicon/relations.toml``.
        reversed: Whether the first end comes second ("Brandt-led League").
        as_terrorist: Whether it counts only beside a word of banning or terrorism.
    """

    lemma: tuple[str, ...]
    type: str
    frame: str
    prep: frozenset[str]
    reversed: bool
    as_terrorist: bool
    example: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by the lemma of their head, longest first.

    Attributes:
        forms: Inflected forms whose lemma the model gets wrong.
        usual: For part of speech and type the frame and the prepositions that most entries have.
    """

    events: Mapping[tuple[str, str], tuple[Entry, ...]]
    nouns_by_head: Mapping[str, tuple[Entry, ...]]
    forms: Mapping[str, str]
    roles: Mapping[str, RoleNoun]
    verbs: Mapping[str, tuple[RelationWord, ...]]
    participles: Mapping[str, RelationWord]
    between: Mapping[str, str]
    belonging: Mapping[str, str]
    boards: Mapping[str, str]
    usual: Mapping[tuple[str, str], tuple[Frame, frozenset[str]]]

    def lemma_of(self, text: str, lemma: str) -> str:
        """The lemma of a word of the parse, mended where the model is known to err."""
        return self.forms.get(text.casefold(), lemma.casefold())

    def usual_entry(self, lemma: str, pos: Literal["VERB", "NOUN"], type_: str) -> Entry:
        """An entry for a word that has none: who takes part is as in others of its type."""
        frame, prepositions = self.usual.get((pos, type_), ("agent", frozenset[str]()))
        return Entry((lemma,), pos, type_, None, frame, prepositions, "person_or_org", "")


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    events: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    nouns: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in _toml("events.toml")["entry"]:
        entry = _entry(row)
        if entry.pos == "NOUN":
            nouns[entry.lemma[0] if "of" in entry.lemma else entry.lemma[-1]].append(entry)
        else:
            events[entry.pos, entry.lemma[0]].append(entry)
    relations = _toml("relations.toml")
    verbs: defaultdict[str, list[RelationWord]] = defaultdict(list)
    for row in relations["verb"]:
        verbs[row["lemma"].split()[0]].append(_relation_word(row))
    return Lexicon(
        events={k: tuple(sorted(v, key=lambda e: -len(e.lemma))) for k, v in events.items()},
        nouns_by_head={k: tuple(sorted(v, key=lambda e: -len(e.lemma))) for k, v in nouns.items()},
        forms={row["form"]: row["lemma"] for row in _toml("forms.toml")["form"]},
        roles={r["lemma"]: _role(r) for r in relations["noun"]},
        verbs={k: tuple(sorted(v, key=lambda w: -len(w.lemma))) for k, v in verbs.items()},
        between={r["lemma"]: r["type"] for r in _toml("ties.toml")["between"]},
        belonging={r["lemma"]: r["type"] for r in _toml("ties.toml")["belonging"]},
        boards={r["lemma"]: r["type"] for r in _toml("ties.toml")["board"]},
        participles={r["lemma"]: _relation_word(r) for r in relations["adjective"]},
        usual=_usual(e for of in (events, nouns) for entries in of.values() for e in entries),
    )


def _usual(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Frame, frozenset[str]]]:
    """The commonest frame of the single words of each kind, and the prepositions of a third."""
    of_kind: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if len(entry.lemma) == 1:
            of_kind[entry.pos, entry.type].append(entry)
    usual = {}
    for kind, those in of_kind.items():
        frames = Counter(entry.frame for entry in those)
        frame = max(sorted(frames), key=frames.__getitem__)
        like = [entry for entry in those if entry.frame == frame]
        counts = Counter(prep for entry in like for prep in entry.prep)
        usual[kind] = (frame, frozenset(p for p, n in counts.items() if 3 * n >= len(like)))
    return usual


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dateline.claims") / "lexicon" / name).read_text("utf-8"))


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        lemma=tuple(row["lemma"].split()),
        pos=row["pos"],
        type=row["type"],
        mode=row.get("mode") or None,
        frame=row["frame"],
        prep=frozenset(row.get("prep", ())),
        needs=row.get("needs", ""),
        example=row["example"],
    )


def _role(row: Mapping[str, Any]) -> RoleNoun:
    return RoleNoun(row["lemma"], row["type"] or None, row.get("front", row["type"]) or None)


def _relation_word(row: Mapping[str, Any]) -> RelationWord:
    return RelationWord(
        lemma=tuple(row["lemma"].split()),
        type=row["type"],
        frame=row.get("frame", ""),
        prep=frozenset(row.get("prep", ())),
        reversed=row.get("reversed", False),
        as_terrorist=row.get("as_terrorist", False),
        example=row["example"],
    )
