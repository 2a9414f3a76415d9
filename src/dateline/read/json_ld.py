"""What a page says of itself in JSON-LD (schema.org), broken JSON included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from dateline.read.dates import read_instant
from dateline.read.page_fields import load_fields
from dateline.read.printable import one_line

Node = Mapping[str, object]

_MAX_NODES = 5_000
_SHELL = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_SHELL_END = ("//-->", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
_TRAILING_COMMA = re.compile(r",(?=[ \t\r\n]{0,40}[}\]])")
_BROKEN_FIELD = re.compile(
    r'"(datePublished|dateModified|headline)" ?: ?"((?:[^"\\\n]|\\.){1,300})"'
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; None or empty where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def read_json_ld(blocks: Iterable[str], title: str | None = None) -> PageFacts:
    """The facts of the report itself among all that the blocks describe.

    Args:
        blocks: The contents of the ``application/ld+json`` elements.
        title: The title of the page by other means: chooses among several articles.
    """
    blocks = list(blocks)
    parsed = [_parse(block) for block in blocks]
    nodes = list(_walk([value for value in parsed if value is not None]))
    by_id = {str(node["@id"]): node for node in reversed(nodes) if len(node) > 1 and "@id" in node}
    node = _choose(nodes, title)
    fallback = next((n for n in nodes if _is_type(n, "page_types")), {})
    broken = [block for block, value in zip(blocks, parsed, strict=True) if value is None]
    if node is None and not fallback:
        return _read_broken(broken)
    article = node or {}
    return PageFacts(
        title=_text(article.get("headline")) or _text(article.get("name")),
        outlet=_first_name(article.get("publisher"), by_id)
        or _first_name(fallback.get("publisher"), by_id),
        authors=_names(article.get("author") or article.get("creator"), by_id),
        published=_date(article, "datePublished")
        or _date(article, "dateCreated")
        or _date(fallback, "datePublished"),
        modified=_date(article, "dateModified") or _date(fallback, "dateModified"),
    )


def _parse(block: str) -> object | None:
    bare = _unwrap(block)
    for attempt in (bare, _TRAILING_COMMA.sub("", bare), unescape(bare)):
        try:
            return _loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrap(block: str) -> str:
    """The JSON without the comment signs that old pages hide it in."""
    block = block.strip(" \t\r\n;")
    for shell in _SHELL:
        block = block.removeprefix(shell)
    for shell in _SHELL_END:
        block = block.removesuffix(shell)
    return block.strip(" \t\r\n;")


def _loads(text: str) -> object:
    value: object = json.loads(text, strict=False)
    return value


def _walk(roots: list[object]) -> Iterator[Node]:
    """Every object, parents before children, in the order of the page; `_MAX_NODES` at most."""
    waiting, count = list(reversed(roots)), 0
    while waiting and count < _MAX_NODES:
        value = waiting.pop()
        if isinstance(value, dict):
            count += 1
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _choose(nodes: list[Node], title: str | None) -> Node | None:
    """The article that the page is: the one with its title, or else the first."""
    articles = [node for node in nodes if _is_type(node, "article_types")]
    wanted = _letters(title or "")
    for node in articles:
        headline = _letters(_text(node.get("headline")) or _text(node.get("name")) or "")
        if headline and wanted and (headline.startswith(wanted) or wanted.startswith(headline)):
            return node
    return articles[0] if articles else None


def _is_type(node: Node, kind: str) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(str(name).rsplit("/", 1)[-1] in load_fields()[kind] for name in names)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))[:200]


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return one_line(unescape(value))[:500] or None if isinstance(value, str) else None


def _date(node: Node, key: str) -> str | None:
    value = _text(node.get(key))
    return read_instant(value) if value else None


def _names(value: object, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    names: list[str] = []
    for item in (value if isinstance(value, list) else [value])[:50]:
        if isinstance(item, dict):
            node = by_id.get(str(item.get("@id")), item) if "name" not in item else item
            named = node.get("name")
            found = [_text(n) for n in named] if isinstance(named, list) else [_text(named)]
        else:
            found = [_text(item)]
        names.extend(name for name in found if name and name not in names)
    return tuple(names)


def _first_name(value: object, by_id: Mapping[str, Node]) -> str | None:
    return next(iter(_names(value, by_id)), None)


def _read_broken(blocks: list[str]) -> PageFacts:
    """The dates and the headline of blocks that no parser takes."""
    found: dict[str, str] = {}
    for block in blocks:
        for key, value in _BROKEN_FIELD.findall(block):
            found.setdefault(key, value)
    return PageFacts(
        title=_text(found.get("headline")),
        published=read_instant(found.get("datePublished", "")),
        modified=read_instant(found.get("dateModified", "")),
    )
