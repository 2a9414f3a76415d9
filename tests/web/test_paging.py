"""Pages of a list: together they are the list, whatever changes meanwhile."""

from __future__ import annotations

import pytest

from dateline.errors import BadQuery
from dateline.web.paging import Key, cut_page

LETTERS = list("abcdefghij")


def _key(letter: str) -> Key:
    return (letter,)


@pytest.mark.parametrize("limit", [1, 3, 5, 9, 10, 11])
def test_the_pages_together_are_the_list(limit: int) -> None:
    shown: list[str] = []
    after: str | None = None
    while True:
        page = cut_page(LETTERS, _key, after, limit)
        assert page.total == 10
        assert page.is_first is (after is None)
        shown += page.items
        after = page.next
        if after is None:
            break
    assert shown == LETTERS


def test_a_page_goes_on_where_the_one_before_ended_though_its_last_thing_is_gone() -> None:
    after = cut_page(LETTERS, _key, None, 3).next
    left = [one for one in LETTERS if one not in "bc"]
    assert cut_page(left, _key, after, 3).items == ("d", "e", "f")


def test_of_an_empty_list_there_is_one_page() -> None:
    nothing: list[str] = []
    page = cut_page(nothing, _key, None)
    assert (page.items, page.total, page.next, page.is_first) == ((), 0, None, True)


@pytest.mark.parametrize(
    "cursor", ["", "x", "é", "e30", "WzEsIFtdXQ", "WzFd", "W3RydWVd", "%", "W" * 9000, "\x00"]
)
def test_a_cursor_that_is_none_is_refused(cursor: str) -> None:
    with pytest.raises(BadQuery, match="begin with the first"):
        cut_page(LETTERS, _key, cursor)
