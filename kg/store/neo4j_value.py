"""Values of Neo4j as plain Python values, in the form that the embedded store gives them."""

from itertools import chain, zip_longest
from typing import Any

from neo4j.graph import Node, Path, Relationship

from kg.ontology import in_use
from kg.store.rows import most_specific


def plain(value: Any) -> Any:
    """Return a value of a query result as plain Python values; dates and times become ISO 8601 text."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Node | Relationship):
        kind = {"labels": _labels(value)} if isinstance(value, Node) else {"type": value.type}
        return {**kind, **{name: plain(item) for name, item in sorted(value.items())}}
    if isinstance(value, Path):
        steps = chain.from_iterable(zip_longest(value.nodes, value.relationships))
        return [plain(step) for step in steps if step is not None]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _labels(node: Node) -> list[str]:
    """Return the labels of a node, its class and superclasses first, those that others gave it after them."""
    known = [label for label in node.labels if label in in_use().classes]
    if not known:
        return sorted(node.labels)
    name = most_specific(known)
    own = [name, *in_use().ancestors(name)]
    return [*(label for label in own if label in node.labels), *sorted(node.labels - set(own))]
