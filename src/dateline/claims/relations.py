"""Lasting ties: who leads, represents, belongs to, is a front for, is designated by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.beside import NameTies
from dateline.claims.lexicon import Lexicon, RelationWord, RoleNoun
from dateline.claims.participants import People
from dateline.records import Chain, Grammar, Participant, Token, bearers, bodies, is_over

_BANNING = {"terrorist", "terror", "terrorism", "extremist", "banned", "sanctions", "blacklist"}
_PERSONAL = {"works_for", "family_of", "represents"}
_BETWEEN_BODIES = {"front_for", "part_of", "allied_with"}


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two ends, and the word that tells it."""

    type: str
    trigger: Token
    who: tuple[Participant, ...]
    whom: tuple[Participant, ...]
    rule: str


def find_ties(
    grammar: Grammar, people: People, chains: dict[str, Chain], lexicon: Lexicon
) -> list[Tie]:
    """The ties that the words of a report tell, once for each pair of ends and type."""
    found: dict[tuple[str, frozenset[str], frozenset[str]], Tie] = {}
    for token in grammar.tokens:
        for tie in _at(grammar, people, chains, lexicon, token):
            ends = (tie.type, _ids(tie.who), _ids(tie.whom))
            if tie.who and tie.whom and not ends[1] & ends[2]:
                found.setdefault(ends, tie)
    tied = {(ends[1], ends[2]) for ends in found}
    for beside in NameTies(grammar, people, chains, lexicon).find():
        tie = Tie(beside.type, beside.trigger, (beside.who,), (beside.whom,), beside.rule)
        ends = (tie.type, _ids(tie.who), _ids(tie.whom))
        if ends[1:] not in tied:  # what the grammar tells already says more
            found.setdefault(ends, tie)
    return sorted(found.values(), key=lambda tie: tie.trigger.index)


