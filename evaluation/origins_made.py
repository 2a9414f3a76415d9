"""Made-up happenings whose independent origins, publishers and copies are known.

Each is told by a few reports of fictional outlets, whole texts as they come from a site: head,
body, credit line. Agencies are named by their real stamps; all else is fictional.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

FIRST = ("Mira", "Karim", "Ines", "Tomas", "Hana", "Yusuf", "Lena", "Omar", "Petra", "Joel")
LAST = ("Oduya", "Haddad", "Toll", "Kovarik", "Baden", "Rashidov", "Marr", "Lindqvist", "Osei")
TOWNS = ("Trieste", "Graz", "Bergen", "Valletta", "Split", "Porto", "Turku", "Gdansk")
FRONT = ("Quay", "Levant", "Aldmouth", "Styria", "Harbour", "Karst", "Fjord", "Dune", "Yarl")
BACK = ("Herald", "Gazette", "Tribune", "Courier", "Chronicle", "Observer", "Telegraph", "Times")
AGENCIES = ("AFP", "Reuters", "AP", "ANI", "PTI", "Xinhua", "dpa", "EFE")
EDITIONS = ("Urdu", "Arabic", "Online", "English", "Hindi", "World Service", "Persian", "Digital")
ENDS = (
    "(With inputs from {0})", "With inputs from {0}.", "© {0}", "© 2024 {0}. All rights reserved.",
    "Source: {0}", "Additional reporting by {0}", "(With {0} inputs)", "— {0}", "({0})",
    "This article was produced by {0}.",
)  # fmt: skip
WHO = (
    "Traders", "Pupils", "Singers", "Gardeners", "Bakers", "Painters", "Carpenters", "Dancers",
    "Anglers", "Weavers", "Potters", "Porters", "Jewellers", "Shepherds", "Printers", "Tailors",
)  # fmt: skip
OF = (
    "of the old town", "from two valleys", "near the castle", "by the north gate", "of the choir",
    "from the hills", "in blue aprons", "with long ladders", "of the island", "with small dogs",
)  # fmt: skip
DO = (
    "waited for", "counted", "repaired", "carried", "sorted", "washed", "complained of", "admired",
    "polished", "wrapped", "measured", "sketched", "missed", "borrowed", "stacked", "tasted",
)  # fmt: skip
THINGS = (
    "green railings", "crates of apples", "wooden benches", "lime trees", "night buses",
    "brass bells", "paper lamps", "stone steps", "fresh loaves", "rain barrels", "old maps",
    "silver spoons", "heavy ropes", "broken tiles", "yellow kites", "empty jars",
)  # fmt: skip
WHEN = (
    "before noon", "in light rain", "with little to do", "under the arches", "along the canal",
    "until dusk", "as bells rang", "for an hour", "beside the fountain", "without a word",
    "behind the chapel", "after the fair", "despite the dust", "at the tram stop",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A happening.

    Attributes:
        kind: What makes several reports one origin here.
        outlets, texts: Of its reports, in the order of publication.
        origins, publishers, copies: What is true of it.
    """

    kind: str
    outlets: tuple[str, ...]
    texts: tuple[str, ...]
    origins: int
    publishers: int
    copies: int


