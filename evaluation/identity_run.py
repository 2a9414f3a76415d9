"""The process that `identity.py` starts: makes mentions, resolves them, prints what came of it.

``python -m evaluation.identity_run SIZE SEED``. It is held to one core, so that its time and its
peak memory are one size's alone.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.records import (
    Chain,
    Claim,
    Mention,
    Participant,
    Quote,
    Role,
    Schema,
    Where,
    chain_id,
)  # fmt: skip
from dateline.resolve import resolve_entities
from evaluation.identities import MadeReport, make_reports
from evaluation.timing import hold_to_one_core, peak_mib

FILLER = 40
"""Letters between what a report says of one and of the next."""


def chains_of(made: MadeReport) -> tuple[list[Chain], Claim]:
    """The chains of a report, in its order, and a claim: whom the first met, and in which town."""
    report = f"r_{made.number:08}"
    starts, at = [], 0
    for said in made.said:
        starts.append(at)
        at += sum(len(name) + FILLER for name in said.names) + len(said.post) + 1
    firsts = [Quote(s, s + len(one.names[0]), one.names[0])
              for s, one in zip(starts, made.said, strict=True)]  # fmt: skip
    ids = [chain_id(report, first, first.exact) for first in firsts]
    chains = []
    for said, id_, first in zip(made.said, ids, firsts, strict=True):
        quotes, end = [], first.start
        for name in said.names:
            quotes.append(Quote(end, end + len(name), name))
            end += len(name) + FILLER
        roles: tuple[Role, ...] = ()
        if said.post:
            post = Quote(end, end + len(said.post), said.post)
            roles = (Role(post, ids[said.body] if said.body >= 0 else None),)
        mentions = tuple(Mention(report, quote, "name") for quote in quotes)
        schema: Schema = "Person" if said.is_person else "Organization"
        chains.append(Chain(id_, report, schema, said.names[0], said.names, mentions, roles))
    return chains, _claim(made, report, ids[:2], firsts[:2])


def _claim(made: MadeReport, report: str, ids: Sequence[str], who: Sequence[Quote]) -> Claim:
    words = Quote(10**6, 10**6 + len(made.town), made.town)
    return Claim(
        f"c_{made.number:08}", report, words, words, "event", "CONSULT", "meet",
        who=tuple(Participant(id_, quote) for id_, quote in zip(ids, who, strict=True)),
        where=Where(made.town, words, made.country),
    )  # fmt: skip


def score_pairs(found: Iterable[Iterable[int]], size: Mapping[int, int]) -> dict[str, float]:
    """Precision, recall and F1 over pairs of mentions.

    Args:
        found: For each entity the true identity of each of its mentions.
        size: Identity → how many mentions it has in all.
    """
    right = said = 0
    for entity in found:
        counts = Counter(entity)
        right += sum(n * (n - 1) // 2 for n in counts.values())
        said += counts.total() * (counts.total() - 1) // 2
    true = sum(n * (n - 1) // 2 for n in size.values())
    precision, recall = right / max(said, 1), right / max(true, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def run(size: int, seed: int) -> dict[str, float]:
    """Seconds of the processor and peak memory for resolving, and how well it went."""
    chains: list[Chain] = []
    claims: list[Claim] = []
    truth: list[int] = []
    for made in make_reports(size, seed):
        some, claim = chains_of(made)
        chains += some
        claims.append(claim)
        truth += (said.identity for said in made.said)
    gc.collect()
    gc.freeze()  # what was generated is not the product's to go through again and again
    before_mib, began = peak_mib(), time.process_time()
    entities = resolve_entities(chains, claims)
    spent = time.process_time() - began
    peak = peak_mib()
    identity_of = {chain.id: one for chain, one in zip(chains, truth, strict=True)}
    pairs = score_pairs(([identity_of[c] for c in e.chains] for e in entities), Counter(truth))
    plain: dict[tuple[str, str], list[int]] = {}
    for chain, one in zip(chains, truth, strict=True):
        plain.setdefault((chain.schema, chain.name.casefold()), []).append(one)
    same = score_pairs(plain.values(), Counter(truth))
    return {
        "mentions": len(chains), "reports": len(claims), "identities": len(set(truth)),
        "entities": len(entities), "resolve_s": spent, "peak_mib": peak, "made_mib": before_mib,
        **pairs, **{f"same_name_{name}": value for name, value in same.items()},
    }  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    hold_to_one_core()
    json.dump(run(int(arguments[0]), int(arguments[1])), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
