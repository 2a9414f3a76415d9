"""The words that carry event claims: triggers with people enough, and those that tell again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.circumstance import Circumstances, look_up_circumstances
from dateline.claims.idle import is_idle
from dateline.claims.lexicon import Entry
from dateline.claims.occasions import APPEARANCES, find_appearances
from dateline.claims.reading import Reading
from dateline.claims.speech_acts import find_speech_act
from dateline.claims.triggers import Trigger, find_triggers
from dateline.claims.unnamed import Sides
from dateline.claims.verdicts import as_refusals, judge_verdicts
from dateline.records import Grammar, Participant, SourceKind, Token

_VIOLENT = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_OF_NAMED = frozenset(
    {
        "STATE",
        "APPEAR",
        "CONSULT",
        "SUPPORT",
        "AGREE",
        "COOPERATE",
        "ASSAULT",
        "MOBILIZE",
        "RETREAT",
    }
)
"""Types of which only those with a name make a claim."""
_TO_OTHERS = frozenset({"REQUEST", "ACCUSE", "REJECT", "SANCTION", "AID"})
"""Types of which people without a name make a claim only where it says to whom they do it."""

_HARM = frozenset(
    {
        "assassinate",
        "attack",
        "bomb",
        "burn",
        "destroy",
        "execute",
        "kill",
        "stab",
        "torture",
    }
)
"""Modes of violence that hardly stand for anything else: such a word needs no reader to vouch."""
_HELD = frozenset({"abduct", "arrest", "capture", "hijack", "jail"})
"""Modes of what takes somebody's freedom."""
_EFFECTS = frozenset({"die", "injure"})
"""What violence comes to; so do sickness and mishaps."""
_NOBODY = frozenset({"nobody", "none", "neither"})
_UNNAMED = frozenset[SourceKind]({"unnamed", "media", "author"})


@dataclass(frozen=True, slots=True)
class Peopled:
    """A trigger and who takes part in what it carries.

    Attributes:
        unnamed: The words for those who have no name.
    """

    trigger: Trigger
    who: list[Participant]
    whom: list[Participant]
    unnamed: Sides

    @property
    def harms_unnamed(self) -> bool:
        """Whether violence, or being taken or held, is told of victims without a name."""
        entry = self.trigger.entry
        return (entry.type == "ASSAULT" or entry.mode in _HELD) and bool(self.unnamed.whom)

    @property
    def is_act_of_some(self) -> bool:
        """Whether people without a name do what a verb tells: "the dockers threatened to leave"."""
        entry, unnamed = self.trigger.entry, self.unnamed
        if entry.type in _OF_NAMED or self.trigger.token.pos != "VERB":
            return False
        if entry.frame == "symmetric":
            return len(unnamed.who) + len(self.who) > 1
        if entry.type == "PROTEST" and not self.trigger.others:  # "some farmers marched"
            return False
        return bool(unnamed.who) and bool(entry.type not in _TO_OTHERS or unnamed.whom or self.whom)

    @property
    def is_told_of_some(self) -> bool:
        """Whether a headline tells of people whom the body may name: "minister meets envoy"."""
        entry, unnamed = self.trigger.entry, self.unnamed
        if entry.type == "COERCE":
            return bool(unnamed.whom)
        return entry.frame == "symmetric" and len(unnamed.who) + len(self.who) > 1


@dataclass(frozen=True, slots=True)
class Carriers:
    """The triggers of a report, in text order.

    Attributes:
        full: Those that make a claim.
        others: Those that make none, but may tell of an occasion again.
        circumstances: The times and places of all of them.
    """

    full: list[Peopled]
    others: list[Trigger]
    circumstances: Circumstances


