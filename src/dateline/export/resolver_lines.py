"""Judgements as the lines of nomenklatura's resolver, which it loads as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.records import Judgement, JudgementKind, content_id

_WORDS: Final[dict[JudgementKind, str]] = {
    "same": "positive",
    "different": "negative",
    "unsure": "unsure",
}


def write_resolver_lines(
    judgements: Iterable[Judgement], cluster_of: Mapping[str, str]
) -> Iterator[str]:
    """A line a judgement, oldest first; reasons have no place in the format and are left out.

    A resolver there takes over one id for a whole cluster, and only one that begins with "NK-"
    or is an item of Wikidata; a cluster that has none is given one.

    Args:
        judgements: Those that hold.
        cluster_of: Each id that is judged the same as another → the least of its cluster.
    """
    ordered = sorted(judgements, key=lambda one: (one.time, one.id))
    named = {cluster for id_, cluster in cluster_of.items() if _is_canonical(id_)}
    for said in ordered:
        yield _line(said.left, said.right, said)
        cluster = cluster_of.get(said.left, "")
        if said.kind == "same" and cluster not in named:
            named.add(cluster)
            yield _line("NK-" + content_id("k", cluster)[2:], said.left, said)


def _is_canonical(id_: str) -> bool:
    return id_.startswith("NK-") or (id_[:1] == "Q" and id_[1:].isdecimal() and id_.isascii())


def _line(one: str, other: str, said: Judgement) -> str:
    least, greatest = sorted((one, other), key=lambda id_: (_is_canonical(id_), id_))
    row = [greatest, least, _WORDS[said.kind], None, said.user, said.time]
    return json.dumps(row) + "\n"
