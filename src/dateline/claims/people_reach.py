"""Whom a deed reaches though grammar names him elsewhere: by what is his or asked of him."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.lexicon import Entry, load_lexicon
from dateline.claims.participant_nouns import load_participant_nouns
from dateline.claims.people_clauses import Phrases
from dateline.claims.people_words import load_people_words
from dateline.records import Token

_OWNERS = ("poss", "compound", "nmod", "amod")


def owners(phrases: Phrases, noun: Token) -> list[Token]:
    """Whose a thing is: "Keller's demand", "a UN demand"."""
    found = [t for c in phrases.grammar.children(noun.index, "poss") for t in phrases.heads(c)]
    for child in phrases.grammar.children(noun.index, *_OWNERS[1:]):
        found += [t for t in phrases.heads(child) if t.index in phrases.at]
    return found


def through(phrases: Phrases, things: Sequence[Token], entry: Entry) -> list[Token]:
    """Whose the things are that are rejected, supported, hit …: "rejected Keller's demand"."""
    prepositions = load_people_words().through.get(entry.type)
    if prepositions is None:
        return []
    found: list[Token] = []
    words = load_people_words().quantities
    counted = [
        t
        for thing in things
        if thing.pos == "NUM" or thing.lemma.casefold() in words
        for t in phrases.after(thing, {"of"})
    ]
    for thing in [*things, *counted]:
        if thing.pos == "NOUN" and not _is_somebody(phrases, thing):
            said = prepositions | {"of"} if _is_of_its_doer(thing) else prepositions
            found += [*owners(phrases, thing), *phrases.after(thing, said)]
            for clause in phrases.grammar.children(thing.index, "acl"):  # "aid slated for Peru"
                if clause.tag == "VBN":
                    found += phrases.after(clause, prepositions)
    return found


def _is_somebody(phrases: Phrases, thing: Token) -> bool:
    """Whether an object is a person himself, whoever's he is: "arrested Keller's brother, Jan"."""
    beside = phrases.grammar.children(thing.index, "appos")
    if any(token.index in phrases.at for token in (thing, *beside)):
        return True
    return load_participant_nouns().kinds.get(thing.lemma.casefold()) == "person"


def _is_of_its_doer(thing: Token) -> bool:
    """Whether "of" after a noun names who does it: "the request of Keller"."""
    entries = load_lexicon().nouns_by_head.get(thing.lemma.casefold(), ())
    own = [e for e in entries if len(e.lemma) == 1]
    return bool(own) and all(e.frame == "self" and "of" not in e.prep for e in own)


def asked_clause(phrases: Phrases, token: Token, entry: Entry) -> list[Token]:
    """Who is to do what is asked, or did what is told of him: "demanded that Keller resign"."""
    if entry.type not in ("REQUEST", "ACCUSE"):
        return []
    for clause in phrases.grammar.children(token.index, "ccomp", "acl", "advcl"):
        subjects = phrases.grammar.children(clause.index, "nsubj", "nsubjpass")
        marks = {m.text.casefold() for m in phrases.grammar.children(clause.index, "mark")}
        if not subjects or (clause.dep == "advcl" and "for" not in marks):
            continue
        if subjects[0].dep == "nsubjpass":
            return phrases.after(clause, {"by"})
        return phrases.heads(subjects[0])
    return []


def sufferers(phrases: Phrases, noun: Token, entry: Entry) -> list[Token]:
    """Whom a noun befalls, though he is the subject: "faces charges", "under sanctions"."""
    words = load_people_words()
    governor = phrases.grammar.tokens[noun.head]
    if noun.dep in ("dobj", "attr") and governor.lemma in words.suffering:
        return phrases.heads(phrases.subject(governor))
    if noun.dep == "dobj" and governor.lemma in words.giving:
        if phrases.is_passive(governor):
            return phrases.heads(phrases.patient_of_passive(governor))
        receivers = phrases.grammar.children(governor.index, "dative")
        return [t for r in receivers if r.pos != "ADP" for t in phrases.heads(r)]
    if noun.dep != "pobj":
        return _answerers(phrases, noun, governor) if entry.type == "REQUEST" else []
    if governor.text.casefold() in words.under:
        return phrases.heads(phrases.clause_subject(noun))
    if entry.type == "REQUEST" and governor.text.casefold() in words.at_will:
        return _asked_at_will(phrases, noun, phrases.grammar.tokens[governor.head])
    verb = phrases.grammar.tokens[governor.head]
    return _answerers(phrases, noun, verb) if entry.type == "REQUEST" else []


def _asked_at_will(phrases: Phrases, noun: Token, over: Token) -> list[Token]:
    """Who did something "at the request of Keller": that one was asked."""
    if is_named(phrases, over):
        return [over]
    if over.pos == "NOUN":
        return [*owners(phrases, over), *phrases.after(over, {"by"})]
    return phrases.heads(phrases.clause_subject(noun))


def _answerers(phrases: Phrases, noun: Token, verb: Token) -> list[Token]:
    """ "She complied with the request of Keller": she was asked."""
    if verb.pos != "VERB" or verb.lemma not in load_people_words().answering:
        return []
    if noun.dep == "nsubjpass":
        return phrases.after(verb, {"by"})
    return phrases.heads(phrases.subject(verb)) if noun.dep in ("dobj", "pobj") else []


def is_named(phrases: Phrases, token: Token) -> bool:
    """Whether a word heads the name or the description of somebody that the report knows."""
    return token.index in phrases.at


def is_reached(phrases: Phrases, token: Token, entry: Entry) -> bool:
    """Whether a verb that mostly has things as its objects has somebody: "visited Keller"."""
    if entry.type == "STATE":
        return False
    if entry.type in ("REQUEST", "RETREAT"):  # "asked the ministry", "left the League"
        return is_named(phrases, token)
    return any(chain.schema == "Person" for chain in phrases.at.get(token.index, ()))
