"""Cypher for property graph rows: static texts, whose names are all of the ontology, and batches of rows.

Every statement that writes takes `$rows` and returns how many of them it found or wrote, to be compared with their
number: a relationship whose ends are not there would otherwise be lost without a word.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from kg.ontology import in_use
from kg.store.delta import Delta
from kg.store.rows import Kind, Node, Relationship

BATCH = 5000

Row = dict[str, Any]


def read_nodes(root: str) -> str:
    """Return the query for all nodes below a root class."""
    return f"MATCH (n:{label(root)}) RETURN labels(n) AS labels, properties(n) AS properties"


def read_relationships(kind: Kind) -> str:
    """Return the query for all relationships of a kind."""
    ends = f"(a:{label(kind.source)})-[r:{relationship(kind.predicate)}]->(b:{label(kind.target)})"
    return f"MATCH {ends} RETURN a.id AS source, b.id AS target, properties(r) AS properties"


def put_nodes(name: str) -> str:
    """Return the statement that makes nodes of a class what their rows say."""
    return f"UNWIND $rows AS row MERGE (n:{label(name)} {{id: row.id}}) SET n = row.properties RETURN count(n) AS count"


def put_relationships(kind: Kind) -> str:
    """Return the statement that makes relationships of a kind what their rows say."""
    key = f" {{{kind.key}: row.key}}" if kind.key else ""
    return (
        f"{_match(kind)} MERGE (a)-[r:{relationship(kind.predicate)}{key}]->(b)"
        " SET r = row.properties RETURN count(r) AS count"
    )


def delete_nodes(root: str) -> str:
    """Return the statement that deletes nodes below a root class, with their relationships."""
    return f"UNWIND $rows AS row MATCH (n:{label(root)} {{id: row.id}}) DETACH DELETE n RETURN count(row) AS count"


def delete_relationships(kind: Kind) -> str:
    """Return the statement that deletes relationships of a kind."""
    key = f" {{{kind.key}: row.key}}" if kind.key else ""
    return f"{_match(kind)} MATCH (a)-[r:{relationship(kind.predicate)}{key}]->(b) DELETE r RETURN count(row) AS count"


def steps(delta: Delta) -> Iterator[tuple[str, list[Row]]]:
    """Yield the statements that carry out a delta, each with one batch of rows."""
    by_kind, by_key, by_label = attrgetter("kind"), attrgetter("key"), attrgetter("label")
    for kind, links in groupby(sorted(delta.deleted_relationships, key=by_kind), by_kind):
        yield from _batches(delete_relationships(kind), map(_link_row, links))
    for root, nodes in groupby(sorted(delta.deleted_nodes, key=by_key), lambda node: node.key[0]):
        yield from _batches(delete_nodes(root), map(_node_row, nodes))
    for name, nodes in groupby(sorted(delta.put_nodes, key=by_label), by_label):
        yield from _batches(put_nodes(name), map(_node_row, nodes))
    for kind, links in groupby(sorted(delta.put_relationships, key=by_kind), by_kind):
        yield from _batches(put_relationships(kind), map(_link_row, links))


def label(name: str) -> str:
    """Return a class of the ontology as a label.

    >>> label("City")
    '`City`'
    """
    return f"`{in_use().class_(name).name}`"


def relationship(name: str) -> str:
    """Return a predicate of the ontology as a relationship type.

    >>> relationship("locatedIn")
    '`LOCATED_IN`'
    """
    return f"`{in_use().predicate(name).relationship}`"


def _match(kind: Kind) -> str:
    ends = f"(a:{label(kind.source)} {{id: row.source}}) MATCH (b:{label(kind.target)} {{id: row.target}})"
    return f"UNWIND $rows AS row MATCH {ends}"


def _node_row(node: Node) -> Row:
    return {"id": node.id, "properties": {"id": node.id, **node.properties}}


def _link_row(link: Relationship) -> Row:
    key = link.kind.key
    row: Row = {"source": link.source, "target": link.target, "properties": link.properties}
    return {**row, "key": link.properties[key]} if key else row


def _batches(text: str, rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield text, batch
