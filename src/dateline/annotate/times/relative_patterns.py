"""The patterns of words that point from the publication, from a day told before, or at nothing."""

from __future__ import annotations

from dateline.annotate.times.pieces import (
    ABOUT,
    DASH,
    DAY,
    DOW,
    FULL_DOW,
    GAP,
    HOUR_PART,
    JOIN,
    LONG_UNIT,
    MONTH,
    NUMBER,
    REL,
    SP,
    UNIT,
    YEAR,
    Patterns,
)
from dateline.annotate.times.words import HOLIDAYS, VAGUE, one_of

_LAST_YEAR = (
    rf"(?:,?{GAP}(?:of{GAP})?(?:(?P<back>last){GAP}year(?!\w)"
    rf"|a{GAP}year{GAP}(?P<ago>ago|earlier|before)(?!\w)))?"
)
_ENDED = rf"(?:(?={GAP}(?:that{GAP})?end(?:ed|ing|s){GAP}(?P<ended>{MONTH}))|)"

RELATIVE_PATTERNS: Patterns = (
    # weekdays
    (
        "weekday", "date",
        rf"(?:(?:early|late|earlier|later){GAP})?(?:on{GAP})?(?:(?:(?:[Tt]he|[Tt]his){GAP})?"
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
    # read against the publication
    (
        "today", "date",
        rf"(?i:today|tonight|yesterday|tomorrow)(?!\w)(?:{GAP}(?P<hour>{HOUR_PART})(?!\w))?",
    ),
    (
        "later_today", "date",
        rf"(?i:earlier|later|late|early){GAP}(?P<day>(?i:today|tonight|yesterday|tomorrow))(?!\w)"
        rf"(?:{GAP}(?P<hour>{HOUR_PART})(?!\w))?",
    ),
    (
        "day_part", "date",
        rf"(?:(?i:early|earlier|late|later){GAP})?(?P<rel>(?i:this|last)){GAP}(?P<hour>(?i:morning|afternoon|evening|night))(?!\w)",
    ),
    (
        "rel_unit", "date",
        rf"(?:(?P<adv>(?i:earlier|later|early|late|mid))(?:{GAP}|-))?(?:(?P<the>[Tt]he|[Tt]his|[Tt]hat){GAP})?"
        rf"(?P<rel>{REL}){GAP}(?P<fiscal>(?i:fiscal|full|calendar){GAP})?(?P<unit>{LONG_UNIT})"
        rf"(?:{GAP}or{GAP}so(?!\w))?",
    ),
    (
        "the_unit", "date",
        rf"(?:(?:early|earlier|late|later){GAP}(?:in|on){GAP})?(?:[Tt]he{GAP})(?P<edge>beginning"
        rf"|start|middle|end){GAP}of{GAP}(?:the|(?P<rel>{REL})){GAP}(?P<unit>{LONG_UNIT})",
    ),
    (
        "part_of_unit", "date",
        rf"(?P<edge>(?i:earlier|later)){GAP}in{GAP}[Tt]he{GAP}(?P<unit>{LONG_UNIT})",
    ),
    ("weekend", "date", rf"(?:[Tt]he{GAP})weekend(?!\w)"),
    ("year_ago", "date", r"year-(?:ago|earlier)(?!\w)"),
    (
        "year_end", "date",
        rf"(?i:year(?:[ -]|['’]s )?end)(?!\w)(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
    ),
    (
        "period", "date",
        rf"(?:(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat){GAP})?(?:(?P<which>latest|current|most{GAP}recent"
        rf"|(?:corresponding|comparable|same)(?:{GAP}{YEAR})?"
        rf"|previous|prior|year-ago|year-earlier|(?P<relyear>last{GAP}year['’]s)){GAP}"
        rf"|(?P<year>{YEAR}){GAP})(?:fiscal{GAP})?(?P<unit>(?i:quarter|period))(?!\w)"
        rf"{_LAST_YEAR}{_ENDED}",
    ),
    ("the_quarter", "date", rf"[Tt]he{GAP}(?P<unit>quarter)(?![\w-]){_LAST_YEAR}{_ENDED}"),
    (
        "the_year", "date",
        rf"[Tt]he{GAP}(?P<full>(?:full|whole|entire|fiscal){GAP})?year(?![\w-])"
        rf"(?:(?={GAP}(?P<ended>end(?:ed|ing|s)|to{GAP}{MONTH})(?!\w))|)",
    ),
    ("the_month", "date", rf"[Tt]he{GAP}(?:latest{GAP})?(?P<unit>week|month)(?!\w)"),
    (
        "years_ago", "date",
        rf"(?i:(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|moments){GAP}"
        rf"(?P<tail>ago|earlier|later)|(?:a{GAP}long{GAP}time|long){GAP}(?P<long>ago))(?!\w)",
    ),
    (
        "beside_day", "date",
        rf"(?i:(?:[Tt]he{GAP})?day{GAP}(?P<side>before|after)){GAP}(?:(?P<of>(?i:yesterday|tomorrow))"
        rf"(?!\w)|(?:(?P<rel>last|next|this){GAP})?(?P<dow>{FULL_DOW})|(?P<holiday>"
        rf"{one_of(HOLIDAYS)})(?!\w))",
    ),
    (
        "offset", "date",
        rf"(?:(?P<about>{ABOUT}){GAP})?(?P<n>{NUMBER})(?:{GAP}(?:full|more))?{JOIN}(?P<unit>{UNIT})"
        rf"(?:{GAP}or{GAP}(?:so|more|two))?(?:{GAP}"
        rf"(?P<tail>(?i:ago|earlier|later|from now|hence|previously))(?!\w)|{GAP}(?P<tail2>"
        rf"(?i:before|after)){GAP}(?P<that>that)(?!\w))",
    ),
    (
        "offset_event", "date",
        rf"(?P<exactly>(?i:exactly|just|about|nearly|almost|only)?){SP}(?P<n>{NUMBER}){GAP}"
        rf"(?P<unit>{UNIT}){GAP}(?P<tail>(?i:before|after|following|prior to)){GAP}(?:[Tt]he|their"
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
        rf"(?:(?i:early|earlier|late|later){GAP})?(?:[Tt]he{GAP})?(?P<which>(?i:that|same)){GAP}(?P<unit>(?i:day|morning|evening|afternoon|night))(?!\w)",
    ),
    (
        "day_before", "date",
        rf"(?:[Tt]he|[Aa]){GAP}day{GAP}(?P<which>(?i:before|earlier|after|later))(?!\w)"
        rf"(?:(?=(?P<clause>{GAP}\w))|)",
    ),
    (
        "year_before", "date",
        rf"(?:[Tt]he){GAP}(?P<unit>(?i:week|month|year)){GAP}(?P<which>before|earlier)(?!\w)"
        rf"(?!{GAP}(?!(?:when|and|but|in|on|at|for|to|as|with|he|she|they|it){GAP})\w)",
    ),
    ("vague", "date", rf"(?i:{one_of(VAGUE)})(?!\w)"),
)  # fmt: skip
