"""The set `times`: words of time in news, found and normalised (TempEval-3, development part).

The product reads each body as a report that it is told the date of. The other tools get the same
text and date. Documents are split by their place in the sorted list: errors are only ever read in
the even half, so that the odd half shows what new text gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.annotate import annotate
from dateline.records import Report, TimeExpression
from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result
from evaluation.peers.environment import PeerMissing
from evaluation.peers.known import TIME_PEERS
from evaluation.timeml import TimeDocument, Timex, find_documents, read_as_report, read_timeml
from evaluation.times_peers import find_with
from evaluation.timex import Tally, as_timex, sum_of, tally

_BETWEEN = re.compile(r" ?(?:-|–|—|\b(?:and|to|through|thru|until|till)\b) ?")
_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}\b")
DEVELOPMENT, UNTOUCHED = "development half", "untouched half"


def read_set(data: Path) -> list[TimeDocument]:
    """The documents below a folder, in the order that the halves are cut from.

    Raises:
        DataMissing: If there is none.
    """
    documents = [read_timeml(path) for path in find_documents(data)]
    if not documents:
        raise DataMissing(f"times: {data} holds no TimeML (*.tml)")
    return documents


def find_times_in(document: TimeDocument) -> list[Timex]:
    """What the product finds in one document: the date of its dateline, then those of its body."""
    report = read_as_report(document.text, document.published, document.name)
    found = [one for expression in annotate(report).times for one in _ends(expression)]
    return [*_of_dateline(report), *found]


def _ends(expression: TimeExpression) -> list[Timex]:
    """The two ends of a range, which TIMEX3 marks apart; else the expression itself."""
    timex = as_timex(expression)
    first, _, last = (timex.value or "").partition("/")
    between = _BETWEEN.search(expression.words.exact)
    if not last or between is None or "X" in first + last:
        return [timex]
    middle = timex.start + between.start(), timex.start + between.end()
    return [
        replace(timex, end=middle[0], value=first),
        replace(timex, start=middle[1], value=last),
    ]


def _of_dateline(report: Report) -> list[Timex]:
    """The date of a dateline, which the product keeps as a field of the report."""
    if report.dateline is None or report.dateline.date is None:
        return []
    words = report.dateline.words
    day = _DAY.search(words.exact)
    if day is None:
        return []
    start, end = words.start + day.start(), words.start + day.end()
    return [Timex(start, end, "DATE", report.dateline.date)]


def run(data: Path) -> Result:
    """Measures the product, and each of the other tools that are set up.

    Raises:
        DataMissing: If `data` holds no document.
    """
    documents = read_set(data)
    product = _tallies(documents, map(find_times_in, documents))
    parts = {
        DEVELOPMENT: sum_of(product[::2]).figures(),
        UNTOUCHED: sum_of(product[1::2]).figures(),
    }
    peers: dict[str, Figures] = {}
    notes: list[str] = []
    for peer in TIME_PEERS:
        try:
            found = _tallies(documents, find_with(peer, documents))
        except PeerMissing as missing:
            notes.append(f"{missing}.")
            continue
        peers[peer.title] = sum_of(found).figures()
        parts[f"{UNTOUCHED}: {peer.title}"] = sum_of(found[1::2]).figures()
    return Result(
        set="times",
        documents=len(documents),
        figures=sum_of(product).figures(),
        peers=peers,
        part="TimeBank and AQUAINT as cleaned for TempEval-3",
        parts=parts,
        notes=tuple(notes),
    )


def _tallies(documents: Sequence[TimeDocument], found: Iterable[Sequence[Timex]]) -> list[Tally]:
    return [tally(d.times, times) for d, times in zip(documents, found, strict=True)]


TIMES = BenchmarkSet(
    name="times",
    measures="words of time found in news, and the dates that they stand for",
    run=run,
    archive="tempeval3",
    headline=("value_f1", "relaxed_f1", "strict_f1"),
)
