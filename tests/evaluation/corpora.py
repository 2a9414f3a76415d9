"""Small corpora of our own in the forms of those that are measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.names_corpora import part_of

WIKIGOLD = """Mira I-PER
Olsen I-PER
left O
( O
Graz I-LOC
) O
. O

The O
Olsen I-ORG
Fund I-ORG
stayed O
. O

-DOCSTART- O

Dutch I-MISC
Graz I-LOC
Porto I-ORG
"""
WNUT = """met\tO
Mira\tB-person
Olsen\tI-person
Tomas\tB-person

the\tO
Lynx\tB-group
of\tO
Grazbank\tB-corporation
"""


def column_sets(folder: Path) -> Path:
    """A folder like `ner_open` with our own words."""
    for path, lines in {
        "wikigold/CONLL-format/data/wikigold.conll.txt": WIKIGOLD,
        "WNUT17/CONLL-format/data/dev/emerging.dev.conll": WNUT,
    }.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(lines, encoding="utf-8")
    return folder


def article(name: str, text: str, *spans: tuple[str, str, str]) -> dict[str, Any]:
    """An article of `wikinews_annotated`; a span is (layer, label, words)."""
    return {
        "id": name,
        "text": text,
        "spans": [
            {"start": (at := text.index(words)), "end": at + len(words),
             "layer": layer, "label": label}
            for layer, label, words in spans
        ],
    }  # fmt: skip


UNTOUCHED = next(f"article-{n}" for n in range(99) if part_of(f"article-{n}") == "untouched")
TRAIN = next(f"article-{n}" for n in range(99) if part_of(f"article-{n}") == "train")
STORY = " date 2024-03-09\nThe Turkish city of Porto Grande sued Mira Olsen in Graz."


def wikinews(folder: Path) -> Path:
    """A folder like `wikinews_annotated`: one untouched article, and one that is not."""
    spans = (
        ("name", "group", "Turkish"),
        ("name", "place_as_actor", "Porto Grande"),
        ("name", "place", "Porto"),
        ("trigger", "ACCUSE", "sued"),
        ("name", "person", "Mira Olsen"),
        ("name", "place", "Graz"),
    )
    lines = [article(name, STORY, *spans) for name in (TRAIN, UNTOUCHED)]
    folder.mkdir(exist_ok=True)
    (folder / "annotated.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


GOLD_TEXT = " date 2024-03-09\nAnna Keller met police in Graz, said the Olsen Fund. Keller left.\n"


def gold(folder: Path) -> Path:
    """One case of one report with its text, and one without."""
    case = folder / "g1"
    (case / "texts").mkdir(parents=True)
    entities = [
        {"id": "keller", "type": "Person", "names": ["Dr. Anna Keller", "Keller"]},
        {"id": "police", "type": "Organization", "names": ["police"]},
        {"id": "fund", "type": "Organization", "names": ["the Olsen Fund"]},
        {"id": "aside", "type": "Organization", "names": ["Graz"]},
    ]
    claims = [
        {"who": ["keller", "police"], "whom": []},
        {"who": ["keller"], "whom": ["fund"]},
    ]
    report = json.dumps({"entities": entities, "claims": claims})
    for name in ("g1-01", "g1-02"):
        (case / f"{name}.json").write_text(report, encoding="utf-8")
    (case / "case.json").write_text("{}", encoding="utf-8")
    (case / "texts" / "g1-01.txt").write_text(GOLD_TEXT, encoding="utf-8")
    return folder


WIKIEVENTS = {
    "doc_id": "d",
    "sentences": [
        [[["Blast", 0, 5], ["kills", 6, 11], ["two", 12, 15]], "Blast kills two"],
        [[["Police", 15, 21], ["held", 22, 26], ["a", 27, 28], ["man", 29, 32], [".", 32, 33]],
         "Police held a man."],
    ],
    "event_mentions": [
        {"event_type": "Conflict.Attack.DetonateExplode", "trigger": {"start": 0, "end": 1}},
        {"event_type": "Justice.ArrestJailDetain.Unspecified", "trigger": {"start": 4, "end": 7}},
    ],
}  # fmt: skip

MEANTIME = """<?xml version="1.0" ?>
<Document>
<token t_id="1" sentence="0">Lynx</token> <token t_id="2" sentence="0">sale</token>
<token t_id="3" sentence="1">Monday</token>
<token t_id="4" sentence="2">Mira</token> <token t_id="5" sentence="2">spoke</token>
<token t_id="6" sentence="2">out</token> <token t_id="7" sentence="2">.</token>
<token t_id="8" sentence="6">Tomas</token> <token t_id="9" sentence="6">agreed</token>
<Markables>
<EVENT_MENTION m_id="1"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="2"><token_anchor t_id="5"/><token_anchor t_id="6"/></EVENT_MENTION>
<EVENT_MENTION m_id="3"><token_anchor t_id="9"/></EVENT_MENTION>
<ENTITY_MENTION m_id="4"><token_anchor t_id="4"/></ENTITY_MENTION>
<EVENT m_id="5" class="OTHER"/><EVENT m_id="6" class="SPEECH_COGNITIVE"/>
</Markables>
<Relations>
<REFERS_TO><source m_id="1"/><target m_id="5"/></REFERS_TO>
<REFERS_TO><source m_id="2"/><source m_id="3"/><target m_id="6"/></REFERS_TO>
</Relations>
</Document>"""


def wikievents(folder: Path) -> Path:
    """A folder like `wikievents` with one document."""
    folder.mkdir(exist_ok=True)
    (folder / "dev.jsonl").write_text(json.dumps(WIKIEVENTS) + "\n", encoding="utf-8")
    return folder


def meantime(folder: Path) -> Path:
    """A folder like `meantime_en` with one article."""
    topic = folder / "intra_cross-doc_annotation" / "corpus_own"
    topic.mkdir(parents=True)
    (topic / "1_Lynx.xml").write_text(MEANTIME, encoding="utf-8")
    return folder


def plover(folder: Path) -> Path:
    """A folder like `plover_gsr`: two records of one sentence, one of another."""
    records = [
        {"event": "DOCUMENT"},
        {"event": "AGREE", "textInfo": {"markup": "(SRC: Graz) (EVT: agreed to) (EVT: talks)."}},
        {"event": "CONSULT", "textInfo": "(SRC: Graz) agreed to (EVT: talks)."},
        {"event": "PROTEST", "textInfo": {"markup": "(SRC: Miners (North)) (EVT: struck)."}},
    ]
    place = folder / "gold_standard_records"
    place.mkdir(parents=True)
    (place / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(records), encoding="utf-8")
    return folder
