"""How the parse leads from a name of a place to an event's word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from dateline.claims.place_positions import Position, sort_of
from dateline.records import Grammar, Token

_CLIMB = 24
_LONGEST_WAY = 6


def words_above(grammar: Grammar, event: Token) -> list[int]:
    """The event's token, then those that govern it, nearest first."""
    return [event.index, *(t.index for t in islice(grammar.ancestors(event.index), _CLIMB))]


def relation_of(
    grammar: Grammar, place: Position, event: Token, above: Sequence[int], kind: str
) -> list[str]:
    """How the parse leads from a place to an event, a short phrase each.

    Args:
        above: As `words_above` gives it.
        kind: Of the way that the place stands in, as `way_class` gives it.
    """
    tokens = grammar.tokens
    at = {index: n for n, index in enumerate(above)}
    for step in place.steps:
        if at.get(step):
            return [f"the event describes the place: {_down(tokens, above, at[step])}"]
        if step in at:
            return ["the event is a word of the name"]
    up: list[str] = []
    index = place.governor
    while index not in at:
        token = tokens[index]
        if token.head == index or len(up) > _LONGEST_WAY:
            return ["no way from the place to the event", f"no way, {kind}"]
        up.append(_edge(tokens, token))
        index = token.head
    below, beyond = " ".join(up[:3]), _down(tokens, above, at[index])
    found = [f"up: {below or 'none'}", f"down: {beyond or 'none'}"]
    if not up and not beyond:
        found += [f"hangs on the event, {kind}", f"hangs on the event: {place.way}"]
        found.append(f"hangs on the event, {kind}, {sort_of(place.name)}")
    elif not beyond:
        found += [f"hangs on {_sort(tokens[place.governor])} below the event, {kind}"]
        found += [f"below the event by: {below}, {kind}"]
    elif not up:
        found += [f"hangs on {_sort(tokens[place.governor])} above the event, {kind}"]
        found += [f"the event is below by: {beyond}, {kind}"]
    else:
        found += [f"both below a third word, {kind}", f"way: {below} / {beyond}"]
    return found


def _down(tokens: Sequence[Token], above: Sequence[int], top: int) -> str:
    """The dependencies from a word above the event down to the event."""
    return " ".join(_edge(tokens, tokens[i]) for i in reversed(above[:top][-3:]))


def _edge(tokens: Sequence[Token], token: Token) -> str:
    if token.dep == "prep":
        return token.text.casefold() if token.text.casefold() in ("of", "in", "on") else "prep"
    if token.dep == "conj":
        return "and" if tokens[token.head].pos in ("VERB", "AUX") else "list"
    return token.dep


def _sort(token: Token) -> str:
    return {"VERB": "a verb", "AUX": "a verb", "NOUN": "a noun", "PROPN": "a name"}.get(
        token.pos, "a word"
    )
