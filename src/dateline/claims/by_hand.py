"""Claims that a person makes: the same record as one that was found, from the words of the report.

Every word of it is printed in the report; times and places are read as they are read in any claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.errors import BadClaim
from dateline.records import (
    AUTHOR,
    BY_HAND,
    EVENT_TYPES,
    RELATION_TYPES,
    Annotations,
    Certainty,
    Chain,
    Claim,
    ClaimKind,
    KnownBy,
    Mention,
    Participant,
    Polarity,
    Quote,
    Reason,
    Report,
    Schema,
    Source,
    SourceKind,
    When,
    Where,
    chain_id,
    claim_id,
    fold_name,
    read_when,
)

_MOST_MENTIONS = 200
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What a person says that a passage claims; names and words as the report prints them.

    Attributes:
        quote: The passage.
        trigger: The words of it that carry the claim; all of it if empty.
        who, whom: Names; what does not begin with a capital letter stays unnamed ("two gunmen").
        when: Words of time that the report prints, or EDTF ("2024-05").
        where: A place as printed.
        sources: Names or words of who says so, the origin first; nobody for the report itself.
        certainty: "asserted" or, with sources, "reported" if None.
        new_names: What those names are that Dateline did not find: persons or bodies.
        start: Where the passage begins, if it stands there more than once; code points.
    """

    quote: str
    type: str
    trigger: str = ""
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    when: str = ""
    where: str = ""
    sources: tuple[str, ...] = ()
    polarity: Polarity = "+"
    certainty: Certainty | None = None
    known_by: KnownBy = "told"
    new_names: Schema = "Person"
    start: int | None = None


@dataclass(slots=True)
class _Names:
    """The chains of a report, those that a draft adds among them."""

    report: Report
    chains: list[Chain]
    schema: Schema
    new: list[Chain] = field(default_factory=list)

    def chain(self, name: str, quote: Quote) -> Chain | None:
        """The chain of a name; a new one for a name that is printed; None for other words."""
        folded = fold_name(name)
        known = [
            one
            for one in self.chains
            if folded in map(fold_name, (one.name, *one.names)) and folded
        ]
        if known:
            return min(
                known, key=lambda one: (not _inside(one, quote), one.mentions[0].words.start)
            )
        if not name[:1].isupper():
            return None
        places = list(_places(self.report.text, name))
        if not places:
            raise BadClaim(f"“{_short(name)}” is not printed in the report: give its words.")
        mentions = tuple(Mention(self.report.id, one, "name") for one in places[:_MOST_MENTIONS])
        exact = places[0].exact
        made = Chain(
            chain_id(self.report.id, places[0], exact), self.report.id, self.schema, exact,
            (exact,), mentions, reasons=(f"named by {BY_HAND}",),
        )  # fmt: skip
        self.chains.append(made)
        self.new.append(made)
        return made


def make_claim(
    report: Report,
    annotations: Annotations,
    chains: Iterable[Chain],
    draft: ClaimDraft,
    said: str,
) -> tuple[Claim, tuple[Chain, ...]]:
    """The claim of a draft, and the chains of names that the report's own lack.

    Args:
        chains: Those of the report in the case.
        said: Whose word it is, of which day, and why.

    Raises:
        BadClaim: If some words are not in the report, or stand there more than once; or if its
            kind needs somebody who is missing.
    """
    if draft.type not in (*EVENT_TYPES, *RELATION_TYPES):
        raise BadClaim(f"{draft.type[:_SHOWN]!r} is no type of claims; give one such as CONSULT.")
    quote = _passage(report.text, draft)
    trigger = _within(report.text, draft.trigger, quote) if draft.trigger.strip() else quote
    names = _Names(report, list(chains), draft.new_names)
    who, unnamed_who = _participants(names, draft.who, quote)
    whom, unnamed_whom = _participants(names, draft.whom, quote)
    if draft.type == "CONSULT":  # both sides do it
        who, whom = who + tuple(one for one in whom if one not in who), ()
        unnamed_who, unnamed_whom = unnamed_who + unnamed_whom, ()
    is_relation = draft.type in RELATION_TYPES
    if is_relation and not (who and whom):
        raise BadClaim(f"{draft.type} is a tie between two names: give who and whom.")
    sources = tuple(_source(names, one, quote) for one in draft.sources if one.strip())
    kind: ClaimKind = "relation" if is_relation else "event"
    ends = [",".join(one.chain for one in side) for side in (who, whom)]
    claim = Claim(
        claim_id(report.id, kind, draft.type, trigger, *ends), report.id, quote, trigger, kind,
        draft.type, who=who, whom=whom,
        when=_when(report.text, annotations, draft.when, quote) if draft.when.strip() else None,
        where=_where(report.text, annotations, draft.where, quote) if draft.where.strip() else None,
        sources=sources or (AUTHOR,), polarity=draft.polarity,
        certainty=draft.certainty or ("reported" if sources else "asserted"),
        known_by=draft.known_by, found_by=(Reason(BY_HAND, 1.0, said),),
        unnamed_who=unnamed_who, unnamed_whom=unnamed_whom,
    )  # fmt: skip
    return claim, tuple(names.new)


