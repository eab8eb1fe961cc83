"""What users ask of a store, and what they get."""

import pytest
from examples import BEIJING, COMPANY, GRAPH, MAYOR, OUTPUT

from kg.errors import QueryError
from kg.store import Result


@pytest.mark.parametrize(
    ("cypher", "columns", "rows"),
    [
        (
            "MATCH (c:Company)-[:LOCATED_IN]->(p:City) RETURN c.name, p.name",
            ("c.name", "p.name"),
            (("明州机器人有限公司", "北京市"),),
        ),
        (
            "MATCH (o:Person)-[:STATES]->(f:Figure) WHERE f.unit = '元' RETURN o.name, f.indicator, f.value",
            ("o.name", "f.indicator", "f.value"),
            (("周岚", "机器人产值", 350000000000.0),),
        ),
        (
            "MATCH (p:Person)-[:STATES]->(f:Figure)-[:ABOUT]->(c:Province) WHERE f.value > 1e11 RETURN c.name AS area",
            ("area",),
            (("北京市",),),
        ),
        (
            "MATCH (p:Person)-[r:HOLDS_POST]->(b) WHERE r.title = '市长' RETURN p.name, b.name, r.asOf",
            ("p.name", "b.name", "r.asOf"),
            (("周岚", "江城市", "2025-07-20"),),
        ),
        (
            "MATCH (a)<-[:SUBJECT]-(s {modality: 'planned'})-[:OBJECT]->(b) RETURN a.name, s.predicate, b.name",
            ("a.name", "s.predicate", "b.name"),
            (("明州机器人有限公司", "locatedIn", "江城市"),),
        ),
        (
            (
                "MATCH (:Company)-[r:LOCATED_IN]->() MATCH (s:Statement)-[:EVIDENCE]->(e)-[:IN_DOCUMENT]->(d)"
                " WHERE s.id = r.id RETURN e.text, e.startOffset, e.endOffset, d.path"
            ),
            ("e.text", "e.startOffset", "e.endOffset", "d.path"),
            (("明州机器人有限公司位于北京市", 0, 14, "plant.txt"),),
        ),
        (
            (
                "MATCH (e:Entity)-[:MENTIONED_AT]->(s:Span)-[:IN_DOCUMENT]->(:Document {path: 'page.txt'})"
                " RETURN e.name, count(s) AS n ORDER BY e.name"
            ),
            ("e.name", "n"),
            (("北京市", 1), ("周岚", 1), ("江城市", 1)),
        ),
        (
            "MATCH (a:Article)-[:EXTENT]->(s:Span) RETURN a.publisher, s.startOffset ORDER BY a.name",
            ("a.publisher", "s.startOffset"),
            (("新华社", 0), ("新华社", 0)),
        ),
        ("MATCH (n:Indicator) RETURN n.indicator", ("n.indicator",), ()),
    ],
)
def test_questions_have_their_answers(example, cypher, columns, rows):
    assert example.query(cypher) == Result(columns, rows)


def test_the_proof_of_a_plain_relationship_is_one_step_away(example):
    cypher = (
        "MATCH (c)-[r]->(p) WHERE r.id IS NOT NULL AND NOT r.background"
        " MATCH (c)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(p) WHERE s.id = r.id"
        " RETURN type(r), s.confidence = r.confidence"
    )
    found = example.query(cypher).rows
    plain = {claim.predicate for claim in GRAPH.statements if claim.modality == "asserted" and not claim.background}
    assert {kind for kind, _ in found} == {"HOLDS_POST", "LOCATED_IN", "SAYS", "STATES"}
    assert len(plain) == 4
    assert all(same for _, same in found)


def test_parameters_are_values_and_never_text_of_the_query(example):
    cypher = "MATCH (n:Entity) WHERE n.name = $name OR n.name IN $names RETURN n.name"
    assert example.query(cypher, name="周岚", names=[]).rows == (("周岚",),)
    assert example.query(cypher, name="周岚' OR true //", names=["北京市"]).rows == (("北京市",),)