def _ids(participants: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(p.chain for p in participants)


def _at(
    grammar: Grammar, people: People, chains: dict[str, Chain], lexicon: Lexicon, token: Token
) -> Iterator[Tie]:
    lemma = lexicon.lemma_of(token.text, token.lemma)
    if token.pos in ("NOUN", "PROPN"):
        if lemma in lexicon.roles:
            yield from _by_role(grammar, people, chains, lexicon.roles[lemma], token)
        if lemma in lexicon.boards:
            yield from _on_board(grammar, people, lexicon.boards[lemma], token)
        if lemma in lexicon.between:
            yield from _between(grammar, people, lexicon.between[lemma], token)
        if lemma in lexicon.belonging:
            yield from _belonging(grammar, people, lexicon.belonging[lemma], token)
    if token.pos in ("VERB", "AUX"):
        for word in lexicon.verbs.get(lemma, ()):
            tie = _by_verb(grammar, people, word, token)
            if tie is not None:
                yield tie
                break
    participle = lexicon.participles.get(token.text.casefold())
    if participle is not None and token.pos in ("VERB", "ADJ"):
        yield from _by_participle(grammar, people, participle, token)


# ------------------------------------------------------------------------------------- nouns


def _by_role(
    grammar: Grammar, people: People, chains: dict[str, Chain], role: RoleNoun, token: Token
) -> Iterator[Tie]:
    """A post said of somebody: what is over, or held of a state alone, makes no tie."""
    if is_over(grammar, token):
        return
    heads = [token, *bearers(grammar, token)]
    holders = [p for head in heads for p in people.at_head(head)]
    for body, in_front in bodies(grammar, token):
        type_ = role.front if in_front else role.type
        for end in people.at_head(body):
            if type_ is None or not _may_be(type_, chains[end.chain]):
                continue
            for holder in {h.chain: h for h in holders}.values():
                if _holds(type_, chains[holder.chain]) and holder.chain != end.chain:
                    yield Tie(type_, token, (holder,), (end,), f"role noun: {role.lemma}")


def _may_be(type_: str, body: Chain) -> bool:
    """Whether a chain can be the second end: a state alone ties a person to nobody."""
    if body.schema == "Country":
        return type_ in ("located_in", "designated_by", "allied_with")
    return body.schema != "Person" or type_ in _PERSONAL


def _holds(type_: str, holder: Chain) -> bool:
    """Whether a chain can be the first end: bodies are fronts, persons are members."""
    return (holder.schema == "Person") != (type_ in _BETWEEN_BODIES)


def _between(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    ends = people.after(token, {"between", "with", "among"})
    ends = [*(p for c in grammar.children(token.index, "poss") for p in people.of(c)), *ends]
    unique = list({p.chain: p for p in ends}.values())
    for other in unique[1:]:
        yield Tie(type_, token, (unique[0],), (other,), f"tie noun: {token.lemma}")


def _on_board(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    """ "X sits on the board of BODY"."""
    prep = grammar.tokens[token.head]
    verb = grammar.tokens[prep.head]
    if token.dep != "pobj" or prep.text != "on" or verb.lemma not in ("be", "sit", "serve"):
        return
    seated = people.of(people.subject(verb))
    owners = [p for child, _ in bodies(grammar, token) for p in people.of(child)]
    for holder in seated:
        for body in owners[:1]:
            yield Tie(type_, token, (holder,), (body,), f"seat on: {token.lemma}")


def _belonging(grammar: Grammar, people: People, type_: str, token: Token) -> Iterator[Tie]:
    owners = [p for c in grammar.children(token.index, "poss") for p in people.of(c)]
    within = people.after(token, {"in", "within", "of", "at", "with"})
    for owner in owners[:1]:
        for body in within:
            yield Tie(type_, token, (owner,), (body,), f"belonging noun: {token.lemma}")


# ------------------------------------------------------------------------------------- verbs


def _by_verb(grammar: Grammar, people: People, word: RelationWord, token: Token) -> Tie | None:
    if not _has_words(grammar, token, word.lemma[1:]):
        return None
    if word.as_terrorist and not _bans(grammar, token):
        return None
    passive = people.is_passive(token)
    subject = people.of(people.patient_of_passive(token) if passive else people.subject(token))
    objects = [*people.objects(token, "dobj", "attr", "oprd"), *people.after(token, word.prep)]
    agents = people.after(token, {"by"})
    if word.type == "designated_by":
        who, whom = (
            (subject, agents or people.after(token, {"in"})) if passive else (objects, subject)
        )
    elif word.frame == "whole":
        who, whom = objects, subject
    elif word.frame == "reversed":
        who, whom = (subject, agents) if passive else (objects, subject)
    elif passive and not (word.prep and objects):
        who, whom = agents, subject
    else:
        who, whom = subject, objects
    if not who or not whom:
        return None
    return Tie(
        word.type, token, tuple(who), tuple(whom[:1]), f"relation verb: {' '.join(word.lemma)}"
    )


def _has_words(grammar: Grammar, token: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether the words that go with a verb hang on it, or on one another."""
    near = grammar.children(token.index)
    near += [g for c in near for g in grammar.children(c.index)]
    words = {w for t in near for w in (t.lemma.casefold(), t.text.casefold())}
    return all(lemma in words for lemma in lemmas)


def _bans(grammar: Grammar, token: Token) -> bool:
    under = {grammar.tokens[i].lemma.casefold() for i in grammar.subtree(token.index)}
    return bool(under & _BANNING)


def _by_participle(
    grammar: Grammar, people: People, word: RelationWord, token: Token
) -> Iterator[Tie]:
    """ "Malta-proscribed Brigade": the noun described, and the name before the hyphen."""
    noun = grammar.tokens[token.head]
    named = [
        p
        for child in grammar.children(token.index, "npadvmod", "compound", "nmod", "amod", "nsubj")
        if child.index < token.index and token.index - child.index <= 2
        for p in people.of(child)
    ]
    if token.index == noun.index or not named:
        return
    described = tuple(people.at_head(noun))
    ends = (tuple(named), described) if word.reversed else (described, tuple(named))
    yield Tie(word.type, token, ends[0], ends[1][:1], f"participle: {token.text.casefold()}")
