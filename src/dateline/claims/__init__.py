"""Annotations to claims: frames and relations over the parse, with a lexicon in data files."""

from dateline.claims.by_hand import ClaimDraft, make_claim
from dateline.claims.find import find_claims

__all__ = ["ClaimDraft", "find_claims", "make_claim"]
