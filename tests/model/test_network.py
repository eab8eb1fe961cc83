"""The graph for networkx: a node for every thing, an edge for every statement."""

from collections import Counter
from decimal import Decimal

import harbour
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg.model.claim import figure, statement
from kg.model.graph import Figure, Graph
from kg.model.network import to_networkx

NETWORK = to_networkx(harbour.GRAPH)


@pytest.mark.parametrize(
    ("node", "label", "kind"),
    [
        (harbour.CITY.id, "海川市", "City"),
        (harbour.GROUP.id, "海川港务集团", "Company"),
        (harbour.REPORT.id, "海川智能码头启用", "Article"),
        (harbour.THROUGHPUT.id, "吞吐量 近300万箱", "Figure"),
        (harbour.WORDS.id, "我们要建样板港。", "Quotation"),
    ],
)
def test_a_node_is_shown_by_its_name_and_class(node, label, kind):
    assert (NETWORK.nodes[node]["label"], NETWORK.nodes[node]["type"]) == (label, kind)


def test_a_node_has_its_fields_but_no_mentions():
    assert NETWORK.nodes[harbour.CITY.id]["code"] == "999900"
    assert NETWORK.nodes[harbour.THROUGHPUT.id]["comparator"] == "~"
    assert NETWORK.nodes[harbour.REPORT.id]["published"] == "2025-07-03"
    assert not {"id", "mentions"} & set(NETWORK.nodes[harbour.GROUP.id])


def test_two_posts_at_one_firm_are_two_edges():
    edges = NETWORK.get_edge_data(harbour.MANAGER.id, harbour.GROUP.id)
    assert {edge["title"] for edge in edges.values()} == {"总经理", "经理"}


def test_an_edge_has_the_modality_and_the_evidence_of_its_statement():
    [edge] = NETWORK.get_edge_data(harbour.GROUP.id, harbour.SCHOOL.id).values()
    assert (edge["predicate"], edge["modality"]) == ("cooperatesWith", "planned")
    assert edge["evidence"] == ("海川港务集团将与云岭大学合作",)
    [background] = NETWORK.get_edge_data(harbour.CITY.id, harbour.COUNTRY.id).values()
    assert background["background"]


def test_a_figure_leads_to_what_it_is_about():
    assert nx.has_path(NETWORK, harbour.MANAGER.id, harbour.PORT.id)
    assert NETWORK[harbour.GROWTH.id][harbour.PORT.id][f"about/{harbour.GROWTH.id}"] == {"predicate": "about"}


def test_a_figure_of_two_sources_is_about_its_thing_once():
    others = [
        statement(ref, "states", harbour.GROWTH, confidence=0.9, extractor="figure", rule="figure/x")
        for ref in (harbour.REPORTER.ref, harbour.MANAGER.ref)
    ]
    network = to_networkx(Graph.of([*harbour.ENTITIES, *others]))
    assert network.number_of_edges(harbour.GROWTH.id, harbour.PORT.id) == 1


def test_a_figure_about_nothing_has_no_edge_of_its_own():
    alone = figure(indicator="气温", value=Decimal(31), unit="℃", comparator="=", kind="level", text="31℃")
    claim = statement(harbour.REPORT.ref, "states", alone, confidence=0.9, extractor="figure", rule="figure/x")
    assert to_networkx(Graph.of([harbour.REPORT, claim])).out_degree(alone.id) == 0


def test_an_empty_graph_is_an_empty_network():
    assert to_networkx(Graph()).number_of_nodes() == 0


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_nothing_is_lost_and_nothing_dangles(graph):
    network = graph.to_networkx()
    keys = Counter(key for *_, key in network.edges(keys=True))
    figures = [node for node in graph.nodes.values() if isinstance(node, Figure) and node.about]
    assert set(network.nodes) == set(graph.nodes)
    assert keys == Counter([claim.id for claim in graph.statements] + [f"about/{node.id}" for node in figures])
    for one, other, key in network.edges(keys=True):
        assert one in graph.nodes and other in graph.nodes, key
