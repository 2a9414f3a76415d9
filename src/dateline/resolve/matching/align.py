"""The parts of two names paired one to one, and how alike each pair is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from dateline.resolve.matching.knowledge import load_nicknames
from dateline.resolve.matching.parts import Part
from dateline.resolve.names import spell
from dateline.resolve.sounds import consonants, frame, has_vowels, sound

How = Literal["equal", "spelling", "nickname", "initial", "typing", "meaning"]
LEAST_LIKE = 0.6
"""Words less alike than this are not paired."""
LEAST_SYLLABLES = 0.75
"""The same for names of Chinese and Korean, which are short and alike."""
LEAST_INITIAL = 0.5
MOST_JOINED = 4


@dataclass(frozen=True, slots=True)
class Pairing:
    """Parts of the left name that are held to be those of the right one.

    Attributes:
        likeness: 0 to 1.
        how: In what way they are alike.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    how: How


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which parts are paired and which are left over, by their place."""

    pairings: tuple[Pairing, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def align(left: Sequence[Part], right: Sequence[Part]) -> Alignment:
    """Pairs the parts, the likest first; a part is used once."""
    found = sorted(
        _candidates(left, right), key=lambda one: (one[0], one[1].right, one[1].left), reverse=True
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for _, pairing in found:
        if used_left.isdisjoint(pairing.left) and used_right.isdisjoint(pairing.right):
            chosen.append(pairing)
            used_left.update(pairing.left)
            used_right.update(pairing.right)
    return Alignment(
        tuple(sorted(chosen, key=lambda one: one.left)),
        tuple(i for i in range(len(left)) if i not in used_left),
        tuple(i for i in range(len(right)) if i not in used_right),
    )


def _candidates(
    left: Sequence[Part], right: Sequence[Part]
) -> Iterator[tuple[tuple[float, int, float], Pairing]]:
    """Pairings with what they are ranked by: likeness, how many words, nearness of place."""
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            likeness, how = compare_parts(one, other)
            if likeness < LEAST_SYLLABLES and (one.is_syllable or other.is_syllable):
                continue
            if likeness >= (LEAST_INITIAL if how == "initial" else LEAST_LIKE):
                rank = (likeness, 0, -abs(i - j) / 100)
                yield rank, Pairing((i,), (j,), likeness, how)
    for several, single, likeness in _joined(left, right):
        rank = (likeness, len(several), 0.0)
        yield rank, Pairing(several, single, likeness, _how_joined(likeness))
    for several, single, likeness in _joined(right, left):
        rank = (likeness, len(several), 0.0)
        yield rank, Pairing(single, several, likeness, _how_joined(likeness))
    for several, single in _first_letters(left, right):
        yield (0.95, len(several), 0.0), Pairing(several, single, 0.95, "meaning")
    for several, single in _first_letters(right, left):
        yield (0.95, len(several), 0.0), Pairing(single, several, 0.95, "meaning")


def _joined(
    several: Sequence[Part], single: Sequence[Part]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """Neighbours on one side that are one word on the other."""
    longest = max((len(part.text) for part in single), default=0)
    for i in range(len(several) - 1):
        text = several[i].text
        for after in range(i + 1, min(i + MOST_JOINED, len(several))):
            text += several[after].text
            if len(text) > longest + 4:
                break
            for j, other in enumerate(single):
                likeness = _compare_joined(text, other.text)
                if likeness:
                    yield tuple(range(i, after + 1)), (j,), likeness


def _first_letters(
    several: Sequence[Part], single: Sequence[Part]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Neighbours on one side whose first letters are a word on the other."""
    for j, short in enumerate(single):
        if short.kind != "name" or not 3 <= len(short.text) <= 6 or len(several) < 3:
            continue
        for keep_small in (True, False):
            places = [i for i, part in enumerate(several) if keep_small or part.kind != "small"]
            letters = "".join(several[i].text[0] for i in places)
            start = letters.find(short.text)
            if start >= 0:
                yield tuple(places[start : start + len(short.text)]), (j,)
                break


@lru_cache(maxsize=131_072)
def _compare_joined(text: str, other: str) -> float:
    if text == other:
        return 1.0
    if has_vowels(text) != has_vowels(other) and len(frame(sound(text))) >= 3:
        return 0.9 if frame(sound(text)) == frame(sound(other)) else 0.0
    near = len(text) >= 5 and abs(len(text) - len(other)) <= 1 and text[0] == other[0]
    return 0.93 if near and OSA.distance(text, other) == 1 else 0.0


def _how_joined(likeness: float) -> How:
    return "equal" if likeness == 1 else "typing"


def compare_parts(left: Part, right: Part) -> tuple[float, How]:
    """How alike two parts are, 0 to 1, and in what way."""
    if left.text == right.text:
        return 1.0, "equal"
    if left.kind == "number" or right.kind == "number":
        return (1.0, "equal") if left.means and left.means == right.means else (0.0, "typing")
    if left.means and left.means == right.means:
        return 0.97, "meaning"
    if left.kind == right.kind and left.kind in ("place", "word"):
        return 0.0, "meaning"  # each is known, and they mean two things
    if left.kind == "initial" or right.kind == "initial":
        return (0.55, "initial") if _is_initial(left, right) else (0.0, "initial")
    likeness = _compare_words(left.text, left.sound, right.text, right.sound)
    if likeness < 0.97 and right.text in load_nicknames().get(left.text, ()):
        return max(likeness, 0.85), "nickname"
    if left.names & right.names and (
        likeness >= 0.5 or not (left.is_syllable or right.is_syllable)
    ):
        return (0.97 if likeness >= 0.5 else 0.8), "spelling"
    if likeness >= 0.95:
        return likeness, "spelling"
    return likeness, "typing"


def _is_initial(left: Part, right: Part) -> bool:
    return left.text[0] == right.text[0] and left.kind in ("initial", "name", "word")


@lru_cache(maxsize=262_144)
def _compare_words(left: str, left_sound: str, right: str, right_sound: str) -> float:
    if left_sound == right_sound or spell(left) == spell(right):
        return 0.97
    if has_vowels(left) != has_vowels(right):
        same = frame(left_sound) == frame(right_sound) and len(frame(left_sound)) > 1
        if same or min(len(left), len(right)) < 3:
            return 0.95 if same else 0.0
    longest = max(len(left), len(right))
    typed = 1 - OSA.distance(left, right) / longest
    heard = 1 - OSA.distance(left_sound, right_sound) / max(len(left_sound), len(right_sound))
    likeness = max(typed, 0.98 * heard)
    if longest >= 4 and consonants(left_sound) == consonants(right_sound):
        likeness = max(likeness, 0.8)
    return min(likeness, 0.94)
