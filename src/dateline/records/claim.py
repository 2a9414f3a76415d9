"""What one passage asserts, and according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records.ids import content_id
from dateline.records.span import Quote
from dateline.records.when import When
from dateline.records.where import Where

ClaimKind = Literal["event", "relation"]
SourceKind = Literal["author", "person", "organization", "outlet", "media", "document", "unnamed"]
Polarity = Literal["+", "-"]
Certainty = Literal["asserted", "reported", "alleged", "planned", "inferred"]
KnownBy = Literal["observed", "told", "documented", "inferred"]
UnnamedSort = Literal["official", "military", "diplomatic", "local", "anonymous"]

EVENT_TYPES = (
    "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATE", "APPEAR",
)  # fmt: skip
"""PLOVER's event types, and STATE and APPEAR, which it lacks.

Source: Open Event Data Alliance, PLOVER codebook.
"""

RELATION_TYPES = (
    "member_of", "leads", "represents", "works_for", "front_for",
    "part_of", "allied_with", "family_of", "located_in", "designated_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a source chain.

    Attributes:
        kind: What sort of source it is; "author" is the report's own voice.
        name: As a reader would name it ("viral video on X"); None for the author.
        chain: The entity in the report, if it is one that is named there.
        words: Where the report credits it; None for the author.
        sort: Of a source without a name what the words say of it: "official" of "two security
            officials", "anonymous" of "a source"; None if they say nothing of the kind.
    """

    kind: SourceKind
    name: str | None = None
    chain: str | None = None
    words: Quote | None = None
    sort: UnnamedSort | None = None


AUTHOR = Source("author")

BY_HAND = "a person"
"""The rule that found a claim which somebody made by hand."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that credit somebody with something.

    Attributes:
        sources: Origin first, then whoever passed it on.
        cue: The crediting words ("according to", "said", "shows").
        content: Ranges of what is credited, in text order.
        known_by: The way of knowing that the cue claims.
        certainty: The certainty that the cue gives its content.
        asserts: Whether the source tells the content; False if it only speaks of a thing, which
            the report itself tells ("condemned the attack").
    """

    sources: tuple[Source, ...]
    cue: Quote
    content: tuple[Quote, ...]
    known_by: KnownBy
    certainty: Certainty
    asserts: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was found, joined or decided.

    Attributes:
        rule: The name of the rule or the lexicon entry.
        score: From 0 to 1.
        words: The words or values that made it fire.
    """

    rule: str
    score: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part: the words that say so here, and the chain that they belong to."""

    chain: str
    words: Quote


@dataclass(frozen=True, slots=True)
class Count:
    """How many it befell, or how many did it, as far as the words say.

    Attributes:
        of: What they did or suffered: "killed", "injured", "detained", "missing", "displaced",
            "took part" …
        least: The smallest number that the words allow ("at least 12": 12; "dozens": 24).
        most: The largest; None if the words set no end ("at least 12").
        words: The number as printed, with its bound ("at least 12").
        whom: The counted ("people", "children"); None if the words leave it out.
        as_of: The time up to which the count is told ("as of Monday"); None if not said.
        about: Whether the words say that the number is not exact ("about 20", "dozens").
    """

    of: str
    least: int
    most: int | None
    words: Quote
    whom: Quote | None = None
    as_of: When | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage asserts. It is never true or false: it has sources and a standing.

    Attributes:
        quote: The sentence or clause that makes the claim.
        trigger: The word or words that carry it.
        type: One of `EVENT_TYPES` or `RELATION_TYPES`.
        mode: A finer word of ours inside the type ("meet", "arrest"), or None.
        who: Those who do it; for symmetric events all of them. For a relation its first end.
        whom: Those it is done to; for a relation its second end.
        when, where: None where the report gives none: never filled in from the publication.
        sources: Origin first; at least one.
        found_by: Rules and words that made it, the deciding one first.
        unnamed_who, unnamed_whom: The words for doers and for those it is done to that have no
            name, in text order ("two gunmen", "a church"); none that is among `who` or `whom`.
        counts: How many were killed, detained, took part …, in text order.
        in_headline: Whether the report's headline makes it: what the body tells of the same
            deed is another claim.
    """

    id: str
    report: str
    quote: Quote
    trigger: Quote
    kind: ClaimKind
    type: str
    mode: str | None = None
    who: tuple[Participant, ...] = ()
    whom: tuple[Participant, ...] = ()
    when: When | None = None
    where: Where | None = None
    sources: tuple[Source, ...] = (AUTHOR,)
    polarity: Polarity = "+"
    certainty: Certainty = "asserted"
    known_by: KnownBy = "told"
    found_by: tuple[Reason, ...] = ()
    unnamed_who: tuple[Quote, ...] = ()
    unnamed_whom: tuple[Quote, ...] = ()
    counts: tuple[Count, ...] = ()
    in_headline: bool = False

    @property
    def is_by_hand(self) -> bool:
        """Whether a person made it, and no rule."""
        return bool(self.found_by) and self.found_by[0].rule == BY_HAND


def claim_id(report: str, kind: ClaimKind, type_: str, trigger: Quote, who: str, whom: str) -> str:
    """The id of a claim: its report, what it says, and the words that carry it.

    Args:
        who: The chain ids of `Claim.who`, joined by a comma.
        whom: Likewise.
    """
    return content_id("c", report, kind, type_, trigger.start, trigger.end, who, whom)
