"""The difference of two states of a store: doing it makes one of the other, and then nothing is left to do."""

import msgspec
from examples import BEIJING, CITY, COMPANY, GRAPH
from hypothesis import given
from strategies import graphs

from kg.model.graph import Graph
from kg.ontology import packaged
from kg.store.delta import Changes, Delta, diff
from kg.store.projection import project
from kg.store.rows import Rows

EMPTY = Rows({}, {})


def done(rows: Rows, delta: Delta) -> Rows:
    """Do to rows what a store does: a deleted node takes its relationships with it."""
    nodes, links = dict(rows.nodes), dict(rows.relationships)
    for link in delta.deleted_relationships:
        del links[link.key]
    for node in delta.deleted_nodes:
        del nodes[node.key]
        links = {
            key: link
            for key, link in links.items()
            if node.key not in {(link.kind.source, link.source), (link.kind.target, link.target)}
        }
    nodes.update((node.key, node) for node in delta.put_nodes)
    links.update((link.key, link) for link in delta.put_relationships)
    return Rows(nodes, links)


@given(graphs(), graphs())
def test_a_delta_makes_one_state_of_another(one, other):
    old, new = project(one), project(other)
    assert done(old, diff(old, new)) == new
    assert diff(new, new).empty


@given(graphs(), graphs())
def test_changes_count_every_row_once(one, other):
    old, new = project(one), project(other)
    changes = diff(old, new).changes
    total = changes.created + changes.changed + changes.unchanged
    assert total == len(new.nodes) + len(new.relationships)
    assert changes.deleted + changes.changed + changes.unchanged == len(old.nodes) + len(old.relationships)


def test_the_first_write_is_fresh_and_the_second_empty():
    rows = project(GRAPH)
    assert diff(EMPTY, rows).fresh
    assert diff(rows, rows).changes == Changes(unchanged=len(rows.nodes) + len(rows.relationships))
    assert not diff(rows, EMPTY).fresh


def test_a_changed_name_changes_one_node():
    entities = [
        msgspec.structs.replace(entity, aliases=("新名",)) if entity == CITY else entity for entity in GRAPH.entities
    ]
    delta = diff(project(GRAPH), project(Graph.of([*entities, *GRAPH.statements, *GRAPH.articles])))
    assert (delta.changes.created, delta.changes.changed, delta.changes.deleted) == (0, 1, 0)
    assert [node.id for node in delta.put_nodes] == [CITY.id]


def test_a_node_of_another_class_is_made_anew_with_its_relationships():
    other = msgspec.structs.replace(COMPANY, types=packaged().types("Institute"))
    entities = [other if entity == COMPANY else entity for entity in GRAPH.entities]
    delta = diff(project(GRAPH), project(Graph.of([*entities, *GRAPH.statements, *GRAPH.articles])))
    assert [(node.label, node.id) for node in delta.deleted_nodes] == [("Company", COMPANY.id)]
    assert [(node.label, node.id) for node in delta.put_nodes] == [("Institute", COMPANY.id)]
    ends = [(link.source, link.target) for link in delta.put_relationships]
    assert (COMPANY.id, BEIJING.id) in ends
    assert all(COMPANY.id in pair for pair in ends)
    assert delta.deleted_relationships == []
