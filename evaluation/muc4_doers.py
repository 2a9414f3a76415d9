"""Who did it: fighters, and the bodies that they belong to, and how sure the report is of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.records import Chain, Claim, Token
from evaluation.muc4_incidents import Incident, load_mapping
from evaluation.muc4_scene import Scene, last_word, load_words, show, trim, unlike

FACT = "REPORTED AS FACT"
SUSPECTED = "SUSPECTED OR ACCUSED"
BY_AUTHORITIES = "SUSPECTED OR ACCUSED BY AUTHORITIES"
CLAIMED = "CLAIMED OR ADMITTED"
NEAR = 6
"""Sentences round those of an incident in which its doers are looked for."""


@dataclass(frozen=True, slots=True)
class Doers:
    """What stands in the slots of perpetrators; each body with how it is viewed."""

    individuals: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]


def find_doers(scene: Scene, incident: Incident) -> Doers:
    """Those whom the claims name as doers; else fighters near by, and who is blamed for it."""
    individuals, bodies = _told(scene, incident)
    individuals = individuals or list(_fighters_near(scene, incident))[:1]
    bodies |= _blamed(scene)
    bodies = bodies or _likely(scene, incident, individuals)
    text = scene.report.text.upper()
    again = {other for other in bodies for name in bodies if f"{name} [{other}]" in text}
    return Doers(
        unlike(individuals),
        tuple((name, view) for name, view in bodies.items() if name not in again),
    )


def _told(scene: Scene, incident: Incident) -> tuple[list[str], dict[str, str]]:
    """The doers of the claims: single persons and fighters, and bodies."""
    individuals: list[str] = []
    bodies: dict[str, str] = {}
    for claim in incident.claims:
        view = _view(claim)
        for chain in (scene.chains[p.chain] for p in claim.who):
            if chain.schema == "Person" or last_word(chain.name) in load_words()["fighters"]:
                individuals.append(show(chain))
            elif scene.is_body(chain):
                bodies.setdefault(show(chain), view)
        for words in claim.unnamed_who:
            if scene.is_vague(words):
                continue
            if scene.head(words) in load_words()["bodies"]:
                bodies.setdefault(trim(words.exact), view)
            else:
                individuals.append(trim(words.exact))
    return individuals, bodies


def _view(claim: Claim) -> str:
    """How a claim's doer is viewed: suspected where its words are unsure."""
    if claim.certainty not in ("alleged", "inferred"):
        return FACT
    origin = claim.sources[0]
    words = f"{origin.name} {origin.words.exact if origin.words else ''}".casefold()
    return BY_AUTHORITIES if _has(words, "authorities") else SUSPECTED


def _has(text: str, words: str) -> bool:
    """Whether a text has one of a list's words, as it is or with an ending."""
    return any(word in text for word in load_words()[words])


def _fighters_near(scene: Scene, incident: Incident) -> Iterator[str]:
    """Fighters without a name in the sentences of an incident, then in those round them."""
    nouns = load_words()["fighters"] | load_words()["attackers"]
    harmed = [words for claim in incident.claims for words in claim.unnamed_whom]
    sentences = scene.annotations.sentences
    own = sorted({n for claim in incident.claims for n in scene.sentences_of(claim)})
    others = (n for n in range(len(sentences)) if n not in own)
    nearest = sorted(others, key=lambda n: min((abs(n - o) for o in own), default=n))
    for number in [*own, *nearest[:NEAR]]:
        for token in scene.grammar.tokens[sentences[number].first : sentences[number].last]:
            is_harmed = any(words.start <= token.start < words.end for words in harmed)
            if _is_noun(token) and token.lemma in nouns and not is_harmed:
                yield trim(scene.grammar.phrase(token.index).exact)


def _is_noun(token: Token) -> bool:
    return token.pos == "NOUN" and token.dep not in ("compound", "amod", "nmod")


