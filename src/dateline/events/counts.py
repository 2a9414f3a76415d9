"""Whether two claims' counts of people can both hold."""

from __future__ import annotations

from collections import defaultdict

from dateline.records import Claim, Count

_ANYBODY = frozenset({"people", "persons", "person"})


def main_counts(claim: Claim) -> tuple[Count, ...]:
    """The counts of a claim, one for each of what is counted, in the order of its name.

    Of several it is the one of people as such; what has none ("three soldiers and four civilians
    were killed") is left out.
    """
    by_name: dict[str, list[Count]] = defaultdict(list)
    for count in claim.counts:
        by_name[count.of].append(count)
    found = []
    for _of, counts in sorted(by_name.items()):
        ranges = {(count.least, count.most, count.about) for count in counts}
        if len(ranges) > 1:
            counts = [count for count in counts if _is_of_anybody(count)]
            ranges = {(count.least, count.most, count.about) for count in counts}
        if len(ranges) == 1:
            found.append(counts[0])
    return tuple(found)


def differ(left: Count, right: Count) -> bool:
    """Whether both cannot be: "about" is too loose to conflict with anything."""
    if left.of != right.of or left.about or right.about:
        return False
    return _is_less(left, right) or _is_less(right, left)


def name_count(count: Count) -> str:
    """Such as "at least 12 killed"; two counts of one name say the same."""
    if count.least == count.most:
        number = f"{'about ' * count.about}{count.least}"
    elif count.most is None:
        number = f"at least {count.least}"
    else:
        number = f"{count.least} to {count.most}" if count.least else f"at most {count.most}"
    return f"{number} {count.of}"


def _is_less(left: Count, right: Count) -> bool:
    return left.most is not None and left.most < right.least


def _is_of_anybody(count: Count) -> bool:
    return count.whom is None or count.whom.exact.casefold() in _ANYBODY
