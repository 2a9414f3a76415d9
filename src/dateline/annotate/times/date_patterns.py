"""The patterns of calendar dates: days, months, quarters, seasons, years, decades and centuries."""

from __future__ import annotations

from dateline.annotate.times.pieces import (
    DASH,
    DAY,
    DOW,
    FULL_DOW,
    GAP,
    JOIN,
    MONTH,
    PART,
    PART_OF,
    REL,
    SEASON,
    SP,
    SPELLED_DECADE,
    SPELLED_YEAR,
    YEAR,
    Patterns,
)
from dateline.annotate.times.words import CENTURIES, HOLIDAYS, ORDINALS, one_of

_ORDINAL = rf"(?i:{one_of(ORDINALS)})"
_CENTURY = rf"(?i:{one_of(CENTURIES)})"

DATE_PATTERNS: Patterns = (
    # dates in figures
    (
        "iso", "date",
        r"(?P<year>(?:1\d|20|21)\d\d)(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)"
        r"(?:(?P<hours>T\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
    ),
    (
        "figures", "date",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\w/]|[.-]\d)",
    ),
    # month and day
    (
        "month_day", "date",
        rf"(?:(?:(?:[Ll]ast|[Tt]his|[Nn]ext){GAP})?(?P<dow>{DOW}),?{GAP}"
        rf"|(?P<rel>[Ll]ast|[Tt]his|[Nn]ext){GAP})?(?P<m>{MONTH}){GAP}"
        rf"(?:[Tt]he{GAP})?(?P<d>{DAY})"
        rf"(?:{DASH}(?:(?P<m2>{MONTH}){GAP})?(?P<d2>{DAY}))?(?:(?:,|,?{GAP}(?:of{GAP})?){SP}"
        rf"(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<of_year>last|this|next){GAP}year(?!\w))?",
    ),
    (
        "day_month", "date",
        rf"(?:(?P<dow>{DOW}),?{GAP})?(?:[Tt]he{GAP})?(?P<d>{DAY})(?:{DASH}(?:[Tt]he{GAP})?(?P<d2>{DAY}))?"
        rf"(?:{GAP}of)?(?:{GAP}|-)(?P<m>{MONTH})(?:(?:,|,?{GAP}(?:of{GAP})?|-){SP}"
        rf"(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<of_year>last|this|next){GAP}year(?!\w))?",
    ),
    (
        "day_month_range", "date",
        rf"(?P<d>{DAY}){GAP}(?P<m>{MONTH})(?:,?{GAP}(?P<year1>{YEAR}))?{DASH}(?:[Tt]he{GAP})?"
        rf"(?P<d2>{DAY}){GAP}"
        rf"(?P<m2>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?",
    ),
    (
        "month_day_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<m>{MONTH}){GAP}(?P<d>{DAY})(?:,{GAP}"
        rf"(?P<year1>{YEAR}))?,?{GAP}and{GAP}"
        rf"(?:(?P<m2>{MONTH}){GAP})?(?P<d2>{DAY})(?:,?{GAP}(?P<year>{YEAR}))?)",
    ),
    (
        "day_month_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<d>{DAY})(?:{GAP}(?P<m1>{MONTH}))?(?:{GAP}"
        rf"(?P<year1>{YEAR}))?{GAP}and{GAP}"
        rf"(?P<d2>{DAY}){GAP}(?P<m>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?)",
    ),
    (
        "month_days", "date",
        rf"(?P<m>{MONTH}){GAP}(?P<d>{DAY})(?P<list>(?:,{GAP}\d{{1,2}}(?!\w)){{0,4}},?{GAP}(?:and"
        rf"|or){GAP}(?P<d2>{DAY}))"
        rf"(?:,?{GAP}(?P<year>{YEAR})|(?=[.,;:)]|$|\n|{GAP}(?:in|at|on|for|to|by|with|as|when"
        rf"|after|before)\b))",
    ),
    (
        "days_month", "date",
        rf"(?P<d>{DAY})(?P<list>(?:,{GAP}\d{{1,2}}(?!\w)){{0,4}},?{GAP}(?:and|or){GAP}"
        rf"(?P<d2>{DAY})){GAP}"
        rf"(?P<m>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?",
    ),
    # months
    (
        "month_year", "date",
        rf"{PART_OF}(?P<m>{MONTH})(?:(?:{DASH}|,?{GAP}and{GAP})(?P<m2>{MONTH}))?(?:,?{GAP}"
        rf"(?:of{GAP})?|,)(?P<year>{YEAR})",
    ),
    (
        "month_short_year", "date",
        rf"{PART_OF}(?P<m>{MONTH}){GAP}['’](?P<yy>\d\d)(?!\w)",
    ),
    (
        "month_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<m>{MONTH})(?:{GAP}(?P<year1>{YEAR}))?{GAP}and{GAP}"
        rf"(?P<m2>{MONTH})(?:{GAP}(?P<year>{YEAR}))?)",
    ),
    (
        "month", "date",
        rf"{PART_OF}(?:(?P<rel>{REL}){GAP})?(?P<m>{MONTH})(?:{DASH}(?P<m2>{MONTH}))?",
    ),
    (
        "month_of_year", "date",
        rf"{PART_OF}(?P<m>{MONTH}){GAP}(?:of{GAP})?(?P<rel>last|this|next|that){GAP}year(?!\w)",
    ),
    # years
    (
        "years_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<year1>{YEAR}){GAP}and{GAP}(?P<year>{YEAR}))",
    ),
    (
        "years", "date",
        rf"(?P<year1>{YEAR})(?:{DASH}(?P<year>{YEAR})|[ \u00a0]{{0,2}}[–—-][ \u00a0]{{0,2}}"
        rf"(?P<short>\d\d)(?![\w%.,-]\d|\w))",
    ),
    ("year", "date", rf"{PART_OF}(?:(?:fiscal|[Tt]he{GAP}year|year){GAP})?(?P<year>{YEAR})"),
    (
        "spelled_year", "date",
        rf"{PART_OF}(?:(?P<lead>[Tt]he{GAP}year|year|fiscal){GAP})?(?P<spelled>{SPELLED_YEAR})",
    ),
    ("beside_year", "date", rf"(?i:post|pre|since)-(?P<year>{YEAR})"),
    ("short_year", "date", rf"{PART_OF}['’](?P<year>\d\d)(?!\w)"),
    ("fiscal_year", "date", rf"(?i:fiscal)(?:{GAP}(?i:year))?{GAP}(?P<year>{YEAR}|['’]\d\d(?!\w))"),
    ("decade", "date", rf"(?:[Tt]he{GAP})?{PART_OF}(?P<year>(?:1\d|20)\d0)(?:['’])?s(?!\w)"),
    ("short_decade", "date", rf"(?:[Tt]he{GAP})?{PART_OF}['’]?(?P<year>[2-9]0)s(?!\w)"),
    (
        "spelled_decade", "date",
        rf"(?:[Tt]he{GAP}(?:(?P<part>{PART})(?:-|{GAP}))?(?:nineteen{GAP})?"
        rf"|(?P<part2>{PART})(?:-|{GAP})(?:[Tt]he{GAP})(?:nineteen{GAP})?|nineteen{GAP})"
        rf"(?P<decade>{SPELLED_DECADE})",
    ),
    (
        "century", "date",
        rf"(?:[Tt]he{GAP})?{PART_OF}(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{_CENTURY}))"
        rf"[- ]century(?!\w)",
    ),
    # parts of a year
    (
        "season", "date",
        rf"(?:[Tt]he{GAP})?{PART_OF}(?:(?P<rel>{REL}){GAP})?(?P<season>{SEASON})(?:,?{GAP}"
        rf"(?:of{GAP})?(?:(?P<year>{YEAR})|(?P<spelled>{SPELLED_YEAR})))?",
    ),
    (
        "quarter", "date",
        rf"(?:(?:[Tt]he|[Ii]ts|[Tt]heir){GAP})?(?:(?P<rel>(?i:last|this|next|previous)){GAP}(?:year['’]s{GAP})?"
        rf"|(?P<ago>year-(?:ago|earlier)){GAP}|(?P<year0>(?:1\d|20|21)\d\d)(?:['’]s)?{GAP})?(?:fiscal{JOIN})?"
        rf"(?P<n>{_ORDINAL}){JOIN}(?i:quarter)(?!\w)(?:,?{GAP}(?:of{GAP})?(?:fiscal{GAP})?"
        rf"(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<relyear>last|this|next){GAP}year(?!\w))?",
    ),
    ("quarter_year", "date", rf"(?:Q(?P<n>[1-4])(?!\w)(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))?)"),
    (
        "half", "date",
        rf"(?:[Tt]he{GAP})?(?P<n>(?i:first|second|latter|last)){JOIN}half(?:{GAP}of{GAP}(?:the"
        rf"{GAP}year|(?P<relyear>last|this|next){GAP}year(?!\w)"
        rf"|(?:fiscal{GAP})?(?P<year>{YEAR})))",
    ),
    (
        "half_year", "date",
        rf"(?:(?P<year>{YEAR})(?:['’]s)?{GAP})?(?P<n>(?i:first|second))-half(?!\w)",
    ),
    (
        "two_quarters", "date",
        rf"(?:[Tt]he{GAP})?(?P<n>(?i:first|second|last)){GAP}(?i:two){GAP}(?i:quarters){GAP}of{GAP}"
        rf"(?:(?P<relyear>last|this|next){GAP}year(?!\w)|(?:fiscal{GAP})?(?P<year>{YEAR}))",
    ),
    (
        "part_of_month", "date",
        rf"(?:[Tt]he{GAP})?(?P<n>(?i:{one_of(ORDINALS)}|last)){GAP}(?:(?P<unit>(?i:week|weekend|half))"
        rf"|(?P<dow>{FULL_DOW})){GAP}(?:of|in){GAP}(?P<m>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?",
    ),
    (
        "week_of", "date",
        rf"(?:[Tt]he{GAP})?week{GAP}of{GAP}(?:(?P<m>{MONTH}){GAP}(?P<d>{DAY})|(?P<d3>{DAY}){GAP}"
        rf"(?P<m3>{MONTH}))(?:,?{GAP}(?P<year>{YEAR}))?",
    ),
    # holidays
    (
        "holiday", "date",
        rf"(?:(?P<rel>(?i:last|this|next)){GAP})?(?P<holiday>{one_of(HOLIDAYS)})(?!\w)"
        rf"(?:{GAP}(?P<unit>(?i:week|weekend|day))(?!\w))?(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
    ),
)  # fmt: skip
