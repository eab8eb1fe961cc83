"""The Neo4j store holds to what every store promises, and leaves alone what is not of the graph."""

import msgspec
import neo4j
import pytest
from examples import BEIJING, CITY, COMPANY, GRAPH, MAYOR, PAGE, PLANT, TEXTS, claim, entity
from hypothesis import HealthCheck, given, settings
from neo4j_server import auth
from strategies import HOSTILE, graphs, parts, union

from kg import store
from kg.errors import QueryError, StoreError
from kg.model.graph import Graph
from kg.ontology import packaged
from kg.store import Changes
from kg.store.document import without
from kg.store.projection import project

ROWS = len(project(GRAPH).nodes) + len(project(GRAPH).relationships)
replace = msgspec.structs.replace


@pytest.fixture
def opened(database):
    with store.open(database) as found:
        yield found


def ask(uri, cypher, **params):
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver:
        return driver.execute_query(cypher, **params)


def rewritten(records, **others):
    return Graph.of([others.get(record.id, record) for record in records])


def committed(uri):
    """Return what the database says of the last transaction that changed it."""
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver, driver.session() as session:
        session.run("RETURN 1").consume()
        return session.last_bookmarks().raw_values


def test_a_second_load_changes_nothing(any_database):
    with store.open(any_database) as opened:
        assert opened.write(GRAPH) == Changes(created=ROWS)
        before = committed(any_database)
        assert opened.write(GRAPH) == Changes(unchanged=ROWS)
        assert committed(any_database) == before
        assert opened.read().digest() == GRAPH.digest()
        assert opened.remove_document(PLANT).deleted > 0
        assert committed(any_database) != before


def test_no_node_is_left_that_is_not_of_the_graph(opened):
    opened.write(GRAPH)
    assert opened.query("MATCH (n) RETURN count(n)").rows == ((len(project(GRAPH).nodes),),)


def test_a_changed_graph_is_brought_up_to_date(opened):
    opened.write(GRAPH)
    smaller = without(GRAPH, PLANT)
    assert opened.write(smaller).deleted > 0
    assert opened.read() == smaller
    assert opened.write(GRAPH).created > 0
    assert opened.read() == GRAPH
    opened.write(Graph())
    assert opened.query("MATCH (n) RETURN count(n)").rows == ((0,),)


def test_a_thing_that_changes_its_class_keeps_its_relationships(opened):
    opened.write(GRAPH)
    changed = rewritten(GRAPH.records(), **{COMPANY.id: replace(COMPANY, types=packaged().types("Institute"))})
    assert opened.write(changed) == Changes(changed=1, unchanged=ROWS - 1)
    assert opened.read() == changed
    assert opened.query("MATCH (c:Company) RETURN count(c)").rows == ((0,),)
    assert opened.query("MATCH (c:Institute)-[:LOCATED_IN]->(p:City) RETURN p.name").rows == (("北京市",),)


def test_properties_that_are_no_longer_said_go(opened):
    opened.write(GRAPH)
    changed = rewritten(GRAPH.records(), **{BEIJING.id: replace(BEIJING, code=None, aliases=("京",))})
    assert opened.write(changed).changed == 1
    assert opened.query("MATCH (c {id: $id}) RETURN c.code, c.alias", id=BEIJING.id).rows == ((None, ["京"]),)


def test_a_document_is_removed_and_put_back(opened):
    opened.write(GRAPH)
    opened.remove_document(PLANT)
    assert opened.read().digest() == without(GRAPH, PLANT).digest()
    opened.replace_document(PLANT, without(GRAPH, PAGE))
    assert opened.read() == GRAPH
    for document in TEXTS:
        opened.remove_document(document)
    assert opened.read() == Graph()


def test_what_others_keep_in_the_database_stays(database, opened):
    opened.write(GRAPH)
    ask(
        database,
        "MATCH (c {id: $id}) SET c.pagerank = 0.5, c:Bookmarked"
        " CREATE (:Document {title: 'mine'})-[:CITES]->(c), (:Entity {id: 7})-[:LOCATED_IN]->(c),"
        " (:Person {id: 'person/mine'})-[:LIKES]->(c), (c)-[:LOCATED_IN {note: 'mine'}]->(c)",
        id=COMPANY.id,
    )
    assert opened.write(GRAPH) == Changes(unchanged=ROWS)
    assert opened.read() == GRAPH
    renamed = replace(COMPANY, code=None, same_as=("https://example.org/c",))
    opened.write(rewritten(GRAPH.records(), **{COMPANY.id: renamed}))
    opened.write(Graph.of([COMPANY]))
    [row] = opened.query("MATCH (c {id: $id}) RETURN c.pagerank, labels(c)", id=COMPANY.id).rows
    assert row[0] == 0.5 and "Bookmarked" in row[1]
    mine = "MATCH (n)-[r]->() WHERE r.note = 'mine' OR n.title = 'mine' OR n.id IN [7, 'person/mine'] RETURN count(r)"
    assert opened.query(mine).rows == ((4,),)


