"""The part of a `Case` in which a person makes claims that no rule found, and takes them back."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.claims import ClaimDraft, make_claim
from dateline.errors import BadClaim, UnknownId
from dateline.grouping import grow, grow_by_hand, name_rules
from dateline.records import BY_HAND, Annotations, Claim, Report
from dateline.store import Database, Record


class ClaimedCase:
    """What people claim by hand in a case: see `Case`."""

    _persons: dict[str, bool] | None

    @property
    def _database(self) -> Database:
        raise NotImplementedError

    def _annotate(self, report: Report) -> Annotations:
        raise NotImplementedError

    def find(self, id_: str) -> Record:
        raise NotImplementedError

    def add_claim(
        self, report: str, draft: ClaimDraft, *, user: str, reason: str = "",
        time: datetime | None = None,
    ) -> Claim:  # fmt: skip
        """Adds a claim that a person read in a report; the case is grouped anew with it.

        It is a claim like any other, in events, conflicts and exports, but that its `found_by` says
        who made it. It goes when its report goes.

        Args:
            report: The beginning of the report's id.
            reason: A note, in the user's words.
            time: Aware; now if None.

        Raises:
            UnknownId: If there is no such report.
            BadClaim: If the draft does not fit the report, or the case has the claim already.
        """
        found = self.find(report)
        if not isinstance(found, Report):
            raise UnknownId(f"{report} is no report; give the beginning of the id of one (r_…).")
        day = (time or datetime.now(UTC)).astimezone(UTC).date().isoformat()
        note = " ".join(reason.split())[:500]
        said = f"{' '.join(user.split())[:100]} on {day}" + (f": {note}" if note else "")
        known = self._database.chains(found.id)
        claim, chains = make_claim(found, self._annotate(found), known, draft, said)
        with self._database.adding_claim(claim, chains) as ledgers:
            if ledgers is None:
                raise BadClaim(f"The case has this claim already: {claim.id}.")
            grow_by_hand(ledgers, found.id, chains, [claim], ())
        self._persons = None
        return claim

    def drop_claim(self, id_: str) -> Claim:
        """Takes a claim back that was made by hand; one that a rule found stays.

        Args:
            id_: The beginning of its id.

        Raises:
            UnknownId: If there is no such claim.
            BadClaim: If no person made it.
        """
        claim = self.find(id_)
        if not isinstance(claim, Claim):
            raise UnknownId(f"{id_} is no claim; give the beginning of the id of one (c_…).")
        if not claim.is_by_hand:
            raise BadClaim(f"{claim.id} was not made by hand: Dateline found it in the report.")
        others = [one for one in self._database.claims(claim.report) if one.id != claim.id]
        used = {chain for one in others for chain in _chains_of(one)}
        own = {
            one.id
            for one in self._database.chains(claim.report)
            if f"named by {BY_HAND}" in one.reasons
        }
        gone = sorted((own & _chains_of(claim)) - used)
        with self._database.dropping_claim(claim, gone) as ledgers:
            if gone:  # how a name votes and what it ties is not taken back one by one
                ledgers.clear(name_rules())
                grow(ledgers)
            else:
                grow_by_hand(ledgers, claim.report, (), (), [claim.id])
        self._persons = None
        return claim


def _chains_of(claim: Claim) -> set[str]:
    chains = {one.chain for one in (*claim.who, *claim.whom)}
    return chains | {one.chain for one in claim.sources if one.chain is not None}
