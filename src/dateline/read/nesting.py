"""How deep the elements of a page are nested, counted before any parser sees it, in linear time."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAG = re.compile(r"<(?:!--|(/?)([A-Za-z][A-Za-z0-9:-]{0,63}))")
_TAG_END = re.compile(r"(?:[^>=]++|=[ \t\r\n\f]*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_ATTRIBUTE = re.compile(r"[^\s=>\"'/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]++))?+")
_LONG_TAG = 2_000
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
"""Elements whose content is no markup. Source: HTML Living Standard, 13.1.2."""
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "basefont", "bgsound", "frame", "keygen",
}  # fmt: skip
_FAMILIES = (
    frozenset({"p"}), frozenset({"li"}), frozenset({"dt", "dd"}), frozenset({"option"}),
    frozenset({"tr"}), frozenset({"td", "th"}), frozenset({"a"}),
)  # fmt: skip
_ENDS = {name: family for family in _FAMILIES for name in family}
"""Elements that end an open one of the same family, if that is the innermost one."""


class Measure(NamedTuple):
    """The greatest number of elements open at once, of tags, and of attributes in one tag."""

    depth: int
    tags: int
    attributes: int


def measure(html: str, deepest: int) -> Measure:
    """How much there is in a page. Counting stops when it is deeper than `deepest`."""
    stack: list[str] = []
    depth = tags = attributes = position = 0
    while found := _TAG.search(html, position):
        position = found.end()
        tags += 1
        closing, name = found.groups()
        if name is None:
            position = _after(html, "-->", position)
            continue
        name = name.lower()
        ended = _TAG_END.match(html, position)
        if ended is None:
            attributes = max(attributes, _count_attributes(html[position:]))
            break
        position = ended.end()  # so that no character is looked at twice
        if position - ended.start() > _LONG_TAG:
            attributes = max(attributes, _count_attributes(ended[0]))
        if closing:
            _close(stack, name)
        elif name in _RAW:
            position = _raw_end(html, name, position)
        elif name not in _VOID and html[position - 2] != "/":
            if stack and stack[-1] in _ENDS.get(name, ()):
                stack.pop()
            stack.append(name)
            depth = max(depth, len(stack))
            if depth > deepest:
                break
    return Measure(depth, tags, attributes)


def _count_attributes(tag: str) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(tag))


def _close(stack: list[str], name: str) -> None:
    """Close `name` and all that is open in it; an end tag without its start tag is ignored."""
    if name in stack:
        while stack.pop() != name:
            pass


def _after(html: str, mark: str, position: int) -> int:
    found = html.find(mark, position)
    return len(html) if found < 0 else found + len(mark)


def _raw_end(html: str, name: str, position: int) -> int:
    pattern = _RAW_ENDS[name]
    found = pattern.search(html, position)
    return len(html) if found is None else found.start()


_RAW_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in sorted(_RAW)}
