"""The pieces that the patterns of the words of time are made of, as regular expressions.

Every piece is bounded: no quantifier is nested and none runs over an unbounded text, so the cost
grows in step with the text.
"""

from __future__ import annotations

from typing import Literal

from dateline.annotate.times.words import (
    FULL_WEEKDAYS,
    MONTHS,
    NUMBERS,
    PARTS,
    SCALES,
    SEASONS,
    UNITS,
    WEEKDAYS,
    one_of,
)

Kind = Literal["date", "duration", "set", "time"]
Patterns = tuple[tuple[str, Kind, str], ...]

SP = r"[ \u00a0]?\n?[ \u00a0]?"
GAP = r"(?:[ \u00a0]{1,2}|[ ]?\n[ ]?)"
JOIN = rf"(?:{GAP}|-)"
DASH = rf"(?:[ \u00a0]{{0,2}}[-–—]{SP}|{GAP}(?:to|through|thru|until|till){GAP})"
MONTH = one_of(MONTHS) + r"(?!\w)"
DOW = one_of(WEEKDAYS) + r"(?!\w)"
FULL_DOW = one_of(FULL_WEEKDAYS) + r"(?!\w)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d)"
YEAR = r"(?:1\d|20|21)\d\d(?![\w%°]|[.,]\d)"
HOUR_PART = r"(?:morning|afternoon|evening|night|midday|noon)"
SEASON = rf"(?i:{one_of(SEASONS)})(?!\w)"
UNIT = rf"(?i:{one_of(u for u in UNITS)}s?|centuries|millennia)(?!\w)"
LONG_UNIT = r"(?i:day|week|month|quarter|year|decade|century|weekend)(?!\w)"
_COUNT = one_of(w for w in (*NUMBERS, *SCALES) if w not in ("a", "an"))
_SCALE = one_of(SCALES) + r"(?!\w)"
_AND_MORE = rf"(?:(?:-|{GAP})(?:and{GAP})?{_COUNT}(?!\w)){{0,3}}"
_FIGURE = rf"\d{{1,4}}(?:[.,]\d{{1,3}})?\+?(?:{GAP}\d/\d)?(?:{GAP}{_SCALE})?"
NUMBER = (
    rf"(?i:{_FIGURE}|an?{GAP}{_SCALE}{_AND_MORE}|{_COUNT}(?!\w){_AND_MORE}|several|an?{GAP}few|few"
    rf"|many|(?:an?{GAP})?couple(?:{GAP}of)?(?:{GAP}more)?|a{GAP}dozen|half{GAP}a{GAP}dozen"
    rf"|(?:dozens|scores|hundreds|thousands){GAP}of|half{JOIN}an?|half|some|another|an?)"
)
NEARLY = (
    r"(?i:about|nearly|almost|around|roughly|approximately|more than|less than|fewer than"
    r"|at least|at most|over|under|up to|no more than|as many as|another)"
)
"""What belongs to a length and blurs it: "more than four hours"."""
ABOUT = (
    r"(?i:about|nearly|almost|around|roughly|approximately|some|more than|less than|fewer than"
    r"|at least|at most|over|under|only|just|exactly|barely|up to|no more than|as many as)"
)
PART = rf"(?i:{one_of(PARTS)})"
PART_OF = rf"(?:(?:[Tt]he{GAP})?(?P<part>{PART})(?:-|{GAP})(?:[Tt]he{GAP})?)?"
REL = r"(?i:last|next|this|past|previous|coming|following|same|that|current)"
ZONE = (
    r"(?:[A-Z]{1,3}[SDMU]?T|UTC|local time|local|Z"
    r"|(?:Eastern|Pacific|Central|Mountain)(?: (?:standard|daylight))?(?: time)?"
    r"|[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})? time)"
)
"""As agencies print them: GMT, EST, CEST, IST."""

_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_BELOW_HUNDRED = rf"(?:{_TENS}(?:[- ]{_ONES})?|{_TEENS}|(?:oh|o)[- ]{_ONES})"
SPELLED_YEAR = (
    rf"(?i:(?:eighteen|nineteen)[ -](?:hundred(?:(?: and)? {_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
    rf"|twenty[ -](?:{_TEENS}|twenty(?:[- ]{_ONES})?)"
    rf"|two thousand(?:(?: and)? (?:{_BELOW_HUNDRED}|{_ONES}))?)(?![\w-])"
)
SPELLED_DECADE = r"(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?!\w)"
