"""The facts that a page's elements state: meta elements, headings, `<time>`, visible bylines."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.read.byline import Byline, read_byline, split_names, whole_date
from dateline.read.dates import find_dates, read_instant
from dateline.read.json_ld import PageFacts
from dateline.read.page_fields import load_fields
from dateline.read.printable import one_line

_MAX_SHORT = 160
_MIN_TITLE = 8
_NEAR = 40
_LONGEST_ADDRESS = 2_000
_WHOLE_ADDRESS = re.compile(r"https?://[^\s/]+", re.I)
"""Elements after the heading that belong to its surroundings, marked as such or not."""
_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\.\w{2,5}$|$)"
)
_FURNITURE_TAGS = frozenset({"nav", "aside", "select", "button", "noscript"})
_CONTENT = frozenset({"article", "post", "hentry", "hfeed"})
_NO_CONTENT = ("comment", "related", "teaser", "promo", "recommend")
_SHORT_TAGS = (
    "h1", "p", "div", "span", "li", "small", "td", "address", "em", "b", "a", "dd", "abbr", "time",
    "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip
_TITLE_ENDS = re.compile(r"[ \xa0](?:[|»·•–—:-]|::)[ \xa0]")
_BY = re.compile(r"^by[: \xa0]+", re.I)
_IS_MODIFIED = re.compile(r"updat|modif|revis|edited|aktualis|geändert|stand", re.I)
_IS_PUBLISHED = re.compile(
    r"publi|posted|entry-?date|post-?date|post-?time|dateline|pubdate|article-?date|created|issued",
    re.I,
)


def read_meta(tree: HtmlElement) -> PageFacts:
    """What the meta elements and microdata say."""
    values = _meta_values(tree)
    fields = load_fields()

    def first(kind: str) -> str | None:
        return next((v for key in fields[kind] for v in values.get(key, ())), None)

    def first_date(kind: str) -> str | None:
        dates = (
            read_instant(value) or whole_date(value)
            for key in fields[kind]
            for value in values.get(key, ())
        )
        return next(filter(None, dates), None)

    return PageFacts(
        title=first("title"),
        outlet=first("outlet"),
        authors=_meta_authors(values),
        published=first_date("published"),
        modified=first_date("modified"),
    )


def _meta_values(tree: HtmlElement) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = one_line((element.get("content") or "")[:1_000])
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if key := element.get(attribute):
                values.setdefault(key.strip().casefold(), []).append(content)
    return values


def _meta_authors(values: dict[str, list[str]]) -> tuple[str, ...]:
    for key in load_fields()["authors"]:
        names = [_BY.sub("", value) for value in values.get(key, ()) if "://" not in value]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def find_heading(tree: HtmlElement) -> HtmlElement | None:
    """The heading that the page's `<title>` or stated title repeats, or else its first `<h1>`."""
    titles = [_letters(_words(title)) for title in tree.iter("title")]
    titles += [_letters(title) for title in _meta_values(tree).get("og:title", ())]
    first = None
    for heading in tree.iter("h1", "h2", "h3"):
        letters = _letters(_words(heading))
        if not letters or _is_furniture(heading):
            continue
        if len(letters) >= _MIN_TITLE and any(letters in title for title in titles):
            return heading
        first = heading if first is None and heading.tag == "h1" else first
    return first


def read_title(tree: HtmlElement, *stated: str | None, outlet: str | None = None) -> str | None:
    """The title: the first one stated, then the heading, then the `<title>`, without the outlet."""
    heading = find_heading(tree)
    shown = _words(heading) if heading is not None else None
    window = next((_words(t) for t in tree.iter("title") if _words(t)), None)
    candidates = [*stated, shown, window and _first_part(window)]
    title = next(filter(None, candidates), None)
    if title is None:
        return None
    head, _, tail = _rpartition(title)
    if head and (tail.casefold() == (outlet or "").casefold() or (shown and head == shown)):
        title = head
    return title[:500]


def _rpartition(title: str) -> tuple[str, str, str]:
    ends = list(_TITLE_ENDS.finditer(title))
    if not ends:
        return "", "", title
    return title[: ends[-1].start()].strip(), ends[-1][0], title[ends[-1].end() :].strip()


def _first_part(title: str) -> str:
    """The longer side of the last sign that sets off an outlet's name."""
    head, _, tail = _rpartition(title)
    return head if len(head) >= len(tail) else title


def read_times(tree: HtmlElement) -> PageFacts:
    """The publication and change by `<time>` and microdata in the article, not its furniture."""
    published: list[tuple[int, str]] = []
    modified: list[str] = []
    heading = find_heading(tree)
    after_heading = heading is None
    for element in tree.iter("h1", "h2", "h3", "time", "abbr", "span", "div", "p"):
        after_heading = after_heading or element is heading
        stated = element.tag == "time" or "date" in (element.get("itemprop") or "").lower()
        if not stated or _is_furniture(element):
            continue
        value = element.get("datetime") or element.get("content") or ""
        date = read_instant(value) or whole_date(_words(element))
        if date is None:
            continue
        marks = _marks(element)
        if _IS_MODIFIED.search(marks) or _IS_MODIFIED.match(_words(element)):
            modified.append(date)
            continue
        rank = 0 if _IS_PUBLISHED.search(marks) or element.get("pubdate") is not None else 1
        published.append((rank if after_heading else rank + 1, date))
    best = min(published, key=lambda found: found[0], default=None)
    return PageFacts(published=best[1] if best else None, modified=next(iter(modified), None))