class _Happening:
    """One meeting, and the names for its reports."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        firsts, lasts = chance.sample(FIRST, 3), chance.sample(LAST, 3)
        names = [f"{one} {other}" for one, other in zip(firsts, lasts, strict=True)]
        self.one, self.other, self.speaker = names
        self.town, self.day = chance.choice(TOWNS), chance.randint(2, 12)
        fronts, backs = chance.sample(FRONT, 8), chance.sample(BACK, 8)
        self.outlets = [f"{one} {other}" for one, other in zip(fronts, backs, strict=True)]
        self.agencies = chance.sample(AGENCIES, 2)

    @property
    def met(self) -> str:
        return f"{self.one} met {self.other} in {self.town} on March {self.day}, 2024"

    def filler(self) -> str:
        """Two paragraphs that no other report has."""
        slots = [self.chance.sample(words, 6) for words in (WHO, OF, DO, THINGS, WHEN)]
        said = [f"{' '.join(words)}." for words in zip(*slots, strict=True)]
        return f"{' '.join(said[:3])}\n\n{' '.join(said[3:])}"

    def text(
        self, outlet: str, lead: str | None = None, *, end: str = "", stamp: str = "",
        byline: str = "", body: str = "",
    ) -> str:  # fmt: skip
        """A report; `body` is that of another, where it is copied."""
        head = f"{outlet} | {byline or 'Staff'} | {13 + self.chance.randint(0, 9)} March 2024"
        body = body or f"{lead or self.met + '.'}\n\n{self.filler()}"
        opening = f"{self.town.upper()} ({stamp}) — " if stamp else ""
        return f"{head}\n\n{opening}{body}" + (f"\n\n{end}" if end else "")


def _own(made: _Happening, outlets: Sequence[str]) -> list[str]:
    return [made.text(outlet) for outlet in outlets]


def _copied(made: _Happening, outlets: Sequence[str]) -> list[str]:
    body = f"{made.met}.\n\n{made.filler()}"
    return [made.text(outlet, body=body) for outlet in outlets]


def _stamped(made: _Happening, outlets: Sequence[str]) -> list[str]:
    return [made.text(outlet, stamp=made.agencies[0]) for outlet in outlets]


def _credited(made: _Happening, outlets: Sequence[str]) -> list[str]:
    found, agency = [], made.agencies[0]
    for outlet in outlets:
        by = made.chance.random() < 0.25
        end = "" if by else made.chance.choice(ENDS).format(agency)
        found.append(made.text(outlet, end=end, byline=f"By {agency}" if by else ""))
    return found


def _quoted(made: _Happening, outlets: Sequence[str]) -> list[str]:
    leads = (
        f"{made.met}, spokeswoman {made.speaker} said.",
        f"{made.met}, according to spokeswoman {made.speaker}.",
        f"Spokeswoman {made.speaker} said {made.met}.",
        f"“{made.met},” said spokeswoman {made.speaker}.",
    )
    return [made.text(outlet, made.chance.choice(leads)) for outlet in outlets]


def _citing(made: _Happening, outlets: Sequence[str], cited: str) -> list[str]:
    leads = (
        f"{made.met}, the {cited} reported.",
        f"{made.met}, according to the {cited}.",
        f"The {cited} reported that {made.met}.",
    )
    return [made.text(outlet, made.chance.choice(leads)) for outlet in outlets]


def _recorded(made: _Happening, outlets: Sequence[str]) -> list[str]:
    meeting = made.met.replace(" met ", " meeting ")
    leads = ("A video posted on X shows {}.", "Viral video shows {}.", "A video shows {}.")
    return [made.text(outlet, made.chance.choice(leads).format(meeting)) for outlet in outlets]


def _make_own(made: _Happening) -> Made:
    outlets = made.outlets[:4]
    return _made("own", outlets, _own(made, outlets), 4)


def _beside(
    kind: str, tell: Callable[[_Happening, Sequence[str]], list[str]], copies: int = 0
) -> Callable[[_Happening], Made]:
    """Four reports that are one origin, and one that is another."""

    def make(made: _Happening) -> Made:
        outlets = made.outlets[:5]
        return _made(kind, outlets, tell(made, outlets[:4]) + _own(made, outlets[4:]), 2, copies)

    return make


def _make_two_agencies(made: _Happening) -> Made:
    outlets, (one, other) = made.outlets[:4], made.agencies
    texts = [
        made.text(outlets[0], end=f"© {one}"),
        made.text(outlets[1], stamp=other),
        made.text(outlets[2], end=f"With inputs from {one} and {other}"),
        made.text(outlets[3], end="(With inputs from agencies)"),
    ]
    return _made("two agencies", outlets, texts, 2)


def _make_cited(made: _Happening) -> Made:
    outlets = made.outlets[:5]
    texts = _own(made, outlets[:1]) + _citing(made, outlets[1:4], outlets[0])
    return _made("cited", outlets, texts + _own(made, outlets[4:]), 2)


def _make_chain(made: _Happening) -> Made:
    """A quotes somebody, B cites A, C cites B."""
    outlets = made.outlets[:4]
    texts = _quoted(made, outlets[:1]) + _citing(made, outlets[1:2], outlets[0])
    texts += _citing(made, outlets[2:3], outlets[1]) + _own(made, outlets[3:])
    return _made("cited in a chain", outlets, texts, 2)


def _make_editions(made: _Happening) -> Made:
    first, other = made.outlets[:2]
    names = [first, *(f"{first} {word}" for word in made.chance.sample(EDITIONS, 4)), other]
    return _made("publisher", names, [_as_page(made, name) for name in names], 2, publishers=2)


def _as_page(made: _Happening, outlet: str) -> str:
    """A page that names its site, as a text with such a name in its head need not be known."""
    _head, *body = made.text(outlet).split("\n\n")
    return (
        f'<html><head><title>Spring in {made.town}</title><meta property="og:site_name" '
        f'content="{outlet}"></head><body><article><h1>Spring in {made.town}</h1>'
        f"{''.join(f'<p>{paragraph}</p>' for paragraph in body)}</article></body></html>"
    )


def _made(
    kind: str, outlets: Sequence[str], texts: Sequence[str], origins: int, copies: int = 0,
    publishers: int | None = None,
) -> Made:  # fmt: skip
    count = len(outlets) if publishers is None else publishers
    return Made(kind, tuple(outlets), tuple(texts), origins, count, copies)


KINDS: tuple[Callable[[_Happening], Made], ...] = (
    _make_own,
    _beside("copied text", _copied, copies=3),
    _beside("agency in the dateline", _stamped),
    _beside("agency credited", _credited),
    _make_two_agencies,
    _make_cited,
    _make_chain,
    _beside("one person", _quoted),
    _beside("one recording", _recorded),
    _make_editions,
)


def make_happenings(of_a_kind: int, seed: str) -> Iterator[Made]:
    """So many happenings of each kind; the same seed gives the same."""
    for number, make in enumerate(KINDS):
        for n in range(of_a_kind):
            yield make(_Happening(Random(f"{seed}/{number}/{n}")))
