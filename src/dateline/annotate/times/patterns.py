"""The patterns of the words of time: each with its shape, its kind and its named parts.

Every pattern is bounded: no quantifier is nested and none runs over an unbounded text, so the cost
grows in step with the text.
"""

from __future__ import annotations

from typing import Literal

from dateline.annotate.times.words import (
    FULL_WEEKDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    one_of,
)

Kind = Literal["date", "duration", "set", "time"]

SP = r"[ \u00a0]?\n?[ \u00a0]?"
GAP = r"(?:[ \u00a0]{1,2}|[ ]?\n[ ]?)"
DASH = rf"(?:{SP}[-–—]{SP}|{GAP}(?:to|through|thru|until|till){GAP})"
MONTH = one_of(MONTHS) + r"(?!\w)"
DOW = one_of(WEEKDAYS) + r"(?!\w)"
FULL_DOW = one_of(FULL_WEEKDAYS) + r"(?!\w)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d)"
YEAR = r"(?:1\d|20|21)\d\d(?![\w%°]|[.,]\d)"
HOUR_PART = r"(?:morning|afternoon|evening|night|midday|noon)"
SEASON = rf"(?i:{one_of(SEASONS)})(?!\w)"
UNIT = rf"(?i:{one_of(u for u in UNITS)}s?|centuries)(?!\w)"
LONG_UNIT = r"(?i:day|week|month|quarter|year|decade|century|weekend)(?!\w)"
NUMBER_WORD = one_of(NUMBERS)
NUMBER = (
    rf"(?i:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?:twenty|thirty|forty|fifty|sixty)-(?:one|two|three|four"
    rf"|five"
    rf"|six|seven|eight|nine)|{NUMBER_WORD}|several|a few|few|many|a couple(?: of)?|couple(?: of)?"
    rf"|a dozen|dozens of|half a|half an|hundreds of|some|recent)"
)
ABOUT = (
    r"(?i:about|nearly|almost|around|roughly|approximately|some|more than|less than|at least"
    r"|over|only|just|exactly|barely|up to|no more than)"
)
PART = rf"(?i:{one_of(PARTS)})"
PART_OF = rf"(?:(?:the{GAP})?(?P<part>{PART})(?:-|{GAP})(?:the{GAP})?)?"
REL = r"(?i:last|next|this|past|previous|coming|following|same|that|current)"
ZONE = r"(?:GMT|UTC|BST|CET|CEST|IST|PKT|E[SD]T|P[SD]T|C[SD]T|M[SD]T|ET|PT|local time|local|Z)"

NUMBER_WORDS = ("several", "few", "many", "couple", "half", "dozens", "hundreds", "some", "recent")
ABOUT_WORDS = (
    "about", "nearly", "almost", "around", "roughly", "approximately", "more", "less", "over",
    "only",
    "just", "exactly", "barely", "up", "no",
)  # fmt: skip

