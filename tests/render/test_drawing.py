"""The drawing: signs, labels, sizes, and edges that keep apart."""

import harbour
import pytest

from kg import ontology
from kg.model.graph import Graph
from kg.render.drawing import edges, nodes

SCHEMA = ontology.packaged()


@pytest.fixture(scope="module")
def drawn() -> dict[str, dict]:
    return {node["id"]: node for node in nodes(harbour.GRAPH, SCHEMA)}


@pytest.fixture(scope="module")
def lines() -> dict[str, dict]:
    return {edge["id"]: edge for edge in edges(harbour.GRAPH)}


@pytest.mark.parametrize(
    ("node", "group", "shape"),
    [
        (harbour.MANAGER.id, "Person", "dot"),
        (harbour.CITY.id, "Place", "hexagon"),
        (harbour.COUNTRY.id, "Place", "hexagon"),
        (harbour.GROUP.id, "Company", "square"),
        (harbour.REPORT.id, "Article", "square"),
        (harbour.GROWTH.id, "Figure", "dot"),
        (harbour.WORDS.id, "Quotation", "diamond"),
    ],
)
def test_a_node_has_the_sign_of_its_class_or_nearest_superclass(drawn, node, group, shape):
    assert (drawn[node]["group"], drawn[node]["shape"]) == (group, shape)


def test_what_is_said_more_of_is_larger(drawn):
    assert drawn[harbour.GROUP.id]["size"] > drawn[harbour.SCHOOL.id]["size"]
    assert drawn[harbour.GROUP.id]["font"]["size"] > drawn[harbour.SCHOOL.id]["font"]["size"]


def test_figures_and_quotations_are_small_and_unlabelled(drawn):
    for node in (harbour.THROUGHPUT, harbour.WORDS):
        assert drawn[node.id]["label"] == ""
        assert drawn[node.id]["size"] < drawn[harbour.SCHOOL.id]["size"]


def test_a_statement_is_an_edge_and_a_figure_has_one_to_what_it_is_about(lines):
    about = lines[f"about/{harbour.THROUGHPUT.id}"]
    assert (about["from"], about["to"], about["predicate"]) == (harbour.THROUGHPUT.id, harbour.PORT.id, "about")
    assert len(lines) == len(harbour.STATEMENTS) + 2


def test_edges_between_the_same_nodes_bend_apart(lines):
    ends = (harbour.MANAGER.id, harbour.GROUP.id)
    bends = [edge["smooth"]["roundness"] for edge in lines.values() if (edge["from"], edge["to"]) == ends]
    assert sorted(bends) == [-0.07, 0.07]
    assert sum("smooth" in edge for edge in lines.values()) == len(bends)


def test_edges_in_opposite_directions_bend_apart_too():
    back = harbour.read(harbour.CITY.ref, "cooperatesWith", harbour.GROUP.ref)
    forth = harbour.read(harbour.GROUP.ref, "cooperatesWith", harbour.CITY.ref)
    graph = Graph.of([harbour.CITY, harbour.GROUP, back, forth])
    one, other = (edge["smooth"]["roundness"] for edge in edges(graph))
    assert one == other != 0, "equal bends on edges of opposite directions part them"


def test_plans_and_background_are_dashed(lines):
    dashed = {lines[claim.id].get("dashes", False): claim for claim in harbour.STATEMENTS}
    assert dashed.keys() == {True, False}
    for claim in harbour.STATEMENTS:
        assert lines[claim.id].get("dashes", False) == (claim.background or claim.modality != "asserted")


def test_edges_of_figures_are_told_from_relations(lines):
    kinds = {claim.predicate: lines[claim.id]["kind"] for claim in harbour.STATEMENTS}
    assert kinds["operates"] == kinds["holdsPost"] == "relation"
    assert kinds["says"] == "petal"
    assert kinds["states"] == "far"
    assert lines[f"about/{harbour.GROWTH.id}"]["kind"] == "petal"


def test_an_edge_needs_both_its_nodes():
    dangling = Graph.of([harbour.GROUP, *harbour.STATEMENTS])
    ends = {(edge["from"], edge["to"]) for edge in edges(dangling)}
    assert all({one, other} <= dangling.nodes.keys() for one, other in ends)
