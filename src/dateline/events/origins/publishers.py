"""Outlets by their names and accounts, and which publisher each is of.

Two tables tell: `data/outlet_names.tsv` (other names of one outlet) and `data/publishers.tsv`
(outlet → publisher), to which a user adds rows of his own. Where no row tells, an edition is of
the outlet whose name it bears: "Harbour Times Urdu" of "Harbour Times".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from dateline.events.telling import words_of
from dateline.records import Report

_SITE = re.compile(r"(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,6}[a-z]{2,12}", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@]{0,200}@)?([\w.-]{1,253})", re.IGNORECASE)
_TOO_PLAIN = frozenset(
    ("news", "radio", "tv", "daily", "weekly", "times", "post", "world", "voice", "the", "live")
)
"""Of these alone no edition is: "News Urdu" is no edition of "News"."""


@dataclass(frozen=True, slots=True)
class Publishers:
    """Which publisher an outlet is of; rows of the user's win over ours.

    Attributes:
        whole, opening, sites: The publisher of an outlet of this folded name, of outlets whose
            folded names begin so, and of what lies under this address.
    """

    whole: dict[str, str] = field(default_factory=dict)
    opening: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)

    def of(self, outlet: str) -> str:
        """The publisher of an outlet, as the table prints it; of one that is alone its own name."""
        return self._in_table(fold_outlet(outlet), outlet) or _without_edition(outlet)

    def key(self, outlet: str) -> str:
        """The same for all outlets of one publisher."""
        return fold_outlet(self.of(outlet))

    def of_report(self, report: Report) -> str | None:
        """The publisher of a report, by its outlet or else by its address; None if unknown."""
        if report.outlet:
            folded = fold_outlet(report.outlet)
            known = self._in_table(folded, report.outlet) or self.of_address(report.url)
            return known or _without_edition(report.outlet)
        return self.of_address(report.url)

    def of_address(self, url: str | None) -> str | None:
        """The publisher of the site of an address; None if no row tells."""
        found = _HOST.match(url or "")
        host = found[1] if found else ""
        site = _look_up_site(host, self.sites)
        if site is None and (outlet := _look_up_site(host, _names().sites)):
            return self.of(outlet)
        return site

    def with_rows(self, text: str) -> Publishers:
        """With the rows of a table of the same form, which win.

        Lines without a tab and a publisher are left out, as are those that begin with ``#``.
        """
        both = Publishers(dict(self.whole), dict(self.opening), dict(self.sites))
        for outlet, publisher in _read_rows(text):
            both._add(outlet, publisher)
        return both

    def _add(self, outlet: str, publisher: str) -> None:
        if outlet.endswith("*"):
            self.opening[" ".join(words_of(outlet[:-1]))] = publisher
        elif _SITE.fullmatch(outlet):
            self.sites[outlet.casefold().removeprefix("www.")] = publisher
        self.whole[fold_outlet(outlet.rstrip(" *"))] = publisher

    def _in_table(self, folded: str, outlet: str) -> str | None:
        if folded in self.whole:
            return self.whole[folded]
        if _SITE.fullmatch(outlet) and (found := _look_up_site(outlet, self.sites)):
            return found
        words = folded.split()
        openings = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
        return next((self.opening[one] for one in openings if one in self.opening), None)


@cache
def load_publishers() -> Publishers:
    """The publishers that come with the program."""
    return Publishers().with_rows(_read("publishers.tsv"))


@lru_cache(maxsize=1 << 14)
def fold_outlet(name: str) -> str:
    """The same for all names of an outlet and of its accounts.

    Without case, punctuation, leading article and the words for an account: "AFP on X",
    "Agence France-Presse" and "afp.com" are one.
    """
    names = _names()
    if _SITE.fullmatch(name) and (outlet := _look_up_site(name, names.sites)):
        return fold_outlet(outlet)
    folded = _without_article(_without_account(" ".join(words_of(name))))
    return names.whole.get(folded, folded)


def is_account(name: str) -> bool:
    """Whether the words name the account of somebody: "Dawn's Telegram channel", "@AFP"."""
    folded = " ".join(words_of(name))
    return name.startswith("@") or _without_account(folded) != folded


def read_publishers(text: str) -> Publishers:
    """The publishers that come with the program, with the rows of a user's table."""
    return load_publishers().with_rows(text) if text.strip() else load_publishers()


def _without_account(folded: str) -> str:
    """Without the words for an account at its end, if a platform or an account is among them."""
    stands, words = _account_words(), folded.split()
    end = len(words)
    while end > 1 and words[end - 1] in stands:
        end -= 1
    while end < len(words) and stands[words[end]] == "between" and words[end] != "on":
        if words[end] in ("s", "its", "the", "official", "verified"):
            break
        end += 1
    cut = [stands[word] for word in words[end:]]
    is_one = "platform" in cut and ("noun" in cut or "on" in words[end:] or words[end] == "s")
    return " ".join(words[:end]) if cut and is_one else folded


def _without_article(folded: str) -> str:
    return folded.removeprefix("the ") or folded


def _without_edition(outlet: str) -> str:
    """The outlet whose edition one is by its name: "Harbour Times" of "Harbour Times Urdu"."""
    printed, editions = outlet.split(), _editions()
    while len(printed) > 1:
        for count in (2, 1):
            last = " ".join(words_of(" ".join(printed[-count:])))
            rest = [*words_of(" ".join(printed[:-count]))]
            if last in editions and not _TOO_PLAIN.issuperset(rest):
                printed = printed[:-count]
                break
        else:
            break
    return " ".join(printed)


def _look_up_site(host: str, sites: dict[str, str]) -> str | None:
    parts = host.casefold().removeprefix("www.").split(".")
    above = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((sites[one] for one in above if one in sites), None)


@dataclass(frozen=True, slots=True)
class _Names:
    """Other names of outlets, folded → the folded outlet; addresses → the outlet as printed."""

    whole: dict[str, str]
    sites: dict[str, str]


@cache
def _names() -> _Names:
    whole, sites = {}, {}
    for name, outlet in _read_rows(_read("outlet_names.tsv")):
        if _SITE.fullmatch(name):
            sites[name] = outlet
        else:
            whole[_without_article(" ".join(words_of(name)))] = " ".join(words_of(outlet))
    return _Names(whole, sites)


@cache
def _editions() -> frozenset[str]:
    return frozenset(" ".join(words_of(line)) for line in _lines(_read("edition_words.txt")))


@cache
def _account_words() -> dict[str, str]:
    return dict(_read_rows(_read("account_words.tsv")))


def _read(name: str) -> str:
    return (files("dateline.events") / "data" / name).read_text(encoding="utf-8")


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _read_rows(text: str) -> Iterator[tuple[str, str]]:
    """The first two columns of the rows; the row of headings is none."""
    for line in _lines(text.removeprefix("\ufeff")):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1 and cells[0] and cells[1] and cells[:2] not in _HEADINGS:
            yield cells[0], cells[1]


_HEADINGS = (["outlet", "publisher"], ["name", "outlet"], ["word", "stands"], ["word", "sort"])
