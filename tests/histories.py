"""Small fictional reports drawn by chance: names, days, towns and texts that often meet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from dateline.grouping import Regrouped, group, grow, grow_by_hand, name_rules
from dateline.records import (
    Chain,
    Claim,
    Judgement,
    JudgementKind,
    Mention,
    Participant,
    Quote,
    Report,
    Role,
    Schema,
    Source,
    Where,
    chain_id,
    claim_id,
    entity_id,
    make_judgement,
    read_when,
    report_id,
)
from dateline.records.settled import judged_readings
from dateline.store import Database
from tests.store.found import Found

START = datetime(2024, 3, 1, 9, tzinfo=UTC)
PEOPLE = (
    "Joe Baden", "Mary Oduya", "Joe R. Baden", "J. Baden", "Hunter Baden", "Baden", "Mary Oduya",
    "M. Oduya", "Oduya", "Katya", "Katya Baden", "Kestrel",
)  # fmt: skip
BODIES = (
    "Kestrel Shipping", "Kestrel", "KS", "Kestrel Salt Exchange", "Baden", "Foreign Ministry",
    "Maltese Foreign Ministry", "Malta", "police", "Harbour Times", "Mary Oduya",
)  # fmt: skip
TOWNS = (("Trieste", "IT", 45.65, 13.78), ("Graz", "AT", 47.07, 15.44))
DAYS = ("2024-05-02", "2024-05-03", "2024-05", "2024", None)
WORDS = {"CONSULT": "met", "STATE": "told", "ASSAULT": "struck"}
OUTLETS = (None, "Harbour Times", "Styria Post", "The Harbour Times")
STORIES = (
    "The sea was calm and the quays were wet all week long while the boats stayed in port.",
    "Nobody in the town had seen so many lorries since the old salt works was closed for good.",
)


def draw_report(
    chance: Random,
    number: int,
    people: Sequence[str] = PEOPLE,
    bodies: Sequence[str] = BODIES,
) -> Found:
    """The report of this number: two to five people and bodies, and up to three claims."""
    when_out, chance = chance, _reprinted(chance)
    drawn = [_draw_name(chance, people, bodies) for _ in range(chance.randint(2, 5))]
    pairs = [
        (chance.choice(drawn), chance.choice(drawn), chance.choice(list(WORDS)),
         chance.choice(TOWNS), chance.choice(DAYS))
        for _ in range(chance.randint(0, 3))
    ]  # fmt: skip
    lines = [
        f"{one} {WORDS[kind]} {other} in {town[0]} on {day or 'some day'}, people of the port say."
        for (_, one), (_, other), kind, town, day in pairs
    ]
    named = "Named: " + "; ".join(f"senator {name}" for _, name in drawn) + "."
    story = chance.choice(STORIES)
    text = "\n\n".join((story if chance.random() < 0.5 else f"{story} {named}", *lines, named))
    data = f"{number}\n{text}".encode()
    sha256 = hashlib.sha256(data).hexdigest()
    published = when_out.choice(("2024-06-01", f"2024-06-{1 + number % 28:02}", None))
    outlet = when_out.choice(OUTLETS)
    report = Report(report_id(sha256), text, sha256, outlet=outlet, published=published)
    start = text.index("Named: ")
    chains = _chains(chance, report, drawn, start)
    by_name = {chain.name: chain for chain in chains}
    claims = [
        _claim(when_out, report, line, by_name[one], by_name[other], kind, town, day)
        for line, ((_, one), (_, other), kind, town, day) in zip(lines, pairs, strict=True)
    ]
    told = {} if when_out.random() < 0.3 else {claim.id: claim for claim in claims}
    return Found(report, data, tuple(chains), tuple(told.values()))


def _reprinted(chance: Random) -> Random:
    """Now and then the chance of one of a few texts, which several reports print then."""
    return Random(chance.randrange(4)) if chance.random() < 0.4 else chance


def _draw_name(chance: Random, people: Sequence[str], bodies: Sequence[str]) -> tuple[Schema, str]:
    if chance.random() < 0.5:
        return "Person", chance.choice(people)
    return chance.choice(("Company", "Organization")), chance.choice(bodies)


def _cut(text: str, words: str, start: int = 0) -> Quote:
    at = text.index(words, start)
    return Quote(at, at + len(words), words)


def _chains(
    chance: Random, report: Report, drawn: Sequence[tuple[Schema, str]], start: int
) -> list[Chain]:
    """One for each name; some people hold a post in the body before them."""
    chains: dict[str, Chain] = {}
    body = None
    for schema, name in drawn:
        if name in chains:
            continue
        words = _cut(report.text, name, start)
        id_ = chain_id(report.id, words, name)
        mention = Mention(report.id, words, "nominal" if name == "police" else "name")
        roles: tuple[Role, ...] = ()
        if schema == "Person" and chance.random() < 0.5:
            roles = (Role(_cut(report.text, "senator", start), body),)
        chains[name] = Chain(id_, report.id, schema, name, (name,), (mention,), roles)
        body = body if schema == "Person" else id_
    return list(chains.values())


def _claim(
    chance: Random, report: Report, line: str, one: Chain, other: Chain, kind: str,
    town: tuple[str, str, float, float], day: str | None,
) -> Claim:  # fmt: skip
    quote = _cut(report.text, line)
    trigger = _cut(report.text, WORDS[kind], quote.start + len(one.name))
    where = Where(town[0], _cut(report.text, town[0], quote.start), town[1], 1, town[2], town[3], 9)
    mary = next((two.id for two in (one, other) if two.name == "Mary Oduya"), None)
    source = chance.choice(
        (
            Source("author"),
            Source("person", None, one.id, quote),
            Source("person", None, other.id, quote),
            Source("person", "Mary Oduya", None, quote),
            Source("person", "Mary Oduya", mary, quote),
            Source("organization", "Harbour Times", None, quote),
        )
    )
    when = read_when(day, _cut(report.text, day, quote.start), "explicit") if day else None
    return Claim(
        claim_id(report.id, "event", kind, trigger, one.id, other.id), report.id, quote, trigger,
        "event", kind, None, (Participant(one.id, trigger),), (Participant(other.id, trigger),),
        when, where, (source,), "-" if chance.random() < 0.3 else "+",
    )  # fmt: skip


def draw_judgement(chance: Random, chains: Sequence[Chain], minute: int) -> Judgement | None:
    """What somebody says of two chains, or of a chain and a list; None if both are one."""
    kinds: tuple[JudgementKind, ...] = ("same", "same", "different", "unsure")
    left, right = (chance.choice(chains).id for _ in range(2))
    if chance.random() < 0.2:
        right = "list:1234"
    if chance.random() < 0.3:
        left = entity_id((left,))
    if left in (right, entity_id((right,))):
        return None
    return make_judgement(
        chance.choice(kinds), left, right, user="ida", time=START + timedelta(minutes=minute)
    )


def draw_judgements(chance: Random, database: Database, minute: int) -> Iterator[Judgement]:
    """What somebody says at one time of chains, event claims, reports and how a claim was read."""
    said = draw_judgement(chance, database.chains(), minute)
    if said is not None and chance.random() < 0.6:
        yield said
    claims = [one.id for one in database.claims() if one.kind == "event"]
    reports = [one.id for one in database.reports()]
    for ids, other in ((claims, "c_ffffffffffffffffff"), (reports, "r_ffffffffffffffffff")):
        ends = {chance.choice([*ids, other]), chance.choice([*ids, *ids, other])}
        if len(ends) == 2 and chance.random() < 0.6:
            kinds: tuple[JudgementKind, ...] = ("same", "same", "different", "unsure")
            time = START + timedelta(minutes=minute)
            yield make_judgement(chance.choice(kinds), *sorted(ends), user="ida", time=time)
    if claims and chance.random() < 0.6:
        yield _draw_reading(chance, database, START + timedelta(minutes=minute))


def _draw_reading(chance: Random, database: Database, time: datetime) -> Judgement:
    """How somebody says that a claim was read: one that has company, or was judged so before."""
    claims = {one.id: one for one in database.claims()}
    judged = judged_readings(database.judgements()).keys()
    shared = {id_ for one in database.events() if len(one.claims) > 1 for id_ in one.claims}
    groups = [sorted(claims.keys() & ids) for ids in (judged, shared)]
    chosen = chance.choice([some for some in groups if some] or [sorted(claims)])
    one = claims[chance.choice(chosen)]
    kinds: tuple[JudgementKind, ...] = ("misread", "misread", "checked")
    return make_judgement(chance.choice(kinds), one.id, one.report, user="ida", time=time)


def put_at_address(chance: Random, found: Found) -> Found:
    """The report, often as a text of one of a few addresses, some of which is dated."""
    if chance.random() < 0.5:
        return found
    url = f"https://styria.example/{len(found.report.text) % 3}"
    hour = f"2024-06-10T{chance.randrange(24):02}:30Z"
    modified = chance.choice((None, None, "2024-06-10", hour))
    return found._replace(report=replace(found.report, url=url, modified=modified))


def remove_one(database: Database, chance: Random) -> None:
    """Removes a report, and groups the rest."""
    gone = chance.choice(database.reports()).id
    with database.removing([gone], "by chance") as ledgers:
        ledgers.clear(name_rules())
        grow(ledgers)


def claim_by_hand(database: Database, chance: Random) -> None:
    """Adds a claim to a report that has been read, perhaps with a name that was missed there."""
    report = chance.choice(database.reports())
    chains, new = database.chains(report.id), []
    if chance.random() < 0.4:
        words, name = _cut(report.text, report.text[: chance.randint(3, 6)]), chance.choice(PEOPLE)
        chain = chain_id(report.id, words, name)
        mention = Mention(report.id, words, "name")
        new = [Chain(chain, report.id, "Person", name, (name,), (mention,))]
    one, other = chance.choice([*chains, *new]), chance.choice([*new, *chains])
    kind, town, day = chance.choice(list(WORDS)), chance.choice(TOWNS), chance.choice(DAYS)
    start = chance.randrange(10)
    words = Quote(start, start + 8, report.text[start : start + 8])
    when = read_when(day, words, "explicit") if day else None
    where = Where(town[0], words, town[1], 1, town[2], town[3], 9)
    claim = Claim(
        claim_id(report.id, "event", kind, words, one.id, other.id), report.id, words, words,
        "event", kind, None, (Participant(one.id, words),), (Participant(other.id, words),),
        when, where, (Source("author"),),
    )  # fmt: skip
    new = [one for one in new if one.id not in {known.id for known in chains}]
    with database.adding_claim(claim, new) as ledgers:
        if ledgers is not None:
            grow_by_hand(ledgers, report.id, new, [claim], ())


def drop_by_hand(database: Database, chance: Random) -> None:
    """Takes a claim away, and leaves its names."""
    gone = chance.choice(database.claims())
    with database.dropping_claim(gone, ()) as ledgers:
        grow_by_hand(ledgers, gone.report, (), (), [gone.id])


def live(database: Database, chance: Random, reports: int) -> Iterator[Regrouped]:
    """A history: reports one or a few at a time, judgements, claims by hand and undoing between.

    Some take the place of others, and some are removed, and perhaps added again.

    Yields:
        What each addition made to be worked out again, when it is kept.
    """
    left = [draw_report(chance, number) for number in range(reports)]
    while left:
        most = chance.randint(1, 3)
        for one in left[:most]:
            database.add_report(*put_at_address(chance, one))
        left = left[most:]
        if chance.random() < 0.2 and len(database.reports()) > 1:
            remove_one(database, chance)
            assert_as_rebuilt(database)
            left += [draw_report(chance, 99)] * (chance.random() < 0.5)
        database.add_judgements(draw_judgements(chance, database, len(left)))
        log = database.judgements()
        if log and chance.random() < 0.3:
            gone = chance.choice(log)
            back = make_judgement(
                "undo", gone.left, gone.right, user="ida", time=START, undoes=gone.id
            )
            database.add_judgements([back])
        if chance.random() < 0.4:
            claim_by_hand(database, chance)
        if database.claims() and chance.random() < 0.2:
            drop_by_hand(database, chance)
        with database.growing() as ledgers:
            grown = grow(ledgers)
        yield grown


def assert_as_rebuilt(database: Database) -> None:
    """What is kept is what all of the evidence gives at once."""
    found, whole = database.grouped(), group(database.evidence())
    assert found is not None
    assert tuple(found.reports) == whole.reports
    assert tuple(found.entities) == whole.entities
    assert tuple(found.events) == whole.events
    for entity in whole.entities:
        assert entity in database.entities(entity.name)
