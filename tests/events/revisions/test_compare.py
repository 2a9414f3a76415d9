"""What a later text changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import process_time
from typing import Any

from dateline.events.revisions.changed_passages import compare_passages, read_passages
from dateline.events.revisions.compare import compare_texts
from dateline.records import (
    Chain,
    ChangeState,
    Claim,
    Count,
    Entity,
    FieldChange,
    Report,
    Revision,
    entity_id,
)
from tests.factory import find_words, make_chain, make_claim, make_report, make_source, make_where

DEAD = "Twelve people were killed in Trieste on Sunday, police said."
DEAD_NOW = "At least 14 people were killed in Trieste on Sunday, police said."
VISIT = "Marta Rossi visited the quay."
STORM = "Nobody in the town had seen such a storm before."
MET = "On Monday evening Rossi met Karl Lenz."


def passages(old: str, new: str) -> list[tuple[ChangeState, str, str]]:
    found = compare_passages(read_passages(old), read_passages(new))
    return [
        (one.state, one.old.exact if one.old else "", one.new.exact if one.new else "")
        for one in found
    ]


def test_a_sentence_is_kept_changed_withdrawn_or_new() -> None:
    old, new = f"{DEAD} {VISIT}\n\n{STORM}", f"{MET}\n{DEAD_NOW}\n{VISIT.upper()}"
    assert passages(old, new) == [
        ("changed", DEAD, DEAD_NOW),
        ("kept", VISIT, VISIT.upper()),
        ("withdrawn", STORM, ""),
        ("new", "", MET),
    ]


def test_a_sentence_that_moved_is_kept_and_one_printed_twice_is_kept_once() -> None:
    assert passages(f"{DEAD} {STORM}", f"{STORM} {DEAD}") == [
        ("kept", DEAD, DEAD),
        ("kept", STORM, STORM),
    ]
    assert passages(f"{STORM}\n{STORM}", STORM) == [
        ("kept", STORM, STORM),
        ("withdrawn", STORM, ""),
    ]


def test_passages_are_the_words_of_their_ranges_and_leave_none_out() -> None:
    text = f'{DEAD} "{STORM}" — {VISIT}\n\n…\n' + "a b " * 400 + f"? {MET}"
    found = read_passages(text)
    assert all(text[one.quote.start : one.quote.end] == one.quote.exact for one in found)
    assert sum(len(one.words) for one in found) == sum(
        any(c.isalnum() for c in word) for word in text.split()
    )
    assert max(len(one.words) for one in found) <= 120


def test_comparing_stays_in_step_with_hostile_texts() -> None:
    chance = [f"word{number % 7} of a sentence{number} that is." for number in range(20_000)]
    old = " ".join(chance) + " x." * 20_000 + "y" * 100_000
    new = " ".join(f"{one[:-1]} now." for one in chance) + " z." * 20_000 + " a" * 50_000
    begun = process_time()
    found = compare_passages(read_passages(old), read_passages(new))
    assert process_time() - begun < 10
    assert sum(one.state == "changed" for one in found) > 10_000


# Claims -------------------------------------------------------------------------------------------


def write(text: str, **fields: Any) -> Report:
    return make_report(text, url="https://harbourtimes.example/quay", **fields)


def own(*chains: Chain) -> dict[str, Entity]:
    """One entity of all chains, for each of them."""
    ids = tuple(sorted(chain.id for chain in chains))
    one = Entity(entity_id(ids), "Person", chains[0].name, chains[0].names, ids, ())
    return dict.fromkeys(ids, one)


def states(
    revision: Revision, claims: Sequence[Claim]
) -> list[tuple[ChangeState, str, str, tuple[FieldChange, ...]]]:
    words = {claim.id: claim.trigger.exact for claim in claims} | {None: ""}
    return [(one.state, words[one.old], words[one.new], one.fields) for one in revision.claims]


def with_count(report: Report, claim: Claim, words: str, number: int, whom: str) -> Claim:
    counted = Count("killed", number, number, find_words(report, words))
    return replace(claim, counts=(counted,), unnamed_whom=(find_words(report, whom),))


def test_claims_are_kept_changed_withdrawn_or_new() -> None:
    old = write(f"{DEAD} {VISIT} {STORM} A court fined Lenz.")
    new = write(f"{DEAD_NOW} {VISIT} {MET}")
    dead = make_claim(old, "killed", "ASSAULT", when="2024-03-03")
    dead = with_count(old, dead, "Twelve", 12, "Twelve people")
    more = make_claim(new, "killed", "ASSAULT", when="2024-03-03")
    more = with_count(new, more, "At least 14", 14, "At least 14 people")
    rossi, again = make_chain(old, "Marta Rossi"), make_chain(new, "Marta Rossi", "Rossi")
    visited = make_claim(old, "visited", "CONSULT", [rossi], mode="visit")
    same = make_claim(new, "visited", "CONSULT", [again], mode="visit")
    fined = make_claim(old, "fined", "COERCE")
    met = make_claim(new, "met", "CONSULT", [again], mode="meet")
    before, after = (dead, visited, fined), (met, same, more)
    revision = compare_texts(old, new, before, after, own(rossi, again))
    assert (revision.report, revision.of) == (new.id, old.id)
    count = FieldChange("count", "Twelve killed", "At least 14 killed")
    assert states(revision, (*before, *after)) == [
        ("changed", "killed", "killed", (count,)),
        ("kept", "visited", "visited", ()),
        ("withdrawn", "fined", "", ()),
        ("new", "", "met", ()),
    ]


def test_each_point_on_which_a_claim_differs_is_named_with_both_words() -> None:
    old = write("On Sunday Karl Lenz met envoy Marta Rossi at noon in Trieste, officials said.")
    new = write(
        "On Monday Jan Lenz did not meet envoy Marta Rossi at noon in Graz, the ministry said."
    )
    karl, jan = make_chain(old, "Karl Lenz"), make_chain(new, "Jan Lenz")
    rossis = make_chain(old, "Marta Rossi"), make_chain(new, "Marta Rossi")
    one = make_claim(
        old, "met", "CONSULT", [karl], [rossis[0]], when="2024-03-03", mode="meet",
        where=make_where(old, "Trieste", "IT"), sources=[make_source("unnamed", "officials")],
    )  # fmt: skip
    other = make_claim(
        new, "meet", "CONSULT", [jan], [rossis[1]], when="2024-03-04", mode="talk",
        where=make_where(new, "Graz", "AT"), sources=[make_source("organization", "the ministry")],
        polarity="-", certainty="alleged",
    )  # fmt: skip
    entities = own(*rossis) | own(karl) | own(jan)
    (change,) = compare_texts(old, new, [one], [other], entities).claims
    assert change.state == "changed"
    assert [(field.on, field.before, field.after) for field in change.fields] == [
        ("what", "met", "meet"),
        ("when", "2024-03-03", "2024-03-04"),
        ("where", "Trieste", "Graz"),
        ("who", "Karl Lenz", "Jan Lenz"),
        ("polarity", "happened", "did not happen"),
        ("certainty", "asserted", "alleged"),
        ("source", "officials", "the ministry"),
    ]


def test_a_person_whose_name_is_spelt_otherwise_is_the_same_if_the_case_says_so() -> None:
    old, new = write("Karl Lenz resigned today."), write("Carl Lenz resigned today.")
    karl, carl = make_chain(old, "Karl Lenz"), make_chain(new, "Carl Lenz")
    one, other = (
        make_claim(report, "resigned", "CONCEDE", [chain])
        for report, chain in ((old, karl), (new, carl))
    )
    (change,) = compare_texts(old, new, [one], [other], own(karl, carl)).claims
    assert change.state == "kept"
    (change,) = compare_texts(old, new, [one], [other], {}).claims
    assert change.fields == (FieldChange("who", "Karl Lenz", "Carl Lenz"),)


def test_of_several_claims_of_one_sentence_each_finds_its_own() -> None:
    old = write("Police arrested Karl Lenz and searched a house in Graz on Monday morning.")
    new = write("Police searched two houses in Graz on Monday morning and arrested Karl Lenz.")
    before = [make_claim(old, word, "COERCE", mode=mode) for word, mode in
              (("arrested", "arrest"), ("searched", "raid"))]  # fmt: skip
    after = [make_claim(new, word, "COERCE", mode=mode) for word, mode in
             (("searched", "raid"), ("arrested", "arrest"))]  # fmt: skip
    found = compare_texts(old, new, before, after, {}).claims
    assert [one.state for one in found] == ["kept", "kept"]
    assert [(one.old, one.new) for one in found] == [
        (before[0].id, after[1].id), (before[1].id, after[0].id),
    ]  # fmt: skip


def test_a_deed_told_in_quite_other_words_is_one_if_only_one_of_each_is_left() -> None:
    old = write("Rossi met Lenz.")
    new = write("In a surprise that nobody expected, Rossi yesterday met with a smiling Lenz.")
    pairs = [(make_chain(one, "Rossi"), make_chain(one, "Lenz")) for one in (old, new)]
    claims = [
        make_claim(one, "met", "CONSULT", both[:1], both[1:])
        for one, both in zip((old, new), pairs, strict=True)
    ]
    (change,) = compare_texts(old, new, claims[:1], claims[1:], {}).claims
    assert change.state == "kept"


# What the outlet says -----------------------------------------------------------------------------


def notices(old: str, new: str) -> list[str]:
    return [one.exact for one in compare_texts(write(old), write(new), (), (), {}).notices]


def test_the_outlet_s_own_words_for_a_change_are_found() -> None:
    for line in (
        "Correction: the storm was on Monday.",
        "CORRECTION (March 5): The storm was on Monday.",
        "Corrections and clarifications",
        "Editor’s note — the headline of this story was changed.",
        "* An earlier version of this article misstated the number of dead.",
        "This story has been updated.",
        "This article was amended on 5 March 2024 to correct the date.",
        "A previous version of this story incorrectly said that a court fined Lenz.",
    ):
        assert notices(STORM, f"{STORM}\n{line}\n{VISIT}") == [line]


def test_what_is_no_notice_or_stood_there_before_is_no_reason() -> None:
    for line in (
        "The correction of the river took ten years.",
        "Updated plans for the quay were shown.",
        "The court heard an earlier version of this.",
        "This article of the treaty says nothing of it.",
    ):
        assert notices(STORM, f"{STORM}\n{line}") == []
    assert notices(f"Correction: it was Monday.\n{STORM}", "Correction: it was Monday.") == []
