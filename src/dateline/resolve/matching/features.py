"""What two prepared names share and where they differ: the features, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from dateline.resolve.matching.align import Alignment, Pairing, align
from dateline.resolve.matching.knowledge import load_given_names
from dateline.resolve.matching.parts import WEIGHT_OF, Kind, Part, PreparedName

SAYS_ENOUGH = 1.3
"""What the shared parts of two people's names weigh if few others bear them."""


def find_features(left: PreparedName, right: PreparedName) -> Iterator[tuple[str, float, str]]:
    """The features of two names of one kind: name, value, and reason."""
    yield "start", 1.0, "before anything is known"
    if left.known and right.known:
        name = "same known name" if left.known == right.known else "known names conflict"
        yield name, 1.0, f"{left.printed}, {right.printed}"
        return
    if not left.is_person and is_acronym(left, right):
        yield "acronym", 1.0, f"{left.printed}, {right.printed}"
        return
    found = align(left.parts, right.parts)
    yield from _shared(left, right, found)
    yield from _over(left, right, found)
    yield from _heads(left, right, found)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        yield "suffix conflicts", 1.0, f"{left.suffix} against {right.suffix}"
    if left.forms and right.forms and not left.forms & right.forms:
        yield "legal form conflicts", 1.0, f"{_list(left.forms)} against {_list(right.forms)}"
    if min(_count(left), _count(right)) == 1:
        yield "single word", 1.0, "one of them is a single word"
    yield "letters covered", _covered(left, right, found), "share of the letters that are paired"
    longest = max(len(left.joined), len(right.joined), 1)
    alike = 1 - OSA.distance(left.joined, right.joined) / longest
    if alike >= 0.7:
        yield "letters alike", (alike - 0.7) / 0.3, f"{alike:.0%} of the letters"


def _heads(
    left: PreparedName, right: PreparedName, found: Alignment
) -> Iterator[tuple[str, float, str]]:
    """Whether the words that tell most are those that differ."""
    sure = all(one.likeness >= 0.95 for one in found.pairings)
    if found.pairings and sure and not found.left_over and not found.right_over:
        yield "nothing differs", 1.0, "each part of one is a part of the other"
    if found.pairings and all(one.likeness < 0.95 for one in found.pairings):
        yield "no part is the same", 1.0, "each part differs in its letters"
    mine, theirs = _head(left), _head(right)
    if mine is None or theirs is None:
        return
    if mine in found.left_over and theirs in found.right_over:
        name = "family names differ" if left.is_person else "first words differ"
        yield name, 1.0, f"{left.parts[mine].text} against {right.parts[theirs].text}"


def _head(name: PreparedName) -> int | None:
    """The place of a person's last name, or of the first word of a body's name."""
    places = [i for i, part in enumerate(name.parts) if part.kind not in ("small", "number")]
    if not places:
        return None
    return places[-1] if name.is_person else places[0]


def _covered(left: PreparedName, right: PreparedName, found: Alignment) -> float:
    """The share of the letters of both names that stand in pairs, less where they differ."""
    paired = sum(
        one.likeness * (len(_text(left, one.left)) + len(_text(right, one.right)))
        for one in found.pairings
        if _weight(left, right, one) > WEIGHT_OF["small"]
    )
    parts = (part for part in (*left.parts, *right.parts) if part.weight > WEIGHT_OF["small"])
    every = sum(len(part.text) for part in parts)
    return min(paired / max(every, 1), 1.0)


def _list(forms: frozenset[str]) -> str:
    return ", ".join(sorted(forms))


def _count(name: PreparedName) -> int:
    return sum(part.weight > WEIGHT_OF["small"] for part in name.parts)


def _shared(
    left: PreparedName, right: PreparedName, found: Alignment
) -> Iterator[tuple[str, float, str]]:
    sums: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for pairing in found.pairings:
        weight = _weight(left, right, pairing)
        printed = f"{_text(left, pairing.left)} = {_text(right, pairing.right)}"
        one, other = left.parts[pairing.left[0]], right.parts[pairing.right[0]]
        for name, value in _kinds_of(pairing, one, other, weight, left.is_person):
            sums[name] = sums.get(name, 0.0) + value
            words.setdefault(name, []).append(printed)
    for name in sorted(sums):
        yield name, min(sums[name], 3.0), ", ".join(words[name])
    little = SAYS_ENOUGH - sum(_weight(left, right, pairing) for pairing in found.pairings)
    if left.is_person and found.pairings and little > 0.01:
        yield "common names only", little, "many people bear what they share"


