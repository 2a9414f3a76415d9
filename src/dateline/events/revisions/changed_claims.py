"""What became of each claim of a text in a later one, and on which points it differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import (
    Claim,
    ClaimChange,
    Entity,
    FieldChange,
    Participant,
    PassageChange,
    Quote,
    Source,
    fold_name,
)

_Side = Literal["who", "whom"]
_SIDES: tuple[_Side, ...] = ("who", "whom")
_MOST_IN_A_PASSAGE = 40
"""Claims of one sentence that are compared with each other; the rest goes by its order."""


@dataclass(frozen=True, slots=True)
class Named:
    """The entity of each chain of both texts, so that one person under two names is one."""

    entity_of: Mapping[str, Entity]

    def key(self, chain: str | None, words: str) -> str:
        entity = self.entity_of.get(chain or "")
        return entity.id if entity else fold_name(words)

    def name(self, chain: str | None, words: str) -> str:
        entity = self.entity_of.get(chain or "")
        return entity.name if entity else words


def compare_claims(
    old: Iterable[Claim],
    new: Iterable[Claim],
    passages: Sequence[PassageChange],
    entity_of: Mapping[str, Entity],
) -> tuple[ClaimChange, ...]:
    """What became of each old claim, in the order of its text; then the new ones, likewise.

    Two claims are one where the deed is the same, in sentences that are one, or else, each the
    only one of its text, with the same people. A claim is kept if it says the same on all points.

    Args:
        passages: What became of each sentence, as `compare_passages` finds it.
    """
    named = Named(entity_of)
    before, after = (sorted(side, key=_by_place) for side in (old, new))
    pairs = _in_passages(before, after, passages, named)
    pairs.update(_alone(before, after, pairs, named))
    changes = []
    for claim in before:
        other = pairs.get(claim.id)
        if other is None:
            changes.append(ClaimChange("withdrawn", claim.id, None))
            continue
        fields = tuple(compare_fields(claim, other, named))
        changes.append(ClaimChange("changed" if fields else "kept", claim.id, other.id, fields))
    found = {other.id for other in pairs.values()}
    changes += [ClaimChange("new", None, claim.id) for claim in after if claim.id not in found]
    return tuple(changes)


def _by_place(claim: Claim) -> tuple[int, str]:
    return claim.trigger.start, claim.id


def _in_passages(
    old: Sequence[Claim], new: Sequence[Claim], passages: Sequence[PassageChange], named: Named
) -> dict[str, Claim]:
    """Old claims to those of the same deed in the same sentence, the likest first."""
    ends = [(one.old, one.new) for one in passages if one.old and one.new]
    olds = _by_passage(old, [before for before, _ in ends])
    news = _by_passage(new, [after for _, after in ends])
    pairs: dict[str, Claim] = {}
    for number in sorted(olds.keys() & news.keys()):
        left, right = olds[number], news[number]
        scored = [
            (-_likeness(a, b, named), abs(n - m), n, m)
            for n, a in enumerate(left[:_MOST_IN_A_PASSAGE])
            for m, b in enumerate(right[:_MOST_IN_A_PASSAGE])
            if (a.kind, a.type) == (b.kind, b.type)
        ]
        taken: set[int] = set()
        for *_, n, m in sorted(scored):
            if left[n].id not in pairs and m not in taken:
                pairs[left[n].id] = right[m]
                taken.add(m)
    return pairs


def _by_passage(
    claims: Sequence[Claim], passages: Sequence[Quote | None]
) -> dict[int, list[Claim]]:
    """The claims of each passage, by its number; those of no passage are left out."""
    ranges = sorted((one.start, one.end, number) for number, one in enumerate(passages) if one)
    found: dict[int, list[Claim]] = defaultdict(list)
    place = 0
    for claim in claims:
        while place < len(ranges) and ranges[place][1] <= claim.trigger.start:
            place += 1
        if place < len(ranges) and ranges[place][0] <= claim.trigger.start:
            found[ranges[place][2]].append(claim)
    return found


def _likeness(old: Claim, new: Claim, named: Named) -> int:
    """How much of a deed of one type is the same: the word for it, then who, then the rest."""
    people = _people(old, named) & _people(new, named)
    return (
        4 * (fold_name(old.trigger.exact) == fold_name(new.trigger.exact))
        + 2 * (old.mode == new.mode)
        + 2 * len(people)
        + (_when(old) == _when(new))
        + (_where(old) == _where(new))
    )


def _people(claim: Claim, named: Named) -> set[tuple[str, str]]:
    return {(on, key) for on in _SIDES for key in _keys(claim, on, named)}


def _alone(
    old: Sequence[Claim], new: Sequence[Claim], pairs: Mapping[str, Claim], named: Named
) -> dict[str, Claim]:
    """Old claims that are left to the only new one that is left of the same deed and people."""
    taken = {claim.id for claim in pairs.values()}
    left = [(claim, _deed(claim, named)) for claim in old if claim.id not in pairs]
    right = [(claim, _deed(claim, named)) for claim in new if claim.id not in taken]
    often = [Counter(deed for _, deed in side) for side in (left, right)]
    of_deed = {deed: claim for claim, deed in right}
    return {
        claim.id: of_deed[deed]
        for claim, deed in left
        if deed is not None and all(counted[deed] == 1 for counted in often)
    }


def _deed(claim: Claim, named: Named) -> tuple[object, ...] | None:
    """What is done, and by whom to whom; None where nobody is named."""
    people = frozenset(
        (on, named.key(one.chain, one.words.exact))
        for on, some in (("who", claim.who), ("whom", claim.whom))
        for one in some
    )
    return (claim.kind, claim.type, claim.mode, people) if people else None


# On which points two claims of one deed differ ----------------------------------------------------


def compare_fields(old: Claim, new: Claim, named: Named) -> Iterable[FieldChange]:
    """The points on which two claims of one deed differ, with what each says there."""
    if old.mode != new.mode:
        yield FieldChange("what", old.trigger.exact, new.trigger.exact)
    if _when(old) != _when(new):
        yield FieldChange("when", _when(old), _when(new))
    if _where(old) != _where(new):
        yield FieldChange("where", _where_words(old), _where_words(new))
    for on in _SIDES:
        if _keys(old, on, named) != _keys(new, on, named):
            yield FieldChange(on, _names(old, on, named), _names(new, on, named))
    if _counts(old) != _counts(new):
        yield FieldChange("count", _count_words(old), _count_words(new))
    if old.polarity != new.polarity:
        yield FieldChange("polarity", *(_POLARITY[one.polarity] for one in (old, new)))
    if old.certainty != new.certainty:
        yield FieldChange("certainty", old.certainty, new.certainty)
    if [_source(one, named) for one in old.sources] != [_source(one, named) for one in new.sources]:
        yield FieldChange("source", _source_words(old, named), _source_words(new, named))


_POLARITY = {"+": "happened", "-": "did not happen"}


def _when(claim: Claim) -> str:
    return claim.when.edtf if claim.when else ""


def _where(claim: Claim) -> tuple[object, ...]:
    where = claim.where
    return (where.geonames or fold_name(where.name), where.venue) if where else ()


def _where_words(claim: Claim) -> str:
    where = claim.where
    return ", ".join(filter(None, (where.venue, where.name))) if where else ""


def _side(claim: Claim, on: _Side) -> tuple[Sequence[Participant], Sequence[Quote]]:
    if on == "who":
        return claim.who, claim.unnamed_who
    return claim.whom, claim.unnamed_whom


def _keys(claim: Claim, on: _Side, named: Named) -> set[str]:
    people, words = _side(claim, on)
    keys = {named.key(one.chain, one.words.exact) for one in people}
    return keys | {fold_name(_without_counts(claim, one)) for one in words}


def _without_counts(claim: Claim, words: Quote) -> str:
    """The words for some people without their number, which is a point of its own."""
    letters = list(words.exact)
    for count in claim.counts:
        if words.holds(count.words):
            start = count.words.start - words.start
            letters[start : start + len(count.words.exact)] = " " * len(count.words.exact)
    return "".join(letters)


def _names(claim: Claim, on: _Side, named: Named) -> str:
    people, words = _side(claim, on)
    names = [named.name(one.chain, one.words.exact) for one in people]
    return ", ".join(dict.fromkeys([*names, *(one.exact for one in words)]))


def _counts(claim: Claim) -> set[tuple[object, ...]]:
    return {(one.of, one.least, one.most, one.about) for one in claim.counts}


def _count_words(claim: Claim) -> str:
    return ", ".join(f"{one.words.exact} {one.of}" for one in claim.counts)


def _source(source: Source, named: Named) -> tuple[object, ...]:
    return source.kind, named.key(source.chain, source.name or ""), source.sort


def _source_words(claim: Claim, named: Named) -> str:
    names = [named.name(one.chain, one.name or one.kind) for one in claim.sources]
    return ", through ".join("the report itself" if one == "author" else one for one in names)
