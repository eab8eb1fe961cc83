"""Rows that lack a part of a graph, or hold more than it: what restoring does with them."""

import msgspec
import pytest
from examples import BEIJING, CITY, COMPANY, GRAPH, MAYOR, OUTPUT, PAGE, PLANT, WORDS, claim, said
from hypothesis import given
from hypothesis import strategies as st
from strategies import graphs

from kg.errors import StoreError
from kg.model.graph import Graph
from kg.model.ident import span_id
from kg.store.document import replaced, without
from kg.store.projection import project
from kg.store.restoration import restore
from kg.store.rows import Kind, Node, Relationship, Rows, most_specific, properties, root

ROWS = project(GRAPH)
LOCATED = said(PLANT, "明州机器人有限公司位于北京市")
BEIJING_OF_PLANT = msgspec.structs.replace(
    BEIJING, documents=(PLANT,), mentions=tuple(item for item in BEIJING.mentions if item.document == PLANT)
)


def lacking(predicate: str) -> Rows:
    """Return the rows of the example without the relationships of a predicate."""
    return Rows(ROWS.nodes, {key: link for key, link in ROWS.relationships.items() if link.kind.predicate != predicate})


def changed(label: str, **fields: object) -> Rows:
    """Return the rows of the example with other properties of all nodes of a class; None takes one away."""
    nodes = {}
    for key, node in ROWS.nodes.items():
        values = {**node.properties, **fields} if node.label == label else node.properties
        kept = {name: value for name, value in values.items() if value is not None}
        nodes[key] = Node(node.label, node.id, kept)
    return Rows(nodes, ROWS.relationships)


@pytest.mark.parametrize(("predicate", "says"), [("subject", "SUBJECT of"), ("object", "OBJECT of")])
def test_a_statement_without_an_end_is_told_by_its_relationship(predicate, says):
    with pytest.raises(StoreError, match=f"the store is damaged, write the graph again: it lacks '{says}"):
        restore(lacking(predicate))


@pytest.mark.parametrize(
    "node",
    [
        ("Entity", MAYOR.id),
        ("Entity", CITY.id),
        ("Assertion", OUTPUT.id),
        ("Assertion", WORDS.id),
        ("Span", span_id(PAGE, MAYOR.mentions[0].start, MAYOR.mentions[0].end)),
    ],
)
def test_a_relationship_to_a_node_that_is_gone_is_told(node):
    nodes = {key: row for key, row in ROWS.nodes.items() if key != node}
    with pytest.raises(StoreError, match="the store is damaged, write the graph again: it lacks"):
        restore(Rows(nodes, ROWS.relationships))


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        ("Fact", {"confidence": None}),
        ("Fact", {"confidence": "high"}),
        ("Fact", {"predicate": None}),
        ("Fact", {"title": 5}),
        ("Person", {"name": None}),
        ("Person", {"alias": 7}),
        ("Article", {"text": None}),
        ("Article", {"articleKind": None}),
        ("Figure", {"value": None}),
        ("Figure", {"indicator": 3}),
        ("Quotation", {"mode": "sung"}),
        ("Span", {"startOffset": "first"}),
        ("Document", {"path": None}),
    ],
)
def test_a_property_that_is_missing_or_of_another_type_is_told(label, fields):
    with pytest.raises(StoreError, match="the store is damaged, write the graph again"):
        restore(changed(label, **fields))


@pytest.mark.parametrize("predicate", ["locatedIn", "holdsPost", "partOf", "states", "says"])
def test_plain_relationships_are_for_queries_and_nothing_is_restored_from_them(predicate):
    assert restore(lacking(predicate)) == GRAPH


@pytest.mark.parametrize(("predicate", "field"), [("mentionedAt", "entities"), ("evidence", "statements")])
def test_without_its_spans_a_record_has_no_evidence_and_all_else(predicate, field):
    found = restore(lacking(predicate))
    name = "mentions" if predicate == "mentionedAt" else "evidence"
    expected = [msgspec.structs.replace(record, **{name: ()}) for record in getattr(GRAPH, field)]
    assert {record.id: record for record in getattr(found, field)} == {record.id: record for record in expected}


