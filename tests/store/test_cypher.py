"""The statements that stores run: fixed texts with names of the ontology, and rows as parameters."""

import re

import pytest
from examples import GRAPH

from kg.errors import OntologyError
from kg.ontology import packaged
from kg.store import cypher
from kg.store.delta import diff
from kg.store.projection import project
from kg.store.rows import Kind, Rows, kinds, most_specific, root, roots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            cypher.put_nodes("City"),
            "UNWIND $rows AS row MERGE (n:`City` {id: row.id}) SET n = row.properties RETURN count(n) AS count",
        ),
        (
            cypher.put_relationships(Kind("Assertion", "evidence", "Span")),
            (
                "UNWIND $rows AS row MATCH (a:`Assertion` {id: row.source}) MATCH (b:`Span` {id: row.target})"
                " MERGE (a)-[r:`EVIDENCE` {position: row.key}]->(b) SET r = row.properties RETURN count(r) AS count"
            ),
        ),
        (
            cypher.put_relationships(Kind("Assertion", "subject", "Entity")),
            (
                "UNWIND $rows AS row MATCH (a:`Assertion` {id: row.source}) MATCH (b:`Entity` {id: row.target})"
                " MERGE (a)-[r:`SUBJECT`]->(b) SET r = row.properties RETURN count(r) AS count"
            ),
        ),
        (
            cypher.delete_relationships(Kind("Entity", "locatedIn", "Entity")),
            (
                "UNWIND $rows AS row MATCH (a:`Entity` {id: row.source}) MATCH (b:`Entity` {id: row.target})"
                " MATCH (a)-[r:`LOCATED_IN` {id: row.key}]->(b) DELETE r RETURN count(row) AS count"
            ),
        ),
        (
            cypher.delete_nodes("Span"),
            "UNWIND $rows AS row MATCH (n:`Span` {id: row.id}) DETACH DELETE n RETURN count(row) AS count",
        ),
    ],
)
def test_statements_take_rows_and_count_them(text, expected):
    assert text == expected


@pytest.mark.parametrize("name", ["Dragon", "City`) DETACH DELETE n //", "", "city"])
def test_a_name_that_the_ontology_lacks_never_comes_into_a_statement(name):
    with pytest.raises(OntologyError, match="no class named"):
        cypher.put_nodes(name)
    with pytest.raises(OntologyError, match="no predicate named"):
        cypher.put_relationships(Kind("Entity", name, "Entity"))


def test_all_names_of_the_ontology_are_plain_words():
    for name in (*packaged().classes, *packaged().predicates, *packaged().properties):
        assert re.fullmatch("[A-Za-z][A-Za-z0-9]*", name)


def test_steps_delete_relationships_first_and_put_them_last():
    old, new = project(GRAPH), Rows({}, {})
    verbs = [text.split(" AS row ")[1] for text, _ in cypher.steps(diff(old, new))]
    assert all(verb.startswith("MATCH (n:") for verb in verbs)
    order = [
        "nodes" if "MERGE (n:" in text else "relationships" if "MERGE (a)" in text else "?"
        for text, _ in cypher.steps(diff(new, old))
    ]
    assert order == sorted(order)


def test_batches_hold_every_row_once(monkeypatch):
    monkeypatch.setattr(cypher, "BATCH", 3)
    delta = diff(Rows({}, {}), project(GRAPH))
    steps = list(cypher.steps(delta))
    assert max(len(rows) for _, rows in steps) == 3
    assert sum(len(rows) for _, rows in steps) == len(delta.put_nodes) + len(delta.put_relationships)


def test_every_kind_of_relationship_is_read_by_a_query_of_its_own():
    assert Kind("Assertion", "inDocument", "Document") in kinds()
    assert Kind("Entity", "states", "Assertion") in kinds()
    assert Kind("Document", "states", "Assertion") in kinds()
    assert {end for kind in kinds() for end in (kind.source, kind.target)} == set(roots())
    assert all(root(name) == name for name in roots())


@pytest.mark.parametrize("name", ["Municipality", "County", "Fact", "Article", "Span", "Person"])
def test_the_class_of_a_node_is_found_among_its_labels(name):
    assert most_specific(sorted([name, *packaged().ancestors(name), "Starred"])) == name
