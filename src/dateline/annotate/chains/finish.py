"""Drafts to records."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.chains.draft import Draft, Post, is_company
from dateline.records import Chain, Mention, Role, Schema, chain_id, fold_name

_PUBLIC = {
    "ministry", "court", "parliament", "senate", "police", "army", "government", "council",
    "congress", "department", "assembly", "house", "agency", "commission", "navy", "military",
}  # fmt: skip


def finish(report: str, drafts: Sequence[Draft]) -> tuple[Chain, ...]:
    """The records of the drafts, in order of first mention."""
    ids = {id(d): chain_id(report, d.first(), d.names[0]) for d in drafts}
    return tuple(_chain(report, d, ids) for d in sorted(drafts, key=lambda d: d.first()))


def _chain(report: str, draft: Draft, ids: dict[int, str]) -> Chain:
    names = sorted(dict.fromkeys(draft.names), key=lambda n: (-len(n), n))
    printed = {q.exact for _, q, k in draft.mentions if k == "name"}
    plain = [n for n in draft.names if n in printed]
    best = draft.usual or max(plain or names, key=lambda n: (not n.isupper(), len(n), n))
    return Chain(
        id=ids[id(draft)],
        report=report,
        schema=_schema(draft, best),
        name=best,
        names=tuple(names),
        mentions=tuple(Mention(report, q, kind) for _, q, kind in sorted(draft.mentions)),
        roles=tuple(_role(p, ids) for p in sorted(draft.roles, key=lambda p: p.title)),
        reasons=tuple(dict.fromkeys(draft.reasons)),
    )


def _role(post: Post, ids: dict[int, str]) -> Role:
    body = ids.get(id(post.body)) if post.body else None
    return Role(post.title, body, post.ended, post.since, post.until)


def _schema(draft: Draft, name: str) -> Schema:
    if draft.kind == "person":
        return "Person"
    if draft.kind == "country":
        return "Country"
    words = set(fold_name(name).split())
    if words & _PUBLIC:
        return "PublicBody"
    return "Company" if is_company(name) else "Organization"
