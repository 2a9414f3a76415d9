from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from dateline import Case, Outcome, analyse, extract_claims, read_report
from dateline.errors import BadQuery, CaseNotFound, ParserNotFound, UnknownId
from dateline.records import Annotations, Claim, Event, Report
from dateline.verification import Verification
from tests.conftest import STORIES, write_stories

MEBIBYTE = 1 << 20


def states(outcomes: list[Outcome]) -> dict[str, str]:
    return {Path(outcome.name).name: outcome.state for outcome in outcomes}


def test_a_report_gives_claims_in_text_order(stories: Path) -> None:
    report = read_report(stories / "keller-visit.txt")
    claims = extract_claims(report)
    assert claims
    assert claims == analyse(report)[1]
    assert [one.trigger.start for one in claims] == sorted(one.trigger.start for one in claims)


def test_the_meeting_is_found_with_its_people_date_place_and_source(stories: Path) -> None:
    report = read_report(stories / "keller-visit.txt")
    annotations, claims = analyse(report)
    names = {chain.id: chain.name for chain in annotations.chains}
    meeting = next(one for one in claims if one.trigger.exact == "met")
    assert meeting.type == "CONSULT"
    assert {names[one.chain] for one in meeting.who} == {"Anna Keller", "Tomas Brandt"}
    assert meeting.when is not None
    assert meeting.when.edtf == "2024-03-03"
    assert meeting.where is not None
    assert meeting.where.name == "Vienna"
    assert meeting.sources[0].kind != "author"


