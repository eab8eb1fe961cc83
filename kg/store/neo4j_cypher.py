"""Cypher for Neo4j: static texts, whose names are all of the ontology, for constraints, pages of rows and batches.

A node is found by its id below its root class and then given its labels, so that nothing of it is lost when it changes
its class. Only what the ontology names is written: what others have added to a node or relationship stays.
"""

from collections.abc import Iterator

from kg.ontology import in_use, per_ontology
from kg.store.cypher import label, relationship
from kg.store.rows import Kind, kinds, root, roots

LEDGER = "LoadBatch"
ENTER = (
    f"OPTIONAL MATCH (other:{LEDGER}) WHERE other.load <> $entry.load WITH count(other) AS others"
    f" MERGE (b:{LEDGER} {{id: $entry.id}}) ON CREATE SET b = $entry RETURN others"
)
FORGET_OTHERS = f"MATCH (b:{LEDGER}) WHERE b.load <> $load DELETE b"
FORGET = f"MATCH (b:{LEDGER}) DELETE b"
ENTRIES = f"MATCH (b:{LEDGER}) RETURN properties(b) AS entry ORDER BY b.number"


@per_ontology
def constraints() -> tuple[str, ...]:
    """Return what declares ids unique: of nodes below each root class, and of relationships that have one."""
    related = sorted({kind.predicate for kind in kinds() if kind.key == "id"})
    return (
        _unique("load_batch", f"(x:{LEDGER})"),
        *(_unique(name.lower(), f"(x:{label(name)})") for name in roots()),
        *(_unique(name.lower(), f"()-[x:{relationship(name)}]-()") for name in related),
    )


@per_ontology
def name_index() -> str:
    """Return what declares the full-text index of names and aliases, by pairs of characters as Chinese needs."""
    terms = [in_use().properties[name] for name in ("name", "alias")]
    classes = sorted({root(name) for term in terms for name in term.domain} & set(roots()))
    return (
        f"CREATE FULLTEXT INDEX kg_names IF NOT EXISTS FOR (x:{'|'.join(map(label, classes))})"
        f" ON EACH [{', '.join(f'x.`{term.name}`' for term in terms)}]"
        " OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )


def _unique(name: str, pattern: str) -> str:
    return f"CREATE CONSTRAINT kg_{name}_id IF NOT EXISTS FOR {pattern} REQUIRE x.id IS UNIQUE"


def counts() -> Iterator[tuple[str, str]]:
    """Yield root classes and relationship types with the queries that count them, which Neo4j answers at once."""
    for name in roots():
        yield name, f"MATCH (n:{label(name)}) RETURN count(n) AS count"
    for name in sorted({kind.predicate for kind in kinds()}):
        yield name, f"MATCH ()-[r:{relationship(name)}]->() RETURN count(r) AS count"


def page_of_nodes(name: str) -> str:
    """Return the query for some nodes below a root class from an id on, in the order of their ids."""
    return (
        f"MATCH (n:{label(name)}) WHERE n.id >= $start"
        " RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY n.id LIMIT $size"
    )


def page_of_ids(name: str) -> str:
    """Return the query for the last of some ids below a root class from an id on."""
    return (
        f"MATCH (n:{label(name)}) WHERE n.id >= $start WITH n.id AS id ORDER BY id LIMIT $size RETURN max(id) AS last"
    )


def page_of_relationships(kind: Kind) -> str:
    """Return the query for the relationships of a kind from nodes with ids of a range."""
    return (
        f"MATCH (a:{label(kind.source)})-[r:{relationship(kind.predicate)}]->(b:{label(kind.target)})"
        " WHERE a.id >= $start AND a.id <= $last RETURN a.id AS source, b.id AS target, properties(r) AS properties"
    )


@per_ontology
def create_nodes(name: str) -> str:
    """Return the statement that creates nodes of a class; a row is the properties."""
    match = f"UNWIND $rows AS row MERGE (n:{label(root(name))} {{id: row.id}})"
    return f"{match} SET {_labels(name)}n += row RETURN count(n) AS count"


@per_ontology
def change_nodes(name: str) -> str:
    """Return the statement that changes nodes, which are of a class from now on; what is null in a row goes."""
    top = root(name)
    match = f"UNWIND $rows AS row MATCH (n:{label(top)} {{id: row.id}})"
    others = sorted(other for other in in_use().classes if root(other) == top and not in_use().is_a(name, other))
    gone = f" REMOVE n:{':'.join(map(label, others))}" if others else ""
    return f"{match}{gone} SET {_labels(name)}n += row RETURN count(n) AS count"


@per_ontology
def delete_nodes(name: str) -> str:
    """Return the statement that deletes nodes below a root class, with what others have tied to them."""
    return f"UNWIND $rows AS row MATCH (n:{label(name)} {{id: row}}) DETACH DELETE n RETURN count(row) AS count"


@per_ontology
def create_relationships(kind: Kind) -> str:
    """Return the statement that creates relationships; a row is source, target and properties."""
    return f"{_ends(kind)} MERGE (a)-[r:{_keyed(kind)}]->(b) SET r += row[2] RETURN count(r) AS count"


@per_ontology
def change_relationships(kind: Kind) -> str:
    """Return the statement that changes relationships; what is null in the properties goes."""
    return f"{_ends(kind)} MATCH (a)-[r:{_keyed(kind)}]->(b) SET r += row[2] RETURN count(r) AS count"


@per_ontology
def delete_relationships(kind: Kind) -> str:
    """Return the statement that deletes relationships."""
    return f"{_ends(kind)} MATCH (a)-[r:{_keyed(kind)}]->(b) DELETE r RETURN count(row) AS count"


def _labels(name: str) -> str:
    below = [kind for kind in (name, *in_use().ancestors(name)) if kind != root(name)]
    return f"n:{':'.join(map(label, below))}, " if below else ""


def _ends(kind: Kind) -> str:
    ends = f"(a:{label(kind.source)} {{id: row[0]}}) MATCH (b:{label(kind.target)} {{id: row[1]}})"
    return f"UNWIND $rows AS row MATCH {ends}"


def _keyed(kind: Kind) -> str:
    key = f" {{{kind.key}: row[2].{kind.key}}}" if kind.key else ""
    return f"{relationship(kind.predicate)}{key}"
