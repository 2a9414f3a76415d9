"""What stands before the body of a text: title, byline, date, dateline."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.read.byline import Byline, cut_date, is_desk, read_byline
from dateline.read.credit_line import find_stated_date, read_credit_line
from dateline.read.dateline import find_dateline
from dateline.read.outlet_name import is_outlet
from dateline.records import Dateline

_MAX_LINES = 8
_LONGEST_TITLE = 200
_LONGEST_NAMES = 80
_FIRST_LINES = 3
"""Among so many lines of the body a line may state the date: below the dateline's paragraph."""


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a text.

    Attributes:
        published: ISO date, or instant with its zone.
        published_from: "byline" or "dateline", or what was given; "update" where the text gives
            no date but that of its last change.
        outlet: As the byline prints it.
        body_start: Where the first sentence of the body begins.
        address: The one that a page gives itself, whole; None if it gives none.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    body_start: int = 0
    outlet: str | None = None
    address: str | None = None


def read_head(text: str, start: int = 0, known: Head | None = None) -> Head:
    """The opening of `text`, read from `start` on.

    Args:
        known: What is known from elsewhere; it wins over what the text says.
    """
    known = known or Head()
    head = _read_lines(text, start, known)
    if head.published is None and (stated := _find_stated(text, head.body_start)):
        # Read again: a day without a year in the dateline now has one.
        dated = _with_published(known, stated.published, "byline")
        head = _read_lines(text, start, dated)
        head = replace(head, outlet=head.outlet or stated.outlet)
    if head.modified != known.modified:
        head = _with_published(head, head.modified, "update")
    return head


def _read_lines(text: str, start: int, known: Head) -> Head:
    head = replace(known, body_start=start)
    for _ in range(_MAX_LINES):
        position = _skip_space(text, head.body_start)
        head = replace(head, body_start=position)
        after = _line_end(text, position)
        byline = _read_credits(text, position, after_title=head.title is not None)
        found = find_dateline(text, position, head.published)
        alone = found is not None and (found[1] >= after)
        if (
            found is not None
            and not (byline and _is_no_place(byline, text[position:after]))
            and (alone or _is_strong(found[0]) or not _is_title(text, position, head))
        ):
            head = _with_dateline(head, *found)
            if not alone:
                return head
        elif byline:
            head = _with_byline(head, byline, after)
        elif _is_title(text, position, head):
            title = " ".join(text[position:after].split())
            head = replace(head, title=title, body_start=after)
        else:
            return head
    return head


def _read_credits(text: str, position: int, *, after_title: bool) -> Byline | None:
    """What a line says of outlet, authors and date, or a name with the date in the next line."""
    end = _line_end(text, position)
    line = text[position:end]
    byline = read_byline(line) or read_credit_line(line, after_title=after_title)
    if byline is not None or end - position > _LONGEST_NAMES or end + 1 >= len(text):
        return byline
    if not (after_title or is_outlet(line.strip())):
        return None
    following = text[end + 1 : _line_end(text, end + 1)]
    if not following.strip():
        return None
    both = read_credit_line(f"{line} | {following}", after_title=after_title)
    if both is None or not (both.published or both.modified) or _has_digit(line):
        return None
    return Byline(both.authors, outlet=both.outlet)


def _is_no_place(byline: Byline, line: str) -> bool:
    """Whether a line is no dateline though it has the form: "The Quay Herald, 3 May 2025"."""
    if byline.outlet or byline.modified or byline.authors or find_stated_date(line):
        return True
    return is_desk(cut_date(line)[0])  # "Web Desk, 3 May 2025"


def _has_digit(line: str) -> bool:
    return any(map(str.isdigit, line))


def _find_stated(text: str, body_start: int) -> Byline | None:
    """The date that one of the first lines of the body states, or the last line of the text."""
    position = body_start
    for _ in range(_FIRST_LINES):
        end = _line_end(text, position)
        if stated := find_stated_date(text[position:end]):
            return stated
        position = _skip_space(text, end)
    whole = text.rstrip()
    return find_stated_date(whole[max(whole.rfind("\n") + 1, body_start) :])


def _with_byline(head: Head, byline: Byline, after: int) -> Head:
    head = _with_published(head, byline.published, "byline")
    return replace(
        head,
        authors=head.authors or byline.authors,
        modified=head.modified or byline.modified,
        outlet=head.outlet or byline.outlet,
        body_start=after,
    )


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
    if text.count("\n", end, following) < 2:  # the next line of one paragraph is no body
        return _read_credits(text, following, after_title=True) is not None
    return True


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
