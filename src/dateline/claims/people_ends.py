"""Who does what a word tells, and whom it is done to: the heads of both, named or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.claims.lexicon import Entry, load_lexicon
from dateline.claims.people_clauses import RELATIVE, Phrases
from dateline.claims.people_reach import (
    asked_clause,
    is_named,
    is_reached,
    owners,
    sufferers,
    through,
)
from dateline.claims.people_to_come import of_deed_to_come
from dateline.claims.people_words import load_people_words
from dateline.records import Token

_TOGETHER = frozenset({"with", "between", "among", "alongside"})
_MOVES = {"RETREAT", "MOBILIZE", "CONSULT", "APPEAR"}
"""Types where "from" says where from."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Heads of noun phrases in text order, those of one phrase together; none stands twice.

    Attributes:
        who: Those who do it; in a symmetric frame all who take part.
    """

    who: tuple[Token, ...] = ()
    whom: tuple[Token, ...] = ()


def ends_of_verb(phrases: Phrases, verb: Token, entry: Entry, partner: Token | None) -> Ends:
    """Who and whom of a verb that carries an event.

    Args:
        partner: The word that goes with the verb ("talks" of "hold talks"), or None.
    """
    passive = phrases.is_passive(verb)
    subject = _subject(phrases, verb, passive)
    agents = _agents(phrases, verb) if passive else subject
    objects = [t for t in phrases.objects(verb, "dobj", "dative", "oprd") if t != partner]
    if entry.type in _MOVES and not any(is_named(phrases, t) for t in agents):
        agents = [*agents, *(o for t in objects for o in owners(phrases, t))]
    if passive:
        objects = [*subject, *objects]
    beside = [verb, partner] if partner is not None else [verb]
    together = [t for b in beside for t in phrases.after(b, _TOGETHER - {"among"})]
    aimed = [t for b in beside for t in phrases.after(b, entry.prep)]
    match entry.frame:
        case "symmetric":
            return _ends([*agents, *objects, *together, *aimed], [])
        case "self" | "host":
            doers = agents or (subject if passive and entry.frame == "self" else [])
            reached = [t for t in objects if is_reached(phrases, t, entry)]
            whom = [*reached, *aimed] if entry.frame == "self" else aimed
            if not any(is_named(phrases, t) for t in whom):
                things = [*objects, *aimed, *([partner] if partner is not None else [])]
                whom += (
                    through(phrases, things, entry)
                    or _partner_aims(phrases, partner, entry)
                    or asked_clause(phrases, verb, entry)
                    or of_deed_to_come(phrases, verb, entry)
                )
            return _ends([*doers, *together], whom)
        case "patient":
            return _ends(phrases.after(verb, {"by"}), subject)
        case _:
            whom = [*objects, *aimed]
            if partner is not None:
                whom += owners(phrases, partner)
            if not any(is_named(phrases, t) for t in whom):
                whom += (
                    through(phrases, whom, entry)
                    or _partner_aims(phrases, partner, entry)
                    or asked_clause(phrases, verb, entry)
                    or of_deed_to_come(phrases, verb, entry)
                )
            return _ends(agents, whom)


def ends_of_noun(phrases: Phrases, noun: Token, entry: Entry) -> Ends:
    """Who and whom of a noun that carries an event."""
    words = load_people_words()
    governor = phrases.grammar.tokens[noun.head]
    holders = owners(phrases, noun)
    by = [*phrases.after(noun, {"by"}), *_participle_doers(phrases, noun)]
    if "from" not in entry.prep and entry.type not in _MOVES:
        by += phrases.after(noun, {"from"})
    light = _light_subject(phrases, noun)
    together = phrases.after(noun, _TOGETHER - {"alongside"})
    if noun.dep == "nsubj" and governor.lemma in words.light:  # "a meeting took place between"
        together = together or phrases.after(governor, _TOGETHER - {"alongside"})
    aimed = [*phrases.after(noun, entry.prep - {"by"}), *_aimed_by_verb(phrases, noun, entry)]
    if not aimed:
        aimed = _aimed_past_doer(phrases, noun, entry)
    suffered = sufferers(phrases, noun, entry)
    of = [] if "of" in entry.prep else phrases.after(noun, {"of"})
    match entry.frame:
        case "symmetric":
            return _ends([*holders, *light, *by, *together, *aimed], [])
        case "patient":
            if aimed and not by:  # "the FBI's investigation into the fund"
                return _ends([*light, *holders], [*aimed, *suffered])
            return _ends([*by, *light], [*holders, *aimed, *suffered])
        case _:
            together = [] if "with" in entry.prep else together
            doers = [*holders, *by, *light, *together] or of
            whom = aimed or suffered
            if not any(is_named(phrases, t) for t in whom):
                asked = asked_clause(phrases, noun, entry) if doers else []
                whom = [*whom, *(through(phrases, whom, entry) or asked)]
            return _ends([d for d in doers if d not in suffered], whom)


def _subject(phrases: Phrases, verb: Token, passive: bool) -> list[Token]:
    head = phrases.patient_of_passive(verb) if passive else phrases.subject(verb)
    return phrases.heads(head, verb.index if head is not None and head.index < verb.index else None)


def _agents(phrases: Phrases, verb: Token) -> list[Token]:
    """Who does what a passive tells, also "in a statement by Keller"."""
    agents = phrases.after(verb, {"by"})
    if agents:
        return agents
    for thing in phrases.after(verb, {"in"}):
        if thing.lemma.casefold() in load_people_words().tellings:
            agents += [*owners(phrases, thing), *phrases.after(thing, {"by", "from"})]
    return agents


def _partner_aims(phrases: Phrases, partner: Token | None, entry: Entry) -> list[Token]:
    """Whom the noun that goes with a verb is aimed at: "issued a subpoena for papers from"."""
    if partner is None:
        return []
    for own in load_lexicon().nouns_by_head.get(partner.lemma.casefold(), ()):
        if own.type == entry.type and len(own.lemma) == 1:
            return list(ends_of_noun(phrases, partner, own).whom)
    return []


def _light_subject(phrases: Phrases, noun: Token) -> list[Token]:
    """The subject of a verb that leaves the telling to a noun: "he paid a visit"."""
    words = load_people_words()
    governor = phrases.grammar.tokens[noun.head]
    if noun.dep == "conj" and governor.pos == "NOUN":  # "sanctions and an embargo"
        return _light_subject(phrases, governor)
    if noun.dep == "pobj" and governor.text.casefold() in ("in", "into", "to"):
        verb = phrases.grammar.tokens[governor.head]
        return phrases.heads(phrases.subject(verb)) if verb.lemma in words.entering else []
    if governor.index == noun.index or governor.lemma not in words.light | words.doing:
        return []
    passive = phrases.is_passive(governor)
    if noun.dep in ("dobj", "attr") and not passive:
        return phrases.heads(phrases.subject(governor))
    if noun.dep == "nsubjpass" or (noun.dep == "dobj" and passive):
        return phrases.after(governor, {"by"})
    return []


def _participle_doers(phrases: Phrases, noun: Token) -> list[Token]:
    """ "The attack launched by Keller", "the attack that Keller launched"."""
    words = load_people_words()
    found: list[Token] = []
    for clause in phrases.grammar.children(noun.index, "acl", "relcl"):
        if clause.lemma not in words.light | words.doing:
            continue
        if phrases.is_passive(clause):
            found += phrases.after(clause, {"by"})
        else:
            subjects = phrases.grammar.children(clause.index, "nsubj")
            found += [t for s in subjects if s.text not in RELATIVE for t in phrases.heads(s)]
    return found


def _aimed_by_verb(phrases: Phrases, noun: Token, entry: Entry) -> list[Token]:
    """Whom a light verb aims its noun at: "imposed sanctions on Keller"."""
    words = load_people_words()
    governor = phrases.grammar.tokens[noun.head]
    told = [
        t
        for clause in phrases.grammar.children(noun.index, "acl", "relcl")
        if clause.lemma in words.light | words.doing
        for t in phrases.after(clause, (entry.prep | _to(entry)) - {"by", "of"})
    ]
    if told:
        return told
    if governor.lemma not in words.light | words.doing or governor.pos != "VERB":
        return []
    if noun.dep not in ("dobj", "nsubjpass") and not (
        noun.dep == "nsubj" and governor.lemma in words.light
    ):
        return []
    return phrases.after(governor, entry.prep - {"by", "of"})


def _aimed_past_doer(phrases: Phrases, noun: Token, entry: Entry) -> list[Token]:
    """ "An attack by the Brigade on Keller", where the parser hangs "on" on the Brigade."""
    doers = phrases.after(noun, {"by", "from"})
    return [t for doer in doers for t in phrases.after(doer, entry.prep - {"by", "of", "in"})]


def _to(entry: Entry) -> frozenset[str]:
    """ "A call made by Keller to Brandt"."""
    return frozenset({"to"} if entry.frame == "symmetric" else ())


def _ends(who: Iterable[Token], whom: Iterable[Token]) -> Ends:
    doers = tuple(dict.fromkeys(who))
    return Ends(doers, tuple(t for t in dict.fromkeys(whom) if t not in doers))
