"""Names that one report uses of one entity: variants, short forms, acronyms.

Rules, strongest first: the same form; an acronym in brackets; the initials of a name; a
surname after a full name; the first words of a longer name, where only one name fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.records import (
    Chain,
    Grammar,
    Mention,
    MentionKind,
    Quote,
    Role,
    Schema,
    Token,
    chain_id,
    cut,
    fold_name,
)

_KINDS = ("person", "organization", "country")
"""Kinds of names that can act; places and occasions are nobody."""

_PUBLIC = {
    "ministry", "court", "parliament", "senate", "police", "army", "government", "council",
    "congress", "department", "assembly", "house", "agency", "commission", "navy", "military",
}  # fmt: skip
_COMPANY = {
    "inc", "ltd", "corp", "llc", "plc", "company", "co", "gmbh", "ag", "sa", "bank", "holdings",
    "shipping", "freight", "logistics", "airlines", "airways", "lines", "trading", "oil",
    "maritime", "petroleum", "energy", "steel", "foods", "capital", "investments", "motors",
    "industries", "pharmaceuticals", "technologies", "enterprises", "systems", "telecom",
    "corporation",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A chain in the making.

    Attributes:
        mentions: Words and their kind, with the head token of each.
        gender: "m" or "f" as the report's words give it; "" if they don't.
    """

    kind: str
    names: list[str] = field(default_factory=list)
    mentions: list[tuple[int, Quote, MentionKind]] = field(default_factory=list)
    roles: list[tuple[Quote, Draft | None, bool]] = field(default_factory=list)
    gender: str = ""
    reasons: list[str] = field(default_factory=list)
    _taken: set[Quote] = field(default_factory=set)

    def add(self, token: Token, words: Quote, kind: MentionKind) -> None:
        """Take in a mention; a repeated one changes nothing."""
        if words not in self._taken:
            self._taken.add(words)
            self.mentions.append((token.index, words, kind))

    def first(self) -> Quote:
        return min(q for _, q, _ in self.mentions)


def is_company(name: str) -> bool:
    """Whether a name has a word of companies' names in it."""
    return bool(set(fold_name(name).split()) & _COMPANY)


def chain_names(names: Sequence[Name], grammar: Grammar, knowledge: Knowledge) -> list[Draft]:
    """A draft for every person, organisation and state that is named, in order of first naming."""
    drafts: dict[str, Draft] = {}
    of_form: dict[tuple[str, str], Draft] = {}
    kept = [n for n in names if n.kind in _KINDS]
    people = sorted(
        {n.text for n in kept if n.kind == "person"},
        key=lambda t: (-len(t.split()), -len(t), t),
    )
    bodies = sorted({n.text for n in kept if n.kind == "organization"}, key=lambda t: (-len(t), t))
    home = {**_people(people), **_bodies(bodies)}
    for before, name in zip([None, *names], names, strict=False):
        if name.kind not in _KINDS:
            continue
        key = _key(name, home, knowledge)
        beside = before is not None and name.first - before.last <= 1
        if name.bracketed and before is not None and beside and before.kind in _KINDS:
            key = _key(before, home, knowledge)
        draft = of_form.get((name.kind, fold_name(name.text)))
        if draft is None or (name.bracketed and key in drafts):
            draft = drafts.setdefault(key, Draft(name.kind))
        if name.bracketed:
            draft.reasons.append(f"“{name.text}” in brackets after its name")
        of_form[name.kind, fold_name(name.text)] = draft
        if name.text not in draft.names:
            draft.names.append(name.text)
        head = grammar.tokens[name.last - 1]
        draft.add(head, cut(grammar.text, name.start, name.end), "name")
        if name.kind == "person" and " " in name.text:
            given = name.text.split()[0]
            draft.gender = draft.gender or knowledge.given_names.get(given, "")
        if name.title:
            _take_title(draft, name, grammar, knowledge)
    return list({id(d): d for d in drafts.values() if d.mentions}.values())


def _key(name: Name, home: dict[tuple[str, str], str], knowledge: Knowledge) -> str:
    country = knowledge.country_of(name.text) if name.kind == "country" else None
    if country is not None:
        return f"country {country.name}"
    form = fold_name(name.text)
    return f"{name.kind} {home.get((name.kind, form), form)}"


