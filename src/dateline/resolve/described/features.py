"""What two phrases have in common and what parts them, as names of `data/described.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.resolve.described.phrase import Phrase
from dateline.resolve.described.pronouns import pronoun_fits
from dateline.resolve.described.senses import kinship
from dateline.resolve.described.story import Story
from dateline.resolve.tables import read_table

ALIKE = ((0.25, "alike"), (0.12, "related"), (0.06, "little alike"), (0.0, "unlike"))
"""Least likeness of two reports, and what it is called."""

_KIN = {
    "same": "one noun", "another word": "nouns: another word for it",
    "a kind of": "nouns: a kind of", "of one kind": "nouns: of one kind",
    "near": "nouns: of one field", "far": "nouns: far apart",
    "unknown": "nouns: one is in no list",
}  # fmt: skip


_WEEK = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_NEAR_DAYS = frozenset(("today", "yesterday", "tonight", "this", "last"))


@cache
def load_weights() -> dict[str, float]:
    """Feature → what it adds to the log-odds that two phrases are one; "start" is always added."""
    return {row[0]: float(row[1]) for row in read_table("described.tsv")}


def compare_phrases(left: Phrase, right: Phrase, story: Story) -> tuple[str, ...]:
    """The features of a pair, the same either way round."""
    if left.head < 0 or right.head < 0:
        return ()
    if (left.report, left.words) > (right.report, right.words):
        left, right = right, left
    found = list(_in_one_report(left, right)) if left.report == right.report else []
    if "pronoun" in (left.kind, right.kind):
        return (*found, *_pronoun(left, right))
    if left.is_list != right.is_list:
        found.append("a list and one")
    if left.kind == right.kind == "name":
        found.append(f"names: {names_fit(left.name, right.name)}")
    elif "time" in (left.kind, right.kind):
        found += _times(left, right)
    elif "name" in (left.kind, right.kind):
        named, other = (left, right) if left.kind == "name" else (right, left)
        found += _name_and_noun(named, other, story)
    else:
        found += _two_nouns(left, right, story)
    found += _acts(left, right)
    if left.report != right.report:
        found.append(f"{_sort(left, right)}, reports {_alike(left, right, story)}")
    return tuple(found)


def _sort(left: Phrase, right: Phrase) -> str:
    names = (left.kind == "name") + (right.kind == "name")
    if names:
        return "two names" if names == 2 else "a name and a noun"
    return "one noun" if left.noun == right.noun else "two nouns"


def _alike(left: Phrase, right: Phrase, story: Story) -> str:
    likeness = story.likeness(left.report, right.report)
    return next(word for least, word in ALIKE if likeness >= least)


def _in_one_report(left: Phrase, right: Phrase) -> Iterator[str]:
    yield "one report"
    if left.head == right.head:
        yield "one word" if left.is_list == right.is_list else "a list and its member"
        return
    if right.words.start < left.words.end:
        yield "one inside the other"
    if left.chain and right.chain:
        yield "one chain" if left.chain == right.chain else "two chains"
    (above, how), (other_above, other_how) = left.governor, right.governor
    if above == other_above and "nsubj" in (how, other_how):
        yield from ("subject and object",) * ("dobj" in (how, other_how))
        yield from ("a predicate",) * ("attr" in (how, other_how))
    for one, other in ((left, right), (right, left)):
        if other.governor == (one.head, "appos"):
            yield "apposition"
        if other.stands_for == one.head:
            yield "relative pronoun"
    if "pronoun" not in (left.kind, right.kind) and left.sentence == right.sentence:
        yield "one sentence"
    if left.kind != "name" and right.article == "indefinite":
        yield "the later one is new"


def _pronoun(left: Phrase, right: Phrase) -> Iterator[str]:
    """For one that its report ties to nothing: how far back, and whether the kind fits."""
    if left.kind == right.kind:
        yield "two pronouns"
        return
    if left.kind == "pronoun" or right.chain or right.stands_for >= 0:
        yield "a pronoun"
        return
    back = right.sentence - left.sentence
    yield f"pronoun: {('this sentence', 'the sentence before')[back] if back < 2 else 'far back'}"
    if not pronoun_fits(right, left):
        yield "pronoun: no fit"
    elif left.act and right.act and left.act[0] == right.act[0] == "subject":
        yield "pronoun: both subjects"


@lru_cache(maxsize=262_144)
def names_fit(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """How the words of two names fit, of any kind of thing: "the same", "short form", ….

    People and bodies are compared better by the rules of `matching`; this also serves ships,
    towns and telephones.
    """
    one, other = set(left), set(right)
    if "".join(left) == "".join(right):
        return "the same"
    if left[-1] == right[-1]:
        initial = len(left) > 1 and len(right) > 1 and left[0][0] == right[0][0]
        return "short form" if one <= other or other <= one or initial else "same last word"
    if one <= other or other <= one:
        return "part of the other"
    for short, long in ((left, right), (right, left)):
        if len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long):
            return "initials"
    return "a shared word" if one & other else "different"


def _times(left: Phrase, right: Phrase) -> Iterator[str]:
    if left.kind != right.kind and left.noun == right.noun:
        yield "times: read and not read"
    elif left.kind != right.kind:
        yield "a time and no time"
    elif left.value and right.value:
        yield "times: one value" if left.value == right.value else "times: two values"
    else:
        yield "times: value unknown"
    if left.kind == right.kind:
        yield from _days(left, right)
        yield "times: same words" if left.terms == right.terms else "times: other words"
    if left.noun == right.noun:
        yield "times: one noun"


def _days(left: Phrase, right: Phrase) -> Iterator[str]:
    week, other_week = left.terms & _WEEK, right.terms & _WEEK
    near, other_near = (_NEAR_DAYS & set(p.words.exact.casefold().split()) for p in (left, right))
    if week and other_week:
        yield f"times: {'one day' if week & other_week else 'two days'} of the week"
    elif (week and other_near) or (other_week and near):
        yield "times: a day of the week, and the report's own day"
    elif near and other_near and not week and not other_week:
        yield "times: both by the report's own day"
    one, other = left.value, right.value
    if one and other and one != other and (one.startswith(other) or other.startswith(one)):
        yield "times: one value in the other"


def _name_and_noun(named: Phrase, other: Phrase, story: Story) -> Iterator[str]:
    last, noun = named.name[-1], other.noun
    nouns = set(story.said_of.get(last, ()))
    bearers = story.names_with.get(noun, set())
    if named.noun == noun:
        yield "noun ends the name"
    elif noun not in nouns:
        kin = {kinship(noun, one) for one in nouns}
        if kin & {"another word", "a kind of"}:
            yield "kin of a noun said of it"
        elif nouns:
            yield "other nouns are said of it"
    if (named.noun != noun and noun in named.name) or set(named.name) & other.terms:
        yield "words of the name in the phrase"
    if not bearers:
        yield "noun said of no name"
    elif last not in bearers:
        yield "noun said of others only"
    else:
        yield "noun said of it alone" if len(bearers) == 1 else "noun said of it and others"
    is_person, is_body = other.field == "person", other.field == "group"
    what = "person" if is_person else "body" if is_body else "thing"
    who = {"": "a name", "Person": "a person"}.get(named.schema, "a body")
    yield f"{who} as a {what}"
    if last in story.main and not other.is_plural and what != "thing":
        yield f"a {what}, and the name is the main one"
    if is_person and not other.is_plural and other.report in story.main_in:
        is_main = story.main_in[other.report] == last
        yield f"a person, and its report names {'the name' if is_main else 'another'} most"
    if other.is_plural:
        yield "a plural for a name"
    yield f"{other.article} article for a name"


def _two_nouns(left: Phrase, right: Phrase, story: Story) -> Iterator[str]:
    same = left.noun == right.noun
    yield _KIN[kinship(left.noun, right.noun)]
    mine, yours = left.modifiers, right.modifiers
    if same:
        number = {0: "singular", 1: "mixed", 2: "plural"}[left.is_plural + right.is_plural]
        yield f"one noun, {_modified(mine, yours)}"
        yield f"one noun, {number}"
        if left.report != right.report:
            count = len(story.reports_with[left.noun])
            most = count > 2 and count >= 0.4 * story.reports
            yield f"one noun, in {'most' if most else 'some' if count > 3 else 'few'} reports"
            if story.has_several(left) or story.has_several(right):
                yield "one noun, said of several in a report"
    else:
        if mine & yours:
            yield "two nouns, a shared modifier"
        if left.noun in yours or right.noun in mine:
            yield "one noun modifies the other"
        if story.names_with.get(left.noun, set()) & story.names_with.get(right.noun, set()):
            yield "two nouns, both said of one name"
        if left.is_plural != right.is_plural:
            yield "two nouns, one plural"
    if left.numbers or right.numbers:
        both = left.numbers and right.numbers
        same_numbers = "same numbers" if left.numbers == right.numbers else "other numbers"
        yield same_numbers if both else "a number on one side"
    if left.orders != right.orders:
        yield "another order"


def _modified(mine: frozenset[str], yours: frozenset[str]) -> str:
    if not mine and not yours:
        return "no modifiers"
    if not mine or not yours:
        return "modifiers on one side"
    if mine == yours:
        return "same modifiers"
    return "a shared modifier" if mine & yours else "other modifiers"


def _acts(left: Phrase, right: Phrase) -> Iterator[str]:
    if left.act is None or right.act is None:
        return
    if left.act != right.act:
        if left.act[1] == right.act[1]:
            yield "another part in one act"
        return
    yield f"same act, {_sort(left, right)}"
    if left.beside & right.beside:
        yield "same act, beside the same"
