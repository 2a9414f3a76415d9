"""The set `factuality`: whether the events of a sentence happened, as its words have it (UW).

A system says in a word how each event stands ("denied", "planned"). Which number from -3 to 3 a
standing comes to is learnt from the train part, for every system alike; the figures are those of
the whole development part.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import correlation, median

from dateline.annotate import annotate
from dateline.annotate.language import parse
from dateline.read import read_bytes
from dateline.records import Annotations, Report, Token
from evaluation.benchmark import BenchmarkSet, Figures, Result
from evaluation.uw_factuality import JudgedSentence, read_judged

DOUBTED_BELOW = 2.0
"""Of a smaller value the set says: not asserted as a fact."""
RULES, MODEL, ALL_HAPPENED = "rules alone", "model alone", "all happened"
PUBLISHED: Mapping[str, Figures] = {
    "Lee 2015 (test part)": {"mean_absolute_error": 0.511, "correlation": 0.708},
    "Stanovsky 2017 (test part)": {"mean_absolute_error": 0.42, "correlation": 0.66},
    "Rudinger 2018 (test part)": {"mean_absolute_error": 0.481, "correlation": 0.749},
}

_TOGETHER = 50
"""So many sentences are read as one report, each a paragraph: sooner than one by one."""
_BETWEEN = "\n\n"
_HIGHEST_DOUBT = 1.8
_DOUBTED_FROM = 1 / 3
_OF_LABELS = {"+": "happened", "-": "denied", "p": "planned", "?": "alleged"}

System = Callable[[Report, Sequence[int]], list[str]]
"""How the events stand whose words begin at some code points of a report."""


def run(data: Path) -> Result:
    """Measures the product, its rules alone and its model alone.

    Raises:
        DataMissing: If a part is not there.
    """
    train, dev = read_judged(data, "train"), read_judged(data, "dev")
    figures: dict[str, Figures] = {}
    notes = []
    for name, system in SYSTEMS.items():
        numbers = learn_numbers(judge(train, system))
        pairs = [(numbers.get(standing, 3.0), value) for standing, value in judge(dev, system)]
        figures[name] = figures_of(pairs)
        learnt = ", ".join(f"{word} {number:g}" for word, number in numbers.items())
        notes.append(f"Numbers of {name}: {learnt}.")
    figures[ALL_HAPPENED] = figures_of([(3.0, value) for s in dev for value in s.values.values()])
    return Result(
        set="factuality",
        documents=len(dev),
        figures=figures.pop("Dateline"),
        peers={**figures, **PUBLISHED},
        part="single sentences of TimeBank, UW's development part",
        notes=tuple(notes),
    )


def judge(sentences: Sequence[JudgedSentence], system: System) -> list[tuple[str, float]]:
    """How each event stands for a system, and the value that it is labelled with."""
    judged = []
    for report, values in _reports(sentences):
        standings = system(report, list(values))
        judged += list(zip(standings, values.values(), strict=True))
    return judged


def _reports(sentences: Sequence[JudgedSentence]) -> Iterator[tuple[Report, dict[int, float]]]:
    """Some sentences at a time as a report, with the place and the value of each event."""
    for first in range(0, len(sentences), _TOGETHER):
        values: dict[int, float] = {}
        at = 0
        together = sentences[first : first + _TOGETHER]
        for sentence in together:
            values |= {at + start: value for start, value in sentence.values.items()}
            at += len(sentence.text) + len(_BETWEEN)
        text = _BETWEEN.join(sentence.text for sentence in together)
        report = read_bytes(text.encode(), "sentences.txt")
        if report.text != text:
            raise ValueError(f"sentences from {first} on: reading changes the text")
        yield replace(report, body_start=0), values


# ---------------------------------------------------------------------------------- figures


def learn_numbers(judged: Sequence[tuple[str, float]]) -> dict[str, float]:
    """The number of each standing, the smallest first: the median of its events.

    Where a third of them are no asserted facts, it is a number that says so: F1 of these gains
    from every guess that is right more often than half of it, and here it is about two thirds.
    """
    values = defaultdict(list)
    for standing, value in judged:
        values[standing].append(value)
    numbers = {}
    for standing, those in values.items():
        doubted = sum(value < DOUBTED_BELOW for value in those) / len(those)
        highest = _HIGHEST_DOUBT if doubted >= _DOUBTED_FROM else 3.0
        numbers[standing] = min(median(those), highest)
    return dict(sorted(numbers.items(), key=lambda pair: (pair[1], pair[0])))


def figures_of(pairs: Sequence[tuple[float, float]]) -> Figures:
    """Error and correlation of numbers and values; P, R and F1 of "not asserted as a fact"."""
    guessed, there = [n for n, _ in pairs], [v for _, v in pairs]
    figures = {"mean_absolute_error": sum(abs(n - v) for n, v in pairs) / len(pairs)}
    if len(set(guessed)) > 1 and len(set(there)) > 1:  # else it is not defined
        figures["correlation"] = correlation(guessed, there)
    found = sum(n < DOUBTED_BELOW for n in guessed)
    doubted = sum(v < DOUBTED_BELOW for v in there)
    right = sum(n < DOUBTED_BELOW and v < DOUBTED_BELOW for n, v in pairs)
    if doubted:
        figures["not_asserted_p"] = right / max(1, found)
        figures["not_asserted_r"] = right / doubted
        figures["not_asserted_f1"] = 2 * right / (found + doubted)
    return figures


# ---------------------------------------------------------------------------------- systems


def _of_product(report: Report, events: Sequence[int]) -> list[str]:
    return _standings(annotate(report), events)


def _of_rules(report: Report, events: Sequence[int]) -> list[str]:
    return _standings(annotate(report, with_reader=False), events)


def _of_model(report: Report, events: Sequence[int]) -> list[str]:
    parsed = parse(report.text)
    found = []
    for word in _words_at(parsed.tokens, events):
        shares = {label: parsed.reading.share("factuality", word, label) for label in _OF_LABELS}
        found.append(_OF_LABELS[max(shares, key=shares.__getitem__)])
    return found


SYSTEMS: Mapping[str, System] = {"Dateline": _of_product, RULES: _of_rules, MODEL: _of_model}


def _standings(found: Annotations, events: Sequence[int]) -> list[str]:
    return [standing(found, word) for word in _words_at(found.tokens, events)]


def _words_at(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """The indices of the tokens that some code points lie in."""
    starts = [token.start for token in tokens]
    return [bisect_right(starts, place) - 1 for place in places]


def standing(found: Annotations, word: int) -> str:
    """How an event stands: by its own words, else by those that credit somebody with it."""
    for stance in found.stances:
        if stance.token == word:
            if stance.polarity == "-":
                return "denied"
            if stance.hypothetical:
                return "supposed"
            if stance.certainty and stance.certainty != "asserted":
                return stance.certainty
    place = found.tokens[word].start
    around = [
        (words.end - words.start, credit.certainty)
        for credit in found.attributions
        for words in credit.content
        if words.start <= place < words.end
    ]
    certainty = min(around)[1] if around else "asserted"
    return "happened" if certainty == "asserted" else certainty


FACTUALITY = BenchmarkSet(
    name="factuality",
    measures="how certain it is, as the words have it, that an event happened",
    run=run,
    archive="factuality_uw",
    headline=("mean_absolute_error", "not_asserted_f1"),
)
