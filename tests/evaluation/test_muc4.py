"""MUC-4: its format, its scores, and claims as templates; all messages are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.pipeline import analyse
from evaluation.muc4 import entities_of, measure
from evaluation.muc4_corpus import Filler, Template, read_filler, read_key, read_report
from evaluation.muc4_pairs import best_pairs
from evaluation.muc4_scores import EntityTally, SlotTally, align, compare, score_slot
from evaluation.muc4_templates import write_templates

TEXT = """
   QUITO, 5 MAY 91 (INVENTED WIRE) -- [REPORT] [RADIO ZAMBRANO] [TEXT] FOUR GUNMEN KILLED JUDGE
RAMON IBARRA IN AMBATO YESTERDAY, THE
POLICE SAID.

   A POWERFUL BOMB EXPLODED AT A BANK IN CUENCA ON 2 MAY. THE NORTHERN LIBERATION FRONT [NLF] HAS
CLAIMED RESPONSIBILITY FOR IT.

"""
KEY = """
;;; a remark
0.  MESSAGE: ID                     DEV-MUC3-0001 (NOSC)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  04 MAY 91
3.  INCIDENT: LOCATION              ECUADOR: AMBATO (CITY)
4.  INCIDENT: TYPE                  ATTACK
9.  PERP: INDIVIDUAL ID             "GUNMEN" / "FOUR GUNMEN"
10. PERP: ORGANIZATION ID           -
11. PERP: ORGANIZATION CONFIDENCE   -
12. PHYS TGT: ID                    -
18. HUM TGT: NAME                   "RAMON IBARRA"
19. HUM TGT: DESCRIPTION            "JUDGE": "RAMON IBARRA"
                                    ? "DRIVER"

0.  MESSAGE: ID                     DEV-MUC3-0001 (NOSC)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  02 MAY 91
3.  INCIDENT: LOCATION              ECUADOR: CUENCA (CITY)
4.  INCIDENT: TYPE                  BOMBING
10. PERP: ORGANIZATION ID           "NORTHERN LIBERATION FRONT" / "NLF"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED: "NORTHERN LIBERATION FRONT" / "NLF"
12. PHYS TGT: ID                    "BANK"

0.  MESSAGE: ID                     DEV-MUC3-0002 (NOSC)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


def templates() -> list[Template]:
    """The two templates of the invented key."""
    return [template for _, template in read_key(KEY) if template is not None]


def one(**slots: str) -> Template:
    """A template with one filler in each slot given."""
    return Template({slot: (Filler((value,)),) for slot, value in slots.items()})


# --------------------------------------------------------------------------------- the format


def test_a_key_is_read_with_alternatives_optional_fillers_and_referents() -> None:
    first, second = templates()

    assert [id_ for id_, _ in read_key(KEY)] == ["DEV-MUC3-0001"] * 2 + ["DEV-MUC3-0002"]
    assert first.get("perp_individual") == (Filler(("GUNMEN", "FOUR GUNMEN")),)
    assert first.get("victim_description") == (
        Filler(("JUDGE",), referents=("RAMON IBARRA",)),
        Filler(("DRIVER",), optional=True),
    )
    assert first.get("target") == ()
    assert second.optional
    assert second.get("perp_confidence") == (
        Filler(("CLAIMED OR ADMITTED",), referents=("NORTHERN LIBERATION FRONT", "NLF")),
    )


@pytest.mark.parametrize("printed", ["-", "*", "", "? -"])
def test_an_empty_slot_has_no_filler(printed: str) -> None:
    assert read_filler(printed) is None


def test_a_message_becomes_a_report_with_its_dateline_and_whole_paragraphs() -> None:
    report = read_report("DEV-MUC3-0001", TEXT)

    assert report.published == "1991-05-05"
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == ("Quito", "INVENTED WIRE")
    assert report.text[report.body_start :].startswith("FOUR GUNMEN KILLED JUDGE RAMON IBARRA")
    assert report.text.count("\n") == 2


# --------------------------------------------------------------------------------- the scores


