"""The property graph that a graph becomes: its nodes, its relationships, and back again without loss."""

from decimal import Decimal

import msgspec
import pytest
from examples import BEIJING, CITY, COMPANY, GRAPH, MAYOR, OUTPUT, claim
from hypothesis import given
from strategies import graphs

from kg.model.claim import figure
from kg.model.graph import Graph, Quotation
from kg.ontology import packaged
from kg.store.projection import Projection, project
from kg.store.restoration import restore
from kg.store.rows import qualifiers, root


def plain(graph: Graph, predicate: str) -> list[tuple[str, str, dict]]:
    links = project(graph).relationships.values()
    return [(link.source, link.target, link.properties) for link in links if link.kind.predicate == predicate]


@given(graphs())
def test_restoring_gives_the_graph_back(graph):
    assert restore(project(graph)).digest() == graph.digest()


def test_restoring_gives_the_example_back():
    assert restore(project(GRAPH)) == GRAPH


@given(graphs())
def test_every_name_is_of_the_ontology_and_every_relationship_ends_at_nodes(graph):
    ontology, rows = packaged(), project(graph)
    for node in rows.nodes.values():
        assert node.label in ontology.classes
        for name in node.properties:
            assert any(ontology.is_a(node.label, kind) for kind in ontology.properties[name].domain), (node.label, name)
    for link in rows.relationships.values():
        assert {(link.kind.source, link.source), (link.kind.target, link.target)} <= rows.nodes.keys()
        assert set(link.properties) <= {"id", *ontology.properties}


@given(graphs())
def test_relationships_of_a_kind_run_between_the_classes_that_the_ontology_admits(graph):
    rows = project(graph)
    for link in rows.relationships.values():
        source = rows.nodes[link.kind.source, link.source].label
        target = rows.nodes[link.kind.target, link.target].label
        assert packaged().admits(link.kind.predicate, source, target)


@given(graphs())
def test_rows_come_in_one_order_with_those_of_a_kind_together(graph):
    rows = Projection(graph)
    kinds = [link.kind for link in rows.relationships()]
    runs = [kind for number, kind in enumerate(kinds) if number == 0 or kinds[number - 1] != kind]
    structural = [kind for kind in runs if kind.predicate != "inDocument"]
    assert len(structural) == len(set(structural))
    assert list(rows.nodes()) == list(Projection(graph).nodes())


def test_an_asserted_statement_is_one_plain_relationship():
    found = plain(GRAPH, "locatedIn")
    (located,) = [item for item in GRAPH.statements if item.predicate == "locatedIn" and item.modality == "asserted"]
    assert found == [(COMPANY.id, BEIJING.id, {"id": located.id, "confidence": 0.9, "background": False})]


def test_what_is_planned_or_of_former_times_is_a_statement_only():
    former = Graph.of([*GRAPH.entities, claim(MAYOR, "holdsPost", CITY, modality="former")])
    assert plain(former, "holdsPost") == []
    assert (former.statements[0].id, CITY.id, {}) in plain(former, "object")


def test_several_titles_are_several_relationships_and_several_dates_of_one_title_are_one():
    found = {properties["title"]: properties for _, _, properties in plain(GRAPH, "holdsPost")}
    assert len(plain(GRAPH, "holdsPost")) == 2
    assert found["市长"]["asOf"] == "2025-07-20"
    assert found["市长"]["confidence"] == 0.9
    best = next(item for item in GRAPH.statements if item.qualifiers.get("title") == "市长" and item.confidence == 0.9)
    assert found["市长"]["id"] == best.id


def test_a_relationship_is_background_only_while_no_text_states_it():
    background = claim(BEIJING, "partOf", CITY, background=True, qualifiers={"as_of": "2024"})
    stated = claim(BEIJING, "partOf", CITY, qualifiers={"as_of": "2025"})
    for statements, expected in (([background], True), ([background, stated], False)):
        ((_, _, properties),) = plain(Graph.of([BEIJING, CITY, *statements]), "partOf")
        assert properties["background"] is expected


def test_a_figure_is_found_by_indicator_value_and_unit():
    node = project(GRAPH).nodes["Assertion", OUTPUT.id]
    expected = {"indicator": "机器人产值", "value": 350000000000.0, "unit": "元", "comparator": "~", "kind": "level"}
    assert node.properties == {**expected, "period": "2024", "text": "近3500亿元"}
    assert plain(GRAPH, "about") == [(OUTPUT.id, BEIJING.id, {})]


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("5.5", None),
        ("0.1", None),
        ("999999999999999", None),
        ("-0.000000000000001", None),
        ("9007199254740993", "9007199254740993"),
        ("0.12345678901234567", "0.12345678901234567"),
    ],
)
def test_digits_beyond_a_double_are_kept_beside_it(value, exact):
    fields = {name: getattr(OUTPUT, name) for name in OUTPUT.__struct_fields__ if name not in ("id", "type")}
    target = figure(**{**fields, "value": Decimal(value), "value_max": Decimal(value)})
    graph = Graph.of([MAYOR, BEIJING, claim(MAYOR, "states", target)])
    properties = project(graph).nodes["Assertion", target.id].properties
    assert properties["value"] == properties["valueMax"] == float(value)
    assert properties.get("exactValue") == properties.get("exactValueMax") == exact
    assert restore(project(graph)) == graph


def test_one_figure_in_two_wordings_is_one_node_and_both_wordings_are_kept():
    other = msgspec.structs.replace(OUTPUT, text="约3500亿元")
    graph = Graph.of([MAYOR, BEIJING, CITY, claim(MAYOR, "states", OUTPUT), claim(CITY, "states", other)])
    rows = project(graph)
    assert [node.label for node in rows.nodes.values()].count("Figure") == 1
    assert sorted(properties.get("text", "") for _, _, properties in plain(graph, "object")) == ["", "近3500亿元"]
    assert restore(rows) == graph


def test_one_quotation_with_wide_and_narrow_signs_is_one_node_and_both_are_kept():
    wide, narrow = (Quotation(id="quote/1", mode="direct", text=text) for text in ("好（很好）", "好(很好)"))
    graph = Graph.of([MAYOR, CITY, claim(MAYOR, "says", wide), claim(CITY, "says", narrow)])
    assert restore(project(graph)) == graph


def test_evidence_keeps_its_order_and_its_repetitions():
    item = COMPANY.mentions[0]
    graph = Graph.of([COMPANY, BEIJING, claim(COMPANY, "locatedIn", BEIJING, item, BEIJING.mentions[0], item)])
    assert restore(project(graph)).statements[0].evidence == (item, BEIJING.mentions[0], item)


def test_qualifiers_are_the_properties_that_only_some_facts_have():
    assert {"title", "role", "as_of"} == set(qualifiers())
    assert root("Fact") == "Assertion"
