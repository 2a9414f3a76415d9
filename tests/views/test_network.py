"""The network: who is tied to whom, by what, and how surely."""

import json
from dataclasses import replace

from dateline.records import Event, Mention, MentionKind, Origin, event_id
from dateline.views import Network, draw_network
from dateline.views.network import MOST_NODES, origin_key
from tests.factory import make_chain, make_claim, make_report
from tests.views.case import build_case, entity


def draw() -> Network:
    case = build_case()
    return draw_network(case.entities, case.claims, case.events)


def test_edges_tie_those_who_share_a_claim_and_name_what_it_is() -> None:
    network, case = draw(), build_case()
    names = {node.id: node.name for node in network.nodes}
    ties = {frozenset((names[e.left], names[e.right])): e for e in network.edges}
    met = ties[frozenset(("Mira Oduya", "Karim Haddad"))]
    assert (met.types, met.origins, met.style) == (("CONSULT",), 2, "solid")
    assert met.claims == case.events[0].claims
    assert met.events == (case.events[0].id,)
    leads = ties[frozenset(("Mira Oduya", "Harbour Board"))]
    assert (leads.types, leads.events, leads.origins) == (("leads",), (), 1)
    assert len(ties) == 2


def test_nodes_count_claims_and_lie_in_the_picture() -> None:
    nodes = draw().nodes
    assert [(node.name, node.claims) for node in nodes] == [
        ("Karim Haddad", 3), ("Mira Oduya", 3), ("Harbour Board", 1),
    ]  # fmt: skip
    assert all(0 <= node.x <= 1 and 0 <= node.y <= 1 for node in nodes)
    assert len({(node.x, node.y) for node in nodes}) == 3


def test_an_edge_is_as_sure_as_its_surest_claim_and_denied_only_by_all() -> None:
    case = build_case()
    denied = replace(case.claims[1], polarity="-")
    (edge,) = draw_network(case.entities, [case.claims[0], denied], case.events).edges
    assert (edge.standing, edge.style) == ("reported", "dashed")
    (only,) = draw_network(case.entities, [denied], case.events).edges
    assert only.standing == "denied"


def test_the_order_of_the_records_changes_nothing() -> None:
    case = build_case()
    turned = draw_network(case.entities[::-1], case.claims[::-1], case.events[::-1])
    assert turned == draw()
    assert json.dumps(turned.to_dicts())


def test_a_large_case_shows_those_with_the_most_claims() -> None:
    names = [f"Person{n:03} Khan" for n in range(MOST_NODES + 20)]
    report = make_report("Mira Oduya met " + ", ".join(names))
    hub = make_chain(report, "Mira Oduya")
    chains = [make_chain(report, name) for name in names]
    claims = [make_claim(report, "met", "CONSULT", [hub, chain]) for chain in chains]
    entities = [entity(chain.name, [chain]) for chain in (hub, *chains)]
    events = [Event(event_id((claim.id,)), "CONSULT", (claim.id,), ()) for claim in claims]
    network = draw_network(entities, claims, events)
    assert len(network.nodes) == MOST_NODES
    assert network.nodes[0].name == "Mira Oduya"
    assert network.left_out == 21
    assert len({(node.x, node.y) for node in network.nodes}) == MOST_NODES


def test_whom_no_report_names_is_left_out_and_counted() -> None:
    case = build_case()
    leads = case.claims[2]
    board = next(e for e in case.entities if leads.whom[0].chain in e.chains)

    def called(*kinds: MentionKind) -> Network:
        mentions = tuple(Mention(leads.report, leads.whom[0].words, kind) for kind in kinds)
        entities = [replace(e, mentions=mentions) if e == board else e for e in case.entities]
        return draw_network(entities, case.claims, case.events)

    unnamed = called("nominal", "pronoun")
    assert [node.name for node in unnamed.nodes] == ["Karim Haddad", "Mira Oduya"]
    assert (len(unnamed.edges), unnamed.unnamed_left_out) == (1, 1)
    assert called("nominal", "name") == draw()


def test_an_empty_case_gives_an_empty_network() -> None:
    assert draw_network([], [], []) == Network((), ())


def test_unnamed_sources_of_an_edge_count_for_each_text() -> None:
    case = build_case()
    events = [
        Event(event_id((claim.id,)), "CONSULT", (claim.id,), (), origins=(
            Origin("unnamed", "officials", (claim.id,), (claim.report,)),
        ))
        for claim in case.claims[:2]
    ]  # fmt: skip
    (edge,) = draw_network(case.entities, case.claims[:2], events).edges
    assert edge.origins == 2
    copies = {case.reports[1].id: case.reports[0].id}
    (edge,) = draw_network(case.entities, case.claims[:2], events, copies).edges
    assert edge.origins == 1
    assert origin_key(events[0].origins[0], {}) != origin_key(events[1].origins[0], {})
