"""Copies when reports come in: what is kept always equals what is found in all reports at once."""

import hashlib
from pathlib import Path
from random import Random

import pytest

from dateline.events import find_copies, grow_copies
from dateline.events.copies import growth, shared_runs
from dateline.records import Report, report_id
from dateline.store import Database

STEMS = tuple(f"{a}{b}" for a in ("bar", "cor", "dun", "fel", "gor", "mal") for b in "aeiouy")
HISTORIES = 15


def draw_reports(chance: Random, count: int) -> list[tuple[Report, bytes]]:
    """Reports of a few texts: whole, cut, edited, with another's before or behind them."""
    stories = [
        [f"{chance.choice(STEMS)}{chance.randrange(40)}" for _ in range(chance.randint(15, 70))]
        for _ in range(4)
    ]
    found = []
    for number in range(count):
        words = list(chance.choice(stories))
        start = chance.choice((0, 0, 0, len(words) // 3))
        words = words[start : chance.choice((None, None, None, 2 * len(words) // 3))]
        if chance.random() < 0.3:
            words[chance.randrange(len(words))] = f"other{number}"
        if chance.random() < 0.2:
            words += chance.choice(stories)
        text = f"{' '.join(words)}{chance.choice(('', '.'))}"
        data = f"{number} {text}".encode()
        day = chance.choice((None, f"2024-03-{chance.randint(1, 20):02}"))
        found.append((Report(report_id(_sha(data)), text, _sha(data), published=day), data))
    return found


@pytest.mark.parametrize("first", [1, 2, 16])
def test_in_many_histories_grown_copies_are_those_found_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    for module in (shared_runs, growth):  # so that what only large cases meet is met
        monkeypatch.setattr(module, "FIRST", first)
    changes = 0
    for number in range(HISTORIES // 3):
        chance = Random(f"{number}/{first}")
        reports = draw_reports(chance, 24)
        with Database.open(tmp_path / f"{number}", create=True) as database:
            changes += follow(database, chance, reports)
    assert changes > HISTORIES // 3


def follow(database: Database, chance: Random, reports: list[tuple[Report, bytes]]) -> int:
    """Adds reports a few at a time; how often what one copies became another."""
    before: dict[str, str] = {}
    done: list[Report] = []
    changes = 0
    while len(done) < len(reports):
        some = reports[len(done) : len(done) + chance.choice((1, 1, 2, 5))]
        for report, data in some:
            database.add_report(report, data)
        done += [report for report, _ in some]
        with database.growing() as ledgers:
            recopied = grow_copies(ledgers.copies, [report.id for report, _ in some])
            now = dict(ledgers.copies.copies([report.id for report in done]))
        assert now == find_copies(done)
        changed = {one for one in now.keys() | before.keys() if now.get(one) != before.get(one)}
        assert recopied == changed
        changes += sum(one in before for one in changed)
        before = now
    return changes


def test_a_page_that_hundreds_print_is_taken_in_step(tmp_path: Path) -> None:
    page = " ".join(f"page{number}" for number in range(60))
    reports = []
    for number in range(40):
        data = f"{number} {page}".encode()
        text, day = f"{page} own{number}", f"2024-03-{1 + number % 28:02}"
        reports.append((Report(report_id(_sha(data)), text, _sha(data), published=day), data))
    with Database.open(tmp_path / "my.case", create=True) as database:
        follow(database, Random(3), reports)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
