"""The rows of the graph that a Neo4j holds, page by page in the order of their keys.

A node is of the graph where it has the label of a root class and an id as this package makes them; others may stand
beside it. Of nodes and relationships only the properties that the ontology names are of the graph.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.ontology import in_use
from kg.store.neo4j_cypher import page_of_ids, page_of_nodes, page_of_relationships
from kg.store.neo4j_server import Server
from kg.store.rows import Kind, Node, Properties, Relationship, most_specific

PAGE = 2000
ID = re.compile(r"[a-z]+/")


def nodes(server: Server, root: str, start: str = "") -> Iterator[Node]:
    """Yield the nodes below a root class by id, from an id on."""
    page: list[dict[str, Any]] | None = None
    while page is None or len(page) == PAGE:
        page = server.read(page_of_nodes(root), start=start, size=PAGE)
        for row in page:
            if ID.match(row["id"]):
                yield Node(most_specific(row["labels"]), row["id"], _named(row["properties"], without="id"))
        if page:
            start = _next(page[-1]["id"])


def relationships(server: Server, kind: Kind, start: str = "") -> Iterator[Relationship]:
    """Yield the relationships of a kind by source, target and key, from a source on; each once."""
    while (last := server.read(page_of_ids(kind.source), start=start, size=PAGE)[0]["last"]) is not None:
        found = (_relationship(kind, row) for row in server.read(page_of_relationships(kind), start=start, last=last))
        each = {link.key: link for link in found if link}
        yield from (each[key] for key in sorted(each, key=lambda key: key[1:]))
        start = _next(last)


def _relationship(kind: Kind, row: Mapping[str, Any]) -> Relationship | None:
    """Return a relationship, None where it is not of the graph."""
    source, target, properties = row["source"], row["target"], row["properties"]
    if kind.key and kind.key not in properties:
        return None
    if not (ID.match(source) and isinstance(target, str) and ID.match(target)):
        return None
    return Relationship(kind, source, target, _named(properties))


def _named(properties: Mapping[str, Any], without: str = "") -> Properties:
    known = in_use().properties
    return {name: value for name, value in properties.items() if name != without and (name in known or name == "id")}


def _next(name: str) -> str:
    """Return the string that comes next after another in code point order, as in the server's."""
    return f"{name}\0"
