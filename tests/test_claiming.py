"""Claims that a person makes by hand: the words of the report, in every view, and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import Case
from dateline.claims import ClaimDraft
from dateline.cli import main
from dateline.errors import BadClaim, UnknownId
from tests.store.conftest import address, postgres_address, postgres_server  # noqa: F401

TEXT = (
    "GRAZ, May 20, 2024 (Styria Post) — Talks on the salt tax went on all week.\n\n"
    "Anna Keller and the envoy Tomas Brandt shared a bench in Linz in early May, according to two "
    "officials. The Velvet Anchor paid for the coffee.\n"
)
OTHER = "LINZ, May 22, 2024 (Linz Post) — Anna Keller met Tomas Brandt in Linz on May 3, 2024.\n"
DRAFT = ClaimDraft(
    "Anna Keller and the envoy Tomas Brandt shared a bench in Linz in early May, according to two "
    "officials.",
    "CONSULT", "shared a bench", ("Anna Keller", "Tomas Brandt"), (), "early May", "Linz",
    ("two officials",),
)  # fmt: skip


@pytest.fixture
def case(address: str, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "two.txt").write_text(OTHER, encoding="utf-8")
    with Case(address) as opened:
        opened.add(tmp_path / "in")
        yield opened


def first(case: Case) -> str:
    return next(one.id for one in case.reports() if "salt tax" in one.text)


def test_a_claim_by_hand_has_the_words_the_time_and_the_sources_of_the_report(case: Case) -> None:
    claim = case.add_claim(first(case), DRAFT, user="Ida", reason="missed")
    (report,) = [one for one in case.reports() if one.id == claim.report]
    assert report.text[claim.quote.start : claim.quote.end] == claim.quote.exact
    assert report.text[claim.trigger.start : claim.trigger.end] == "shared a bench"
    assert claim.when is not None
    assert claim.when.start is not None
    assert claim.when.start.isoformat()[:7] == "2024-05"
    assert claim.when.words.exact == "early May"
    assert claim.where is not None
    assert claim.where.name == "Linz"
    assert [(one.kind, one.name) for one in claim.sources] == [("unnamed", "two officials")]
    assert claim.certainty == "reported"
    assert claim.is_by_hand
    assert claim.found_by[0].words.startswith("Ida on ")
    assert claim.found_by[0].words.endswith(": missed")
    assert case.verify().problems == ()


def test_it_stands_in_entities_events_and_search_like_any_other(case: Case) -> None:
    claim = case.add_claim(first(case), DRAFT, user="Ida")
    (event,) = [one for one in case.events() if claim.id in one.claims]
    assert len(event.who) == 2
    (keller,) = [one for one in case.entities() if one.name == "Anna Keller"]
    assert keller.id in event.who
    assert any(claim.id == hit.claim for hit in case.search("bench", 10))
    before = case.contents()
    assert case.regroup() == before


def test_it_can_be_taken_back_and_leaves_nothing(case: Case) -> None:
    before = case.contents()
    draft = ClaimDraft(
        "The Velvet Anchor paid for the coffee.", "AID", "paid", ("Velvet Anchor",),
        new_names="Organization",
    )  # fmt: skip
    claim = case.add_claim(first(case), draft, user="Ida")
    assert [one.schema for one in case.entities() if one.name == "Velvet Anchor"] == [
        "Organization"
    ]
    assert case.drop_claim(claim.id) == claim
    assert case.contents() == before
    assert not any(claim.id == hit.claim for hit in case.search("coffee", 10))
    assert case.verify().problems == ()


def test_what_a_rule_found_is_not_taken_back(case: Case) -> None:
    found = case.claims()[0]
    with pytest.raises(BadClaim, match="not made by hand"):
        case.drop_claim(found.id)
    with pytest.raises(UnknownId):
        case.drop_claim(first(case))


def test_it_goes_with_its_report(case: Case) -> None:
    claim = case.add_claim(first(case), DRAFT, user="Ida")
    case.remove(claim.report)
    assert claim.id not in [one.id for one in case.claims()]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "Anna Keller bought a bench"}, "does not print"),
        ({"quote": ""}, "Give the words"),
        ({"quote": "Linz", "trigger": ""}, None),
        ({"quote": "the"}, "times in the report"),
        ({"type": "GOSSIP"}, "no type"),
        ({"trigger": "salt tax"}, "does not stand in the passage"),
        ({"who": ("Viktor Lenz",)}, "not printed in the report"),
        ({"who": ("three bishops",)}, "not printed in the report"),
        ({"when": "a while ago"}, "No date can be read"),
        ({"where": "Atlantis"}, "not printed in the report"),
        ({"type": "leads", "who": ("Anna Keller",)}, "give who and whom"),
    ],
)
def test_words_that_the_report_does_not_print_are_refused_with_a_sentence(
    case: Case, change: dict[str, object], said: str | None
) -> None:
    fields = {"quote": DRAFT.quote, "type": "CONSULT", "who": ("Anna Keller",), **change}
    before = case.contents()
    if said is None:
        assert case.add_claim(first(case), ClaimDraft(**fields), user="Ida")  # type: ignore[arg-type]
        return
    with pytest.raises(BadClaim, match=said):
        case.add_claim(first(case), ClaimDraft(**fields), user="Ida")  # type: ignore[arg-type]
    assert case.contents() == before


def test_the_same_claim_is_not_made_twice(case: Case) -> None:
    claim = case.add_claim(first(case), DRAFT, user="Ida")
    with pytest.raises(BadClaim, match=claim.id):
        case.add_claim(first(case), DRAFT, user="Jan")


def test_a_time_may_be_given_as_a_date_and_words_without_a_name_stay_unnamed(case: Case) -> None:
    draft = ClaimDraft(
        DRAFT.quote, "CONSULT", "shared a bench", ("Anna Keller",), ("the envoy",), "2024-05-02",
    )  # fmt: skip
    claim = case.add_claim(first(case), draft, user="Ida")
    assert claim.when is not None
    assert claim.when.edtf == "2024-05-02"
    assert [one.exact for one in claim.unnamed_who] == ["the envoy"]
    assert claim.certainty == "asserted"


def test_the_commands_make_it_show_whose_it_is_and_take_it_back(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "my.case"
    with Case(path) as made:
        made.add(tmp_path / "one.txt")
        report = first(made)

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, list(words))
        return done.exit_code, done.output

    code, said = run(
        "claim", str(path), report, "--quote", DRAFT.quote, "--type", "CONSULT", "--trigger",
        "shared a bench", "--who", "Anna Keller", "--whom", "Tomas Brandt", "--when", "early May",
        "--source", "two officials", "--user", "Ida",
    )  # fmt: skip
    assert code == 0, said
    claim = said.split()[0]
    assert "Ida on" in run("show", str(path), claim)[1]
    rows = [json.loads(one) for one in run("export", str(path), "--as", "records")[1].splitlines()]
    (row,) = [one for one in rows if one.get("id") == claim]
    assert row["found_by"][0]["rule"] == "a person"
    assert "by hand" in run("export", str(path), "--as", "html")[1]
    assert run("claim", str(path), "--drop", claim)[0] == 0
    assert run("show", str(path), claim)[0] == 4
    assert run("claim", str(path), report, "--quote", "nothing")[0] == 2
