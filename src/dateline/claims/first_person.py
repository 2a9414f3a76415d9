"""Whose "I" and "we" a quotation has: those of whoever it is credited to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records import Attribution, Chain, Grammar, Source

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def with_first_persons(
    grammar: Grammar,
    at: Mapping[int, tuple[Chain, ...]],
    chains: Mapping[str, Chain],
    attributions: Sequence[Attribution],
) -> dict[int, tuple[Chain, ...]]:
    """`at` with the speaker's chain at each "I" that a person says and "we" that a body says.

    A person's "we" is left alone: a quotation seldom says who else is meant.
    """
    found = dict(at)
    for attribution in sorted(attributions, key=_length, reverse=True):  # the inmost has the word
        speaker = _named(attribution.sources[0], chains)
        if speaker is None:
            continue
        words = _SINGULAR if speaker.schema == "Person" else _PLURAL
        told = (token for part in attribution.content for token in grammar.within(part))
        found |= {t.index: (speaker,) for t in told if t.text.casefold() in words}
    return found


def _length(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _named(source: Source, chains: Mapping[str, Chain]) -> Chain | None:
    return chains.get(source.chain) if source.chain is not None else None