PATTERNS: tuple[tuple[str, Kind, str], ...] = (
    # dates in figures
    (
        "iso", "date",
        r"(?P<year>(?:1\d|20|21)\d\d)(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\w/-])",
    ),
    (
        "figures", "date",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\w/]|[.-]\d)",
    ),
    # month and day
    (
        "month_day", "date",
        rf"(?:(?P<dow>{DOW}),?{GAP}|(?P<rel>[Ll]ast|[Tt]his|[Nn]ext){GAP})?(?P<m>{MONTH}){GAP}"
        rf"(?:the{GAP})?(?P<d>{DAY})"
        rf"(?:{DASH}(?:(?P<m2>{MONTH}){GAP})?(?P<d2>{DAY}))?(?:(?:,|,?{GAP}(?:of{GAP})?){SP}"
        rf"(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<of_year>last|this|next){GAP}year(?!\w))?",
    ),
    (
        "day_month", "date",
        rf"(?:(?P<dow>{DOW}),?{GAP})?(?:the{GAP})?(?P<d>{DAY})(?:{DASH}(?:the{GAP})?(?P<d2>{DAY}))?"
        rf"(?:{GAP}of)?(?:{GAP}|-)(?P<m>{MONTH})(?:(?:,|,?{GAP}(?:of{GAP})?|-){SP}"
        rf"(?P<year>{YEAR})|{GAP}(?:of{GAP})?(?P<of_year>last|this|next){GAP}year(?!\w))?",
    ),
    (
        "day_month_range", "date",
        rf"(?P<d>{DAY}){GAP}(?P<m>{MONTH})(?:,?{GAP}(?P<year1>{YEAR}))?{DASH}(?:the{GAP})?"
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
        rf"(?P<m>{MONTH}){GAP}(?:of{GAP})?(?P<rel>last|this|next|that){GAP}year(?!\w)",
    ),
    # years
    (
        "years_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<year1>{YEAR}){GAP}and{GAP}(?P<year>{YEAR}))",
    ),
    (
        "years", "date",
        rf"(?P<year1>{YEAR})(?:{DASH}(?P<year>{YEAR})|{SP}[–—-]{SP}(?P<short>\d\d)(?![\w%.,-]\d"
        rf"|\w))",
    ),
    ("year", "date", rf"{PART_OF}(?:(?:fiscal|the{GAP}year|year){GAP})?(?P<year>{YEAR})"),
    ("short_year", "date", rf"{PART_OF}['’](?P<year>\d\d)(?!\w)"),
    ("fiscal_year", "date", rf"(?i:fiscal)(?:{GAP}(?i:year))?{GAP}(?P<year>{YEAR}|['’]\d\d(?!\w))"),
    ("decade", "date", rf"(?:the{GAP})?{PART_OF}(?P<year>(?:1\d|20)\d0)(?:['’])?s(?!\w)"),
    ("short_decade", "date", rf"(?:the{GAP})?{PART_OF}['’]?(?P<year>[2-9]0)s(?!\w)"),
    ("century", "date", rf"(?:the{GAP})?{PART_OF}(?P<n>\d{{1,2}})(?:st|nd|rd|th)[- ]century(?!\w)"),
    (
        "season", "date",
        rf"(?:the{GAP})?{PART_OF}(?:(?P<rel>{REL}){GAP})?(?P<season>{SEASON})(?:,?{GAP}"
        rf"(?:of{GAP})?(?P<year>{YEAR}))?",
    ),
    (
        "quarter", "date",
        rf"(?:the{GAP})?(?:(?P<rel>last|this|next|previous){GAP}(?:year['’]s{GAP})?)?(?:"
        rf"(?:fiscal){GAP})?(?P<n>(?i:{one_of(ORDINALS)}))(?:{GAP}|-)"
        rf"(?i:quarter)(?!\w)(?:,?{GAP}(?:of{GAP})?(?:fiscal{GAP})?(?P<year>{YEAR})|{GAP}of{GAP}"
        rf"(?P<relyear>last|this|next){GAP}year(?!\w))?",
    ),
    ("quarter_year", "date", rf"(?:Q(?P<n>[1-4])(?!\w)(?:{GAP}(?:of{GAP})?(?P<year>{YEAR}))?)"),
    (
        "half", "date",
        rf"(?:the{GAP})?(?P<n>(?i:first|second))(?:{GAP}|-)half(?:{GAP}of{GAP}(?:the{GAP}year|"
        rf"(?P<relyear>last|this|next){GAP}year(?!\w)|(?P<year>{YEAR})))",
    ),
    # weekdays
    (
        "weekday", "date",
        rf"(?:(?:early|late|earlier|later){GAP})?(?:on{GAP})?(?:(?:the{GAP})?"
        rf"(?P<rel>{REL}){GAP})?(?P<dow>{DOW})(?:{GAP}(?P<hour>{HOUR_PART})(?!\w))?(?:{GAP}"
        rf"(?P<relweek>last|this|next){GAP}week(?!\w))?",
    ),
    (
        "weekdays", "date",
        rf"(?P<dow>{FULL_DOW})(?:{DASH}|{GAP}and{GAP}(?=between))(?P<dow2>{FULL_DOW})",
    ),
    (
        "weekdays_between", "date",
        rf"(?:[Bb]etween{GAP})(?P<words>(?P<dow>{FULL_DOW}){GAP}and{GAP}(?P<dow2>{FULL_DOW}))",
    ),
    (
        "weekday_set", "set",
        rf"(?:{one_of(n + 's' for n in FULL_WEEKDAYS)}|weekdays|weekends)(?!\w)",
    ),
    # read against the publication
    (
        "today", "date",
        rf"(?i:today|tonight|yesterday|tomorrow)(?!\w)(?:{GAP}(?P<hour>{HOUR_PART})(?!\w))?",
    ),
    (
        "day_part", "date",
        rf"(?P<rel>(?i:this|last)){GAP}(?P<hour>(?i:morning|afternoon|evening|night))(?!\w)",
    ),
    (
        "rel_unit", "date",
        rf"(?:(?P<adv>(?i:earlier|later|early|late|mid))(?:{GAP}|-))?(?:the{GAP})?"
        rf"(?P<rel>{REL}){GAP}(?P<unit>{LONG_UNIT})",
    ),
    (
        "the_unit", "date",
        rf"(?:(?:early|earlier|late|later){GAP}(?:in|on){GAP})?(?:the{GAP})(?P<edge>beginning"
        rf"|start|middle|end){GAP}of{GAP}(?:the|(?P<rel>{REL})){GAP}(?P<unit>{LONG_UNIT})",
    ),
    (
        "part_of_unit", "date",
        rf"(?P<edge>(?i:earlier|later)){GAP}in{GAP}the{GAP}(?P<unit>{LONG_UNIT})",
    ),
    ("weekend", "date", rf"(?:the{GAP})weekend(?!\w)"),
    (
        "year_ago", "date",
        rf"(?:(?:the|a){GAP})?year-(?:ago|earlier)(?!\w)(?:{GAP}(?:period|quarter)(?!\w))?",
    ),
    ("year_end", "date", r"(?i:year-?end)(?!\w)"),
    (
        "offset", "date",
        rf"(?:{ABOUT}{GAP})?(?P<n>{NUMBER})(?:{GAP}full)?(?:{GAP}|-)(?P<unit>{UNIT})(?:{GAP}"
        rf"(?P<tail>(?i:ago|earlier|later|from now|hence|previously))(?!\w)|{GAP}(?P<tail2>"
        rf"(?i:before|after)){GAP}(?P<that>that)(?!\w))",
    ),
    (
        "offset_event", "date",
        rf"(?P<exactly>(?i:exactly|just|about|nearly|almost|only)?){SP}(?P<n>{NUMBER}){GAP}"
        rf"(?P<unit>{UNIT}){GAP}(?P<tail>(?i:before|after|following|prior to)){GAP}(?:the|their"
        rf"|its|his){GAP}"
        rf"(?:(?P<m>{MONTH}){GAP}(?P<d>{DAY})|(?P<d3>{DAY}){GAP}(?P<m3>{MONTH}))(?:,?{GAP}"
        rf"(?P<year>{YEAR}),?)?{GAP}(?P<noun>[A-Za-z]{{3,20}})",
    ),
    (
        "next_day", "date",
        rf"(?i:the){GAP}(?P<which>(?i:next|following|same|previous|very next)){GAP}(?P<unit>"
        rf"(?i:day|morning|evening|afternoon|night))(?!\w)",
    ),
    (
        "that_day", "date",
        rf"(?P<which>(?i:that|same)){GAP}(?P<unit>(?i:day|morning|evening|afternoon|night))(?!\w)",
    ),
    (
        "day_before", "date",
        rf"(?:the|a){GAP}day{GAP}(?P<which>(?i:before|earlier|after|later))(?!\w)",
    ),
    ("vague", "date", rf"(?i:{one_of(VAGUE)})(?!\w)"),
    # how long, how often
    (
        "length", "duration",
        rf"(?:(?:(?:the|his|her|its|their){GAP})?(?P<rel>(?i:last|past|next|first|previous|coming"
        rf"|recent|final)){GAP})?(?P<n>{NUMBER})(?P<more>(?:{GAP}|-)(?i:consecutive|straight|full"
        rf"|more|long|short|whole|additional|and a half))?(?:{GAP}|-)(?P<unit>{UNIT})(?P<old>(?:-"
        rf"|{GAP})(?i:old|olds|long))?(?!-old)",
    ),
    (
        "recent", "duration",
        rf"(?:the{GAP})?(?P<rel>(?i:last|past|next|recent|coming|previous)){GAP}(?P<n>(?i:few"
        rf"|several|couple of|many)?){SP}(?P<unit>{UNIT})",
    ),
    (
        "lengths", "duration",
        r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))(?!\w)",
    ),
    (
        "every", "set",
        rf"(?i:every|each)(?:{GAP}(?i:other|single|{NUMBER}))?{GAP}(?:{UNIT}|{DOW}|{MONTH}"
        rf"|{SEASON}|{HOUR_PART}(?!\w))(?:{GAP}(?:morning|afternoon|evening|night)(?!\w))?",
    ),
    (
        "often", "set",
        rf"(?:(?i:once|twice|(?:two|three|four|five|six|\d) times)){GAP}(?:a|an|each|every"
        rf"|per){GAP}{UNIT}",
    ),
    (
        "adverb", "set",
        r"(?i:daily|weekly|fortnightly|monthly|quarterly|yearly|annually|nightly|hourly)(?!\w)",
    ),
    # the clock
    (
        "clock", "time",
        rf"(?:\d{{1,2}}(?:[:.]\d\d)?[ \u00a0]?(?:[ap]\.m\.|[ap]m(?!\w)|[AP]\.M\.|[AP]M(?!\w))"
        rf"|\d{{1,2}}:\d\d(?::\d\d)?(?![\w:])|\d{{4}}[ ]?(?:GMT|UTC|hours|hrs)(?!\w)"
        rf"|\d{{1,2}}[ ]o['’]clock)(?:[ ]{ZONE}(?!\w))?",
    ),
    (
        "hour_word", "time",
        r"(?:noon|midnight|midday|dawn|dusk|daybreak|sunset|sunrise|(?:the|early|late|mid)[ -]"
        r"(?:morning|afternoon|evening))(?!\w)",
    ),
)  # fmt: skip