def read_shown_byline(tree: HtmlElement) -> PageFacts:
    """Authors and dates in the short lines that are marked as such or stand by the heading."""
    facts = PageFacts()
    for element, marked in _short_lines(tree):
        words = _words(element)
        line = read_byline(words) or _dated_line(words, anywhere=marked)
        if line is None:
            continue
        facts = PageFacts(
            authors=facts.authors or line.authors,
            published=facts.published or line.published,
            modified=facts.modified or line.modified,
        )
    if not facts.authors:
        facts = PageFacts(None, None, _marked_authors(tree), facts.published, facts.modified)
    return facts


def _dated_line(words: str, anywhere: bool) -> Byline | None:
    """The first full date of a line that is marked as one for dates; else one that opens it."""
    found = next((d for d in find_dates(words) if d.year is not None), None)
    if found is None or not (anywhere or (found.start == 0 and words[-1] != ".")):
        return None
    if _IS_MODIFIED.search(words[: found.start]):
        return Byline(modified=found.iso())
    return Byline(published=found.iso())


def _short_lines(tree: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Short elements that may hold a byline, in page order, those before the heading last."""
    heading = find_heading(tree)
    early: list[tuple[HtmlElement, bool]] = []
    before: deque[tuple[HtmlElement, bool]] = deque(maxlen=_NEAR // 4)
    near = 0
    seen_heading = heading is None
    for element in tree.iter(*_SHORT_TAGS):
        near -= 1
        if element is heading:
            seen_heading, near = True, _NEAR
            continue
        if not _is_short(element) or _is_furniture(element):
            continue
        marked = any(part in _marks(element) for part in load_fields()["dated"])
        if seen_heading and (marked or near > 0):
            yield element, marked
        elif marked:
            early.append((element, marked))
        elif not seen_heading:
            before.append((element, marked))
    yield from early
    yield from before


def _marked_authors(tree: HtmlElement) -> tuple[str, ...]:
    for element in tree.iter("a", "span", "address", "p", "div"):
        marks = f"{element.get('rel') or ''} {_marks(element)}"
        if "author" not in marks and "byline" not in marks:
            continue
        if _is_short(element) and not _is_furniture(element):
            names = split_names(_BY.sub("", _words(element)))
            if names and all(1 < len(name.split()) < 5 for name in names):
                return names
    return ()


def read_url_date(*addresses: str | None) -> str | None:
    """The full date in the path of an address: ``/2025/03/03/``."""
    for address in filter(None, addresses):
        found = _URL_DATE.search(address.split("?")[0][:2_000])
        if found:
            return read_instant("-".join(found.groups()))
    return None


def find_address(tree: HtmlElement) -> str | None:
    """The address that the page gives itself."""
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href"))
    return next(iter(_meta_values(tree).get("og:url", ())), None)


def find_own_address(tree: HtmlElement) -> str | None:
    """The whole address under which the page wants to be known, on one line; it may be forged."""
    links = ((one.get("rel") or "", one.get("href") or "") for one in tree.iter("link"))
    canonical = (href for rel, href in links if "canonical" in rel.lower().split())
    stated = [*canonical, *_meta_values(tree).get("og:url", ())]
    lines = (one_line(address) for address in stated if len(address) <= _LONGEST_ADDRESS)
    return next((line for line in lines if _WHOLE_ADDRESS.match(line)), None)


def _marks(element: HtmlElement) -> str:
    names = (element.get(key) or "" for key in ("class", "id", "itemprop", "property"))
    return " ".join(names).lower()[:500]


def _words(element: HtmlElement) -> str:
    return one_line("".join(element.itertext())[:5_000])


def _is_short(element: HtmlElement) -> bool:
    """Whether the words of `element` are few; stops counting as soon as they are not."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _MAX_SHORT:
            return False
    return length > 5


def _is_furniture(element: HtmlElement | None) -> bool:
    """Whether `element` belongs to what stands on every page, not to the report.

    A footer inside an article is the article's own.
    """
    in_footer = False
    while element is not None and element.tag not in ("body", "html"):
        marks = _marks(element)
        if element.tag in ("article", "main") or not _CONTENT.isdisjoint(marks.split()):
            return any(part in marks for part in _NO_CONTENT)
        if element.tag in _FURNITURE_TAGS:
            return True
        if any(part in marks for part in load_fields()["furniture"]):
            return True
        in_footer = in_footer or element.tag == "footer" or "footer" in marks
        element = element.getparent()
    return in_footer


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