def _people(forms: Sequence[str]) -> dict[tuple[str, str], str]:
    """For each form of a person's name, fullest first, the full form that it is short for."""
    home: dict[tuple[str, str], str] = {}
    full: list[list[str]] = []
    for form in forms:
        words = fold_name(form).split()
        if not words:
            continue
        fits = [f for f in full if _short_for(words, f)]
        whole = {" ".join(f) for f in fits}
        if len(whole) == 1 or (fits and len(words) > 1):
            home["person", " ".join(words)] = " ".join(fits[0])
        else:
            full.append(words)
            home["person", " ".join(words)] = " ".join(words)
    return home


def _short_for(short: list[str], full: list[str]) -> bool:
    """Whether a name is a shorter form of another: its surname, or names that all fit in order."""
    if len(short) > len(full):
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0]) or (len(full) > 2 and short[0] in full[1:])
    if short[-1] != full[-1]:
        return False
    rest = iter(full[:-1])
    return all(any(_given_fits(s, f) for f in rest) for s in short[:-1])


def _given_fits(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


def _bodies(forms: Sequence[str]) -> dict[tuple[str, str], str]:
    """For each form of an organisation's name the longest form that it is short for."""
    home: dict[tuple[str, str], str] = {}
    full: list[list[str]] = []
    for form in forms:
        words = _without_article(fold_name(form).split())
        if not words:
            continue
        fits = [f for f in full if _part_of(words, f, form)]
        if len(fits) == 1:
            home["organization", fold_name(form)] = " ".join(fits[0])
        else:
            full.append(words)
            home["organization", fold_name(form)] = " ".join(words)
    return home


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _part_of(short: list[str], full: list[str], form: str) -> bool:
    """Whether an organisation's name is the beginning, the end or the initials of a longer one."""
    if len(short) < len(full) and short == full[: len(short)]:
        return True
    if len(short) < len(full) and short == full[-len(short) :]:
        return True  # "the Ledger" after "the Valletta Ledger", if only one name fits
    letters = form.replace(".", "")
    if letters.isupper() and len(short) == 1 and len(letters) > 1:
        small = {"of", "the", "for", "and", "e", "ul", "i", "al"}
        initials = "".join(w[0] for w in full if w not in small)
        return letters.casefold() in (initials, "".join(w[0] for w in full))
    return False


def _take_title(draft: Draft, name: Name, grammar: Grammar, knowledge: Knowledge) -> None:
    """Keep a title as a role and what it says of gender; a mere honorific as a name's form."""
    assert name.title is not None
    first, last = name.title
    words = [t.text for t in grammar.tokens[first:last]]
    lower = {w.casefold().rstrip(".") for w in words}
    if lower & {"mr", "sir", "lord", "king", "prince", "imam", "sheikh", "mullah", "maulana"}:
        draft.gender = draft.gender or "m"
    if lower & {"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam"}:
        draft.gender = draft.gender or "f"
    form = grammar.words(first, last - 1)
    if " ".join(words).casefold() in knowledge.honorifics:
        spelt = f"{form.exact} {name.text}"
        if spelt not in draft.names:
            draft.names.append(spelt)
    else:
        draft.roles.append((form, None, False))


def finish(report: str, drafts: Sequence[Draft]) -> tuple[Chain, ...]:
    """The records of the drafts, in order of first mention."""
    ids = {id(d): chain_id(report, d.first(), d.names[0]) for d in drafts}
    chains = []
    for draft in sorted(drafts, key=lambda d: d.first()):
        names = sorted(dict.fromkeys(draft.names), key=lambda n: (-len(n), n))
        plain = [
            n for n in draft.names if n in {q.exact for _, q, k in draft.mentions if k == "name"}
        ]
        best = max(plain or names, key=lambda n: (not n.isupper(), len(n), n))
        chains.append(
            Chain(
                id=ids[id(draft)],
                report=report,
                schema=_schema(draft, best),
                name=best,
                names=tuple(names),
                mentions=tuple(Mention(report, q, kind) for _, q, kind in sorted(draft.mentions)),
                roles=tuple(
                    Role(title, ids.get(id(body)) if body else None, ended)
                    for title, body, ended in sorted(draft.roles, key=lambda r: r[0])
                ),
                reasons=tuple(dict.fromkeys(draft.reasons)),
            )
        )
    return tuple(chains)


def _schema(draft: Draft, name: str) -> Schema:
    if draft.kind == "person":
        return "Person"
    if draft.kind == "country":
        return "Country"
    words = set(fold_name(name).split())
    if words & _PUBLIC:
        return "PublicBody"
    return "Company" if is_company(name) else "Organization"
