"""Claims of one report that tell of one occasion, and what they lend each other.

A recording shows one occasion. "The meeting" is the one told before. "During this visit" is
part of it. Claims of one occasion share its time and place where they have none of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.claims.again import told_twice
from dateline.claims.found import Found, Told
from dateline.records import AUTHOR, Claim, Grammar, Token, Where

_DEFINITE = {"the", "this", "that", "his", "her", "their", "its", "these", "those"}
_LINKING = {"during", "at", "on", "in", "amid", "after", "before", "following"}
_BACK = 200
"""Claims back that "the meeting" or "this visit" may speak of."""

_WITHIN = {"during", "at", "on", "in", "amid"}


def is_definite(grammar: Grammar, token: Token) -> bool:
    """Whether a noun speaks of something told before: "the meeting", "this visit"."""
    if grammar.children(token.index, "poss"):
        return True
    named = any(c.pos == "PROPN" for c in grammar.children(token.index, "compound", "nmod"))
    determiners = grammar.children(token.index, "det")
    return not named and any(d.text.casefold() in _DEFINITE for d in determiners)


def share(
    grammar: Grammar, found: Sequence[Found], told: Sequence[Told], persons: frozenset[str]
) -> list[Claim]:
    """The claims, each with the time, place and sources that its occasion lends it.

    Args:
        persons: The chains of persons.
    """
    claims = [f.claim for f in found]
    groups = _Groups(len(found))
    for i, j in _same_recording(found):
        groups.join(i, j)
    for i, j in _told_again(grammar, found):
        groups.join(i, j)
    for i, j in told_twice(found, persons):
        groups.join(i, j)
    lent: defaultdict[int, list[Told]] = defaultdict(list)
    for again in told:
        before = _before(found, again.trigger, again.kinds)
        if before is not None:
            lent[before].append(again)
    for i, j in _within_told(grammar, found, told):
        groups.join(i, j)
    for members in groups.all():
        _lend(claims, members, [t for m in members for t in lent[m]])
    _carry(grammar, found, claims)
    return claims


# --------------------------------------------------------------------------------- same occasion


def _same_recording(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Claims that rest on one recording: it shows one occasion."""
    first: dict[str, int] = {}
    for i, item in enumerate(found):
        origin = item.claim.sources[0]
        if item.claim.kind == "event" and origin.kind == "media" and origin.name:
            if origin.name in first:
                yield first[origin.name], i
            first.setdefault(origin.name, i)


