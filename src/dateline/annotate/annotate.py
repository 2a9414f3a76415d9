"""All findings in one report, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.annotate.casing import as_printed, truecase
from dateline.annotate.certainty import find_stances
from dateline.annotate.chains import chain_names, finish
from dateline.annotate.cues import load_cues
from dateline.annotate.headlines import Means, with_headline
from dateline.annotate.knowledge import load_knowledge
from dateline.annotate.language import parse
from dateline.annotate.names import find_names
from dateline.annotate.places import Gazetteer, find_places, load_gazetteer
from dateline.annotate.references import Discourse, find_references
from dateline.annotate.roles import find_roles
from dateline.annotate.speakers import find_attributions
from dateline.annotate.times import find_event_dates, find_times
from dateline.annotate.triggers import guess_triggers
from dateline.records import Annotations, Grammar, Report


def place_weigher(gazetteer: Gazetteer) -> Callable[[str], float]:
    """How much a gazetteer speaks for a name being a place's: more for large places.

    Small towns bear the names of persons and bodies; few other names are those of cities.
    """

    def weigh(name: str) -> float:
        known = [p for p in gazetteer.look_up(name) if not p.is_loose]
        if not known:
            return 0.0
        if any(p.kind in ("country", "region", "admin1") and not p.is_alternate for p in known):
            return 1.6
        largest = max((p.population for p in known if not p.is_alternate), default=0)
        return 1.5 if largest >= 100_000 else 0.9 if largest >= 15_000 else 0.3

    return weigh


def annotate(report: Report, *, with_reader: bool = True, parser: str | None = None) -> Annotations:
    """What is found in a report. The first call loads the models and the gazetteer.

    What came in capitals is read in ordinary case, and its findings quote it as it came.

    Args:
        with_reader: Whether the reader is asked; without it rules alone find what they can.
        parser: The package of another spaCy pipeline to parse with.

    Raises:
        ParserNotFound: If that can't be used.
    """
    printed = report.text
    report = replace(report, text=truecase(printed))
    knowledge, cues, gazetteer = load_knowledge(), load_cues(), load_gazetteer()
    parsed = parse(report.text, report.body_start, with_reader=with_reader, parser=parser)
    grammar = Grammar(report.text, parsed.tokens)
    weigh_place = place_weigher(gazetteer)
    names = find_names(parsed, knowledge, weigh_place)
    drafts = chain_names(names, grammar, knowledge)
    discourse = Discourse(grammar, parsed.sentences, drafts, knowledge, names)
    find_roles(grammar, discourse.at, knowledge)
    find_references(discourse)
    find_roles(grammar, discourse.at, knowledge)
    chains = finish(report.id, [d for d in discourse.drafts if d.mentions])
    annotations = Annotations(
        report=report.id,
        tokens=parsed.tokens,
        sentences=parsed.sentences,
        chains=chains,
        times=find_times(report, parsed.tokens, parsed.sentences),
        event_dates=find_event_dates(report, parsed.tokens, parsed.sentences),
        places=find_places(report, parsed.tokens, parsed.sentences, names, parsed.names),
        attributions=find_attributions(grammar, chains, cues, knowledge, parsed.reading),
        stances=find_stances(grammar, cues, parsed.reading),
        triggers=guess_triggers(parsed.reading),
    )
    means = Means(knowledge, cues, gazetteer, weigh_place, with_reader, parser)
    annotations = with_headline(report, annotations, means)
    return annotations if report.text == printed else as_printed(annotations, printed)
