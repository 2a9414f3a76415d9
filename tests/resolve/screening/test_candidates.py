"""Screening with fictional lists: no person, body or programme in them exists."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Sequence
from typing import Any

from dateline.records import Chain, Judgement, Report, make_judgement
from dateline.records.settled import settle
from dateline.resolve import resolve_entities
from dateline.resolve.screening import ListCandidate, Screening
from tests.factory import make_chain, make_report
from tests.resolve.screening.lists import ALT, SDN, ftm, read

REPORT = make_report(
    "The Tunisian deputy minister Karim Dallo, 54, met Ana Nunez of the Grey Harbour Front. "
    "Police said nothing. Zerafa left.",
    published="2024-03-15",
)
BODY = make_chain(REPORT, "Grey Harbour Front", schema="Organization")
KARIM = make_chain(REPORT, "Karim Dallo", roles=["deputy minister"])
ANA = make_chain(REPORT, "Ana Nunez", roles=[("minister", BODY)])
SINGLE = make_chain(REPORT, "Zerafa")
CHAINS = (BODY, KARIM, ANA, SINGLE)


def screening(
    chains: Sequence[Chain] = CHAINS, reports: Sequence[Report] = (REPORT,),
    judgements: Sequence[Judgement] = (), **options: Any,
) -> Screening:  # fmt: skip
    settled = settle(judgements, {chain.id: chain.schema == "Person" for chain in chains})
    entities = resolve_entities(chains, (), judgements)
    return Screening(entities, chains, (), reports, settled, **options)


def screen(data: bytes | str, aliases: bytes | None = None, **options: Any) -> list[ListCandidate]:
    watch, _ = read("name\nNobody Atall\n")
    _, entries = read(data, aliases=aliases)
    return list(screening(**options).screen(watch, entries))


def judged(kind: Any, chain: Chain, entry: str) -> Judgement:
    return make_judgement(
        kind, chain.id, entry, user="Ida", time="2024-04-01T10:00:00Z", reason="born 1971"
    )


def test_an_entity_has_the_candidates_of_its_names_with_what_they_are_like() -> None:
    found = {one.entity.name: one for one in screen(SDN, ALT)}
    assert set(found) == {"Karim Dallo", "Ana Nunez", "Grey Harbour Front"}
    karim = found["Karim Dallo"]
    assert karim.entry.id == "ofac-sdn:7101"
    assert karim.reported == "Karim Dallo"
    assert karim.match is not None
    assert karim.match.score > 0.5
    assert karim.judged is None


def test_fields_tell_what_agrees_what_differs_and_who_is_silent() -> None:
    (karim,) = [one for one in screen(SDN, ALT) if one.entity.name == "Karim Dallo"]
    fields = {one.label: one for one in karim.fields}
    assert fields["country"].agreement == "agrees"
    assert fields["country"].reports == ("TN",)
    assert fields["position"].agreement == "agrees"
    assert fields["birth"].agreement == "differs"
    assert fields["birth"].reports == ("1969/1970 (“54”)",)
    assert fields["birth"].list == ("1948-12-10", "1950~")
    assert fields["organisation"].agreement == "silent"
    assert karim.fields[0].agreement == "differs"


def test_a_body_in_common_agrees_and_raises_the_score() -> None:
    line = ftm("p-1", "Person", ["Ana Nunez"])
    (bare,) = screen(line)
    (tied,) = screen(ftm("p-1", "Person", ["Ana Nunez"], position=["Envoy of Grey Harbour Front"]))
    assert {one.label: one.agreement for one in tied.fields}["organisation"] == "agrees"
    assert tied.score > bare.score


def test_a_candidate_whose_birth_differs_comes_after_one_whose_birth_agrees() -> None:
    lines = [ftm("p-1", "Person", ["Karim Dallo"], birthDate=["1931"]),
             ftm("p-2", "Person", ["Karim Dallo"], birthDate=["1970-05"]),
             ftm("p-3", "Person", ["Karim Dallo"])]  # fmt: skip
    found = screen("\n".join(lines))
    assert [one.entry.id for one in found] == ["ftm:p-2", "ftm:p-3", "ftm:p-1"]


def test_a_name_in_another_script_is_found() -> None:
    found = screen(ftm("p-1", "Person", ["Карим Далло"]))
    assert [one.listed for one in found] == ["Карим Далло"]


def test_a_body_is_never_a_person() -> None:
    assert not screen(ftm("c-1", "Company", ["Karim Dallo"]))
    assert not screen(ftm("p-1", "Person", ["Grey Harbour Front"]))
    found = screen(ftm("l-1", "LegalEntity", ["Karim Dallo"]))
    assert [one.fields[-1].label for one in found if one.fields[-1].agreement == "silent"]


def test_a_single_word_of_a_persons_name_is_screened_only_if_asked_for() -> None:
    lines = "\n".join([ftm("p-1", "Person", ["Zerafa"]), ftm("p-2", "Person", ["Dallo"])])
    assert not screen(lines)
    found = screen(lines, surnames=True)
    assert {one.entity.name for one in found} == {"Zerafa"}
    assert all(one.is_bare for one in found)
    assert screening().single == 1
    assert screening(surnames=True).single == 0


def test_an_acronym_is_screened_only_against_the_same_letters() -> None:
    report = make_report("The GHF and the BQN spoke.")
    acronyms = [make_chain(report, name, schema="Organization") for name in ("GHF", "BQN")]
    lines = "\n".join(
        [ftm("o-1", "Organization", ["Grey Harbour Front"]), ftm("o-2", "Organization", ["B.Q.N."])]
    )
    found = screen(lines, chains=acronyms, reports=(report,))
    assert [(one.entity.name, one.is_bare) for one in found] == [("BQN", False)]
    every = screen(lines, chains=acronyms, reports=(report,), surnames=True)
    assert {(one.entity.name, one.is_bare) for one in every} == {("BQN", False), ("GHF", True)}


def test_who_has_no_name_in_the_reports_is_not_screened() -> None:
    police = make_chain(REPORT, "Police", schema="PublicBody")
    nominal = [type(one)(one.report, one.words, "nominal") for one in police.mentions]
    unnamed = Chain(police.id, police.report, police.schema, "Police", ("Police",), tuple(nominal))
    made = screening((unnamed,))
    assert (made.screened, made.unnamed) == (0, 1)


def test_a_namesake_that_a_person_ruled_out_stays_ruled_out_in_the_next_edition() -> None:
    said = judged("different", KARIM, "csv:test-list:7")
    first = screen("id,name\n7,Karim Dallo\n", judgements=[said])
    later = screen("name,id,dob\nAna Nunez,8,\nDALLO Kareem,7,1931\n", judgements=[said])
    for found in (first, later):
        (karim,) = [one for one in found if one.entity.name == "Karim Dallo"]
        assert karim.judged == "different"
        assert karim.judgement == said


def test_what_is_ruled_out_holds_for_reports_that_are_added_later() -> None:
    later = make_report("Karim Dallo spoke in Sfax.", outlet="Sfax Post", published="2024-05-01")
    again = make_chain(later, "Karim Dallo")
    said = judged("different", KARIM, "ftm:p-1")
    found = screen(
        ftm("p-1", "Person", ["Karim Dallo"]),
        chains=(*CHAINS, again), reports=(REPORT, later), judgements=[said],
    )  # fmt: skip
    assert [one.judged for one in found] == ["different"]
    assert again.id in found[0].entity.chains


def test_an_entry_that_a_list_merged_into_another_keeps_what_was_said_of_it() -> None:
    said = judged("different", KARIM, "ftm:old-1")
    found = screen(ftm("NK-1", "Person", ["Karim Dallo"], referents=["old-1"]), judgements=[said])
    assert [(one.judged, one.judgement) for one in found] == [("different", said)]


def test_whom_a_person_confirmed_is_shown_first_whatever_the_names() -> None:
    said = judged("same", SINGLE, "ftm:p-2")
    lines = "\n".join([ftm("p-1", "Person", ["Karim Dallo"]), ftm("p-2", "Person", ["Mo Quill"])])
    found = screen(lines, judgements=[said])
    assert [one.entry.id for one in found] == ["ftm:p-2", "ftm:p-1"]
    assert (found[0].judged, found[0].judgement, found[0].match) == ("same", said, None)


def test_what_follows_from_two_judgements_is_told_as_nobodys_own_word() -> None:
    log = [judged("same", KARIM, "NK-1"), judged("different", KARIM, "NK-2")]
    log.append(make_judgement("same", "NK-2", "ftm:p-1", user="Jan", time="2024-04-02T10:00:00Z"))
    found = screen(ftm("p-1", "Person", ["Karim Dallo"]), judgements=log)
    assert [(one.judged, one.judgement) for one in found] == [("different", None)]


def test_the_programme_in_another_line_comes_with_the_candidate() -> None:
    lines = [ftm("p-1", "Person", ["Karim Dallo"]),
             ftm("s-1", "Sanction", [], entity=["p-1"], program=["Order 5"])]  # fmt: skip
    watch, entries = read("\n".join(lines))
    watch.programs["ftm:p-1"] = ("Order 5",)
    (found,) = screening().screen(watch, entries)
    assert found.entry.programs == ("Order 5",)


def test_the_order_does_not_hang_on_the_order_of_the_list() -> None:
    lines = [ftm(f"p-{n}", "Person", [name]) for n, name in
             enumerate(("Karim Dallo", "Ana Núñez", "Kareem Dallo", "Anna Nunez"))]  # fmt: skip
    ids = [[(one.entity.id, one.entry.id) for one in screen("\n".join(some))]
           for some in (lines, lines[::-1])]  # fmt: skip
    assert ids[0] == ids[1]
    assert ids[0]


def _many(number: int) -> str:
    """Names of nobody: syllables put together by counting."""
    said = ("ba", "ri", "no", "tel", "mas", "ku", "vi", "dor", "gen", "lo")

    def word(n: int) -> str:
        return "".join(said[int(digit)] for digit in f"{n:03}").title()

    return "\n".join(
        ftm(f"p-{n}", "Person", [f"{word(n * 7 % 1000)} {word(n % 997)}"]) for n in range(number)
    )


def test_a_list_is_never_held_whole() -> None:
    """Ten times the list may not take ten times the memory."""
    made = screening()
    peaks = []
    for number in (300, 3_000):
        watch, entries = read("name\nNobody Atall\n")
        data = _many(number)
        _, entries = read(data)
        tracemalloc.start()
        made.screen(watch, iter(entries))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 4 * peaks[0] + 2_000_000


def test_four_thousand_listed_names_take_seconds() -> None:
    lines = _many(4_000).splitlines()
    text = " ".join(json.loads(line)["properties"]["name"][0] + "." for line in lines[:400])
    report = make_report(text)
    names = [json.loads(line)["properties"]["name"][0] for line in lines[:400]]
    chains = [make_chain(report, name) for name in dict.fromkeys(names)]
    made = screening(chains, (report,))
    watch, entries = read("\n".join(lines))
    start = time.process_time()
    found = made.screen(watch, entries)
    assert {one.entity.name for one in found} >= set(names)
    assert time.process_time() - start < 20


def test_names_of_hundreds_of_words_take_no_longer_than_others() -> None:
    long = [" ".join(f"ab{one}{other}" for one in range(90)) for other in range(200)]
    repeated = [f"{'Karim ' * 80}{number}" for number in range(200)]
    for names in (long, repeated):
        for schema in ("Person", "LegalEntity"):
            start = time.process_time()
            screen(ftm("p-1", schema, names))
            assert time.process_time() - start < 5