def _kinds_of(
    pairing: Pairing, one: Part, other: Part, weight: float, is_person: bool
) -> Iterator[tuple[str, float]]:
    if pairing.how == "initial":
        yield "initial", 1.0
    elif pairing.likeness >= 0.95:
        yield "same parts", weight
    elif pairing.how == "nickname":
        yield "nickname", weight
    else:
        yield _how_far(pairing, one, other), weight
        if one.sound[0] != other.sound[0]:
            yield "other first letter", weight
        if is_person and pairing.how == "typing" and are_two_names(one, other):
            yield "two known names", 1.0


def _how_far(pairing: Pairing, one: Part, other: Part) -> str:
    if len(pairing.left) > 1 or len(pairing.right) > 1:
        return "one letter differs"
    distance = OSA.distance(one.text, other.text)
    longest = max(len(one.text), len(other.text))
    if distance == 1 and longest >= 4:
        return "one letter differs"
    if pairing.likeness >= 0.8 or (distance == 2 and longest >= 6):
        return "sounds alike"
    return "loosely alike"


def are_two_names(one: Part, other: Part) -> bool:
    """Whether two words that look alike are each a first name that many bear."""
    return {one.text, other.text} <= load_given_names()


def _weight(left: PreparedName, right: PreparedName, pairing: Pairing) -> float:
    return min(
        max(left.parts[i].weight for i in pairing.left),
        max(right.parts[j].weight for j in pairing.right),
    )


def _text(name: PreparedName, places: tuple[int, ...]) -> str:
    return " ".join(name.parts[i].text for i in places)


_LEFT_OUT: tuple[tuple[Kind, str], ...] = (
    ("name", "part left out"),
    ("word", "common word left out"),
    ("place", "place left out"),
)


def _over(
    left: PreparedName, right: PreparedName, found: Alignment
) -> Iterator[tuple[str, float, str]]:
    """What is left on one side alone, and what is left on both and so speaks against."""
    lefts = [left.parts[i] for i in found.left_over]
    rights = [right.parts[j] for j in found.right_over]
    mine, theirs = _of(lefts, "name", "word", "place"), _of(rights, "name", "word", "place")
    both = min(_says(mine, left.is_person), _says(theirs, left.is_person))
    if both:
        only_common = not _of(mine, "name") or not _of(theirs, "name")
        name = "common words conflict" if only_common else "parts conflict"
        yield name, both, f"{_words(mine)} against {_words(theirs)}"
        extra = abs(_says(mine, False) - _says(theirs, False))
        yield "part left out", extra, f"{_words(mine)} against {_words(theirs)}"
        if _of(mine, "place") and _of(theirs, "place"):
            yield "places conflict", 1.0, f"{_words(mine)} against {_words(theirs)}"
    else:
        for kind, name in _LEFT_OUT:
            more = _of(mine, kind) or _of(theirs, kind)
            if more:
                yield name, _says(more, False), f"{_words(more)} on one side alone"
    yield from _initials_over(left, right, lefts, rights)
    yield from _numbers_over(_of(lefts, "number"), _of(rights, "number"))


def _initials_over(
    left: PreparedName, right: PreparedName, lefts: list[Part], rights: list[Part]
) -> Iterator[tuple[str, float, str]]:
    """An initial that the other name has another word or other initials for."""
    for some, facing, of in ((lefts, rights, right), (rights, lefts, left)):
        initials = _of(some, "initial")
        others = _of(facing, "initial", "name") or _of(list(of.parts), "initial")
        if initials and others:
            yield "initial conflicts", 1.0, f"{_words(initials)} against {_words(others)}"
            return


def _numbers_over(lefts: list[Part], rights: list[Part]) -> Iterator[tuple[str, float, str]]:
    if lefts and rights:
        yield "numbers conflict", 1.0, f"{_words(lefts)} against {_words(rights)}"
    elif any(part.means != "1" for part in (*lefts, *rights)):
        yield "number left out", 1.0, f"{_words(lefts or rights)} on one side alone"


def _of(parts: list[Part], *kinds: Kind) -> list[Part]:
    return [part for part in parts if part.kind in kinds]


def _says(parts: list[Part], is_person: bool) -> float:
    """How much parts say that the other name lacks: of a person each as much as any other."""
    return float(len(parts)) if is_person else sum(part.weight for part in parts)


def _words(parts: list[Part]) -> str:
    return " ".join(part.text for part in parts)


def is_acronym(left: PreparedName, right: PreparedName) -> bool:
    """Whether one name is made of the first letters of the other's words."""
    short, long = sorted((left, right), key=lambda name: len(name.joined))
    letters = _without_company(short.parts)
    if len(letters) != 1 or not 3 <= len(letters[0].text) <= 8 or len(long.parts) < 3:
        return False
    return any(
        letters[0].text
        == "".join(part.text[0] for part in parts if keep_small or part.kind != "small")
        for parts in (long.parts, _without_company(long.parts))
        for keep_small in (True, False)
    )


def _without_company(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    while len(parts) > 1 and parts[-1].means in ("CO", "CORP"):
        parts = parts[:-1]
    return parts
