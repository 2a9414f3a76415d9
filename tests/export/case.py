"""A small case made by hand: every standing, every shape of time, two copies, two conflicts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dateline.records import (
    AUTHOR,
    Certainty,
    Chain,
    Claim,
    Conflict,
    Dateline,
    Entity,
    EntityRole,
    Event,
    KnownBy,
    Mention,
    Origin,
    Participant,
    Polarity,
    Quote,
    Reason,
    Report,
    Schema,
    Side,
    Source,
    When,
    Where,
    chain_id,
    claim_id,
    entity_id,
    event_id,
    read_when,
    report_id,
)

TEXTS = {
    "wire.txt": (
        "Levant Wire", "Gunmen attack port of Sfax", "2024-02-18",
        "SFAX, Tunisia, Feb. 18, 2024 (Levant Wire) — Gunmen of the Red Dune Brigades (RDB)"
        " attacked the port of Sfax on Saturday, killing 12 people, police chief Anis Mabrouk"
        " said.\n\n"
        "Customs officers raided a warehouse of Corvane Shipping in Sfax on February 6, 2024.\n\n"
        "Tarek Belhadi leads the Red Dune Brigades. He addressed a rally in Zuwara in August 2022.",
    ),
    "hospital.html": (
        "Quayside Record", "Hospital counts 15 dead", "2024-02-20",
        "The Red Dune Brigades attacked the port of Sfax on February 17 and killed 15 people,"
        " according to a hospital.\n\nSalma Ferchiou will meet Marco Zerafa in Valletta on"
        " March 20.",
    ),
    "video.html": (
        "The Tunis Lantern", "Video shows deputy minister", "2024-02-27",
        "A video shows Karim Dallagi meeting Tarek Belhadi in Zarzis. The video is undated. Some"
        " reports said that the meeting took place between January 8 and 11, 2024.\n\n"
        "About May 2023, Dallagi visited Corvane Shipping in Piraeus, two officials said. The order"
        " of events suggests that Corvane paid the RDB for protection.",
    ),
    "denial.html": (
        "The Marseille Dispatch", "Deputy minister denies meeting", "2024-03-04",
        "TUNIS, March 4 (Levant Wire) — “I have never met Tarek Belhadi,” Karim Dallagi said in"
        " Tunis on Monday. Since 2021, Dallagi has worked for the Transport Ministry.",
    ),
    "copy.html": (
        "The Tunis Lantern", "Dallagi: never met Belhadi", "2024-03-05",
        "TUNIS, March 4 (Levant Wire) — “I have never met Tarek Belhadi,” Karim Dallagi said in"
        " Tunis on Monday.",
    ),
    "ledger.html": (
        "Valletta Ledger", "Dockers’ leader meets prosecutor", "2024-03-21",
        "Salma Ferchiou met Marco Zerafa in Valletta on Wednesday. Karim Dallagi met Elena Varsou"
        " in Valletta on October 12, 2023, hotel records show. They may have met again after March"
        " 2024.",
    ),
}  # fmt: skip
"""File name to outlet, title, day of publication and text."""

PLACES = {
    "Sfax": ("TN", 2467454, 34.74056, 10.76028), "Zarzis": ("TN", 2464038, 33.504, 11.11215),
    "Valletta": ("MT", 2562305, 35.89968, 14.5148), "Tunis": ("TN", 2464470, 36.81897, 10.16579),
    "Zuwara": ("LY", 2208425, 32.9312, 12.08199), "Piraeus": ("GR", 255274, 37.94745, 23.63708),
}  # fmt: skip


@dataclass
class Made:
    """The records of the case, as the stages would give them."""

    reports: list[Report] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)


def make_report(file: str, outlet: str | None, title: str | None, day: str, text: str) -> Report:
    """A report of this text, whose bytes are the text."""
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    place = text.partition(",")[0] if text.startswith(("SFAX", "TUNIS")) else ""
    words = Quote(0, len(place), place) if place else None
    line = Dateline(place.title(), day, "Levant Wire", words) if words else None
    url = None if file.endswith(".txt") else f"https://outlet.example/{file}"
    return Report(
        report_id(sha256), text, sha256, file, url, outlet=outlet, title=title, published=day,
        published_from="json-ld", dateline=line, language="en",
    )  # fmt: skip


def find(text: str, words: str) -> Quote:
    """The first place of these words."""
    start = text.index(words)
    return Quote(start, start + len(words), words)


class Maker:
    """Makes claims, and keeps the chains that they name."""

    def __init__(self) -> None:
        self.reports = {file: make_report(file, *given) for file, given in TEXTS.items()}
        self.chains: dict[tuple[str, str], Chain] = {}

    def chain(self, report: Report, name: str, words: str) -> Participant:
        quote = find(report.text, words)
        key = (name, report.id)
        if key not in self.chains:
            mention = Mention(report.id, quote, "name")
            made = chain_id(report.id, quote, name)
            self.chains[key] = Chain(made, report.id, "Person", name, (words,), (mention,))
        return Participant(self.chains[key].id, quote)

    def claim(
        self,
        file: str,
        quote: str,
        trigger: str,
        type_: str,
        who: dict[str, str],
        whom: dict[str, str] | None = None,
        *,
        mode: str | None = None,
        when: tuple[str, str] | None = None,
        where: str | None = None,
        sources: tuple[Source, ...] = (AUTHOR,),
        polarity: Polarity = "+",
        certainty: Certainty = "asserted",
        known_by: KnownBy = "told",
        kind: str = "event",
    ) -> Claim:
        report = self.reports[file]
        words = find(report.text, trigger)
        who_, whom_ = (
            tuple(self.chain(report, name, as_printed) for name, as_printed in side.items())
            for side in (who, whom or {})
        )
        made = claim_id(
            report.id, "relation" if kind == "relation" else "event", type_, words,
            ",".join(p.chain for p in who_), ",".join(p.chain for p in whom_),
        )  # fmt: skip
        return Claim(
            made, report.id, find(report.text, quote), words,
            "relation" if kind == "relation" else "event", type_, mode, who_, whom_,
            read_when(when[0], find(report.text, when[1]), "explicit") if when else None,
            _where(report, where), sources, polarity, certainty, known_by,
            (Reason(f"{type_.lower()}.{trigger}", 0.9, trigger),),
        )  # fmt: skip


def _where(report: Report, name: str | None) -> Where | None:
    if name is None:
        return None
    country, geonames, lat, lon = PLACES[name]
    return Where(name, find(report.text, name), country, geonames, lat, lon, 10.0)


def make_case() -> Made:
    """The whole case."""
    make = Maker()
    text = {file: report.text for file, report in make.reports.items()}
    rdb, belhadi, dallagi = "Red Dune Brigades", "Tarek Belhadi", "Karim Dallagi"
    wire = "Levant Wire"
    police = Source("person", "Anis Mabrouk", None, find(text["wire.txt"], "Anis Mabrouk"))
    hospital = Source("organization", "a hospital", None, find(text["hospital.html"], "a hospital"))
    video = Source("media", "video", None, find(text["video.html"], "A video"))
    some = Source("unnamed", "reports", None, find(text["video.html"], "Some reports"))
    officials = Source("unnamed", "two officials", None, find(text["video.html"], "two officials"))
    papers = Source("document", "hotel records", None, find(text["ledger.html"], "hotel records"))
    attacked = [
        make.claim("wire.txt", "Gunmen of the Red Dune Brigades (RDB) attacked the port of Sfax on"
                   " Saturday, killing 12 people, police chief Anis Mabrouk said.", "attacked",
                   "ASSAULT", {rdb: "Red Dune Brigades"}, mode="attack", sources=(police,),
                   when=("2024-02-17", "Saturday"), where="Sfax", certainty="reported"),
        make.claim("hospital.html", "The Red Dune Brigades attacked the port of Sfax on February 17"
                   " and killed 15 people, according to a hospital.", "attacked", "ASSAULT",
                   {rdb: "Red Dune Brigades"}, mode="attack", sources=(hospital,),
                   when=("2024-02-17", "February 17"), where="Sfax", certainty="reported"),
    ]  # fmt: skip
    raid = [make.claim("wire.txt", "Customs officers raided a warehouse of Corvane Shipping in Sfax"
                       " on February 6, 2024.", "raided", "COERCE", {"Customs": "Customs officers"},
                       {"Corvane Shipping": "Corvane Shipping"}, mode="raid",
                       when=("2024-02-06", "February 6, 2024"), where="Sfax")]  # fmt: skip
    rally = [make.claim("wire.txt", "He addressed a rally in Zuwara in August 2022.", "addressed",
                        "STATE", {belhadi: "Tarek Belhadi"}, mode="address",
                        when=("2022-08", "August 2022"), where="Zuwara")]  # fmt: skip
    leads = make.claim("wire.txt", "Tarek Belhadi leads the Red Dune Brigades.", "leads", "leads",
                       {belhadi: "Tarek Belhadi"}, {rdb: "Red Dune Brigades"},
                       kind="relation")  # fmt: skip
    works = make.claim("denial.html", "Since 2021, Dallagi has worked for the Transport Ministry.",
                       "worked for", "works_for", {dallagi: "Karim Dallagi"},
                       {"Transport Ministry": "Transport Ministry"},
                       when=("2021/..", "Since 2021"), kind="relation")  # fmt: skip
    planned = make.claim("hospital.html", "Salma Ferchiou will meet Marco Zerafa in Valletta on"
                         " March 20.", "will meet", "CONSULT", {"Salma Ferchiou": "Salma Ferchiou",
                         "Marco Zerafa": "Marco Zerafa"}, mode="meet", certainty="planned",
                         when=("2024-03-20", "March 20"), where="Valletta")  # fmt: skip
    held = make.claim("ledger.html", "Salma Ferchiou met Marco Zerafa in Valletta on Wednesday.",
                      "met", "CONSULT", {"Salma Ferchiou": "Salma Ferchiou",
                      "Marco Zerafa": "Marco Zerafa"}, mode="meet",
                      when=("2024-03-20", "Wednesday"), where="Valletta")  # fmt: skip
    never = "“I have never met Tarek Belhadi,” Karim Dallagi said in Tunis on Monday."
    farm = [
        make.claim("video.html", "A video shows Karim Dallagi meeting Tarek Belhadi in Zarzis.",
                   "meeting", "CONSULT", {dallagi: "Karim Dallagi", belhadi: "Tarek Belhadi"},
                   mode="meet", sources=(video,), where="Zarzis", certainty="reported",
                   known_by="observed"),
        make.claim("video.html", "Some reports said that the meeting took place between January 8"
                   " and 11, 2024.", "took place", "CONSULT", {dallagi: "Karim Dallagi",
                   belhadi: "Tarek Belhadi"}, mode="meet", sources=(video, some),
                   when=("2024-01-08/2024-01-11", "between January 8 and 11, 2024"),
                   certainty="reported"),
        *(make.claim(file, never, "met", "CONSULT", {dallagi: dallagi, belhadi: belhadi},
                     mode="meet", polarity="-", certainty="reported",
                     sources=(Source("person", dallagi, None, find(text[file], dallagi)),
                              Source("outlet", wire, None, find(text[file], wire))))
          for file in ("denial.html", "copy.html")),
    ]  # fmt: skip
    about = [make.claim("video.html", "About May 2023, Dallagi visited Corvane Shipping in Piraeus,"
                        " two officials said.", "visited", "CONSULT", {dallagi: "Karim Dallagi"},
                        {"Corvane Shipping": "Corvane Shipping"}, mode="visit",
                        sources=(officials,), certainty="reported",
                        when=("2023-05~", "About May 2023"), where="Piraeus")]  # fmt: skip
    paid = [make.claim("video.html", "The order of events suggests that Corvane paid the RDB for"
                       " protection.", "paid", "AID", {"Corvane Shipping": "Corvane Shipping"},
                       {rdb: "RDB"}, certainty="inferred", known_by="inferred")]  # fmt: skip
    hotel = [make.claim("ledger.html", "Karim Dallagi met Elena Varsou in Valletta on October 12,"
                        " 2023, hotel records show.", "records", "CONSULT",
                        {dallagi: "Karim Dallagi", "Elena Varsou": "Elena Varsou"}, mode="meet",
                        sources=(papers,), known_by="documented", certainty="reported",
                        when=("2023-10-12", "October 12, 2023"), where="Valletta")]  # fmt: skip
    again = [make.claim("ledger.html", "They may have met again after March 2024.", "met again",
                        "CONSULT", {dallagi: "Karim Dallagi", "Elena Varsou": "Elena Varsou"},
                        mode="meet", certainty="alleged",
                        when=("2024-04/..", "after March 2024"))]  # fmt: skip
    denied = [make.claim("copy.html", "Karim Dallagi said in Tunis on Monday.", "said", "REJECT",
                         {dallagi: "Karim Dallagi"}, when=("2024-03-04", "Monday"), where="Tunis",
                         polarity="-", certainty="alleged")]  # fmt: skip
    groups = [attacked, raid, rally, [planned, held], farm, about, paid, hotel, again, denied]
    made = Made(list(make.reports.values()))
    made.claims = [claim for group in groups for claim in group] + [leads, works]
    made.entities = _entities(make, leads)
    owner = {chain: entity.id for entity in made.entities for chain in entity.chains}
    made.events = [_event(group, owner, make) for group in groups]
    ids = {file: report.id for file, report in make.reports.items()}
    made.copies = {ids["copy.html"]: ids["denial.html"]}
    return made


def _entities(make: Maker, leads: Claim) -> list[Entity]:
    bodies = ("Red Dune Brigades", "Corvane Shipping", "Customs", "Transport Ministry")
    made = []
    for name in sorted({chain.name for chain in make.chains.values()}):
        chains = [chain for chain in make.chains.values() if chain.name == name]
        ids = tuple(sorted(chain.id for chain in chains))
        mentions = [mention for chain in chains for mention in chain.mentions]
        mentions.sort(key=lambda mention: (mention.report, mention.words))
        names = dict.fromkeys([name, *(printed for chain in chains for printed in chain.names)])
        roles = (EntityRole("commander", None, leads.id),) if name == "Tarek Belhadi" else ()
        schema: Schema = "Organization" if name in bodies else "Person"
        made.append(Entity(entity_id(ids), schema, name, tuple(names), ids, tuple(mentions), roles))
    return made


def _event(claims: list[Claim], owner: dict[str, str], make: Maker) -> Event:
    ids = tuple(sorted(claim.id for claim in claims))
    when: When | None = next((claim.when for claim in claims if claim.when), None)
    where = next((claim.where for claim in claims if claim.where), None)
    who, whom = (
        tuple(sorted({owner[p.chain] for claim in claims for p in getattr(claim, side)}))
        for side in ("who", "whom")
    )
    outlets = {report.id: report.outlet for report in make.reports.values()}
    origins: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        first = claim.sources[0]
        name = first.name or outlets[claim.report] or claim.report
        origins.setdefault((first.kind, name), []).append(claim)
    return Event(
        event_id(ids), claims[0].type, ids, who, whom, when, where,
        tuple(Origin(group[0].sources[0].kind, name, tuple(sorted(c.id for c in group)),
                     tuple(sorted({c.report for c in group})),
                     "2 reports carry one text" if len(group) > 1 else "")
              for (_, name), group in origins.items()),
        len({outlets[claim.report] for claim in claims}),
        sum(make.reports["copy.html"].id == claim.report for claim in claims),
        _conflicts(claims),
    )  # fmt: skip


def _conflicts(claims: list[Claim]) -> tuple[Conflict, ...]:
    found = []
    if claims[0].type == "ASSAULT":
        first, second = claims
        found.append(Conflict("count", (Side("12", (first.id,), 1), Side("15", (second.id,), 1))))
    said = {sign: tuple(sorted(c.id for c in claims if c.polarity == sign)) for sign in ("+", "-")}
    if said["+"] and said["-"]:
        sides = (Side("happened", said["+"], 1), Side("did not happen", said["-"], 1))
        found.append(Conflict("happened", sides))
    return tuple(found)
