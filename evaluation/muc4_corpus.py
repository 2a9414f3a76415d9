"""The messages of MUC-4 and the templates of their keys.

A message is an agency's text in capitals; its key has a template for each terrorist incident that
it tells of, and a template is a block of numbered slots (see the set's own documents).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.records import Dateline, Report, cut

SLOTS: Mapping[int, str] = {
    2: "date",
    3: "location",
    4: "type",
    5: "stage",
    6: "instrument",
    7: "instrument_type",
    8: "category",
    9: "perp_individual",
    10: "perp_organization",
    11: "perp_confidence",
    12: "target",
    13: "target_type",
    14: "target_number",
    15: "target_nation",
    16: "target_effect",
    17: "target_total",
    18: "victim_name",
    19: "victim_description",
    20: "victim_type",
    21: "victim_number",
    22: "victim_nation",
    23: "victim_effect",
    24: "victim_total",
}
"""The slots of a template by their numbers in the key."""

PARTS: Mapping[str, tuple[str, str]] = {
    "dev": ("dev/dev-muc3-*", "dev/key-dev-*"),
    "tst1": ("tst1/tst1-muc3", "tst1/key-tst1*"),
    "tst2": ("tst2/tst2-muc4", "tst2/key-tst2*"),
}
_CORPORA = "official_muc34/TASK/CORPORA"

_ID = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^(\d{1,2})\.\s+[A-Z :]+?(?:\s{2,}|\s(?=[*\-?\"]))\s*(.*)$")
_TEMPLATE = re.compile(r"^1\.\s+MESSAGE: TEMPLATE\s+(\S+)(.*)$")
_DATELINE = re.compile(
    r"(?P<place>[^,]{2,60}?(?: \([^)]{2,40}\))?),\s+(?:(?P<day>\d{1,2}) (?P<month>[A-Z]{3})"
    r"(?:\w*)(?: (?P<year>\d{2}))?|NO DATE)\s*(?:\((?P<agency>[^)]{1,60})\))?\s*--\s*"
)
_GENERAL = re.compile(r"\[(?:TEXT|SUMMARY|EXCERPTS?)\]\s*")
_CONTINUED = re.compile(r"\s*\[CONTINUED\]\s*")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CENTURY = 1900


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler of a slot.

    Attributes:
        options: What counts as right, as strings without quotation marks.
        optional: Whether a response without it loses nothing.
        referents: For a filler that is said of another slot's, the options for that one.
    """

    options: tuple[str, ...]
    optional: bool = False
    referents: tuple[str, ...] = ()


Slots = Mapping[str, tuple[Filler, ...]]


@dataclass(frozen=True, slots=True)
class Template:
    """An incident: its fillers by slot; a slot that has none is left out."""

    slots: Slots
    optional: bool = False

    def get(self, slot: str) -> tuple[Filler, ...]:
        """The fillers of a slot."""
        return self.slots.get(slot, ())


@dataclass(frozen=True, slots=True)
class Message:
    """A message and the templates of its key; none if it is irrelevant."""

    id: str
    report: Report
    templates: tuple[Template, ...]


def read_messages(folder: Path, part: str) -> list[Message]:
    """The messages of "dev", "tst1" or "tst2", by their ids."""
    texts, keys = (sorted((folder / _CORPORA).glob(pattern)) for pattern in PARTS[part])
    templates: dict[str, list[Template]] = {}
    for path in keys:
        for id_, template in read_key(path.read_text(encoding="latin-1")):
            templates.setdefault(id_, [])
            if template is not None:
                templates[id_].append(template)
    found = []
    for path in texts:
        for id_, text in cut_messages(path.read_text(encoding="latin-1")):
            if id_ in templates:
                found.append(Message(id_, read_report(id_, text), tuple(templates[id_])))
    return sorted(found, key=lambda message: message.id)


# -------------------------------------------------------------------------------------- texts


