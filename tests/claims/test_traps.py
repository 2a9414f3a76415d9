"""Sentences that mislead extractors: what is claimed of each, and what is not.

Each stands for a failure met in other tools or in our own reading of news: a deed denied, planned,
supposed or undone; a name in passing; the date of a source; an idiom; what nobody said or did.
"""

from __future__ import annotations

import pytest

from dateline.records import Claim
from tests.annotate.reading import Reading, not_yet, read


def standing(reading: Reading, claim: Claim) -> str:
    """A claim with all that is not plain: "CONSULT A & B [planned, told by person A]"."""
    notes: list[str] = [claim.certainty] if claim.certainty != "asserted" else []
    notes += [f"{s.kind} {s.name}" for s in claim.sources if s.kind != "author"]
    notes += [f"on {claim.when.edtf}"] if claim.when else []
    return f"{reading.shown(claim)} [{', '.join(notes)}]" if notes else reading.shown(claim)


TRAPS = [
    # the date of a source is not that of the deed
    (
        "According to an article of 10 January 2022, Harbour Bank was fined.",
        ["SANCTION > Harbour Bank [reported, document an article of 10 January 2022]"],
    ),
    # a name inside the name of another, or of a group that is somebody else
    ("Companies using Orlen AI contacted Vell Systems.", ["CONSULT > Vell Systems"]),
    ("Former Orlen AI staff founded Vell Systems in 2021.", []),
    ("The Sami Nur Hospital was attacked on Monday.", []),
    # what did not happen
    ("Tomas Brandt did not meet Omar Karsh.", ["not CONSULT Tomas Brandt & Omar Karsh"]),
    ("Tomas Brandt failed to meet Omar Karsh.", ["not CONSULT Tomas Brandt & Omar Karsh"]),
    (
        "There is no evidence that Tomas Brandt met Omar Karsh.",
        ["not CONSULT Tomas Brandt & Omar Karsh"],
    ),
    (
        "It is unlikely that Tomas Brandt met Omar Karsh.",
        ["not CONSULT Tomas Brandt & Omar Karsh [inferred]"],
    ),
    (
        "Instead of meeting Omar Karsh, Tomas Brandt stayed in Oslo.",
        ["not CONSULT Tomas Brandt & Omar Karsh"],
    ),
    ("Neither Tomas Brandt nor Omar Karsh attended the summit.",
     ["not APPEAR Tomas Brandt & Omar Karsh"]),
    ("Tomas Brandt refused to meet Omar Karsh.", ["REJECT Tomas Brandt"]),
    # what is denied, and by whom
    (
        "Anna Keller denied that Tomas Brandt had met Omar Karsh.",
        [
            "REJECT Anna Keller",
            "not CONSULT Tomas Brandt & Omar Karsh [reported, person Anna Keller]",
        ],
    ),
    (
        "Omar Karsh denied killing Sami Nur.",
        ["REJECT Omar Karsh", "not ASSAULT Omar Karsh > Sami Nur [reported, person Omar Karsh]"],
    ),
    (
        "Omar Karsh denied accusations that he had killed Sami Nur.",
        ["REJECT Omar Karsh", "not ASSAULT Omar Karsh > Sami Nur [reported, person Omar Karsh]"],
    ),
    (
        "The court acquitted Omar Karsh of killing Sami Nur.",
        [
            "CONCEDE court > Omar Karsh",
            "not ASSAULT Omar Karsh > Sami Nur [reported, organization court]",
        ],
    ),
    # what is to come, called off, or put off
    (
        "Tomas Brandt will meet Omar Karsh in Oslo.",
        ["CONSULT Tomas Brandt & Omar Karsh [planned]"],
    ),
    ("The visit of Omar Karsh to Norway was postponed.", ["CONSULT Omar Karsh > Norway [planned]"]),
    ("The visit of Omar Karsh to Norway was cancelled.", ["not CONSULT Omar Karsh > Norway"]),
    (
        "The ministry ruled out talks with the Falcon Brigade.",
        ["REJECT ministry", "not CONSULT Falcon Brigade"],
    ),
    (
        "Tomas Brandt is expected to meet Omar Karsh.",
        ["CONSULT Tomas Brandt & Omar Karsh [planned, unnamed expected]"],
    ),
    # what is only supposed or asked
    ("If Tomas Brandt meets Omar Karsh, the talks will end.", []),
    ("Did Tomas Brandt meet Omar Karsh?", []),
    ("It was not clear whether Tomas Brandt had met Omar Karsh.", []),
    (
        "Tomas Brandt called on Omar Karsh to attack Norway.",
        ["REQUEST Tomas Brandt > Omar Karsh"],
    ),
    (
        "Tomas Brandt threatened to attack Norway.",
        [
            "THREATEN Tomas Brandt > Norway",
            "ASSAULT Tomas Brandt > Norway [planned, person Tomas Brandt]",
        ],
    ),
    (
        "Omar Karsh had promised to release Tomas Brandt.",
        [
            "AGREE Omar Karsh > Tomas Brandt",
            "CONCEDE Omar Karsh > Tomas Brandt [planned, person Omar Karsh]",
        ],
    ),
    # an accusation is no deed
    (
        "Omar Karsh accused Tomas Brandt of killing Sami Nur.",
        [
            "ACCUSE Omar Karsh > Tomas Brandt",
            "ASSAULT Tomas Brandt > Sami Nur [alleged, person Omar Karsh]",
        ],
    ),
    (
        "Omar Karsh was accused of killing Sami Nur.",
        ["ASSAULT Omar Karsh > Sami Nur [alleged, unnamed accused]"],
    ),
    ("Prosecutors dropped charges against Omar Karsh.", ["CONCEDE Prosecutors > Omar Karsh"]),
    ("Norway lifted sanctions on Malta.", ["CONCEDE Norway > Malta"]),
    # the writer's reading
    (
        "The talks raise concern that Norway funds the Falcon Brigade.",
        ["AID Norway > Falcon Brigade [inferred]"],
    ),
    # chains of sources, origin first
    (
        "Anna Keller said Tomas Brandt told her that Omar Karsh had met Sami Nur.",
        [
            "STATE Anna Keller",
            "STATE Tomas Brandt > Anna Keller [reported, person Anna Keller]",
            "CONSULT Omar Karsh & Sami Nur [reported, person Tomas Brandt, person Anna Keller]",
        ],
    ),
    (
        "Reuters reported that Anna Keller had told the BBC that Tomas Brandt met Omar Karsh.",
        [
            "STATE Reuters",
            "STATE Anna Keller > BBC [reported, outlet Reuters]",
            "CONSULT Tomas Brandt & Omar Karsh"
            " [reported, person Anna Keller, outlet BBC, outlet Reuters]",
        ],
    ),
    (
        "Omar Karsh claimed on Telegram that Norway had attacked Malta.",
        ["STATE Omar Karsh", "ASSAULT Norway > Malta [alleged, person Omar Karsh]"],
    ),
    (
        "A video shows Omar Karsh meeting Tomas Brandt.",
        ["CONSULT Omar Karsh & Tomas Brandt [reported, media video]"],
    ),
    (
        "Omar Karsh is believed to have met Tomas Brandt.",
        ["CONSULT Omar Karsh & Tomas Brandt [reported, unnamed believed]"],
    ),
    # nobody is no source
    (
        "Nobody has claimed responsibility for the attack on Malta.",
        ["ASSAULT > Malta"],
    ),
    # a passive, an aside, a contrast
    (
        "Malta, which was attacked by the Falcon Brigade, closed its ports.",
        ["ASSAULT Falcon Brigade > Malta"],
    ),
    ("Police arrested Omar Karsh, not Tomas Brandt.", ["COERCE Police > Omar Karsh"]),
    (
        "Tomas Brandt and Omar Karsh met, but Sami Nur did not attend.",
        ["CONSULT Tomas Brandt & Omar Karsh", "not APPEAR Sami Nur"],
    ),
    # what stands on the page beside the report
    ("READ MORE: Omar Karsh met Tomas Brandt in Oslo.", []),
    ("Watch: Omar Karsh met Tomas Brandt in Oslo.", []),
    ("Photo: Omar Karsh meets Tomas Brandt in Oslo.", []),
    ("© 2024 Harbour Mail. Omar Karsh met Tomas Brandt.", []),
    ("Subscribe to hear how Omar Karsh met Tomas Brandt.", []),
    (
        "Watching the sea, Omar Karsh met Tomas Brandt.",
        ["CONSULT Omar Karsh & Tomas Brandt"],
    ),
    # idioms, games, shares and storms
    ("The heart attack of Omar Karsh came as a surprise.", []),
    ("Omar Karsh killed the game with a late goal.", []),
    ("The Harbour Bank was hit by fears of a trade war.", []),
    ("\"I don't recall it,\" Omar Karsh said.", ["STATE Omar Karsh"]),
    ("Tomas Brandt met the deadline.", []),
    ("Omar Karsh shot to fame in 2010.", []),
    ("Tomas Brandt shot a film.", []),
    ("Tomas Brandt struck a balance.", []),
    ("Norway beat Malta 3-1 in Oslo.", []),
    ("Shares of the Harbour Bank fell sharply on Monday.", []),
    ("Tomas Brandt raised the flag in Oslo.", []),
    ("The storm hit Malta and killed twelve people.", []),
    ("Norway was struck by an earthquake.", []),
    # what is made up, dreamt, played or rehearsed; but what a recording shows was seen
    ("In the film, Omar Karsh kills Tomas Brandt.", []),
    ("The novel, in which Omar Karsh kills Sami Nur, opens on Friday.", []),
    ("Tomas Brandt dreamt that Omar Karsh killed Sami Nur.", []),
    ("Tomas Brandt plays a general who kills Omar Karsh.", []),
    ("The guards staged a mock attack on Malta.", []),
    (
        "The leaked film shows Omar Karsh meeting Tomas Brandt.",
        ["CONSULT Omar Karsh & Tomas Brandt [reported, media leaked film]"],
    ),
    # games are told in the words of war and talks
    ("Norway will meet Malta in the playoff on Friday.", []),
    ("Tomas Brandt scored twice as Norway attacked Malta from the first minute.", []),
    # what is asked for is not done
    ("Tomas Brandt demanded the release of Omar Karsh.", ["REQUEST Tomas Brandt"]),
    ("Tomas Brandt called for talks with Omar Karsh.", ["REQUEST Tomas Brandt"]),
    # what is weighed, scheduled or agreed on is to come; nor does "to plan" mean that it will
    ("Norway is considering sanctions on Malta.", ["SANCTION > Malta [planned]"]),
    (
        "A meeting between Omar Karsh and Tomas Brandt is scheduled for Friday.",
        ["CONSULT Omar Karsh & Tomas Brandt [planned, on 2024-03-15]"],
    ),
    (
        "Norway and Malta reached an agreement on sending troops to Oslo.",
        ["AGREE Norway & Malta", "MOBILIZE Norway & Malta [planned]"],
    ),
    ("Norway does not plan to attack Malta.", ["not MOBILIZE Norway"]),
    # a purpose of those who met or went is told as done
    ("The envoys flew to Oslo to meet Omar Karsh.", ["CONSULT Omar Karsh"]),
    # negations without "not", and duties, conditions and what did not come to pass
    ("Omar Karsh has yet to meet Tomas Brandt.", ["not CONSULT Omar Karsh & Tomas Brandt"]),
    ("In the event of an attack on Malta, Norway will close its ports.", []),
    ("Omar Karsh would have met Tomas Brandt in Oslo.", []),
    ("Omar Karsh must meet Tomas Brandt.", []),
    # "must have" draws a conclusion, an adjective may doubt, and a hunt is an accusation
    (
        "Omar Karsh must have met Tomas Brandt.",
        ["CONSULT Omar Karsh & Tomas Brandt [inferred]"],
    ),
    (
        "The alleged meeting between Omar Karsh and Tomas Brandt took place in May.",
        ["CONSULT Omar Karsh & Tomas Brandt [alleged, on 2023-05]"],
    ),
    (
        "Tomas Brandt is wanted for killing Omar Karsh.",
        ["ASSAULT Tomas Brandt > Omar Karsh [alleged]"],
    ),
    ("Fears of an attack on Malta spread in Oslo.", ["ASSAULT > Malta [alleged]"]),
    # what is seen as a sign is the writer's reading
    (
        "The visit is seen as a signal that Norway funds the Falcon Brigade.",
        ["AID Norway > Falcon Brigade [inferred]"],
    ),
    # who is kept from a deed is its doer, not who keeps him
    pytest.param(
        "Police prevented Omar Karsh from attacking Tomas Brandt.",
        ["COERCE Police > Omar Karsh", "not ASSAULT Omar Karsh > Tomas Brandt"],
        marks=not_yet("the subject of “prevented” is taken for that of its gerund"),
    ),
    # what is not ruled out is left open, and refused by nobody
    pytest.param(
        "The ministry has not ruled out talks with the Falcon Brigade.",
        ["CONSULT Falcon Brigade [alleged]"],
        marks=not_yet("not to rule out is told as a refusal denied"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimed"), TRAPS)
def test_no_more_and_no_less_is_claimed(text: str, claimed: list[str]) -> None:
    reading = read(text)
    found = [standing(reading, claim) for claim in reading.claims if claim.kind == "event"]

    assert found == claimed