def _passage(text: str, draft: ClaimDraft) -> Quote:
    found = list(_places(text, draft.quote))
    if draft.start is not None:
        found = [one for one in found if one.start == draft.start]
    if not found:
        raise BadClaim(
            f"The report does not print “{_short(draft.quote)}”: copy its words as they stand."
            if draft.quote.strip()
            else "Give the words of the report that make the claim."
        )
    if len(found) > 1:
        starts = ", ".join(str(one.start) for one in found[:8])
        raise BadClaim(
            f"“{_short(draft.quote)}” stands {len(found)} times in the report: give more of the "
            f"words around, or where it begins ({starts})."
        )
    return found[0]


def _places(text: str, words: str) -> Iterator[Quote]:
    """Where some words stand, whatever the white space between them."""
    parts = words.split()
    if not parts:
        return
    ahead, behind = (r"\b" if sign.isalnum() else "" for sign in (parts[0][0], parts[-1][-1]))
    pattern = ahead + r"\s+".join(map(re.escape, parts)) + behind
    for found in re.finditer(pattern, text):
        yield Quote(found.start(), found.end(), found[0])


def _within(text: str, words: str, quote: Quote) -> Quote:
    for one in _places(text, words):
        if quote.start <= one.start and one.end <= quote.end:
            return one
    raise BadClaim(f"“{_short(words)}” does not stand in the passage.")


def _near(text: str, words: str, quote: Quote) -> Quote:
    """The place of some words in the passage, else the one nearest to it."""
    found = sorted(_places(text, words), key=lambda one: (_distance(one, quote), one.start))
    if not found:
        raise BadClaim(f"“{_short(words)}” is not printed in the report: give its words.")
    return found[0]


def _distance(one: Quote, quote: Quote) -> int:
    return max(0, quote.start - one.end, one.start - quote.end)


def _inside(chain: Chain, quote: Quote) -> bool:
    return any(quote.start <= one.words.start < quote.end for one in chain.mentions)


def _participants(
    names: _Names, given: Sequence[str], quote: Quote
) -> tuple[tuple[Participant, ...], tuple[Quote, ...]]:
    named: list[Participant] = []
    unnamed: list[Quote] = []
    for name in (one.strip() for one in given):
        if not name:
            continue
        chain = names.chain(name, quote)
        if chain is None:
            unnamed.append(_near(names.report.text, name, quote))
        elif chain.id not in [one.chain for one in named]:
            words = min(
                (one.words for one in chain.mentions),
                key=lambda one: (_distance(one, quote), one.start),
            )
            named.append(Participant(chain.id, words))
    return tuple(named), tuple(sorted(unnamed, key=lambda one: one.start))


def _source(names: _Names, given: str, quote: Quote) -> Source:
    chain = names.chain(given.strip(), quote)
    if chain is None:
        words = _near(names.report.text, given, quote)
        return Source("unnamed", words.exact, None, words)
    kind: SourceKind = "person" if chain.schema == "Person" else "organization"
    words = min(
        (one.words for one in chain.mentions), key=lambda one: (_distance(one, quote), one.start)
    )
    return Source(kind, chain.name, chain.id, words)


def _when(text: str, annotations: Annotations, given: str, quote: Quote) -> When:
    places = sorted(_places(text, given), key=lambda one: (_distance(one, quote), one.start))
    for place in places:
        for time in annotations.times:
            if time.when and time.words.start < place.end and place.start < time.words.end:
                return time.when
    try:
        return read_when(given.strip(), quote, "explicit", reasons=(f"given by {BY_HAND}",))
    except ValueError:
        raise BadClaim(
            f"No date can be read from “{_short(given)}”: give the words that the report prints, "
            "or a date such as 2024-05-12, 2024-05 or 2024-05-01/2024-05-10."
        ) from None


def _where(text: str, annotations: Annotations, given: str, quote: Quote) -> Where:
    words = _near(text, given, quote)
    for place in annotations.places:
        if place.words.start < words.end and words.start < place.words.end:
            return place.where
    return Where(words.exact, words, reasons=(f"given by {BY_HAND}",))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
