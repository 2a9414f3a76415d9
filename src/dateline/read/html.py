"""An HTML page to a report: main text, title, outlet, authors and dates with their source."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime, timedelta

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import UnreadableInput
from dateline.read.head import Head, read_head
from dateline.read.json_ld import PageFacts, read_json_ld
from dateline.read.limits import (
    MAX_ATTRIBUTES,
    MAX_NESTING,
    MAX_TAGS,
    check_length,
    hold_attributes,
    hold_nesting,
    hold_tags,
)
from dateline.read.nesting import measure
from dateline.read.page import (
    find_address,
    find_own_address,
    read_meta,
    read_shown_byline,
    read_times,
    read_title,
    read_url_date,
)
from dateline.read.printable import one_line

_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)[ \t]?=[ \t]?[\"']?([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_CHARACTER_CODES = re.compile(r"&#(?:x[0-9a-f]{1,8}|[0-9]{1,8});?", re.IGNORECASE)
_MIN_WORDS, _MIN_IDEOGRAPHS = 5, 8
_LIMIT_OF_PARSER = 240
_SHORT = 2_000


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page states for itself in its first 4,096 bytes."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def read_page(html: str, name: str, url: str | None = None) -> tuple[str, Head, str | None]:
    """The text of the report on a page, its opening, and its outlet.

    The text is the title, an empty line, and a line for each paragraph of the main text.

    Args:
        html: The decoded page.
        name: What to call the input in an error.
        url: Where it was published, if known; read only for a date in its path.

    Raises:
        UnreadableInput: If no main text is found.
        LimitHeld: If the page is nested too deep, or has too many tags.
    """
    _check(html, name)
    tree = _parse(html, name)
    body = _main_text(tree)
    if not body:
        raise UnreadableInput(
            f"{name}: no article text found in the page; save the page's text as .txt and add that."
        )
    head, outlet = _read_facts(tree, url)
    text, start = _join(head.title, body)
    check_length(text, name)
    return text, read_head(text, start, head), outlet


def _check(html: str, name: str) -> None:
    size = measure(html, MAX_NESTING)
    if size.depth > MAX_NESTING:
        raise hold_nesting(name)
    if size.tags > MAX_TAGS:
        raise hold_tags(size.tags, name)
    if size.attributes > MAX_ATTRIBUTES:
        raise hold_attributes(size.attributes, name)


def _parse(html: str, name: str) -> HtmlElement:
    # Character codes of control characters and half surrogates are no text; lxml refuses them.
    html = _CHARACTER_CODES.sub(_safe_code, _without_declaration(html))
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(html, parser=parser)
    except (etree.ParserError, ValueError):
        raise UnreadableInput(
            f"{name}: the page is empty; save the page's text as .txt and add that."
        ) from None
    if _depth(tree) >= _LIMIT_OF_PARSER:
        raise hold_nesting(name)
    return tree


def _without_declaration(html: str) -> str:
    """The page without ``<?xml … encoding=…?>``, which no longer holds for decoded text."""
    html = html.lstrip()
    found = _DECLARATION.match(html)
    return html[found.end() :] if found else html


def _safe_code(match: re.Match[str]) -> str:
    digits = match[0][2:].rstrip(";")
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    is_text = code in (9, 10, 13) or 0x20 <= code < 0x7F or 0x80 <= code < 0xD800
    return match[0] if is_text or 0xE000 <= code < 0xFFFE or 0xFFFF < code < 0x110000 else "\ufffd"


def _depth(tree: HtmlElement) -> int:
    deepest, depth = 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _main_text(tree: HtmlElement) -> str:
    """The paragraphs of the report, a line each; empty if there are none."""
    import logging

    import trafilatura  # here: it takes half a second to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(
            deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
        )
        if text and len(text) < _SHORT and "\n" not in text.strip():
            # Of a short article it makes one line: heading, byline and paragraphs run together.
            text = _in_lines(text, trafilatura.extract(deepcopy(tree), favor_precision=True))
    except (AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        return ""  # it trips over some broken trees; an unread page is then a row with a reason
    lines = [line.strip() for line in (text or "").split("\n")]
    # Where there is no article it hands back menus; a report has one line that could be a sentence.
    return "\n".join(filter(None, lines)) if any(map(_may_be_sentence, lines)) else ""


def _in_lines(text: str, stricter: str | None) -> str:
    """The stricter reading, if it has lines and each of them is in the text."""
    lines = [_letters(line) for line in (stricter or "").split("\n")]
    whole = _letters(text)
    return stricter if stricter and len(lines) > 1 and all(x in whole for x in lines) else text


def _may_be_sentence(line: str) -> bool:
    return len(line.split()) >= _MIN_WORDS or sum(c > "\u2e80" for c in line) >= _MIN_IDEOGRAPHS


def _read_facts(tree: HtmlElement, url: str | None) -> tuple[Head, str | None]:
    """What the page says of itself, the surest source first."""
    meta = read_meta(tree)
    blocks = [
        element.text or ""
        for element in tree.iter("script")
        if "ld+json" in (element.get("type") or "").lower()
    ]
    stated = read_json_ld(blocks, read_title(tree, meta.title))
    outlet = stated.outlet or meta.outlet
    title = read_title(tree, stated.title, meta.title, outlet=outlet)
    times, shown = read_times(tree), read_shown_byline(tree)
    in_address = PageFacts(published=read_url_date(url, find_address(tree)))
    sources = (
        ("json-ld", stated),
        ("meta", meta),
        ("time", times),
        ("url", in_address),
        ("byline", shown),
    )
    origin, published = _published([(name, facts.published) for name, facts in sources])
    head = Head(
        title=one_line(title) if title else None,
        authors=_authors(outlet, *(facts.authors for _, facts in sources)),
        published=published,
        published_from=origin,
        modified=next((facts.modified for _, facts in sources if facts.modified), None),
        address=find_own_address(tree),
    )
    return head, outlet


def _published(stated: list[tuple[str, str | None]]) -> tuple[str | None, str | None]:
    """Source and date of publication: the surest one, on the day that readers saw.

    A time in UTC hides the outlet's own day, against which "on Monday" must be read: where the
    page prints the day before or after, or gives the instant with its zone, that is taken.
    """
    found = [(origin, date) for origin, date in stated if date is not None]
    if not found:
        return None, None
    origin, published = found[0]
    if not published.endswith("+00:00"):
        return origin, published
    instant = datetime.fromisoformat(published)
    for other, date in found[1:]:
        if "T" in date:
            if not date.endswith("+00:00") and datetime.fromisoformat(date) == instant:
                return other, date
        elif abs(datetime.fromisoformat(date).date() - instant.date()) == timedelta(days=1):
            return other, date
    return origin, published


def _authors(outlet: str | None, *stated: tuple[str, ...]) -> tuple[str, ...]:
    """The first authors stated who are not the outlet itself, nor an address."""
    for names in stated:
        people = tuple(
            name
            for name in names
            if name.casefold() != (outlet or "").casefold()
            and "://" not in name
            and "@" not in name
        )
        if people:
            return people
    return ()


def _join(title: str | None, body: str) -> tuple[str, int]:
    """Title, empty line and body, without the title a second time; where the body starts."""
    if title is None:
        return body, 0
    first, _, rest = body.partition("\n")
    if rest and _letters(first) == _letters(title):
        body = rest.lstrip()
    return f"{title}\n\n{body}", len(title) + 2


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
