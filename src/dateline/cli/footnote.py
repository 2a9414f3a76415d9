"""``dateline show``: one record with all that a reader needs to check it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.cli import wording
from dateline.cli.judged_names import name_side
from dateline.cli.terminal import clean
from dateline.records import Chain, Claim, Entity, Event, Judgement, Reason, Report
from dateline.records.settled import JUDGED
from dateline.views import footnote_text, write_footnote
from dateline.views.footnote import find_context
from dateline.views.timeline import RowDrawer
from dateline.views.wording import name_outlet, owners_of, say_date, say_type

if TYPE_CHECKING:
    from dateline.store import Record
    from dateline.verification import Contents

_LABEL = 10
_NEAR = 60
"""Characters shown on each side of a mention."""
_MANY = 12
"""Mentions of an entity shown in their context; the rest is counted."""


class Footnotes:
    """Writes records of one case as lines of text, at most `width` columns wide."""

    def __init__(
        self,
        contents: Contents,
        width: int = 100,
        chains: Iterable[Chain] = (),
        readings: Mapping[str, Judgement] = MappingProxyType({}),
    ) -> None:
        """Takes what it writes of.

        Args:
            readings: Claim id → what holds of what people said of how it was read.
        """
        self.contents = contents
        self.readings = readings
        self.width = max(40, width)
        self.owners = owners_of(contents.entities)
        self.chains = {one.id: one for one in chains}
        self.reports = {one.id: one for one in contents.reports}
        self.claims = {one.id: one for one in contents.claims}
        self.events = {claim: one for one in contents.events for claim in one.claims}

    def lines(self, record: Record) -> Iterator[str]:
        """The footnote of any record, cleaned; a chain is shown as the entity that owns it."""
        if isinstance(record, Claim):
            yield from self.claim(record)
        elif isinstance(record, Event):
            yield from self.event(record)
        elif isinstance(record, Report):
            yield from self.report(record)
        elif isinstance(record, Entity):
            yield from self.entity(record)
        elif isinstance(record, Judgement):
            yield from self.judgement(record)
        elif record.id in self.owners:
            yield from self.entity(self.owners[record.id])

    def claim(self, claim: Claim) -> Iterator[str]:
        """The quote in context, source chain, time, place, standing, and why it was found."""
        report, event = self.reports[claim.report], self.events.get(claim.id)
        said = self.readings.get(claim.id)
        written = write_footnote(claim, report, event, self.people(claim), said)
        yield from map(clean, footnote_text(written, self.width))

    def people(self, claim: Claim) -> list[Entity]:
        """The entities that a claim names, each once."""
        chains = [one.chain for one in (*claim.who, *claim.whom)]
        chains += [one.chain for one in claim.sources if one.chain]
        found = (self.owners[chain] for chain in chains if chain in self.owners)
        return list({one.id: one for one in found}.values())

    def event(self, event: Event) -> Iterator[str]:
        """What it is, what stands behind it, its conflicts, and each claim's footnote."""
        whole = self.contents
        row = RowDrawer(whole.claims, whole.entities, whole.reports).row(event)
        kind = say_type(row.type, row.mode)
        yield from self._field("event", f"{wording.say_row(row)} — {kind}")
        yield from self._field("when", say_date(row.edtf))
        yield from self._field("behind it", wording.say_backing(row))
        for origin in event.origins:
            reason = f": {origin.reason}" if origin.reason else ""
            yield from self._field("origin", f"{origin.name} ({origin.kind}){reason}")
        yield from self._field("conflict", wording.say_conflicts(row))
        for why in event.reasons:
            yield from self._joined(why)
        yield from self._field("id", event.id)
        for told in row.claims:
            yield "─" * self.width
            yield from self.claim(self.claims[told.id])

    def entity(self, entity: Entity) -> Iterator[str]:
        """Names, posts, what it takes part in, and its mentions in context."""
        yield from self._field("name", f"{entity.name} ({entity.schema})")
        yield from self._field("names", ", ".join(entity.names))
        yield from self._field("roles", wording.say_roles(entity, self.owners))
        for why in entity.reasons:
            yield from self._joined(why)
        yield from self._field("id", entity.id)
        if len(entity.chains) > 1:  # to split it, two of them are judged different
            for chain in (self.chains[id_] for id_ in entity.chains if id_ in self.chains):
                where = name_outlet(self.reports.get(chain.report))
                yield from self._field("chain", f"{chain.id}  {chain.name} — {where}")
        chains = set(entity.chains)
        for claim in sorted(self.contents.claims, key=_by_time):
            if any(one.chain in chains for one in (*claim.who, *claim.whom)):
                yield from self._claim_line(claim)
        for mention in entity.mentions[:_MANY]:
            report = self.reports[mention.report]
            before, after = find_context(report.text, mention.words)
            words = f"{_last_words(before)}[{mention.words.exact}]{_first_words(after)}"
            yield from self._field("mention", f"{words} — {name_outlet(report)}")
        left = len(entity.mentions) - _MANY
        yield from self._field("", f"and {left} more mentions" if left > 0 else "")

    def _joined(self, why: Reason) -> Iterator[str]:
        words = f" ({why.words})" if why.words else ""
        if why.rule == JUDGED:  # a person's word has no score
            yield from self._field("joined", f"{why.rule} {why.words}")
        else:
            yield from self._field("joined by", f"{why.rule} {why.score:.2f}{words}")

    def judgement(self, judgement: Judgement) -> Iterator[str]:
        """What was said of whom, by whom, when and why."""
        sides = " and ".join(map(self.name_node, judgement.judged))
        undone = f" of {judgement.undoes}" if judgement.undoes else ""
        yield from self._field("judged", f"{judgement.kind}{undone}: {sides}")
        yield from self._field("by", f"{judgement.user}, {judgement.time}")
        yield from self._field("reason", judgement.reason)
        yield from self._field("id", judgement.id)

    def name_node(self, id_: str) -> str:
        """A side of a judgement: its name and its id; of a thing outside the case its id."""
        sides = self.chains.get(id_) or self.claims.get(id_) or self.reports.get(id_)
        return name_side(id_, sides)

    def report(self, report: Report) -> Iterator[str]:
        """Who published it and when, how it was read, and its claims."""
        day = say_date(report.published_on) if report.published else "no date given"
        source = f" (from its {report.published_from})" if report.published_from else ""
        size = f"{len(report.text)} characters, language {report.language or 'unknown'}"
        yield from self._field("report", wording.say_report(report))
        yield from self._field("authors", ", ".join(report.authors))
        yield from self._field("published", day + source)
        yield from self._field("dateline", report.dateline.words.exact if report.dateline else "")
        yield from self._field("read as", f"{report.media_type}, {report.encoding}, {size}")
        yield from self._field("note", " ".join(report.notes))
        yield from self._field("copy of", report.copy_of or "")
        yield from self._field("replaces", report.revision_of or "")
        yield from self._field("replaced", f"by {report.replaced_by}" if report.replaced_by else "")
        yield from self._field("address", report.url or "")
        yield from self._field("file", report.file or "")
        yield from self._field("sha256", report.sha256)
        yield from self._field("id", report.id)
        for claim in sorted(self.claims.values(), key=lambda one: (one.quote.start, one.id)):
            if claim.report == report.id:
                yield from self._claim_line(claim)

    def _claim_line(self, claim: Claim) -> Iterator[str]:
        said = wording.say_claim(claim, self.owners)
        if claim.kind == "event" or claim.when:
            said = f"{say_date(claim.when.edtf if claim.when else None)}, {said}"
        if claim.id in self.contents.misread:
            said = f"misread: {said}"
        yield from self._field("claim", f"{claim.id}  {said} — “{claim.quote.exact}”")

    def _field(self, label: str, words: str) -> Iterator[str]:
        """A label and its words, wrapped under themselves; nothing if there are no words."""
        first, rest = f"{label:<{_LABEL}}", " " * _LABEL
        if words:
            yield from textwrap.wrap(
                clean(words), self.width, initial_indent=first, subsequent_indent=rest,
                break_on_hyphens=False,
            )  # fmt: skip


def _by_time(claim: Claim) -> tuple[bool, str, str, int]:
    start = claim.when.start if claim.when else None
    return start is None, str(start), claim.report, claim.trigger.start


def _last_words(text: str) -> str:
    return text if len(text) <= _NEAR else "… " + text[-_NEAR:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= _NEAR else text[:_NEAR].rpartition(" ")[0] + " …"
