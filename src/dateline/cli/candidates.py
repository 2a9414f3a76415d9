"""Candidates of a watch-list in words: what agrees, what differs, where to check, what to do."""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dateline.cli.entry import print_json, print_line
from dateline.cli.screen import Block, show_blocks
from dateline.cli.terminal import clean
from dateline.cli.wording import say_report
from dateline.records.settled import say_who_judged
from dateline.views.footnote import find_context
from dateline.views.wording import count, list_names, plain_line, say_date, shorten

if TYPE_CHECKING:
    from dateline.records import Mention, Report
    from dateline.resolve.screening import ListCandidate, ScreenField, WatchList

_MOST_SHOWN = 5
"""Candidates of one entity that are shown if not all are asked for."""
_MOST_VALUES = 4
_LISTED_UNDER = 3
_BARE = {True: "surname only, ", False: "acronym only, "}
_SIDES = {"same": "held the same", "different": "ruled out", "unsure": "unsure"}


class Shown:
    """Candidates printed list by list."""

    def __init__(
        self, address: str, reports: Mapping[str, Report], as_json: bool, is_whole: bool
    ) -> None:
        """Takes the case's address and reports.

        Args:
            is_whole: Whether to show those ruled out too, and all candidates of each entity.
        """
        self._address, self._reports = address, reports
        self._as_json, self._is_whole = as_json, is_whole
        self.ruled_out = 0

    def show(self, watch: WatchList, candidates: Sequence[ListCandidate]) -> int:
        """Prints the candidates of a list, and gives how many are not ruled out."""
        self.ruled_out += sum(one.judged == "different" for one in candidates)
        if self._as_json:
            print_json(self._row(watch, one) for one in candidates)
        else:
            chosen = [one for one in candidates if self._is_whole or not _is_out(one)]
            blocks = list(self._blocks(watch, chosen))
            if blocks:
                show_blocks(blocks)
                print_line("")
        return sum(not _is_out(one) for one in candidates)

    def _blocks(self, watch: WatchList, chosen: Sequence[ListCandidate]) -> Iterator[Block]:
        number = Counter(one.entity.id for one in chosen)
        seen: Counter[str] = Counter()
        for one in chosen:
            seen[one.entity.id] += 1
            place = seen[one.entity.id]
            if place <= _MOST_SHOWN or self._is_whole:
                more = number[one.entity.id] - place
                is_last = place == _MOST_SHOWN and more and not self._is_whole
                yield self._block(watch, one, place == 1, more if is_last else 0)

    def _block(self, watch: WatchList, one: ListCandidate, is_first: bool, more: int) -> Block:
        names = count(more, "more entry", "more entries")
        return Block(
            side=_SIDES.get(one.judged or "", "possible"),
            head=_head(one, watch),
            quotes=tuple(self._passages(one)) if is_first else (),
            lines=(
                *(self._sources(one) if is_first else ()),
                f"{one.entry.id} · {say_edition(watch)}{_listed_under(one)}",
                _say_names(one),
                *(_say_field(field) for field in one.fields if _is_told(field)),
                _say_silent(one.fields),
                self._next_step(one),
                f"{names} of the list could be {one.entity.name}: --all shows them" if more else "",
            ),
        )

    def _passages(self, one: ListCandidate) -> Iterator[str]:
        mention = _best_mention(one)
        report = self._reports.get(mention.report) if mention else None
        if mention and report:
            before, after = find_context(report.text, mention.words)
            yield shorten(f"{before.lstrip()}{mention.words.exact}{after}", mention.words.exact)

    def _sources(self, one: ListCandidate) -> Iterator[str]:
        mention = _best_mention(one)
        report = self._reports.get(mention.report) if mention else None
        if report:
            day = f", {say_date(report.published_on)}" if report.published else ""
            others = len({other.report for other in one.entity.mentions}) - 1
            more = f" and {count(others, 'more report')}" if others else ""
            yield f"{say_report(report)}{day}{more} · {one.entity.id}"

    def _next_step(self, one: ListCandidate) -> str:
        if one.judged in ("same", "different"):
            address = shlex.quote(self._address)
            if one.judgement is None:
                return f"what it follows from: dateline judgements {address}"
            return f"to take that back: dateline undo {address} {one.judgement.id}"
        words = (self._address, one.entity.id, one.entry.id)
        return f'if somebody else: dateline different {shlex.join(words)} --reason "WHY"'

    def _row(self, watch: WatchList, one: ListCandidate) -> dict[str, Any]:
        entry, mention = one.entry, _best_mention(one)
        return {
            "entity": one.entity.id,
            "name": one.entity.name,
            "schema": one.entity.schema,
            "reported": one.reported,
            "listed": one.listed,
            "name_score": round(one.match.score, 4) if one.match else None,
            "features": [asdict(feature) for feature in one.match.features] if one.match else [],
            "score": one.score,
            "bare_name": one.is_bare,
            "fields": [asdict(field) for field in one.fields],
            "list": watch.name,
            "edition": watch.edition,
            "edition_from": watch.edition_from,
            "entry": {"id": entry.id, "schema": entry.schema, "name": entry.name,
                      "aliases": list(entry.names[1:]), "programs": list(entry.programs),
                      "line": entry.line},
            "judged": one.judged,
            "judgement": asdict(one.judgement) if one.judgement else None,
            "passage": {"report": mention.report, **asdict(mention.words)} if mention else None,
        }  # fmt: skip


