"""News reports with the people, bodies, things and places in them, labelled over reports.

Both corpora are in the CAT format: words with ids, marks that anchor in words, and relations
that say which marks speak of one instance. The same instance in two files is one entity.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from dateline.read import read_bytes
from dateline.records import Report
from evaluation.benchmark import DataMissing
from evaluation.running_text import Extent, set_sentences

_HEAD = 6
"""In so many sentences at the top a page gives its date: address, title, byline, dateline."""
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* ?\.?"
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?: ?(?:st|nd|rd|th))? {_MONTH} ,? ?(\d{{4}})\b"
    rf"|\b{_MONTH} (\d{{1,2}})(?: ?(?:st|nd|rd|th))? ,? ?(\d{{4}})\b"
    r"|\b(\d{4}) / (\d\d) / (\d\d)\b",
    re.IGNORECASE,
)
PARTICIPANTS = re.compile(r"(?:HUMAN_PART|NON_HUMAN_PART|LOC|TIME|ENTITY)(?:_|$)")
EVENTS = re.compile(r"(?:ACTION|NEG_ACTION|EVENT)(?:_|$)")
"""The tags of marks, in either corpus."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words that speak of an entity.

    Attributes:
        start, end: Code points in the report's text, half-open.
        entity: What it is called in the labels; unlike any other where it is linked to none.
        kind: "human", "thing", "place", "time", or "" of events, and where the corpus says none.
    """

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """A report with its labels.

    Attributes:
        topic: What the reports are of, as the corpus groups them.
        story: The finer group inside the topic; the topic itself where there is none.
        mentions: In text order, the longer first.
        checked: Ranges of the sentences in which the labels are whole; empty where all are.
    """

    report: Report
    topic: str
    story: str
    mentions: tuple[Labelled, ...]
    checked: tuple[Extent, ...] = ()


def read_ecbplus(data: Path, tags: re.Pattern[str] = PARTICIPANTS) -> Iterator[LabelledReport]:
    """The reports of ECB+ with a sentence that its makers checked, by topic and name.

    Args:
        tags: Which marks are its mentions.

    Raises:
        DataMissing: If there are none.
    """
    listed = data / "ECBplus_coreference_sentences.csv"
    if not listed.is_file():
        raise DataMissing(f"entities: {data} holds no {listed.name}")
    checked: dict[tuple[str, str], set[int]] = defaultdict(set)
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            checked[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    for (topic, name), sentences in sorted(checked.items()):
        story = f"{topic} {'ecbplus' if name.endswith('plus') else 'ecb'}"
        document = _Document(data / "ECB+" / topic / f"{topic}_{name}.xml")
        mentions = [
            Labelled(start, end, entity, _ecb_kind(tag))
            for tag, sentence, start, end, entity in document.marks(
                {"CROSS_DOC_COREF", "INTRA_DOC_COREF"}
            )
            if sentence in sentences and tags.match(tag)
        ]
        report = document.report(document.date(range(_HEAD)))
        extents = tuple(document.extents[n] for n in sorted(sentences) if n in document.extents)
        yield LabelledReport(report, topic, story, _ordered(mentions), extents)


def _ecb_kind(tag: str) -> str:
    if tag.startswith("HUMAN"):
        return "human"
    if EVENTS.match(tag):
        return ""
    return {"NON": "thing", "LOC": "place", "TIME": "time"}[tag.split("_")[0]]


def read_meantime(data: Path, tags: re.Pattern[str] = PARTICIPANTS) -> Iterator[LabelledReport]:
    """The reports of MEANTIME, by topic and name; the topic is its only group.

    Args:
        tags: Which marks are its mentions.

    Raises:
        DataMissing: If there are none.
    """
    found = sorted(data.glob("intra_cross-doc_annotation/corpus_*/*.xml"))
    if not found:
        raise DataMissing(f"entities: {data} holds no intra_cross-doc_annotation/corpus_*/*.xml")
    for path in found:
        topic = path.parent.name.removeprefix("corpus_")
        document = _Document(path)
        mentions = [
            Labelled(start, end, entity, "")
            for tag, _, start, end, entity in document.marks({"REFERS_TO"})
            if tags.match(tag)
        ]
        published = document.date([1])
        yield LabelledReport(document.report(published), topic, topic, _ordered(mentions))


def _ordered(mentions: Sequence[Labelled]) -> tuple[Labelled, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.entity)))


class _Document:
    """One file of the CAT format, its words set as running text."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise DataMissing(f"entities: {path} is not there")
        self._name = path.stem
        self._root = ElementTree.fromstring(path.read_bytes())
        sentences: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for token in self._root.iter("token"):
            number = int(token.get("sentence", "0"))
            sentences[number].append((token.get("t_id", ""), token.text or ""))
        words = [[word for _, word in sentences[number]] for number in sorted(sentences)]
        self.text, places = set_sentences(words)
        self._at: dict[str, tuple[int, Extent]] = {
            word: (number, place)
            for number, row in zip(sorted(sentences), places, strict=True)
            for (word, _), place in zip(sentences[number], row, strict=True)
        }
        self.extents: Mapping[int, Extent] = {
            number: (row[0][0], row[-1][1])
            for number, row in zip(sorted(sentences), places, strict=True)
            if row
        }
        self._lines = {n: " ".join(word for _, word in sentences[n]) for n in sentences}

    def report(self, published: str | None) -> Report:
        """The text as a report whose first word is of its body."""
        read = read_bytes(self.text.encode())
        assert read.text == self.text  # else the labels would drift
        return replace(read, file=self._name, published=published, body_start=0)

    def date(self, sentences: Iterable[int]) -> str | None:
        """The first day that is written out in these sentences, as an ISO date, or None."""
        for number in sentences:
            for found in _DATE.finditer(self._lines.get(number, "")):
                written = " ".join(part for part in found.groups() if part)
                for form in ("%d %b %Y", "%b %d %Y", "%Y %m %d"):
                    try:
                        return datetime.strptime(written, form).date().isoformat()  # noqa: DTZ007
                    except ValueError:
                        continue
        return None

    def marks(self, links: set[str]) -> Iterator[tuple[str, int, int, int, str]]:
        """Each mark with words: its tag, sentence, code points, and what it speaks of.

        Args:
            links: The tags of relations from marks to what they speak of.
        """
        instances = self._instances(links)
        for mark in self._root.iterfind("Markables/*"):
            anchors = [self._at[a.get("t_id", "")] for a in mark.iterfind("token_anchor")]
            if anchors:
                own = mark.get("m_id", "")
                start = min(place[0] for _, place in anchors)
                end = max(place[1] for _, place in anchors)
                entity = instances.get(own, f"{self._name} {own}")
                yield mark.tag, anchors[0][0], start, end, entity

    def _instances(self, links: set[str]) -> Mapping[str, str]:
        """Mark → the instance that it is linked to: over reports by its id, else of this one."""
        known = {
            mark.get("m_id", ""): mark.get("instance_id")
            for mark in self._root.iterfind("Markables/*")
            if mark.find("token_anchor") is None
        }
        found = {}
        for link in self._root.iterfind("Relations/*"):
            target = link.find("target")
            if link.tag not in links or target is None:
                continue
            name = target.get("m_id", "")
            own = f"{self._name} to {name}"
            instance = (known.get(name) or own) if link.tag != "INTRA_DOC_COREF" else own
            for source in link.iterfind("source"):
                found[source.get("m_id", "")] = instance
        return found
