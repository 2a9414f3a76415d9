"""What was found in one report, each finding with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.claim import Attribution, Certainty, Polarity
from dateline.records.mention import Chain
from dateline.records.span import Quote
from dateline.records.when import When
from dateline.records.where import Where


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the parse: `pos` of Universal Dependencies, `tag` of Penn, `dep` of ClearNLP.

    Attributes:
        index: Its place in `Annotations.tokens`.
        start, end: Code points in `Report.text`, half-open.
        head: Index of the token that it depends on; its own index for a root.
        sentence: Index in `Annotations.sentences`.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that stands alone.

    Attributes:
        start, end: Code points in `Report.text`, half-open.
        first, last: Range of tokens, half-open.
        paragraph: Number of its paragraph, from 0.
        heading: Whether it is a line of its own without a full stop (a title, a subheading).
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that speak of time.

    Attributes:
        kind: A date says when; a duration how long, a set how often, a time what hour of the day.
        when: For a date that could be resolved, and an hour whose day could; else None.
        value: What the words come to, as TIMEX3 of ISO-TimeML (ISO 24617-1) writes it: "P13M",
            "XXXX-WXX-5", "1998-W07", "1998-03-02T09:00", "PAST_REF"; None if it is not known.
    """

    words: Quote
    kind: Literal["date", "duration", "set", "time"]
    when: When | None = None
    value: str | None = None


PlaceUse = Literal["place", "actor", "people", "name"]
"""What a place's name stands for: the place itself; those who act for it or live in it ("Moscow
said"); its people, tongue or manner ("Turkish", "Jamaicans"); a part of the name of something
else ("University of Leeds"), or of the address of a finer place ("in Lahore, Pakistan")."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place, and the place that it was taken for.

    Only where its `use` is "place" may something have happened there.
    """

    words: Quote
    where: Where
    use: PlaceUse = "place"


@dataclass(frozen=True, slots=True)
class Stance:
    """How sure the words are of one happening.

    Attributes:
        token: Index of the verb or noun that carries it.
        certainty: None where the words say nothing of it.
        cue: The words that say so ("not", "may", "plans").
        hypothetical: Whether it is only supposed or asked ("if they meet", "did they meet?").
    """

    token: int
    polarity: Polarity
    certainty: Certainty | None
    cue: Quote
    hypothetical: bool = False


@dataclass(frozen=True, slots=True)
class TriggerGuess:
    """A type of event that a word may tell of, likely or not, as the reader sees it.

    Attributes:
        token: The word's index.
        type: One of the event types.
        share: How sure the reader is of that, 0 to 1.
    """

    token: int
    type: str
    share: float


@dataclass(frozen=True, slots=True)
class Annotations:
    """All findings in one report, each tuple in text order.

    Attributes:
        event_dates: Tokens of nouns named by their date ("the June 3 raid"), each with that date.
        headline: What was found in the headline, its tokens numbered from 0; its chains are those
            of `chains` that it mentions. None if the text has no headline that tells anything.
    """

    report: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    chains: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    event_dates: tuple[tuple[int, When], ...] = ()
    places: tuple[PlaceMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    stances: tuple[Stance, ...] = ()
    triggers: tuple[TriggerGuess, ...] = ()
    headline: Annotations | None = None
