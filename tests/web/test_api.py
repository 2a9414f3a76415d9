"""The API gives the records of the case, a page at a time, as its document says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.pipeline import Case
from dateline.web.api import API_ROUTES, openapi_text
from tests.web.browser import Browser


@pytest.fixture
def case(built_case: Path) -> Iterator[Case]:
    with Case(built_case, create=False) as opened:
        yield opened


@pytest.fixture
def browser(case: Case) -> Browser:
    return Browser(case).enter()


def read(browser: Browser, target: str, status: int = 200) -> Any:
    answer = browser.get(target)
    assert answer.status == status, answer.text
    return json.loads(answer.text)


def all_of(browser: Browser, target: str) -> list[dict[str, Any]]:
    """The whole list, page by page."""
    sign = "&" if "?" in target else "?"
    found: list[dict[str, Any]] = []
    after = ""
    while True:
        page = read(browser, f"{target}{sign}limit=2{after}")
        assert len(page["items"]) <= 2
        found += page["items"]
        if page["next"] is None:
            assert page["total"] == len(found)
            return found
        after = f"&after={page['next']}"


@pytest.mark.parametrize("kind", ["reports", "claims", "entities", "events"])
def test_a_list_holds_every_record_as_the_export_has_it(
    browser: Browser, case: Case, kind: str
) -> None:
    singular = {"entities": "entity"}.get(kind, kind[:-1])
    records = [json.loads(line) for line in case.export("records")]
    wanted = {one["id"]: one for one in records if one["record"] == singular}
    found = all_of(browser, f"/api/v1/{kind}")
    assert {one["id"]: one for one in found} == wanted
    for id_, record in wanted.items():
        assert record.items() <= read(browser, f"/api/v1/{kind}/{id_}").items()


def test_a_report_comes_with_the_text_that_spans_count_in(browser: Browser) -> None:
    claim = read(browser, "/api/v1/claims?limit=1")["items"][0]
    text = read(browser, f"/api/v1/reports/{claim['report']}")["text"]
    quote = claim["quote"]
    assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_claims_are_those_of_a_report_or_of_somebody(browser: Browser) -> None:
    claims = all_of(browser, "/api/v1/claims")
    report = claims[0]["report"]
    of_report = all_of(browser, f"/api/v1/claims?report={report}")
    assert of_report == [one for one in claims if one["report"] == report]
    (keller,) = all_of(browser, "/api/v1/entities?name=Anna+Keller")
    of_keller = all_of(browser, f"/api/v1/claims?entity={keller['id']}")
    assert of_keller == [one for one in claims if keller["id"] in (*one["who"], *one["whom"])]


def test_events_come_by_time_and_with_their_sources(browser: Browser) -> None:
    days = [one["when"] and one["when"]["start"] for one in all_of(browser, "/api/v1/events")]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated
    event = read(browser, "/api/v1/conflicts?limit=1")["items"][0]
    assert event["conflicts"]
    assert read(browser, f"/api/v1/events/{event['event']}")["view"]["matrix"]["rows"]


def test_a_search_gives_passages(browser: Browser) -> None:
    found = all_of(browser, "/api/v1/search?q=Keller")
    assert found
    for one in found:
        for span in one["words"]:
            start = one["quote"]["start"]
            assert one["quote"]["exact"][span["start"] - start : span["end"] - start] == "Keller"


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/api/v1/reports/r_none", 404), ("/api/v1/nothing", 404), ("/api/v2/reports", 404),
        ("/api/v1/events?from=soon", 400), ("/api/v1/claims?limit=0", 400),
        ("/api/v1/claims?limit=201", 400), ("/api/v1/claims?limit=ten", 400),
        ("/api/v1/claims?after=x", 400), ("/api/v1/search", 400), ("/api/v1/search?q=%00", 400),
    ],
)  # fmt: skip
def test_an_error_is_a_problem_with_a_sentence(browser: Browser, target: str, status: int) -> None:
    answer = browser.get(target)
    assert answer.headers["content-type"] == "application/problem+json"
    told = json.loads(answer.text)
    assert answer.status == status == told["status"]
    assert told["detail"].endswith((".", "?"))


def test_the_document_names_every_address_and_no_other(browser: Browser) -> None:
    document = json.loads(openapi_text())
    routes = {one.path for one in API_ROUTES if "rest" not in one.path}
    assert set(document["paths"]) == routes
    assert read(browser, "/api/v1/openapi.json") == document


def test_every_answer_is_as_the_document_says(browser: Browser) -> None:
    document = json.loads(openapi_text())
    for path, about in document["paths"].items():
        if "{id}" in path or path.endswith("openapi.json"):
            continue
        whole = about["get"]["responses"]["200"]["content"]["application/json"]["schema"]["allOf"]
        name = whole[1]["properties"]["items"]["items"]["$ref"].rpartition("/")[2]
        schema = document["components"]["schemas"][name]
        page = read(browser, f"{path}?q=Keller")
        assert set(page) == {"items", "total", "next"}
        assert page["items"], path
        for item in page["items"]:
            assert set(schema["required"]) <= set(item)
            own = set(schema["properties"]) - {"text", "view"}
            assert own <= set(item), path


def test_every_reference_of_the_document_leads_somewhere() -> None:
    document = json.loads(openapi_text())

    def references(part: Any) -> Iterator[str]:
        for key, value in part.items() if isinstance(part, dict) else enumerate(part):
            if key == "$ref":
                yield value
            elif isinstance(value, (dict, list)):
                yield from references(value)

    for one in references(document):
        _, _, kind, name = one.split("/")
        assert name in document["components"][kind]


def test_ties_are_those_of_one_and_narrowed_as_on_the_screen(browser: Browser) -> None:
    (keller,) = all_of(browser, "/api/v1/entities?name=Anna+Keller")
    ties = all_of(browser, f"/api/v1/entities/{keller['id']}/ties")
    assert ties
    claims = {one["id"]: one for one in all_of(browser, "/api/v1/claims")}
    for one in ties:
        assert keller["id"] in (one["left"], one["right"])
        for claim in one["claims"]:
            taking = {*claims[claim]["who"], *claims[claim]["whom"]}
            assert {one["left"], one["right"]} <= taking
    assert all_of(browser, f"/api/v1/entities/{keller['id']}/ties?from=2099") == []
    read(browser, "/api/v1/entities/e_none/ties", 404)


def test_places_have_the_events_that_lie_there(browser: Browser) -> None:
    events = {one["id"]: one for one in all_of(browser, "/api/v1/events")}
    places = all_of(browser, "/api/v1/places")
    assert places
    for one in places:
        assert one["events"]
        for event in one["events"]:
            where = events[event]["where"]
            assert (where["lat"], where["lon"]) == (one["lat"], one["lon"])


def test_conflicts_come_with_what_somebody_said_of_them(browser: Browser) -> None:
    for one in all_of(browser, "/api/v1/conflicts"):
        assert one["statuses"] == [None] * len(one["conflicts"])