def cut_messages(text: str) -> Iterator[tuple[str, str]]:
    """Each message's id and text."""
    heads = list(_ID.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        yield head[1], text[head.end() : following.start() if following else len(text)]


def read_report(id_: str, text: str) -> Report:
    """A message as a report: lines of a paragraph joined, its dateline read, its header passed."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]
    whole = "\n\n".join(p for p in paragraphs if p)
    head = _DATELINE.match(whole)
    published = _published(head) if head else None
    dateline = None
    if head is not None:
        words = cut(whole, head.start(), head.end())
        place = head["place"].split(" (")[0].title()
        known = not place.startswith(("No City", "Clandestine"))
        dateline = Dateline(place if known else None, published, head["agency"], words)
    body = head.end() if head else 0
    general = _GENERAL.search(whole, body, body + 600)
    body = general.end() if general else body
    continued = _CONTINUED.match(whole, body)
    return Report(
        id=id_,
        text=whole,
        sha256="0" * 64,
        language="en",
        published=published,
        published_from="dateline" if published else None,
        dateline=dateline,
        body_start=continued.end() if continued else body,
    )


def _published(head: re.Match[str]) -> str | None:
    if not head["day"] or not head["year"] or head["month"] not in MONTHS:
        return None
    year = _CENTURY + int(head["year"])
    try:
        return date(year, MONTHS.index(head["month"]) + 1, int(head["day"])).isoformat()
    except ValueError:
        return None


# --------------------------------------------------------------------------------------- keys


def read_key(text: str) -> Iterator[tuple[str, Template | None]]:
    """Each template with the id of its message; None in its place for an irrelevant message."""
    for lines in _blocks(text):
        id_ = _ID.search(lines[0].split("MESSAGE: ID")[-1].strip())
        head = next((m for m in map(_TEMPLATE.match, lines) if m), None)
        if id_ is None or head is None:
            continue
        if head[1] == "*":
            yield id_[1], None
        else:
            yield id_[1], Template(_slots(lines), "OPTIONAL" in head[2])


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.splitlines():
        if line.lstrip().startswith(";"):
            continue
        if re.match(r"0\.\s", line) and block:
            yield block
            block = []
        if line.strip() and (block or re.match(r"0\.\s", line)):
            block.append(line.rstrip())
    if block:
        yield block


def _slots(lines: Sequence[str]) -> dict[str, tuple[Filler, ...]]:
    found: dict[str, tuple[Filler, ...]] = {}
    name: str | None = None
    for line in lines:
        numbered = _SLOT.match(line)
        if numbered:
            name = SLOTS.get(int(numbered[1]))
            printed = numbered[2]
        else:
            printed = line
        filler = read_filler(printed.strip(), is_place=name == "location") if name else None
        if name and filler is not None:
            found[name] = (*found.get(name, ()), filler)
    return found


def read_filler(printed: str, *, is_place: bool = False) -> Filler | None:
    """A filler as the key prints it; None for an empty one."""
    optional = printed.startswith("?")
    printed = printed.removeprefix("?").strip().replace('\\"', "'")
    if printed in ("", "-", "*"):
        return None
    options, referents = [], []
    for option in _options(printed):
        value, reference = option, ""
        if not is_place and not option.startswith('"') and ":" in option:
            value, reference = option.split(":", 1)
        elif option.startswith('"'):
            quoted = re.match(r'"([^"]*)"\s*(?::\s*(.*))?$', option)
            value, reference = (quoted[1], quoted[2] or "") if quoted else (option, "")
        value = value.strip().strip('"')
        options.append(value[1:-1] if value.startswith("(") and value.endswith(")") else value)
        if reference.strip():
            referents.append(reference.strip().strip('"'))
    values = tuple(dict.fromkeys(o for o in options if o))
    if referents and values:  # `DEATH: "A" / "B"`: what stands after the stroke is the referent's
        plain = [o for o in _options(printed) if ":" not in o and o.startswith('"')]
        if not printed.startswith('"'):
            extra = [o.strip('"') for o in plain]
            values = tuple(v for v in values if v not in extra)
            referents += extra
    return Filler(values, optional, tuple(r for r in referents if r != "-")) if values else None


def _options(printed: str) -> list[str]:
    """The alternatives that strokes separate; a stroke inside quotation marks separates none."""
    parts = re.findall(r'(?:"[^"]*"|[^"/])+', printed)
    return [part.strip() for part in parts if part.strip()]
