"""All that a headline says, found beside the findings of the body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.annotate.casing import as_printed
from dateline.annotate.certainty import find_stances
from dateline.annotate.chains import chain_names, finish
from dateline.annotate.cues import Cues
from dateline.annotate.headlines.lettering import Letters
from dateline.annotate.headlines.lines import find_line, without_furniture
from dateline.annotate.headlines.parse import parse_parts
from dateline.annotate.headlines.parts import Part, cut_parts
from dateline.annotate.headlines.people import Body, by_post, is_plain, joined, known_names
from dateline.annotate.headlines.quoted import doubt_quoted
from dateline.annotate.headlines.sources import Sources, credit
from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names import Name, find_names
from dateline.annotate.places import Gazetteer, find_places
from dateline.annotate.speakers import find_attributions
from dateline.annotate.times import find_event_dates, find_times
from dateline.annotate.triggers import guess_triggers
from dateline.records import Annotations, Attribution, Chain, Grammar, Mention, Report

_BY_POST = "the headline names the post that the body gives nobody else"


@dataclass(frozen=True, slots=True)
class Means:
    """What a headline is read with.

    Attributes:
        weigh_place: See `find_names`.
    """

    knowledge: Knowledge
    cues: Cues
    gazetteer: Gazetteer
    weigh_place: Callable[[str], float]
    with_reader: bool = True
    parser: str | None = None


def with_headline(report: Report, body: Annotations, means: Means) -> Annotations:
    """The findings of a body with those of the report's headline, if the text has one.

    People of the headline are those of the body, whose chains then mention them there too.
    """
    line = find_line(report)
    line = line and without_furniture(report.text, line, report.outlet, means.cues)
    if line is None:
        return body
    text = Letters(body.tokens, body.chains).write(report.text, *line)
    titled = text != report.text
    sources = Sources(body.chains, means.knowledge, means.cues)
    parts = cut_parts(text, line, sources.may_be)
    if not parts:
        return body
    # Nothing before the words that tell, and nothing after: no stage then sees label or body.
    text = " " * line[0] + text[line[0] : line[1]]
    alone = replace(report, text=text, body_start=line[0], dateline=None)
    parse = parse_parts(
        text,
        [(p.start, p.end) for p in parts],
        [p.source for p in parts if p.source],
        with_reader=means.with_reader,
        parser=means.parser,
    )
    found = find_names(parse, means.knowledge, means.weigh_place)
    names = known_names(parse.tokens, body.chains, found, prefer=titled)
    chains, here = _chains(report.id, text, parse, names, body.chains, means.knowledge, titled)
    headline = _annotate(alone, parse, names, here, parts, means)
    if titled:
        headline = as_printed(headline, report.text)
        chains = as_printed(replace(body, chains=chains), report.text).chains
    return replace(body, chains=chains, headline=headline)


def _chains(
    report: str,
    text: str,
    parse: Parse,
    names: Sequence[Name],
    known: tuple[Chain, ...],
    knowledge: Knowledge,
    titled: bool,
) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
    """The chains of the body with the headline's mentions and new ones; those that it mentions."""
    body = Body(known, knowledge)
    drafts = chain_names(names, Grammar(text, parse.tokens), knowledge)
    by_id = {chain.id: chain for chain in known}
    mentioned: dict[str, None] = {}
    for chain in finish(report, [draft for draft in drafts if draft.mentions]):
        same = body.find(chain)
        if same is not None:
            by_id[same.id] = joined(by_id[same.id], chain.mentions, "")
            mentioned[same.id] = None
        elif not body.is_in_doubt(chain) and is_plain(
            chain, names, knowledge, titled=titled, known_parts=body.holds_part(chain)
        ):
            by_id[chain.id] = replace(chain, roles=())
            mentioned[chain.id] = None
    posts = by_post(parse.tokens, known, names, knowledge)
    for id_, first, last in posts:
        words = Grammar(text, parse.tokens).words(first, last)
        by_id[id_] = joined(by_id[id_], [Mention(report, words, "nominal")], _BY_POST)
        mentioned[id_] = None
    order = sorted(by_id.values(), key=lambda chain: chain.mentions[0].words)
    return tuple(order), tuple(by_id[id_] for id_ in mentioned)


def _annotate(
    report: Report,
    parse: Parse,
    names: Sequence[Name],
    chains: tuple[Chain, ...],
    parts: Sequence[Part],
    means: Means,
) -> Annotations:
    grammar = Grammar(report.text, parse.tokens)
    tokens, sentences = parse.tokens, parse.sentences
    stances = find_stances(grammar, means.cues, parse.reading)
    said = find_attributions(grammar, chains, means.cues, means.knowledge, parse.reading)
    credited: list[Attribution] = credit(grammar, chains, parts, means.cues, means.knowledge)
    return Annotations(
        report=report.id,
        tokens=tokens,
        sentences=sentences,
        chains=chains,
        times=find_times(report, tokens, sentences),
        event_dates=find_event_dates(report, tokens, sentences),
        places=find_places(report, tokens, sentences, names, parse.names),
        attributions=tuple(sorted((*said, *credited), key=lambda a: (a.cue, a.content))),
        stances=tuple(sorted(doubt_quoted(grammar, stances), key=lambda s: s.token)),
        triggers=guess_triggers(parse.reading),
    )
