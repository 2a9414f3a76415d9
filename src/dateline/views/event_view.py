"""One event with all that its sources say of it: the matrix, the origins and the conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dateline.records import Claim, Copy, Entity, Event, Judgement, Report
from dateline.views.disputes import Change, Dispute, draw_changes, draw_disputes
from dateline.views.event_matrix import EventMatrix, draw_matrix
from dateline.views.origin_tree import OriginNode, draw_origins
from dateline.views.timeline import RowDrawer, TimelineRow, to_plain
from dateline.views.wording import owners_of


@dataclass(frozen=True, slots=True)
class EventView:
    """One event, ready to be shown.

    Attributes:
        row: As the timeline has it, with its claims and their words.
        matrix: What each source says on each question.
        origins: Who has it from whom.
        disputes: What cannot all hold.
        changes: What was told otherwise as time went on.
    """

    row: TimelineRow
    matrix: EventMatrix
    origins: tuple[OriginNode, ...]
    disputes: tuple[Dispute, ...]
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON values; days are ISO dates, and a cell has its stance beside it."""
        plain: dict[str, Any] = to_plain(asdict(self))
        for row, drawn in zip(plain["matrix"]["rows"], self.matrix.rows, strict=True):
            _add_stances(row, drawn)
        return plain


def _add_stances(plain: dict[str, Any], drawn: Any) -> None:
    for cell, made in zip(plain["cells"], drawn.cells, strict=True):
        cell["stance"] = made.stance
    for under, made in zip(plain["under"], drawn.under, strict=True):
        _add_stances(under, made)


class EventDrawer:
    """Draws events with the records of one case at hand.

    Args:
        shares: Report id → what it repeats of another's text, where that is known.
        said: What holds of what people said of conflicts.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        entities: Iterable[Entity],
        reports: Iterable[Report],
        shares: Mapping[str, Copy] | None = None,
        said: Sequence[Judgement] = (),
    ) -> None:
        self._said = said
        people = tuple(entities)
        self._claims = {claim.id: claim for claim in claims}
        self._reports = {report.id: report for report in reports}
        self._owners = owners_of(people)
        self._shares = shares or {}
        self._rows = RowDrawer(self._claims.values(), people, self._reports.values())

    def draw(self, event: Event, row: TimelineRow | None = None) -> EventView:
        """One event, ready to be shown.

        Args:
            row: As the timeline has it, if that is drawn already.
        """
        claims, reports = self._claims, self._reports
        origins = draw_origins(event, claims, self._owners, reports, self._shares)
        return EventView(
            row or self._rows.row(event),
            draw_matrix(event, claims, self._owners, origins),
            origins,
            draw_disputes(event, claims, reports, self._said),
            draw_changes(event, claims, reports),
        )