def _blamed(scene: Scene) -> dict[str, str]:
    """The bodies that say they did it, or that others say did it, with how they are viewed."""
    found: dict[str, str] = {}
    for claim in scene.claims:
        if _has(claim.trigger.exact.casefold(), "claiming"):
            for chain in (scene.chains[p.chain] for p in claim.who):
                if scene.is_body(chain):
                    found.setdefault(show(chain), CLAIMED)
    armed = _armed(scene)
    for sentence in scene.annotations.sentences:
        text = scene.report.text[sentence.start : sentence.end].casefold()
        claimed = _has(text, "claiming") and ("claim" in text or "admit" in text)
        if not claimed and not _has(text, "blaming"):
            continue
        view = BY_AUTHORITIES if _has(text, "authorities") else SUSPECTED
        forces = [f for f in load_mapping()["phrases"]["state_doers"] if f in text]
        for chain in armed:
            starts = [m.words.start for m in chain.mentions if m.kind == "name"]
            if any(sentence.start <= start < sentence.end for start in starts):
                found.setdefault(show(chain), CLAIMED if claimed else view)
                forces = []
        if not found:
            tokens = scene.grammar.tokens[sentence.first : sentence.last]
            found.update(dict.fromkeys(_armed_names(tokens), CLAIMED if claimed else view))
        if forces and not claimed and _has(text, "accusing"):
            found.setdefault(forces[0].upper(), view)
    return found


def _likely(scene: Scene, incident: Incident, individuals: Sequence[str]) -> dict[str, str]:
    """The armed body that an incident's sentences name; fighters are of the report's main one."""
    armed = _armed(scene)
    for claim in incident.claims:
        for chain in armed:
            if scene.is_named_in(chain, claim.quote):
                return {show(chain): _view(claim)}
    for claim in incident.claims:
        for words in _outlaws(scene, claim):
            return {words: _view(claim)}
    are_fighters = any(last_word(words) in load_words()["fighters"] for words in individuals)
    if not armed or not are_fighters:
        return {}
    return {show(max(armed, key=lambda c: (len(c.mentions), c.id))): FACT}


def _outlaws(scene: Scene, claim: Claim) -> Iterator[str]:
    """Bodies outside the law that have a noun, and perhaps no name: "the cartel"."""
    nouns = load_words()["outlaws"]
    for number in scene.sentences_of(claim):
        sentence = scene.annotations.sentences[number]
        tokens = scene.grammar.tokens[sentence.first : sentence.last]
        yield from _armed_names(tokens)
        for token in tokens:
            if token.lemma.casefold() in nouns and token.dep not in ("compound", "nmod"):
                yield trim(scene.grammar.phrase(token.index).exact)


def _armed_names(tokens: Sequence[Token]) -> Iterator[str]:
    """Names of bodies of fighters by their words, where the product found no name: "Dawn Front"."""
    armed = load_words()["armed"]
    for is_name, run in groupby(tokens, key=lambda t: t.text[:1].isupper() and t.pos != "DET"):
        words = [token.text for token in run]
        if is_name and len(words) > 1 and not armed.isdisjoint(w.casefold() for w in words):
            yield " ".join(words).upper()


def _armed(scene: Scene) -> list[Chain]:
    return [chain for chain in scene.chains.values() if _is_armed(scene, chain)]


def _is_armed(scene: Scene, chain: Chain) -> bool:
    """Whether a body is one of fighters, by its name or by the word beside it."""
    if not scene.is_body(chain):
        return False
    words = {word for name in chain.names for word in name.casefold().split()}
    if not words.isdisjoint(load_words()["armed"]):
        return True
    if chain.schema == "PublicBody":
        return False
    fighters = load_words()["fighters"]
    text = scene.report.text
    for mention in chain.mentions:
        before = text[max(0, mention.words.start - 30) : mention.words.start].casefold().split()
        after = text[mention.words.end : mention.words.end + 30].strip(" ])").split()
        near = [w for w in before[-3:] if {"of", "from"} & set(before[-2:])] + after[:1]
        if mention.kind == "name" and any(last_word(word) in fighters for word in near):
            return True
    return False


def find_weapons(scene: Scene, incident: Incident) -> tuple[str, ...]:
    """What the sentences of an incident name as weapons."""
    weapons = load_mapping()["words"]["weapons"]
    found = []
    for number in sorted({n for claim in incident.claims for n in scene.sentences_of(claim)}):
        sentence = scene.annotations.sentences[number]
        for token in scene.grammar.tokens[sentence.first : sentence.last]:
            if _is_noun(token) and token.lemma in weapons:
                found.append(trim(scene.grammar.phrase(token.index).exact))
    return unlike(found)
