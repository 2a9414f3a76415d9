"""The walk over a report: each word that may refer to somebody, asked what it refers to."""

from __future__ import annotations

from dateline.annotate.chains import Draft
from dateline.annotate.references.bodies import (
    resolve_body,
    resolve_members,
    resolve_several,
    the_group,
)
from dateline.annotate.references.descriptions import Descriptions
from dateline.annotate.references.discourse import Discourse
from dateline.annotate.references.pronouns import Pronouns, Reference
from dateline.records import Token


def find_references(
    discourse: Discourse, pronouns: Pronouns | None = None
) -> tuple[Reference, ...]:
    """Add to the drafts of a report the pronouns and descriptions that refer to them.

    Args:
        pronouns: What resolves the pronouns, if not the usual one.

    Returns:
        What each pronoun was taken for, in text order, with the clues.
    """
    descriptions, pronouns = Descriptions(discourse), pronouns or Pronouns(discourse)
    for token in discourse.grammar.tokens:
        draft = discourse.at.get(token.index)
        if draft is None and token.index not in discourse.inside:
            draft = _refers_to(token, discourse, descriptions, pronouns)
        if draft is not None:
            discourse.seen.append((token, draft))
    descriptions.close()
    return tuple(pronouns.resolved)


def _refers_to(
    token: Token, discourse: Discourse, descriptions: Descriptions, pronouns: Pronouns
) -> Draft | None:
    if token.tag in ("PRP", "PRP$"):
        return pronouns.resolve(token)
    is_title = token.tag == "NNP" and token.text.casefold() in discourse.knowledge.titles
    if token.tag in ("NN", "NNS") or is_title:
        return _noun(token, discourse, descriptions)
    return descriptions.parts.resolve_age(token)


def _noun(token: Token, discourse: Discourse, descriptions: Descriptions) -> Draft | None:
    knowledge, lemma = discourse.knowledge, token.lemma.casefold()
    if token.tag == "NNS" and lemma in knowledge.organization_nouns:
        resolve_several(token, discourse)
        return None
    found = resolve_body(token, lemma, discourse)
    if found is not None:
        return found
    if lemma in knowledge.group_nouns or (token.tag == "NNS" and lemma in knowledge.role_nouns):
        return resolve_members(token, discourse)
    if token.tag == "NN" and lemma in knowledge.organization_nouns:
        return the_group(token, lemma, discourse)
    if token.tag != "NNS" and lemma in knowledge.role_nouns | knowledge.kin_nouns:
        return descriptions.resolve(token, lemma)
    return descriptions.parts.resolve(token, lemma)