def _told_again(grammar: Grammar, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """ "The meeting between A and B" and the meeting told before with one of them."""
    for j, item in enumerate(found):
        definite = item.trigger.pos == "NOUN" and is_definite(grammar, item.trigger)
        inside = _occasion_of(grammar, item.trigger)
        names = item.kinds if definite else frozenset()
        if inside is not None:
            names = frozenset({inside.lemma.casefold()})
        if not names or item.claim.kind != "event":
            continue
        for i in range(j - 1, max(-1, j - 1 - _BACK), -1):
            other = found[i]
            same_type = other.claim.type == item.claim.type or inside is not None
            if names & other.kinds and same_type and _may_join(other.claim, item.claim, inside):
                yield i, j
                break


def _occasion_of(grammar: Grammar, trigger: Token) -> Token | None:
    """The occasion that something happened during: "was present during the meeting"."""
    for prep in grammar.children(trigger.index, "prep"):
        if prep.text.casefold() not in _WITHIN:
            continue
        for noun in grammar.children(prep.index, "pobj"):
            if noun.pos == "NOUN" and is_definite(grammar, noun):
                return noun
    return None


def _may_join(one: Claim, other: Claim, inside: Token | None) -> bool:
    people = {p.chain for p in (*one.who, *one.whom)}
    shared = people & {p.chain for p in (*other.who, *other.whom)}
    if one.when is not None and other.when is not None and one.when.edtf != other.when.edtf:
        return False
    return bool(shared) or inside is not None


def _before(found: Sequence[Found], trigger: Token, kinds: frozenset[str]) -> int | None:
    """The last claim before a word that tells of an occasion of these kinds; None without."""
    end = bisect_left(found, trigger.index, key=lambda f: f.trigger.index)
    first = max(0, end - _BACK)
    return next((i for i in range(end - 1, first - 1, -1) if found[i].kinds & kinds), None)


def _within_told(
    grammar: Grammar, found: Sequence[Found], told: Sequence[Told]
) -> Iterator[tuple[int, int]]:
    """ "The meeting took place during an event organised by X": one occasion holds the other."""
    at = {f.trigger.index: j for j, f in enumerate(found) if f.claim.kind == "event"}
    for again in told:
        before = _before(found, again.trigger, again.kinds)
        verb = grammar.tokens[again.trigger.head]
        if before is None:
            continue
        for prep in grammar.children(verb.index, "prep"):
            if prep.text.casefold() not in ("during", "at", "on"):
                continue
            for index in grammar.subtree(prep.index):
                if index in at:
                    yield before, at[index]


class _Groups:
    """Sets of claims, joined two by two."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]  # or a long chain is walked each time
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        low, high = sorted((self._root(i), self._root(j)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            groups[self._root(i)].append(i)
        return list(groups.values())


# ---------------------------------------------------------------------------------------- lending


def _lend(claims: list[Claim], members: Sequence[int], told: Iterable[Told]) -> None:
    """Give the one time and the one place of an occasion to its claims without any."""
    told = list(told)
    whens = {c.when.edtf: c.when for c in (claims[m] for m in members) if c.when is not None}
    whens.update({t.when.edtf: t.when for t in told if t.when is not None})
    wheres = [c.where for c in (claims[m] for m in members) if c.where is not None]
    wheres += [t.where for t in told if t.where is not None]
    dated_by = [t.source for t in told if t.when is not None and t.source is not None]
    where = _finest(wheres)
    for m in members:
        claim = claims[m]
        if claim.when is None and len(whens) == 1:
            (when,) = whens.values()
            reason = f"the same occasion is dated “{when.words.exact}”"
            lent = replace(when, reasons=(*when.reasons, reason))
            known = {s.name for s in claim.sources}
            more = tuple(s for s in dated_by if s.name not in known)
            sources = (*claim.sources, *more) if claim.sources != (AUTHOR,) else claim.sources
            claim = replace(claim, when=lent, sources=sources)
        if claim.where is None and where is not None:
            reason = f"the same occasion is placed at “{where.words.exact}”"
            claim = replace(claim, where=replace(where, reasons=(*where.reasons, reason)))
        claims[m] = claim


def _finest(wheres: Sequence[Where]) -> Where | None:
    """The one place that all others may hold; None where two exclude each other."""
    if not wheres:
        return None
    finest = min(wheres, key=lambda w: (w.radius_km or 1e6, w.words.start))
    same = all(w.country in (None, finest.country) for w in wheres)
    small = {w.name for w in wheres if (w.radius_km or 1e6) <= (finest.radius_km or 1e6)}
    return finest if same and len(small) == 1 else None


def _carry(grammar: Grammar, found: Sequence[Found], claims: list[Claim]) -> None:
    """ "During this visit": what the visit before has, the claim takes where it has none."""
    for j, item in enumerate(found):
        noun = _linked_noun(grammar, item.trigger)
        if noun is None:
            continue
        kinds = frozenset({noun.lemma.casefold()})
        i = _before(found, item.trigger, kinds)
        if i is None:
            continue
        giver, taker = claims[i], claims[j]
        reason = f"“{grammar.phrase(noun.index).exact}” is the one told before"
        if taker.when is None and giver.when is not None:
            when = replace(giver.when, reasons=(*giver.when.reasons, reason))
            taker = replace(taker, when=when)
        if taker.where is None and giver.where is not None:
            where = replace(giver.where, reasons=(*giver.where.reasons, reason))
            taker = replace(taker, where=where)
        demonstrative = {c.text.casefold() for c in grammar.children(noun.index, "det")}
        if (
            demonstrative & {"this", "that", "same"}
            and taker.sources == (AUTHOR,)
            and giver.sources != (AUTHOR,)
        ):
            taker = replace(
                taker,
                sources=giver.sources,
                certainty=giver.certainty if taker.certainty == "asserted" else taker.certainty,
                known_by=giver.known_by,
            )
        claims[j] = taker


def _linked_noun(grammar: Grammar, trigger: Token) -> Token | None:
    """The noun of "during this visit" on a word or on the verb that it hangs on."""
    for token in (trigger, *grammar.ancestors(trigger.index)):
        if token.sentence != trigger.sentence:
            break
        for prep in grammar.children(token.index, "prep"):
            word = prep.text.casefold()
            is_topic = word == "on" and token.pos == "NOUN"  # "a ruling on the visit"
            if word in _LINKING - {"in"} and not is_topic:
                for noun in grammar.children(prep.index, "pobj"):
                    dets = {c.text.casefold() for c in grammar.children(noun.index, "det", "poss")}
                    if dets & {"this", "that", "the", "his", "her", "their"} and noun.pos == "NOUN":
                        return noun
    return None
