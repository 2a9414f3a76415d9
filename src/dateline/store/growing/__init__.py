"""What a case keeps so that it grows report by report, and what that leaves undone.

Each ledger answers what one stage looks up (see `resolve.growth`, `events.growth` and
`events.copying`), inside the one transaction in which all of it is written.
"""

from dateline.store.growing.ledgers import Ledgers

__all__ = ["Ledgers"]
