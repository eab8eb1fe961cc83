"""GraphML: what graph tools open."""

import io
import xml.etree.ElementTree as ET

import harbour
import networkx as nx
import pytest

from kg import export
from kg.model.graph import Entity, Graph


@pytest.fixture(scope="module")
def network() -> nx.MultiDiGraph:
    out = io.BytesIO()
    export.write(harbour.GRAPH, "graphml", out)
    out.seek(0)
    return nx.read_graphml(out, force_multigraph=True)


def test_nodes_and_edges_are_those_of_the_networkx_graph(network):
    expected = harbour.GRAPH.to_networkx()
    assert set(network.nodes) == set(expected.nodes)
    assert set(network.edges(keys=True)) == set(expected.edges(keys=True))


def test_nodes_carry_label_and_type(network):
    node = network.nodes[harbour.GROUP.id]
    assert (node["label"], node["type"], node["aliases"]) == ("海川港务集团", "Company", "海川港务集")


def test_numbers_are_numbers_and_unknown_values_are_left_out(network):
    node = network.nodes[harbour.THROUGHPUT.id]
    assert (node["value"], node["unit"], node["period"]) == (3e6, "箱", "2024")
    assert "value_max" not in node


def test_parallel_statements_stay_apart(network):
    edges = network.get_edge_data(harbour.MANAGER.id, harbour.GROUP.id)
    assert sorted(edge["title"] for edge in edges.values()) == ["总经理", "经理"]


def test_edges_carry_predicate_evidence_and_confidence(network):
    [edge] = network.get_edge_data(harbour.GROUP.id, harbour.SCHOOL.id).values()
    assert (edge["predicate"], edge["modality"], edge["confidence"]) == ("cooperatesWith", "planned", 0.9)
    assert edge["evidence"] == "海川港务集团将与云岭大学合作"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe"])
def test_characters_that_xml_cannot_hold_are_replaced(character):
    out = io.BytesIO()
    export.write(Graph.of([Entity("person/1", ("Person", "Agent"), f"甲{character}乙<&>")]), "graphml", out)
    texts = [element.text for element in ET.fromstring(out.getvalue()).iter() if element.text]  # noqa: S314  # our own output
    assert "甲\N{REPLACEMENT CHARACTER}乙<&>" in texts