@pytest.mark.parametrize(
    ("slot", "key", "response", "worth"),
    [
        ("date", "04 MAY 91", "04 MAY 91", 1.0),
        ("date", "- 05 MAY 91", "04 MAY 91", 0.5),
        ("date", "04 MAY 91", "- 05 MAY 91", 0.0),
        ("date", "04 MAY 91", "06 MAY 91", 0.0),
        ("location", "ECUADOR: AMBATO (CITY)", "ECUADOR: AMBATO", 1.0),
        ("location", "ECUADOR: AMBATO (CITY)", "ECUADOR", 0.5),
        ("location", "ECUADOR: AMBATO (CITY)", "PERU", 0.0),
        ("type", "BOMBING", "ATTACK", 0.5),
        ("type", "BOMBING", "ARSON", 0.0),
        ("victim_name", "RAMON IBARRA", "IBARRA", 0.5),
        ("victim_name", "IBARRA", "RAMON IBARRA", 1.0),
        ("victim_description", "JUDGE", "A YOUNG JUDGE", 1.0),
        ("target", "BANK IN CUENCA", "SHOP", 0.0),
        ("perp_confidence", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", 0.5),
    ],
)
def test_a_filler_is_right_right_in_part_or_wrong(
    slot: str, key: str, response: str, worth: float
) -> None:
    assert compare(slot, Filler((key,)), Filler((response,))) == worth


def test_a_right_value_of_another_one_is_right_in_part() -> None:
    key = Filler(("REPORTED AS FACT",), referents=("NLF",))
    response = Filler(("REPORTED AS FACT",), referents=("ARMY",))

    assert compare("perp_confidence", key, response) == 0.5


def test_an_optional_filler_costs_nothing_when_missing_and_counts_when_given() -> None:
    key = templates()[0]
    judge, driver = Filler(("JUDGE",)), Filler(("DRIVER",))

    assert score_slot("victim_description", key, Template({"victim_description": (judge,)})) == (
        1.0,
        1,
        1,
    )
    both = Template({"victim_description": (judge, driver)})
    assert score_slot("victim_description", key, both) == (2.0, 2, 2)


def test_templates_are_aligned_for_most_credit_and_need_a_type_and_an_end() -> None:
    key = [one(type="ATTACK", target="BANK"), one(type="ATTACK", target="SHOP", date="04 MAY 91")]
    response = [
        one(type="ATTACK", target="SHOP", date="04 MAY 91"),
        one(type="ATTACK", target="BANK"),
        one(type="ATTACK", target="BRIDGE"),
        one(type="ARSON", target="BANK"),
    ]

    assert align(key, response) == [(0, 1), (1, 0)]
    assert align([one(type="BOMBING", target="BANK")], response[2:]) == []


def test_a_key_against_itself_is_all_right_and_nothing_against_it_is_not() -> None:
    perfect, empty = SlotTally(), SlotTally()
    perfect.add(templates(), templates())
    empty.add(templates(), [])

    assert perfect.figures()["slot_f1"] == pytest.approx(1.0)
    assert perfect.figures()["matched_f1"] == pytest.approx(1.0)
    assert empty.figures()["slot_r"] == 0.0
    assert empty.key["type"] == 1  # the optional template costs nothing


def test_what_stays_alone_is_missing_or_spurious() -> None:
    tally = SlotTally()
    tally.add([one(type="ATTACK", target="BANK")], [one(type="ATTACK", victim_name="NOBODY")])

    assert tally.figures()["slot_f1"] == 0.0
    assert tally.response["victim_name"] == 1


@pytest.mark.parametrize(
    ("worth", "pairs"),
    [
        ([[1.0, 0.9], [0.9, 0.0]], [(0, 1), (1, 0)]),
        ([[0.0, 0.0]], []),
        ([[0.2], [0.7], [0.5]], [(1, 0)]),
        ([[0.5, 0.0, 1.0], [1.0, 0.0, 1.0]], [(0, 2), (1, 0)]),
    ],
)
def test_pairs_are_worth_most_together(
    worth: list[list[float]], pairs: list[tuple[int, int]]
) -> None:
    assert best_pairs(worth) == pairs


def test_an_entity_is_right_if_all_its_mentions_are_of_one_and_once() -> None:
    tally = EntityTally()
    gold = {"Victim": [frozenset({"ramon ibarra", "ibarra"}), frozenset({"driver"})]}
    tally.add(gold, {"Victim": [frozenset({"ibarra"}), frozenset({"ramon ibarra"})]})

    assert (tally.right["Victim"], tally.key["Victim"], tally.response["Victim"]) == (1, 2, 2)
    assert tally.figures(["Victim"])["ceaf_ree_f1"] == pytest.approx(0.5)


# ------------------------------------------------------------------------------- the templates


def test_claims_of_a_report_become_templates() -> None:
    report = read_report("DEV-MUC3-0001", TEXT)
    written = write_templates(report, *analyse(report))

    tally = SlotTally()
    tally.add(templates(), written)
    assert [t.get("type")[0].options[0] for t in written] == ["ATTACK", "BOMBING"]
    assert tally.figures()["slot_f1"] > 0.7
    assert frozenset({"ramon ibarra"}) in entities_of(written)["Victim"]


def test_a_body_is_known_by_the_words_of_its_name() -> None:
    text = TEXT.split("[TEXT]")[0] + (
        "[TEXT] MEMBERS OF SHINING PATH KILLED JUDGE RAMON IBARRA IN AMBATO YESTERDAY.\n"
    )
    report = read_report("DEV-MUC3-0001", text)
    (written,) = write_templates(report, *analyse(report))

    (body,) = written.get("perp_organization")
    assert body.options == ("SHINING PATH",)


def test_a_clash_of_soldiers_and_old_history_make_no_template() -> None:
    text = TEXT.split("[TEXT]")[0] + (
        "[TEXT] REBELS KILLED FIVE SOLDIERS NEAR AMBATO YESTERDAY. THE ARMY KILLED THE JUDGE RAMON "
        "IBARRA ON 4 MAY 1971.\n"
    )
    report = read_report("DEV-MUC3-0001", text)

    assert write_templates(report, *analyse(report)) == []


def test_the_set_is_measured_by_parts(tmp_path: Path) -> None:
    corpora = tmp_path / "official_muc34" / "TASK" / "CORPORA"
    for part, text, key in (
        ("dev", "dev-muc3-0001-0100", "key-dev-0001.muc4"),
        ("tst1", "tst1-muc3", "key-tst1.v7"),
        ("tst2", "tst2-muc4", "key-tst2.v4"),
    ):
        (corpora / part).mkdir(parents=True)
        (corpora / part / text).write_text(f"DEV-MUC3-0001 (NOSC)\n{TEXT}", encoding="latin-1")
        (corpora / part / key).write_text(KEY, encoding="latin-1")
    processed = tmp_path / "muc" / "processed"
    processed.mkdir(parents=True)
    line = '{"docid": "DEV-MUC3-0001", "extracts": {"Victim": [[["ramon ibarra", 9]]]}}\n'
    for name in ("dev.json", "train.json"):
        (processed / name).write_text(line, encoding="utf-8")

    result = measure(tmp_path)

    assert result.documents == 2  # of a development part of one message a tenth is none
    assert result.figures["slot_f1"] > 0.7
    assert result.figures["ceaf_victim_f1"] > 0
    assert set(result.parts) == {"tst1 and tst2", "tst1", "dev, a tenth"}