def find_carriers(reading: Reading, also: Sequence[Token] = ()) -> Carriers:
    """The triggers of a report that tell of a happening.

    Args:
        also: Words that carry an event besides, known to no lexicon.
    """
    carried, doubted = _triggers(reading)
    sure = {t.token.index for t in carried}
    # The reader takes what did not happen for no event: a denial is a claim nonetheless. Other
    # words that it doubts may tell again of an event, or have a time of their own; they make a
    # claim only where the report says more of it than who took part.
    sure |= {t.token.index for t in doubted if t.has_not or reading.standings.is_denied(t.token)}
    triggers = sorted([*carried, *doubted], key=lambda t: t.token.index)
    peopled = [
        _as_speech_act(reading, _with_people(reading, t))
        for t in triggers
        if _tells(reading, t) and not _is_vehicle(reading, t)
    ]
    done = {(p.trigger.act.index, p.trigger.entry.type) for p in peopled if p.trigger.act}
    peopled = [p for p in peopled if (p.trigger.token.index, p.trigger.entry.type) not in done]
    apart = _circumstances(reading, peopled, also)
    full = [
        p
        for p in peopled
        if (p.trigger.token.index in sure or _is_detailed(p, apart))
        and (
            _is_claim(p)
            or is_denied_of_all(reading, p)
            or (reading.is_headline and p.is_told_of_some)
        )
        and not _is_only_cue(reading, p)
    ]
    more = find_appearances(reading.grammar, reading.people, [p.trigger for p in full])
    full += [_with_people(reading, t) for t in more]
    full.sort(key=lambda p: p.trigger.token.index)
    claimed = {p.trigger.token.index for p in full}
    return Carriers(
        full,
        [p.trigger for p in peopled if p.trigger.token.index not in claimed],
        _circumstances(reading, [*full, *peopled], also),
    )


def _triggers(reading: Reading) -> tuple[list[Trigger], list[Trigger]]:
    """The triggers that the reader lets stand, and the lexicon's others."""
    known = find_triggers(reading.grammar, reading.lexicon)
    guesses = reading.annotations.triggers
    carried = find_triggers(reading.grammar, reading.lexicon, guesses, known)
    carried = judge_verdicts(reading.grammar, reading.lexicon, carried)
    carried, known = (as_refusals(reading.grammar, reading.lexicon, t) for t in (carried, known))
    sure = {t.token.index for t in carried}
    return carried, [t for t in known if t.token.index not in sure]


def _circumstances(
    reading: Reading, items: Sequence[Peopled], also: Sequence[Token]
) -> Circumstances:
    carriers = [*(item.trigger.token for item in items), *also]
    return look_up_circumstances(reading.grammar, reading.annotations, carriers)


def _with_people(reading: Reading, trigger: Trigger) -> Peopled:
    """A trigger with its participants: of the first of its entries that has enough."""
    who, whom = _participants(reading, trigger)
    while not _are_enough(trigger.entry, who, whom) and trigger.instead is not None:
        trigger = trigger.instead
        who, whom = _participants(reading, trigger)
    if trigger.entry in APPEARANCES:
        return Peopled(trigger, who, whom, Sides())
    unnamed = reading.unnamed.of(trigger.token, trigger.entry, _partner(trigger))
    return Peopled(trigger, who, whom, unnamed)


def _as_speech_act(reading: Reading, item: Peopled) -> Peopled:
    """A saying as what it does by what is said: it may accuse, ask, back, reject or threaten."""
    trigger = item.trigger
    if trigger.entry.type != "STATE" or not item.who:
        return item
    at = trigger.token.start
    said = [a for a in reading.annotations.attributions if a.cue.start <= at < a.cue.end]
    act = find_speech_act(reading.grammar, reading.lexicon, said)
    if act is None:
        return item
    entry = replace(trigger.entry, type=act.type, mode=act.mode)
    doers = {p.chain for p in item.who}
    whom = [p for head in act.aimed_at for p in reading.people.of(head) if p.chain not in doers]
    trigger = replace(trigger, entry=entry, instead=None, act=act.word)
    return replace(item, trigger=trigger, whom=whom or item.whom)


def _tells(reading: Reading, trigger: Trigger) -> bool:
    """Whether a word tells of a happening here: not in a heading, as an adjective, or as a cue.

    A cue that does more than state tells of that: "the dockers threatened to walk out".
    """
    token = trigger.token
    if reading.in_heading(token) or (token.dep == "amod" and token.tag.startswith("VB")):
        return False
    if is_idle(reading.grammar, reading.lexicon, token):
        return False
    entry = trigger.entry
    if token.pos == "VERB" and entry.type != "STATE" and entry.mode != "criticise":
        return True
    return not reading.standings.is_cue(token, _UNNAMED)


