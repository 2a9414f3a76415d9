"""Mistakes that the parser makes again and again in news, put right by their shape.

"A video shows Keller meeting Brandt": the participle after a name is taken for a noun with the
name in front of it, and so nobody meets anybody; likewise in "denied meeting Brandt". "She
rejected the call to step down and accused Brandt": the past form is joined to the infinitive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Token

DEEPEST = 50
"""Words between a word and the root of its sentence; prose has a dozen or two."""

_PERCEIVING = {
    "show", "see", "depict", "capture", "film", "catch", "record", "picture", "photograph", "spot",
    "watch", "deny", "find", "feature", "display", "reveal",
}  # fmt: skip
_OF_DEEDS = {"deny", "admit", "confirm", "recall", "regret", "acknowledge", "avoid", "risk"}
_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "expl")
_STEPS = 6
"""Words up from an infinitive to the verb that its clause belongs to."""
_MEMBERS = ("compound", "nmod", "nsubj", "amod")


def repair(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a parse, in text order, with mended heads, relations and parts of speech."""
    mended = list(tokens)
    for token in tokens:
        if token.text.endswith("ing") and token.index and _has_object(mended, token.index):
            verb = _governing_verb(mended, token)
            if verb is not None:
                _make_participle(mended, token.index, verb)
        elif token.tag == "VBD" and token.dep == "conj":
            _join_to_past(mended, token)
    return _flat(mended)


def _join_to_past(tokens: list[Token], token: Token) -> None:
    """Join a past form that hangs on an infinitive to the past form above that."""
    infinitive = above = tokens[token.head]
    if infinitive.tag != "VB" or infinitive.index > token.index:
        return
    if any(t.dep in _OWN and t.head == token.index for t in tokens[infinitive.index : token.index]):
        return
    for _ in range(_STEPS):
        if above.tag == "VBD" or above.head == above.index:
            break
        above = tokens[above.head]
    if above.tag != "VBD" or above.index > infinitive.index:
        return
    tokens[token.index] = replace(token, head=above.index)
    for index in range(infinitive.index, token.index):
        if tokens[index].dep == "cc" and tokens[index].head == infinitive.index:
            tokens[index] = replace(tokens[index], head=above.index)


def _flat(tokens: list[Token]) -> list[Token]:
    """The tokens, none more than `DEEPEST` words below its root: what is deeper hangs up there.

    A list of thousands ("aides and aides and …") is a chain in the parse; no reader of it then
    needs to guard against its length.
    """
    depths, above = [-1] * len(tokens), [0] * len(tokens)
    for token in tokens:
        path, at = [], token.index
        while depths[at] < 0:
            path.append(at)
            if tokens[at].head == at:
                depths[at] = 0
                above[at] = at
                path.pop()
            else:
                at = tokens[at].head
        for child in reversed(path):
            head = tokens[child].head
            if depths[head] >= DEEPEST:
                tokens[child] = replace(tokens[child], head=above[head])
                head = above[head]
            depths[child] = depths[head] + 1
            above[child] = child if depths[child] < DEEPEST else above[head]
    return tokens


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody may follow whom a participle is done to or with."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after.pos in ("PROPN", "DET", "PRON") or after.text == "with")


def _governing_verb(tokens: Sequence[Token], token: Token) -> int | None:
    """The verb whose content a misread participle is the head of; None if it is none."""
    governor = tokens[token.head]
    if token.dep in ("compound", "amod"):  # taken for a part of the name of its object
        if governor.dep not in ("dobj", "ccomp", "attr"):
            return None
        governor = tokens[governor.head]
    elif token.dep not in ("dobj", "ccomp"):
        return None
    if governor.pos != "VERB" or governor.index >= token.index:
        return None
    before = tokens[token.index - 1]
    named = before.pos == "PROPN" and before.head == token.index and before.dep in _MEMBERS
    if named and governor.lemma in _PERCEIVING:
        return governor.index
    direct = before.index == governor.index and token.dep in ("compound", "amod")
    return governor.index if direct and governor.lemma in _OF_DEEDS else None


def _make_participle(tokens: list[Token], at: int, verb: int) -> None:
    """Make a word the participle whose subject stands before it and whose object after it."""
    participle, subject = tokens[at], at - 1
    if subject != verb:
        for index in range(max(0, at - 6), subject):
            if tokens[index].head == at and tokens[index].dep in _MEMBERS:
                tokens[index] = replace(tokens[index], head=subject, dep="compound")
        tokens[subject] = replace(tokens[subject], head=at, dep="nsubj")
    if participle.dep in ("compound", "amod"):
        other = tokens[participle.head]
        tokens[other.index] = replace(other, head=at, dep="dobj")
    lemma = participle.lemma if participle.tag == "VBG" else _base(participle.text.casefold())
    dep = "xcomp" if subject == verb else "ccomp"
    tokens[at] = replace(participle, head=verb, dep=dep, pos="VERB", tag="VBG", lemma=lemma)


def _base(word: str) -> str:
    """The verb of a participle, for the forms that end in a plain stem: "meeting" → "meet"."""
    stem = word.removesuffix("ing")
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsez"
    return stem[:-1] if doubled else stem
