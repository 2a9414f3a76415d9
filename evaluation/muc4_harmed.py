"""Whom and what an incident befell: targets that are things, victims by name, and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Chain, Claim, Quote
from evaluation.muc4_incidents import Incident
from evaluation.muc4_scene import Scene, last_word, load_words, show, trim, unlike

_OF = re.compile(r" of [a-z' ]{2,60}(?=[,.;(]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Harmed:
    """What stands in the slots of targets and victims.

    Attributes:
        titles: What victims with a name are, each with that name.
        descriptions: Victims without a name.
    """

    targets: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    descriptions: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.targets or self.names or self.descriptions)


def find_harmed(scene: Scene, incident: Incident) -> Harmed:
    """Targets and victims of an incident; fighters are none."""
    targets: list[str] = []
    names: list[str] = []
    titles: dict[str, str] = {}
    descriptions: list[str] = []
    for claim in incident.claims:
        for chain in _named(scene, claim):
            if chain.schema == "Person":
                names.append(show(chain))
                titles.update({_full_title(scene, r.title): show(chain) for r in chain.roles[:1]})
            elif chain.schema != "Country":
                (descriptions if _is_people(chain) else targets).append(chain.name.upper())
        for words in claim.unnamed_whom:
            if not scene.is_vague(words) and scene.head(words) not in load_words()["fighters"]:
                into = descriptions if _is_person(scene, words) else targets
                into.append(trim(words.exact))
    if names or targets:  # fighting men beside those that the set asks for
        forces = load_words()["forces"]
        descriptions = [words for words in descriptions if last_word(words) not in forces]
    if not (targets or names or descriptions):
        targets += list(_premises_near(scene, incident))[:1]
    return Harmed(unlike(targets), unlike(names), tuple(titles.items()), unlike(descriptions))


def _premises_near(scene: Scene, incident: Incident) -> Iterator[str]:
    """Buildings and the like that the sentences of a bombing or an attack name."""
    for claim in incident.claims:
        for number in scene.sentences_of(claim):
            sentence = scene.annotations.sentences[number]
            for token in scene.grammar.tokens[sentence.first : sentence.last]:
                is_end = token.dep in ("pobj", "dobj", "conj", "nsubjpass", "appos")
                if is_end and token.lemma.casefold() in load_words()["premises"]:
                    yield trim(scene.grammar.phrase(token.index).exact)


def _named(scene: Scene, claim: Claim) -> list[Chain]:
    """Those with a name, but what is a part of others' description: "the Jesuit priests"."""
    return [
        scene.chains[participant.chain]
        for participant in claim.whom
        if not any(words.holds(participant.words) for words in claim.unnamed_whom)
    ]


def _full_title(scene: Scene, title: Quote) -> str:
    """A title with what it is of: "mayor of Achi"."""
    after = _OF.match(scene.report.text[title.end :][:70])
    return (title.exact + (after[0] if after else "")).upper()


def _is_person(scene: Scene, words: Quote) -> bool:
    """Whether a phrase is of people, and not of a body for the building that it is in."""
    premises = load_words()["premises"]
    if {scene.head(words), last_word(trim(words.exact))} & premises:
        return False
    return scene.kind(words) in ("person", "group")


def _is_people(chain: Chain) -> bool:
    """Whether a body that was attacked is its people: an army, or "Jesuits"."""
    if not load_words()["forces"].isdisjoint(re.findall(r"[a-z]+", chain.name.casefold())):
        return True
    return chain.name.endswith("s") and " " not in chain.name
