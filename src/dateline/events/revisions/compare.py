"""What a later text of an address changed: its sentences, its claims, and what it says of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.events.revisions.changed_claims import compare_claims
from dateline.events.revisions.changed_passages import compare_passages, read_passages
from dateline.events.revisions.notices import find_notices
from dateline.records import Claim, Entity, Report, Revision


def compare_texts(
    old: Report,
    new: Report,
    old_claims: Iterable[Claim],
    new_claims: Iterable[Claim],
    entities: Mapping[str, Entity],
) -> Revision:
    """What became of each sentence and of each claim of a text in a later one; pure.

    Args:
        entities: The entity of each chain that the claims name; one that is not known goes by its
            words.
    """
    passages = compare_passages(read_passages(old.text), read_passages(new.text))
    claims = compare_claims(old_claims, new_claims, passages, entities)
    told = {notice.exact for notice in find_notices(old)}
    notices = tuple(one for one in find_notices(new) if one.exact not in told)
    return Revision(new.id, old.id, claims, passages, notices)
