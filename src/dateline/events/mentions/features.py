"""What two mentions of events have in common and what parts them, as names of `data/same.tsv`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.event_words import find_word, kinship, likeness
from dateline.events.mentions.read import EventMention, Terms
from dateline.events.mentions.story import MentionStory

IDLE = frozenset((
    "say", "tell", "report", "claim", "be", "have", "add", "announce", "do", "make", "take", "get",
    "go", "come", "give", "call", "know", "see", "want", "use", "need", "think", "believe", "plan",
    "expect",
))  # fmt: skip
"""Words of so many events that one of them says little."""

LIKE_WORDS = 0.2
"""Words less alike in use are compared only if somebody takes part in both events."""

_RELATION = {
    "same": "one word", "derived": "its noun", "another word": "kin", "a kind of": "kin",
    "compound": "kin", "brings with it": "kin",
}  # fmt: skip
"""What the words are to each other, as the names of features begin."""

_LIKE_WORDS = ((0.6, ".6"), (0.5, ".5"), (0.4, ".4"), (0.3, ".3"), (0.2, ".2"), (0.1, ".1"))
_LIKE_SENTENCES = ((0.4, "alike"), (0.3, "much alike"), (0.2, "related"), (0.1, "near"),
                   (0.05, "little alike"))  # fmt: skip
_LIKE_NEIGHBOURS = ((0.3, "alike"), (0.2, "related"), (0.1, "near"), (0.05, "little alike"))
_LIKE_REPORTS = ((0.4, "alike"), (0.25, "much alike"), (0.15, "related"), (0.08, "near"),
                 (0.04, "little alike"))  # fmt: skip
_SPREAD = ((0.5, "most"), (0.25, "many"), (0.12, "some"))
_RARE = ((0.2, "of most"), (0.1, "of many"), (0.05, "of some"), (0.02, "of few"))


def may_be_same(left: EventMention, right: EventMention) -> bool:
    """Whether a pair is worth comparing: by their words, or by who takes part."""
    if left.head < 0 or right.head < 0:
        return False
    if left.report == right.report and left.head == right.head:
        return False
    if left.is_pronoun or right.is_pronoun:
        return left.report == right.report
    if kinship(left.lemma, right.lemma) not in ("other", "unknown"):
        return True
    alike = likeness(left.lemma, right.lemma)
    return (alike is not None and alike >= LIKE_WORDS) or bool(left.everyone & right.everyone)


def compare_mentions(
    left: EventMention, right: EventMention, story: MentionStory
) -> tuple[str, ...]:
    """The features of a pair, the same either way round."""
    if left.is_pronoun or right.is_pronoun:
        return tuple(_pronoun(left, right))
    kin = kinship(left.lemma, right.lemma)
    how = _RELATION.get(kin, "another")
    said = f"{how}, idle" if _are_idle(left, right) and how in ("one word", "its noun") else how
    found = [f"words: {kin}", f"{how}: {' and '.join(sorted((left.kind, right.kind)))}"]
    found += _words(left, right, how, story)
    found += _parts(left, right, how, said, story)
    found += _circumstances(left, right, how)
    if left.report == right.report:
        found += _in_one_report(left, right, how, story)
    else:
        around = _step(story.around(left, right), _LIKE_SENTENCES)
        found.append(f"{said}: sentences {around}")
        reports = _step(story.likeness(left.report, right.report), _LIKE_REPORTS)
        found.append(f"{how}: reports {reports}")
        if left.is_first and right.is_first:
            found.append(f"{how}: both open their reports")
    return tuple(found)


def _are_idle(left: EventMention, right: EventMention) -> bool:
    return left.lemma in IDLE or right.lemma in IDLE


def _step(value: float, steps: tuple[tuple[float, str], ...]) -> str:
    return next((name for least, name in steps if value >= least), "unlike")


def _pronoun(left: EventMention, right: EventMention) -> Iterator[str]:
    yield "a pronoun"
    back = abs(left.sentence - right.sentence)
    yield f"a pronoun: {('in one sentence', 'next sentence')[back] if back < 2 else 'far off'}"


def _words(left: EventMention, right: EventMention, how: str, story: MentionStory) -> Iterator[str]:
    one, other = left.lemma, right.lemma
    if _are_idle(left, right):
        yield f"{how}: idle"
    if how in ("one word", "its noun"):
        spread = len(story.reports_with[one] | story.reports_with[other]) / story.reports
        most = spread > 0.5 and story.reports > 3
        yield f"one word: of {'most' if most else 'some' if spread > 0.2 else 'few'} reports"
        if story.told_twice & {one, other}:
            yield "one word: several in a report"
        senses = max((word.senses for word in map(find_word, (one, other)) if word), default=0)
        yield f"one word: senses {next(n for n in (10, 5, 2, 1, 0) if senses >= n)}"
        return
    alike = likeness(one, other)
    yield f"two words: likeness {'unknown' if alike is None else _step(alike, _LIKE_WORDS)}"
    mine, yours = story.sentences_with[one], story.sentences_with[other]
    both = len(mine & yours)
    often = both > 1 and both >= 0.3 * min(len(mine), len(yours))
    times = "often" if often else ("never", "once")[both] if both < 2 else "at times"
    yield f"{how}: {times} in one sentence"
    rarer = min(len(story.reports_with[one]), len(story.reports_with[other])) / story.reports
    yield f"{how}: words of {_step(rarer, _SPREAD) if rarer >= 0.12 else 'few'} reports"


def _parts(
    left: EventMention, right: EventMention, how: str, said: str, story: MentionStory
) -> Iterator[str]:
    yield f"{said}: doers {_agree(left.who, right.who)}"
    yield f"{said}: objects {_agree(left.whom, right.whom)}"
    shared = min(3, len(left.everyone & right.everyone))
    yield f"{said}: {('nobody', 'one', 'two', 'three')[shared]} in both"
    if left.modifiers or right.modifiers:
        yield f"{how}: modifiers {_agree(left.modifiers, right.modifiers)}"
    if left.particles or right.particles:
        both = left.particles and right.particles
        same = "same" if left.particles == right.particles else "two" if both else "one"
        yield f"{how}: particles {same}"
    mine, yours = left.everyone | left.modifiers, right.everyone | right.modifiers
    if left.lemma in yours or right.lemma in mine:
        yield f"{how}: one takes part in the other"
    if mine & yours:
        yield f"{how}: shared is {_step(story.share_of_uses(mine & yours), _RARE)}"
    if left.numbers or right.numbers:
        yield f"numbers {_agree(left.numbers, right.numbers)}"
    (above, hangs), (other_above, other_hangs) = left.governor, right.governor
    if above == other_above and "ROOT" not in (hangs, other_hangs):
        yield f"{how}: under one word"
    yield f"{how}: {('no', 'one', 'two')[min(2, len(left.near & right.near))]} near words shared"


def _agree(left: Terms, right: Terms) -> str:
    if not left or not right:
        return "on one side" if left or right else "not told"
    if left & right:
        return "shared"
    if any(term[0] == "#" for term in left) and any(term[0] == "#" for term in right):
        return "named otherwise"
    kin = any(
        kinship(one.removeprefix("#"), other.removeprefix("#"))
        in ("another word", "a kind of", "derived")
        for one in left
        for other in right
    )
    return "kin" if kin else "other"


def _circumstances(left: EventMention, right: EventMention, how: str) -> Iterator[str]:
    if left.type and right.type:
        yield f"{how}: {'one type' if left.type == right.type else 'two types'}"
    if left.is_negated != right.is_negated:
        yield "one is denied"
    if left.day and right.day:
        (start, end), (other_start, other_end) = left.day, right.day
        meet = (other_end is None or start < other_end) and (end is None or other_start < end)
        days = "one day" if left.day == right.day else "days meet" if meet else "days differ"
        yield f"{how}: {days}"
    if left.places and right.places:
        yield f"{how}: {'one place' if left.places & right.places else 'places differ'}"


def _in_one_report(
    left: EventMention, right: EventMention, how: str, story: MentionStory
) -> Iterator[str]:
    yield f"{how}: one report"
    back = abs(left.sentence - right.sentence)
    if not back:
        yield f"{how}: one sentence"
        return
    yield f"{how}: sentences of it {_step(story.around(left, right), _LIKE_NEIGHBOURS)}"
    yield f"{how}: {'next sentence' if back == 1 else 'sentences near' if back < 5 else 'far off'}"
    if left.is_first or right.is_first:
        yield f"{how}: one opens the report"