def _is_out(one: ListCandidate) -> bool:
    return one.judged == "different"


def _best_mention(one: ListCandidate) -> Mention | None:
    """The first mention by the name that is like the list's, else the first by any name."""
    by_name: dict[bool, list[Mention]] = defaultdict(list)
    for mention in one.entity.mentions:
        if mention.kind == "name":
            is_it = one.reported in " ".join(mention.words.exact.split())
            by_name[is_it].append(mention)
    return next(iter(by_name[True] or by_name[False]), None)


def _head(one: ListCandidate, watch: WatchList) -> str:
    listed = f"“{one.entry.name}” ({watch.name})"
    by = say_who_judged(one.judgement) if one.judgement else "by what people judged of others"
    if one.judged == "same":
        return f"{one.entity.name} is held to be the same as {listed} {by}"
    if one.judged == "different":
        return f"{one.entity.name} is held not to be {listed} {by}"
    said = f"; judged unsure {by}" if one.judged == "unsure" else ""
    return f"{one.entity.name} could be {listed}{said}"


def _say_names(one: ListCandidate) -> str:
    if one.match is None:
        return "· name: no name in the reports is like one on the list"
    flag = "" if not one.is_bare else _BARE[one.entity.schema == "Person"]
    known = "alias " if one.listed != one.entry.name else ""
    listed = f"{known}“{one.listed}” on the list"
    alike = f"{flag}alike {int(one.match.score * 100) / 100:.2f}"  # never 1.00 by rounding
    return f"= name agrees: “{one.reported}” in the reports, {listed} ({alike})"


def _is_told(field: ScreenField) -> bool:
    """Whether both sides tell it; that both are people is worth no line."""
    return field.agreement == "differs" or (field.agreement == "agrees" and field.label != "kind")


def _say_field(field: ScreenField) -> str:
    ours, theirs = (_say_values(side) for side in (field.reports, field.list))
    mark = "≠" if field.agreement == "differs" else "="
    return f"{mark} {field.label} {field.agreement}: {ours} in the reports, {theirs} on the list"


def _say_silent(fields: Sequence[ScreenField]) -> str:
    """What only one side tells, in one line."""
    said = []
    for field in fields:
        if field.agreement == "silent" and field.label != "kind":
            sides = (("reports", field.reports), ("list", field.list))
            known = [f"{side}: {_say_values(values)}" for side, values in sides if values]
            said.append(f"{field.label} ({'; '.join(known)})")
    return f"· silent on one side: {', '.join(said)}" if said else ""


def _say_values(values: Sequence[str]) -> str:
    some = list_names(plain_line(one) for one in values[:_MOST_VALUES])
    return some + (f" … ({len(values)})" if len(values) > _MOST_VALUES else "")


def _listed_under(one: ListCandidate) -> str:
    programs = one.entry.programs
    if not programs:
        return ""
    more = f" … ({len(programs)})" if len(programs) > _LISTED_UNDER else ""
    return f" · listed under {list_names(map(plain_line, programs[:_LISTED_UNDER]))}{more}"


def say_edition(watch: WatchList) -> str:
    """The list and its day: "my list, edition of 2024-03-01"."""
    if watch.edition is None:
        return f"{watch.name}, edition unknown"
    said = "file of" if watch.edition_from == "file" else "edition of"
    return clean(f"{watch.name}, {said} {watch.edition}")
