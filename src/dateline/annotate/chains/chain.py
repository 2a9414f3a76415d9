"""Drafts of chains: the names of a report, those of one entity together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.annotate.chains.acronyms import is_initials
from dateline.annotate.chains.acting import Actor, find_actors
from dateline.annotate.chains.aliases import Tied, tie_names
from dateline.annotate.chains.bodies import Bodies
from dateline.annotate.chains.draft import Draft, Post
from dateline.annotate.chains.persons import Home, Persons, Words, name_words
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.names import Name
from dateline.records import ENDED, Grammar, cut

_KINDS = ("person", "organization", "country")
"""Kinds of names that can act; places and occasions are nobody."""

_MEN = frozenset(["mr", "sir", "lord", "king", "prince", "imam", "sheikh", "mullah", "maulana"])
_WOMEN = frozenset(["mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madam"])

Key = tuple[str, Words]
"""A kind with the words of a full form."""


def chain_names(names: Sequence[Name], grammar: Grammar, knowledge: Knowledge) -> list[Draft]:
    """A draft for every person, organisation and state that is named, in order of first naming."""
    tied = tie_names(names, grammar, knowledge)
    actors = {actor.name.start: actor for actor in find_actors(tied.names, grammar, knowledge)}
    kept = [actors[n.start].name if n.start in actors else n for n in tied.names]
    homes = _Homes([n for n in kept if n.kind in _KINDS], tied, actors, grammar, knowledge)
    drafts: dict[Key, Draft] = {}
    for name in homes.names:
        key, reasons = homes.of(name)
        draft = drafts.setdefault(key, Draft(key[0]))
        draft.reasons += [reason for reason in reasons if reason not in draft.reasons]
        _take(draft, name, grammar, knowledge)
        if name.start in actors and actors[name.start].state:
            draft.usual = actors[name.start].state
    return list(drafts.values())


def _take(draft: Draft, name: Name, grammar: Grammar, knowledge: Knowledge) -> None:
    """Take a mention in, with its forms and what stands in front of it."""
    words = cut(grammar.text, name.start, name.end)
    draft.add(grammar.tokens[name.last - 1], words, "name")
    if name.text not in draft.names:
        draft.names.append(name.text)
    if " " in name.text and name.kind == "person":
        given = name.text.split()[0]
        draft.gender = draft.gender or knowledge.given_names.get(given, "")
    if any(mark in words.exact for mark in '"“”') and words.exact not in draft.names:
        draft.names.append(words.exact)
        draft.usual = name.text
    if name.title:
        _take_title(draft, name, grammar, knowledge)


def _take_title(draft: Draft, name: Name, grammar: Grammar, knowledge: Knowledge) -> None:
    """Keep a title as a post and what it says of gender; a mere honorific as a name's form."""
    assert name.title is not None
    first, last = name.title
    draft.gender = draft.gender or _gender(name, grammar)
    form = grammar.words(first, last - 1)
    words = " ".join(t.text for t in grammar.tokens[first:last])
    if words.casefold() not in knowledge.honorifics:
        draft.roles.append(_post(name, grammar))
    elif (spelt := f"{form.exact} {name.text}") not in draft.names:
        draft.names.append(spelt)


def _post(name: Name, grammar: Grammar) -> Post:
    """The post of a title, over if "Former" or "Then-" stands before it."""
    first, last = name.title or (0, 0)
    form = grammar.words(first, last - 1)
    before = grammar.tokens[first - 1] if first else grammar.tokens[0]
    prefix, _, rest = before.text.casefold().partition("-")
    ended = first > 0 and prefix in ENDED
    if ended and rest and before.sentence == grammar.tokens[first].sentence:
        form = cut(grammar.text, before.end - len(rest), form.end)  # "Then-Foreign Minister"
    return Post(form, ended=ended)


def _gender(name: Name, grammar: Grammar) -> str:
    """ "m" or "f" as the title in front of a name tells; "" if it doesn't."""
    if name.title is None:
        return ""
    words = {t.text.casefold().rstrip(".") for t in grammar.tokens[slice(*name.title)]}
    return "m" if words & _MEN else "f" if words & _WOMEN else ""


@dataclass(slots=True)
class _Groups:
    """Keys held to be one, each led by the first name of a tie."""

    leaders: dict[Key, Key] = field(default_factory=dict)

    def leader(self, key: Key) -> Key:
        while (above := self.leaders.get(key, key)) != key:
            key = above
        return key

    def join(self, first: Key, second: Key) -> None:
        first, second = self.leader(first), self.leader(second)
        if first != second:
            self.leaders[second] = first


