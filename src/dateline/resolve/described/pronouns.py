"""Pronouns → what they stand for: what fits one, and where one that is left over goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.resolve.described.phrase import Phrase

_ONE_PERSON = frozenset(("he", "she", "his", "hi", "her", "him", "himself", "herself"))
_ONE_THING = frozenset(("it", "its", "itself"))
_SEVERAL = frozenset(("they", "their", "them", "themselves", "we", "our", "us"))
_SPEAKER = frozenset(("i", "me", "my", "mine", "myself"))
_PLACE = frozenset(("where", "there", "here"))
_SUBJECTS = ("nsubj", "nsubjpass")
_FAR = 8
"""Sentences back in which a pronoun that is left over is looked up."""
_ALOUD = 3
"""Sentences around an "I" in which its speaker is looked up."""


def pronoun_fits(pronoun: Phrase, other: Phrase) -> bool:
    """Whether number and kind of a phrase fit a pronoun after it."""
    is_person = other.schema == "Person" or (not other.schema and other.field == "person")
    if pronoun.noun in _ONE_PERSON:
        return is_person and not other.is_plural
    if pronoun.noun in _ONE_THING:
        return not is_person and not other.is_plural and other.kind != "time"
    if pronoun.noun in _SEVERAL:
        return other.is_plural or other.field == "group" or other.schema not in ("", "Person")
    return False


def antecedent_of(pronoun: Phrase, others: Sequence[Phrase]) -> int | None:
    """What a pronoun that nothing else tied most likely stands for.

    Args:
        others: The other phrases of its report, in their order.

    Returns:
        The place among `others`; None where nothing fits.
    """
    return next(_likely(pronoun, others), None)


def _likely(pronoun: Phrase, others: Sequence[Phrase]) -> Iterator[int]:
    near = [n for n, one in enumerate(others) if one.kind not in ("pronoun", "time")]
    before = [n for n in reversed(near) if others[n].words < pronoun.words]
    if pronoun.noun in _SPEAKER:
        yield from _speakers(pronoun, others, near)
    elif pronoun.noun in _PLACE:
        yield from (n for n in before if _is_at(pronoun, others[n], 0) and _is_place(others[n]))
        yield from (n for n in before if _is_at(pronoun, others[n], 1) and _is_place(others[n]))
    elif pronoun.stands_for >= 0:
        yield from (n for n in before if others[n].head == pronoun.stands_for)
        yield from (n for n in before if _is_at(pronoun, others[n], 0))
    else:
        fits = [n for n in before if pronoun_fits(pronoun, others[n])]
        for back in range(_FAR + 1):
            here = [n for n in fits if pronoun.sentence - others[n].sentence == back]
            yield from (n for n in here if others[n].governor[1] in _SUBJECTS)
            yield from here
        if pronoun.noun in _ONE_PERSON:
            yield from _last_resort(pronoun, others, before)


def _last_resort(pronoun: Phrase, others: Sequence[Phrase], before: Sequence[int]) -> Iterator[int]:
    """ "The Mafia boss" is a body to the tagger: a subject near "he" is a person all the same."""
    for n in before:
        one = others[n]
        is_open = not one.is_plural and one.schema != "Person" and one.field in ("person", "")
        if _is_at(pronoun, one, 1) and (is_open or one.governor[1] in _SUBJECTS):
            yield n


def _speakers(pronoun: Phrase, others: Sequence[Phrase], near: Sequence[int]) -> Iterator[int]:
    people = [n for n in near if _is_somebody(others[n])]

    def away(n: int) -> tuple[int, bool, int]:
        one = others[n]
        back = pronoun.sentence - one.sentence
        return (abs(back), one.governor[1] not in _SUBJECTS, abs(pronoun.head - one.head))

    yield from sorted((n for n in people if away(n)[0] <= _ALOUD), key=away)


def _is_somebody(one: Phrase) -> bool:
    is_person = one.schema == "Person" or (not one.schema and one.field == "person")
    return is_person and not one.is_plural


def _is_place(one: Phrase) -> bool:
    return one.field not in ("person", "time") and one.schema != "Person"


def _is_at(pronoun: Phrase, one: Phrase, back: int) -> bool:
    return 0 <= pronoun.sentence - one.sentence <= back
