"""Records to the rows of the page: names for ids, words for values, positions for times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.export.deeds import quote_deed
from dateline.export.listed import report_rows
from dateline.export.network_picture import Node, Picture, Tie, lay_picture
from dateline.export.passages import show_passage
from dateline.export.records import entities_of, entity_of_chain
from dateline.export.rows import ClaimCard, EventRow, TieRow
from dateline.export.wording import happening_words
from dateline.records import (
    Claim,
    Conflict,
    Copy,
    Entity,
    Event,
    Judgement,
    Reason,
    Report,
    When,
)
from dateline.views import EventDrawer, Network, Timeline, TimelineRow
from dateline.views.axis import Axis
from dateline.views.disputes import say_status
from dateline.views.marks import draw_mark
from dateline.views.wording import (
    KNOWN_BY,
    Standing,
    count,
    credit_sources,
    list_names,
    name_place,
    name_sources,
    owners_of,
    say_count,
    say_date,
    say_place,
    say_unnamed,
    standing_of,
)

_ON = {
    "when": "dates differ", "where": "places differ", "who": "participants differ",
    "count": "numbers differ", "happened": "said not to have happened",
}  # fmt: skip
_BASIS = {
    "explicit": "", "relative": "read from the day of the report",
    "event": "read from another event",
}  # fmt: skip


MOST_COMPARED = 150
"""Events whose matrix and tree stand on the page: all of a thousand would make it slow to open."""


def cut_rows(rows: Sequence[EventRow]) -> list[EventRow]:
    """The rows, those marked whose matrix and tree are left out.

    What sources conflict on comes first, then what most origins tell, in the order of time.
    """
    told = [row for row in rows if row.is_compared]
    told.sort(key=lambda row: (not row.flags, -len(row.view.origins)))
    cut = {row.id for row in told[MOST_COMPARED:]}
    return [replace(row, is_cut=True) if row.id in cut else row for row in rows]


class Rows:
    """Makes the rows of one case."""

    def __init__(
        self,
        reports: Iterable[Report],
        entities: Iterable[Entity],
        claims: Iterable[Claim],
        copies: Mapping[str, str],
        shares: Mapping[str, Copy] | None = None,
        said: Sequence[Judgement] = (),
    ) -> None:
        self._said = said
        entities = list(entities)
        reports = list(reports)
        self._reports = {report.id: report for report in reports}
        self._owners = owners_of(entities)
        self._owner = entity_of_chain(entities)
        self._names = {entity.id: entity.name for entity in entities}
        self._claims = {claim.id: claim for claim in claims}
        self._drawer = EventDrawer(self._claims.values(), entities, reports, shares, said)
        self.reports = report_rows(reports, copies, shares or {})
        self.cards = {claim.id: self._card(claim) for claim in self._claims.values()}

    def _card(self, claim: Claim) -> ClaimCard:
        report, row = self._reports[claim.report], self.reports[claim.report]
        links = name_sources(claim, report, self._owners)
        return ClaimCard(
            claim.id,
            row,
            show_passage(report.text, claim.quote, claim.trigger),
            self._claim_label(claim),
            links,
            credit_sources(links, [row.outlet]),
            "denied" if claim.polarity == "-" else claim.certainty,
            KNOWN_BY[claim.known_by],
            _when_words(claim.when) if claim.when else "",
            _when_from(claim.when),
            say_place(claim.where),
            say_unnamed(claim),
            ", ".join(say_count(told) for told in claim.counts),
            claim.found_by[0].rule if claim.found_by else "a person",
            claim.in_headline,
            claim.found_by[0].words if claim.is_by_hand else "",
        )

    def _claim_label(self, claim: Claim) -> str:
        who, whom = (
            [self._names[entity] for entity in entities_of(side, self._owner)]
            for side in (claim.who, claim.whom)
        )
        deed = quote_deed(claim)
        if deed and who:
            return f"{list_names(who)} {deed}"
        label = happening_words(
            claim.type, claim.mode, who, whom, is_planned=claim.certainty == "planned"
        )
        return f"{label}: {deed}" if deed and not whom else label

    def _cards(self, ids: Iterable[str]) -> tuple[ClaimCard, ...]:
        cards = [self.cards[claim] for claim in ids]
        return tuple(sorted(cards, key=lambda card: (card.report.published, card.id)))

    def event_rows(
        self, events: Iterable[Event], timeline: Timeline, axis: Axis | None
    ) -> list[EventRow]:
        """The rows of the timeline, in its order."""
        by_id = {event.id: event for event in events}
        rows: list[EventRow] = []
        year = ""
        for row in timeline.rows:
            first = row.start or row.end
            begins = str(first.year) if first else ""
            made = self._event_row(by_id[row.event], row, axis, begins)
            rows.append(replace(made, year="" if begins == year else begins))
            year = begins
        return rows

    def join_quotes(self, rows: Iterable[EventRow]) -> list[EventRow]:
        """Rows that stand together, each marked if it has the quote and time of the last one."""
        joined: list[EventRow] = []
        last: object = None
        credited = ""
        for row in rows:
            best = self._claims[row.claims[0].id]
            rests_on = row.when, best.report, best.quote
            same = rests_on == last
            by = "" if same and row.by == credited else row.by
            joined.append(replace(row, same=same, by=by))
            last, credited = rests_on, row.by
        return joined

    def _event_row(self, event: Event, row: TimelineRow, axis: Axis | None, year: str) -> EventRow:
        claims = [self._claims[claim.id] for claim in row.claims]
        cards = tuple(self.cards[claim.id] for claim in claims)
        standing = standing_of(claims)
        mark = draw_mark(event.when, axis) if event.when and axis else None
        when = _when_words(event.when)
        label = self._event_label(event, claims, standing)
        return EventRow(
            id=event.id,
            year=year,
            when=when,
            basis=_BASIS[event.when.basis] if event.when else "",
            label=label,
            words=_quoted(row.label),
            by=_by_words(cards),
            standing=standing,
            denied=standing != "denied" and any(claim.polarity == "-" for claim in claims),
            at=_place_after(label, event),
            support=_support_words(event),
            flags=tuple(self._flag(conflict) for conflict in event.conflicts),
            disputed=any(conflict.on == "happened" for conflict in event.conflicts),
            view=self._drawer.draw(event, row),
            reasons=_reason_words(event.reasons),
            claims=cards,
            mark=mark,
            told=cards[0].report.published,
            picture=f"{when}, {standing}",
            is_bare_saying=row.is_bare_saying,
        )

    def _flag(self, conflict: Conflict) -> str:
        status = say_status(conflict, self._said)
        return _ON[conflict.on] + (f" ({status})" if status else "")

    def _event_label(self, event: Event, claims: Sequence[Claim], standing: Standing) -> str:
        best, place = claims[0], name_place(event.where) if event.where else ""
        is_theirs = all(
            set(side) == set(entities_of(named, self._owner))
            for side, named in ((event.who, best.who), (event.whom, best.whom))
        )
        # One claim's words could take a side in a conflict, or give a number told before the last.
        if is_theirs and not event.conflicts and not event.series and quote_deed(best):
            return self._claim_label(best)
        mode = next((claim.mode for claim in claims if claim.mode), None)
        who = [self._names[entity] for entity in self._in_text_order(event.who, claims)]
        whom = [self._names[entity] for entity in self._in_text_order(event.whom, claims)]
        return happening_words(
            event.type, mode, who, whom, where=place, is_planned=standing == "planned"
        )

    def _in_text_order(self, entities: Sequence[str], claims: Sequence[Claim]) -> list[str]:
        """As the fullest claim names them, so that the first named stands first."""
        named = max(claims, key=lambda claim: (len(claim.who) + len(claim.whom), claim.id))
        order = entities_of((*named.who, *named.whom), self._owner)
        return sorted(entities, key=lambda e: (order.index(e) if e in order else len(order), e))

    def tie_rows(self) -> list[TieRow]:
        """Relation claims, those between the same ends together, by name."""
        groups: dict[str, list[Claim]] = {}
        for claim in self._claims.values():
            if claim.kind == "relation":
                groups.setdefault(self._claim_label(claim), []).append(claim)
        return [
            TieRow(
                label,
                _when_words(dated.when)
                if (dated := next((c for c in group if c.when), None))
                else "",
                standing_of(group),
                count(len({claim.report for claim in group}), "report"),
                self._cards(claim.id for claim in group),
            )
            for label, group in sorted(groups.items())
        ]

    def picture(self, network: Network) -> Picture | None:
        """The network of the view, ready to be drawn."""
        ties = Counter(end for edge in network.edges for end in (edge.left, edge.right))
        return lay_picture(
            [
                Node(node.id, node.name, node.schema == "Person", node.x, node.y, ties[node.id])
                for node in network.nodes
            ],
            [
                Tie(
                    edge.left,
                    edge.right,
                    edge.standing,
                    edge.origins,
                    tuple((claim, self.cards[claim].label) for claim in edge.claims),
                )
                for edge in network.edges
            ],
        )


def _place_after(label: str, event: Event) -> str:
    """The parts of a place, its venue first, that the words quoted in a label do not name."""
    where = event.where
    if where is None or not (event.who or event.whom):  # "killing in Sfax"
        return ""
    quoted = label.partition("“")[2]
    parts = (where.venue, name_place(where))
    return ", ".join(part for part in parts if part and part not in quoted)


def _by_words(cards: Sequence[ClaimCard]) -> str:
    """Who says so and who denies it, the earliest told first; two chains of each at most."""
    parts = []
    for start, said in (
        ("according to", [card for card in cards if card.standing != "denied"]),
        ("denied by", [card for card in cards if card.standing == "denied"]),
    ):
        outlets: dict[tuple[str, ...], list[str]] = {}
        for card in said:
            outlets.setdefault(card.sources, []).append(card.outlet)
        chains = [credit_sources(links, names) for links, names in outlets.items()]
        more = [f"{len(chains) - 2} more"] if len(chains) > 2 else []
        if chains:
            parts.append(f"{start} {'; '.join(chains[:2] + more)}")
    return "; ".join(parts)


def _reason_words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason once; the words that were joined stand with the join, not with each feature."""
    every = tuple(reasons)
    joined = {reason.words for reason in every if reason.rule == "joined"}
    said = (
        f"{reason.rule} ({reason.words})"
        if reason.words and (reason.rule == "joined" or reason.words not in joined)
        else reason.rule
        for reason in every
    )
    return tuple(dict.fromkeys(said))


def _quoted(words: str) -> str:
    return words if words.startswith(("“", '"', "‘", "'", "«")) else f"“{words}”"


def _support_words(event: Event) -> str:
    parts = [count(len(event.origins), "origin"), count(event.publishers, "outlet")]
    if event.copies:
        parts.append(count(event.copies, "copy", "copies"))
    return ", ".join(parts)


def _when_words(when: When | None) -> str:
    return say_date(when.edtf if when else None, is_long=True)


def _when_from(when: When | None) -> str:
    if when is None:
        return ""
    return ", ".join(part for part in (f"“{when.words.exact}”", _BASIS[when.basis]) if part)