class _Homes:
    """For each name the key of the entity that it belongs to."""

    def __init__(
        self,
        names: list[Name],
        tied: Tied,
        actors: dict[int, Actor],
        grammar: Grammar,
        knowledge: Knowledge,
    ) -> None:
        self.names = names
        self._actors = actors
        self._grammar = grammar
        self._knowledge = knowledge
        self._persons = Persons(_forms(names, "person", grammar), knowledge)
        self._bodies = Bodies(_forms(names, "organization", grammar), knowledge)
        for name in names:
            if name.kind == "person" and name.title:
                self._persons.learn(name.text, _gender(name, grammar), self._title(name))
        self._shared = self._of_one_family()
        self._expanded: dict[int, Home] = {}
        self._groups = _Groups()
        self._told: defaultdict[int, list[str]] = defaultdict(list)
        self._tie(tied)

    def of(self, name: Name) -> tuple[Key, list[str]]:
        """The key of a name's entity, and why it is that one."""
        key, reason = self._own(name)
        actor = self._actors.get(name.start)
        reasons = [reason, actor.reason if actor else "", *self._told[name.start]]
        return self._groups.leader(key), [r for r in reasons if r]

    def _own(self, name: Name) -> tuple[Key, str]:
        """The key that a name has before ties."""
        actor = self._actors.get(name.start)
        country = self._knowledge.country_of(actor.state if actor and actor.state else name.text)
        if name.kind == "country" and country is not None:
            return ("country", (country.name,)), ""
        if name.kind == "person":
            home = self._shared.get(name.start) or self._persons.home(
                name.text, _gender(name, self._grammar), self._title(name)
            )
            return (name.kind, home.words), home.reason
        home = self._expanded.get(name.start) or self._bodies.home(name.text)
        return (name.kind, home.words), home.reason

    def _title(self, name: Name) -> str:
        first, last = name.title or (0, 0)
        return self._grammar.words(first, last - 1).exact if last > first else ""

    def _tie(self, tied: Tied) -> None:
        at = {name.start: name for name in [*tied.nicknames, *self.names]}
        known: list[tuple[Name, Name, str]] = []
        for tie in tied.ties:
            first, second = at.get(tie.first.start), at.get(tie.second.start)
            if first is not None and second is not None and first.kind == second.kind:
                known.append((first, second, tie.reason))
        self._tell_apart([(first, second) for first, second, _ in known])
        for first, second, reason in known:
            self._groups.join(self._own(first)[0], self._own(second)[0])
            self._told[first.start].append(reason)

    def _tell_apart(self, ties: Iterable[tuple[Name, Name]]) -> None:
        """Initials that the report gives to two bodies are of each only where they stand by it."""
        given: defaultdict[Key, list[tuple[Name, Key]]] = defaultdict(list)
        for first, second in ties:
            for short, full in ((second, first), (first, second)):
                if short.kind == "organization" and is_initials(short.text, full.text):
                    given[self._own(short)[0]].append((short, self._own(full)[0]))
        for bearers in given.values():
            if len({key for _, key in bearers}) > 1:
                for short, (_, words) in bearers:
                    self._expanded[short.start] = Home(words)

    def _of_one_family(self) -> dict[int, Home]:
        """Given names that share the surname of the next name: "Omar and Sami Karsh"."""
        found: dict[int, Home] = {}
        for name, following in zip(self.names, self.names[1:], strict=False):
            between = [t.text for t in self._grammar.tokens[name.last : following.first]]
            if (
                name.kind == following.kind == "person"
                and between in (["and"], ["&"])
                and name.text in self._knowledge.given_names
                and " " in following.text
                and not self._persons.is_known(name.text)
            ):
                surname = name_words(following.text)[-1:]
                words = self._persons.add_full(name.text, surname)
                reason = f"“{name.text}” shares the surname of “{following.text}”"
                found[name.start] = Home(words, reason)
        return found


def _forms(names: Iterable[Name], kind: str, grammar: Grammar) -> dict[str, frozenset[int]]:
    """The distinct names of a kind as printed, with the sentences that have them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        if name.kind == kind:
            found[name.text].add(grammar.tokens[name.first].sentence)
    return {text: frozenset(sentences) for text, sentences in found.items()}
