"""What makes several reports one origin: agencies, editions, recordings, spokesmen, judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from dateline.events import group_events
from dateline.events.origins.publishers import read_publishers
from dateline.records import (
    Chain,
    Claim,
    Credit,
    Dateline,
    Entity,
    EntityRole,
    Event,
    Quote,
    Report,
    Source,
    entity_id,
    make_judgement,
)
from tests.events.origins.test_find import event_of, tell, told_of

Told = tuple[Report, Claim, dict[str, Chain]]
_NOON = datetime(2024, 3, 15, 12, tzinfo=UTC)
WORDS = (
    "the gulls over a bakery near our chapel sang while nets dried and children counted barrels "
    "below grey cliffs until lamps burned along narrow lanes where carts carried salt towards "
    "mills beyond fields of barley under cold rain from western hills"
)
STORIES = tuple(" ".join(Random(number).sample(WORDS.split(), 30)) for number in range(12))
"""Texts of their own, so that none is a copy of another."""


def credited(told: Told, *agencies: str | None) -> Told:
    """The same with a credit to agencies at the end of the text."""
    report, claim, chains = told
    credits_ = tuple(
        Credit(name, Quote(len(report.text) - 1, len(report.text), report.text[-1:]))
        for name in agencies
    )
    return replace(report, credits=credits_), claim, chains


def reasons_of(event: Event, by: str) -> list[str]:
    return [one.words for origin in event.origins for one in origin.collapses if one.by == by]


def test_one_agency_text_under_five_feed_labels_is_one_origin() -> None:
    """The text differs in each, so that only the credits tell."""
    labels = ("Coast Daily", "Quayside", "Harbour Times", "Levant Feed", "Aldmouth Today")
    event = event_of(
        *(credited(tell(name, STORIES[n]), "AFP") for n, name in enumerate(labels)),
    )
    assert told_of(event) == [("outlet", "AFP", 5)]
    assert event.publishers == 5
    assert reasons_of(event, "agency") == [
        "5 reports carry the text of AFP (credited at their end)"
    ]


def test_nine_editions_of_one_broadcaster_are_one_publisher() -> None:
    editions = ("News", "Urdu", "Arabic", "World Service", "Hindi", "Persian", "Somali", "Hausa")
    names = ["BBC", *(f"BBC {edition}" for edition in editions)]
    event = event_of(*(tell(name, STORIES[n]) for n, name in enumerate(names)))
    assert event.publishers == 1
    assert told_of(event) == [("author", "BBC", 9)]
    assert reasons_of(event, "publisher") == [
        "BBC, BBC Arabic, BBC Hausa and 6 others are outlets of one publisher, BBC"
    ]


def test_editions_are_known_by_their_names_without_a_table() -> None:
    event = event_of(
        tell("Harbour Times", STORIES[0]), tell("The Harbour Times Urdu", STORIES[1]),
        tell("Harbour Post", STORIES[2]), tell("News Urdu", STORIES[3]), tell("News", STORIES[4]),
    )  # fmt: skip
    assert (event.publishers, len(event.origins)) == (4, 4)


def test_ten_outlets_that_quote_one_spokesman_are_one_origin() -> None:
    ten = [
        tell(f"Paper {letter}", f"{story} Ann Lee.", source="Ann Lee", kind="person")
        for letter, story in zip("ABCDEFGHIJ", STORIES, strict=False)
    ]
    event = event_of(*ten)
    assert (len(event.origins), event.publishers, event.copies) == (1, 10, 0)
    assert event.origins[0].reason == "10 reports rest on the same person, Ann Lee"


def test_who_is_credited_inside_agency_text_is_the_origin() -> None:
    quoted = tell("Coast Daily", STORIES[0] + " Ann Lee.", source="Ann Lee", kind="person")
    event = event_of(credited(quoted, "AFP"), credited(tell("Quayside", STORIES[1]), "AFP"))
    assert {(kind, name) for kind, name, _ in told_of(event)} == {
        ("person", "Ann Lee"),
        ("outlet", "AFP"),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("AFP",), ("Agence France-Presse",)),
        (("AP",), ("The Associated Press",)),
        (("AFP", "Reuters"), ("Reuters",)),  # may be the text of either
        (("AFP", "Reuters"), ("AFP", "AP")),
        ((None,), ("Reuters",)),
        ((None,), (None,)),
    ],
)
def test_credits_that_may_be_to_one_agency_are_one_origin(
    one: Sequence[str | None], other: Sequence[str | None]
) -> None:
    event = event_of(
        credited(tell("Coast Daily", STORIES[0]), *one),
        credited(tell("Quayside", STORIES[1]), *other),
    )
    assert len(event.origins) == 1
    assert len(event.origins[0].reports) == 2


def test_two_agencies_are_two_origins_and_a_text_of_both_is_no_third() -> None:
    event = event_of(
        credited(tell("Coast Daily", STORIES[0]), "AFP"),
        credited(tell("Quayside", STORIES[1]), "Reuters"),
        credited(tell("Harbour Times", STORIES[2]), "Reuters", "AFP"),
    )
    assert told_of(event) == [("outlet", "Reuters", 2), ("outlet", "AFP", 1)]
    assert "1 report credits Reuters and AFP together" in event.origins[0].reason


def test_a_dateline_of_two_agencies_and_a_desk_are_read_as_such() -> None:
    def dated(outlet: str, story: str, agency: str) -> Told:
        report, claim, chains = tell(outlet, story)
        line = Dateline(None, None, agency, Quote(0, 1, report.text[:1]))
        return replace(report, dateline=line), claim, chains

    event = event_of(
        dated("Coast Daily", STORIES[0], "AFP/Reuters"),
        dated("Quayside", STORIES[1], "REUTERS"),
        dated("Harbour Times", STORIES[2], "Web Desk"),
    )
    assert [origin.name for origin in event.origins] == ["REUTERS", "Harbour Times"]


def test_an_agency_that_signs_its_own_text_tells_it_itself() -> None:
    event = event_of(credited(tell("Reuters", STORIES[0]), "Reuters"))
    assert told_of(event) == [("author", "Reuters", 1)]


def test_who_cites_an_outlet_rests_on_whom_that_outlet_has_it_from() -> None:
    event = event_of(
        tell("Harbour Times", STORIES[0] + " Ann Lee.", source="Ann Lee", kind="person"),
        tell("Coast Daily", STORIES[1], source="the Harbour Times", kind="outlet"),
        tell("Quayside", STORIES[2], source="Coast Daily", kind="outlet"),
    )
    assert told_of(event) == [("person", "Ann Lee", 3)]
    assert reasons_of(event, "cites") == [
        "1 report cites Coast Daily, whose own report rests on Ann Lee",
        "1 report cites the Harbour Times, whose own report rests on Ann Lee",
    ]


def test_outlets_that_cite_each_other_are_one_origin() -> None:
    event = event_of(
        tell("Coast Daily", STORIES[0], source="Quayside", kind="outlet"),
        tell("Quayside", STORIES[1], source="Coast Daily", kind="outlet"),
    )
    assert len(event.origins) == 1


def test_the_account_of_an_outlet_is_the_outlet() -> None:
    event = event_of(
        tell("Harbour Times", STORIES[0]),
        tell("Quayside", STORIES[1], source="Harbour Times' Telegram channel", kind="media"),
        tell("Coast Daily", STORIES[2], source="the Harbour Times on X", kind="outlet"),
    )
    assert told_of(event) == [("author", "Harbour Times", 3)]


def test_a_video_told_of_in_fewer_words_is_the_one_that_there_is() -> None:
    event = event_of(
        tell("Harbour Times", STORIES[0], source="viral video on X", kind="media"),
        tell("Coast Daily", STORIES[1], source="The footage", kind="media"),
        tell("Quayside", STORIES[2], source="photo of the quay", kind="media"),
    )
    assert told_of(event) == [("media", "viral video on X", 2), ("media", "photo of the quay", 1)]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("media", ("video from the quay", "video from the market", "the video")),
        ("media", ("the video", "a second video")),
        ("document", ("indictment", "court ruling")),
        ("document", ("ministry statement", "police statement")),
    ],
)
def test_what_may_be_several_recordings_or_documents_is_counted_apart(
    kind: str, names: Sequence[str]
) -> None:
    event = event_of(
        *(tell(f"Paper {n}", STORIES[n], source=name, kind=kind) for n, name in enumerate(names))
    )
    assert len(event.origins) == len(names)


def test_a_spokesman_and_the_body_that_he_speaks_for_are_one_origin() -> None:
    said = [
        tell("Harbour Times", STORIES[0] + " Ann Lee.", source="Ann Lee", kind="person"),
        tell("Coast Daily", STORIES[1], source="Quay Ministry", kind="organization"),
    ]
    report, claim, chains = said[1]
    body = Chain("n_body", report.id, "PublicBody", "Quay Ministry", ("Quay Ministry",), ())
    source = Source("organization", "Quay Ministry", body.id)
    said[1] = (report, replace(claim, sources=(source,)), {**chains, body.name: body})
    assert len(_event_with_post(said, "spokeswoman").origins) == 1
    assert len(_event_with_post(said, "engineer").origins) == 2
    assert len(_event_with_post(said, "spokeswoman", ended=True).origins) == 2


def _event_with_post(told: Sequence[Told], title: str, ended: bool = False) -> Event:
    owned: dict[str, list[str]] = {}
    for _report, _claim, chains in told:
        for name, chain in chains.items():
            owned.setdefault(name, []).append(chain.id)
    ids = {name: entity_id(tuple(some)) for name, some in owned.items()}
    post = EntityRole(title, ids["Quay Ministry"], ended=ended)
    entities = [
        Entity(ids[name], "PublicBody" if name == "Quay Ministry" else "Person", name, (name,),
               tuple(sorted(some)), (), (post,) if name == "Ann Lee" else ())
        for name, some in owned.items()
    ]  # fmt: skip
    (event,) = group_events([c for _, c, _ in told], entities, [r for r, _, _ in told])
    return event


def test_a_headline_adds_no_origin_beside_the_body_of_its_report() -> None:
    report, claim, chains = tell("Harbour Times", "Ann Lee.", source="Ann Lee", kind="person")
    headline = replace(
        claim, id="c_headline", sources=(Source("unnamed", "officials"),), in_headline=True
    )
    entities = [Entity(c.id, "Person", n, (n,), (c.id,), ()) for n, c in chains.items()]
    (event,) = group_events([claim, headline], entities, [report])
    assert told_of(event) == [("person", "Ann Lee", 2)]


# What people say, and tables of their own ---------------------------------------------------------


def judged_event(kind: str, one: int, other: int, *told: Told) -> Event:
    """The event of reports, two of which are judged: "same" or "different"."""
    owned: dict[str, list[str]] = {}
    for _report, _claim, chains in told:
        for name, chain in chains.items():
            owned.setdefault(name, []).append(chain.id)
    entities = [
        Entity(entity_id(tuple(ids)), "Person", name, (name,), tuple(sorted(ids)), ())
        for name, ids in owned.items()
    ]
    left, right = sorted((told[one][0].id, told[other][0].id))
    said = make_judgement(kind, left, right, user="Ida", time=_NOON, reason="one author")  # type: ignore[arg-type]
    (event,) = group_events([c for _, c, _ in told], entities, [r for r, _, _ in told], [said])
    return event


def test_reports_judged_the_same_count_once() -> None:
    told = tell("Coast Daily", STORIES[0]), tell("Quayside", STORIES[1])
    event = judged_event("same", 0, 1, *told)
    assert len(event.origins) == 1
    assert reasons_of(event, "judged") == [
        "2 reports count once, as judged by Ida on 2024-03-15: one author"
    ]


@pytest.mark.parametrize("how", ["copy", "agency", "publisher", "names", "cites"])
def test_a_found_collapse_between_reports_judged_different_is_undone(how: str) -> None:
    one, other = (
        tell("Coast Daily", STORIES[0], published="2024-03-14"),
        tell("Quayside", STORIES[1]),
    )
    if how == "copy":
        other = tell("Quayside", STORIES[0])
    if how == "agency":
        one, other = credited(one, "AFP"), credited(other, "AFP")
    if how == "publisher":
        one, other = tell("BBC News", STORIES[0]), tell("BBC Urdu", STORIES[1])
    if how == "names":
        one, other = (
            tell(name, f"{story} Ann Lee.", source="Ann Lee", kind="person")
            for name, story in zip(("Coast Daily", "Quayside"), STORIES, strict=False)
        )
    if how == "cites":
        other = tell("Quayside", STORIES[1], source="Coast Daily", kind="outlet")
    assert len(event_of(one, other).origins) == 1
    event = judged_event("different", 0, 1, one, other)
    assert len(event.origins) == 2
    assert {words.partition(",")[0] for words in reasons_of(event, "judged")} == {
        "1 report counts apart from another"
    }


def test_a_third_report_stays_with_the_earlier_of_two_that_are_parted() -> None:
    three = [
        credited(tell(name, STORIES[n], published=f"2024-03-1{n}"), "AFP")
        for n, name in enumerate(("Coast Daily", "Quayside", "Harbour Times"))
    ]
    event = judged_event("different", 0, 1, *three)
    assert [len(origin.reports) for origin in event.origins] == [2, 1]
    assert event.origins[0].reports == tuple(sorted((three[0][0].id, three[2][0].id)))


def test_a_row_of_the_user_wins() -> None:
    told = [
        tell("Coast Daily", STORIES[0]), tell("Quayside Evening", STORIES[1]),
        tell("BBC Urdu", STORIES[2]), tell("BBC News", STORIES[3]),
    ]  # fmt: skip
    owned: dict[str, list[str]] = {}
    for _report, _claim, chains in told:
        for name, chain in chains.items():
            owned.setdefault(name, []).append(chain.id)
    entities = [
        Entity(entity_id(tuple(ids)), "Person", name, (name,), tuple(sorted(ids)), ())
        for name, ids in owned.items()
    ]
    rows = "outlet\tpublisher\n# ours\nQuayside *\tQuay Group\nCoast Daily\tQuay Group\tits site\n"
    table = read_publishers(rows + "BBC Urdu\tBBC Urdu\n")
    (event,) = group_events(
        [c for _, c, _ in told], entities, [r for r, _, _ in told], publishers=table
    )
    assert event.publishers == 3
    assert sorted(len(origin.reports) for origin in event.origins) == [1, 1, 2]
    assert reasons_of(event, "publisher") == [
        "Coast Daily and Quayside Evening are outlets of one publisher, Quay Group"
    ]


def test_the_origins_of_reports_in_any_order_are_the_same() -> None:
    told = [
        credited(tell("Coast Daily", STORIES[0]), "AFP"),
        credited(tell("Quayside", STORIES[1]), "Reuters", "AFP"),
        tell("BBC News", STORIES[2]),
        tell("BBC Urdu", STORIES[3], source="Quayside", kind="outlet"),
        tell("Harbour Times", STORIES[4], source="the video", kind="media"),
        tell("Levant Feed", STORIES[5], source="viral video on X", kind="media"),
    ]
    first = event_of(*told)
    Random(3).shuffle(told)
    assert event_of(*told) == first
