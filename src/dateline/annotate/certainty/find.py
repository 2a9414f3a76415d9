"""All stances of a report: those of the rules and those that the reader sees, one for a word.

The scope follows the parse: a cue speaks of the verb or noun that it hangs on, and of what
that verb governs where it takes its standing along ("plans to meet", "failed to sign").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.certainty.direct import of_cue
from dateline.annotate.certainty.governing import of_governor
from dateline.annotate.certainty.invented import find_invented
from dateline.annotate.certainty.whole import of_happening
from dateline.annotate.cues import Cues
from dateline.annotate.reader import NOTHING_READ, Reading
from dateline.records import Grammar, Polarity, Quote, Stance, Token

SURE = 0.5
"""The share from which on the reader is believed where the rules find no cue."""

SURE_OF_A_PARTICIPLE = 0.8
"""The same of "-ing" and "-ed" alone, which name happenings as often as plans."""

SURE_OF_A_DENIAL = 0.7
"""The share from which on it may turn what a claim says."""

_READ = {"VERB", "AUX", "NOUN", "ADJ"}


def find_stances(
    grammar: Grammar, cues: Cues, reading: Reading = NOTHING_READ
) -> tuple[Stance, ...]:
    """The verbs and nouns whose happening is denied, planned, possible, supposed or made up.

    The rules go first, for they can show the cue. The reader sees what they don't ("hopes of
    talks"), and its cue is the word itself. Its bounds were set on the training part of UW's
    factuality.
    """
    found: dict[int, Stance] = {}
    for stance in _stances(grammar, cues):
        known = found.get(stance.token)
        found[stance.token] = stance if known is None else _both(known, stance)
    if reading:
        for token in grammar.tokens:
            if token.pos in _READ and not _is_carried_out(grammar, cues, token):
                _ask(reading, token, found, grammar.words(token.index, token.index))
    return tuple(found[i] for i in sorted(found))


def _stances(grammar: Grammar, cues: Cues) -> Iterator[Stance]:
    for token in grammar.tokens:
        yield from of_cue(grammar, cues, token)
        if token.pos in ("VERB", "ADJ", "NOUN", "AUX"):
            yield from of_governor(grammar, cues, token)
            yield from of_happening(grammar, cues, token)
    yield from find_invented(grammar)


def _ask(reading: Reading, token: Token, found: dict[int, Stance], cue: Quote) -> None:
    """Put what the reader says of a word beside, or in the place of, what the rules say."""
    index, known = token.index, found.get(token.index)
    denied, planned, open_ = (reading.share("factuality", index, label) for label in "-p?")
    if known is not None:
        if known.polarity == "+" and known.certainty != "planned" and denied >= SURE_OF_A_DENIAL:
            found[index] = replace(known, polarity="-", cue=cue)
        return
    sure = SURE_OF_A_PARTICIPLE if token.tag in ("VBG", "VBN") else SURE
    if denied >= SURE_OF_A_DENIAL:
        found[index] = Stance(index, "-", None, cue)
    elif planned >= sure:
        found[index] = Stance(index, "+", "planned", cue)
    elif open_ >= sure:
        found[index] = Stance(index, "+", "alleged", cue)


def _is_carried_out(grammar: Grammar, cues: Cues, token: Token) -> bool:
    """Whether a verb says what for somebody met or went, which is told as done.

    In the training part of UW's factuality such purposes stand at 2 of 3 and above.
    """
    if token.tag != "VB" or token.dep not in ("advcl", "xcomp"):
        return False
    head = grammar.tokens[token.head]
    went = head.lemma in cues.arriving and head.tag in ("VBD", "VBN")
    return went and any(a.text == "to" for a in grammar.children(token.index, "aux"))


def _both(one: Stance, other: Stance) -> Stance:
    """Two cues on one word: a negation and a modal each say their part."""
    polarity: Polarity = "-" if "-" in (one.polarity, other.polarity) else "+"
    certainty = one.certainty or other.certainty
    hypothetical = one.hypothetical or other.hypothetical
    return Stance(one.token, polarity, certainty, min(one.cue, other.cue), hypothetical)
