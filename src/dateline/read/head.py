"""What stands before the body of a text: title, byline, date, dateline."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.read.byline import read_byline
from dateline.read.dateline import find_dateline
from dateline.records import Dateline

_MAX_LINES = 8
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a text.

    Attributes:
        published: ISO date, or instant with its zone.
        published_from: "byline" or "dateline", or what was given.
        body_start: Where the first sentence of the body begins.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    body_start: int = 0


def read_head(text: str, start: int = 0, known: Head | None = None) -> Head:
    """The opening of `text`, read from `start` on.

    Args:
        known: What is known from elsewhere; it wins over what the text says.
    """
    head = replace(known or Head(), body_start=start)
    for _ in range(_MAX_LINES):
        position = _skip_space(text, head.body_start)
        head = replace(head, body_start=position)
        after = _line_end(text, position)
        line = text[position:after]
        found = find_dateline(text, position, head.published)
        alone = found is not None and (found[1] >= after)
        if found is not None and (
            alone or _is_strong(found[0]) or not _is_title(text, position, head)
        ):
            head = _with_dateline(head, *found)
            if not alone:
                return head
        elif byline := read_byline(line):
            head = _with_published(head, byline.published, "byline")
            head = replace(
                head,
                authors=head.authors or byline.authors,
                modified=head.modified or byline.modified,
                body_start=after,
            )
        elif _is_title(text, position, head):
            head = replace(head, title=" ".join(line.split()), body_start=after)
        else:
            return head
    return head


def _with_dateline(head: Head, dateline: Dateline, after: int) -> Head:
    """A dateline with a place wins over a bare date line before it, which counts as a byline."""
    if head.dateline is not None:
        if dateline.place is None and dateline.agency is None:
            return replace(head, body_start=after)
        if head.published_from == "dateline":
            head = replace(head, published_from="byline")
    head = replace(head, dateline=dateline, body_start=after)
    return _with_published(head, dateline.date, "dateline")


def _is_strong(dateline: Dateline) -> bool:
    return dateline.date is not None or dateline.agency is not None


def _with_published(head: Head, date: str | None, origin: str) -> Head:
    if date is None or head.published is not None:
        return head
    return replace(head, published=date, published_from=origin)


def _is_title(text: str, position: int, head: Head) -> bool:
    """A short line without a full stop, apart from longer text that follows."""
    if head.title is not None or head.dateline is not None or head.authors:
        return False
    end = _line_end(text, position)
    line = text[position:end].strip()
    if not line or len(line) > _LONGEST_TITLE or line[-1] in ".,;:":
        return False
    following = _skip_space(text, end)
    if following >= len(text):
        return False
    next_line = text[following : _line_end(text, following)]
    if text.count("\n", end, following) < 2:  # the next line of one paragraph is no body
        return read_byline(next_line) is not None
    return True


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
