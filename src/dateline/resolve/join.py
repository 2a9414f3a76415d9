"""Chains → groups of parties: what a person judged, then full names, then what fits one alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Chain, Claim, Judgement
from dateline.records.settled import settle
from dateline.resolve.block import kinds, same_name_pairs, second_name_pairs
from dateline.resolve.cluster import Groups
from dateline.resolve.evidence import Evidence, read_evidence
from dateline.resolve.nouns import noun_pairs
from dateline.resolve.sides import side_pairs
from dateline.resolve.weak import variant_pairs, weak_pairs


def join_parties(
    chains: Iterable[Chain], claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> Groups:
    """The parties of a case in groups, one group an entity; see `resolve_entities`."""
    return join_evidence(read_evidence(chains, claims), judgements)


def join_evidence(evidence: Evidence, judgements: Sequence[Judgement] = ()) -> Groups:
    """The parties in groups; those that no key ties can be joined apart from each other."""
    parties, context, common = evidence.parties, evidence.context, evidence.common
    settled = None
    if judgements:
        settled = settle(judgements, {party.chain.id: party.is_person for party in parties})
    groups = Groups(parties, settled)
    groups.join(
        [
            *same_name_pairs(parties, context),
            *second_name_pairs(parties),
            *side_pairs(parties, context, settled),
        ]
    )
    groups.join(list(variant_pairs(groups, common)))
    groups.join(list(weak_pairs(groups, context, common)))
    groups.join(list(noun_pairs(groups, (), evidence.told)))
    return groups


def find_persons(chains: Iterable[Chain]) -> dict[str, bool]:
    """Id of each chain → whether it is a person's, as all chains of the case see it."""
    return kinds(list(chains))