def test_properties_that_others_added_to_nodes_are_left_out():
    assert restore(changed("Person", bookmarked=True, colour="red")) == GRAPH


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_count(graph, random):
    rows = project(graph)
    nodes, links = list(rows.nodes.values()), list(rows.relationships.values())
    random.shuffle(nodes)
    random.shuffle(links)
    assert restore(Rows.of(nodes, links)).digest() == graph.digest()


@given(graphs())
def test_every_statement_has_one_subject_and_one_object(graph):
    links = project(graph).relationships.values()
    for predicate in ("subject", "object"):
        ends = [link.source for link in links if link.kind.predicate == predicate]
        assert sorted(ends) == sorted(item.id for item in graph.statements)


@given(graphs())
def test_plain_relationships_carry_the_ids_of_asserted_statements(graph):
    asserted = {item.id: item for item in graph.statements if item.modality == "asserted"}
    plain = [link for link in project(graph).relationships.values() if link.kind.key == "id"]
    for link in plain:
        stated = asserted[link.properties["id"]]
        assert (link.source, link.kind.predicate, link.target) == (
            stated.subject.id,
            stated.predicate,
            stated.object.id,
        )
        assert link.properties["confidence"] == stated.confidence


@given(graphs())
def test_no_property_is_empty(graph):
    for node in project(graph).nodes.values():
        assert all(value is not None and value != [] for value in node.properties.values())


def test_an_empty_graph_has_no_rows_and_comes_back_empty():
    rows = project(Graph())
    assert rows == Rows({}, {})
    assert restore(rows) == Graph()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        ({"aliases": ()}, {}),
        ({"aliases": ("甲", "乙")}, {"alias": ["甲", "乙"]}),
        ({"code": None}, {}),
        ({"name": ""}, {"name": ""}),
        ({"value": 0.0, "background": False}, {"value": 0.0, "background": False}),
        ({"start": 0, "end": 3}, {"startOffset": 0, "endOffset": 3}),
        ({"as_of": "2025", "same_as": ["x"]}, {"asOf": "2025", "sameAs": ["x"]}),
    ],
)
def test_fields_are_written_by_the_names_of_the_ontology_and_only_what_says_something(fields, expected):
    assert properties(fields) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["Entity", "Organization", "Company"], "Company"),
        (["Company", "Organization", "Entity"], "Company"),
        (["Person", "Entity", "Favourite"], "Person"),
        (["Fact", "Assertion"], "Fact"),
        (["Span"], "Span"),
    ],
)
def test_a_node_is_of_its_most_specific_class_in_whatever_order_its_labels_come(labels, expected):
    assert most_specific(labels) == expected


def test_relationships_of_one_pair_are_told_apart_by_position_or_by_statement():
    ends = ("person/1", "span/1")
    first, second = (
        Relationship(Kind("Entity", "mentionedAt", "Span"), *ends, {"position": number}) for number in range(2)
    )
    about = Kind(root("Figure"), "about", root("City"))
    assert first.key != second.key
    assert Relationship(about, *ends, {}).key == Relationship(about, *ends, {}).key
    assert Kind("Entity", "holdsPost", "Entity").key == "id"


def test_the_graph_of_a_document_alone_is_what_is_left_when_the_others_go():
    alone = {PAGE: without(GRAPH, PLANT), PLANT: without(GRAPH, PAGE)}
    assert replaced(alone[PAGE], PLANT, alone[PLANT]).digest() == GRAPH.digest()
    assert without(alone[PAGE], PAGE) == without(alone[PLANT], PLANT) == Graph()


def test_a_document_said_anew_takes_back_what_it_no_longer_says():
    part = Graph.of([COMPANY, BEIJING_OF_PLANT, claim(COMPANY, "locatedIn", BEIJING_OF_PLANT, LOCATED)])
    found = replaced(GRAPH, PLANT, part)
    assert [(item.predicate, item.modality) for item in found.statements if item.subject.id == COMPANY.id] == [
        ("locatedIn", "asserted")
    ]
    (city,) = [entity for entity in found.entities if entity.id == CITY.id]
    assert city.documents == (PAGE,)
