"""How certain the rules of the product find each verb: more to learn from than marked triggers."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.certainty import find_stances
from dateline.annotate.cues import load_cues
from dateline.records import Grammar, Stance, Token

_FINITE = ("VBD", "VBZ", "VBP")


def rule_certainties(text: str, tokens: Sequence[Token]) -> list[str | None]:
    """A label of the layer `factuality` for each verb that the rules say something of.

    A finite verb of which they say nothing happened; of other verbs nothing is known.
    """
    stances = {s.token: s for s in find_stances(Grammar(text, tuple(tokens)), load_cues())}
    return [
        None if token.pos != "VERB" else _label(stances.get(token.index), token.tag in _FINITE)
        for token in tokens
    ]


def _label(stance: Stance | None, is_finite: bool) -> str | None:
    if stance is None:
        return "+" if is_finite else None
    if stance.polarity == "-":
        return "-"
    if stance.certainty == "planned":
        return "p"
    return "?" if stance.certainty or stance.hypothetical else None
