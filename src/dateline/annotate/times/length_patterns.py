"""The patterns of durations, of sets ("every Friday") and of the times of day."""

from __future__ import annotations

from dateline.annotate.times.pieces import (
    DOW,
    GAP,
    HOUR_PART,
    JOIN,
    MONTH,
    NEARLY,
    NUMBER,
    SEASON,
    SP,
    UNIT,
    ZONE,
    Patterns,
)
from dateline.annotate.times.words import FULL_WEEKDAYS, HOUR_WORDS, HOURS_IN_WORDS, OFTEN, one_of

_WHICH = r"(?i:last|past|next|first|previous|coming|recent|final|latest|following|preceding)"

LENGTH_PATTERNS: Patterns = (
    # how long
    (
        "length", "duration",
        rf"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir){GAP}(?P<rel>{_WHICH}){GAP}|(?P<the>[Tt]he){GAP}"
        rf"|[Aa]n?{GAP}(?=[\w-]{{1,12}}-)"
        rf"|(?P<rel2>{_WHICH}){GAP}(?!an?[ \n]|{NEARLY}))?"
        rf"(?:{NEARLY}{GAP}(?!several|few|many|some))?(?P<n>{NUMBER})(?:(?:{GAP}|-)(?:to|or)(?:{GAP}|-)"
        rf"(?P<upto>{NUMBER}))?(?P<more>{JOIN}(?i:consecutive|straight|full|more|long|short|whole|entire|extra|single"
        rf"|additional|solid|further|calendar|fiscal|business|trading|working|and{GAP}a{GAP}half))?"
        rf"{JOIN}(?P<unit>{UNIT})(?!-(?:ago|earlier))(?P<half>{GAP}and{GAP}a{GAP}half(?!\w))?"
        rf"(?P<old>(?:-|{GAP})(?i:old|olds|long)(?!\w))?(?!-old)"
        rf"(?:{GAP}or{GAP}(?:so|more|two)(?!\w))?(?P<period>{GAP}(?:period|span|stretch)(?!\w))?",
    ),
    (
        "recent", "duration",
        rf"(?:(?:the|in{GAP}the){GAP})?(?P<rel>(?i:last|past|next|recent|coming|previous|following"
        rf"|preceding)){GAP}(?P<n>(?i:few|several|couple of|many)?){SP}(?P<unit>{UNIT})",
    ),
    (
        "lengths", "duration",
        r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))(?!\w)",
    ),
    (
        "all_day", "duration",
        rf"(?i:all|the{GAP}(?:whole|entire|full)){GAP}(?P<unit>(?i:day|night|week|weekend|month"
        rf"|decade))(?:{GAP}long)?(?!\w)",
    ),
    (
        "quarter_century", "duration",
        rf"(?i:(?:a{GAP})?quarter(?:{JOIN}|{GAP}of{GAP}a{GAP})(?P<unit>century))(?!\w)",
    ),
    (
        "lasting", "duration",
        r"(?i:(?P<unit>hour|day|week|month|year|decade)(?P<many>s-)?-?long)(?!\w)",
    ),
    ("some_time", "duration", r"(?i:a while|some time)(?!\w)"),
    # how often
    (
        "every", "set",
        rf"(?i:every|each)(?:{GAP}(?:and{GAP}every{GAP})?(?i:(?P<other>other|second)|single"
        rf"|(?P<n>{NUMBER})))?{GAP}"
        rf"(?:(?P<unit>{UNIT})|(?P<dow>{DOW})|(?P<m>{MONTH})|(?P<season>{SEASON})"
        rf"|(?P<hour>{HOUR_PART})(?!\w))(?:{GAP}(?P<at>morning|afternoon|evening|night)(?!\w))?",
    ),
    (
        "often", "set",
        rf"(?:(?i:once|twice|(?:two|three|four|five|six|several|\d) times)){GAP}(?:a|an|each|every"
        rf"|per){GAP}(?P<unit>{UNIT})",
    ),
    ("adverb", "set", rf"(?i:{one_of(OFTEN)})(?!\w)"),
    (
        "weekday_set", "set",
        rf"(?:(?P<dow>{one_of(n + 's' for n in FULL_WEEKDAYS)})"
        r"|(?P<days>(?i:weekdays|weekends)))(?!\w)",
    ),
    # the clock
    (
        "clock", "time",
        rf"(?:(?i:about|around|at about|at around|shortly after|just after|just before){GAP})?"
        rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?[ \u00a0]?(?P<half>[ap]\.m\.|[ap]m(?!\w)"
        rf"|[AP]\.M\.|[AP]M(?!\w)|[ap]\.m(?!\w))"
        rf"|(?P<h2>\d{{1,2}}):(?P<min2>\d\d)(?P<seconds>:\d\d)?(?![\w:])"
        rf"|(?P<h3>\d\d)(?P<min3>\d\d)[ ]?(?P<zone3>GMT|UTC|hours|hrs)(?!\w)"
        rf"|(?P<h4>\d{{1,2}}|{one_of(HOURS_IN_WORDS)})[ ]o['’]clock)(?:[ ](?P<zone>{ZONE})(?!\w))?"
        rf"(?:{GAP}(?:in{GAP}the{GAP}(?P<of>morning|afternoon|evening)|at{GAP}(?P<at>night))(?!\w))?",
    ),
    (
        "hour_word", "time",
        rf"(?:(?i:{one_of(HOUR_WORDS)})|(?:(?:the|late|mid|early)[ -])(?P<hour>morning|afternoon"
        rf"|evening|night(?={GAP}of{GAP}[A-Z\d])))(?!\w)",
    ),
)  # fmt: skip
