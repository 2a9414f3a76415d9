"""The page shows the whole case, loads nothing, runs nothing and hides nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from dateline.export.html import write_html
from dateline.records import Dateline, Entity, Origin, Polarity, Quote, Report
from tests.export.case import Made, make_case
from tests.export.payloads import PAYLOADS

DANGEROUS_TAGS = {
    "script", "iframe", "object", "embed", "base", "form", "input", "button", "link", "img",
    "video", "audio", "source", "foreignobject", "animate", "set", "math", "template", "noscript",
}  # fmt: skip


def page_of(made: Made, **options: str | bool) -> str:
    title = str(options.get("title", "The case"))
    return write_html(
        made.reports, made.entities, made.claims, made.events, made.copies,
        title=title, fictional=bool(options.get("fictional")),
    )  # fmt: skip


def tree_of(made: Made) -> html.HtmlElement:
    return html.document_fromstring(page_of(made))


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(make_case())


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def find(tree: html.HtmlElement, path: str) -> list[Any]:
    found = tree.xpath(path)
    assert isinstance(found, list)
    return found


def event_row(tree: html.HtmlElement, label: str) -> html.HtmlElement:
    (row,) = [li for li in tree.iter("li") if li.get("id") and label in words(li.find(".//strong"))]
    return row


def test_every_claim_has_its_anchor_and_its_marked_quote(tree: html.HtmlElement) -> None:
    made = make_case()
    for claim in made.claims:
        card = tree.get_element_by_id(claim.id)
        assert words(card.find(".//mark")) == " ".join(claim.quote.exact.split())
        report = next(report for report in made.reports if report.id == claim.report)
        assert report.outlet is not None
        assert report.outlet in words(card)


def test_a_quote_stands_in_the_words_round_it(tree: html.HtmlElement) -> None:
    claim = next(claim for claim in make_case().claims if claim.trigger.exact == "visited")
    quote = words(tree.get_element_by_id(claim.id).find("blockquote"))
    assert quote.endswith("The order of events suggests that Corvane paid the RDB for protection.")


def test_every_link_inside_the_page_leads_somewhere(tree: html.HtmlElement) -> None:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    targets = [a.get("href") for a in tree.iter("a") if a.get("href", "").startswith("#")]
    assert len(ids) == len(set(ids))
    assert targets
    assert {target[1:] for target in targets} <= set(ids)


def test_an_undated_event_is_apart_without_a_mark_and_says_when_it_was_told(
    tree: html.HtmlElement,
) -> None:
    undated = tree.get_element_by_id("undated")
    assert "undated told 2024-02-27" in words(undated)
    assert not find(undated, ".//*[contains(@class, 'strip')]")


@pytest.mark.parametrize(
    ("label", "standing"),
    [
        ("Customs “raided", "asserted"),
        ("Red Dune Brigades attacked", "reported"),
        ("Karim Dallagi rejected", "denied"),
        ("Corvane Shipping gave aid", "inferred"),
    ],
)
def test_an_event_says_in_a_word_how_it_stands(
    tree: html.HtmlElement, label: str, standing: str
) -> None:
    assert standing in words(event_row(tree, label).find(".//summary"))


def test_conflicts_origins_and_copies_are_told_in_the_row(tree: html.HtmlElement) -> None:
    attack = words(event_row(tree, "Red Dune Brigades attacked").find(".//summary"))
    assert "2 origins, 2 outlets" in attack
    assert "numbers differ" in attack
    farm = words(event_row(tree, "Tarek Belhadi met"))
    assert "1 copy" in farm
    assert "said not to have happened" in farm


def test_the_key_is_folded_away_from_the_first_screen(tree: html.HtmlElement) -> None:
    (key,) = find(tree, "//details[contains(@class, 'key')]")
    assert words(key.find("summary")) == "How to read the marks"
    assert "open" not in key.attrib
    assert "said not to have happened" in words(key)
    assert not find(tree, "//ul[@class='legend'][not(ancestor::details)]")


def test_a_row_opens_on_its_origins_only_where_they_say_more_than_the_row(
    tree: html.HtmlElement,
) -> None:
    attack = words(event_row(tree, "Red Dune Brigades attacked"))
    assert "Anis Mabrouk person Levant Wire, 2024-02-18 credits Anis Mabrouk" in attack
    raid = event_row(tree, "Customs “raided")
    assert words(raid).count("1 origin") == 1
    assert "Origin:" not in words(raid)


def test_the_place_stands_in_the_title_where_the_quoted_words_do_not_say_it(
    tree: html.HtmlElement,
) -> None:
    assert event_row(tree, "Red Dune Brigades attacked · Sfax") is not None
    raid = words(event_row(tree, "Customs “raided").find(".//strong"))
    assert raid == "Customs “raided a warehouse of Corvane Shipping in Sfax”"


def test_events_of_one_quote_and_time_stand_together_and_show_it_once() -> None:
    made = make_case()
    event = next(event for event in made.events if event.type == "COERCE")
    claim = next(claim for claim in made.claims if claim.id in event.claims)
    beside = Quote(claim.trigger.end + 1, claim.trigger.end + 2, "a")
    other = replace(claim, id="c_other", type="SANCTION", mode="seize", trigger=beside)
    made.claims.append(other)
    made.events.append(replace(event, id="v_other", type="SANCTION", claims=(other.id,)))
    tree = tree_of(made)
    row = tree.get_element_by_id("v_other")
    assert row.getprevious() is tree.get_element_by_id(event.id)
    assert row.get("class") == "same"
    assert not find(row, ".//summary//*[@class='words']")
    assert find(row.getprevious(), ".//summary//*[@class='words']")
    assert len(find(tree, "//li[@class='same']")) == 1


def test_bare_sayings_without_a_date_are_folded_and_what_was_not_said_is_counted() -> None:
    made = make_case()
    sayings: list[tuple[int, Polarity]] = [(-1, "+"), (-2, "-")]
    for place, polarity in sayings:
        event = made.events[place]
        (claim,) = (claim for claim in made.claims if claim.id in event.claims)
        made.claims[made.claims.index(claim)] = replace(
            claim, type="STATE", mode="say", whom=(), who=claim.who[:1], when=None, where=None,
            polarity=polarity,
        )  # fmt: skip
        made.events[place] = replace(
            event, type="STATE", who=event.who[:1], whom=(), when=None, where=None
        )
    tree = tree_of(made)
    (fold,) = find(tree, "//section[@id='undated']/details")
    assert words(fold.find("summary")) == "1 saying without a date"
    assert fold.find("ol/li").get("id") == made.events[-1].id
    assert "did not say something: 1." in words(tree.get_element_by_id("undated"))


def test_a_case_is_called_by_its_name_without_the_ending_of_its_folder() -> None:
    tree = html.document_fromstring(page_of(make_case(), title="harbour.case"))
    assert words(tree.find(".//h1")) == words(tree.find(".//title")) == "harbour"


def test_names_left_out_of_the_picture_are_counted() -> None:
    made = make_case()

    def unname(entity: Entity) -> Entity:
        mentions = tuple(replace(mention, kind="nominal") for mention in entity.mentions)
        is_group = entity.name == "Red Dune Brigades"
        return replace(entity, mentions=mentions) if is_group else entity

    _in_entities(made, unname)
    network = tree_of(made).get_element_by_id("network")
    assert "because no report names them (“police”): 1." in words(network)
    assert "Red Dune Brigades" not in [text.text for text in network.iter("title", "text")]


def test_the_note_of_fiction_stands_on_the_page_only_when_told() -> None:
    made = make_case()
    assert "This is fiction." in page_of(made, fictional=True)
    assert "This is fiction." not in page_of(made)


def test_an_empty_case_is_a_page_too() -> None:
    tree = html.document_fromstring(page_of(Made()))
    assert "0 reports" in " ".join(
        f"{dd.text} {dt.text}" for dt, dd in zip(tree.iter("dt"), tree.iter("dd"), strict=True)
    )


def test_the_same_case_gives_the_same_page_in_any_order_of_its_records(page: str) -> None:
    made = make_case()
    for records in (made.reports, made.entities, made.claims, made.events):
        random.Random(3).shuffle(records)
    assert page_of(made) == page


def test_the_page_is_well_formed(page: str) -> None:
    """Every tag that opens is closed in its turn: what a strict reader of markup would ask."""
    void = {"meta", "br", "!doctype"}
    open_tags: list[str] = []
    for closing, name, self_closed in re.findall(r"<(/?)([a-zA-Z!][\w-]*)[^>]*?(/?)>", page):
        if closing:
            assert open_tags.pop() == name
        elif not self_closed and name.lower() not in void:
            open_tags.append(name)
    assert open_tags == []


def test_nothing_is_loaded_and_the_policy_forbids_it(page: str, tree: html.HtmlElement) -> None:
    (policy,) = find(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert check_inert(page) == []


def check_inert(page: str) -> list[str]:
    """What of the page could run, load or send: nothing."""
    found = []
    tree = html.document_fromstring(page)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag.lower() in DANGEROUS_TAGS:
            found.append(f"<{element.tag}>")
        for name, value in ((str(k), str(v)) for k, v in element.attrib.items()):
            if name.lower().startswith("on") or name in ("src", "srcset", "action", "xlink:href"):
                found.append(f"{name}={value}")
            if name == "href" and not value.startswith("#"):
                safe = value.startswith(("https://", "http://")) and element.tag == "a"
                if not safe or "noreferrer" not in element.get("rel", ""):
                    found.append(f"{name}={value}")
            if name == "style" and value != "position:absolute":
                found.append(f"{name}={value}")
    (style,) = tree.iter("style")
    found += re.findall(r"url\((?!#)[^)]*\)|@import|expression", style.text or "")
    return found


def _in_reports(made: Made, change: Callable[[Report], Report]) -> None:
    made.reports = [change(report) for report in made.reports]


def _in_entities(made: Made, change: Callable[[Entity], Entity]) -> None:
    made.entities = [change(entity) for entity in made.entities]


def poisoned(payload: str) -> Made:
    """The case with the payload in every text that a report, its name or its entities bring."""
    made = make_case()
    line = Dateline(payload, payload, payload, Quote(0, 1, "x"))
    _in_reports(
        made,
        lambda r: replace(
            r, text=r.text.replace(" ", f" {payload} ", 1), file=payload, url=payload,
            outlet=payload, title=payload, authors=(payload,), published=payload, dateline=line,
            language=payload, notes=(payload,),
        ),
    )  # fmt: skip
    _in_entities(
        made,
        lambda e: replace(
            e, name=payload, names=(payload, payload + "x"),
            roles=tuple(replace(role, title=payload) for role in e.roles),
        ),
    )  # fmt: skip
    quote = Quote(0, len(payload), payload)
    made.claims = [
        replace(
            claim, quote=quote, trigger=quote, mode=payload,
            sources=tuple(replace(source, name=payload) for source in claim.sources),
            where=claim.where and replace(claim.where, name=payload, venue=payload, words=quote),
            when=claim.when and replace(claim.when, words=quote),
            found_by=tuple(replace(reason, rule=payload) for reason in claim.found_by),
        )
        for claim in made.claims
    ]  # fmt: skip
    made.events = [
        replace(
            event, where=event.where and replace(event.where, name=payload, venue=payload),
            origins=tuple(replace(o, name=payload, reason=payload) for o in event.origins),
            conflicts=tuple(
                replace(c, sides=tuple(replace(side, says=payload) for side in c.sides))
                for c in event.conflicts
            ),
        )
        for event in made.events
    ]  # fmt: skip
    return made


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_report_can_run_or_load_anything(payload: str) -> None:
    page = page_of(poisoned(payload), title=payload)
    assert check_inert(page) == []
    if "<" in payload:
        assert payload not in page


def test_the_check_above_can_fail(page: str) -> None:
    for payload in ("<script>1</script>", "<img src=x onerror=1>", "<a href=javascript:1>x</a>"):
        assert check_inert(page.replace("</main>", payload + "</main>"))


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\u0000", "\u001b", "\u061c", "\ufeff"]
)
def test_signs_that_hide_or_reorder_words_are_written_out(sign: str) -> None:
    page = page_of(poisoned(f"abc{sign}def"), title=f"abc{sign}def")
    assert sign not in page
    assert f"abc⟨U+{ord(sign):04X}⟩def" in page


def test_names_from_texts_are_isolated_from_what_stands_beside_them() -> None:
    tree = html.document_fromstring(page_of(poisoned("שם")))
    for text in find(
        tree, "//main//*[not(self::bdi or ancestor-or-self::svg)]/text()[contains(., 'שם')]"
    ):
        parents = [parent.tag for parent in text.getparent().iterancestors()]
        assert "bdi" in parents, text


def test_only_a_plain_web_address_becomes_a_link() -> None:
    made = make_case()
    _in_reports(made, lambda report: replace(report, url="ftp://x.example/a"))
    assert "ftp:" not in page_of(made)
    _in_reports(made, lambda report: replace(report, url="https://x.example/a?b=1&c=2"))
    tree = html.document_fromstring(page_of(made))
    links = find(tree, "//a[@href='https://x.example/a?b=1&c=2']")
    assert len(links) == len(made.reports)
    assert all(link.get("rel") == "noreferrer nofollow" for link in links)


def test_the_officials_of_two_texts_are_two_origins_and_those_of_copies_one() -> None:
    made = make_case()
    report_of = {claim.id: claim.report for claim in made.claims}
    by_report = {report_of[event.claims[0]]: event for event in made.events}
    told = [
        replace(event, claims=event.claims[:1], conflicts=(), origins=(
            Origin("unnamed", "officials", event.claims[:1], (report,)),
        ))
        for report, event in list(by_report.items())[:2]
    ]  # fmt: skip
    left, right = list(by_report)[:2]
    for copies, count in (({}, "origins2"), ({right: left}, "origin1")):
        page = write_html(made.reports, made.entities, made.claims, told, copies)
        counts = find(html.document_fromstring(page), "//dl[@class='counts']/div")
        assert count in [words(div) for div in counts]
