"""Annotations to claims: frames and relations over the parse, with a lexicon in data files."""

from dateline.claims.find import find_claims

__all__ = ["find_claims"]
