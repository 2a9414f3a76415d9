"""A case in which texts take the place of others, and reports are taken out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import Case
from dateline.errors import UnknownId
from dateline.records import Event
from tests.revised import AGAIN, FIRST, LATER, OTHER, add_pages


def killed(case: Case) -> Event:
    """The event of the dead."""
    claims = {one.id: one for one in case.claims()}
    (found,) = (event for event in case.events() if any(claims[one].counts for one in event.claims))
    return found


def test_a_later_text_takes_the_place_of_the_first_which_stays_readable(tmp_path: Path) -> None:
    first, again, later = add_pages(tmp_path / "my.case", FIRST, AGAIN, LATER)
    with Case(tmp_path / "my.case") as case:
        reports = {one.id: one for one in case.reports()}
        assert reports[first].replaced_by == reports[again].replaced_by == later
        assert (reports[later].revision_of, reports[later].replaced_by) == (first, None)
        assert reports[again].copy_of == first
        told = {claim for event in case.events() for claim in event.claims}
        by_id = {one.id: one for one in case.claims()}
        assert {by_id[id_].report for id_ in told} == {later}
        old = next(one for one in by_id.values() if one.report == first and one.counts)
        assert case.find(old.id) == old
        assert case.footnote(old.id).claim == old.id
        assert case.search("twelve")
        assert case.verify().problems == ()
        rows = [json.loads(line) for line in case.export("records")]
    exported = {row["id"]: row for row in rows if row["record"] == "report"}
    assert exported[later]["revision_of"] == first
    assert exported[first]["replaced_by"] == later


def test_the_same_words_captured_again_change_nothing(tmp_path: Path) -> None:
    first, again = add_pages(tmp_path / "my.case", FIRST, AGAIN)
    with Case(tmp_path / "my.case") as case:
        assert {len(event.origins) for event in case.events()} == {1}
        assert {event.copies for event in case.events()} == {0}
        reports = {one.id: one for one in case.reports()}
        assert reports[first].replaced_by is None
        assert reports[again].replaced_by == reports[again].copy_of == first
        assert {claim.report for claim in case.contents().current_claims} == {first}
        (history,) = case.revisions()
        assert [one.is_same_words for one in history.revisions] == [True]
        removal = case.remove(again)
        assert [*removal.back, *removal.new_events] == []
        assert [one.before.claims for one in removal.events if not one.after] == []
        assert case.revisions() == ()


def reports_of(case: Case) -> set[str]:
    report = {one.id: one.report for one in case.claims()}
    return {report[claim] for claim in killed(case).claims}


def test_events_and_counts_follow_a_correction(tmp_path: Path) -> None:
    add_pages(tmp_path / "my.case", OTHER, FIRST)
    with Case(tmp_path / "my.case") as case:
        assert len(reports_of(case)) == 2
        assert killed(case).conflicts == ()
    add_pages(tmp_path / "my.case", LATER)
    with Case(tmp_path / "my.case") as case:
        assert len(reports_of(case)) == 2
        assert [one.on for one in killed(case).conflicts] == ["count"]


def test_what_became_of_each_claim_is_told_with_the_outlet_s_own_reason(tmp_path: Path) -> None:
    first, _, later = add_pages(tmp_path / "my.case", FIRST, AGAIN, LATER)
    with Case(tmp_path / "my.case") as case:
        (history,) = case.revisions()
        assert case.revisions(later[:9]) == (history,)
        words = {claim.id: claim.trigger.exact for claim in case.claims()}
        with pytest.raises(UnknownId, match="no report"):
            case.revisions(next(iter(words)))
    assert history.current == later
    assert history.reports[0] == first
    revision = history.revisions[-1]
    assert (revision.report, revision.of) == (later, first)
    assert [one.exact for one in revision.notices] == [
        "Correction: An earlier version of this article gave a wrong number of dead."
    ]
    found = {(one.state, words[one.old or one.new or ""]): one for one in revision.claims}
    (field,) = found["changed", "killed"].fields
    assert (field.on, field.before, field.after) == ("count", "Twelve killed", "Fourteen killed")
    assert ("withdrawn", "arrested") in found
    assert ("new", "visited") in found
    assert ("kept", "exploded") in found
    assert {one.state for one in revision.passages} == {"kept", "changed", "withdrawn", "new"}


def test_what_a_removal_took_and_changed_is_told(tmp_path: Path) -> None:
    other, first, later = add_pages(tmp_path / "my.case", OTHER, FIRST, LATER)
    with Case(tmp_path / "my.case") as case:
        before = killed(case)
        count = len(case.claims())
        own = sum(claim.report == later for claim in case.claims())
        removal = case.remove(later, reason="a test")
        assert [one.id for one in removal.reports] == [later]
        assert removal.claims == own == count - len(case.claims())
        assert removal.back == (first,)
        (change,) = (one for one in removal.events if one.before == before)
        assert change.after == (killed(case),)
        assert [len(one.conflicts) for one in (before, *change.after)] == [1, 0]
        assert "Marta Rossi" in [one.before.name for one in removal.entities if not one.after]
        assert case.verify().problems == ()
        states = [(one.state, one.reason) for one in case.inputs() if one.report == later]
        assert states == [("removed", "a test"), ("added", None)]
        with pytest.raises(UnknownId):
            case.remove(other, "r_ffff")
        assert len(case.reports()) == 2
        case.remove(other, first)
        assert [*case.reports(), *case.claims(), *case.entities(), *case.events()] == []
        assert list((tmp_path / "my.case" / "blobs").rglob("[0-9a-f]" * 64)) == []


def test_the_order_of_adding_changes_nothing_where_the_texts_are_dated(tmp_path: Path) -> None:
    for number, pages in enumerate(((FIRST, LATER, OTHER), (LATER, OTHER, FIRST))):
        (tmp_path / f"{number}").mkdir()
        add_pages(tmp_path / f"{number}" / "my.case", *pages)
    exports = []
    for number in range(2):
        with Case(tmp_path / f"{number}" / "my.case") as case:
            rows = [json.loads(line) for line in case.export("records")]
            exports.append([{**row, "file": None} for row in rows])
    assert exports[0] == exports[1]


PARTS = [
    f"The {a} inspectors of the {b} harbour counted {n} barrels of salted {c} behind the northern "
    f"{d} shed before the {e} bell rang, and the ledger of the {f} guild was carried to the court."
    for n, (a, b, c, d, e, f) in enumerate(
        [
            ("royal", "eastern", "herring", "rope", "morning", "tanner"),
            ("veteran", "lower", "butter", "copper", "third", "cooper"),
            ("hired", "granite", "cod", "lantern", "fog", "weaver"),
            ("sworn", "ferry", "venison", "anchor", "vesper", "glazier"),
            ("visiting", "quiet", "mutton", "timber", "night", "chandler"),
            ("elected", "island", "pears", "wool", "noon", "mason"),
        ],
        start=31,
    )
]


def test_two_parts_of_one_text_are_copies_of_it_and_not_told_as_sharing_too(tmp_path: Path) -> None:
    whole, first, last = PARTS, PARTS[:4], PARTS[2:]
    for day, (name, parts) in enumerate({"a": whole, "b": first, "c": last}.items(), start=3):
        head = f"GRAZ, March {day}, 2024 ({name.upper()} Post) — "
        (tmp_path / f"{name}.txt").write_text(head + "\n\n".join(parts) + "\n", encoding="utf-8")
    with Case(tmp_path / "my.case") as case:
        case.add(*sorted(tmp_path.glob("*.txt")))
        copies = {one.copy_of for one in case.reports() if one.copy_of}
        assert len([one for one in case.reports() if one.copy_of in copies]) == 2
        assert case.shared_texts() == ()
