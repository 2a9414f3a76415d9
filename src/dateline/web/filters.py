"""The filters of an address in words, each with the address that is left without it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.views.kinds import KINDS, SOURCE_KINDS
from dateline.views.wording import say_date
from dateline.web.choosing import Choice
from dateline.web.pages import address
from dateline.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class SetFilter:
    """A filter that is set.

    Attributes:
        without: The address of the same screen without this filter.
    """

    words: str
    without: str


def name_person(snapshot: Snapshot, choice: Choice) -> str:
    """The person that is asked for, by name."""
    entity = snapshot.entities.get(choice.who)
    return entity.name if entity else choice.who


def is_unknown(snapshot: Snapshot, choice: Choice) -> bool:
    """Whether a person is asked for whom no report names."""
    return bool(choice.who) and not snapshot.entities_named(choice.who)


def set_filters(
    snapshot: Snapshot, choice: Choice, path: str, **more: object
) -> tuple[SetFilter, ...]:
    """Each filter that is set, in the order of the form.

    Args:
        more: Further parameters of the screen, which stay.
    """
    said = {
        "person": f"with {name_person(snapshot, choice)}",
        "place": f"in {choice.place}",
        "type": KINDS.get(choice.type, ""),
        "source": f"told by {SOURCE_KINDS.get(choice.source, '')}",
        "certainty": choice.certainty,
        "min_origins": f"{choice.min_origins} origins or more",
        "from": f"from {say_date(choice.start or None)}",
        "to": f"to {say_date(choice.end or None)}",
        "dated": "with a date" if choice.dated == "yes" else "undated",
        "conflicts": "sources differ",
    }
    given = {name: value for name, value in choice.parameters.items() if value not in ("", None)}
    return tuple(
        SetFilter(
            said[name],
            address(path, **more, **{other: v for other, v in given.items() if other != name}),
        )
        for name in given
    )
