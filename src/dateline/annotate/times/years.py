"""The year of a month or day that is printed without one: from the words around, or the tense."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.annotate.times.days import last_day
from dateline.annotate.times.setting import Setting

_SOON_DAYS = 100
"""How far ahead a date may lie that hangs on a noun beside a verb in the past tense."""
_RECENT_DAYS = 45
"""How far back a date may lie and still be news, whatever was told before."""
_HALF_YEAR = 6
SLIP_DAYS = 14
"""How far after the publication a day told as past may lie and be a slip, not one of last year."""


def infer_year(
    month: int, day: int, setting: Setting, *, is_day: bool = False
) -> tuple[int, str] | None:
    """The year of a month and day that come without one, and why; None if nothing tells.

    The year that the sentence prints; else that of its heading or paragraph; else, for what is
    past, the year that puts it next to the date told before, if it is nearer to that than to the
    publication; else by tense.

    Args:
        day: 1 for a month as a whole.
        is_day: Whether a day is meant, which may be misprinted, and not a month.
    """
    now = setting.published
    is_over = setting.is_ahead and now is not None and (setting.year or 0) < now.year
    if setting.year is not None and not is_over:
        return _of_sentence(setting.year, month, setting)
    carried = carried_year(month, day, setting)
    if carried is not None:
        return carried
    if now is None:
        return None
    days = {year: _clip(year, month, day) for year in (now.year - 1, now.year, now.year + 1)}
    near = min(days, key=lambda y: (abs((days[y] - now).days), y))
    is_just_over = 0 <= (now - days[near]).days < _SOON_DAYS
    if setting.is_old_plan:
        year = near
    elif setting.tense == "future" and not (setting.is_loose and is_just_over):
        year = min(y for y, d in days.items() if (last_day(y, month) if day == 1 else d) >= now)
    elif (
        setting.tense == "future"
        or setting.tense != "past"
        or (setting.is_loose and (days[near] - now).days < _SOON_DAYS)
    ):
        year = near
    else:
        # A month that is under way counts as past; so does the day of publication.
        year = max(y for y, d in days.items() if d.replace(day=1) <= now and (day == 1 or d <= now))
        if is_day and 0 < (days[near] - now).days <= SLIP_DAYS:
            year = near
    is_soon = setting.is_loose and days[year] > now
    if setting.tense == "past" and setting.dated is not None and not is_soon:
        told = _beside(setting.dated, month, day, now)
        apart = _days_apart((now, now), _range(year, month, day))
        if told is not None and told[1] < apart > _RECENT_DAYS:
            return told[0], f"year {told[0]}: next to {_shown(setting.dated)}, told before"
    return year, f"{setting.tense_words}, {setting.against}"


def carried_year(month: int, day: int, setting: Setting) -> tuple[int, str] | None:
    """The year that the heading or the paragraph tells, for what may be past by then."""
    carried, now = setting.carried, setting.published
    if carried is None or setting.is_ahead:
        return None
    if setting.tense != "past" and not carried.is_heading:
        return None
    if now is not None and _clip(carried.year, month, day) > now:
        return None
    return carried.year, f"year {carried.year} from {carried.told}"


def _of_sentence(year: int, month: int, setting: Setting) -> tuple[int, str]:
    """The year printed in the sentence; the one beside it where the year turns between the two."""
    printed = setting.year_month
    if printed is not None and setting.is_year_after and month - printed > _HALF_YEAR:
        return year - 1, f"before {year}-{printed:02}, which follows in the same sentence"
    if printed is not None and not setting.is_year_after and printed - month > _HALF_YEAR:
        now = setting.published
        if now is None or setting.tense != "past" or date(year + 1, month, 1) <= now:
            return year + 1, f"after {year}-{printed:02}, told before in the same sentence"
    return year, f"year {year} from the same sentence"


def _beside(dated: tuple[date, date], month: int, day: int, now: date) -> tuple[int, int] | None:
    """The year that puts a month or day nearest to a dated one, and the days between the two."""
    first = dated[0].year
    if first >= now.year:
        return None
    past = [y for y in (first, first + 1) if _range(y, month, day)[0] <= now]
    return min(
        ((y, _days_apart(dated, _range(y, month, day))) for y in past),
        key=lambda found: (found[1], found[0]), default=None,
    )  # fmt: skip


def _range(year: int, month: int, day: int) -> tuple[date, date]:
    """First day, and first day after; the whole month for day 1."""
    first = _clip(year, month, day)
    return first, (last_day(year, month) if day == 1 else first) + timedelta(days=1)


def _days_apart(left: tuple[date, date], right: tuple[date, date]) -> int:
    return max(0, (right[0] - left[1]).days, (left[0] - right[1]).days)


def _clip(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, last_day(year, month).day))


def _shown(dated: tuple[date, date]) -> str:
    first, after = dated
    return f"{first}" if (after - first).days == 1 else f"{first:%Y-%m}"
