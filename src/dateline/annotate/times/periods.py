"""Reads the periods that business news counts in: "the latest quarter", "the year-ago period"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotate.times.days import FIRST_YEAR, LAST_YEAR, quarter_edtf
from dateline.annotate.times.setting import Reading, Setting, from_event, relative
from dateline.annotate.times.words import MONTHS

Parts = Mapping[str, str]
_EARLIER = frozenset({"year-ago", "year-earlier"})


def read_period(parts: Parts, setting: Setting) -> Reading | None:
    """A quarter or period that is named by what was told of it, or by when it ended."""
    which = " ".join(parts.get("which", "").lower().split()[:2])
    steps = -1 if _is_year_earlier(parts, which) else 0
    if "ended" in parts:
        quarter = _ended_in(MONTHS[parts["ended"]], setting)
        return _quarter(quarter, steps, setting) if quarter else None
    if "year" in parts:
        return _of_year(int(parts["year"]), parts, setting)
    if which.startswith(("corresponding", "comparable", "same")) and not steps:
        year = which.rpartition(" ")[2]
        return _of_year(int(year), parts, setting) if year.isdecimal() else None
    if which in ("previous", "prior"):
        return _before(setting)
    if which == "current" and parts["unit"].lower() == "quarter" and setting.published:
        now = setting.published
        return relative(quarter_edtf(now.year, (now.month + 2) // 3), setting.against)
    if setting.quarter is not None:
        return _quarter(setting.quarter, steps, setting)
    if steps:
        return _year_before(setting)
    if which in ("latest", "most recent") and parts["unit"].lower() == "quarter":
        return _before(setting, to_publication=True)
    return None


def read_year_ago(parts: Parts, setting: Setting) -> Reading | None:
    """ "Year-ago" results, and what was "a year earlier", beside those of a quarter just told."""
    if setting.quarter is not None:
        return _quarter(setting.quarter, -1, setting)
    return _year_before(setting)


def read_the_year(parts: Parts, setting: Setting) -> Reading | None:
    """ "For the year": the one told before, else that of the publication."""
    if setting.quarter is not None:
        year = setting.quarter[0]
        return from_event(f"{year:04}", f"the year of the quarter {year}-Q{setting.quarter[1]}")
    if setting.published is None:
        return None
    return relative(f"{setting.published.year:04}", setting.against)


def _is_year_earlier(parts: Parts, which: str) -> bool:
    return which in _EARLIER or any(name in parts for name in ("relyear", "back", "ago"))


def _quarter(quarter: tuple[int, int], years: int, setting: Setting) -> Reading | None:
    year, number = quarter[0] + years, quarter[1]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    told = f"{quarter[0]:04}-Q{number}"
    reason = f"a year before {told}" if years else f"{told}"
    return from_event(quarter_edtf(year, number), f"{reason}, told nearby")


def _of_year(year: int, parts: Parts, setting: Setting) -> Reading | None:
    if setting.quarter is not None:
        number = setting.quarter[1]
        return from_event(quarter_edtf(year, number), f"the quarter told nearby, Q{number}")
    return relative(f"{year:04}", f"year {year} as printed") if parts["unit"] == "period" else None


def _year_before(setting: Setting) -> Reading | None:
    if setting.published is None:
        return None
    return relative(f"{setting.published.year - 1:04}", setting.against)


def _before(setting: Setting, *, to_publication: bool = False) -> Reading | None:
    """The quarter before the one told, or before that of the publication."""
    if setting.quarter is not None and not to_publication:
        year, number = setting.quarter
    elif setting.published is not None:
        year, number = setting.published.year, (setting.published.month + 2) // 3
    else:
        return None
    year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return relative(quarter_edtf(year, number), setting.against)


def _ended_in(month: int, setting: Setting) -> tuple[int, int] | None:
    """The quarter that ended in a month: the last one that had begun by the publication."""
    now = setting.published
    if now is None:
        return None
    return now.year - (month > now.month), (month + 2) // 3
