"""When, and by whom, each telling of an event is told; and which of them correct others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.resources import files

from dateline.events.compare import days_meet
from dateline.events.origins.find import Origins
from dateline.events.telling import Telling
from dateline.records import Claim, Report


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a claim, and when.

    Attributes:
        report: Id of the report.
        outlet: What stands for its outlet.
        teller: The same for claims that rest on one first teller.
        told: Publication of the report, ISO day or instant; None if it is not known.
        corrects: Whether its words, or another's of its report, say that something was wrong.
    """

    report: str
    outlet: str
    teller: tuple[str, ...]
    told: str | None
    corrects: bool


def read_voices(tellings: Iterable[Telling], origins: Origins) -> dict[str, Voice]:
    """The voice of each claim, by its id."""
    claims = [telling.claim for telling in tellings]
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    correcting = {
        report: _corrects(origins.reports.get(report), told) for report, told in by_report.items()
    }
    found = {}
    for claim in claims:
        report = origins.reports.get(claim.report)
        found[claim.id] = Voice(
            claim.report,
            origins.outlet_of(claim.report),
            origins.teller_of(claim).key,
            report.published if report else None,
            correcting[claim.report],
        )
    return found


def is_before(left: str | None, right: str | None) -> bool:
    """Whether an ISO day or instant surely is before another; not so of two of one day."""
    if left is None or right is None:
        return False
    if "T" in left and "T" in right:
        one, other = _instant(left), _instant(right)
        if one is not None and other is not None:
            return one < other
    return left[:10] < right[:10]


def instant_key(at: str | None) -> tuple[str, str]:
    """What ISO days and instants sort by; the unknown come first, and a day before its hours."""
    if at is None:
        return "", ""
    instant = _instant(at) if "T" in at else None
    return at[:10], instant.astimezone(UTC).isoformat() if instant else ""


@lru_cache(maxsize=4096)
def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def find_corrected(tellings: Sequence[Telling], voices: dict[str, Voice]) -> dict[str, str]:
    """Claims whose time their own outlet put right later → the claim that did."""
    correcting: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        voice = voices[telling.claim.id]
        if voice.corrects and telling.is_dated:
            correcting[voice.outlet].append(telling)
    found: dict[str, str] = {}
    for telling in tellings:
        voice = voices[telling.claim.id]
        for right in correcting.get(voice.outlet, ())[:_MOST_CORRECTIONS]:
            later = is_before(voice.told, voices[right.claim.id].told)
            if later and telling.is_dated and not _meet(telling, right):
                found[telling.claim.id] = right.claim.id
    return found


_MOST_CORRECTIONS = 8
"""Claims of one outlet that correct it, of which each of its others is compared with so many."""


def _meet(left: Telling, right: Telling) -> bool:
    return days_meet(left.start, left.end, right.start, right.end)


def _corrects(report: Report | None, claims: Iterable[Claim]) -> bool:
    title = report.title if report and report.title else ""
    return any(says_correction(words) for words in (title, *(c.quote.exact for c in claims)))


def says_correction(words: str) -> bool:
    """Whether words say that what was told before was wrong."""
    return _correction_cues().search(words) is not None


@cache
def _correction_cues() -> re.Pattern[str]:
    path = files("dateline.events") / "data" / "corrections.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    cues = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE)
