"""Finds the names of a report and agrees on the kind of each."""

from __future__ import annotations

from collections.abc import Callable

from dateline.annotate.knowledge import Knowledge
from dateline.annotate.language import Parse
from dateline.annotate.names.again import find_again
from dateline.annotate.names.agreement import agree
from dateline.annotate.names.name import Name
from dateline.annotate.names.parties import with_parties
from dateline.annotate.names.spans import find_spans


def find_names(
    parse: Parse, knowledge: Knowledge, weigh_place: Callable[[str], float]
) -> list[Name]:
    """All names of a parse, in text order, without overlaps.

    Args:
        weigh_place: How much a gazetteer speaks for a name being a place's; 0 if it knows none.
    """
    found = agree(find_spans(parse, knowledge), parse, knowledge, weigh_place)
    more = find_again(found, parse, knowledge)
    if len(more) > len(found):
        found = agree(more, parse, knowledge, weigh_place)
    return with_parties(found, parse.tokens)