def test_nodes_relationships_and_paths_come_as_plain_values(example):
    cypher = "MATCH path = (c:Company)-[r:LOCATED_IN]->(p) RETURN c, r, path, [p], {p: p}"
    ((company, located, path, listed, mapped),) = example.query(cypher).rows
    assert company == {
        "labels": ["Company", "Organization", "Agent", "Entity"],
        "id": COMPANY.id,
        "name": "明州机器人有限公司",
    }
    assert (located["type"], located["confidence"], located["background"]) == ("LOCATED_IN", 0.9, False)
    beijing = {
        "labels": ["Municipality", "City", "Province", "AdministrativeArea", "Place", "Entity"],
        "code": "110000",
        "id": BEIJING.id,
        "name": "北京市",
    }
    assert (path, listed, mapped) == ([company, located, beijing], [beijing], {"p": beijing})


def test_other_values_come_as_plain_values(example):
    cypher = (
        "RETURN 1, 1.5, true, null, 'a\\u0000😀', [1, [null]], {a: {b: 1}}, date('2025-07-18'),"
        " datetime('2025-07-18T10:00:00Z'), duration('P1D'), 9223372036854775807"
    )
    (row,) = example.query(cypher).rows
    assert row == (
        *(1, 1.5, True, None, "a\0😀", [1, [None]], {"a": {"b": 1}}, "2025-07-18"),
        *("2025-07-18T10:00Z", "P1D", 9223372036854775807),
    )


def test_a_figure_node_has_its_fields(example):
    ((node,),) = example.query("MATCH (f:Figure) RETURN f").rows
    assert (node["labels"], node["id"], node["text"]) == (["Figure", "Assertion"], OUTPUT.id, "近3500亿元")


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:City {id: 'x'})",
        "MERGE (n:City {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "MATCH (n:Entity) REMOVE n.name",
        "MATCH (n:City) CALL (n) { SET n.name = 'x' } RETURN n",
        "MATCH (n:City) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
        "FOREACH (i IN [1] | CREATE (:City {id: 'x'}))",
        "CREATE INDEX i FOR (n:City) ON (n.name)",
        "CREATE CONSTRAINT c FOR (n:City) REQUIRE n.name IS UNIQUE",
        "CALL apoc.merge.node(['City'], {id: 'x'}, {}) YIELD node RETURN node",
    ],
)
def test_a_query_that_would_write_is_refused(example, cypher):
    with pytest.raises(QueryError, match="would write"):
        example.query(cypher)
    assert example.read() == GRAPH


@pytest.mark.parametrize(
    ("cypher", "says"),
    [
        ("MATCH (n", "line 1:8"),
        ("", "empty"),
        ("RETURN m", "'m' not defined"),
        ("RETURN $name", "parameter"),
        ("RETURN nosuch(1)", "nosuch"),
        ("RETURN 1 / 0", "by zero"),
        ("MATCH (n) RETURN n; MATCH (n) RETURN n", "';'"),
        ("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", "disabled"),
        ("LOAD CSV FROM 'https://example.com/a.csv' AS line RETURN line", "disabled"),
    ],
)
def test_a_query_that_fails_says_why_in_one_line_without_java(example, cypher, says):
    with pytest.raises(QueryError) as raised:
        example.query(cypher)
    assert says in str(raised.value)
    assert "com.arcadedb" not in str(raised.value)


@pytest.mark.parametrize("value", [2**64, object(), {1: object()}])
def test_a_parameter_that_is_no_value_is_refused(example, value):
    with pytest.raises(QueryError):
        example.query("RETURN $value", value=value)


def test_names_that_are_queried_are_there(example):
    labels = {label for (found,) in example.query("MATCH (n) RETURN DISTINCT labels(n)").rows for label in found}
    assert {
        "Person",
        "Municipality",
        "Province",
        "Statement",
        "Fact",
        "Figure",
        "Quotation",
        "Span",
        "Document",
    } <= labels
    assert example.query("MATCH (n {id: $id}) RETURN n.name", id=MAYOR.id).rows == (("周岚",),)
