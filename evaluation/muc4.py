"""The set `muc4`: whole incidents of agency messages, who did what to whom, when and where.

Dateline's claims of a message are grouped into incidents and written as templates of MUC-4, by
rules (`muc4_mapping.toml`) that know the set's slots; nothing of the product does. Its texts are
in capitals throughout. Errors were read in the development part alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.pipeline import analyse
from evaluation.benchmark import BenchmarkSet, Result
from evaluation.muc4_corpus import Message, Template, read_messages
from evaluation.muc4_scores import EntityTally, Roles, SlotTally
from evaluation.muc4_templates import write_templates

ROLES: Mapping[str, tuple[str, ...]] = {
    "PerpInd": ("perp_individual",),
    "PerpOrg": ("perp_organization",),
    "Target": ("target",),
    "Victim": ("victim_name", "victim_description"),
    "Weapon": ("instrument",),
}
"""The roles of the set's entities, and the slots that they come from."""
DEVELOPMENT = (10, 7)
"""Of the development part every tenth message is measured, from the eighth on."""


@dataclass(slots=True)
class Tally:
    """Slots and entities of some messages."""

    slots: SlotTally = field(default_factory=SlotTally)
    entities: EntityTally = field(default_factory=EntityTally)
    messages: int = 0

    def add(self, message: Message, templates: Sequence[Template], gold: Roles) -> None:
        """Count one message."""
        self.messages += 1
        self.slots.add(message.templates, templates)
        self.entities.add(gold, entities_of(templates))

    def figures(self) -> dict[str, float]:
        """All figures of the messages."""
        return {**self.slots.figures(), **self.entities.figures(ROLES)}


def entities_of(templates: Iterable[Template]) -> dict[str, list[frozenset[str]]]:
    """The entities of templates by role, each but once, with their one mention."""
    found: dict[str, list[frozenset[str]]] = {}
    for role, slots in ROLES.items():
        options = (
            frozenset(option.casefold() for option in filler.options)
            for template in templates
            for slot in slots
            for filler in template.get(slot)
            if not filler.referents  # a title is no victim beside the one who has it
        )
        found[role] = list(dict.fromkeys(options))
    return found


def read_entities(path: Path) -> dict[str, dict[str, list[frozenset[str]]]]:
    """The entities of each message by role, from a processed file of the set."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        message = json.loads(line)
        found[message["docid"]] = {
            role: [frozenset(mention for mention, *_ in entity) for entity in entities]
            for role, entities in message["extracts"].items()
        }
    return found


def measure(folder: Path) -> Result:
    """Measures on both test parts, and on a tenth of the development part."""
    processed = folder / "muc" / "processed"
    test, train = read_entities(processed / "dev.json"), read_entities(processed / "train.json")
    both = Tally()
    tallies = {"tst2": Tally(), "tst1": Tally(), "dev, a tenth": Tally()}
    step, first = DEVELOPMENT
    parts = {
        "tst2": read_messages(folder, "tst2"),
        "tst1": read_messages(folder, "tst1"),
        "dev, a tenth": read_messages(folder, "dev")[first::step],
    }
    for part, messages in parts.items():
        for message in messages:
            gold = (train if part.startswith("dev") else test).get(message.id, {})
            annotations, claims = analyse(message.report)
            templates = write_templates(message.report, annotations, claims)
            tallies[part].add(message, templates, gold)
            if not part.startswith("dev"):
                both.add(message, templates, gold)
    return Result(
        set="muc4",
        documents=sum(tally.messages for tally in tallies.values()),
        figures=tallies["tst2"].figures(),
        part="TST2 (TST1 and both test parts beside it); errors were read in DEV alone",
        parts={
            "tst1 and tst2": both.figures(),
            **{part: tallies[part].figures() for part in ("tst1", "dev, a tenth")},
        },
        notes=(
            "Slots over all templates: perpetrators and how they are viewed, targets, victims, "
            "date, place and type. In 1992 GE had 55.9 and the median of 17 systems 29 over all "
            "slots of TST3, with systems made for this task; partial credit was settled by hand.",
            "CEAF-REE: GRIT, trained on DEV, has 54.5 on both test parts.",
        ),
    )


MUC4 = BenchmarkSet(
    name="muc4",
    measures="whole incidents of agency messages in capitals",
    run=measure,
    archive="muc4",
    headline=("slot_f1", "without_type_f1", "ceaf_ree_f1"),
)
