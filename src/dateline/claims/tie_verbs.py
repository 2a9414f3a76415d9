"""Ties that verbs and participles tell: "leads", "is backed by", "Malta-proscribed"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.claims.lexicon import Lexicon, RelationWord
from dateline.claims.participants import People
from dateline.claims.tie import Tie, may_be_who
from dateline.records import SUBJECTS, Chain, Grammar, Participant, Token, bearers

_BANNING = {"terrorist", "terror", "terrorism", "extremist", "banned", "sanctions", "blacklist"}
_PAST = ("VBD", "VBN")
_DESCRIBING = ("relcl", "acl")
_CEASING = {"cease", "stop"}


def ties_of_verb(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], lexicon: Lexicon, token: Token
) -> Iterator[Tie]:
    """The ties that a verb or a participle tells."""
    if token.pos in ("VERB", "AUX") or grammar.children(token.index, "auxpass"):
        for word in lexicon.verbs.get(lexicon.lemma_of(token.text, token.lemma), ()):
            tie = _by_verb(grammar, people, word, token)
            if tie is not None and _may_be(chains, tie):
                yield tie
                break
    participle = lexicon.participles.get(token.text.casefold())
    if participle is not None and token.pos in ("VERB", "ADJ"):
        yield from (
            tie
            for tie in _by_participle(grammar, people, chains, participle, token)
            if _may_be(chains, tie)
        )


def _may_be(chains: Mapping[str, Chain], tie: Tie) -> bool:
    """Whether the ends are of the kinds that such a tie has: a person bans no group by himself."""
    if tie.type == "designated_by":
        return all(chains[p.chain].schema != "Person" for p in tie.whom)
    if tie.is_over:
        ends = (*tie.whom,)
        return all(may_be_who(tie.type, chains[p.chain]) for p in tie.who) and all(
            chains[p.chain].schema in ("Organization", "PublicBody", "Company") for p in ends
        )
    return True


def _by_verb(grammar: Grammar, people: People, word: RelationWord, token: Token) -> Tie | None:
    partners = _partners(grammar, token, word)
    if partners is None or grammar.tokens[token.head].lemma in _CEASING:
        return None
    if word.as_terrorist and not _bans(grammar, token):
        return None
    if word.frame == "habitual" and not _is_lasting(grammar, token):
        return None
    if word.frame == "left" and token.tag not in _PAST:
        return None
    who, whom = _ends(people, word, token, partners)
    if not who or not whom:
        return None
    rule = f"relation verb: {' '.join(word.lemma)}"
    return Tie(word.type, token, tuple(who), tuple(whom[:1]), rule, word.frame == "left")


def _ends(
    people: People, word: RelationWord, token: Token, partners: list[Token]
) -> tuple[list[Participant], list[Participant]]:
    """The first and the second ends that the grammar gives."""
    passive = people.is_passive(token)
    subject = people.of(people.patient_of_passive(token) if passive else people.subject(token))
    beside = [p for t in (token, *partners) for p in people.after(t, word.prep)]
    objects = [*people.objects(token, "dobj", "attr", "oprd"), *beside]
    agents = people.after(token, {"by"})
    if word.type == "designated_by":
        named = people.grammar.children(token.index, "oprd", "dobj")  # "a terrorist group by Malta"
        agents = agents or [p for t in named for p in people.after(t, {"by"})]
        return (subject, agents or people.after(token, {"in"})) if passive else (objects, subject)
    if word.frame == "whole":
        return objects, subject
    if word.frame == "reversed":
        return (subject, agents) if passive else (objects, subject)
    if passive and not (word.prep and objects):
        return agents, subject
    return subject, objects


def _partners(grammar: Grammar, token: Token, word: RelationWord) -> list[Token] | None:
    """The words that go with a verb, which hang on it or on one another; None without all."""
    near = grammar.children(token.index)
    below = [g for c in near if c.dep not in SUBJECTS for g in grammar.children(c.index)]
    found: list[Token] = []
    for lemma in word.lemma[1:]:
        partner = next(
            (
                t
                for t in (*near, *below)
                if lemma in (t.lemma.casefold(), t.text.casefold())
                and (lemma not in word.prep or _is_of_verb(t, token, found))
            ),
            None,
        )
        if partner is None:
            return None
        found.append(partner)
    return found


def _is_of_verb(prep: Token, verb: Token, partners: list[Token]) -> bool:
    """Whether a preposition is the verb's own, and no "to" of an infinitive."""
    return prep.dep != "aux" and prep.head in (verb.index, *(p.index for p in partners))


def _is_lasting(grammar: Grammar, token: Token) -> bool:
    """Whether a verb tells what somebody is rather than what he did: "who is backed by"."""
    if token.tag in ("VBZ", "VBP"):
        return True
    helpers = grammar.children(token.index, "auxpass", "aux")
    if any(t.tag == "MD" or t.lemma == "have" or t.text.casefold() == "to" for t in helpers):
        return False
    if token.tag == "VBN":
        now = any(t.tag in ("VBZ", "VBP") for t in helpers)
        return now or (token.dep in _DESCRIBING and not helpers)
    return False


def _bans(grammar: Grammar, token: Token) -> bool:
    under = {grammar.tokens[i].lemma.casefold() for i in grammar.subtree(token.index)}
    return bool(under & _BANNING)


def _by_participle(
    grammar: Grammar, people: People, chains: Mapping[str, Chain], word: RelationWord, token: Token
) -> Iterator[Tie]:
    """ "Malta-proscribed Brigade": the noun described, and the name before the hyphen."""
    noun = grammar.tokens[token.head]
    named = [
        p
        for child in grammar.children(token.index, "npadvmod", "compound", "nmod", "amod", "nsubj")
        if child.index < token.index and token.index - child.index <= 2
        for p in people.of(child)
    ]
    if token.index == noun.index:
        return
    rule = f"participle: {token.text.casefold()}"
    if not named:
        yield from _banned_in(grammar, people, chains, word, token, rule)
        return
    described = tuple(people.at_head(noun)) or tuple(_said_of(grammar, people, noun))
    ends = (tuple(named), described) if word.reversed else (described, tuple(named))
    yield Tie(word.type, token, ends[0], ends[1][:1], rule)


def _said_of(grammar: Grammar, people: People, noun: Token) -> Iterator[Participant]:
    for head in bearers(grammar, noun):
        yield from people.at_head(head)


def _banned_in(
    grammar: Grammar,
    people: People,
    chains: Mapping[str, Chain],
    word: RelationWord,
    token: Token,
    rule: str,
) -> Iterator[Tie]:
    """ "The brigade is a banned group in Malta": the state where it is banned."""
    if word.type != "designated_by" or token.dep != "amod":
        return
    noun = grammar.tokens[token.head]
    states = [
        p
        for p in people.after(noun, {"in", "by"})
        if chains[p.chain].schema in ("Country", "PublicBody")
    ]
    described = list({p.chain: p for p in _said_of(grammar, people, noun)}.values())
    if states and described:
        yield Tie(word.type, token, tuple(described[:1]), tuple(states[:1]), rule)
