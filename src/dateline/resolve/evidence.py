"""All that the rules look at, for the chains of a case or for some of them.

What is said of a chain is read from its own report; only whether a name is a person's, and which
keys are too common, is for the whole case to say. So the evidence on some chains is the same
whether it is read with the case or picked out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from dateline.records import Chain, Claim
from dateline.resolve.block import Party, read_parties
from dateline.resolve.context import Context, read_context
from dateline.resolve.nouns import Told, read_told
from dateline.resolve.ties import common_keys


@dataclass(frozen=True, slots=True)
class Evidence:
    """Parties, sorted by chain id, and what their reports say of them.

    Attributes:
        common: The keys that too many names of the whole case bear.
    """

    parties: Sequence[Party]
    context: Context
    told: Told
    common: Set[str]


def read_evidence(
    chains: Iterable[Chain],
    claims: Iterable[Claim],
    is_person: Mapping[str, bool] | None = None,
    common: Set[str] | None = None,
) -> Evidence:
    """The evidence on chains: those of a case, or all those of some of its reports.

    Args:
        is_person, common: What the whole case says, where the chains are not all of it.
    """
    parties = read_parties(chains, is_person)
    claims = tuple(claims)
    return Evidence(
        parties,
        read_context(parties, claims),
        read_told(parties, claims),
        common_keys(parties) if common is None else common,
    )
