"""What became of the words and claims of a report when its outlet changed the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.span import Quote

ChangeState = Literal["kept", "changed", "withdrawn", "new"]
ChangedOn = Literal[
    "what", "when", "where", "who", "whom", "count", "polarity", "certainty", "source"
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A point on which two texts tell of one deed in other terms.

    Attributes:
        before, after: In words for a reader ("12 killed"); empty where the text does not say.
    """

    on: ChangedOn
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim.

    Attributes:
        old, new: Ids of the claim of the earlier and of the later text; None where there is none.
        fields: On what a changed claim differs; empty for any other.
    """

    state: ChangeState
    old: str | None
    new: str | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageChange:
    """What became of a sentence.

    Attributes:
        old, new: Where it stands in the text of the earlier and of the later report; None where it
            does not.
    """

    state: ChangeState
    old: Quote | None
    new: Quote | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A text that takes the place of an earlier one of the same address.

    Attributes:
        report: Id of the later report.
        of: Id of the earlier one.
        claims: What became of each claim of the earlier text, in its order; then what is new.
        passages: Likewise of each sentence.
        notices: What the later text itself says of the change, and the earlier one does not
            ("Correction: an earlier version of this article gave …").
        is_same_words: Whether only the page was captured again: nothing changed, and the earlier
            report goes on to stand.
    """

    report: str
    of: str
    claims: tuple[ClaimChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    notices: tuple[Quote, ...] = ()
    is_same_words: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The texts that one address had.

    Attributes:
        address: As it is compared: without scheme, "www." and what only follows readers about, and
            with the outlet.
        reports: Ids, the earliest text first.
        current: Id of the one that stands.
        revisions: What each but the first changed, in the same order.
    """

    address: str
    reports: tuple[str, ...]
    current: str
    revisions: tuple[Revision, ...]