def test_a_folder_is_added_with_an_outcome_for_each_file(stories: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    with Case(tmp_path / "my.case") as case:
        outcomes = case.add(stories, progress=lambda *step: seen.append((*step[:2], step[2].state)))
        assert states(outcomes) == dict.fromkeys(STORIES, "added")
        assert all(outcome.claims for outcome in outcomes)
        assert [outcome.report for outcome in outcomes] != [None] * len(STORIES)
        assert {report.id for report in case.reports()} == {one.report for one in outcomes}
        assert len(case.claims()) == sum(outcome.claims or 0 for outcome in outcomes)
        assert {one.name for one in case.inputs()} == {outcome.name for outcome in outcomes}
    assert seen == [(1, 3, "added"), (2, 3, "added"), (3, 3, "added")]


def test_the_same_bytes_twice_are_one_report(stories: Path, tmp_path: Path) -> None:
    (stories / "again.txt").write_text(STORIES["keller-visit.txt"], encoding="utf-8")
    with Case(tmp_path / "my.case") as case:
        outcomes = case.add(stories)
        assert sorted(outcome.state for outcome in outcomes) == ["added"] * 3 + ["duplicate"]
        before = list(case.export("records"))
        assert {one.state for one in case.add(stories)} == {"duplicate"}
        assert list(case.export("records")) == before


def make_bad_inputs(folder: Path) -> dict[str, str]:
    """Inputs that break readers, beside one good report; name → the state that each must get."""
    folder.mkdir()
    (folder / "good.txt").write_text(STORIES["keller-visit.txt"], encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n")
    (folder / "line.txt").write_bytes(b"word " * (4 * MEBIBYTE))
    (folder / "binary.bin").write_bytes(bytes(range(256)) * 400)
    nested = "<div>" * 100_000 + "Anna Keller met Tomas Brandt." + "</div>" * 100_000
    (folder / "nested.html").write_text(f"<html><body>{nested}</body></html>", encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    return {"good.txt": "added", "empty.txt": "failed", "blank.txt": "failed",
            "line.txt": "held", "binary.bin": "failed", "nested.html": "held",
            "gone.txt": "failed", "self.txt": "failed", "pipe.txt": "failed"}  # fmt: skip


def test_broken_inputs_get_a_reason_and_never_stop_the_rest(tmp_path: Path) -> None:
    expected = make_bad_inputs(tmp_path / "in")
    with Case(tmp_path / "my.case") as case:
        outcomes = case.add(tmp_path / "in")
        found = states(outcomes)
        assert found == expected
        for outcome in outcomes:
            assert outcome.is_in_case == (outcome.reason is None)
            assert outcome.reason is None or outcome.reason[0].isprintable()
        logged = {Path(one.name).name: one.state for one in case.inputs()}
        assert logged == found
        assert case.verify().problems == ()


def test_a_stage_that_breaks_on_one_report_costs_only_that_report(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyse_or_break(
        report: Report, parser: str | None
    ) -> tuple[Annotations, tuple[Claim, ...]]:
        if report.file == "brandt-denies.txt":
            raise RecursionError("too deep")
        return analyse(report, parser)

    monkeypatch.setattr("dateline.pipeline.analyse", analyse_or_break)
    with Case(tmp_path / "my.case") as case:
        outcomes = case.add(stories)
        broken = next(one for one in outcomes if one.state == "failed")
        assert broken.name.endswith("brandt-denies.txt")
        assert "RecursionError: too deep" in (broken.reason or "")
        assert len(case.reports()) == 2
        monkeypatch.undo()
        assert states(case.add(stories))["brandt-denies.txt"] == "added"


def test_a_parser_that_is_not_installed_is_named_once_and_nothing_is_added(
    stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add()
    about = tmp_path / "my.case" / "case.toml"
    about.write_text(about.read_text("utf-8").replace("# parser", "parser"), "utf-8")
    with Case(tmp_path / "my.case") as case:
        with pytest.raises(ParserNotFound, match="'en_core_web_trf' is not installed"):
            case.add(stories)
        assert case.reports() == ()


def test_a_text_in_another_encoding_is_read(tmp_path: Path) -> None:
    text = STORIES["keller-visit.txt"].replace("Keller", "Köller").replace("Brandt", "Bràndt")
    (tmp_path / "old.txt").write_bytes(text.replace("—", "-").encode("cp1252"))
    with Case(tmp_path / "my.case") as case:
        assert [one.state for one in case.add(tmp_path / "old.txt")] == ["added"]
        assert "Anna Köller met Tomas Bràndt" in case.reports()[0].text


def test_a_missing_file_is_an_outcome_and_no_exception(stories: Path, tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as case:
        outcomes = case.add(tmp_path / "nowhere.txt", stories)
    assert outcomes[0].state == "failed"
    assert outcomes[0].reason
    assert [one.state for one in outcomes[1:]] == ["added"] * 3


def test_a_wish_to_stop_leaves_a_whole_case(stories: Path, tmp_path: Path) -> None:
    done: list[Outcome] = []
    with Case(tmp_path / "my.case") as case:
        case.add(
            stories, progress=lambda *step: done.append(step[2]), should_stop=lambda: bool(done)
        )
        assert len(done) == 1
        assert len(case.reports()) == 1
        assert case._database.is_grouped()
        assert case.add(stories)[-1].state == "added"
        assert len(case.reports()) == 3


def add_and_crash(case: Case, *paths: Path) -> None:
    """Adds reports and dies while they are grouped, when half of that is written."""

    def crash(*_parts: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateline.grouping.grow_events", crash)
        with pytest.raises(KeyboardInterrupt):
            case.add(*paths)


def test_a_case_that_a_crash_left_ungrouped_is_grouped_when_it_is_read(
    built_case: Path, stories: Path, tmp_path: Path
) -> None:
    with Case(built_case, create=False) as built:
        whole = list(built.export("records"))
        names = [entity.name for entity in built.entities()]
    for number in range(3):
        with Case(tmp_path / f"{number}.case") as case:
            add_and_crash(case, stories)
            if number == 0:
                assert case.events()
            elif number == 1:
                assert [entity.name for entity in case.entities()] == names
            else:
                assert [one.state for one in case.add(stories)] == ["duplicate"] * 3
                assert case._database.events()
            assert list(case.export("records")) == whole


def write_bulletins(folder: Path) -> Path:
    """Two copies of a text in which nobody does anything: no claims, and no people."""
    folder.mkdir()
    text = (
        "SFAX, Tunisia, Feb. 18, 2024 (Levant Wire) — Rain fell over the harbour for three days "
        "and the boats stayed in port; the sea was grey and the quays were wet all week long.\n"
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def test_copies_without_claims_are_known_after_a_crash(tmp_path: Path) -> None:
    bulletins = write_bulletins(tmp_path / "in")
    with Case(tmp_path / "my.case") as case:
        add_and_crash(case, bulletins)
        assert [len(case.claims()), len(case._database.copies())] == [0, 0]
        first, second = case.reports()
        assert {first.copy_of, second.copy_of} in ({None, first.id}, {None, second.id})
        copy = first if first.copy_of else second
        assert case.find(copy.id) == copy


def test_a_report_that_another_process_left_ungrouped_is_grouped_when_the_case_is_read(
    stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories / "keller-visit.txt")
        with Case(tmp_path / "my.case") as other:
            add_and_crash(other, stories / "port-strike.html")
        assert not case._database.is_grouped()
        told = {claim.id for claim in case.claims() if claim.kind == "event"}
        assert {id_ for event in case.contents().events for id_ in event.claims} == told
        assert case._database.is_grouped()


def test_a_case_grouped_by_other_rules_is_grouped_anew_when_a_report_comes(
    built_case: Path, stories: Path, tmp_path: Path
) -> None:
    with Case(built_case, create=False) as built:
        whole = list(built.export("records"))
    with Case(tmp_path / "my.case") as case, pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateline.events.candidates.THRESHOLD", 9.0)  # joins next to nothing
        patch.setattr("dateline.grouping.name_rules", lambda: "older rules")
        case.add(stories / "keller-visit.txt", stories / "brandt-denies.txt")
        joined = len(case.events())
        patch.undo()
        assert len(case.events()) == joined
        assert case.verify().problems
        case.add(stories)
        assert not case.verify().problems
        assert list(case.export("records")) == whole


def test_the_timeline_can_be_asked_for_people_and_days(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        everything = case.timeline()
        keller = case.timeline(who="anna keller")
        march = case.timeline(start="2024-03", end="2024-03-05")
        assert 0 < len(keller.rows) < len(everything.rows)
        assert 0 < len(march.rows) < len(everything.rows)
        assert case.timeline(who="Nobody Atall").rows == ()
        assert case.timeline(start="1999", end="1999").rows == ()
        assert len(everything.to_dicts()) == len(everything.rows)
        with pytest.raises(BadQuery):
            case.timeline(start="last week")


def test_a_record_is_found_by_the_beginning_of_its_id(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        claim, event = case.claims()[0], case.events()[0]
        assert case.find(claim.id) == claim
        assert isinstance(case.find(claim.id[:-2]), Claim)
        assert isinstance(case.find(event.id), Event)
        with pytest.raises(UnknownId):
            case.find("c_zzzz")
        with pytest.raises(UnknownId):
            case.find("c_")


def test_a_claim_has_a_footnote_with_its_words_and_its_context(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        claim = next(one for one in case.claims() if one.trigger.exact == "met")
        footnote = case.footnote(claim.id[:-1])
        assert footnote.quote == claim.quote
        text = next(one.text for one in case.reports() if one.id == claim.report)
        assert footnote.before + footnote.quote.exact + footnote.after in text
        with pytest.raises(UnknownId, match="no claim"):
            case.footnote(case.events()[0].id)


def test_search_finds_words_and_phrases(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        assert case.search("vienna")
        assert case.search('keller "tomas brandt"')
        assert case.search("zeppelin") == []
        with pytest.raises(BadQuery):
            case.search('"!"')


def test_verify_counts_what_it_checked(built_case: Path) -> None:
    with Case(built_case, create=False) as case:
        result = case.verify()
        assert result == Verification(3, result.quotes, ())
        assert result.quotes > 2 * len(case.claims())


def test_verify_names_the_report_whose_bytes_changed(stories: Path, tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
        report = case.reports()[0]
        (blob,) = (tmp_path / "my.case" / "blobs").rglob(report.sha256)
        blob.write_bytes(blob.read_bytes().replace(b"2024", b"2042"))
        problems = case.verify().problems
    assert [problem.record for problem in problems] == [report.id]


DAMAGE = {
    "a claim": ("c", "UPDATE claims SET payload = '{}' WHERE id = ?"),
    "a chain": ("h", "UPDATE chains SET payload = '{}' WHERE id = ?"),
    "an event": ("v", "UPDATE events SET payload = '{}' WHERE id = ?"),
    "a report": ("r", "UPDATE reports SET payload = replace(payload, 'text', 'txet') WHERE id = ?"),
    "a report that is gone": ("r", "DELETE FROM reports WHERE id = ?"),
    "a claim that is gone": ("c", "DELETE FROM claims WHERE id = ?"),
    "the bytes of a report": (
        "r", "UPDATE reports SET payload = replace(payload, sha256, hex(0)) WHERE id = ?",
    ),
    "a claim of no report": (
        "c", "UPDATE claims SET payload = replace(payload, report, 'r_0') WHERE id = ?",
    ),
}  # fmt: skip


def damage(case: Path, kind: str, statement: str) -> str:
    """Changes one record of a case behind its back; returns its id."""
    tables = {"c": "passages", "h": "chains", "v": "events", "r": "reports"}
    column = "claim" if kind == "c" else "id"
    with sqlite3.connect(case / "case.db") as connection:
        found = connection.execute(f"SELECT min({column}) FROM {tables[kind]}").fetchone()[0]
        connection.execute(statement, (found,))
    connection.close()
    return str(found)


@pytest.mark.parametrize("what", DAMAGE)
def test_verify_names_what_is_damaged_and_checks_the_rest(
    what: str, stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
        whole = case.verify()
    damaged = damage(tmp_path / "my.case", *DAMAGE[what])
    with Case(tmp_path / "my.case", create=False) as case:
        result = case.verify()
    assert [one.record for one in result.problems] == [damaged]
    assert damaged in result.problems[0].message
    assert result.reports == whole.reports - what.startswith("a report")
    assert whole.quotes / 3 < result.quotes <= whole.quotes


EDITS = {
    "certainty": ("claims", "payload LIKE '%\"certainty\":\"reported\"%'",
                  "replace(payload, '\"certainty\":\"reported\"', '\"certainty\":\"asserted\"')"),
    "the day of a claim": ("claims", "payload LIKE '%\"2024-03-03\"%'",
                           "replace(payload, '\"2024-03-03\"', '\"2024-03-02\"')"),
    "a name of a chain": ("chains", "payload LIKE '%Tomas Brandt%'",
                          "replace(payload, '\"names\":[', '\"names\":[\"Nobody\",')"),
    "the title of a report": ("reports", "payload LIKE '%Dockers march%'",
                              "replace(payload, '\"title\":\"D', '\"title\":\"B')"),
    "a name of an entity": ("entities", "payload LIKE '%Tomas Brandt%'",
                            "replace(payload, '\"names\":[', '\"names\":[\"Nobody\",')"),
    "the day of an event": ("events", "payload LIKE '%\"2024-03-03\"%'",
                            "replace(payload, '\"2024-03-03\"', '\"2024-03-02\"')"),
}  # fmt: skip


@pytest.mark.parametrize("what", EDITS)
def test_verify_names_a_record_that_was_edited_and_still_reads(
    what: str, stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
    table, where, payload = EDITS[what]
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        (edited,) = connection.execute(f"SELECT min(id) FROM {table} WHERE {where}").fetchone()
        before = connection.execute(f"SELECT payload FROM {table} WHERE id = ?", (edited,))
        old = before.fetchone()
        connection.execute(f"UPDATE {table} SET payload = {payload} WHERE id = ?", (edited,))
        after = connection.execute(f"SELECT payload FROM {table} WHERE id = ?", (edited,))
        assert after.fetchone() != old
    connection.close()
    with Case(tmp_path / "my.case", create=False) as case:
        problems = case.verify().problems
    assert [one.record for one in problems] == [edited]
    assert edited in problems[0].message


def test_verify_names_an_entity_that_is_gone_and_a_copy_that_is_none(
    stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
        gone, (first, second, _) = case.entities()[0].id, case.reports()
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        connection.execute("DELETE FROM entity_names WHERE entity = ?", (gone,))
        connection.execute("DELETE FROM entities WHERE id = ?", (gone,))
        connection.execute("INSERT INTO copies VALUES (?, ?)", (first.id, second.id))
    connection.close()
    with Case(tmp_path / "my.case", create=False) as case:
        assert [one.record for one in case.verify().problems] == [first.id, gone]


def test_verify_names_a_chain_that_is_gone(stories: Path, tmp_path: Path) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
        claims = [one for one in case.claims() if one.who]
        gone = claims[0].who[0].chain
        naming = {one.id for one in claims if gone in {part.chain for part in one.who}}
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        connection.execute("DELETE FROM chains WHERE id = ?", (gone,))
    connection.close()
    with Case(tmp_path / "my.case", create=False) as case:
        problems = case.verify().problems
    assert {one.record for one in problems} == {gone}
    assert naming <= {one.message.split()[-3] for one in problems}


def test_verify_of_a_database_that_cannot_be_read_on_is_a_problem_and_no_error(
    stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        case.add(stories)
    with sqlite3.connect(tmp_path / "my.case" / "case.db") as connection:
        connection.execute("UPDATE claims SET payload = CAST(x'ff' AS TEXT)")
    connection.close()
    with Case(tmp_path / "my.case", create=False) as case:
        result = case.verify()
    assert (result.reports, result.quotes) == (0, 0)
    assert len(result.problems) == 1


def test_a_case_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(CaseNotFound):
        Case(tmp_path / "no.case", create=False)
    assert not (tmp_path / "no.case").exists()


def test_a_case_of_one_folder_holds_no_other(tmp_path: Path) -> None:
    write_stories(tmp_path / "stories")
    with Case(tmp_path / "a.case") as first, Case(tmp_path / "b.case") as second:
        first.add(tmp_path / "stories")
        second.add()
        assert second.reports() == ()


def test_a_case_that_never_was_is_made_by_adding_and_by_nothing_else(
    stories: Path, tmp_path: Path
) -> None:
    with Case(tmp_path / "my.case") as case:
        for read in (case.timeline, case.reports, case.contents, case.verify, case.inputs):
            with pytest.raises(CaseNotFound, match="no case at"):
                read()
        assert not (tmp_path / "my.case").exists()
        case.add(stories)
        assert len(case.reports()) == 3
    with pytest.raises(ValueError, match="closed"):
        case.reports()
    unused = Case(tmp_path / "other.case")
    unused.close()
    with pytest.raises(ValueError, match="closed"):
        unused.add(stories)
    assert not (tmp_path / "other.case").exists()


def test_a_name_without_a_word_is_no_question(built_case: Path) -> None:
    with Case(built_case, create=False) as case, pytest.raises(BadQuery, match="empty"):
        case.timeline(who="")
