"""The set `event-coreference-raw`: one event over reports of ECB+, its mentions found as well.

The product reads the raw reports, finds the words that tell of an event, and says which are one.
Its claims are of events between people and bodies; ECB+ marks every act, happening and state. So
the main figures are of all verbs and event nouns, and those of its triggers and claims are apart.
Only the sentences that the set's makers checked are judged. A mention found is the one labelled if
the word that it is about is the same; what only one side has counts as it stands, so that
mentions missed and mentions too many both cost. The reports are given by story or by topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.claims.lexicon import load_lexicon
from dateline.claims.triggers import find_triggers
from dateline.events import group_events
from dateline.events.mentions.join import join_mentions
from dateline.events.mentions.read import EventTelling, head_of_event, read_event_mentions
from dateline.events.mentions.words import find_event_words
from dateline.records import Annotations, Chain, Claim, Grammar, Quote, Report, cut
from dateline.resolve import resolve_entities
from evaluation.archives import open_corpora
from evaluation.benchmark import ARCHIVES, BenchmarkSet, DataMissing, Result
from evaluation.coreference import (
    BASELINE,
    JUDGED,
    conll_figures,
    corpora_figures,
    group_reports,
)
from evaluation.entities_corpora import EVENTS, LabelledReport, read_ecbplus

CORPUS = "ecbplus"
TRIGGERS = "triggers alone"
CLAIMS = "claims joined into events"
Place = tuple[str, int]
"""A report, and the index of the word that a mention is about."""
Chains = dict[Hashable, set[Place]]


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled report with what the product finds in it.

    Attributes:
        gold: Place of each labelled mention → its event.
        telling: The mentions found, in text order.
        lemmas: Place of a mention found → the lemma of its word.
        triggers: Those of them that carry an event of the lexicon's.
        claims: The event claims, with the place of the word that carries each.
    """

    labelled: LabelledReport
    name: str
    gold: Mapping[Place, str]
    telling: EventTelling
    lemmas: Mapping[Place, str]
    triggers: frozenset[Place]
    claims: tuple[tuple[Claim, Place], ...]
    chains: tuple[Chain, ...]


def read_report(labelled: LabelledReport, found: Annotations | None = None) -> Read:
    """A report as the product reads it; its labels are not looked at for that.

    Args:
        found: What the product finds in the report, if it was asked before.
    """
    report = labelled.report
    name = f"{labelled.topic} {report.file}"  # two reports may have one text, and so one id
    found = found or annotate(report)
    grammar = Grammar(report.text, found.tokens)
    triggers = {
        one.token.index: one for one in find_triggers(grammar, load_lexicon(), found.triggers)
    }
    words = {one.index: one for one in find_event_words(grammar)}
    words |= {index: one.token for index, one in triggers.items()}
    kept = [word for _, word in sorted(words.items()) if _is_judged(labelled, word.start)]
    quotes = [cut(report.text, word.start, word.end) for word in kept]
    types = {index: one.entry.type for index, one in triggers.items()}
    return Read(
        labelled,
        name,
        _gold(labelled, grammar, name),
        read_event_mentions(name, grammar, found, quotes, types),
        {(name, word.index): word.lemma.casefold() for word in kept},
        frozenset((name, word.index) for word in kept if word.index in triggers),
        tuple(_claims(labelled, report, grammar, found, name)),
        found.chains,
    )


def _is_judged(labelled: LabelledReport, place: int) -> bool:
    return any(start <= place < end for start, end in labelled.checked)


def _head(grammar: Grammar, words: Quote, name: str) -> Place | None:
    head = head_of_event(grammar, words)
    return (name, head.index) if head is not None else None


def _gold(labelled: LabelledReport, grammar: Grammar, name: str) -> dict[Place, str]:
    """The labels; two marks of one word are one, and one of no word of the parse stays missed."""
    gold: dict[Place, str] = {}
    for number, mention in enumerate(labelled.mentions):
        words = cut(labelled.report.text, mention.start, mention.end)
        gold.setdefault(_head(grammar, words, name) or (name, -1 - number), mention.entity)
    return gold


def _claims(
    labelled: LabelledReport, report: Report, grammar: Grammar, found: Annotations, name: str
) -> Iterable[tuple[Claim, Place]]:
    for claim in find_claims(report, found):
        if claim.kind == "event" and _is_judged(labelled, claim.trigger.start):
            place = _head(grammar, claim.trigger, name)
            if place is not None:
                yield claim, place


# ------------------------------------------------------------------------------------- chains


