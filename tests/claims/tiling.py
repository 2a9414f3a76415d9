"""A report said again and again, with what was found in it: long texts that cost no parsing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from dateline.records import (
    Annotations,
    Quote,
    Report,
    Sentence,
    Stance,
    Token,
    TriggerGuess,
)
from tests.annotate.reading import Reading


def tile(reading: Reading, times: int) -> tuple[Report, Annotations]:
    """The report so many times over, and its annotations; each of its chains stays one."""
    report, one = reading.report, reading.annotations
    text = report.text + "\n\n"
    step = (len(text), len(one.tokens), len(one.sentences), one.sentences[-1].paragraph + 1)
    offsets = [tuple(n * size for size in step) for n in range(times)]

    def again(found: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(_moved(item, *by) for by in offsets for item in found)

    annotations = replace(
        one,
        tokens=again(one.tokens),
        sentences=again(one.sentences),
        chains=tuple(replace(c, mentions=again(c.mentions)) for c in one.chains),
        times=again(one.times),
        places=again(one.places),
        attributions=again(one.attributions),
        stances=again(one.stances),
        triggers=again(one.triggers),
        event_dates=tuple(
            (i + by[1], _moved(w, *by)) for by in offsets for i, w in one.event_dates
        ),
    )
    return replace(report, text=text * times), annotations


def _moved(item: Any, characters: int, tokens: int, sentences: int, paragraphs: int) -> Any:
    by = (characters, tokens, sentences, paragraphs)
    if isinstance(item, tuple):
        return tuple(_moved(one, *by) for one in item)
    if not is_dataclass(item) or isinstance(item, type):
        return item
    steps = {
        Token: {"start": 0, "end": 0, "index": 1, "head": 1, "sentence": 2},
        Sentence: {"start": 0, "end": 0, "first": 1, "last": 1, "paragraph": 3},
        Quote: {"start": 0, "end": 0},
        Stance: {"token": 1},
        TriggerGuess: {"token": 1},
    }.get(type(item), {})
    return replace(
        item,
        **{
            field.name: getattr(item, field.name) + by[steps[field.name]]
            if field.name in steps
            else _moved(getattr(item, field.name), *by)
            for field in fields(item)
        },
    )
