"""Organisations called by common nouns: "the group", "police", "Hamas leadership"."""

from __future__ import annotations

from dateline.annotate.chains import Draft, is_company
from dateline.annotate.chains.words import load_body_words
from dateline.annotate.references.discourse import WINDOW, Discourse
from dateline.records import Quote, Token, fold_name, is_over

_ANY_BODY = {"group", "organisation", "organization", "outfit", "movement", "body", "grouping"}
_COMPANY_NOUNS = {"company", "firm", "contractor", "conglomerate", "subsidiary", "startup"}
_SPORTS = {"camp", "side", "squad", "team"}
_PARTS = {"party", "branch", "wing"}


def resolve_body(token: Token, noun: str, discourse: Discourse) -> Draft | None:
    """The body that a noun such as "police" or "the party" stands for, if it stands for one."""
    beside = token.dep in ("compound", "nmod") and token.tag != "NNS"
    if noun in discourse.knowledge.body_nouns and not beside:
        found = _body(token, noun, discourse)
        if found is not None:
            return found
    if noun in _PARTS and discourse.determiner(token) in ("the", "this"):
        return the_group(token, noun, discourse)
    return None


def resolve_members(token: Token, discourse: Discourse) -> Draft | None:
    """Unnamed members count as their group: "Hamas leadership", "officers of both armies".

    Former members are not the body: what "former OpenAI staff" found is none of OpenAI's.
    """
    if is_over(discourse.grammar, token):
        return None
    found = discourse.bodies_of(token)
    if token.lemma.casefold() in _SPORTS:  # "the Afghan team" is not Afghanistan
        found = [body for body in found if body.kind != "country"]
    words = discourse.grammar.phrase(token.index)
    for body in found:
        body.add(token, words, "nominal")
    if found:
        discourse.at[token.index] = found[0]
    return found[0] if found else None


def resolve_several(token: Token, discourse: Discourse) -> None:
    """ "These two organizations": as many of the organisations named most so far."""
    numbers = discourse.grammar.children(token.index, "nummod")
    determiner = discourse.determiner(token)
    if determiner not in ("the", "these", "those", "both"):
        return
    count = 2 if any(n.text.casefold() in ("two", "2") for n in numbers) else 0
    count = count or 2 * (determiner == "both")
    counts: dict[int, int] = {}
    order: dict[int, Draft] = {}
    for _, draft in discourse.seen:
        if draft.kind == "organization":
            counts[id(draft)] = counts.get(id(draft), 0) + 1
            order.setdefault(id(draft), draft)
    if count and len(order) >= count:
        for key in sorted(order, key=lambda k: -counts[k])[:count]:
            order[key].add(token, discourse.grammar.phrase(token.index), "nominal")


def the_group(token: Token, noun: str, discourse: Discourse) -> Draft | None:
    """The organisation of "the group": the last one named, with that word in it if one has."""
    if token.dep == "appos" or discourse.determiner(token) not in ("the", "this", "that"):
        return None
    if discourse.body_of(token) is not None or discourse.grammar.children(token.index, "amod"):
        return None
    recent: list[Draft] = []
    for other, draft in reversed(discourse.seen):
        if token.sentence - other.sentence > WINDOW:
            break
        if draft.kind == "organization" and not _is_told(other, draft, discourse):
            recent.insert(0, draft)
    fitting = [d for d in recent if _is_a(d, noun, discourse)]
    if not fitting and noun in _COMPANY_NOUNS:
        fitting = _maybe_companies(recent)
    if not fitting and (noun not in _ANY_BODY or not recent):
        return None
    chosen = (fitting or recent)[-1]
    discourse.describe(chosen, token, discourse.grammar.phrase(token.index))
    return chosen


def _is_told(token: Token, draft: Draft, discourse: Discourse) -> bool:
    """Whether a mention is of an outlet that is told something: "told Reuters the group had"."""
    if token.dep not in ("dobj", "dative", "pobj"):
        return False
    known = discourse.knowledge
    names = [name.casefold().removeprefix("the ") for name in draft.names]
    return any(
        name in known.outlets or (" " in name and name.split()[-1] in known.outlet_words)
        for name in names
    )


def _maybe_companies(recent: list[Draft]) -> list[Draft]:
    """The only organisation near by, if its name says nothing else of what it is."""
    others = {id(draft): draft for draft in recent}
    if len(others) != 1:
        return []
    (draft,) = others.values()
    kinds = load_body_words().kinds | load_body_words().parts
    return [] if any(set(fold_name(name).split()) & kinds for name in draft.names) else [draft]


def _is_a(draft: Draft, noun: str, discourse: Discourse) -> bool:
    """Whether an organisation's name has a noun in it, or an apposition says it of it."""
    if _has_word(draft, noun):
        return True
    if noun in _COMPANY_NOUNS and any(is_company(name) for name in draft.names):
        return True
    return any(
        child.lemma.casefold() == noun
        for head, _, kind in draft.mentions
        if kind == "name"
        for child in discourse.grammar.children(head, "appos")
    )


def _body(token: Token, noun: str, discourse: Discourse) -> Draft | None:
    """A body called by a common noun: the one named so before, else one of its own."""
    body = discourse.body_of(token)
    words = _body_words(token, discourse)
    known = _named_so(token, noun, words, body, discourse)
    if known is not None:
        discourse.describe(known, token, words)
        return known
    if body is not None and body.kind == "organization":
        return None
    if discourse.determiner(token) in ("a", "an", "another", "any", "no"):
        return None
    if token.dep in ("appos", "attr", "compound") or (token.dep == "pobj" and noun == "force"):
        return None
    draft = Draft("organization", [words.exact])
    discourse.drafts.append(draft)
    discourse.describe(draft, token, words)
    return draft


def _named_so(
    token: Token, noun: str, words: Quote, body: Draft | None, discourse: Discourse
) -> Draft | None:
    """The organisation of the same words, or for a bare noun the only one that has it."""
    organizations = [d for d in discourse.drafts if d.kind == "organization"]
    for draft in organizations:
        if any(fold_name(name) == fold_name(words.exact) for name in draft.names):
            return draft
    prepositions = discourse.grammar.children(token.index, "prep")
    elsewhere = any(p.text in ("in", "of", "from") for p in prepositions)
    if body is None and not elsewhere and words.exact.casefold() == token.text.casefold():
        fits = [d for d in organizations if _has_word(d, noun)]
        return fits[0] if len(fits) == 1 else _last_seen(fits, token, discourse)
    return None


def _last_seen(drafts: list[Draft], token: Token, discourse: Discourse) -> Draft | None:
    """Which of them was told of last, in the sentences right before."""
    for other, draft in reversed(discourse.seen):
        if token.sentence - other.sentence > WINDOW:
            break
        if other.tag not in ("PRP", "PRP$") and draft in drafts:
            return draft
    return None


def _body_words(token: Token, discourse: Discourse) -> Quote:
    """The noun with the adjective or noun of country or town in front of it."""
    first = token.index
    for child in discourse.grammar.children(token.index, "amod", "compound", "nmod"):
        named = child.text[:1].isupper() or "-" in child.text
        if child.index < first and (
            named or (first - child.index == 1 and child.dep == "compound")
        ):
            first = child.index
    return discourse.grammar.words(first, token.index)


def _has_word(draft: Draft, word: str) -> bool:
    return any(word in fold_name(name).split() for name in draft.names)