def gold_chains(read: Sequence[Read]) -> Chains:
    """The chains of the labels."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, event in one.gold.items():
            chains[event].add(place)
    return chains


def product_chains(read: Sequence[Read]) -> Chains:
    """The words that tell of an event, joined as mentions."""
    places = [(one.name, m.head) for one in read for m in one.telling.mentions]
    joined = join_mentions([one.telling for one in read])
    return {number: {places[n] for n in one.mentions} for number, one in enumerate(joined)}


def lemma_chains(read: Sequence[Read]) -> Chains:
    """The same words; those of one lemma are one."""
    chains: Chains = defaultdict(set)
    for one in read:
        for place, lemma in one.lemmas.items():
            chains[lemma].add(place)
    return chains


def _only_triggers(read: Sequence[Read]) -> list[Read]:
    return [
        replace(
            one,
            telling=replace(
                one.telling,
                mentions=tuple(
                    m for m in one.telling.mentions if (one.name, m.head) in one.triggers
                ),
            ),
            lemmas={place: lemma for place, lemma in one.lemmas.items() if place in one.triggers},
        )
        for one in read
    ]


def claim_chains(read: Sequence[Read]) -> Chains:
    """The words that carry an event claim, as a case groups the claims of these reports.

    Of two claims that one word carries, the first stands for it.
    """
    unique = {one.labelled.report.id: one for one in read}
    claims = [claim for one in unique.values() for claim, _ in one.claims]
    mentions = [chain for one in unique.values() for chain in one.chains]
    entities = resolve_entities(mentions, claims)
    reports = [one.labelled.report for one in unique.values()]
    place = {claim.id: at for one in unique.values() for claim, at in one.claims}
    chains: Chains = {}
    seen: set[Place] = set()
    for event in group_events(claims, entities, reports):
        chains[event.id] = {place[id_] for id_ in event.claims} - seen
        seen |= chains[event.id]
    return chains


WAYS: Mapping[str, Callable[[Sequence[Read]], Chains]] = {
    "product": product_chains,
    BASELINE: lemma_chains,
    TRIGGERS: lambda read: product_chains(_only_triggers(read)),
    f"{TRIGGERS}, {BASELINE}": lambda read: lemma_chains(_only_triggers(read)),
    CLAIMS: claim_chains,
}


# ------------------------------------------------------------------------------------ figures


def figures(read: Sequence[Read], way: str, *, by_story: bool) -> dict[str, float]:
    """CoNLL F1 with its parts, and precision and recall of the mentions."""
    groups = group_reports(read, by_story=by_story)
    gold, found = (
        [chain for group in groups for chain in chains(group).values()]
        for chains in (gold_chains, WAYS[way])
    )
    labelled, told = set[Place]().union(*gold), set[Place]().union(*found)
    both = len(labelled & told)
    return conll_figures(gold, found) | {
        "mention_precision": both / max(1, len(told)),
        "mention_recall": both / max(1, len(labelled)),
    }


def all_figures(read: Sequence[Read], way: str) -> dict[str, float]:
    """By story and by topic."""
    return corpora_figures(
        {CORPUS: read}, lambda some, by_story: figures(some, way, by_story=by_story)
    )


def run(data: Path) -> Result:
    """Measures on the corpus below a folder.

    Raises:
        DataMissing: If it is not there.
    """
    with open_corpora(data, (CORPUS,)) as folders:
        if CORPUS not in folders:
            raise DataMissing(f"event-coreference-raw: {data} holds no {CORPUS}")
        read = [
            read_report(one)
            for one in read_ecbplus(folders[CORPUS], EVENTS)
            if one.topic in JUDGED[CORPUS]
        ]
    return Result(
        set="event-coreference-raw",
        documents=len(read),
        figures=all_figures(read, "product"),
        peers={BASELINE: all_figures(read, BASELINE)},
        part="ECB+ official development topics, raw text",
        parts={
            way: all_figures(read, way) for way in (TRIGGERS, f"{TRIGGERS}, {BASELINE}", CLAIMS)
        },
        notes=(
            "The words are all verbs and nouns that may tell of an event. “triggers alone” are "
            "those of the lexicon's types, which bounds the recall of mentions; “claims” is what "
            "a case joins, who takes part being known.",
            "The baseline joins the mentions that the product finds.",
        ),
    )


EVENT_COREFERENCE_RAW = BenchmarkSet(
    name="event-coreference-raw",
    measures="one event over reports from raw text, own mentions: CoNLL F1",
    run=run,
    default=ARCHIVES,
    headline=("ecbplus_story_conll", "ecbplus_topic_conll"),
)
