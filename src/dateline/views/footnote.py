"""One claim as a footnote: the quote in its context, and all that a reader needs to check it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from dateline.records import Claim, Entity, Event, Judgement, Participant, Quote, Report
from dateline.views.source_sentence import write_sources
from dateline.views.wording import (
    list_names,
    name_outlet,
    owners_of,
    plain_line,
    say_count,
    say_place,
    say_reading,
    say_standing,
    say_type,
    say_unnamed,
)

_STOPS = '.!?…”"'

_FURTHEST = 600
"""Code points on each side of a quote in which the ends of sentences are looked for."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """One claim, ready to be read.

    Attributes:
        before, after: The sentence on each side of the quote, as printed; "" at the ends.
        who, whom: Each participant as "name" or "name (as printed)".
        unnamed: The words for those without a name: "two gunmen → 12 people"; "" for none.
        counts: How many, each in words: "at least 12 killed".
        type: With its mode, if it has one: "CONSULT (meet)".
        source: The source chain as a sentence.
        when, where: In words; None if the report gives none.
        when_reasons, where_reasons: How they were read, in order.
        when_doubts: What does not fit with the time, and was left as it is.
        standing: Polarity, certainty and way of knowing.
        reading: What somebody says who compared it with its words; "" if nobody did.
        found_by: Rule, score and words, the deciding one first.
        event: Id of its event; None for a relation.
        others: How many other claims tell of the event.
        origins: A line for each independent origin of the event.
        conflicts: A line for each point that the claims of the event disagree on.
    """

    claim: str
    type: str
    quote: Quote
    before: str
    after: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    unnamed: str
    counts: tuple[str, ...]
    source: str
    when: str | None
    when_reasons: tuple[str, ...]
    when_doubts: tuple[str, ...]
    where: str | None
    where_reasons: tuple[str, ...]
    standing: str
    reading: str
    report: str
    report_id: str
    found_by: tuple[str, ...]
    event: str | None
    others: int
    origins: tuple[str, ...]
    conflicts: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The footnote as JSON values."""
        plain = asdict(self)
        return {key: list(v) if isinstance(v, tuple) else v for key, v in plain.items()}


def write_footnote(
    claim: Claim,
    report: Report,
    event: Event | None,
    entities: Iterable[Entity],
    said: Judgement | None = None,
) -> Footnote:
    """The footnote of a claim of `report`; `event` is None for a relation.

    Args:
        said: What holds of how it was read.
    """
    owners = owners_of(entities)
    before, after = find_context(report.text, claim.quote)
    when, where = claim.when, claim.where
    place = (say_place(where), where.country) if where else ()
    return Footnote(
        claim=claim.id,
        type=say_type(claim.type, claim.mode),
        quote=claim.quote,
        before=before,
        after=after,
        who=tuple(_name(one, owners) for one in claim.who),
        whom=tuple(_name(one, owners) for one in claim.whom),
        unnamed=say_unnamed(claim),
        counts=tuple(map(say_count, claim.counts)),
        source=write_sources(claim, report, owners),
        when=f"{when.edtf} (“{plain_line(when.words.exact)}”, {when.basis})" if when else None,
        when_reasons=when.reasons if when else (),
        when_doubts=when.doubts if when else (),
        where=", ".join(filter(None, place)) if where else None,
        where_reasons=where.reasons if where else (),
        standing=say_standing(claim),
        reading=say_reading(said) if said else "",
        report=_name_report(report),
        report_id=report.id,
        found_by=tuple(_reason(r.rule, r.score, r.words) for r in claim.found_by),
        event=event.id if event else None,
        others=len(event.claims) - 1 if event else 0,
        origins=_origins(event),
        conflicts=_conflicts(event),
    )


def find_context(text: str, quote: Quote) -> tuple[str, str]:
    """The sentence before a quote and the one after it, with all their white space.

    A sentence ends at a full stop, question or exclamation mark before white space, or at a line
    end; what is further away than `_FURTHEST` code points is cut off.
    """
    start, seen = quote.start, False
    while start > max(0, quote.start - _FURTHEST) and not (seen and _ends_before(text, start)):
        start -= 1
        seen = seen or text[start].isalnum()
    end, seen = quote.end, False
    limit = min(len(text), quote.end + _FURTHEST)
    while end < limit and not (seen and _ends_before(text, end)):
        seen = seen or text[end].isalnum()
        end += 1
    return text[start : quote.start], text[quote.end : end]


def _ends_before(text: str, place: int) -> bool:
    """Whether a sentence ends just before `place`."""
    following = text[place : place + 1]
    is_stop = text[place - 1] in _STOPS and (not following or following.isspace())
    return is_stop or text[place - 1] == "\n"


def _name(participant: Participant, owners: dict[str, Entity]) -> str:
    entity = owners.get(participant.chain)
    printed = plain_line(participant.words.exact)
    if entity is None or plain_line(entity.name) == printed:
        return printed
    return f"{plain_line(entity.name)} (“{printed}”)"


def _name_report(report: Report) -> str:
    title = f"“{plain_line(report.title)}”" if report.title else ""
    return ", ".join(filter(None, (name_outlet(report), title, report.published_on)))


def _reason(rule: str, score: float, words: str) -> str:
    return f"{rule} {score:.2f}" + (f" (“{plain_line(words)}”)" if words else "")


def _origins(event: Event | None) -> tuple[str, ...]:
    return tuple(
        plain_line(f"{o.name} ({o.kind})" + (f": {o.reason}" if o.reason else ""))
        for o in (event.origins if event else ())
    )


def _conflicts(event: Event | None) -> tuple[str, ...]:
    return tuple(
        plain_line(f"{conflict.on}: " + " / ".join(side.says for side in conflict.sides))
        for conflict in (event.conflicts if event else ())
    )


def footnote_text(footnote: Footnote, width: int = 88) -> list[str]:
    """The footnote as lines for a terminal, the quote in » « inside its context."""
    context = (footnote.before, f" »{footnote.quote.exact.strip()}« ", footnote.after)
    lines = textwrap.wrap(plain_line(" ".join(context)), width)
    lines.append("")
    fields: list[tuple[str, Iterable[str | None]]] = [
        ("source", [footnote.source]),
        ("what", [footnote.type]),
        ("who", [list_names(footnote.who) or None]),
        ("whom", [list_names(footnote.whom) or None]),
        ("unnamed", [footnote.unnamed]),
        ("how many", footnote.counts),
        ("when", [footnote.when or "undated", *footnote.when_reasons]),
        ("doubt", footnote.when_doubts),
        ("where", [footnote.where or "no place given", *footnote.where_reasons]),
        ("standing", [footnote.standing]),
        ("reading", [footnote.reading]),
        ("report", [f"{footnote.report} · {footnote.report_id}"]),
        ("found by", footnote.found_by),
        (
            "event",
            [f"{footnote.event}, {footnote.others} other claims" if footnote.event else None],
        ),
        ("origins", footnote.origins),
        ("conflict", footnote.conflicts),
        ("claim", [footnote.claim]),
    ]
    for label, values in fields:
        shown = label
        for value in values:
            if value:
                lines.extend(_wrapped(shown, value, width))
                shown = ""
    return lines


def _wrapped(label: str, value: str, width: int) -> list[str]:
    return textwrap.wrap(
        plain_line(value), width, initial_indent=f"{label:<10}", subsequent_indent=" " * 10
    )
