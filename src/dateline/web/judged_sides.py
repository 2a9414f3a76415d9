"""What the sides of judgements are called on our pages, and where the case shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.pipeline import Case
from dateline.records import Chain
from dateline.views.wording import name_outlet, plain_line, shorten
from dateline.web.pages import report_address
from dateline.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class JudgedSide:
    """One side of a judgement.

    Attributes:
        name: In words; the id of what is not in the case.
        about: Where it stands, of a claim after the words that carry it: "Alpine Wire", "“met”,
            in Alpine Wire"; "" if that is not known.
        link: Where the case shows it; "" if nowhere.
    """

    id: str
    name: str
    about: str
    link: str


class JudgedSides:
    """The sides of some judgements, looked up at once."""

    def __init__(self, case: Case, snapshot: Snapshot, ids: Iterable[str]) -> None:
        self._snapshot = snapshot
        wanted = dict.fromkeys(one for one in ids if one.startswith("h_"))
        self._chains = case.chains_of(wanted) if wanted else {}

    def __getitem__(self, id_: str) -> JudgedSide:
        snapshot = self._snapshot
        if id_ in self._chains:
            return self._name_chain(self._chains[id_])
        if id_ in snapshot.claims:
            claim = snapshot.claims[id_]
            outlet = name_outlet(snapshot.reports.get(claim.report))
            words = shorten(claim.quote.exact, claim.trigger.exact)
            told = f"“{plain_line(claim.trigger.exact)}”, in {outlet}"
            return JudgedSide(id_, f"“{words}”", told, report_address(claim.report, id_))
        if id_ in snapshot.reports:
            report = snapshot.reports[id_]
            title = plain_line(report.title or report.file or report.url or report.id)
            return JudgedSide(id_, title, name_outlet(report), report_address(id_))
        owner = snapshot.owners.get(id_)
        return JudgedSide(
            id_, owner.name if owner else id_, "", f"/people/{owner.id}" if owner else ""
        )

    def _name_chain(self, chain: Chain) -> JudgedSide:
        owner = self._snapshot.owners.get(chain.id)
        outlet = name_outlet(self._snapshot.reports.get(chain.report))
        link = f"/people/{owner.id}" if owner else report_address(chain.report)
        return JudgedSide(chain.id, plain_line(chain.name), outlet, link)
