"""The set `references`: pronouns led to whom they mean, and chains of named entities (GUM news).

**Pronouns.** Every he, she, it or they (with him, his, himself …) that is marked as a mention of
an entity which some word other than a pronoun mentions too. What the product takes it for is
followed through pronouns to a word that is none; it is right if that word heads a mention of the
same entity, a pronoun left alone is wrong. Twice: from raw text, where the product finds the
words that may be meant itself; and with gold mentions, where it is told the head and type of each
mention, though not which belong together. The salience rule chooses among the same gold mentions:
agreement in number and person, subjects first, then the nearest.

**Named entities.** CoNLL F1 over the gold chains of a person or an organization in which some
mention is a name, against the product's chains of persons, organizations and states. A mention is
its governing word, so that borders of phrases count for nothing. Titles and datelines, which are
no part of what the product reads as the report's body, are left out everywhere. From raw text
every found chain with a name counts; with gold mentions only what is found at a marked mention of
those types. The same-string rule joins the gold mentions of these types whose words are the same.

Documents are split by their place in the sorted list: errors are only ever read, and weights
fitted, in the even half, so that the odd half shows what new text gives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.annotate import place_weigher
from dateline.annotate.chains import Draft, chain_names
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import Parse, parse
from dateline.annotate.names import find_names
from dateline.annotate.places import load_gazetteer
from dateline.annotate.references import Discourse, Pronouns, Reference, find_references
from dateline.annotate.references.clues import family_of
from dateline.annotate.roles import find_roles
from dateline.records import Grammar
from evaluation.benchmark import BenchmarkSet, DataMissing, Figures, Result
from evaluation.conll import score_chains
from evaluation.references_corpora import GoldDocument, GoldMention, read_documents
from evaluation.references_rules import Answers, Chains, answer_by_salience, string_chains

DEVELOPMENT, UNTOUCHED = "development half", "untouched half"
_SALIENCE = "salience rule, gold mentions"
_STRINGS = "same string, gold mentions"
_GOLD = "Dateline, gold mentions"
_KINDS = {"person": "person", "organization": "organization", "place": "place", "time": "time"}
_ACTING = ("person", "organization")


def read_set(data: Path) -> list[GoldDocument]:
    """The documents below a folder, in the order that the halves are cut from.

    Raises:
        DataMissing: If there is none.
    """
    documents = read_documents(data)
    if not documents:
        raise DataMissing(f"references: {data} holds no dep/*.conllu")
    return documents


# ------------------------------------------------------------------------------------ product


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """What the product finds in one document."""

    references: tuple[Reference, ...]
    drafts: tuple[Draft, ...]


def open_discourse(text: str, parsed: Parse) -> Discourse:
    """What is known of a text before its references are read."""
    knowledge, grammar = load_knowledge(), Grammar(text, parsed.tokens)
    names = find_names(parsed, knowledge, place_weigher(load_gazetteer()))
    drafts = chain_names(names, grammar, knowledge)
    discourse = Discourse(grammar, parsed.sentences, drafts, knowledge, names)
    find_roles(grammar, discourse.at, knowledge)
    return discourse


def find_in(text: str, parsed: Parse, given: Mapping[int, str] | None = None) -> Found:
    """The references and chains of a text, as the product finds them."""
    discourse = open_discourse(text, parsed)
    references = find_references(discourse, Pronouns(discourse, given))
    return Found(references, tuple(d for d in discourse.drafts if d.mentions))


def heads_of(document: GoldDocument, grammar: Grammar) -> dict[int, GoldMention]:
    """The gold mention of each token that heads one, the widest if it heads several."""
    found: dict[int, GoldMention] = {}
    for token in grammar.tokens:
        for mention in document.mentions:
            if mention.start <= token.start < mention.end and mention.is_led_to(token.start):
                last = mention.heads[-1] if mention.kind == "name" else mention.heads[0]
                if last[0] <= token.start < last[1]:
                    found.setdefault(token.index, mention)
    return found


def kinds_of(heads: Mapping[int, GoldMention]) -> dict[int, str]:
    """The kinds of the mentions that the product is told of."""
    return {
        index: _KINDS.get(mention.type, "thing")
        for index, mention in heads.items()
        if mention.kind != "pronoun"
    }


def answers_of(references: Iterable[Reference]) -> Answers:
    """Where each pronoun leads, through other pronouns."""
    answers: dict[int, int] = {}
    for reference in references:
        mention = reference.chosen.mention
        if mention is None:
            continue
        start = mention.token.start
        target = answers.get(start) if mention.form == "pronoun" else start
        if target is not None:
            answers[reference.pronoun.start] = target
    return answers


# ------------------------------------------------------------------------------------ pronouns


def pronouns_of(document: GoldDocument) -> list[GoldMention]:
    """The pronouns that are judged."""
    told = {mention.chain for mention in document.mentions if mention.kind != "pronoun"}
    return [
        mention
        for mention in document.mentions
        if mention.kind == "pronoun"
        and mention.chain in told
        and family_of(document.text[mention.start : mention.end])
    ]


def tally_pronouns(document: GoldDocument, answers: Answers) -> Counter[str]:
    """For each family of pronouns how many there are and how many led right ("he right")."""
    tally: Counter[str] = Counter()
    for pronoun in pronouns_of(document):
        family = family_of(document.text[pronoun.start : pronoun.end])
        target = answers.get(pronoun.start, -1)
        is_right = any(
            mention.chain == pronoun.chain
            and mention.kind != "pronoun"
            and mention.is_led_to(target)
            for mention in document.mentions
        )
        tally[family] += 1
        tally[f"{family} right"] += is_right
    return tally


def pronoun_figures(tally: Counter[str]) -> dict[str, float]:
    """Accuracy over all, over he and she, over it, and over they."""
    groups = {
        "antecedent_accuracy": ("he", "it", "they"),
        "he_she_accuracy": ("he",),
        "it_accuracy": ("it",),
        "they_accuracy": ("they",),
    }
    return {
        name: sum(tally[f"{one} right"] for one in families) / total
        for name, families in groups.items()
        if (total := sum(tally[one] for one in families))
    }


# ------------------------------------------------------------------------------------ chains


def gold_chains(document: GoldDocument, heads: Mapping[int, GoldMention]) -> Chains:
    """The chains of persons and organizations of which a mention is a name, by head words."""
    chains: dict[str, set[Hashable]] = defaultdict(set)
    named = {m.chain for m in document.mentions if m.kind == "name" and m.type in _ACTING}
    for index, mention in heads.items():
        if mention.chain in named:
            chains[mention.chain].add((document.name, index))
    return list(chains.values())


def found_chains(
    document: GoldDocument, drafts: Iterable[Draft], only: Mapping[int, GoldMention] | None
) -> Chains:
    """The product's chains with a name, by head words.

    Args:
        only: Head words outside which nothing counts; None if all do.
    """
    chains: Chains = []
    taken: set[int] = set()
    for draft in drafts:
        if all(kind != "name" for _, _, kind in draft.mentions):
            continue
        heads = {head for head, _, _ in draft.mentions} - taken
        taken |= heads
        chains.append({(document.name, h) for h in heads if only is None or h in only})
    return chains


def conll_figures(gold: Chains, found: Chains) -> dict[str, float]:
    """The CoNLL F1 and the three F1 that it is the mean of."""
    scores = score_chains(gold, found)
    return {
        "conll_f1": scores.conll,
        "muc_f1": scores.muc.f1,
        "b3_f1": scores.b3.f1,
        "ceafe_f1": scores.ceafe.f1,
    }


# ------------------------------------------------------------------------------------ the run


@dataclass(frozen=True, eq=False, slots=True)
class Measured:
    """One system on one document."""

    tally: Counter[str]
    gold: Chains
    found: Chains


def figures_of(measured: Iterable[Measured]) -> Figures:
    """The figures of a system over documents."""
    every = list(measured)
    tally = sum((one.tally for one in every), Counter[str]())
    gold = [chain for one in every for chain in one.gold]
    found = [chain for one in every for chain in one.found]
    return {**pronoun_figures(tally), **conll_figures(gold, found)}


def measure(document: GoldDocument, parsed: Parse) -> dict[str, Measured]:
    """Each system on one document: "" is the product from raw text."""
    grammar = Grammar(document.text, parsed.tokens)
    heads = heads_of(document, grammar)
    acting = {i: m for i, m in heads.items() if m.type in _ACTING}
    gold = gold_chains(document, heads)

    def measured(answers: Answers, found: Chains) -> Measured:
        return Measured(tally_pronouns(document, answers), gold, found)

    raw = find_in(document.text, parsed)
    told = find_in(document.text, parsed, kinds_of(heads))
    salience = answer_by_salience(grammar, heads)
    return {
        "": measured(answers_of(raw.references), found_chains(document, raw.drafts, None)),
        _GOLD: measured(answers_of(told.references), found_chains(document, told.drafts, acting)),
        _SALIENCE: measured(salience, []),
        _STRINGS: measured({}, string_chains(document, acting)),
    }


def run(data: Path, parse_text: Callable[[str, int], Parse] = parse) -> Result:
    """Measures the product, the salience rule and the same-string rule.

    Raises:
        DataMissing: If `data` holds no document.
    """
    documents = read_set(data)
    systems = [measure(d, parse_text(d.text, d.body_start)) for d in documents]
    parts: dict[str, Figures] = {}
    for name, half in ((DEVELOPMENT, systems[::2]), (UNTOUCHED, systems[1::2])):
        for system in systems[0]:
            title = f"{name}: {system}" if system else name
            parts[title] = _kept(system, figures_of(one[system] for one in half))
    peers = {
        system: _kept(system, figures_of(one[system] for one in systems))
        for system in systems[0]
        if system
    }
    return Result(
        set="references",
        documents=len(documents),
        figures=figures_of(one[""] for one in systems),
        peers=peers,
        part="the news of GUM",
        parts=parts,
    )


def _kept(system: str, figures: Figures) -> Figures:
    """The figures that a system has: a rule of pronouns has no chains, and the other way round."""
    if system == _SALIENCE:
        return {name: value for name, value in figures.items() if name.endswith("accuracy")}
    if system == _STRINGS:
        return {name: value for name, value in figures.items() if name.endswith("f1")}
    return figures


REFERENCES = BenchmarkSet(
    name="references",
    measures="pronouns led to whom they mean, and chains of named entities in one report",
    run=run,
    archive="gum_news",
    headline=("antecedent_accuracy", "he_she_accuracy", "conll_f1"),
)
