"""How many independent origins an event has, and why some count once."""

from dateline.events import group_events
from dateline.records import Chain, Claim, Entity, Event, Report, Source, entity_id
from tests.factory import make_chain, make_claim, make_report, make_source

AGREED = "Mira Oduya met Karim Haddad at the quay of Aldmouth to talk about the fallen crane. "


def tell(
    outlet: str | None, text: str = "", *, source: str | None = None, kind: str = "author",
    agency: str | None = None, published: str = "2024-03-15",
) -> tuple[Report, Claim, dict[str, Chain]]:  # fmt: skip
    report = make_report(f"{AGREED}{text}", outlet=outlet, agency=agency, published=published)
    people = [make_chain(report, name) for name in ("Mira Oduya", "Karim Haddad")]
    chains = {chain.name: chain for chain in people}
    sources: list[Source] = [make_source("author")]
    if kind == "person" and source:
        chains[source] = make_chain(report, source)
        sources = [make_source("person", source, chains[source], report)]
    elif kind != "author":
        sources = [make_source(kind, source, report=report)]  # type: ignore[arg-type]
    claim = make_claim(report, "met", "CONSULT", people, when="2024-03-12", sources=sources)
    return report, claim, chains


def event_of(*told: tuple[Report, Claim, dict[str, Chain]]) -> Event:
    owned: dict[str, list[str]] = {}
    for _report, _claim, chains in told:
        for name, chain in chains.items():
            owned.setdefault(name, []).append(chain.id)
    entities = [
        Entity(entity_id(tuple(ids)), "Person", name, (name,), tuple(sorted(ids)), ())
        for name, ids in owned.items()
    ]
    (event,) = group_events([c for _, c, _ in told], entities, [r for r, _, _ in told])
    return event


OWN = (
    "Fishermen had waited for an hour while the rain fell on the market hall behind the church.",
    "A brass band from the next valley played before the visitors walked to the lighthouse again.",
    "Nobody in the crowd knew how long the repair of the broken harbour machine was going to take.",
)


def told_of(event: Event) -> list[tuple[str, str, int]]:
    return [(origin.kind, origin.name, len(origin.claims)) for origin in event.origins]


def test_outlets_that_speak_for_themselves_are_independent() -> None:
    event = event_of(tell("Harbour Times", OWN[0]), tell("Coast Daily", OWN[1]))
    assert told_of(event) == [("author", "Coast Daily", 1), ("author", "Harbour Times", 1)]
    assert (event.publishers, event.copies) == (2, 0)
    assert {origin.reason for origin in event.origins} == {""}


def test_copies_of_one_text_count_once() -> None:
    first = tell("Levant Wire", OWN[0] + OWN[1], published="2024-03-14")
    event = event_of(first, *(tell(name, OWN[0] + OWN[1]) for name in ("Coast Daily", "Quayside")))
    assert told_of(event) == [("author", "Levant Wire", 3)]
    assert (event.publishers, event.copies) == (3, 2)
    assert "2 reports repeat another's text" in event.origins[0].reason


def test_an_agency_in_the_dateline_is_the_origin_and_so_is_its_own_report() -> None:
    event = event_of(
        tell("Coast Daily", OWN[0], agency="Levant Wire"),
        tell("Quayside", OWN[1], agency="LEVANT WIRE"),
        tell("Levant Wire", OWN[2]),
    )
    assert len(event.origins) == 1
    assert (event.publishers, event.copies) == (3, 0)
    assert "2 reports carry the text of" in event.origins[0].reason


def test_an_outlet_that_cites_another_adds_no_origin() -> None:
    event = event_of(
        tell("Harbour Times", OWN[0]),
        tell("Coast Daily", OWN[1], source="the Harbour Times", kind="outlet"),
        tell("Quayside", OWN[2], source="Harbour Times", kind="organization"),
    )
    assert told_of(event) == [("author", "Harbour Times", 3)]
    assert "2 reports cite Harbour Times" in event.origins[0].reason


def test_one_spokesman_quoted_by_two_outlets_is_one_origin() -> None:
    event = event_of(
        tell("Harbour Times", OWN[0] + " Ann Lee.", source="Ann Lee", kind="person"),
        tell("Coast Daily", OWN[1] + " Ann Lee.", source="Ann Lee", kind="person"),
        tell("Quayside", OWN[2]),
    )
    assert told_of(event) == [("person", "Ann Lee", 2), ("author", "Quayside", 1)]
    assert event.origins[0].reason == "2 reports rest on the same person, Ann Lee"


def test_one_video_is_one_origin_and_unnamed_sources_are_counted_by_text() -> None:
    event = event_of(
        tell("Harbour Times", OWN[0], source="viral video on X", kind="media"),
        tell("Coast Daily", OWN[1], source="Viral video on X", kind="media"),
        tell("Quayside", OWN[2], source="officials", kind="unnamed"),
    )
    assert [(kind, count) for kind, _name, count in told_of(event)] == [
        ("media", 2),
        ("unnamed", 1),
    ]


def test_the_reason_leaves_names_as_they_are_and_agrees_in_number() -> None:
    cited = [
        tell(name, text, source="MANKIND {NAME} Daily", kind="outlet")
        for name, text in zip(("Coast Daily", "Quayside"), OWN, strict=False)
    ]
    assert event_of(*cited).origins[0].reason == "2 reports cite MANKIND {NAME} Daily"
    event = event_of(tell("Coast Daily", OWN[0], agency="Levant Wire"), tell("Levant Wire", OWN[1]))
    assert event.origins[0].reason == (
        "1 report tells it in the voice of Levant Wire; 1 report carries the text of Levant Wire"
    )


def test_an_unnamed_outlet_counts_by_its_report() -> None:
    event = event_of(tell(None, OWN[0]), tell(None, OWN[1]))
    assert (len(event.origins), event.publishers) == (2, 2)
    wire = event_of(tell(None, OWN[0], agency="Levant Wire"), tell("Levant Wire", OWN[1]))
    assert (len(wire.origins), wire.publishers) == (1, 1)
    assert all(origin.name == origin.reports[0] for origin in event.origins)


def test_what_a_text_says_again_in_its_own_voice_rests_on_whom_it_credits() -> None:
    """A video and the report that describes it are one origin, not two."""
    report = make_report(
        "A video shows Mira Oduya met Karim Haddad. Mira Oduya met Karim Haddad in Aldmouth.",
        outlet="Harbour Times",
    )
    people = [make_chain(report, name) for name in ("Mira Oduya", "Karim Haddad")]
    seen = make_claim(
        report, "met", "CONSULT", people, when="2024-03-12",
        sources=[make_source("media", "A video", report=report)],
    )  # fmt: skip
    told = make_claim(report, "met", "CONSULT", people, when="2024-03-12", nth=1)
    entities = [
        Entity(entity_id((c.id,)), "Person", c.name, (c.name,), (c.id,), ()) for c in people
    ]

    (event,) = group_events([seen, told], entities, [report])

    assert [(o.kind, o.name, len(o.claims)) for o in event.origins] == [("media", "A video", 2)]
    assert "1 report tells it again in its own voice" in event.origins[0].reason