def _is_only_cue(reading: Reading, item: Peopled) -> bool:
    """Whether a word credits a source without a name, and tells of nobody's deed besides."""
    if item.who or item.unnamed.who:
        return False
    return reading.standings.is_cue(item.trigger.token, _UNNAMED)


def _is_vehicle(reading: Reading, trigger: Trigger) -> bool:
    """Whether a noun only says in what a verb says so: "said in a statement from Oslo"."""
    token, grammar = trigger.token, reading.grammar
    if trigger.entry.type != "STATE" or token.pos != "NOUN" or token.dep != "pobj":
        return False
    prep = grammar.tokens[token.head]
    verb = grammar.tokens[prep.head]
    if prep.text.casefold() not in ("in", "via", "through") or verb.pos != "VERB":
        return False
    entries = reading.lexicon.events.get(
        ("VERB", reading.lexicon.lemma_of(verb.text, verb.lemma)), ()
    )
    return any(entry.type == "STATE" for entry in entries)


def _participants(
    reading: Reading, trigger: Trigger
) -> tuple[list[Participant], list[Participant]]:
    if trigger.token.pos in ("VERB", "AUX"):
        return reading.people.of_verb(trigger.token, trigger.entry, _partner(trigger))
    if trigger.entry in APPEARANCES:
        return reading.people.at_occasion(trigger.token), []
    return reading.people.of_noun(trigger.token, trigger.entry)


def _partner(trigger: Trigger) -> Token | None:
    """The noun that goes with a verb: "talks" of "hold talks"."""
    return next((t for t in reversed(trigger.others) if t.pos == "NOUN"), None)


def _are_enough(entry: Entry, who: list[Participant], whom: list[Participant]) -> bool:
    """Whether enough people take part for the entry to make a claim."""
    if entry.needs == "whom":
        return bool(whom)
    if entry.needs and entry.frame == "symmetric":
        return len(who) > 1
    return bool(who or whom)


def _is_detailed(item: Peopled, circumstances: Circumstances) -> bool:
    """Whether the report names both sides of a happening, or its own time or place."""
    if (item.who and item.whom) or (item.harms_unnamed and item.trigger.token.pos == "VERB"):
        return True
    if _is_harm(item):
        return True
    token = item.trigger.token
    return circumstances.when(token) is not None or circumstances.where(token) is not None


def _is_harm(item: Peopled) -> bool:
    """Whether a word of violence stands with those whom it befell, or in a phrase: "set fire"."""
    entry = item.trigger.entry
    if entry.type != "ASSAULT" or entry.mode not in _HARM | _EFFECTS:
        return False
    harmed = [*(p.words for p in item.whom), *item.unnamed.whom]
    if entry.mode in _EFFECTS:  # "one of them was injured" says too little
        return any(words.exact[:1].isupper() or " " in words.exact for words in harmed)
    return bool(harmed or (item.trigger.others and item.unnamed.who))


def _is_claim(item: Peopled) -> bool:
    entry = item.trigger.entry
    if _are_enough(entry, item.who, item.whom):
        return True
    return _is_violence(item) or item.is_act_of_some


def is_denied_of_all(reading: Reading, item: Peopled) -> bool:
    """Whether somebody is credited with saying that nobody did it: there is nobody to name."""
    token, grammar = item.trigger.token, reading.grammar
    if token.pos != "VERB" or item.trigger.entry.type in _OF_NAMED:
        return False
    if not reading.standings.is_denied(token):
        return False
    subjects = grammar.children(token.index, "nsubj")
    if not any(s.text.casefold() in _NOBODY or _is_no_one(grammar, s) for s in subjects):
        return False
    return reading.standings.of(token).sources[0].kind != "author"


def _is_no_one(grammar: Grammar, token: Token) -> bool:
    before = grammar.tokens[token.index - 1] if token.index else token
    return token.lemma == "one" and before.text.casefold() == "no"


def _is_violence(item: Peopled) -> bool:
    """Whether violence, force or protest is told of people without a name, or a bomb of nobody."""
    entry = item.trigger.entry
    if entry.type not in _VIOLENT:
        return False
    if entry.mode == "bomb":  # "a bomb exploded in the market": the word itself is harm enough
        return True
    return bool(item.unnamed.who or item.unnamed.whom)
