"""The part of a `Case` in which a person says who is who, what is one event, what is misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from dateline.events import EventPair, events_to_review
from dateline.judging import (
    Change,
    Imported,
    export_lines,
    import_lines,
    judge,
    judge_reading,
    mark_conflicts,
    undo,
)
from dateline.records import (
    Chain,
    ConflictOn,
    ConflictStatus,
    Judgement,
    JudgementKind,
    ReadingJudgement,
)
from dateline.records.settled import Settled, judged_readings, misread_claims, settle
from dateline.resolve import ReviewPair, find_persons, pairs_to_review
from dateline.store import Database
from dateline.verification import Contents


class JudgedCase:
    """What people judged in a case: see `Case`."""

    _persons: dict[str, bool] | None  # of the chains of the case; None: not known

    @property
    def _database(self) -> Database:
        raise NotImplementedError

    def _group_left(self) -> None:
        raise NotImplementedError

    def contents(self) -> Contents:
        raise NotImplementedError

    def judge(
        self,
        kind: JudgementKind,
        left: str,
        right: str,
        *,
        user: str,
        reason: str = "",
        time: datetime | None = None,
        score: float | None = None,
    ) -> Change:
        """Says that two are "same" or "different", or that it is "unsure".

        Two entities or chains: whether they are one. Two events or event claims: whether they
        tell of one occurrence; then they are one event, though days, places or types differ. Two
        reports: whether what one tells comes from the other ("same", they count once) or each
        tells it by itself ("different").
        It is kept in a log, holds for reports that are added later, and can be taken back. Where
        it contradicts older judgements, it prevails and they are told. Entities and events heed
        it when they are next asked for.

        Args:
            left, right: The beginning of an id of an entity, a chain, an event, a claim or a
                report, or a name that one entity alone has; or an id of something outside the
                case ("ofac-sdn:1234", "NK-…").
            time: Aware; now if None.
            score: The machine's own score of the pair.

        Raises:
            UnknownId: If it is not known who is meant.
            BadJudgement: If both are one or of two sorts, or a person would be a body.
        """
        if not all(side.startswith(("h_", "c_", "r_")) for side in (left, right)):
            self._group_left()
        return judge(
            self._database, kind, left, right, persons=self._is_person, user=user,
            reason=reason, time=time, score=score,
        )  # fmt: skip

    def undo(self, id_: str | None = None, *, user: str, time: datetime | None = None) -> Change:
        """Takes a judgement back: the one whose id begins so, or the last that stands.

        An undoing can be taken back too.

        Raises:
            UnknownId: If there is none.
            BadJudgement: If it is taken back already.
        """
        return undo(self._database, id_, persons=self._is_person, user=user, time=time)

    def heed_judgements(self) -> None:
        """Makes entities and events what the judgements say, which else waits till they are read.

        Reports that are not grouped yet are grouped with them.
        """
        self._group_left()

    def chains_of(self, ids: Iterable[str]) -> dict[str, Chain]:
        """Those of the ids that are of chains of the case, with the chains."""
        return self._database.chains_of(ids)

    def judgements(self) -> tuple[Judgement, ...]:
        """The log of judgements, in the order in which they were added."""
        return tuple(self._database.judgements())

    def settled(self) -> Settled:
        """What the log of judgements comes to: what holds, and what is overridden by what."""
        return settle(self._database.judgements(), self._is_person())

    def mark_conflicts(
        self,
        event: str,
        on: ConflictOn,
        status: ConflictStatus,
        *,
        user: str,
        reason: str = "",
        time: datetime | None = None,
    ) -> tuple[Change, ...]:
        """Says of an event's conflicts on a point that they stay "open", or are "explained".

        No side goes away by it, and nothing is grouped otherwise. It is kept in the log with the
        judgements, holds for the conflict that the same claims are in, and can be taken back.

        Args:
            event: The beginning of the id of an event, or of one of its claims.
            reason: How it came about; "explained" asks for it.
            time: Aware; now if None.

        Returns:
            An entry for each conflict on this point.

        Raises:
            UnknownId: If there is no such event, or no such conflict in it.
            BadJudgement: If an explanation is missing.
        """
        self._group_left()
        return mark_conflicts(
            self._database, event, on, status, user=user, reason=reason, time=time
        )

    def judge_reading(
        self,
        claim: str,
        kind: ReadingJudgement,
        *,
        user: str,
        reason: str = "",
        time: datetime | None = None,
    ) -> Change:
        """Says that a claim is "misread", or that somebody "checked" that its words say it.

        A misread claim is kept and shown as such, and counts for nothing: it is in no event,
        conflict, count of origins or tie, and speaks for nobody's being one with another. Entities
        and events heed it when they are next asked for.

        Args:
            claim: The beginning of its id.
            time: Aware; now if None.

        Raises:
            UnknownId: If there is no such claim.
        """
        return judge_reading(self._database, claim, kind, user=user, reason=reason, time=time)

    def readings(self) -> dict[str, Judgement]:
        """Claim id → what holds of what people said of how it was read."""
        return judged_readings(self._database.judgements())

    def conflict_statuses(self) -> tuple[Judgement, ...]:
        """What holds of what people said of conflicts, the newest first."""
        return settle([one for one in self._database.judgements() if one.on is not None]).holding

    def pairs_to_review(self, *, unsure: bool = False) -> tuple[ReviewPair, ...]:
        """Pairs that a person should look at, those that the machine is least sure of first.

        Pairs that are settled are left out, and those judged "unsure" too unless asked for.
        """
        found = self._database.evidence()
        log = [one for one in found.judgements if one.about == "entity"]
        misread = misread_claims(found.judgements)
        claims = [one for one in found.claims if one.id not in misread]
        return pairs_to_review(found.chains, claims, log, unsure=unsure)

    def events_to_review(self, *, unsure: bool = False) -> tuple[EventPair, ...]:
        """Pairs of event claims of which a person should say whether they tell of one occurrence.

        As `pairs_to_review`, of events.
        """
        whole = self.contents()
        told = {claim for event in whole.events for claim in event.claims}
        claims = [claim for claim in whole.claims if claim.id in told]
        log = self._database.judgements()
        return events_to_review(claims, whole.entities, whole.reports, log, unsure=unsure)

    def import_judgements(self, lines: Iterable[str], *, time: datetime | None = None) -> Imported:
        """Adds judgements from lines of nomenklatura's resolver; all or none.

        Args:
            time: Of the lines that have none; now if None.

        Raises:
            UnreadableInput: If a line can't be read.
        """
        return import_lines(self._database, lines, persons=self._is_person, time=time)

    def export_judgements(self) -> Iterator[str]:
        """The judgements that hold, as lines of nomenklatura's resolver."""
        yield from export_lines(self.settled())

    def _is_person(self) -> dict[str, bool]:
        if self._persons is None:
            self._persons = find_persons(self._database.chains())
        return self._persons
