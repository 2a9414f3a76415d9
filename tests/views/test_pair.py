from __future__ import annotations

from dataclasses import replace

from dateline.records import Mention
from dateline.views.pair import PairView, compare_sides
from dateline.views.wording import owners_of
from tests.factory import find_words, make_chain, make_claim, make_report, make_where
from tests.views.case import entity

FIRST = make_report(
    "Minister Mira Oduya met Karim Haddad in Tarn on 12 March. He left early. Oduya stayed.",
    outlet="Harbour Times",
)
SECOND = make_report(
    "Oduya, the chair of the Harbour Board, spoke in Lund.", outlet="Coast Daily", published=None
)
OTHER = make_chain(FIRST, "Karim Haddad")
BOARD = make_chain(SECOND, "Harbour Board", schema="Organization")
LEFT = make_chain(FIRST, "Mira Oduya", roles=["Minister"])
LEFT = replace(
    LEFT,
    names=("Mira Oduya", "Oduya"),
    mentions=(*LEFT.mentions, Mention(FIRST.id, find_words(FIRST, "Oduya", 1), "name")),
)
RIGHT = make_chain(SECOND, "Oduya", roles=[("chair", BOARD)])
CLAIMS = (
    make_claim(FIRST, "met", "CONSULT", [LEFT, OTHER], when="2024-03-12",
               where=make_where(FIRST, "Tarn", "XA")),
    make_claim(SECOND, "spoke", "STATE", [RIGHT], where=make_where(SECOND, "Lund", "XA")),
    make_claim(FIRST, "left", "STATE", [OTHER], where=make_where(FIRST, "Tarn", "XB")),
)  # fmt: skip


def drawn() -> PairView:
    owners = owners_of(
        entity(name, [chain])
        for name, chain in (("Mira Oduya", LEFT), ("Oduya", RIGHT), ("Karim Haddad", OTHER),
                            ("Harbour Board", BOARD))
    )  # fmt: skip
    reports = {one.id: one for one in (FIRST, SECOND)}
    return compare_sides([LEFT], [RIGHT], CLAIMS, owners, reports)


def test_what_differs_comes_first_then_what_one_side_has_then_what_agrees() -> None:
    found = drawn().fields
    order = ["differs", "one side", "agrees"]
    assert [one.agreement for one in found] == sorted(
        (one.agreement for one in found), key=order.index
    )
    by_label = {one.label: one for one in found}
    assert by_label["roles"].left == ("Minister",)
    assert by_label["roles"].right == ("chair",)
    assert by_label["roles"].agreement == by_label["places"].agreement == "differs"
    assert by_label["organisations"].right == ("Harbour Board",)
    assert by_label["organisations"].agreement == "one side"
    assert by_label["seen with"].left == ("Karim Haddad",)
    assert by_label["dates"].left == ("12 Mar 2024",)
    # one name in common is enough, and one country
    assert by_label["names"].agreement == by_label["countries"].agreement == "agrees"
    assert by_label["countries"].left == ("XA",)  # not that of what only the other man did


def test_both_sides_have_their_reports_and_passages_with_the_name_in_its_sentence() -> None:
    found = drawn()
    assert (found.left, found.right) == ("Mira Oduya", "Oduya")
    assert found.left_reports == ("Harbour Times, 15 Mar 2024",)
    assert found.right_reports == ("Coast Daily, no date",)
    first, second = found.left_passages
    assert (first.exact, second.exact) == ("Mira Oduya", "Oduya")
    assert first.before == "Minister "
    assert second.after == " stayed."
    (only,) = found.right_passages
    assert only.source == "Coast Daily, no date"


def test_a_name_is_shown_before_a_pronoun() -> None:
    he = Mention(FIRST.id, find_words(FIRST, "He"), "pronoun")
    chain = replace(LEFT, mentions=(he, LEFT.mentions[0]))
    found = compare_sides([chain], [RIGHT], (), {}, {FIRST.id: FIRST})
    assert [one.exact for one in found.left_passages] == ["Mira Oduya", "He"]
    assert found.right_passages == ()


def test_passages_come_from_different_reports_first() -> None:
    chain = make_chain(SECOND, "Oduya")
    found = compare_sides([LEFT, chain], [OTHER], (), {}, {one.id: one for one in (FIRST, SECOND)})
    assert [one.source.partition(",")[0] for one in found.left_passages] == [
        "Harbour Times", "Coast Daily",
    ]  # fmt: skip
