"""Texts that took the place of others, as the page shows them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from dateline.export.rows import ChangeRow, HistoryRow, ReportRow, TextRow
from dateline.records import Claim, ClaimChange, History, Report, Revision
from dateline.views.revised import STATES, count_states, say_field
from dateline.views.wording import plain_line, say_type


def history_rows(
    histories: Iterable[History],
    reports: Mapping[str, Report],
    rows: Mapping[str, ReportRow],
    claims: Mapping[str, Claim],
    shown: Container[str],
) -> list[HistoryRow]:
    """The addresses that had several texts, in their order.

    Args:
        reports, rows: By id; at least those of the histories.
        claims: By id, also those of texts that were replaced.
        shown: Ids of the claims that are on the page.
    """
    found = []
    for history in histories:
        by_report = {one.report: one for one in history.revisions}
        texts = []
        for id_ in history.reports:
            bare = TextRow(rows[id_], _day(reports[id_]), _standing(id_, history, by_report))
            revision = by_report.get(id_)
            is_changed = revision is not None and not revision.is_same_words
            texts.append(
                _text_row(bare, revision, claims, shown) if revision and is_changed else bare
            )
        found.append(HistoryRow(plain_line(history.address), tuple(texts)))
    return found


def _day(report: Report) -> str:
    return max(report.modified or "", report.published or "")[:10] or "no date"


def _standing(id_: str, history: History, revisions: Mapping[str, Revision]) -> str:
    if id_ in revisions and revisions[id_].is_same_words:
        return "the same words, captured again"
    return "stands" if id_ == history.current else "replaced"


def _text_row(
    bare: TextRow, revision: Revision, claims: Mapping[str, Claim], shown: Container[str]
) -> TextRow:
    return TextRow(
        bare.report,
        bare.day,
        bare.standing,
        tuple(plain_line(notice.exact) for notice in revision.notices),
        tuple(_change_rows(revision, claims, shown)),
        count_states(revision.claims),
        count_states(revision.passages),
    )


def _change_rows(
    revision: Revision, claims: Mapping[str, Claim], shown: Container[str]
) -> Iterator[ChangeRow]:
    for state in STATES[:-1]:
        for change in revision.claims:
            if change.state == state:
                words = "; ".join(map(say_field, change.fields)) or _type(change, claims)
                old, new = (_quote(id_, claims) for id_ in (change.old, change.new))
                yield ChangeRow(state, words, old, new, change.new if change.new in shown else None)


def _type(change: ClaimChange, claims: Mapping[str, Claim]) -> str:
    claim = claims[change.new or change.old or ""]
    return say_type(claim.type, claim.mode)


def _quote(id_: str | None, claims: Mapping[str, Claim]) -> str:
    return plain_line(claims[id_].quote.exact) if id_ else ""
