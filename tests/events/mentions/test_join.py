"""Which mentions of events tell of one event: over short reports of our own."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.events.mentions.features import compare_mentions
from dateline.events.mentions.join import (
    compare_all,
    group_mentions,
    join_mentions,
    load_weights,
    score_pair,
)
from dateline.events.mentions.read import EventMention, EventTelling, read_event_mentions
from dateline.events.mentions.story import MentionStory
from dateline.records import Quote, cut
from tests.annotate.reading import read


def tell(report: str, text: str, *words: str) -> EventTelling:
    """A report with its mentions: the first place of each of the words."""
    found = read(text)
    quotes: list[Quote] = []
    for one in words:
        start = found.report.text.index(one)
        quotes.append(cut(found.report.text, start, start + len(one)))
    return read_event_mentions(report, found.grammar, found.annotations, quotes)


def only(telling: EventTelling) -> EventMention:
    (mention,) = telling.mentions
    return mention


def groups(*tellings: EventTelling) -> list[set[str]]:
    """The words of the mentions of each event, "report: words"."""
    said = [f"{one.report}: {m.words.exact}" for one in tellings for m in one.mentions]
    return [{said[place] for place in one.mentions} for one in join_mentions(tellings)]


def test_a_verb_is_read_with_its_doers_objects_and_day() -> None:
    telling = tell("a", "Police arrested the mayor in Tarn on 3 May 2011.\n", "arrested")
    mention = only(telling)
    assert (mention.lemma, mention.kind) == ("arrest", "verb")
    assert "police" in mention.who
    assert mention.whom == {"mayor"}
    assert "#tarn" in mention.beside
    assert mention.day is not None
    assert mention.day[0].isoformat() == "2011-05-03"


def test_the_passive_turns_who_and_whom_round() -> None:
    mention = only(tell("a", "The mayor was arrested by Mira Oduya.\n", "arrested"))
    assert mention.whom == {"mayor"}
    assert "#oduya" in mention.who


def test_a_noun_is_read_with_its_owner_its_object_and_its_modifiers() -> None:
    mention = only(tell("a", "The army's surprise attack on the harbour failed.\n", "attack"))
    assert "army" in mention.who
    assert mention.whom == {"harbour"}
    assert mention.modifiers == {"surprise"}


def test_a_verb_without_a_subject_has_that_of_the_verb_above_it() -> None:
    mention = only(tell("a", "The robbers smashed the window and fled.\n", "fled"))
    assert mention.who == {"robber"}


def test_a_mention_that_the_parse_lacks_is_alone() -> None:
    found = read("Police arrested the mayor.\n")
    beyond = Quote(90, 98, "arrested")
    telling = read_event_mentions("a", found.grammar, found.annotations, [beyond, beyond])
    assert [mention.head for mention in telling.mentions] == [-1, -1]
    assert len(join_mentions([telling])) == 2


FIRST = tell(
    "first",
    "Thieves stole a painting from the Kestrel museum in Tarn on Monday.\n"
    "Police said that the robbery took three minutes.\n",
    "stole", "said", "robbery",
)  # fmt: skip
SECOND = tell(
    "second",
    "A painting was stolen from the Kestrel museum in Tarn on Monday, police said.\n",
    "stolen", "said",
)  # fmt: skip
OTHER = tell(
    "other",
    "Ostrel beat Varn by four goals on Sunday.\n"
    "The crowd sang until midnight.\n"
    "Bo Rud, who came from Ostrel's second team, stole the ball twice.\n",
    "stole",
)  # fmt: skip


def test_two_reports_of_one_theft_tell_of_one_event_and_another_of_none_of_it() -> None:
    found = groups(FIRST, SECOND, OTHER)
    assert any({"first: stole", "second: stolen"} <= group for group in found)
    assert {"other: stole"} in found


def test_every_mention_is_in_exactly_one_event() -> None:
    joined = join_mentions([FIRST, SECOND, OTHER])
    assert sorted(place for one in joined for place in one.mentions) == list(range(6))


def test_the_order_of_the_reports_changes_nothing() -> None:
    def as_set(found: list[set[str]]) -> set[frozenset[str]]:
        return {frozenset(group) for group in found}

    assert as_set(groups(FIRST, SECOND, OTHER)) == as_set(groups(OTHER, SECOND, FIRST))


def test_a_join_has_its_reasons_weightiest_first() -> None:
    weights = load_weights()
    joined = [one for one in join_mentions([FIRST, SECOND, OTHER]) if len(one.mentions) > 1]
    assert joined
    for one in joined:
        assert one.reasons
        assert all(weights[reason] > 0 for reason in one.reasons)
        values = [weights[reason] for reason in one.reasons]
        assert values == sorted(values, reverse=True)


def test_features_are_the_same_either_way_round() -> None:
    tellings = [FIRST, SECOND, OTHER]
    story = MentionStory(tellings)
    mentions = [mention for one in tellings for mention in one.mentions]
    for left in mentions:
        for right in mentions:
            if left is not right:
                one = sorted(compare_mentions(left, right, story))
                assert one == sorted(compare_mentions(right, left, story))


def test_other_objects_speak_against_one_word() -> None:
    left = tell("a", "The court sentenced the banker on Friday.\n", "sentenced")
    same = tell("b", "A court sentenced the banker.\n", "sentenced")
    differ = tell("c", "A court sentenced the smuggler.\n", "sentenced")
    story, weights = MentionStory([left, same, differ]), load_weights()
    alike, unlike = (
        score_pair(compare_mentions(only(left), only(one), story), weights)
        for one in (same, differ)
    )
    assert alike > unlike


def test_two_days_speak_against_one_event() -> None:
    left = tell("a", "The ministers met in Tarn on 3 May 2011.\n", "met")
    right = tell("b", "The ministers met in Tarn on 9 June 2011.\n", "met")
    found = compare_all([left, right])[0, 1]
    assert "one word: days differ" in found
    assert load_weights()["one word: days differ"] < 0


@pytest.mark.parametrize("odds", [-20.0, 20.0])
def test_one_pair_counts_only_so_much(odds: float) -> None:
    assert abs(score_pair(["all"], {"start": 0.0, "all": odds})) == 6.0


def test_groups_are_joined_by_their_best_and_all_their_pairs() -> None:
    weights = {"start": 0.0, "yes": 2.0, "no": -6.0}
    chain = {(0, 1): ("yes",), (1, 2): ("yes",), (0, 2): ("no",)}
    assert [one.mentions for one in group_mentions(3, chain, weights)] == [(0, 1, 2)]
    weak = {(0, 1): ("yes",), (1, 2): ("a",), (0, 2): ("no",)}
    found = group_mentions(3, weak, {**weights, "a": 0.5})
    assert [one.mentions for one in found] == [(0, 1), (2,)]
    assert group_mentions(0, {}, weights) == []


def test_every_weight_has_its_reason() -> None:
    text = (files("dateline.events") / "data" / "same.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert all(len(row) == 3 and row[2] for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
