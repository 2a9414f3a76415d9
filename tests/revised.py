"""Pages of one fictional address as an outlet changed it, and a case of them."""

from __future__ import annotations

from pathlib import Path

from dateline import Case

_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Blast in Trieste</title>
<meta property="og:site_name" content="Harbour Times"><link rel="canonical" href="{url}">
<meta property="article:published_time" content="2024-03-04T09:00:00+01:00">{meta}
</head><body><article><h1>Blast in Trieste</h1>{body}</article></body></html>
"""
_SHOPS = (
    "<p>The blast was the worst in the city for decades, and shops stayed closed for the rest of"
    " the day.</p>"
)
_FIRST = (
    "<p>Twelve people were killed on March 3, 2024 when a bomb exploded at a market in Trieste,"
    " police said.</p><p>Police arrested Karl Lenz in Graz on March 4, 2024.</p>"
)
_LATER = (
    "<p>Correction: An earlier version of this article gave a wrong number of dead.</p>"
    "<p>Fourteen people were killed on March 3, 2024 when a bomb exploded at a market in Trieste,"
    " police said.</p><p>Interior Minister Marta Rossi visited Trieste on March 4, 2024.</p>"
)
_CHANGED = '<meta property="article:modified_time" content="2024-03-05T09:00:00+01:00">'
FIRST = _PAGE.format(url="https://www.harbourtimes.example/blast/", meta="", body=_FIRST + _SHOPS)
AGAIN = _PAGE.format(
    url="http://harbourtimes.example/blast?utm_source=x", meta="<!-- 7 -->", body=_FIRST + _SHOPS
)
LATER = _PAGE.format(url="https://harbourtimes.example/blast", meta=_CHANGED, body=_LATER + _SHOPS)
OTHER = (
    "GRAZ, March 5, 2024 (Styria Post) — Twelve people were killed on March 3, 2024 when a bomb"
    " exploded at a market in Trieste, the mayor said. Police arrested Karl Lenz in Graz on"
    " March 4, 2024.\n"
)


def add_pages(address: Path, *pages: str) -> list[str]:
    """Adds pages to a case, each by itself; the ids of their reports."""
    folder = address.parent / "pages"
    folder.mkdir(exist_ok=True)
    ids = []
    with Case(address) as case:
        for page in pages:
            path = folder / f"{len(list(folder.iterdir()))}.{'html' if '<' in page else 'txt'}"
            path.write_text(page, encoding="utf-8")
            (outcome,) = case.add(path)
            assert outcome.state == "added"
            ids.append(outcome.report or "")
    return ids
