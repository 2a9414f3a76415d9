"""What pages say in JSON-LD."""

from __future__ import annotations

import json

from dateline.read.json_ld import read_json_ld


def test_a_news_article_gives_all_facts() -> None:
    facts = read_json_ld([json.dumps({
        "@type": "NewsArticle", "headline": "Talks &amp; tea", "datePublished": "2025-03-03",
        "dateModified": "2025-03-04T08:00:00+05:00", "publisher": {"name": "Indus Courier"},
        "author": [{"@type": "Person", "name": "Ayesha Khan"}, "Omar Baloch"],
    })])  # fmt: skip
    assert facts.title == "Talks & tea"
    assert facts.outlet == "Indus Courier"
    assert facts.authors == ("Ayesha Khan", "Omar Baloch")
    assert (facts.published, facts.modified) == ("2025-03-03", "2025-03-04T08:00:00+05:00")


def test_a_graph_is_followed_by_its_ids_and_the_page_fills_what_the_article_lacks() -> None:
    facts = read_json_ld([json.dumps({"@graph": [
        {"@type": "WebPage", "datePublished": "2025-03-03"},
        {"@type": ["Article", "Thing"], "author": {"@id": "#a"}, "publisher": {"@id": "#o"}},
        {"@type": "Person", "@id": "#a", "name": "Ayesha Khan"},
        {"@type": "Organization", "@id": "#o", "name": "Indus Courier"},
    ]})])  # fmt: skip
    assert facts.published == "2025-03-03"
    assert facts.authors == ("Ayesha Khan",)
    assert facts.outlet == "Indus Courier"


def test_among_several_articles_the_one_with_the_title_of_the_page_is_taken() -> None:
    blocks = [json.dumps([
        {"@type": "NewsArticle", "headline": "Another", "datePublished": "2020-01-01"},
        {"@type": "NewsArticle", "headline": "Port is shut", "datePublished": "2025-03-03"},
    ])]  # fmt: skip
    assert read_json_ld(blocks, "Port is shut").published == "2025-03-03"


def test_dates_of_videos_comments_and_other_things_are_not_taken() -> None:
    block = json.dumps({"@type": "VideoObject", "datePublished": "2020-01-01"})
    assert read_json_ld([block]).published is None


def test_broken_json_still_gives_its_dates() -> None:
    whole = '{"@type":"NewsArticle","headline":"Port is shut","datePublished":"2025-03-03",}'
    assert read_json_ld([f"<!-- {whole} -->"]).published == "2025-03-03"
    broken = whole.replace('"headline"', '"text": "a "quote" here", "headline"')
    facts = read_json_ld([broken])
    assert (facts.title, facts.published) == ("Port is shut", "2025-03-03")


def test_hostile_json_does_no_harm() -> None:
    lone = '{"@type":"NewsArticle","headline":"a\\ud800b \\u202e c"}'
    facts = read_json_ld(["[" * 100_000, "{," + " " * 1_000_000 + "x", "null", "[1]", lone])
    assert facts.title == "a\ufffdb c"
