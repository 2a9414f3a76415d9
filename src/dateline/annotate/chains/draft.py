"""A chain in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records import MentionKind, Quote, Token, fold_name

_COMPANY = {
    "inc", "ltd", "corp", "llc", "plc", "company", "co", "gmbh", "ag", "sa", "bank", "holdings",
    "shipping", "freight", "logistics", "airlines", "airways", "lines", "trading", "oil",
    "maritime", "petroleum", "energy", "steel", "foods", "capital", "investments", "motors",
    "industries", "pharmaceuticals", "technologies", "enterprises", "systems", "telecom",
    "corporation",
}  # fmt: skip


@dataclass(slots=True)
class Post:
    """A role of a person, as far as it is read.

    Attributes:
        body: Where it is held, if that is told.
        since, until: The words of when it began and ended.
    """

    title: Quote
    body: Draft | None = None
    ended: bool = False
    since: Quote | None = None
    until: Quote | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A chain in the making; equal to nothing but itself.

    Attributes:
        mentions: Words and their kind, with the head token of each.
        usual: What it is called where no printed name says it all ("Russia" where only Moscow is
            named); "" if one does.
        gender: "m" or "f" as the report's words give it; "" if they don't.
    """

    kind: str
    names: list[str] = field(default_factory=list)
    mentions: list[tuple[int, Quote, MentionKind]] = field(default_factory=list)
    roles: list[Post] = field(default_factory=list)
    usual: str = ""
    gender: str = ""
    reasons: list[str] = field(default_factory=list)
    _taken: set[Quote] = field(default_factory=set)

    def add(self, token: Token, words: Quote, kind: MentionKind) -> None:
        """Take in a mention; a repeated one changes nothing."""
        if words not in self._taken:
            self._taken.add(words)
            self.mentions.append((token.index, words, kind))

    def first(self) -> Quote:
        """The words of the first mention."""
        return min(q for _, q, _ in self.mentions)


def is_company(name: str) -> bool:
    """Whether a name has a word of companies' names in it."""
    return bool(set(fold_name(name).split()) & _COMPANY)
