"""Where the claims of one event cannot all hold. Every side is kept; none is chosen.

What time explains is no conflict: a toll that grew, a day that an outlet put right. It is told as
a series.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.conflicts.apart import place_sides, time_sides
from dateline.events.conflicts.denied import happened_sides
from dateline.events.conflicts.differing import Sides
from dateline.events.conflicts.doers import doer_sides
from dateline.events.conflicts.tolls import differing_tolls, find_series, read_tolls
from dateline.events.conflicts.voices import Voice, find_corrected, instant_key, read_voices
from dateline.events.origins.find import Origins
from dateline.events.settle import tell_of_it
from dateline.events.telling import Telling
from dateline.records import Claim, Conflict, ConflictOn, Series, Side, Step


@dataclass(frozen=True, slots=True)
class Disputes:
    """What the claims of an event do not agree on.

    Attributes:
        conflicts: In the order when, where, who, count, happened.
        series: What changed as time went on.
        corrected: Ids of the claims whose day their own outlet put right later.
    """

    conflicts: tuple[Conflict, ...] = ()
    series: tuple[Series, ...] = ()
    corrected: frozenset[str] = frozenset()

    def on_time_or_place(self) -> set[str]:
        """Ids of the claims on a side of a conflict of time or place."""
        return {
            claim
            for conflict in self.conflicts
            if conflict.on in ("when", "where")
            for side in conflict.sides
            for claim in side.claims
        }


def find_disputes(tellings: Sequence[Telling], origins: Origins) -> Disputes:
    """Conflicts and series of one event."""
    if len(tellings) < 2:
        return Disputes()
    voices = read_voices(tellings, origins)
    told = tell_of_it(tellings)
    corrected = find_corrected(told, voices)
    stand = [one for one in told if one.claim.id not in corrected]
    counted = [
        (of, tolls, differing_tolls(tolls)) for of, tolls in read_tolls(told, voices).items()
    ]
    found: list[tuple[ConflictOn, Sides]] = [
        ("when", time_sides(stand)),
        ("where", place_sides(stand)),
        ("who", doer_sides(stand)),
    ]
    found += [("count", sides) for _of, _tolls, sides in counted]
    found.append(("happened", happened_sides(tellings, voices)))
    claims = {telling.claim.id: telling.claim for telling in tellings}
    grown = [series for one in counted if (series := find_series(*one)) is not None]
    return Disputes(
        tuple(_conflict(on, sides, claims, origins) for on, sides in found if sides),
        (*_days_put_right(corrected, claims, voices), *grown),
        frozenset(corrected),
    )


def _conflict(
    on: ConflictOn, sides: Sides, claims: Mapping[str, Claim], origins: Origins
) -> Conflict:
    return Conflict(
        on,
        tuple(
            Side(says, ids, len(origins.find([claims[one] for one in ids]))) for says, ids in sides
        ),
    )


def _days_put_right(
    corrected: Mapping[str, str],
    claims: Mapping[str, Claim],
    voices: Mapping[str, Voice],
) -> list[Series]:
    """The days that an outlet told before, and those that it told instead."""
    told: dict[str, set[str]] = {}
    for wrong, right in corrected.items():
        for id_ in (wrong, right):
            when = claims[id_].when
            told.setdefault(when.edtf if when else "", set()).add(id_)
    steps = [
        (min(instant_key(voices[one].told) for one in ids), says, tuple(sorted(ids)))
        for says, ids in told.items()
    ]
    if not steps:
        return []
    return [
        Series(
            "when",
            "",
            tuple(Step(s, at[0] or None, ids) for at, s, ids in sorted(steps)),
        )
    ]