def test_ids_are_unique_and_names_are_found_in_their_parts(database, opened):
    opened.write(GRAPH)
    names = {name for (name,) in opened.query("SHOW CONSTRAINTS YIELD name RETURN name").rows}
    assert names >= {"kg_entity_id", "kg_assertion_id", "kg_document_id", "kg_span_id", "kg_locatedin_id"}
    found = opened.query("CALL db.index.fulltext.queryNodes('kg_names', '机器人') YIELD node RETURN node.name")
    assert ("明州机器人有限公司",) in found.rows
    with pytest.raises(neo4j.exceptions.ConstraintError):
        ask(database, "CREATE (:Entity {id: $id})", id=COMPANY.id)


def test_hostile_names_are_data(opened):
    things = [entity("Company", f"{text}\n`'\"{{}}😀{number}") for number, text in enumerate(HOSTILE)]
    graph = Graph.of([*things, BEIJING, *(claim(thing, "locatedIn", BEIJING) for thing in things)])
    opened.write(graph)
    assert opened.read().digest() == graph.digest()
    assert opened.query("MATCH (c:Company) RETURN count(c)").rows == ((len(HOSTILE),),)


def test_an_id_that_no_index_holds_is_refused_before_anything_is_written(opened):
    with pytest.raises(StoreError, match=r"the id 'city/甲.*… has 10005 characters; Neo4j takes"):
        opened.write(Graph.of([BEIJING, replace(CITY, id="city/" + "甲" * 10_000)]))
    assert opened.query("MATCH (n) RETURN count(n)").rows == ((0,),)


def test_a_graph_at_odds_with_itself_leaves_the_database_as_it_was(opened):
    opened.write(GRAPH)
    with pytest.raises(StoreError, match="no record"):
        opened.write(Graph.of([claim(MAYOR, "locatedIn", BEIJING)]))
    assert opened.read() == GRAPH


def short(graph):
    return all(len(record.id) < 100 for record in graph.records())


@given(graph=graphs().filter(short))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_graph_comes_back(opened, graph):
    opened.write(graph)
    assert opened.read().digest() == graph.digest()


@given(graphs=parts().filter(lambda graphs: all(map(short, graphs.values()))))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_removing_any_document_leaves_the_graph_that_never_had_it(opened, graphs):
    opened.write(union(graphs.values()))
    rest = dict(graphs)
    for document in graphs:
        opened.remove_document(document)
        del rest[document]
        assert opened.read().digest() == union(rest.values()).digest()


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:City)",
        "MATCH (n) DETACH DELETE n",
        "CREATE INDEX FOR (n:City) ON (n.x)",
        "CALL db.createLabel('x')",
        "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
    ],
)
def test_a_query_that_would_write_is_refused(opened, cypher):
    opened.write(GRAPH)
    with pytest.raises(QueryError, match="a query may only read"):
        opened.query(cypher)
    assert opened.read() == GRAPH


def test_a_query_that_is_none_is_answered_by_the_server(opened):
    with pytest.raises(QueryError, match="Invalid input"):
        opened.query("MATCH (n")


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("RETURN 1 AS n, 'x', [1, {a: null}]", ((1, "x", [1, {"a": None}]),)),
        ("RETURN date('2024-02-01'), duration('P1D')", (("2024-02-01", "P1D"),)),
        ("MATCH (n:City) WHERE false RETURN n", ()),
    ],
)
def test_values_are_plain(opened, cypher, expected):
    assert opened.query(cypher).rows == expected


def test_nodes_relationships_and_paths_are_as_the_embedded_store_gives_them(opened, tmp_path):
    with store.open(tmp_path, create=True) as embedded:
        for one in (opened, embedded):
            one.write(GRAPH)
        for cypher in (
            "MATCH (c:Company) RETURN c",
            "MATCH (:Company)-[r:LOCATED_IN]->() RETURN r",
            "MATCH p = (:Company)-[:LOCATED_IN]->(:City) RETURN p",
            "MATCH (f:Figure) RETURN f.indicator AS what, f.value, f.unit ORDER BY what",
        ):
            assert opened.query(cypher) == embedded.query(cypher)
